"""The way to a place, or over several, in words: what was asked in a form, the directions, or why there are none."""

from __future__ import annotations

from flask import Response, request

from hallwright.api.faults import FaultError
from hallwright.api.text.asked import Asked, asked_of
from hallwright.api.text.pages import Reading
from hallwright.api.ways import admit, fault_of, ready_guide
from hallwright.errors import RouteRefused
from hallwright.organizer.directions import Directions, directions_of
from hallwright.organizer.tour import Spot, Text
from hallwright.wayfinding.guide import MOST_STOPS, Guide, Wish


def route(page: Reading) -> Response:
    """The way from somewhere to somewhere; a form alone while it is not said where to."""
    asked = asked_of(request, page.tour.entrance.word)
    told, trouble = None, None
    if asked.stops:
        try:
            told = _directions(page, asked)
        except FaultError as fault:
            trouble = fault
    spot = _spot(page, asked.to)
    trail = page.trail(page.tour.areas[spot.area])
    ends = {"start": _start(page, asked, told), "goals": _goals(page, asked, told)}
    response = page.live("route.html", spot, trail, asked=asked, told=told, trouble=trouble, **ends)
    if trouble:
        response.status_code = trouble.status
        response.headers.pop("ETag", None)
        response.headers.update({"Cache-Control": "no-store", **trouble.headers})
    return response


def _directions(page: Reading, asked: Asked) -> Directions:
    """Raises FaultError for what is not known, where there is no way, and until the ways are surveyed."""
    guide = ready_guide(page.hall)
    pace = page.library.pace
    several = len(asked.stops) > 1
    admit(Wish(asked.begins, asked.stops, optimise=several), pace)
    stops = tuple(_known(page, guide, word) for word in asked.stops[: MOST_STOPS + 1])
    wish = Wish(_known(page, guide, asked.begins), stops, asked.step_free, optimise=several)
    try:
        return directions_of(guide, guide.guided(wish, pace.pause))
    except RouteRefused as refused:
        raise fault_of(refused) from refused


def _known(page: Reading, guide: Guide, word: str) -> str:
    """A word that the guide knows; for a name, the place that the search finds first."""
    if guide.knows(word):
        return word
    found = page.find(word).first
    words = (each.id if each.kind == "area" else f"{each.area}/{each.id}" for each in found[:1])
    return next(filter(guide.knows, words), word)


def _goals(page: Reading, asked: Asked, told: Directions | None) -> list[str]:
    """Where to, in words, in the order of the visit."""
    if told is None:
        return [_goal(page, word, None) for word in asked.stops]
    return [_goal(page, asked.stops[number], name) for number, name in zip(told.order, told.stops, strict=True)]


def _goal(page: Reading, word: str, found: Text | None) -> str:
    tour, links = page.tour, page.links
    for things in (tour.booths, tour.placements, tour.zones, tour.boards):
        if thing := things.get(word):
            return links.thing(thing)
    if area := tour.areas.get(word):
        return page.speech.read(area.name)
    return page.speech.read(found) or word


def _start(page: Reading, asked: Asked, told: Directions | None) -> str:
    """Where from, in words: as the list says, or what was found for what was typed."""
    starts = {start.word: (start, area) for area in page.tour.areas.values() for start in area.starts}
    if asked.begins in starts:
        return page.links.start(*starts[asked.begins])
    return page.speech.read(told.start if told else None) or asked.begins


def _spot(page: Reading, to: str) -> Spot:
    """Where the page is: at the goal as far as it has a page of its own, else at the venue's start."""
    tour = page.tour
    for things in (tour.booths, tour.placements, tour.zones, tour.boards, tour.areas):
        if thing := things.get(to):
            spot: Spot = thing.spot
            return spot
    area, _, _ = to.partition("/")
    return tour.areas.get(area, tour.areas[tour.start]).spot
