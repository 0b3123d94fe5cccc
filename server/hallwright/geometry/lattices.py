"""Lattices: girders of bars that carry things, and gratings that are walked on. Metres."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from hallwright.geometry.colors import Color
from hallwright.geometry.lofting import bars
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import box
from hallwright.geometry.transforms import merge

STEEL = "#8C959B"


def truss(
    start: Sequence[float],
    end: Sequence[float],
    side: float = 0.3,
    material: str = "metal",
    color: Color | None = STEEL,
    *,
    radius: float = 0.022,
    bay: float | None = None,
) -> list[Primitive]:
    """A square lattice girder between two points: four chords, frames and diagonals every ``bay`` metres."""
    a, b = np.asarray(start, np.float64), np.asarray(end, np.float64)
    ahead = (b - a) / np.linalg.norm(b - a)
    hint = np.array([0.0, 0.0, 1.0]) if abs(ahead[1]) > 0.9 else np.array([0.0, 1.0, 0.0])
    right = np.cross(hint, ahead)
    right *= side / 2 / np.linalg.norm(right)
    over = np.cross(ahead, right)
    count = max(1, math.ceil(float(np.linalg.norm(b - a)) / (bay or side)))
    middle = a + np.linspace(0.0, 1.0, count + 1)[:, None] * (b - a)
    corners = np.stack([middle + u * right + v * over for u, v in ((-1, -1), (1, -1), (1, 1), (-1, 1))], 1)
    chords = np.stack([corners[0], corners[-1]], 1)
    following = np.roll(corners, -1, axis=1)
    frames = np.stack([corners, following], 2).reshape(-1, 2, 3)
    odd = (np.arange(count) % 2)[:, None, None]
    low, high = np.where(odd, following[:-1], corners[:-1]), np.where(odd, corners[1:], following[1:])
    diagonals = np.stack([low, high], 2).reshape(-1, 2, 3)
    thin = np.concatenate([frames, diagonals])
    return merge([bars(chords, radius, material, color, sides=8), bars(thin, radius * 0.55, material, color, sides=5)])


def grating(
    width: float, depth: float, center: Sequence[float], material: str = "metal", color: Color | None = STEEL
) -> list[Primitive]:
    """A floor of flat bars in a frame, its upper side at ``center``."""
    x, y, z = center
    count = max(2, int(width / 0.08))
    slats = [
        box((0.012, 0.03, depth), (x + (k + 0.5) * width / count - width / 2, y - 0.015, z), material, color, skip="-y")
        for k in range(count)
    ]
    rim = [box((width, 0.05, 0.03), (x, y - 0.025, z + s * depth / 2), material, color) for s in (-1, 1)]
    rim += [box((0.03, 0.05, depth), (x + s * width / 2, y - 0.025, z), material, color) for s in (-1, 1)]
    return merge([*slats, *rim])
