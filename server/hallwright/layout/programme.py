"""The programme of a venue as frozen values: what is on, where, and at which hour of the venue's own zone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from hallwright.layout.model import Text

PlaceKind = Literal["stage", "booth", "facility", "area"]
Language = Literal["en", "zh"]


@dataclass(frozen=True, slots=True)
class Track:
    """A kind of session. ``color`` is ``#rrggbb``; its name always stands beside it."""

    id: str
    name: Text
    color: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks."""

    id: str
    name: Text
    role: Text
    organisation: Text


@dataclass(frozen=True, slots=True)
class Session:
    """Something that is on. ``day`` counts from the programme's first, 1; ``time`` is minutes after midnight there;
    ``minutes`` is how long it takes. ``place`` is the id of what its kind says, ``reel`` what is shown there."""

    id: str
    title: Text
    abstract: Text
    track: str
    kind: PlaceKind
    place: str
    area: str
    day: int
    time: int
    minutes: int
    speakers: tuple[str, ...]
    languages: tuple[Language, ...]
    reel: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """All sessions. ``starts`` is the date of the first day (``2026-09-20``), empty where each day is the first one:
    a hall that is always alive."""

    timezone: str
    starts: str
    tracks: tuple[Track, ...]
    speakers: tuple[Speaker, ...]
    sessions: tuple[Session, ...]
