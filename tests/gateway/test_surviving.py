"""A server that is killed loses nothing that it acknowledged: whoever comes back goes on, with every event once."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from websocket import WebSocketException

from hallwright.store.database import Database
from tests.gateway.conftest import HallServer, start
from tests.gateway.visitor import Visitor

KILLS = int(os.environ.get("KILLS", "3"))  # `scripts/bench survive` asks for more
CROWD = int(os.environ.get("CROWD", "12"))
_NUMBER = count()


@pytest.fixture(params=[("eventlet", "sqlite"), ("threading", "sqlite"), ("eventlet", "postgresql")], ids="-".join)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    """An async mode, and the address of a database."""
    mode, kind = request.param
    if kind == "sqlite":
        return mode, f"sqlite:///{tmp_path / 'live.db'}"
    return mode, request.getfixturevalue("postgres").make(f"survive{next(_NUMBER)}")


@pytest.fixture
def serving(kept: tuple[str, str]) -> Iterator[Callable[[], HallServer]]:
    """Starts the server, at the same port each time; one that runs is killed first."""
    mode, database = kept
    running: list[HallServer] = []

    def again() -> HallServer:
        port = int(running[0].address.rpartition(":")[2]) if running else 0
        for server in running[-1:]:
            server.process.kill()
            server.process.wait(10)
        running.append(start(mode, port, DATABASE=database))
        return running[-1]

    yield again
    for server in running[-1:]:
        server.process.kill()
        server.process.wait(10)


def events_of(database: str) -> list[dict[str, Any]]:
    reading = Database(database)
    return [json.loads(event) for event in reading.events("fair", 0, 100_000)]


def speak(visitors: list[Visitor], turn: int) -> list[str]:
    """Everyone takes a new name; those that were acknowledged before the server dies are returned."""
    sent = [(visitor, visitor.emit("nickname", {"nickname": f"v{i} {turn}"})) for i, visitor in enumerate(visitors)]
    done = []
    for i, (visitor, number) in enumerate(sent[: len(sent) // 2]):
        if visitor.acknowledged(number)["ok"]:
            done.append(f"v{i} {turn}")
    return done


def test_what_was_acknowledged_is_kept_and_told_once(
    kept: tuple[str, str], serving: Callable[[], HallServer]
) -> None:
    address = serving().address
    visitors = [Visitor(address) for _ in range(CROWD)]
    acknowledged: list[str] = []
    for i, visitor in enumerate(visitors):
        assert visitor.join(nickname=f"v{i}")["ok"]
    heard = {visitor.me["number"]: [*range(visitor.me["seq"] + 1)] for visitor in visitors}
    for turn in range(KILLS):
        acknowledged += speak(visitors, turn)
        serving()
        visitors = [come_back(visitor, address, heard) for visitor in visitors]
    last = visitors[0].call("nickname", {"nickname": "the last one"})["seq"]
    stored = events_of(kept[1])
    assert [event["seq"] for event in stored] == list(range(1, last + 1))
    names = [event["nickname"] for event in stored if event["kind"] == "renamed"]
    assert len(names) == len(set(names))
    assert set(acknowledged) <= set(names)
    assert len(acknowledged) >= KILLS * 5
    for visitor in visitors:
        visitor.listen(lambda visitor=visitor: bool(visitor.events) and visitor.events[-1]["seq"] >= last)  # type: ignore[misc]
        told = heard[visitor.me["number"]] + [event["seq"] for event in visitor.events]
        assert told == list(range(last + 1))


def come_back(visitor: Visitor, address: str, heard: dict[int, list[int]], area: str = "hall") -> Visitor:
    """The same person on a new connection, with everything heard meanwhile noted."""
    with suppress(WebSocketException, OSError):
        visitor.listen(lambda: visitor.closed, 0.5)
    number = visitor.me["number"]
    heard[number] += [event["seq"] for event in visitor.events]
    again = Visitor(address)
    answer = again.join(area, session=visitor.me["session"], since=heard[number][-1])
    assert answer["ok"]
    assert answer["number"] == number
    assert not answer["snapshot"]
    heard[number] += [event["seq"] for event in answer["missed"]]
    again.me["session"] = visitor.me["session"]
    return again


def test_a_hall_goes_on_as_it_was(serving: Callable[[], HallServer]) -> None:
    server = serving()
    guide, follower = Visitor(server.address), Visitor(server.address)
    guide.join(nickname="Ada")
    follower.join()
    code = guide.call("guide_start", {})["group"]
    assert follower.call("follow", {"group": code})["ok"]
    assert guide.call("highlight", {"placement": "rocket"})["ok"]
    assert guide.call("area", {"area": "park"})["ok"]
    server.tell('board figures {"projects": {"value": 3700}}')
    server.tell("show drones pause")
    assert guide.listen(lambda: {"board", "show"} <= {event["kind"] for event in guide.events})
    server = serving()
    newcomer = Visitor(server.address)
    newcomer.join()
    people = {person["number"]: person for person in newcomer.me["people"]}
    assert people[guide.me["number"]]["nickname"] == "Ada"
    assert people[guide.me["number"]]["area"] == "park"
    assert newcomer.me["groups"][code] == {
        "guide": guide.me["number"], "highlight": "rocket", "followers": {str(follower.me["number"]): True},
    }  # fmt: skip
    assert newcomer.me["boards"]["figures"]["projects"]["value"] == 3700
    assert newcomer.me["shows"]["drones"]["rate"] == 0.0
    assert newcomer.me["number"] == follower.me["number"] + 1
    again = Visitor(server.address)
    again.join(session=guide.me["session"])
    assert again.me["number"] == guide.me["number"]
    assert again.call("guide_end", {})["ok"]


def test_secrets_are_not_readable_in_the_database(kept: tuple[str, str], serving: Callable[[], HallServer]) -> None:
    visitor = Visitor(serving().address)
    visitor.join()
    database = Database(kept[1])
    stored = database.load("fair")
    assert stored
    assert stored.sessions
    everything = [stored.plan, stored.state, *stored.events, *stored.sessions.values()]
    assert visitor.me["session"] not in json.dumps(everything)
