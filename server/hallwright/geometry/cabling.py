"""Cables that hang, harnesses of them, and the flanges at which pipes are joined. Metres."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hallwright.geometry.colors import Color
from hallwright.geometry.lofting import limb
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.sweeping import lathe
from hallwright.geometry.transforms import merge

Points = NDArray[np.float64]


def flange(
    at: ArrayLike, along: ArrayLike, radius: float, material: str = "metal", color: Color | None = None
) -> Primitive:
    """A collar about a pipe of this radius: two discs that meet, about ``at``, its axis ``along``."""
    wide, half = radius * 1.7, radius * 0.35
    profile = [(radius, -half), (wide, -half), (wide, -0.06 * half), (wide * 0.97, 0), (wide, 0.06 * half)]
    return turned(lathe([*profile, (wide, half), (radius, half)], 20, material, color), at, along)


def cable(
    start: ArrayLike,
    end: ArrayLike,
    radius: float = 0.012,
    material: str = "matte",
    color: Color | None = None,
    *,
    sag: float = 0.2,
    count: int = 16,
    segments: int = 6,
) -> Primitive:
    """A cable that hangs between two points, ``sag`` metres below the line between them at its middle."""
    return limb(catenary(start, end, sag, count), radius, material, color, segments=segments)


def catenary(start: ArrayLike, end: ArrayLike, sag: float, count: int = 16) -> Points:
    """Points (count, 3) of what hangs by its own weight."""
    share = np.linspace(0.0, 1.0, count)
    line: Points = np.outer(1 - share, np.asarray(start, np.float64)) + np.outer(share, np.asarray(end, np.float64))
    line[:, 1] -= sag * (math.cosh(1.5) - np.cosh(3.0 * share - 1.5)) / (math.cosh(1.5) - 1.0)
    return line


def harness(
    starts: Sequence[ArrayLike],
    ends: Sequence[ArrayLike],
    radius: float = 0.008,
    material: str = "matte",
    color: Color | None = None,
    *,
    sag: float = 0.15,
) -> Primitive:
    """Many cables, joined into one; each hangs a little otherwise."""
    pairs = list(zip(starts, ends, strict=True))
    depths = [sag * (0.8 + 0.4 * ((place * 0.618) % 1)) for place in range(len(pairs))]
    parts = [cable(a, b, radius, material, color, sag=depth) for (a, b), depth in zip(pairs, depths, strict=True)]
    return merge(parts)[0]


def turned(primitive: Primitive, at: ArrayLike, along: ArrayLike) -> Primitive:
    """What stands along +Y about the origin, standing ``along`` another way about ``at``."""
    up = np.asarray(along, np.float64) / np.linalg.norm(np.asarray(along, np.float64))
    hint = np.eye(3)[int(np.argmin(np.abs(up)))]
    right = np.cross(up, hint)
    right /= np.linalg.norm(right)
    frame = np.stack([right, up, np.cross(right, up)]).astype(np.float32)
    return Primitive(
        primitive.material,
        primitive.positions @ frame + np.asarray(at, np.float32),
        primitive.normals @ frame,
        primitive.indices,
        primitive.colors,
        primitive.uvs,
    )
