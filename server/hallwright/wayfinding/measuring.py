"""Lengths over links: from a node or a gate to all nodes (Dijkstra), and which nodes hang together."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from hallwright.wayfinding.linking import Links
from hallwright.wayfinding.network import Floats, Ints, Stands

LANDMARKS = 8


def parts_of(links: Links) -> NDArray[np.intp]:
    """The number of the part that each node belongs to; what hangs together is one part."""
    count = len(links.starts) - 1
    starts, ends = links.starts.tolist(), links.ends.tolist()
    parts = [-1] * count
    found = 0
    for node in range(count):
        if parts[node] >= 0:
            continue
        waiting = [node]
        parts[node] = found
        while waiting:
            here = waiting.pop()
            for there in ends[starts[here] : starts[here + 1]]:
                if parts[there] < 0:
                    parts[there] = found
                    waiting.append(there)
        found += 1
    return np.array(parts, np.intp)


def spread(links: Links, seeds: Iterable[tuple[float, int]]) -> tuple[Floats, Ints]:
    """(lengths from the seeds' origin to all nodes, the next node on the way back: -1 the origin). ``seeds``: nodes and
    how far they are from the origin."""
    count = len(links.starts) - 1
    starts, ends, lengths = links.starts.tolist(), links.ends.tolist(), links.lengths.tolist()
    best, parents = [np.inf] * count, [-1] * count
    heap = list(seeds)
    for far, node in heap:
        best[node] = min(best[node], far)
    heapq.heapify(heap)
    while heap:
        far, here = heapq.heappop(heap)
        if far > best[here]:
            continue
        for line in range(starts[here], starts[here + 1]):
            there, total = ends[line], far + lengths[line]
            if total < best[there]:
                best[there], parents[there] = total, here
                heapq.heappush(heap, (total, there))
    return np.array(best, np.float32), np.array(parents, np.int32)


def landmark_lengths(links: Links) -> Floats:
    """(l, n): lengths from a few nodes, each as far as can be from those before, to all nodes."""
    count = len(links.starts) - 1
    if not count:
        return np.zeros((0, 0), np.float32)
    far = spread(links, [(0.0, 0)])[0]
    rows: list[Floats] = []
    while len(rows) < min(LANDMARKS, count):
        rows.append(spread(links, [(0.0, int(np.argmax(far)))])[0])
        far = np.minimum.reduce(rows)
    return np.array(rows)


def gate_lengths(links: Links, stands: Stands, gates: Ints) -> tuple[Floats, Ints, Floats]:
    """``reach``, ``parents`` and ``table`` of a layer, as it says. Gates that see each other are as far apart as they
    are by way of corners, which pulling straight makes good."""
    count = len(links.starts) - 1
    reach = np.full((len(gates), count), np.inf, np.float32)
    parents = np.full((len(gates), count), -1, np.int32)
    table = np.full((len(gates), len(gates)), np.inf, np.float32)
    for gate, stand in enumerate(gates.tolist()):
        if stand < 0:
            continue
        lines = slice(stands.starts[stand], stands.starts[stand + 1])
        seeds = zip(stands.lengths[lines].tolist(), stands.nodes[lines].tolist(), strict=True)
        reach[gate], parents[gate] = spread(links, seeds)
        for other, end in enumerate(gates.tolist()):
            lines = slice(stands.starts[end], stands.starts[end + 1])
            if end >= 0:
                table[gate, other] = np.min(reach[gate, stands.nodes[lines]] + stands.lengths[lines], initial=np.inf)
        table[gate, gate] = 0.0
    return reach, parents, table
