"""Doors: in a wall, not in each other, not blocked."""

from __future__ import annotations

import math

from hallwright.layout import model
from hallwright.layout.expansion import Expanded
from hallwright.layout.model import Point
from hallwright.layout.plane import bounds, edges, nearest_on_edge, overlap, rectangle
from hallwright.layout.rules.collisions import Grid
from hallwright.layout.rules.findings import Findings
from hallwright.layout.rules.placing import things
from hallwright.layout.scope import Origin

_REACH = 0.6
_FREE = 1.5


def doors(expanded: Expanded, grid: Grid, findings: Findings) -> None:
    """Doors away from any wall, wider than their wall, beside each other in the same place, or blocked."""
    seen: list[model.Door] = []
    for door, origin in things(expanded, "doors"):
        _in_wall(door, origin, expanded.area, findings)
        other = next((each for each in seen if math.dist(each.at, door.at) < (each.width + door.width) / 2), None)
        if other is not None:
            message = f"door `{door.id}` overlaps door `{other.id}`"
            findings.add("door", origin, message, "move one of them", at="at")
        seen.append(door)
        _free(door, origin, grid, findings)


def _in_wall(door: model.Door, origin: Origin, area: model.Area, findings: Findings) -> None:
    pieces = [(start, end, wall) for wall in area.walls for start, end in edges(wall.path)]
    if not pieces:
        message = "this area has no walls, so it can have no doors"
        findings.add("wall", origin, message, "add `walls`, or use a portal")
        return
    nearest, wall, length = _nearest(door.at, pieces)
    away = math.dist(nearest, door.at)
    if away > _REACH + wall.thickness / 2:
        message = f"door `{door.id}` is {away:.2g} m away from the nearest wall"
        hint = f"the nearest place in a wall is [{nearest[0]:.4g}, {nearest[1]:.4g}]"
        findings.add("wall", origin, message, hint, at="at")
    elif door.width > length:
        message = f"door `{door.id}` is {door.width:g} m wide, its piece of wall only {length:.3g} m"
        findings.add("wall", origin, message, "make it narrower", at="width" if origin.has("width") else "")
    elif door.height > wall.height:
        message = f"door `{door.id}` is {door.height:g} m high, its wall only {wall.height:g} m"
        findings.add("wall", origin, message, "make it lower", at="height" if origin.has("height") else "")


def _nearest(at: Point, pieces: list[tuple[Point, Point, model.Wall]]) -> tuple[Point, model.Wall, float]:
    start, end, wall = min(pieces, key=lambda piece: math.dist(nearest_on_edge(at, piece[0], piece[1]), at))
    return nearest_on_edge(at, start, end), wall, math.dist(start, end)


def _free(door: model.Door, origin: Origin, grid: Grid, findings: Findings) -> None:
    inward = (-math.sin(door.facing) * _FREE / 2, -math.cos(door.facing) * _FREE / 2)
    middle = (door.at[0] + inward[0], door.at[1] + inward[1])
    space = rectangle(middle, (door.width, _FREE), door.facing)
    for solid in grid.near(bounds(space)):
        if solid.family in ("booths", "facilities", "stages") and overlap(solid.corners, space) > 0.1:
            message = f"{solid.what} blocks door `{door.id}`"
            hint = f"leave {_FREE:g} m free in front of it"
            findings.add(f"blocks {door.id}", solid.origin, message, hint, at="at", warning=True)
