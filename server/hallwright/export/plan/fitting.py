"""Where texts go on a plan: each as large as its room lets it, none over another, the important ones first.

Units are those of the drawing, y down. Widths of letters are estimates on the wide side, for nobody knows which font
will draw them.
"""

from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

Spot = tuple[float, float]
LINE = 1.2
"""Height of a line, in sizes of its letters."""
BOLD = 1.1
"""How much wider bold letters are."""
_BUCKET = 64.0
_NARROW, _SLIM, _BROAD = frozenset("iIjl.,:;'|!"), frozenset("fjrt()[]-/ ·"), frozenset("mwMW@%&—…")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle along the page."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether they overlap; sides that touch do not."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies inside."""
        return (
            self.left <= other.left and other.right <= self.right
            and self.top <= other.top and other.bottom <= self.bottom
        )


class Taken:
    """Boxes that are taken, found by where they are."""

    def __init__(self) -> None:
        self._buckets: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)

    def add(self, box: Box) -> None:
        """Take this box."""
        for bucket in _buckets(box):
            self._buckets[bucket].append(box)

    def free(self, box: Box) -> bool:
        """Whether nothing that is taken reaches into this box."""
        return not any(box.meets(other) for bucket in _buckets(box) for other in self._buckets.get(bucket, ()))


@dataclass(frozen=True, slots=True)
class Wish:
    """A text that wants to be on the plan.

    ``spots`` are middles for it, the best first; with ``beside`` they are middles of symbols of that radius, and the
    text goes next to one. ``sizes`` of its letters, the largest first; ``lines`` it may be broken into at most.
    ``room`` (width, height) is what it must fit into, ``bounds`` a polygon that must hold its corners. ``clear`` ones
    may not cover things either. ``told`` is how the list of what found no place names it."""

    text: str
    spots: Sequence[Spot]
    sizes: Sequence[float]
    lines: int = 1
    room: tuple[float, float] = (math.inf, math.inf)
    bounds: Sequence[Spot] = ()
    beside: float = 0.0
    clear: bool = False
    bold: bool = False
    color: str = "#182128"
    told: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A text that has its place, centred in ``box``."""

    lines: tuple[str, ...]
    box: Box
    size: float
    wish: Wish


def place(wishes: Iterable[Wish], page: Box, taken: Taken, things: Taken) -> tuple[list[Label], list[Wish]]:
    """Labels for the wishes in their order, and the wishes that found no place. ``taken`` is where no text may be
    (symbols), and learns the labels; ``things`` are what ``clear`` wishes keep off."""
    labels: list[Label] = []
    dropped: list[Wish] = []
    for wish in wishes:
        label = next(_fits(wish, page, taken, things), None)
        if label is None:
            dropped.append(wish)
            continue
        labels.append(label)
        taken.add(label.box)
    return labels, dropped


def width_of(text: str) -> float:
    """About how wide a line is, in sizes of its letters."""
    return sum(map(_width, text))


def broken(text: str, lines: int) -> tuple[str, ...]:
    """The text in at most so many lines of about one width, broken at spaces, or anywhere in Chinese."""
    pieces = _pieces(text)
    limit = width_of(text) / lines
    while True:
        found = _filled(pieces, limit)
        if len(found) <= lines:
            return found
        limit *= 1.06


def _fits(wish: Wish, page: Box, taken: Taken, things: Taken) -> Iterator[Label]:
    ways = list(dict.fromkeys(broken(wish.text, lines) for lines in range(1, wish.lines + 1)))
    for size in wish.sizes:
        for lines in ways:
            width = max(map(width_of, lines)) * size * (BOLD if wish.bold else 1.0)
            height = len(lines) * size * LINE
            if width > wish.room[0] or height > wish.room[1]:
                continue
            for x, y in _middles(wish, width, height):
                box = Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
                if page.holds(box) and taken.free(box) and (not wish.clear or things.free(box)) and _bound(wish, box):
                    yield Label(lines, box, size, wish)


def _bound(wish: Wish, box: Box) -> bool:
    corners = ((x, y) for x in (box.left, box.right) for y in (box.top, box.bottom))
    return not wish.bounds or all(inside(corner, wish.bounds) for corner in corners)


def inside(point: Spot, polygon: Sequence[Spot]) -> bool:
    """Whether the polygon holds the point (even-odd rule)."""
    odd = False
    for a, b in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (a[1] > point[1]) != (b[1] > point[1]):
            odd ^= point[0] < (b[0] - a[0]) * (point[1] - a[1]) / (b[1] - a[1]) + a[0]
    return odd


def _middles(wish: Wish, width: float, height: float) -> Iterator[Spot]:
    for x, y in wish.spots:
        if not wish.beside:
            yield x, y
            continue
        aside, above = wish.beside + 2 + width / 2, wish.beside + 1 + height / 2
        yield from ((x + aside, y), (x - aside, y), (x, y + above), (x, y - above))
        yield from ((x + aside, y + above), (x - aside, y + above), (x + aside, y - above), (x - aside, y - above))


def _pieces(text: str) -> list[str]:
    """What stays together: words with the space after them, and single Chinese characters."""
    pieces: list[str] = []
    for letter in text:
        whole = pieces and not pieces[-1].endswith(" ") and not _wide(letter) and not _wide(pieces[-1][-1])
        if pieces and (whole or letter == " " or unicodedata.category(letter).startswith("P")):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _filled(pieces: Sequence[str], limit: float) -> tuple[str, ...]:
    lines = [""]
    for piece in pieces:
        if lines[-1] and width_of((lines[-1] + piece).rstrip()) > limit:
            lines.append("")
        lines[-1] += piece
    return tuple(line.strip() for line in lines)


@cache
def _width(letter: str) -> float:
    if _wide(letter):
        return 1.0
    if letter in _NARROW:
        return 0.34
    if letter in _SLIM:
        return 0.44
    if letter in _BROAD:
        return 0.98
    return 0.72 if letter.isupper() else 0.6


@cache
def _wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


def _buckets(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // _BUCKET), int(box.right // _BUCKET) + 1):
        for row in range(int(box.top // _BUCKET), int(box.bottom // _BUCKET) + 1):
            yield column, row
