"""Vehicles keep their distance, and run nobody over."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from hallwright.presence.driving import BERTH, Row
from hallwright.presence.frames import read_traffic
from hallwright.presence.lanes import REACH, Lane
from hallwright.presence.plan import AreaPlan, TrafficPlan, VehiclePlan
from hallwright.presence.traffic import Traffic

SIZE = (120.0, 80.0)
OVAL = tuple((60 + 45 * math.cos(a), 40 + 28 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 64, endpoint=False))
NOBODY = np.zeros(0)


HALL = AreaPlan("hall", (20.0, 20.0))
LANE = Lane(OVAL, SIZE, 9.0)


def park(vehicles: int = 12) -> tuple[AreaPlan, ...]:
    fleet = tuple(VehiclePlan(0, 4.0 + 0.5 * (k % 3)) for k in range(vehicles))
    return HALL, AreaPlan("park", SIZE, traffic=(TrafficPlan("drive", 3, (OVAL,), fleet, 9.0),))


def row(vehicles: int = 12) -> Row:
    return Row.parked(LANE, np.array([4.0 + 0.5 * (k % 3) for k in range(vehicles)]))


def room(vehicles: Row) -> NDArray[np.float64]:
    """Metres between the bumpers of each and the one ahead."""
    apart = np.mod(np.roll(vehicles.place, -1) - vehicles.place, vehicles.lane.length)
    return apart - (vehicles.length + np.roll(vehicles.length, -1)) / 2


def test_they_drive_and_keep_their_distance() -> None:
    vehicles = row()
    laps = 0.0
    for _ in range(3000):
        before = vehicles.place.copy()
        vehicles.step(0.1, NOBODY, 1.0)
        laps += float(np.mod(vehicles.place - before, vehicles.lane.length).sum()) / vehicles.lane.length
        assert room(vehicles).min() > 1.0
    assert laps > 12 * 3
    assert vehicles.speed.min() > 2.0


def test_one_stops_before_a_person_and_goes_on() -> None:
    vehicles = row(1)
    for _ in range(100):
        vehicles.step(0.1, NOBODY, 1.0)
    person = np.mod(vehicles.place + 30.0, vehicles.lane.length)
    hardest = 0.0
    for _ in range(200):
        vehicles.step(0.1, person, 1.0)
        hardest = min(hardest, float(vehicles.gain.min()))
    left = float(np.mod(person - vehicles.place, vehicles.lane.length)[0]) - vehicles.length[0] / 2
    assert vehicles.speed[0] < 0.05
    assert BERTH <= left < BERTH + 1.5
    assert hardest > -6.0  # a person who is seen in time is no emergency
    for _ in range(60):
        vehicles.step(0.1, NOBODY, 1.0)
    assert vehicles.speed[0] > 4.0


def test_the_queue_behind_it_waits_too() -> None:
    vehicles = row(20)
    person = np.array([10.0])
    for _ in range(1200):
        vehicles.step(0.1, person, 1.0)
    assert vehicles.speed.max() < 0.1
    assert room(vehicles).min() > 0.0


def test_at_rate_nought_all_come_to_a_stand() -> None:
    vehicles = row()
    for _ in range(200):
        vehicles.step(0.1, NOBODY, 1.0)
    for _ in range(60):
        vehicles.step(0.1, NOBODY, 0.0)
    assert vehicles.speed.max() == 0.0


def test_bends_are_taken_slowly() -> None:
    square = tuple((10 + 60 * x, 10 + 60 * y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1)))
    lane = Lane(square, SIZE, 12.0)
    assert lane.length == pytest.approx(240)
    assert lane.limits.max() == 12.0
    assert lane.limits[58] < 3.0
    assert (np.diff(lane.limits**2) > -2 * 1.5 - 1e-9).all()  # one can brake that much


@given(st.floats(0, 120), st.floats(0, 80))
def test_the_map_knows_who_is_on_the_lane(x: float, y: float) -> None:
    lane = LANE
    samples = np.arange(0, lane.length, 0.05)
    away = np.hypot(*(lane.at(samples) - np.array([[x], [y]])))
    on = lane.on(np.array([x], np.float32), np.array([y], np.float32))
    if away.min() < REACH - 0.4:
        assert len(on) == 1
        ahead = abs((on[0] - samples[away.argmin()] + lane.length / 2) % lane.length - lane.length / 2)
        assert ahead < 1.2
    if away.min() > REACH + 1.0:
        assert len(on) == 0


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 24), st.lists(st.lists(st.floats(0, 239), max_size=6), min_size=1, max_size=40), st.booleans())
def test_whatever_people_do_nobody_is_driven_into(count: int, crowds: list[list[float]], rests: bool) -> None:
    """People come from nowhere, even before a bumper: a vehicle never moves nearer than its berth to any of them, and
    never into the one ahead."""
    vehicles = row(count)
    lap = vehicles.lane.length
    for turn, crowd in enumerate(crowds):
        people = np.sort(np.mod(np.array(crowd), lap))
        for _ in range(12):
            before = vehicles.place.copy()
            vehicles.step(0.1, people, 0.0 if rests and turn % 7 == 6 else 1.0)
            way = np.mod(vehicles.place - before, lap)
            for person in people:
                from_rear = np.mod(person - (before - vehicles.length / 2), lap)
                left = from_rear - vehicles.length - BERTH
                assert (way <= np.maximum(left, 0.0) + 1e-6).all()
            assert count == 1 or room(vehicles).min() >= -1e-6
            assert (vehicles.speed >= 0).all()


def drive(steps: int, **people: tuple[list[float], list[float]]) -> list[bytes]:
    traffic, told = Traffic(park()), []
    xy = people.get("people", ([], []))
    standing = np.array(xy[0], np.float32), np.array(xy[1], np.float32)
    for tick in range(steps):
        told += traffic.step(1_000_000 + tick * 100, {1}, lambda _: standing, {"drive": 1.0}).get(1, ())
    return told


def test_the_same_inputs_drive_the_same_way() -> None:
    assert drive(200) == drive(200)
    assert drive(200)[-1] != drive(200, people=([105.0], [40.0]))[-1]


def test_frames_come_five_times_a_second_and_are_small() -> None:
    told = drive(100)
    assert len(told) == 50
    area, show, time, vehicles = read_traffic(told[-1])
    assert (area, show) == (1, 3)
    assert 1_009_700 <= time <= 1_009_900
    assert len(vehicles) == 12
    assert (vehicles["speed"] > 0).all()
    assert len(told[-1]) == 8 + 4 * 12


def test_where_nobody_is_they_rest_and_nothing_is_told() -> None:
    traffic = Traffic(park())
    for tick in range(50):
        assert traffic.step(tick * 100, {0}, lambda _: (NOBODY, NOBODY), {"drive": 1.0}) == {}


def test_a_rebuilt_hall_keeps_those_on_their_way() -> None:
    traffic = Traffic(park())
    for tick in range(100):
        told = traffic.step(tick * 100, {1}, lambda _: (NOBODY, NOBODY), {"drive": 1.0})
    traffic.rebuild(park())
    after = traffic.step(10_000, {1}, lambda _: (NOBODY, NOBODY), {"drive": 1.0})
    told = told or after
    assert read_traffic(told[1][0])[3]["speed"].min() > 10
    traffic.rebuild(park(6))
    for tick in range(101, 104):
        told = traffic.step(tick * 100, {1}, lambda _: (NOBODY, NOBODY), {"drive": 1.0}) or told
    assert len(read_traffic(told[1][0])[3]) == 6
