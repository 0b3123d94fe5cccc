"""What people feel, counted: everyone's claps of a moment are one wave. Nothing of it is kept."""

from __future__ import annotations

from collections import Counter

from hallwright.errors import CommandRefused
from hallwright.live.talking.authors import Author, check
from hallwright.live.talking.streams import Stream

REACTIONS = ("clap", "heart", "laugh", "wow", "raise")


class Reactions:
    """The wave of one place that has not been told yet."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self._counts: Counter[str] = Counter()

    def react(self, author: Author, reaction: str) -> None:
        """Somebody feels something; raises CommandRefused."""
        check(author, "react", self.stream.area)
        if reaction not in REACTIONS:
            raise CommandRefused("malformed", f"a reaction is one of {', '.join(REACTIONS)}")
        self._counts[reaction] += 1

    def take(self) -> dict[str, int]:
        """How many of each there were since it was asked last."""
        counts, self._counts = dict(self._counts), Counter()
        return counts
