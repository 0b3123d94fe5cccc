"""Text on panels: which size, which lines, where. Chinese first and large, English smaller below or beside it.

Sizes are fitted, lines are broken where the language allows, and what still does not fit is shortened at a word.
Everything is measured once: fonts, widths and whole layouts are kept for the life of the process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

from hallwright.config import resources
from hallwright.scene.signage.breaking import broken, filled, shortened

Weight = Literal["Regular", "Bold", "Black"]
Box = tuple[float, float, float, float]

EN_RATIO = 0.55
EN_LEAST = 0.4
EN_LEAST_TALL = 0.2
# A second language may shrink below the least size by this much before it is left out.
LEAST_AT_ALL = 0.72
LEADING = 1.16
# Text below this size in pixels is smoothed.
SMALL = 26
BESIDE_GAP = 0.7
# The middle of a line's letters, above its baseline, in sizes.
MIDDLE = 0.37
WEIGHTS: dict[str, tuple[Weight, Weight]] = {
    "fascia": ("Black", "Bold"), "number": ("Black", "Black"), "banner": ("Black", "Bold"), "floor": ("Black", "Bold"),
}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text to draw: its left end ``x``, baseline ``y`` and ``size`` in pixels."""

    text: str
    weight: Weight
    size: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    weight: Weight
    size: float


