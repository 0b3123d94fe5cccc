"""What may be asked of the talk of one place. Frozen; checked for shape by whoever decodes them.

``WISH`` names a command in the table of roles. ``key`` is the page's own name for what it sends, so that it may send it
again when it never heard whether it came.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from hallwright.live.talking.authors import Author


@dataclass(frozen=True, slots=True)
class Say:
    """Say something."""

    WISH: ClassVar[str] = "say"
    author: Author
    text: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take back one's own message or question."""

    WISH: ClassVar[str] = "withdraw"
    author: Author
    message: int


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away somebody's message or question."""

    WISH: ClassVar[str] = "remove"
    author: Author
    message: int


@dataclass(frozen=True, slots=True)
class SetPace:
    """From now on everyone waits so many seconds between two messages; 0 for no wait."""

    WISH: ClassVar[str] = "pace"
    author: Author
    seconds: int


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask those on the stage."""

    WISH: ClassVar[str] = "ask"
    author: Author
    text: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """Want a question to be answered too."""

    WISH: ClassVar[str] = "vote"
    author: Author
    question: int


@dataclass(frozen=True, slots=True)
class Unvote:
    """Take one's vote back."""

    WISH: ClassVar[str] = "unvote"
    author: Author
    question: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A question is answered, or with ``done`` False it is open again."""

    WISH: ClassVar[str] = "answer"
    author: Author
    question: int
    done: bool = True


@dataclass(frozen=True, slots=True)
class Hide:
    """A question shall not be seen, or with ``hidden`` False it may be seen again."""

    WISH: ClassVar[str] = "hide"
    author: Author
    question: int
    hidden: bool = True


@dataclass(frozen=True, slots=True)
class OpenPoll:
    """Let everyone choose: texts by language, one of them at least. ``several`` may be chosen at once; sums are
    ``hidden`` until it is over; it is over after ``seconds``, or when somebody closes it."""

    WISH: ClassVar[str] = "poll"
    author: Author
    question: Mapping[str, str]
    options: tuple[Mapping[str, str], ...]
    several: bool = False
    hidden: bool = False
    seconds: int | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class CastBallot:
    """Choose of a poll, options counted from 0, instead of what one chose before; none takes it back."""

    WISH: ClassVar[str] = "ballot"
    author: Author
    poll: int
    choices: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClosePoll:
    """A poll is over."""

    WISH: ClassVar[str] = "close_poll"
    author: Author
    poll: int


Command = (
    Say | Withdraw | Remove | SetPace | Ask | Vote | Unvote | Answer | Hide
    | OpenPoll | CastBallot | ClosePoll
)  # fmt: skip
Keyed = Say | Ask | OpenPoll
"""What is sent again under its key when nobody knows whether it came."""
