"""What may be asked of the talk of one place. Frozen; checked for shape by whoever decodes them.

``WISH`` names a command in the table of roles. ``key`` is the page's own name for what it sends, so that it may send it
again when it never heard whether it came.
"""

from __future__ import annotations

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


Command = Say | Withdraw | Remove | SetPace | Ask | Vote | Unvote | Answer | Hide
