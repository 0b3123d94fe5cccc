"""The plan of an area as one SVG page: title, map, legend, and lists of what found no room on the map.

The same manifest gives the same bytes. Nothing in it runs, loads or needs a style sheet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from hallwright.errors import BuildError
from hallwright.export.plan.fitting import Box, Label, Taken, Wish, place
from hallwright.export.plan.ground import draw_ground, draw_structures, draw_walls
from hallwright.export.plan.legend import SMALL, draw_bar, draw_compass, draw_index, draw_legend
from hallwright.export.plan.naming import wishes_of
from hallwright.export.plan.paper import (
    FAMILY,
    PAPER,
    QUIET,
    Entry,
    Scale,
    clean,
    group,
    letter,
    mark,
    num,
    write,
)
from hallwright.export.plan.things import (
    booth_title,
    draw_booths,
    draw_stages,
    draw_symbols,
    solid_boxes,
    standing,
    symbol_boxes,
)
from hallwright.export.plan.words import TAGS, Language, read, say
from hallwright.layout.spelling import did_you_mean

LONGEST, NARROWEST, MARGIN, HEAD = 1600.0, 1040.0, 88.0, 140.0
"""Units: the longer side of the map, the least width of what is below it, the page's margin, the height of its head."""
HEADER = b'<?xml version="1.0" encoding="utf-8"?>\n'


def plan_svg(hall: Mapping[str, Any], area_id: str, language: Language) -> bytes:
    """The plan of an area of a hall, from its manifest. Raises BuildError when the hall has no such area."""
    area = area_of(hall, area_id)
    if area is None:
        known = [str(each["id"]) for each in hall["areas"]]
        hint = did_you_mean(area_id, known) or f"there is: {', '.join(known)}"
        raise BuildError(f"There is no area '{area_id}': {hint}")
    area = {**area, "placements": standing(area)}
    names = {exhibit["id"]: read(exhibit["name"], language) for exhibit in hall["exhibits"]}
    scale = scale_of(area)
    labels, dropped = labels_of(area, scale, language, names)
    width = max(NARROWEST, scale.frame.right - scale.frame.left)
    page = _page(area, language)
    _head(page, hall, area, scale, language, MARGIN + width)
    _map(page, area, scale, language, names, labels)
    top = draw_legend(page, area, language, MARGIN, scale.frame.bottom + 44, width)
    top = _lists(page, area, language, labels, dropped, top, width)
    if hall.get("sample_data"):
        write(page, say(language, "sample"), MARGIN, top + 10, SMALL, fill=QUIET)
    _close(page, width + 2 * MARGIN, top + 40)
    return HEADER + ET.tostring(page, encoding="unicode").encode() + b"\n"


def area_of(hall: Mapping[str, Any], area_id: str) -> Entry | None:
    """The manifest's entry of an area, None when there is none."""
    return next((area for area in hall["areas"] if area["id"] == area_id), None)


def scale_of(area: Entry) -> Scale:
    """How the area lies on the page."""
    width, depth = area["size"]
    return Scale(LONGEST / max(width, depth), MARGIN, HEAD, (width, depth))


def labels_of(
    area: Entry, scale: Scale, language: Language, names: Mapping[str, str]
) -> tuple[list[Label], list[Wish]]:
    """What is written on the map, and what found no room there."""
    frame = scale.frame
    taken, things = Taken(), Taken()
    for box in symbol_boxes(area, scale):
        taken.add(box)
    for box in solid_boxes(area, scale):
        things.add(box)
    around = Box(frame.left - MARGIN + 6, frame.top - 30, frame.right + MARGIN - 6, frame.bottom + 30)
    return place(wishes_of(area, scale, language, names), around, taken, things)


def _page(area: Entry, language: Language) -> ET.Element:
    page = ET.Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "lang": TAGS[language], "role": "graphics-document document",
        "aria-labelledby": "title", "aria-describedby": "desc", "font-family": FAMILY,
    })
    ET.SubElement(page, "title", {"id": "title"}).text = clean(say(language, "plan", area=read(area["name"], language)))
    ET.SubElement(page, "desc", {"id": "desc"}).text = clean(_description(area, language))
    mark(page, "rect", width="100%", height="100%", fill=PAPER, aria_hidden="true")
    return page


def _description(area: Entry, language: Language) -> str:
    zones = [f"{zone['letter']} {read(zone['name'], language)}" for zone in area["zones"]]
    counts = {name: len(area[name]) for name in ("booths", "stages")} | {"exhibits": len(area["placements"])}
    parts = [_size(area, language), say(language, "northup"), say(language, "count", **counts)]
    if zones:
        parts.append(f"{say(language, 'zones')}: {', '.join(zones)}.")
    return " ".join(parts)


def _head(
    page: ET.Element, hall: Mapping[str, Any], area: Entry, scale: Scale, language: Language, right: float
) -> None:
    other: Language = "zh" if language == "en" else "en"
    write(page, read(area["name"], language), MARGIN, 62, 36, font_weight=700)
    second = [read(area["name"], other)] if read(area["name"], other) != read(area["name"], language) else []
    write(page, " · ".join([*second, read(hall["name"], language)]), MARGIN, 92, 18, fill=QUIET)
    draw_compass(page, language, right - 14, 84)
    draw_bar(page, scale, language, right - 60, 92)


def _map(
    page: ET.Element, area: Entry, scale: Scale, language: Language, names: dict[str, str], labels: Sequence[Label]
) -> None:
    frame = scale.frame
    clip = mark(ET.SubElement(page, "defs"), "clipPath", id="frame")
    mark(clip, "rect", x=frame.left - 2, y=frame.top - 2, width=frame.right - frame.left + 4,
         height=frame.bottom - frame.top + 4)
    ground = mark(page, "g", clip_path="url(#frame)")
    draw_ground(ground, area, scale)
    draw_structures(ground, area, scale)
    draw_stages(page, area, scale, language)
    draw_booths(page, area, scale, language)
    draw_walls(page, area, scale)
    draw_symbols(page, area, scale, language, names)
    # What is written was told with the things themselves.
    written = group(page, stroke=PAPER, stroke_opacity="0.85", stroke_width=2.4, stroke_linejoin="round",
                    paint_order="stroke")
    for label in labels:
        letter(written, label)


def _lists(
    page: ET.Element, area: Entry, language: Language, labels: Sequence[Label], dropped: Sequence[Wish], top: float,
    width: float,
) -> float:
    """Booths whose name is not on the map, and whatever else is not."""
    booths = {booth_title(booth, language): booth for booth in area["booths"]}
    named = {label.wish.told for label in labels if not label.wish.bold}
    unnamed = [title for title, booth in booths.items()
               if title not in named and read(booth["name"], language) not in ("", booth["number"])]
    listed = set(unnamed)
    lost = [wish.told for wish in dropped if wish.told not in listed]
    top = draw_index(page, say(language, "unplaced"), list(dict.fromkeys(lost)), MARGIN, top, width)
    return draw_index(page, say(language, "index"), unnamed, MARGIN, top, width)


def _close(page: ET.Element, width: float, height: float) -> None:
    for name, value in (("width", width), ("height", height)):
        page.set(name, num(value))
    page.set("viewBox", f"0 0 {num(width)} {num(height)}")


def _size(area: Entry, language: Language) -> str:
    width, depth = area["size"]
    return say(language, "size", width=f"{width:g}", depth=f"{depth:g}") + ("." if language == "en" else "。")
