"""The shapes that models share: closed where they should be, outward everywhere, as large as asked for."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest

from hallwright.geometry.blading import Blade, airfoil, blade, blade_row, cooling_holes
from hallwright.geometry.cabling import cable, catenary, flange, harness, turned
from hallwright.geometry.cladding import barrel_plates, lamps, louvres, plates
from hallwright.geometry.gearing import around, dots, gear, ring_points
from hallwright.geometry.lattices import grating, truss
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bounds, box, cylinder

BLADE = Blade(0.5, (0.2, 0.15), (0.3, 0.9))


def volume(part: Primitive) -> float:
    """Cubic metres inside, positive when triangles look outwards."""
    a, b, c = (part.positions[part.indices[:, corner]].astype(np.float64) for corner in range(3))
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)


def agreement(part: Primitive) -> float:
    """The smallest cosine between a triangle and the normals at its corners."""
    corners = part.positions[part.indices].astype(np.float64)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    size = np.linalg.norm(across, axis=1)
    alive = size > 1e-10
    flat = across[alive] / size[alive, None]
    return float(np.einsum("ij,ikj->ik", flat, part.normals[part.indices][alive].astype(np.float64)).min())


EVERY: dict[str, Callable[[], list[Primitive]]] = {
    "flange": lambda: [flange((1, 2, 3), (1, 1, 0), 0.1)],
    "cable": lambda: [cable((0, 2, 0), (2, 2, 0))],
    "harness": lambda: [harness([(0, 2, 0), (0, 2, 1)], [(2, 2, 0), (2, 1, 1)])],
    "gear": lambda: [gear(24, 0.5, 0.1, bore=0.1)],
    "dots": lambda: [dots([(0, 0, 0), (1, 0, 0)], [(0, 1, 0), (1, 0, 0)], 0.01)],
    "blade": lambda: [blade(BLADE), cooling_holes(BLADE)],
    "row": lambda: blade_row(BLADE, 12, 0.8, holes=(0.2,), inward=True),
    "plates": lambda: plates(2, 1, 4, 2),
    "barrel": lambda: barrel_plates(1, 0, 2, 6, 3, angle=math.pi),
    "louvres": lambda: louvres(0.6, 0.4, 8),
    "lamps": lambda: lamps(0.6, 0.4, 8, 4, 0.02, ("#00ff00", "#ff0000")),
    "truss": lambda: truss((0, 3, 0), (6, 4, 1)),
    "grating": lambda: grating(2, 1, (0, 1, 0)),
}


@pytest.mark.parametrize("name", EVERY)
def test_it_looks_outwards_and_is_the_same_each_time(name: str) -> None:
    first, again = EVERY[name](), EVERY[name]()
    for part, twin in zip(first, again, strict=True):
        assert np.isfinite(part.positions).all()
        assert np.linalg.norm(part.normals, axis=1) == pytest.approx(1, abs=1e-4)
        assert agreement(part) > 0.2
        assert np.array_equal(part.positions, twin.positions)


def test_a_cable_hangs_by_its_sag_and_ends_where_it_should() -> None:
    line = catenary((0, 2, 0), (4, 3, 0), 0.5, 17)
    assert line[0] == pytest.approx((0, 2, 0))
    assert line[-1] == pytest.approx((4, 3, 0))
    assert line[8] == pytest.approx((2, 2.0, 0))
    assert np.diff(line[:, 1], 2).min() > 0


def test_gears_and_rings_are_where_they_should_be() -> None:
    wheel = gear(24, 0.5, 0.1, bore=0.1)
    low, high = bounds([wheel])
    assert high == pytest.approx((0.5, 0.05, 0.5), abs=0.01)
    assert low[1] == pytest.approx(-0.05)
    deep = 2.25 * 0.5 / 26
    assert math.pi * (0.5 - deep) ** 2 < volume(wheel) / 0.1 + math.pi * 0.01 < math.pi * 0.25
    for axis, at in (("x", (0.2, 0.5, 0)), ("y", (0, 0.2, 0.5)), ("z", (0, 0.5, 0.2))):
        ring = around([box((0.01, 0.01, 0.01), at)], 8, axis)[0]
        middles = ring.positions.reshape(8, -1, 3).mean(axis=1)
        assert middles == pytest.approx(ring_points(0.5, 8, axis, 0.2), abs=1e-5)
    assert len(around([box((1, 1, 1), (2, 0, 0))], 5, "z")[0].indices) == 60


def test_a_blade_is_an_airfoil_with_its_holes_on_its_skin() -> None:
    outline = airfoil(2.0, 0.12, 0.1, 40)
    assert np.ptp(outline[:, 0]) == pytest.approx(2.0, abs=0.01)
    one = blade(BLADE)
    assert volume(one) > 0
    assert np.ptp(one.positions[:, 1]) == pytest.approx(0.5)
    holes = cooling_holes(BLADE, (0.3,), 6, 0.003)
    middles = holes.positions.reshape(-1, 6, 3).mean(axis=1)
    assert len(middles) == 12
    low, high = bounds([one])
    assert np.all(middles >= low - 0.01)
    assert np.all(middles <= high + 0.01)
    flat = cooling_holes(Blade(0.5, (0.2, 0.15), (0.3, 0.9), camber=0.0), (0.3,), 6, 0.003)
    sides = flat.normals.reshape(-1, 6, 3)[:, 0]
    assert np.sum(sides[:6] * sides[6:], axis=1).max() < -0.5, "the two faces look away from each other"
    row = blade_row(BLADE, 12, 0.8)[0]
    assert np.hypot(row.positions[:, 1], row.positions[:, 2]).max() == pytest.approx(1.3, abs=0.02)
    hung = blade_row(BLADE, 12, 0.8, inward=True)[0]
    assert np.hypot(hung.positions[:, 1], hung.positions[:, 2]).max() < 0.83


def test_plates_fill_their_wall_and_leave_seams() -> None:
    parts = {part.material: part for part in plates(2, 1, 4, 2, gap=0.02, depth=0.03)}
    low, high = bounds(parts.values())
    assert high == pytest.approx((0.99, 0.49, 0.03))
    assert low == pytest.approx((-0.99, -0.49, 0))
    assert volume(parts["satin"]) == pytest.approx(8 * 0.48 * 0.48 * 0.03, rel=0.05)


def test_a_truss_reaches_from_end_to_end() -> None:
    low, high = bounds(truss((0, 3, 0), (6, 3, 0), 0.4))
    assert low == pytest.approx((0, 2.8, -0.2), abs=0.03)
    assert high == pytest.approx((6, 3.2, 0.2), abs=0.03)


def test_turned_things_keep_their_shape() -> None:
    post = cylinder(0.1, 1.0)
    leaning = turned(post, (5, 5, 5), (1, 2, 3))
    assert volume(leaning) == pytest.approx(volume(post), rel=1e-3)
    ahead = (leaning.positions - 5) @ np.array([1, 2, 3]) / math.sqrt(14)
    assert np.abs(ahead) == pytest.approx(0.5, abs=1e-4)
