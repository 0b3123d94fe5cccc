"""Who may do what with a meeting, by what they have to do with it and by its standing. All else is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from hallwright.errors import CommandRefused

Side = Literal["buyer", "booth"]
Standing = Literal["asked", "agreed", "booked", "met", "missed", "declined", "cancelled"]
OutcomeKind = Literal["order", "follow_up", "no_interest"]
OUTCOMES: tuple[OutcomeKind, ...] = ("order", "follow_up", "no_interest")
Part = Literal["asker", "other"]
"""Whether a side has asked for the meeting, or was asked."""
OVER: frozenset[Standing] = frozenset({"met", "missed", "declined", "cancelled"})
SIDES: tuple[Side, Side] = ("buyer", "booth")

_BOOKED = frozenset({"move", "cancel", "here", "outcome"})
_BOTH: Mapping[Standing, frozenset[str]] = {
    "agreed": frozenset({"move", "cancel"}), "booked": _BOOKED, "met": frozenset({"outcome"}),
    "missed": frozenset({"outcome"}),
}  # fmt: skip
MAY: Mapping[Part, Mapping[Standing, frozenset[str]]] = {
    "asker": {**_BOTH, "asked": frozenset({"cancel"})},
    "other": {**_BOTH, "asked": frozenset({"answer", "cancel"})},
}


def check(part: Part, wish: str, standing: Standing) -> None:
    """Pass, or raise CommandRefused ``meeting_standing``."""
    if wish not in MAY[part].get(standing, frozenset()):
        raise CommandRefused("meeting_standing", f"a meeting that is {standing} has no {wish} for the {part}")
