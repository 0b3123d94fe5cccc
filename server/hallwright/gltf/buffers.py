"""Buffer views shared by all accessors of one kind, stored plainly or with EXT_meshopt_compression.

One view holds e.g. all positions of a file: fewer, longer streams compress better and keep the JSON small.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import meshopt
import numpy as np
from numpy.typing import NDArray

from hallwright.gltf.container import Json

Array = NDArray[Any]
Mode = Literal["ATTRIBUTES", "TRIANGLES"]

ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER = 34962, 34963
# By numpy's one-letter code; ``dtype.name`` is worked out anew each time it is asked for.
COMPONENT_TYPES = {"b": 5120, "B": 5121, "h": 5122, "H": 5123, "I": 5125, "f": 5126}
TYPES = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4"}


@dataclass(slots=True)
class _Stream:
    """Rows of one layout, gathered; ``stride`` bytes a row, 0 for indices."""

    number: int
    stride: int
    target: int | None
    rows: list[Array] = field(default_factory=list)
    size: int = 0


@dataclass(slots=True)
class Buffers:
    """Gathers arrays as accessors; ``close`` lays them out."""

    accessors: list[Json] = field(default_factory=list)
    _streams: dict[str, _Stream] = field(default_factory=dict)
    _images: list[bytes] = field(default_factory=list)

    def attribute(
        self, name: str, values: Array, *, vertex: bool = True, corners: tuple[list[float], list[float]] | None = None
    ) -> int:
        """The accessor of ``values`` (n, 1..4), rows padded to 4 bytes; integers are normalised.
        ``corners`` are their smallest and largest, where that must be told."""
        rows = _padded(values)
        kind = f"{name}-{values.dtype.char}"
        view, offset = self._append(kind, rows, rows.strides[0], ARRAY_BUFFER if vertex else None)
        accessor: Json = {"bufferView": view, "componentType": COMPONENT_TYPES[values.dtype.char]}
        if offset:
            accessor["byteOffset"] = offset
        if values.dtype.char != "f":
            accessor["normalized"] = True
        accessor |= {"count": len(values), "type": TYPES[values.shape[1]]}
        if corners:
            accessor |= {"min": corners[0], "max": corners[1]}
        self.accessors.append(accessor)
        return len(self.accessors) - 1

    def indices(self, values: Array) -> int:
        """The accessor of triangles' indices (3m,), 16 or 32 bits."""
        view, offset = self._append(f"indices-{values.itemsize}", values, 0, ELEMENT_ARRAY_BUFFER)
        accessor: Json = {"bufferView": view, "componentType": COMPONENT_TYPES[values.dtype.char]}
        if offset:
            accessor["byteOffset"] = offset
        self.accessors.append(accessor | {"count": len(values), "type": "SCALAR"})
        return len(self.accessors) - 1

    def image(self, data: bytes) -> int:
        """The buffer view of a picture; pictures come after all attributes and indices."""
        self._images.append(data)
        return len(self._streams) + len(self._images) - 1

    def close(self, *, compress: bool) -> tuple[Json, bytes]:
        """(``buffers`` and ``bufferViews`` of the document, the binary chunk)."""
        views: list[Json] = []
        binary = bytearray()
        fallback = 0
        for stream in self._streams.values():
            data = np.concatenate(stream.rows)
            view = _view(stream, data.nbytes)
            if compress:
                view |= {"buffer": 1, "byteOffset": fallback}
                view["extensions"] = {"EXT_meshopt_compression": _compressed(stream, data, binary)}
                fallback += data.nbytes + -data.nbytes % 4
            else:
                view |= {"buffer": 0, "byteOffset": len(binary)}
                _align(binary, data.tobytes())
            views.append(view)
        for image in self._images:
            views.append({"buffer": 0, "byteOffset": len(binary), "byteLength": len(image)})
            _align(binary, image)
        buffers: list[Json] = [{"byteLength": len(binary)}] if binary else []
        if fallback:
            buffers.append({"byteLength": fallback, "extensions": {"EXT_meshopt_compression": {"fallback": True}}})
        return {"buffers": buffers, "bufferViews": views}, bytes(binary)

    def _append(self, kind: str, rows: Array, stride: int, target: int | None) -> tuple[int, int]:
        stream = self._streams.get(kind)
        if stream is None:
            stream = self._streams[kind] = _Stream(len(self._streams), stride, target)
        offset = stream.size
        stream.rows.append(rows)
        stream.size += rows.nbytes
        return stream.number, offset


def _padded(values: Array) -> Array:
    """Rows widened with zeros to a multiple of 4 bytes."""
    extra = -values.shape[1] * values.itemsize % 4 // values.itemsize
    if not extra:
        return np.ascontiguousarray(values)
    rows = np.zeros((len(values), values.shape[1] + extra), values.dtype)
    rows[:, : values.shape[1]] = values
    return rows


def _view(stream: _Stream, size: int) -> Json:
    view: Json = {"byteLength": size}
    if stream.stride and stream.target:
        view["byteStride"] = stream.stride
    if stream.target:
        view["target"] = stream.target
    return view


def _compressed(stream: _Stream, data: Array, binary: bytearray) -> Json:
    """Appends the encoded stream to ``binary``; the extension's description of it."""
    mode: Mode = "ATTRIBUTES" if stream.stride else "TRIANGLES"
    encoded = meshopt.encode_gltf_buffer(data, mode)
    start = len(binary)
    _align(binary, encoded)
    stride = stream.stride or data.itemsize
    return {
        "buffer": 0, "byteOffset": start, "byteLength": len(encoded),
        "byteStride": stride, "count": data.nbytes // stride, "mode": mode,
    }


def _align(binary: bytearray, data: bytes) -> None:
    binary += data
    binary += b"\0" * (-len(data) % 4)
