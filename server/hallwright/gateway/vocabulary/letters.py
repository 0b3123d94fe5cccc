"""Letters to booths."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, NotRequired, TypedDict

from hallwright.describing.shapes import Id, Limits
from hallwright.gateway.vocabulary.describing import Ask, Done, Tell, Well
from hallwright.live.letters.shapes import LetterLine, LetterNews

LetterSecret = Annotated[
    str, "Drawn by the page at random; it opens the letter.",
    Limits(shortest=32, longest=64, pattern="^[A-Za-z0-9_-]{32,64}$"),
]  # fmt: skip
LetterText = Annotated[str, "1 to 1000 characters in 20 lines.", Limits(longest=8000)]
Filled = Annotated[str | None, Limits(longest=1000)]


class FilledCard(TypedDict):
    """A visiting card; what is not wanted is left out."""

    name: NotRequired[Filled]
    company: NotRequired[Filled]
    email: NotRequired[Filled]
    phone: NotRequired[Filled]
    note: NotRequired[Filled]


class Inquire(TypedDict):
    """A letter: a text, a card or both; sent again with the same secret, it is the same letter."""

    secret: LetterSecret
    booth: Id
    placement: NotRequired[Annotated[str | None, "The exhibit that it is about.", Limits(longest=64)]]
    text: LetterText
    card: NotRequired[FilledCard | None]
    consent: NotRequired[Annotated[bool, "Whether the letter may be kept; nothing is sent without."]]
    card_consent: NotRequired[Annotated[bool, "Whether the exhibitor may have the card."]]


class WhichLetter(TypedDict):
    """A letter: by its secret for who began it, by its id for staff and moderators."""

    secret: NotRequired[LetterSecret | None]
    letter: NotRequired[Annotated[str | None, "Its id.", Limits(longest=64)]]


class LetterSince(WhichLetter):
    """With ``since`` only what followed."""

    since: NotRequired[Annotated[int | None, Limits(least=0, most=2**53)]]


class LetterWords(WhichLetter):
    """What one writes; sent again with the same key, it is not written again."""

    text: LetterText
    key: NotRequired[Annotated[str | None, Limits(longest=64)]]


class LetterSeen(WhichLetter):
    """How far one has read; all of it without ``upto``."""

    upto: NotRequired[Annotated[int | None, Limits(least=0, most=2**53)]]


class LetterReason(WhichLetter):
    """Why the moderators should read it."""

    reason: Annotated[str, "1 to 200 characters.", Limits(longest=1000)]


class LetterSecrets(TypedDict):
    """The secrets of all letters that a page keeps."""

    secrets: Annotated[list[LetterSecret], Limits(many=50)]


class WhichLetters(TypedDict):
    """Which letters to the booths of the staff; to moderators, of those that were reported."""

    standing: NotRequired[Literal["open", "answered", "closed"] | None]
    before: NotRequired[Annotated[int | None, "Written in last before, ms since 1970.", Limits(least=0, most=2**53)]]


class LetterLines(TypedDict):
    """Letters; 100 at most, the newest first in an inbox."""

    ok: Done
    letters: list[LetterLine]


class OneLetter(LetterNews):
    """A letter as it is now."""

    ok: Done


class Typing(TypedDict):
    """Who is writing."""

    letter: Annotated[str, "Its id."]
    side: Literal["visitor", "staff"]


ASKED: Mapping[str, Ask] = {
    "inquire": Ask("Asks the staff of a booth, or leaves a card.", Inquire, OneLetter),
    "letters": Ask("Asks for one's own letters, and follows them.", LetterSecrets, LetterLines),
    "inbox": Ask("Asks for letters to one's booths; for exhibitors, moderators.", WhichLetters, LetterLines),
    "letter_open": Ask("Reads a letter, and follows it.", LetterSince, OneLetter),
    "letter_write": Ask("Writes on, or answers.", LetterWords, OneLetter),
    "letter_see": Ask("Says how far one has read.", LetterSeen, OneLetter),
    "letter_end": Ask("Ends a letter: nobody writes in it any more.", WhichLetter, OneLetter),
    "letter_report": Ask("Lets the moderators read a letter.", LetterReason, OneLetter),
    "letter_erase": Ask("Erases a letter, for both sides; for who began it.", WhichLetter, Well),
    "letter_typing": Ask("Is writing; told to the other side, and not kept.", WhichLetter, Well),
}
TOLD: Mapping[str, Tell] = {
    "letter": Tell("Something happened in a letter that one follows, or that concerns one's booths.", LetterNews),
    "typing": Tell("The other side is writing; not stored.", Typing),
}
