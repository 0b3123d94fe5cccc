"""Ground: flat pieces laid on the plan, each kind a hair above the one beneath it.

Everything outdoors is layered within two centimetres below the level that feet walk on, so that contact
shadows, which lie just above that level, show on every kind of ground.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.colors import Color, linear
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.trimming import Convex, Flat

BASE = {"grass": -0.05}
"""The level of an outdoor area's own ground, in metres; ``PAVED`` for any other."""
PAVED = -0.03

LEVELS = {
    "meadow": -0.0225,
    "lawn": -0.0225,
    "field": -0.0205,
    "water": -0.0155,
    "path": -0.0145,
    "runway": -0.0140,
    "plaza": -0.0130,
    "road": -0.0095,
    "deck": -0.0055,
    "bed": -0.0030,
    "ramp": -0.0015,
    "steps": -0.0015,
}
MARK = 0.004
"""Paint and patterns lie this far above what they are painted on: less, and large triangles that reach past
the eye are no longer drawn in order."""


def lay(
    pieces: Iterable[Sequence[Flat]], level: float, material: str, color: Color, *, mottle: float = 0.06
) -> Primitive:
    """Convex pieces of the plan as triangles that look up; ``mottle`` varies their shade smoothly over metres."""
    chosen = [piece for piece in pieces if len(piece) >= 3]
    flat = np.array([point for piece in chosen for point in piece], np.float64).reshape(-1, 2)
    triangles: list[tuple[int, int, int]] = []
    start = 0
    for piece in chosen:
        triangles += [(start, start + i, start + i + 1) for i in range(1, len(piece) - 1)]
        start += len(piece)
    return laid(flat, np.array(triangles, np.uint32).reshape(-1, 3), level, material, color, mottle=mottle)


def laid(
    flat: NDArray[np.float64],
    triangles: NDArray[np.uint32],
    level: float,
    material: str,
    color: Color,
    *,
    mottle: float = 0.06,
) -> Primitive:
    """Plan points (n, 2) and counter-clockwise triangles as a primitive that looks up."""
    positions = np.column_stack([flat[:, 0], np.full(len(flat), level), -flat[:, 1]]).astype(np.float32)
    normals = np.tile(np.array([0.0, 1.0, 0.0], np.float32), (len(flat), 1))
    shade = 1.0 + mottle * _mottle(flat)
    colors = np.column_stack([np.outer(shade, linear(color)), np.ones(len(flat))]).astype(np.float32)
    return Primitive(material, positions, normals, triangles, np.clip(colors, 0, 1))


def disc(at: Flat, radius: float, segments: int = 20) -> Convex:
    """A round convex piece of the plan."""
    turns = [2 * math.pi * k / segments for k in range(segments)]
    return [(at[0] + radius * math.cos(a), at[1] + radius * math.sin(a)) for a in turns]


def ring(at: Flat, radius: float, width: float, segments: int = 32) -> list[Convex]:
    """A painted circle as quads."""
    inner, outer = disc(at, radius - width / 2, segments), disc(at, radius + width / 2, segments)
    return [[inner[k], outer[k], outer[(k + 1) % segments], inner[(k + 1) % segments]] for k in range(segments)]


def bar(at: Flat, along: Flat, length: float, width: float) -> Convex:
    """A rectangle about a point whose length runs along a unit vector."""
    ux, uy = along[0] * length / 2, along[1] * length / 2
    vx, vy = -along[1] * width / 2, along[0] * width / 2
    x, y = at
    return [
        (x - ux - vx, y - uy - vy),
        (x + ux - vx, y + uy - vy),
        (x + ux + vx, y + uy + vy),
        (x - ux + vx, y - uy + vy),
    ]


def _mottle(flat: NDArray[np.float64]) -> NDArray[np.float64]:
    """Slow, repeatable waves over the plan, about -1 to 1."""
    x, y = flat[:, 0], flat[:, 1]
    waves: NDArray[np.float64] = (
        np.sin(x * 0.21 + 1.3 * np.sin(y * 0.13))
        + np.sin(y * 0.27 + 1.1 * np.sin(x * 0.17) + 2.0)
        + 0.6 * np.sin(x * 0.83 + y * 0.61)
    ) / 2.6
    return waves
