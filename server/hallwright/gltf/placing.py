"""Where packed meshes stand: node transforms and instances that also undo the quantisation."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from hallwright.gltf.buffers import Buffers
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
    attributes = {"TRANSLATION": buffers.attribute("at", translations, vertex=False)}
    if any(node.yaw for node in nodes):
        turns = np.array([_rotation(node.yaw) for node in nodes], np.float32)
        attributes["ROTATION"] = buffers.attribute("turn", turns, vertex=False)
    scales = np.array([node.scale for node in nodes], np.float32) * np.float32(mesh.scale)
    if (scales != 1.0).any():
        attributes["SCALE"] = buffers.attribute("scale", scales, vertex=False)
    return {"EXT_mesh_gpu_instancing": {"attributes": attributes}}


def world_corners(node: Node, mesh: PackedMesh) -> tuple[Vector, Vector]:
    """(min, max) of the node's turned box in the scene, metres."""
    sin, cos = math.sin(node.yaw), math.cos(node.yaw)
    corners = list(zip(mesh.low, mesh.high, node.scale, strict=True))
    middle = [(low + high) / 2 * factor for low, high, factor in corners]
    half = [(high - low) / 2 * abs(factor) for low, high, factor in corners]
    x, y, z = node.translation
    center = (x + cos * middle[0] + sin * middle[2], y + middle[1], z - sin * middle[0] + cos * middle[2])
    reach = (abs(cos) * half[0] + abs(sin) * half[2], half[1], abs(sin) * half[0] + abs(cos) * half[2])
    return (
        (center[0] - reach[0], center[1] - reach[1], center[2] - reach[2]),
        (center[0] + reach[0], center[1] + reach[1], center[2] + reach[2]),
    )


def _rotation(yaw: float) -> list[float]:
    return [0.0, math.sin(yaw / 2), 0.0, math.cos(yaw / 2)]


def _translation(node: Node, mesh: PackedMesh) -> list[float]:
    """The node's place plus the mesh's offset, scaled and turned as the node is."""
    sin, cos = math.sin(node.yaw), math.cos(node.yaw)
    x, y, z = (offset * factor for offset, factor in zip(mesh.offset, node.scale, strict=True))
    moved = (node.translation[0] + cos * x + sin * z, node.translation[1] + y, node.translation[2] - sin * x + cos * z)
    return [round(value, 6) for value in moved]
