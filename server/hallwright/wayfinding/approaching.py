"""From a point to the corners that a way may bend at next: in sight at once on public ground, and around the furniture
of the stand one is in until it is left."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.layout.model import Point
from hallwright.wayfinding.linking import LOOKS, seen_from
from hallwright.wayfinding.network import Layer
from hallwright.wayfinding.sight import OFF, Grid, Places, Points, corners, is_free, nearest_free, sees, taut

SNAP = 4.0  # metres from a point that is not free to one that is
AROUND = 1.5  # metres of ground that are looked at around a point outside every pocket, but not open
MOST = 16  # corners of a pocket that are gone around


@dataclass(frozen=True, slots=True, eq=False)
class End:
    """Where a way begins or ends: the nodes in reach, the metres to each and the points between. ``grid`` is the open
    ground, with the pocket it lies in; ``bends`` are the points of ways to each of the pocket's own corners. ``stand``
    is its number among the layer's stands, -1 for any other point."""

    point: Point
    nodes: NDArray[np.int32]
    lengths: NDArray[np.float64]
    vias: dict[int, tuple[Point, ...]]
    grid: Grid
    stand: int = -1
    bends: tuple[tuple[Point, ...], ...] = ()


def end_at_stand(layer: Layer, stand: int) -> End:
    """The end of ways to a stand."""
    stands = layer.stands
    lines = slice(stands.starts[stand], stands.starts[stand + 1])
    x, y = stands.points[stand].tolist()
    return End((x, y), stands.nodes[lines], stands.lengths[lines].astype(np.float64), {}, layer.ground.open, stand)


def end_at_point(layer: Layer, at: Point) -> End | None:
    """The end of ways to any point; None when there is nowhere to stand within ``SNAP`` metres."""
    ground = layer.ground
    spot = np.array([at])
    if not is_free(ground.free, ground.step, spot)[0]:
        spot = nearest_free(ground.free, ground.step, at, SNAP)
        if not len(spot):
            return None
    if is_free(ground.open, ground.step, spot)[0]:
        return _in_the_open(layer, spot[0])
    return _in_a_pocket(layer, spot[0])


def _in_the_open(layer: Layer, at: Points) -> End:
    nodes = seen_from(layer.ground.open, layer.ground.step, at, layer.nodes, layer.quadrants)
    lengths = np.hypot(*(layer.nodes[nodes] - at).T)
    return End((float(at[0]), float(at[1])), nodes.astype(np.int32), lengths, {}, layer.ground.open)


def _in_a_pocket(layer: Layer, at: Points) -> End:
    """Dijkstra over the pocket's own corners; the network's nodes nearby are noted as they come in sight."""
    grid, inside, quadrants = _opened(layer, at)
    step = layer.ground.step
    best: dict[int, tuple[float, tuple[Point, ...]]] = {}
    heap: list[tuple[float, int, tuple[Point, ...]]] = [(0.0, -1, ())]
    done: set[int] = set()
    bends: list[tuple[Point, ...]] = []
    while heap and len(done) <= MOST:
        far, here, via = heapq.heappop(heap)
        if here in done:
            continue
        done.add(here)
        point = at if here < 0 else inside[here]
        through = via if here < 0 else (*via, (float(point[0]), float(point[1])))
        bends += [through] if through else []
        for node, total in _after(point, far, layer.nodes, _nodes_in_sight(layer, grid, point, bool(best))):
            if total < best.get(node, (math.inf,))[0]:
                best[node] = (total, through)
        around = np.flatnonzero(taut(inside - point, quadrants))
        for corner, total in _after(point, far, inside, around[sees(grid, step, point[None], inside[around])]):
            if corner not in done:
                heapq.heappush(heap, (total, corner, through))
    numbers, lengths = np.array(list(best), np.int32), np.array([far for far, _ in best.values()], np.float64)
    vias = {node: via for node, (_, via) in best.items()}
    return End((float(at[0]), float(at[1])), numbers, lengths, vias, grid, bends=tuple(bends))


def _nodes_in_sight(layer: Layer, grid: Grid, at: Points, near: bool) -> Places:
    rounds = LOOKS[:1] if near else LOOKS
    return seen_from(grid, layer.ground.step, at, layer.nodes, layer.quadrants, rounds)


def _after(at: Points, far: float, nodes: Points, seen: Places) -> list[tuple[int, float]]:
    """Nodes in sight of a point, and how far they are from where ``far`` was measured."""
    return list(zip(seen.tolist(), (far + np.hypot(*(nodes[seen] - at).T)).tolist(), strict=True))


def _opened(layer: Layer, at: Points) -> tuple[Grid, Points, NDArray[np.int8]]:
    """The open ground with the pockets around a point, and the corners in these."""
    ground = layer.ground
    pockets = ground.pockets
    x, y = at
    here = (pockets[:, 0] <= x) & (x <= pockets[:, 2]) & (pockets[:, 1] <= y) & (y <= pockets[:, 3])
    windows = [*pockets[here], np.array([x - AROUND, y - AROUND, x + AROUND, y + AROUND])]
    low = np.floor(np.min([window[:2] for window in windows], axis=0) / ground.step).astype(int)
    high = np.ceil(np.max([window[2:] for window in windows], axis=0) / ground.step).astype(int)
    (west, south), (east, north) = np.maximum(low, 0), high
    grid = ground.open.copy()
    grid[south:north, west:east] = ground.free[south:north, west:east]
    south, west = max(0, south - 2), max(0, west - 2)
    found, quadrants = corners(grid[south : north + 2, west : east + 2], ground.step)
    found = found + np.array([west, south]) * ground.step
    kept = is_free(grid, ground.step, found)  # the window's edge is no wall
    return grid, found[kept], quadrants[kept]


def both_grids(a: End, b: End) -> Grid:
    """The ground that ways between two ends may use."""
    return a.grid if b.grid is a.grid else a.grid | b.grid


def straight(step: float, a: End, b: End) -> bool:
    """Whether one can go straight from one end to the other."""
    start, end = np.array([a.point]), np.array([b.point])
    return bool(np.abs(start - end).max() < OFF or sees(both_grids(a, b), step, start, end)[0])


def within_pocket(step: float, a: End, b: End) -> tuple[Point, ...] | None:
    """The points between two ends around the corners of the pocket that the first lies in; None when there is no such
    way."""
    if not a.bends:
        return None
    last = np.array([bend[-1] for bend in a.bends])
    seen = np.flatnonzero(sees(both_grids(a, b), step, last, np.array([b.point])))
    ways = [a.bends[number] for number in seen]
    return min(ways, key=lambda points: run(a.point, *points, b.point), default=None)


def run(*points: Point) -> float:
    """The length of a line through points, in metres."""
    return sum(map(math.dist, points, points[1:]))
