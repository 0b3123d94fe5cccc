"""Polls of a place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NotRequired, TypedDict

from hallwright.describing.shapes import Count, Limits
from hallwright.gateway.vocabulary.describing import Ask
from hallwright.gateway.vocabulary.talk import Place
from hallwright.live.talking.shapes import Key


class Spoken(TypedDict):
    """A text in one language or both; where one is missing the other stands for it."""

    en: NotRequired[Annotated[str | None, Limits(longest=640)]]
    zh: NotRequired[Annotated[str | None, Limits(longest=640)]]


class OpenPoll(Place):
    """What is asked, and how."""

    question: Annotated[Spoken, "At most 160 characters."]
    options: Annotated[list[Spoken], "2 to 8 different ones of at most 80 characters.", Limits(many=8)]
    several: NotRequired[Annotated[bool, "Whether several options may be chosen."]]
    hidden: NotRequired[Annotated[bool, "Whether the sums are told when it is over."]]
    seconds: NotRequired[Annotated[int | None, "5 to 86400; a host closes it without.", Limits(least=0, most=2**53)]]
    key: NotRequired[Key | None]


class Ballot(Place):
    """A poll, and all that one chooses of it now."""

    poll: Count
    choices: Annotated[
        list[Annotated[int, Limits(least=0, most=7)]], "Options, counted from 0; none takes one's vote back.",
        Limits(many=8),
    ]  # fmt: skip


class OnePoll(Place):
    """A poll by its number."""

    poll: Count


ASKED: Mapping[str, Ask] = {
    "poll": Ask("Opens a poll; for hosts. `seq` is its number.", OpenPoll),
    "ballot": Ask("Chooses in a poll, or otherwise than before.", Ballot),
    "close_poll": Ask("Ends a poll; for hosts.", OnePoll),
}
