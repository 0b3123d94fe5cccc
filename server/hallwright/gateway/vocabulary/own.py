"""What is kept of a visitor: whether it may be, what it is, and that it is no more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, NotRequired, TypedDict

from hallwright.describing.shapes import Limits
from hallwright.gateway.vocabulary.describing import Ask, Done, Well
from hallwright.gateway.vocabulary.meetings import MeetingSecret
from hallwright.live.meetings.shapes import Meeting, MeetingProfile

Secret = Annotated[str, Limits(shortest=1, longest=128)]


class Consenting(TypedDict):
    """Whether a name and words may be kept."""

    given: bool


class Selves(TypedDict):
    """Oneself, and who one was before."""

    sessions: NotRequired[Annotated[list[Secret], "Secrets of earlier answers to `join`.", Limits(many=50)]]
    meetings: NotRequired[Annotated[MeetingSecret | None, "That of one's meetings, where one has some."]]


class KeptMeetings(TypedDict):
    """What is kept of a buyer."""

    id: str
    profile: MeetingProfile | None
    meetings: list[Meeting]


class Kept(TypedDict):
    """Rows and events as they are kept."""

    consents: list[dict[str, Any]]
    names: Annotated[list[dict[str, Any]], "Events that say a name."]
    words: Annotated[list[dict[str, Any]], "Events of talk, each with its stream."]
    reports: Annotated[list[dict[str, Any]], "What one told the moderators."]
    meetings: Annotated[list[KeptMeetings], "One, with the secret of one's meetings; else none."]


class Mine(TypedDict):
    """All that is kept."""

    ok: Done
    data: Kept


ASKED: Mapping[str, Ask] = {
    "consent": Ask("Lets a name and words be kept from now on, or lets nothing more be kept.", Consenting),
    "mine": Ask("Asks for all that is kept of oneself; for visitors.", Selves, Mine),
    "erase": Ask("Has all of it erased, here and for everyone who heard it; for visitors.", Selves, Well),
}
