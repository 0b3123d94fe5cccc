"""Everything in a venue that can be found, and all that is said about it.

The kinds are those that the viewer can go to (``web/src/ui/places.ts``), areas, and guided tours. What is no
place itself but has a name, such as a show, a door or a lake, is said about the place where it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from hallwright.layout.board import Board
from hallwright.layout.model import Area, Booth, Exhibitor, Facility, Placement, Point, Polygon, Text, Venue, Zone
from hallwright.layout.tour import Tour

PlaceKind = Literal["booth", "exhibit", "board", "stage", "facility", "portal", "zone", "area", "session", "tour"]
SOUTH = math.pi


@dataclass(frozen=True, slots=True)
class Said:
    """A text about a place; ``what`` it is: exhibitor, product, shows, summary, fact, detail, row, near,
    speaker, track."""

    what: str
    text: Text


@dataclass(frozen=True, slots=True)
class Place:
    """A thing that can be found. ``facing`` is the bearing its front looks along, in radians, and for an area the
    one that newcomers look along; ``more`` counts others of the same that stand in its area. ``country`` is a code,
    of a booth's exhibitor; ``goal`` the word for it in a route, where that is not its area and id."""

    kind: PlaceKind
    id: str
    name: Text
    area: str
    at: Point
    facing: float = SOUTH
    zone: str = ""
    number: str = ""
    letter: str = ""
    subkind: str = ""
    said: tuple[Said, ...] = ()
    more: int = 0
    country: str = ""
    goal: str = ""


@dataclass(slots=True)
class _Names:
    """What ids of the layout are called."""

    exhibitors: Mapping[str, Exhibitor]
    models: Mapping[str, Any]
    exhibits: Mapping[str, Any] = field(default_factory=dict)


def places_of(venue: Venue, document: Mapping[str, Any]) -> list[Place]:
    """All places of a venue, areas in the layout's order; ``document`` is its manifest, which knows the models."""
    names = _Names({each.id: each for each in venue.exhibitors}, document.get("models", {}))
    names.exhibits = {each.id: each for each in venue.exhibits}
    places = [place for area in venue.areas for place in _area_places(venue, area, names)]
    sessions = _sessions(venue, {(place.area, place.kind, place.id): place for place in places})
    return [*places, *sessions, *map(_tour_place, filter(lambda tour: tour.stops, venue.tours))]


def _tour_place(tour: Tour) -> Place:
    """A guided tour, where it begins: it is found by what it stops at and by what is said there."""
    first = tour.stops[0]
    said = [Said("summary", tour.summary), *(Said("shows", stop.name) for stop in tour.stops)]
    said += [Said("detail", stop.text) for stop in tour.stops]
    goal = f"{first.area}/{first.place}" if first.place else f"{first.area}:{first.at[0]:g},{first.at[1]:g}"
    told = tuple(each for each in said if each.text.en)
    return Place("tour", tour.id, tour.name, first.area, first.at, first.facing, said=told, goal=goal)


def _sessions(venue: Venue, places: Mapping[tuple[str, str, str], Place]) -> Iterator[Place]:
    """Each session where it is, with who speaks."""
    for programme in (venue.programme,) if venue.programme else ():
        tracks = {track.id: track for track in programme.tracks}
        speakers = {speaker.id: speaker for speaker in programme.speakers}
        for session in programme.sessions:
            where = places.get((session.area, session.kind, session.place))
            if where is None:  # a hall whose areas were taken out of it
                continue
            said = [Said("track", tracks[session.track].name), Said("summary", session.abstract)]
            for speaker in (speakers[each] for each in session.speakers):
                said += [Said("speaker", speaker.name), Said("detail", speaker.organisation)]
            said += [Said("near", where.name)]
            yield replace(
                where, kind="session", id=session.id, name=session.title, number="", letter="", subkind="", more=0,
                country="", goal=where.goal or f"{where.area}/{where.id}",
                said=tuple(each for each in said if each.text.en),
            )  # fmt: skip


def _area_places(venue: Venue, area: Area, names: _Names) -> Iterator[Place]:
    spawn = next((each for each in area.spawns if each.default), next(iter(area.spawns), None))
    at, facing = (spawn.at, spawn.facing) if spawn else ((area.size[0] / 2, area.size[1] / 2), 0.0)
    landmarks = list(_landmarks(venue, area))
    unzoned = () if area.zones else tuple(Said("near", name) for name, _ in landmarks)
    yield Place("area", area.id, area.name, area.id, at, facing, said=unzoned, goal=area.id)
    for zone in area.zones:
        near = tuple(Said("near", name) for name, point in landmarks if _nearest_zone(area.zones, point) is zone)
        middle = _middle(zone.polygon)
        yield Place("zone", zone.id, zone.name, area.id, middle, zone=zone.id, letter=zone.letter, said=near)
    standing = [
        *_exhibit_places(area, names),
        *(_booth_place(booth, area, names) for booth in area.booths),
        *(_board_place(board, area) for board in area.boards),
        *(_facility_place(facility, area) for facility in area.facilities),
        *(
            Place("stage", stage.id, stage.name, area.id, stage.at, stage.facing, said=_on_stage(venue, area, stage.id))
            for stage in area.stages
        ),
        *(Place("portal", each.id, each.name, area.id, each.at, each.facing) for each in area.portals),
    ]
    yield from (_in_zone(place, area) for place in standing)


