"""Coming back after the network was lost: the same person, with no event lost and none twice."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from tests.gateway.conftest import HallServer
from tests.gateway.visitor import Visitor

Visit = Callable[[], Visitor]


def replay(snapshot: list[dict[str, Any]], events: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """People by number, after ``events`` happened to those in ``snapshot``."""
    people = {person["number"]: dict(person) for person in snapshot}
    for event in events:
        match event["kind"]:
            case "joined":
                people[event["person"]["number"]] = dict(event["person"])
            case "left":
                del people[event["number"]]
            case "renamed":
                people[event["number"]]["nickname"] = event["nickname"]
            case "moved":
                people[event["number"]]["area"] = event["area"]
    return people


def come_back(visitor: Visitor, visit: Visit) -> Visitor:
    """The same person on a new connection."""
    again = visit()
    last = visitor.events[-1]["seq"] if visitor.events else visitor.me["seq"]
    again.join(session=visitor.me["session"], since=last)
    return again


def test_who_comes_back_is_the_same_person_and_misses_nothing(visit: Visit) -> None:
    visitor, other = visit(), visit()
    visitor.join(nickname="Ada")
    other.join()
    visitor.event("joined")
    visitor.close()
    other.call("nickname", {"nickname": "While away"})
    other.call("area", {"area": "park"})
    again = come_back(visitor, visit)
    other.call("nickname", {"nickname": "Back again"})
    assert again.me["number"] == visitor.me["number"]
    assert not again.me["snapshot"]
    assert again.me["people"] == []
    again.event("renamed")
    heard = visitor.events + again.me["missed"] + again.events
    first = visitor.me["seq"] + 1
    assert [event["seq"] for event in heard] == list(range(first, first + len(heard)))
    assert [event["nickname"] for event in heard if event["kind"] == "renamed"] == ["While away", "Back again"]
    assert replay(visitor.me["people"], heard)[other.me["number"]]["area"] == "park"


def test_nothing_is_lost_or_repeated_while_events_pour(visit: Visit) -> None:
    talkers = [visit() for _ in range(3)]
    for talker in talkers:
        talker.join()
    visitor = visit()
    visitor.join()
    first, heard = visitor.me["seq"] + 1, []
    for turn in range(8):
        for talker in talkers:
            talker.emit("nickname", {"nickname": f"Talker {turn}"})
        visitor.listen(lambda: False, 0.12)
        visitor.close()
        again = come_back(visitor, visit) if visitor.events else visit()
        if not visitor.events:
            again.join(session=visitor.me["session"], since=visitor.me["seq"])
        heard += visitor.events + again.me["missed"]
        visitor = again
        time.sleep(0.05)
    visitor.listen(lambda: False, 0.5)
    heard += visitor.events
    assert len(heard) >= 24
    assert [event["seq"] for event in heard] == list(range(first, first + len(heard)))


def test_a_gap_is_closed_by_joining_again_on_the_same_connection(visit: Visit) -> None:
    visitor, other = visit(), visit()
    visitor.join()
    other.join()
    visitor.event("joined")
    again = visitor.join(session=visitor.me["session"], since=visitor.me["seq"])
    assert again["number"] == visitor.me["number"]
    assert [event["kind"] for event in again["missed"]] == ["joined"]
    visitor.events.clear()
    other.call("nickname", {"nickname": "Next"})
    assert visitor.event("renamed")["seq"] == again["seq"] + 1


def test_a_newer_connection_takes_over(visit: Visit) -> None:
    visitor = visit()
    visitor.join()
    visitor.walk()
    again = come_back(visitor, visit)
    assert again.me["number"] == visitor.me["number"]
    assert visitor.listen(lambda: visitor.closed)
    assert visitor.superseded
    assert again.call("nickname", {"nickname": "Still here"})["ok"]
    assert again.event("renamed")["number"] == again.me["number"]
    left = [event["number"] for event in again.events if event["kind"] == "left"]
    assert again.me["number"] not in left  # people of earlier tests may go meanwhile


def test_a_made_up_session_makes_a_new_person(visit: Visit) -> None:
    visitor, thief = visit(), visit()
    visitor.join()
    assert thief.join(session="guess", since=0)["snapshot"]
    assert thief.me["number"] != visitor.me["number"]
    assert thief.me["session"] != "guess"
    assert thief.call("join", {"venue": "fair", "area": "hall", "protocol": 1, "session": visitor.me["session"]})[
        "code"
    ] == "already_joined"


def test_when_the_log_no_longer_reaches_back_a_snapshot_is_the_whole_truth(forgetful: HallServer) -> None:
    visitor, other = Visitor(forgetful.address), Visitor(forgetful.address)
    visitor.join()
    other.join()
    visitor.close()
    for turn in range(8):
        assert other.call("nickname", {"nickname": f"Turn {turn}"})["ok"]
    again = Visitor(forgetful.address)
    assert again.join(session=visitor.me["session"], since=visitor.me["seq"])["snapshot"]
    assert again.me["number"] == visitor.me["number"]
    assert again.me["missed"] == []
    other.call("nickname", {"nickname": "After"})
    again.event("renamed")
    people = replay(again.me["people"], again.events)
    assert people[other.me["number"]]["nickname"] == "After"
    assert [event["seq"] for event in again.events] == [again.me["seq"] + 1]
    for one in (again, other):
        one.close()


def test_who_stays_away_longer_than_the_grace_period_has_left(forgetful: HallServer) -> None:
    visitor, other = Visitor(forgetful.address), Visitor(forgetful.address)
    visitor.join(nickname="Gone")
    other.join()
    visitor.close()
    other.listen(lambda: False, 0.4)
    assert not other.events
    assert other.event("left")["number"] == visitor.me["number"]
    again = Visitor(forgetful.address)
    again.join(session=visitor.me["session"], since=visitor.me["seq"], nickname="Back")
    assert again.me["snapshot"]
    assert again.me["number"] != visitor.me["number"]
    assert {person["number"] for person in again.me["people"]} >= {again.me["number"], other.me["number"]}
    for one in (again, other):
        one.close()
