"""What is said, asked and felt in one place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, NotRequired, TypedDict

from hallwright.describing.shapes import Count, Limits
from hallwright.gateway.vocabulary.describing import Ask, Done, Happened, Tell, Well
from hallwright.live.talking.shapes import Key, Poll, Question, Said, TalkEvent, Wave


class Place(TypedDict):
    """A stream by its name: `talk/area/…`, `talk/booth/…`, `talk/stage/…`."""

    stream: Annotated[str, Limits(longest=160)]


class Listen(Place):
    """With ``since`` what was missed, else the last ``most`` messages."""

    since: NotRequired[Annotated[int | None, Limits(least=0, most=2**53)]]
    most: NotRequired[Annotated[int | None, "50 without; 200 at most are told.", Limits(least=0, most=2**53)]]


class Listening(Happened):
    """How everything stands in the place."""

    stream: str
    me: Annotated[str, "One's own `by`."]
    pace: Annotated[int, "Seconds between two messages of one person."]
    snapshot: Annotated[bool, "Whether `history` has the last messages, and not `missed` what followed."]
    missed: list[TalkEvent]
    history: list[Said]
    questions: list[Question]
    polls: list[Poll]


class Earlier(Place):
    """Messages before a number."""

    before: Count
    most: NotRequired[Annotated[int | None, Limits(least=0, most=2**53)]]


class Messages(TypedDict):
    """Messages, oldest first."""

    ok: Done
    history: list[Said]


class Written(Place):
    """What one says or asks; sent again with the same key, it is not said again."""

    text: Annotated[str, "1 to 500 characters.", Limits(longest=4000)]
    key: NotRequired[Key | None]


class OneMessage(Place):
    """A message or a question by its number."""

    message: Count


class Vote(Place):
    """A question, and whether one wants it answered."""

    question: Count
    on: NotRequired[bool]


class AnswerQuestion(Place):
    """A question, and whether it is answered."""

    question: Count
    done: NotRequired[bool]


class HideQuestion(Place):
    """A question, and whether it shall not be seen."""

    question: Count
    hidden: NotRequired[bool]


class Pace(Place):
    """Seconds between two messages of one person."""

    seconds: Annotated[int, "0 to 600.", Limits(least=0, most=600)]


class React(Place):
    """What one feels."""

    reaction: Literal["clap", "heart", "laugh", "wow", "raise"]


ASKED: Mapping[str, Ask] = {
    "listen": Ask("Listens to a place.", Listen, Listening),
    "unlisten": Ask("Listens no more.", Place, Well),
    "earlier": Ask("Asks for older messages.", Earlier, Messages),
    "say": Ask("Says something.", Written),
    "ask": Ask("Asks those on a stage; `seq` is the number of the question.", Written),
    "withdraw": Ask("Takes back what one wrote.", OneMessage),
    "vote": Ask("Wants a question answered.", Vote),
    "react": Ask("Claps, or the like.", React, Well),
    "remove": Ask("Takes anybody's message away; for hosts.", OneMessage),
    "pace": Ask("Slows everyone down; for hosts.", Pace),
    "answer": Ask("Says that a question is answered; for hosts.", AnswerQuestion),
    "hide": Ask("Hides a question; for hosts.", HideQuestion),
}
TOLD: Mapping[str, Tell] = {
    "talk": Tell("Something happened in a place that one listens to.", TalkEvent),
    "talks": Tell("Several things happened within a moment, in order.", list[TalkEvent]),
    "wave": Tell("What everyone felt since the last wave; not numbered, not stored.", Wave),
}
