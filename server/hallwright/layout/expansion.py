"""From what is written to what is meant: kinds applied, copies made, defaults decided.

``expand_area`` turns one ``entries.Area`` into a frozen ``model.Area`` and remembers for every
thing where it was written. What cannot be expanded is reported and left out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from typing import Any

from hallwright.geometry.seeing import alike_to
from hallwright.layout import booths, defaults, entries, model
from hallwright.layout.atoms import Lost, bearing, moment, text
from hallwright.layout.board import Board
from hallwright.layout.boards import Board as WrittenBoard
from hallwright.layout.boards import board_of
from hallwright.layout.model import Text
from hallwright.layout.problem import Problem
from hallwright.layout.reels import reels_of
from hallwright.layout.repeats import Copy, copies, letters, scattered, total
from hallwright.layout.scope import Books, Origin, Scope

FAMILIES = (
    "walls", "columns", "doors", "aisles", "booths", "placements", "stages", "signs", "boards", "facilities",
    "props", "features", "structures", "spawns", "portals", "lights",
)  # fmt: skip


@dataclass(slots=True)
class Expanded:
    """One area with the origins of its things by family (parallel to the area's tuples). ``rows`` are its booths by
    what was written."""

    area: model.Area
    origin: Origin
    origins: dict[str, list[Origin]]
    problems: list[Problem]
    rows: dict[booths.Key, booths.Row]


def expand_area(area: entries.Area, origin: Origin, books: Books, before: Expanded | None = None) -> Expanded:
    """Everything in one area, expanded; what stayed as it was ``before`` is taken over."""
    height = area.height if area.height is not None else defaults.HALL_HEIGHT if area.kind == "hall" else 0.0
    scope = Scope(area, height, _zones(area), books)
    rows = booths.Rows(before.rows if before is not None and before.area.zones == scope.zones else {})
    zones = [index for index, zone in enumerate(area.zones) if not isinstance(zone, Lost)]
    origins = {"zones": [Origin(origin.source, (*origin.path, "zones", index)) for index in zones]}
    things: dict[str, tuple[Any, ...]] = {}
    for family in FAMILIES:
        made = list(_family(family, scope, origin, rows))
        things[family] = tuple(thing for thing, _ in made)
        origins[family] = [place for _, place in made]
        if family == "booths":
            scope.booths = {booth.id: booth for booth in things["booths"]}
    if area.walls is None and area.kind == "hall":
        things["walls"] = (_walls_around(scope),)
        origins["walls"] = [origin]
    return Expanded(_area(scope, things), origin, origins, scope.problems, rows.known)


def _area(scope: Scope, things: dict[str, tuple[Any, ...]]) -> model.Area:
    area = scope.area
    return model.Area(
        id=area.id,
        kind=area.kind,
        name=text(area.name),
        size=area.size,
        origin=scope.books.area_origins[area.id],
        height=scope.height,
        time=area.time,
        ground=area.ground or defaults.GROUND[area.kind],
        cell=area.cell if area.cell is not None else 25.0 if area.kind == "hall" else 40.0,
        zones=scope.zones,
        **things,
    )


def _family(family: str, scope: Scope, origin: Origin, rows: booths.Rows) -> Iterator[tuple[Any, Origin]]:
    for index, entry in enumerate(getattr(scope.area, family) or ()):
        if not isinstance(entry, Lost):
            place = Origin(origin.source, (*origin.path, family, index), 0, _many(entry))
            if scope.allows(place):
                expand = rows.expand if family == "booths" else partial(_copies, family)
                yield from expand(entry, scope, place)


def _many(entry: Any) -> int:
    scatter = getattr(entry, "scatter", None)
    return scatter.count if scatter is not None else total(getattr(entry, "repeat", None))


def _copies(family: str, entry: Any, scope: Scope, place: Origin) -> Iterator[tuple[Any, Origin]]:
    """The things that one entry means, with their origins."""
    if family == "props" and entry.scatter is not None:
        yield from _scattered_props(entry, scope, place)
    else:
        build = _BUILDERS[family]
        for copy in copies(getattr(entry, "repeat", None), getattr(entry, "start", 1)):
            thing = build(entry, copy, scope, place)
            if thing is not None:
                yield thing, place.of(copy.index)


def _zones(area: entries.Area) -> tuple[model.Zone, ...]:
    colors = _zone_colors(area)
    return tuple(
        _zone(zone, index, zone.color or next(colors))
        for index, zone in enumerate(area.zones) if not isinstance(zone, Lost)
    )  # fmt: skip


def _zone_colors(area: entries.Area) -> Iterator[str]:
    """Colours for the zones that say none: those that look like no colour which is written, else all of them."""
    written = [zone.color for zone in area.zones if not isinstance(zone, Lost) and zone.color]
    free = [each for each in defaults.ZONE_COLORS if not any(alike_to(each, other) for other in written)]
    return cycle(free or defaults.ZONE_COLORS)


def _zone(zone: entries.Zone, index: int, color: str) -> model.Zone:
    gateway = zone.gateway
    return model.Zone(
        id=zone.id,
        letter=zone.letter or letters(index + 1),
        name=text(zone.name),
        color=color.lower(),
        polygon=tuple(zone.polygon),
        gateway=gateway.at if gateway else None,
        gateway_facing=bearing(gateway.facing) if gateway else 0.0,
        gateway_width=gateway.width if gateway else 8.0,
    )


def _walls_around(scope: Scope) -> model.Wall:
    width, depth = scope.area.size
    corners = ((0.0, 0.0), (width, 0.0), (width, depth), (0.0, depth), (0.0, 0.0))
    return model.Wall(corners, scope.height, 0.3, "solid")


def _id(given: str | None, family: str, copy: Copy, place: Origin) -> str:
    if given is not None:
        return copy.fill(given)
    own = f"{family}-{place.path[-1] + 1}"  # type: ignore[operator]
    return f"{own}-{copy.index + 1}" if place.copies > 1 else own


def _name(given: Any, copy: Copy) -> Text | None:
    return copy.fill_text(text(given)) if given is not None else None


def _turned(facing: Any, copy: Copy) -> float:
    return (bearing(facing) + copy.turn) % math.tau


def _wall(entry: entries.Wall, copy: Copy, scope: Scope, place: Origin) -> model.Wall:
    path = tuple(copy.move(point) for point in entry.path)
    if entry.closed and path[0] != path[-1]:
        path = (*path, path[0])
    height = entry.height or (scope.height if scope.area.kind == "hall" else defaults.OUTDOOR_WALL)
    return model.Wall(path, height, entry.thickness, entry.material)


def _column(entry: entries.Column, copy: Copy, scope: Scope, place: Origin) -> model.Column:
    return model.Column(
        copy.move(entry.at), entry.size, entry.height or scope.height or defaults.HALL_HEIGHT, entry.round
    )


def _door(entry: entries.Door, copy: Copy, scope: Scope, place: Origin) -> model.Door:
    at = copy.move(entry.at)
    facing = _turned(entry.facing, copy) if entry.facing is not None else scope.outward(at)
    name = _name(entry.name, copy) or defaults.DOOR_NAMES[entry.kind]
    return model.Door(_id(entry.id, "door", copy, place), entry.kind, at, entry.width, entry.height, facing, name)


def _aisle(entry: entries.Aisle, copy: Copy, scope: Scope, place: Origin) -> model.Aisle:
    surface = entry.surface or defaults.AISLE[scope.area.kind]
    name = _name(entry.name, copy)
    return model.Aisle(
        _id(entry.id, "aisle", copy, place), tuple(entry.path), entry.width, surface, entry.main, name  # type: ignore[arg-type]
    )  # fmt: skip


def _placement(entry: entries.Placement, copy: Copy, scope: Scope, place: Origin) -> model.Placement | None:
    booth = scope.booths.get(copy.fill(entry.booth)) if entry.booth else None
    if entry.at is None and booth is None:
        if entry.booth is None:
            scope.problems.append(place.problem("`at` is missing", "write `at: [x, y]`, or `booth: id`"))
        return None
    at = copy.move(entry.at) if entry.at is not None else booth.at  # type: ignore[union-attr]
    facing = booth.facing if entry.facing is None and booth else _turned(entry.facing or "south", copy)
    release = None if entry.release is None else moment(entry.release)
    if entry.release is not None and release is None:
        scope.problems.append(place.problem(f"`release`: there is no {entry.release}", "write a day of the calendar"))
    return model.Placement(
        id=copy.fill(entry.id), exhibit=copy.fill(entry.exhibit), at=at, facing=facing, scale=entry.scale,
        plinth=entry.plinth, footprint=entry.footprint or (0.0, 0.0),
        booth=copy.fill(entry.booth) if entry.booth else None, screen=entry.screen,
        release=release,
    )  # fmt: skip


def _stage(entry: entries.Stage, copy: Copy, scope: Scope, place: Origin) -> model.Stage:
    width = entry.size[0]
    return model.Stage(
        id=entry.id, name=text(entry.name), at=entry.at, size=entry.size, height=entry.height,
        facing=bearing(entry.facing), screen=entry.screen or (round(width * 0.8, 2), round(width * 0.45, 2)),
        seat_rows=entry.seat_rows, seats_per_row=entry.seats_per_row, color=scope.color(entry.color, entry.at),
        reels=reels_of(entry.reels),
    )  # fmt: skip


def _sign(entry: entries.Sign, copy: Copy, scope: Scope, place: Origin) -> model.Sign:
    at = copy.move(entry.at)
    size, elevation, double = defaults.SIGNS[entry.kind]
    return model.Sign(
        id=_id(entry.id, "sign", copy, place), kind=entry.kind, at=at, facing=_turned(entry.facing, copy),
        size=entry.size or size, elevation=elevation if entry.elevation is None else entry.elevation,
        text=copy.fill_text(text(entry.text)), color=scope.color(entry.color, at), arrow=entry.arrow,
        double_sided=double if entry.double_sided is None else entry.double_sided,
    )  # fmt: skip


def _board(entry: WrittenBoard, copy: Copy, scope: Scope, place: Origin) -> Board:
    table, _ = scope.books.tables.get(entry.table or "", (None, None))
    return board_of(entry, table.rows if table else entry.rows, scope.color(entry.color, entry.at))


def _facility(entry: entries.Facility, copy: Copy, scope: Scope, place: Origin) -> model.Facility:
    return model.Facility(
        id=copy.fill(entry.id), kind=entry.kind, at=copy.move(entry.at),
        size=entry.size or defaults.FACILITY_SIZES[entry.kind], facing=_turned(entry.facing, copy),
        name=_name(entry.name, copy) or defaults.FACILITY_NAMES[entry.kind],
    )  # fmt: skip


def _prop(entry: entries.Prop, copy: Copy, scope: Scope, place: Origin) -> model.Prop | None:
    if entry.at is None:
        scope.problems.append(place.problem("`at` is missing", "write `at: [x, y]`, or `scatter`"))
        return None
    at = copy.move(entry.at)
    seed = entry.seed if entry.seed is not None else int(at[0] * 73 + at[1] * 151) & 0xFFFF
    return model.Prop(
        entry.kind, at, _turned(entry.facing, copy), entry.scale, scope.color(entry.color, at), seed
    )  # fmt: skip


def _scattered_props(entry: entries.Prop, scope: Scope, place: Origin) -> Iterator[tuple[model.Prop, Origin]]:
    assert entry.scatter is not None
    spread = scattered(entry.scatter)
    if len(spread) < entry.scatter.count:
        message = f"only {len(spread)} of {entry.scatter.count} fit into the polygon"
        hint = "lower `count` or `min_distance`"
        scope.problems.append(place.problem(message, hint, at="scatter", warning=True))
    for number, each in enumerate(spread):
        color = scope.color(entry.color, each.at)
        scale = round(each.scale * entry.scale, 3)
        yield model.Prop(entry.kind, each.at, each.facing, scale, color, each.seed), place.of(number)


def _feature(entry: entries.Feature, copy: Copy, scope: Scope, place: Origin) -> model.Feature | None:
    if (entry.polygon is None) == (entry.path is None):
        both = "both `polygon` and `path`" if entry.polygon else "neither `polygon` nor `path`"
        scope.problems.append(place.problem(f"a feature has {both}", "write one of them"))
        return None
    if entry.path is not None and entry.width is None:
        scope.problems.append(place.problem("`width` is missing beside `path`", "write `width: 3` (metres)"))
        return None
    return model.Feature(
        id=_id(entry.id, entry.kind, copy, place), kind=entry.kind, polygon=tuple(entry.polygon or ()),
        path=tuple(entry.path or ()), width=entry.width or 0.0, closed=entry.closed, name=_name(entry.name, copy),
    )  # fmt: skip


def _structure(entry: entries.Structure, copy: Copy, scope: Scope, place: Origin) -> model.Structure:
    at = copy.move(entry.at)
    return model.Structure(
        id=_id(entry.id, entry.kind, copy, place), kind=entry.kind, at=at, size=entry.size, height=entry.height,
        facing=_turned(entry.facing, copy), color=scope.color(entry.color, at), name=_name(entry.name, copy),
    )  # fmt: skip


def _spawn(entry: entries.Spawn, copy: Copy, scope: Scope, place: Origin) -> model.Spawn:
    return model.Spawn(entry.id, entry.at, bearing(entry.facing), entry.default)


def _portal(entry: entries.Portal, copy: Copy, scope: Scope, place: Origin) -> model.Portal:
    area, _, portal = entry.to.partition("/")
    facing = bearing(entry.facing) if entry.facing is not None else scope.outward(entry.at)
    name = _name(entry.name, copy) or scope.books.area_names.get(area, Text(area, area))
    return model.Portal(entry.id, entry.at, facing, entry.width, area, portal, name)


def _light(entry: entries.Light, copy: Copy, scope: Scope, place: Origin) -> model.Light:
    elevation = max(scope.height - 1.0, 4.0) if entry.elevation is None else entry.elevation
    return model.Light(
        entry.kind, copy.move(entry.at), elevation, entry.color.lower(), entry.radius, entry.intensity
    )  # fmt: skip


_Builder = Callable[[Any, Copy, Scope, Origin], Any]
_BUILDERS: dict[str, _Builder] = {
    "walls": _wall, "columns": _column, "doors": _door, "aisles": _aisle, "placements": _placement,
    "stages": _stage, "signs": _sign, "boards": _board, "facilities": _facility, "props": _prop, "features": _feature,
    "structures": _structure, "spawns": _spawn, "portals": _portal, "lights": _light,
}  # fmt: skip
