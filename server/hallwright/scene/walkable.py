"""Where feet may go: every obstacle of an area drawn into a grid, each grown by a visitor's radius.

Row 0 is at the south edge, column 0 at the west edge. Only what stands in the way is drawn, in small
windows of the grid, so that a large area costs little.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.polygons import contains, ribbon
from hallwright.layout.model import Area, Door, Feature, Point, Polygon, Portal, Structure
from hallwright.scene.frame import beside
from hallwright.scene.graph import Walkable
from hallwright.scene.obstacles import Obstacle, obstacles

STEP = 0.25
RADIUS = 0.3
ROLLING = 0.45  # half of 0.9 m, the width that a wheelchair needs (36 in, 2010 ADA Standards 403.5.1)
LONGEST = 6.0  # metres drawn in one piece


_Window = tuple[tuple[slice, slice], NDArray[np.floating], NDArray[np.floating]]


class Ground:
    """A grid under construction: True is free."""

    def __init__(self, size: tuple[float, float]) -> None:
        self.columns, self.rows = (math.ceil(side / STEP) for side in size)
        self.free: NDArray[np.bool_] = np.ones((self.rows, self.columns), bool)

    def block_all(self, found: Sequence[Obstacle]) -> None:
        """Nobody walks within these rectangles, grown."""
        if not found:
            return
        straight = [o for o in found if abs(math.sin(2 * o.facing)) < 1e-6]
        self._block_straight(straight)
        turned = np.array([row for o in found if abs(math.sin(2 * o.facing)) >= 1e-6 for row in _short(o)])
        if not len(turned):
            return
        spans = (2 * (np.hypot(turned[:, 2], turned[:, 3]) + turned[:, 5]) / STEP + 2).astype(int)
        sizes = 2 ** np.ceil(np.log2(spans)).astype(int)
        for size in np.unique(sizes):
            self._block_alike(turned[sizes == size], int(size))

    def _block_straight(self, found: Sequence[Obstacle]) -> None:
        """Rectangles along the axes, each a slice of the grid; their grown corners are square."""
        if not found:
            return
        rows = np.array([(*o.at, *o.size, abs(math.sin(o.facing)) > 0.5, o.grow) for o in found])
        across = np.where(rows[:, 4] > 0.5, rows[:, 3], rows[:, 2]) / 2 + rows[:, 5]
        along = np.where(rows[:, 4] > 0.5, rows[:, 2], rows[:, 3]) / 2 + rows[:, 5]
        low = np.ceil((rows[:, :2] - np.stack([across, along], axis=1)) / STEP - 0.5 - 1e-9)
        high = np.floor((rows[:, :2] + np.stack([across, along], axis=1)) / STEP - 0.5 + 1e-9) + 1
        bounds = np.clip(np.concatenate([low, high], axis=1), 0, None).astype(int).tolist()
        for left, south, right, north in bounds:
            self.free[south:north, left:right] = False

    def _block_alike(self, rows: NDArray[np.float64], size: int) -> None:
        """Turned rectangles (x, y, half width, half depth, bearing, grow), in windows of size × size squares."""
        offsets = np.arange(size) - size // 2
        columns = np.floor(rows[:, :1] / STEP).astype(int) + offsets
        lines = np.floor(rows[:, 1:2] / STEP).astype(int) + offsets
        x = ((columns + 0.5) * STEP - rows[:, :1])[:, None, :]
        y = ((lines + 0.5) * STEP - rows[:, 1:2])[:, :, None]
        sin, cos = (f(rows[:, 4])[:, None, None] for f in (np.sin, np.cos))
        dx = np.maximum(np.abs(x * cos - y * sin) - rows[:, 2, None, None], 0)
        dy = np.maximum(np.abs(x * sin + y * cos) - rows[:, 3, None, None], 0)
        hit = dx * dx + dy * dy <= rows[:, 5, None, None] ** 2 + 1e-9
        hit &= ((lines >= 0) & (lines < self.rows))[:, :, None] & ((columns >= 0) & (columns < self.columns))[
            :, None, :
        ]
        which, down, along = np.nonzero(hit)
        self.free[lines[which, down], columns[which, along]] = False

    def open(self, at: Point, size: tuple[float, float], facing: float = 0.0) -> None:
        """A way through: the rectangle is free again, whatever was drawn before."""
        half_w, half_d = size[0] / 2, size[1] / 2
        window, x, y = self._window(at, math.hypot(half_w, half_d))
        sin, cos = math.sin(facing), math.cos(facing)
        across, along = np.abs(x * cos - y * sin), np.abs(x * sin + y * cos)
        self.free[window][(across <= half_w) & (along <= half_d)] = True

    def border(self, reach: float = RADIUS) -> None:
        """Nobody walks off the edge of the area."""
        edge = math.ceil(reach / STEP)
        for side in (self.free[:edge], self.free[-edge:], self.free[:, :edge], self.free[:, -edge:]):
            side[...] = False

    def drain(self, polygon: Polygon) -> None:
        """What a polygon covers can be walked on, water or not."""
        points = np.asarray(polygon)
        low, high = points.min(axis=0), points.max(axis=0)
        middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
        window, x, y = self._window(middle, float(np.max(high - low)) / 2 + STEP)
        at = np.stack(np.broadcast_arrays(x + middle[0], y + middle[1]), axis=2).reshape(-1, 2)
        self.free[window][contains(points, at).reshape(y.shape[0], x.shape[1])] = True

    def _window(self, at: Point, reach: float) -> _Window:
        """The part of the grid near a point, and its squares' centres relative to the point."""
        left, right = (min(max(round((at[0] + side) / STEP), 0), self.columns) for side in (-reach, reach))
        low, high = (min(max(round((at[1] + side) / STEP), 0), self.rows) for side in (-reach, reach))
        x = (np.arange(left, right) + 0.5) * STEP - at[0]
        y = (np.arange(low, high) + 0.5) * STEP - at[1]
        return (slice(low, high), slice(left, right)), x[None, :], y[:, None]

    def flood(self, polygon: Polygon, grow: float = RADIUS) -> None:
        """Nobody walks on water: a polygon and a margin about it."""
        points = np.asarray(polygon)
        low, high = points.min(axis=0), points.max(axis=0)
        middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
        window, x, y = self._window(middle, float(np.max(high - low)) / 2 + 2 * grow)
        shape = (y.shape[0], x.shape[1])
        at = np.stack(np.broadcast_arrays(x + middle[0], y + middle[1]), axis=2).reshape(-1, 2)
        wet = contains(points, at).reshape(shape)
        self.free[window][_spread(wet, round(grow / STEP))] = False


