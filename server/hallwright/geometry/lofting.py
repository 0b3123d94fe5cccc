"""Curved skins: sheets of points, lofts through sections, tubes along paths.

All are smooth inside one call and hard-edged between calls. Metres, Y up.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hallwright.geometry.mesh import Primitive

Points = NDArray[np.float64]
Color = tuple[float, float, float]


def sheet(material: str, points: ArrayLike, *, wrap: bool = False, color: Color | None = None) -> Primitive:
    """A smooth skin over points (rows, columns, 3). Seen from outside, rows go up where columns go right;
    ``wrap`` joins the last column to the first."""
    grid = np.asarray(points, dtype=np.float64)
    rows, columns = grid.shape[:2]
    here = np.arange(rows * columns, dtype=np.int64).reshape(rows, columns)
    right = np.roll(here, -1, axis=1) if wrap else here[:, 1:]
    left = here if wrap else here[:, :-1]
    a, b, c, d = left[:-1], right[:-1], right[1:], left[1:]
    faces = np.stack([np.stack([a, b, c], -1), np.stack([a, c, d], -1)], 2).reshape(-1, 3)
    return _skin(material, grid.reshape(-1, 3), faces, color)


def loft(material: str, sections: ArrayLike, *, caps: bool = True, color: Color | None = None) -> list[Primitive]:
    """A closed skin through rings of points (sections, points, 3), each ring anticlockwise seen from the
    last section; ``caps`` closes both ends with flat fans (rings must be star-shaped about their middle)."""
    rings = np.asarray(sections, dtype=np.float64)
    parts = [sheet(material, rings, wrap=True, color=color)]
    if caps:
        parts += [fan(material, rings[0][::-1], color=color), fan(material, rings[-1], color=color)]
    return parts


def fan(material: str, ring: ArrayLike, *, color: Color | None = None) -> Primitive:
    """A flat cap over a ring (points, 3), anticlockwise seen from its front."""
    points = np.asarray(ring, dtype=np.float64)
    count = len(points)
    place = np.arange(count)
    faces = np.stack([np.full(count, count), place, (place + 1) % count], -1)
    return _skin(material, np.vstack([points, points.mean(axis=0)]), faces, color)


def tube(
    material: str, path: ArrayLike, radius: float | Sequence[float], *,
    segments: int = 8, closed: bool = False, caps: bool = True, color: Color | None = None,
) -> list[Primitive]:
    """A round tube along a path (n, 3); ``radius`` one for all or one for each point; ``closed`` joins its ends."""
    points = np.asarray(path, dtype=np.float64)
    ahead, side, over = _frames(points, closed)
    radii = np.broadcast_to(np.asarray(radius, dtype=np.float64), (len(points),))[:, None, None]
    turn = np.linspace(0.0, 2.0 * np.pi, segments, endpoint=False)[None, :, None]
    rings = points[:, None] + radii * (side[:, None] * np.cos(turn) + over[:, None] * np.sin(turn))
    if closed:
        rings = np.concatenate([rings, rings[:1]])
    return loft(material, rings, caps=caps and not closed, color=color)


def ring_path(radius: float, count: int, *, y: float = 0.0) -> Points:
    """A level circle of points (count, 3), anticlockwise from above."""
    turn = np.linspace(0.0, 2.0 * np.pi, count, endpoint=False)
    return np.stack([radius * np.cos(turn), np.full(count, y), -radius * np.sin(turn)], -1)


def ellipsoid(
    material: str, size: Sequence[float], center: Sequence[float] = (0.0, 0.0, 0.0), *,
    segments: int = 16, rings: int = 10, color: Color | None = None,
) -> Primitive:
    """An ellipsoid; ``size`` holds its three whole axes in metres."""
    rise = np.linspace(-np.pi / 2, np.pi / 2, rings + 1)[:, None]
    turn = np.linspace(0.0, 2.0 * np.pi, segments + 1)[None, :]
    flat = np.cos(rise)
    unit = np.stack([flat * np.cos(turn), np.sin(rise) + 0 * turn, -flat * np.sin(turn)], -1)
    half = np.asarray(size, dtype=np.float64) / 2
    part = sheet(material, unit * half + np.asarray(center, dtype=np.float64), color=color)
    normals = (unit / half).reshape(-1, 3)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return Primitive(part.material, part.positions, normals.astype(np.float32), _solid(part), part.colors)


def spline(points: ArrayLike, count: int, *, closed: bool = False) -> Points:
    """``count`` points of a Catmull-Rom curve through points (n, k), evenly in their parameter."""
    knots = np.asarray(points, dtype=np.float64)
    last = len(knots) if closed else len(knots) - 1
    where = np.linspace(0.0, last, count, endpoint=not closed)
    first = np.minimum(where.astype(np.int64), last - 1)
    step = (where - first)[:, None]
    p = [_knot(knots, first + shift, closed) for shift in (-1, 0, 1, 2)]
    curve: Points = 0.5 * (
        2 * p[1] + (p[2] - p[0]) * step + (2 * p[0] - 5 * p[1] + 4 * p[2] - p[3]) * step**2
        + (3 * p[1] - p[0] - 3 * p[2] + p[3]) * step**3
    )
    return curve


def _knot(knots: Points, index: NDArray[np.int64], closed: bool) -> Points:
    """Knots by index; beyond an open end the line goes on straight."""
    count = len(knots)
    if closed:
        return knots[index % count]
    inside = knots[np.clip(index, 0, count - 1)]
    before = (index < 0)[:, None] * (knots[0] - knots[1])
    after = (index >= count)[:, None] * (knots[-1] - knots[-2])
    ends: Points = inside + before + after
    return ends


def _frames(points: Points, closed: bool) -> tuple[Points, Points, Points]:
    """Unit vectors ahead, sideways and over along a path, turning as little as possible."""
    if closed:
        ahead = np.roll(points, -1, axis=0) - np.roll(points, 1, axis=0)
    else:
        ahead = np.gradient(points, axis=0)
    ahead /= np.maximum(np.linalg.norm(ahead, axis=1, keepdims=True), 1e-12)
    side = np.empty_like(ahead)
    hint = np.eye(3)[int(np.argmin(np.abs(ahead[0])))]
    for place, front in enumerate(ahead):
        hint = hint - front * float(hint @ front)
        hint = side[place] = hint / max(float(np.linalg.norm(hint)), 1e-12)
    return ahead, side, np.cross(ahead, side)


def _skin(material: str, points: Points, faces: NDArray[np.int64], color: Color | None) -> Primitive:
    """Triangles with smooth normals; points in one place share theirs."""
    corner = points[faces]
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    faces = faces[np.linalg.norm(across, axis=1) > 1e-14]
    across = across[np.linalg.norm(across, axis=1) > 1e-14]
    _, same = np.unique(np.round(points * 1e5).astype(np.int64), axis=0, return_inverse=True)
    same = same.reshape(-1)
    total = np.zeros((len(points), 3))
    for corner_index in range(3):
        np.add.at(total, same[faces[:, corner_index]], across)
    normals = total[same]
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    normals = np.where(length > 1e-12, normals / np.maximum(length, 1e-12), (0.0, 1.0, 0.0))
    colors = None if color is None else np.tile(np.asarray((*color, 1.0), np.float32), (len(points), 1))
    return Primitive(
        material, points.astype(np.float32), normals.astype(np.float32), faces.astype(np.uint32), colors
    )


def _solid(part: Primitive) -> NDArray[np.uint32]:
    return part.indices
