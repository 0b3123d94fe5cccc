"""Curved skins: sheets of points, lofts through sections, limbs of changing thickness, smooth paths.

All are smooth inside one call and hard-edged between calls. Metres, Y up, triangles counter-clockwise from outside.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hallwright.geometry.colors import Color, linear
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.sweeping import sweep
from hallwright.geometry.transforms import merge, tint

Points = NDArray[np.float64]

# Turns three whole numbers into one that no other three share, but for chance.
_MIX = np.array([0x2545F4914F6CDD1D, 0x369DEA0F31A53F85, 0x27BB2EE687B0B0FD], np.int64)


def sheet(points: ArrayLike, material: str = "matte", color: Color | None = None, *, wrap: bool = False) -> Primitive:
    """A smooth skin over points (rows, columns, 3): seen from outside, columns go right and rows go up.

    ``wrap`` joins the last column to the first.
    """
    skin = np.asarray(points, dtype=np.float64)
    rows, columns = skin.shape[:2]
    here = np.arange(rows * columns, dtype=np.int64).reshape(rows, columns)
    right = np.roll(here, -1, axis=1) if wrap else here[:, 1:]
    left = here if wrap else here[:, :-1]
    a, b, c, d = left[:-1], right[:-1], right[1:], left[1:]
    faces = np.stack([np.stack([a, b, c], -1), np.stack([a, c, d], -1)], 2).reshape(-1, 3)
    return _skin(skin.reshape(-1, 3), faces, material, color)


def loft(sections: ArrayLike, material: str = "matte", color: Color | None = None, *, caps: bool = True) -> Primitive:
    """A closed skin through rings of points (sections, points, 3), each counter-clockwise seen from the last.

    ``caps`` closes both ends with flat fans; their rings must be star-shaped about their middle.
    """
    rings = np.asarray(sections, dtype=np.float64)
    parts = [sheet(rings, material, color, wrap=True)]
    if caps:
        parts += [fan(rings[0][::-1], material, color), fan(rings[-1], material, color)]
    return merge(parts)[0]


def fan(ring: ArrayLike, material: str = "matte", color: Color | None = None) -> Primitive:
    """A flat cap over a ring (points, 3), counter-clockwise seen from its front."""
    points = np.asarray(ring, dtype=np.float64)
    place = np.arange(len(points))
    faces = np.stack([np.full(len(points), len(points)), place, (place + 1) % len(points)], -1)
    return _skin(np.vstack([points, points.mean(axis=0)]), faces, material, color)


def limb(
    path: ArrayLike,
    radii: Sequence[float] | float,
    material: str = "matte",
    color: Color | None = None,
    *,
    segments: int = 8,
    caps: bool = True,
    squash: float = 1.0,
) -> Primitive:
    """A round bar along a path (n, 3) whose radius changes: branches, legs, hoses. ``squash`` flattens it."""
    points = np.asarray(path, dtype=np.float64)
    side, over = _frames(points)
    wide = np.broadcast_to(np.asarray(radii, dtype=np.float64), (len(points),))[:, None, None]
    turn = np.linspace(0.0, 2.0 * np.pi, segments, endpoint=False)[None, :, None]
    rings = points[:, None] + wide * (side[:, None] * np.cos(turn) + over[:, None] * np.sin(turn) * squash)
    return loft(rings, material, color, caps=caps)


def bars(
    ends: ArrayLike, radius: float, material: str = "matte", color: Color | None = None, *, sides: int = 4
) -> Primitive:
    """Straight bars, all in one: ``ends`` (n, 2, 3). Lattices, rods and rails of many pieces; open at their ends."""
    pairs = np.asarray(ends, dtype=np.float64).reshape(-1, 2, 3)
    ahead = pairs[:, 1] - pairs[:, 0]
    ahead /= np.maximum(np.linalg.norm(ahead, axis=1, keepdims=True), 1e-12)
    hint = np.where(np.abs(ahead[:, 1:2]) < 0.9, [[0.0, 1.0, 0.0]], [[0.0, 0.0, 1.0]])
    side = np.cross(hint, ahead)
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-12)
    turn = np.linspace(0.0, 2.0 * np.pi, sides, endpoint=False)[None, :, None] + np.pi / sides
    out = side[:, None] * np.cos(turn) + np.cross(ahead, side)[:, None] * np.sin(turn)
    points = (pairs[:, :, None] + radius * out[:, None]).reshape(-1, 3)
    normals = np.repeat(out[:, None], 2, axis=1).reshape(-1, 3)
    place = np.arange(sides)
    low, high, after = place, place + sides, (place + 1) % sides
    faces = np.concatenate([np.stack([low, after, after + sides], -1), np.stack([low, after + sides, high], -1)])
    index = (np.arange(len(pairs))[:, None, None] * 2 * sides + faces).reshape(-1, 3)
    all_bars = Primitive(material, points.astype(np.float32), normals.astype(np.float32), index.astype(np.uint32))
    return all_bars if color is None else tint(all_bars, color)


def panels(corners: ArrayLike, material: str = "matte", colors: Sequence[Color] = ()) -> Primitive:
    """Flat four-cornered panels, all in one: ``corners`` (n, 4, 3), counter-clockwise from the front, lower left
    first; ``colors`` one for each, dealt out in turn when there are fewer."""
    points = np.asarray(corners, dtype=np.float64).reshape(-1, 4, 3)
    across = np.cross(points[:, 1] - points[:, 0], points[:, 2] - points[:, 0])
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-12)
    index = (np.arange(len(points))[:, None, None] * 4 + [[0, 1, 2], [0, 2, 3]]).reshape(-1, 3)
    flat = Primitive(
        material,
        points.reshape(-1, 3).astype(np.float32),
        np.repeat(across, 4, axis=0).astype(np.float32),
        index.astype(np.uint32),
    )
    if not colors:
        return flat
    tones = np.array([linear(colors[place % len(colors)]) for place in range(len(points))])
    return shaded(flat, np.repeat(tones, 4, axis=0))


def torus(
    radius: float,
    thickness: float,
    material: str = "matte",
    color: Color | None = None,
    *,
    segments: int = 32,
    sides: int = 8,
) -> Primitive:
    """A level ring about the origin; ``radius`` to the middle of its bar, which is ``thickness`` in radius."""
    turn = np.linspace(0.0, 2.0 * np.pi, sides, endpoint=False)
    outline = np.stack([thickness * np.cos(turn), thickness * np.sin(turn)], -1)
    return sweep(circle_path(radius, segments).tolist(), outline, material, color, closed=True, crease=95)


def circle_path(radius: float, count: int, *, y: float = 0.0) -> Points:
    """A level circle of points (count, 3), counter-clockwise from above."""
    turn = np.linspace(0.0, 2.0 * np.pi, count, endpoint=False)
    return np.stack([radius * np.cos(turn), np.full(count, y), -radius * np.sin(turn)], -1)


def coil(radius: float, low: float, high: float, turns: float, count: int) -> Points:
    """A helix of points (count, 3) about the Y axis from ``low`` up to ``high``."""
    part = np.linspace(0.0, 1.0, count)
    turn = 2.0 * np.pi * turns * part
    return np.stack([radius * np.cos(turn), low + (high - low) * part, -radius * np.sin(turn)], -1)


def spline(points: ArrayLike, count: int, *, closed: bool = False) -> Points:
    """``count`` points of a Catmull-Rom curve through points (n, k), evenly in their parameter."""
    knots = np.asarray(points, dtype=np.float64)
    last = len(knots) if closed else len(knots) - 1
    where = np.linspace(0.0, last, count, endpoint=not closed)
    first = np.minimum(where.astype(np.int64), last - 1)
    t = (where - first)[:, None]
    p, q, r, s = (_knot(knots, first + shift, closed) for shift in (-1, 0, 1, 2))
    curve: Points = 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3)
    return curve


def shaded(primitive: Primitive, colors: ArrayLike) -> Primitive:
    """Vertex colours multiplied by linear RGB for each point (n, 3), or by one brightness each (n,)."""
    rgb = np.asarray(colors, dtype=np.float32)
    plain = tint(primitive, (1.0, 1.0, 1.0)) if primitive.colors is None else primitive
    assert plain.colors is not None
    factor = np.ones_like(plain.colors)
    factor[:, :3] = rgb[:, None] if rgb.ndim == 1 else rgb
    return Primitive(plain.material, plain.positions, plain.normals, plain.indices, plain.colors * factor, plain.uvs)


def _knot(knots: Points, index: NDArray[np.int64], closed: bool) -> Points:
    """Knots by index; beyond an open end the line goes on straight."""
    count = len(knots)
    if closed:
        return knots[index % count]
    before = (index < 0)[:, None] * (knots[0] - knots[1])
    after = (index >= count)[:, None] * (knots[-1] - knots[-2])
    inside: Points = knots[np.clip(index, 0, count - 1)] + before + after
    return inside


def _frames(points: Points) -> tuple[Points, Points]:
    """Unit vectors sideways and over along a path, turning as little as possible."""
    ahead = np.gradient(points, axis=0)
    ahead /= np.maximum(np.linalg.norm(ahead, axis=1, keepdims=True), 1e-12)
    side = np.empty_like(ahead)
    hint = np.eye(3)[int(np.argmin(np.abs(ahead[0])))]
    for place, front in enumerate(ahead):
        hint = hint - front * float(hint @ front)
        hint = side[place] = hint / max(math.sqrt(float(hint @ hint)), 1e-12)
    return side, np.cross(ahead, side)


def _skin(points: Points, faces: NDArray[np.int64], material: str, color: Color | None) -> Primitive:
    """Triangles with smooth normals; points in one place share theirs, and empty triangles fall away."""
    corner = points[faces]
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    full = (across**2).sum(axis=1) > 1e-20
    faces, across = faces[full], across[full]
    same = _same(points)
    total = np.zeros((len(points), 3))
    joined = same[faces]
    for axis in range(3):
        total[:, axis] = np.bincount(joined.ravel(), np.repeat(across[:, axis], 3), len(points))
    normals = total[same]
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    normals = np.where(length > 1e-12, normals / np.maximum(length, 1e-12), (0.0, 1.0, 0.0))
    skin = Primitive(material, points.astype(np.float32), normals.astype(np.float32), faces.astype(np.uint32))
    return skin if color is None else tint(skin, color)


def _same(points: Points) -> NDArray[np.int64]:
    """For each point the first one in its place (to 0.01 mm)."""
    grid = np.round(points * 1e5).astype(np.int64)
    _, first, inverse = np.unique(grid @ _MIX, return_index=True, return_inverse=True)
    same: NDArray[np.int64] = first[inverse.reshape(-1)]
    return same
