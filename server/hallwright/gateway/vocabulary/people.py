"""Reports, and what moderators do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, NotRequired, TypedDict

from hallwright.describing.shapes import Count, Limits, Milliseconds
from hallwright.gateway.vocabulary.describing import Ask, Happened, Tell


class Somebody(TypedDict):
    """A person by number."""

    number: Count


class SomebodyAndWhy(TypedDict):
    """A person by number, and why."""

    number: Count
    reason: NotRequired[Annotated[str | None, "1 to 200 characters of a report.", Limits(longest=1000)]]


class BanNumber(TypedDict):
    """A ban by its id."""

    ban: Count


class Report(TypedDict):
    """What moderators were told of somebody."""

    id: int
    number: int
    nickname: str
    by: Annotated[int, "The number of who reported."]
    reason: str
    time: Milliseconds


class Ban(TypedDict):
    """Who may not come in any more."""

    id: int
    nickname: str
    reason: str
    by: Annotated[str, "Who decided it."]
    time: Milliseconds


class Reviewed(Happened):
    """What a moderator sees, 100 of each at most, the newest first."""

    reports: list[Report]
    bans: list[Ban]


class SentAway(TypedDict):
    """Why one is no longer here."""

    how: Literal["kicked", "banned"]
    reason: str


ASKED: Mapping[str, Ask] = {
    "report": Ask("Tells the moderators of somebody.", SomebodyAndWhy),
    "mute": Ask("Lets somebody not speak for now; for moderators.", Somebody),
    "unmute": Ask("Lets somebody speak again; for moderators.", Somebody),
    "kick": Ask("Sends somebody away; they may come back as somebody new; for moderators.", SomebodyAndWhy),
    "ban": Ask("Sends somebody away for good; for moderators.", SomebodyAndWhy),
    "unban": Ask("Lifts a ban; for moderators.", BanNumber),
    "review": Ask("Asks what was reported and who is banned; for moderators.", answer=Reviewed),
}
TOLD: Mapping[str, Tell] = {
    "removed": Tell("One is sent away; the connection ends.", SentAway),
    "reports": Tell("New reports, to moderators and organizers.", list[Report]),
}
