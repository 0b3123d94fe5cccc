"""Separate pieces of a shape, and how much of each is seen from outside."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.mesh import Primitive

Counts = NDArray[np.int64]

SAMPLES = 80_000
VIEWS = 14
# Squares across the longest side of the picture from each view.
SQUARES = 64


def pieces(part: Primitive) -> list[Primitive]:
    """The primitive's triangles by what hangs together (points within 0.1 mm are one), texture coordinates left out."""
    _, place = np.unique(np.round(part.positions * 1e4).astype(np.int64), axis=0, return_inverse=True)
    corners = place.reshape(-1)[part.indices]
    piece = _joined(corners)[corners[:, 0]]
    order = np.argsort(piece, kind="stable")
    ends = np.flatnonzero(np.diff(piece[order])) + 1
    return [_only(part, rows) for rows in np.split(part.indices[order], ends)]


def seen(parts: Sequence[Primitive]) -> Counts:
    """For each primitive, how many squares of pictures from all around show it before the others. By samples spread
    over the surfaces, the same each time."""
    points, owners = _samples(parts)
    found = np.zeros(len(parts), np.int64)
    step = float(np.ptp(points, axis=0).max()) / SQUARES
    for towards in _views():
        aside = np.cross(towards, (0.0, 1.0, 0.0) if abs(towards[1]) < 0.9 else (1.0, 0.0, 0.0))
        aside /= np.linalg.norm(aside)
        flat = np.stack([points @ aside, points @ np.cross(aside, towards)], -1)
        column, row = np.floor((flat - flat.min(axis=0)) / step).astype(np.int64).T
        square = column * (4 * SQUARES) + row
        order = np.lexsort((points @ towards, square))
        nearest = order[np.append(np.flatnonzero(np.diff(square[order])), len(order) - 1)]
        found += np.bincount(owners[nearest], minlength=len(parts))
    return found


def _joined(corners: Counts) -> Counts:
    """For each point the smallest number of a point that triangles join it to."""
    label = np.arange(int(corners.max()) + 1)
    while True:
        least = label[corners].min(axis=1)
        after = label.copy()
        for corner in corners.T:
            np.minimum.at(after, label[corner], least)
            np.minimum.at(after, corner, least)
        # Whoever follows another follows whom that one follows.
        while not np.array_equal(after[after], after):
            after = after[after]
        if np.array_equal(after, label):
            return label
        label = after


def _only(part: Primitive, faces: NDArray[np.uint32]) -> Primitive:
    used, indices = np.unique(faces, return_inverse=True)
    return replace(
        part,
        positions=part.positions[used],
        normals=part.normals[used],
        indices=indices.reshape(-1, 3).astype(np.uint32),
        colors=None if part.colors is None else part.colors[used],
        uvs=None,
    )


def _samples(parts: Sequence[Primitive]) -> tuple[NDArray[np.float64], Counts]:
    """(points, the primitive of each), evenly over all area."""
    corners = np.concatenate([part.positions[part.indices] for part in parts]).astype(np.float64)
    owner = np.repeat(np.arange(len(parts)), [len(part.indices) for part in parts])
    areas = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    steps = (np.arange(SAMPLES) + 0.5) / SAMPLES * areas.sum()
    face = np.minimum(np.searchsorted(np.cumsum(areas), steps), len(areas) - 1)
    # Two irrational strides fill a square evenly; folded, the triangle.
    u, v = np.arange(SAMPLES) * 0.7548776662 % 1, np.arange(SAMPLES) * 0.5698402910 % 1
    u, v = np.where(u + v > 1, (1 - u, 1 - v), (u, v))
    weights = np.stack([1 - u - v, u, v], -1)[:, :, None]
    return (corners[face] * weights).sum(axis=1), owner[face]


def _views() -> NDArray[np.float64]:
    """(views, 3): directions towards the viewers, all around and more from the side than from above."""
    place = np.arange(VIEWS) + 0.5
    height = 0.9 - 1.1 * place / VIEWS
    turn = place * math.pi * (1 + math.sqrt(5))
    level = np.sqrt(1 - height**2)
    return np.stack([level * np.cos(turn), height, level * np.sin(turn)], -1)
