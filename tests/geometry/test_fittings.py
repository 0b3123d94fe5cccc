"""Bolt heads stand where they are put, look outward, and are as large as asked for."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hallwright.geometry.fittings import bolt_circle, ladder, railing, steps, studs
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.piping import pipe, rounded
from hallwright.geometry.shapes import bounds


def outward(part: Primitive) -> float:
    """The smallest cosine between a triangle and the normals at its corners."""
    a, b, c = (part.positions[part.indices[:, corner]].astype(np.float64) for corner in range(3))
    across = np.cross(b - a, c - a)
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    return float(np.einsum("ij,ikj->ik", across, part.normals[part.indices]).min())


@pytest.mark.parametrize("out", [(0, 1, 0), (0, -1, 0), (1, 0, 0), (1, 2, -3)])
def test_a_stud_rises_from_its_foot(out: tuple[float, float, float]) -> None:
    part = studs([(5, 5, 5), (7, 5, 5)], out, 0.1, 0.3)
    ahead = np.asarray(out) / np.linalg.norm(out)
    rise = (part.positions - (5, 5, 5)) @ ahead
    assert rise.max() - rise.min() == pytest.approx(0.3 + abs(2 * ahead[0]), abs=1e-5)
    assert np.linalg.norm(part.normals, axis=1) == pytest.approx(1, abs=1e-5)
    assert outward(part) > 0.999


def test_a_circle_of_bolts_looks_up_or_down() -> None:
    for height in (0.02, -0.02):
        part = bolt_circle(1.0, 12, 0.5, 0.01, height)
        assert len(part.indices) == 12 * (12 + 4)
        assert sorted((part.positions[:, 1].min(), part.positions[:, 1].max())) == pytest.approx(
            sorted((0.5, 0.5 + height))
        )
        distance = np.hypot(part.positions[:, 0], part.positions[:, 2])
        assert math.isclose(distance.max(), 1.01, abs_tol=1e-3)
        assert outward(part) > 0.999


def test_railings_ladders_and_steps_are_as_large_as_asked_for() -> None:
    for part, low, high in (
        (railing([(0, 1, 0), (3, 1, 0), (3, 1, 2)]), (0, 1, 0), (3, 2.1, 2)),
        (ladder((1, 0, 1), 3.0), (0.79, 0, 1), (1.21, 3, 1)),
        (steps((0, 0, 0), (0, 1.9, -2), 0.8), (-0.4, 0, -2), (0.4, 1.9, 0)),
    ):
        found = bounds([part])
        assert found[0] == pytest.approx(low, abs=0.15)
        assert found[1] == pytest.approx(high, abs=0.15)
        assert outward(part) > 0.7
        assert np.linalg.norm(part.normals, axis=1) == pytest.approx(1, abs=1e-4)


def test_a_pipe_bends_round_its_corners() -> None:
    corners = [(0, 0, 0), (0, 2, 0), (3, 2, 0), (3, 2, 4)]
    line = rounded(corners, 0.5, 8)
    pieces = np.linalg.norm(np.diff(line, axis=0), axis=1)
    assert pieces.sum() == pytest.approx(9 - 2 * (2 - math.pi / 2) * 0.5, rel=0.01)
    ahead = np.diff(line, axis=0) / pieces[:, None]
    assert np.sum(ahead[1:] * ahead[:-1], axis=1).min() > math.cos(math.radians(15))
    assert bounds([pipe(corners, 0.1)])[1] == pytest.approx((3.1, 2.1, 4.0), abs=0.02)
    assert len(rounded([(0, 0, 0), (1, 0, 0), (2, 0, 0)], 0.5)) == 3, "straight on stays as it is"
