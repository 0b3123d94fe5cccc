"""Slots for all together: no clash, nothing that does not suit, and as good as can be."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hallwright.knowledge.matching.assigning import UNBOOKED, Free, Scores, assign, assign_wishes, bound, greedy


def problem(seed: int, buyers: int, booths: int, slots: int, wished: float = 0.7) -> tuple[Scores, Free, Free]:
    draw = np.random.default_rng(seed)
    scores = draw.random((buyers, booths)) * (draw.random((buyers, booths)) < wished)
    return scores, draw.random((buyers, slots)) < 0.7, draw.random((booths, slots)) < 0.8


def worth(scores: Scores, buyers: Free, booths: Free) -> float:
    """The best there is, by trying everything."""
    pairs = [(b, e) for b, e in product(range(len(buyers)), range(len(booths))) if scores[b, e] > 0]

    def best(rest: int, taken: frozenset[tuple[str, int, int]]) -> float:
        if rest == len(pairs):
            return 0.0
        b, e = pairs[rest]
        found = best(rest + 1, taken)
        for slot in np.flatnonzero(buyers[b] & booths[e]).tolist():
            mine = {("b", b, slot), ("e", e, slot)}
            if not mine & taken:
                found = max(found, float(scores[b, e]) + best(rest + 1, taken | mine))
        return found

    return best(0, frozenset())


@given(some.integers(0, 10_000), some.integers(1, 12), some.integers(1, 8), some.integers(1, 6))
@settings(max_examples=80, deadline=None)
def test_no_clash_and_only_what_suits(seed: int, buyers: int, booths: int, slots: int) -> None:
    scores, free_buyers, free_booths = problem(seed, buyers, booths, slots)
    for solve in (assign, greedy):
        booked = solve(scores, free_buyers, free_booths)
        rows, columns = np.nonzero(booked != UNBOOKED)
        at = booked[rows, columns]
        assert (scores[rows, columns] > 0).all()
        assert free_buyers[rows, at].all()
        assert free_booths[columns, at].all()
        for side in (rows, columns):
            assert len(set(zip(side.tolist(), at.tolist(), strict=True))) == len(at)
        assert scores[rows, columns].sum() <= bound(scores, free_buyers, free_booths) + 1e-9


@pytest.mark.parametrize("seed", range(12))
def test_small_ones_are_near_the_optimum_and_under_the_bound(seed: int) -> None:
    scores, buyers, booths = problem(seed, 3, 2, 2)
    optimum = worth(scores, buyers, booths)
    booked = assign(scores, buyers, booths)
    assert scores[booked != UNBOOKED].sum() >= 0.8 * optimum
    assert bound(scores, buyers, booths) >= optimum - 1e-9


def test_a_whole_fair_is_within_a_twentieth_of_the_relaxed_optimum() -> None:
    """2,000 buyers, 500 exhibitors, 16 slots; one pair in twenty wants to meet."""
    scores, buyers, booths = problem(7, 2_000, 500, 16, wished=0.05)
    booked = assign(scores, buyers, booths)
    assert scores[booked != UNBOOKED].sum() >= 0.95 * bound(scores, buyers, booths)


def test_one_slot_is_an_exact_optimum() -> None:
    scores = np.array([[0.9, 0.8], [0.85, 0.1]])
    one = np.ones((2, 1), dtype=bool)
    assert scores[assign(scores, one, one) != UNBOOKED].sum() == pytest.approx(1.65)  # the best pair alone gives 1.0


@dataclass(frozen=True)
class Wish:
    meeting: str
    buyer: str
    booth: str
    score: float
    slots: tuple[str, ...]


def test_wishes_get_what_suits_them_both_and_all_that_can() -> None:
    wishes = [
        Wish("m1", "ann", "a1", 0.9, ("s/1", "s/2")), Wish("m2", "ben", "a1", 0.0, ("s/1",)),
        Wish("m3", "ann", "b2", 0.4, ("s/1",)),
    ]  # fmt: skip
    placed = assign_wishes(wishes)
    assert placed["m1"] == "s/2"
    assert len(placed) == 3 - ("m3" not in placed) - ("m2" not in placed)
    assert {"m2", "m3"} <= placed.keys()
    assert assign_wishes([]) == {}
