"""Pipes and hoses: round bars along paths whose corners are bent as a pipe bender does."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hallwright.geometry.colors import Color
from hallwright.geometry.lofting import limb
from hallwright.geometry.mesh import Primitive

Points = NDArray[np.float64]


def rounded(path: ArrayLike, bend: float, steps: int = 5) -> Points:
    """The path (n, 3) with each inner corner an arc of radius ``bend`` metres, ``steps`` pieces an arc; smaller where
    the pieces beside it are too short. Straight runs get no points between."""
    points = np.asarray(path, np.float64)
    found = [points[:1]]
    for before, corner, after in zip(points[:-2], points[1:-1], points[2:], strict=True):
        found.append(_arc(before, corner, after, bend, steps))
    found.append(points[-1:])
    return np.concatenate(found)


def pipe(
    path: ArrayLike,
    radius: float,
    material: str = "metal",
    color: Color | None = None,
    *,
    bend: float | None = None,
    segments: int = 8,
    steps: int = 5,
    caps: bool = True,
) -> Primitive:
    """A pipe along a path (n, 3) with round corners, ``bend`` metres in radius (None: three times the pipe's)."""
    return limb(
        rounded(path, 3 * radius if bend is None else bend, steps),
        radius,
        material,
        color,
        segments=segments,
        caps=caps,
    )


def _arc(before: Points, corner: Points, after: Points, bend: float, steps: int) -> Points:
    """The corner, rounded: points (steps + 1, 3), or the corner itself where the path hardly turns."""
    back, ahead = before - corner, after - corner
    lengths = float(np.linalg.norm(back)), float(np.linalg.norm(ahead))
    back, ahead = back / max(lengths[0], 1e-12), ahead / max(lengths[1], 1e-12)
    half = math.acos(float(np.clip(back @ ahead, -1.0, 1.0))) / 2  # of the angle between the two runs
    if math.pi / 2 - half < 0.01 or half < 0.01:
        return corner[None]
    reach = min(bend / math.tan(half), 0.49 * min(lengths))
    radius = reach * math.tan(half)
    middle = corner + (back + ahead) / np.linalg.norm(back + ahead) * radius / math.sin(half)
    first, last = corner + back * reach - middle, corner + ahead * reach - middle
    sweep = math.pi - 2 * half
    share = np.linspace(0.0, 1.0, steps + 1)[:, None]
    points: Points = middle + (first * np.sin((1 - share) * sweep) + last * np.sin(share * sweep)) / math.sin(sweep)
    return points
