"""A 3D Tiles 1.1 tileset over the published GLBs, for other viewers and map engines.

Venue > areas > cells (far detail) > near detail and models, each replacing what is coarser. glTF content is Y up,
tiles are Z up; the standard turns content, so boxes here are (x, -z, y) of the scene.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import orjson

from hallwright.build.cells import CellFiles
from hallwright.build.models import ModelFiles
from hallwright.gltf.container import Json
from hallwright.layout.model import Area, Venue
from hallwright.scene.graph import Hero

Corners = tuple[Sequence[float], Sequence[float]]

# How wrong, in metres, each level is against the next: viewers refine when this covers some pixels.
VENUE_ERROR, AREA_ERROR, FAR_ERROR = 512.0, 64.0, 2.0


def tileset(venue: Venue, cells: Mapping[str, Sequence[CellFiles]], models: Mapping[str, ModelFiles]) -> bytes:
    """``tileset.json`` of a venue whose areas have these cells and models."""
    tiles = [_area(area, cells[area.id], models) for area in venue.areas if cells[area.id]]
    root: Json = {
        "boundingVolume": {"box": _around([_moved(tile) for tile in tiles])},
        "geometricError": VENUE_ERROR,
        "refine": "REPLACE",
        "children": tiles,
    }
    if not tiles:
        del root["children"]
    document = {"asset": {"version": "1.1", "generator": "Hallwright"}, "geometricError": VENUE_ERROR, "root": root}
    return orjson.dumps(document)


def _area(area: Area, cells: Sequence[CellFiles], models: Mapping[str, ModelFiles]) -> Json:
    shown = [cell for cell in cells if cell.far or cell.near]
    tiles = [_cell(cell, tuple(models[hero.model] for hero in cell.heroes)) for cell in shown]
    return {
        "transform": _matrix(area.origin[0], area.origin[1], 0.0),
        "boundingVolume": {"box": _around([_corners(tile["boundingVolume"]["box"]) for tile in tiles])},
        "geometricError": AREA_ERROR,
        "children": tiles,
    }


@lru_cache(maxsize=2048)
def _cell(cell: CellFiles, models: tuple[ModelFiles, ...]) -> Json:
    """The far detail, replaced by the near one together with the models that stand in the cell, in the order of its
    heroes. Most cells of a hall are as they were in the last."""
    standing = list(zip(cell.heroes, models, strict=True))
    near = {"boundingVolume": {"box": _box(cell.low, cell.high)}, "geometricError": 0.0}
    children = [near | {"content": {"uri": cell.near.url}}] if cell.near else []
    children += [_hero(hero, model) for hero, model in standing]
    boxes = [(_tiles_frame(cell.low, cell.high)), *(_hero_corners(hero, model) for hero, model in standing)]
    tile: Json = {"boundingVolume": {"box": _around(boxes)}, "geometricError": FAR_ERROR}
    if cell.far:
        tile["content"] = {"uri": cell.far.url}
    return tile | ({"children": children} if children else {})


def _hero(hero: Hero, model: ModelFiles) -> Json:
    x, y, z = hero.translation
    reach = model.radius
    return {
        "transform": _matrix(x, -z, y, hero.yaw, hero.scale),
        "boundingVolume": {"box": _box((-reach, 0.0, -reach), (reach, model.height, reach))},
        "geometricError": 0.0,
        "content": {"uri": model.near.url},
    }


def _hero_corners(hero: Hero, model: ModelFiles) -> Corners:
    """A box about the model however it is turned."""
    (x, y, z), reach = hero.translation, model.radius * hero.scale * math.sqrt(2)
    return (x - reach, -z - reach, y), (x + reach, -z + reach, y + model.height * hero.scale)


def _tiles_frame(low: Sequence[float], high: Sequence[float]) -> Corners:
    return (low[0], -high[2], low[1]), (high[0], -low[2], high[1])


def _box(low: Sequence[float], high: Sequence[float]) -> list[float]:
    return _around([_tiles_frame(low, high)])


def _around(corners: Iterable[Corners]) -> list[float]:
    """The 3D Tiles box (centre and three half axes) about all corners (Z up)."""
    pairs = list(corners)
    if not pairs:
        return [0.0] * 12
    low = [min(pair[0][axis] for pair in pairs) for axis in range(3)]
    high = [max(pair[1][axis] for pair in pairs) for axis in range(3)]
    middle = [round((a + b) / 2, 4) for a, b in zip(low, high, strict=True)]
    half = [round(max((b - a) / 2, 0.01), 4) for a, b in zip(low, high, strict=True)]
    return [*middle, half[0], 0.0, 0.0, 0.0, half[1], 0.0, 0.0, 0.0, half[2]]


def _corners(box: Sequence[float]) -> Corners:
    reach = (box[3], box[7], box[11])
    low, high = ([c + side * r for c, r in zip(box[:3], reach, strict=True)] for side in (-1, 1))
    return low, high


def _moved(tile: Json) -> Corners:
    """An area's corners in the frame of the venue."""
    low, high = _corners(tile["boundingVolume"]["box"])
    move = tile["transform"][12:15]
    return [a + b for a, b in zip(low, move, strict=True)], [a + b for a, b in zip(high, move, strict=True)]


def _matrix(x: float, y: float, z: float, yaw: float = 0.0, scale: float = 1.0) -> list[float]:
    """Column-major: scaled, turned about Z (up) and moved."""
    cos, sin = round(math.cos(yaw) * scale, 7), round(math.sin(yaw) * scale, 7)
    return [cos, sin, 0.0, 0.0, -sin, cos, 0.0, 0.0, 0.0, 0.0, scale, 0.0, round(x, 4), round(y, 4), round(z, 4), 1.0]
