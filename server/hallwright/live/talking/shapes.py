"""How what is said in one place looks on the wire."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from hallwright.describing.shapes import Limits, Milliseconds, Name, Text
from hallwright.live.events import Role

Number = Annotated[int, Limits(least=0)]
Key = Annotated[str, "The page's own name for what it sent.", Limits(longest=64)]


class InTalk(TypedDict):
    """What every event of talk has; each stream numbers its own from 1."""

    stream: NotRequired[Annotated[str, "The place; left out in the answer to `listen`, which says it."]]
    seq: Annotated[int, Limits(least=1)]
    time: Milliseconds


class Named(InTalk):
    """Who it was, as they were called then."""

    by: Annotated[str, "Tells one person from every other, also from who has the same number later."]
    number: Annotated[int, "0 when they had everything of themselves erased.", Limits(least=0)]
    nickname: str
    color: Number
    role: Role
    key: NotRequired[Key]


class Signed(Named):
    """What somebody wrote."""

    text: Annotated[str, "Plain text of one line; empty when it was taken away since."]


class Said(Signed):
    """A message."""

    kind: Literal["said"]


class Asked(Signed):
    """A question; its number is its id."""

    kind: Literal["asked"]


class Question(Asked):
    """A question and what has become of it."""

    votes: Number
    answered: bool
    mine: NotRequired[Annotated[bool, "Whether one has voted for it."]]
    hidden: NotRequired[Annotated[bool, "Whether only hosts see it."]]


class Withdrawn(InTalk):
    """Somebody took back what they wrote."""

    kind: Literal["withdrawn"]
    message: Number


class TakenAway(InTalk):
    """A host took something away."""

    kind: Literal["removed"]
    message: Number
    number: Annotated[int, "Who did it."]


class PaceSet(InTalk):
    """Everyone waits so many seconds between two messages."""

    kind: Literal["pace"]
    seconds: Number
    number: Annotated[int, "Who did it."]


class Erased(InTalk):
    """Somebody had everything that they said erased."""

    kind: Literal["erased"]
    messages: list[Number]


class Sums(TypedDict):
    """How a poll stands."""

    voters: Annotated[int, "How many people chose.", Limits(least=0)]
    counts: NotRequired[Annotated[list[Number], "How often each option was chosen; missing while it is kept back."]]


class Votes(InTalk):
    """Votes in a row, told as one event for the numbers from ``first`` to ``seq``."""

    kind: Literal["votes"]
    first: Number
    votes: Annotated[dict[str, Number], "How many votes each question has now, by its number."]
    polls: NotRequired[Annotated[dict[str, Sums], "How each poll stands now, by its number."]]


class Polled(Named):
    """A host opened a poll; its number is its id."""

    kind: Literal["polled"]
    question: Annotated[Text, "Empty when it was taken away since."]
    options: Annotated[list[Text], "2 to 8; none when it was taken away since."]
    several: Annotated[bool, "Whether several options may be chosen."]
    hidden: Annotated[bool, "Whether the sums are told when it is over."]
    ends: Annotated[float | None, "When its time is up, in milliseconds; null: a host closes it."]


class Poll(Polled):
    """A poll and what has become of it."""

    closed: Annotated[float | None, "When it was closed, in milliseconds."]
    voters: Number
    counts: NotRequired[list[Number]]
    mine: NotRequired[Annotated[list[Number], "What one chose oneself."]]


class PollClosed(InTalk):
    """A poll is over."""

    kind: Literal["poll_closed"]
    poll: Number
    voters: Number
    counts: list[Number]


class Answered(InTalk):
    """A question was answered, or is open again."""

    kind: Literal["answered"]
    question: Number
    done: bool


class Hidden(InTalk):
    """A question shall not be seen, or may be seen again; then it is told again."""

    kind: Literal["hidden"]
    question: Number
    hidden: bool
    asked: NotRequired[Question]


TalkEvent = Annotated[
    Said | Asked | Withdrawn | TakenAway | Erased | PaceSet | Votes | Polled | PollClosed | Answered | Hidden,
    Name("TalkEvent"),
]


class Wave(TypedDict):
    """What everyone in one place felt since the last wave. It is not numbered, nor stored."""

    stream: str
    counts: dict[Literal["clap", "heart", "laugh", "wow", "raise"], Number]
