"""Plain forms of meshes, for those that do not bring one: fewer triangles, flat shaded; the smallest are left out."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.mesh import FloatArray, IndexArray, Mesh, Primitive

Array = NDArray[Any]

# Below this extent (metres) nothing is seen from the next cell.
LEAST_EXTENT = 0.4
# Primitives with fewer triangles stay as they are.
PLAIN = 48
KEPT_SHARE = 0.2
KEPT_MESHES = 1024

_kept: OrderedDict[str, tuple[Mesh, tuple[Primitive, ...]]] = OrderedDict()


def far_form(mesh: Mesh) -> tuple[Primitive, ...]:
    """What is seen of a mesh from afar; worked out once for the same mesh object."""
    if mesh.far is not None:
        return mesh.far
    known = _kept.get(mesh.key)
    if known is not None and known[0] is mesh:
        _kept.move_to_end(mesh.key)
        return known[1]
    result = tuple(simplified(part) for part in mesh.primitives if _is_seen(part))
    _kept[mesh.key] = (mesh, result)
    if len(_kept) > KEPT_MESHES:
        _kept.popitem(last=False)
    return result


def simplified(part: Primitive) -> Primitive:
    """The primitive with about a fifth of its triangles; vertices keep the colour of the nearest old one."""
    if len(part.indices) < PLAIN:
        return part
    points, faces, source = collapsed(part, 1.0 - KEPT_SHARE)
    return _flat_shaded(part, points, faces, source) if len(faces) else part


def collapsed(part: Primitive, share: float) -> tuple[FloatArray, Array, Array]:
    """(points, faces, an old vertex of each point) after ``share`` of the triangles are collapsed; 12 stay."""
    import fast_simplification  # 30 ms to import, and many builds never need it

    points, faces, origin = _welded(part)
    target = max(0.0, min(share, 1.0 - 12 / max(1, len(faces))))
    new_points, new_faces, collapses = fast_simplification.simplify(
        points, faces, target_reduction=target, return_collapses=True
    )
    _, _, mapping = fast_simplification.replay_simplification(points, faces, collapses)
    source = np.zeros(len(new_points), np.int64)
    source[mapping[::-1]] = np.arange(len(mapping))[::-1]
    return new_points.astype(np.float32), new_faces.astype(np.int64), origin[source]


def _welded(part: Primitive) -> tuple[Array, IndexArray, Array]:
    """(points, faces, an old vertex of each point): vertices at one place become one."""
    rounded = np.round(part.positions * 1e4).astype(np.int64)
    _, first, inverse = np.unique(rounded, axis=0, return_index=True, return_inverse=True)
    faces = inverse.reshape(-1)[part.indices]
    whole = (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])
    return part.positions[first].astype(np.float64), faces[whole].astype(np.uint32), first


def _flat_shaded(part: Primitive, points: Array, faces: Array, source: Array) -> Primitive:
    corners = points[faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    alive = lengths[:, 0] > 1e-9
    corners, faces, normals = corners[alive], faces[alive], normals[alive] / lengths[alive]
    count = len(faces)
    return Primitive(
        part.material,
        corners.reshape(-1, 3).astype(np.float32),
        np.repeat(normals, 3, axis=0).astype(np.float32),
        np.arange(3 * count, dtype=np.uint32).reshape(-1, 3),
        None if part.colors is None else part.colors[source[faces]].reshape(-1, 4),
    )


def _is_seen(part: Primitive) -> bool:
    return len(part.indices) > 0 and float(np.ptp(part.positions, axis=0).max()) >= LEAST_EXTENT
