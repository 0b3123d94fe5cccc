"""Moving, tinting and joining primitives. Every function returns new frozen arrays."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.colors import Color, linear
from hallwright.geometry.distinct import distinct
from hallwright.geometry.mesh import FloatArray, IndexArray, JointArray, Primitive

Vector = tuple[float, float, float]


def transform(
    primitive: Primitive,
    translation: Sequence[float] = (0.0, 0.0, 0.0),
    yaw: float = 0.0,
    scale: float | Sequence[float] = 1.0,
    *,
    pitch: float = 0.0,
    roll: float = 0.0,
) -> Primitive:
    """Scaled, then turned by roll (Z), pitch (X), yaw (Y) in radians, then moved by metres.

    A mirroring scale (an odd number of negative factors) turns the triangles round.
    """
    positions, normals, indices = primitive.positions, primitive.normals, primitive.indices
    if not (isinstance(scale, float) and scale == 1.0):
        positions, normals, indices = _scaled(primitive, np.broadcast_to(np.asarray(scale, np.float32), (3,)))
    if yaw or pitch or roll:
        turn = rotation(yaw, pitch, roll).T
        positions, normals = positions @ turn, normals @ turn
    moved = positions + np.asarray(translation, np.float32)
    return Primitive(primitive.material, moved, normals, indices, primitive.colors, primitive.uvs)


def _scaled(primitive: Primitive, factors: FloatArray) -> tuple[FloatArray, FloatArray, IndexArray]:
    normals = primitive.normals
    if factors[0] < 0 or factors[0] != factors[1] or factors[0] != factors[2]:
        normals = _unit(normals / factors)
    mirrored = factors[0] * factors[1] * factors[2] < 0
    indices = np.ascontiguousarray(primitive.indices[:, ::-1]) if mirrored else primitive.indices
    return primitive.positions * factors, normals, indices


@lru_cache(maxsize=4096)
def rotation(yaw: float = 0.0, pitch: float = 0.0, roll: float = 0.0) -> FloatArray:
    """The (3, 3) float32 matrix that turns by roll about Z, then pitch about X, then yaw about Y."""
    cy, sy, cx, sx, cz, sz = (f(a) for a in (yaw, pitch, roll) for f in (math.cos, math.sin))
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return np.asarray(about_y @ about_x @ about_z, np.float32)


def tint(primitive: Primitive, rgb: Color, alpha: float = 1.0) -> Primitive:
    """Vertex colours multiplied by a colour (``#rrggbb`` or linear RGB) and alpha."""
    factor = np.array([*linear(rgb), alpha], np.float32)
    colors = np.empty((len(primitive.positions), 4), np.float32)
    colors[:] = factor if primitive.colors is None else primitive.colors * factor
    return Primitive(
        primitive.material, primitive.positions, primitive.normals, primitive.indices, colors, primitive.uvs
    )


def painted(primitive: Primitive, material: str) -> Primitive:
    """The same triangles in another material."""
    return replace(primitive, material=material)


def merge(primitives: Iterable[Primitive]) -> list[Primitive]:
    """One primitive a material, in order of first use; colours and uvs are kept where any has them."""
    groups: dict[str, list[Primitive]] = {}
    for primitive in primitives:
        if len(primitive.indices):
            groups.setdefault(primitive.material, []).append(primitive)
    return [_join(material, group) for material, group in groups.items()]


def bounds(primitives: Iterable[Primitive]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """(min, max) corners of all positions; raises ValueError when there are none."""
    positions = [primitive.positions for primitive in primitives]
    lows = np.stack([points.min(axis=0) for points in positions])
    highs = np.stack([points.max(axis=0) for points in positions])
    return lows.min(axis=0), highs.max(axis=0)


def triangle_count(primitives: Iterable[Primitive]) -> int:
    """How many triangles there are in all."""
    return sum(len(primitive.indices) for primitive in primitives)


def weld(primitive: Primitive) -> Primitive:
    """Vertices that agree in all they carry become one (to 0.1 mm and 1/500 of a unit)."""
    columns = [np.round(primitive.positions * 1e4), np.round(primitive.normals * 500)]
    columns += [np.round(a * 500) for a in (primitive.colors, primitive.uvs) if a is not None]
    first, kind = distinct(np.concatenate(columns, axis=1).astype(np.int32))
    return replace(
        primitive,
        positions=primitive.positions[first],
        normals=primitive.normals[first],
        indices=kind[primitive.indices].astype(np.uint32),
        colors=None if primitive.colors is None else primitive.colors[first],
        uvs=None if primitive.uvs is None else primitive.uvs[first],
    )


def _join(material: str, group: list[Primitive]) -> Primitive:
    if len(group) == 1:
        return group[0]
    return Primitive(
        material,
        np.concatenate([part.positions for part in group]),
        np.concatenate([part.normals for part in group]),
        _joined_indices(group),
        _joined([part.colors for part in group], group, 4, 1.0),
        _joined([part.uvs for part in group], group, 2, 0.0),
        _joined_joints([part.joints for part in group]),
    )


def _joined_indices(group: list[Primitive]) -> IndexArray:
    starts = np.cumsum([0] + [len(part.positions) for part in group[:-1]]).astype(np.uint32)
    return np.concatenate([part.indices + start for part, start in zip(group, starts, strict=True)])


def _joined(arrays: list[FloatArray | None], group: list[Primitive], width: int, fill: float) -> FloatArray | None:
    if all(array is None for array in arrays):
        return None
    return np.concatenate(
        [
            np.full((len(part.positions), width), fill, np.float32) if array is None else array
            for array, part in zip(arrays, group, strict=True)
        ]
    )


def _joined_joints(arrays: list[JointArray | None]) -> JointArray | None:
    """Joints, where every one of the primitives has them."""
    known = [array for array in arrays if array is not None]
    return np.concatenate(known) if len(known) == len(arrays) else None


def _unit(vectors: FloatArray) -> FloatArray:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), np.float32)
