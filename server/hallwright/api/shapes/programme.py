"""The programme."""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from hallwright.describing.shapes import Limits, Text

Moment = Annotated[str, "UTC, such as `2026-09-20T01:00:00Z`.", Limits(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]


class Track(TypedDict):
    """A kind of session."""

    id: str
    name: Text
    color: Annotated[str, "`#rrggbb`."]


class Speaker(TypedDict):
    """Who speaks."""

    id: str
    name: Text
    role: Text
    organisation: Text


class Session(TypedDict):
    """A session as it is now."""

    id: str
    title: Text
    abstract: Text
    track: str
    kind: str
    place: str
    area: str
    where: Text
    day: int
    speakers: list[str]
    languages: list[str]
    starts: Moment
    ends: Moment
    written: Annotated[str, "When it was to start."]
    cancelled: bool
    note: Text | None


class Sessions(TypedDict):
    """The programme as it is now."""

    revision: str
    timezone: str
    sample_data: bool
    starts: Annotated[str | None, "The first day; null: each day is the first one."]
    tracks: list[Track]
    speakers: list[Speaker]
    now: Annotated[list[str], "Sessions that are on."]
    next: Annotated[list[str], "Those that begin next."]
    sessions: list[Session]


class OneSession(TypedDict):
    """The session as it is now."""

    session: Session


class SessionWish(TypedDict):
    """What changes; times are ISO 8601, by the clocks of the venue without an offset. Null: as it was written."""

    starts: NotRequired[str | None]
    ends: NotRequired[str | None]
    cancelled: NotRequired[bool]
    note: NotRequired[Text | None]
