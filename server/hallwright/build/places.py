"""What the manifest says of the places of an area: all that the layout itself tells, before anything is made of it.

A plan needs no more than this, so that one can be drawn of a layout that was never built.
"""

from __future__ import annotations

import math
from typing import Any

from hallwright.build.boards import board_entry
from hallwright.build.reels import reel_entry, seating_entry
from hallwright.layout.model import Area, Booth, Column, Door, Feature, Stage, Structure, Text, Venue, Wall, Zone

Json = dict[str, Any]


def plan_document(venue: Venue) -> Json:
    """As much of a manifest as a plan is drawn from; of placements only what stands in the layout."""
    return {
        "venue": venue.id, "name": text_entry(venue.name), "sample_data": venue.sample_data,
        "exhibits": [{"id": exhibit.id, "name": text_entry(exhibit.name)} for exhibit in venue.exhibits],
        "areas": [
            {"id": area.id, "kind": area.kind, "name": text_entry(area.name), "size": list(area.size)}
            | places_of(area)
            | {"placements": [{"id": p.id, "exhibit": p.exhibit, "at": list(p.at)} for p in area.placements]}
            for area in venue.areas
        ],
    }


def places_of(area: Area) -> Json:
    """The entries of an area's places, in the layout's order."""
    return {
        "zones": [_zone(zone) for zone in area.zones],
        "spawns": [
            {"id": s.id, "at": list(s.at), "facing": angle_entry(s.facing), "default": s.default} for s in area.spawns
        ],
        "portals": [
            {"id": p.id, "at": list(p.at), "facing": angle_entry(p.facing), "width": p.width,
             "to": [p.to_area, p.to_portal], "name": text_entry(p.name)}
            for p in area.portals
        ],
        "booths": [_booth(booth) for booth in area.booths],
        "stages": [_stage(stage) for stage in area.stages],
        "boards": [board_entry(board) for board in area.boards],
        "facilities": [
            {"id": f.id, "kind": f.kind, "name": text_entry(f.name), "at": list(f.at)} for f in area.facilities
        ],
        "aisles": [
            {"id": a.id, "path": [list(p) for p in a.path], "width": a.width, "main": a.main} for a in area.aisles
        ],
        "walls": [_wall(wall) for wall in area.walls],
        "columns": [_column(column) for column in area.columns],
        "doors": [_door(door) for door in area.doors],
        "features": [_feature(feature) for feature in area.features],
        "structures": [_structure(structure) for structure in area.structures],
    }


def text_entry(text: Text) -> Json:
    """A text in both languages."""
    return {"en": text.en, "zh": text.zh}


def angle_entry(radians: float) -> float:
    """A bearing from 0 to 2π."""
    return round(radians % (2 * math.pi), 6)


def _booth(booth: Booth) -> Json:
    return {
        "id": booth.id, "number": booth.number, "name": text_entry(booth.fascia), "zone": booth.zone,
        "exhibitor": booth.exhibitor, "at": list(booth.at), "size": list(booth.size), "height": booth.height,
        "facing": angle_entry(booth.facing), "exhibits": list(booth.exhibits),
    }


def _stage(stage: Stage) -> Json:
    entry = {
        "id": stage.id, "name": text_entry(stage.name), "at": list(stage.at), "facing": angle_entry(stage.facing),
        "size": list(stage.size), "screen": list(stage.screen),
        "elevation": round(stage.height + 0.5 + stage.screen[1] / 2, 4), "front": round(0.78 - stage.size[1] / 2, 4),
    }
    reels = {"reels": [reel_entry(reel) for reel in stage.reels]} if stage.reels else {}
    return entry | reels | seating_entry(stage)


def _zone(zone: Zone) -> Json:
    corners = zip(zone.polygon, zone.polygon[1:] + zone.polygon[:1], strict=True)
    area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in corners)) / 2
    return {
        "id": zone.id, "letter": zone.letter, "name": text_entry(zone.name), "color": zone.color,
        "polygon": [list(point) for point in zone.polygon], "area_m2": round(area, 1),
    }


def _wall(wall: Wall) -> Json:
    return {"path": [list(p) for p in wall.path], "thickness": wall.thickness, "material": wall.material}


def _column(column: Column) -> Json:
    return {"at": list(column.at), "size": column.size, "round": column.round}


def _door(door: Door) -> Json:
    return {
        "id": door.id, "kind": door.kind, "name": text_entry(door.name), "at": list(door.at), "width": door.width,
        "facing": angle_entry(door.facing),
    }


def _feature(feature: Feature) -> Json:
    return {
        "id": feature.id, "kind": feature.kind, "name": text_entry(feature.name) if feature.name else None,
        "polygon": [list(p) for p in feature.polygon], "path": [list(p) for p in feature.path],
        "width": feature.width, "closed": feature.closed,
    }


def _structure(structure: Structure) -> Json:
    return {
        "id": structure.id, "kind": structure.kind, "name": text_entry(structure.name) if structure.name else None,
        "at": list(structure.at), "size": list(structure.size), "facing": angle_entry(structure.facing),
    }
