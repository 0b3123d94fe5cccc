"""A board as a frozen value: a wall that says a list, signings or figures, whose rows may change live."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from hallwright.layout.model import Point, Text

BoardKind = Literal["list", "signing", "counters"]
BoardStyle = Literal["dark", "light"]
DEPTH = 0.7
"""Metres that a board takes from front to back, its foot included."""
FOOT = 0.42
"""Metres from the floor to the lower edge of a board's face."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A row of a board, ``id`` unique on it. What its board's kind has no use for is None or empty: ``list`` has
    ``rank``, ``name``, ``industry``; ``signing`` has ``title``, ``parties``; ``counters`` has ``label``, ``value``,
    ``unit``."""

    id: str
    rank: int = 0
    name: Text | None = None
    industry: Text | None = None
    title: Text | None = None
    parties: tuple[Text, ...] = ()
    label: Text | None = None
    value: float = 0.0
    unit: Text | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """A free-standing wall, ``size`` (width, height) metres of face; ``note`` is the small print below."""

    id: str
    kind: BoardKind
    at: Point
    facing: float
    size: tuple[float, float]
    name: Text
    note: Text | None
    style: BoardStyle
    color: str
    rows: tuple[BoardRow, ...]

    @property
    def footprint(self) -> tuple[float, float]:
        """(width, depth) in metres of what stands on the floor."""
        return (self.size[0] + 0.5, DEPTH)
