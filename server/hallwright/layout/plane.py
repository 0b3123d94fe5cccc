"""Flat geometry of the plan: is a point inside, do rectangles overlap, does an outline cross itself.

Plain Python on a few numbers each, so that reading a layout imports no geometry library.
Points are (x, y) metres; rectangles are their four corners, counter-clockwise.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hallwright.layout.model import Point

Corners = tuple[Point, Point, Point, Point]
Bounds = tuple[float, float, float, float]


def contains(polygon: Sequence[Point], point: Point, slack: float = 0.0) -> bool:
    """Is ``point`` in ``polygon``, or within ``slack`` metres of its edge?"""
    x, y = point
    inside = False
    x1, y1 = polygon[-1]
    for x2, y2 in polygon:
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
        x1, y1 = x2, y2
    return inside or (slack > 0 and distance_to_path(polygon, point, closed=True) <= slack)


def rectangle(at: Point, size: tuple[float, float], facing: float) -> Corners:
    """The corners of a footprint of ``size`` (width, depth) whose front looks along ``facing``."""
    half_w, half_d = size[0] / 2, size[1] / 2
    cos, sin = math.cos(facing), math.sin(facing)
    right, front = (cos * half_w, -sin * half_w), (sin * half_d, cos * half_d)
    x, y = at
    return (
        (x - right[0] - front[0], y - right[1] - front[1]),
        (x + right[0] - front[0], y + right[1] - front[1]),
        (x + right[0] + front[0], y + right[1] + front[1]),
        (x - right[0] + front[0], y - right[1] + front[1]),
    )


def bounds(points: Sequence[Point]) -> Bounds:
    """(west, south, east, north)."""
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def overlap(first: Sequence[Point], second: Sequence[Point]) -> float:
    """How deep two convex shapes overlap in metres; 0 or less if some line separates them."""
    depth = math.inf
    for shape in (first, second):
        x1, y1 = shape[-1]
        for x2, y2 in shape:
            length = math.hypot(x2 - x1, y2 - y1)
            if length > 0:
                nx, ny = (y2 - y1) / length, (x1 - x2) / length
                a = [nx * x + ny * y for x, y in first]
                b = [nx * x + ny * y for x, y in second]
                depth = min(depth, max(a) - min(b), max(b) - min(a))
                if depth <= 0:
                    return depth
            x1, y1 = x2, y2
    return depth


def edges(path: Sequence[Point], closed: bool = False) -> Iterator[tuple[Point, Point]]:
    """The straight pieces of a path."""
    yield from pairwise(path)
    if closed and len(path) > 2 and path[0] != path[-1]:
        yield path[-1], path[0]


def strip(start: Point, end: Point, width: float) -> Corners:
    """The rectangle around a straight piece, ``width`` metres wide."""
    length = math.dist(start, end) or 1.0
    nx, ny = (start[1] - end[1]) / length * width / 2, (end[0] - start[0]) / length * width / 2
    return (
        (start[0] - nx, start[1] - ny),
        (end[0] - nx, end[1] - ny),
        (end[0] + nx, end[1] + ny),
        (start[0] + nx, start[1] + ny),
    )


def nearest_on_edge(point: Point, start: Point, end: Point) -> Point:
    """The point of a straight piece that is nearest to ``point``."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    along = 0.0 if square == 0 else ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / square
    along = min(1.0, max(0.0, along))
    return (start[0] + along * dx, start[1] + along * dy)


def distance_to_edge(point: Point, start: Point, end: Point) -> float:
    """Metres from a point to a straight piece."""
    return math.dist(point, nearest_on_edge(point, start, end))


def distance_to_path(path: Sequence[Point], point: Point, closed: bool = False) -> float:
    """Metres from a point to the nearest piece of a path."""
    return min((distance_to_edge(point, start, end) for start, end in edges(path, closed)), default=math.inf)


def area(polygon: Sequence[Point]) -> float:
    """Square metres, without sign."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in edges(polygon, True))) / 2


def crossing(polygon: Sequence[Point]) -> tuple[int, int] | None:
    """The first two edges of an outline that cross (their numbers from 0), if any do."""
    pieces = list(edges(polygon, True))
    for i, first in enumerate(pieces):
        for j in range(i + 2, len(pieces)):
            if (i, j) != (0, len(pieces) - 1) and _cross(*first, *pieces[j]):
                return i, j
    return None


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, p: Point) -> float:
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])


def shapes_overlap(first: Sequence[Point], second: Sequence[Point], slack: float = 0.05) -> bool:
    """Do two outlines share ground, more than an edge? Outlines may be concave."""
    w1, s1, e1, n1 = bounds(first)
    w2, s2, e2, n2 = bounds(second)
    if w1 >= e2 - slack or w2 >= e1 - slack or s1 >= n2 - slack or s2 >= n1 - slack:
        return False
    if any(_cross(*one, *two) for one in edges(first, True) for two in edges(second, True)):
        return True
    return _deep_inside(first, second, slack) or _deep_inside(second, first, slack)


def _deep_inside(first: Sequence[Point], second: Sequence[Point], slack: float) -> bool:
    inner = (*first, *(((x1 + x2) / 2, (y1 + y2) / 2) for (x1, y1), (x2, y2) in edges(first, True)), middle(first))
    return any(contains(second, p) and distance_to_path(second, p, True) > slack for p in inner)


def middle(polygon: Sequence[Point]) -> Point:
    """The mean of the corners."""
    return (sum(x for x, _ in polygon) / len(polygon), sum(y for _, y in polygon) / len(polygon))
