"""What one sees on the way: the booth at a corner, the exhibit near it, the aisle ahead, steps and bridges."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from hallwright.geometry.polygons import contains
from hallwright.layout.model import Point
from hallwright.wayfinding.network import Area, Crossing, Network, Place, Street
from hallwright.wayfinding.sight import Points

AT_BOOTH, NEAR_THING = 4.0, 12.0  # metres from the edge of a booth, of anything larger
LEAST_RUN = 6.0  # metres along an aisle before it is named
LOOK = 0.5  # metres between the points of a way that are looked at
THINGS = ("exhibit", "stage", "facility", "board")


class Surroundings:
    """One area's booths and other things, ready to be looked for."""

    def __init__(self, network: Network, number: int) -> None:
        area: Area = network.areas[number]
        own = [place for place in network.places[area.first :] if place.area == number]
        self._area = area
        self._booths = _Things([place for place in own if place.family == "booth"])
        self._things = _Things([place for place in own if place.family in THINGS])

    def booth_at(self, at: Point) -> Place | None:
        """The booth at whose edge a point is."""
        return self._booths.nearest(at, AT_BOOTH)

    def thing_near(self, at: Point) -> Place | None:
        """The exhibit, stage, facility or board near a point."""
        return self._things.nearest(at, NEAR_THING)

    def street(self, a: Point, b: Point) -> Street | None:
        """The aisle that a straight piece of a way runs along."""
        length = math.dist(a, b)
        if length < LEAST_RUN:
            return None
        middle, along = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), ((b[0] - a[0]) / length, (b[1] - a[1]) / length)
        return next((street for street in self._area.streets if _runs_along(street, middle, along)), None)

    def crossings(self, line: Points) -> list[tuple[float, Point, Crossing]]:
        """(metres along the line, point) where it comes upon steps, ramps and bridges, in order."""
        if not self._area.crossings:
            return []
        marks = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
        places = np.arange(0.0, marks[-1], LOOK)
        points = np.stack([np.interp(places, marks, line[:, axis]) for axis in (0, 1)], axis=1)
        found = []
        for crossing in self._area.crossings:
            inside = contains(np.asarray(crossing.outline), points)
            for first in np.flatnonzero(inside & ~np.concatenate([[False], inside[:-1]])):
                found.append((float(places[first]), (float(points[first, 0]), float(points[first, 1])), crossing))
        return sorted(found, key=lambda each: each[0])


class _Things:
    """Rectangles of places, and which is nearest to a point."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = places
        self._at = np.array([place.at for place in places]).reshape(-1, 2)
        self._half = np.array([place.size for place in places]).reshape(-1, 2) / 2
        turns = np.array([place.facing for place in places])
        self._sin, self._cos = np.sin(turns), np.cos(turns)

    def nearest(self, at: Point, reach: float) -> Place | None:
        if not self._places:
            return None
        x, y = (np.array(at) - self._at).T
        across, along = np.abs(x * self._cos - y * self._sin), np.abs(x * self._sin + y * self._cos)
        far = np.hypot(np.maximum(across - self._half[:, 0], 0), np.maximum(along - self._half[:, 1], 0))
        best = int(np.argmin(far))
        return self._places[best] if far[best] <= reach else None


def _runs_along(street: Street, middle: Point, along: Point) -> bool:
    for a, b in zip(street.path, street.path[1:], strict=False):
        length = math.dist(a, b)
        if length < 1e-6:
            continue
        x, y = (b[0] - a[0]) / length, (b[1] - a[1]) / length
        ahead = (middle[0] - a[0]) * x + (middle[1] - a[1]) * y
        aside = abs((middle[1] - a[1]) * x - (middle[0] - a[0]) * y)
        if 0 <= ahead <= length and aside <= street.width / 2 + 0.5 and abs(x * along[0] + y * along[1]) > 0.94:
            return True
    return False
