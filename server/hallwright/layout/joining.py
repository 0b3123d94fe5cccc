"""All files of a layout joined into one venue: books of what can be referred to, and expanded areas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from hallwright.layout import entries, model
from hallwright.layout.atoms import Lost, text
from hallwright.layout.contact import Contact
from hallwright.layout.device import Device
from hallwright.layout.devices import device_of
from hallwright.layout.expansion import Expanded, expand_area
from hallwright.layout.meeting import Meetings
from hallwright.layout.meetings import WrittenMeetings, meetings_of, offer_of
from hallwright.layout.problem import Problem
from hallwright.layout.programme import Programme
from hallwright.layout.programmes import LISTS, WrittenProgramme, programme_of
from hallwright.layout.queues import queue_of
from hallwright.layout.rules.checking import area_problems, meeting_problems, stand_alike, venue_problems
from hallwright.layout.scope import Books, Origin
from hallwright.layout.shows import show_of
from hallwright.layout.tour import Tour
from hallwright.layout.tours import tour_of
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


@dataclass(frozen=True, slots=True)
class Listed:
    """Exhibitors and exhibits of one file."""

    exhibitors: tuple[model.Exhibitor, ...]
    exhibits: tuple[model.Exhibit, ...]


GAP = 40.0
"""Metres between areas that do not say where they lie."""


@dataclass(frozen=True, slots=True)
class _Known:
    """An area as it was written, what it could refer to, and what it meant."""

    entry: entries.Area
    books: Books
    expanded: Expanded


class Memory:
    """What was made of files before; it is made again when the file or what it refers to changed."""

    def __init__(self) -> None:
        self._areas: dict[str, _Known] = {}
        self._listed: dict[int, tuple[Parsed, Listed]] = {}
        self._used: tuple[set[int], set[str]] = (set(), set())

    def expanded(self, area: entries.Area, origin: Origin, books: Books) -> Expanded:
        """The area with all its problems, from memory as far as nothing changed."""
        known = self._areas.get(area.id)
        if known is not None and known.entry is area and _reads_alike(known, books):
            return known.expanded
        before = known.expanded if known is not None else None
        result = expand_area(area, origin, books, before)
        good = bool(known and not known.expanded.problems and stand_alike(known.entry, known.expanded, area, result))
        result.problems += area_problems(area, result, books, known_good=good)
        self._areas[area.id] = _Known(area, books, result)
        return result

    def listed(self, parsed: Parsed) -> Listed:
        """Who and what a file lists."""
        known = self._listed.get(id(parsed))
        if known is None:
            known = self._listed[id(parsed)] = (parsed, _listed(parsed))
        return known[1]

    def used(self, parsed: Iterable[Parsed], areas: Iterable[str]) -> None:
        """Notes what the newest layout is made of."""
        self._used = ({id(each) for each in parsed}, set(areas))

    def tidy(self) -> None:
        """Forgets what the newest layout has no more."""
        files, names = self._used
        self._listed = {key: value for key, value in self._listed.items() if key in files}
        self._areas = {key: value for key, value in self._areas.items() if key in names}


def _reads_alike(known: _Known, books: Books) -> bool:
    """Whether an area that stayed as it was means the same with other books. Of exhibitors it reads names, of exhibits
    that they are there; hints of problems may name anything."""
    old = known.books
    if old is books or old == books:
        return True
    if known.expanded.problems or _named(old) != _named(books):
        return False
    mine = {booth.exhibitor for booth in known.expanded.area.booths} & old.exhibitors.keys()
    return all(old.exhibitors[name].name == books.exhibitors[name].name for name in mine)


def _named(books: Books) -> tuple[Any, ...]:
    """What an area reads of books, but for the names of exhibitors."""
    names = (books.exhibits.keys(), books.exhibitors.keys())
    return (books.kinds, books.area_names, books.area_origins, books.tables, books.lost, *names)


def join(parsed: Sequence[Parsed], memory: Memory) -> Joined:
    """Joins parsed files, the venue's own first."""
    exhibitors = list(_all(parsed, "exhibitors"))
    exhibits = list(_all(parsed, "exhibits"))
    areas = list(_all(parsed, "areas"))
    tables = list(_all(parsed, "tables"))
    shows = list(_all(parsed, "shows"))
    tours = list(_all(parsed, "tours"))
    devices = list(_all(parsed, "devices"))
    programmes = list(_programmes(parsed))
    meetings = list(_meetings(parsed))
    kinds = list(_kinds(parsed))
    books = Books(
        kinds={name: kind for name, kind, _ in kinds},
        exhibitors={each.id: each for file in parsed for each in memory.listed(file).exhibitors},
        exhibits={each.id: each for file in parsed for each in memory.listed(file).exhibits},
        area_names={each.id: text(each.name) for each, _ in areas},
        area_origins=_origins(each for each, _ in areas),
        tables={each.id: (each, origin) for each, origin in tables},
        lost=frozenset(_lost(parsed)),
    )
    joined = Joined(None, books, [memory.expanded(area, origin, books) for area, origin in areas])
    memory.used(parsed, (area.id for area, _ in areas))
    joined.origins = {
        "kinds": [(name, origin) for name, _, origin in kinds],
        "exhibitors": [(each.id, origin) for each, origin in exhibitors],
        "exhibits": [(each.id, origin) for each, origin in exhibits],
        "tables": [(each.id, origin) for each, origin in tables],
        "areas": [(each.id, origin) for each, origin in areas],
        "shows": [(each.id, origin) for each, origin in shows],
        "tours": [(each.id, origin) for each, origin in tours],
        "devices": [(each.id, origin) for each, origin in devices],
    }
    joined.problems = [problem for area in joined.areas for problem in area.problems]
    if parsed and parsed[0].head is not None and not any(each.source.value(("areas",)) for each in parsed):
        problem = parsed[0].source.problem(("areas",), "a venue needs at least one area", "add `areas:`", key=True)
        joined.problems.append(problem)
    joined.problems += venue_problems(joined.areas, books, joined.origins, shows, tours, programmes, devices)
    joined.problems += meeting_problems(meetings, exhibitors, programmes, joined.areas, books)
    known = {each.area.id: each.area for each in joined.areas}
    made = tuple(tour_of(each, tuple(known.values()), books.exhibits) for each, _ in tours)
    programme = programme_of(programmes[0][0], tuple(known.values())) if programmes else None
    performed = tuple(show_of(each, known.get(each.area)) for each, _ in shows)
    meet = meetings_of(meetings[0][0]) if meetings else None
    on_site = tuple(device_of(each) for each, _ in devices)
    joined.venue = _venue(parsed, joined, performed, made, programme, on_site, meet)
    return joined


