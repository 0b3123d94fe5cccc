"""Straight lines over squares, against lines looked at in tiny steps and against the exact reference."""

from __future__ import annotations

import numpy as np
import pytest

from hallwright.wayfinding.linking import link, seen_from
from hallwright.wayfinding.measuring import parts_of, spread
from hallwright.wayfinding.sight import OFF, corners, is_free, nearest_free, pulled, sees

from .exact import Exact

STEP = 0.25


def cluttered(seed: int, size: int = 64, count: int = 26) -> np.ndarray:
    """A walled square full of rectangles."""
    chance = np.random.default_rng(seed)
    grid = np.zeros((size, size), bool)
    grid[2:-2, 2:-2] = True
    for x, y, w, h in chance.integers((2, 2, 1, 1), (size - 8, size - 8, 9, 9), size=(count, 4)):
        grid[y : y + h, x : x + w] = False
    return grid


def free_points(grid: np.ndarray, count: int, seed: int) -> np.ndarray:
    chance = np.random.default_rng(seed)
    squares = np.argwhere(grid)
    return (squares[chance.integers(len(squares), size=count)][:, ::-1] + chance.uniform(0.1, 0.9, (count, 2))) * STEP


@pytest.mark.parametrize("seed", range(6))
def test_a_line_is_clear_when_all_its_points_are_free(seed: int) -> None:
    grid = cluttered(seed)
    a, b = free_points(grid, 400, seed), free_points(grid, 400, seed + 100)
    shares = np.linspace(0, 1, 3000)[None, :, None]
    fine = (a[:, None] + (b - a)[:, None] * shares).reshape(-1, 2)
    expected = is_free(grid, STEP, fine).reshape(400, -1).all(axis=1)
    found = sees(grid, STEP, a, b)
    assert not (found & ~expected).any()
    assert (found == expected).mean() > 0.99, "only lines through a vertex may differ"


def test_corners_lie_just_outside_their_square() -> None:
    grid = np.ones((8, 8), bool)
    grid[3:5, 2:6] = False
    nodes, quadrants = corners(grid, 1.0)
    expected = {(2 - OFF, 3 - OFF), (6 + OFF, 3 - OFF), (2 - OFF, 5 + OFF), (6 + OFF, 5 + OFF)}
    assert {(round(x, 6), round(y, 6)) for x, y in nodes} == {(round(x, 6), round(y, 6)) for x, y in expected}
    assert is_free(grid, 1.0, nodes).all()
    assert {tuple(pair) for pair in quadrants.tolist()} == {(-1, -1), (1, -1), (-1, 1), (1, 1)}


@pytest.mark.parametrize("seed", range(8))
def test_ways_over_links_are_nearly_exact(seed: int) -> None:
    """Thinned links alone, not pulled straight, against the exact optimum: nothing is cut off, little is lost."""
    grid = cluttered(seed)
    nodes, quadrants = corners(grid, STEP)
    links, exact = link(grid, STEP, nodes, quadrants), Exact(grid, STEP)
    starts, ends = free_points(grid, 8, seed + 7), free_points(grid, 8, seed + 8)
    for a, b in zip(starts, ends, strict=True):
        least = exact.length(tuple(a), tuple(b))
        if sees(grid, STEP, a[None], b[None])[0]:
            assert least == pytest.approx(np.hypot(*(a - b)))
            continue
        near, far = (seen_from(grid, STEP, at, nodes, quadrants) for at in (a, b))
        lengths, _ = spread(links, zip(np.hypot(*(nodes[near] - a).T).tolist(), near.tolist(), strict=True))
        total = np.min(lengths[far] + np.hypot(*(nodes[far] - b).T), initial=np.inf)
        if np.isfinite(least) and least > 2:
            assert least - 1e-4 <= total <= 1.03 * least + 0.3
        if np.isfinite(total):
            assert np.isfinite(least)


def test_parts_that_do_not_meet_are_told_apart() -> None:
    grid = np.ones((40, 40), bool)
    grid[:, 20] = False
    grid[10:14, 5:9] = grid[10:14, 28:32] = False
    nodes, quadrants = corners(grid, STEP)
    parts = parts_of(link(grid, STEP, nodes, quadrants))
    west = nodes[:, 0] < 5
    assert len(set(parts[west])) == len(set(parts[~west])) == 1
    assert parts[west][0] != parts[~west][0]


def test_needless_bends_go() -> None:
    grid = np.ones((40, 40), bool)
    grid[0:20, 18:22] = False
    line = np.array([[1.0, 1.0], [2.0, 3.0], [3.0, 2.0], [4.475, 5.025], [5.525, 5.025], [7.0, 4.0], [9.0, 1.0]])
    assert pulled(grid, STEP, line).tolist() == [[1.0, 1.0], [4.475, 5.025], [5.525, 5.025], [9.0, 1.0]]


def test_the_nearest_free_square() -> None:
    grid = np.zeros((40, 40), bool)
    grid[30, 30] = True
    assert nearest_free(grid, STEP, (7.0, 7.0), 1.0).tolist() == [[7.625, 7.625]]
    assert len(nearest_free(grid, STEP, (1.0, 1.0), 2.0)) == 0
