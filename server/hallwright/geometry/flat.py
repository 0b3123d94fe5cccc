"""Named primitives in one flat file: a line of JSON, then the arrays one after the other.

Reading is one call for the whole file and a view for each array; an archive of a file for each array (``.npz``) took
forty times as long for a model of many parts. Nothing in it is code.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from math import prod
from mmap import mmap
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.mesh import Primitive

MAGIC = b"hallwright-flat/1\n"
COLUMNS = (("positions", 3), ("normals", 3), ("indices", 3), ("colors", 4), ("uvs", 2))
Groups = dict[str, tuple[Primitive, ...]]


def pack(groups: Mapping[str, Sequence[Primitive]], note: Any = None) -> bytes:
    """The groups, and a note of anything that JSON can say."""
    head, arrays = [], []
    for name, primitives in groups.items():
        rows = []
        for primitive in primitives:
            columns = [getattr(primitive, column) for column, _ in COLUMNS]
            rows.append([primitive.material, *(None if array is None else len(array) for array in columns)])
            arrays += [_bytes(array, column) for array, (column, _) in zip(columns, COLUMNS, strict=True)]
        head.append([name, rows])
    text = json.dumps([note, head], ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    start = MAGIC + text + b" " * (-(len(MAGIC) + len(text)) % 4)
    return b"".join((len(start).to_bytes(4, "little"), start, *arrays))


def unpack(data: bytes | mmap) -> tuple[Groups, Any]:
    """(groups, note) as ``pack`` was given them; the arrays are read-only views. Raises ValueError when cut off or
    not ours."""
    start = 4 + int.from_bytes(data[:4], "little")
    if data[4 : 4 + len(MAGIC)] != MAGIC:
        raise ValueError("not a flat file of primitives")
    note, head = json.loads(data[4 + len(MAGIC) : start])
    groups: Groups = {}
    for name, rows in head:
        primitives = []
        for material, *counts in rows:
            columns: list[NDArray[Any] | None] = []
            for (column, width), count in zip(COLUMNS, counts, strict=True):
                columns.append(None if count is None else _view(data, start, column, (count, width)))
                start += 0 if count is None else 4 * count * width
            primitives.append(Primitive(material, *columns))  # type: ignore[arg-type]
        groups[name] = tuple(primitives)
    if start != len(data):
        raise ValueError("a flat file of primitives that was cut off")
    return groups, note


def _bytes(array: NDArray[Any] | None, column: str) -> bytes:
    return b"" if array is None else np.ascontiguousarray(array, _dtype(column)).tobytes()


def _view(data: bytes | mmap, start: int, column: str, shape: tuple[int, int]) -> NDArray[Any]:
    return np.frombuffer(data, _dtype(column), prod(shape), start).reshape(shape)


def _dtype(column: str) -> str:
    return "<u4" if column == "indices" else "<f4"
