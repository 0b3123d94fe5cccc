from __future__ import annotations

import numpy as np
import pytest

from hallwright.catalogue.posing import flowing, keyed, reach, steps, turned, vectors

TIMES = np.linspace(0, 4, 81)
BONES = ((0.0, -0.4, 0.08), (0.0, -0.4, -0.08))


def test_a_limb_ends_where_it_is_told_and_bends_towards_its_hint() -> None:
    goal = np.array([[0.1, -0.6, 0.1], [-0.2, -0.5, 0.2], [0.0, -0.7, -0.1]])
    upper, lower = reach(BONES, (0, 0, 1), np.zeros((3, 3)), goal, np.tile([0.0, 0.0, 1.0], (3, 1)))
    joint = upper @ np.array(BONES[0])
    assert joint + lower @ np.array(BONES[1]) == pytest.approx(goal, abs=1e-6)
    assert (joint[:, 2] > goal[:, 2] / 2).all()


def test_a_limb_at_rest_is_not_turned() -> None:
    rest = np.add(*np.array(BONES))[None]
    for turn in reach(BONES, (0, 0, 1), np.zeros((1, 3)), rest, np.array([[0.0, 0.0, 1.0]])):
        assert turn[0] == pytest.approx(np.eye(3), abs=1e-6)


def test_a_limb_points_to_what_it_cannot_reach() -> None:
    far = np.array([[0.0, 0.0, 5.0]])
    upper, lower = reach(BONES, (0, 0, 1), np.zeros((1, 3)), far, np.array([[0.0, 1.0, 0.0]]))
    tip = (upper @ np.array(BONES[0]) + lower @ np.array(BONES[1]))[0]
    assert tip / np.linalg.norm(tip) == pytest.approx(np.array([0, 0, 1]), abs=1e-6)


def test_turns_become_vectors_that_do_not_jump() -> None:
    angles = np.linspace(0, 6.0, 200)
    found = vectors(turned(yaw=angles))
    assert found[:, 1] == pytest.approx(angles, abs=1e-6)


def test_a_foot_stands_between_its_steps() -> None:
    foot = steps(TIMES, [(0.5, 1.5, (0.2, 0.1)), (2.0, 3.0, (0.0, 0.0))])
    assert foot[TIMES <= 0.5] == pytest.approx(0.0)
    between = (TIMES >= 1.5) & (TIMES <= 2.0)
    assert np.allclose(foot[between], (0.2, 0.0, 0.1))
    assert foot[:, 1].max() == pytest.approx(0.06, abs=0.002)
    assert foot[-1] == pytest.approx(0.0, abs=1e-9)


def test_keys_are_met_and_held() -> None:
    eased = keyed(TIMES, [(1.0, 2.0), (3.0, 5.0)])
    assert (eased[0], eased[-1]) == (2.0, 5.0)
    assert eased[40] == pytest.approx(3.5)


def test_a_flow_meets_its_keys_and_comes_round() -> None:
    keys = [(0.0, (0.0, 1.0)), (1.0, (1.0, 0.0)), (2.5, (0.5, -1.0))]
    flow = flowing(TIMES, keys, 4.0)
    for at, value in keys:
        assert flow[np.abs(TIMES - at).argmin()] == pytest.approx(np.array(value), abs=1e-6)
    assert flow[-1] == pytest.approx(flow[0])
    assert np.abs(np.diff(flow, axis=0)).max() < 0.15
