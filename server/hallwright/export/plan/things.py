"""What stands on the ground: booths, stages, exhibits, facilities, doors and ways out, each with its name for whoever
listens to the drawing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree import ElementTree as ET

from hallwright.export.plan.fitting import Box
from hallwright.export.plan.paper import EDGE, PAPER, Entry, Scale, color, footprint, group
from hallwright.export.plan.symbols import symbol
from hallwright.export.plan.words import Language, read, say

DOOR, PIN, SERVICE, EXHIBIT = 18.0, 22.0, 19.0, 12.0
"""Sizes of symbols in units."""


def draw_booths(parent: ET.Element, area: Entry, scale: Scale, language: Language) -> None:
    """Booths, edged with the colour of their zone."""
    if not area["booths"]:
        return
    tints = {zone["id"]: color(zone["color"]) for zone in area["zones"]}
    booths = group(parent, say(language, "booths"))
    for booth in area["booths"]:
        footprint(booths, scale, booth, booth_title(booth, language), fill=PAPER, stroke=tints.get(booth["zone"], EDGE),
                  stroke_width=1.2)


def draw_stages(parent: ET.Element, area: Entry, scale: Scale, language: Language) -> None:
    """Stages."""
    if not area["stages"]:
        return
    stages = group(parent, say(language, "stages"))
    for stage in area["stages"]:
        footprint(stages, scale, stage, read(stage["name"], language), fill="#d3dae0", stroke=EDGE, stroke_width=1.5)


def draw_symbols(parent: ET.Element, area: Entry, scale: Scale, language: Language, names: dict[str, str]) -> None:
    """Doors, exhibits, facilities and ways out; ``names`` are those of exhibits."""
    for entries, label, name in (
        ("doors", "doors", None), ("placements", "exhibits", names), ("facilities", "facilities", None),
        ("portals", "portals", None),
    ):
        if not area.get(entries):
            continue
        holder = group(parent, say(language, label))
        for entry in area[entries]:
            kind, x, y, size, turn = _symbol(entries, entry, scale)
            title = name.get(entry["exhibit"], "") if name else read(entry["name"], language)
            symbol(holder, kind, x, y, size, title or say(language, kind), turn)


def standing(area: Entry) -> list[Entry]:
    """Placements that stand by themselves, by id: what is in a booth is the booth's own, and only a build knows it."""
    alone = (each for each in area["placements"] if not any(_holds(booth, each["at"]) for booth in area["booths"]))
    return sorted(alone, key=lambda placement: str(placement["id"]))


def symbol_boxes(area: Entry, scale: Scale) -> Iterator[Box]:
    """Where the symbols are."""
    for entries in ("doors", "placements", "facilities", "portals"):
        for entry in area.get(entries, ()):
            _, x, y, size, _ = _symbol(entries, entry, scale)
            yield Box(x - size / 2, y - size / 2, x + size / 2, y + size / 2)


def solid_boxes(area: Entry, scale: Scale) -> Iterator[Box]:
    """What names of zones keep off."""
    for entry in (*area["booths"], *area["stages"], *area.get("structures", ())):
        yield scale.around(entry)
    for wall in area.get("walls", ()):
        yield from wall_boxes(wall, scale)


def wall_boxes(wall: Entry, scale: Scale) -> Iterator[Box]:
    """Boxes around the straight pieces of a wall; slanting ones take too little to matter."""
    half = max(2.0, wall["thickness"] * scale.units) / 2
    for a, b in pairwise(map(scale.at, wall["path"])):
        if abs(a[0] - b[0]) < 1 or abs(a[1] - b[1]) < 1:
            yield Box(min(a[0], b[0]) - half, min(a[1], b[1]) - half, max(a[0], b[0]) + half, max(a[1], b[1]) + half)


def door_spot(door: Entry, scale: Scale) -> tuple[float, float]:
    """The middle of a door's symbol, just outside."""
    x, y = scale.at(door["at"])
    away = DOOR / 2 + 3
    return x + math.sin(door["facing"]) * away, y - math.cos(door["facing"]) * away


def door_kind(door: Entry) -> str:
    """The symbol of a door."""
    return "service-door" if door["kind"] == "service" else str(door["kind"])


def booth_title(booth: Entry, language: Language) -> str:
    """Number and name of a booth."""
    return f"{booth['number']} {read(booth['name'], language)}".strip()


def _holds(booth: Entry, point: Sequence[float]) -> bool:
    """Whether the point lies in the turned footprint."""
    east, north = point[0] - booth["at"][0], point[1] - booth["at"][1]
    sin, cos = math.sin(booth["facing"]), math.cos(booth["facing"])
    aside, ahead = abs(east * cos - north * sin), abs(east * sin + north * cos)
    return bool(aside <= booth["size"][0] / 2 and ahead <= booth["size"][1] / 2)


def _symbol(entries: str, entry: Entry, scale: Scale) -> tuple[str, float, float, float, float]:
    """Kind, middle, size and turn in degrees."""
    x, y = scale.at(entry["at"])
    if entries == "doors":
        x, y = door_spot(entry, scale)
        return door_kind(entry), x, y, DOOR, round(math.degrees(entry["facing"]), 1) % 360
    if entries == "portals":
        return "portal", x, y, PIN, round(math.degrees(entry["facing"]), 1) % 360
    if entries == "placements":
        return "exhibit", x, y, EXHIBIT, 0.0
    return str(entry["kind"]), x, y, SERVICE, 0.0
