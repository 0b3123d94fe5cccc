"""Skins are closed, look outward, and have unit normals."""

from __future__ import annotations

import numpy as np
import pytest

from hallwright.geometry.lofting import bars, circle_path, coil, fan, limb, loft, panels, shaded, sheet, spline, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import box


def volume(part: Primitive) -> float:
    a, b, c = (part.positions[part.indices[:, k]].astype(np.float64) for k in range(3))
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)


def assert_sound(part: Primitive) -> None:
    assert np.isfinite(part.positions).all()
    assert np.linalg.norm(part.normals, axis=1) == pytest.approx(1.0, abs=1e-3)
    assert part.indices.max() < len(part.positions)
    a, b, c = (part.positions[part.indices[:, k]] for k in range(3))
    across = np.cross(b - a, c - a)
    assert np.all(np.einsum("ij,ij->i", across, part.normals[part.indices[:, 0]]) > -1e-6)


def test_a_loft_of_circles_holds_a_cylinder() -> None:
    ring = circle_path(1.0, 64)
    part = loft([ring + (0, y, 0) for y in (0.0, 1.0, 2.0)])
    assert_sound(part)
    assert volume(part) == pytest.approx(2 * np.pi, rel=0.01)


def test_a_limb_holds_a_cone_whatever_its_direction() -> None:
    for end in ((0, 0, 3), (3, 0, 0), (0, -3, 0), (1, 2, 2)):
        part = limb([(0, 0, 0), np.array(end) / 2, end], [1.0, 0.5, 0.001], segments=48)
        assert_sound(part)
        assert volume(part) == pytest.approx(np.pi, rel=0.03)


def test_a_ring_looks_outward() -> None:
    part = torus(2.0, 0.5, segments=64, sides=32)
    assert_sound(part)
    assert volume(part) == pytest.approx(2 * np.pi**2 * 2 * 0.25, rel=0.02)


def test_bars_stand_where_they_should_and_look_outward() -> None:
    ends = [[(0, 0, 0), (0, 2, 0)], [(5, 0, 0), (5, 0, 3)], [(0, 0, 9), (1, 1, 10)]]
    part = bars(ends, 0.1, sides=6)
    assert_sound(part)
    assert len(part.indices) == 3 * 12
    assert part.positions[:, 1].max() == pytest.approx(2.0)


def test_panels_and_fans_look_where_they_are_wound() -> None:
    one = panels([[(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0)]], "matte", ["#FF0000"])
    assert np.allclose(one.normals, (0, 0, 1))
    assert one.colors is not None
    assert np.allclose(one.colors[0], (1, 0, 0, 1))
    assert np.allclose(fan([(0, 0, 1), (1, 0, 0), (0, 0, -1), (-1, 0, 0)]).normals, (0, 1, 0))


def test_a_wrapped_sheet_has_no_seam() -> None:
    ring = circle_path(1.0, 12)
    part = sheet([ring, ring + (0, 1, 0)], wrap=True)
    assert np.allclose(part.normals[:, 1], 0, atol=1e-6)
    outward = part.positions * (1, 0, 1)
    assert np.all(np.einsum("ij,ij->i", part.normals, outward) > 0.99)


def test_a_spline_goes_through_its_points() -> None:
    knots = np.array([(0, 0), (1, 2), (3, 2), (4, 0)], float)
    assert np.allclose(spline(knots, 4), knots)
    assert np.allclose(spline(knots, 31)[[0, 10, 20, 30]], knots)


def test_a_coil_rises_evenly() -> None:
    path = coil(2.0, 1.0, 3.0, 4, 81)
    assert np.allclose(np.hypot(path[:, 0], path[:, 2]), 2.0)
    assert np.allclose(np.diff(path[:, 1]), 2.0 / 80)


def test_shading_multiplies() -> None:
    dark = shaded(box((1, 1, 1), color="#FFFFFF"), np.full(24, 0.5))
    assert dark.colors is not None
    assert np.allclose(dark.colors, (0.5, 0.5, 0.5, 1.0))
