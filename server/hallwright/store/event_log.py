"""The log of what has happened in one venue: numbered from 1 without a gap, stored, read again from any number.

The last few thousand events are kept in memory as well, for those who come back after a moment.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from hallwright.errors import StoreError
from hallwright.store.journal import Batch, Journal
from hallwright.store.writes import Happened, Write

Record = Mapping[str, Any]
REMEMBERED = 4096
PATIENCE = 15.0  # s that somebody waits to hear that something is stored


class EventLog:
    """Append, then read. An event counts as stored once ``settle`` has returned, or ``stored`` has its number."""

    def __init__(
        self, venue: str, journal: Journal, *, remembered: int = REMEMBERED, last: int = 0,
        tail: Iterable[dict[str, Any]] = (),
    ) -> None:
        self._venue = venue
        self._journal = journal
        self._events: deque[dict[str, Any]] = deque(tail, maxlen=remembered)
        self._last = self._stored = last
        self._batch: Batch | None = None

    @property
    def last(self) -> int:
        """The number of the newest event; 0 when nothing has happened."""
        return self._last

    @property
    def stored(self) -> int:
        """The number of the newest event that is stored, and so may be told."""
        return self._stored

    @property
    def full(self) -> bool:
        """Whether too much waits to be stored: nothing more may happen until some of it is."""
        return self._journal.full

    def append(self, time: int, records: Sequence[Record], beside: Sequence[Write] = ()) -> list[dict[str, Any]]:
        """Note that the records (JSON values) happened at ``time`` (ms since 1970), to be stored all or none, together
        with what goes ``beside`` them. Never waits.

        Returns them as they are sent: ``{"seq": …, "time": …, **record}``.
        """
        noted = [{"seq": self._last + 1 + index, "time": time, **record} for index, record in enumerate(records)]
        if not noted and not beside:
            return noted
        self._events.extend(noted)
        last = self._last = self._last + len(noted)
        self._batch = self._journal.note([*self._rows(noted), *beside], lambda: self._reached(last))
        return noted

    def since(self, seq: int) -> list[dict[str, Any]] | None:
        """Every event after ``seq``, in order; None when they are not in memory any more, or never were."""
        missing = self._last - seq
        if seq < 0 or missing < 0 or missing > len(self._events):
            return None
        return list(islice(self._events, len(self._events) - missing, None))

    def rewrite(self, change: Callable[[dict[str, Any]], object]) -> None:
        """Let every event in memory be changed in its place; the stored ones are for whoever asks for this."""
        for event in self._events:
            change(event)

    def settle(self, patience: float = PATIENCE) -> None:
        """Wait until everything noted so far is stored; raises StoreError when that takes too long."""
        if self._batch and not self._batch.done.wait(patience):
            raise StoreError("it is not known yet whether this is stored")

    def _rows(self, events: Iterable[dict[str, Any]]) -> Iterable[Happened]:
        for event in events:
            body = json.dumps(event, ensure_ascii=False, separators=(",", ":"))
            yield Happened(self._venue, event["seq"], event["time"], event["kind"], body)

    def _reached(self, seq: int) -> None:
        self._stored = max(self._stored, seq)
