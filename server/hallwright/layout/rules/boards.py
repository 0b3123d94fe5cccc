"""What rows of boards may say, by kind; whether a board stands under the ceiling."""

from __future__ import annotations

from collections.abc import Sequence

from hallwright.layout.atoms import Lost
from hallwright.layout.board import FOOT, BoardKind
from hallwright.layout.boards import KNOWN, NEEDED, Board, BoardRow, row_id
from hallwright.layout.entries import Area
from hallwright.layout.expansion import Expanded
from hallwright.layout.rules.findings import Findings
from hallwright.layout.rules.placing import things
from hallwright.layout.scope import Books, Origin
from hallwright.layout.spelling import did_you_mean

_EXAMPLES = {
    "name": "name: {en: …, zh: …}", "title": "title: {en: …, zh: …}", "label": "label: {en: …, zh: …}",
    "parties": "parties: [{en: …, zh: …}, {en: …, zh: …}]", "value": "value: 3600", "id": "id: projects",
}  # fmt: skip
_HEADING = 0.3  # metres of frame above the face


def boards(area: Area, expanded: Expanded, books: Books, findings: Findings) -> None:
    """Everything that is wrong with the boards of an area, and with the tables that they show."""
    written = [entry for entry in area.boards if not isinstance(entry, Lost)]
    shown: set[tuple[str, BoardKind]] = set()
    for entry, origin in zip(written, expanded.origins["boards"], strict=True):
        _rows(entry.rows, entry.kind, origin, findings)
        if entry.table is not None:
            _named(entry, entry.table, origin, books, findings)
            shown.add((entry.table, entry.kind))
    for table, kind in sorted(shown):
        if table in books.tables:
            rows, place = books.tables[table]
            _rows(rows.rows, kind, place, findings)
    height = expanded.area.height
    for board, origin in things(expanded, "boards"):
        top = FOOT + board.size[1] + _HEADING
        if 0 < height < top:
            message = f"board `{board.id}` would be {top:.4g} m high, the hall is {height:g} m"
            findings.add("ceiling", origin, message, "lower its `size`", at="size" if origin.has("size") else "")


def _named(board: Board, table: str, origin: Origin, books: Books, findings: Findings) -> None:
    """A board's table that is written nowhere, or that hides the board's own rows."""
    if board.rows:
        findings.add("rows", origin, "this board has both `rows` and `table`", "write one of them", at="table")
    if table not in books.tables and not books.is_lost(table):
        hint = did_you_mean(table, books.tables) or "add it to `tables`, or correct the name"
        findings.add("table", origin, f"there is no table `{table}`", hint, at="table")


def _rows(rows: Sequence[BoardRow], kind: BoardKind, origin: Origin, findings: Findings) -> None:
    for number, row in enumerate(rows):
        _keys(row, kind, number, origin, findings)
    _twice(rows, kind, origin, findings)


def _keys(row: BoardRow, kind: BoardKind, number: int, origin: Origin, findings: Findings) -> None:
    """Keys that a row of this kind lacks, or knows nothing of."""
    for key in sorted(row.given() - KNOWN[kind]):
        other = next(each for each, keys in KNOWN.items() if key in keys)
        message = f"`{key}` means nothing on a board of kind {kind}"
        findings.add(
            f"{number} {key} {kind}", origin, message, f"remove it; it goes with {other}", at=("rows", number, key)
        )
    for key in NEEDED[kind]:
        if getattr(row, key) is None:
            hint = f"rows of kind {kind} need `{_EXAMPLES[key]}`"
            findings.add(f"{number} {key} {kind}", origin, f"`{key}` is missing", hint, at=("rows", number))


def _twice(rows: Sequence[BoardRow], kind: BoardKind, origin: Origin, findings: Findings) -> None:
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        name = row_id(row, kind, number)
        if seen.setdefault(name, number) != number:
            key = "id" if row.id else "rank"
            message = f"the {key} `{name}` is that of row {seen[name]} already"
            where = ("rows", number - 1, key) if getattr(row, key) is not None else ("rows", number - 1)
            findings.add(f"twice {number} {kind}", origin, message, "choose another", at=where)
