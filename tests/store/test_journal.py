"""Questions to the database that somebody waits for, asked by the one who writes."""

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
def database() -> Database:
    database = Database(IN_MEMORY)
    database.open()
    return database


@pytest.fixture
def idle(database: Database) -> Journal:
    """One that nobody runs."""
    return Journal(database, direct, time.sleep)


@pytest.fixture
def journal(idle: Journal) -> Journal:
    threading.Thread(target=idle.run, daemon=True).start()
    return idle


def test_who_asks_gets_the_answer_after_all_that_was_noted_before(journal: Journal, database: Database) -> None:
    journal.note([Happened("fair", 1, 1, "x", "{}")])
    assert journal.ask(lambda: database.events("fair", 0, 10)) == ["{}"]


def test_what_a_question_raises_comes_to_who_asked_and_the_next_is_done(journal: Journal, database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        journal.ask(lambda: 1 // 0)
    with pytest.raises(StoreError):
        journal.ask(lambda: database.do(lambda connection: connection.exec_driver_sql("SELECT nonsense")))
    assert journal.ask(lambda: "well") == "well"


def test_nobody_waits_for_ever_and_no_queue_grows_for_ever(idle: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journals, "MOST_QUESTIONS", 2)
    for _ in range(2):
        with pytest.raises(StoreError, match="does not answer"):
            idle.ask(lambda: None, 0.01)
    with pytest.raises(StoreError, match="too much"):
        idle.ask(lambda: None, 0.01)
