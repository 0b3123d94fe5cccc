"""Vertex occlusion of a whole model: how much of the sky each vertex sees past the model's own body.

The body is put into a grid of small cubes, blurred at growing widths; from each vertex a few cones are
followed outward through wider and wider blurs. A few milliseconds for a model, against seconds for rays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.lofting import shaded
from hallwright.geometry.mesh import Primitive

Array = NDArray[np.float32]

CUBES = 44
SHINING = frozenset({"glow", "glass", "shadow", "light", "water", "screens", "signs"})
REACH = ((1.8, 0), (3.4, 1), (6.4, 2), (11.0, 3))
DARKEST = np.array([0.20, 0.22, 0.26], np.float32)
PAD = 3


@dataclass(frozen=True, slots=True)
class _Body:
    """Blurred cubes: ``levels`` grids of one shape, flat, with an empty rim; ``low`` the corner of the first cube,
    ``cube`` its edge in metres."""

    levels: tuple[Array, ...]
    shape: tuple[int, int, int]
    low: Array
    cube: float

    def full(self, cubes: Array, level: int) -> Array:
        """How full the body is about points (n, 3), in cubes from ``low``, at a level of blur, 0..1."""
        _, height, depth = self.shape
        place = np.clip(cubes, 0, np.array(self.shape, np.float32) - 1).astype(np.int32)
        found: Array = self.levels[level][(place[:, 0] * height + place[:, 1]) * depth + place[:, 2]]
        return found


def shade(primitives: Sequence[Primitive], *, strength: float = 1.0, floor: bool = True) -> list[Primitive]:
    """The same primitives with occlusion multiplied into their colours; ``floor`` adds the ground at y = 0."""
    solid = [part for part in primitives if _takes_shade(part)]
    if not solid:
        return list(primitives)
    hidden = _hidden(
        np.concatenate([part.positions for part in solid]),
        np.concatenate([part.normals for part in solid]),
        _body(solid, floor),
    )
    bright = 1.0 - (np.clip((hidden - 0.10) * 1.35, 0.0, 1.0) * strength)[:, None] * (1.0 - DARKEST)
    pieces = iter(np.split(bright, np.cumsum([len(part.positions) for part in solid])[:-1]))
    return [shaded(part, next(pieces)) if _takes_shade(part) else part for part in primitives]


def _takes_shade(part: Primitive) -> bool:
    return part.material not in SHINING and len(part.indices) > 0


def _hidden(positions: Array, normals: Array, body: _Body) -> Array:
    """What share of the sky above each vertex the body hides, 0..1."""
    start = (positions - body.low) / body.cube
    total = np.zeros(len(positions), np.float32)
    for way, weight in _cones(normals):
        clear = np.ones(len(positions), np.float32)
        for reach, level in REACH:
            clear *= 1.0 - body.full(start + way * reach, level)
        total += weight * (1.0 - clear)
    return total


def _cones(normals: Array) -> list[tuple[Array, float]]:
    """Directions about each normal and their weights: one along it, five leaning away from it."""
    aside = np.where(np.abs(normals[:, 1:2]) < 0.9, [[0.0, 1.0, 0.0]], [[1.0, 0.0, 0.0]])
    right = np.cross(aside, normals)
    right /= np.maximum(np.linalg.norm(right, axis=1, keepdims=True), 1e-9)
    over = np.cross(normals, right)
    ways: list[tuple[Array, float]] = [(normals, 0.25)]
    for turn in np.linspace(0.3, 2 * np.pi + 0.3, 5, endpoint=False):
        lean = normals * 0.66 + (right * np.cos(turn) + over * np.sin(turn)) * 0.75
        ways.append((lean.astype(np.float32), 0.15))
    return ways


def _body(solid: Sequence[Primitive], floor: bool) -> _Body:
    corners = np.concatenate([part.positions[part.indices] for part in solid])
    low, high = corners.min(axis=(0, 1)), corners.max(axis=(0, 1))
    cube = float((high - low).max()) / CUBES
    shape = np.ceil((high - low) / cube).astype(np.int64) + 1 + 2 * PAD
    grid = np.zeros(tuple(shape), np.float32)
    start = low - PAD * cube
    place = ((_scatter(corners, cube) - start) / cube).astype(np.int32)
    grid[place[:, 0], place[:, 1], place[:, 2]] = 1.0
    if floor:
        grid[:, 1 : max(1, int(np.floor(-start[1] / cube))), :] = 1.0
    levels = [grid]
    for step in (1, 2, 3):
        levels.append(_blur(levels[-1], step))
    shape_ = (int(shape[0]), int(shape[1]), int(shape[2]))
    return _Body(tuple(level.reshape(-1) for level in levels), shape_, start.astype(np.float32), cube)


def _scatter(corners: Array, cube: float) -> Array:
    """Points on triangles (n, 3, 3), no farther apart than a cube."""
    edge = np.sqrt(((corners - np.roll(corners, 1, axis=1)) ** 2).sum(axis=2).max(axis=1))
    steps = 2 ** np.clip(np.ceil(np.log2(np.maximum(edge / cube, 1e-6))), 0, 6).astype(np.int64)
    found = [corners.reshape(-1, 3)]
    for count in np.unique(steps[steps > 1]):
        u, v = np.meshgrid(np.arange(count + 1), np.arange(count + 1))
        keep = (u + v) <= count
        b, c = u[keep] / count, v[keep] / count
        weights = np.stack([1 - b - c, b, c], -1)
        found.append(np.matmul(weights.astype(np.float32), corners[steps == count]).reshape(-1, 3))
    return np.concatenate(found)


def _blur(grid: Array, step: int) -> Array:
    """The mean over neighbours at ``step`` cubes to each side, along each axis in turn; beyond the edge is empty."""
    for axis in range(3):
        padded = np.pad(grid, [(step, step) if other == axis else (0, 0) for other in range(3)])
        count = grid.shape[axis]
        slices = [np.take(padded, np.arange(start, start + count), axis=axis) for start in (0, step, 2 * step)]
        grid = np.asarray((slices[0] + 2 * slices[1] + slices[2]) / 4, np.float32)
    return grid
