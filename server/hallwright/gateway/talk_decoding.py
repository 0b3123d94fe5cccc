"""Payloads of the events of talk, checked for shape; anything wrong raises CommandRefused ``malformed``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.gateway.decoding import number, optional_text, text
from hallwright.live.talking.authors import Author
from hallwright.live.talking.commands import (
    Answer,
    Ask,
    CastBallot,
    ClosePoll,
    Command,
    Hide,
    OpenPoll,
    Remove,
    Say,
    SetPace,
    Unvote,
    Vote,
    Withdraw,
)

Payload = Mapping[str, Any]
MOST_TOLD = 200  # messages at once
_STREAM_LENGTH = 160
_TEXT_LENGTH = 4_000
_KEY_LENGTH = 64
_REACTION_LENGTH = 16
_POLL_TEXT_LENGTH = 640
_MOST_CHOICES = 8

WISHES: Mapping[str, Callable[[Author, Payload], Command]] = {
    "say": lambda author, payload: Say(author, _text(payload), _key(payload)),
    "withdraw": lambda author, payload: Withdraw(author, number(payload, "message")),
    "remove": lambda author, payload: Remove(author, number(payload, "message")),
    "pace": lambda author, payload: SetPace(author, number(payload, "seconds")),
    "ask": lambda author, payload: Ask(author, _text(payload), _key(payload)),
    "vote": lambda author, payload: (Vote if _yes(payload, "on") else Unvote)(author, number(payload, "question")),
    "answer": lambda author, payload: Answer(author, number(payload, "question"), _yes(payload, "done")),
    "poll": lambda author, payload: _poll(author, payload),
    "ballot": lambda author, payload: CastBallot(author, number(payload, "poll"), _choices(payload)),
    "close_poll": lambda author, payload: ClosePoll(author, number(payload, "poll")),
    "hide": lambda author, payload: Hide(author, number(payload, "question"), _yes(payload, "hidden")),
}
"""What may be wished of a talk, by the name of its event."""


@dataclass(frozen=True, slots=True)
class ListenRequest:
    """The payload of ``listen``: with ``since`` what was missed, else the last ``most`` messages."""

    stream: str
    since: int | None
    most: int


def listen_request(payload: Payload) -> ListenRequest:
    """``listen``."""
    since = None if payload.get("since") is None else number(payload, "since")
    return ListenRequest(stream(payload), since, most(payload))


def stream(payload: Payload) -> str:
    """``stream``: the name of a place to talk."""
    return text(payload, "stream", _STREAM_LENGTH)


def most(payload: Payload) -> int:
    """``most``: how many messages are wanted."""
    return min(MOST_TOLD, 50 if payload.get("most") is None else number(payload, "most"))


def reaction(payload: Payload) -> str:
    """``reaction``: one of those that there are."""
    return text(payload, "reaction", _REACTION_LENGTH)


def _text(payload: Payload) -> str:
    return text(payload, "text", _TEXT_LENGTH)


def _key(payload: Payload) -> str | None:
    return optional_text(payload, "key", _KEY_LENGTH)


def _poll(author: Author, payload: Payload) -> OpenPoll:
    options = payload.get("options")
    if not isinstance(options, list):
        raise CommandRefused("malformed", "options is a list")
    if len(options) > _MOST_CHOICES:
        raise CommandRefused("bad_poll", f"options is a list of at most {_MOST_CHOICES}")
    return OpenPoll(
        author, _spoken(payload.get("question")), tuple(map(_spoken, options)),
        several=_yes(payload, "several", False), hidden=_yes(payload, "hidden", False),
        seconds=None if payload.get("seconds") is None else number(payload, "seconds"), key=_key(payload),
    )  # fmt: skip


def _spoken(value: object) -> Mapping[str, str]:
    """A text by language; which of them it must have is not decided here."""
    if not isinstance(value, Mapping):
        raise CommandRefused("malformed", "a text has en, zh or both")
    return {language: optional_text(value, language, _POLL_TEXT_LENGTH) or "" for language in ("en", "zh")}


def _choices(payload: Payload) -> tuple[int, ...]:
    choices = payload.get("choices")
    if not isinstance(choices, list) or len(choices) > _MOST_CHOICES or any(type(each) is not int for each in choices):
        raise CommandRefused("malformed", "choices is a list of options, counted from 0")
    return tuple(choices)


def _yes(payload: Payload, key: str, default: bool = True) -> bool:
    value = payload.get(key, default)
    if not isinstance(value, bool):
        raise CommandRefused("malformed", f"{key} is true or false")
    return value
