"""From the plan's frame (x east, y north, bearings) to the scene's (Y up, Z south, yaws)."""

from __future__ import annotations

import math

from hallwright.layout.model import Point
from hallwright.scene.graph import Vector


def spot(at: Point, up: float = 0.0) -> Vector:
    """The scene point ``up`` metres above a point of the plan."""
    return at[0], up, -at[1]


def yaw_of(bearing: float) -> float:
    """The turn about +Y that makes a mesh's front (+Z) look along a bearing."""
    return math.pi - bearing


def ahead(bearing: float) -> Point:
    """The plan's unit vector along a bearing."""
    return math.sin(bearing), math.cos(bearing)


def beside(at: Point, bearing: float, right: float, forward: float) -> Point:
    """The plan point ``right`` and ``forward`` metres from ``at`` for one who looks along ``bearing``."""
    sin, cos = math.sin(bearing), math.cos(bearing)
    return at[0] + right * cos + forward * sin, at[1] - right * sin + forward * cos


def within(at: Point, bearing: float, x: float, z: float) -> Point:
    """The plan point of a mesh's own (x, z) when it stands at ``at`` and its front looks along ``bearing``."""
    return beside(at, bearing, -x, z)
