"""Flat shapes: areas, holes, insides, ribbons, and cutting what overlaps."""

from __future__ import annotations

import numpy as np
import pytest

from hallwright.geometry.cutting import topmost
from hallwright.geometry.polygons import area_of, circle, contains, counter_clockwise, ribbon, triangulate

ELL = [(0, 0), (4, 0), (4, 1), (1, 1), (1, 4), (0, 4)]


def area(points: np.ndarray, triangles: np.ndarray) -> float:  # type: ignore[type-arg]
    a, b, c = (points[triangles[:, i]] for i in range(3))
    return float(np.sum((b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])) / 2)


@pytest.mark.parametrize("polygon", [ELL, ELL[::-1], circle(2, 32).tolist()])
def test_triangles_cover_the_polygon_and_turn_left(polygon: list[tuple[float, float]]) -> None:
    assert area(*triangulate(polygon)) == pytest.approx(abs(area_of(polygon)))


def test_a_hole_is_left_out() -> None:
    hole = [(0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8)]
    assert area(*triangulate(ELL, [hole])) == pytest.approx(7 - 0.36)


def test_inside_is_inside() -> None:
    assert contains(ELL, [(0.5, 0.5), (3, 0.5), (0.5, 3), (2, 2), (-1, 0.5)]).tolist() == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_a_ribbon_keeps_its_width_round_a_bend() -> None:
    left, right = ribbon([(0, 0), (10, 0), (10, 10)], 2)
    assert left.tolist() == pytest.approx(np.array([[0, 1], [9, 1], [9, 10]]))
    assert right.tolist() == pytest.approx(np.array([[0, -1], [11, -1], [11, 10]]))


def test_the_left_edge_of_a_closed_ribbon_is_an_inset() -> None:
    inner = ribbon(counter_clockwise(ELL[::-1]), 0.4, closed=True)[0][:-1]
    assert area_of(inner) == pytest.approx(7 - 0.2 * 16 + 4 * 0.04 * (5 - 1) / 4, abs=0.02)


def test_layers_are_cut_without_overlap() -> None:
    square, diamond = [(0, 0), (10, 0), (10, 10), (0, 10)], [(5, 1), (9, 5), (5, 9), (1, 5)]
    areas = {
        index: area(found.reshape(-1, 2), np.arange(found.size // 2).reshape(-1, 3))
        for index, found in topmost((0, 0, 10, 10), [square, diamond], 4)
    }
    assert areas == {1: pytest.approx(32), 0: pytest.approx(68)}
