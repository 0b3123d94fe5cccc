"""Solids from flat outlines: turned on a lathe, pulled straight up, or drawn along a path."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.colors import Color
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.polygons import PointsLike, circle, counter_clockwise, triangulate
from hallwright.geometry.transforms import tint

Array = NDArray[np.float64]


def lathe(
    profile: Sequence[Sequence[float]],
    segments: int = 16,
    material: str = "matte",
    color: Color | None = None,
    *,
    crease: float = 35.0,
    start: float = 0.0,
    angle: float = 2 * math.pi,
) -> Primitive:
    """Turn ``profile``, points (radius, height) from the bottom up along the outside, about the Y axis.

    Bends sharper than ``crease`` degrees stay edges. ``start`` and ``angle`` (radians) make a part of a turn.
    """
    points = np.asarray(profile, np.float64)
    points = points[np.append(True, np.any(np.abs(np.diff(points, axis=0)) > 1e-9, axis=1))]
    ends = _profile_normals(points, crease)
    turns = start + np.linspace(0, angle, segments + 1)
    sin, cos = np.sin(turns), np.cos(turns)
    pairs = np.stack([points[:-1], points[1:]], axis=1).reshape(-1, 2)
    positions = _around(pairs, sin, cos)
    normals = _around(ends.reshape(-1, 2), sin, cos)
    triangles = _lathe_triangles(points[:, 0], segments)
    return _primitive(material, positions, normals, triangles, color)


def extrude(
    polygon: PointsLike,
    height: float,
    material: str = "matte",
    color: Color | None = None,
    *,
    holes: Sequence[PointsLike] = (),
    base: float = 0.0,
    bottom: bool = True,
    top: bool = True,
    crease: float = 30.0,
) -> Primitive:
    """Pull a flat outline, points (x, z') with z' = -z (as a plan, y to the north), up from ``base``.

    Holes are cut by earcut; walls between points that bend less than ``crease`` degrees are smooth.
    """
    parts = [_walls(counter_clockwise(polygon), base, height, crease)]
    parts += [_walls(counter_clockwise(hole)[::-1], base, height, crease) for hole in holes]
    if top or bottom:
        flat, triangles = triangulate(polygon, holes)
        if top:
            parts.append(_cap(flat, triangles, base + height, 1.0))
        if bottom:
            parts.append(_cap(flat, triangles[:, ::-1], base, -1.0))
    return _primitive(material, *_stack(parts), color)


def sweep(
    path: Sequence[Sequence[float]],
    profile: PointsLike,
    material: str = "matte",
    color: Color | None = None,
    *,
    closed: bool = False,
    caps: bool = True,
    crease: float = 40.0,
) -> Primitive:
    """Draw a closed outline (right, up) along ``path`` (n, 3): rails, cables, tubes, frames.

    Bends of the path are mitred. The outline stays upright where the path is not vertical.
    """
    line = np.asarray(path, np.float64).reshape(-1, 3)
    outline = counter_clockwise(profile)
    rights, ups, forwards = _frames(line, closed)
    rings = line[:, None] + outline[None, :, :1] * rights[:, None] + outline[None, :, 1:] * ups[:, None]
    parts = [_skin(rings, _corner_normals(outline, crease), rights, ups, closed)]
    if caps and not closed:
        flat, triangles = triangulate(outline)
        parts.append((rings[0], np.tile(-forwards[0], (len(flat), 1)), triangles))
        parts.append((rings[-1], np.tile(forwards[-1], (len(flat), 1)), triangles[:, ::-1]))
    return _primitive(material, *_stack(parts), color)


def tube(
    path: Sequence[Sequence[float]],
    radius: float,
    material: str = "matte",
    color: Color | None = None,
    *,
    segments: int = 8,
    closed: bool = False,
    caps: bool = False,
) -> Primitive:
    """A round bar along ``path``."""
    return sweep(path, circle(radius, segments), material, color, closed=closed, caps=caps, crease=95)


_Part = tuple[Array, Array, NDArray[np.uint32]]


def _primitive(
    material: str, positions: Array, normals: Array, triangles: NDArray[np.uint32], color: Color | None
) -> Primitive:
    primitive = Primitive(
        material, positions.astype(np.float32), normals.astype(np.float32), np.ascontiguousarray(triangles, np.uint32)
    )
    return primitive if color is None else tint(primitive, color)


def _stack(parts: Sequence[_Part]) -> _Part:
    starts = np.cumsum([0] + [len(part[0]) for part in parts[:-1]])
    triangles = [part[2].astype(np.int64) + start for part, start in zip(parts, starts, strict=True)]
    return (
        np.concatenate([part[0] for part in parts]),
        np.concatenate([part[1] for part in parts]),
        np.concatenate(triangles).astype(np.uint32),
    )


def _profile_normals(points: Array, crease: float) -> Array:
    """(segments, 2 ends, 2): outward normals of a profile, shared at bends softer than ``crease`` degrees."""
    along = np.diff(points, axis=0)
    normals = np.stack([along[:, 1], -along[:, 0]], axis=1)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    ends = np.repeat(normals[:, None], 2, axis=1)
    soft = np.sum(normals[:-1] * normals[1:], axis=1) > math.cos(math.radians(crease))
    mean = normals[:-1] + normals[1:]
    mean /= np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-12)
    ends[:-1, 1][soft] = mean[soft]
    ends[1:, 0][soft] = mean[soft]
    return ends


def _around(pairs: Array, sin: Array, cos: Array) -> Array:
    """(p, 2) points (radius, height) turned to (p · turns, 3)."""
    radius, height = pairs[:, :1], np.repeat(pairs[:, 1:], len(sin), axis=1)
    return np.stack([radius * sin, height, radius * cos], axis=2).reshape(-1, 3)


def _lathe_triangles(radii: Array, segments: int) -> NDArray[np.uint32]:
    step = segments + 1
    column = np.arange(segments)
    triangles = []
    for i in range(len(radii) - 1):
        low, high = 2 * i * step + column, (2 * i + 1) * step + column
        if radii[i] > 1e-9:
            triangles.append(np.stack([low, low + 1, high + 1], axis=1))
        if radii[i + 1] > 1e-9:
            triangles.append(np.stack([low, high + 1, high], axis=1))
    return np.concatenate(triangles).astype(np.uint32)


def _walls(ring: Array, base: float, height: float, crease: float) -> _Part:
    """The upright sides of a counter-clockwise plan ring."""
    following = np.roll(ring, -1, axis=0)
    normals = _corner_normals(ring, crease)
    count = len(ring)
    low = np.stack([ring, following], axis=1).reshape(-1, 2)
    flat = normals.reshape(-1, 2)
    positions = np.concatenate([_upright(low, base), _upright(low, base + height)])
    sides = np.tile(np.stack([flat[:, 0], np.zeros(2 * count), -flat[:, 1]], axis=1), (2, 1))
    a = np.arange(count) * 2
    b, c, d = a + 1, a + 1 + 2 * count, a + 2 * count
    triangles = np.concatenate([np.stack([a, b, c], axis=1), np.stack([a, c, d], axis=1)])
    return positions, sides, triangles.astype(np.uint32)


def _upright(flat: Array, height: float) -> Array:
    return np.stack([flat[:, 0], np.full(len(flat), height), -flat[:, 1]], axis=1)


def _cap(flat: Array, triangles: NDArray[np.uint32], height: float, up: float) -> _Part:
    return _upright(flat, height), np.tile([0.0, up, 0.0], (len(flat), 1)), triangles


def _corner_normals(ring: Array, crease: float) -> Array:
    """(edges, 2 ends, 2): outward normals of a counter-clockwise ring, shared at soft corners."""
    along = np.roll(ring, -1, axis=0) - ring
    normals = np.stack([along[:, 1], -along[:, 0]], axis=1)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    before = np.roll(normals, 1, axis=0)
    soft = np.sum(before * normals, axis=1) > math.cos(math.radians(crease))
    mean = before + normals
    mean /= np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-12)
    first = np.where(soft[:, None], mean, normals)
    last = np.where(np.roll(soft, -1)[:, None], np.roll(mean, -1, axis=0), normals)
    return np.stack([first, last], axis=1)


def _frames(line: Array, closed: bool) -> tuple[Array, Array, Array]:
    """Right, up and forward at each point of a path; right is stretched so that bends are mitred."""
    along = np.diff(np.concatenate([line, line[:1]]) if closed else line, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-12)
    before = np.roll(along, 1, axis=0) if closed else np.concatenate([along[:1], along])
    after = along if closed else np.concatenate([along, along[-1:]])
    forwards = before + after
    forwards /= np.maximum(np.linalg.norm(forwards, axis=1, keepdims=True), 1e-12)
    rights, ups = np.empty_like(forwards), np.empty_like(forwards)
    up = np.array([0.0, 1.0, 0.0]) if abs(forwards[0][1]) < 0.9 else np.array([0.0, 0.0, 1.0])
    for i, forward in enumerate(forwards):
        right = np.cross(forward, up)
        right /= max(float(np.linalg.norm(right)), 1e-12)
        up = np.cross(right, forward)
        rights[i], ups[i] = right, up
        if abs(forward[1]) < 0.9:
            up = np.array([0.0, 1.0, 0.0])
    _mitre(rights, ups, before, forwards)
    return rights, ups, forwards


def _mitre(rights: Array, ups: Array, before: Array, forwards: Array) -> None:
    """Stretch the ring at each bend along the bend's direction, so that the bar keeps its thickness."""
    cosine = np.clip(np.sum(before * forwards, axis=1), 0.35, 1.0)
    bend = before - forwards * np.sum(before * forwards, axis=1, keepdims=True)
    length = np.linalg.norm(bend, axis=1, keepdims=True)
    bend = np.where(length > 1e-6, bend / np.maximum(length, 1e-12), 0)
    for axis in (rights, ups):
        axis += bend * np.sum(axis * bend, axis=1, keepdims=True) * (1 / cosine - 1)[:, None]


def _skin(rings: Array, corners: Array, rights: Array, ups: Array, closed: bool) -> _Part:
    count, sides = rings.shape[:2]
    pairs = np.stack([rings, np.roll(rings, -1, axis=1)], axis=2).reshape(count, 2 * sides, 3)
    flat = corners.reshape(1, 2 * sides, 2)
    normals = flat[..., :1] * rights[:, None] + flat[..., 1:] * ups[:, None]
    normals = normals / np.maximum(np.linalg.norm(normals, axis=2, keepdims=True), 1e-12)
    a = np.arange(sides) * 2
    triangles = []
    for i in range(count if closed else count - 1):
        low, high = i * 2 * sides, ((i + 1) % count) * 2 * sides
        triangles.append(np.stack([low + a, high + a + 1, low + a + 1], axis=1))
        triangles.append(np.stack([low + a, high + a, high + a + 1], axis=1))
    return pairs.reshape(-1, 3), normals.reshape(-1, 3), np.concatenate(triangles).astype(np.uint32)
