"""Shows of a venue: how they are written, and what is meant by it once area, stage and route are known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from hallwright.layout import defaults, model
from hallwright.layout.atoms import Entry, Facing, Flag, Height, Id, Point, Reference, Size, Text, bearing, text

Seconds = Annotated[float, Field(strict=True, allow_inf_nan=False, gt=0, le=3600, description="seconds")]
Pace = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0.3, le=25, description="metres a second")]
Performers = Annotated[int, Field(strict=True, ge=1, le=1000)]
Fleet = Annotated[dict[Reference, Annotated[int, Field(strict=True, ge=1, le=100)]], Field(min_length=1, max_length=20)]

NEEDED: Mapping[model.ShowKind, tuple[str, ...]] = {
    "drones": ("at", "size"), "robots": (), "traffic": ("route", "vehicles"),
}  # fmt: skip
"""Keys that a kind cannot do without. Robots need a `stage`, or `at` and `size`."""
KNOWN: Mapping[model.ShowKind, frozenset[str]] = {
    "drones": frozenset({"at", "size", "facing", "height", "count", "duration", "loop"}),
    "robots": frozenset({"at", "size", "facing", "stage", "count", "routine", "duration", "loop"}),
    "traffic": frozenset({"route", "vehicles", "pace"}),
}
"""Keys that mean something for a kind, beside those that all have."""


class Show(Entry):
    """What everyone sees at the same moment."""

    id: Id = Field(description="A name for this show, unique in the venue")
    kind: model.ShowKind = Field(description="What performs")
    area: Reference = Field(description="The id of the area where it is seen")
    name: Text | None = Field(None, description="What visitors read; by kind if left out")
    autostart: Flag = Field(True, description="It runs from when the hall opens")
    at: Point | None = Field(None, description="drones, robots: the middle of their place, [x, y] in metres")
    size: Size | None = Field(None, description="drones, robots: [width, depth] of their place in metres")
    facing: Facing | None = Field(None, description="drones, robots: the way they look, towards the audience")
    height: Height | None = Field(None, description="drones: metres up to the middle of the picture; 45 by default")
    count: Performers | None = Field(None, description="drones, robots: how many; 300 and 6 by default")
    stage: Reference | None = Field(None, description="robots: the id of the stage on which they perform")
    routine: Literal["all", "greet", "dance", "drill"] | None = Field(
        None, description="robots: what they do; all, one after another, by default"
    )
    route: Reference | None = Field(None, description="traffic: the id of a road or path of the area")
    vehicles: Fleet | None = Field(None, description="traffic: how many of which exhibit, {id: count}")
    pace: Pace | None = Field(None, description="traffic: metres a second where the way is straight; 9 by default")
    duration: Seconds | None = Field(None, description="Seconds of a round; 180 for drones, 90 for robots by default")
    loop: Flag | None = Field(None, description="It begins again when it is over; true by default")

    def given(self) -> set[str]:
        """The keys that only some kinds have and that are written here."""
        return {key for keys in KNOWN.values() for key in keys if getattr(self, key) is not None}


def show_of(entry: Show, area: model.Area | None) -> model.Show:
    """The show, with what its kind and its stage leave to be decided; ``area`` None if it is not known."""
    stage = next((each for each in (area.stages if area else ()) if each.id == entry.stage), None)
    route = next((each for each in (area.features if area else ()) if each.id == entry.route and each.path), None)
    endless = entry.kind == "traffic"
    return model.Show(
        id=entry.id, kind=entry.kind, area=entry.area,
        name=text(entry.name) if entry.name is not None else defaults.SHOW_NAMES[entry.kind],
        duration=0.0 if endless else entry.duration or defaults.SHOW_DURATIONS[entry.kind],
        loop=not endless and entry.loop is not False, autostart=entry.autostart,
        at=entry.at or (stage.at if stage else (0.0, 0.0)), size=entry.size or (stage.size if stage else (0.0, 0.0)),
        facing=bearing(entry.facing) if entry.facing is not None else stage.facing if stage else bearing("south"),
        height=_height(entry, stage), count=entry.count or defaults.SHOW_COUNTS[entry.kind],
        stage=entry.stage, routine=entry.routine or ("all" if entry.kind == "robots" else ""),
        route=entry.route, path=route.path if route else (), closed=route.closed if route else False,
        width=route.width if route else 0.0, vehicles=tuple((entry.vehicles or {}).items()),
        pace=entry.pace or defaults.TRAFFIC_PACE,
    )  # fmt: skip


def _height(entry: Show, stage: model.Stage | None) -> float:
    if entry.kind == "drones":
        return defaults.DRONES_HEIGHT if entry.height is None else entry.height
    return stage.height if stage else 0.0
