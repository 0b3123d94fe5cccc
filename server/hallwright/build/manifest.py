"""The manifest: what a published hall consists of, as docs/formats/manifest.md describes it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import orjson

from hallwright.build.cells import CellFiles
from hallwright.build.devices import device_entry
from hallwright.build.meetings import meetings_entry, offer_entry
from hallwright.build.models import ModelFiles
from hallwright.build.performing import ROBOT
from hallwright.build.places import angle_entry, places_of, text_entry
from hallwright.build.programme import programme_entry
from hallwright.build.store import FileRef, digest
from hallwright.build.swarm import SwarmFile
from hallwright.build.tours import tour_entry
from hallwright.layout.model import ON_CUE, Area, Exhibitor, Placement, Show, Venue
from hallwright.layout.queue import Queue
from hallwright.scene.graph import AreaScene, Environment, Hero
from hallwright.scene.lanes import fleet_of, lanes_of
from hallwright.scene.lighting import TIMES

Json = dict[str, Any]
FORMAT = "hallwright/1"


@dataclass(frozen=True, slots=True, eq=False)
class Manifest:
    """A published hall. ``revision`` is a digest of all that ``document`` holds beside it; ``encoded`` is the
    document's JSON."""

    revision: str
    document: Mapping[str, Any]
    encoded: bytes

    @property
    def venue(self) -> str:
        """The venue's id."""
        return str(self.document["venue"])

    def to_json(self) -> bytes:
        """The bytes of ``manifest.json``."""
        return self.encoded


@dataclass(frozen=True, slots=True)
class FontFile:
    """The interface font; ``key`` changes with its characters."""

    key: str
    file: FileRef


@dataclass(frozen=True, slots=True, eq=False)
class Products:
    """What was made of a venue, by area id where it is an area's."""

    cells: Mapping[str, Sequence[CellFiles]]
    models: Mapping[str, ModelFiles]
    walkable: Mapping[str, FileRef]
    font: FontFile
    swarms: Mapping[str, SwarmFile] = field(default_factory=dict)

    def files(self) -> Iterator[FileRef]:
        """Every file, once."""
        found = [self.font.file, *self.walkable.values(), *(model.near for model in self.models.values())]
        found += [swarm.file for swarm in self.swarms.values()]
        found += [model.far for model in self.models.values() if model.far]
        found += [file for cells in self.cells.values() for cell in cells for file in (cell.far, cell.near) if file]
        yield from {file.url: file for file in found}.values()


def manifest_of(venue: Venue, scenes: Sequence[AreaScene], products: Products) -> Manifest:
    """The manifest of a venue and its products."""
    files = list(products.files())
    document: Json = {
        "name": text_entry(venue.name), "theme": text_entry(venue.theme), "sample_data": venue.sample_data,
        "start": _start(venue),
        "files": {"count": len(files), "bytes": sum(f.bytes for f in files), "wire": sum(f.wire for f in files)},
        "font": _plain_file(products.font.file) | {"key": products.font.key},
        "models": {model.id: _model(model) for model in products.models.values()},
        "exhibits": [
            {"id": e.id, "name": text_entry(e.name), "summary": text_entry(e.summary), "model": e.model,
             "source": e.source, **queue_entry(e.queue)}
            for e in venue.exhibits
        ],
        "exhibitors": [exhibitor_entry(exhibitor) for exhibitor in venue.exhibitors],
        "areas": [_area(area, scene, products) for area, scene in zip(venue.areas, scenes, strict=True)],
        "shows": [_show(show, products.swarms.get(show.id)) for show in venue.shows],
        "tours": [tour_entry(tour) for tour in venue.tours],
        "programme": programme_entry(venue.programme) if venue.programme else None,
        "devices": [device_entry(device) for device in venue.devices],
        "meetings": meetings_entry(venue.meetings) if venue.meetings else None,
    }
    body = _json(document)
    head = {"format": FORMAT, "venue": venue.id, "revision": digest(venue.id.encode() + body)}
    return Manifest(head["revision"], head | document, _json(head)[:-1] + b"," + body[1:])


def queue_entry(queue: Queue | None) -> Json:
    """How many can try an exhibit at once, each for so many minutes; left out where there is no line."""
    return {"queue": {"at_once": queue.at_once, "minutes": queue.minutes}} if queue else {}


