"""The guide through a hall, in the companion that the compiler made for it."""

from __future__ import annotations

from hallwright.organizer.companions import WAYS
from hallwright.organizer.halls import Hall
from hallwright.wayfinding.guide import Guide


def guide_of(hall: Hall) -> Guide | None:
    """Who knows the ways of a hall; None when nobody does (yet)."""
    return hall.companion(WAYS, lambda path: Guide.of(path.read_bytes()))
