from __future__ import annotations

import math

import numpy as np
import pytest

from hallwright.geometry.hulls import Hull

CAN = Hull([(0.0, 0, 0, 0.5, 0.3, 2.0), (0.5, 0, 0, 0.5, 0.3, 2.0), (1.0, 0, 0, 0.5, 0.3, 2.0)])


def test_a_hull_goes_through_its_levels() -> None:
    points = CAN.at(np.array([0.5]), np.array([0.0, math.pi / 2]))
    assert points[0] == pytest.approx(np.array([[0.5, 0.5, 0.0], [0.0, 0.5, 0.3]]))


def test_its_skin_is_closed_and_looks_outwards() -> None:
    skin = CAN.skin(6, 16)
    corner = skin.positions[skin.indices].astype(np.float64)
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    volume = float((corner[:, 0] * across).sum() / 6)
    assert volume == pytest.approx(math.pi * 0.5 * 0.3, rel=0.05)


def test_a_plate_lies_on_the_hull_and_its_rim_goes_below() -> None:
    plate = CAN.plate((math.pi / 2 - 0.4, math.pi / 2 + 0.4), (0.3, 0.7), 0.01)
    front = plate.positions[:, 2]
    assert front.max() == pytest.approx(0.31, abs=1e-3)
    out = np.hypot(plate.positions[:, 0] / 0.5, plate.positions[:, 2] / 0.3)
    assert out.min() < 1.0 < out.max()
    assert plate.normals[front.argmax(), 2] > 0.9
