"""What one needs to be told on a route, and where: set off, turn, cross, go through, arrive."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hallwright.layout.model import Point, Text
from hallwright.wayfinding import words
from hallwright.wayfinding.network import Network, Place
from hallwright.wayfinding.routing import Route, Stretch
from hallwright.wayfinding.surroundings import Surroundings

SAME_TURN = 2.5  # metres: bends closer than this are one turn
LEAST_TURN = 30.0  # degrees
AT_ENDS = 1.5  # metres from the ends of a stretch where turns are not told


@dataclass(frozen=True, slots=True)
class Hint:
    """``kind`` is one of ``words.KINDS``; ``leg`` the number of the stretch; ``distance`` metres from the route's
    start; ``heading`` where one looks from there on, a bearing in radians."""

    kind: str
    leg: int
    at: Point
    distance: float
    heading: float
    text: Text


@dataclass(frozen=True, slots=True)
class _Turn:
    at: Point
    distance: float
    degrees: float
    onward: int  # the number of the line's point where the turn is over


def hints_of(network: Network, route: Route, around: Callable[[int], Surroundings]) -> list[Hint]:
    """The hints of a route, in order. ``around``: the surroundings of an area, by its number."""
    found: list[Hint] = []
    start, entered = 0.0, -1
    for leg, stretch in enumerate(route.stretches):
        there = around(stretch.area)
        found += _setting_off(network, stretch, leg, start, there, stretch.area != entered and leg > 0)
        own = [*_turns(stretch, leg, start, there), *_crossings(stretch, leg, start, there)]
        found += sorted(own, key=lambda hint: hint.distance)
        start += stretch.way.length
        found.append(_end(network, route, leg, start))
        entered = stretch.area
    return found


def bearing(a: Point, b: Point) -> float:
    """From one point to another, in radians clockwise from north."""
    return math.atan2(b[0] - a[0], b[1] - a[1]) % (2 * math.pi)


def _setting_off(
    network: Network, stretch: Stretch, leg: int, start: float, there: Surroundings, is_new: bool
) -> Iterator[Hint]:
    points = _points(stretch)
    if stretch.way.length < 2 * AT_ENDS:
        return
    heading = bearing(points[0], points[1])
    area = network.areas[stretch.area].name if is_new else None
    text = words.set_off(heading, there.street(points[0], points[1]), area)
    yield Hint("start", leg, points[0], start, heading, text)


def _turns(stretch: Stretch, leg: int, start: float, there: Surroundings) -> Iterator[Hint]:
    points = _points(stretch)
    for turn in _bends(points):
        if not AT_ENDS < turn.distance < stretch.way.length - AT_ENDS:
            continue
        onward = points[turn.onward], points[turn.onward + 1]
        kind, street = words.turn_kind(turn.degrees), there.street(*onward)
        text = words.turn(kind, there.booth_at(turn.at), there.thing_near(turn.at), street)
        yield Hint(kind, leg, turn.at, start + turn.distance, bearing(*onward), text)


def _bends(points: list[Point]) -> Iterator[_Turn]:
    """The turns of a line; bends close to one another taken together."""
    marks = [0.0]
    for a, b in zip(points, points[1:], strict=False):
        marks.append(marks[-1] + math.dist(a, b))
    first = 1
    while first < len(points) - 1:
        last = first
        while last < len(points) - 2 and marks[last + 1] - marks[last] < SAME_TURN:
            last += 1
        before, after = bearing(points[first - 1], points[first]), bearing(points[last], points[last + 1])
        degrees = math.degrees((after - before + math.pi) % (2 * math.pi) - math.pi)
        middle = (first + last) // 2
        if abs(degrees) >= LEAST_TURN:
            yield _Turn(points[middle], marks[middle], degrees, last)
        first = last + 1


def _crossings(stretch: Stretch, leg: int, start: float, there: Surroundings) -> Iterator[Hint]:
    line = _points(stretch)
    for distance, at, crossing in there.crossings(stretch.way.line):
        yield Hint(crossing.kind, leg, at, start + distance, bearing(line[-2], line[-1]), words.cross(crossing))


def _end(network: Network, route: Route, leg: int, distance: float) -> Hint:
    """Through the portal at the end of a stretch, or the arrival at a stop."""
    stretch = route.stretches[leg]
    points = _points(stretch)
    heading = bearing(points[-2], points[-1])
    if stretch.gate >= 0:
        area, _ = network.areas[stretch.area].portals[stretch.gate]
        text = words.go_through(network.areas[area].name)
        return Hint("portal", leg, points[-1], distance, heading, text)
    number = route.places[stretch.stop]
    place = network.places[number] if number >= 0 else None
    is_last = stretch.stop == len(route.places) - 1
    name = network.areas[place.area].name if place and _is_area(place, stretch) else place.name if place else None
    text = words.arrive(name, _side(points[-1], heading, place), 0 if is_last else stretch.stop + 1)
    return Hint("arrive" if is_last else "stop", leg, points[-1], distance, heading, text)


def _is_area(place: Place, stretch: Stretch) -> bool:
    """Whether who has come to a place wanted no more than its area: where people appear, or the gate just come by."""
    return place.family == "spawn" or (place.family == "portal" and stretch.way.length < AT_ENDS)


def _side(at: Point, heading: float, place: Place | None) -> str:
    """Where a place lies for one who has come to it: left, right, ahead, behind, or here."""
    if place is None or math.dist(at, place.at) < 0.8 or place.family in ("zone", "spawn", "portal", "ground"):
        return "here"
    degrees = math.degrees((bearing(at, place.at) - heading + math.pi) % (2 * math.pi) - math.pi)
    if abs(degrees) <= 35:
        return "ahead"
    if abs(degrees) >= 145:
        return "behind"
    return "right" if degrees > 0 else "left"


def _points(stretch: Stretch) -> list[Point]:
    """The line's points, two at least; one who stands there already has no line to look along."""
    points = [(float(x), float(y)) for x, y in stretch.way.line]
    return points if len(points) > 1 else [points[0], points[0]]
