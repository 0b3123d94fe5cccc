"""What the gateway asks of whoever knows whom one matches. Values are JSON, since rooms do not know each other's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from hallwright.live.meetings.plan import Plan
from hallwright.live.meetings.profiles import Profile

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wish:
    """A meeting that waits for one of these ``slots``, which are free for both; ids, and a score from 0 to 1."""

    meeting: str
    buyer: str
    booth: str
    score: float
    slots: tuple[str, ...]


class Matching(Protocol):
    """Whom one matches."""

    def match(self, one: Profile, other: Profile, common: int) -> tuple[float, list[Values]] | None:
        """Score and reasons of two who share so many free slots; None for two who do not match."""

    def best(
        self, one: Profile, others: Sequence[Profile], common: Sequence[int], most: int
    ) -> Sequence[tuple[int, float, list[Values]]]:
        """The best matches among ``others``, with each of whom one shares so many free slots: their places, scores and
        reasons, those of the same score in the order of ``others``."""

    def assign(self, wishes: Sequence[Wish]) -> Mapping[str, str]:
        """A slot for as many meetings as can be, by their ids: the sum of scores is largest."""


MakeMatching = Callable[[Mapping[str, Profile]], Matching]
"""Makes one that knows the words of these booths."""
PlanOf = Callable[[str], Plan]
"""When and where one can meet in a venue now."""
