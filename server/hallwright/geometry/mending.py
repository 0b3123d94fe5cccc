"""Meshes of strangers made sound: triangles with an area, normals of length 1, no more triangles than wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.mesh import Primitive
from hallwright.geometry.simplifying import collapsed

Array = NDArray[Any]

LEAST_AREA = 1e-10
# Faces that meet at less than this angle are one smooth surface (cosine of 40 degrees).
CREASE = 0.766
SAMPLES = 4096
GRIDS = (32, 24, 16, 12, 8, 6, 4, 3, 2)


def sound(part: Primitive) -> Iterator[Primitive]:
    """The primitive without triangles that have no area (m²); nothing when none has. Normals that are missing or
    broken are worked out anew."""
    kept = part.indices[np.linalg.norm(_crossed(part.positions, part.indices), axis=1) > 2 * LEAST_AREA]
    if not len(kept):
        return
    used, faces = np.unique(kept, return_inverse=True)
    lengths = np.linalg.norm(part.normals[used], axis=1, keepdims=True)
    with np.errstate(all="ignore"):
        normals = part.normals[used] / lengths
    slim = Primitive(
        part.material,
        part.positions[used],
        normals,
        faces.reshape(-1, 3).astype(np.uint32),
        None if part.colors is None else part.colors[used],
    )
    yield slim if np.isfinite(normals).all() and (lengths > 1e-6).all() else creased(slim)


def creased(part: Primitive) -> Primitive:
    """Normals worked out: smooth where faces meet flatly, sharp at creases. Each triangle gets its own corners."""
    across = _crossed(part.positions, part.indices).astype(np.float64)
    flat = across / np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-20)
    _, place = np.unique(np.round(part.positions * 1e4).astype(np.int64), axis=0, return_inverse=True)
    corners = place.reshape(-1)[part.indices]
    around = np.zeros((len(part.positions), 3))
    for corner in range(3):
        np.add.at(around, corners[:, corner], across)
    around /= np.maximum(np.linalg.norm(around, axis=1, keepdims=True), 1e-20)
    smooth = around[corners]
    alike = (smooth * flat[:, None]).sum(axis=2, keepdims=True) > CREASE
    normals = np.where(alike, smooth, flat[:, None]).reshape(-1, 3)
    flat_indices = part.indices.reshape(-1)
    return Primitive(
        part.material,
        part.positions[flat_indices],
        normals.astype(np.float32),
        np.arange(len(flat_indices), dtype=np.uint32).reshape(-1, 3),
        None if part.colors is None else part.colors[flat_indices],
    )


def reduced(part: Primitive, most: int) -> Primitive:
    """The shape with at most ``most`` triangles; its normals are the old ones of some vertex near by."""
    for grid in (None, *GRIDS):
        if len(part.indices) <= most:
            break
        part = _collapsed(part, most) if grid is None else _clustered(part, grid)
    if len(part.indices) <= most:
        return part
    largest = np.argsort(-np.linalg.norm(_crossed(part.positions, part.indices), axis=1), kind="stable")[:most]
    return replace(part, indices=part.indices[np.sort(largest)])


def recoloured(part: Primitive, original: Primitive) -> Primitive:
    """A plain form whose corners take the original's colours where they are: collapsed edges drag colours across
    whole panels. Corners must not be shared; a corner looks halfway to its triangle's middle."""
    if original.colors is None or not len(part.indices):
        return part
    points, colors = _samples(original, SAMPLES)
    corners = part.positions[part.indices]
    places = ((corners + corners.mean(axis=1, keepdims=True)) / 2).reshape(-1, 3)
    middle = points.mean(axis=0)
    points, places = points - middle, places - middle
    nearest = ((points**2).sum(axis=1) - 2 * places @ points.T).argmin(axis=1)
    found = np.empty((len(part.positions), 4), np.float32)
    found[part.indices.reshape(-1)] = colors[nearest]
    return replace(part, colors=found)


def _samples(part: Primitive, count: int) -> tuple[Array, Array]:
    """(points, colours) spread evenly over a primitive's area, the same each time."""
    areas = np.linalg.norm(_crossed(part.positions, part.indices), axis=1).astype(np.float64)
    steps = (np.arange(count) + 0.5) / count
    faces = part.indices[np.minimum(np.searchsorted(np.cumsum(areas) / areas.sum(), steps), len(areas) - 1)]
    # Two irrational strides fill a square evenly; folded, the triangle.
    shares = np.stack([np.arange(count) * 0.7548776662 % 1, np.arange(count) * 0.5698402910 % 1], axis=1)
    shares = np.where(shares.sum(axis=1, keepdims=True) > 1, 1 - shares, shares)
    weights = np.concatenate([1 - shares.sum(axis=1, keepdims=True), shares], axis=1)[:, :, None].astype(np.float32)
    assert part.colors is not None
    return (part.positions[faces] * weights).sum(axis=1), (part.colors[faces] * weights).sum(axis=1)


def _collapsed(part: Primitive, most: int) -> Primitive:
    """Edges collapsed one after another, the least missed first."""
    points, faces, source = collapsed(part, 1.0 - most / len(part.indices))
    slim = _resting(part, points, faces, source)
    return slim if len(slim.indices) else part


def _clustered(part: Primitive, grid: int) -> Primitive:
    """All vertices in one cell of a grid become one: what is in many small pieces, edges alone cannot reduce."""
    low, extent = part.positions.min(axis=0), float(np.ptp(part.positions, axis=0).max())
    cells = np.floor((part.positions - low) * np.float32(grid / max(extent, 1e-6))).astype(np.int64)
    _, first, inverse = np.unique(cells, axis=0, return_index=True, return_inverse=True)
    inverse = inverse.reshape(-1)
    count = np.bincount(inverse)[:, None]
    points = np.stack([np.bincount(inverse, part.positions[:, axis]) for axis in range(3)], axis=1) / count
    faces = inverse[part.indices]
    _, distinct = np.unique(np.sort(faces, axis=1), axis=0, return_index=True)
    slim = _resting(part, points, faces[np.sort(distinct)], first)
    return slim if len(slim.indices) else part


def _resting(part: Primitive, points: Array, faces: Array, source: Array) -> Primitive:
    """New points and faces; each point takes what its source vertex carried."""
    kept = faces[np.linalg.norm(_crossed(points, faces), axis=1) > 2 * LEAST_AREA]
    return Primitive(
        part.material,
        points.astype(np.float32),
        part.normals[source],
        kept.astype(np.uint32),
        None if part.colors is None else part.colors[source],
    )


def _crossed(points: Array, faces: Array) -> Array:
    """(m, 3): along each triangle's normal, twice its area long."""
    corners = points[faces]
    return np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
