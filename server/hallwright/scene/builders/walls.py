"""Walls and their doors. A wall is planned in spans that lie in one cell each; doors are parts of their own."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shadows import skirt
from hallwright.layout.model import Area, Door, Point, Wall, WallMaterial
from hallwright.scene.graph import Group, Label, Node, Part
from hallwright.scene.kits import kit
from hallwright.scene.materials import ALUMINIUM, EXIT_GREEN, GRAPHITE
from hallwright.scene.pieces import walling
from hallwright.scene.pieces.ceilings import roof_of
from hallwright.scene.pieces.walling import Opening
from hallwright.scene.planning import Setting, part
from hallwright.scene.pose import Pose

SPAN = 12.5


@dataclass(frozen=True, slots=True)
class Span:
    """A straight stretch of wall about ``at``; ``facing`` is the bearing its inner face looks along.
    ``outer`` marks a wall of the hall itself, seen from inside only, up to the roof at ``top``."""

    at: Point
    facing: float
    length: float
    height: float
    thickness: float
    material: WallMaterial
    openings: tuple[Opening, ...]
    outer: bool
    top: float


def plan(setting: Setting) -> Iterator[Part]:
    """Spans of every wall, then one part a door."""
    area = setting.area
    for number, wall in enumerate(area.walls, 1):
        for index, span in enumerate(_spans(wall, area)):
            yield part("walls", f"wall-{number}-{index:02}", span.at, span)
    for door in area.doors:
        yield part("walls", door.id, door.at, door)


def make(planned: Part) -> Group:
    """A span of wall, or a door."""
    if isinstance(planned.subject, Door):
        return _door(planned.id, planned.subject)
    span = planned.subject
    assert isinstance(span, Span)
    pose = Pose(span.at, span.facing)
    size = f"{span.length:g}x{span.height:g}x{span.thickness:g}/{span.top:g}"
    key = f"wall/{span.material}/{size}/{span.outer}/{span.openings}"
    mesh = kit(key, lambda: _pieces(span)[0], lambda: _pieces(span)[1], strength=0.0)
    nodes = [Node(planned.id, mesh, pose.spot(0, 0, 0), pose.yaw)]
    if span.outer:
        post = kit(f"pilaster/{span.top:g}", lambda: walling.pilaster(span.top), lambda: walling.pilaster_far(span.top))
        if not any(a < -span.length / 2 + 0.4 for a, _, _ in span.openings):
            nodes.append(Node(f"{planned.id}/pilaster", post, pose.spot(-span.length / 2, 0, 0), pose.yaw))
    return Group(planned.id, tuple(nodes))


def _pieces(span: Span) -> tuple[list[Primitive], list[Primitive]]:
    """(near, far) of a span in its own frame."""
    length, height, thick = span.length, span.height, span.thickness
    if span.outer:
        return (
            [*walling.hall_wall(length, height, span.top, span.openings), _foot(length)],
            walling.hall_wall_far(length, height, span.top, span.openings),
        )
    shade = skirt(length, 0.1, reach=0.4, dark=0.4)
    if span.material == "glass":
        return [*walling.glazing(length, height), shade], walling.plain(length, height, 0.04, "glass", "#FFFFFF")
    if span.material == "railing":
        return [*walling.railing(length, height), shade], [walling.railing(length, height)[-1]]
    if span.material == "fence":
        return [*walling.fence(length, height), shade], walling.plain(length, height, 0.05, "timber", "#8D6A46")
    if span.material == "hedge":
        return [*walling.hedge(length, height), shade], walling.plain(length, height, 0.8, "foliage", "#4F8A45")
    return [*walling.partition(length, height, thick), shade], walling.plain(length, height, thick, "satin", "#EDEFEE")


def _foot(length: float) -> Primitive:
    return skirt(length, 0.1, reach=0.9, dark=0.35)


def _spans(wall: Wall, area: Area) -> Iterator[Span]:
    outer = _is_outer(wall, area)
    for start, end in zip(wall.path, wall.path[1:], strict=False):
        length = math.dist(start, end)
        if length < 0.05:
            continue
        along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
        facing = _inward(start, along, area)
        openings = [opening for door in area.doors if (opening := _opening(door, start, along, length))]
        for low, high in _stretches(start, end, length, area.cell):
            yield _span(wall, start, along, facing, (low, high), openings, outer, area)


def _span(
    wall: Wall,
    start: Point,
    along: Point,
    facing: float,
    stretch: tuple[float, float],
    openings: list[Opening],
    outer: bool,
    area: Area,
) -> Span:
    low, high = stretch
    middle = (low + high) / 2
    inner = (math.sin(facing), math.cos(facing))
    push = wall.thickness / 2
    at = (start[0] + along[0] * middle + inner[0] * push, start[1] + along[1] * middle + inner[1] * push)
    # The own x axis of a thing that looks along `facing`, in the plan.
    hand = 1 if along[0] * -math.cos(facing) + along[1] * math.sin(facing) > 0 else -1
    mine = []
    for left, right, tall in openings:
        ends = sorted((hand * (max(left, low) - middle), hand * (min(right, high) - middle)))
        if max(left, low) < min(right, high) - 0.01:
            mine.append((round(ends[0], 4), round(ends[1], 4), tall))
    at = (round(at[0], 4), round(at[1], 4))
    top = roof_of(area.height) if outer else wall.height
    return Span(
        at, facing, round(high - low, 4), wall.height, wall.thickness, wall.material, tuple(sorted(mine)), outer, top
    )


def _stretches(start: Point, end: Point, length: float, cell: float) -> Iterator[tuple[float, float]]:
    """Stretches of a path's piece, about ``SPAN`` long, cut where it crosses into another cell."""
    cuts = {0.0, length}
    for axis in (0, 1):
        low, high = sorted((start[axis], end[axis]))
        if high - low < 0.01:
            continue
        step = min(cell, SPAN * 2) / 2
        line = math.ceil(low / step) * step
        while line < high:
            cuts.add(abs(line - start[axis]) / (high - low) * length)
            line += step
    ordered = sorted(cuts)
    merged = [ordered[0], *(cut for cut in ordered[1:-1] if cut > 1.0 and length - cut > 1.0), ordered[-1]]
    yield from zip(merged, merged[1:], strict=False)


