"""Jobs that somebody waits for, done by the one who writes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from hallwright.errors import StoreError
from hallwright.store import journal as journals
from hallwright.store.database import IN_MEMORY, Database
from hallwright.store.journal import Journal
from hallwright.store.writes import Happened


def direct(function: Callable[..., Any], *arguments: Any) -> Any:
    return function(*arguments)


@pytest.fixture
def idle() -> Journal:
    """One that nobody runs."""
    database = Database(IN_MEMORY)
    database.open()
    return Journal(database, direct, time.sleep)


@pytest.fixture
def journal(idle: Journal) -> Journal:
    threading.Thread(target=idle.run, daemon=True).start()
    return idle


def test_who_asks_gets_the_answer_after_all_that_was_noted_before(journal: Journal) -> None:
    journal.note([Happened("fair", 1, 1, "x", "{}")])
    assert journal.ask(lambda connection: connection.exec_driver_sql("SELECT count(*) FROM events").scalar()) == 1


def test_what_a_job_raises_comes_to_who_asked_and_the_next_is_done(journal: Journal) -> None:
    with pytest.raises(ZeroDivisionError):
        journal.ask(lambda _: 1 // 0)
    with pytest.raises(StoreError):
        journal.ask(lambda connection: connection.exec_driver_sql("SELECT nonsense"))
    assert journal.ask(lambda _: "well") == "well"


def test_nobody_waits_for_ever_and_no_queue_grows_for_ever(idle: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journals, "PATIENCE", 0.01)
    monkeypatch.setattr(journals, "MOST_QUESTIONS", 2)
    for _ in range(2):
        with pytest.raises(StoreError, match="not known yet"):
            idle.ask(lambda _: None)
    with pytest.raises(StoreError, match="too much"):
        idle.ask(lambda _: None)
