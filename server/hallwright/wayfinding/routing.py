"""Ways through a venue, from area to area, and over several stops.

Areas meet at portals, of which there are few: how far each is from the others of its area is known, so that a way
through many areas costs no more than one through the first and the last.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from hallwright.layout.model import Point
from hallwright.wayfinding.approaching import End, end_at_point, end_at_stand
from hallwright.wayfinding.network import Layer, Network, Place
from hallwright.wayfinding.ordering import shortest_order
from hallwright.wayfinding.searching import Searcher, Way

PACE = 1.3
"""Metres a second: a little under the 1.34 m/s that people walk freely (Weidmann, Transporttechnik der Fussgänger,
ETH Zürich 1993, table 3.2), for those who look about."""
MOST_ENDS = 12  # of many places that are meant by one word, so many are looked at in an area
Pause = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Target:
    """Where one wants to begin or to go: one of some places, by number, or a point of an area."""

    word: str
    places: tuple[int, ...] = ()
    area: int = -1
    at: Point = (0.0, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """The part of a route in one area on the way to stop number ``stop``; ``gate`` is the portal it ends in, -1 when
    it ends at the stop."""

    stop: int
    area: int
    way: Way
    gate: int = -1


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """``stretches`` in order; ``order``: the stops as visited; ``start``, ``places``: the place it begins at, and the
    one reached at each stop, -1 for a point."""

    stretches: tuple[Stretch, ...]
    order: tuple[int, ...]
    start: int
    places: tuple[int, ...]

    @property
    def length(self) -> float:
        """Metres."""
        return sum(stretch.way.length for stretch in self.stretches)


Ends = dict[int, list[End]]  # by area


@dataclass(frozen=True, slots=True)
class _Plan:
    """A way of so many metres through these portals (area, gate), to an end in ``area``."""

    length: float
    area: int
    gates: tuple[tuple[int, int], ...]


class Router:
    """Answers with routes over one network. What it unpacked is kept for later routes."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._searchers: dict[tuple[int, bool], Searcher] = {}

    def route(
        self, start: Target, stops: Sequence[Target], *, step_free: bool = False, optimise: bool = False,
        keep_last: bool = False, pause: Pause = lambda: None,
    ) -> Route | int:
        """The route from ``start`` over all ``stops``, in the shortest order if ``optimise``, the last one last if
        ``keep_last``. ``pause`` is called between pieces of work of a few milliseconds. The number of the stop that
        no way leads to, -1 when there is none from the start, instead of a route."""
        ends = [self._ends(target, step_free) for target in (start, *stops)]
        lost = next((number for number, found in enumerate(ends) if not found), None)
        if lost is not None:
            return lost - 1
        order = tuple(range(len(stops)))
        if optimise and len(stops) > 1:
            order = shortest_order(self._lengths(ends, step_free, pause), keep_last, pause)
        here, stretches, places = ends[0], list[Stretch](), list[int]()
        for number, stop in enumerate(order):
            pause()
            found = self._between(here, ends[stop + 1], number, step_free)
            if not found:
                return stop
            stretches += found
            last = found[-1]
            here = {last.area: [last.way.end]}
            places.append(self._place_of(last.area, last.way.end, step_free))
        begun = stretches[0]
        return Route(tuple(stretches), order, self._place_of(begun.area, begun.way.start, step_free), tuple(places))

    @cached_property
    def _stands(self) -> dict[bool, dict[int, list[int]]]:
        """The stands of each place, on foot and rolling."""
        found: dict[bool, dict[int, list[int]]] = {False: {}, True: {}}
        for area in self.network.areas:
            for rolling, layer in zip((False, True), area.layers, strict=True):
                for stand, place in enumerate(layer.stands.places.tolist()):
                    found[rolling].setdefault(area.first + place, []).append(stand)
        return found

    def _layer(self, area: int, step_free: bool) -> Layer:
        return self.network.areas[area].layers[step_free]

    def _searcher(self, area: int, step_free: bool) -> Searcher:
        known = self._searchers.get((area, step_free))
        if known is None:
            known = self._searchers[area, step_free] = Searcher(self._layer(area, step_free))
        return known

    def _ends(self, target: Target, step_free: bool) -> Ends:
        if target.area >= 0:
            end = end_at_point(self._layer(target.area, step_free), target.at)
            return {target.area: [end]} if end else {}
        ends: Ends = {}
        for place in target.places:
            area = self.network.places[place].area
            for stand in self._stands[step_free].get(place, ()):
                ends.setdefault(area, []).append(end_at_stand(self._layer(area, step_free), stand))
        return ends

    def _place_of(self, area: int, end: End, step_free: bool) -> int:
        if end.stand < 0:
            return -1
        return self.network.areas[area].first + int(self._layer(area, step_free).stands.places[end.stand])

    def _lengths(self, ends: Sequence[Ends], step_free: bool, pause: Pause) -> list[list[float]]:
        """From each to each, in metres; ways are as long back as there."""
        lengths = [[0.0] * len(ends) for _ in ends]
        for i in range(len(ends)):
            for j in range(i + 1, len(ends)):
                pause()
                lengths[i][j] = lengths[j][i] = self._plan(ends[i], ends[j], step_free).length
        return lengths

    def _between(self, starts: Ends, ends: Ends, stop: int, step_free: bool) -> list[Stretch]:
        """The stretches of the shortest way; none when there is no way."""
        plan = self._plan(starts, ends, step_free)
        if math.isinf(plan.length):
            return []
        stretches: list[Stretch] = []
        here = starts
        for area, gate in plan.gates:
            layer, searcher = self._layer(area, step_free), self._searcher(area, step_free)
            start = min(here[area], key=lambda end: searcher.gate_length(end, gate))
            way = searcher.gate_way(start, gate, end_at_stand(layer, int(layer.gates[gate])))
            stretches.append(Stretch(stop, area, way, gate))
            there, other = self.network.areas[area].portals[gate]
            layer = self._layer(there, step_free)
            here = {there: [end_at_stand(layer, int(layer.gates[other]))]}
        last = self._searcher(plan.area, step_free).way(here[plan.area], _near(here[plan.area], ends[plan.area]))
        assert last is not None  # the plan went there
        return [*stretches, Stretch(stop, plan.area, last)]

    def _plan(self, starts: Ends, ends: Ends, step_free: bool) -> _Plan:
        """Which portals to take: those of the shortest way."""
        best = _Plan(math.inf, -1, ())
        for area in starts.keys() & ends.keys():
            length = self._searcher(area, step_free).length(starts[area], _near(starts[area], ends[area]))
            best = min(best, _Plan(length, area, ()), key=lambda plan: plan.length)
        heap: list[tuple[float, int, int, tuple[tuple[int, int], ...]]] = [
            (self._searcher(area, step_free).gate_length(end, gate), area, gate, ((area, gate),))
            for area, found in starts.items()
            for end in found
            for gate in self._open_gates(area, step_free)
        ]
        heapq.heapify(heap)
        done: set[tuple[int, int]] = set()
        while heap:
            length, area, gate, gates = heapq.heappop(heap)
            if length >= best.length:
                break
            there, other = self.network.areas[area].portals[gate]
            if (there, other) in done or self._layer(there, step_free).gates[other] < 0:
                continue
            done.add((there, other))
            for end in ends.get(there, ()):
                total = length + self._searcher(there, step_free).gate_length(end, other)
                best = min(best, _Plan(total, there, gates), key=lambda plan: plan.length)
            for further in self._open_gates(there, step_free):
                if further != other:
                    total = length + float(self._layer(there, step_free).table[other, further])
                    heapq.heappush(heap, (total, there, further, (*gates, (there, further))))
        return best

    def _open_gates(self, area: int, step_free: bool) -> list[int]:
        return [gate for gate, stand in enumerate(self._layer(area, step_free).gates.tolist()) if stand >= 0]

    def place(self, number: int) -> Place | None:
        """A place by its number; None for -1."""
        return self.network.places[number] if number >= 0 else None


def _near(starts: Sequence[End], ends: Sequence[End]) -> list[End]:
    """The ends nearest to any of the starts, as the crow flies: of the many that one word may mean."""
    if len(ends) <= MOST_ENDS:
        return list(ends)
    return sorted(ends, key=lambda end: min(math.dist(end.point, start.point) for start in starts))[:MOST_ENDS]
