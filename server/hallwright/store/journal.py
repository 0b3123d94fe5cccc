"""The one writer: what is to be stored waits for it, and whoever must know that it is stored waits too.

While one batch is being written the next one gathers, so that a rush costs few transactions and nobody waits for more
than two. When the database cannot be written, the writer tries again, ever more seldom; what waits is kept in order,
and when it is too much, ``full`` says so, and nothing new may happen.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from hallwright.errors import StoreError
from hallwright.store.database import Database
from hallwright.store.writes import Write

MOST_WAITING = 20_000
MOST_QUESTIONS = 200
PATIENCE = 10.0  # s that somebody waits for an answer
FIRST_REST, LONGEST_REST = 0.05, 5.0  # s between two attempts

Answer = TypeVar("Answer")
Aside = Callable[..., Any]
"""Calls a function that blocks, with its arguments, without holding up others; returns what it returns."""

_log = logging.getLogger(__name__)


class Batch:
    """What is stored in one transaction, and what is called then."""

    __slots__ = ("done", "then", "writes")

    def __init__(self) -> None:
        self.writes: list[Write] = []
        self.then: list[Callable[[], None]] = []
        self.done = threading.Event()


class Journal:
    """What waits to be stored. Every method may be called from any greenlet or thread; ``run`` from one only."""

    def __init__(self, database: Database, aside: Aside, sleep: Callable[[float], None]) -> None:
        self._database = database
        self._aside = aside
        self._sleep = sleep
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._next = Batch()
        self._failed_since_success = 0
        self._asked = 0

    @property
    def failing(self) -> bool:
        """Whether the last attempt to store failed."""
        return self._failed_since_success > 0

    @property
    def full(self) -> bool:
        """Whether nothing more should be asked for until something was stored."""
        return len(self._next.writes) >= MOST_WAITING

    def note(self, writes: Sequence[Write], then: Callable[[], None] | None = None) -> Batch:
        """Store these, all in one transaction, after everything noted before; ``then`` is called when they are.
        Never waits."""
        with self._lock:
            batch = self._next
            batch.writes += writes
            if then:
                batch.then.append(then)
        self._wake.set()
        return batch

    def ask(self, question: Callable[[], Answer], patience: float = PATIENCE) -> Answer:
        """What comes of a question to the database once everything noted before is stored. The one who writes asks, so
        that nobody else is at the database meanwhile. Raises StoreError, also when it takes too long, and what the
        question raises."""
        answers: list[Answer] = []
        faults: list[Exception] = []

        def put() -> None:
            self._asked -= 1
            try:
                answers.append(self._aside(question))
            except Exception as error:  # theirs who asked
                faults.append(error)

        with self._lock:
            if self._asked >= MOST_QUESTIONS:
                raise StoreError("too much is asked at once")
            self._asked += 1
        if not self.note((), put).done.wait(patience):
            raise StoreError("the database does not answer now")
        if faults:
            raise faults[0]
        return answers[0]

    def run(self) -> None:
        """Write for ever."""
        while True:
            self._wake.wait()
            self._wake.clear()
            with self._lock:
                batch, self._next = self._next, Batch()
            self._store(batch)

    def _store(self, batch: Batch) -> None:
        while batch.writes:
            try:
                self._aside(self._database.write, batch.writes)
                break
            except StoreError as error:
                self._failed_since_success += 1
                rest = min(LONGEST_REST, FIRST_REST * 2 ** min(self._failed_since_success, 10))
                _log.error("cannot store what has happened, trying again in %.1f s: %s", rest, error)
                self._sleep(rest)
        self._failed_since_success = 0
        for each in batch.then:
            each()
        batch.done.set()

    def flush(self, seconds: float) -> bool:
        """Wait until everything noted so far is stored, at most so long; whether it is."""
        return self.note(()).done.wait(seconds)
