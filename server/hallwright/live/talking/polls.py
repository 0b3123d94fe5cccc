"""The polls of one place: what was asked, who chose what, and the sums. A plain value that follows the events.

The rule of this room: it says nothing of who may do what; ``polling`` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Values = dict[str, Any]
MOST_CLOSED = 20  # polls that are over and still shown


@dataclass(slots=True)
class Poll:
    """A poll as it was opened (JSON values), what each person chose, how often each option was chosen, and when (ms)
    it was closed."""

    asked: Values
    ballots: dict[str, list[int]] = field(default_factory=dict)
    closed: int | None = None
    counts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.counts = [0] * len(self.asked["options"])
        for choices in self.ballots.values():
            self._count(choices, 1)

    @property
    def secret(self) -> bool:
        """Whether nobody may know the sums yet."""
        return bool(self.asked["hidden"]) and self.closed is None

    def over(self, now: int) -> bool:
        """Whether nobody may vote any more at ``now`` (ms)."""
        return self.closed is not None or self.due(now)

    def due(self, now: int) -> bool:
        """Whether its time is up and nobody has closed it."""
        ends = self.asked["ends"]
        return self.closed is None and ends is not None and now >= ends

    def sums(self) -> Values:
        """What everyone may know of the ballots: how many people voted and, unless that is kept back, for what."""
        return {"voters": len(self.ballots), **({} if self.secret else {"counts": list(self.counts)})}

    def told(self) -> Values:
        """As everyone may know it."""
        return {**self.asked, "closed": self.closed, **self.sums()}

    def choose(self, by: str, choices: list[int]) -> None:
        """From now on this is what somebody wants; an empty list takes the vote back."""
        self._count(self.ballots.pop(by, []), -1)
        if choices:
            self.ballots[by] = choices
            self._count(choices, 1)

    def _count(self, choices: Iterable[int], by: int) -> None:
        for choice in choices:
            self.counts[choice] += by


@dataclass(slots=True)
class Polls:
    """Those that are known, by their numbers, oldest first."""

    known: dict[int, Poll] = field(default_factory=dict)

    def follow(self, event: Mapping[str, Any]) -> None:
        """``polled``, ``balloted`` or ``poll_closed`` has happened."""
        match event["kind"]:
            case "polled":
                self.known[event["seq"]] = Poll(dict(event))
            case "balloted" if poll := self.known.get(event["poll"]):  # none: erased since
                poll.choose(event["by"], list(event["choices"]))
            case "poll_closed" if poll := self.known.get(event["poll"]):
                poll.closed = event["time"]
                self._forget_closed()

    def _forget_closed(self) -> None:
        closed = [number for number, each in self.known.items() if each.closed is not None]
        for number in closed[:-MOST_CLOSED]:
            del self.known[number]

    def open(self) -> list[int]:
        """The numbers of those that nobody has closed."""
        return [number for number, each in self.known.items() if each.closed is None]

    def record(self) -> list[Values]:
        """As JSON values."""
        return [
            {"asked": each.asked, "ballots": each.ballots, "closed": each.closed} for each in self.known.values()
        ]

    @classmethod
    def of(cls, record: Iterable[Mapping[str, Any]]) -> Polls:
        """What ``record`` gave."""
        polls = [Poll(each["asked"], dict(each["ballots"]), each["closed"]) for each in record]
        return cls({each.asked["seq"]: each for each in polls})