def _in_zone(place: Place, area: Area) -> Place:
    """The place, knowing which zone it stands in."""
    zones = {zone.id: zone for zone in area.zones}
    zone = zones.get(place.zone) or next((each for each in area.zones if _holds(each.polygon, place.at)), None)
    said = (Said("near", zone.name),) if zone else (Said("near", area.name),)
    return replace(place, zone=zone.id if zone else "", said=place.said + said)


def _booth_place(booth: Booth, area: Area, names: _Names) -> Place:
    said = []
    exhibitor = names.exhibitors.get(booth.exhibitor)
    if exhibitor:
        said = [Said("exhibitor", exhibitor.name)] if exhibitor.name != booth.fascia else []
        said += [Said("product", product) for product in exhibitor.products]
    shown = [names.exhibits[each] for each in booth.exhibits if each in names.exhibits]
    said += [Said("shows", exhibit.name) for exhibit in shown]
    return Place(
        "booth", booth.id, booth.fascia, area.id, booth.at, booth.facing, booth.zone, booth.number, said=tuple(said),
        country=exhibitor.country or "" if exhibitor else "",
    )


def _exhibit_places(area: Area, names: _Names) -> Iterator[Place]:
    """One for each exhibit of the area; where it stands more than once, the first."""
    standing: dict[str, list[Placement]] = {}
    for placement in area.placements:
        standing.setdefault(placement.exhibit, []).append(placement)
    for exhibit_id, placements in standing.items():
        exhibit, first = names.exhibits[exhibit_id], placements[0]
        said = (Said("summary", exhibit.summary), *_of_model(names.models.get(exhibit.model, {})))
        more = len(placements) - 1
        yield Place("exhibit", first.id, exhibit.name, area.id, first.at, first.facing, said=said, more=more)


def _of_model(model: Mapping[str, Any]) -> Iterator[Said]:
    """What a model's card says."""
    if "summary" in model:
        yield Said("summary", _text(model["summary"]))
    for entry in model.get("hotspots", ()):
        yield Said("detail", _joined(_text(entry["name"]), _text(entry["text"])))
    for entry in model.get("facts", ()):
        yield Said("fact", _joined(_text(entry["label"]), _text(entry["value"])))


def _board_place(board: Board, area: Area) -> Place:
    rows = [(row.name, row.industry, row.title, *row.parties, row.label) for row in board.rows]
    said = tuple(Said("row", text) for text in dict.fromkeys(text for row in rows for text in row if text))
    return Place("board", board.id, board.name, area.id, board.at, board.facing, said=said)


def _facility_place(facility: Facility, area: Area) -> Place:
    return Place(
        "facility", facility.id, facility.name, area.id, facility.at, facility.facing, subkind=facility.kind
    )


def _on_stage(venue: Venue, area: Area, stage: str) -> tuple[Said, ...]:
    return tuple(Said("shows", show.name) for show in venue.shows if (show.area, show.stage) == (area.id, stage))


def _landmarks(venue: Venue, area: Area) -> Iterator[tuple[Text, Point]]:
    """Names in an area that are no places of their own, and where they are."""
    for show in venue.shows:
        if show.area == area.id and show.stage is None:
            yield show.name, _middle(show.path) if show.path else show.at
    yield from ((door.name, door.at) for door in area.doors)
    yield from ((each.name, each.at) for each in area.structures if each.name)
    for feature in area.features:
        if feature.name:
            yield feature.name, _middle(feature.polygon or feature.path)


def _text(value: Mapping[str, str]) -> Text:
    return Text(value["en"], value["zh"])


def _joined(head: Text, rest: Text) -> Text:
    return Text(f"{head.en}: {rest.en}", f"{head.zh}：{rest.zh}")


def _middle(points: Sequence[Point]) -> Point:
    """The mean of the corners, as the viewer has it."""
    count = max(1, len(points))
    return sum(x for x, _ in points) / count, sum(y for _, y in points) / count


def _nearest_zone(zones: Sequence[Zone], point: Point) -> Zone:
    inside = [zone for zone in zones if _holds(zone.polygon, point)]
    return (inside or sorted(zones, key=lambda zone: math.dist(_middle(zone.polygon), point)))[0]


def _holds(polygon: Polygon, point: Point) -> bool:
    """Whether a point is inside, by the crossings of a ray to the east."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            inside = not inside
    return inside
