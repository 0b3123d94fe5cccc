"""Trimming keeps area: what is cut apart adds up to what it was."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.geometry.polygons import area_of
from hallwright.geometry.trimming import Cut, quads_of, rounded, strips, triangles_of, trim

STAR = ((0, 0), (10, 1), (14, -6), (15, 4), (24, 9), (13, 10), (9, 19), (6, 8))
COORDINATE = st.floats(-50, 50, allow_nan=False, width=32)


def total(pieces: list[list[tuple[float, float]]]) -> float:
    return sum(area_of(piece) for piece in pieces)


def test_triangles_of_a_concave_outline_cover_it_once() -> None:
    assert total(triangles_of(STAR)) == pytest.approx(abs(area_of(STAR)))


def test_cells_of_a_polygon_add_up_to_it_and_stay_inside() -> None:
    cut = Cut(triangles_of(STAR))
    found = 0.0
    for x in range(-5, 30, 5):
        for y in range(-10, 25, 5):
            for piece in cut.inside((x, y, x + 5, y + 5)):
                points = np.array(piece)
                assert np.all(points >= (x - 1e-9, y - 1e-9))
                assert np.all(points <= (x + 5 + 1e-9, y + 5 + 1e-9))
                found += area_of(piece)
    assert found == pytest.approx(abs(area_of(STAR)))


@given(st.tuples(COORDINATE, COORDINATE), st.tuples(COORDINATE, COORDINATE), st.tuples(COORDINATE, COORDINATE))
def test_a_trimmed_triangle_is_no_larger_and_turns_the_same_way(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]
) -> None:
    piece = trim([a, b, c], (-10, -10, 10, 10))
    whole = area_of([a, b, c])
    if piece:
        assert abs(area_of(piece)) <= abs(whole) + 1e-6
        assert area_of(piece) * whole >= -1e-6


def test_strips_add_up() -> None:
    triangles = triangles_of(STAR)
    assert sum(area_of(piece) for _, piece in strips(triangles, 0, 2.5)) == pytest.approx(total(triangles))


def test_a_strip_along_a_bent_path_is_as_wide_as_asked() -> None:
    quads = quads_of([(0, 0), (10, 0), (10, 10)], 2.0)
    assert total(quads) == pytest.approx(2.0 * 20, rel=0.02)


def test_rounding_keeps_straight_runs_and_ends() -> None:
    path = np.array([(0.0, 0.0), (30.0, 0.0), (30.0, 30.0)])
    soft = rounded(path)
    assert np.allclose(soft[[0, -1]], path[[0, -1]])
    assert np.abs(soft[soft[:, 0] < 20, 1]).max() < 1e-9
