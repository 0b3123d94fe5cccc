"""Shows, boards and announcements."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired, TypedDict

from hallwright.describing.shapes import Limits, Milliseconds, Text


class Timed(TypedDict):
    """Where a show stands."""

    epoch: float
    position: float
    rate: float
    duration: float
    loop: bool


class ShowNow(TypedDict):
    """A show at this moment."""

    id: str
    position: Annotated[float, "Seconds."]
    runs: bool
    timeline: Timed


class Shows(TypedDict):
    """All shows."""

    shows: list[ShowNow]


class OneShow(TypedDict):
    """The show as it is now."""

    show: ShowNow


class Direction(TypedDict):
    """What a show shall do."""

    action: Annotated[str, "`start`, `pause`, `seek`, `rate` or `countdown`.", Limits(longest=16)]
    value: NotRequired[Annotated[float | None, Limits(above=-1e12, below=1e12)]]


class BoardNow(TypedDict):
    """A board and what it says; rows have fields by its kind, as docs/formats/live.md says."""

    id: str
    kind: Literal["list", "signing", "counters"]
    area: str
    rows: list[dict[str, Any]]


class Boards(TypedDict):
    """All boards."""

    boards: list[BoardNow]


class OneBoard(TypedDict):
    """The board as it is now."""

    board: BoardNow


class BoardChanges(TypedDict):
    """Rows by their ids: the fields that change, or null to take a row away."""

    changes: dict[str, dict[str, Any] | None]


class ScreenWords(TypedDict):
    """At most 280 characters, in one language or both."""

    en: NotRequired[str]
    zh: NotRequired[str]


class Screening(TypedDict):
    """What a screen shall show; what the programme says without ``reel``."""

    reel: NotRequired[Annotated[str | None, Limits(longest=64)]]
    slide: NotRequired[Annotated[float | None, "Of slides, counted from 0.", Limits(above=-1e12, below=1e12)]]
    text: NotRequired[Annotated[ScreenWords | None, "Of words; null: as the layout wrote them."]]


class OnScreen(TypedDict):
    """What somebody let a screen show."""

    reel: str
    since: Annotated[float, "When it began, or begins, in seconds since 1970."]
    slide: Annotated[int, "Of slides, counted from 0; 0 of all else.", Limits(least=0)]
    text: Annotated[Text | None, "What they typed; null: as the layout wrote it."]


class OneShowing(TypedDict):
    """What it shows now by somebody's choice; null: what the programme says."""

    showing: OnScreen | None


class Words(TypedDict):
    """1 to 280 characters each."""

    en: Annotated[str, Limits(longest=2000)]
    zh: Annotated[str, Limits(longest=2000)]


class Announcing(TypedDict):
    """What everyone shall be told."""

    text: Words


class AnnouncedAs(TypedDict):
    """The event that it is."""

    seq: int
    time: Milliseconds


class OneAnnouncement(TypedDict):
    """It has been told."""

    announcement: AnnouncedAs
