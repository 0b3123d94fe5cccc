"""Things that stand in each other: booths, walls, columns, facilities, stages, aisles.

A grid of squares finds neighbours; separating axes decide. 1,500 booths take some tens of milliseconds.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from hallwright.layout.expansion import Expanded
from hallwright.layout.model import Point
from hallwright.layout.plane import Bounds, Corners, bounds, contains, edges, overlap, rectangle, strip
from hallwright.layout.rules.findings import Findings
from hallwright.layout.rules.placing import things
from hallwright.layout.scope import Origin

TOUCHING = 0.05
ENOUGH = 16
"""Neighbours of one thing that are looked at: a thousand things in one place are no thousand problems."""
_SQUARE = 8.0


@dataclass(frozen=True, slots=True)
class Solid:
    """A footprint that takes room; ``what`` names it for people."""

    family: str
    what: str
    id: str
    corners: Corners
    bounds: Bounds
    origin: Origin


@dataclass(slots=True)
class Grid:
    """Solids by the squares that they touch."""

    squares: dict[tuple[int, int], list[Solid]] = field(default_factory=dict)

    def add(self, solid: Solid) -> None:
        """Puts a solid into every square that it touches."""
        for square in _squares(solid.bounds):
            self.squares.setdefault(square, []).append(solid)

    def near(self, box: Bounds) -> Iterator[Solid]:
        """Every solid whose bounds overlap ``box`` by more than touching, each once."""
        west, south, east, north = box
        seen: set[int] = set()
        for square in _squares(box):
            for solid in self.squares.get(square, ()):
                w, s, e, n = solid.bounds
                apart = w > east - TOUCHING or e < west + TOUCHING or s > north - TOUCHING or n < south + TOUCHING
                if not apart and id(solid) not in seen:
                    seen.add(id(solid))
                    yield solid


def collisions(expanded: Expanded, findings: Findings) -> Grid:
    """Reports what stands in what; returns the grid of all that is solid."""
    grid = Grid()
    for solid in _solids(expanded):
        for other in islice(grid.near(solid.bounds), ENOUGH):
            _collide(solid, other, findings)
        grid.add(solid)
    _booths_in_aisles(expanded, grid, findings)
    _placements(expanded, grid, findings)
    return grid


def standing_at(grid: Grid, point: Point, families: tuple[str, ...]) -> Solid | None:
    """What stands at a point, with some room for feet."""
    x, y = point
    for solid in grid.near((x - 0.3, y - 0.3, x + 0.3, y + 0.3)):
        if solid.family in families and contains(solid.corners, point, slack=0.2):
            return solid
    return None


def _squares(box: Bounds) -> Iterator[tuple[int, int]]:
    west, south, east, north = (int(value // _SQUARE) for value in box)
    return ((x, y) for x in range(west, east + 1) for y in range(south, north + 1))


def _solids(expanded: Expanded) -> Iterator[Solid]:
    for wall, origin in things(expanded, "walls"):
        for start, end in edges(wall.path):
            if start != end:
                yield _solid("walls", "a wall", "", strip(start, end, wall.thickness), origin)
    for column, origin in things(expanded, "columns"):
        yield _solid("columns", "a column", "", rectangle(column.at, (column.size, column.size), 0.0), origin)
    for family, what in (("stages", "the stage"), ("facilities", "the facility"), ("booths", "booth")):
        for thing, origin in things(expanded, family):
            name = thing.number if family == "booths" else thing.id
            corners = rectangle(thing.at, thing.size, thing.facing)
            yield _solid(family, f"{what} `{name}`", thing.id, corners, origin)
    for board, origin in things(expanded, "boards"):
        corners = rectangle(board.at, board.footprint, board.facing)
        yield _solid("boards", f"the board `{board.id}`", board.id, corners, origin)


def _solid(family: str, what: str, name: str, corners: Corners, origin: Origin) -> Solid:
    return Solid(family, what, name, corners, bounds(corners), origin)


def _collide(solid: Solid, other: Solid, findings: Findings) -> None:
    if solid.family in ("walls", "columns"):
        return
    if solid.family == "stages" and other.family == "walls":
        return
    depth = overlap(solid.corners, other.corners)
    if depth <= TOUCHING:
        return
    if other.family == "columns":
        message = f"{solid.what} stands around a column"
        findings.add("column", solid.origin, message, "move it if the column should stay free", at="at", warning=True)
        return
    where = _where(solid, other)
    hint = f"move one of them by {max(math.ceil(depth * 100) / 100, 0.1):g} m"
    findings.add(f"in {other.origin.path}", solid.origin, f"{solid.what} overlaps {other.what}{where}", hint, at="at")


def _where(solid: Solid, other: Solid) -> str:
    if other.origin.path == solid.origin.path or other.family == "walls":
        return ""
    line, _ = other.origin.source.place(other.origin.path)
    return f" (line {line})"


def _booths_in_aisles(expanded: Expanded, grid: Grid, findings: Findings) -> None:
    for aisle, _ in things(expanded, "aisles"):
        for start, end in edges(aisle.path):
            lane = strip(start, end, aisle.width)
            for solid in grid.near(bounds(lane)) if start != end else ():
                depth = overlap(solid.corners, lane) if solid.family == "booths" else 0.0
                if depth > 0.1:
                    message = f"{solid.what} reaches {depth:.2g} m into the aisle `{aisle.id}`"
                    findings.add(f"aisle {aisle.id}", solid.origin, message, at="at", warning=True)


def _placements(expanded: Expanded, grid: Grid, findings: Findings) -> None:
    for placement, origin in things(expanded, "placements"):
        # Without a footprint the model's own counts, which a layout does not know: its middle at least.
        width, depth = (max(length, 1.0) for length in placement.footprint)
        footprint = rectangle(placement.at, (width, depth), placement.facing)
        for solid in islice(grid.near(bounds(footprint)), ENOUGH):
            own = placement.booth is not None and solid.id == placement.booth
            if own or solid.family in ("walls", "stages") or overlap(solid.corners, footprint) <= TOUCHING:
                continue
            message = f"`{placement.id}` stands in {solid.what}"
            inside = solid.family == "booths" and contains(solid.corners, placement.at)
            hint = f"write `booth: {solid.id}` if it belongs there" if inside else "move it, or give its `footprint`"
            findings.add(f"in {solid.what}", origin, message, hint, at="at" if origin.has("at") else "", warning=True)
