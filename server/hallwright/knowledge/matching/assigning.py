"""Who meets whom when: all wishes get their slots together, so that the sum of scores is (almost) the largest.

Each slot is an assignment of buyers to exhibitors (Kuhn 1955; scipy's ``linear_sum_assignment``). One slot after the
other takes the best that is left of the wishes, the slots that suit the fewest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Free = NDArray[np.bool_]
UNBOOKED = -1
AGREED = 0.01  # that a meeting counts beyond its score: who agreed without a shared word is not left out


class Waiting(Protocol):
    """A meeting that waits for one of its ``slots``."""

    @property
    def meeting(self) -> str: ...
    @property
    def buyer(self) -> str: ...
    @property
    def booth(self) -> str: ...
    @property
    def score(self) -> float: ...
    @property
    def slots(self) -> tuple[str, ...]: ...


def assign(scores: Scores, buyers: Free, booths: Free, suits: Free | None = None) -> NDArray[np.int64]:
    """The slot of each pair, ``UNBOOKED`` for none. ``scores`` (buyers × booths) is above 0 where both want to meet;
    ``buyers`` and ``booths`` (each × slots) say who is free when; ``suits`` (buyers × booths × slots) says which slots
    of those a pair wants, all by default. Nobody gets two meetings in a slot."""
    from scipy.optimize import linear_sum_assignment  # loaded when the first meeting waits: it takes a moment

    left = np.maximum(scores, 0.0)
    booked = np.full(scores.shape, UNBOOKED, dtype=np.int64)
    suited = np.minimum(buyers.sum(axis=0), booths.sum(axis=0))
    for slot in np.argsort(suited, kind="stable").tolist():
        rows, columns = np.flatnonzero(buyers[:, slot]), np.flatnonzero(booths[:, slot])
        if not len(rows) or not len(columns):
            continue
        offered = left[np.ix_(rows, columns)]
        if suits is not None:
            offered = offered * suits[:, :, slot][np.ix_(rows, columns)]
        chosen = linear_sum_assignment(offered, maximize=True)
        worth = offered[chosen] > 0
        pairs = rows[chosen[0][worth]], columns[chosen[1][worth]]
        booked[pairs] = slot
        left[pairs] = 0.0
    return booked


def assign_wishes(wishes: Sequence[Waiting]) -> dict[str, str]:
    """A slot for as many meetings as can be, by their ids: the sum of scores is (almost) the largest."""
    buyers, booths = _places(each.buyer for each in wishes), _places(each.booth for each in wishes)
    slots = _places(slot for each in wishes for slot in each.slots)
    scores = np.zeros((len(buyers), len(booths)))
    suits = np.zeros((len(buyers), len(booths), len(slots)), dtype=bool)
    for each in wishes:
        pair = buyers[each.buyer], booths[each.booth]
        scores[pair] = AGREED + each.score
        suits[pair][[slots[slot] for slot in each.slots]] = True
    booked = assign(scores, np.any(suits, axis=1), np.any(suits, axis=0), suits)
    named = list(slots)
    placed = {each.meeting: booked[buyers[each.buyer], booths[each.booth]] for each in wishes}
    return {meeting: named[slot] for meeting, slot in placed.items() if slot != UNBOOKED}


def _places(names: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(dict.fromkeys(names))}


def greedy(scores: Scores, buyers: Free, booths: Free) -> NDArray[np.int64]:
    """The same, the best pair first, each in its first common slot: what ``assign`` is measured against."""
    booked = np.full(scores.shape, UNBOOKED, dtype=np.int64)
    free_buyers, free_booths = buyers.copy(), booths.copy()
    order = np.argsort(-scores, axis=None, kind="stable")
    for buyer, booth in zip(*np.unravel_index(order[: np.count_nonzero(scores > 0)], scores.shape), strict=True):
        common = free_buyers[buyer] & free_booths[booth]
        if common.any():
            slot = int(common.argmax())
            booked[buyer, booth] = slot
            free_buyers[buyer, slot] = free_booths[booth, slot] = False
    return booked


def bound(scores: Scores, buyers: Free, booths: Free) -> float:
    """No assignment is worth more: everybody has their best meetings, as many as they are free for, though slots clash.

    That is the relaxed problem (a b-matching), bounded through its dual: for prices u, v ≥ 0 of a meeting of each buyer
    and exhibitor, ``Σ freeᵢ uᵢ + Σ freeⱼ vⱼ + Σ max(0, sᵢⱼ - uᵢ - vⱼ)`` is never below it (weak duality). Prices that
    make both sides stop are found by turns: given the ones of one side, the best of the other side's are the score
    of the first meeting that no longer has room.
    """
    limits = buyers.sum(axis=1), booths.sum(axis=1)
    values = np.maximum(scores, 0.0)
    best = np.inf
    for first in (0, 1):
        prices = [np.zeros(values.shape[0]), np.zeros(values.shape[1])]
        for turn in range(first, first + 12):
            prices[turn % 2] = _prices(values, prices[1 - turn % 2], limits[turn % 2], axis=turn % 2)
            rest = np.maximum(0.0, values - prices[0][:, None] - prices[1][None, :]).sum()
            best = min(best, float(prices[0] @ limits[0] + prices[1] @ limits[1] + rest))
    return best


def _prices(values: Scores, others: Scores, limits: NDArray[np.int64], axis: int) -> Scores:
    """For each of one side, what the first meeting beyond its limit is worth to it, prices of the others paid."""
    table = values if axis == 0 else values.T
    ordered = -np.sort(-np.maximum(0.0, table - others[None, :]), axis=1)
    beyond = np.concatenate([ordered, np.zeros((len(ordered), 1))], axis=1)
    return beyond[np.arange(len(beyond)), np.minimum(limits, ordered.shape[1])]
