"""One picture of all panels of a cell: packed on shelves, drawn once, WebP without loss in few colours.

Letters are drawn as coverage in a handful of steps and coloured all at once, which keeps edges crisp, files small
and drawing fast. Every panel is framed by its own ground, so that smaller mipmaps do not bleed.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from hallwright.scene.graph import Label
from hallwright.scene.signage import icons
from hallwright.scene.signage.lettering import lay_out, lettered

FRAME = 3
LARGEST_PANEL = 1536
STEPS = 8
# Atlas widths that are tried, in widths of the widest panel.
WIDTHS = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0)
LUT = [round(round(value / 255 * STEPS) * 255 / STEPS) for value in range(256)]


@dataclass(frozen=True, slots=True)
class Resolution:
    """How finely panels are drawn: pixels a metre are the label's times ``factor``, at most ``most``;
    letters of at least ``least`` pixels, whatever it takes when ``thorough``; an atlas is at most ``largest``
    pixels wide and high."""

    factor: float
    most: float
    least: int
    thorough: bool
    largest: int = 2048


NEAR = Resolution(1.0, 160.0, 9, True)
FAR = Resolution(0.4, 24.0, 5, False)
WHOLE = Resolution(1.0, 96.0, 8, True, 4096)


@dataclass(frozen=True, slots=True)
class Panel:
    """What a rectangle of the atlas shows, in pixels."""

    width: int
    height: int
    zh: str
    en: str
    foreground: str
    background: str
    style: str
    icon: str


Places = dict[Panel, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Atlas:
    """The picture, and for each label (left, top, right, bottom) in 0..1 from the picture's top left."""

    picture: bytes
    size: tuple[int, int]
    rectangles: tuple[tuple[float, float, float, float], ...]


def draw_atlas(labels: Sequence[Label], resolution: Resolution, *, form: str = "WEBP") -> Atlas:
    """The atlas of these labels; equal panels share a rectangle. When they do not fit they are drawn smaller."""
    shrink = 1.0
    while True:
        panels = [_panel(label, resolution, shrink) for label in labels]
        places, size = _packed(dict.fromkeys(panels), resolution.largest)
        if size[1] <= resolution.largest:
            break
        shrink *= 0.8
    picture = _drawn(places, size, resolution)
    rectangles = tuple(_rectangle(panel, places[panel], size) for panel in panels)
    return Atlas(_encoded(picture, form), size, rectangles)


def _panel(label: Label, resolution: Resolution, shrink: float) -> Panel:
    scale = min(label.px_per_m * resolution.factor, resolution.most) * shrink
    scale = min(scale, LARGEST_PANEL / max(label.width, label.height))
    width, height = (max(4, round(side * scale)) for side in (label.width, label.height))
    return Panel(
        width, height, label.zh, label.en, label.foreground, label.background, label.style,
        label.icon if label.icon and icons.known(label.icon) else "",
    )


def _packed(panels: dict[Panel, None], largest: int) -> tuple[Places, tuple[int, int]]:
    """Top left corners and the size that holds them: the smallest of a few widths."""
    order = sorted(panels, key=lambda panel: (-panel.height, panel.background, -panel.width))
    widest = max(panel.width for panel in order) + 2 * FRAME
    widths = [min(largest, max(widest, _rounded(int(widest * share), 4))) for share in WIDTHS]
    tries = [_on_shelves(order, width) for width in dict.fromkeys(widths)]
    return min(tries, key=lambda found: (found[1][1] > largest, found[1][0] * found[1][1]))


def _on_shelves(order: list[Panel], width: int) -> tuple[Places, tuple[int, int]]:
    """Panels side by side on shelves, the tallest first. Panels of one ground stand together: what bleeds into
    the smallest mipmaps is then the same colour."""
    places: Places = {}
    x = y = shelf = reach = 0
    for panel in order:
        if x + panel.width + 2 * FRAME > width:
            x, y, shelf = 0, y + shelf, 0
        places[panel] = (x + FRAME, y + FRAME)
        x, shelf = x + panel.width + 2 * FRAME, max(shelf, panel.height + 2 * FRAME)
        reach = max(reach, x)
    return places, (_rounded(reach, 4), _rounded(y + shelf, 4))


def _drawn(places: Places, size: tuple[int, int], resolution: Resolution) -> Image.Image:
    ground, ink = Image.new("RGB", size), Image.new("RGB", size)
    coverage = Image.new("L", size)
    on_ground, on_ink = ImageDraw.Draw(ground), ImageDraw.Draw(ink)
    for panel, (x, y) in places.items():
        frame = (x - FRAME, y - FRAME, x + panel.width + FRAME - 1, y + panel.height + FRAME - 1)
        on_ground.rectangle(frame, fill=panel.background)
        on_ink.rectangle(frame, fill=panel.foreground)
        _letter(panel, x, y, resolution, coverage)
    return Image.composite(ink, ground, coverage.point(LUT))


def _letter(panel: Panel, x: int, y: int, resolution: Resolution, coverage: Image.Image) -> None:
    """A panel's pictogram and text, as coverage."""
    width, height = panel.width, panel.height
    if panel.icon:
        size, (left, top), (x, y, width, height) = _icon_place(panel, x, y)
        coverage.paste(icons.icon(panel.icon, size), (left, top))
    if width < 4 or height < 4:
        return
    runs = lay_out(panel.zh, panel.en, width, height, panel.style, resolution.least, resolution.thorough)
    for run in runs:
        text = lettered(run.text, run.weight, max(1, int(run.size)))
        coverage.paste(255, (x + round(run.x) + text.left, y + round(run.y) + text.top), text.mask)


def _icon_place(panel: Panel, x: int, y: int) -> tuple[int, tuple[int, int], tuple[int, int, int, int]]:
    """(icon size, its corner, what is left for text): left of the text, above it on tall panels, or alone."""
    width, height = panel.width, panel.height
    if not panel.zh and not panel.en:
        size = max(4, int(min(width, height) * 0.8))
        return size, (x + (width - size) // 2, y + (height - size) // 2), (x, y, 0, 0)
    if width >= height:
        size = max(4, int(min(height * 0.72, width * 0.32)))
        gap = (height - size) // 2 if height < width * 0.5 else int(width * 0.04)
        return size, (x + gap, y + (height - size) // 2), (x + gap + size, y, width - gap - size, height)
    size = max(4, int(min(width * 0.72, height * 0.4)))
    gap = int(height * 0.05)
    return size, (x + (width - size) // 2, y + gap), (x, y + gap + size, width, height - gap - size)


def _rectangle(panel: Panel, at: tuple[int, int], size: tuple[int, int]) -> tuple[float, float, float, float]:
    (x, y), (width, height) = at, size
    return x / width, y / height, (x + panel.width) / width, (y + panel.height) / height


def _encoded(picture: Image.Image, form: str) -> bytes:
    stream = io.BytesIO()
    if form == "WEBP":
        picture.save(stream, form, lossless=True, quality=20, method=0, exact=True)
    else:
        picture.save(stream, form)
    return stream.getvalue()


def _rounded(value: int, step: int) -> int:
    return -(-value // step) * step
