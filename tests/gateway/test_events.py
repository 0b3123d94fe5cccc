"""Joining, naming, moving and leaving, as others hear of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.gateway.conftest import HallServer
from tests.gateway.visitor import Visitor

Visit = Callable[[], Visitor]


def test_join_is_acknowledged_with_everything_one_needs(visit: Visit) -> None:
    visitor = visit()
    answer = visitor.join(nickname="  Ada   Lovelace ")
    assert answer["ok"]
    me = next(person for person in answer["people"] if person["number"] == answer["number"])
    assert me == {
        "number": answer["number"], "nickname": "Ada Lovelace", "color": answer["number"] % 12,
        "area": "hall", "role": "visitor", "via": "hall", "muted": False,
    }
    assert answer["snapshot"] is True
    assert answer["missed"] == []
    assert answer["revision"] == "r1"
    assert answer["seq"] >= 1
    assert len(answer["session"]) >= 24
    assert len(answer["presence"]) >= 16
    assert answer["time"] > 1_600_000_000_000


def test_others_hear_of_a_visitor_from_coming_to_going(visit: Visit) -> None:
    first, second = visit(), visit()
    first.join()
    second.join("park", nickname="王工")
    number = second.me["number"]
    assert first.event("joined")["person"]["nickname"] == "王工"
    renamed = second.call("nickname", {"nickname": "王工程师"})
    moved = second.call("area", {"area": "hall"})
    assert {person["number"] for person in moved["people"]} >= {number, first.me["number"]}
    left = second.call("leave", {})
    assert first.event("left")["number"] == number
    assert [(e["kind"], e["seq"]) for e in first.events] == [
        ("joined", second.me["seq"]), ("renamed", renamed["seq"]), ("moved", moved["seq"]), ("left", left["seq"]),
    ]
    assert [event["seq"] - first.events[0]["seq"] for event in first.events] == [0, 1, 2, 3]
    assert first.events[1] == {**first.events[1], "number": number, "nickname": "王工程师"}
    assert first.events[2] == {**first.events[2], "number": number, "area": "hall"}


def test_markup_in_a_nickname_stays_text(visit: Visit) -> None:
    watcher, visitor = visit(), visit()
    watcher.join()
    assert visitor.join(nickname="<img src=x>")["ok"]
    assert watcher.event("joined")["person"]["nickname"] == "<img src=x>"


def test_the_own_join_is_not_told_twice(visit: Visit) -> None:
    visitor = visit()
    visitor.join()
    visitor.call("nickname", {"nickname": "Once"})
    visitor.event("renamed")
    assert [event["kind"] for event in visitor.events] == ["renamed"]
    assert visitor.events[0]["seq"] == visitor.me["seq"] + 1


def test_who_reads_the_text_tour_is_told_as_such_and_may_step_into_the_hall(visit: Visit) -> None:
    walker, reader = visit(), visit()
    walker.join()
    reader.join(via="text")
    person = walker.event("joined")["person"]
    assert (person["number"], person["via"]) == (reader.me["number"], "text")
    assert {each["number"]: each["via"] for each in reader.me["people"]}[walker.me["number"]] == "hall"
    reader.join(session=reader.me["session"])
    assert {key: walker.event("moved")[key] for key in ("number", "area", "via")} == {
        "number": reader.me["number"], "area": "hall", "via": "hall",
    }


def test_a_reader_stands_where_the_page_is_about(visit: Visit) -> None:
    walker, reader = visit(), visit()
    for visitor, via in ((walker, "hall"), (reader, "text")):
        visitor.join(via=via)
        visitor.walk()
        visitor.stand(50, 50)
    assert walker.sees(reader.me["number"]) == (50, 50, 0, 0)


def test_announcements_reach_everyone(server: HallServer, visit: Visit) -> None:
    visitors = [visit(), visit()]
    for visitor in visitors:
        visitor.join()
    server.tell("announce The forum begins")
    for visitor in visitors:
        assert visitor.event("announcement")["text"] == {"en": "The forum begins", "zh": "The forum begins"}


def test_a_rebuild_is_told_and_moves_who_stands_in_an_area_that_is_gone(server: HallServer, visit: Visit) -> None:
    visitor = visit()
    visitor.join("park")
    visitor.walk()
    visitor.stand(20, 20)
    assert visitor.sees(visitor.me["number"])
    try:
        server.tell("rebuilt r2 hall")
        assert visitor.event("rebuilt")["revision"] == "r2"
        assert visitor.event("moved") == {**visitor.event("moved"), "number": visitor.me["number"], "area": "hall"}
        visitor.stand(30, 40)
        assert visitor.sees(visitor.me["number"]) == (30, 40, 0, 0)
        newcomer = visit()
        assert newcomer.join("park")["code"] == "unknown_area"
        assert newcomer.join()["revision"] == "r2"
    finally:
        server.tell("rebuilt r1 hall park")
        assert visitor.listen(lambda: visitor.events[-1].get("revision") == "r1")


def test_clock_tells_the_servers_time(visit: Visit) -> None:
    visitor = visit()
    answer = visitor.call("clock", {"t0": 1234.5})
    assert answer["ok"]
    assert answer["t0"] == 1234.5
    assert answer["t1"] > 1_600_000_000_000


HUGE = "x" * 5000
MALFORMED: list[tuple[str, tuple[Any, ...], str]] = [
    *[("join", arguments, "malformed") for arguments in (
        (), (None,), ("text",), ([],), (7,), ({}, {}), ({"venue": "fair", "area": "hall"},),
        ({"venue": 3, "area": "hall", "protocol": 1},), ({"venue": "fair", "area": None, "protocol": 1},),
        ({"venue": "fair", "area": "hall", "protocol": "1"},), ({"venue": "fair", "area": "hall", "protocol": True},),
        ({"venue": "fair", "area": "hall", "protocol": 1, "since": -1},),
        ({"venue": "fair", "area": "hall", "protocol": 1, "since": 1.5},),
        ({"venue": "fair", "area": "hall", "protocol": 1, "since": 10**30},),
        ({"venue": "fair", "area": "hall", "protocol": 1, "session": {}},),
        ({"venue": "fair", "area": "hall", "protocol": 1, "nickname": ["x"]},),
        ({"venue": "fair", "area": HUGE, "protocol": 1},),
        ({"venue": "fair", "area": "hall", "protocol": 1, "nickname": HUGE},),
        ({"venue": "fair", "area": "hall", "protocol": 1, "via": "tunnel"},),
        ({"venue": "fair", "area": "hall", "protocol": 1, "via": ["text"]},),
    )],
    ("join", ({"venue": "fair", "area": "hall", "protocol": 2},), "unsupported_protocol"),
    ("join", ({"venue": "nowhere", "area": "hall", "protocol": 1},), "unknown_venue"),
    ("join", ({"venue": "fair", "area": "cellar", "protocol": 1},), "unknown_area"),
    ("join", ({"venue": "fair", "area": "hall", "protocol": 1, "nickname": "a\u202eb"},), "bad_nickname"),
    ("nickname", (), "malformed"), ("nickname", ({"nickname": 4},), "malformed"),
    ("nickname", ({"nickname": "Ada"},), "not_joined"),
    ("area", ({},), "malformed"), ("area", ({"area": 1},), "malformed"), ("area", ({"area": "hall"},), "not_joined"),
    ("leave", ("now",), "malformed"), ("leave", ({},), "not_joined"),
    ("clock", ({},), "malformed"), ("clock", ({"t0": "noon"},), "malformed"),
    ("clock", ({"t0": float("inf")},), "malformed"), ("clock", ({"t0": float("nan")},), "malformed"),
    ("announce", ({"en": "I am the server", "zh": ""},), "malformed"), ("event", ({"seq": 1},), "unknown_event"),
    ("__class__", ({},), "unknown_event"), ("", ({},), "unknown_event"),
]


def test_a_malformed_payload_is_refused_with_a_code(server: HallServer, visit: Visit) -> None:
    for chunk in range(0, len(MALFORMED), 8):
        visitor = visit()
        for event, arguments, code in MALFORMED[chunk : chunk + 8]:
            answer = visitor.call(event, *arguments)
            assert (answer["ok"], answer["code"]) == (False, code), (event, arguments)
            assert answer["message"]["en"]
            assert answer["message"]["zh"]
    assert server.alive()


@pytest.mark.parametrize("command", [("nickname", {"nickname": "\u0000"}), ("area", {"area": "cellar"})])
def test_a_refused_command_changes_nothing(visit: Visit, command: tuple[str, dict[str, Any]]) -> None:
    visitor = visit()
    visitor.join(nickname="Ada")
    assert not visitor.call(*command)["ok"]
    again = visitor.join(session=visitor.me["session"], since=visitor.me["seq"])
    assert not again["snapshot"]
    assert [event for event in again["missed"] if event.get("number") == visitor.me["number"]] == []


NO_SOCKET_IO = (
    "42", "42{", '42["join"', "421[]", "42[1]", "4", "49", "451-[]", "40/other,", "9", "4" * 300, "42[{}]", "42[[]]",
)


def test_packets_that_are_no_socket_io_do_not_hurt(server: HallServer, visit: Visit) -> None:
    for packet in NO_SOCKET_IO:
        visitor = visit()
        visitor.socket.send(packet)
        visitor.listen(lambda: False, 0.02)
    visitor = visit()
    visitor.socket.send("42" + "x" * 100_000)
    visitor.listen(lambda: visitor.closed, 2)
    assert server.alive()


def test_who_asks_too_fast_is_refused_and_later_heard_again(server: HallServer, visit: Visit) -> None:
    visitor = visit()
    visitor.join()
    numbers = [visitor.emit("clock", {"t0": 0}) for _ in range(40)]
    answers = [visitor.acknowledged(number) for number in numbers]
    refused = [answer for answer in answers if not answer["ok"]]
    assert {answer["code"] for answer in refused} == {"too_fast"}
    assert 25 <= len(refused) <= 31
    visitor.listen(lambda: False, 0.4)
    assert visitor.call("clock", {"t0": 0})["ok"]


def test_who_floods_is_cut_off(server: HallServer, visit: Visit) -> None:
    visitor = visit()
    try:
        for _ in range(300):
            visitor.emit("clock", {"t0": 0})
    except OSError:
        visitor.closed = True
    assert visitor.listen(lambda: visitor.closed)
    assert server.alive()
