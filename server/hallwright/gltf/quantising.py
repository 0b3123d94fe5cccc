"""Meshes as small integers (KHR_mesh_quantization), triangles and vertices in the order GPUs like.

Positions become int16 about the mesh's middle, one scale for a whole mesh so that its primitives share a node,
and no finer than the step that is asked for: small numbers compress well. Normals become int8, colours 8 or 16
bits, uvs 16 bits. Meshes that come again are prepared once a process.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

import meshopt
import numpy as np

from hallwright.geometry.mesh import FloatArray, IndexArray, Mesh, Primitive
from hallwright.gltf.columns import Array, Column, attribute, triangles

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
    """Triangles of one material, ready to store; ``attributes`` by their glTF names."""

    material: str
    attributes: Mapping[str, Column]
    indices: Column


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
        return sum(len(primitive.indices.values) // 3 for primitive in self.primitives)


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
    middle = offset.astype(np.float32)
    primitives = tuple(_quantised(part, middle, np.float32(INT16 / scale)) for part in parts)
    return PackedMesh(primitives, _vector(middle), scale, _vector(low), _vector(high))


def plain(mesh: Mesh) -> PackedMesh:
    """The mesh in float32, for readers that know no extension."""
    parts = [part for part in mesh.primitives if len(part.indices)]
    low, high = _corners(parts)
    return PackedMesh(tuple(map(_plain, parts)), (0.0, 0.0, 0.0), 1.0, _vector(low), _vector(high))


def _quantised(part: Primitive, middle: FloatArray, factor: np.float32) -> PackedPrimitive:
    positions = np.rint((part.positions - middle) * factor).astype(np.int16)
    indices, order = _ordered(part, positions)
    columns = {
        "POSITION": attribute("position", positions[order], corners=True),
        "NORMAL": attribute("normal", np.rint(part.normals[order] * np.float32(127)).astype(np.int8)),
    }
    if part.colors is not None:
        columns["COLOR_0"] = attribute("color", _colors(part.colors[order]))
    if part.uvs is not None:
        columns["TEXCOORD_0"] = attribute("uv", _uvs(part.uvs[order]))
    return PackedPrimitive(part.material, columns, triangles(indices, len(order)))


def _plain(part: Primitive) -> PackedPrimitive:
    columns = {
        "POSITION": attribute("position", _f32(part.positions), corners=True),
        "NORMAL": attribute("normal", _f32(part.normals)),
    }
    if part.colors is not None:
        columns["COLOR_0"] = attribute("color", _colors(part.colors))
    if part.uvs is not None:
        columns["TEXCOORD_0"] = attribute("uv", _f32(part.uvs))
    indices = _three_cornered(part.indices, part.indices).reshape(-1)
    return PackedPrimitive(part.material, columns, triangles(indices, len(part.positions)))


def _ordered(part: Primitive, positions: Array) -> tuple[IndexArray, IndexArray]:
    """(flat indices, the old number of each new vertex): triangles in vertex cache order, vertices in
    order of first use; unused vertices and triangles without extent left out. Quads of text keep their order:
    it names their owners."""
    keep_order = part.uvs is not None
    indices = part.indices
    if not keep_order:
        places = np.zeros((len(positions), 4), np.int16)
        places[:, :3] = positions
        indices = _three_cornered(indices, places.view(np.int64)[:, 0][indices])
    flat = np.ascontiguousarray(indices, np.uint32).reshape(-1)
    flat, remap, used = meshopt.reorder_mesh(flat, not keep_order, False)
    order = np.empty(used, np.uint32)
    alive = np.flatnonzero(remap < used)
    order[remap[alive]] = alive
    return flat, order


def _three_cornered(indices: IndexArray, corners: Array) -> IndexArray:
    """The triangles with three different corners; all of them if that leaves none."""
    a, b, c = corners.T
    alive = np.flatnonzero((a != b) & (b != c) & (c != a))
    return indices if len(alive) in (0, len(indices)) else indices[alive]


def _corners(parts: list[Primitive]) -> tuple[Array, Array]:
    if not parts:
        return np.zeros(3), np.zeros(3)
    lows = np.array([part.positions.min(axis=0) for part in parts], np.float64)
    highs = np.array([part.positions.max(axis=0) for part in parts], np.float64)
    return lows.min(axis=0), highs.max(axis=0)


def _colors(colors: FloatArray) -> Array:
    """Linear RGBA in 8 bits, or in 10 of 16 (the rest compress to nothing) where it is dark in many tones."""
    levels: Array = np.rint(np.clip(colors, 0.0, 1.0) * np.float32(255)).astype(np.uint8)
    dark = colors[levels[:, :3].max(axis=1) < DARK * 255, :3].max(axis=1)
    if len(dark) and len(np.unique(np.rint(dark * 1024))) > DARK_TONES:
        levels = np.minimum(np.rint(np.maximum(colors, 0.0) * 1024) * 64, 65535).astype(np.uint16)
    return levels


def _uvs(uvs: FloatArray) -> Array:
    """Texture coordinates in 16 bits; left as floats where they go beyond the texture."""
    if uvs.min() < 0.0 or uvs.max() > 1.0:
        return _f32(uvs)
    return np.rint(uvs * 65535).astype(np.uint16)


def _f32(array: Array) -> FloatArray:
    return np.ascontiguousarray(array, np.float32)


def _vector(values: Array) -> Vector:
    x, y, z = values.tolist()
    return x, y, z
