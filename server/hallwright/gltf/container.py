"""The GLB container: one JSON chunk, one binary chunk. Written here because document libraries rewrite the
buffers of compressed files and corrupt them."""

from __future__ import annotations

import struct
from typing import Any

import orjson

Json = dict[str, Any]

_HEADER = struct.Struct("<4sII")
_CHUNK = struct.Struct("<I4s")


def pack(document: Json, binary: bytes) -> bytes:
    """A GLB of ``document`` and its binary chunk (left out when empty)."""
    text = orjson.dumps(document)
    text += b" " * (-len(text) % 4)
    binary += b"\0" * (-len(binary) % 4)
    chunks = _CHUNK.pack(len(text), b"JSON") + text
    if binary:
        chunks += _CHUNK.pack(len(binary), b"BIN\0") + binary
    return _HEADER.pack(b"glTF", 2, _HEADER.size + len(chunks)) + chunks


def unpack(data: bytes) -> tuple[Json, bytes]:
    """(document, binary chunk) of a GLB. Raises ValueError when it is none."""
    if len(data) < _HEADER.size + _CHUNK.size:
        raise ValueError("too short for a GLB")
    magic, version, length = _HEADER.unpack_from(data)
    if magic != b"glTF" or version != 2 or length != len(data):
        raise ValueError("not a GLB of version 2, or cut off")
    size, kind = _CHUNK.unpack_from(data, _HEADER.size)
    if kind != b"JSON":
        raise ValueError("the first chunk of a GLB must be JSON")
    start = _HEADER.size + _CHUNK.size
    document = orjson.loads(data[start : start + size])
    rest = start + size + _CHUNK.size
    return document, data[rest:] if rest < length else b""
