"""The shortest way in one area: A* over the linked corners, led by how far landmarks say that the goal is at least
(ALT: Goldberg and Harrelson, Computing the Shortest Path: A* Search Meets Graph Theory, SODA 2005)."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.layout.model import Point
from hallwright.wayfinding.approaching import End, both_grids, run, straight, within_pocket
from hallwright.wayfinding.network import Floats, Layer
from hallwright.wayfinding.sight import Points, length_of, pulled

Lines = list[tuple[int, float]]


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """A line in one area, (n, 2) in plan metres, as long as ``length``; from which end to which."""

    line: Points
    length: float
    start: End
    end: End


@dataclass(frozen=True, slots=True)
class _Found:
    """A way that is not drawn yet: the points between its ends."""

    length: float
    between: tuple[Point, ...]
    start: End
    end: End


class Searcher:
    """Ways in one layer. Neighbours of nodes are unpacked when they are first needed, and kept."""

    def __init__(self, layer: Layer) -> None:
        self.layer = layer
        self._lines: dict[int, Lines] = {}

    def way(self, starts: Sequence[End], ends: Sequence[End]) -> Way | None:
        """The shortest way from any of some ends to any of others; None when there is none."""
        found = self._find(starts, ends)
        return self._drawn(found) if found else None

    def length(self, starts: Sequence[End], ends: Sequence[End]) -> float:
        """How long that way is; infinite when there is none."""
        found = self._find(starts, ends)
        return found.length if found else math.inf

    def gate_length(self, start: End, gate: int) -> float:
        """How far a gate of the layer is."""
        if self._goes_straight(start, gate):
            return math.dist(start.point, self.layer.stands.points[self.layer.gates[gate]])
        totals = self.layer.reach[gate, start.nodes] + start.lengths
        return float(np.min(totals, initial=np.inf))

    def gate_way(self, start: End, gate: int, end: End) -> Way:
        """The way to a gate, which is ``end``; there must be one."""
        if self._goes_straight(start, gate):
            return self._drawn(_Found(0.0, (), start, end))
        node = int(start.nodes[np.argmin(self.layer.reach[gate, start.nodes] + start.lengths)])
        nodes = []
        while node >= 0:
            nodes.append(node)
            node = int(self.layer.parents[gate, node])
        return self._drawn(_Found(0.0, self._between(nodes, start, end), start, end))

    def _goes_straight(self, start: End, gate: int) -> bool:
        x, y = self.layer.stands.points[self.layer.gates[gate]].tolist()
        there = End((x, y), start.nodes, start.lengths, {}, self.layer.ground.open)
        return straight(self.layer.ground.step, start, there)

    def _find(self, starts: Sequence[End], ends: Sequence[End]) -> _Found | None:
        step = self.layer.ground.step
        pairs = sorted(((math.dist(a.point, b.point), i, j) for i, a in enumerate(starts) for j, b in enumerate(ends)))
        best: _Found | None = None
        for far, i, j in pairs:
            a, b = starts[i], ends[j]
            if straight(step, a, b):
                found = _Found(far, (), a, b)
            elif (between := within_pocket(step, a, b)) is not None:
                found = _Found(run(a.point, *between, b.point), between, a, b)
            else:
                continue
            best = found if best is None or found.length < best.length else best
            if best.length <= pairs[0][0]:
                return best
        return self._search(starts, ends, best)

    def _search(self, starts: Sequence[End], ends: Sequence[End], best: _Found | None) -> _Found | None:
        """A* from all starts at once to all ends at once; ``best`` is what is known already."""
        count = len(self.layer.nodes)
        far, source = _nearest(count, starts)
        tail, target = _nearest(count, ends)
        least = self._least(ends, tail)
        limit = best.length if best else math.inf
        g, parents, goal = far.tolist(), [-1] * count, -1
        seeds = np.flatnonzero(np.isfinite(far + least))
        heap = list(zip((far + least)[seeds].tolist(), seeds.tolist(), strict=True))
        heapq.heapify(heap)
        rest, ahead = tail.tolist(), least.tolist()
        while heap:
            total, here = heapq.heappop(heap)
            if total >= limit:
                break
            done = g[here]
            if total > done + ahead[here] + 1e-6:
                continue
            if done + rest[here] < limit:
                limit, goal = done + rest[here], here
            for there, line in self._neighbours(here):
                if done + line < g[there] - 1e-9 and done + line + ahead[there] < limit:
                    g[there], parents[there] = done + line, here
                    heapq.heappush(heap, (done + line + ahead[there], there))
        if goal < 0:
            return best
        nodes = [goal]
        while parents[nodes[-1]] >= 0:
            nodes.append(parents[nodes[-1]])
        nodes.reverse()
        start, end = starts[source[nodes[0]]], ends[target[goal]]
        return _Found(limit, self._between(nodes, start, end), start, end)

    def _least(self, ends: Sequence[End], tail: NDArray[np.float64]) -> NDArray[np.float64]:
        """(n,) how far all nodes are from the nearest of some ends, at least: straight, and by the landmarks."""
        landmarks = self.layer.landmarks
        rows = []
        for end in ends:
            straight_on = np.hypot(*(self.layer.nodes - end.point).T)
            rows.append(np.maximum(straight_on, _detour(landmarks, end)) if len(end.nodes) else straight_on)
        return np.asarray(np.minimum(np.min(rows, axis=0), tail))

    def _neighbours(self, node: int) -> Lines:
        known = self._lines.get(node)
        if known is None:
            links = self.layer.links
            lines = slice(links.starts[node], links.starts[node + 1])
            known = list(zip(links.ends[lines].tolist(), links.lengths[lines].tolist(), strict=True))
            self._lines[node] = known
        return known

    def _between(self, nodes: Sequence[int], start: End, end: End) -> tuple[Point, ...]:
        corners = [(float(x), float(y)) for x, y in self.layer.nodes[list(nodes)]]
        return (*start.vias.get(nodes[0], ()), *corners, *reversed(end.vias.get(nodes[-1], ())))

    def _drawn(self, found: _Found) -> Way:
        """The line of a way, pulled straight."""
        start, end = found.start, found.end
        points = np.array([start.point, *found.between, end.point])
        line = pulled(both_grids(start, end), self.layer.ground.step, points)
        return Way(line, length_of(line), start, end)


def _nearest(count: int, ends: Sequence[End]) -> tuple[NDArray[np.float64], dict[int, int]]:
    """(n,) how far the nodes are from the nearest of the ends that see them, and which that is."""
    far = np.full(count, np.inf)
    which: dict[int, int] = {}
    for number, end in enumerate(ends):
        nearer = end.lengths < far[end.nodes]
        far[end.nodes[nearer]] = end.lengths[nearer]
        which |= dict.fromkeys(end.nodes[nearer].tolist(), number)
    return far, which


def _detour(landmarks: Floats, end: End) -> NDArray[np.float64]:
    """How far landmarks say that the nodes are from an end, at least: no way is shorter than what two lengths from one
    landmark differ by."""
    own = (landmarks[:, end.nodes] + end.lengths).min(axis=1)
    return np.asarray(np.abs(landmarks - own[:, None]).max(axis=0), np.float64) - 1e-3
