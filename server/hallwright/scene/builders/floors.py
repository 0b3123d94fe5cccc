"""Floors: concrete, zone carpets with a coloured edge, aisles, tape and joints, warm pools of light.

A floor is cut into the area's cells, so that every cell is whole by itself. Within a cell the layers never
overlap: all edges of all layers cut the cell into a grid, and each patch takes the topmost layer over it.
Layers with slanting edges are cut by ``slanting`` instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.colors import linear, mix
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.polygons import area_of, contains, counter_clockwise, ribbon
from hallwright.geometry.shapes import merge
from hallwright.layout.model import Aisle, Area, Light, Polygon, Zone
from hallwright.scene.graph import Group, Node, Part
from hallwright.scene.pieces.ground import BASE, PAVED
from hallwright.scene.planning import Setting, part

EDGE = 0.6  # metres of solid colour along a zone's border
JOINT = 5.0  # metres between the joints of a concrete floor
PATCH = 2.5  # metres: light may change from patch to patch
TAPE, SEAM = 0.09, 0.025
_GROUND = {
    "concrete": ("concrete", "#A6ABAC"),
    "carpet": ("carpet", "#8D9498"),
    "asphalt": ("asphalt", "#5B6064"),
    "paving": ("paving", "#B8B2A7"),
    "grass": ("grass", "#6F9A4E"),
}
# How much of a lamp's light lies on the floor: a wash lights what stands before it, and spills.
_SPILL = {"pool": 1.0, "spot": 0.8, "wash": 0.5}


@dataclass(frozen=True, slots=True)
class Layer:
    """A polygon of floor; later layers lie over earlier ones. ``taped`` draws a line along its edge."""

    polygon: Polygon
    material: str
    color: str
    taped: bool = False


@dataclass(frozen=True, slots=True)
class Tile:
    """A cell's rectangle of floor (x0, y0, x1, y1), the layers over it, the lights that reach it."""

    rectangle: tuple[float, float, float, float]
    layers: tuple[Layer, ...]
    lights: tuple[Light, ...]
    level: float = 0.0


def plan(setting: Setting) -> Iterator[Part]:
    """One part a cell."""
    layers = _layers(setting.area)
    level = (
        0.0 if setting.area.kind == "hall" else BASE.get(setting.area.ground, PAVED)
    )  # outdoors, features lie between this and the feet
    for column, row, rectangle in cells(setting.area):
        over = tuple(layer for layer in layers if _meets(layer.polygon, rectangle))
        lights = tuple(light for light in setting.area.lights if _reaches(light, rectangle))
        middle = (rectangle[0] + rectangle[2]) / 2, (rectangle[1] + rectangle[3]) / 2
        yield part("floors", f"floor-{column:02}-{row:02}", middle, Tile(rectangle, over, lights, level))


def make(planned: Part) -> Group:
    """A cell's floor, near with joints, tape and light, far plain."""
    tile = planned.subject
    assert isinstance(tile, Tile)
    straight = all(_straight(layer.polygon) for layer in tile.layers)
    near = _patchwork(tile, PATCH, True) if straight else _slanting(tile)
    far = _patchwork(tile, 12.5, False) if straight else near
    mesh = Mesh(f"floor/{planned.key}", tuple(near), tuple(far))
    return Group(planned.id, (Node(planned.id, mesh, (0.0, tile.level, 0.0)),))


