"""Meshes as small integers (KHR_mesh_quantization), triangles and vertices in the order GPUs like.

Positions become int16 about the mesh's middle, one scale for a whole mesh so that its primitives share a node,
and no finer than the step that is asked for: small numbers compress well. Normals become int8, colours 8 or 16
bits, uvs 16 bits. All meshes of a file are worked on at once, since most are so small that every call of numpy
costs more than its work; meshes that come again are prepared once a process.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
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
        return sum(len(primitive.indices.rows) // 3 for primitive in self.primitives)


ZERO = (0.0, 0.0, 0.0)
EMPTY = PackedMesh((), ZERO, 1.0, ZERO, ZERO)

_kept: OrderedDict[tuple[str, float], tuple[Mesh, PackedMesh]] = OrderedDict()


def packed(meshes: Sequence[Mesh], step: float = FINE) -> list[PackedMesh]:
    """The meshes in small integers; the same mesh object is worked on once. A position is wrong by at most half a
    step along each axis, or by 1/131068 of the longest side where a mesh is too large (over 65534 steps)."""
    new = [mesh for mesh in meshes if _known(mesh, step) is None]
    made = dict(zip(map(id, new), _packed(new, step), strict=True))
    return [made.get(id(mesh)) or _kept[mesh.key, step][1] for mesh in meshes]


def plain(mesh: Mesh) -> PackedMesh:
    """The mesh in float32, for readers that know no extension."""
    parts = _parts(mesh)
    if not parts:
        return EMPTY
    points = np.concatenate([part.positions for part in parts])
    low, high = _vectors(np.stack([points.min(axis=0), points.max(axis=0)]))
    return PackedMesh(tuple(map(_plain, parts)), ZERO, 1.0, low, high)


def _known(mesh: Mesh, step: float) -> PackedMesh | None:
    known = _kept.get((mesh.key, step))
    if known is None or known[0] is not mesh:
        return None
    _kept.move_to_end((mesh.key, step))
    return known[1]


def _packed(meshes: Sequence[Mesh], step: float) -> list[PackedMesh]:
    full = [mesh for mesh in meshes if _parts(mesh)]
    made = dict(zip(map(id, full), _quantised(full, step), strict=True))
    result = [made.get(id(mesh), EMPTY) for mesh in meshes]
    _kept.update(((mesh.key, step), (mesh, packed)) for mesh, packed in zip(meshes, result, strict=True))
    while len(_kept) > KEPT_MESHES + len(meshes):
        _kept.popitem(last=False)
    return result


def _quantised(meshes: Sequence[Mesh], step: float) -> list[PackedMesh]:
    """All meshes (each with triangles): every step is one call for all of them, but for the ordering."""
    if not meshes:
        return []
    owned = [_parts(mesh) for mesh in meshes]
    parts = [part for own in owned for part in own]
    starts = _starts([len(part.positions) for part in parts])
    firsts = _starts([len(own) for own in owned])
    points = np.concatenate([part.positions for part in parts])
    low = np.minimum.reduceat(np.minimum.reduceat(points, starts[:-1]), firsts[:-1])
    high = np.maximum.reduceat(np.maximum.reduceat(points, starts[:-1]), firsts[:-1])
    offset = (np.round((low + high) / 2 / step) * step).astype(np.float32)
    scale = np.maximum(np.maximum(high - offset, offset - low).max(axis=1), np.float32(INT16 * step))
    owners = np.repeat(np.repeat(np.arange(len(meshes)), np.diff(firsts)), np.diff(starts))
    primitives = _stored(parts, starts, (points - offset[owners]) * (INT16 / scale)[owners, None])
    return [
        PackedMesh(tuple(primitives[first:end]), *values)
        for first, end, *values in zip(
            firsts, firsts[1:], _vectors(offset), scale.tolist(), _vectors(low), _vectors(high), strict=False
        )
    ]


def _stored(parts: Sequence[Primitive], starts: Array, scaled: Array) -> list[PackedPrimitive]:
    """The primitives of these parts, whose vertices begin at ``starts`` of ``scaled`` positions."""
    positions = _rows(np.rint(scaled), np.int16)
    normals = _rows(np.rint(np.concatenate([part.normals for part in parts]) * np.float32(127)), np.int8)
    orders, indices = _ordered(parts, starts, positions)
    everything = np.concatenate([order + start for order, start in zip(orders, starts, strict=False)])
    positions, normals = positions[everything], normals[everything]
    ends = _starts([len(order) for order in orders])
    low = np.minimum.reduceat(positions[:, :3], ends[:-1]).tolist()
    high = np.maximum.reduceat(positions[:, :3], ends[:-1]).tolist()
    colors = _all_colors(parts, orders)
    result = []
    for number, (part, order, flat) in enumerate(zip(parts, orders, indices, strict=True)):
        own = slice(ends[number], ends[number + 1])
        columns = {
            "POSITION": attribute("position", positions[own], 3, corners=(low[number], high[number])),
            "NORMAL": attribute("normal", normals[own], 3),
        }
        if part.colors is not None:
            columns["COLOR_0"] = attribute("color", colors[number])
        if part.uvs is not None:
            columns["TEXCOORD_0"] = attribute("uv", _uvs(part.uvs[order]))
        if part.joints is not None:
            columns |= _following(part.joints[order])
        result.append(PackedPrimitive(part.material, columns, triangles(flat, len(order))))
    return result


def _ordered(parts: Sequence[Primitive], starts: Array, positions: Array) -> tuple[list[Array], list[IndexArray]]:
    """For each part the old number of each new vertex, and its new flat indices: triangles in vertex cache order,
    vertices in order of first use; unused vertices and triangles without extent left out. Quads of text keep
    their order: it names their owners."""
    places = positions.view(np.int64)[:, 0]
    sizes = [len(part.indices) for part in parts]
    corners = np.concatenate([part.indices for part in parts]) + np.repeat(starts[:-1], sizes)[:, None]
    a, b, c = places[corners].T
    alive = (a != b) & (b != c) & (c != a)
    orders, indices = [], []
    for part, end in zip(parts, np.cumsum(sizes).tolist(), strict=True):
        wanted = alive[end - len(part.indices) : end]
        whole = part.uvs is not None or wanted.all() or not wanted.any()
        flat, order = _reordered(part.indices if whole else part.indices[wanted], part.uvs is not None)
        orders.append(order)
        indices.append(flat)
    return orders, indices


def _reordered(indices: IndexArray, keep_order: bool) -> tuple[IndexArray, Array]:
    flat = np.ascontiguousarray(indices, np.uint32).reshape(-1)
    flat, remap, used = meshopt.reorder_mesh(flat, not keep_order, False)
    order = np.empty(used, np.int64)
    alive = np.flatnonzero(remap < used)
    order[remap[alive]] = alive
    return flat, order


def _plain(part: Primitive) -> PackedPrimitive:
    positions = _f32(part.positions)
    corners = (positions.min(axis=0).tolist(), positions.max(axis=0).tolist())
    columns = {
        "POSITION": attribute("position", positions, corners=corners),
        "NORMAL": attribute("normal", _f32(part.normals)),
    }
    if part.colors is not None:
        columns["COLOR_0"] = attribute("color", _colors(part.colors))
    if part.uvs is not None:
        columns["TEXCOORD_0"] = attribute("uv", _f32(part.uvs))
    if part.joints is not None:
        columns |= _following(part.joints)
    a, b, c = part.indices.T
    alive = (a != b) & (b != c) & (c != a)
    indices = part.indices[alive] if alive.any() else part.indices
    return PackedPrimitive(part.material, columns, triangles(indices.reshape(-1), len(positions)))


def _parts(mesh: Mesh) -> list[Primitive]:
    return [part for part in mesh.primitives if len(part.indices)]


def _starts(counts: Sequence[int]) -> Array:
    """Where each of a row of things begins that follow each other, and where the last one ends."""
    return np.concatenate([[0], np.cumsum(counts)])


def _rows(values: Array, dtype: type[np.signedinteger]) -> Array:
    """(n, 3) integers, padded to four."""
    rows = np.zeros((len(values), 4), dtype)
    rows[:, :3] = values
    return rows


def _all_colors(parts: Sequence[Primitive], orders: Sequence[Array]) -> dict[int, Array]:
    """The colours of those parts that have any, by number."""
    colored = [(number, part.colors) for number, part in enumerate(parts) if part.colors is not None]
    if not colored:
        return {}
    levels = _eight_bits(np.concatenate([colors for _, colors in colored]))
    starts = _starts([len(colors) for _, colors in colored])
    dark = np.logical_or.reduceat(np.maximum.reduce(levels[:, :3], axis=1) < DARK * 255, starts[:-1])
    return {
        number: (_colors(colors) if dark[i] else levels[starts[i] : starts[i + 1]])[orders[number]]
        for i, (number, colors) in enumerate(colored)
    }


def _colors(colors: FloatArray) -> Array:
    """Linear RGBA in 8 bits, or in 10 of 16 (the rest compress to nothing) where it is dark in many tones."""
    brightest = np.maximum.reduce(colors[:, :3], axis=1)
    if len(np.unique(np.rint(brightest[brightest < DARK] * 1024))) <= DARK_TONES:
        return _eight_bits(colors)
    levels: Array = np.minimum(np.rint(np.maximum(colors, 0.0) * 1024) * 64, 65535).astype(np.uint16)
    return levels


def _eight_bits(colors: FloatArray) -> Array:
    levels: Array = np.rint(np.minimum(np.maximum(colors, 0.0), 1.0) * np.float32(255)).astype(np.uint8)
    return levels


def _uvs(uvs: FloatArray) -> Array:
    """Texture coordinates in 16 bits; left as floats where they go beyond the texture."""
    if uvs.min() < 0.0 or uvs.max() > 1.0:
        return _f32(uvs)
    return np.rint(uvs * 65535).astype(np.uint16)


def _following(joints: Array) -> dict[str, Column]:
    """Each point wholly with one joint."""
    rows = np.zeros((2, len(joints), 4), np.uint8)
    rows[0, :, 0], rows[1, :, 0] = joints, 255
    return {
        "JOINTS_0": attribute("joint", rows[0], normalized=False),
        "WEIGHTS_0": attribute("weight", rows[1]),
    }


def _f32(array: Array) -> FloatArray:
    return np.ascontiguousarray(array, np.float32)


def _vectors(rows: Array) -> list[Vector]:
    return [(x, y, z) for x, y, z in rows.tolist()]
