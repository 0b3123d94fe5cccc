"""Meshes as small integers (KHR_mesh_quantization), triangles and vertices in the order GPUs like.

Positions become int16 about the mesh's middle, one scale for a whole mesh so that its primitives share a node,
and no finer than the step that is asked for: small numbers compress well. Normals become int8, colours 8 or 16
bits, uvs 16 bits. Meshes that come again are prepared once a process.
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
FINE, COARSE = 1 / 4096, 1 / 1024
"""Steps of positions in metres: for what one stands before, and for what is seen from afar."""
# Colours below this are so dark that steps of 1/255 of linear light show as bands.
DARK = 0.03
DARK_TONES = 3


@dataclass(frozen=True, slots=True, eq=False)
class PackedPrimitive:
    """Triangles ready to store: ``positions`` (n, 3), ``normals`` (n, 3), ``colors`` (n, 4) or None,
    ``uvs`` (n, 2) or None; integers when quantised, else float32. ``indices`` (3m,) are as wide as they need
    to be. ``low`` and ``high`` are the corners of the stored positions."""

    material: str
    positions: Array
    normals: Array
    indices: Array
    colors: Array | None
    uvs: Array | None
    low: list[float]
    high: list[float]


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


_kept: OrderedDict[tuple[str, float], tuple[Mesh, PackedMesh]] = OrderedDict()


def packed(mesh: Mesh, step: float) -> PackedMesh:
    """The quantised form of a mesh; the same mesh object is worked on once."""
    known = _kept.get((mesh.key, step))
    if known is not None and known[0] is mesh:
        _kept.move_to_end((mesh.key, step))
        return known[1]
    result = quantised(mesh, step)
    _kept[mesh.key, step] = (mesh, result)
    if len(_kept) > KEPT_MESHES:
        _kept.popitem(last=False)
    return result


def quantised(mesh: Mesh, step: float = FINE) -> PackedMesh:
    """The mesh in small integers. A position is wrong by at most half a step along each axis, or by 1/131068 of
    the longest side where the mesh is too large (over 65534 steps) for that."""
    parts = [part for part in mesh.primitives if len(part.indices)]
    low, high = _corners(parts)
    offset = np.round((low + high) / 2 / step) * step
    scale = max(float(np.maximum(high - offset, offset - low).max()), INT16 * step)
    primitives = tuple(_quantised(part, offset, scale) for part in parts)
    return PackedMesh(primitives, _vector(offset), scale, _vector(low), _vector(high))


def plain(mesh: Mesh) -> PackedMesh:
    """The mesh in float32, for readers that know no extension."""
    parts = [part for part in mesh.primitives if len(part.indices)]
    low, high = _corners(parts)
    primitives = tuple(
        _stored(
            part.material, _f32(part.positions), _f32(part.normals), _flat(_three_cornered(part.indices)),
            None if part.colors is None else _colors(part.colors), None if part.uvs is None else _f32(part.uvs),
        )
        for part in parts
    )
    return PackedMesh(primitives, (0.0, 0.0, 0.0), 1.0, _vector(low), _vector(high))


def _stored(
    material: str, positions: Array, normals: Array, indices: IndexArray, colors: Array | None, uvs: Array | None
) -> PackedPrimitive:
    narrow = indices.astype(np.uint16 if len(positions) <= 65535 else np.uint32)
    low, high = positions.min(axis=0).tolist(), positions.max(axis=0).tolist()
    return PackedPrimitive(material, positions, normals, narrow, colors, uvs, low, high)


def _corners(parts: list[Primitive]) -> tuple[Array, Array]:
    if not parts:
        return np.zeros(3), np.zeros(3)
    lows = np.array([part.positions.min(axis=0) for part in parts], np.float64)
    highs = np.array([part.positions.max(axis=0) for part in parts], np.float64)
    return lows.min(axis=0), highs.max(axis=0)


def _quantised(part: Primitive, offset: Array, scale: float) -> PackedPrimitive:
    positions = np.rint((part.positions - offset) * (INT16 / scale)).astype(np.int16)
    indices, order = _ordered(part, positions)
    positions = positions[order]
    normals = np.rint(part.normals[order] * 127).astype(np.int8)
    colors = None if part.colors is None else _colors(part.colors[order])
    uvs = None if part.uvs is None else _uvs(part.uvs[order])
    return _stored(part.material, positions, normals, indices, colors, uvs)


def _ordered(part: Primitive, positions: Array) -> tuple[IndexArray, IndexArray]:
    """(flat indices, the old number of each new vertex): triangles in vertex cache order, vertices in
    order of first use; unused vertices and triangles without extent left out. Quads of text keep their order:
    it names their owners."""
    keep_order = part.uvs is not None
    indices = _flat(part.indices if keep_order else _with_extent(part.indices, positions))
    indices, remap, used = meshopt.reorder_mesh(indices, not keep_order, False)
    order = np.empty(used, np.uint32)
    alive = remap < used
    order[remap[alive]] = np.flatnonzero(alive)
    return indices, order


def _with_extent(triangles: IndexArray, positions: Array) -> IndexArray:
    """The triangles whose corners are three places; all of them if that leaves none."""
    places = np.zeros((len(positions), 4), np.int16)
    places[:, :3] = positions
    return _three_cornered(triangles, places.view(np.int64)[:, 0])


def _three_cornered(triangles: IndexArray, names: Array | None = None) -> IndexArray:
    """The triangles whose corners have three names (their numbers); all of them if that leaves none."""
    a, b, c = (triangles if names is None else names[triangles]).T
    alive: NDArray[np.bool_] = (a != b) & (b != c) & (c != a)
    if alive.all() or not alive.any():
        return triangles
    return np.asarray(triangles[alive], np.uint32)


def _colors(colors: FloatArray) -> Array:
    """Linear RGBA in 8 bits, or in 10 of 16 (the rest compress to nothing) where it is dark in many tones."""
    brightest = colors[:, :3].max(axis=1)
    dark = brightest[brightest < DARK]
    if len(dark) and len(np.unique(np.rint(dark * 1024))) > DARK_TONES:
        return np.minimum(np.rint(np.maximum(colors, 0.0) * 1024) * 64, 65535).astype(np.uint16)
    return np.rint(np.clip(colors, 0.0, 1.0) * 255).astype(np.uint8)


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
