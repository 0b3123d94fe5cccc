"""The slow reference: the exact shortest way for a point among blocked squares.

A shortest way bends at outer vertices of blocked squares only. Blocked squares are merged into rectangles; a straight
line is free when it runs through the inside of none. Nothing is shared with ``wayfinding``: no linking, no thinning,
no landmarks, no stepping from square to square. A* over vertices, whose sight is worked out when they are reached.

A way of at most so many metres stays inside an ellipse about its ends, and so do its straight lines: what lies outside
is left out, and what is found is still the shortest.
"""

from __future__ import annotations

import heapq
import math
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Grid = NDArray[np.bool_]
HAIR = 1e-6


class Exact:
    """Shortest ways over one grid of open squares, ``step`` metres wide."""

    def __init__(self, grid: Grid, step: float) -> None:
        self._rectangles = _rectangles(grid) * step
        self._vertices = _vertices(grid) * step
        self._whole = _Sight(self._vertices, self._rectangles)

    def __len__(self) -> int:
        """How many vertices there are: the time that a way takes grows faster than they."""
        return len(self._vertices)

    def length(self, start: tuple[float, float], end: tuple[float, float], within: float = math.inf) -> float:
        """Metres of the shortest way; infinite when none is as short as ``within``."""
        sight = self._whole if within == math.inf else self._about(np.array(start), np.array(end), within)
        goal, vertices = np.array(end), sight.vertices
        heap = [(math.dist(start, end), 0.0, -1)]
        best = np.full(len(vertices), np.inf)
        while heap:
            total, far, here = heapq.heappop(heap)
            if here == -2:
                return total if total <= within else math.inf
            at = np.array(start) if here == -1 else vertices[here]
            if here >= 0 and far > best[here]:
                continue
            if sight.sees(at, goal[None])[0]:
                heapq.heappush(heap, (far + float(np.hypot(*(goal - at))), 0.0, -2))
            lengths = far + np.hypot(*(vertices - at).T)
            for there in np.flatnonzero(sight.of(here, at) & (lengths < best - 1e-9)):
                best[there] = lengths[there]
                left = float(np.hypot(*(goal - vertices[there])))
                heapq.heappush(heap, (float(lengths[there]) + left, float(lengths[there]), int(there)))
        return math.inf

    def _about(self, start: Points, end: Points, within: float) -> _Sight:
        """The vertices inside the ellipse, and the rectangles that its bounds touch."""
        most = within + HAIR
        inside = np.hypot(*(self._vertices - start).T) + np.hypot(*(self._vertices - end).T) <= most
        middle, along = (start + end) / 2, np.abs(end - start) / 2
        # Of an ellipse whose foci lie slantwise: half the width is the root of a² − (the other part of the focus)².
        half = np.sqrt(np.maximum(0.0, (most / 2) ** 2 - along[::-1] ** 2)) + HAIR
        low, high = self._rectangles[:, :2], self._rectangles[:, 2:]
        touched = ((low <= middle + half) & (high >= middle - half)).all(axis=1)
        return _Sight(self._vertices[inside], self._rectangles[touched])


class _Sight:
    """Who sees whom among some vertices, past some rectangles."""

    def __init__(self, vertices: Points, rectangles: Points) -> None:
        self.vertices, self._rectangles = vertices, rectangles
        self._seen: dict[int, NDArray[np.bool_]] = {}

    def of(self, here: int, at: Points) -> NDArray[np.bool_]:
        """Which vertices are seen from vertex ``here``, or from ``at`` when it is none."""
        if here < 0:
            return self.sees(at, self.vertices)
        if here not in self._seen:
            self._seen[here] = self.sees(at, self.vertices)
        return self._seen[here]

    def sees(self, at: Points, ends: Points) -> NDArray[np.bool_]:
        """Slabs: where a line is between a rectangle's west and east, and where between its south and north."""
        free = np.ones(len(ends), bool)
        for start in range(0, len(ends), 256):
            some = slice(start, start + 256)
            along = (ends[some] - at)[:, None, :]
            along = np.where(along == 0, 1e-12, along)
            low, high = self._rectangles[None, :, :2] + HAIR, self._rectangles[None, :, 2:] - HAIR
            a, b = (low - at) / along, (high - at) / along
            enter, leave = np.minimum(a, b).max(axis=2), np.maximum(a, b).min(axis=2)
            free[some] = ~((enter < leave) & (leave > 0) & (enter < 1)).any(axis=1)
        return free


def _rectangles(grid: Grid) -> Points:
    """(n, 4): blocked squares, in rows that are merged where they lie over one another."""
    found: list[tuple[int, int, int, int]] = []
    waiting: dict[tuple[int, int], int] = {}
    for row in range(grid.shape[0] + 1):
        runs = set()
        if row < grid.shape[0]:
            for blocked, group in groupby(range(grid.shape[1]), key=lambda column: not grid[row, column]):
                columns = list(group)
                if blocked:
                    runs.add((columns[0], columns[-1] + 1))
        for run in [run for run in waiting if run not in runs]:
            found.append((run[0], waiting.pop(run), run[1], row))
        for run in runs:
            waiting.setdefault(run, row)
    return np.array(found, np.float64).reshape(-1, 4)


def _vertices(grid: Grid) -> Points:
    """(n, 2): vertices with one blocked square and three open ones around them, in squares."""
    padded = np.pad(grid, 1)
    around = [padded[y : y + grid.shape[0] + 1, x : x + grid.shape[1] + 1] for y in (0, 1) for x in (0, 1)]
    found = np.argwhere(np.sum(around, axis=0) == 3)
    return found[:, ::-1].astype(np.float64)
