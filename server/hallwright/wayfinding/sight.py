"""Straight lines over a grid: whether they stay on open squares, which corners they may bend at.

Points are plan metres, (n, 2). A corner is a blocked square's outer vertex; its node lies a hair's breadth outside,
so that a straight line may touch it. A shortest way bends only around corners: a line that ends at one is *taut*
there when it does not come from, or lead into, the open quadrant straight before the corner.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Grid = NDArray[np.bool_]
Points = NDArray[np.float64]
Places = NDArray[np.intp]
OFF = 0.025  # metres a node lies outside its corner
SAMPLES = tuple((np.arange(count) + 0.5) / count for count in (16, 50))  # most lines that are not clear end here
CHUNK = 500_000  # squares looked at in one go
FEW = 64  # lines that are not worth a second look at samples


def corners(free: Grid, step: float) -> tuple[Points, NDArray[np.int8]]:
    """(nodes (n, 2), the quadrant (±1, ±1) into which each corner points)."""
    padded = np.pad(free, 1)
    points, quadrants = [], []
    for dy in (-1, 1):
        for dx in (-1, 1):
            beyond, beside = np.roll(padded, -dy, 0), np.roll(padded, -dx, 1)
            found = np.argwhere((~padded & beyond & beside & np.roll(beside, -dy, 0))[1:-1, 1:-1])
            vertices = np.stack([found[:, 1] + (dx > 0), found[:, 0] + (dy > 0)], axis=1) * step
            points.append(vertices + OFF * np.array([dx, dy]))
            quadrants.append(np.tile(np.array([dx, dy], np.int8), (len(found), 1)))
    return np.concatenate(points), np.concatenate(quadrants)


def taut(along: Points, quadrants: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Whether lines in these directions may touch corners of these quadrants and bend there."""
    level = np.where(np.abs(along) <= 2.1 * OFF, 0.0, along) * quadrants
    return np.asarray(level[..., 0] * level[..., 1] <= 0)


def is_free(free: Grid, step: float, points: Points) -> NDArray[np.bool_]:
    """Which points lie on free squares; those off the grid do not."""
    rows, columns = free.shape
    x, y = (np.floor(points[:, axis] / step).astype(np.intp) for axis in (0, 1))
    inside = (x >= 0) & (y >= 0) & (x < columns) & (y < rows)
    there: NDArray[np.bool_] = free[np.where(inside, y, 0), np.where(inside, x, 0)]
    return np.asarray(inside & there)


def sees(free: Grid, step: float, starts: Points, ends: Points) -> NDArray[np.bool_]:
    """Which straight lines touch open squares only. Their ends must be on the grid, and on open squares."""
    a, b = np.broadcast_arrays(starts / step, ends / step)
    flat, columns = free.ravel(), free.shape[1]
    clear = np.ones(len(a), bool)
    for shares in SAMPLES if len(a) > FEW else SAMPLES[:1]:
        left = np.flatnonzero(clear)
        x, y = (a[left, axis, None] + (b - a)[left, axis, None] * shares for axis in (0, 1))
        clear[left] = flat[y.astype(np.intp) * columns + x.astype(np.intp)].all(axis=1)
    for axis in (0, 1):
        left = np.flatnonzero(clear)
        clear[left] = _crosses_open(flat, columns, a[left], b[left], axis)
    return clear


def _crosses_open(flat: NDArray[np.bool_], columns: int, a: Points, b: Points, axis: int) -> NDArray[np.bool_]:
    """Whether all squares on both sides of each grid line that a straight line crosses are open."""
    first = np.floor(np.minimum(a[:, axis], b[:, axis])).astype(np.intp) + 1
    counts = np.floor(np.maximum(a[:, axis], b[:, axis])).astype(np.intp) + 1 - first
    along = b[:, axis] - a[:, axis]
    slope = (b[:, 1 - axis] - a[:, 1 - axis]) / np.where(along == 0, 1.0, along)
    base = a[:, 1 - axis] - a[:, axis] * slope
    clear = np.ones(len(a), bool)
    ends = np.cumsum(counts)
    start = 0
    while start < len(a):
        before = ends[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(ends, before + CHUNK)))
        some = counts[start:stop]
        which = np.repeat(np.arange(start, stop), some)
        line = np.arange(len(which)) - np.repeat(np.cumsum(some) - some, some) + np.repeat(first[start:stop], some)
        other = (base[which] + line * slope[which]).astype(np.intp)
        square, back = (other * columns + line, 1) if axis == 0 else (line * columns + other, columns)
        clear[which[~(flat[square] & flat[square - back])]] = False
        start = stop
    return clear


def nearest_free(free: Grid, step: float, at: tuple[float, float], reach: float, most: int = 1) -> Points:
    """The middles of the free squares nearest to a point, at most ``reach`` metres away, the nearest first; when more
    than one is wanted they are spread about."""
    low = [max(0, math.floor((at[axis] - reach) / step)) for axis in (0, 1)]
    high = [max(0, math.ceil((at[axis] + reach) / step)) for axis in (0, 1)]
    found = np.argwhere(free[low[1] : high[1], low[0] : high[0]])
    middles = (found[:, ::-1] + low + 0.5) * step
    far = np.hypot(*(middles - at).T)
    order = np.argsort(far, kind="stable")
    order = order[far[order] <= reach]
    chosen: Points = middles[order[:: max(1, len(order) // most)][:most] if most > 1 else order[:1]]
    return chosen


def pulled(free: Grid, step: float, line: Points) -> Points:
    """The line without the points that it need not go through."""
    while len(line) > 2:
        spare = np.flatnonzero(sees(free, step, line[:-2], line[2:])) + 1
        if not len(spare):
            break
        gone = spare[np.concatenate([[True], np.diff(spare) > 1])]  # of neighbours one at a time
        line = np.delete(line, gone, axis=0)
    return line


def length_of(line: Points) -> float:
    """Metres."""
    return float(np.hypot(*np.diff(line, axis=0).T).sum()) if len(line) > 1 else 0.0
