"""What lies below everything else: floor, lawns and water, zones, aisles, walls and columns."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hallwright.export.plan.paper import EDGE, FLOOR, INK, Entry, Scale, color, footprint, group, mark, shape

GROUNDS = {
    "lawn": "#cfe3cd", "meadow": "#dbe6c4", "water": "#bcdcec", "path": "#f6f2e8", "road": "#c3c9cd",
    "runway": "#cdd1d4", "plaza": "#ece6da", "field": "#d8e2c8", "bed": "#b9d3b2", "deck": "#dcc9ae",
}
WALLS = {"solid": INK, "glass": "#3f87a6", "fence": "#6a7983", "hedge": "#4d7d54", "railing": "#6a7983"}
OUTDOORS = "#dfe9d9"


def draw_ground(parent: ET.Element, area: Entry, scale: Scale) -> None:
    """Floor, features, zones and aisles; all of it told elsewhere in words."""
    ground = group(parent)
    frame = scale.frame
    floor = FLOOR if area["kind"] == "hall" else OUTDOORS
    mark(ground, "rect", x=frame.left, y=frame.top, width=frame.right - frame.left, height=frame.bottom - frame.top,
         fill=floor)
    for feature in area.get("features", ()):
        _feature(ground, feature, scale)
    strength = "0.26" if area["kind"] == "hall" else "0.15"
    for zone in area["zones"]:
        outline = shape(map(scale.at, zone["polygon"]))
        tint = color(zone["color"])
        mark(ground, "path", d=outline, fill=tint, fill_opacity=strength, stroke=tint, stroke_width=1.5)
    for aisle in area["aisles"]:
        mark(ground, "path", d=shape(map(scale.at, aisle["path"]), closed=False), fill="none", stroke="#ffffff",
             stroke_opacity="0.75", stroke_width=aisle["width"] * scale.units, stroke_linejoin="round")


def draw_structures(parent: ET.Element, area: Entry, scale: Scale) -> None:
    """Buildings outdoors, outlines only."""
    structures = group(parent)
    for structure in area.get("structures", ()):
        footprint(structures, scale, structure, fill="#c9cfd4", fill_opacity="0.75", stroke=EDGE, stroke_width=1.0)


def draw_walls(parent: ET.Element, area: Entry, scale: Scale) -> None:
    """Walls with the gaps of their doors, and columns."""
    walls = group(parent)
    if not area.get("walls"):
        frame = scale.frame
        mark(walls, "rect", x=frame.left, y=frame.top, width=frame.right - frame.left,
             height=frame.bottom - frame.top, fill="none", stroke=EDGE, stroke_width=1.5)
    for wall in area.get("walls", ()):
        thick = max(2.0, wall["thickness"] * scale.units)
        mark(walls, "path", d=shape(map(scale.at, wall["path"]), closed=wall["path"][0] == wall["path"][-1]),
             fill="none", stroke=WALLS.get(wall["material"], INK), stroke_width=thick, stroke_linejoin="miter")
    for door in area.get("doors", ()):
        _gap(walls, door, scale)
    for column in area.get("columns", ()):
        _column(walls, column, scale)


def _feature(parent: ET.Element, feature: Entry, scale: Scale) -> None:
    tint = GROUNDS.get(feature["kind"], FLOOR)
    if feature["polygon"]:
        mark(parent, "path", d=shape(map(scale.at, feature["polygon"])), fill=tint)
        return
    mark(parent, "path", d=shape(map(scale.at, feature["path"]), closed=feature["closed"]), fill="none", stroke=tint,
         stroke_width=feature["width"] * scale.units, stroke_linejoin="round")


def _gap(parent: ET.Element, door: Entry, scale: Scale) -> None:
    deep = max(4.0, 0.5 * scale.units) / scale.units
    opening = {"at": door["at"], "size": (door["width"], deep), "facing": door["facing"]}
    footprint(parent, scale, opening, fill="#ffffff")


def _column(parent: ET.Element, column: Entry, scale: Scale) -> None:
    x, y = scale.at(column["at"])
    half = max(1.5, column["size"] * scale.units / 2)
    if column["round"]:
        mark(parent, "circle", cx=x, cy=y, r=half, fill=INK)
    else:
        mark(parent, "rect", x=x - half, y=y - half, width=2 * half, height=2 * half, fill=INK)
