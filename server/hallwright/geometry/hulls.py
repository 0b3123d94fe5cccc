"""Upright hulls with soft corners, given by a few level rings, and plates that lie on them: shells and casings.

Metres, Y up. Turns are radians about the vertical: 0 is +X, a quarter turn +Z, the front.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.colors import Color
from hallwright.geometry.lofting import loft, sheet, spline
from hallwright.geometry.mesh import Primitive

Points = NDArray[np.float64]
Level = Sequence[float]
"""Height, middle x, middle z, half width, half depth, power (2 round, 4 nearly square)."""

FINE = 10
# How deep the rims of plates go, metres: below the facets of the hull.
SUNK = 0.006


class Hull:
    """A smooth hull through level rings, lowest first (at least two, heights ascending)."""

    def __init__(self, levels: Sequence[Level]) -> None:
        self._levels = np.asarray(spline(levels, FINE * len(levels)))

    def at(self, heights: Points, turns: Points) -> Points:
        """Points (heights, turns, 3) on the hull."""
        known = self._levels
        x, z, wide, deep, power = (np.interp(heights, known[:, 0], known[:, k])[:, None] for k in range(1, 6))
        cos, sin = np.cos(turns)[None], np.sin(turns)[None]
        out_x = np.sign(cos) * np.abs(cos) ** (2 / power) * wide + x
        out_z = np.sign(sin) * np.abs(sin) ** (2 / power) * deep + z
        return np.stack([out_x, np.broadcast_to(heights[:, None], out_x.shape), out_z], axis=-1)

    def skin(
        self, rings: int, around: int, material: str = "satin", color: Color | None = None, *, caps: bool = True
    ) -> Primitive:
        """The whole hull; rings lie closer where it curves in at its ends."""
        share = (1 - np.cos(np.linspace(0, math.pi, rings))) / 2
        low, high = self._levels[0, 0], self._levels[-1, 0]
        turns = np.linspace(2 * math.pi, 0, around, endpoint=False)
        return loft(
            self.at(low + (high - low) * (0.55 * share + 0.45 * np.linspace(0, 1, rings)), turns),
            material,
            color,
            caps=caps,
        )

    def plate(
        self,
        turns: tuple[float, float],
        heights: tuple[float, float],
        proud: float,
        material: str = "satin",
        color: Color | None = None,
        *,
        cells: tuple[int, int] = (12, 8),
        corner: float = 4.0,
    ) -> Primitive:
        """A cushion between two turns and two heights, ``proud`` metres thick, with a steep rim that goes below the
        hull. ``cells`` are columns and rows; the lower ``corner``, the rounder its outline (2 an ellipse)."""
        u, v = np.meshgrid(*(_lines(count) for count in cells))
        bent_u, bent_v = _rounded(u, v, corner)
        turn = (turns[0] + turns[1]) / 2 - bent_u * abs(turns[1] - turns[0]) / 2
        height = (heights[0] + heights[1]) / 2 + bent_v * (heights[1] - heights[0]) / 2
        points = self._each(height, turn)
        out = self._each(height, turn, 1.01) - points
        out /= np.maximum(np.linalg.norm(out, axis=-1, keepdims=True), 1e-9)
        skirt = np.ones(u.shape, bool)
        skirt[1:-1, 1:-1] = False
        high = np.where(skirt, -SUNK, proud * np.where(np.maximum(np.abs(u), np.abs(v)) < 0.99, 1.0, 0.6))
        return sheet(points + out * high[..., None], material, color)

    def _each(self, heights: Points, turns: Points, larger: float = 1.0) -> Points:
        """One point for each height and turn (rows, columns)."""
        known = self._levels
        x, z, wide, deep, power = (np.interp(heights, known[:, 0], known[:, k]) for k in range(1, 6))
        cos, sin = np.cos(turns), np.sin(turns)
        out_x = np.sign(cos) * np.abs(cos) ** (2 / power) * wide * larger + x
        out_z = np.sign(sin) * np.abs(sin) ** (2 / power) * deep * larger + z
        return np.stack([out_x, heights, out_z], axis=-1)


def _lines(cells: int) -> Points:
    """Shares from -1 to 1 that cut a plate into cells, both ends twice: the rim falls straight."""
    inner = np.linspace(-1, 1, cells + 1)
    inner[1:-1] *= 1.06 if cells > 2 else 1.0
    return np.concatenate([[-1.0], inner, [1.0]])


def _rounded(u: Points, v: Points, corner: float) -> tuple[Points, Points]:
    """A square of points pressed into a square with soft corners."""
    edge = np.maximum(np.abs(u), np.abs(v))
    length = (np.abs(u) ** corner + np.abs(v) ** corner) ** (1 / corner)
    factor = np.where(length > 1e-9, edge / np.maximum(length, 1e-9), 1.0)
    return u * factor, v * factor
