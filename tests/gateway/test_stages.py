"""Stages on the wire: a host shows something on a screen, people sit down, and late comers know of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.gateway.conftest import HallServer
from tests.gateway.visitor import Visitor

Visit = Callable[[], Visitor]


@pytest.fixture
def host(server: HallServer) -> Iterator[Visit]:
    """Makes hosts that are gone after the test."""
    hosts: list[Visitor] = []

    def make() -> Visitor:
        hosts.append(Visitor(server.address, "host.ada"))
        return hosts[-1]

    yield make
    for each in hosts:
        each.close()


@pytest.fixture(autouse=True)
def as_before(server: HallServer) -> Iterator[None]:
    """Other tests find nothing shown."""
    yield
    server.tell("rebuilt bare hall park")
    server.tell("rebuilt r1 hall park")
    assert server.alive()


def test_everyone_sees_the_same_slide_from_the_same_moment(visit: Visit, host: Visit) -> None:
    ada, other = host(), visit()
    ada.join()
    other.join("park")
    answer = ada.call("show_on_screen", {"screen": "hall/main", "reel": "plan", "slide": 1})
    assert answer["ok"]
    told = [visitor.event("screen") for visitor in (ada, other)]
    assert told[0] == told[1]
    assert told[0]["showing"]["slide"] == 1
    assert told[0]["showing"]["since"] * 1000 > told[0]["time"]
    assert visit().join()["screens"] == {"hall/main": told[0]["showing"]}


def test_a_visitor_cannot_choose(visit: Visit) -> None:
    visitor = visit()
    visitor.join()
    answer = visitor.call("show_on_screen", {"screen": "hall/main", "reel": "plan"})
    assert (answer["ok"], answer["code"]) == (False, "not_allowed")


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({}, "malformed"), ({"screen": 5, "reel": "plan"}, "malformed"),
        ({"screen": "hall/main", "reel": []}, "malformed"),
        ({"screen": "hall/main", "reel": "plan", "slide": -1}, "malformed"),
        ({"screen": "hall/main", "reel": "plan", "slide": 99}, "out_of_range"),
        ({"screen": "hall/x", "reel": "plan"}, "unknown_screen"),
        ({"screen": "hall/main", "reel": "x"}, "unknown_reel"),
    ],
)  # fmt: skip
def test_bad_wishes_are_refused(host: Visit, payload: dict[str, object], code: str) -> None:
    ada = host()
    ada.join()
    assert ada.call("show_on_screen", payload)["code"] == code


def test_two_sit_down_and_a_third_finds_no_seat(visit: Visit) -> None:
    people = [visit() for _ in range(3)]
    numbers = [each.join()["number"] for each in people]
    assert [each.call("sit", {"stage": "main"})["ok"] for each in people] == [True, True, False]
    assert people[2].call("sit", {"stage": "main"})["code"] == "no_seat"
    assert [people[2].event("seated")["number"]] == numbers[:1]
    late = visit().join()["seats"]
    assert {int(number): seat["seat"] for number, seat in late.items()} == {numbers[0]: 0, numbers[1]: 1}
    assert people[0].call("stand", {})["ok"]
    assert people[2].call("sit", {"stage": "main"})["ok"]
