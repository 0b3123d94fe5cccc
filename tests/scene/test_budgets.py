"""Far forms stay plain: the whole hall is drawn from them."""

from __future__ import annotations

import pytest

from hallwright.layout.model import Side
from hallwright.scene.builders import booths as booths_builder
from hallwright.scene.compiling import compile_scene, realise
from hallwright.scene.graph import Group
from hallwright.scene.pieces.furniture import FURNITURE, furniture
from hallwright.scene.pieces.stand_plans import _BLOCKS, architecture_of
from hallwright.scene.planning import Setting, seed_of
from tests.scene.sample import booth, hall, island, venue


def far_triangles(group: Group) -> int:
    return sum(len(p.indices) for node in group.nodes for p in node.mesh.far or ())


def near_triangles(group: Group) -> int:
    return sum(len(p.indices) for node in group.nodes for p in node.mesh.primitives)


def built(*found: object) -> list[Group]:
    area = hall(booths=tuple(found))
    return [realise(part) for part in booths_builder.plan(Setting(venue(area), area, None))]


@pytest.mark.parametrize(
    "opened", [("front",), ("front", "right"), ("front", "left"), ("front", "right", "back", "left")]
)
def test_a_shell_booth_is_at_most_thirty_triangles_far_and_1200_near(opened: tuple[Side, ...]) -> None:
    (group,) = built(booth("x1", (10, 10), open=opened))
    assert far_triangles(group) <= 30
    assert near_triangles(group) <= 1200


@pytest.mark.parametrize("side", [6.0, 9.0, 12.0, 18.0])
def test_islands_stay_within_their_budgets(side: float) -> None:
    for group in built(*(island(f"i{n}", (25, 25), side) for n in range(12))):
        assert far_triangles(group) <= 260
        assert near_triangles(group) <= 6000


def test_islands_come_in_all_architectures() -> None:
    large = [island(f"s{n}", (0, 0), 9.0) for n in range(60)]
    small = [island(f"s{n}", (0, 0), 6.0) for n in range(60)]
    assert {architecture_of(one, seed_of(one.id)) for one in large + small} == set(_BLOCKS)


def test_two_islands_of_one_size_differ() -> None:
    first, second = built(island("one", (20, 20), 9.0), island("another", (20, 20), 9.0))
    assert near_triangles(first) != near_triangles(second)


@pytest.mark.parametrize("kind", FURNITURE)
def test_furniture_is_light_and_takes_its_colour(kind: str) -> None:
    blue, red = furniture(kind, "#1F6FB2"), furniture(kind, "#B3202C")
    assert sum(len(p.indices) for p in blue.primitives) <= 340
    assert sum(len(p.indices) for p in blue.far or ()) <= 12
    assert (blue is red) != FURNITURE[kind].colored
    assert furniture(kind, "#1F6FB2") is blue


def test_a_cell_of_ceiling_is_plain_from_afar() -> None:
    scene = compile_scene(venue())
    group = realise(next(part for part in scene.areas[0].parts if part.builder == "ceiling"))
    assert far_triangles(group) <= 220
    assert near_triangles(group) <= 1800
