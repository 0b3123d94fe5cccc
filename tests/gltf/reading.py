"""Reads GLBs back for tests, with meshopt's own decoder, into metres."""

from __future__ import annotations

from typing import Any

import meshopt
import numpy as np

from hallwright.gltf.container import Json, unpack

DTYPES = {5120: np.int8, 5121: np.uint8, 5122: np.int16, 5123: np.uint16, 5125: np.uint32, 5126: np.float32}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}


class Read:
    """A GLB with its buffer views decoded."""

    def __init__(self, data: bytes) -> None:
        self.document, self.binary = unpack(data)
        self.views = [self._view(view) for view in self.document.get("bufferViews", [])]

    def _view(self, view: Json) -> bytes:
        packed = view.get("extensions", {}).get("EXT_meshopt_compression")
        if packed is None:
            start = view.get("byteOffset", 0)
            return self.binary[start : start + view["byteLength"]]
        data = self.binary[packed["byteOffset"] : packed["byteOffset"] + packed["byteLength"]]
        decoded = meshopt.decode_gltf_buffer(data, packed["count"], packed["byteStride"], packed["mode"])
        assert decoded.nbytes == view["byteLength"]
        return decoded.tobytes()

    def accessor(self, number: int, *, raw: bool = False) -> np.ndarray[Any, Any]:
        """Rows of an accessor; normalised integers as floats unless ``raw``."""
        entry = self.document["accessors"][number]
        dtype = np.dtype(DTYPES[entry["componentType"]])
        width = WIDTHS[entry["type"]]
        stride = self.document["bufferViews"][entry["bufferView"]].get("byteStride", width * dtype.itemsize)
        start = entry.get("byteOffset", 0)
        rows = np.frombuffer(self.views[entry["bufferView"]], np.uint8)[start : start + stride * entry["count"]]
        rows = rows.reshape(entry["count"], stride)[:, : width * dtype.itemsize]
        values = np.ascontiguousarray(rows).view(dtype).reshape(entry["count"], width)
        if entry.get("normalized") and not raw:
            values = np.maximum(values.astype(np.float64) / np.iinfo(dtype).max, -1.0)
        return values

    def node(self, name: str) -> Json:
        """The node with this name."""
        return next(node for node in self.document["nodes"] if node["name"] == name)

    def triangles(self, node: Json) -> np.ndarray[Any, Any]:
        """Corners (instances * triangles, 3, 3) of a node in metres of the scene, all primitives."""
        transforms = [matrix_of(node)]
        extension = node.get("extensions", {}).get("EXT_mesh_gpu_instancing")
        if extension:
            transforms = [transforms[0] @ matrix for matrix in self._instances(extension["attributes"])]
        parts = []
        for primitive in self.document["meshes"][node["mesh"]]["primitives"]:
            points = self.accessor(primitive["attributes"]["POSITION"])
            faces = self.accessor(primitive["indices"]).reshape(-1, 3)
            for matrix in transforms:
                parts.append((points @ matrix[:3, :3].T + matrix[:3, 3])[faces])
        return np.concatenate(parts)

    def _instances(self, attributes: Json) -> list[np.ndarray[Any, Any]]:
        names = {"TRANSLATION": "translation", "ROTATION": "rotation", "SCALE": "scale"}
        columns = {names[key]: self.accessor(number) for key, number in attributes.items()}
        count = len(next(iter(columns.values())))
        return [matrix_of({key: rows[index] for key, rows in columns.items()}) for index in range(count)]


def matrix_of(node: Json) -> np.ndarray[Any, Any]:
    """The 4 x 4 matrix of translation, rotation and scale."""
    x, y, z, w = node.get("rotation", (0, 0, 0, 1))
    turn = np.array([
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ])
    matrix = np.eye(4)
    matrix[:3, :3] = turn * np.asarray(node.get("scale", (1, 1, 1)), np.float64)
    matrix[:3, 3] = node.get("translation", (0, 0, 0))
    return matrix


def rolled(faces: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Index triangles (m, 3), each begun at its smallest index: the codec may turn them."""
    first = np.argmin(faces, axis=1)
    return np.take_along_axis(faces, (first[:, None] + np.arange(3)) % 3, axis=1)
