"""Vehicles that drive in a venue: fixed steps in, shared frames out. Deterministic in where people stand and when.

A frame is for everyone in the area: of each vehicle how far round it is, its speed and what it gains, so that a page
can carry it on by itself until the next one comes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from hallwright.presence import frames
from hallwright.presence.driving import Row
from hallwright.presence.lanes import Lane
from hallwright.presence.plan import AreaPlan, TrafficPlan

STEP = 100  # ms
TOLD_EVERY = 2  # steps: five frames a second
LATE = 10  # steps that are caught up at most

Standing = Callable[[int], tuple[NDArray[np.float32], NDArray[np.float32]]]
"""Where the people of an area (by its index) are: x and y in metres."""


class Traffic:
    """All routes of a venue."""

    def __init__(self, areas: Sequence[AreaPlan] = ()) -> None:
        self._routes: list[_Route] = []
        self._time: int | None = None
        self._steps = 0
        self.rebuild(areas)

    def rebuild(self, areas: Sequence[AreaPlan]) -> None:
        """The venue has these areas now, in the manifest's order. Vehicles whose route is as it was drive on."""
        known = {(route.plan, route.size): route for route in self._routes}
        self._routes = [
            replace(known.get((plan, area.size)) or _Route.opened(plan, area.size), area=index)
            for index, area in enumerate(areas)
            for plan in area.traffic
        ]

    def step(
        self, time: int, peopled: Collection[int], standing: Standing, rates: Mapping[str, float]
    ) -> dict[int, tuple[bytes, ...]]:
        """Drive on to ``time`` (ms) in whole steps. Frames that are due, by index of the area.

        ``peopled`` are the areas where anybody is; elsewhere vehicles rest. ``rates`` are those of the shows; one
        that is missing stands.
        """
        if self._time is None or time - self._time > LATE * STEP:
            self._time = time - STEP
        seen = [route for route in self._routes if route.area in peopled]
        count = max(0, time - self._time) // STEP
        for _ in range(count):
            self._steps += 1
            for route in seen:
                route.step(STEP / 1000, *standing(route.area), rates.get(route.plan.show, 0.0))
        self._time += count * STEP
        told: dict[int, tuple[bytes, ...]] = {}
        if count and self._steps % TOLD_EVERY == 0:
            for route in seen:
                told[route.area] = (*told.get(route.area, ()), route.frame(self._time))
        return told


@dataclass(slots=True)
class _Route:
    """A route: the vehicles of each of its lanes, and for each row which ones of the fleet they are."""

    plan: TrafficPlan
    size: tuple[float, float]
    rows: list[Row]
    members: list[NDArray[np.intp]]
    area: int = -1

    @classmethod
    def opened(cls, plan: TrafficPlan, size: tuple[float, float]) -> _Route:
        """Everyone standing, evenly spread."""
        lane_of = np.array([vehicle.lane for vehicle in plan.vehicles], np.intp)
        length = np.array([vehicle.length for vehicle in plan.vehicles], np.float64)
        members = [np.flatnonzero(lane_of == index) for index in range(len(plan.lanes))]
        lanes = [Lane(points, size, plan.pace) for points in plan.lanes]
        rows = [Row.parked(lane, length[own]) for lane, own in zip(lanes, members, strict=True)]
        return cls(plan, size, rows, members)

    def step(self, seconds: float, x: NDArray[np.float32], y: NDArray[np.float32], rate: float) -> None:
        for row in self.rows:
            if len(row.place):
                row.step(seconds, row.lane.on(x, y), rate)

    def frame(self, time: int) -> bytes:
        records = np.zeros(len(self.plan.vehicles), frames.VEHICLE_DTYPE)
        for row, own in zip(self.rows, self.members, strict=True):
            records["place"][own] = np.rint(row.place / row.lane.length * 65536).astype(np.int64) & 0xFFFF
            records["speed"][own] = np.minimum(np.rint(row.speed * 10), 255)
            records["gain"][own] = np.clip(np.rint(row.gain * 15), -127, 127)
        return frames.traffic(self.area, self.plan.index, time, records)
