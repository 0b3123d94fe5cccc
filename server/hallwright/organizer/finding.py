"""Find things of a tour by name: every word of the query is in a name or a number, in either language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from hallwright.organizer.tour import Area, Text, Tour

Kind = Literal["area", "zone", "booth", "placement", "board", "stage", "facility", "portal", "show", "session", "tour"]
MOST = 60


@dataclass(frozen=True, slots=True)
class Found:
    """Something that was found, by its kind, its id and the area where it is."""

    kind: Kind
    id: str
    area: str


@dataclass(frozen=True, slots=True)
class Findings:
    """The first of what was found, and how many there are in all."""

    first: tuple[Found, ...]
    count: int


def find(tour: Tour, query: str) -> Findings:
    """What matches ``query``, areas in the manifest's order."""
    words = query.casefold().split()
    if not words:
        return Findings((), 0)
    found = [each for each, names in _named(tour) if _match(words, names)]
    return Findings(tuple(found[:MOST]), len(found))


def _match(words: list[str], names: str) -> bool:
    return all(word in names for word in words)


def _named(tour: Tour) -> Iterator[tuple[Found, str]]:
    for area in tour.areas.values():
        yield Found("area", area.id, area.id), _folded(area.name)
        yield from ((Found("zone", z.id, area.id), _folded(z.name, number=z.letter)) for z in area.zones)
        yield from _things(area)
        yield from ((Found("show", show.id, area.id), _folded(show.name)) for show in area.shows)
    for guided in tour.guided.values():
        area_id = guided.stops[0].spot.area if guided.stops else tour.start
        yield Found("tour", guided.id, area_id), _folded(guided.name, guided.summary)


def _things(area: Area) -> Iterator[tuple[Found, str]]:
    for booth in area.booths:
        exhibitor = booth.exhibitor.name if booth.exhibitor else None
        names = _folded(booth.name, exhibitor, *(shown.exhibit.name for shown in booth.exhibits), number=booth.number)
        yield Found("booth", booth.id, area.id), names
    for placement in area.placements:
        yield Found("placement", placement.id, area.id), _folded(placement.name, placement.exhibit.model)
    yield from ((Found("board", board.id, area.id), _folded(board.name)) for board in area.boards)
    yield from ((Found("stage", stage.id, area.id), _folded(stage.name)) for stage in area.stages)
    yield from ((Found("facility", each.id, area.id), _folded(each.name)) for each in area.facilities)


def _folded(*texts: Text | None, number: str = "") -> str:
    return " ".join([number, *(" ".join(text.values()) for text in texts if text)]).casefold()
