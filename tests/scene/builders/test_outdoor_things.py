"""Props, structures, pavilions and stalls: all kinds, near and far, within budgets, sound, shared."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.layout.model import Area, PropKind
from hallwright.scene.builders import pavilions, props, structures
from hallwright.scene.compiling import Builder
from hallwright.scene.graph import Group
from hallwright.scene.materials import MATERIALS
from hallwright.scene.pieces.pavilions import LOOKS
from hallwright.scene.pieces.skyline import backdrop
from hallwright.scene.pieces.stalls import GOODS
from hallwright.scene.pieces.trees import SPECIES, VARIANTS, tree
from hallwright.scene.planning import Setting
from tests.scene.outdoors import grounds, street
from tests.scene.sample import hall, venue


def built(builder: Builder, area: Area) -> list[Group]:
    return [builder.make(part) for part in builder.plan(Setting(venue(area), area, None))]


def count(primitives: tuple[Primitive, ...] | None) -> int:
    return sum(len(primitive.indices) for primitive in primitives or ())


def assert_sound(mesh: Mesh) -> None:
    for primitive in (*mesh.primitives, *(mesh.far or ())):
        assert primitive.material in MATERIALS
        assert np.isfinite(primitive.positions).all()
        assert np.linalg.norm(primitive.normals, axis=1) == pytest.approx(1.0, abs=1e-3)
        assert primitive.indices.max() < len(primitive.positions)
        if primitive.colors is not None:
            assert np.isfinite(primitive.colors).all()


@pytest.mark.parametrize("builder", [props, structures, pavilions])
def test_everything_is_sound_and_has_an_explicit_far_form(builder: Builder) -> None:
    groups = built(builder, street())
    assert groups
    for group in groups:
        for node in group.nodes:
            assert_sound(node.mesh)
            assert node.mesh.far is not None


@pytest.mark.parametrize("builder", [props, structures, pavilions])
def test_the_same_area_gives_the_same_things(builder: Builder) -> None:
    first, again = built(builder, street()), built(builder, street())
    assert [(n.name, n.mesh.key, n.translation, n.yaw, n.scale) for g in first for n in g.nodes] == [
        (n.name, n.mesh.key, n.translation, n.yaw, n.scale) for g in again for n in g.nodes
    ]


@pytest.mark.parametrize("kind", [kind for kind in get_args(PropKind) if kind != "skyline"])
def test_each_prop_is_light(kind: PropKind) -> None:
    area = grounds(props=tuple(prop for prop in grounds().props if prop.kind == kind), structures=(), features=())
    node = built(props, area)[0].nodes[0]
    assert 0 < count(node.mesh.primitives) <= 1400
    assert count(node.mesh.far) <= 40


@pytest.mark.parametrize("kind", SPECIES)
def test_trees_keep_their_budgets_and_differ(kind: str) -> None:
    trees = [tree(kind, variant) for variant in range(VARIANTS)]
    for one in trees:
        assert count(one.primitives) <= 400
        assert count(one.far) <= 24
        height = max(float(p.positions[:, 1].max()) for p in one.primitives)
        assert height == pytest.approx(SPECIES[kind].height, rel=0.25)
    assert len({one.primitives[0].positions.tobytes() for one in trees}) == VARIANTS


def test_a_crown_is_lit_from_above() -> None:
    crown = next(p for p in tree("tree-round", 0).primitives if p.material == "foliage")
    assert crown.colors is not None
    order = np.argsort(crown.positions[:, 1])
    third = len(order) // 3
    assert crown.colors[order[-third:], 1].mean() > 1.3 * crown.colors[order[:third], 1].mean()


def test_a_hall_has_no_horizon_and_a_park_has_one() -> None:
    assert all(group.id != "horizon" for group in built(props, hall()))
    horizon = next(group for group in built(props, grounds()) if group.id == "horizon")
    points = np.concatenate([primitive.positions for primitive in horizon.nodes[0].mesh.primitives])
    assert np.hypot(points[:, 0] - 50, points[:, 2] + 50).max() > 500
    assert count(horizon.nodes[0].mesh.primitives) < 6000


def test_the_land_beyond_leaves_the_area_free() -> None:
    horizon = next(group for group in built(props, grounds()) if group.id == "horizon")
    for primitive in horizon.nodes[0].mesh.primitives:
        inside = (np.abs(primitive.positions[:, [0, 2]] - (50, -50)) < 49.5).all(axis=1)
        assert not inside.any()


def test_structures_name_themselves_in_both_languages() -> None:
    labels = [label for group in built(structures, grounds()) for label in group.labels]
    assert len(labels) >= 3
    assert all(label.zh and label.en and label.far for label in labels)


def test_a_structure_outside_belongs_to_a_cell_inside() -> None:
    outside = grounds(structures=tuple(s for s in grounds().structures if s.kind == "facade"))
    moved = structures.plan(Setting(venue(outside), outside, None))
    for part in moved:
        assert 0 < part.anchor[0] < 100
        assert -100 < part.anchor[1] < 0


def test_pavilions_come_in_all_looks_and_stalls_with_all_wares() -> None:
    area = street()
    more = tuple(replace(one, id=f"{one.id}-{n}") for n in range(8) for one in area.booths)
    keys = {node.mesh.key for group in built(pavilions, replace(area, booths=more)) for node in group.nodes}
    assert {key.split("/")[1] for key in keys if key.startswith("pavilion/")} == set(LOOKS)
    assert sum(key.startswith("wares/") for key in keys) == GOODS


def test_market_booths_stay_within_their_budgets() -> None:
    for group in built(pavilions, street()):
        far = sum(count(node.mesh.far) for node in group.nodes)
        near = sum(count(node.mesh.primitives) for node in group.nodes)
        stall = group.id.startswith("s")
        assert far <= (60 if stall else 110)
        assert near <= (1400 if stall else 3200)
        assert group.labels
        assert all(label.zh for label in group.labels)


@pytest.mark.parametrize("size", [(360.0, 240.0), (60.0, 200.0), (20.0, 20.0)])
def test_the_land_beyond_stays_beyond(size: tuple[float, float]) -> None:
    """Woods and hills do not grow into the area's corners, where people may stand."""
    for primitive in backdrop(size, "grass", (0.8,)).primitives:
        x, y, z = primitive.positions.T
        inside = (x > 0) & (x < size[0]) & (-z > 0) & (-z < size[1])
        assert not (inside & (y > 0)).any(), primitive.material
