"""A guided tour as a frozen value: places to stop at, and what is said there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from hallwright.layout.model import Point, Text

StopKind = Literal["booth", "placement", "stage", "zone", "spawn", "point"]
EYE_HEIGHT = 1.65
"""Metres from the floor to a visitor's eyes."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the eye of a stop is, and what it looks at. ``at`` is None where the place itself says best, and so is
    ``facing``; ``look_at`` is (x, y, metres above the floor), or None. ``pitch`` in radians up."""

    at: Point | None
    height: float
    facing: float | None
    pitch: float | None
    look_at: tuple[float, float, float] | None


@dataclass(frozen=True, slots=True)
class Stop:
    """A place and what is said there for ``duration`` seconds. ``place`` is the id of what its kind says, empty for a
    point; ``at`` is its middle, ``facing`` the way it looks. With ``run`` the exhibit runs when the stop begins."""

    kind: StopKind
    place: str
    area: str
    at: Point
    facing: float
    name: Text
    text: Text
    duration: float
    run: bool
    camera: Camera | None


@dataclass(frozen=True, slots=True)
class Tour:
    """Stops in their order."""

    id: str
    name: Text
    summary: Text
    stops: tuple[Stop, ...]
