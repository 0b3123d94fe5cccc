"""All files of a layout joined into one venue: books of what can be referred to, and expanded areas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from hallwright.layout import entries, model
from hallwright.layout.atoms import Lost, text
from hallwright.layout.expansion import Expanded, expand_area
from hallwright.layout.problem import Problem
from hallwright.layout.schema import VenueFile
from hallwright.layout.scope import Books, Origin
from hallwright.layout.validation import Parsed

T = TypeVar("T")


@dataclass(slots=True)
class Joined:
    """What a layout means as far as it could be understood. ``venue`` is None when its own file is broken.
    The origins are parallel to the lists of the same name."""

    venue: model.Venue | None
    books: Books
    areas: list[Expanded]
    origins: dict[str, list[tuple[str, Origin]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def join(parsed: Sequence[Parsed]) -> Joined:
    """Joins parsed files, the venue's own first."""
    exhibitors = list(_all(parsed, "exhibitors"))
    exhibits = list(_all(parsed, "exhibits"))
    areas = list(_all(parsed, "areas"))
    kinds = list(_kinds(parsed))
    books = Books(
        kinds={name: kind for name, kind, _ in kinds},
        exhibitors={each.id: _exhibitor(each) for each, _ in exhibitors},
        exhibits={each.id: _exhibit(each) for each, _ in exhibits},
        area_names={each.id: text(each.name) for each, _ in areas},
        lost=frozenset(_lost(parsed)),
    )
    joined = Joined(None, books, [expand_area(area, origin, books) for area, origin in areas])
    joined.origins = {
        "kinds": [(name, origin) for name, _, origin in kinds],
        "exhibitors": [(each.id, origin) for each, origin in exhibitors],
        "exhibits": [(each.id, origin) for each, origin in exhibits],
        "areas": [(each.id, origin) for each, origin in areas],
    }
    joined.problems = [problem for area in joined.areas for problem in area.problems]
    joined.venue = _venue(parsed, joined)
    return joined


def _venue(parsed: Sequence[Parsed], joined: Joined) -> model.Venue | None:
    top = parsed[0].part if parsed else None
    if not isinstance(top, VenueFile):
        return None
    return model.Venue(
        id=top.id,
        name=text(top.name),
        theme=text(top.theme) if top.theme is not None else model.Text("", ""),
        sample_data=top.sample_data,
        exhibitors=tuple(joined.books.exhibitors.values()),
        exhibits=tuple(joined.books.exhibits.values()),
        areas=tuple(area.area for area in joined.areas),
    )


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


def _lost(parsed: Iterable[Parsed]) -> Iterable[str]:
    for each in parsed:
        if each.part is None:
            yield "*"
            continue
        for name, kind in each.part.kinds.items():
            if isinstance(kind, Lost):
                yield name
        lists = [each.part.exhibitors, each.part.exhibits, each.part.areas]
        for area in each.part.areas:
            lists += [getattr(area, family, None) or [] for family in entries.FAMILIES]
        for entry in (entry for entries_ in lists for entry in entries_ if isinstance(entry, Lost)):
            yield from (str(entry.raw[key]) for key in ("id", "number") if key in entry.raw)


def _exhibitor(entry: Any) -> model.Exhibitor:
    return model.Exhibitor(entry.id, text(entry.name), entry.country, tuple(text(each) for each in entry.products))


def _exhibit(entry: Any) -> model.Exhibit:
    return model.Exhibit(entry.id, text(entry.name), entry.model, text(entry.summary), entry.source)
