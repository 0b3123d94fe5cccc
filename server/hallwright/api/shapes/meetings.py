"""Figures of meetings."""

from __future__ import annotations

from typing import Annotated, TypedDict


class Outcomes(TypedDict):
    """What either side said came of its meetings, once for each side."""

    order: int
    follow_up: int
    no_interest: int


class MeetingFigures(TypedDict):
    """Figures that say nothing of anybody."""

    asked: int
    booked: Annotated[int, "How many have had a slot."]
    met: int
    missed: Annotated[int, "How many slots were given back because a side did not come."]
    outcomes: Outcomes


class AllMeetings(TypedDict):
    """Of all meetings together, and of each booth."""

    total: MeetingFigures
    booths: dict[str, MeetingFigures]
