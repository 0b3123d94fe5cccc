"""Copies: `repeat`, numbering templates like ``A{n:02}``, and `scatter`.

All of it is arithmetic and a seeded generator; the same layout gives the same copies.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hallwright.layout.atoms import Repeat
from hallwright.layout.entries import Scatter
from hallwright.layout.model import Point, Text
from hallwright.layout.plane import contains

_PLACEHOLDER = re.compile(r"\{([nijk])(?::(0?[1-9]|A))?\}")


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of an entry: ``index`` from 0, ``offset`` in metres, ``turn`` in radians, and the
    numbers that templates use. ``row`` is (position, length) in its first-repeat row."""

    index: int
    offset: Point
    turn: float
    numbers: dict[str, int]
    row: tuple[int, int]

    def move(self, point: Point) -> Point:
        """``point`` shifted by this copy's offset."""
        return (round(point[0] + self.offset[0], 6), round(point[1] + self.offset[1], 6))

    def fill(self, template: str) -> str:
        """``template`` with its placeholders replaced."""
        if "{" not in template:
            return template
        return _PLACEHOLDER.sub(self._spell, template)

    def fill_text(self, text: Text) -> Text:
        """Both languages of ``text`` with their placeholders replaced."""
        if "{" not in text.en and "{" not in text.zh:
            return text
        return Text(self.fill(text.en), self.fill(text.zh))

    def deal(self, values: Sequence[str]) -> str:
        """The value whose turn it is."""
        return values[self.index % len(values)]

    def _spell(self, match: re.Match[str]) -> str:
        number, style = self.numbers[match[1]], match[2]
        if style == "A":
            return letters(number)
        return str(number).zfill(int(style)) if style else str(number)


def letters(number: int) -> str:
    """1 → A, 26 → Z, 27 → AA."""
    text = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text or "0"


def total(repeat: Repeat | list[Repeat] | None) -> int:
    """How many copies an entry makes."""
    return math.prod(each.count for each in as_list(repeat))


def as_list(repeat: Repeat | list[Repeat] | None) -> list[Repeat]:
    """The repeats, the fastest first."""
    return [] if repeat is None else repeat if isinstance(repeat, list) else [repeat]


ONCE = Copy(0, (0.0, 0.0), 0.0, {"n": 1, "i": 1, "j": 1, "k": 1}, (0, 1))


def copies(repeat: Repeat | list[Repeat] | None, start: int = 1) -> Iterator[Copy]:
    """Every copy in order; the first repeat counts fastest. An entry without repeat is one copy."""
    steps = as_list(repeat)
    if not steps and start == 1:
        yield ONCE
        return
    for index in range(total(steps)):
        counts, rest = [], index
        for each in steps:
            rest, count = divmod(rest, each.count)
            counts.append(count)
        yield _copy(index, steps, counts, start)


def _copy(index: int, steps: list[Repeat], counts: list[int], start: int) -> Copy:
    east = north = degrees = 0.0
    numbers = {"n": index + start, "i": 1, "j": 1, "k": 1}
    for name, step, count in zip("ijk", steps, counts, strict=False):
        east += step.step[0] * count
        north += step.step[1] * count
        degrees += step.turn * count
        numbers[name] = count + 1
    row = (counts[0], steps[0].count) if steps else (0, 1)
    return Copy(index, (east, north), math.radians(degrees % 360.0), numbers, row)


@dataclass(frozen=True, slots=True)
class Scattered:
    """One of the things that a scatter spreads."""

    at: Point
    facing: float
    scale: float
    seed: int


def scattered(scatter: Scatter) -> list[Scattered]:
    """Up to ``count`` places in the polygon, no two nearer than ``min_distance``.

    Dart throwing over a grid of squares, from the scatter's own seed."""
    chance = random.Random(scatter.seed)
    west, east = min(x for x, _ in scatter.polygon), max(x for x, _ in scatter.polygon)
    south, north = min(y for _, y in scatter.polygon), max(y for _, y in scatter.polygon)
    near = max(scatter.min_distance, 0.01)
    taken: dict[tuple[int, int], list[Point]] = {}
    result: list[Scattered] = []
    for _ in range(scatter.count * 12):
        if len(result) == scatter.count:
            break
        point = (round(chance.uniform(west, east), 3), round(chance.uniform(south, north), 3))
        square = (int(point[0] // near), int(point[1] // near))
        if not contains(scatter.polygon, point) or _crowded(taken, square, point, near):
            continue
        taken.setdefault(square, []).append(point)
        scale = round(chance.uniform(*scatter.scale), 3)
        result.append(Scattered(point, round(chance.uniform(0, math.tau), 4), scale, chance.randrange(2**16)))
    return result


def _crowded(taken: dict[tuple[int, int], list[Point]], square: tuple[int, int], point: Point, near: float) -> bool:
    around = ((square[0] + dx, square[1] + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
    return any(math.dist(other, point) < near for key in around for other in taken.get(key, ()))
