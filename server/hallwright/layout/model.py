"""The venue as frozen values: what a layout means once it is read, checked and resolved.

Plan frame of every area: metres, x to the east, y to the north, origin at the area's south-west corner. Directions
are bearings in radians, clockwise from north; `facing` is the bearing its front looks along. Texts are bilingual and
complete (a missing language was filled from the other one by the reader). Everything repeated, included or taken from
a kind has been expanded here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from hallwright.layout.contact import NO_CONTACT, Contact

if TYPE_CHECKING:
    from hallwright.layout.board import Board
    from hallwright.layout.device import Device
    from hallwright.layout.meeting import Meetings, Offer
    from hallwright.layout.programme import Programme
    from hallwright.layout.queue import Queue
    from hallwright.layout.reel import Reel
    from hallwright.layout.tour import Tour

Point = tuple[float, float]
Polygon = tuple[Point, ...]

AreaKind = Literal["hall", "park", "street"]
BoothType = Literal["shell", "island", "pavilion", "stall"]
Side = Literal["front", "right", "back", "left"]
WallMaterial = Literal["solid", "glass", "fence", "hedge", "railing"]
DoorKind = Literal["entrance", "exit", "emergency", "service"]
AisleSurface = Literal["concrete", "carpet", "asphalt", "paving"]
SignKind = Literal["hanging", "totem", "banner", "wall", "floor", "arch", "board", "flag"]
FacilityKind = Literal[
    "registration", "information", "cafe", "toilets", "first-aid", "cloakroom",
    "lounge", "meeting", "charging", "service",
]
PropKind = Literal[
    "bench", "plant", "bin", "fire-box", "rope-post", "railing", "lamp", "flag", "table-set", "bollard", "planter",
    "tree-round", "tree-tall", "tree-blossom", "shrub", "rock", "parasol", "food-cart", "crate", "lantern", "screen",
    "gate", "skyline",
]
FeatureKind = Literal[
    "lawn", "meadow", "water", "path", "road", "runway", "plaza", "field", "bed", "deck", "steps", "ramp",
]
StructureKind = Literal["facade", "gate", "canopy", "tower", "bridge"]
LightKind = Literal["pool", "wash", "spot"]
ScreenSource = Literal["telemetry", "field"]
ON_CUE = math.inf  # a release that waits until somebody unveils it
ShowKind = Literal["drones", "robots", "traffic"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the layout files something was written (1-based line and column)."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Text:
    """A text that a visitor sees, in both languages."""

    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Exhibitor:
    """Who shows; sample data in the reference venue."""

    id: str
    name: Text
    country: str = ""
    products: tuple[Text, ...] = ()
    contact: Contact = NO_CONTACT
    meeting: Offer | None = None


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What is shown; ``model`` is an id in the catalogue (assets/models)."""

    id: str
    name: Text
    model: str
    summary: Text
    source: str = ""
    queue: Queue | None = None


@dataclass(frozen=True, slots=True)
class Zone:
    """A named part of an area. ``color`` is ``#rrggbb``; ``letter`` goes with it for colour-blind eyes."""

    id: str
    letter: str
    name: Text
    color: str
    polygon: Polygon
    gateway: Point | None = None
    gateway_facing: float = 0.0
    gateway_width: float = 8.0


@dataclass(frozen=True, slots=True)
class Wall:
    """A wall along ``path``; doors cut openings in it."""

    path: tuple[Point, ...]
    height: float
    thickness: float
    material: WallMaterial


@dataclass(frozen=True, slots=True)
class Column:
    """A structural column, ``size`` metres wide."""

    at: Point
    size: float
    height: float
    round: bool = False


@dataclass(frozen=True, slots=True)
class Door:
    """An opening in the nearest wall; its facing looks out of the area."""

    id: str
    kind: DoorKind
    at: Point
    width: float
    height: float
    facing: float
    name: Text


@dataclass(frozen=True, slots=True)
class Aisle:
    """A walkway along ``path``."""

    id: str
    path: tuple[Point, ...]
    width: float
    surface: AisleSurface
    main: bool
    name: Text | None = None


@dataclass(frozen=True, slots=True)
class Booth:
    """A stand. ``at`` is the centre of its footprint, ``size`` (width, depth) before turning,
    ``open`` the sides without a wall, seen from someone who looks the way the booth looks."""

    id: str
    number: str
    type: BoothType
    kind: str
    at: Point
    size: tuple[float, float]
    height: float
    facing: float
    open: tuple[Side, ...]
    zone: str
    fascia: Text
    exhibitor: str
    exhibits: tuple[str, ...]
    color: str
    furniture: tuple[str, ...]
    place: Place = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Placement:
    """An exhibit that stands by itself, ``plinth`` m above the floor. ``footprint`` (width, depth): (0, 0) leaves it to
    the catalogue. ``screen``: what they show. ``release``: until when it is veiled, s since 1970 or ``ON_CUE``."""

    id: str
    exhibit: str
    at: Point
    facing: float
    scale: float
    plinth: float
    footprint: tuple[float, float]
    booth: str | None = None
    screen: ScreenSource | None = None
    release: float | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage with a screen behind it and rows of seats in front."""

    id: str
    name: Text
    at: Point
    size: tuple[float, float]
    height: float
    facing: float
    screen: tuple[float, float]
    seat_rows: int
    seats_per_row: int
    color: str
    reels: tuple[Reel, ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign whose lower edge hangs ``elevation`` metres above the floor; ``size`` is (width, height)."""

    id: str
    kind: SignKind
    at: Point
    facing: float
    size: tuple[float, float]
    elevation: float
    text: Text
    color: str
    arrow: Literal["", "left", "right", "ahead"] = ""
    double_sided: bool = True


