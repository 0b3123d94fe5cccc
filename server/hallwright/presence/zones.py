"""Which zone a place is in: an area's zones drawn once on a grid, so that thousands of people cost one look-up."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hallwright.presence.plan import AreaPlan, Point

NONE = 255
STEP = 100  # cm


class ZoneMap:
    """The zones of an area on a grid of 1 m. Where zones overlap the first one counts."""

    def __init__(self, area: AreaPlan) -> None:
        width, depth = (max(1, int(np.ceil(side * 100 / STEP))) for side in area.size)
        self.count = min(len(area.zones), NONE)
        self._grid = np.full((depth, width), NONE, np.uint8)
        x, y = np.meshgrid((np.arange(width) + 0.5) * STEP / 100, (np.arange(depth) + 0.5) * STEP / 100)
        for index in reversed(range(self.count)):
            self._grid[inside(area.zones[index].polygon, x, y)] = index

    def people(self, x: NDArray[np.float32], y: NDArray[np.float32]) -> NDArray[np.intp]:
        """How many of the places (cm) lie in each zone."""
        rows = np.minimum((y / STEP).astype(np.intp), self._grid.shape[0] - 1)
        columns = np.minimum((x / STEP).astype(np.intp), self._grid.shape[1] - 1)
        return np.bincount(self._grid[rows, columns], minlength=NONE + 1)[: self.count]


def holds(polygon: tuple[Point, ...], at: Point) -> bool:
    """Whether a point lies in the polygon."""
    return bool(inside(polygon, np.array([at[0]], np.float64), np.array([at[1]], np.float64))[0])


def inside(polygon: tuple[Point, ...], x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which points lie in the polygon, by the even-odd rule."""
    result = np.zeros(x.shape, np.bool_)
    for (ax, ay), (bx, by) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if ay == by:
            continue
        crossing = (ay > y) != (by > y)
        result ^= crossing & (x < (bx - ax) * (y - ay) / (by - ay) + ax)
    return result
