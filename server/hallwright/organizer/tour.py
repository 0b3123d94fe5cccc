"""A venue as one reads it: frozen values, linked by ids, with every text in both languages.

What a page of words needs, and no more: no model file, no cell. ``touring`` makes it from a manifest.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

Text = Mapping[str, str]
"""A text by language: ``en`` and ``zh``."""
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is: the ids of its area and of the zone around it, the ``part`` of the area (``north-west`` …
    ``middle``), ``at`` in plan metres. ``stand`` and ``facing`` (radians clockwise from north): where one sees it from.
    """

    area: str
    zone: str | None
    part: str
    at: Point
    stand: Point
    facing: float


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of an exhibit, and who says so."""

    label: Text
    value: Text
    source: str


@dataclass(frozen=True, slots=True)
class Detail:
    """A place on an exhibit that tells of it: one of its hotspots."""

    id: str
    name: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Motion:
    """What an exhibit shows when it is run: ``name`` is its button's. Seconds."""

    id: str
    name: Text
    duration: float


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What is shown, wherever it stands. ``model`` names the model, ``looks`` is what the model says of itself."""

    id: str
    name: Text
    summary: Text
    source: str
    model: Text
    looks: Text
    facts: tuple[Fact, ...]
    details: tuple[Detail, ...]
    motions: tuple[Motion, ...]


@dataclass(frozen=True, slots=True)
class Exhibitor:
    """Who shows something. ``country`` is a code of two letters, or empty; so may be each way to reach them."""

    id: str
    name: Text
    country: str
    email: str = ""
    url: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """An exhibit where it stands. ``show`` is the id of the show that runs it, None when nothing does; ``screen`` what
    its screens show live."""

    id: str
    exhibit: Exhibit
    spot: Spot
    height: float
    show: str | None
    screen: str | None

    @property
    def name(self) -> Text:
        """The exhibit's."""
        return self.exhibit.name


@dataclass(frozen=True, slots=True)
class Shown:
    """An exhibit in a booth: by itself, or as the placement that has a page of its own."""

    exhibit: Exhibit
    placement: str | None


@dataclass(frozen=True, slots=True)
class Booth:
    """A booth; metres."""

    id: str
    number: str
    name: Text
    exhibitor: Exhibitor | None
    exhibits: tuple[Shown, ...]
    size: Point
    spot: Spot


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone; ``color`` is ``#rrggbb``."""

    id: str
    letter: str
    name: Text
    color: str
    area_m2: float
    spot: Spot


@dataclass(frozen=True, slots=True)
class Board:
    """A wall that says something; ``rows`` as the layout wrote them, by the fields of docs/formats/live.md."""

    id: str
    kind: str
    name: Text
    note: Text | None
    rows: tuple[Mapping[str, Any], ...]
    spot: Spot


@dataclass(frozen=True, slots=True)
class Landmark:
    """A stage or a facility. ``kind`` is ``stage`` or the facility's own."""

    id: str
    kind: str
    name: Text
    spot: Spot


@dataclass(frozen=True, slots=True)
class Start:
    """Where a way may begin, ``word`` as wayfinding knows it. ``kind`` is entrance, information or zone; an entrance
    without a name of its own is told by its area's."""

    word: str
    kind: str
    name: Text | None


