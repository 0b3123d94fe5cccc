"""Lines at exhibits on the wire, and where it is quiet: who waits is told to everyone, and kept over a kill."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.gateway.conftest import HallServer, start
from tests.gateway.visitor import Visitor

Visit = Callable[[], Visitor]
LINE = {"queue": "rocket"}


@pytest.fixture
def staff(server: HallServer) -> Iterator[Callable[[str], Visitor]]:
    """Makes people with a role that are gone after the test."""
    made: list[Visitor] = []

    def make(login: str) -> Visitor:
        made.append(Visitor(server.address, login))
        made[-1].join()
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture(autouse=True)
def as_before(server: HallServer) -> Iterator[None]:
    """Other tests find no lines."""
    yield
    server.tell("rebuilt bare hall park")
    server.tell("rebuilt r1 hall park")
    assert server.alive()


def kinds(visitor: Visitor) -> list[str]:
    return [event["kind"] for event in visitor.events if "queue" in event["kind"]]


def heard(visitor: Visitor, kind: str, who: int) -> dict[str, Any]:
    """The event of this kind about somebody, waited for."""

    def found() -> list[dict[str, Any]]:
        return [event for event in visitor.events if event["kind"] == kind and event["who"] == who]

    assert visitor.listen(lambda: bool(found())), f"no {kind} of {who}: {visitor.events}"
    return found()[0]


def test_the_second_is_called_when_the_first_leaves(visit: Visit) -> None:
    ada, bo = visit(), visit()
    first, second = ada.join()["number"], bo.join()["number"]
    assert ada.call("queue_join", LINE)["ok"]
    assert bo.call("queue_join", LINE)["ok"]
    assert bo.call("queue_take", LINE)["code"] == "not_called"
    assert heard(bo, "queue_called", first)["until"] > heard(bo, "queue_called", first)["time"] / 1000 + 50
    assert ada.call("queue_take", LINE)["ok"]
    assert bo.call("trigger", {"show": "exhibit/rocket"})["code"] == "not_your_turn"
    assert ada.call("queue_leave", LINE)["ok"]
    heard(bo, "queue_called", second)
    assert bo.call("queue_take", LINE)["ok"]
    late = visit().join()["queues"]
    assert [(place["who"], place["taken"]) for place in late["rocket"]["places"]] == [(second, True)]


@pytest.mark.parametrize(
    ("event", "payload", "code"),
    [
        ("queue_join", {}, "malformed"), ("queue_join", {"queue": 5}, "malformed"),
        ("queue_join", {"queue": "x" * 65}, "malformed"), ("queue_join", {"queue": "x"}, "unknown_queue"),
        ("queue_leave", {"queue": "x"}, "unknown_queue"), ("queue_take", LINE, "not_called"),
        ("direct_queue", {"queue": "rocket", "action": "next"}, "not_allowed"),
        ("direct_queue", {"queue": "rocket", "action": "burn"}, "malformed"),
    ],
)  # fmt: skip
def test_bad_wishes_are_refused(visit: Visit, event: str, payload: dict[str, object], code: str) -> None:
    visitor = visit()
    assert visitor.call(event, payload)["code"] in {code, "not_joined"}
    visitor.join()
    assert visitor.call(event, payload)["code"] == code


def test_nobody_speaks_for_another_or_for_a_reader(visit: Visit) -> None:
    ada, bo = visit(), visit()
    first, second = ada.join()["number"], bo.join()["number"]
    ada.call("queue_join", LINE)
    bo.call("queue_join", {**LINE, "who": first, "reader": "r", "connection": ""})
    heard(ada, "queued", second)
    assert bo.call("queue_leave", {**LINE, "who": first, "reader": "r"})["ok"]
    assert [place["who"] for place in visit().join()["queues"]["rocket"]["places"]] == [first]


def test_a_kiosk_and_another_booths_staff_are_refused(staff: Callable[[str], Visitor], visit: Visit) -> None:
    visitor, kiosk = visit(), staff("kiosk.k")
    visitor.join()
    assert kiosk.call("queue_join", LINE)["code"] == "not_allowed"
    close = {"queue": "rocket", "action": "close"}
    assert staff("exhibitor.zoe.b2").call("direct_queue", close)["code"] == "not_allowed"
    own = staff("exhibitor.su.a1")
    assert own.call("direct_queue", close)["ok"]
    assert visitor.call("queue_join", LINE)["code"] == "queue_closed"
    assert staff("host.ada").call("direct_queue", {"queue": "rocket", "action": "open"})["ok"]
    assert visitor.call("queue_join", LINE)["ok"]


def test_a_lost_connection_keeps_the_place(visit: Visit) -> None:
    ada, bo = visit(), visit()
    ada.join()
    ada.call("queue_join", LINE)
    session, number = bo.join()["session"], bo.me["number"]
    bo.call("queue_join", LINE)
    bo.close()
    again = visit()
    assert again.join(session=session)["number"] == number
    ada.call("queue_leave", LINE)
    heard(again, "queue_called", number)


def test_a_line_outlives_a_kill(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'live.db'}"
    first = start("eventlet", DATABASE=database)
    ada, bo = Visitor(first.address), Visitor(first.address)
    sessions = [(each.join()["session"], each.me["number"]) for each in (ada, bo)]
    assert [each.call("queue_join", LINE)["ok"] for each in (ada, bo)] == [True, True]
    assert ada.call("queue_take", LINE)["ok"]
    first.process.kill()
    first.process.wait(10)
    second = start("eventlet", DATABASE=database)
    try:
        back = Visitor(second.address)
        answer = back.join(session=sessions[1][0])
        assert answer["number"] == sessions[1][1]
        assert [place["who"] for place in answer["queues"]["rocket"]["places"]] == [number for _, number in sessions]
        assert answer["queues"]["rocket"]["places"][0]["taken"]
        staff = Visitor(second.address, "host.ada")
        staff.join()
        assert staff.call("direct_queue", {"queue": "rocket", "action": "next"})["ok"]
        heard(back, "queue_called", sessions[1][1])
    finally:
        second.process.kill()
        second.process.wait(10)


def test_everyone_is_told_where_it_gets_busy(visit: Visit) -> None:
    visitors, far = [visit() for _ in range(4)], visit()
    far.join("park")
    assert far.listen(lambda: bool(far.crowding))
    assert far.crowding[0] == {"whole": True, "zones": {}, "spots": {}}
    for number, visitor in enumerate(visitors):
        visitor.join()
        visitor.walk()
        visitor.stand(12.0 + number * 0.5, 12.0)
    assert far.listen(lambda: len(far.crowding) > 1, 15.0)
    assert far.crowding[1] == {"whole": False, "zones": {}, "spots": {"a1": 2}}
    late = visit()
    late.join()
    assert late.listen(lambda: bool(late.crowding))
    assert late.crowding[0] == {"whole": True, "zones": {}, "spots": {"a1": 2}}
