"""Who shares a frame, and whom it shows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from hallwright.presence.cells import COARSEST, MOST_IN_CELL, PERIODS, cell_keys, views


def places(count: int, width: float, depth: float, seed: int = 1) -> NDArray[np.float32]:
    return np.random.default_rng(seed).uniform(0, [[width], [depth]], (2, count)).astype(np.float32)


@pytest.mark.parametrize(
    ("count", "side"), [(1, 20000), (40, 20000), (300, 3000), (1000, 20000), (1000, 800), (500, 0.5)]
)
def test_every_view_holds_the_own_cell_and_then_the_nearest(count: int, side: float) -> None:
    x, y = places(count, side, side)
    plan = views(x, y)
    for cell in range(len(plan.key)):
        members = plan.members[plan.starts[cell] : plan.starts[cell + 1]]
        own = np.flatnonzero(plan.cell_of == cell)
        assert len(members) == len(set(members.tolist())) == min(count, 64)
        assert set(own) <= set(members.tolist())
        assert len(own) <= MOST_IN_CELL
        centre = x[own].mean(), y[own].mean()
        far = np.hypot(x - centre[0], y - centre[1])
        others = np.setdiff1d(members, own)
        left_out = np.setdiff1d(np.arange(count), members)
        if len(others) and len(left_out):
            assert far[others].max() <= far[left_out].min() + 1


def test_a_visitor_in_a_throng_sees_the_very_nearest() -> None:
    x, y = places(1000, 3000, 3000)
    plan = views(x, y)
    for person in range(0, 1000, 37):
        cell = plan.cell_of[person]
        members = plan.members[plan.starts[cell] : plan.starts[cell + 1]]
        nearest = np.argsort(np.hypot(x - x[person], y - y[person]))[:13]
        assert len(np.intersect1d(nearest, members)) >= 12


def test_updates_are_rarer_the_farther_somebody_is() -> None:
    x, y = places(60, 20000, 10000)
    plan = views(x, y)
    for cell in range(len(plan.key)):
        part = slice(plan.starts[cell], plan.starts[cell + 1])
        assert (np.diff(plan.periods[part]) >= 0).all()
        assert set(plan.periods[part].tolist()) <= set(PERIODS)
        assert (plan.cell_of[plan.members[part]][plan.periods[part] == 1] == cell).all()


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 400), st.sampled_from([1.0, 100.0, 2000.0, 65535.0]), st.integers(0, 99))
def test_cells_are_small_and_hold_neighbours(count: int, side: float, seed: int) -> None:
    x, y = places(count, side, side, seed)
    keys = cell_keys(x, y)
    for key in np.unique(keys):
        own = keys == key
        assert np.ptp(x[own]) <= COARSEST
        assert np.ptp(y[own]) <= COARSEST
        assert own.sum() <= MOST_IN_CELL


def test_nobody_makes_no_cells() -> None:
    plan = views(*np.zeros((2, 0), np.float32))
    assert len(plan.key) == len(plan.members) == 0
