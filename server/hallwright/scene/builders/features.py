"""Features: lawns, meadows, water, paths, roads, the runway, plazas, fields, beds, decks, steps and ramps, cut by
cell.

Each piece is whole within its cell: the ground itself, its paint and pattern, and what grows along it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.polygons import contains, counter_clockwise, ribbon
from hallwright.geometry.shapes import merge
from hallwright.geometry.trimming import Convex, Cut, Rectangle, quads_of, rounded, strips, triangles_of
from hallwright.layout.model import Area, Feature, Polygon
from hallwright.scene.frame import beside
from hallwright.scene.graph import Group, Node, Part
from hallwright.scene.pieces.garden import flowers, grass_tuft, reeds, rock
from hallwright.scene.pieces.ground import LEVELS, MARK, lay
from hallwright.scene.pieces.markings import arrows, crossing, dashes, edge_lines, pads, runway
from hallwright.scene.planning import Setting, part, seed_of

WHITE_PAINT, YELLOW_PAINT = "#EEF0EE", "#E8B90F"
NOSE = 0.08  # metres of dark edge on each step
STONE, GRAVEL, ASPHALT, RUNWAY = "#C3BCAE", "#D2C7B2", "#54595D", "#6A6E70"


@dataclass(frozen=True, slots=True)
class Piece:
    """A feature, the cell's rectangle (x0, y0, x1, y1) that this part covers, and what lies over the feature
    there: nothing grows through it."""

    feature: Feature
    rectangle: Rectangle
    covers: tuple[Polygon, ...] = ()


_GROWING = frozenset({"bed", "meadow", "water"})
Maker = Callable[[Piece], Iterator[Primitive]]


def plan(setting: Setting) -> Iterator[Part]:
    """One part for each feature in each cell it reaches."""
    area = setting.area
    for feature in area.features:
        covers = tuple(_covers(area, feature)) if feature.kind in _GROWING else ()
        for column, row, rectangle in _cells(area, feature):
            middle = ((rectangle[0] + rectangle[2]) / 2, (rectangle[1] + rectangle[3]) / 2)
            here = tuple(cover for cover in covers if _meet(cover, rectangle))
            yield part("features", f"{feature.id}-{column:02}-{row:02}", middle, Piece(feature, rectangle, here))


def make(planned: Part) -> Group:
    """One cell's piece of a feature."""
    piece = planned.subject
    assert isinstance(piece, Piece)
    surfaces = tuple(merge(_MAKERS[piece.feature.kind](piece)))
    nodes = tuple(_growth(planned.id, piece))
    if surfaces:
        mesh = Mesh(f"feature/{planned.key}", surfaces, surfaces)
        nodes = (Node(planned.id, mesh, (0.0, 0.0, 0.0)), *nodes)
    return Group(planned.id, nodes)


def _covers(area: Area, feature: Feature) -> Iterator[Polygon]:
    """Outlines of what lies over a feature: higher ground, and bridges."""
    for other in area.features:
        if LEVELS[other.kind] > LEVELS[feature.kind]:
            yield other.polygon or _outline(other)
    for structure in area.structures:
        if structure.kind == "bridge":
            half_w, half_d = structure.size[0] / 2 + 0.4, structure.size[1] / 2
            corners = ((-half_w, -half_d), (half_w, -half_d), (half_w, half_d), (-half_w, half_d))
            yield tuple(beside(structure.at, structure.facing, right, ahead) for right, ahead in corners)


def _outline(feature: Feature) -> Polygon:
    """The outline of a strip; of a closed one, its outer edge back along its inner edge."""
    left, right = ribbon(_path(feature), feature.width, feature.closed)
    return tuple((round(float(x), 3), round(float(y), 3)) for x, y in np.vstack([right, left[::-1]]))


def _meet(polygon: Polygon, rectangle: Rectangle) -> bool:
    (low_x, low_y), (high_x, high_y) = np.min(polygon, axis=0), np.max(polygon, axis=0)
    x0, y0, x1, y1 = rectangle
    return bool(low_x < x1 and high_x > x0 and low_y < y1 and high_y > y0)


def _cells(area: Area, feature: Feature) -> Iterator[tuple[int, int, Rectangle]]:
    """(column, row, rectangle) of the cells that a feature's bounding box meets."""
    points = np.asarray(feature.polygon or feature.path, np.float64)
    reach = 0.0 if feature.polygon else feature.width / 2
    low, high = points.min(axis=0) - reach, points.max(axis=0) + reach
    low, high = np.clip(low, 0, area.size), np.clip(high, 0, area.size)
    first, last = np.floor(low / area.cell).astype(int), np.ceil(high / area.cell - 1e-9).astype(int)
    for row in range(int(first[1]), int(last[1])):
        for column in range(int(first[0]), int(last[0])):
            x, y = column * area.cell, row * area.cell
            yield column, row, (x, y, min(x + area.cell, area.size[0]), min(y + area.cell, area.size[1]))


