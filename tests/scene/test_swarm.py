"""Drones: the pictures they fly, and that they never meet on their way."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from hallwright.geometry.assigning import assigned, crossings
from hallwright.geometry.spreading import spread
from hallwright.scene.formations import PICTURES, characters
from hallwright.scene.swarm import Swarm, _swarm


def nearest(points: NDArray[np.float64]) -> float:
    """Metres between the two that are closest."""
    away = np.linalg.norm(points[:, None] - points[None], axis=2)
    np.fill_diagonal(away, np.inf)
    return float(away.min())


@pytest.fixture(scope="module")
def swarm() -> Swarm:
    return _swarm(300, (90.0, 50.0), 50.0, 180.0)


def test_there_are_ten_pictures_of_300_drones_between_two_landings(swarm: Swarm) -> None:
    assert swarm.places.shape == swarm.colors.shape == (12, 300, 3)
    assert len({picture.name for picture in PICTURES}) == 10
    assert (swarm.places[[0, -1], :, 1] < 1.0).all()
    assert (swarm.places[1:-1, :, 1] > 10.0).all()
    landed = {tuple(np.round(place, 6)) for place in swarm.places[-1]}
    assert landed == {tuple(np.round(place, 6)) for place in swarm.places[0]}


def test_pictures_fit_their_place(swarm: Swarm) -> None:
    assert np.abs(swarm.places[..., 0]).max() <= 45.0 + 1e-6
    assert swarm.places[..., 1].max() <= 50.0 + 45.0 * 0.62 + 1e-6


def test_each_picture_is_held_and_time_goes_on(swarm: Swarm) -> None:
    times = np.stack([swarm.arrives, swarm.leaves], axis=1).ravel()
    assert (np.diff(times) > 2.0).all()
    assert (times[0], times[-1]) == (0.0, 180.0)


def test_no_two_drones_come_near_each_other(swarm: Swarm) -> None:
    for before, after in zip(swarm.places, swarm.places[1:], strict=False):
        assert crossings(before, after).min() > -1e-6
        least = min(nearest(before), nearest(after))
        assert least > 1.0
        for share in np.linspace(0, 1, 9):
            assert nearest(before + (after - before) * share) >= least / np.sqrt(2) - 1e-6


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 60), st.integers(0, 99))
def test_goals_are_dealt_out_once_each_and_no_ways_cross(count: int, seed: int) -> None:
    starts, goals = np.random.default_rng(seed).uniform(-20, 20, (2, count, 3))
    order = assigned(starts, goals)
    assert sorted(order.tolist()) == list(range(count))
    assert crossings(starts, goals[order]).min() > -1e-6


def test_chosen_points_are_spread_out() -> None:
    square = np.random.default_rng(1).uniform(0, 1, (2000, 2))
    chosen = square[spread(square, 50)]
    assert len(np.unique(chosen, axis=0)) == 50
    assert nearest(chosen) > 0.09  # a grid of 7 × 7 has 0.167


def test_the_characters_are_lines_and_not_blots() -> None:
    points, _ = characters()
    chosen = points[spread(points, 300)]
    assert np.ptp(points[:, 0]) == pytest.approx(2.0)
    x, y = chosen[:, 0], chosen[:, 1]
    assert ((x < -0.05).sum() > 100) and ((x > 0.05).sum() > 100)  # two characters
    upright = np.abs(x - np.median(x[(x < -0.02) & (x > -0.4)])) < 0.2
    assert np.ptp(y[upright]) > 0.6  # the knife at the right of the first stands tall


@pytest.mark.parametrize(("count", "size"), [(1, (10.0, 10.0)), (17, (20.0, 10.0)), (500, (120.0, 60.0))])
def test_any_number_flies(count: int, size: tuple[float, float]) -> None:
    few = _swarm(count, size, 30.0, 60.0)
    assert few.places.shape == (12, count, 3)
    assert np.isfinite(few.places).all()
    assert np.abs(few.places[0, :, 0]).max() <= size[0] / 2
    assert np.abs(few.places[0, :, 2]).max() <= size[1] / 2


def test_it_is_the_same_every_time() -> None:
    _swarm.cache_clear()
    one = _swarm(60, (40.0, 20.0), 30.0, 60.0)
    _swarm.cache_clear()
    assert (one.places == _swarm(60, (40.0, 20.0), 30.0, 60.0).places).all()
