"""All files of a layout joined into one venue: books of what can be referred to, and expanded areas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from hallwright.layout import entries, model
from hallwright.layout.atoms import Lost, text
from hallwright.layout.expansion import Expanded, expand_area
from hallwright.layout.problem import Problem
from hallwright.layout.rules.checking import area_problems, venue_problems
from hallwright.layout.scope import Books, Origin
from hallwright.layout.shows import show_of
from hallwright.layout.validation import Parsed


@dataclass(slots=True)
class Joined:
    """What a layout means as far as it could be understood. ``venue`` is None when its own file is broken.
    The origins are parallel to the lists of the same name."""

    venue: model.Venue | None
    books: Books
    areas: list[Expanded]
    origins: dict[str, list[tuple[str, Origin]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


GAP = 40.0
"""Metres between areas that do not say where they lie."""


class AreaMemory:
    """Areas already expanded and checked; one is done again when it or what it refers to changed."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[entries.Area, Books, Expanded]] = {}

    def expanded(self, area: entries.Area, origin: Origin, books: Books) -> Expanded:
        """The area with all its problems, from memory if nothing changed."""
        known = self._known.get(id(area))
        if known is not None and known[0] is area and known[1] == books:
            return known[2]
        result = expand_area(area, origin, books)
        result.problems += area_problems(area, result, books)
        self._known[id(area)] = (area, books, result)
        return result

    def keep(self, areas: Iterable[entries.Area]) -> None:
        """Forgets all other areas."""
        wanted = {id(area) for area in areas}
        self._known = {key: value for key, value in self._known.items() if key in wanted}


def join(parsed: Sequence[Parsed], memory: AreaMemory) -> Joined:
    """Joins parsed files, the venue's own first."""
    exhibitors = list(_all(parsed, "exhibitors"))
    exhibits = list(_all(parsed, "exhibits"))
    areas = list(_all(parsed, "areas"))
    tables = list(_all(parsed, "tables"))
    shows = list(_all(parsed, "shows"))
    kinds = list(_kinds(parsed))
    books = Books(
        kinds={name: kind for name, kind, _ in kinds},
        exhibitors={each.id: _exhibitor(each) for each, _ in exhibitors},
        exhibits={each.id: _exhibit(each) for each, _ in exhibits},
        area_names={each.id: text(each.name) for each, _ in areas},
        area_origins=_origins(each for each, _ in areas),
        tables={each.id: (each, origin) for each, origin in tables},
        lost=frozenset(_lost(parsed)),
    )
    joined = Joined(None, books, [memory.expanded(area, origin, books) for area, origin in areas])
    memory.keep(area for area, _ in areas)
    joined.origins = {
        "kinds": [(name, origin) for name, _, origin in kinds],
        "exhibitors": [(each.id, origin) for each, origin in exhibitors],
        "exhibits": [(each.id, origin) for each, origin in exhibits],
        "tables": [(each.id, origin) for each, origin in tables],
        "areas": [(each.id, origin) for each, origin in areas],
        "shows": [(each.id, origin) for each, origin in shows],
    }
    joined.problems = [problem for area in joined.areas for problem in area.problems]
    if parsed and parsed[0].head is not None and not any(each.source.value(("areas",)) for each in parsed):
        problem = parsed[0].source.problem(("areas",), "a venue needs at least one area", "add `areas:`", key=True)
        joined.problems.append(problem)
    joined.problems += venue_problems(joined.areas, books, joined.origins, shows)
    known = {each.area.id: each.area for each in joined.areas}
    joined.venue = _venue(parsed, joined, tuple(show_of(each, known.get(each.area)) for each, _ in shows))
    return joined


def _venue(parsed: Sequence[Parsed], joined: Joined, shows: tuple[model.Show, ...]) -> model.Venue | None:
    top = parsed[0].head if parsed else None
    if top is None:
        return None
    return model.Venue(
        id=top.id,
        name=text(top.name),
        theme=text(top.theme) if top.theme is not None else model.Text("", ""),
        sample_data=top.sample_data,
        exhibitors=tuple(joined.books.exhibitors.values()),
        exhibits=tuple(joined.books.exhibits.values()),
        areas=tuple(area.area for area in joined.areas),
        shows=shows,
    )


def _origins(areas: Iterable[entries.Area]) -> dict[str, model.Point]:
    """Where each area lies in the venue's frame; one that does not say lies east of those before it."""
    origins: dict[str, model.Point] = {}
    east = 0.0
    for area in areas:
        west, south = area.origin or (east + GAP if origins else 0.0, 0.0)
        origins[area.id] = (west, south)
        east = max(east, west + area.size[0])
    return origins


def _all(parsed: Iterable[Parsed], name: str) -> Iterable[tuple[Any, Origin]]:
    for each in parsed:
        for index, entry in enumerate(getattr(each.part, name, ())):
            if not isinstance(entry, Lost):
                yield entry, Origin(each.source, (name, index))


def _kinds(parsed: Iterable[Parsed]) -> Iterable[tuple[str, entries.BoothKind, Origin]]:
    for each in parsed:
        for name, kind in each.part.kinds.items() if each.part else ():
            if not isinstance(kind, Lost):
                yield name, kind, Origin(each.source, ("kinds", name))


def _lost(parsed: Sequence[Parsed]) -> Iterable[str]:
    for each in parsed:
        if each.part is None or (each is parsed[0] and each.head is None):
            yield "*"
        if each.part is None:
            continue
        for name, kind in each.part.kinds.items():
            if isinstance(kind, Lost):
                yield name
        lists: list[list[Any]] = [
            each.part.exhibitors, each.part.exhibits, each.part.tables, each.part.areas, each.part.shows,
        ]  # fmt: skip
        for area in each.part.areas:
            lists += [getattr(area, family, None) or [] for family in entries.FAMILIES]
        for entry in (entry for each_list in lists for entry in each_list if isinstance(entry, Lost)):
            yield from (str(entry.raw[key]) for key in ("id", "number") if key in entry.raw)


def _exhibitor(entry: Any) -> model.Exhibitor:
    return model.Exhibitor(entry.id, text(entry.name), entry.country, tuple(text(each) for each in entry.products))


def _exhibit(entry: Any) -> model.Exhibit:
    return model.Exhibit(entry.id, text(entry.name), entry.model, text(entry.summary), entry.source)
