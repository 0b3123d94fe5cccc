"""What presence needs to know of an area: how large it is and where its zones lie."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class ZonePlan:
    """A zone: its id and its outline in plan metres of its area."""

    id: str
    polygon: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class AreaPlan:
    """An area: ``size`` (width east, depth north) in metres, at most 655; zones in the manifest's order."""

    id: str
    size: tuple[float, float]
    zones: tuple[ZonePlan, ...] = ()
