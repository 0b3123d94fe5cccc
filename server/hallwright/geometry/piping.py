"""Pipes, hoses and cables: round bars along paths whose corners are bent as a pipe bender does."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hallwright.geometry.colors import Color
from hallwright.geometry.fittings import studs
from hallwright.geometry.lofting import circle_path, limb
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.sweeping import lathe
from hallwright.geometry.transforms import merge, painted

Points = NDArray[np.float64]
STEEL, RUBBER = "#9AA1A6", "#1B1E21"


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


def turned(part: Primitive, at: ArrayLike, ahead: ArrayLike) -> Primitive:
    """A shape that was made about the Y axis, with that axis along ``ahead`` and its origin at ``at``."""
    front = np.asarray(ahead, np.float64) / np.linalg.norm(np.asarray(ahead, np.float64))
    hint = np.array([0.0, 0.0, 1.0]) if abs(front[2]) < 0.9 else np.array([1.0, 0.0, 0.0])
    side = np.cross(front, hint)
    side /= np.linalg.norm(side)
    frame = np.stack([side, front, np.cross(side, front)])
    positions = (part.positions @ frame + np.asarray(at, np.float64)).astype(np.float32)
    return replace(part, positions=positions, normals=(part.normals @ frame).astype(np.float32))


def flange(
    at: ArrayLike,
    ahead: ArrayLike,
    radius: float,
    material: str = "metal",
    color: Color | None = STEEL,
    *,
    thick: float | None = None,
    bolts: int = 8,
) -> Primitive:
    """A bolted pipe flange about ``at``, across ``ahead``; ``radius`` of the pipe, ``thick`` of both plates."""
    half = (0.5 * radius if thick is None else thick) / 2
    edge, slot, rim = 0.2 * half, 0.06 * half, 1.7 * radius
    upper = [(rim, slot), (rim, half - edge), (rim - edge, half), (0.0, half)]
    profile = [(r, -y) for r, y in reversed(upper)] + [(rim - edge, 0.0), *upper]
    ring = circle_path(1.36 * radius, bolts)
    heads = studs(
        np.concatenate([ring + (0, half, 0), ring - (0, half, 0)]), _both_ways(bolts), 0.16 * radius, 0.14 * radius
    )
    plate = lathe(profile, 24, material, color)
    return turned(merge([plate, painted(heads, material)])[0], at, ahead)


def cable(
    start: ArrayLike,
    end: ArrayLike,
    radius: float = 0.012,
    material: str = "matte",
    color: Color | None = RUBBER,
    *,
    sag: float = 0.25,
    count: int = 14,
    segments: int = 6,
) -> Primitive:
    """A cable that hangs between two places."""
    return limb(hanging(start, end, sag, count), radius, material, color, segments=segments)


def harness(
    starts: ArrayLike,
    ends: ArrayLike,
    radius: float = 0.012,
    material: str = "matte",
    colors: Sequence[Color] = (RUBBER,),
    *,
    sag: float = 0.25,
    spread: float = 0.15,
) -> list[Primitive]:
    """Cables side by side, from each of ``starts`` (n, 3) to its end, each sagging a little more than the last."""
    pairs = list(zip(np.asarray(starts, np.float64), np.asarray(ends, np.float64), strict=True))
    return merge(
        cable(a, b, radius, material, colors[place % len(colors)], sag=sag * (1 + spread * place))
        for place, (a, b) in enumerate(pairs)
    )


def hanging(start: ArrayLike, end: ArrayLike, sag: float, count: int = 12) -> Points:
    """Points (count, 3) of a cable between two places that hangs ``sag`` metres below their line at its middle."""
    share = np.linspace(0.0, 1.0, count)[:, None]
    line = np.asarray(start, np.float64) * (1 - share) + np.asarray(end, np.float64) * share
    line[:, 1] -= 4 * sag * (share * (1 - share))[:, 0]
    return line


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


def _both_ways(count: int) -> Points:
    return np.repeat([[0.0, 1.0, 0.0], [0.0, -1.0, 0.0]], count, axis=0)
