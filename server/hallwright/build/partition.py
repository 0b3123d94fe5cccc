"""Which part stands in which cell. Cells are squares of an area, column and row counted from the south-west."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from hallwright.scene.graph import AreaScene, Part


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A square of an area and the parts that stand in it; ``key`` is a digest of them."""

    area: str
    id: str
    key: str
    parts: tuple[Part, ...]


def cells_of(area: AreaScene, salt: str = "") -> Iterator[Cell]:
    """The cells of an area that hold anything, row by row. ``salt`` goes into every key."""
    columns = max(1, math.ceil(area.size[0] / area.cell - 1e-9))
    rows = max(1, math.ceil(area.size[1] / area.cell - 1e-9))
    places: dict[tuple[int, int], list[Part]] = {}
    for part in area.parts:
        column = min(columns - 1, max(0, math.floor(part.anchor[0] / area.cell)))
        row = min(rows - 1, max(0, math.floor(-part.anchor[1] / area.cell)))
        places.setdefault((row, column), []).append(part)
    for (row, column), parts in sorted(places.items()):
        yield Cell(area.id, f"c{column:02}-{row:02}", _key(salt, parts), tuple(parts))


def _key(salt: str, parts: list[Part]) -> str:
    digest = sha256(salt.encode())
    for part in parts:
        digest.update(f"\0{part.builder}\0{part.id}\0{part.key}".encode())
    return digest.hexdigest()[:16]
