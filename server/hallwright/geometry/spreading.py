"""A few of many points, as far from one another as can be."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]


def spread(points: Points, count: int) -> NDArray[np.intp]:
    """Indices of ``count`` of the points (n ≥ count, d), each the farthest from those before it."""
    chosen = np.empty(count, np.intp)
    chosen[0] = np.argmin(points.sum(axis=1))
    away = np.full(len(points), np.inf)
    columns = points.T.astype(np.float32)
    for place in range(1, count):
        last = columns[:, chosen[place - 1]]
        away = np.minimum(away, sum((axis - at) ** 2 for axis, at in zip(columns, last, strict=True)))
        chosen[place] = away.argmax()
    return chosen