def cells(area: Area) -> Iterator[tuple[int, int, tuple[float, float, float, float]]]:
    """(column, row, rectangle) of every cell of an area, row by row from the south-west."""
    for row in range(-int(-area.size[1] // area.cell)):
        for column in range(-int(-area.size[0] // area.cell)):
            x, y = column * area.cell, row * area.cell
            yield column, row, (x, y, min(x + area.cell, area.size[0]), min(y + area.cell, area.size[1]))


def _layers(area: Area) -> tuple[Layer, ...]:
    material, color = _GROUND.get(area.ground, _GROUND["concrete"])
    ground = ((0.0, 0.0), (area.size[0], 0.0), area.size, (0.0, area.size[1]))
    layers = [Layer(ground, material, color)]
    for zone in area.zones:
        layers += _zone_layers(zone) if area.kind == "hall" else ()
    for aisle in sorted(area.aisles, key=lambda aisle: aisle.main):
        layers += _aisle_layers(aisle, area)
    return tuple(layers)


def _zone_layers(zone: Zone) -> Iterator[Layer]:
    yield Layer(zone.polygon, "carpet", _hex(mix(zone.color, "#6E767B", 0.12)))
    inner = ribbon(counter_clockwise(zone.polygon), 2 * EDGE, closed=True)[0][:-1]
    if area_of(inner) > 0:
        yield Layer(_points(inner), "carpet", _hex(mix(zone.color, "#7B8388", 0.86)))


def _aisle_layers(aisle: Aisle, area: Area) -> Iterator[Layer]:
    """One layer a straight piece, so that crossing pieces join."""
    material, color = _GROUND[aisle.surface]
    if aisle.main and aisle.surface == "concrete":
        color = "#B9BEBE"
    last = len(aisle.path) - 2
    for i, (a, b) in enumerate(zip(aisle.path, aisle.path[1:], strict=False)):
        half = aisle.width / 2
        length = max(((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5, 1e-6)
        step = ((b[0] - a[0]) / length * half, (b[1] - a[1]) / length * half)
        start = a if i == 0 else (a[0] - step[0], a[1] - step[1])
        end = b if i == last else (b[0] + step[0], b[1] + step[1])
        left, right = ribbon([start, end], aisle.width)
        yield Layer(_points(np.concatenate([right, left[::-1]])), material, color, aisle.main and area.kind == "hall")


def _patchwork(tile: Tile, patch: float, near: bool) -> list[Primitive]:
    """The tile as patches of a grid cut along every edge of every layer."""
    x0, y0, x1, y1 = tile.rectangle
    edges = np.concatenate([np.asarray(layer.polygon) for layer in tile.layers])
    xs, ys = _cuts(x0, x1, edges[:, 0], patch), _cuts(y0, y1, edges[:, 1], patch)
    kinds = _kinds(tile.layers, xs, ys)
    inner = kinds[1:-1, 1:-1]
    surfaces = [_surface(tile, index, inner == index, xs, ys) for index in np.unique(inner)]
    if not near:
        return merge(surfaces)
    taped = np.array([layer.taped for layer in tile.layers])
    hard = np.array([layer.material == "concrete" for layer in tile.layers])
    lines = [_tape(taped[kinds], xs, ys), _joints(hard[inner], xs, ys)]
    return merge([*surfaces, *(line for line in lines if len(line.indices))])


def _cuts(low: float, high: float, edges: NDArray[np.float64], patch: float) -> NDArray[np.float64]:
    regular = np.arange(np.ceil(low / patch), np.floor(high / patch) + 1) * patch
    inside = edges[(edges > low) & (edges < high)]
    return np.unique(np.round(np.concatenate([[low, high], regular, inside]), 4))


def _kinds(layers: Sequence[Layer], xs: NDArray[np.float64], ys: NDArray[np.float64]) -> NDArray[np.intp]:
    """(rows + 2, columns + 2): the topmost layer over each patch and over a hair's breadth around the tile."""
    mid_x = np.concatenate([[xs[0] - 0.01], (xs[1:] + xs[:-1]) / 2, [xs[-1] + 0.01]])
    mid_y = np.concatenate([[ys[0] - 0.01], (ys[1:] + ys[:-1]) / 2, [ys[-1] + 0.01]])
    points = np.stack(np.meshgrid(mid_x, mid_y), axis=2).reshape(-1, 2)
    kinds = np.zeros(len(points), np.intp)
    for index, layer in enumerate(layers[1:], 1):
        kinds[_covered(layer.polygon, points)] = index
    return kinds.reshape(len(mid_y), len(mid_x))


def _covered(polygon: Polygon, points: NDArray[np.float64]) -> NDArray[np.bool_]:
    """As ``contains``; most layers are rectangles, and for those two comparisons do."""
    if len(polygon) == 4 and _straight(polygon):
        low, high = np.min(polygon, axis=0), np.max(polygon, axis=0)
        return np.asarray(np.all((points > low) & (points < high), axis=1))
    return contains(polygon, points)


def _surface(
    tile: Tile, index: int, chosen: NDArray[np.bool_], xs: NDArray[np.float64], ys: NDArray[np.float64]
) -> Primitive:
    rows, columns = np.nonzero(chosen)
    corners = np.stack(
        [np.stack([xs[columns + i], ys[rows + j]], axis=1) for i, j in ((0, 0), (1, 0), (1, 1), (0, 1))], axis=1
    )
    layer = tile.layers[index]
    return _quads(layer.material, corners, _lit(corners.reshape(-1, 2), layer.color, tile.lights))


def _quads(material: str, corners: NDArray[np.float64], colors: NDArray[np.float32], lift: float = 0.0) -> Primitive:
    """Flat quads, corners (n, 4, 2) counter-clockwise in the plan."""
    flat = corners.reshape(-1, 2)
    positions = np.stack([flat[:, 0], np.full(len(flat), lift), -flat[:, 1]], axis=1).astype(np.float32)
    normals = np.tile(np.array([0, 1, 0], np.float32), (len(flat), 1))
    triangles = (np.arange(len(corners))[:, None, None] * 4 + [[0, 1, 2], [0, 2, 3]]).reshape(-1, 3)
    return Primitive(material, positions, normals, triangles.astype(np.uint32), colors)


def _lit(points: NDArray[np.float64], color: str, lights: Sequence[Light]) -> NDArray[np.float32]:
    """Vertex colours: the layer's colour, brighter and warmer in pools of light, never quite even."""
    grain = np.sin(points[:, 0] * 12.9898 + points[:, 1] * 78.233) * 43758.5453
    shade = 0.9 + 0.035 * (grain - np.floor(grain))
    rgb = np.array(linear(color))[None] * shade[:, None]
    for light in lights:
        distance = np.hypot(points[:, 0] - light.at[0], points[:, 1] - light.at[1]) / max(light.radius, 0.1)
        falloff = np.clip(1 - distance * distance, 0, 1) ** 1.5 * light.intensity * _SPILL[light.kind]
        rgb = rgb * (1 + 0.55 * falloff[:, None] * np.array(linear(light.color))[None])
    return np.column_stack([np.minimum(rgb, 1), np.ones(len(rgb))]).astype(np.float32)


def _tape(taped: NDArray[np.bool_], xs: NDArray[np.float64], ys: NDArray[np.float64]) -> Primitive:
    """White tape just inside every edge between a taped layer and another one."""
    inner = taped[1:-1, 1:-1]
    strips = []
    for down, left, out in ((0, -1, "w"), (0, 1, "e"), (-1, 0, "s"), (1, 0, "n")):
        there = taped[1 + down : taped.shape[0] - 1 + down, 1 + left : taped.shape[1] - 1 + left]
        rows, columns = np.nonzero(inner & ~there)
        box = np.stack([xs[columns], ys[rows], xs[columns + 1], ys[rows + 1]], axis=1)
        strips.append(_strip(box, out, 0.14, TAPE))
    corners = np.concatenate(strips)
    white = np.tile(np.array([*linear("#F2F3F0"), 1], np.float32), (len(corners) * 4, 1))
    return _quads("matte", corners, white, 0.004)


def _joints(hard: NDArray[np.bool_], xs: NDArray[np.float64], ys: NDArray[np.float64]) -> Primitive:
    """Dark joints over concrete, along every fifth metre."""
    rows, columns = np.nonzero(hard)
    box = np.stack([xs[columns], ys[rows], xs[columns + 1], ys[rows + 1]], axis=1)
    on_x = np.abs(np.round(box[:, 0] / JOINT) * JOINT - box[:, 0]) < 1e-3
    on_y = np.abs(np.round(box[:, 1] / JOINT) * JOINT - box[:, 1]) < 1e-3
    corners = np.concatenate([_strip(box[on_x], "w", 0, SEAM), _strip(box[on_y], "s", 0, SEAM)])
    dark = np.tile(np.array([1, 1, 1, 0.3], np.float32), (len(corners) * 4, 1))
    return _quads("shadow", corners, dark, 0.003)


def _strip(box: NDArray[np.float64], side: str, inset: float, width: float) -> NDArray[np.float64]:
    """(n, 4, 2): strips ``width`` wide along one side of boxes (x0, y0, x1, y1), ``inset`` inside it."""
    x0, y0, x1, y1 = box.T if len(box) else np.zeros((4, 0))
    if side == "w":
        x0, x1 = x0 + inset, x0 + inset + width
    elif side == "e":
        x0, x1 = x1 - inset - width, x1 - inset
    elif side == "s":
        y0, y1 = y0 + inset, y0 + inset + width
    else:
        y0, y1 = y1 - inset - width, y1 - inset
    return np.stack([np.stack(p, axis=1) for p in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))], axis=1)


def _slanting(tile: Tile) -> list[Primitive]:
    """The tile when an edge of a layer slants: cut by shapely, patch by patch. Only then is it imported."""
    from hallwright.geometry.cutting import topmost

    pieces: list[Primitive] = []
    for index, triangles in topmost(tile.rectangle, [layer.polygon for layer in tile.layers], 2 * PATCH):
        layer = tile.layers[index]
        flat = triangles.reshape(-1, 2)
        positions = np.stack([flat[:, 0], np.zeros(len(flat)), -flat[:, 1]], axis=1).astype(np.float32)
        normals = np.tile(np.array([0, 1, 0], np.float32), (len(flat), 1))
        order = np.arange(len(flat), dtype=np.uint32).reshape(-1, 3)
        pieces.append(Primitive(layer.material, positions, normals, order, _lit(flat, layer.color, tile.lights)))
    return merge(pieces)


def _straight(polygon: Polygon) -> bool:
    points = np.asarray(polygon)
    along = np.abs(np.roll(points, -1, axis=0) - points)
    return bool(np.all(along.min(axis=1) < 1e-6))


def _meets(polygon: Polygon, rectangle: tuple[float, float, float, float]) -> bool:
    x0, y0, x1, y1 = rectangle
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    return min(xs) < x1 + 0.1 and max(xs) > x0 - 0.1 and min(ys) < y1 + 0.1 and max(ys) > y0 - 0.1


def _reaches(light: Light, rectangle: tuple[float, float, float, float]) -> bool:
    x0, y0, x1, y1 = rectangle
    dx = max(x0 - light.at[0], 0, light.at[0] - x1)
    dy = max(y0 - light.at[1], 0, light.at[1] - y1)
    return dx * dx + dy * dy < light.radius**2


def _points(array: NDArray[np.float64]) -> Polygon:
    return tuple((round(float(x), 4), round(float(y), 4)) for x, y in array)


def _hex(rgb: tuple[float, float, float]) -> str:
    from hallwright.geometry.colors import hex_of

    return hex_of(rgb)
