"""The event log: numbered without a gap, read again from anywhere it reaches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hallwright.store.event_log import MemoryEventLog


def test_events_are_numbered_from_one_and_keep_what_they_say() -> None:
    log = MemoryEventLog()
    assert log.last == 0
    assert log.append(5, [{"kind": "left", "number": 1}]) == [{"seq": 1, "time": 5, "kind": "left", "number": 1}]
    assert [event["seq"] for event in log.append(6, [{"kind": "a"}, {"kind": "b"}])] == [2, 3]
    assert log.append(7, []) == []
    assert log.last == 3


def test_events_that_were_forgotten_or_never_were_cannot_be_read() -> None:
    log = MemoryEventLog(limit=2)
    log.append(0, [{"kind": kind} for kind in "abc"])
    assert log.since(0) is None
    assert [event["kind"] for event in log.since(1) or []] == ["b", "c"]
    assert log.since(3) == []
    assert log.since(4) is None
    assert log.since(-1) is None


@given(st.integers(1, 20), st.lists(st.integers(0, 5), max_size=30), st.integers(-2, 100))
def test_what_is_read_is_all_that_came_after(limit: int, sizes: list[int], since: int) -> None:
    log, everything = MemoryEventLog(limit), list[int]()
    for size in sizes:
        everything += [event["seq"] for event in log.append(0, [{"kind": "x"}] * size)]
    read = log.since(since)
    after = [seq for seq in everything if seq > since]
    if read is None:
        assert since < 0 or since > log.last or len(after) > limit
    else:
        assert [event["seq"] for event in read] == after