@lru_cache(maxsize=256)
def face(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    """The sign font in a size; opened once."""
    return ImageFont.truetype(str(resources().font(weight)), size, layout_engine=ImageFont.Layout.BASIC)


@dataclass(frozen=True, slots=True, eq=False)
class Lettered:
    """A text as coverage (mode L); its corner lies (left, top) from the left end of its baseline."""

    mask: Image.Image
    left: int
    top: int


@lru_cache(maxsize=4096)
def lettered(text: str, weight: Weight, size: int) -> Lettered:
    """The text drawn in a size; exhibitors' names come again on many stands. Small text is drawn twice as large and
    reduced: its letters keep their distances, which would be rounded to pixels."""
    factor = 2 if size < SMALL else 1
    margin, above = factor * (size // 4 + 1), factor * (int(1.1 * size) + 1)
    width = factor * (int(size * ems(text, weight) * 1.05) + 2)
    mask = Image.new("L", (width + 2 * margin, above + factor * (size // 3 + 1)))
    font = face(weight, size * factor)
    ImageDraw.Draw(mask).text((margin, above), text, font=font, fill=255, anchor="ls")
    return Lettered(mask.reduce(factor) if factor > 1 else mask, -margin // factor, -above // factor)


@lru_cache(maxsize=16384)
def ems(text: str, weight: Weight) -> float:
    """The width of a text in sizes of its font."""
    return face(weight, 100).getlength(text) / 100 if text else 0.0


@lru_cache(maxsize=16384)
def lay_out(zh: str, en: str, width: int, height: int, style: str, least: int, thorough: bool) -> tuple[Run, ...]:
    """The runs of a panel of ``width`` x ``height`` pixels. Letters smaller than ``least`` pixels are enlarged
    and their text shortened when ``thorough``, else left out below the first line."""
    pad = max(1.0, 0.09 * min(width, height))
    box = (pad, pad, width - 2 * pad, height - 2 * pad)
    zh, en = " ".join(zh.split()), " ".join(en.split())
    if zh == en or not en or not zh:
        zh, en = zh or en, ""
    if not zh:
        return ()
    tall = height > 2 * width
    beside = _beside(zh, en, box, style) if en and width > 4 * height else []
    stacked = max(_stacks(zh, en, box, style), key=lambda lines: _score(lines, tall))
    if beside and _score(beside, tall) > 1.15 * _score(stacked, tall):
        return _set_beside(beside, box)
    return _set_stacked(_legible(stacked, zh, en, box, least) if thorough else _large(stacked, least), box)


def _score(lines: list[_Line], tall: bool) -> float:
    """How well a layout reads: its main size, unless its last line lags too far behind; less for every break,
    and less again for a lone end of a word on a line of its own."""
    size = min(lines[0].size, lines[-1].size / (EN_LEAST_TALL if tall else EN_LEAST))
    lengths = [len(line.text) for line in lines if line.weight == lines[0].weight]
    ragged = min(lengths) * 2 < max(lengths)
    return size * (1.0 - 0.03 * len(lines)) * (0.75 if ragged else 1.0)


def _stacks(zh: str, en: str, box: Box, style: str) -> Iterator[list[_Line]]:
    """Layouts in lines below each other."""
    zh_weight, en_weight = WEIGHTS.get(style, ("Bold", "Regular"))
    most = 1 if style == "number" else 2 if style == "fascia" else 9 if box[3] > 2 * box[2] else 3
    for zh_count in range(1, min(most, len(zh)) + 1):
        for en_count in range(1, min(most, 4) + 1) if en else (0,):
            zh_lines = broken(zh, zh_count, lambda text: ems(text, zh_weight))
            en_lines = broken(en, en_count, lambda text: ems(text, en_weight)) if en else []
            lines = _sized(zh_lines, en_lines, zh_weight, en_weight, box)
            yield lines
            full = LEADING * sum(line.size for line in lines) > 0.97 * box[3]
            if full and lines[-1].size >= EN_RATIO * lines[0].size:
                return  # as high as the panel: more lines would only be smaller


def _sized(zh: list[str], en: list[str], zh_weight: Weight, en_weight: Weight, box: Box) -> list[_Line]:
    main = box[3] / (LEADING * (len(zh) + EN_RATIO * len(en)))
    main = min(main, *(box[2] / ems(line, zh_weight) for line in zh))
    small = min([EN_RATIO * main, *(box[2] / ems(line, en_weight) for line in en)])
    return [_Line(line, zh_weight, main) for line in zh] + [_Line(line, en_weight, small) for line in en]


def _beside(zh: str, en: str, box: Box, style: str) -> list[_Line]:
    """Both languages on one line, as on a long fascia."""
    zh_weight, en_weight = WEIGHTS.get(style, ("Bold", "Regular"))
    length = ems(zh, zh_weight) + BESIDE_GAP + EN_RATIO * ems(en, en_weight)
    size = min(box[3] / LEADING, box[2] / length)
    return [_Line(zh, zh_weight, size), _Line(en, en_weight, EN_RATIO * size)]


def _legible(lines: list[_Line], zh: str, en: str, box: Box, least: int) -> list[_Line]:
    """Lines no smaller than the least size: filled anew and shortened at a word, the last ones dropped when
    too many. A second language that still does not fit is left out rather than cut inside a word."""
    count = sum(line.weight == lines[0].weight for line in lines)
    grown = _grown(lines[:count], zh, box, least) or [
        _Line(shortened(zh, box[2] / least, lambda text: ems(text, lines[0].weight)), lines[0].weight, least)
    ]
    if lines[count:]:
        grown += _grown(lines[count:], en, box, least) or _grown(lines[count:], en, box, least * LEAST_AT_ALL)
    while len(grown) > 1 and LEADING * sum(line.size for line in grown) > box[3] * 1.1:
        grown.pop()
    return grown


def _grown(lines: list[_Line], text: str, box: Box, least: float) -> list[_Line]:
    """The lines of one language, at least so large; none when a word is too long for that."""
    weight = lines[0].weight
    if lines[0].size >= least:
        return lines
    return [_Line(line, weight, least) for line in filled(text, box[2] / least, len(lines), lambda t: ems(t, weight))]


def _large(lines: list[_Line], least: int) -> list[_Line]:
    """The lines that are large enough; at least the first."""
    return [line for number, line in enumerate(lines) if not number or line.size >= least]


def _set_stacked(lines: list[_Line], box: Box) -> tuple[Run, ...]:
    top = box[1] + (box[3] - LEADING * sum(line.size for line in lines)) / 2
    runs = []
    for line in lines:
        left = box[0] + (box[2] - line.size * ems(line.text, line.weight)) / 2
        middle = top + LEADING * line.size / 2
        runs.append(_run(line, left, middle + MIDDLE * line.size))
        top += LEADING * line.size
    return tuple(runs)


def _set_beside(lines: list[_Line], box: Box) -> tuple[Run, ...]:
    main, small = lines
    first = main.size * ems(main.text, main.weight)
    length = first + BESIDE_GAP * main.size + small.size * ems(small.text, small.weight)
    left = box[0] + (box[2] - length) / 2
    baseline = box[1] + box[3] / 2 + MIDDLE * main.size
    return _run(main, left, baseline), _run(small, left + first + BESIDE_GAP * main.size, baseline)


def _run(line: _Line, x: float, y: float) -> Run:
    return Run(line.text, line.weight, line.size, x, y)


def characters(texts: Iterable[str]) -> str:
    """The characters of all texts, each once, in order of code point."""
    return "".join(sorted({character for text in texts for character in text}))
