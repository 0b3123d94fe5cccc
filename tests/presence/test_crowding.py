"""Where it is quiet and where busy: thresholds, what lasts, and who is counted where."""

from __future__ import annotations

import numpy as np
import pytest

from hallwright.presence.crowding import BUSY, HOLD, QUIET, SOME, Crowding, Level, Levels, Standing, level_of
from hallwright.presence.plan import AreaPlan, SpotPlan, ZonePlan

HALL = AreaPlan("hall", (100.0, 50.0), (
    ZonePlan("west", ((0, 0), (50, 0), (50, 50), (0, 50)), 1000.0),
    ZonePlan("east", ((50, 0), (100, 0), (100, 50), (50, 50)), 1000.0),
))
BOOTH = SpotPlan("a1", "hall", (10.0, 10.0, 17.0, 17.0), 49.0)


def standing(*points: tuple[float, float]) -> Standing:
    """Everybody in every area at these points (m)."""
    x, y = np.array(points, np.float32).reshape(-1, 2).T
    return lambda _: (x, y)


@pytest.mark.parametrize(
    ("people", "metres", "before", "level"),
    [
        (9, 1000.0, QUIET, QUIET), (10, 1000.0, QUIET, SOME), (49, 1000.0, SOME, SOME), (50, 1000.0, SOME, BUSY),
        (36, 1000.0, BUSY, BUSY), (34, 1000.0, BUSY, SOME), (8, 1000.0, SOME, SOME), (6, 1000.0, SOME, QUIET),
        (1, 20.0, QUIET, QUIET), (2, 49.0, QUIET, SOME), (3, 49.0, SOME, SOME), (4, 49.0, SOME, BUSY),
        (1, 0.0, SOME, QUIET),
    ],
)  # fmt: skip
def test_levels_rise_at_thresholds_and_fall_well_below(people: int, metres: float, before: Level, level: Level) -> None:
    assert level_of(people, metres, before) == level


def test_a_level_is_told_when_it_has_lasted() -> None:
    levels, sizes = Levels(), {"z": 100.0}
    assert levels.take({"z": 3}, sizes, 0.0) == {}
    assert levels.take({"z": 3}, sizes, HOLD - 0.1) == {}
    assert levels.take({"z": 3}, sizes, HOLD) == {"z": SOME}
    assert levels.take({"z": 3}, sizes, HOLD + 1) == {}
    assert levels.busy() == {"z": SOME}


def test_who_walks_by_is_not_told_of() -> None:
    levels, sizes = Levels(), {"z": 100.0}
    told = [levels.take({"z": 6 if second % 6 < 5 else 0}, sizes, float(second)) for second in range(60)]
    assert told == [{}] * 60  # each time it ebbs before it has lasted


def test_a_crowd_that_grows_meanwhile_is_told_as_it_is_then() -> None:
    levels, sizes = Levels(), {"z": 100.0}
    levels.take({"z": 2}, sizes, 0.0)
    levels.take({"z": 9}, sizes, 4.0)
    assert levels.take({"z": 9}, sizes, HOLD) == {"z": BUSY}


def test_people_count_in_their_zone_and_around_each_booth_that_is_near() -> None:
    crowding = Crowding()
    other = SpotPlan("a2", "hall", (16.0, 10.0, 23.0, 17.0), 49.0)
    crowding.replan([HALL], [BOOTH, other])
    points = [(16.5, 12.0)] * 4 + [(60.0 + n, 20.0) for n in range(12)]
    for now in (0.0, HOLD):
        zones, spots = crowding.take(standing(*points), {}, now)
    assert zones == {"east": SOME}
    assert spots == {"a1": BUSY, "a2": BUSY}


def test_whoever_devices_count_is_there_too() -> None:
    crowding = Crowding()
    crowding.replan([HALL], [])
    for now in (0.0, HOLD):
        zones, _ = crowding.take(standing((60.0, 20.0)), {"west": 70, "east": 9}, now)
    assert zones == {"west": BUSY, "east": SOME}


def test_what_is_there_no_more_is_forgotten() -> None:
    crowding = Crowding()
    crowding.replan([HALL], [BOOTH])
    for now in (0.0, HOLD):
        crowding.take(standing(*[(12.0, 12.0)] * 5), {"west": 100}, now)
    assert crowding.spots.busy() == {"a1": BUSY}
    crowding.replan([HALL], [])
    assert crowding.spots.busy() == {}
    assert crowding.zones.busy() == {"west": BUSY}


def test_nobody_outside_an_area_breaks_it() -> None:
    crowding = Crowding()
    crowding.replan([HALL], [SpotPlan("edge", "hall", (95.0, 45.0, 100.0, 50.0), 25.0)])
    for now in (0.0, HOLD):
        _, spots = crowding.take(standing(*[(100.0, 50.0)] * 4), {}, now)
    assert spots == {"edge": BUSY}
