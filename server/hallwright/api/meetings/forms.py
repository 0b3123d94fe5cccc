"""What the forms of meetings say, and doing it."""

from __future__ import annotations

from typing import Any

from flask import request

from hallwright.api.letters.desk import typed
from hallwright.api.meetings.desk import Book, Parties
from hallwright.errors import CommandRefused

LONGEST_FORM = 64_000  # bytes
LANGUAGES = {
    "en": "English", "zh": "中文", "ar": "العربية", "de": "Deutsch", "es": "Español", "fr": "Français", "ja": "日本語",
    "ko": "Korean · 한국어", "pt": "Português", "ru": "Русский",
}  # fmt: skip
"""Those that one can tick, each in its own letters."""
OUTCOMES = ("order", "follow_up", "no_interest")
_MOST = 1000


def filled_in() -> dict[str, Any]:
    """The profile of a form, in the words of PROFILE."""
    lines = {key: typed(key, 2_000).strip() for key in ("name", "company", "needs", "offers")}
    ticked = {key: request.form.getlist(key)[:_MOST] for key in ("industries", "languages", "free")}
    return {**lines, **ticked, "remote": typed("how", 8) == "remote"}


def keep_profile(book: Book, parties: Parties, party: Any) -> None:
    """Keep the profile of a form. Raises CommandRefused, StoreError."""
    book.write_profile(party, parties.profile(filled_in()), "consent" in request.form)


def act(book: Book, parties: Parties, party: Any) -> None:
    """Do what a button says. Raises CommandRefused, StoreError."""
    meeting, slot = typed("meeting", 64), typed("slot", 80) or None
    match typed("do", 16):
        case "profile":
            keep_profile(book, parties, party)
        case "ask":
            book.ask(party, typed("other", 64), slot, typed("message", 2_000))
        case "accept":
            book.answer(party, meeting, True, slot)
        case "decline":
            book.answer(party, meeting, False, None)
        case "move":
            book.move(party, meeting, slot or "")
        case "cancel":
            book.cancel(party, meeting)
        case "here":
            book.here(party, meeting)
        case "outcome":
            _tell_outcome(book, party, meeting)
        case _:
            raise CommandRefused("not_allowed", "nothing is asked")


def _tell_outcome(book: Book, party: Any, meeting: str) -> None:
    outcome = typed("outcome", 16)
    if outcome not in OUTCOMES:
        raise CommandRefused("bad_text", "say what came of it")
    book.outcome(party, meeting, outcome, typed("note", 2_000))