@dataclass(frozen=True, slots=True)
class Facility:
    """A service point with a footprint of ``size`` metres."""

    id: str
    kind: FacilityKind
    at: Point
    size: tuple[float, float]
    facing: float
    name: Text


@dataclass(frozen=True, slots=True)
class Prop:
    """A small thing that gives scale: bench, plant, tree, lamp. ``seed`` varies it without chance."""

    kind: PropKind
    at: Point
    facing: float
    scale: float
    color: str
    seed: int


@dataclass(frozen=True, slots=True)
class Feature:
    """A piece of ground: lawn, water, path. Closed polygon, or a path with a width."""

    id: str
    kind: FeatureKind
    polygon: Polygon
    path: tuple[Point, ...]
    width: float
    closed: bool
    name: Text | None = None


@dataclass(frozen=True, slots=True)
class Structure:
    """A building-sized thing: façade, gate, canopy, tower, bridge."""

    id: str
    kind: StructureKind
    at: Point
    size: tuple[float, float]
    height: float
    facing: float
    color: str
    name: Text | None = None


@dataclass(frozen=True, slots=True)
class Spawn:
    """Where a visitor may appear."""

    id: str
    at: Point
    facing: float
    default: bool = False


@dataclass(frozen=True, slots=True)
class Portal:
    """A way to another area: who comes within ``width``/2 of ``at`` arrives at the portal
    ``to_portal`` of ``to_area``. Its facing looks out of this area."""

    id: str
    at: Point
    facing: float
    width: float
    to_area: str
    to_portal: str
    name: Text


@dataclass(frozen=True, slots=True)
class Light:
    """A light that is baked: a pool on the floor, a wash on a wall, a spot on an exhibit."""

    kind: LightKind
    at: Point
    elevation: float
    color: str
    radius: float
    intensity: float


@dataclass(frozen=True, slots=True)
class Area:
    """One coherent space that people walk. ``origin`` places it in the venue's frame (metres);
    ``height`` is the clear height under the ceiling, 0 outdoors."""

    id: str
    kind: AreaKind
    name: Text
    size: tuple[float, float]
    origin: Point
    height: float
    time: Literal["day", "dusk"]
    ground: str
    cell: float
    zones: tuple[Zone, ...] = ()
    walls: tuple[Wall, ...] = ()
    columns: tuple[Column, ...] = ()
    doors: tuple[Door, ...] = ()
    aisles: tuple[Aisle, ...] = ()
    booths: tuple[Booth, ...] = ()
    placements: tuple[Placement, ...] = ()
    stages: tuple[Stage, ...] = ()
    signs: tuple[Sign, ...] = ()
    boards: tuple[Board, ...] = ()
    facilities: tuple[Facility, ...] = ()
    props: tuple[Prop, ...] = ()
    features: tuple[Feature, ...] = ()
    structures: tuple[Structure, ...] = ()
    spawns: tuple[Spawn, ...] = ()
    portals: tuple[Portal, ...] = ()
    lights: tuple[Light, ...] = ()


@dataclass(frozen=True, slots=True)
class Show:
    """What everyone sees at the same moment. ``duration`` in seconds, 0 without an end.

    What its kind has no use for is 0, empty or None: ``at``, ``size``, ``facing`` and ``count`` go with drones and
    robots; ``height`` (m) is that of the middle of the drones' picture, or of the robots' stage; ``path``, ``width``
    metres wide, and ``vehicles`` (exhibit, count) go with traffic."""

    id: str
    kind: ShowKind
    area: str
    name: Text
    duration: float
    loop: bool
    autostart: bool
    at: Point
    size: tuple[float, float]
    facing: float
    height: float
    count: int
    stage: str | None
    routine: str
    route: str | None
    path: tuple[Point, ...]
    closed: bool
    width: float
    vehicles: tuple[tuple[str, int], ...]
    pace: float = 0.0


@dataclass(frozen=True, slots=True)
class Venue:
    """Everything a layout says."""

    id: str
    name: Text
    theme: Text
    sample_data: bool
    exhibitors: tuple[Exhibitor, ...]
    exhibits: tuple[Exhibit, ...]
    areas: tuple[Area, ...]
    shows: tuple[Show, ...] = ()
    tours: tuple[Tour, ...] = ()
    programme: Programme | None = None
    devices: tuple[Device, ...] = ()
    meetings: Meetings | None = None

    def area(self, area_id: str) -> Area:
        """The area with this id; raises KeyError."""
        return {area.id: area for area in self.areas}[area_id]
