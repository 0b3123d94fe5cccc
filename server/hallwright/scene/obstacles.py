"""What stands in a visitor's way, thing by thing, as rectangles of the plan. Pure arithmetic, no shapes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from hallwright.layout.board import Board
from hallwright.layout.model import Area, Booth, Facility, Placement, Point, Prop, Sign, Stage, Structure, Wall, Zone
from hallwright.scene.frame import within
from hallwright.scene.furnishing import Furnishing, furnish
from hallwright.scene.pieces.stand_plans import stand_plan, turntables

WIDE, CLOSE = 0.3, 0.15
_FURNITURE = {
    "counter": (1.0, 0.5),
    "table": (0.7, 0.7),
    "shelf": (0.9, 0.3),
    "screen": (1.2, 0.3),
    "plant": (0.4, 0.4),
    "sofa": (1.7, 0.75),
    "display": (0.56, 0.56),
    "brochure": (0.34, 0.3),
    "lightbox": (0.9, 0.1),
    "totem": (0.6, 0.2),
    "rollup": (0.8, 0.15),
    "vase": (0.25, 0.25),
}
_PROPS = {
    "bench": (1.7, 0.5),
    "plant": (0.5, 0.5),
    "bin": (0.5, 0.5),
    "rope-post": (0.2, 0.2),
    "railing": (2.0, 0.15),
    "lamp": (0.3, 0.3),
    "flag": (0.3, 0.3),
    "table-set": (1.4, 1.4),
    "bollard": (0.2, 0.2),
    "planter": (1.4, 0.6),
    "tree-round": (0.6, 0.6),
    "tree-tall": (0.6, 0.6),
    "tree-blossom": (0.5, 0.5),
    "shrub": (1.0, 1.0),
    "rock": (1.2, 1.0),
    "parasol": (0.3, 0.3),
    "food-cart": (2.0, 1.1),
    "crate": (0.8, 0.8),
    "screen": (1.4, 0.4),
}
_SOLID_ROOMS = frozenset({"toilets", "first-aid", "service", "meeting"})


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A rectangle about ``at``, turned by a bearing; feet keep ``grow`` metres away."""

    at: Point
    size: tuple[float, float]
    facing: float = 0.0
    grow: float = WIDE


def obstacles(area: Area, sizes: Mapping[str, tuple[float, float]]) -> Iterator[Obstacle]:
    """Everything solid in an area but its water. ``sizes``: width and depth of placements, by id, as the
    catalogue knows them; the layout's footprint otherwise."""
    for column in area.columns:
        yield Obstacle(column.at, (column.size, column.size))
    for placement in area.placements:
        framed = area.kind == "hall" and 0.15 <= placement.plinth < 0.8
        yield _placement(placement, sizes.get(placement.id, placement.footprint), framed)
    parts: tuple[Iterable[Iterable[Obstacle]], ...] = (
        map(_wall, area.walls),
        map(_gateway, area.zones),
        map(_booth, area.booths),
        map(_stage, area.stages),
        map(_facility, area.facilities),
        map(_sign, area.signs),
        map(_board, area.boards),
        map(_structure, area.structures),
        map(_prop, area.props),
    )
    for found in chain.from_iterable(parts):
        yield from found


def _wall(wall: Wall) -> Iterator[Obstacle]:
    for a, b in zip(wall.path, wall.path[1:], strict=False):
        middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        yield Obstacle(middle, (wall.thickness, math.dist(a, b)), math.atan2(b[0] - a[0], b[1] - a[1]))


def _gateway(zone: Zone) -> Iterator[Obstacle]:
    """The two pylons of ``builders.gateways``: 1.15 m wide, beside ``gateway_width`` metres of free way."""
    if zone.gateway is None:
        return
    for side in (-1, 1):
        at = within(zone.gateway, zone.gateway_facing, side * (zone.gateway_width / 2 + 0.575), 0)
        yield Obstacle(at, (1.15, 0.6), zone.gateway_facing)


@lru_cache(maxsize=16384)
def _booth(booth: Booth) -> tuple[Obstacle, ...]:
    """Worked out once for equal booths: most of a venue stays as it was when one is edited."""
    return tuple(_booth_obstacles(booth))


def _booth_obstacles(booth: Booth) -> Iterator[Obstacle]:
    if booth.type == "island":
        plan = stand_plan(booth)
        for block in plan.blocks.values():
            at = within(booth.at, booth.facing, block.x, block.z)
            yield Obstacle(at, (block.w, block.d), booth.facing - block.yaw)
        yield from _furnishings(booth.at, booth.facing, plan.furniture)
        for x, z, radius in turntables(booth, len(booth.exhibits)):
            yield Obstacle(within(booth.at, booth.facing, x, z), (radius * 1.8, radius * 1.8), booth.facing, CLOSE)
        return
    yield from _booth_walls(booth)
    if booth.type == "shell":
        yield from _furnishings(booth.at, booth.facing, furnish(booth))


