"""Below and beside the map: what the colours and symbols mean, and what found no room on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree import ElementTree as ET

from hallwright.export.plan.fitting import width_of
from hallwright.export.plan.paper import INK, PAPER, QUIET, Entry, Scale, color, group, mark, shape, write
from hallwright.export.plan.symbols import symbol
from hallwright.export.plan.things import door_kind
from hallwright.export.plan.words import TAGS, Language, read, say

ROW, TEXT, SMALL, COLUMN = 34.0, 15.0, 12.0, 330.0
Item = Callable[[ET.Element, float, float], None]


def draw_legend(
    parent: ET.Element, area: Entry, language: Language, left: float, top: float, width: float
) -> float:
    """Zones and symbols in columns; returns where the next thing may begin."""
    for heading, items in (
        ("zones", [_zone(zone, language) for zone in area["zones"]]),
        ("symbols", [_symbol(kind, language) for kind in _kinds(area)]),
    ):
        if items:
            top = _columns(group(parent, say(language, heading)), say(language, heading), items, left, top, width, ROW)
    return top


def draw_index(
    parent: ET.Element, heading: str, entries: Sequence[str], left: float, top: float, width: float
) -> float:
    """A list in columns, read down; returns where the next thing may begin."""
    if not entries:
        return top
    items = [_line(entry) for entry in entries]
    return _columns(group(parent, heading), heading, items, left, top, width, 18.0, down=True)


def draw_compass(parent: ET.Element, language: Language, x: float, y: float) -> None:
    """An arrow to the north, its foot on ``y``."""
    north = group(parent)
    mark(north, "path", d=shape([(x, y - 44), (x + 12, y - 8), (x, y - 16), (x - 12, y - 8)]), fill=INK)
    write(north, say(language, "north"), x, y + 8, TEXT, text_anchor="middle", font_weight=700)


def draw_bar(parent: ET.Element, scale: Scale, language: Language, right: float, y: float) -> None:
    """A bar of a round number of metres, about a seventh of the map wide, that ends at ``right``."""
    metres = _round((scale.frame.right - scale.frame.left) / scale.units / 7)
    length = metres * scale.units
    bar = group(parent)
    mark(bar, "rect", x=right - length, y=y - 8, width=length, height=8, fill=PAPER, stroke=INK, stroke_width=1.2)
    mark(bar, "rect", x=right - length, y=y - 8, width=length / 2, height=8, fill=INK)
    write(bar, "0", right - length, y - 14, SMALL, text_anchor="middle", fill=QUIET)
    write(bar, say(language, "metres", metres=f"{metres:g}"), right, y - 14, SMALL, text_anchor="end", fill=QUIET)


def _columns(
    parent: ET.Element, heading: str, items: Sequence[Item], left: float, top: float, width: float, row: float,
    down: bool = False,
) -> float:
    write(parent, heading, left, top + 20, 18, font_weight=700)
    columns = max(1, int(width // COLUMN))
    rows = -(-len(items) // columns)
    for index, item in enumerate(items):
        column, line = divmod(index, rows) if down else (index % columns, index // columns)
        item(parent, left + column * width / columns, top + 34 + line * row)
    return top + 34 + rows * row + 22


def _zone(zone: Entry, language: Language) -> Item:
    other: Language = "zh" if language == "en" else "en"
    first, second = read(zone["name"], language), read(zone["name"], other)

    def draw(parent: ET.Element, x: float, y: float) -> None:
        mark(parent, "rect", x=x, y=y, width=26, height=26, rx=6, fill=color(zone["color"]))
        write(parent, zone["letter"], x + 13, y + 18.8, 16, text_anchor="middle", font_weight=700,
              fill=_ink(color(zone["color"])))
        _shortened(parent, first, x + 36, y + 11, TEXT, COLUMN - 44)
        if second != first:
            _shortened(parent, second, x + 36, y + 26, SMALL, COLUMN - 44, fill=QUIET, lang=TAGS[other])

    return draw


def _symbol(kind: str, language: Language) -> Item:
    def draw(parent: ET.Element, x: float, y: float) -> None:
        symbol(parent, kind, x + 13, y + 13, 20)
        write(parent, say(language, kind), x + 36, y + 18, TEXT)

    return draw


def _line(entry: str) -> Item:
    return lambda parent, x, y: _shortened(parent, entry, x, y + 11, SMALL, COLUMN - 16)


def _shortened(
    parent: ET.Element, text: str, x: float, y: float, size: float, width: float, **attributes: object
) -> None:
    """A line that ends within ``width``: smaller letters first, then fewer."""
    fair = max(size * 0.75, min(size, size * width / max(1.0, width_of(text) * size)))
    while width_of(text) * fair > width and len(text) > 1:
        text = text.removesuffix("…")[:-1].rstrip() + "…"
    write(parent, text, x, y, round(fair, 1), **attributes)


def _kinds(area: Entry) -> list[str]:
    """Symbols that are on the plan, in the order of the legend."""
    kinds = [door_kind(door) for door in area.get("doors", ())]
    kinds += ["portal"] * bool(area["portals"]) + ["exhibit"] * bool(area["placements"])
    kinds += [facility["kind"] for facility in area["facilities"]]
    return list(dict.fromkeys(kinds))


def _round(metres: float) -> float:
    """1, 2 or 5 times a power of ten, not above ``metres``."""
    for power in (1000, 100, 10, 1):
        for digit in (5, 2, 1):
            if digit * power <= metres:
                return digit * power
    return 1


def _ink(tint: str) -> str:
    """White, or black on a light colour: whichever reads (as the viewer's badges have it)."""
    light = _luminance(tint)
    on_white, on_black = 1.05 / (light + 0.05), (light + 0.05) / 0.05
    return "#ffffff" if on_white >= 3.4 or on_white >= on_black else "#000000"


def _luminance(tint: str) -> float:
    parts = [int(tint[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
