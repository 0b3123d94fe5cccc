from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from hallwright.build.pipeline import build
from hallwright.layout.model import Venue
from tests.gltf.reading import Read

Tile = dict[str, Any]
# glTF is Y up, tiles are Z up.
TURN = np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0]])


def walk(tile: Tile, matrix: np.ndarray) -> Iterator[tuple[Tile, Tile | None, np.ndarray]]:
    """Every tile with its parent and its transform."""
    stack: list[tuple[Tile, Tile | None, np.ndarray]] = [(tile, None, matrix)]
    while stack:
        tile, parent, above = stack.pop()
        own = np.array(tile.get("transform", np.eye(4).ravel()), float).reshape(4, 4).T
        yield tile, parent, above @ own
        stack += [(child, tile, above @ own) for child in tile.get("children", [])]


def inside(points: np.ndarray, box: list[float], slack: float) -> bool:
    middle, half = np.array(box[:3]), np.array(box[3:]).reshape(3, 3)
    reach = np.abs(points - middle)
    return bool(np.all(reach <= np.diag(half) + slack))


def test_tiles_hold_their_content_and_refine(fair: Venue, tmp_path: Path) -> None:
    document = build(fair, tmp_path, workers=1).document
    tileset = json.loads((tmp_path / "tileset.json").read_bytes())
    assert tileset["asset"]["version"] == "1.1"
    assert tileset["root"]["refine"] == "REPLACE"
    seen = set()
    for tile, parent, _ in walk(tileset["root"], np.eye(4)):
        box = tile["boundingVolume"]["box"]
        assert len(box) == 12
        assert np.linalg.det(np.array(box[3:]).reshape(3, 3)) > 0
        if parent is not None:
            assert tile["geometricError"] < parent["geometricError"]
        if "content" in tile:
            seen.add(tile["content"]["uri"])
            read = Read((tmp_path / tile["content"]["uri"]).read_bytes())
            points = np.concatenate([read.triangles(node).reshape(-1, 3) for node in read.document["nodes"]])
            assert inside(points @ TURN.T, box, 0.01)
    cells = [cell for area in document["areas"] for cell in area["cells"]]
    assert seen == {cell[detail]["url"] for cell in cells for detail in ("far", "near")}


def test_children_stay_inside_their_parents(fair: Venue, tmp_path: Path) -> None:
    build(fair, tmp_path, workers=1)
    tileset = json.loads((tmp_path / "tileset.json").read_bytes())
    boxes = {id(tile): (tile, matrix) for tile, _, matrix in walk(tileset["root"], np.eye(4))}
    signs = np.array([[a, b, c] for a in (-1, 1) for b in (-1, 1) for c in (-1, 1)])
    for tile, parent, matrix in walk(tileset["root"], np.eye(4)):
        if parent is None:
            continue
        box = np.array(tile["boundingVolume"]["box"])
        corners = box[:3] + signs @ box[3:].reshape(3, 3)
        world = corners @ matrix[:3, :3].T + matrix[:3, 3]
        above = np.linalg.inv(boxes[id(parent)][1])
        local = world @ above[:3, :3].T + above[:3, 3]
        assert inside(local, parent["boundingVolume"]["box"], 0.01)
