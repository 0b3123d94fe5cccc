"""Boards in the manifest: where their faces are, and the rows that the layout wrote."""

from __future__ import annotations

import math
from typing import Any

from hallwright.layout.board import Board, BoardRow
from hallwright.layout.model import Text
from hallwright.scene.builders.boards import face

Json = dict[str, Any]


def board_entry(board: Board) -> Json:
    """A board as the manifest says it; ``elevation`` (m) is that of the middle of its face, which stands ``front``
    metres before ``at``."""
    elevation, front = face(board)
    return {
        "id": board.id, "kind": board.kind, "name": _text(board.name), "note": _text(board.note), "style": board.style,
        "color": board.color, "at": list(board.at), "facing": round(board.facing % (2 * math.pi), 6),
        "size": list(board.size), "elevation": round(elevation, 4), "front": front,
        "rows": [{"id": row.id} | row_entry(row, board.kind) for row in board.rows],
    }


def row_entry(row: BoardRow, kind: str) -> Json:
    """A row's fields, as live changes tell them too."""
    if kind == "list":
        return {"rank": row.rank, "name": _text(row.name), "industry": _text(row.industry)}
    if kind == "signing":
        return {"title": _text(row.title), "parties": [_text(party) for party in row.parties]}
    value = int(row.value) if row.value == int(row.value) else row.value
    return {"label": _text(row.label), "value": value, "unit": _text(row.unit)}


def _text(text: Text | None) -> Json | None:
    return {"en": text.en, "zh": text.zh} if text else None
