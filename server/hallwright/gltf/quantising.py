"""Meshes as small integers (KHR_mesh_quantization), triangles and vertices in the order GPUs like.

Positions become int16 about the mesh's middle, one scale for a whole mesh so that its primitives share a node;
normals int8, colours 8 or 16 bits, uvs 16 bits. Meshes that come again are prepared once a process.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

import meshopt
import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.mesh import FloatArray, IndexArray, Mesh, Primitive

Array = NDArray[Any]
Vector = tuple[float, float, float]

INT16 = 32767
KEPT_MESHES = 1024
# A channel below this is so dark that steps of 1/255 of linear light show as bands.
DARK = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class PackedPrimitive:
    """Triangles ready to store: ``positions`` (n, 3), ``normals`` (n, 3), ``colors`` (n, 4) or None,
    ``uvs`` (n, 2) or None, ``indices`` (3m,) uint32; integers when quantised, else float32."""

    material: str
    positions: Array
    normals: Array
    indices: IndexArray
    colors: Array | None
    uvs: Array | None


@dataclass(frozen=True, slots=True, eq=False)
class PackedMesh:
    """Primitives of one mesh; a stored position times ``scale`` plus ``offset`` is in metres of the mesh
    (normalised integers count from -1 to 1). ``low`` and ``high`` are its corners in metres."""

    primitives: tuple[PackedPrimitive, ...]
    offset: Vector
    scale: float
    low: Vector
    high: Vector

    @property
    def triangles(self) -> int:
        """How many triangles all primitives have."""
        return sum(len(primitive.indices) // 3 for primitive in self.primitives)


_kept: OrderedDict[str, tuple[Mesh, PackedMesh]] = OrderedDict()


def packed(mesh: Mesh) -> PackedMesh:
    """The quantised form of a mesh; the same mesh object is worked on once."""
    known = _kept.get(mesh.key)
    if known is not None and known[0] is mesh:
        _kept.move_to_end(mesh.key)
        return known[1]
    result = quantised(mesh)
    _kept[mesh.key] = (mesh, result)
    if len(_kept) > KEPT_MESHES:
        _kept.popitem(last=False)
    return result


def quantised(mesh: Mesh) -> PackedMesh:
    """The mesh in small integers. The error of a position is at most half its longest side / 65534."""
    parts = [part for part in mesh.primitives if len(part.indices)]
    low, high = _corners(parts)
    offset = (low + high) / 2
    scale = float((high - low).max()) / 2 or 1.0
    primitives = tuple(_quantised(part, offset, scale) for part in parts)
    return PackedMesh(primitives, _vector(offset), scale, _vector(low), _vector(high))


def plain(mesh: Mesh) -> PackedMesh:
    """The mesh in float32, for readers that know no extension."""
    parts = [part for part in mesh.primitives if len(part.indices)]
    low, high = _corners(parts)
    primitives = tuple(
        PackedPrimitive(
            part.material, _f32(part.positions), _f32(part.normals), _flat(part.indices),
            None if part.colors is None else _colors(part.colors), None if part.uvs is None else _f32(part.uvs),
        )
        for part in parts
    )
    return PackedMesh(primitives, (0.0, 0.0, 0.0), 1.0, _vector(low), _vector(high))


def _corners(parts: list[Primitive]) -> tuple[Array, Array]:
    if not parts:
        return np.zeros(3), np.zeros(3)
    lows = np.array([part.positions.min(axis=0) for part in parts], np.float64)
    highs = np.array([part.positions.max(axis=0) for part in parts], np.float64)
    return lows.min(axis=0), highs.max(axis=0)


def _quantised(part: Primitive, offset: Array, scale: float) -> PackedPrimitive:
    indices, order = _ordered(part)
    positions = np.rint((part.positions[order] - offset) * (INT16 / scale)).astype(np.int16)
    normals = np.rint(part.normals[order] * 127).astype(np.int8)
    colors = None if part.colors is None else _colors(part.colors[order])
    uvs = None if part.uvs is None else _uvs(part.uvs[order])
    return PackedPrimitive(part.material, positions, normals, indices, colors, uvs)


def _ordered(part: Primitive) -> tuple[IndexArray, IndexArray]:
    """(flat indices, the old number of each new vertex): triangles in vertex cache order, vertices in
    order of first use, unused ones left out. Quads of text keep their order: it names their owners."""
    keep_order = part.uvs is not None
    indices, remap, used = meshopt.reorder_mesh(_flat(part.indices), not keep_order, False)
    order = np.empty(used, np.uint32)
    alive = remap < used
    order[remap[alive]] = np.flatnonzero(alive)
    return indices, order


def _colors(colors: FloatArray) -> Array:
    """Linear RGBA in 8 bits, or in 16 where it is dark and not even."""
    rgb = colors[:, :3]
    dark = bool((rgb.max(axis=1) < DARK).any()) and bool((np.ptp(rgb, axis=0) > 1 / 255).any())
    depth, dtype = (65535, np.uint16) if dark else (255, np.uint8)
    return np.rint(np.clip(colors, 0.0, 1.0) * depth).astype(dtype)


def _uvs(uvs: FloatArray) -> Array:
    """Texture coordinates in 16 bits; left as floats where they go beyond the texture."""
    if uvs.min() < 0.0 or uvs.max() > 1.0:
        return _f32(uvs)
    return np.rint(uvs * 65535).astype(np.uint16)


def _flat(indices: IndexArray) -> IndexArray:
    return np.ascontiguousarray(indices, np.uint32).reshape(-1)


def _f32(array: Array) -> FloatArray:
    return np.ascontiguousarray(array, np.float32)


def _vector(values: Array) -> Vector:
    return float(values[0]), float(values[1]), float(values[2])
