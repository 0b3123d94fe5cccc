"""The log of what has happened in one venue: numbered from 1 without a gap, read again from any number.

``EventLog`` is the shape that a durable store has to have; ``MemoryEventLog`` keeps the last few thousand.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, Protocol

Record = Mapping[str, Any]


class EventLog(Protocol):
    """Append, then read. An event counts as stored when ``append`` has returned."""

    @property
    def last(self) -> int:
        """The number of the newest event; 0 when nothing has happened."""

    def append(self, time: int, records: Sequence[Record]) -> list[dict[str, Any]]:
        """Store the records (JSON values) as happened at ``time`` (ms since 1970), all or none.

        Returns them as they are sent: ``{"seq": …, "time": …, **record}``.
        """

    def since(self, seq: int) -> list[dict[str, Any]] | None:
        """Every event after ``seq``, in order; None when the log does not reach back that far or never had it."""


class MemoryEventLog:
    """An event log in memory that forgets the oldest beyond ``limit``."""

    def __init__(self, limit: int = 4096) -> None:
        self._events: deque[dict[str, Any]] = deque(maxlen=limit)
        self._last = 0

    @property
    def last(self) -> int:
        """The number of the newest event; 0 when nothing has happened."""
        return self._last

    def append(self, time: int, records: Sequence[Record]) -> list[dict[str, Any]]:
        """Store the records; returns them numbered."""
        stored = [{"seq": self._last + 1 + index, "time": time, **record} for index, record in enumerate(records)]
        self._events.extend(stored)
        self._last += len(stored)
        return stored

    def since(self, seq: int) -> list[dict[str, Any]] | None:
        """Every event after ``seq``; None when that cannot be told any more."""
        missing = self._last - seq
        if seq < 0 or missing < 0 or missing > len(self._events):
            return None
        return list(islice(self._events, len(self._events) - missing, None))
