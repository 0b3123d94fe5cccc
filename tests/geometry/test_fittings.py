"""Bolt heads stand where they are put, look outward, and are as large as asked for."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hallwright.geometry.fittings import bolt_circle, studs
from hallwright.geometry.mesh import Primitive


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
