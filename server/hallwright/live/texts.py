"""Text that people type and others will see: folded to one form, refused when it could deceive or break a line.

The rule: what is accepted shows as itself, on one line, in any interface, without changing the text around it.
Escaping is not done here, since text stays text: pages show it as text.
"""

from __future__ import annotations

import unicodedata

from hallwright.errors import CommandRefused

NICKNAME_LENGTH = 24
ANNOUNCEMENT_LENGTH = 280
REASON_LENGTH = 200
MARKS_IN_A_ROW = 2

# Joiners are part of honest writing (emoji families, Persian, Indic), but between Latin letters they only disguise.
_JOINERS = "\u200c\u200d"
# These count as letters or symbols and yet show nothing.
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0\u034f\u17b4\u17b5"
_REFUSED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def nickname(text: str) -> str:
    """The nickname in its one form, 1–24 characters; raises CommandRefused ``bad_nickname``."""
    folded = fold(text, 4 * NICKNAME_LENGTH, "bad_nickname")
    if not 1 <= len(folded) <= NICKNAME_LENGTH:
        raise CommandRefused("bad_nickname", f"a nickname has 1 to {NICKNAME_LENGTH} characters")
    return folded


def announcement(text: str) -> str:
    """The text of an announcement in its one form, 1–280 characters; raises CommandRefused ``malformed``."""
    folded = fold(text, 4 * ANNOUNCEMENT_LENGTH, "malformed")
    if not 1 <= len(folded) <= ANNOUNCEMENT_LENGTH:
        raise CommandRefused("malformed", f"an announcement has 1 to {ANNOUNCEMENT_LENGTH} characters")
    return folded


def screen(text: object) -> str:
    """The words for a screen in their one form, at most 280 characters; raises CommandRefused ``malformed``."""
    if not isinstance(text, str):
        raise CommandRefused("malformed", "the words for a screen are a text")
    folded = fold(text, 4 * ANNOUNCEMENT_LENGTH, "malformed")
    if len(folded) > ANNOUNCEMENT_LENGTH:
        raise CommandRefused("malformed", f"a screen shows at most {ANNOUNCEMENT_LENGTH} characters")
    return folded


def reason(text: str, *, needed: bool = False) -> str:
    """Why, in its one form, at most 200 characters; raises CommandRefused ``bad_reason``."""
    folded = fold(text, 4 * REASON_LENGTH, "bad_reason")
    if len(folded) > REASON_LENGTH or (needed and not folded):
        raise CommandRefused("bad_reason", f"a reason has {int(needed)} to {REASON_LENGTH} characters")
    return folded


def fold(text: str, longest: int, code: str) -> str:
    """``text`` composed (NFC), trimmed, runs of white space made one space; raises CommandRefused with ``code``."""
    if len(text) > longest:
        raise CommandRefused(code, "the text is too long")
    folded = unicodedata.normalize("NFC", " ".join(text.split()))
    marks = 0
    for index, character in enumerate(folded):
        if not _is_allowed(folded, index):
            raise CommandRefused(code, f"the text holds a character that cannot be shown: U+{ord(character):04X}")
        marks = marks + 1 if _is_mark(character) else 0
        if marks > MARKS_IN_A_ROW or (marks and index == 0):
            raise CommandRefused(code, "the text stacks too many accents on one letter")
    return folded


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Me"}


def _is_allowed(text: str, index: int) -> bool:
    character = text[index]
    if character in _JOINERS:
        return _joins(text[index - 1 : index], text[index + 1 : index + 2])
    return character not in _BLANKS and unicodedata.category(character) not in _REFUSED_CATEGORIES


def _joins(before: str, after: str) -> bool:
    return all(side and ord(side) > 0x24F and side not in _JOINERS for side in (before, after))
