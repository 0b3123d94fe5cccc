"""Guided tours in words: what is said at each stop, and the way to the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from flask import Response

from hallwright.api.faults import FaultError
from hallwright.api.text.pages import Reading
from hallwright.api.ways import ready_guide
from hallwright.errors import RouteRefused
from hallwright.organizer.directions import Directions, directions_of
from hallwright.organizer.tour import GuidedTour
from hallwright.wayfinding.guide import Guide, Wish

LEGS_A_TURN = 4  # ways from stop to stop that are as much work as one route that is asked for


def tours(page: Reading) -> Response:
    """Every guided tour of the venue."""
    if not page.tour.guided:
        raise FaultError(404, "unknown_place", en="This venue has no guided tours.", zh="该展会没有导览路线。")
    start = page.tour.areas[page.tour.start]
    return page.still("tours.html", start.spot, page.trail(start)[:1])


def guided(page: Reading, id: str) -> Response:
    """A guided tour: its stops in order, what is said there, and the way to the next."""
    tour = page.tour.guided.get(id)
    if tour is None:
        en, zh = f"There is no tour “{id}” in this venue; it may have gone.", f"本场馆中没有导览“{id}”，可能已被移除。"
        raise FaultError(404, "unknown_place", en=en, zh=zh)
    start = page.tour.areas[page.tour.start]
    spot = tour.stops[0].spot if tour.stops else start.spot
    trail = [page.trail(start)[0], (page.speech.say("tours"), page.links.page("tours"))]
    return page.live("guided.html", spot, trail, guided=tour, ways=_ways(page, tour))


def _ways(page: Reading, tour: GuidedTour) -> tuple[Directions | None, ...]:
    """The way to each stop from the one before; None for the first, and where none can be told (now). Worked out once
    for all readers, since a tour is the same until the venue is published again."""
    key = (page.tour.venue, page.tour.revision, tour.id)
    known = page.library.ways.get(key)
    if known:
        return known
    unknown = (None,) * len(tour.stops)
    pace = page.library.pace
    try:
        guide = ready_guide(page.hall)
    except FaultError:
        return unknown
    if pace.wait(1 + len(tour.stops) // LEGS_A_TURN) > 0:
        return unknown
    ways = tuple(_walked(page, guide, tour))
    stale = [each for each in list(page.library.ways) if each[0] == page.tour.venue and each[1] != page.tour.revision]
    for each in stale:
        page.library.ways.pop(each, None)
    page.library.ways[key] = ways
    return ways


def _walked(page: Reading, guide: Guide, tour: GuidedTour) -> Iterator[Directions | None]:
    yield from (None for _ in tour.stops[:1])
    for before, stop in pairwise(tour.stops):
        try:
            yield directions_of(guide, guide.guided(Wish(before.word, (stop.word,)), page.library.pace.pause))
        except RouteRefused:
            yield None
