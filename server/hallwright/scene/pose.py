"""Where a thing stands: its own frame (front along +Z) put into the area's scene."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from hallwright.geometry.mesh import Mesh
from hallwright.layout.model import Point
from hallwright.scene.frame import yaw_of
from hallwright.scene.graph import Label, Node, Vector


@dataclass(frozen=True, slots=True)
class Pose:
    """A point of the plan, the bearing the front looks along, and the owner of what is put there."""

    at: Point
    facing: float
    owner: str = ""

    @property
    def yaw(self) -> float:
        """The turn about +Y."""
        return yaw_of(self.facing)

    def spot(self, x: float, y: float, z: float) -> Vector:
        """The scene point of an own point (x, y, z)."""
        sin, cos = math.sin(self.yaw), math.cos(self.yaw)
        return self.at[0] + x * cos + z * sin, y, -self.at[1] - x * sin + z * cos

    def node(
        self,
        name: str,
        mesh: Mesh,
        x: float = 0.0,
        y: float = 0.0,
        z: float = 0.0,
        yaw: float = 0.0,
        scale: Vector = (1.0, 1.0, 1.0),
    ) -> Node:
        """``mesh`` at an own point, turned by ``yaw`` more."""
        return Node(
            f"{self.owner}/{name}" if self.owner else name, mesh, self.spot(x, y, z), self.yaw + yaw, scale, self.owner
        )

    def label(self, name: str, at: Vector, size: tuple[float, float], yaw: float = 0.0, **more: Any) -> Label:
        """A label whose centre is an own point, looking along +Z turned by ``yaw``; ``more`` as in Label."""
        return Label(
            f"{self.owner}/{name}" if self.owner else name,
            self.spot(*at),
            self.yaw + yaw,
            size[0],
            size[1],
            owner=self.owner,
            **more,
        )
