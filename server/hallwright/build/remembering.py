"""What earlier builds made, so that it need not be made again: kept in memory, or read back from the manifest in
the folder after a restart. Anything whose file is gone or incomplete is forgotten."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import orjson

from hallwright.build.cells import CellFiles
from hallwright.build.manifest import FORMAT, FontFile
from hallwright.build.models import ABOUT, ModelFiles
from hallwright.build.store import FileRef, Store
from hallwright.build.swarm import SwarmFile
from hallwright.scene.graph import Hero

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Memory:
    """Things made before, to be taken over when their keys agree; ``urls`` are the files of the last hall."""

    cells: dict[tuple[str, str], CellFiles] = field(default_factory=dict)
    models: dict[str, ModelFiles] = field(default_factory=dict)
    font: FontFile | None = None
    urls: frozenset[str] = frozenset()
    swarms: dict[str, SwarmFile] = field(default_factory=dict)


def recall(store: Store) -> Memory:
    """What the manifest in the store's folder says; nothing when there is none or it is of another format."""
    try:
        document = orjson.loads((store.folder / "manifest.json").read_bytes())
        return _memory(document, store) if document["format"] == FORMAT else Memory()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Memory()


def _memory(document: Json, store: Store) -> Memory:
    cells = {(area["id"], entry["id"]): _cell(entry, area["placements"]) for area in document["areas"]
             for entry in area["cells"]}
    models = {name: _model(name, entry) for name, entry in document["models"].items()}
    font = FontFile(document["font"]["key"], _file(document["font"]))
    urls = {font.file.url, *(area["walkable"]["url"] for area in document["areas"])}
    urls |= {file.url for model in models.values() for file in (model.near, model.far) if file}
    swarms = {
        show["id"]: SwarmFile(show["id"], show["key"], _file(show["file"]))
        for show in document["shows"] if show["kind"] == "drones"
    }  # fmt: skip
    urls |= {swarm.file.url for swarm in swarms.values()}
    urls |= {file.url for cell in cells.values() for file in (cell.far, cell.near) if file}
    return Memory(
        {place: cell for place, cell in cells.items() if store.has(cell.far) and store.has(cell.near)},
        {name: model for name, model in models.items() if store.has(model.near) and store.has(model.far)},
        font if store.has(font.file) else None,
        frozenset(urls),
        {show: swarm for show, swarm in swarms.items() if store.has(swarm.file)},
    )


def _cell(entry: Json, placements: list[Json]) -> CellFiles:
    heroes = tuple(_hero(placement) for placement in placements if placement["cell"] == entry["id"])
    low, high = entry["bounds"]["min"], entry["bounds"]["max"]
    return CellFiles(
        entry["id"], entry["key"], _file(entry["far"]) if entry["far"] else None,
        _file(entry["near"]) if entry["near"] else None,
        (low[0], low[1], low[2]), (high[0], high[1], high[2]), heroes,
    )


def _hero(entry: Json) -> Hero:
    x, y = entry["at"]
    yaw = math.pi - entry["facing"]
    return Hero(entry["id"], entry["exhibit"], entry["model"], (x, entry["elevation"], -y), yaw,
                entry["scale"], entry["radius"])


def _model(name: str, entry: Json) -> ModelFiles:
    width, depth = entry["footprint"]
    return ModelFiles(name, entry["key"], _file(entry["near"]), entry["radius"], entry["height"], (width, depth),
                      {key: entry[key] for key in ABOUT}, _file(entry["far"]) if entry["far"] else None)


def _file(entry: Json) -> FileRef:
    return FileRef(entry["url"], entry["bytes"], entry["wire"], entry.get("triangles", 0), entry.get("draws", 0))