@lru_cache(maxsize=128)
def _path(feature: Feature) -> np.ndarray:
    """The middle of a strip, its corners rounded."""
    straight = feature.kind == "runway" or len(feature.path) < 3
    return np.asarray(feature.path, np.float64) if straight else rounded(feature.path, closed=feature.closed)


@lru_cache(maxsize=256)
def _whole(feature: Feature, grow: float) -> Cut:
    """The whole feature as convex pieces, ``grow`` metres wider on each side; made once for all its cells."""
    if feature.polygon:
        outline = _grown(feature, grow) if grow else np.asarray(feature.polygon, np.float64)
        return Cut(triangles_of(outline))
    return Cut(quads_of(_path(feature), feature.width + 2 * grow, closed=feature.closed))


def _pieces(piece: Piece, grow: float = 0.0) -> list[Convex]:
    """The feature inside the cell as convex pieces."""
    return _whole(piece.feature, grow).inside(piece.rectangle)


@lru_cache(maxsize=128)
def _grown(feature: Feature, grow: float) -> np.ndarray:
    """A polygon's outline moved outward (inward when negative)."""
    left, right = ribbon(counter_clockwise(feature.polygon), 2 * abs(grow), closed=True)
    edge: np.ndarray = (right if grow > 0 else left)[:-1]
    return edge


def _paint(piece: Piece, marks: Cut, color: str = WHITE_PAINT, material: str = "matte") -> Primitive:
    level = LEVELS[piece.feature.kind] + MARK
    return lay(marks.inside(piece.rectangle), level, material, color, mottle=0.03)


@lru_cache(maxsize=128)
def _border(feature: Feature, width: float) -> Cut:
    """A band just inside the feature's edge."""
    if feature.polygon:
        edge = _grown(feature, -width / 2)
        return Cut(quads_of(np.vstack([edge, edge[:1]]), width))
    return Cut(edge_lines(_path(feature), feature.width, width / 2, closed=feature.closed, line=width))


@lru_cache(maxsize=128)
def _lanes(feature: Feature) -> tuple[Cut, Cut]:
    """A road's white paint and its yellow paint."""
    path, closed = _path(feature), feature.closed
    white = edge_lines(path, feature.width, 0.4, closed=closed) + list(
        arrows(path, 42.0, feature.width / 4, closed=closed)
    )
    if closed:
        white += _crossing(feature)
    return Cut(white), Cut(list(dashes(path, 3.0, 4.5, closed=closed)))


def _crossing(feature: Feature) -> list[Convex]:
    """A zebra crossing on the loop's first straight."""
    (ax, ay), (bx, by) = feature.path[0], feature.path[1]
    length = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 1e-9)
    way = ((bx - ax) / length, (by - ay) / length)
    return crossing((ax + way[0] * length * 0.42, ay + way[1] * length * 0.42), way, feature.width - 1.4)


@lru_cache(maxsize=128)
def _figures(feature: Feature) -> Cut:
    """The paint of a runway or of a field."""
    return Cut(runway(feature.path, feature.width) if feature.kind == "runway" else pads(feature.polygon))


def _mown(piece: Piece) -> Iterator[Primitive]:
    """A lawn mown in stripes, with a darker edge."""
    tones = ("#7CA653", "#6C9748")
    inside = _pieces(piece)
    for parity in (0, 1):
        stripes = [cut for number, cut in strips(inside, 0, 2.5) if number % 2 == parity]
        yield lay(stripes, LEVELS[piece.feature.kind], "grass", tones[parity])


def _meadow(piece: Piece) -> Iterator[Primitive]:
    patches = [cut for _, cut in strips(_pieces(piece), 1, 5.0)]
    yield lay([cut for _, cut in strips(patches, 0, 5.0)], LEVELS["meadow"], "grass", "#93A552", mottle=0.2)


def _water(piece: Piece) -> Iterator[Primitive]:
    level = LEVELS["water"]
    yield lay(_pieces(piece, 1.3), level - 2 * MARK, "matte", "#B9AD93")
    yield lay(_pieces(piece, 0.25), level - MARK, "matte", "#5F6F5E")
    inner = _pieces(piece)
    yield lay(inner, level, "matte", "#24505A", mottle=0.12)
    yield lay(inner, level + MARK, "water", "#FFFFFF", mottle=0.0)


def _footpath(piece: Piece) -> Iterator[Primitive]:
    yield lay(_pieces(piece), LEVELS["path"], "paving", GRAVEL)
    yield _paint(piece, _border(piece.feature, 0.28), STONE, "paving")