def exhibitor_entry(exhibitor: Exhibitor) -> Json:
    """Who shows; what is not known of them is left out, for there are hundreds."""
    entry: Json = {"id": exhibitor.id, "name": text_entry(exhibitor.name), "country": exhibitor.country}
    contact = {key: value for key, value in asdict(exhibitor.contact).items() if value}
    if exhibitor.products:
        entry["products"] = [text_entry(product) for product in exhibitor.products]
    if exhibitor.meeting:
        entry["meeting"] = offer_entry(exhibitor.meeting)
    return entry | ({"contact": contact} if contact else {})


def _area(area: Area, scene: AreaScene, products: Products) -> Json:
    rows, columns = scene.walkable.free.shape
    walkable = _plain_file(products.walkable[area.id])
    cells = products.cells[area.id]
    placed = {placement.id: placement for placement in area.placements}
    return {
        "id": area.id, "kind": area.kind, "name": text_entry(area.name),
        "size": list(area.size), "origin": list(area.origin), "height": area.height,
        "environment": _environment(scene.environment),
        "times": {} if area.kind == "hall" else {time: _environment(light) for time, light in TIMES.items()},
        "walkable": walkable | {"step": scene.walkable.step, "columns": columns, "rows": rows},
        **places_of(area),
        "placements": [
            _placement(hero, cell.id, placed.get(hero.id)) for cell in cells for hero in cell.heroes
        ],
        "cells": [_cell(cell) for cell in cells],
    }


def _cell(cell: CellFiles) -> Json:
    return {
        "id": cell.id, "key": cell.key, "bounds": {"min": list(cell.low), "max": list(cell.high)},
        "far": _file(cell.far), "near": _file(cell.near),
    }


def _model(model: ModelFiles) -> Json:
    return {
        "key": model.key, "near": _file(model.near), "far": _file(model.far), "radius": model.radius,
        "height": model.height, "footprint": list(model.footprint), **model.about,
    }


def _placement(hero: Hero, cell: str, written: Placement | None) -> Json:
    x, y, z = hero.translation
    release = written.release if written else None
    return {
        "id": hero.id, "exhibit": hero.exhibit, "model": hero.model, "at": [round(x, 4), round(-z, 4)],
        "elevation": round(y, 4), "facing": angle_entry(math.pi - hero.yaw), "scale": hero.scale, "radius": hero.radius,
        "cell": cell, "screen": written.screen if written else None,
    } | ({} if release is None else {"release": {"at": None if release == ON_CUE else release}})


def _show(show: Show, swarm: SwarmFile | None) -> Json:
    common = {
        "id": show.id, "kind": show.kind, "area": show.area, "name": text_entry(show.name), "duration": show.duration,
        "loop": show.loop, "autostart": show.autostart,
    }
    if show.kind == "traffic":
        vehicles = [{"exhibit": exhibit, "count": count} for exhibit, count in show.vehicles]
        lanes = lanes_of(show)
        route = {"id": show.route, "width": show.width, "lanes": [[list(point) for point in lane] for lane in lanes]}
        fleet = [list(entry) for entry in fleet_of(show, len(lanes))]
        return common | {"route": route, "vehicles": vehicles, "pace": show.pace, "fleet": fleet}
    place = {
        "at": list(show.at), "size": list(show.size), "facing": angle_entry(show.facing), "height": show.height,
        "count": show.count,
    }
    if show.kind == "drones":
        return common | place | ({"key": swarm.key, "file": _plain_file(swarm.file)} if swarm else {})
    return common | place | ({"model": ROBOT, "stage": show.stage, "routine": show.routine})


def _environment(light: Environment) -> Json:
    return {
        "sky": light.sky, "exposure": light.exposure, "fog": [light.fog_color, light.fog_near, light.fog_far],
        "sun": list(light.sun) if light.sun else None,
    }


def _start(venue: Venue) -> Json | None:
    """The default spawn point of the first area that has one, else the first of all."""
    spawns = [(spawn.default, area.id, spawn.id) for area in venue.areas for spawn in area.spawns]
    if not spawns:
        return None
    _, area, spawn = next((entry for entry in spawns if entry[0]), spawns[0])
    return {"area": area, "spawn": spawn}


def _file(file: FileRef | None) -> Json | None:
    if file is None:
        return None
    return _plain_file(file) | {"triangles": file.triangles, "draws": file.draws}


def _plain_file(file: FileRef) -> Json:
    return {"url": file.url, "bytes": file.bytes, "wire": file.wire}


def _json(document: Mapping[str, Any]) -> bytes:
    return orjson.dumps(document)
