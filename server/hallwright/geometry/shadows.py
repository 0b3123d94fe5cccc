"""Soft dark patches on the ground where things stand: blended triangles whose alpha fades outward.

They lie a few millimetres above the floor, in the material ``shadow``, and belong to the thing that casts them.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from hallwright.geometry.mesh import FloatArray, IndexArray, Primitive
from hallwright.geometry.polygons import Points, PointsLike, counter_clockwise

LIFT = 0.008


def skirt(
    width: float,
    depth: float,
    center: tuple[float, float] = (0.0, 0.0),
    *,
    reach: float = 0.35,
    dark: float = 0.5,
    filled: bool = False,
    lift: float = LIFT,
    material: str = "shadow",
) -> Primitive:
    """A fading band round a rectangle (x, z) about ``center``; ``filled`` darkens the ground inside too."""
    inner = np.array([(x * width / 2, y * depth / 2) for x, y in _CORNERS])
    outer = inner + [(x * reach * k, y * reach * m) for (x, y), (k, m) in zip(_CORNERS, _BULGE, strict=True)]
    middle = np.array([center[0], -center[1]])
    return _fade(inner + middle, outer + middle, dark, filled, lift, material)


# Each corner of a rectangle twice, counter-clockwise; the outer ring leaves them along the two sides' normals.
_CORNERS = ((1, -1), (1, -1), (1, 1), (1, 1), (-1, 1), (-1, 1), (-1, -1), (-1, -1))
_BULGE = ((0.4, 1), (1, 0.4), (1, 0.4), (0.4, 1), (0.4, 1), (1, 0.4), (1, 0.4), (0.4, 1))


def around(
    polygon: PointsLike, *, reach: float = 0.35, dark: float = 0.5, filled: bool = False, lift: float = LIFT
) -> Primitive:
    """A fading band round a plan outline (x, -z)."""
    inner = counter_clockwise(polygon)
    along = np.roll(inner, -1, axis=0) - inner
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    out = np.stack([along[:, 1], -along[:, 0]], axis=1)
    corner = out + np.roll(out, 1, axis=0)
    corner /= np.maximum(np.linalg.norm(corner, axis=1, keepdims=True), 0.5)
    return _fade(inner, inner + corner * reach, dark, filled, lift, "shadow")


def pool(
    radius: float,
    center: tuple[float, float] = (0.0, 0.0),
    *,
    dark: float = 0.5,
    segments: int = 12,
    core: float = 0.35,
    lift: float = LIFT,
) -> Primitive:
    """A round patch, darkest within ``core`` of its radius."""
    turns = np.linspace(0, 2 * math.pi, segments, endpoint=False)
    ring = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    middle = np.array([center[0], -center[1]])
    return _fade(ring * radius * core + middle, ring * radius + middle, dark, True, lift, "shadow")


def _fade(inner: Points, outer: Points, dark: float, filled: bool, lift: float, material: str) -> Primitive:
    """Triangles between two counter-clockwise plan rings of as many points, dark inside, clear outside."""
    count = len(inner)
    positions = np.empty((2 * count, 3), np.float32)
    positions[:count, 0], positions[:count, 2] = inner[:, 0], -inner[:, 1]
    positions[count:, 0], positions[count:, 2] = outer[:, 0], -outer[:, 1]
    positions[:, 1] = lift
    colors = np.ones((2 * count, 4), np.float32)
    colors[:count, 3], colors[count:, 3] = dark, 0.0
    normals, triangles = _fade_template(count, filled)
    return Primitive(material, positions, normals, triangles, colors)


@lru_cache(maxsize=64)
def _fade_template(count: int, filled: bool) -> tuple[FloatArray, IndexArray]:
    i = np.arange(count)
    j = (i + 1) % count
    triangles = [np.stack([i, i + count, j + count], axis=1), np.stack([i, j + count, j], axis=1)]
    if filled:
        fan = np.arange(1, count - 1)
        triangles.append(np.stack([np.zeros_like(fan), fan, fan + 1], axis=1))
    normals = np.tile(np.array([0, 1, 0], np.float32), (2 * count, 1))
    return normals, np.concatenate(triangles).astype(np.uint32)
