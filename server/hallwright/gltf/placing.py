"""Where packed meshes stand: node transforms and instances that also undo the quantisation."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from hallwright.gltf.buffers import Buffers
from hallwright.gltf.columns import attribute
from hallwright.gltf.container import Json
from hallwright.gltf.quantising import PackedMesh, Vector
from hallwright.scene.graph import Node


def node_transform(node: Node, mesh: PackedMesh) -> Json:
    """``translation``, ``rotation`` and ``scale`` of a node whose mesh is packed; identities are left out."""
    result: Json = {}
    translation = _translation(node, mesh)
    if any(translation):
        result["translation"] = translation
    if node.yaw:
        result["rotation"] = [round(value, 7) for value in _rotation(node.yaw)]
    scale = [factor * mesh.scale for factor in node.scale]
    if scale != [1.0, 1.0, 1.0]:
        result["scale"] = [float(f"{factor:.8g}") for factor in scale]
    return result


def instances(nodes: Sequence[Node], mesh: PackedMesh, buffers: Buffers) -> Json:
    """The EXT_mesh_gpu_instancing of nodes that share a mesh."""
    translations = np.array([_translation(node, mesh) for node in nodes], np.float32)
    columns = {"TRANSLATION": attribute("at", translations, vertex=False)}
    if any(node.yaw for node in nodes):
        turns = np.array([_rotation(node.yaw) for node in nodes], np.float32)
        columns["ROTATION"] = attribute("turn", turns, vertex=False)
    scales = np.array([node.scale for node in nodes], np.float32) * np.float32(mesh.scale)
    if (scales != 1.0).any():
        columns["SCALE"] = attribute("scale", scales, vertex=False)
    attributes = {name: buffers.add(column) for name, column in columns.items()}
    return {"EXT_mesh_gpu_instancing": {"attributes": attributes}}


def world_corners(node: Node, mesh: PackedMesh) -> tuple[Vector, Vector]:
    """(min, max) of the node's turned box in the scene, metres."""
    (x, y, z), (wide, tall, deep) = node.translation, node.scale
    (ax, ay, az), (bx, by, bz) = mesh.low, mesh.high
    sin, cos = math.sin(node.yaw), math.cos(node.yaw)
    mx, my, mz = (ax + bx) / 2 * wide, (ay + by) / 2 * tall, (az + bz) / 2 * deep
    hx, hy, hz = (bx - ax) / 2 * abs(wide), (by - ay) / 2 * abs(tall), (bz - az) / 2 * abs(deep)
    cx, cy, cz = x + cos * mx + sin * mz, y + my, z - sin * mx + cos * mz
    rx, rz = abs(cos) * hx + abs(sin) * hz, abs(sin) * hx + abs(cos) * hz
    return (cx - rx, cy - hy, cz - rz), (cx + rx, cy + hy, cz + rz)


def _rotation(yaw: float) -> list[float]:
    return [0.0, math.sin(yaw / 2), 0.0, math.cos(yaw / 2)]


def _translation(node: Node, mesh: PackedMesh) -> list[float]:
    """The node's place plus the mesh's offset, scaled and turned as the node is."""
    sin, cos = math.sin(node.yaw), math.cos(node.yaw)
    x, y, z = (offset * factor for offset, factor in zip(mesh.offset, node.scale, strict=True))
    moved = (node.translation[0] + cos * x + sin * z, node.translation[1] + y, node.translation[2] - sin * x + cos * z)
    return [round(value, 6) for value in moved]
