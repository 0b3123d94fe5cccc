"""Arrays as glTF stores them: rows padded to 4 bytes, with all that their accessor says but its place.

Worked out once for a mesh, however many files it goes into.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallwright.gltf.container import Json

Array = NDArray[Any]

ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER = 34962, 34963
# By numpy's one-letter code; ``dtype.name`` is worked out anew each time it is asked for.
COMPONENT_TYPES = {"b": 5120, "B": 5121, "h": 5122, "H": 5123, "I": 5125, "f": 5126}
TYPES = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4", 16: "MAT4"}


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """``rows`` (n, 1..4), or (3m,) of indices, padded to 4 bytes each. Columns of one ``kind`` share a buffer view,
    of ``stride`` bytes a row (0: indices) and a ``target`` (None: no vertex data)."""

    kind: str
    rows: Array
    stride: int
    target: int | None
    accessor: Json


def attribute(
    name: str,
    values: Array,
    width: int = 0,
    *,
    vertex: bool = True,
    normalized: bool = True,
    corners: tuple[list[float], list[float]] | None = None,
) -> Column:
    """A column of ``values`` (n, 1..4 or 16), of which ``width`` count (0: all) and the rest is padding; integers count
    from -1 to 1 unless not ``normalized``; ``corners`` are the smallest and largest of each component."""
    letter = values.dtype.char
    rows = values if width else _padded(values)
    accessor: Json = {
        "componentType": COMPONENT_TYPES[letter], "count": len(values), "type": TYPES[width or values.shape[1]],
    }
    if letter != "f" and normalized:
        accessor["normalized"] = True
    if corners:
        accessor |= {"min": corners[0], "max": corners[1]}
    return Column(name + letter, rows, rows.strides[0], ARRAY_BUFFER if vertex else None, accessor)


def triangles(indices: Array, vertices: int) -> Column:
    """A column of flat indices (3m,) into ``vertices`` vertices, as narrow as may be."""
    rows = indices.astype(np.uint16 if vertices <= 65535 else np.uint32)
    accessor = {"componentType": COMPONENT_TYPES[rows.dtype.char], "count": len(rows), "type": "SCALAR"}
    return Column(f"triangles{rows.itemsize}", rows, 0, ELEMENT_ARRAY_BUFFER, accessor)


def _padded(values: Array) -> Array:
    """Rows widened with zeros to a multiple of 4 bytes."""
    width = values.shape[1]
    extra = -width * values.itemsize % 4 // values.itemsize
    if not extra:
        return np.ascontiguousarray(values)
    rows = np.zeros((len(values), width + extra), values.dtype)
    rows[:, :width] = values
    return rows
