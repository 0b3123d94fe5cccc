"""Floors cover their cell exactly once, whatever lies on them."""

from __future__ import annotations

import numpy as np
import pytest

from hallwright.layout.model import Aisle
from hallwright.scene.builders import floors
from hallwright.scene.compiling import realise
from hallwright.scene.graph import Part
from hallwright.scene.planning import Setting
from tests.scene.sample import hall, park, venue

SLANTED = hall(aisles=(Aisle("slant", ((2.0, 2.0), (46.0, 40.0)), 5.0, "concrete", True),))


def parts(area: object) -> list[Part]:
    return list(floors.plan(Setting(venue(), area, None)))  # type: ignore[arg-type]


def surface(part: Part, far: bool) -> float:
    """Area of the floor proper; tape, joints and shadows lie above it."""
    total = 0.0
    mesh = realise(part).nodes[0].mesh
    for primitive in (mesh.far if far else mesh.primitives) or ():
        a, b, c = (primitive.positions[primitive.indices[:, i]].astype(float) for i in range(3))
        ground = np.abs(a[:, 1]) < 1e-6
        total += float(np.linalg.norm(np.cross(b - a, c - a), axis=1)[ground].sum() / 2)
    return total


@pytest.mark.parametrize("far", [False, True], ids=["near", "far"])
@pytest.mark.parametrize("area", [hall(), SLANTED, park()], ids=["straight", "slanted", "park"])
def test_a_floor_covers_its_cell_once(area: object, far: bool) -> None:
    for part in parts(area):
        x0, y0, x1, y1 = part.subject.rectangle  # type: ignore[attr-defined]
        assert surface(part, far) == pytest.approx((x1 - x0) * (y1 - y0), rel=1e-4)


def test_cells_cover_the_area() -> None:
    area = hall(size=(60.0, 30.0))
    found = [rectangle for _, _, rectangle in floors.cells(area)]
    assert len(found) == 6
    assert sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in found) == pytest.approx(1800)


def test_a_light_warms_the_floor_below_it() -> None:
    lit, dark = (realise(parts(area)[0]).nodes[0].mesh.primitives for area in (hall(), hall(lights=())))
    brightest = max(float(p.colors[:, 0].max()) for p in lit if p.material == "concrete" and p.colors is not None)
    plain = max(float(p.colors[:, 0].max()) for p in dark if p.material == "concrete" and p.colors is not None)
    assert brightest > plain * 1.1


def test_the_main_aisle_is_taped() -> None:
    tape = [p for p in realise(parts(hall())[0]).nodes[0].mesh.primitives if p.material == "matte"]
    assert len(tape) == 1
    heights = np.unique(tape[0].positions[:, 1])
    assert heights.tolist() == pytest.approx([0.004])
