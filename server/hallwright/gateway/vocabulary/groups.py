"""Groups that are led."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NotRequired, TypedDict

from hallwright.describing.shapes import Limits
from hallwright.gateway.vocabulary.describing import Ask, Happened


class GroupStarted(Happened):
    """The group that one leads from now on."""

    group: Annotated[str, "Its code."]


class Follow(TypedDict):
    """A group by its code, in capitals or not."""

    group: Annotated[str, Limits(longest=16)]


class Highlight(TypedDict):
    """What a guide points at; nothing any more without it."""

    placement: NotRequired[Annotated[str | None, Limits(longest=64)]]


class Ring(TypedDict):
    """One follower; all who have broken away without it."""

    number: NotRequired[Annotated[int | None, Limits(least=0, most=2**53)]]


ASKED: Mapping[str, Ask] = {
    "guide_start": Ask("Leads a group from now on.", answer=GroupStarted),
    "guide_end": Ask("Sends one's group away."),
    "follow": Ask("Comes into a group, or back to its guide.", Follow),
    "stray": Ask("Breaks away, and stays in the group."),
    "unfollow": Ask("Leaves the group."),
    "highlight": Ask("Points at an exhibit, for all who follow.", Highlight),
    "ring": Ask("Asks followers to come back.", Ring),
}