def _road(piece: Piece) -> Iterator[Primitive]:
    white, yellow = _lanes(piece.feature)
    yield lay(_pieces(piece, 0.35), LEVELS["road"] - MARK, "concrete", "#AEB2B1")
    yield lay(_pieces(piece), LEVELS["road"], "asphalt", ASPHALT)
    yield _paint(piece, white)
    yield _paint(piece, yellow, YELLOW_PAINT)


def _runway(piece: Piece) -> Iterator[Primitive]:
    slabs = list(strips(_pieces(piece), 0, 7.5))
    for parity, color in ((0, RUNWAY), (1, "#656A6C")):
        yield lay([cut for number, cut in slabs if number % 2 == parity], LEVELS["runway"], "asphalt", color)
    yield _paint(piece, _figures(piece.feature), "#DADCD8")


def _plaza(piece: Piece) -> Iterator[Primitive]:
    """Slabs in two tones, three metres square, dark bands every twelve metres, a border along the edge."""
    rows = list(strips(_pieces(piece), 1, 3.0))
    for parity, color in ((0, "#D3CCBF"), (1, "#C6BEB0")):
        slabs = [
            inner for row, strip in rows for column, inner in strips([strip], 0, 3.0) if (row + column) % 2 == parity
        ]
        yield lay(slabs, LEVELS["plaza"], "paving", color, mottle=0.03)
    bands = [cut for axis in (0, 1) for number, cut in strips(_pieces(piece), axis, 0.5) if number % 24 == 0]
    yield lay(bands, LEVELS["plaza"] + MARK, "paving", "#9E8F7E", mottle=0.03)
    yield _paint(piece, _border(piece.feature, 0.8), "#8F877C", "paving")


def _field(piece: Piece) -> Iterator[Primitive]:
    inside = _pieces(piece)
    for parity, color in ((0, "#5E9650"), (1, "#568C4A")):
        yield lay(
            [cut for number, cut in strips(inside, 0, 5.0) if number % 2 == parity], LEVELS["field"], "grass", color
        )
    if piece.feature.polygon:
        yield _paint(piece, _border(piece.feature, 0.25))
        yield _paint(piece, _figures(piece.feature))


def _bed(piece: Piece) -> Iterator[Primitive]:
    yield lay(_pieces(piece, 0.2), LEVELS["bed"] - MARK, "concrete", "#B4AFA4")
    yield lay(_pieces(piece), LEVELS["bed"], "matte", "#4B3B2D", mottle=0.15)


def _deck(piece: Piece) -> Iterator[Primitive]:
    inside = _pieces(piece)
    tones = ("#A37C55", "#97704B", "#AC855D")
    for tone, color in enumerate(tones):
        yield lay(
            [cut for number, cut in strips(inside, 1, 0.6) if number % 3 == tone], LEVELS["deck"], "timber", color
        )
    yield _paint(piece, _border(piece.feature, 0.3), "#7C5B3D", "timber")


def _steps(piece: Piece) -> Iterator[Primitive]:
    """Treads across the way, each behind a dark nosing, and a yellow band where the flight begins and ends."""
    noses, treads, bands = _flight(piece.feature)
    yield lay(treads.inside(piece.rectangle), LEVELS["steps"], "paving", "#BDB6A8", mottle=0.03)
    yield lay(noses.inside(piece.rectangle), LEVELS["steps"], "matte", "#55524D", mottle=0.03)
    yield _paint(piece, bands, YELLOW_PAINT)


@lru_cache(maxsize=32)
def _flight(feature: Feature) -> tuple[Cut, Cut, Cut]:
    """The nosings, the treads and the bands of steps, 0.4 m a tread: across its path, or a polygon's shorter side."""
    if feature.polygon:
        low, high = np.min(feature.polygon, axis=0), np.max(feature.polygon, axis=0)
        axis = int(np.argmin(high - low))
        parts = list(strips(_whole(feature, 0.0).polygons, axis, NOSE))
        first, last = (min(number for number, _ in parts), max(number for number, _ in parts))
        ends = [cut for number, cut in parts if min(number - first, last - number) < 4]
        return Cut(cut for n, cut in parts if n % 5 == 0), Cut(cut for n, cut in parts if n % 5), Cut(ends)
    path = np.asarray(feature.path, np.float64)
    marks = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    places = np.union1d(np.arange(0.0, marks[-1], 5 * NOSE), np.arange(NOSE, marks[-1], 5 * NOSE))
    places = np.union1d(places, marks)
    quads = quads_of(_along(path, marks, places), feature.width, closed=False)
    dark = (places[:-1] % (5 * NOSE)) < NOSE - 1e-6
    noses, treads = ([quad for quad, nose in zip(quads, dark, strict=True) if nose == kind] for kind in (True, False))
    ends = [
        quad
        for span in ((0.0, 4 * NOSE), (marks[-1] - 4 * NOSE, marks[-1]))
        for quad in quads_of(_along(path, marks, np.array(span)), feature.width)
    ]
    return Cut(noses), Cut(treads), Cut(ends)


