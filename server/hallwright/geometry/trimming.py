"""Flat pieces cut to size without a polygon library: convex polygons trimmed to rectangles and strips.

Plan frame: points (x, y); polygons counter-clockwise; rectangles (x0, y0, x1, y1).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.polygons import PointsLike, ribbon, triangulate

Flat = tuple[float, float]
Convex = list[Flat]
Rectangle = tuple[float, float, float, float]


def trim(polygon: Sequence[Flat], rectangle: Rectangle) -> Convex:
    """The part of a convex polygon inside a rectangle; empty when there is none."""
    x0, y0, x1, y1 = rectangle
    xs, ys = [point[0] for point in polygon], [point[1] for point in polygon]
    if min(xs) >= x0 and max(xs) <= x1 and min(ys) >= y0 and max(ys) <= y1:
        return list(polygon)
    if max(xs) <= x0 or min(xs) >= x1 or max(ys) <= y0 or min(ys) >= y1:
        return []
    piece = list(polygon)
    for axis, bound, sign in ((0, x0, 1.0), (0, x1, -1.0), (1, y0, 1.0), (1, y1, -1.0)):
        piece = _half(piece, axis, bound, sign)
        if len(piece) < 3:
            return []
    return piece


class Cut:
    """Many convex polygons that are wanted rectangle by rectangle; their bounds are kept."""

    def __init__(self, polygons: Iterable[Sequence[Flat]]) -> None:
        self.polygons = [list(polygon) for polygon in polygons if len(polygon) >= 3]
        bounds = [
            (*map(min, zip(*polygon, strict=True)), *map(max, zip(*polygon, strict=True))) for polygon in self.polygons
        ]
        self._bounds = np.array(bounds, np.float64).reshape(-1, 4)

    def inside(self, rectangle: Rectangle) -> list[Convex]:
        """What of the polygons lies inside a rectangle."""
        x0, y0, x1, y1 = rectangle
        low_x, low_y, high_x, high_y = self._bounds.T
        meets = (high_x > x0) & (low_x < x1) & (high_y > y0) & (low_y < y1)
        pieces = (trim(self.polygons[place], rectangle) for place in np.flatnonzero(meets))
        return [piece for piece in pieces if piece]


def strips(polygons: Iterable[Sequence[Flat]], axis: int, step: float) -> Iterator[tuple[int, Convex]]:
    """Convex polygons cut at every multiple of ``step`` along an axis (0 x, 1 y): (strip number, piece)."""
    for polygon in polygons:
        values = [point[axis] for point in polygon]
        last = math.ceil(max(values) / step) - 1
        rest = list(polygon)
        for number in range(math.floor(min(values) / step), last):
            piece, rest = _half(rest, axis, (number + 1) * step, -1.0), _half(rest, axis, (number + 1) * step, 1.0)
            if len(piece) >= 3:
                yield number, piece
        if len(rest) >= 3:
            yield last, rest


def triangles_of(polygon: PointsLike) -> list[Convex]:
    """A polygon as counter-clockwise triangles."""
    points, triangles = triangulate(polygon)
    return [[(float(x), float(y)) for x, y in points[corner]] for corner in triangles]


def quads_of(path: PointsLike, width: float, *, closed: bool = False) -> list[Convex]:
    """A strip along a path as counter-clockwise quads, mitred at its bends."""
    left, right = ribbon(path, width, closed)
    return [
        [(float(a[0]), float(a[1])), (float(b[0]), float(b[1])), (float(c[0]), float(c[1])), (float(d[0]), float(d[1]))]
        for a, b, c, d in zip(right[:-1], right[1:], left[1:], left[:-1], strict=True)
    ]


def rounded(path: PointsLike, *, closed: bool = False, times: int = 2, reach: float = 6.0) -> NDArray[np.float64]:
    """A path whose corners are cut round, by at most ``reach`` metres; straight runs stay as they are."""
    points = np.asarray(path, np.float64)
    for turn in range(times):
        points = _cut_corners(points, closed, reach / 2**turn)
    return points


def _cut_corners(points: NDArray[np.float64], closed: bool, reach: float) -> NDArray[np.float64]:
    following = np.roll(points, -1, axis=0) if closed else points[1:]
    starts = points if closed else points[:-1]
    along = following - starts
    length = np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    cut = np.minimum(length * 0.25, reach)
    pairs = np.stack([starts + along / length * cut, following - along / length * cut], axis=1).reshape(-1, 2)
    return pairs if closed else np.vstack([points[:1], pairs[1:-1], points[-1:]])


def _half(polygon: Convex, axis: int, bound: float, sign: float) -> Convex:
    """The part of a polygon where ``sign`` × (coordinate - bound) is not negative."""
    piece: Convex = []
    for here, after in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        a, b = sign * (here[axis] - bound), sign * (after[axis] - bound)
        if a >= 0:
            piece.append(here)
        if (a > 0 > b) or (a < 0 < b):
            t = a / (a - b)
            piece.append((here[0] + (after[0] - here[0]) * t, here[1] + (after[1] - here[1]) * t))
    return piece
