"""Where a show stands, as a value: its position at any moment is arithmetic."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Timeline:
    """At ``epoch`` (s of the server's clock) the show stood at ``position`` (s), and since then it goes on ``rate``
    seconds each second; 0 is a pause. ``duration`` 0 is without an end; with ``loop`` the end is the beginning.

    Before its epoch a show stands. The arithmetic is that of ``web/src/core/timeline.ts``, operation by operation.
    """

    epoch: float
    position: float
    rate: float
    duration: float = 0.0
    loop: bool = False

    def at(self, now: float) -> float:
        """The position (s) at ``now``: in [0, duration) of a loop, in [0, duration] of another."""
        position = self.position + max(0.0, now - self.epoch) * self.rate
        if not self.duration:
            return position
        return math.fmod(position, self.duration) if self.loop else min(position, self.duration)

    def runs(self, now: float) -> bool:
        """Whether it moves at ``now``: neither paused nor over."""
        return self.rate > 0.0 and now < self.end()

    def end(self) -> float:
        """When it will be over (s of the server's clock), or is; infinite when never."""
        if not self.rate or not self.duration or self.loop:
            return math.inf
        return self.epoch + (self.duration - self.position) / self.rate

    def started(self, now: float, position: float) -> Timeline:
        """Runs from ``position`` at its natural rate."""
        return replace(self, epoch=now, position=position, rate=1.0)

    def paused(self, now: float) -> Timeline:
        """Stands where it is; one that stands already is left as it is."""
        return self if not self.rate else replace(self, epoch=now, position=self.at(now), rate=0.0)

    def sought(self, now: float, position: float) -> Timeline:
        """The same at another place."""
        return replace(self, epoch=now, position=position)

    def rated(self, now: float, rate: float) -> Timeline:
        """From where it is on at another rate."""
        return replace(self, epoch=now, position=self.at(now), rate=rate)

    def record(self) -> dict[str, Any]:
        """The timeline as JSON values."""
        return {
            "epoch": self.epoch, "position": self.position, "rate": self.rate,
            "duration": self.duration, "loop": self.loop,
        }
