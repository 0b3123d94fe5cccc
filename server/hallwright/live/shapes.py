"""How what has happened looks on the wire, where it is not told by the fields of its own event."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from hallwright.describing.shapes import Limits, Milliseconds, Name, Seconds, Text

PersonNumber = Annotated[int, Limits(least=1, most=65535)]
Seq = Annotated[int, "Number of the last event of the venue, the one that follows from this included.", Limits(least=0)]


class Numbered(TypedDict):
    """What every event has."""

    seq: Annotated[int, "Grows by exactly one.", Limits(least=1)]
    time: Milliseconds


class Announcement(TypedDict):
    """Something was said to everyone."""

    kind: Literal["announcement"]
    text: Text


class ListRow(TypedDict):
    """A row of a board of names."""

    rank: int
    name: Text
    industry: NotRequired[Text | None]


class SigningRow(TypedDict):
    """A row of a board of signings."""

    title: Text
    parties: Annotated[list[Text], Limits(fewest=2, many=4)]


class CountersRow(TypedDict):
    """A row of a board of figures."""

    label: Text
    value: float
    unit: NotRequired[Text | None]


BoardRow = Annotated[ListRow | SigningRow | CountersRow, Name("BoardRow")]


class ChangedSession(TypedDict):
    """A session as it was changed; it holds while the programme says that it starts at ``written``."""

    written: Seconds
    starts: Seconds
    ends: Seconds
    cancelled: bool
    note: Text | None
    changed: Annotated[float, "When it was changed, in seconds."]


class OnScreen(TypedDict):
    """What a host lets the screen of a stage show."""

    reel: str
    since: Annotated[float, "When it began, or begins, in seconds since 1970."]
    slide: Annotated[int, "Of slides, counted from 0; 0 of all else.", Limits(least=0)]
    text: Annotated[Text | None, "What the host typed; null: as the layout wrote it."]


class SeatTaken(TypedDict):
    """A seat before a stage, counted row by row from 0."""

    area: str
    stage: str
    seat: Annotated[int, Limits(least=0)]


class Group(TypedDict):
    """A group that is led."""

    guide: PersonNumber
    highlight: Annotated[str | None, "The placement that its guide points at."]
    followers: Annotated[dict[str, bool], "By number: true follows, false has broken away."]


class PlaceInLine(TypedDict):
    """Somebody in a line."""

    who: Annotated[int | str, "The number of a person, or what stands for a reader of pages."]
    until: Annotated[Seconds | None, "Who was called may come so long, who tries it may go on so long; null: waits."]
    taken: Annotated[bool, "Whether they try it."]
    missed: Annotated[bool, "Whether they were called once and did not come."]


class Queue(TypedDict):
    """The line at an exhibit; one that is open and empty is not told."""

    closed: Annotated[bool, "Nobody else may line up."]
    places: Annotated[list[PlaceInLine], "In the order in which they are called."]
