"""The far detail of a cell: everything merged into one mesh of a few materials, panels of text in low resolution."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.simplifying import far_form
from hallwright.geometry.transforms import merge
from hallwright.scene.graph import Material, Node
from hallwright.scene.materials import far_of

# Blended surfaces share the material ``light`` from afar, their own colour in the vertices.
SOFT = "light"
KEPT_BLENDED = ("water", SOFT)


def merged(
    nodes: Sequence[Node], materials: Mapping[str, Material], extra: Iterable[Primitive] = ()
) -> list[Primitive]:
    """The far forms of all nodes, and ``extra``, in the scene's frame: one primitive a far material."""
    by_mesh: dict[str, list[Node]] = {}
    for node in nodes:
        by_mesh.setdefault(node.mesh.key, []).append(node)
    parts = [
        _standing(plain(part, materials), group)
        for group in by_mesh.values()
        for part in far_form(group[0].mesh)
        if len(part.indices)
    ]
    joined = merge([*parts, *(plain(part, materials) for part in extra)])
    return sorted(joined, key=lambda part: part.material)


def hero_mesh(name: str, parts: Sequence[Primitive], materials: Mapping[str, Material]) -> Mesh:
    """The far form of a model as a mesh of its own."""
    return Mesh(name, tuple(merge(plain(part, materials) for part in parts)))


def plain(part: Primitive, materials: Mapping[str, Material]) -> Primitive:
    """The primitive in its far material; colours say what the material no longer does."""
    surface = materials[part.material]
    name = far_of(part.material)
    factor = None
    if surface.alpha == "blend" and part.material not in KEPT_BLENDED and SOFT in materials:
        name, factor = SOFT, np.array(surface.base_color, np.float32)
    colors = np.ones((len(part.positions), 4), np.float32) if part.colors is None else part.colors
    if factor is not None:
        colors = colors * factor
    indices = part.indices
    positions, normals = part.positions, part.normals
    if surface.double_sided and not materials[name].double_sided:
        indices = np.concatenate([indices, indices[:, ::-1] + np.uint32(len(positions))])
        positions, normals = np.concatenate([positions, positions]), np.concatenate([normals, -normals])
        colors = np.concatenate([colors, colors])
    return Primitive(name, positions, normals, indices, colors)


def _standing(part: Primitive, nodes: Sequence[Node]) -> Primitive:
    """The primitive once for each node, in the scene's frame."""
    count, size = len(nodes), len(part.positions)
    turns, scales = _turns(nodes), np.array([node.scale for node in nodes], np.float32)
    places = np.array([node.translation for node in nodes], np.float32)
    positions = (part.positions * scales[:, None, :]) @ turns + places[:, None, :]
    normals = part.normals if (scales == scales[:, :1]).all() else _unit(part.normals / scales[:, None, :])
    starts = np.arange(count, dtype=np.uint32)[:, None, None] * np.uint32(size)
    return Primitive(
        part.material,
        positions.reshape(-1, 3).astype(np.float32),
        np.broadcast_to(normals @ turns, (count, size, 3)).reshape(-1, 3),
        (part.indices + starts).reshape(-1, 3),
        None if part.colors is None else np.tile(part.colors, (count, 1)),
    )


def _turns(nodes: Sequence[Node]) -> NDArray[np.float32]:
    """(count, 3, 3): what a row vector is multiplied by to be turned by each node's yaw."""
    yaw = np.array([node.yaw for node in nodes])
    turns = np.zeros((len(nodes), 3, 3), np.float32)
    turns[:, 0, 0] = turns[:, 2, 2] = np.cos(yaw)
    turns[:, 2, 0], turns[:, 0, 2], turns[:, 1, 1] = np.sin(yaw), -np.sin(yaw), 1.0
    return turns


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), np.float32)