def _booth_walls(booth: Booth) -> Iterator[Obstacle]:
    width, depth = booth.size
    x, z = width / 2 - 0.05, depth / 2 - 0.05
    sides = {
        "front": (0.0, z, width, 0.1),
        "back": (0.0, -z, width, 0.1),
        "left": (x, 0.0, 0.1, depth),
        "right": (-x, 0.0, 0.1, depth),
    }
    for side, (dx, dz, w, d) in sides.items():
        if side not in booth.open:
            yield Obstacle(within(booth.at, booth.facing, dx, dz), (w, d), booth.facing, CLOSE)


def _furnishings(at: Point, facing: float, items: tuple[Furnishing, ...]) -> Iterator[Obstacle]:
    for item in items:
        if item.kind in _FURNITURE:
            yield Obstacle(within(at, facing, item.x, item.z), _FURNITURE[item.kind], facing - item.yaw, CLOSE)


def _stage(stage: Stage) -> Iterator[Obstacle]:
    """The platform; each row of seats on both sides of the walkway."""
    width, depth = stage.size
    yield Obstacle(stage.at, (width + 0.8, depth + 0.8), stage.facing)
    half = stage.seats_per_row * 0.62 / 2
    gap = 1.6 if stage.seats_per_row >= 8 else 0.0
    for row in range(stage.seat_rows):
        z = depth / 2 + 3.0 + row * 1.1
        for side in (-1, 1):
            at = within(stage.at, stage.facing, side * (half / 2 + gap / 2), z)
            yield Obstacle(at, (half, 0.46), stage.facing, CLOSE)


def _facility(facility: Facility) -> Iterator[Obstacle]:
    """Rooms are solid; open places have a wall at the back, a counter, and furniture (``pieces.services``)."""
    width, depth = facility.size
    if facility.kind in _SOLID_ROOMS:
        yield Obstacle(facility.at, facility.size, facility.facing)
        return
    if facility.kind == "information":
        side = min(width, depth) * 0.8
        yield Obstacle(facility.at, (side, side), facility.facing)
        return
    for x, z, w, d in _open_place(facility.kind, width, depth):
        yield Obstacle(within(facility.at, facility.facing, x, z), (w, d), facility.facing)


def _open_place(kind: str, width: float, depth: float) -> Iterator[tuple[float, float, float, float]]:
    back = -depth / 2 + 0.15
    yield 0.0, back, width, 0.3
    if kind == "registration":
        yield 0.0, depth * 0.12, width * 0.94, 0.6
    elif kind == "cloakroom":
        yield 0.0, depth * 0.08, width * 0.92, depth * 0.7
    elif kind == "cafe":
        yield 0.0, back + 1.2, min(width * 0.62, 8.0), 2.4
        for side in (-1, 1):
            yield side * (width / 2 - 0.2), depth * 0.14, 0.36, depth * 0.6
    elif kind == "charging":
        yield 0.0, 0.0, width * 0.8, 0.6
    elif kind == "lounge":
        for i in range(max(2, round(width / 4))):
            step = width * 0.9 / max(2, round(width / 4))
            x = -width * 0.45 + (i + 0.5) * step
            yield x, -depth * 0.2, 1.7, 0.75
            yield x, depth * 0.28, 1.7, 0.75


def _sign(sign: Sign) -> Iterator[Obstacle]:
    width = sign.size[0]
    if sign.kind in ("totem", "board"):
        yield Obstacle(sign.at, (width, 0.4), sign.facing)
    elif sign.kind == "flag":
        yield Obstacle(sign.at, (0.2, 0.2), sign.facing)
    elif sign.kind == "arch":
        for side in (-1, 1):
            yield Obstacle(within(sign.at, sign.facing, side * (width / 2 + 0.85), 0), (2.4, 1.3), sign.facing)


def _board(board: Board) -> Iterator[Obstacle]:
    yield Obstacle(board.at, board.footprint, board.facing, CLOSE)


def _placement(placement: Placement, size: tuple[float, float], framed: bool) -> Obstacle:
    """An exhibit with its plinth; indoors the ropes around it as well (``builders.placements``)."""
    margin = 0.9 + (1.8 if framed else 0.0) if placement.plinth else 0.0
    return Obstacle(placement.at, (size[0] + margin, size[1] + margin), placement.facing, CLOSE)


def _structure(structure: Structure) -> Iterator[Obstacle]:
    width, depth = structure.size
    if structure.kind in ("facade", "tower"):
        yield Obstacle(structure.at, structure.size, structure.facing)
    elif structure.kind == "gate":
        for side in (-1, 1):
            at = within(structure.at, structure.facing, side * (width / 2 - 0.8), 0)
            yield Obstacle(at, (1.6, depth), structure.facing)
    elif structure.kind == "canopy":
        for x in (-1, 1):
            for z in (-1, 1):
                at = within(structure.at, structure.facing, x * (width / 2 - 0.4), z * (depth / 2 - 0.4))
                yield Obstacle(at, (0.3, 0.3), structure.facing)


def _prop(prop: Prop) -> Iterator[Obstacle]:
    size = _PROPS.get(prop.kind)
    if size:
        yield Obstacle(prop.at, (size[0] * prop.scale, size[1] * prop.scale), prop.facing, CLOSE)
