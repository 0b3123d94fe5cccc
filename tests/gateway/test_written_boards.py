"""Boards and dashboards on the wire: who is told what, and what late comers learn."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from tests.gateway.conftest import HallServer
from tests.gateway.visitor import Visitor

Visit = Callable[[], Visitor]


@pytest.fixture(autouse=True)
def as_before(server: HallServer) -> Iterator[None]:
    """Other tests find the boards as they were."""
    yield
    server.tell("rebuilt bare hall park")
    server.tell("rebuilt r1 hall park")
    assert server.alive()


def test_a_change_is_told_to_all_and_to_whoever_comes_later(server: HallServer, visit: Visit) -> None:
    one, other = visit(), visit()
    before = one.join()["boards"].get("figures", {}).get("projects", {}).get("value", 3600)
    other.join("park")
    server.tell(f'board figures {{"projects": {{"value": {before + 1}}}}}')
    for visitor in (one, other):
        event = visitor.event("board")
        assert (event["board"], event["changes"]["projects"]["value"]) == ("figures", before + 1)
    assert one.event("board")["seq"] == other.event("board")["seq"]
    late = visit().join()
    assert late["boards"]["figures"]["projects"]["value"] == before + 1


def test_whoever_was_away_misses_no_change(server: HallServer, visit: Visit) -> None:
    away = visit()
    joined = away.join()
    away.close()
    value = time.time_ns() // 1_000_000
    server.tell(f'board figures {{"projects": {{"value": {value}}}}}')
    watcher = visit()
    watcher.join()
    assert watcher.listen(lambda: watcher.join()["boards"]["figures"]["projects"]["value"] == value)
    back = visit().join(session=joined["session"], since=joined["seq"])
    assert not back["snapshot"]
    assert [e["changes"]["projects"]["value"] for e in back["missed"] if e["kind"] == "board"][-1] == value


def test_a_visitor_cannot_write_on_a_board(visit: Visit) -> None:
    visitor = visit()
    visitor.join()
    answer = visitor.call("board", {"board": "figures", "changes": {"projects": {"value": 1}}})
    assert (answer["ok"], answer["code"]) == (False, "unknown_event")


def test_a_rebuilt_hall_tells_its_changes(server: HallServer, visit: Visit) -> None:
    visitor = visit()
    visitor.join()
    server.tell('board figures {"projects": {"value": 7}}')
    server.tell("rebuilt r7 hall park")
    rebuilt = visitor.event("rebuilt")
    assert rebuilt["boards"]["figures"]["projects"]["value"] == 7


def test_dashboards_get_the_last_minute_and_then_a_frame_a_second(visit: Visit) -> None:
    visitor = visit()
    visitor.join()
    started = time.monotonic()
    assert visitor.listen(lambda: len(visitor.telemetry) >= 4, 8.0)
    took = time.monotonic() - started
    first, *rest = visitor.telemetry
    assert first["plant"]["simulated"] is True
    assert len(first["frames"]) == 60
    assert all(set(each) == {"area", "frames"} and each["area"] == "hall" for each in rest)
    times = [frame["time"] for each in (first, *rest) for frame in each["frames"]]
    assert times == sorted(times)
    assert times[-1] - times[-3] > 1.7, "no faster than once a second"
    assert took > 1.7
    assert abs(times[-1] - time.time()) < 3


def test_only_those_who_are_there_hear_it(visit: Visit) -> None:
    inside, outside = visit(), visit()
    inside.join()
    outside.join("park")
    inside.listen(lambda: len(inside.telemetry) >= 2)
    assert not outside.listen(lambda: bool(outside.telemetry), 1.5)
    outside.call("area", {"area": "hall"})
    assert outside.listen(lambda: len(outside.telemetry) >= 2)
    assert "plant" in outside.telemetry[0]
    outside.call("area", {"area": "park"})
    outside.listen(lambda: False, 0.5)
    heard = len(outside.telemetry)
    assert not outside.listen(lambda: len(outside.telemetry) > heard, 2.5)
    assert all("seq" not in each for each in outside.telemetry), "it is no event"
