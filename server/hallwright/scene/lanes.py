"""Where vehicles drive on a route: closed lines in driving direction, on the right where there is room for two."""

from __future__ import annotations

import numpy as np

from hallwright.geometry.polygons import ribbon
from hallwright.geometry.trimming import rounded
from hallwright.layout.model import Point, Show

TWO_WAY = 6.0  # metres from which a route has a lane for each direction
SOFTENING = 1  # times that the corners of a lane are cut once more
Lane = tuple[Point, ...]


def lanes_of(show: Show) -> tuple[Lane, ...]:
    """The lanes of a show of traffic, metres of its area. Each is a ring: its last point leads to its first.

    A closed route that is wide enough has two, first the one along the path; an open one is driven to its end on one
    side and back on the other.
    """
    path = np.asarray(show.path, np.float64)
    middle = rounded(path, closed=show.closed) if len(path) > 2 else path
    if show.closed and show.width < TWO_WAY:
        return (_ring(middle),)
    left, right = ribbon(middle, show.width / 2, closed=show.closed)
    if not show.closed:
        return (_ring(np.vstack([right, left[::-1]])),)
    return _ring(right[:-1]), _ring(left[:-1][::-1])


def fleet_of(show: Show, lanes: int) -> tuple[tuple[int, int], ...]:
    """(kind, lane) of each vehicle in driving order: kinds well mixed, lanes in turn. ``kind`` counts the entries of
    ``show.vehicles``."""
    turns = [((k + 0.5) / count, kind) for kind, (_, count) in enumerate(show.vehicles) for k in range(count)]
    return tuple((kind, place % lanes) for place, (_, kind) in enumerate(sorted(turns)))


def _ring(points: np.ndarray) -> Lane:
    soft = rounded(points, closed=True, times=SOFTENING, reach=3.0)
    return tuple((round(float(x), 2), round(float(y), 2)) for x, y in soft)
