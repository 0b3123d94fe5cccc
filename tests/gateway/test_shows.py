"""Shows on the wire: what joins learn, what visitors may run, and that everyone is told the same."""

from __future__ import annotations

from collections.abc import Callable

from tests.gateway.conftest import HallServer
from tests.gateway.visitor import Visitor

Visit = Callable[[], Visitor]


def test_whoever_comes_learns_where_every_show_stands(visit: Visit) -> None:
    early, late = visit(), visit()
    first = early.join()["shows"]["drones"]
    assert (first["rate"], first["duration"], first["loop"]) == (1.0, 60.0, True)
    assert late.join()["shows"]["drones"] == first


def test_the_clock_tells_fractions_of_a_millisecond_that_shows_are_told_by(visit: Visit) -> None:
    visitor = visit()
    joined = visitor.join()
    epoch = joined["shows"]["drones"]["epoch"]
    times = [visitor.call("clock", {"t0": 0})["t1"] / 1000 for _ in range(4)]
    assert times == sorted(times)
    assert epoch < joined["time"] / 1000 <= times[0] + 0.001
    assert any(time * 1000 % 1 > 0.01 for time in times)


def test_an_operator_moves_a_show_for_all(server: HallServer, visit: Visit) -> None:
    one, other = visit(), visit()
    one.join()
    other.join("park")
    server.tell("show drones seek 12.25")
    server.tell("show drones pause")
    for visitor in (one, other):
        visitor.listen(lambda v=visitor: sum(event["kind"] == "show" for event in v.events) >= 2)
    told = [[event for event in visitor.events if event["kind"] == "show"] for visitor in (one, other)]
    assert told[0] == told[1]
    sought, paused = (event["timeline"] for event in told[0])
    assert (sought["position"], sought["rate"]) == (12.25, 1.0)
    assert paused["position"] == 12.25 + (paused["epoch"] - sought["epoch"])
    assert paused["rate"] == 0.0
    assert visit().join()["shows"]["drones"] == paused
    server.tell("show drones start")
    one.listen(lambda: sum(event["kind"] == "show" for event in one.events) >= 3)


def test_a_visitor_runs_an_exhibit_once_at_a_time(visit: Visit) -> None:
    ada, bo, far = visit(), visit(), visit()
    ada.join()
    bo.join()
    far.join("park")
    assert far.call("trigger", {"show": "exhibit/rocket"})["code"] == "elsewhere"
    first = ada.call("trigger", {"show": "exhibit/rocket"})
    if not first["ok"]:  # another test's run, on the same server
        assert first["code"] in {"show_running", "show_resting"}
        return
    again = bo.call("trigger", {"show": "exhibit/rocket"})
    assert again["code"] == "show_running"
    assert 5.0 < again["wait"] <= 6.0
    assert again["message"]["en"]
    assert again["message"]["zh"]
    event = bo.event("show")
    assert (event["show"], event["by"]) == ("exhibit/rocket", ada.me["number"])
    bo.listen(lambda: False, 1.2)
    assert bo.call("trigger", {"show": "exhibit/rocket"})["code"] == "show_resting"


def test_what_makes_no_sense_is_refused(visit: Visit) -> None:
    visitor = visit()
    assert visitor.call("trigger", {"show": "exhibit/rocket"})["code"] == "not_joined"
    visitor.join()
    assert visitor.call("trigger", {"show": "exhibit/nothing"})["code"] == "unknown_show"
    assert visitor.call("trigger", {"show": "drones"})["code"] == "not_allowed"
    for payload in ({}, {"show": 7}, {"show": "x" * 200}, {"show": None}):
        assert visitor.call("trigger", payload)["code"] == "malformed"


def test_a_rebuild_tells_which_shows_there_are_now(forgetful: HallServer) -> None:
    visitor = Visitor(forgetful.address)
    before = visitor.join()["shows"]["drones"]
    forgetful.tell("rebuilt bare hall park")
    assert visitor.event("rebuilt")["shows"] == {"drones": before}
    assert visitor.call("trigger", {"show": "exhibit/rocket"})["code"] == "unknown_show"
    visitor.close()
