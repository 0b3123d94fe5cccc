"""Coming, going and acting in a venue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, NotRequired, TypedDict

from hallwright.describing.shapes import Id, Limits, Milliseconds
from hallwright.gateway.vocabulary.describing import Ask, Done, Happened
from hallwright.live.events import Changes, Person, SessionChange, Showing, Via
from hallwright.live.shapes import Group, PersonNumber, Queue, SeatTaken, Seq
from hallwright.live.timeline import Timeline
from hallwright.live.vocabulary import Event

ShowId = Annotated[str, Limits(longest=128)]


class Join(TypedDict):
    """Who comes, and where to."""

    protocol: Literal[1]
    venue: Id
    area: Id
    nickname: NotRequired[Annotated[str | None, Limits(longest=256)]]
    session: NotRequired[Annotated[str | None, "The secret of an earlier answer.", Limits(longest=128)]]
    since: NotRequired[Annotated[int | None, "The last event that the page knows.", Limits(least=0, most=2**53)]]
    via: NotRequired[Via | None]
    consent: NotRequired[Annotated[bool | None, "Whether a name and words may be kept; without it as it was."]]


class Welcome(TypedDict):
    """Where everything stands."""

    ok: Done
    session: Annotated[str, "A secret: sent back within the grace period, it resumes the same person."]
    number: PersonNumber
    presence: Annotated[str, "A ticket for one connection of the position socket."]
    seq: Seq
    time: Milliseconds
    people: list[Person]
    missed: list[Event]
    shows: dict[str, Timeline]
    boards: dict[str, Changes]
    sessions: dict[str, SessionChange]
    groups: dict[str, Group]
    screens: Annotated[dict[str, Showing], "What hosts let be shown, by `area/stage`."]
    seats: Annotated[dict[str, SeatTaken], "Who sits, by number."]
    queues: Annotated[dict[str, Queue], "Lines at exhibits, by placement."]
    snapshot: Annotated[bool, "Whether people, shows, boards, sessions, groups, screens … are the whole truth."]
    revision: str
    consent: Annotated[bool, "Whether a name and words of this person may be kept."]


class Nickname(TypedDict):
    """What one wants to be called."""

    nickname: Annotated[str, Limits(longest=256)]


class Area(TypedDict):
    """Where one goes."""

    area: Id


class Arrived(Happened):
    """Who is there."""

    people: list[Person]


class Show(TypedDict):
    """A show of the venue."""

    show: ShowId


class Clock(TypedDict):
    """The page's own time, in milliseconds of its choice."""

    t0: Annotated[float, Limits(least=-(2**53), most=2**53)]


class Time(TypedDict):
    """The time of both."""

    ok: Done
    t0: Annotated[float, "As it was sent."]
    t1: Milliseconds


class BothLanguages(TypedDict):
    """1 to 280 characters each."""

    en: Annotated[str, Limits(longest=2000)]
    zh: Annotated[str, Limits(longest=2000)]


class Announce(TypedDict):
    """What everyone shall be told."""

    text: BothLanguages


class Direct(TypedDict):
    """What a show shall do."""

    show: ShowId
    action: Annotated[str, "`start`, `pause`, `seek`, `rate` or `countdown`.", Limits(longest=16)]
    value: NotRequired[Annotated[float | None, Limits(above=-1e12, below=1e12)]]


class Write(TypedDict):
    """Rows of a board by their ids: the fields that change, or null to take a row away."""

    board: Id
    changes: dict[str, dict[str, Any] | None]


ASKED: Mapping[str, Ask] = {
    "join": Ask("Enters a venue, comes back after a cut, or asks what was missed.", Join, Welcome),
    "nickname": Ask("Takes another nickname.", Nickname),
    "area": Ask("Goes to another area.", Area, Arrived),
    "trigger": Ask("Runs an exhibit for everyone.", Show),
    "leave": Ask("Goes for good."),
    "clock": Ask("Asks for the server's time.", Clock, Time),
    "announce": Ask("Tells everyone something; for hosts.", Announce),
    "direct": Ask("Starts, stops or moves a show; for hosts.", Direct),
    "write": Ask("Writes on a board; for hosts.", Write),
}
