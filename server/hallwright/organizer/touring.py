"""From a published manifest to a tour in words: who shows what, where it stands, where one sees it from.

Old manifests lack what came later; whatever may be missing is read with a default.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from hallwright.organizer.tour import (
    Area,
    Board,
    Booth,
    Detail,
    Device,
    Exhibit,
    Exhibitor,
    Fact,
    GuidedTour,
    Landmark,
    Motion,
    Placement,
    Point,
    Portal,
    Show,
    Shown,
    Spot,
    Start,
    Stop,
    Text,
    Tour,
    Zone,
)

Json = dict[str, Any]
EMPTY: Text = {"en": "", "zh": ""}
BETWEEN = 12  # s from one stop of a tour to the next: as the viewer guesses
BEFORE_BOARD, BEFORE_PLACE, ROOM = 2.6, 1.0, 1.8  # m: as far as the viewer's own visitors stand off


def tour_of(manifest: bytes) -> Tour:
    """The tour of a published hall; raises KeyError or ValueError for what is no manifest."""
    document: Json = json.loads(manifest)
    exhibits = {entry["id"]: _exhibit(entry, document.get("models", {})) for entry in document.get("exhibits", ())}
    exhibitors = {entry["id"]: _exhibitor(entry) for entry in document.get("exhibitors", ())}
    readers = [_Reader(entry, document, exhibits, exhibitors) for entry in document["areas"]]
    areas = [reader.area() for reader in readers]
    stopping = {area.id: _Stopping(area, reader) for area, reader in zip(areas, readers, strict=True)}
    start = document.get("start") or {}
    return Tour(
        venue=document["venue"],
        revision=document["revision"],
        name=document["name"],
        theme=document.get("theme") or EMPTY,
        sample_data=bool(document.get("sample_data")),
        start=start.get("area", areas[0].id),
        areas=_by_id(areas),
        zones=_by_id(chain.from_iterable(area.zones for area in areas)),
        booths=_by_id(chain.from_iterable(area.booths for area in areas)),
        placements=_by_id(chain.from_iterable(area.placements for area in areas)),
        boards=_by_id(chain.from_iterable(area.boards for area in areas)),
        exhibitors=exhibitors,
        guided=_by_id(_guided(entry, stopping) for entry in document.get("tours", ())),
        meets=bool(document.get("meetings")),
    )


def part_of(at: Point, size: Point) -> str:
    """In which ninth of an area a point lies: ``north-west`` … ``middle``."""
    across = ("west", "", "east")[_third(at[0], size[0])]
    up = ("south", "", "north")[_third(at[1], size[1])]
    return "-".join(filter(None, (up, across))) or "middle"


def inside(polygon: Iterable[Point], at: Point) -> bool:
    """Whether a point lies in an outline, by the even-odd rule."""
    points, result = list(polygon), False
    for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
        if (ay > at[1]) != (by > at[1]) and at[0] < (bx - ax) * (at[1] - ay) / (by - ay) + ax:
            result = not result
    return result


class _Reader:
    """One area of a manifest."""

    def __init__(
        self, entry: Json, document: Json, exhibits: Mapping[str, Exhibit], exhibitors: Mapping[str, Exhibitor]
    ) -> None:
        self.entry, self.document = entry, document
        self.exhibits, self.exhibitors = exhibits, exhibitors
        self.size = _point(entry["size"])

    def area(self) -> Area:
        """The area with everything in it."""
        entry = self.entry
        return Area(
            id=entry["id"],
            kind=entry["kind"],
            name=entry["name"],
            size=self.size,
            spot=self._start(),
            zones=tuple(self._zone(zone) for zone in entry["zones"]),
            booths=tuple(self._booth(booth) for booth in entry["booths"]),
            placements=tuple(map(self._placement, filter(self._is_known, entry.get("placements", ())))),
            boards=tuple(self._board(board) for board in entry.get("boards", ())),
            stages=tuple(self._landmark(stage, "stage", stage["size"][1] / 2) for stage in entry.get("stages", ())),
            facilities=tuple(self._landmark(each, each["kind"], BEFORE_PLACE) for each in entry.get("facilities", ())),
            portals=tuple(self._portal(portal) for portal in entry.get("portals", ())),
            shows=tuple(self._show(s) for s in self.document.get("shows", ()) if s["area"] == entry["id"]),
            starts=tuple(self._starts()),
            devices=tuple(_device(each) for each in self.document.get("devices", ()) if each["area"] == entry["id"]),
        )

    def _starts(self) -> Iterator[Start]:
        """Where ways may begin: entrances (an area without a named one has where visitors appear), the information
        desk, zones."""
        entry, area = self.entry, self.entry["id"]
        doors = [door for door in entry.get("doors", ()) if door["kind"] == "entrance" and door["id"]]
        yield from (Start(f"{area}/{door['id']}", "entrance", door["name"]) for door in doors)
        if not doors:
            spawn = self._spawn()
            x, y = spawn["at"]
            yield Start(f"{area}/{spawn['id']}" if "id" in spawn else f"{area}:{x:g},{y:g}", "entrance", None)
        desks = [each for each in entry.get("facilities", ()) if each["kind"] == "information"]
        yield from (Start(f"{area}/{desk['id']}", "information", desk["name"]) for desk in desks)
        yield from (Start(zone["id"], "zone", zone["name"]) for zone in entry["zones"])

    def _spawn(self) -> Json:
        """Where visitors of the area appear."""
        spawns = self.entry.get("spawns") or [{"at": [self.size[0] / 2, self.size[1] / 2], "facing": 0.0}]
        return next((each for each in spawns if each.get("default")), spawns[0])

    def _start(self) -> Spot:
        spawn = self._spawn()
        spot = self.spot(spawn["at"], spawn["facing"], None)
        return Spot(spot.area, spot.zone, spot.part, spot.at, spot.at, round(spawn["facing"], 4))

    def spot(self, at: Iterable[float], facing: float, reach: float | None) -> Spot:
        """Where something is that looks along ``facing``; ``reach`` (m) is from the middle to the front,
        None where one stands in it."""
        x, y = _point(at)
        out = 0.0 if reach is None else reach + ROOM
        stand = (round(x + math.sin(facing) * out, 2), round(y + math.cos(facing) * out, 2))
        zone = next((z["id"] for z in self.entry["zones"] if inside(map(_point, z["polygon"]), (x, y))), None)
        look = round((facing + math.pi) % math.tau, 4)
        return Spot(self.entry["id"], zone, part_of((x, y), self.size), (x, y), stand, look)

    def _zone(self, entry: Json) -> Zone:
        points = [_point(point) for point in entry["polygon"]]
        middle = tuple(sum(axis) / len(points) for axis in zip(*points, strict=True))
        spot = self.spot(middle, math.pi, None)
        spot = Spot(spot.area, entry["id"], spot.part, spot.at, spot.stand, spot.facing)
        return Zone(entry["id"], entry["letter"], entry["name"], entry["color"], entry.get("area_m2", 0.0), spot)

    def _booth(self, entry: Json) -> Booth:
        spot = self.spot(entry["at"], entry["facing"], entry["size"][1] / 2)
        zone = entry["zone"] or None
        return Booth(
            id=entry["id"],
            number=entry["number"],
            name=entry["name"],
            exhibitor=self.exhibitors.get(entry["exhibitor"]),
            exhibits=tuple(self._shown(each, entry) for each in entry["exhibits"] if each in self.exhibits),
            size=_point(entry["size"]),
            spot=Spot(spot.area, zone, spot.part, spot.at, spot.stand, spot.facing),
        )

    def _shown(self, exhibit: str, booth: Json) -> Shown:
        """An exhibit of a booth, and its placement where one stands within the booth."""
        reach = math.hypot(*booth["size"]) / 2
        placement = next(
            (
                each["id"]
                for each in self.entry.get("placements", ())
                if each["exhibit"] == exhibit and math.dist(each["at"], booth["at"]) <= reach
            ),
            None,
        )
        return Shown(self.exhibits[exhibit], placement)

    def _is_known(self, placement: Json) -> bool:
        return placement["exhibit"] in self.exhibits

    def _placement(self, entry: Json) -> Placement:
        exhibit, model = self.exhibits[entry["exhibit"]], self.document["models"].get(entry["model"], {})
        scale = entry.get("scale", 1.0)
        spot = self.spot(entry["at"], entry["facing"], model.get("radius", 1.0) * scale)
        show = f"exhibit/{entry['id']}" if "run" in model.get("motions", {}) else None
        height = round(model.get("height", 0.0) * scale, 1)
        return Placement(entry["id"], exhibit, spot, height, show, entry.get("screen"))

    def _board(self, entry: Json) -> Board:
        spot = self.spot(entry["at"], entry["facing"], BEFORE_BOARD)
        return Board(entry["id"], entry["kind"], entry["name"], entry.get("note"), tuple(entry["rows"]), spot)

    def _landmark(self, entry: Json, kind: str, reach: float) -> Landmark:
        return Landmark(entry["id"], kind, entry["name"], self.spot(entry["at"], entry.get("facing", math.pi), reach))

    def _portal(self, entry: Json) -> Portal:
        spot = self.spot(entry["at"], entry["facing"], BEFORE_PLACE)
        return Portal(entry["id"], entry["name"], entry["to"][0], spot)

    def _show(self, entry: Json) -> Show:
        vehicles = tuple(
            (self.exhibits[each["exhibit"]].name, each["count"])
            for each in entry.get("vehicles", ())
            if each["exhibit"] in self.exhibits
        )
        count = entry.get("count") or sum(number for _, number in vehicles)
        return Show(
            entry["id"], entry["kind"], entry["name"], entry["area"], count, entry["duration"], entry["loop"], vehicles
        )


@dataclass(frozen=True, slots=True)
class _Stopping:
    """Where tours stop in an area."""

    area: Area
    reader: _Reader

    def stop(self, entry: Json) -> Stop:
        """A stop where its place is; one that is no thing of a tour in words, where it says."""
        kind, place, (x, y) = entry["kind"], entry["place"], _point(entry["at"])
        things: dict[str, Iterable[Any]] = {
            "booth": self.area.booths, "placement": self.area.placements, "stage": self.area.stages,
            "zone": self.area.zones,
        }  # fmt: skip
        thing = next((each for each in things.get(kind, ()) if each.id == place), None)
        spot = thing.spot if thing else self.reader.spot((x, y), entry["facing"] + math.pi, None)
        named = f"{self.area.id}/{place}" if place else f"{self.area.id}:{x:g},{y:g}"
        word = place if kind == "zone" else named
        return Stop(kind, place, entry["name"], entry["text"], spot, word)


def _guided(entry: Json, stopping: Mapping[str, _Stopping]) -> GuidedTour:
    stops = tuple(stopping[each["area"]].stop(each) for each in entry["stops"] if each["area"] in stopping)
    minutes = max(1, round((entry["seconds"] + BETWEEN * (len(stops) - 1)) / 60))
    return GuidedTour(entry["id"], entry["name"], entry["summary"], minutes, stops)


def _exhibit(entry: Json, models: Json) -> Exhibit:
    model = models.get(entry["model"], {})
    return Exhibit(
        id=entry["id"],
        name=entry["name"],
        summary=entry["summary"] or EMPTY,
        source=entry.get("source") or "",
        model=model.get("name") or EMPTY,
        looks=model.get("summary") or EMPTY,
        facts=tuple(Fact(fact["label"], fact["value"], fact["source"]) for fact in model.get("facts", ())),
        details=tuple(Detail(spot["id"], spot["name"], spot["text"]) for spot in model.get("hotspots", ())),
        motions=tuple(
            Motion(name, motion["name"], motion["duration"])
            for name, motion in model.get("motions", {}).items()
            if motion["name"]
        ),
    )


def _device(entry: Json) -> Device:
    follows = {key: entry.get(key) for key in ("placement", "board", "row", "screen", "zone")}
    return Device(entry["id"], entry["kind"], entry["name"], entry["area"], **follows)


def _exhibitor(entry: Json) -> Exhibitor:
    contact = entry.get("contact", {})
    reached = (contact.get("email", ""), contact.get("url", ""), contact.get("phone", ""))
    return Exhibitor(entry["id"], entry["name"], entry.get("country") or "", *reached)


def _by_id(things: Iterable[Any]) -> dict[str, Any]:
    return {thing.id: thing for thing in things}


def _point(values: Iterable[float]) -> Point:
    x, y = values
    return float(x), float(y)


def _third(value: float, whole: float) -> int:
    return min(2, max(0, math.floor(3 * value / whole)))
