"""Boards of an area: how they are written, and what is meant by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field

from hallwright.layout import board, defaults
from hallwright.layout.atoms import ColorOrZone, Entry, Facing, Id, Point, Reference, Small, Text, bearing, text

Rank = Annotated[int, Field(strict=True, ge=1, le=100_000)]
Figure = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-1e15, le=1e15)]

NEEDED: Mapping[board.BoardKind, tuple[str, ...]] = {
    "list": ("name",), "signing": ("title", "parties"), "counters": ("id", "label", "value"),
}  # fmt: skip
"""Keys that a row of a kind cannot do without."""
KNOWN: Mapping[board.BoardKind, frozenset[str]] = {
    "list": frozenset({"rank", "name", "industry"}),
    "signing": frozenset({"title", "parties"}),
    "counters": frozenset({"label", "value", "unit"}),
}
"""Keys that mean something in rows of a kind, beside ``id``."""


class BoardRow(Entry):
    """A row of a board."""

    id: Id | None = Field(None, description="A name for this row, to change it by; its rank or number by default")
    rank: Rank | None = Field(None, description="list: its place; counted in order by default")
    name: Text | None = Field(None, description="list: who")
    industry: Text | None = Field(None, description="list: in which line of business")
    title: Text | None = Field(None, description="signing: what is signed")
    parties: Annotated[list[Text], Field(min_length=2, max_length=4)] | None = Field(
        None, description="signing: who signs, two to four"
    )
    label: Text | None = Field(None, description="counters: what is counted")
    value: Figure | None = Field(None, description="counters: how much")
    unit: Text | None = Field(None, description="counters: of what, behind the figure")

    def given(self) -> set[str]:
        """The keys that only some kinds have and that are written here."""
        return {key for keys in KNOWN.values() for key in keys if getattr(self, key) is not None}


Rows = Annotated[list[BoardRow], Field(max_length=500)]


class Table(Entry):
    """Rows in a place of their own, so that a long list does not stand amid a hall."""

    id: Id = Field(description="A name for these rows, unique in the venue")
    rows: Rows = Field(description="What a board says, at most 500 rows")


class Board(Entry):
    """A wall that says a list, signings or figures; its rows may change live."""

    id: Id = Field(description="A name for this board, unique in the venue")
    kind: board.BoardKind = Field(description="What its rows are")
    at: Point = Field(description="The middle of its foot, [x, y] in metres")
    facing: Facing = Field("south", description="The way its front looks")
    size: tuple[Small, Small] | None = Field(None, description="[width, height] of its face in metres")
    name: Text | None = Field(None, description="Its heading; by kind if left out")
    note: Text | None = Field(None, description="The small print below: what the rows are from")
    style: board.BoardStyle = Field("dark", description="A dark face with light letters, or the other way")
    color: ColorOrZone = Field("zone", description='"#rrggbb", or zone for its zone\'s colour: the accent')
    rows: Rows = Field([], description="What it says, at most 500 rows")
    table: Reference | None = Field(None, description="Instead of `rows`: the id of one of the `tables`")


def board_of(entry: Board, rows: Sequence[BoardRow], color: str) -> board.Board:
    """The board that says ``rows``, with what its kind leaves to be decided; ``color`` as ``#rrggbb``."""
    return board.Board(
        id=entry.id, kind=entry.kind, at=entry.at, facing=bearing(entry.facing),
        size=entry.size or defaults.BOARD_SIZES[entry.kind],
        name=text(entry.name) if entry.name is not None else defaults.BOARD_NAMES[entry.kind],
        note=text(entry.note) if entry.note is not None else None, style=entry.style, color=color,
        rows=tuple(_row(row, entry.kind, number) for number, row in enumerate(rows, 1)),
    )  # fmt: skip


def row_id(row: BoardRow, kind: board.BoardKind, number: int) -> str:
    """The id of the row written as the ``number``-th, from 1."""
    return row.id or str((row.rank or number) if kind == "list" else number)


def _row(row: BoardRow, kind: board.BoardKind, number: int) -> board.BoardRow:
    name, industry, title, label, unit = (
        text(given) if given is not None else None for given in (row.name, row.industry, row.title, row.label, row.unit)
    )
    return board.BoardRow(
        id=row_id(row, kind, number), rank=(row.rank or number) if kind == "list" else 0, name=name, industry=industry,
        title=title, parties=tuple(text(party) for party in row.parties or ()), label=label,
        value=row.value or 0.0, unit=unit,
    )  # fmt: skip
