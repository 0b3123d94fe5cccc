"""Streams beside a venue: stored as its log is, never taken for a venue, and read a page at a time from the end."""

from __future__ import annotations

import json
import threading
import time

import pytest

from hallwright.errors import StoreError
from hallwright.store.database import Database
from hallwright.store.journal import Journal
from hallwright.store.streams import LONGEST, beside
from hallwright.store.writes import Happened, Plan, Snapshot

STAGE = beside("fair", "talk/stage/main")


def happened(seq: int, kind: str = "said") -> Happened:
    return Happened(STAGE, seq, seq, kind, json.dumps({"seq": seq, "kind": kind}))


def running(database: Database) -> Journal:
    journal = Journal(database, lambda function, *arguments: function(*arguments), time.sleep)
    threading.Thread(target=journal.run, daemon=True).start()
    return journal


def test_streams_are_no_venues_and_do_not_mix_with_one(database: Database) -> None:
    database.write([Plan("fair", "{}"), Plan(STAGE, "{}"), happened(1), Snapshot(STAGE, 1, '{"seq": 1}')])
    assert database.venues() == ["fair"]
    assert list(database.everything("fair")) == []
    stored = database.load(STAGE)
    assert stored
    assert (stored.seq, stored.state, stored.events) == (1, '{"seq": 1}', ())


def test_the_last_events_of_a_kind_before_a_number(database: Database) -> None:
    database.write([happened(seq, "said" if seq % 2 else "voted") for seq in range(1, 10)])
    read = [json.loads(body)["seq"] for body in database.earlier(STAGE, "said", 8, 3)]
    assert read == [3, 5, 7]
    assert database.earlier(STAGE, "said", 1, 3) == []
    assert database.earlier("fair", "said", 9, 3) == []


def test_names_fit_the_tables_and_tell_streams_apart() -> None:
    venue, other = "v" * 64, "v" * 63 + "w"
    names = {beside(each, f"talk/area/{'a' * 63}{end}") for each in (venue, other) for end in "xy"}
    assert len(names) == 4
    assert all(len(name) <= LONGEST for name in names)
    assert beside("fair", "talk/area/hall") == "fair#talk/area/hall"


def test_the_one_who_writes_answers_after_what_was_noted_before(database: Database) -> None:
    journal = running(database)
    journal.note([happened(1)])
    assert len(journal.ask(lambda: database.events(STAGE, 0, 9), 5.0)) == 1


def test_a_question_that_cannot_be_answered_stops_nobody(database: Database) -> None:
    journal = running(database)

    def fail() -> None:
        raise StoreError("the disk is gone")

    with pytest.raises(StoreError, match="the disk is gone"):
        journal.ask(fail, 5.0)
    assert journal.ask(lambda: 7, 5.0) == 7


def test_nobody_waits_for_ever(database: Database) -> None:
    idle = Journal(database, lambda function, *arguments: function(*arguments), time.sleep)
    with pytest.raises(StoreError, match="does not answer"):
        idle.ask(lambda: 7, 0.05)
