"""What a row of a board may say, by the kind of the board: every fault of a change is told at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.live import texts
from hallwright.live.events import Changes, Row

MOST_AT_ONCE = 100
TEXT_LENGTH = 160
PARTIES = 4
LARGEST = 1e15
_ROW = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}")


def read_changes(kind: str, wanted: object, rows: Mapping[str, Row]) -> Changes:
    """Rows by id as they shall be, None for those to take away. ``wanted`` gives for each id the fields to change (all
    that its kind needs where the row is new) or null; ``rows`` is what the board says now.

    Raises CommandRefused ``malformed``; its message names every fault, each with its place.
    """
    faults: list[str] = []
    changes = _changes(_FIELDS[kind], wanted, rows, faults)
    if faults:
        raise CommandRefused("malformed", "; ".join(faults))
    return changes


def _changes(fields: Mapping[str, _Reader], wanted: object, rows: Mapping[str, Row], faults: list[str]) -> Changes:
    changes: Changes = {}
    if not isinstance(wanted, dict) or not 1 <= len(wanted) <= MOST_AT_ONCE:
        faults.append(f"changes: write {{row: {{field: value}}}}, 1 to {MOST_AT_ONCE} rows at once")
        return changes
    for row, given in wanted.items():
        if not isinstance(row, str) or not _ROW.fullmatch(row):
            faults.append(f"{str(row)[:60]!r}: a row's id is latin letters, digits, - _ . (60 at most)")
        elif given is None:
            if row not in rows:
                faults.append(f"{row}: there is no such row to take away")
            changes[row] = None
        elif not isinstance(given, dict) or not given:
            faults.append(f"{row}: write its fields ({', '.join(fields)}), or null to take it away")
        else:
            changes[row] = {**rows.get(row, {}), **dict(_row(row, given, fields, rows.get(row), faults))}
    return changes


def _row(
    row: str, given: Mapping[Any, Any], fields: Mapping[str, _Reader], before: Row | None, faults: list[str]
) -> Iterator[tuple[str, Any]]:
    for name in given:
        if name not in fields:
            faults.append(f"{row}.{str(name)[:60]}: there is no such field; known: {', '.join(fields)}")
    for name, read in fields.items():
        if name in given:
            try:
                yield name, read(given[name])
            except ValueError as fault:
                faults.append(f"{row}.{name}: {fault}")
            except CommandRefused as fault:
                faults.append(f"{row}.{name}: {fault}")
        elif before is None and name not in _SPARE:
            faults.append(f"{row}.{name}: a new row needs it")


def read_text(value: object) -> dict[str, str]:
    """A text in both languages; a plain one, or one in one language, stands for both."""
    if isinstance(value, str):
        value = {"en": value}
    if not isinstance(value, dict) or not value or value.keys() - {"en", "zh"}:
        raise ValueError('write {"en": …, "zh": …}, or one text for both')
    said = {language: _said(text) for language, text in value.items() if text is not None}
    if not said:
        raise ValueError('write {"en": …, "zh": …}, or one text for both')
    return {"en": said.get("en") or said["zh"], "zh": said.get("zh") or said["en"]}


def _said(text: object) -> str:
    if not isinstance(text, str):
        raise ValueError("a text is needed")
    folded = texts.fold(text, 4 * TEXT_LENGTH, "malformed")
    if not 1 <= len(folded) <= TEXT_LENGTH:
        raise ValueError(f"a text has 1 to {TEXT_LENGTH} characters")
    return folded


def _parties(value: object) -> list[dict[str, str]]:
    if not isinstance(value, list) or not 2 <= len(value) <= PARTIES:
        raise ValueError(f"a list of 2 to {PARTIES} texts is needed")
    return [read_text(each) for each in value]


def _number(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST:
        return value
    raise ValueError(f"a number of at most {LARGEST:.0e} is needed")


def _rank(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 100_000:
        raise ValueError("a whole number from 1 is needed")
    return value


_Reader = Callable[[object], Any]
_FIELDS: Mapping[str, Mapping[str, _Reader]] = {
    "list": {"rank": _rank, "name": read_text, "industry": read_text},
    "signing": {"title": read_text, "parties": _parties},
    "counters": {"label": read_text, "value": _number, "unit": read_text},
}
_SPARE = frozenset({"industry", "unit"})
