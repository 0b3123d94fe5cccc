"""The network of a venue's ways as frozen values: areas, the corners of each linked, places and where one stands there.

Lengths and points are plan metres of the area. What is about a way of moving (on foot, or rolling) is a ``Layer``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.layout.model import Point, Polygon, Text
from hallwright.wayfinding.grounds import Ground
from hallwright.wayfinding.linking import Links
from hallwright.wayfinding.sight import Points

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Place:
    """Where one may want to go. ``kind`` is what it is (booth, exhibit, toilets, …), ``also`` the other words it
    goes by; ``size`` (width, depth) before turning."""

    id: str
    family: str
    kind: str
    area: int
    name: Text
    at: Point
    size: tuple[float, float] = (0.0, 0.0)
    facing: float = 0.0
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Stands:
    """Points (n, 2) where one has arrived, the place of each, and the nodes in sight of each:
    ``nodes[starts[i]:starts[i + 1]]``, so far away (m)."""

    points: Points
    places: Ints
    starts: Ints
    nodes: Ints
    lengths: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """One way of moving in one area. ``landmarks`` (l, n) are lengths from a few far nodes to all, which say how far
    any two are apart at least. ``gates`` are the stands of the area's portals, -1 where there is none; ``reach`` (k, n)
    the lengths from each to all nodes, ``parents`` the next node on the way back (-1: the gate itself); ``table``
    (k, k) the lengths from gate to gate."""

    ground: Ground
    nodes: Points
    quadrants: NDArray[np.int8]
    links: Links
    landmarks: Floats
    stands: Stands
    gates: Ints
    reach: Floats
    parents: Ints
    table: Floats


@dataclass(frozen=True, slots=True)
class Street:
    """An aisle with a name."""

    name: Text
    path: tuple[Point, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Crossing:
    """What one notices to walk over: ``kind`` is steps, ramp or bridge."""

    kind: str
    name: Text | None
    outline: Polygon


@dataclass(frozen=True, slots=True, eq=False)
class Area:
    """An area: ``first`` is the number of its first place, ``portals`` are (area, portal) that each of its portals
    leads to, ``portal_ids`` their own names; ``layers`` on foot, rolling. Places of its stands count from ``first``."""

    id: str
    name: Text
    size: tuple[float, float]
    first: int
    portals: tuple[tuple[int, int], ...]
    portal_ids: tuple[str, ...]
    streets: tuple[Street, ...]
    crossings: tuple[Crossing, ...]
    layers: tuple[Layer, Layer]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """All ways of a venue."""

    areas: tuple[Area, ...]
    places: tuple[Place, ...]
