"""When and where one can meet in a venue, as whoever knows its layout hands it in. Times are ms since 1970."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hallwright.live.meetings.profiles import Profile

Key = tuple[str, int]
"""A slot's id and when it was to begin by the layout: where each day is the first one, ids come again, keys do not."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A time to meet; ``written`` is when it was to begin by the layout."""

    id: str
    written: int
    starts: int
    ends: int

    @property
    def key(self) -> Key:
        """What tells it from the slots of other days."""
        return self.id, self.written


@dataclass(frozen=True, slots=True)
class Plan:
    """``slots`` by id, those of cancelled sessions left out; ``rooms`` where one can meet; ``booths`` whose staff can,
    with what the layout says of each; names of ``industries`` and ``booths`` by id and language."""

    slots: Mapping[str, Slot] = field(default_factory=dict)
    rooms: tuple[str, ...] = ()
    booths: Mapping[str, Profile] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    industries: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


NOWHERE = Plan()
