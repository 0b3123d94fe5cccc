"""Boards: walls of names, of signings, of figures, whose rows may change while people read them.

The rule of this room: a board is the rows that its layout wrote, under the changes made since. Only the changes are
kept and told, row by row; pages have the rows from the manifest. Whoever comes late gets all changes at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.live.events import BoardChanged, Changes, Row
from hallwright.live.rows import read_changes

MOST_ROWS = 600


@dataclass(frozen=True, slots=True)
class BoardPlan:
    """A board that a hall has: its ``kind`` (``list``, ``signing``, ``counters``), the area where it stands, and the
    rows that the layout wrote, by their ids, each a mapping of JSON values."""

    id: str
    kind: str
    area: str
    rows: tuple[tuple[str, Row], ...] = ()


class Boards:
    """The boards of one hall."""

    def __init__(self, plans: Iterable[BoardPlan] = ()) -> None:
        self._plans: dict[str, BoardPlan] = {}
        self._written: dict[str, dict[str, Row]] = {}
        self._changes: dict[str, dict[str, Row | None]] = {}
        self.replan(plans)

    def __iter__(self) -> Iterator[str]:
        return iter(self._plans)

    def told(self, board: str) -> dict[str, Any]:
        """``id``, ``kind``, ``area`` and ``rows`` of a board now. Raises CommandRefused ``unknown_board``."""
        plan = self._plan(board)
        rows = [{"id": row} | fields for row, fields in self.rows(board).items()]
        return {"id": plan.id, "kind": plan.kind, "area": plan.area, "rows": rows}

    def changes(self) -> dict[str, Changes]:
        """What was changed since the layout, by board, then by row; a row that is None was taken away."""
        return {board: dict(changes) for board, changes in self._changes.items() if changes}

    def rows(self, board: str) -> dict[str, Row]:
        """What a board says now, by row id. Raises CommandRefused ``unknown_board``."""
        self._plan(board)
        merged = {**self._written[board], **self._changes[board]}
        return {row: fields for row, fields in merged.items() if fields is not None}

    def replan(self, plans: Iterable[BoardPlan]) -> None:
        """The hall has these boards now. A changed row stays so until the layout writes something else there."""
        known, written, changes = self._plans, self._written, self._changes
        self._plans = {plan.id: plan for plan in plans}
        self._written = {board: dict(plan.rows) for board, plan in self._plans.items()}
        self._changes = {
            board: _kept(changes[board], written[board], self._written[board])
            if board in known and known[board].kind == plan.kind
            else {}
            for board, plan in self._plans.items()
        }

    def resume(self, changes: Mapping[str, Changes]) -> None:
        """Go on from what ``changes`` gave."""
        for board in self._plans.keys() & changes.keys():
            self._changes[board] = dict(changes[board])

    def change(self, board: str, wanted: object) -> Iterator[BoardChanged]:
        """Write rows anew, add some, or take some away (None). Raises CommandRefused ``unknown_board``, or
        ``malformed`` with everything that is wrong with ``wanted``."""
        plan, rows = self._plan(board), self.rows(board)
        changes = read_changes(plan.kind, wanted, rows)
        told = {row: fields for row, fields in changes.items() if fields != rows.get(row)}
        if len(rows.keys() | told.keys()) > MOST_ROWS or len(self._changes[board].keys() | told.keys()) > MOST_ROWS:
            raise CommandRefused("malformed", f"a board holds at most {MOST_ROWS} rows")
        if told:
            self._changes[board] |= told
            yield BoardChanged(board, told)

    def _plan(self, board: str) -> BoardPlan:
        try:
            return self._plans[board]
        except KeyError:
            known = ", ".join(self._plans) or "none"
            raise CommandRefused("unknown_board", f"there is no board {board!r}; known: {known}") from None


def _kept(
    changes: Mapping[str, Row | None], before: Mapping[str, Row], now: Mapping[str, Row]
) -> dict[str, Row | None]:
    """The changes of rows that the layout writes as before, and of rows that it never wrote."""
    return {
        row: fields
        for row, fields in changes.items()
        if before.get(row) == now.get(row) and (fields is not None or row in now)
    }
