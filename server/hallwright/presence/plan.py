"""What presence needs to know of an area: how large it is, where its zones lie and where vehicles drive."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class ZonePlan:
    """A zone: its id, its outline in plan metres of its area, and how much of that one can walk on (m²)."""

    id: str
    polygon: tuple[Point, ...]
    walkable: float = 0.0


@dataclass(frozen=True, slots=True)
class SpotPlan:
    """A booth, or an exhibit (which within a booth has the booth's ground): the box ``around`` it (west, south, east,
    north, in metres) within which one is there, and how much of that one can walk on (m²)."""

    id: str
    area: str
    around: tuple[float, float, float, float]
    walkable: float


@dataclass(frozen=True, slots=True)
class VehiclePlan:
    """A vehicle: the index of its lane, and its length in metres."""

    lane: int
    length: float


@dataclass(frozen=True, slots=True)
class TrafficPlan:
    """A show of traffic, number ``index`` of the manifest's shows. ``lanes`` are rings of points (metres) in driving
    direction, driven at ``pace`` m/s; ``vehicles`` follow one another in this order."""

    show: str
    index: int
    lanes: tuple[tuple[Point, ...], ...]
    vehicles: tuple[VehiclePlan, ...]
    pace: float


@dataclass(frozen=True, slots=True)
class AreaPlan:
    """An area: ``size`` (width east, depth north) in metres, at most 655; zones in the manifest's order;
    the traffic that drives there."""

    id: str
    size: tuple[float, float]
    zones: tuple[ZonePlan, ...] = ()
    traffic: tuple[TrafficPlan, ...] = ()
