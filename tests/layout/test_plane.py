"""Flat geometry, against shapely where it knows better."""

from __future__ import annotations

import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from hallwright.layout.plane import (
    area,
    contains,
    crossing,
    distance_to_path,
    overlap,
    rectangle,
    shapes_overlap,
    strip,
)

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
ELL = ((0.0, 0.0), (10.0, 0.0), (10.0, 4.0), (4.0, 4.0), (4.0, 10.0), (0.0, 10.0))
numbers = st.integers(-30, 30).map(float)
rectangles = st.builds(
    rectangle,
    st.tuples(numbers, numbers),
    st.tuples(st.integers(1, 20), st.integers(1, 20)),
    st.integers(0, 359).map(math.radians),
)


def test_contains() -> None:
    assert contains(ELL, (2, 8))
    assert not contains(ELL, (8, 8))
    assert contains(SQUARE, (10.2, 5), slack=0.3)
    assert not contains(SQUARE, (10.2, 5), slack=0.1)


def test_a_rectangle_turns_clockwise_from_north() -> None:
    corners = rectangle((0, 0), (4, 2), math.radians(90))  # looks east: its width runs north to south

    assert max(x for x, _ in corners) == pytest.approx(1)
    assert max(y for _, y in corners) == pytest.approx(2)


@given(rectangles, rectangles)
def test_overlap_agrees_with_shapely(first: tuple, second: tuple) -> None:  # type: ignore[type-arg]
    shared = shapely.Polygon(first).intersection(shapely.Polygon(second)).area
    depth = overlap(first, second)

    if shared > 1e-6:
        assert depth > 0
    if depth > 1e-6:
        assert shared > 0


@given(st.lists(st.tuples(numbers, numbers), min_size=3, max_size=8, unique=True))
def test_crossing_outlines_are_invalid_polygons(points: list[tuple[float, float]]) -> None:
    if crossing(points) is not None:
        assert not shapely.Polygon(points).is_valid


def test_a_bow_tie_crosses() -> None:
    assert crossing(((0, 0), (10, 10), (10, 0), (0, 10))) == (0, 2)
    assert crossing(ELL) is None


def test_shapes_that_share_an_edge_do_not_overlap() -> None:
    beside = tuple((x + 10, y) for x, y in SQUARE)
    across = tuple((x + 5, y + 5) for x, y in SQUARE)
    within = tuple((x / 2 + 1, y / 2 + 1) for x, y in SQUARE)

    assert not shapes_overlap(SQUARE, beside)
    assert shapes_overlap(SQUARE, across)
    assert shapes_overlap(SQUARE, within)
    assert shapes_overlap(SQUARE, SQUARE)
    assert not shapes_overlap(ELL, ((5.0, 5.0), (9.0, 5.0), (9.0, 9.0), (5.0, 9.0)))


def test_measures() -> None:
    assert area(ELL) == pytest.approx(64)
    assert distance_to_path(((0, 0), (10, 0)), (5, 3)) == pytest.approx(3)
    assert distance_to_path(SQUARE, (-2, 5), closed=True) == pytest.approx(2)
    assert sorted(strip((0, 0), (10, 0), 2)) == [(0, -1), (0, 1), (10, -1), (10, 1)]
