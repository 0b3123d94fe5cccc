"""Rigs as nodes: one for the figure, one for each part at its pivot, and below each part one that undoes the
quantisation of its mesh, which no animation may touch. Or, as a skin, parts that are joints of one mesh."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from hallwright.catalogue.rig import Part, Rig
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.transforms import merge
from hallwright.gltf.columns import Column, attribute
from hallwright.gltf.container import Json
from hallwright.gltf.quantising import PackedMesh, Vector
from hallwright.scene.graph import Node

SKIN = "skin"
ORIGIN = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A rig that stands somewhere, metres and radians about the vertical. ``meshes`` are its parts' by part; nodes and
    animations are called by ``prefix`` and what they are."""

    name: str
    rig: Rig
    meshes: Mapping[str, Mesh]
    translation: Vector = ORIGIN
    yaw: float = 0.0
    scale: float = 1.0
    prefix: str = ""


def meshes_of(figure: Figure) -> dict[str, Mesh]:
    """The meshes to store: one for each part that has triangles, or one for all when it is a skin."""
    if not figure.rig.skin:
        return dict(figure.meshes)
    parts = [
        replace(primitive, joints=np.full(len(primitive.positions), joint, np.uint8))
        for joint, name in enumerate(figure.rig.parts)
        if name in figure.meshes
        for primitive in figure.meshes[name].primitives
    ]
    return {SKIN: Mesh(_skin_key(figure), tuple(_colored(merge(_whole(parts)))))} if parts else {}


def as_node(figure: Figure, mesh: Mesh) -> Node:
    """One of the figure's meshes as it stands at rest."""
    return Node(figure.name, mesh, figure.translation, figure.yaw, (figure.scale,) * 3)


def part_nodes(figure: Figure, first: int, stored: Mapping[str, PackedMesh]) -> list[Json]:
    """The figure's node, which will be number ``first``, and those of its parts in order."""
    names = list(figure.rig.parts)
    numbers = {name: first + 1 + place for place, name in enumerate(names)}
    below: dict[str | None, list[int]] = {}
    for name, part in figure.rig.parts.items():
        below.setdefault(part.parent, []).append(numbers[name])
    nodes = [_figure_node(figure, below[None])]
    for name, part in figure.rig.parts.items():
        entry = _part_node(figure, name, part)
        if name in below:
            entry["children"] = below[name]
        nodes.append(entry)
    return nodes


def mesh_node(figure: Figure, name: str, mesh: PackedMesh) -> Json:
    """The node that holds a part's mesh: from what is stored to metres about the part's pivot."""
    entry: Json = {"name": f"{figure.prefix}{name}/mesh"}
    moved = [float(a) - float(b) for a, b in zip(mesh.offset, figure.rig.parts[name].pivot, strict=True)]
    if any(moved):
        entry["translation"] = _rounded(moved)
    if mesh.scale != 1.0:
        entry["scale"] = [float(f"{mesh.scale:.8g}")] * 3
    return entry


def inverse_binds(figure: Figure, mesh: PackedMesh) -> Column:
    """From what is stored to metres about each joint's pivot: (joints, 16), column after column."""
    matrices = np.zeros((len(figure.rig.parts), 4, 4), np.float32)
    for matrix, part in zip(matrices, figure.rig.parts.values(), strict=True):
        matrix[:3, :3] = np.eye(3) * float(f"{mesh.scale:.8g}")
        matrix[:3, 3] = np.asarray(mesh.offset) - np.asarray(part.pivot, np.float64)
        matrix[3, 3] = 1.0
    return attribute("bind", matrices.transpose(0, 2, 1).reshape(-1, 16), vertex=False)


def offset_of(rig: Rig, name: str) -> list[float]:
    """Where a part's pivot is from its parent's, metres."""
    part = rig.parts[name]
    origin = rig.parts[part.parent].pivot if part.parent else ORIGIN
    return [float(a) - float(b) for a, b in zip(part.pivot, origin, strict=True)]


def _figure_node(figure: Figure, children: list[int]) -> Json:
    entry: Json = {"name": figure.name, "children": children}
    if any(figure.translation):
        entry["translation"] = _rounded(list(figure.translation))
    if figure.yaw:
        entry["rotation"] = [0.0, round(math.sin(figure.yaw / 2), 7), 0.0, round(math.cos(figure.yaw / 2), 7)]
    if figure.scale != 1.0:
        entry["scale"] = [float(f"{figure.scale:.8g}")] * 3
    return entry


def _part_node(figure: Figure, name: str, part: Part) -> Json:
    entry: Json = {"name": f"{figure.prefix}{name}"}
    offset = offset_of(figure.rig, name)
    if any(offset):
        entry["translation"] = _rounded(offset)
    if part.hidden:
        entry["scale"] = [0.0, 0.0, 0.0]
    extras = {key: True for key, value in (("cut", part.cut), ("hidden", part.hidden)) if value}
    return entry | ({"extras": extras} if extras else {})


def _skin_key(figure: Figure) -> str:
    first = next(iter(figure.meshes.values()))
    return f"{first.key.rpartition('/')[0]}/{SKIN}"


def _whole(parts: list[Primitive]) -> Iterator[Primitive]:
    """Without texture coordinates, which a skin has none of."""
    return (replace(part, uvs=None) for part in parts)


def _colored(parts: list[Primitive]) -> Iterator[Primitive]:
    """With colours in all, so that all have one layout."""
    for part in parts:
        yield part if part.colors is not None else replace(part, colors=np.ones((len(part.positions), 4), np.float32))


def _rounded(values: list[float]) -> list[float]:
    return [round(value, 6) for value in values]
