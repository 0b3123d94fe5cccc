"""Where it is quiet and where busy: people on so many square metres that one can walk on, as one of three levels.

The rule of this room: a level is told only when it has lasted. It rises at a threshold, falls again only well below
it, and in both cases after the change has held for some seconds, so that nobody who just walks by is told of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from hallwright.presence.plan import AreaPlan, SpotPlan
from hallwright.presence.zones import ZoneMap

Level = Literal[0, 1, 2]
QUIET: Level = 0
SOME: Level = 1
BUSY: Level = 2
LOUDER: tuple[Level, Level] = (SOME, BUSY)
THRESHOLDS = ((1.0, 2), (5.0, 4))
"""From which density (people on 100 m²) and from how many people there are some, and from which it is busy."""
EASING = 0.7  # of a threshold, below which a level falls again
HOLD = 8.0  # s that another level has to last
REACH = 2.0  # m around a booth or an exhibit within which one is there
LEAST = 4.0  # m² that one can walk on, however much stands there
Standing = Callable[[int], tuple[NDArray[np.float32], NDArray[np.float32]]]
"""x and y (m) of those who stand in the area of an index."""


def level_of(people: float, square_metres: float, before: Level = QUIET) -> Level:
    """How busy so many people make it where it was ``before``."""
    dense = people * 100.0 / max(square_metres, LEAST)
    level = QUIET
    for candidate, (density, few) in zip(LOUDER, THRESHOLDS, strict=True):
        ease = EASING if before >= candidate else 1.0
        if dense >= density * ease and people >= few * ease:
            level = candidate
    return level


@dataclass(slots=True)
class Levels:
    """The levels of things by id, as they are told."""

    told: dict[str, Level] = field(default_factory=dict)
    _other: dict[str, tuple[Level, float]] = field(default_factory=dict)  # the one that may come, and since when

    def take(self, people: Mapping[str, float], sizes: Mapping[str, float], now: float) -> dict[str, Level]:
        """So many ``people`` are on ``sizes`` (m²) at ``now`` (s); what has changed of what is told."""
        changed = {id: level for id in people if (level := self._taken(id, people[id], sizes[id], now)) is not None}
        self.told.update(changed)
        return changed

    def _taken(self, id: str, people: float, size: float, now: float) -> Level | None:
        before = self.told.get(id, QUIET)
        level = level_of(people, size, before)
        if level == before:
            self._other.pop(id, None)
            return None
        wanted, since = self._other.get(id, (level, now))
        if (wanted > before) != (level > before):
            since = now  # the other way: it has only begun
        self._other[id] = (level, since)
        if now - since < HOLD:
            return None
        del self._other[id]
        return level

    def keep(self, ids: Iterable[str]) -> None:
        """Only these are there now."""
        kept = set(ids)
        self.told = {id: level for id, level in self.told.items() if id in kept}
        self._other = {id: other for id, other in self._other.items() if id in kept}

    def busy(self) -> dict[str, Level]:
        """All but what is quiet."""
        return {id: level for id, level in self.told.items() if level}


class _Ground:
    """An area in which people are counted: zones on their grid, spots by sums over a grid of 1 m."""

    def __init__(self, area: AreaPlan, spots: Sequence[SpotPlan]) -> None:
        self.zones = ZoneMap(area)
        self.zone_ids = [zone.id for zone in area.zones[: self.zones.count]]
        self.spot_ids = [spot.id for spot in spots]
        self._shape = max(1, int(np.ceil(area.size[1]))), max(1, int(np.ceil(area.size[0])))
        around = np.array([spot.around for spot in spots], np.float64).reshape(-1, 4)
        limits = np.array([self._shape[1], self._shape[0]] * 2)
        self._low, self._high = np.split(np.clip(np.rint(around), 0, limits).astype(np.intp), 2, axis=1)

    def count(self, x: NDArray[np.float32], y: NDArray[np.float32]) -> tuple[dict[str, float], dict[str, float]]:
        """People by zone, and by spot."""
        zones = dict(zip(self.zone_ids, self.zones.people(x * 100, y * 100).tolist(), strict=True))
        if not self.spot_ids:
            return zones, {}
        rows, columns = self._shape
        row, column = (np.clip(at.astype(np.intp), 0, most - 1) for at, most in ((y, rows), (x, columns)))
        grid = np.bincount(row * columns + column, minlength=rows * columns).reshape(rows, columns)
        sums = np.zeros((rows + 1, columns + 1), np.int64)
        sums[1:, 1:] = grid.cumsum(0).cumsum(1)
        (x0, y0), (x1, y1) = self._low.T, self._high.T
        people = sums[y1, x1] - sums[y0, x1] - sums[y1, x0] + sums[y0, x0]
        return zones, dict(zip(self.spot_ids, people.tolist(), strict=True))


class Crowding:
    """How busy it is in the zones and at the spots of one venue."""

    def __init__(self) -> None:
        self.zones, self.spots = Levels(), Levels()
        self._grounds: list[_Ground] = []
        self._sizes: dict[str, float] = {}
        self._spot_sizes: dict[str, float] = {}

    def replan(self, areas: Sequence[AreaPlan], spots: Sequence[SpotPlan]) -> None:
        """The venue has these areas and spots now."""
        self._grounds = [_Ground(area, [spot for spot in spots if spot.area == area.id]) for area in areas]
        self._sizes = {zone.id: zone.walkable for area in areas for zone in area.zones}
        self._spot_sizes = {spot.id: spot.walkable for spot in spots}
        self.zones.keep(self._sizes)
        self.spots.keep(self._spot_sizes)

    def take(
        self, standing: Standing, on_site: Mapping[str, int], now: float
    ) -> tuple[dict[str, Level], dict[str, Level]]:
        """Count everyone at ``now`` (s), and whoever devices count ``on_site`` by zone; what has changed of zones and
        of spots."""
        zones, spots = dict[str, float](), dict[str, float]()
        for index, ground in enumerate(self._grounds):
            here, at = ground.count(*standing(index))
            zones |= {zone: people + on_site.get(zone, 0) for zone, people in here.items()}
            spots |= at
        return self.zones.take(zones, self._sizes, now), self.spots.take(spots, self._spot_sizes, now)
