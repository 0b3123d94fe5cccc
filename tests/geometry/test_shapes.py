"""Shapes are closed where they should be, wound outward, and as large as asked."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hallwright.geometry import shapes
from hallwright.geometry.mesh import Primitive

SQUARE = [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]


def volume(primitive: Primitive) -> float:
    """By the divergence theorem: right only for a closed surface wound outward."""
    a, b, c = (primitive.positions[primitive.indices[:, i]].astype(float) for i in range(3))
    return float(np.sum(a * np.cross(b, c)) / 6)


def agreement(primitive: Primitive) -> float:
    """The least cosine between a triangle's own normal and the mean of its vertices' normals."""
    a, b, c = (primitive.positions[primitive.indices[:, i]].astype(float) for i in range(3))
    face = np.cross(b - a, c - a)
    given = primitive.normals[primitive.indices].mean(axis=1)
    return float(np.min(np.sum(face * given, axis=1) / np.maximum(np.linalg.norm(face, axis=1), 1e-12)))


@pytest.mark.parametrize(
    ("primitive", "expected", "tolerance"),
    [
        (shapes.box((1, 2, 3), (5, 6, 7)), 6.0, 1e-4),
        (shapes.bevel_box((1, 2, 3), (5, 6, 7), bevel=0.05), 6.0, 0.05),
        (shapes.cylinder(1, 2, segments=64), math.tau, 0.02),
        (shapes.cone(1, 3, segments=64), math.pi, 0.02),
        (shapes.sphere(1, (1, 2, 3), segments=48, rings=24), 4 / 3 * math.pi, 0.05),
        (shapes.sphere((1, 2, 3), segments=48, rings=24), 8 * math.pi, 0.3),
        (shapes.extrude([(0, 0), (2, 0), (2, 1), (0, 1)], 3), 6.0, 1e-4),
        (shapes.extrude([(0, 0), (0, 4), (4, 4), (4, 0)], 3, holes=[[(1, 1), (2, 1), (2, 2), (1, 2)]]), 45.0, 1e-3),
        (shapes.sweep([(0, 0, 0), (0, 0, 5)], SQUARE), 5.0, 1e-4),
        (shapes.sweep([(0, 0, 0), (0, 5, 0)], SQUARE), 5.0, 1e-4),
        (shapes.sweep([(0, 0, 0), (5, 0, 0), (5, 0, 5)], SQUARE), 10.0, 1e-3),
        (shapes.sweep([(0, 0, 0), (5, 0, 0), (5, 0, 5), (0, 0, 5)], SQUARE, closed=True), 20.0, 1e-3),
        (shapes.transform(shapes.box((1, 2, 3)), (1, 1, 1), 0.5, (-1, 2, 1), pitch=0.3), 12.0, 1e-3),
    ],
)
def test_solids_are_closed_and_wound_outward(primitive: Primitive, expected: float, tolerance: float) -> None:
    assert volume(primitive) == pytest.approx(expected, abs=tolerance)
    assert agreement(primitive) > 0.6
    assert np.allclose(np.linalg.norm(primitive.normals, axis=1), 1, atol=1e-4)


def test_a_box_stands_on_its_base_and_leaves_out_faces() -> None:
    whole, open_below = shapes.box((2, 4, 2), base=True), shapes.box((2, 4, 2), base=True, skip="-y")
    assert whole.positions[:, 1].min() == 0 and whole.positions[:, 1].max() == 4
    assert len(whole.indices) == 12 and len(open_below.indices) == 10
    assert not np.any(open_below.normals[:, 1] < 0)


def test_a_grid_looks_along_the_product_of_its_sides() -> None:
    patch = shapes.grid((0, 0, 0), (3, 0, 0), (0, 2, 0), 3, 2)
    assert len(patch.positions) == 12 and len(patch.indices) == 12
    assert np.allclose(patch.normals, (0, 0, 1)) and agreement(patch) == pytest.approx(1)


def test_a_quad_spans_the_unit_square_of_its_picture() -> None:
    panel = shapes.quad([(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0)], uvs=True)
    assert panel.uvs is not None
    assert panel.uvs[0].tolist() == [0, 1] and panel.uvs[2].tolist() == [1, 0]


def test_merging_keeps_materials_apart_and_fills_in_white() -> None:
    red, plain, steel = (
        shapes.box((1, 1, 1), color="#ff0000"),
        shapes.box((1, 1, 1)),
        shapes.box((1, 1, 1), material="metal"),
    )
    merged = shapes.merge([red, plain, steel])
    assert [part.material for part in merged] == ["matte", "metal"]
    assert merged[0].colors is not None and merged[0].colors[:24, 1].max() == 0 and merged[0].colors[24:].min() == 1
    assert merged[0].indices.max() == 47


def test_tinting_multiplies_and_is_linear() -> None:
    grey = shapes.tint(shapes.tint(shapes.box((1, 1, 1)), "#808080"), "#808080", alpha=0.5)
    assert grey.colors is not None
    assert grey.colors[0].tolist() == pytest.approx([0.2158605**2] * 3 + [0.5], abs=1e-5)


def test_welding_joins_only_what_agrees() -> None:
    ball = shapes.sphere(1, segments=12, rings=6)
    welded = shapes.weld(ball)
    assert len(welded.positions) < len(ball.positions)
    assert np.allclose(
        np.sort(welded.positions[welded.indices].reshape(-1)),
        np.sort(ball.positions[ball.indices].reshape(-1)),
        atol=1e-4,
    )
    assert len(shapes.weld(shapes.box((1, 1, 1))).positions) == 24


def test_a_turn_by_yaw_takes_the_front_to_the_east() -> None:
    turned = shapes.transform(shapes.quad([(-1, 0, 0), (1, 0, 0), (1, 1, 0), (-1, 1, 0)]), yaw=math.pi / 2)
    assert np.allclose(turned.normals, (1, 0, 0), atol=1e-6)
