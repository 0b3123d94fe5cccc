"""A lane as a number line: metres along a ring of points, and which places of the area lie on it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hallwright.presence.plan import Point

CELL = 0.5  # metres of a square of the map of places
REACH = 1.9  # metres beside its middle that belong to a lane: half a vehicle, a person and room between them
SIDEWAYS = 2.0  # m/s²: what a vehicle takes in a bend
BEND = 6.0  # metres over which a bend is measured

Floats = NDArray[np.float64]


class Lane:
    """A ring of ``points`` (metres, in driving direction) in an area of ``size``, driven at ``pace`` m/s at most.

    ``length`` is that of a lap. ``limits`` are the speeds (m/s) that bends allow, one for each metre.
    """

    def __init__(self, points: tuple[Point, ...], size: tuple[float, float], pace: float) -> None:
        ring = np.array([*points, points[0]], np.float64)
        self._ring = ring
        self._along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(ring, axis=0).T))])
        self.length = float(self._along[-1])
        self.limits = self._speeds(pace)
        self._columns, self._rows = (max(1, int(np.ceil(side / CELL))) for side in size)
        self._map = self._places()

    def at(self, along: Floats) -> Floats:
        """(2, n): where the places ``along`` metres on the lane are."""
        where = np.mod(along, self.length)
        return np.stack([np.interp(where, self._along, self._ring[:, axis]) for axis in (0, 1)])

    def on(self, x: NDArray[np.float32], y: NDArray[np.float32]) -> Floats:
        """Metres along the lane of those of the points (metres) that lie on it, ascending."""
        columns, rows = (x / CELL).astype(np.intp), (y / CELL).astype(np.intp)
        known = (columns >= 0) & (columns < self._columns) & (rows >= 0) & (rows < self._rows)
        along = self._map[rows[known], columns[known]]
        found: Floats = np.sort(along[~np.isnan(along)].astype(np.float64))
        return found

    def _places(self) -> NDArray[np.float32]:
        """Of each square of the area its metres along the lane, nan where it is beside it."""
        samples = np.arange(0.0, self.length, CELL / 2)
        at = self.at(samples)
        reach = int(np.ceil(REACH / CELL))
        nearest = np.full((self._rows, self._columns), np.inf)
        along = np.full((self._rows, self._columns), np.nan, np.float32)
        base = np.floor(at / CELL).astype(np.intp)
        for dy in range(-reach, reach + 1):
            for dx in range(-reach, reach + 1):
                column, row = base[0] + dx, base[1] + dy
                away = np.hypot((column + 0.5) * CELL - at[0], (row + 0.5) * CELL - at[1])
                fit = (away <= REACH + CELL / 2) & (column >= 0) & (row >= 0)
                fit &= (column < self._columns) & (row < self._rows)
                column, row, away, where = column[fit], row[fit], away[fit], samples[fit]
                np.minimum.at(nearest, (row, column), away)
                mine = nearest[row, column] >= away
                along[row[mine], column[mine]] = where[mine]
        return along

    def _speeds(self, pace: float) -> Floats:
        """What bends allow, and braking before them at 1.5 m/s²."""
        places = np.arange(max(1, int(np.ceil(self.length))), dtype=np.float64)
        ahead, behind = self.at(places + BEND / 2) - self.at(places), self.at(places) - self.at(places - BEND / 2)
        turn = np.arctan2(ahead[1], ahead[0]) - np.arctan2(behind[1], behind[0])
        bend = np.abs((turn + np.pi) % (2 * np.pi) - np.pi) / (BEND / 2)
        limits: Floats = np.minimum(pace, np.sqrt(SIDEWAYS / np.maximum(bend, 1e-6)))
        for _ in range(2):  # twice round, so that the start knows of the end
            for place in range(len(limits) - 1, -1, -1):
                after = limits[(place + 1) % len(limits)]
                limits[place] = min(limits[place], np.sqrt(after * after + 2 * 1.5))
        return limits
