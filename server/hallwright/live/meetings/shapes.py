"""How meetings look on the wire (docs/formats/meetings.md)."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from hallwright.describing.shapes import Id, Limits, Milliseconds, Name, Text
from hallwright.live.meetings.sides import OutcomeKind, Side, Standing


class MeetingProfile(TypedDict):
    """What a side says of itself; of a booth, ``needs`` is what it seeks."""

    name: str
    company: str
    needs: str
    offers: str
    industries: Annotated[list[str], "Ids of the venue's industries."]
    languages: list[str]
    free: Annotated[list[str], "Ids of slots."]
    remote: Annotated[bool, "Whether they meet by call only."]


class MeetingSlot(TypedDict):
    """A slot as one side sees it."""

    id: Annotated[str, "`<session>/<n>`, `n` from 1."]
    starts: Milliseconds
    ends: Milliseconds
    taken: Annotated[bool, "Whether this side has a meeting then."]


class Term(TypedDict):
    """An industry."""

    id: Id
    name: Text


class MatchReason(TypedDict):
    """Why two match."""

    kind: Literal["need", "offer", "industry", "language", "slots"]
    words: Annotated[list[str], "What they share; of slots empty."]
    count: Annotated[int, "How many of it they share.", Limits(least=0)]


class MeetingMatch(TypedDict):
    """Whom one might meet."""

    other: Annotated[str, "Id of a booth, or of a buyer."]
    name: Text
    company: str
    score: Annotated[float, Limits(least=0, most=1)]
    reasons: list[MatchReason]
    common: Annotated[list[str], "Ids of slots that are free for both."]
    meeting: Annotated[str | None, "Of the meeting that there is between the two."]


class MeetingPlace(TypedDict):
    """Where one meets."""

    kind: Literal["booth", "room"]
    id: Id


class MeetingHere(TypedDict):
    """Who is there."""

    buyer: bool
    booth: bool


class Meeting(TypedDict):
    """A meeting as one side sees it."""

    id: str
    side: Annotated[Side, "As which one sees it."]
    booth: Id
    buyer: str
    name: Annotated[str, "Of the buyer."]
    company: Annotated[str, "Of the buyer."]
    remote: bool
    standing: Standing
    asked_by: Side
    asked: Milliseconds
    message: str
    reasons: list[MatchReason]
    wished: Annotated[MeetingSlot | None, "The slot that was asked for; null for any."]
    slot: MeetingSlot | None
    place: MeetingPlace
    here: MeetingHere
    outcome: Annotated[OutcomeKind | None, "As one's own side told it."]
    note: str
    callable: Annotated[int | None, "Number of somebody of the other side who is in the venue now."]
    seq: Annotated[int, "Of its last event.", Limits(least=1)]


class ForgottenMeeting(TypedDict):
    """Its buyer has had all of theirs forgotten."""

    id: str
    standing: Literal["forgotten"]


AnyMeeting = Annotated[Meeting | ForgottenMeeting, Name("AnyMeeting")]
