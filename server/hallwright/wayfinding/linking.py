"""Corners that see each other, linked: a graph of straight lines on which shortest ways run.

In the open, nearly everything sees everything. Of all lines from a corner within ten degrees, a few short ones are
enough; ways that then bend where they need not are pulled straight in the end (``sight.pulled``). Measured on the
reference venue's park, 119,000 lines become 33,000, and ways stay as long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.wayfinding.sight import Grid, Places, Points, sees, taut

SECTORS = 36
ENOUGH = 2  # lines in a sector that make longer ones needless
ROUNDS = (6.0, 9.0, 12.0, 18.0, 24.0, 36.0, 48.0, 72.0, 96.0, np.inf)  # metres: short lines first
LOOKS = (18.0, 48.0, np.inf)  # the same for what one point sees
ROWS = 256  # corners compared with all others in one go


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """For node ``i``: its neighbours ``ends[starts[i]:starts[i + 1]]`` and how far they are, in metres."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    lengths: NDArray[np.float32]


def link(free: Grid, step: float, nodes: Points, quadrants: NDArray[np.int8]) -> Links:
    """Links between the nodes of a grid's corners."""
    a, b = (np.concatenate(found) for found in zip(*_candidates(nodes, quadrants), strict=True))
    lengths = np.hypot(*(nodes[b] - nodes[a]).T)
    there, back = _sectors(nodes[b] - nodes[a]), _sectors(nodes[a] - nodes[b])
    had = np.zeros((len(nodes), SECTORS), np.intp)
    kept, least = [np.zeros(0, np.intp)], 0.0
    for most in ROUNDS:
        wanted = (had[a, there] < ENOUGH) | (had[b, back] < ENOUGH)
        pairs = np.flatnonzero((lengths >= least) & (lengths < most) & wanted)
        pairs = pairs[sees(free, step, nodes[a[pairs]], nodes[b[pairs]])]
        np.add.at(had, (a[pairs], there[pairs]), 1)
        np.add.at(had, (b[pairs], back[pairs]), 1)
        kept.append(pairs)
        least = most
    chosen = np.concatenate(kept)
    return _both_ways(len(nodes), a[chosen], b[chosen], lengths[chosen])


def seen_from(
    free: Grid, step: float, at: Points, nodes: Points, quadrants: NDArray[np.int8], rounds: Sequence[float] = LOOKS
) -> Places:
    """The nodes that one point sees and that ways from there may bend at, thinned as links are; no farther than the
    last of ``rounds``."""
    along = nodes - at
    may = np.flatnonzero(taut(along, quadrants))
    lengths, sectors = np.hypot(*along[may].T), _sectors(along[may])
    had = np.zeros(SECTORS, np.intp)
    kept, least = [np.zeros(0, np.intp)], 0.0
    for most in rounds:
        some = np.flatnonzero((lengths >= least) & (lengths < most) & (had[sectors] < ENOUGH))
        some = some[sees(free, step, at[None], nodes[may[some]])] if len(some) else some
        had += np.bincount(sectors[some], minlength=SECTORS)
        kept.append(may[some])
        least = most
    return np.concatenate(kept)


def _candidates(nodes: Points, quadrants: NDArray[np.int8]) -> Iterator[tuple[Places, Places]]:
    """Pairs of nodes whose line would be taut at both ends, once each."""
    yield np.zeros(0, np.intp), np.zeros(0, np.intp)
    for start in range(0, len(nodes), ROWS):
        rows = slice(start, start + ROWS)
        along = nodes[None] - nodes[rows, None]
        both = taut(along, quadrants[None]) & taut(along, quadrants[rows, None])
        a, b = np.nonzero(both)
        later = b > a + start
        yield a[later] + start, b[later]


def _sectors(along: Points) -> Places:
    share = np.arctan2(along[:, 1], along[:, 0]) / (2 * np.pi) % 1.0
    return np.minimum((share * SECTORS).astype(np.intp), SECTORS - 1)


def _both_ways(count: int, a: Places, b: Places, lengths: Points) -> Links:
    starts, ends = np.concatenate([a, b]), np.concatenate([b, a])
    order = np.lexsort((ends, starts))
    bounds = np.searchsorted(starts[order], np.arange(count + 1))
    both = np.concatenate([lengths, lengths])[order]
    return Links(bounds.astype(np.int32), ends[order].astype(np.int32), both.astype(np.float32))
