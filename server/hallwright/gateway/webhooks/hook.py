"""One address and what it is told: a line that is kept in order, and tried again ever more seldom."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

SOONEST, LATEST = 1.0, 120.0  # s between two tries
TRIES = 12  # over a quarter of an hour
MOST_WAITING = 1000

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hook:
    """An address, the secret that what is told there is signed with, and the kinds of what it is told."""

    url: str
    secret: bytes = field(repr=False)
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Delivery:
    """Something to tell: ``id`` is the same at each try."""

    id: str
    body: bytes


Post = Callable[[Hook, Delivery], bool]
"""Tells it once; whether it was heard."""


@dataclass(slots=True)
class Line:
    """What waits to be told to one hook, the oldest first."""

    hook: Hook
    _waiting: deque[Delivery] = field(default_factory=deque)
    _tries: int = 0

    def add(self, delivery: Delivery) -> None:
        """One more; where too many wait, the oldest is forgotten."""
        if len(self._waiting) >= MOST_WAITING:
            self._drop("too many wait")
        self._waiting.append(delivery)

    def step(self, post: Post) -> float:
        """Tell the oldest; for how long (s) to rest then."""
        if not self._waiting:
            return SOONEST / 4
        delivery = self._waiting[0]
        heard = post(self.hook, delivery)
        if not self._waiting or self._waiting[0] is not delivery:
            return 0.0  # it was forgotten meanwhile
        if heard:
            self._waiting.popleft()
            self._tries = 0
            return 0.0
        self._tries += 1
        if self._tries >= TRIES:
            self._drop(f"nobody heard it in {TRIES} tries")
            return SOONEST
        return float(min(LATEST, SOONEST * 2 ** (self._tries - 1)))

    def __len__(self) -> int:
        return len(self._waiting)

    def _drop(self, reason: str) -> None:
        delivery = self._waiting.popleft()
        self._tries = 0
        _log.warning("webhook %s: %s was not told, %s", self.hook.url.partition("?")[0], delivery.id, reason)
