"""Meetings: what forms send, which booth is asked about, and figures."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from hallwright.api.shapes.letters import Ticked
from hallwright.api.shapes.venues import Language
from hallwright.describing.shapes import Limits

MeetingId = Annotated[str, "Of a meeting."]


class Profile(TypedDict):
    """What a side says of itself; each of the last four as often as it is ticked."""

    name: NotRequired[str]
    company: NotRequired[str]
    needs: NotRequired[Annotated[str, "At most 400 characters; of a booth what it seeks."]]
    offers: NotRequired[Annotated[str, "At most 400 characters."]]
    how: NotRequired[Literal["here", "remote"]]
    industries: NotRequired[Annotated[str, "Id of an industry."]]
    languages: NotRequired[str]
    free: NotRequired[Annotated[str, "Id of a slot."]]


class BuyerProfile(Profile):
    """What the first form of a buyer sends."""

    secret: Annotated[str, "Drawn at random; it opens the meetings.", Limits(pattern="^[A-Za-z0-9_-]{32,64}$")]
    consent: NotRequired[Ticked]


class Acting(Profile):
    """What is done with a meeting, or to come to one."""

    meeting: NotRequired[MeetingId]
    other: NotRequired[Annotated[str, "Of `ask`: a booth, or a buyer."]]
    slot: NotRequired[Annotated[str, "Of `ask`, `accept` and `move`; empty for any."]]
    message: NotRequired[Annotated[str, "Of `ask`: at most 400 characters."]]
    outcome: NotRequired[Literal["order", "follow_up", "no_interest"]]
    note: NotRequired[Annotated[str, "Of `outcome`: at most 400 characters."]]


class BuyerActing(Acting):
    """What a buyer does."""

    do: Literal["profile", "ask", "accept", "decline", "move", "cancel", "here", "outcome", "forget"]
    consent: NotRequired[Ticked]


class OfBooth(Language):
    """Which booth."""

    booth: NotRequired[Annotated[str, "Its id; the first of the staff without."]]


class StaffActing(Acting):
    """What the staff of a booth do."""

    do: Literal["profile", "ask", "accept", "decline", "move", "cancel", "here", "outcome"]
    booth: NotRequired[Annotated[str, "For which of one's booths; the first without."]]


class Outcomes(TypedDict):
    """What either side said came of its meetings, once for each side."""

    order: int
    follow_up: int
    no_interest: int


class MeetingFigures(TypedDict):
    """Figures that say nothing of anybody."""

    asked: int
    booked: Annotated[int, "How many have had a slot."]
    met: int
    missed: Annotated[int, "How many slots were given back because a side did not come."]
    outcomes: Outcomes


class AllMeetings(TypedDict):
    """Of all meetings together, and of each booth."""

    total: MeetingFigures
    booths: dict[str, MeetingFigures]