def _short(obstacle: Obstacle) -> Iterator[tuple[float, ...]]:
    """An obstacle as pieces about as long as they are wide, so that their windows stay small."""
    (width, depth), (x, y) = obstacle.size, obstacle.at
    count = max(1, math.ceil(max(width, depth) / max(min(width, depth), LONGEST)))
    wide = width >= depth
    for i in range(count):
        off = ((i + 0.5) / count - 0.5) * max(width, depth)
        at = beside(obstacle.at, obstacle.facing, off, 0) if wide else beside((x, y), obstacle.facing, 0, off)
        half = (width / 2 / count, depth / 2) if wide else (width / 2, depth / 2 / count)
        yield *at, *half, obstacle.facing, obstacle.grow


def _spread(wet: NDArray[np.bool_], steps: int) -> NDArray[np.bool_]:
    for _ in range(steps):
        grown = wet.copy()
        grown[1:] |= wet[:-1]
        grown[:-1] |= wet[1:]
        grown[:, 1:] |= wet[:, :-1]
        grown[:, :-1] |= wet[:, 1:]
        wet = grown
    return wet


def walkable_of(area: Area, sizes: Mapping[str, tuple[float, float]] | None = None) -> Walkable:
    """The walkable ground of an area: not through walls but through open doors, not on water but over bridges.
    ``sizes`` as in ``obstacles``."""
    return _ground(area, sizes or {}, RADIUS)


def rollable_of(area: Area, sizes: Mapping[str, tuple[float, float]] | None = None) -> Walkable:
    """Where a wheelchair may go: as ``walkable_of``, through nothing narrower than 0.9 m, and over no steps."""
    return _ground(area, sizes or {}, ROLLING)


def _ground(area: Area, sizes: Mapping[str, tuple[float, float]], reach: float) -> Walkable:
    found = tuple(obstacles(area, sizes))
    if reach > RADIUS:
        found = tuple(replace(obstacle, grow=max(obstacle.grow, reach)) for obstacle in found)
    return _drawn(area.size, area.features, area.structures, found, area.doors, area.portals, reach)


@lru_cache(maxsize=16)
def _drawn(
    size: tuple[float, float],
    features: tuple[Feature, ...],
    structures: tuple[Structure, ...],
    found: tuple[Obstacle, ...],
    doors: tuple[Door, ...],
    portals: tuple[Portal, ...],
    reach: float,
) -> Walkable:
    """The ground of these things; drawn once, since most edits of a layout move nothing."""
    ground = Ground(size)
    ground.border(reach)
    for water in (feature for feature in features if feature.kind == "water"):
        ground.flood(water.polygon, reach)
    for deck in (feature for feature in features if feature.kind == "deck"):
        ground.drain(deck.polygon)
    for structure in structures:
        if structure.kind == "bridge":
            ground.open(structure.at, (structure.size[0] - 0.2 - 2 * reach, structure.size[1]), structure.facing)
    ground.block_all(found)
    for door in doors:
        if door.kind in ("entrance", "exit"):
            ground.open(door.at, (door.width - 2 * reach, 2.4), door.facing)
    for portal in portals:
        ground.open(portal.at, (portal.width - 2 * reach, 1.2), portal.facing)
    for steps in (feature for feature in features if feature.kind == "steps" and reach > RADIUS):
        ground.flood(outline_of(steps), reach)
    return Walkable(STEP, ground.free)


def outline_of(feature: Feature) -> Polygon:
    """The outline of a piece of ground, of a path too; of a closed path its outer edge back along its inner edge."""
    if feature.polygon:
        return feature.polygon
    left, right = ribbon(np.asarray(feature.path, np.float64), feature.width, feature.closed)
    return tuple((round(float(x), 3), round(float(y), 3)) for x, y in np.vstack([right, left[::-1]]))
