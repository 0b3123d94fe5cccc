"""The order of stops, against all orders there are."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from hallwright.wayfinding.ordering import EXACT, shortest_order


def lengths_of(count: int, seed: int) -> list[list[float]]:
    points = np.random.default_rng(seed).uniform(0, 100, (count + 1, 2))
    return [[float(np.hypot(*(a - b))) for b in points] for a in points]


def tour(lengths: list[list[float]], order: tuple[int, ...]) -> float:
    return sum(lengths[a][b] for a, b in zip((0, *(i + 1 for i in order)), (i + 1 for i in order), strict=False))


@pytest.mark.parametrize("keep_last", [False, True])
@pytest.mark.parametrize("count", [1, 2, 5, 7])
def test_no_order_is_shorter(count: int, keep_last: bool) -> None:
    for seed in range(4):
        lengths = lengths_of(count, seed)
        orders = [order for order in permutations(range(count)) if not keep_last or order[-1] == count - 1]
        found = shortest_order(lengths, keep_last)
        assert sorted(found) == list(range(count))
        assert tour(lengths, found) == pytest.approx(min(tour(lengths, order) for order in orders))
        assert not keep_last or found[-1] == count - 1


@pytest.mark.parametrize("keep_last", [False, True])
def test_many_stops_are_visited_on_a_short_way(keep_last: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Against the exact order, which takes its time for so many."""
    lengths = lengths_of(EXACT + 2, 3)
    found = shortest_order(lengths, keep_last)
    monkeypatch.setattr("hallwright.wayfinding.ordering.EXACT", 20)
    assert sorted(found) == list(range(EXACT + 2))
    assert tour(lengths, found) <= 1.05 * tour(lengths, shortest_order(lengths, keep_last))


def test_long_work_lets_others_on() -> None:
    pauses: list[None] = []
    shortest_order(lengths_of(EXACT, 1), pause=lambda: pauses.append(None))
    assert len(pauses) >= 4