def _along(path: np.ndarray, marks: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Points of a path, so many metres along it; ``marks`` are those of its corners."""
    return np.stack([np.interp(places, marks, path[:, axis]) for axis in (0, 1)], axis=1)


def _ramp(piece: Piece) -> Iterator[Primitive]:
    """Smooth concrete with a white line along its edge."""
    yield lay(_pieces(piece), LEVELS["ramp"], "concrete", "#C9CAC6", mottle=0.04)
    yield _paint(piece, _border(piece.feature, 0.16))


_MAKERS: dict[str, Maker] = {
    "lawn": _mown,
    "meadow": _meadow,
    "water": _water,
    "path": _footpath,
    "road": _road,
    "runway": _runway,
    "plaza": _plaza,
    "field": _field,
    "bed": _bed,
    "deck": _deck,
    "steps": _steps,
    "ramp": _ramp,
}


def _growth(name: str, piece: Piece) -> Iterator[Node]:
    """Flowers in beds, tufts in meadows, stones and reeds along a shore: instances, by seed."""
    feature = piece.feature
    if feature.kind == "bed" and feature.polygon:
        yield from _scattered(name, piece, 1.25, 0.32, lambda seed: flowers(seed % 5), "flowers")
    elif feature.kind == "meadow" and feature.polygon:
        yield from _scattered(name, piece, 2.6, 0.0, lambda seed: grass_tuft(seed % 3), "tuft")
    elif feature.kind == "water" and feature.polygon:
        yield from _shore(name, piece)


def _scattered(
    name: str, piece: Piece, step: float, inset: float, mesh: Callable[[int], Mesh], what: str
) -> Iterator[Node]:
    """Instances on a loosened grid inside the feature's part of the cell."""
    x0, y0, x1, y1 = piece.rectangle
    xs, ys = np.arange(np.ceil(x0 / step), x1 / step) * step, np.arange(np.ceil(y0 / step), y1 / step) * step
    grid = np.stack(np.meshgrid(xs, ys), -1).reshape(-1, 2)
    chance = np.random.default_rng(seed_of(name))
    grid = grid + chance.uniform(-0.3, 0.3, grid.shape) * step
    inside = contains(_grown(piece.feature, -inset) if inset else piece.feature.polygon, grid)
    inside &= (grid >= (x0, y0)).all(axis=1) & (grid < (x1, y1)).all(axis=1)
    for cover in piece.covers:
        inside &= ~contains(cover, grid)
    for place, (x, y) in enumerate(grid[inside]):
        seed = seed_of(f"{name}{place}")
        size = 0.8 + 0.4 * (seed % 97) / 97
        yield Node(f"{name}/{what}-{place}", mesh(seed >> 4), (float(x), 0.0, float(-y)), seed % 628 / 100, (size,) * 3)


def _shore(name: str, piece: Piece) -> Iterator[Node]:
    """Stones and reeds at the edge of water, thinning and thickening as they like."""
    x0, y0, x1, y1 = piece.rectangle
    points = _shoreline(piece.feature)
    here = (points >= (x0, y0)).all(axis=1) & (points < (x1, y1)).all(axis=1)
    for cover in piece.covers:
        here &= ~contains(cover, points)
    for place in np.flatnonzero(here):
        seed = seed_of(f"{piece.feature.id}{place}")
        if seed % 5 == 0:
            continue
        stone = seed % 3 > 0
        size = (0.35 + 0.5 * (seed % 89) / 89) if stone else 0.8 + 0.5 * (seed % 89) / 89
        mesh = rock(seed % 3) if stone else reeds(seed % 3)
        x, y = (float(value) for value in points[place])
        yield Node(f"{name}/shore-{place}", mesh, (x, -0.02, -y), seed % 628 / 100, (size,) * 3)


@lru_cache(maxsize=32)
def _shoreline(feature: Feature) -> np.ndarray:
    """Points (n, 2) every 1.7 m along the edge of water, a little outside it."""
    ring = _grown(feature, 0.35)
    edge = np.vstack([ring, ring[:1]])
    marks = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(edge, axis=0), axis=1))])
    places = np.arange(0.0, marks[-1], 1.7)
    return np.stack([np.interp(places, marks, edge[:, axis]) for axis in (0, 1)], axis=1)
