"""Who shares a frame, and whom it shows.

A presence cell is a square of an area, quartered while it holds too many people, so that those who share a frame
stand close together and the frame's choice of nearest people is right for each of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.presence.frames import MOST_OTHERS

COARSEST = 2000.0  # cm
LEVELS = 5  # 20 m … 1.25 m
MOST_IN_CELL = 24
NEAR = 2000.0  # cm; beyond it people come at the slowest rate
PERIODS = (1, 2, 5)  # ticks between updates: own cell, near, far

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Views:
    """The cells of one area and what each is shown.

    ``cell_of[i]`` is the cell of person i; ``key`` names a cell for as long as it is the same square. View c is
    ``members[starts[c]:starts[c + 1]]`` (indices of people) with ``periods`` in ticks beside it.
    """

    cell_of: Ints
    key: Ints
    starts: Ints
    members: Ints
    periods: Ints


def views(x: Floats, y: Floats) -> Views:
    """Cells and views of people at ``x``, ``y`` (cm)."""
    key, cell_of = np.unique(cell_keys(x, y), return_inverse=True)
    population = np.bincount(cell_of, minlength=len(key))
    centre_x = np.bincount(cell_of, x, len(key)) / np.maximum(population, 1)
    centre_y = np.bincount(cell_of, y, len(key)) / np.maximum(population, 1)
    distance = np.hypot(x[None, :] - centre_x[:, None], y[None, :] - centre_y[:, None])
    distance[cell_of, np.arange(len(x))] = -1.0
    members = _nearest(distance)
    reach = np.take_along_axis(distance, members, axis=1)
    periods = np.where(reach < 0, PERIODS[0], np.where(reach <= NEAR, PERIODS[1], PERIODS[2]))
    starts = np.arange(len(key) + 1) * members.shape[1]
    return Views(cell_of, key, starts, members.ravel(), periods.ravel())


def cell_keys(x: Floats, y: Floats) -> Ints:
    """The cell of each person as one number made of level, row, column and, in a throng, a share of the cell."""
    keys = np.zeros(len(x), np.int64)
    crowded = np.arange(len(x))
    for level in range(LEVELS):
        side = COARSEST / 2**level
        column, row = (x[crowded] / side).astype(np.int64), (y[crowded] / side).astype(np.int64)
        keys[crowded] = ((level << 16 | row) << 16 | column) << 16
        _, inverse, population = np.unique(keys[crowded], return_inverse=True, return_counts=True)
        crowded = crowded[population[inverse] > MOST_IN_CELL]
        if not len(crowded):
            return keys
    keys[crowded] += _shares(keys[crowded])
    return keys


def _shares(keys: Ints) -> Ints:
    """0, 0, … 1, 1, …: people who stand on the same spot are dealt out in the order they come."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    first = np.r_[True, ordered[1:] != ordered[:-1]]
    rank = np.arange(len(keys)) - np.maximum.accumulate(np.where(first, np.arange(len(keys)), 0))
    shares = np.empty(len(keys), np.int64)
    shares[order] = rank // MOST_IN_CELL
    return shares


def _nearest(distance: NDArray[np.float64]) -> Ints:
    """The columns of the 64 least of each row, nearest first."""
    if distance.shape[1] > MOST_OTHERS:
        chosen = np.argpartition(distance, MOST_OTHERS - 1, axis=1)[:, :MOST_OTHERS]
    else:
        chosen = np.broadcast_to(np.arange(distance.shape[1]), distance.shape)
    order = np.argsort(np.take_along_axis(distance, chosen, axis=1), axis=1, kind="stable")
    return np.take_along_axis(chosen, order, axis=1).astype(np.int64)
