"""Flat shapes: polygons as (n, 2) points, counter-clockwise outlines, earcut triangles."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
PointsLike = Sequence[tuple[float, float]] | Sequence[Sequence[float]] | NDArray[np.float64] | NDArray[np.float32]


def as_points(polygon: PointsLike) -> Points:
    """(n, 2) float64, without a repeated last point."""
    points = np.asarray(polygon, np.float64).reshape(-1, 2)
    closes = len(points) > 1 and bool(abs(points[0, 0] - points[-1, 0]) + abs(points[0, 1] - points[-1, 1]) < 1e-9)
    return points[:-1] if closes else points


def area_of(polygon: PointsLike) -> float:
    """Signed area in square units; positive when counter-clockwise."""
    x, y = as_points(polygon).T
    return float(0.5 * (np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))))


def counter_clockwise(polygon: PointsLike) -> Points:
    """The same outline, counter-clockwise."""
    points = as_points(polygon)
    return points if area_of(points) >= 0 else points[::-1]


def triangulate(polygon: PointsLike, holes: Sequence[PointsLike] = ()) -> tuple[Points, NDArray[np.uint32]]:
    """(points of outline and holes (n, 2), counter-clockwise triangles (m, 3)) by earcut."""
    import mapbox_earcut

    rings = [counter_clockwise(polygon)] + [counter_clockwise(hole)[::-1] for hole in holes]
    points = np.concatenate(rings)
    ends = np.cumsum([len(ring) for ring in rings]).astype(np.uint32)
    triangles = mapbox_earcut.triangulate_float64(points, ends).reshape(-1, 3).astype(np.uint32)
    a, b, c = points[triangles[:, 0]], points[triangles[:, 1]], points[triangles[:, 2]]
    turn = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    triangles[turn < 0] = triangles[turn < 0][:, ::-1]
    return points, triangles


def rectangle(width: float, depth: float, center: tuple[float, float] = (0.0, 0.0)) -> Points:
    """Counter-clockwise rectangle about ``center``."""
    x, y = width / 2, depth / 2
    return np.array([[-x, -y], [x, -y], [x, y], [-x, y]]) + center


def rounded_rectangle(width: float, depth: float, radius: float, steps: int = 4) -> Points:
    """Counter-clockwise rectangle about the origin whose corners are arcs of ``steps`` segments."""
    radius = min(radius, width / 2, depth / 2)
    corners = [(1, -1, -90), (1, 1, 0), (-1, 1, 90), (-1, -1, 180)]
    arcs = []
    for x, y, start in corners:
        angles = np.radians(np.linspace(start, start + 90, steps + 1))
        center = np.array([x * (width / 2 - radius), y * (depth / 2 - radius)])
        arcs.append(center + radius * np.stack([np.cos(angles), np.sin(angles)], axis=1))
    return np.concatenate(arcs)


def circle(radius: float, segments: int = 24, center: tuple[float, float] = (0.0, 0.0)) -> Points:
    """Counter-clockwise regular polygon about ``center``."""
    angles = np.linspace(0, 2 * math.pi, segments, endpoint=False)
    return radius * np.stack([np.cos(angles), np.sin(angles)], axis=1) + center


def contains(polygon: PointsLike, points: PointsLike) -> NDArray[np.bool_]:
    """Which of ``points`` (n, 2) lie inside ``polygon`` (even-odd rule)."""
    outline, at = as_points(polygon), np.asarray(points, np.float64).reshape(-1, 2)
    inside = np.zeros(len(at), bool)
    for (x1, y1), (x2, y2) in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        if y1 == y2:
            continue
        crosses = (y1 > at[:, 1]) != (y2 > at[:, 1])
        inside ^= crosses & (at[:, 0] < (x2 - x1) * (at[:, 1] - y1) / (y2 - y1) + x1)
    return inside


def ribbon(path: PointsLike, width: float, closed: bool = False) -> Points:
    """(2, n, 2): the left and right edge of a strip ``width`` wide along ``path``, mitred at its bends.

    A closed path comes back with its first point repeated at the end.
    """
    points = np.asarray(path, np.float64).reshape(-1, 2)
    if closed:
        points = as_points(points)
        points = np.concatenate([points[-1:], points, points[:2]])
    along = np.diff(points, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    before = np.concatenate([along[:1], along])
    after = np.concatenate([along, along[-1:]])
    bisector = before + after
    bisector /= np.maximum(np.linalg.norm(bisector, axis=1, keepdims=True), 1e-9)
    left = np.stack([-bisector[:, 1], bisector[:, 0]], axis=1)
    stretch = 1 / np.maximum(np.abs(np.sum(bisector * after, axis=1)), 0.35)
    reach = left * (stretch * width / 2)[:, None]
    edges = np.stack([points + reach, points - reach])
    return edges[:, 1:-1] if closed else edges
