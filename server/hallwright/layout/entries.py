"""What may be written in an area: booths, walls, signs and the rest, as pydantic models.

Field names are those of ``layout/model.py``; descriptions appear in editors through the
JSON Schema. Defaults that depend on the place (a wall's height, a booth's zone) are None
here and decided in ``expansion``.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from hallwright.layout import model
from hallwright.layout.atoms import (
    AreaSide,
    BoothSize,
    Color,
    ColorOrZone,
    Count,
    Dealt,
    DealtLists,
    DealtTexts,
    Entries,
    Entry,
    Facing,
    Flag,
    Height,
    Id,
    IdTemplate,
    Length,
    Line,
    Number,
    Outline,
    Point,
    Reference,
    Release,
    Repeats,
    Scale,
    Size,
    Small,
    Text,
)  # fmt: skip
from hallwright.layout.boards import Board
from hallwright.layout.reels import WrittenReel

Furniture = Literal[
    "table", "chair", "stool", "counter", "shelf", "screen", "plant", "sofa", "display", "brochure", "lightbox",
    "totem",
]  # fmt: skip
Ground = Literal["concrete", "carpet", "asphalt", "paving", "grass"]


def _repeat() -> Any:
    return Field(None, description="Copies of this entry: {count, step: [x, y]}, or up to three of them")


class Repeated(Entry):
    """An entry that may be repeated."""

    repeat: Repeats | None = _repeat()
    start: Annotated[int, Field(strict=True, ge=0, le=100_000)] = Field(1, description="The first {n}")


class Gateway(Entry):
    """The arch at which a zone begins."""

    at: Point = Field(description="Its middle, [x, y] in metres")
    facing: Facing = Field("south", description="The way its front looks")
    width: Small = Field(8.0, description="Metres")


class Zone(Entry):
    """A named part of the area."""

    id: Id = Field(description="A name for this zone, unique in the venue")
    letter: Annotated[str, Field(strict=True, min_length=1, max_length=3)] | None = Field(
        None, description="Goes with the colour for colour-blind eyes; A, B, C in order by default"
    )
    name: Text = Field(description="What visitors read")
    color: Color | None = Field(
        None, description='"#rrggbb", in quotes; by default one that looks like no other zone\'s, in order'
    )
    polygon: Outline = Field(description="Its corners, [x, y] in metres")
    gateway: Gateway | None = Field(None, description="The arch at which it begins")


class Wall(Repeated):
    """A wall along a path."""

    path: Line = Field(description="Its corners, [x, y] in metres")
    closed: Flag = Field(False, description="Join the end to the start")
    height: Length | None = Field(None, description="Metres; the area's height by default, 3 outdoors")
    thickness: Small = Field(0.3, description="Metres")
    material: model.WallMaterial = Field("solid", description="What it is made of")


class Column(Repeated):
    """A structural column."""

    at: Point = Field(description="Its middle, [x, y] in metres")
    size: Small = Field(0.8, description="Metres from side to side")
    height: Length | None = Field(None, description="Metres; the area's height by default")
    round: Flag = Field(False, description="Round rather than square")


class Door(Repeated):
    """An opening in the nearest wall."""

    id: IdTemplate | None = Field(None, description="A name for this door")
    kind: model.DoorKind = Field("entrance", description="Who uses it")
    at: Point = Field(description="Its middle, [x, y] in metres, in a wall")
    width: Small = Field(4.0, description="Metres")
    height: Small = Field(2.8, description="Metres")
    facing: Facing | None = Field(None, description="The way out; away from the area's middle by default")
    name: Text | None = Field(None, description="What visitors read; by kind if left out")


class Aisle(Entry):
    """A walkway along a path."""

    id: Id | None = Field(None, description="A name for this aisle")
    path: Line = Field(description="Its middle line, [x, y] in metres")
    width: Small = Field(4.0, description="Metres")
    surface: model.AisleSurface | None = Field(None, description="carpet in halls, paving outdoors by default")
    main: Flag = Field(False, description="A main aisle, wider and polished")
    name: Text | None = Field(None, description="What visitors read")


class BoothKind(Entry):
    """What booths may share; a booth names it with `kind` and may override it."""

    type: model.BoothType | None = Field(None, description="How it is built")
    size: BoothSize | None = Field(None, description="[width, depth] in metres, before turning")
    height: Small | None = Field(
        None, description="Metres; 2.5 for shells and stalls, 4 for islands, 5 for pavilions by default"
    )
    facing: Facing | None = Field(None, description="The way its front looks; south by default")
    open: list[model.Side] | None = Field(
        None, description="Sides without a wall, seen by someone who looks the way the booth looks"
    )
    color: ColorOrZone | None = Field(None, description='"#rrggbb", or zone for its zone\'s colour (the default)')
    furniture: Annotated[list[Furniture], Field(max_length=40)] | None = Field(None, description="What stands in it")
    exhibits: DealtLists | None = Field(
        None, description="Ids of exhibits shown here; a list of lists is dealt out to the copies in turn"
    )


class Booth(BoothKind):
    """A stand, or with `repeat` rows of stands."""

    id: IdTemplate | None = Field(None, description="Unique in the venue; the number in lower case by default")
    number: Number | None = Field(None, description="What its number plate says, like A{n:02}")
    kind: Reference | None = Field(None, description="A name from `kinds`")
    at: Point = Field(description="Its middle, [x, y] in metres")
    zone: Reference | None = Field(None, description="The zone it belongs to; the one around it by default")
    fascia: DealtTexts | None = Field(None, description="The text on its board; the exhibitor's name by default")
    exhibitor: Dealt | None = Field(None, description="Who shows; a list is dealt out to the copies in turn")
    repeat: Repeats | None = _repeat()
    start: Annotated[int, Field(strict=True, ge=0, le=100_000)] = Field(1, description="The first {n}")
    open_ends: Flag = Field(False, description="Open the outer side of the first and last booth of each row")


class Placement(Repeated):
    """An exhibit that stands by itself."""

    id: IdTemplate = Field(description="A name for this placement")
    exhibit: Reference = Field(description="The id of an exhibit")
    at: Point | None = Field(None, description="Its middle, [x, y] in metres; the booth's middle if `booth` is given")
    facing: Facing | None = Field(None, description="The way its front looks; south, or as the booth, by default")
    scale: Scale = Field(1.0, description="1 is its natural size")
    plinth: Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=5)] = Field(
        0.4, description="Height of the plinth in metres, 0 for none"
    )
    footprint: Size | None = Field(
        None, description="[width, depth] in metres that it and its plinth take; the model's own by default"
    )
    booth: Reference | None = Field(None, description="The id of the booth it stands in")
    screen: model.ScreenSource | None = Field(
        None, description="What its screens show live: telemetry of a simulated factory, or the magnetic field there"
    )
    release: Release | None = Field(
        None, description="It stands under a veil: until this moment, like `2026-11-28T10:00+08:00`; or `on-cue`"
    )


class Stage(Entry):
    """A stage with a screen behind and seats in front."""

    id: Id = Field(description="A name for this stage")
    name: Text = Field(description="What visitors read")
    at: Point = Field(description="The middle of the platform, [x, y] in metres")
    size: Size = Field((12.0, 6.0), description="[width, depth] of the platform in metres")
    height: Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=5)] = Field(
        0.8, description="Height of the platform in metres"
    )
    facing: Facing = Field("south", description="The way it looks: towards the audience")
    screen: Size | None = Field(None, description="[width, height] of its screen in metres")
    seat_rows: Annotated[int, Field(strict=True, ge=0, le=100)] = Field(0, description="Rows of seats")
    seats_per_row: Annotated[int, Field(strict=True, ge=0, le=200)] = Field(0, description="Seats in a row")
    reels: Annotated[list[WrittenReel], Field(max_length=50)] = Field([], description="What its screen can show")
    color: ColorOrZone = Field("zone", description='"#rrggbb", or zone for its zone\'s colour')


class Sign(Repeated):
    """Words in space."""

    id: IdTemplate | None = Field(None, description="A name for this sign")
    kind: model.SignKind = Field("hanging", description="How it is built")
    at: Point = Field(description="Its middle, [x, y] in metres")
    facing: Facing = Field("south", description="The way its front looks")
    size: tuple[Small, Small] | None = Field(None, description="[width, height] in metres")
    elevation: Height | None = Field(None, description="Metres from the floor to its lower edge")
    text: Text = Field(description="What it says")
    color: ColorOrZone = Field("zone", description='"#rrggbb", or zone for its zone\'s colour')
    arrow: Literal["", "left", "right", "ahead"] = Field("", description="Which way it points")
    double_sided: Flag | None = Field(None, description="Readable from both sides")


class Facility(Repeated):
    """A service point."""

    id: IdTemplate = Field(description="A name for this facility")
    kind: model.FacilityKind = Field(description="What it is")
    at: Point = Field(description="Its middle, [x, y] in metres")
    size: Size | None = Field(None, description="[width, depth] in metres")
    facing: Facing = Field("south", description="The way its front looks")
    name: Text | None = Field(None, description="What visitors read; by kind if left out")


class Scatter(Entry):
    """Things spread over a polygon without pattern, the same every time."""

    polygon: Outline = Field(description="Where, [x, y] in metres")
    count: Count = Field(description="How many at most")
    seed: Annotated[int, Field(strict=True, ge=0, le=2**31)] = Field(1, description="Another seed, another spread")
    min_distance: Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=200)] = Field(
        2.0, description="Metres between any two"
    )
    scale: tuple[Scale, Scale] = Field((0.85, 1.15), description="[smallest, largest] size")


class Prop(Repeated):
    """A small thing that gives scale."""

    kind: model.PropKind = Field(description="What it is")
    at: Point | None = Field(None, description="Its middle, [x, y] in metres")
    scatter: Scatter | None = Field(None, description="Instead of `at`: many of them, spread over a polygon")
    facing: Facing = Field("south", description="The way its front looks")
    scale: Scale = Field(1.0, description="1 is its natural size")
    color: ColorOrZone | None = Field(None, description='"#rrggbb", or zone; its natural colour by default')
    seed: Annotated[int, Field(strict=True, ge=0, le=2**31)] | None = Field(None, description="Varies its looks")


class Feature(Entry):
    """A piece of ground: lawn, water, path."""

    id: Id | None = Field(None, description="A name for this piece of ground")
    kind: model.FeatureKind = Field(description="What it is")
    polygon: Outline | None = Field(None, description="Its corners, [x, y] in metres")
    path: Line | None = Field(None, description="Instead of `polygon`: its middle line, with `width`")
    width: Length | None = Field(None, description="Metres, with `path`")
    closed: Flag = Field(False, description="With `path`: join the end to the start")
    name: Text | None = Field(None, description="What visitors read")


class Structure(Repeated):
    """A building-sized thing."""

    id: IdTemplate | None = Field(None, description="A name for this structure")
    kind: model.StructureKind = Field(description="What it is")
    at: Point = Field(description="Its middle, [x, y] in metres")
    size: Size = Field(description="[width, depth] in metres, before turning")
    height: Length = Field(description="Metres")
    facing: Facing = Field("south", description="The way its front looks")
    color: ColorOrZone = Field("#e9edf0", description='"#rrggbb", or zone for its zone\'s colour')
    name: Text | None = Field(None, description="What visitors read")


class Spawn(Entry):
    """Where a visitor may appear."""

    id: Id = Field(description="A name for this place")
    at: Point = Field(description="[x, y] in metres")
    facing: Facing = Field("south", description="The way a visitor looks at first")
    default: Flag = Field(False, description="The one to use when nothing else is asked for")


class Portal(Entry):
    """A way to another area."""

    id: Id = Field(description="A name for this portal")
    at: Point = Field(description="Its middle, [x, y] in metres")
    facing: Facing | None = Field(None, description="The way out; away from the area's middle by default")
    width: Small = Field(4.0, description="Metres")
    to: Annotated[str, Field(strict=True, pattern=r"^[^/\s]+/[^/\s]+$", description="area/portal")] = Field(
        description="Where it leads: the id of an area, a slash, the id of a portal there"
    )
    name: Text | None = Field(None, description="What visitors read; the other area's name by default")


class Light(Repeated):
    """A light that is baked into the floor and walls."""

    kind: model.LightKind = Field("pool", description="pool on the floor, wash on a wall, spot on an exhibit")
    at: Point = Field(description="[x, y] in metres")
    elevation: Height | None = Field(None, description="Metres above the floor; just under the ceiling by default")
    color: Color = Field("#fff4e0", description='"#rrggbb", in quotes')
    radius: Length = Field(6.0, description="Metres that it reaches")
    intensity: Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=20)] = Field(
        1.0, description="1 is normal"
    )


class Area(Entry):
    """One coherent space that people walk."""

    id: Id = Field(description="A name for this area, unique in the venue")
    kind: model.AreaKind = Field(description="hall, park or street")
    name: Text = Field(description="What visitors read")
    size: tuple[AreaSide, AreaSide] = Field(description="[east, north] in metres")
    origin: Point | None = Field(
        None, description="Where its south-west corner lies in the venue's frame; beside the areas before it by default"
    )
    height: Height | None = Field(None, description="Clear height under the ceiling; 12 in halls, 0 (open) outdoors")
    time: Literal["day", "dusk"] = Field("day", description="The light outdoors")
    ground: Ground | None = Field(None, description="concrete in halls, grass in parks, paving in streets by default")
    cell: Annotated[float, Field(strict=True, allow_inf_nan=False, ge=10, le=100)] | None = Field(
        None, description="Metres of a square that loads as one piece; 25 in halls, 40 outdoors"
    )
    zones: Entries[Zone] = Field([], max_length=200, description="Named parts of the area")
    walls: Entries[Wall] | None = Field(None, description="A hall without this key gets walls all around")
    columns: Entries[Column] = Field([], description="Structural columns")
    doors: Entries[Door] = Field([], description="Openings in walls")
    aisles: Entries[Aisle] = Field([], max_length=500, description="Walkways")
    booths: Entries[Booth] = Field([], description="Stands")
    placements: Entries[Placement] = Field([], description="Exhibits that stand by themselves")
    stages: Entries[Stage] = Field([], description="Stages")
    signs: Entries[Sign] = Field([], description="Signs")
    boards: Entries[Board] = Field([], max_length=50, description="Walls of lists, signings, figures")
    facilities: Entries[Facility] = Field([], description="Service points")
    props: Entries[Prop] = Field([], description="Small things that give scale")
    features: Entries[Feature] = Field([], description="Pieces of ground")
    structures: Entries[Structure] = Field([], description="Building-sized things")
    spawns: Entries[Spawn] = Field([], description="Where visitors appear")
    portals: Entries[Portal] = Field([], description="Ways to other areas")
    lights: Entries[Light] = Field([], description="Lights that are baked")


FAMILIES: dict[str, type[Entry]] = {
    "zones": Zone, "walls": Wall, "columns": Column, "doors": Door, "aisles": Aisle, "booths": Booth,
    "placements": Placement, "stages": Stage, "signs": Sign, "boards": Board, "facilities": Facility, "props": Prop,
    "features": Feature, "structures": Structure, "spawns": Spawn, "portals": Portal, "lights": Light,
}  # fmt: skip
"""The lists of an area and what stands in them."""