def _opening(door: Door, start: Point, along: Point, length: float) -> Opening | None:
    """Where a door cuts a path's piece, as distances along it."""
    dx, dy = door.at[0] - start[0], door.at[1] - start[1]
    t, aside = dx * along[0] + dy * along[1], abs(dy * along[0] - dx * along[1])
    if aside > 1.2 or not -0.5 < t < length + 0.5:
        return None
    return t - door.width / 2, t + door.width / 2, door.height


def _is_outer(wall: Wall, area: Area) -> bool:
    """Whether a wall is the hall's own, with nothing of the area behind it."""
    if area.kind != "hall" or wall.height < area.height - 1:
        return False
    width, depth = area.size
    return all(min(x, y, width - x, depth - y) < 1.5 for x, y in wall.path)


def _inward(start: Point, along: Point, area: Area) -> float:
    """The bearing of the side of a wall that looks to the area's middle."""
    to_middle = (area.size[0] / 2 - start[0], area.size[1] / 2 - start[1])
    left = (-along[1], along[0])
    side = left if to_middle[0] * left[0] + to_middle[1] * left[1] >= 0 else (-left[0], -left[1])
    return math.atan2(side[0], side[1]) % math.tau


def _door(name: str, door: Door) -> Group:
    pose = Pose(door.at, door.facing + math.pi, door.id)
    key = f"door/{door.kind}/{door.width:g}x{door.height:g}"
    mesh = kit(key, lambda: _door_pieces(door), lambda: _door_far(door), strength=0.4, reach=1.0)
    return Group(name, (pose.node("door", mesh, z=0.42),), tuple(_door_labels(door, pose)))


def _door_pieces(door: Door) -> list[Primitive]:
    width, height = door.width, door.height
    if door.kind in ("entrance", "exit"):
        frame = walling.door_frame(width, height, "#F4F6F6" if door.kind == "entrance" else ALUMINIUM)
        return [*frame, *walling.daylight(width, height), *walling.glass_doors(width, height)]
    if door.kind == "service":
        return [*walling.door_frame(width, height, GRAPHITE), *walling.shutter(width, height)]
    return [*walling.door_frame(width, height, EXIT_GREEN), *walling.leaf_doors(width, height, "#E9ECEC")]


def _door_far(door: Door) -> list[Primitive]:
    width, height = door.width, door.height
    if door.kind in ("entrance", "exit"):
        return walling.daylight(width, height)
    color = "#8E979C" if door.kind == "service" else "#E9ECEC"
    return walling.plain(width, height, 0.05, "matte", color)


def _door_labels(door: Door, pose: Pose) -> Iterator[Label]:
    """A large name over an entrance, a lit green sign with the running man over every way out."""
    if door.kind == "service":
        return
    lit = door.kind in ("exit", "emergency")
    tall = 0.42 if door.kind == "emergency" else 0.75
    wide = min(max(tall * 4.2, 1.6), max(door.width, 1.8))
    yield pose.label(
        "sign",
        (0, door.height + 0.2 + tall / 2, 0.62),
        (wide, tall),
        zh=door.name.zh,
        en=door.name.en,
        foreground="#FFFFFF",
        background=EXIT_GREEN if lit else "#1D3B53",
        px_per_m=80.0,
        style="sign",
        icon="exit" if lit else "",
        far=not lit,
        emissive=lit,
    )
