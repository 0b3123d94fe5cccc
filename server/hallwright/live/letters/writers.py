"""Who writes, as a letter knows them; and which side may do what. Everything not in the table is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from hallwright.errors import CommandRefused

Side = Literal["visitor", "staff", "moderator"]
Standing = Literal["none", "open", "answered", "closed"]
"""Of a letter: not there yet, the visitor's turn was last, the staff's was, or one of them has ended it."""

_WRITING = frozenset({"write", "see", "end", "report"})
_READING = frozenset({"see", "report"})
MAY: Mapping[Side, Mapping[Standing, frozenset[str]]] = {
    "visitor": {"none": frozenset({"inquire"}), "open": _WRITING, "answered": _WRITING, "closed": _READING},
    "staff": {"open": _WRITING, "answered": _WRITING, "closed": _READING},
    "moderator": {"open": frozenset({"end"}), "answered": frozenset({"end"})},
}
"""Moderators come to a letter only once somebody reported it; whoever lets them in sees to that."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Somebody who has to do with a letter. ``name`` stands under what they write; ``account`` is that of the staff."""

    side: Side
    name: str = ""
    account: str | None = None


def check(writer: Writer, wish: str, standing: Standing) -> None:
    """Pass, or raise CommandRefused ``unknown_letter``, ``letter_closed`` or ``not_allowed``."""
    allowed = MAY[writer.side]
    if wish in allowed.get(standing, frozenset()):
        return
    if standing == "none":
        raise CommandRefused("unknown_letter", "there is no such letter")
    if standing == "closed" and wish in allowed.get("open", frozenset()):
        raise CommandRefused("letter_closed", "this letter has been ended")
    raise CommandRefused("not_allowed", f"a {writer.side} may not {wish}")
