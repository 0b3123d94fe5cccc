"""Where shows stand, to the last bit, and what may be done to them."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.errors import CommandRefused
from hallwright.live.commands import DirectShow, Join, Rebuild, TriggerShow
from hallwright.live.events import Rebuilt, ShowChanged
from hallwright.live.hall import Hall
from hallwright.live.shows import COOL_DOWN, ShowPlan, Shows
from hallwright.live.timeline import Timeline

DRONES = ShowPlan("drones", "drones", "park", 180.0, loop=True, autostart=True)
ROBOTS = ShowPlan("robots", "robots", "park", 60.0)
LOOP = ShowPlan("loop", "traffic", "park", autostart=True)
ROCKET = ShowPlan("exhibit/rocket", "exhibit", "hall", 20.0)
T = 1_700_000_000.0


@pytest.fixture
def hall() -> Hall:
    hall = Hall(("hall", "park"), "r1", shows=(DRONES, ROBOTS, LOOP, ROCKET), now=T)
    hall.apply(Join("ada", "hall", "secret"), T)
    return hall


def direct(hall: Hall, show: str, action: str, value: float | None, now: float) -> Timeline:
    hall.apply(DirectShow(show, action, value), now)
    return hall.shows.timelines()[show]


def refused(hall: Hall, command: DirectShow | TriggerShow, now: float) -> CommandRefused:
    before = hall.shows.records()
    with pytest.raises(CommandRefused) as error:
        hall.apply(command, now)
    assert hall.shows.records() == before
    return error.value


def test_a_timeline_is_arithmetic() -> None:
    once, ever = Timeline(T, 2.0, 0.5, 10.0), Timeline(T, 2.0, 4.0, 10.0, loop=True)
    assert [once.at(T + s) for s in (-5, 0, 4, 16, 17, 1e6)] == [2.0, 2.0, 4.0, 10.0, 10.0, 10.0]
    assert [ever.at(T + s) for s in (-5, 0, 1, 2, 4.25)] == [2.0, 2.0, 6.0, 0.0, 9.0]
    assert Timeline(T, 0.0, 1.0).at(T + 1e7) == 1e7
    assert (once.end(), once.runs(T + 15.9), once.runs(T + 16)) == (T + 16, True, False)
    assert ever.end() == math.inf


def test_shows_begin_with_the_hall_or_stand(hall: Hall) -> None:
    at = {show: timeline.at(T + 200) for show, timeline in hall.shows.timelines().items()}
    assert at == {"drones": 20.0, "robots": 0.0, "loop": 200.0, "exhibit/rocket": 0.0}


def test_pause_seek_and_rate_are_exact(hall: Hall) -> None:
    now = T + 12.345678
    paused = direct(hall, "drones", "pause", None, now)
    assert (paused.position, paused.rate) == (now - T, 0.0)
    assert paused.at(now + 1e5) == paused.position
    assert hall.apply(DirectShow("drones", "pause"), now + 1) == ()
    assert direct(hall, "drones", "seek", 179.5, now + 2).at(now + 99) == 179.5
    assert direct(hall, "drones", "start", None, now + 100).at(now + 101) == 0.5
    fast = direct(hall, "drones", "rate", 4.0, now + 101)
    assert fast.position == 0.5
    assert fast.at(now + 102) == 4.5
    assert hall.apply(DirectShow("drones", "start"), now + 103) == (), "what runs goes on"


def test_start_goes_on_from_where_it_stands_and_anew_when_it_is_over(hall: Hall) -> None:
    assert direct(hall, "robots", "start", None, T + 1).at(T + 2) == 1.0
    assert direct(hall, "robots", "start", None, T + 500).at(T + 501) == 1.0
    assert direct(hall, "robots", "start", 30.0, T + 502).at(T + 503) == 31.0
    direct(hall, "robots", "pause", None, T + 504)
    assert direct(hall, "robots", "start", None, T + 600).at(T + 601) == 33.0


def test_events_say_what_has_changed(hall: Hall) -> None:
    [event] = hall.apply(DirectShow("drones", "seek", 7.0), T + 9)
    assert event == ShowChanged("drones", Timeline(T + 9, 7.0, 1.0, 180.0, loop=True), None)
    [event] = hall.apply(TriggerShow("ada", "exhibit/rocket"), T + 10)
    assert event == ShowChanged("exhibit/rocket", Timeline(T + 10, 0.0, 1.0, 20.0), 1)


@pytest.mark.parametrize(
    ("show", "action", "value", "code"),
    [
        ("nothing", "start", None, "unknown_show"),
        ("drones", "dance", None, "malformed"),
        ("drones", "pause", 1.0, "malformed"),
        ("drones", "seek", None, "malformed"),
        ("drones", "seek", math.nan, "malformed"),
        ("drones", "rate", math.inf, "malformed"),
        ("drones", "seek", 180.5, "out_of_range"),
        ("drones", "seek", -0.5, "out_of_range"),
        ("drones", "start", 999.0, "out_of_range"),
        ("loop", "seek", 1e9, "out_of_range"),
        ("drones", "rate", 0.0, "out_of_range"),
        ("drones", "rate", -1.0, "out_of_range"),
        ("drones", "rate", 11.0, "out_of_range"),
        ("robots", "rate", 2.0, "not_running"),
    ],
)
def test_wishes_that_cannot_be(hall: Hall, show: str, action: str, value: float | None, code: str) -> None:
    assert refused(hall, DirectShow(show, action, value), T + 1).code == code


def test_visitors_direct_nothing(hall: Hall) -> None:
    assert refused(hall, DirectShow("drones", "pause", connection="ada"), T).code == "not_allowed"
    assert refused(hall, TriggerShow("ada", "drones"), T).code == "not_allowed"
    assert refused(hall, TriggerShow("nobody", "exhibit/rocket"), T).code == "not_joined"


def test_an_exhibit_runs_through_and_cools_down(hall: Hall) -> None:
    again = TriggerShow("ada", "exhibit/rocket")
    hall.apply(again, T)
    running = refused(hall, again, T + 19.9)
    assert (running.code, running.wait) == ("show_running", 5.1)
    resting = refused(hall, again, T + 20 + COOL_DOWN - 0.25)
    assert (resting.code, resting.wait) == ("show_resting", 0.2)
    assert len(hall.apply(again, T + 20 + COOL_DOWN)) == 1


def test_an_exhibit_that_an_operator_stopped_is_his_until_he_puts_it_back(hall: Hall) -> None:
    again = TriggerShow("ada", "exhibit/rocket")
    hall.apply(again, T)
    direct(hall, "exhibit/rocket", "pause", None, T + 5)
    assert refused(hall, again, T + 500).code == "show_held"
    direct(hall, "exhibit/rocket", "seek", 0.0, T + 501)
    assert len(hall.apply(again, T + 502)) == 1


def test_one_must_be_where_the_exhibit_stands(hall: Hall) -> None:
    hall.apply(Join("bo", "park", "other"), T)
    assert refused(hall, TriggerShow("bo", "exhibit/rocket"), T).code == "elsewhere"


def test_a_rebuild_keeps_what_is_still_there(hall: Hall) -> None:
    hall.apply(TriggerShow("ada", "exhibit/rocket"), T + 90)
    before = dict(hall.shows.timelines())
    longer = replace(ROBOTS, autostart=True, id="new")
    told = hall.apply(Rebuild("r2", ("hall",), (ROCKET, longer, replace(DRONES, duration=50.0))), T + 100)[0]
    after = hall.shows.timelines()
    assert told == Rebuilt("r2", dict(after))
    assert list(after) == ["exhibit/rocket", "new", "drones"]
    assert after["exhibit/rocket"] == before["exhibit/rocket"]
    assert after["new"] == Timeline(T + 100, 0.0, 1.0, 60.0)
    assert after["drones"] == Timeline(T + 100, 0.0, 1.0, 50.0, loop=True), "100 s on in a loop of 50 s"
    assert refused(hall, TriggerShow("ada", "exhibit/rocket"), T + 101).code == "show_running"


def test_a_show_of_another_kind_is_another_show() -> None:
    shows = Shows((DRONES,), T)
    shows.replan((replace(ROBOTS, id="drones"),), T + 50)
    assert shows.timelines() == {"drones": Timeline(T + 50, 0.0, 0.0, 60.0)}


RATES = st.floats(0.1, 10.0)
PAUSES = st.floats(0.0, 500.0)


@given(st.lists(st.tuples(PAUSES, st.none() | RATES), min_size=1, max_size=20), st.booleans())
def test_changes_of_pace_never_jump(changes: list[tuple[float, float | None]], loop: bool) -> None:
    timeline, now = Timeline(T, 0.0, 1.0, 60.0, loop), T
    for pause, rate in changes:
        now += pause
        before = timeline.at(now)
        timeline = timeline.paused(now) if rate is None else timeline.rated(now, rate)
        assert timeline.at(now) == before
        assert 0.0 <= before <= 60.0
