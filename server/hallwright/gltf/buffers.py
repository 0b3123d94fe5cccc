"""Buffer views shared by all accessors of one kind, stored plainly or with EXT_meshopt_compression.

One view holds e.g. all positions of a file: fewer, longer streams compress better and keep the JSON small.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import meshopt
import numpy as np

from hallwright.gltf.columns import Array, Column
from hallwright.gltf.container import Json

Mode = Literal["ATTRIBUTES", "TRIANGLES"]


@dataclass(slots=True)
class _Stream:
    """Columns of one kind, gathered."""

    number: int
    stride: int
    target: int | None
    rows: list[Array] = field(default_factory=list)
    size: int = 0


@dataclass(slots=True)
class Buffers:
    """Gathers columns as accessors; ``close`` lays them out."""

    accessors: list[Json] = field(default_factory=list)
    _streams: dict[str, _Stream] = field(default_factory=dict)
    _images: list[bytes] = field(default_factory=list)

    def add(self, column: Column) -> int:
        """The accessor of a column."""
        stream = self._streams.get(column.kind)
        if stream is None:
            stream = self._streams[column.kind] = _Stream(len(self._streams), column.stride, column.target)
        self.accessors.append({"bufferView": stream.number, "byteOffset": stream.size, **column.accessor})
        stream.rows.append(column.rows)
        stream.size += column.rows.nbytes
        return len(self.accessors) - 1

    def image(self, data: bytes) -> int:
        """The buffer view of a picture; pictures come after all columns."""
        self._images.append(data)
        return len(self._streams) + len(self._images) - 1

    def close(self, *, compress: bool) -> tuple[Json, bytes]:
        """(``buffers`` and ``bufferViews`` of the document, the binary chunk)."""
        views: list[Json] = []
        binary = bytearray()
        fallback = 0
        for stream in self._streams.values():
            data = np.concatenate(stream.rows)
            view = _view(stream)
            if compress:
                view |= {"buffer": 1, "byteOffset": fallback}
                view["extensions"] = {"EXT_meshopt_compression": _compressed(stream, data, binary)}
                fallback += stream.size + -stream.size % 4
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


def _view(stream: _Stream) -> Json:
    view: Json = {"byteLength": stream.size}
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
