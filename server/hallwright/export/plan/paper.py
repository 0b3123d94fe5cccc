"""The paper: plan metres to units of the drawing, and the few marks that everything on it is made of.

Only presentation attributes: a page may forbid style elements, as ours does. What a layout says goes through
ElementTree, which escapes it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from hallwright.export.plan.fitting import LINE, Box, Label, Spot

Entry = Mapping[str, Any]
INK, QUIET, PAPER, FLOOR, EDGE, ACCENT = "#182128", "#4d5a64", "#ffffff", "#eef2f4", "#5f6c76", "#12609f"
FAMILY = "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Scale:
    """``units`` a metre; the area's north-west corner lies at (``left``, ``top``)."""

    units: float
    left: float
    top: float
    size: tuple[float, float]

    def at(self, point: Sequence[float]) -> Spot:
        """A plan point on the paper."""
        return self.left + point[0] * self.units, self.top + (self.size[1] - point[1]) * self.units

    @property
    def frame(self) -> Box:
        """The area."""
        width, depth = (side * self.units for side in self.size)
        return Box(self.left, self.top, self.left + width, self.top + depth)

    def around(self, entry: Entry) -> Box:
        """The page's box around a turned footprint (``at``, ``size``, ``facing``)."""
        x, y = self.at(entry["at"])
        width, depth = spread(entry)
        return Box(x - width * self.units / 2, y - depth * self.units / 2,
                   x + width * self.units / 2, y + depth * self.units / 2)

    def room(self, entry: Entry) -> tuple[float, float]:
        """Width and height that level text has inside a turned footprint, in units."""
        width, depth = entry["size"]
        turn = entry["facing"] % math.pi
        if min(turn, math.pi - turn) < 0.05:
            return width * self.units, depth * self.units
        if abs(turn - math.pi / 2) < 0.05:
            return depth * self.units, width * self.units
        side = min(width, depth) * self.units / math.sqrt(2)
        return side, side


def spread(entry: Entry) -> tuple[float, float]:
    """Width and height of the box around a turned footprint, in metres."""
    (width, depth), turn = entry["size"], entry["facing"]
    sin, cos = abs(math.sin(turn)), abs(math.cos(turn))
    return width * cos + depth * sin, width * sin + depth * cos


def num(value: float) -> str:
    """A number as short as a tenth of a unit allows."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def clean(text: object) -> str:
    """A text without what XML cannot hold."""
    return _FORBIDDEN.sub("", str(text))


def color(value: object, other: str = EDGE) -> str:
    """A colour of the layout, or ``other`` for what is none."""
    return str(value) if _COLOR.fullmatch(str(value)) else other


def mark(parent: ET.Element, tag: str, title: str = "", /, **attributes: object) -> ET.Element:
    """An element with these attributes (``_`` for ``-``), numbers shortened. With a title it is something by itself
    for who listens."""
    named = {
        name.replace("_", "-"): num(value) if isinstance(value, float) else clean(value)
        for name, value in attributes.items()
    }
    element = ET.SubElement(parent, tag, {"role": "img"} | named if title else named)
    if title:
        ET.SubElement(element, "title").text = clean(title)
    return element


def group(parent: ET.Element, label: str = "", **attributes: object) -> ET.Element:
    """A group; without a label it is hidden from who listens."""
    spoken = {"role": "group", "aria_label": label} if label else {"aria_hidden": "true"}
    return mark(parent, "g", **spoken, **attributes)


def shape(points: Iterable[Spot], closed: bool = True) -> str:
    """Path data through these points."""
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + ("Z" if closed else "")


def write(parent: ET.Element, text: str, x: float, y: float, size: float, **attributes: object) -> None:
    """A line of text that stands on ``y``."""
    attributes.setdefault("fill", INK)
    mark(parent, "text", x=x, y=y, font_size=size, **attributes).text = clean(text)


def letter(parent: ET.Element, label: Label) -> None:
    """A label, line by line, on a pale seam that keeps it apart from what is under it."""
    box, size = label.box, label.size
    for row, line in enumerate(label.lines):
        middle = box.top + (row + 0.5) * size * LINE
        write(
            parent, line, (box.left + box.right) / 2, middle + size * 0.36, size, fill=label.wish.color,
            text_anchor="middle", font_weight=700 if label.wish.bold else 400,
        )


def footprint(parent: ET.Element, scale: Scale, entry: Entry, title: str = "", **attributes: object) -> ET.Element:
    """A turned rectangle of the plan."""
    (x, y), (width, depth) = scale.at(entry["at"]), entry["size"]
    wide, deep = width * scale.units, depth * scale.units
    turn = round(math.degrees(entry["facing"]) % 180, 1)
    turned = {"transform": f"rotate({num(turn)} {num(x)} {num(y)})"} if turn else {}
    return mark(
        parent, "rect", title, x=x - wide / 2, y=y - deep / 2, width=wide, height=deep, **turned, **attributes
    )
