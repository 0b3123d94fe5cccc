"""How fast a connection may speak: token buckets as plain values, with time handed in."""

from __future__ import annotations

from dataclasses import dataclass, field

COMMANDS_PER_SECOND = 5.0
BURST = 10.0


@dataclass(frozen=True, slots=True)
class Bucket:
    """``tokens`` left at the time ``at`` (s), whether the last command was ``granted``, and ``excess``.

    Excess counts refused commands and fades at the rate at which commands are allowed: who is a little too fast
    now and then has little of it, who floods has ever more.
    """

    tokens: float
    at: float
    granted: bool = True
    excess: float = 0.0


def take(bucket: Bucket, now: float, rate: float = COMMANDS_PER_SECOND, burst: float = BURST) -> Bucket:
    """The bucket after one token was asked for at ``now``."""
    refill = max(0.0, now - bucket.at) * rate
    tokens, excess = min(burst, bucket.tokens + refill), max(0.0, bucket.excess - refill)
    if tokens >= 1.0:
        return Bucket(tokens - 1.0, now, True, excess)
    return Bucket(tokens, now, False, excess + 1.0)


@dataclass(slots=True)
class Rates:
    """One bucket for each connection that has spoken."""

    rate: float = COMMANDS_PER_SECOND
    burst: float = BURST
    _buckets: dict[str, Bucket] = field(default_factory=dict)

    def ask(self, connection: str, now: float) -> Bucket:
        """Ask for one token; the bucket says whether it was granted."""
        bucket = take(self._buckets.get(connection) or Bucket(self.burst, now), now, self.rate, self.burst)
        self._buckets[connection] = bucket
        return bucket

    def forget(self, connection: str) -> None:
        """The connection is gone."""
        self._buckets.pop(connection, None)

    def __len__(self) -> int:
        return len(self._buckets)
