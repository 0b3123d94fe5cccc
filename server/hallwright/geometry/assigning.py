"""Who goes where, so that nobody's way crosses another's.

Two who start at ``a`` and ``b`` together, fly straight and alike, and end at ``c`` and ``d`` together, stay apart by at
least 1/√2 of the smaller of their two distances when ``(a - b)·(c - d)`` is not negative. Where it is negative they
exchange goals, which shortens the ways; so exchanging until there are none comes to an end.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
MOST_ROUNDS = 4000
SLACK = 1e-9


def assigned(starts: Points, goals: Points) -> NDArray[np.intp]:
    """The index of each one's goal, ``starts`` and ``goals`` (n, 3) being as many, so that no two ways cross."""
    order, everyone = _sorted_alike(starts, goals), np.arange(len(starts))
    for _ in range(MOST_ROUNDS):
        worse = crossings(starts, goals[order])
        best = worse.argmin(axis=1)
        least = worse[everyone, best]
        mutual = np.flatnonzero((least < -SLACK) & (best[best] == everyone) & (best > everyone))
        if not len(mutual):
            if not (least < -SLACK).any():
                break
            mutual = least.argmin()[None]
        one, other = mutual, best[mutual]
        order[one], order[other] = order[other], order[one]
    return order


def crossings(starts: Points, goals: Points) -> NDArray[np.float64]:
    """(n, n): ``(a - b)·(c - d)`` of each two; negative where their ways should be exchanged."""
    across = starts @ goals.T
    own = np.diagonal(across)
    both: NDArray[np.float64] = own[:, None] + own[None, :] - across - across.T
    return both


def _sorted_alike(starts: Points, goals: Points) -> NDArray[np.intp]:
    """A first guess: columns from left to right, within each from below."""
    order = np.empty(len(starts), np.intp)
    order[_columns(starts)] = _columns(goals)
    return order


def _columns(points: Points) -> NDArray[np.intp]:
    """The points by column, as many to each."""
    count = len(points)
    columns = max(1, round(np.sqrt(count)))
    ranks = np.empty(count, np.intp)
    ranks[np.argsort(points[:, 0], kind="stable")] = np.arange(count)
    return np.lexsort((points[:, 2], points[:, 1], ranks * columns // count))
