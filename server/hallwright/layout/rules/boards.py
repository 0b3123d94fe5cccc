"""What rows of boards may say, by kind; whether a board stands under the ceiling."""

from __future__ import annotations

from hallwright.layout.atoms import Lost
from hallwright.layout.board import FOOT
from hallwright.layout.boards import KNOWN, NEEDED, Board, BoardRow, row_id
from hallwright.layout.entries import Area
from hallwright.layout.expansion import Expanded
from hallwright.layout.rules.findings import Findings
from hallwright.layout.rules.placing import things
from hallwright.layout.scope import Origin

_EXAMPLES = {
    "name": "name: {en: …, zh: …}", "title": "title: {en: …, zh: …}", "label": "label: {en: …, zh: …}",
    "parties": "parties: [{en: …, zh: …}, {en: …, zh: …}]", "value": "value: 3600", "id": "id: projects",
}  # fmt: skip
_HEADING = 0.3  # metres of frame above the face


def boards(area: Area, expanded: Expanded, findings: Findings) -> None:
    """Everything that is wrong with the boards of an area."""
    written = [entry for entry in area.boards if not isinstance(entry, Lost)]
    for entry, origin in zip(written, expanded.origins["boards"], strict=True):
        for number, row in enumerate(entry.rows):
            _keys(entry, row, number, origin, findings)
        _twice(entry, origin, findings)
    height = expanded.area.height
    for board, origin in things(expanded, "boards"):
        top = FOOT + board.size[1] + _HEADING
        if 0 < height < top:
            message = f"board `{board.id}` would be {top:.4g} m high, the hall is {height:g} m"
            findings.add("ceiling", origin, message, "lower its `size`", at="size" if origin.has("size") else "")


def _keys(board: Board, row: BoardRow, number: int, origin: Origin, findings: Findings) -> None:
    """Keys that a row of this kind lacks, or knows nothing of."""
    for key in sorted(row.given() - KNOWN[board.kind]):
        kind = next(kind for kind, keys in KNOWN.items() if key in keys)
        message = f"`{key}` means nothing on a board of kind {board.kind}"
        findings.add(f"{number} {key}", origin, message, f"remove it; it goes with {kind}", at=("rows", number, key))
    for key in NEEDED[board.kind]:
        if getattr(row, key) is None:
            hint = f"rows of kind {board.kind} need `{_EXAMPLES[key]}`"
            findings.add(f"{number} {key}", origin, f"`{key}` is missing", hint, at=("rows", number))


def _twice(board: Board, origin: Origin, findings: Findings) -> None:
    seen: dict[str, int] = {}
    for number, row in enumerate(board.rows, 1):
        name = row_id(row, board.kind, number)
        if seen.setdefault(name, number) != number:
            key = "id" if row.id else "rank"
            message = f"the {key} `{name}` is that of row {seen[name]} already"
            where = ("rows", number - 1, key) if getattr(row, key) is not None else ("rows", number - 1)
            findings.add(f"twice {number}", origin, message, "choose another", at=where)