@dataclass(frozen=True, slots=True)
class Portal:
    """A way to another area, ``to`` its id."""

    id: str
    name: Text
    to: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Show:
    """What everyone sees at the same moment. ``count`` is of drones, robots or vehicles; seconds, 0 without an end."""

    id: str
    kind: str
    name: Text
    area: str
    count: int
    duration: float
    loop: bool
    vehicles: tuple[tuple[Text, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Device:
    """A device on site, and the ids of what in its area follows it: a placement, a row of a board, the screen of a
    placement, a zone. What it says is told live."""

    id: str
    kind: str
    name: Text
    area: str
    placement: str | None = None
    board: str | None = None
    row: str | None = None
    screen: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of a guided tour, and what is said there. ``kind`` is booth, placement, stage, zone, spawn or point;
    ``place`` its id, empty for a point; ``word`` as wayfinding knows it."""

    kind: str
    place: str
    name: Text
    text: Text
    spot: Spot
    word: str


@dataclass(frozen=True, slots=True)
class GuidedTour:
    """Stops in their order; ``minutes`` as the hall tells them, with those between stops."""

    id: str
    name: Text
    summary: Text
    minutes: int
    stops: tuple[Stop, ...]


Thing = Booth | Placement | Board | Landmark | Portal


@dataclass(frozen=True, slots=True)
class Area:
    """An area with all that is in it. ``kind`` is ``hall``, ``park`` or ``street``; ``size`` (m) east and north."""

    id: str
    kind: str
    name: Text
    size: Point
    spot: Spot
    zones: tuple[Zone, ...]
    booths: tuple[Booth, ...]
    placements: tuple[Placement, ...]
    boards: tuple[Board, ...]
    stages: tuple[Landmark, ...]
    facilities: tuple[Landmark, ...]
    portals: tuple[Portal, ...]
    shows: tuple[Show, ...]
    starts: tuple[Start, ...] = ()
    devices: tuple[Device, ...] = ()

    @property
    def things(self) -> Iterator[Thing]:
        """Everything that stands somewhere in it."""
        for things in (self.booths, self.placements, self.boards, self.stages, self.facilities, self.portals):
            yield from things

    def within(self, zone: str | None) -> Area:
        """The area with only what stands in this zone; None: in no zone at all."""
        kept: dict[str, Any] = {name: _within(getattr(self, name), zone) for name in _THINGS}
        here = {thing.id for thing in (*kept["placements"], *kept["boards"])}
        devices = (
            each for each in self.devices
            if (each.zone == zone if each.zone else here & {each.placement, each.board, each.screen})
        )  # fmt: skip
        return replace(self, **kept, devices=tuple(devices))

    def devices_of(self, key: Literal["placement", "board"], id: str) -> tuple[Device, ...]:
        """The devices that this placement, its screen, or this board follows."""
        keys = ("placement", "screen") if key == "placement" else (key,)
        return tuple(each for each in self.devices if id in [getattr(each, name) for name in keys])

    def near(self, spot: Spot, most: int = 5) -> tuple[tuple[Booth | Placement | Board, float], ...]:
        """What stands nearest to ``spot`` (which is left out), and how many metres away."""
        candidates: tuple[Booth | Placement | Board, ...] = (*self.booths, *self.placements, *self.boards)
        far = [(thing, math.dist(thing.spot.at, spot.at)) for thing in candidates if thing.spot is not spot]
        return tuple(sorted(far, key=lambda each: each[1])[:most])


_THINGS = ("booths", "placements", "boards", "stages", "facilities", "portals")


def _within(things: tuple[Any, ...], zone: str | None) -> tuple[Any, ...]:
    return tuple(thing for thing in things if thing.spot.zone == zone)


@dataclass(frozen=True, slots=True)
class Tour:
    """A whole venue, each kind by id in the manifest's order."""

    venue: str
    revision: str
    name: Text
    theme: Text
    sample_data: bool
    start: str
    areas: Mapping[str, Area]
    zones: Mapping[str, Zone]
    booths: Mapping[str, Booth]
    placements: Mapping[str, Placement]
    boards: Mapping[str, Board]
    exhibitors: Mapping[str, Exhibitor]
    guided: Mapping[str, GuidedTour]
    meets: bool = False
    """Whether buyers and booths can meet."""

    @property
    def entrance(self) -> Start:
        """Where visitors of the venue come in."""
        return self.areas[self.start].starts[0]

    def booths_of(self, exhibitor: str) -> tuple[Booth, ...]:
        """Where an exhibitor (its id) is found."""
        return tuple(b for b in self.booths.values() if b.exhibitor is not None and b.exhibitor.id == exhibitor)
