"""Where feet may go: every obstacle of an area drawn into a grid, each grown by a visitor's radius.

Row 0 is at the south edge, column 0 at the west edge. Only what stands in the way is drawn, one small
window of the grid at a time, so that a large area costs little.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from hallwright.layout.model import Area, Point
from hallwright.scene.graph import Walkable

STEP = 0.25
RADIUS = 0.3


_Window = tuple[tuple[slice, slice], NDArray[np.floating], NDArray[np.floating]]


class Ground:
    """A grid under construction: True is free."""

    def __init__(self, size: tuple[float, float]) -> None:
        self.columns, self.rows = (math.ceil(side / STEP) for side in size)
        self.free: NDArray[np.bool_] = np.ones((self.rows, self.columns), bool)

    def block(self, at: Point, size: tuple[float, float], facing: float = 0.0, grow: float = RADIUS) -> None:
        """Nobody walks within a rectangle ``size`` about ``at``, turned by a bearing, grown by ``grow``."""
        self._paint(at, size, facing, grow, False)

    def open(self, at: Point, size: tuple[float, float], facing: float = 0.0) -> None:
        """A way through: the rectangle is free again, whatever was drawn before."""
        self._paint(at, size, facing, 0.0, True)

    def _paint(self, at: Point, size: tuple[float, float], facing: float, grow: float, free: bool) -> None:
        half_w, half_d = size[0] / 2, size[1] / 2
        reach = math.hypot(half_w, half_d) + grow
        window, x, y = self._window(at, reach)
        sin, cos = math.sin(facing), math.cos(facing)
        right, forward = np.abs(x * cos - y * sin), np.abs(x * sin + y * cos)
        dx, dy = np.maximum(right - half_w, 0), np.maximum(forward - half_d, 0)
        self.free[window][dx * dx + dy * dy <= grow * grow + 1e-9] = free

    def _window(self, at: Point, reach: float) -> _Window:
        """The part of the grid near a point, and its squares' centres relative to the point."""
        left, right = (min(max(round((at[0] + side) / STEP), 0), self.columns) for side in (-reach, reach))
        low, high = (min(max(round((at[1] + side) / STEP), 0), self.rows) for side in (-reach, reach))
        x = (np.arange(left, right) + 0.5) * STEP - at[0]
        y = (np.arange(low, high) + 0.5) * STEP - at[1]
        return (slice(low, high), slice(left, right)), x[None, :], y[:, None]


def walkable_of(area: Area) -> Walkable:
    """The walkable ground of an area."""
    ground = Ground(area.size)
    for column in area.columns:
        ground.block(column.at, (column.size, column.size))
    return Walkable(STEP, ground.free)
