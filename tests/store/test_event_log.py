"""The event log: numbered without a gap, stored by one writer in few transactions, read again from where it reaches."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.errors import StoreError
from hallwright.store import journal as journal_module
from hallwright.store.database import IN_MEMORY, Database
from hallwright.store.event_log import EventLog
from hallwright.store.journal import Journal
from hallwright.store.writes import Admit, Write


class Disk(Database):
    """A database whose disk is full at times."""

    def __init__(self, url: str = IN_MEMORY) -> None:
        super().__init__(url)
        self.full = False
        self.transactions = 0
        self.open()

    def write(self, writes: Sequence[Write]) -> None:
        self.transactions += 1
        if self.full:
            raise StoreError("no space left on device")
        super().write(writes)


def journal_of(disk: Database) -> Journal:
    journal = Journal(disk, lambda function, *arguments: function(*arguments), time.sleep)
    threading.Thread(target=journal.run, daemon=True).start()
    return journal


def seqs(events: Sequence[str]) -> list[int]:
    return [json.loads(event)["seq"] for event in events]


def test_events_are_numbered_from_one_and_keep_what_they_say() -> None:
    disk = Disk()
    log = EventLog("fair", journal_of(disk))
    assert log.last == log.stored == 0
    assert log.append(5, [{"kind": "left", "number": 1}]) == [{"seq": 1, "time": 5, "kind": "left", "number": 1}]
    assert [event["seq"] for event in log.append(6, [{"kind": "a"}, {"kind": "b"}])] == [2, 3]
    assert log.append(7, []) == []
    log.settle()
    assert log.last == log.stored == 3
    assert [json.loads(event) for event in disk.events("fair", 0, 9)] == log.since(0)


def test_events_that_were_forgotten_or_never_were_cannot_be_read() -> None:
    log = EventLog("fair", journal_of(Disk()), remembered=2)
    log.append(0, [{"kind": kind} for kind in "abc"])
    assert log.since(0) is None
    assert [event["kind"] for event in log.since(1) or []] == ["b", "c"]
    assert log.since(3) == []
    assert log.since(4) is None
    assert log.since(-1) is None


SILENT = Journal(Database(IN_MEMORY), lambda function, *arguments: None, time.sleep)


@given(st.integers(1, 20), st.lists(st.integers(0, 5), max_size=30), st.integers(-2, 100))
def test_what_is_read_is_all_that_came_after(limit: int, sizes: list[int], since: int) -> None:
    log, everything = EventLog("fair", SILENT, remembered=limit), list[int]()
    for size in sizes:
        everything += [event["seq"] for event in log.append(0, [{"kind": "x"}] * size)]
    read = log.since(since)
    after = [seq for seq in everything if seq > since]
    if read is None:
        assert since < 0 or since > log.last or len(after) > limit
    else:
        assert [event["seq"] for event in read] == after


def test_a_log_goes_on_where_it_was() -> None:
    tail = [{"seq": 8, "time": 1, "kind": "a"}, {"seq": 9, "time": 1, "kind": "b"}]
    log = EventLog("fair", journal_of(Disk()), last=9, tail=tail)
    assert log.last == log.stored == 9
    assert log.append(2, [{"kind": "c"}])[0]["seq"] == 10
    assert [event["seq"] for event in log.since(7) or []] == [8, 9, 10]


def test_many_events_take_few_transactions_and_stay_in_order() -> None:
    disk = Disk()
    journal = journal_of(disk)
    logs = [EventLog(f"venue{i}", journal) for i in range(3)]
    for turn in range(500):
        logs[turn % 3].append(turn, [{"kind": "x"}], [Admit(f"venue{turn % 3}", turn, "s")])
    for log in logs:
        log.settle()
    assert disk.transactions < 250
    for i, log in enumerate(logs):
        assert seqs(disk.events(f"venue{i}", 0, 1000)) == list(range(1, log.last + 1))


def test_nothing_counts_as_stored_while_the_disk_is_full_and_nothing_is_lost_by_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(journal_module, "MOST_WAITING", 2)
    disk = Disk()
    disk.full = True
    journal = journal_of(disk)
    log = EventLog("fair", journal)
    log.append(0, [{"kind": "a"}])
    with pytest.raises(StoreError):
        log.settle(0.3)
    assert log.stored == 0
    assert journal.failing
    log.append(1, [{"kind": "b"}, {"kind": "c"}])
    assert log.full
    disk.full = False
    log.settle(10)
    assert log.stored == 3
    assert not log.full
    assert not journal.failing
    assert seqs(disk.events("fair", 0, 9)) == [1, 2, 3]


def test_flushing_waits_for_everything() -> None:
    disk = Disk()
    journal = journal_of(disk)
    EventLog("fair", journal).append(0, [{"kind": "x"}] * 100)
    assert journal.flush(5)
    assert len(disk.events("fair", 0, 1000)) == 100
