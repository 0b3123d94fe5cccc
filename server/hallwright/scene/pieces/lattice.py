"""Round-tube lattice: the square stage truss and the cheap straight bar it is made of."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from hallwright.geometry.colors import Color
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import box, tint

Shape = list[Primitive]
Spot = tuple[float, float, float]


def bars(ends: Sequence[tuple[Spot, Spot]], thick: float, material: str, color: Color, sides: int = 4) -> Primitive:
    """Straight bars between pairs of points, all in one primitive, without caps."""
    points = np.asarray(ends, np.float64).reshape(-1, 2, 3)
    along = points[:, 1] - points[:, 0]
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    steady = np.where(np.abs(along[:, 1:2]) < 0.9, [[0.0, 1, 0]], [[1.0, 0, 0]])
    right = _cross(along, steady)
    right /= np.linalg.norm(right, axis=1, keepdims=True)
    up = _cross(right, along)
    turns = np.arange(sides) * math.tau / sides + math.pi / sides
    out = np.cos(turns)[None, :, None] * right[:, None] + np.sin(turns)[None, :, None] * up[:, None]
    rings = points[:, :, None] + out[:, None] * (thick / 2)
    count = len(points)
    normals = np.broadcast_to(out[:, None], rings.shape)
    i = np.arange(sides)
    j = (i + 1) % sides
    pattern = np.concatenate([np.stack([i, j + sides, j], axis=1), np.stack([i, i + sides, j + sides], axis=1)])
    triangles = (np.arange(count)[:, None, None] * 2 * sides + pattern).reshape(-1, 3)
    primitive = Primitive(
        material,
        rings.reshape(-1, 3).astype(np.float32),
        np.ascontiguousarray(normals.reshape(-1, 3), np.float32),
        triangles.astype(np.uint32),
    )
    return tint(primitive, color)


def square_truss(start: Spot, end: Spot, side: float = 0.4, color: Color = "#C6CBCE") -> Shape:
    """A box truss between two points: four chords and zigzags on each face."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    length = float(np.linalg.norm(b - a))
    along = (b - a) / length
    steady = np.array([0.0, 1, 0]) if abs(along[1]) < 0.9 else np.array([1.0, 0, 0])
    right = np.cross(along, steady)
    right /= np.linalg.norm(right)
    up = np.cross(right, along)
    corners = [(right * x + up * y) * side / 2 for x, y in ((1, 1), (-1, 1), (-1, -1), (1, -1))]
    chords = [(tuple(a + c), tuple(b + c)) for c in corners]
    count = max(1, round(length / (side * 1.6)))
    zigzag = []
    for i in range(count):
        p, q = a + along * (i * length / count), a + along * ((i + 1) * length / count)
        for k in range(4):
            c, d = corners[k], corners[(k + 1) % 4]
            zigzag.append((tuple(p + (c if i % 2 else d)), tuple(q + (d if i % 2 else c))))
    return [bars(chords, 0.06, "metal", color), bars(zigzag, 0.035, "metal", color, 3)]


def beam_far(start: Spot, end: Spot, side: float, color: Color) -> Primitive:
    """An axis-parallel beam as a plain box."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    return box(tuple(np.abs(b - a) + side), tuple((a + b) / 2), "matte", color)


def _cross(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """np.cross of (n, 3) and (n or 1, 3), without its overhead."""
    ax, ay, az = a.T
    bx, by, bz = np.broadcast_to(b, a.shape).T
    return np.stack([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx], axis=1)
