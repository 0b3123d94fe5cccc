"""The ground of an area for those who walk and for those who roll, and the part of it that everybody's ways lead over.

Ways keep to public ground: they lead through no stand, café or block of seats but those in which they begin or end
(*pockets*). Little turned things, such as trees, take the rectangle around them there: four corners, not twelve.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from hallwright.layout.model import Area, Booth, Facility, Stage
from hallwright.scene.frame import within
from hallwright.scene.graph import Walkable
from hallwright.scene.obstacles import CLOSE, Obstacle, obstacles
from hallwright.scene.walkable import ROLLING, rollable_of, walkable_of
from hallwright.scene.walkable import Ground as Drawing
from hallwright.wayfinding.sight import Grid

Sizes = Mapping[str, tuple[float, float]]
SMALL = 3.0  # metres: what is longer keeps its outline
STRICT, PLAIN, BARE = 0, 1, 2
"""How public ground is drawn: as above; little things with their outline; with no pockets either."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """``free``: where one may stand. ``open``: where everybody's ways lead. ``pockets`` (n, 4): the rectangles
    (x0, y0, x1, y1), in metres, around what is free but not open."""

    step: float
    free: Grid
    open: Grid
    pockets: NDArray[np.float64]
    key: str = field(default="")

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ground) and self.key == other.key


def ground_of(area: Area, sizes: Sizes, rolling: bool, how: int = STRICT) -> Ground:
    """The ground of an area on foot, or in a wheelchair that takes no steps; ``sizes`` as in ``scene.obstacles``."""
    walkable: Walkable = (rollable_of if rolling else walkable_of)(area, sizes)
    pockets = list(_pockets(area)) if how != BARE else []
    filled = pockets + (list(_boxes(area, sizes)) if how == STRICT else [])
    drawing = Drawing(area.size)
    drawing.free = walkable.free.copy()
    drawing.block_all([replace(thing, grow=max(thing.grow, ROLLING)) for thing in filled] if rolling else filled)
    around = np.array([_around(pocket) for pocket in pockets]).reshape(-1, 4)
    return made(walkable.step, walkable.free, drawing.free, around)


def made(step: float, free: Grid, public: Grid, pockets: NDArray[np.float64]) -> Ground:
    """A ground with its key, by which equal grounds are known."""
    digest = hashlib.blake2b(np.packbits(free).tobytes() + np.packbits(public).tobytes(), digest_size=16)
    digest.update(repr((step, free.shape)).encode() + pockets.tobytes())
    return Ground(step, free, public, pockets, digest.hexdigest())


def _pockets(area: Area) -> Iterator[Obstacle]:
    for booth in area.booths:
        yield _pocket(booth)
    for facility in area.facilities:
        yield _pocket(facility)
    for stage in area.stages:
        yield from _seating(stage)


def _pocket(thing: Booth | Facility) -> Obstacle:
    return Obstacle(thing.at, thing.size, thing.facing, CLOSE)


def _seating(stage: Stage) -> Iterator[Obstacle]:
    """The blocks of seats on both sides of the walkway, as ``scene.obstacles`` places their rows."""
    if not stage.seat_rows or not stage.seats_per_row:
        return
    half = stage.seats_per_row * 0.62 / 2
    gap = 1.6 if stage.seats_per_row >= 8 else 0.0
    deep = (stage.seat_rows - 1) * 1.1
    for side in (-1, 1):
        at = within(stage.at, stage.facing, side * (half / 2 + gap / 2), stage.size[1] / 2 + 3.0 + deep / 2)
        yield Obstacle(at, (half, deep + 0.46), stage.facing, CLOSE)


def _boxes(area: Area, sizes: Sizes) -> Iterator[Obstacle]:
    """The rectangles along the axes around little things that stand askew."""
    for thing in obstacles(area, sizes):
        if abs(math.sin(2 * thing.facing)) > 1e-6 and max(thing.size) <= SMALL:
            x0, y0, x1, y1 = _around(thing, 0.0)
            yield Obstacle(thing.at, (x1 - x0, y1 - y0), 0.0, thing.grow)


def _around(thing: Obstacle, grow: float = ROLLING) -> tuple[float, float, float, float]:
    sin, cos = abs(math.sin(thing.facing)), abs(math.cos(thing.facing))
    half_x = (thing.size[0] * cos + thing.size[1] * sin) / 2 + grow
    half_y = (thing.size[0] * sin + thing.size[1] * cos) / 2 + grow
    x, y = thing.at
    return x - half_x, y - half_y, x + half_x, y + half_y
