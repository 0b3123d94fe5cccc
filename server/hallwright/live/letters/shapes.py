"""How letters to booths look on the wire."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from hallwright.describing.shapes import Limits, Milliseconds, Name
from hallwright.live.letters.writers import Side, Standing


class Card(TypedDict):
    """A visiting card: what was filled in."""

    name: NotRequired[str]
    company: NotRequired[str]
    email: NotRequired[str]
    phone: NotRequired[str]
    note: NotRequired[str]


class InLetter(TypedDict):
    """What every event of a letter has; each letter numbers its own from 1, and not all are told."""

    seq: Annotated[int, Limits(least=1)]
    time: Milliseconds


class WrittenBy(InLetter):
    """What somebody wrote."""

    name: Annotated[str, "As they sign; may be empty."]
    text: Annotated[str, "Plain text of several lines."]


class Inquired(WrittenBy):
    """A visitor began the letter; the text is empty where they only left a card."""

    kind: Literal["inquired"]
    booth: str
    placement: str | None
    card: Card


class Wrote(WrittenBy):
    """The visitor wrote on."""

    kind: Literal["wrote"]


class Replied(WrittenBy):
    """The staff answered."""

    kind: Literal["replied"]


class Ended(InLetter):
    """Nobody writes in the letter any more."""

    kind: Literal["ended"]
    side: Side


class ReportedLetter(InLetter):
    """Somebody let the moderators read it; told to them alone."""

    kind: Literal["reported"]
    side: Side
    reason: str


class ErasedLetter(TypedDict):
    """Its visitor had it erased."""

    kind: Literal["erased"]


LetterEvent = Annotated[Inquired | Wrote | Replied | Ended | ReportedLetter | ErasedLetter, Name("LetterEvent")]


class LetterLine(TypedDict):
    """A letter as a line of a list, as one side may know it."""

    letter: Annotated[str, "Its id."]
    booth: str
    placement: str | None
    standing: Standing
    opened: Milliseconds
    answered: Annotated[float | None, "When it was answered first, in milliseconds."]
    last: Annotated[float, "When somebody wrote last, in milliseconds."]
    seq: Annotated[int, Limits(least=0)]
    unread: Annotated[int, "Messages of the other side.", Limits(least=0)]
    name: Annotated[str, "Of the visitor, as far as they say."]
    preview: Annotated[str, "How the last message begins."]
    card: Annotated[bool, "Whether a card was left."]


class LetterNews(TypedDict):
    """A letter as one side sees it, and what is new of it, or was asked for."""

    letter: Annotated[str, "Its id."]
    side: Annotated[Side, "As which one sees it."]
    line: LetterLine
    events: list[LetterEvent]
