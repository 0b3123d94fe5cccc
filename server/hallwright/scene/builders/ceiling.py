"""The ceiling of a hall, one part a cell; cells of one size share one mesh."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hallwright.geometry.mesh import Mesh
from hallwright.geometry.shapes import merge
from hallwright.layout.model import Point
from hallwright.scene.builders.floors import cells
from hallwright.scene.graph import Group, Node, Part
from hallwright.scene.kits import kit
from hallwright.scene.pieces.ceilings import ceiling, ceiling_far
from hallwright.scene.planning import Setting, part


@dataclass(frozen=True, slots=True)
class Bay:
    """The roof over one cell, from its south-west corner."""

    corner: Point
    size: tuple[float, float]
    height: float


def plan(setting: Setting) -> Iterator[Part]:
    """One part a cell of a hall; nothing outdoors."""
    area = setting.area
    if area.kind != "hall" or area.height <= 0:
        return
    for column, row, (x0, y0, x1, y1) in cells(area):
        bay = Bay((x0, y0), (x1 - x0, y1 - y0), area.height)
        yield part("ceiling", f"ceiling-{column:02}-{row:02}", ((x0 + x1) / 2, (y0 + y1) / 2), bay)


def make(planned: Part) -> Group:
    """The shared bay, moved over its cell."""
    bay = planned.subject
    assert isinstance(bay, Bay)
    width, depth = bay.size
    mesh: Mesh = kit(
        f"ceiling/{width:g}x{depth:g}x{bay.height:g}",
        lambda: merge(ceiling(width, depth, bay.height)),
        lambda: ceiling_far(width, depth, bay.height),
        strength=0.0,
    )
    return Group(planned.id, (Node(planned.id, mesh, (bay.corner[0], 0.0, -bay.corner[1])),))
