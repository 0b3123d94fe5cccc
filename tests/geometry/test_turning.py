from __future__ import annotations

import math

import numpy as np

from hallwright.geometry.mesh import Primitive
from hallwright.geometry.turning import band, cut_face, turn

TUBE = ((-1.0, 2.0), (1.0, 2.0))


def outward(part: Primitive) -> np.ndarray:
    """How far each triangle's own normal looks away from the axis, at its middle."""
    corners = part.positions[part.indices]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    middle = corners.mean(axis=1) * (0, 1, 1)
    return np.sum(across * middle, axis=1)


def test_what_ascends_is_seen_from_outside_and_what_descends_from_inside() -> None:
    assert (outward(turn(TUBE)) > 0).all()
    assert (outward(turn(TUBE[::-1])) < 0).all()


def test_a_part_of_a_turn_lies_between_its_angles() -> None:
    piece = turn(TUBE, start=math.radians(30), end=math.radians(60)).positions
    angles = np.degrees(np.arctan2(piece[:, 2], piece[:, 1]))
    assert 30 - 1e-3 <= angles.min() < angles.max() <= 60 + 1e-3
    assert np.allclose(np.hypot(piece[:, 1], piece[:, 2]), 2.0, atol=1e-5)


def test_a_band_is_closed_and_keeps_its_measures() -> None:
    for edge in (0.0, 0.1):
        ring = band((-0.5, 0.5), (1.0, 2.0), edge=edge, segments=24)
        radius = np.hypot(ring.positions[:, 1], ring.positions[:, 2])
        assert np.isclose([radius.min(), radius.max()], [1.0, 2.0], atol=1e-5).all()
        corners = ring.positions[ring.indices].astype(np.float64)
        assert np.einsum("ij,ij->i", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])).sum() > 0


def test_cut_faces_look_out_of_the_shell() -> None:
    inner = tuple((x, r - 0.1) for x, r in TUBE)
    first = cut_face(inner, TUBE, 0.0, "paint", "#ffffff", last=False)
    last = cut_face(inner, TUBE, math.pi / 2, "paint", "#ffffff", last=True)
    # The shell goes from up over the front: it begins looking back (-Z) and ends looking down (-Y).
    assert np.allclose(first.normals, (0, 0, -1), atol=1e-6)
    assert np.allclose(last.normals, (0, -1, 0), atol=1e-6)
