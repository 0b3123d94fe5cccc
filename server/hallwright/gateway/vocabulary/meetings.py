"""Meetings of buyers and exhibitors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NotRequired, TypedDict

from hallwright.describing.shapes import Id, Limits
from hallwright.gateway.vocabulary.describing import Ask, Done, Tell, Well
from hallwright.live.meetings.shapes import AnyMeeting, MeetingMatch, MeetingProfile, MeetingSlot, Term
from hallwright.live.meetings.shapes import Meeting as MeetingShape
from hallwright.live.meetings.sides import OutcomeKind, Side

MeetingSecret = Annotated[
    str, "Drawn by the page at random; it opens what is the buyer's.",
    Limits(shortest=32, longest=64, pattern="^[A-Za-z0-9_-]{32,64}$"),
]  # fmt: skip
Line = Annotated[str, Limits(longest=320)]
Words = Annotated[str, "At most 400 characters.", Limits(longest=1600)]
SlotId = Annotated[str, Limits(longest=80)]


class MeetingParty(TypedDict):
    """As whom one comes: a buyer by the secret, staff by the id of their booth."""

    secret: NotRequired[MeetingSecret | None]
    booth: NotRequired[Annotated[str | None, Limits(longest=64)]]


class WrittenProfile(TypedDict):
    """What is left out is empty; slots that are left out, of a booth, are all."""

    name: NotRequired[Line]
    company: NotRequired[Line]
    needs: NotRequired[Words]
    offers: NotRequired[Words]
    industries: NotRequired[Annotated[list[Id], Limits(many=50)]]
    languages: NotRequired[Annotated[list[Id], Limits(many=20)]]
    free: NotRequired[Annotated[list[SlotId], Limits(many=1000)]]
    remote: NotRequired[bool]


class WriteProfile(MeetingParty):
    """A profile, in whole."""

    profile: WrittenProfile
    consent: NotRequired[Annotated[bool, "Whether it may be kept and shown to exhibitors; a buyer has to say so."]]


class KeptProfile(TypedDict):
    """A profile as it is kept."""

    ok: Done
    profile: MeetingProfile
    complete: Annotated[bool, "Whether one can be matched by it."]


class OwnMeetings(TypedDict):
    """All that is kept of a side."""

    ok: Done
    id: Annotated[str, "Of the buyer, or of the booth."]
    side: Side
    profile: MeetingProfile
    slots: list[MeetingSlot]
    meetings: list[MeetingShape]
    industries: list[Term]


class Matches(TypedDict):
    """20 at most, the best first."""

    ok: Done
    matches: list[MeetingMatch]


class AskMeeting(MeetingParty):
    """Whom one wants to meet, and when."""

    other: Annotated[str, "Id of a booth, or of a buyer.", Limits(longest=64)]
    slot: NotRequired[SlotId | None]
    message: NotRequired[Words | None]


class WhichMeeting(MeetingParty):
    """One of one's own meetings."""

    meeting: Annotated[str, "Its id.", Limits(longest=64)]


class AnswerMeeting(WhichMeeting):
    """Yes or no, and when."""

    accept: bool
    slot: NotRequired[SlotId | None]


class MoveMeeting(WhichMeeting):
    """When instead."""

    slot: SlotId


class TellOutcome(WhichMeeting):
    """What came of it."""

    outcome: OutcomeKind
    note: NotRequired[Words | None]


class ForgetBuyer(TypedDict):
    """Whose all is to go."""

    secret: MeetingSecret


class OneMeeting(TypedDict):
    """A meeting as it is now."""

    ok: Done
    meeting: MeetingShape


class MeetingNews(TypedDict):
    """A meeting that has changed."""

    meeting: AnyMeeting


ASKED: Mapping[str, Ask] = {
    "meeting_profile": Ask("Says what one needs, offers, and when one is free.", WriteProfile, KeptProfile),
    "meeting_mine": Ask("Asks for all that is kept of one's side, and follows it.", MeetingParty, OwnMeetings),
    "meeting_matches": Ask("Asks whom one matches, and why.", MeetingParty, Matches),
    "meeting_ask": Ask("Asks for a meeting.", AskMeeting, OneMeeting),
    "meeting_answer": Ask("Agrees to a meeting, or declines it.", AnswerMeeting, OneMeeting),
    "meeting_move": Ask("Moves a meeting to another slot.", MoveMeeting, OneMeeting),
    "meeting_cancel": Ask("Cancels a meeting.", WhichMeeting, OneMeeting),
    "meeting_here": Ask("Is there, or ready to be called.", WhichMeeting, OneMeeting),
    "meeting_outcome": Ask("Says what came of a meeting.", TellOutcome, OneMeeting),
    "meeting_forget": Ask("Forgets a buyer, for both sides.", ForgetBuyer, Well),
}
TOLD: Mapping[str, Tell] = {"meeting": Tell("Something happened in a meeting of one's own.", MeetingNews)}
