"""Guided tours: how they are written, and what is meant by it once the places are known."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from hallwright.layout import model
from hallwright.layout.atoms import (
    Coordinate,
    Entries,
    Entry,
    Facing,
    Flag,
    Height,
    Id,
    Lost,
    Point,
    Reference,
    Text,
    bearing,
    text,
)  # fmt: skip
from hallwright.layout.tour import EYE_HEIGHT, Camera, Stop, StopKind, Tour

Seconds = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=3, le=600, description="seconds")]
Pitch = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-70, le=70, description="degrees up")]

PLACES: Mapping[str, tuple[StopKind, str]] = {
    "booth": ("booth", "booths"), "placement": ("placement", "placements"), "stage": ("stage", "stages"),
    "zone": ("zone", "zones"), "spawn": ("spawn", "spawns"), "at": ("point", ""),
}  # fmt: skip
"""Keys that say where a stop is: its kind, and the family of an area where such things are."""

WORDS_A_MINUTE = 150  # English, read aloud at an even pace
SIGNS_A_MINUTE = 240  # Chinese characters
BREATH = 2.0  # s to look around before the voice begins, and after it
SHORTEST = 6.0
_SIGN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’.,-]*")


class StopCamera(Entry):
    """Where the eye is, where the place itself does not say it best."""

    at: Point | None = Field(None, description="[x, y] in metres; before the place by default")
    height: Height = Field(EYE_HEIGHT, description="Metres above the floor")
    facing: Facing | None = Field(None, description="The way it looks; at the place by default")
    pitch: Pitch | None = Field(None, description="Degrees that it looks up; at the place by default")
    look_at: tuple[Coordinate, Coordinate, Height] | None = Field(
        None, description="Instead of `facing` and `pitch`: [x, y, metres above the floor] that it looks at"
    )


class TourStop(Entry):
    """A place where the tour stops. One of `booth`, `placement`, `stage`, `zone`, `spawn`, `at` says where."""

    booth: Reference | None = Field(None, description="The id of a booth")
    placement: Reference | None = Field(None, description="The id of a placement: an exhibit")
    stage: Reference | None = Field(None, description="The id of a stage")
    zone: Reference | None = Field(None, description="The id of a zone")
    spawn: Reference | None = Field(None, description="The id of a spawn")
    at: Point | None = Field(None, description="[x, y] in metres, with `area`")
    area: Reference | None = Field(None, description="The id of the area, where the place alone does not tell it")
    name: Text | None = Field(None, description="Its title; the name of the place by default")
    text: Text = Field(description="What is said there, shown as captions")
    duration: Seconds | None = Field(None, description="Seconds; as long as reading the text aloud takes by default")
    run: Flag = Field(False, description="Run the exhibit when the stop begins")
    camera: StopCamera | None = Field(None, description="Where the eye is and what it looks at")

    def places(self) -> dict[str, Any]:
        """The keys written here that say where it is; one, if all is well."""
        return {key: getattr(self, key) for key in PLACES if getattr(self, key) is not None}


class WrittenTour(Entry):
    """A guided tour."""

    id: Id = Field(description="A name for this tour, unique in the venue")
    name: Text = Field(description="What visitors read")
    summary: Text | None = Field(None, description="One or two sentences")
    stops: Annotated[Entries[TourStop], Field(min_length=1, max_length=60)] = Field(
        description="Where it stops, in order"
    )

    def written(self) -> Iterator[tuple[int, TourStop]]:
        """The stops that could be read, with their places in the list."""
        return ((number, stop) for number, stop in enumerate(self.stops) if not isinstance(stop, Lost))


def tour_of(
    entry: WrittenTour, areas: Sequence[model.Area], exhibits: Mapping[str, model.Exhibit]
) -> Tour:
    """The tour; stops whose place is not known are left out, since the rules tell of them."""
    made = (_stop(stop, areas, exhibits) for _, stop in entry.written())
    summary = text(entry.summary) if entry.summary is not None else model.Text("", "")
    return Tour(entry.id, text(entry.name), summary, tuple(stop for stop in made if stop))


def candidates(stop: TourStop, key: str, areas: Sequence[model.Area]) -> list[tuple[model.Area, Any]]:
    """Every thing in every area that the place key of a stop may mean; of a point the areas alone."""
    within = [area for area in areas if stop.area in (None, area.id)]
    if key == "at":
        return [(area, None) for area in within]
    wanted = getattr(stop, key)
    return [(area, each) for area in within for each in getattr(area, PLACES[key][1]) if each.id == wanted]


def reading_seconds(said: model.Text) -> float:
    """Whole seconds that reading a text aloud takes, in the language that takes longer, with a breath at both ends."""
    longest = max(_spoken(part) for part in (said.en, said.zh))
    return max(SHORTEST, float(math.ceil(longest + 2 * BREATH)))


def _spoken(part: str) -> float:
    return 60 * (len(_SIGN.findall(part)) / SIGNS_A_MINUTE + len(_WORD.findall(part)) / WORDS_A_MINUTE)


def _stop(
    entry: TourStop, areas: Sequence[model.Area], exhibits: Mapping[str, model.Exhibit]
) -> Stop | None:
    key = next(iter(entry.places()), None)
    found = candidates(entry, key, areas) if key else []
    if key is None or len(found) != 1:
        return None
    area, thing = found[0]
    said = text(entry.text)
    return Stop(
        kind=PLACES[key][0], place=thing.id if thing else "", area=area.id,
        at=_middle(thing) if thing else entry.at or (0.0, 0.0), facing=getattr(thing, "facing", bearing("south")),
        name=text(entry.name) if entry.name is not None else _name(thing, area, exhibits), text=said,
        duration=entry.duration or reading_seconds(said), run=entry.run, camera=_camera(entry.camera),
    )  # fmt: skip


def _middle(thing: Any) -> model.Point:
    """The middle of a thing; of a zone that of its corners."""
    if not isinstance(thing, model.Zone):
        return thing.at  # type: ignore[no-any-return]
    count = len(thing.polygon)
    x, y = (sum(point[axis] for point in thing.polygon) / count for axis in (0, 1))
    return (round(x, 3), round(y, 3))


def _name(thing: Any, area: model.Area, exhibits: Mapping[str, model.Exhibit]) -> model.Text:
    """What a place is called: a booth by its board, an exhibit by its name, what has no name by its area."""
    if isinstance(thing, model.Booth):
        return thing.fascia
    if isinstance(thing, model.Placement) and thing.exhibit in exhibits:
        return exhibits[thing.exhibit].name
    return getattr(thing, "name", area.name)


def _camera(entry: StopCamera | None) -> Camera | None:
    if entry is None:
        return None
    facing = bearing(entry.facing) if entry.facing is not None else None
    pitch = math.radians(entry.pitch) if entry.pitch is not None else None
    return Camera(entry.at, entry.height, facing, pitch, entry.look_at)
