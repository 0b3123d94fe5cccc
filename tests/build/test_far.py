from __future__ import annotations

import numpy as np
import pytest

from hallwright.build.far import merged
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shapes import box, quad, transform
from hallwright.scene.graph import Node
from hallwright.scene.materials import MATERIALS

SQUARE = ((-1, 0, 0), (1, 0, 0), (1, 1, 0), (-1, 1, 0))


def of(parts: list[Primitive], material: str) -> Primitive:
    """The one primitive of this material."""
    (found,) = [part for part in parts if part.material == material]
    return found


def test_everything_solid_becomes_one_primitive_where_it_stands() -> None:
    crate = Mesh("crate", (box((1, 2, 3), material="timber"), box((1, 1, 1), (0, 3, 0), "satin")))
    nodes = [Node("a", crate, (5, 0, -2), 0.6, (1, 2, 1)), Node("b", crate, (1, 0, 0))]
    parts = merged(nodes, MATERIALS)
    assert [part.material for part in parts] == ["matte"]
    wanted = np.concatenate([
        transform(part, node.translation, node.yaw, node.scale).positions for part in crate.primitives for node in nodes
    ])
    found = parts[0].positions
    assert np.allclose(found[np.lexsort(found.T.round(3))], wanted[np.lexsort(wanted.T.round(3))], atol=1e-4)
    assert len(parts[0].indices) == 4 * 12


def test_normals_are_turned_and_stay_units_under_stretching() -> None:
    slope = Mesh("slope", (quad(((0, 0, 0), (1, 0, 0), (1, 1, -1), (0, 1, -1))),))
    part = merged([Node("a", slope, (0, 0, 0), np.pi / 2, (1, 2, 1))], MATERIALS)[0]
    expected = np.array([2.0, 1.0, 0.0]) / np.sqrt(5)
    assert np.allclose(part.normals, expected, atol=1e-6)


def test_blended_surfaces_share_one_material_and_bring_their_colour() -> None:
    parts = merged([
        Node("w", Mesh("w", (quad(SQUARE, "shadow"),)), (0, 0, 0)),
        Node("g", Mesh("g", (quad(SQUARE, "glass"),)), (0, 0, 0)),
    ], MATERIALS)
    soft = of(parts, "light")
    assert soft.colors is not None
    assert np.allclose(soft.colors[0], MATERIALS["shadow"].base_color)
    assert np.allclose(soft.colors[4], MATERIALS["glass"].base_color)


def test_surfaces_seen_from_both_sides_get_a_back() -> None:
    part = of(merged([Node("f", Mesh("f", (quad(SQUARE, "fabric"),)), (0, 0, 0))], MATERIALS), "matte")
    assert len(part.indices) == 4
    assert {tuple(normal) for normal in part.normals.tolist()} == {(0.0, 0.0, 1.0), (0.0, 0.0, -1.0)}
    a, b, c = (part.positions[part.indices[:, i]] for i in range(3))
    assert np.all(np.einsum("ij,ij->i", np.cross(b - a, c - a), part.normals[part.indices[:, 0]]) > 0)


def test_what_is_not_seen_from_afar_is_left_out() -> None:
    assert merged([Node("s", Mesh("s", (box((1, 1, 1)),), far=()), (0, 0, 0))], MATERIALS) == []


@pytest.mark.parametrize("material", sorted(MATERIALS))
def test_every_material_has_a_far_one(material: str) -> None:
    parts = merged([Node("q", Mesh(f"q-{material}", (quad(SQUARE, material),)), (0, 0, 0))], MATERIALS)
    assert len(parts) == 1
    assert parts[0].material in MATERIALS
