"""The places of an area, and where one may stand to have arrived at each: at an open side, before a front."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from hallwright.layout import model
from hallwright.layout.board import Board
from hallwright.layout.model import Point, Text
from hallwright.scene.frame import within
from hallwright.wayfinding.network import Place

SIDES = {"front": (0, 1), "back": (0, -1), "left": (1, 0), "right": (-1, 0)}
NEAR = (0.6, 0.9, 1.3, 1.8, 2.4)  # metres before a side, the best first
WIDE = (0.6, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5)  # the same around exhibits, which have ropes
SKIRT = 3.0  # metres around a thing to look for ground when none of its sides has any


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, for each of its sides the points to try in turn, and how far from it to look when none will do."""

    place: Place
    sides: tuple[tuple[Point, ...], ...]
    reach: float


def spots_of(venue: model.Venue, index: int, sizes: Mapping[str, tuple[float, float]]) -> Iterator[Spot]:
    """All places of the venue's area number ``index``, and where one may stand there; ``sizes`` of placements."""
    area = venue.areas[index]
    names = {exhibit.id: exhibit.name for exhibit in venue.exhibits}
    booths = {booth.id: booth for booth in area.booths}
    yield from (_booth(booth, index) for booth in area.booths)
    for placement in area.placements:
        size = sizes.get(placement.id, placement.footprint)
        yield _exhibit(placement, names[placement.exhibit], size, booths.get(placement.booth or ""), index)
    yield from (_zone(zone, index) for zone in area.zones)
    yield from (_stage(stage, index) for stage in area.stages)
    yield from (_board(board, index) for board in area.boards)
    yield from (_facility(facility, index) for facility in area.facilities)
    yield from (_point("spawn", spawn.id, Text("Entrance", "入口"), spawn.at, index) for spawn in area.spawns)
    yield from (_point("portal", portal.id, portal.name, portal.at, index) for portal in area.portals)
    yield from (_door(door, index) for door in area.doors if door.id and door.kind != "service")
    yield from (_structure(thing, index) for thing in area.structures if thing.id and thing.name)
    yield from (_feature(feature, index) for feature in area.features if feature.id and feature.name)
    yield from (_show(show, index) for show in venue.shows if show.area == area.id and show.size[0] and not show.stage)


def _booth(booth: model.Booth, area: int) -> Spot:
    also = (booth.number, booth.exhibitor, *booth.exhibits)
    name = Text(f"Booth {booth.number}", f"{booth.number}展位")
    if booth.fascia.en != booth.number:
        name = Text(f"{name.en}, {booth.fascia.en}", f"{name.zh}（{booth.fascia.zh}）")
    place = Place(booth.id, "booth", "booth", area, name, booth.at, booth.size, booth.facing, tuple(filter(None, also)))
    return Spot(place, tuple(_before(place, side, NEAR) for side in booth.open), max(booth.size) / 2 + SKIRT)


def _exhibit(
    placement: model.Placement, name: Text, size: tuple[float, float], booth: model.Booth | None, area: int
) -> Spot:
    """An exhibit; of one in a booth, before the booth."""
    place = Place(
        placement.id, "exhibit", "exhibit", area, name, placement.at, size, placement.facing, (placement.exhibit,)
    )
    if booth:
        return Spot(place, _booth(booth, area).sides, max(booth.size) / 2 + SKIRT)
    return Spot(place, tuple(_before(place, side, WIDE) for side in SIDES), max(size) + SKIRT)


def _zone(zone: model.Zone, area: int) -> Spot:
    x, y = zip(*zone.polygon, strict=True)
    middle = ((min(x) + max(x)) / 2, (min(y) + max(y)) / 2)
    place = Place(zone.id, "zone", "zone", area, zone.name, middle, (max(x) - min(x), max(y) - min(y)), 0.0)
    entry = (zone.gateway,) if zone.gateway else ()
    return Spot(place, (entry,), min(place.size) / 2)


def _stage(stage: model.Stage, area: int) -> Spot:
    place = Place(stage.id, "stage", "stage", area, stage.name, stage.at, stage.size, stage.facing)
    return Spot(place, (_before(place, "front", (1.8, 1.5, 2.1)),), max(stage.size) / 2 + SKIRT)


def _board(board: Board, area: int) -> Spot:
    place = Place(board.id, "board", board.kind, area, board.name, board.at, board.size, board.facing, ("board",))
    front = tuple(within(board.at, board.facing, 0.0, far) for far in (2.5, 2.0, 3.0, 1.5))
    return Spot(place, (front,), SKIRT)


def _facility(facility: model.Facility, area: int) -> Spot:
    place = Place(
        facility.id, "facility", facility.kind, area, facility.name, facility.at, facility.size, facility.facing,
        (facility.kind,),
    )
    return Spot(place, (_before(place, "front", NEAR),), max(facility.size) / 2 + SKIRT)


def _door(door: model.Door, area: int) -> Spot:
    place = Place(door.id, "door", door.kind, area, door.name, door.at, (door.width, 0.4), door.facing, (door.kind,))
    inside = tuple(within(door.at, door.facing, 0.0, -far) for far in (1.0, 1.4, 1.8, 2.4))
    return Spot(place, (inside,), SKIRT + 1.0)


def _structure(thing: model.Structure, area: int) -> Spot:
    assert thing.name is not None  # asked for by spots_of
    place = Place(thing.id, "structure", thing.kind, area, thing.name, thing.at, thing.size, thing.facing)
    return Spot(place, (), max(thing.size) / 2 + SKIRT)


def _feature(feature: model.Feature, area: int) -> Spot:
    assert feature.name is not None  # asked for by spots_of
    points = feature.polygon or feature.path
    x, y = zip(*points, strict=True)
    size = (max(x) - min(x), max(y) - min(y))
    middle = ((min(x) + max(x)) / 2, (min(y) + max(y)) / 2)
    place = Place(feature.id, "ground", feature.kind, area, feature.name, middle, size)
    return Spot(place, ((points[0],),) if feature.path else (), max(size) / 2 + SKIRT)


def _show(show: model.Show, area: int) -> Spot:
    return Spot(Place(show.id, "show", show.kind, area, show.name, show.at, show.size, show.facing), (), max(show.size))


def _point(family: str, name: str, text: Text, at: Point, area: int) -> Spot:
    return Spot(Place(name, family, family, area, text, at), ((at,),), SKIRT)


def _before(place: Place, side: str, distances: Sequence[float]) -> tuple[Point, ...]:
    """Points before the middle of a side, then before its quarters, the nearest first."""
    x, z = SIDES[side]
    half_w, half_d = place.size[0] / 2, place.size[1] / 2
    across = half_d if x else half_w
    shifts = (0.0, across / 2, -across / 2)
    return tuple(
        chain.from_iterable(
            (
                within(
                    place.at, place.facing,
                    x * (half_w + far) + (0 if x else shift), z * (half_d + far) + (shift if x else 0),
                )
                for far in distances
            )
            for shift in shifts
        )
    )
