"""Pictograms for signs, drawn as shapes on a grid of 24 x 24, smoothed by drawing them four times as large."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from PIL import Image, ImageDraw

GRID = 24
SMOOTHING = 4
Shape = tuple[Literal["polygon", "ellipse", "box", "line", "clear", "ring"], tuple[float, ...]]

_ARROW: tuple[Shape, ...] = (
    ("polygon", (12, 2, 21, 11, 17.5, 14, 14.2, 10.6, 14.2, 22, 9.8, 22, 9.8, 10.6, 6.5, 14, 3, 11)),
)

ICONS: dict[str, tuple[Shape, ...]] = {
    "ahead": _ARROW,
    "registration": (("box", (4, 3, 20, 22, 2)), ("clear", (6.5, 6.5, 17.5, 19.5)), ("box", (8.5, 1.5, 15.5, 5, 1)),
                     ("line", (8.5, 13, 11, 16, 16, 9.5))),
    "information": (("ellipse", (9.7, 2, 14.3, 6.6)), ("box", (9.9, 9, 14.1, 22, 1))),
    "cafe": (("box", (3, 8, 16, 19, 3)), ("ring", (13, 9.5, 21, 16.5)), ("box", (2, 20.5, 18, 22, 0.5)),
             ("line", (7, 6, 7, 2.5)), ("line", (12, 6, 12, 2.5))),
    "toilets": (("ellipse", (3.8, 2, 8.2, 6.4)), ("polygon", (6, 7, 10.5, 16, 1.5, 16)),
                ("box", (4.4, 15, 7.6, 22, 0.5)), ("box", (11.4, 2, 12.6, 22, 0)),
                ("ellipse", (15.8, 2, 20.2, 6.4)), ("box", (14.8, 7, 21.2, 15, 1.5)),
                ("box", (16, 14, 20, 22, 0.5))),
    "first-aid": (("box", (9, 3, 15, 21, 0.5)), ("box", (3, 9, 21, 15, 0.5))),
    "cloakroom": (("ring", (9.5, 2, 14.5, 7)), ("line", (12, 7, 12, 10, 2.5, 17, 21.5, 17, 12, 10))),
    "lounge": (("box", (4, 6, 20, 15, 2)), ("box", (2, 10, 6, 19, 1.5)), ("box", (18, 10, 22, 19, 1.5)),
               ("box", (4, 14, 20, 19, 0.5)), ("box", (4, 18, 6, 22, 0)), ("box", (18, 18, 20, 22, 0))),
    "meeting": (("ellipse", (3.5, 3, 8.5, 8)), ("box", (2, 9, 10, 16, 2)), ("ellipse", (15.5, 3, 20.5, 8)),
                ("box", (14, 9, 22, 16, 2)), ("box", (2, 18, 22, 21, 0.5))),
    "charging": (("polygon", (14, 1, 4, 14, 11, 14, 9, 23, 20, 9, 13, 9)),),
    "service": (("ring", (4.5, 4.5, 19.5, 19.5)), ("box", (10.5, 1, 13.5, 6, 0)), ("box", (10.5, 18, 13.5, 23, 0)),
                ("box", (1, 10.5, 6, 13.5, 0)), ("box", (18, 10.5, 23, 13.5, 0))),
    "exit": (("box", (11, 2, 21, 22, 0.5)), ("clear", (13.5, 4.5, 18.5, 22)),
             ("polygon", (1, 9.5, 6, 9.5, 6, 6, 12, 12, 6, 18, 6, 14.5, 1, 14.5))),
    "stage": (("box", (9, 2, 15, 13, 3)), ("ring", (5.5, 6, 18.5, 17)), ("clear", (5, 5, 19, 9)),
              ("box", (9, 2, 15, 13, 3)), ("box", (11, 16, 13, 21, 0)), ("box", (7, 20, 17, 22, 0.5))),
}
ICONS["entrance"] = ICONS["exit"]
ICONS["emergency"] = ICONS["exit"]
_TURNED = {"left": 90, "right": 270}


def known(name: str) -> bool:
    """Whether there is a pictogram of this name; ``arrow-left`` is the same as ``left``."""
    return _plain(name) in ICONS or _plain(name) in _TURNED


@lru_cache(maxsize=512)
def icon(name: str, size: int) -> Image.Image:
    """The pictogram as coverage (mode L), ``size`` pixels square. Raises KeyError."""
    name = _plain(name)
    if name in _TURNED:
        return icon("ahead", size).rotate(_TURNED[name])
    large = Image.new("L", (size * SMOOTHING, size * SMOOTHING))
    draw = ImageDraw.Draw(large)
    for kind, numbers in ICONS[name]:
        _draw(draw, kind, [number * size * SMOOTHING / GRID for number in numbers])
    return large.resize((size, size), Image.Resampling.BOX)


def _draw(draw: ImageDraw.ImageDraw, kind: str, at: list[float]) -> None:
    unit = draw.im.size[0] / GRID
    if kind == "polygon":
        draw.polygon(at, fill=255)
    elif kind == "ellipse":
        draw.ellipse(at, fill=255)
    elif kind == "ring":
        draw.ellipse(at, outline=255, width=max(1, round(2 * unit)))
    elif kind == "box":
        draw.rounded_rectangle(at[:4], radius=at[4], fill=255)
    elif kind == "clear":
        draw.rectangle(at, fill=0)
    else:
        draw.line(at, fill=255, width=max(1, round(2 * unit)), joint="curve")


def _plain(name: str) -> str:
    return name.removeprefix("arrow-")
