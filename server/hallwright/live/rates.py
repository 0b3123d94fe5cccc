"""How fast a connection may speak: token buckets as plain values, with time handed in."""

from __future__ import annotations

from dataclasses import dataclass, field

COMMANDS_PER_SECOND = 5.0
BURST = 10.0


@dataclass(frozen=True, slots=True)
class Bucket:
    """``tokens`` left at the time ``at`` (s), and how many takings in a row were ``refused``."""

    tokens: float
    at: float
    refused: int = 0


def take(bucket: Bucket, now: float, rate: float = COMMANDS_PER_SECOND, burst: float = BURST) -> Bucket:
    """The bucket after one token was asked for at ``now``; ``refused`` is 0 when it was given."""
    tokens = min(burst, bucket.tokens + max(0.0, now - bucket.at) * rate)
    if tokens >= 1.0:
        return Bucket(tokens - 1.0, now, 0)
    return Bucket(tokens, now, bucket.refused + 1)


@dataclass(slots=True)
class Rates:
    """One bucket for each connection that has spoken."""

    rate: float = COMMANDS_PER_SECOND
    burst: float = BURST
    _buckets: dict[str, Bucket] = field(default_factory=dict)

    def refusals(self, connection: str, now: float) -> int:
        """Ask for one token: 0 when it was given, else how many in a row were refused."""
        bucket = take(self._buckets.get(connection) or Bucket(self.burst, now), now, self.rate, self.burst)
        self._buckets[connection] = bucket
        return bucket.refused

    def forget(self, connection: str) -> None:
        """The connection is gone."""
        self._buckets.pop(connection, None)

    def __len__(self) -> int:
        return len(self._buckets)
