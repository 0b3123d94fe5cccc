"""Shells cut open have a wall that looks outwards on both sides; light fades where it should."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hallwright.geometry.cutaways import WHOLE, cut_edge, flanks, opened, part_turned, rear, ring_plate, shell
from hallwright.geometry.glowing import faded, graded, halo
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bounds, cylinder

BARREL = [(1.0, 0.0), (1.0, 1.0), (1.0, 2.0)]


def volume(part: Primitive) -> float:
    """Cubic metres inside, positive when triangles look outwards."""
    a, b, c = (part.positions[part.indices[:, corner]].astype(np.float64) for corner in range(3))
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)


def test_a_whole_shell_holds_its_wall() -> None:
    parts = shell(BARREL, 0.1, WHOLE, ("paint", "#FFFFFF"), ("paint", "#FFFFFF"), segments=256)
    assert sum(map(volume, parts)) == pytest.approx(2 * math.pi * (1 - 0.81), rel=0.01)


def test_sectors_leave_the_window_in_front_and_share_the_rest() -> None:
    gap = 0.7
    front = part_turned(BARREL, opened(gap), "matte").positions
    assert np.abs(np.arctan2(front[:, 0], front[:, 2])).min() == pytest.approx(gap, abs=1e-4)
    assert part_turned(BARREL, rear(), "matte").positions[:, 2].max() == pytest.approx(0, abs=1e-6)
    assert sum(angle for _, angle in flanks(gap)) + 2 * gap + rear()[1] == pytest.approx(2 * math.pi)
    for sector in flanks(gap):
        points = part_turned(BARREL, sector, "matte").positions
        assert points[:, 2].min() >= -1e-6
        assert np.abs(np.arctan2(points[:, 0], points[:, 2])).min() == pytest.approx(gap, abs=1e-4)


def test_a_cut_is_painted_along_its_edges() -> None:
    materials = {
        part.material
        for part in shell(BARREL, 0.1, opened(0.5), ("paint", "#FFFFFF"), ("matte", "#FFFFFF"), edge="#FF0000")
    }
    assert materials == {"paint", "matte", "satin"}
    assert bounds([cut_edge(BARREL, math.pi / 2, 0.01, "#FF0000")])[1] == pytest.approx((1.01, 2.0, 0.01), abs=2e-3)
    assert volume(part_turned(ring_plate(0.5, 1.0, 0.0, 0.2), WHOLE, "matte", segments=128)) == pytest.approx(
        math.pi * 0.75 * 0.2, rel=0.01
    )


def test_colours_run_along_and_light_fades() -> None:
    part = cylinder(0.5, 1.0, base=True)
    warm = graded(part, part.positions[:, 1], ("#FFFFFF", "#000000"))
    assert warm.colors is not None
    assert warm.colors[:, 0] == pytest.approx(1 - part.positions[:, 1], abs=1e-5)
    light = faded(part, part.positions[:, 1])
    assert light.colors is not None
    assert light.colors[:, 3] == pytest.approx(part.positions[:, 1], abs=1e-5)
    for radius in (0.0, 1.0):
        ring = halo(radius, 0.3, "#FFFFFF", 0.5)
        assert ring.colors is not None
        away = np.abs(np.hypot(ring.positions[:, 0], ring.positions[:, 2]) - radius)
        assert ring.colors[away > 0.299, 3] == pytest.approx(0, abs=1e-3)
        assert ring.colors[:, 3].max() == pytest.approx(0.5, abs=1e-5)
        assert ring.normals[:, 1].min() > 0.99