def _venue(
    parsed: Sequence[Parsed], joined: Joined, shows: tuple[model.Show, ...], tours: tuple[Tour, ...],
    programme: Programme | None, devices: tuple[Device, ...], meetings: Meetings | None,
) -> model.Venue | None:
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
        tours=tours,
        programme=programme,
        devices=devices,
        meetings=meetings,
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


def _programmes(parsed: Iterable[Parsed]) -> Iterable[tuple[WrittenProgramme, Origin]]:
    for each in parsed:
        if each.part is not None and isinstance(each.part.programme, WrittenProgramme):
            yield each.part.programme, Origin(each.source, ("programme",))


def _meetings(parsed: Iterable[Parsed]) -> Iterable[tuple[WrittenMeetings, Origin]]:
    for each in parsed:
        if each.part is not None and isinstance(each.part.meetings, WrittenMeetings):
            yield each.part.meetings, Origin(each.source, ("meetings",))


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
            each.part.tours, each.part.devices,
        ]  # fmt: skip
        for area in each.part.areas:
            lists += [getattr(area, family, None) or [] for family in entries.FAMILIES]
        if isinstance(each.part.programme, WrittenProgramme):
            lists += [getattr(each.part.programme, name) for name in LISTS]
        for entry in (entry for each_list in lists for entry in each_list if isinstance(entry, Lost)):
            yield from (str(entry.raw[key]) for key in ("id", "number") if key in entry.raw)


def _listed(parsed: Parsed) -> Listed:
    exhibitors = (_exhibitor(each) for each, _ in _all([parsed], "exhibitors"))
    return Listed(tuple(exhibitors), tuple(_exhibit(each) for each, _ in _all([parsed], "exhibits")))


def _exhibitor(entry: Any) -> model.Exhibitor:
    products = tuple(text(each) for each in entry.products)
    contact, meeting = _contact(entry.contact), offer_of(entry.meeting)
    return model.Exhibitor(entry.id, text(entry.name), entry.country, products, contact, meeting)


def _contact(entry: Any) -> Contact:
    if entry is None:
        return Contact()
    return Contact(entry.email or "", entry.url or "", entry.phone or "")


def _exhibit(entry: Any) -> model.Exhibit:
    summary, queue = text(entry.summary), queue_of(entry.queue)
    return model.Exhibit(entry.id, text(entry.name), entry.model, summary, entry.source, queue)
