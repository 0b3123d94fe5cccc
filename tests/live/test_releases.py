"""Veils: a release is a show that stands until its moment, falls once for everyone, and stays fallen."""

from __future__ import annotations

import json

import pytest

from hallwright.app import show_plans
from hallwright.errors import CommandRefused
from hallwright.live.commands import DirectShow, Join, Rebuild, TriggerShow
from hallwright.live.hall import Hall
from hallwright.live.shows import AHEAD, RELEASE, UNVEILING, ShowPlan
from hallwright.live.state import State, plan_of, plan_record

T = 1_700_000_000.0
VEIL = ShowPlan("release/robot", RELEASE, "hall", UNVEILING)
TIMED = ShowPlan("release/car", RELEASE, "hall", UNVEILING, at=T + 600)
ROBOT = ShowPlan("exhibit/robot", "exhibit", "hall", 20.0)


@pytest.fixture
def hall() -> Hall:
    hall = Hall(("hall",), "r1", shows=(VEIL, TIMED, ROBOT), now=T)
    hall.apply(Join("ada", "hall", "secret"), T)
    return hall


def share(hall: Hall, show: str, now: float) -> float:
    timeline = hall.shows.timelines()[show]
    return timeline.at(now) / timeline.duration


def direct(hall: Hall, show: str, action: str, value: float | None, now: float) -> None:
    hall.apply(DirectShow(show, action, value), now)


def test_it_hangs_until_somebody_unveils_it_and_falls_a_moment_after_the_word(hall: Hall) -> None:
    assert share(hall, "release/robot", T + 1e6) == 0.0
    direct(hall, "release/robot", "start", None, T + 10)
    at = [share(hall, "release/robot", T + 10 + AHEAD + s) for s in (-AHEAD, 0, UNVEILING / 2, UNVEILING, 1e6)]
    assert at == [0.0, 0.0, 0.5, 1.0, 1.0]


def test_it_falls_once(hall: Hall) -> None:
    direct(hall, "release/robot", "start", None, T)
    for now in (T + AHEAD + 1, T + 100):
        before = hall.shows.records()
        direct(hall, "release/robot", "start", None, now)
        assert hall.shows.records() == before


def test_it_falls_at_its_hour_by_itself_or_after_a_countdown_and_sooner_at_a_word(hall: Hall) -> None:
    assert [share(hall, "release/car", T + 600 + s) for s in (-1, UNVEILING)] == [0.0, 1.0]
    direct(hall, "release/robot", "countdown", 90.0, T)
    assert [share(hall, "release/robot", T + 90 + s) for s in (0, UNVEILING)] == [0.0, 1.0]
    direct(hall, "release/robot", "start", None, T + 5)
    assert share(hall, "release/robot", T + 5 + AHEAD + UNVEILING) == 1.0


def test_a_countdown_stops_and_a_veil_goes_up_again(hall: Hall) -> None:
    direct(hall, "release/robot", "countdown", 90.0, T)
    direct(hall, "release/robot", "pause", None, T + 10)
    assert share(hall, "release/robot", T + 1e6) == 0.0
    direct(hall, "release/robot", "start", None, T + 1e6)
    direct(hall, "release/robot", "seek", 0.0, T + 2e6)
    assert share(hall, "release/robot", T + 3e6) == 0.0


@pytest.mark.parametrize(("action", "value"), [("countdown", -1.0), ("countdown", 1e9), ("seek", 99.0)])
def test_wishes_out_of_range(hall: Hall, action: str, value: float) -> None:
    with pytest.raises(CommandRefused, match="seconds from 0"):
        direct(hall, "release/robot", action, value, T)


def test_nobody_runs_what_is_under_a_veil_or_unveils_it_without_a_role(hall: Hall) -> None:
    with pytest.raises(CommandRefused) as error:
        hall.apply(TriggerShow("ada", "exhibit/robot"), T)
    assert error.value.code == "veiled"
    with pytest.raises(CommandRefused) as error:
        hall.apply(TriggerShow("ada", "release/robot"), T)
    assert error.value.code == "not_allowed"
    with pytest.raises(CommandRefused):
        hall.apply(DirectShow("release/robot", "start", None, "ada"), T)
    direct(hall, "release/robot", "start", None, T)
    hall.apply(TriggerShow("ada", "exhibit/robot"), T + AHEAD + UNVEILING)


def test_a_rebuild_keeps_what_fell_unless_its_hour_was_written_anew(hall: Hall) -> None:
    direct(hall, "release/car", "start", None, T)
    hall.apply(Rebuild("r2", ("hall",), (VEIL, TIMED, ROBOT)), T + 60)
    assert share(hall, "release/car", T + 60) == 1.0
    later = ShowPlan("release/car", RELEASE, "hall", UNVEILING, at=T + 5_000)
    hall.apply(Rebuild("r3", ("hall",), (VEIL, later, ROBOT)), T + 120)
    assert [share(hall, "release/car", now) for now in (T + 130, T + 5_000 + UNVEILING)] == [0.0, 1.0]


def test_a_server_that_starts_again_knows_what_fell_and_what_is_to_fall(hall: Hall) -> None:
    direct(hall, "release/robot", "start", None, T)
    state = State.of(json.loads(json.dumps(hall.state().record())))
    plan = plan_of(json.loads(json.dumps(plan_record(Rebuild("r1", ("hall",), (VEIL, TIMED, ROBOT))))))
    again = Hall.resumed(plan, state, {number: f"s{number}" for number in state.people}, T + 30)
    assert (share(again, "release/robot", T + 30), share(again, "release/car", T + 599)) == (1.0, 0.0)


def test_a_manifest_says_which_placements_are_to_be_unveiled() -> None:
    placements = [
        {"id": "robot", "model": "m", "release": {"at": None}},
        {"id": "car", "model": "m", "release": {"at": T}},
        {"id": "press", "model": "m"},
    ]
    plans = show_plans(json.dumps({"areas": [{"id": "hall", "placements": placements}]}).encode())
    assert [(plan.id, plan.at) for plan in plans] == [("release/robot", None), ("release/car", T)]
