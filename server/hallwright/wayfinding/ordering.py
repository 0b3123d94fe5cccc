"""In which order to visit stops: the shortest one for up to nine, a short one for more."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

EXACT = 9
Lengths = Sequence[Sequence[float]]


def shortest_order(
    lengths: Lengths, keep_last: bool = False, pause: Callable[[], None] = lambda: None
) -> tuple[int, ...]:
    """The order of the stops, from 0. ``lengths`` are from each to each of the start and the stops, the start first.
    ``pause`` is called between pieces of work of a few milliseconds."""
    stops = len(lengths) - 1
    if stops <= EXACT:
        return _exact(lengths, keep_last, pause)
    tried = []
    for first in range(stops - (1 if keep_last else 0)):
        pause()
        tried.append(_improved(lengths, _nearest_next(lengths, first, keep_last), keep_last))
    return min(tried, key=lambda order: _tour(lengths, order))


def _exact(lengths: Lengths, keep_last: bool, pause: Callable[[], None]) -> tuple[int, ...]:
    """Dynamic programming over subsets (Held and Karp, A Dynamic Programming Approach to Sequencing Problems, 1962)."""
    stops = len(lengths) - 1
    best: dict[tuple[int, int], tuple[float, int]] = {(1 << k, k): (lengths[0][k + 1], -1) for k in range(stops)}
    for chosen in range(1, 1 << stops):
        if not chosen % 64:
            pause()
        left = [after for after in range(stops) if not chosen >> after & 1]
        for last in (last for last in range(stops) if (chosen, last) in best):
            so_far, row = best[chosen, last][0], lengths[last + 1]
            for after in left:
                total, key = so_far + row[after + 1], (chosen | 1 << after, after)
                if key not in best or total < best[key][0]:
                    best[key] = (total, last)
    whole = (1 << stops) - 1
    last = stops - 1 if keep_last else min(range(stops), key=lambda k: best[whole, k][0])
    order = []
    while last >= 0:
        order.append(last)
        before = best[whole, last][1]
        whole, last = whole & ~(1 << last), before
    return tuple(reversed(order))


def _nearest_next(lengths: Lengths, first: int, keep_last: bool) -> list[int]:
    """From a first stop always to the nearest that is left."""
    left = list(range(len(lengths) - 1))
    final = [left.pop()] if keep_last else []
    left.remove(first)
    order, here = [first], first + 1
    while left:
        after = min(left, key=lambda stop: lengths[here][stop + 1])
        left.remove(after)
        order.append(after)
        here = after + 1
    return order + final


def _improved(lengths: Lengths, order: list[int], keep_last: bool) -> tuple[int, ...]:
    """2-opt and or-opt: reverse a part, or move up to three stops, as long as it shortens the tour (Croes, A Method for
    Solving Traveling-Salesman Problems, 1958; Or, 1976)."""
    best, best_length = order, _tour(lengths, order)
    movable = len(order) - (1 if keep_last else 0)
    found = True
    while found:
        found = False
        for changed in _changes(best, movable):
            length = _tour(lengths, changed)
            if length < best_length - 1e-9:
                best, best_length, found = changed, length, True
                break
    return tuple(best)


def _changes(order: list[int], movable: int) -> list[list[int]]:
    """Every order that is one change away."""
    changed = []
    for i in range(movable):
        for j in range(i + 2, movable + 1):
            changed.append(order[:i] + order[i:j][::-1] + order[j:])
        for size in (1, 2, 3):
            part, rest = order[i : i + size], order[:i] + order[i + size :]
            if i + size <= movable:
                changed += [rest[:k] + part + rest[k:] for k in range(movable - size + 1) if k != i]
    return changed


def _tour(lengths: Lengths, order: Sequence[int]) -> float:
    total, here = 0.0, 0
    for stop in order:
        total += lengths[here][stop + 1]
        here = stop + 1
    return total if math.isfinite(total) else math.inf
