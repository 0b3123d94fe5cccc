"""The search index as one SQLite file: written by the compiler, read by the server. The only module that says SQL.

``places`` holds what is answered, ``codes`` ids and numbers, ``words`` (FTS5) what places are found by, ``terms``
(FTS5) the vocabulary by its letter pairs, for what was mistyped.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallwright.knowledge import sounds
from hallwright.knowledge.typos import grams

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE places (id INTEGER PRIMARY KEY, place TEXT, said TEXT);
CREATE TABLE codes (code TEXT, place INTEGER, whole INTEGER);
CREATE VIRTUAL TABLE words USING fts5(
  name, related, text, sound, echo, tokenize='unicode61', detail=column, prefix='1 2'
);
CREATE VIRTUAL TABLE terms USING fts5(term UNINDEXED, grams, tokenize='unicode61', detail=column);
"""
_WEIGHTS = "8.0, 4.0, 1.0, 6.0, 3.0"  # of the columns of words



@dataclass(frozen=True, slots=True)
class Findable:
    """A place as it is written: what is answered, as JSON values; all that is ``said`` about it, (what, en, zh) each;
    and what it is found by."""

    answer: dict[str, Any]
    said: list[tuple[str, str, str]]
    codes: tuple[str, ...]  # whole ids
    numbers: tuple[str, ...]  # found from their beginning
    name: str
    related: str
    text: str
    sound: str
    echo: str


@dataclass(frozen=True, slots=True)
class Found:
    """A place as it is read again; the columns as in ``Findable``."""

    row: int
    answer: dict[str, Any]
    name: str
    related: str
    text: str
    sound: str
    echo: str


def written(entries: Sequence[Findable], terms: Iterable[str]) -> bytes:
    """The bytes of an index file."""
    db = sqlite3.connect(":memory:")
    db.executescript(_SCHEMA)
    db.execute("INSERT INTO meta VALUES ('sounds', ?)", (sounds.table(),))
    for row, entry in enumerate(entries, 1):
        db.execute("INSERT INTO places VALUES (?, ?, ?)", (row, _json(entry.answer), _json(entry.said)))
        columns = (row, entry.name, entry.related, entry.text, entry.sound, entry.echo)
        db.execute("INSERT INTO words (rowid, name, related, text, sound, echo) VALUES (?, ?, ?, ?, ?, ?)", columns)
        db.executemany("INSERT INTO codes VALUES (?, ?, 1)", [(code, row) for code in entry.codes])
        db.executemany("INSERT INTO codes VALUES (?, ?, 0)", [(number, row) for number in entry.numbers])
    db.executemany("INSERT INTO terms VALUES (?, ?)", [(term, " ".join(grams(term))) for term in terms])
    db.execute("CREATE INDEX codes_by_code ON codes (code)")
    for table in ("words", "terms"):
        db.execute(f"INSERT INTO {table}({table}) VALUES('optimize')")
    db.commit()
    return db.serialize()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


class IndexFile:
    """An index that is read. One query at a time; each takes milliseconds and no thread of its own."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._lock = threading.Lock()
        ((written_sounds,),) = self._rows("SELECT value FROM meta WHERE key = 'sounds'")
        self.ear = sounds.Ear(str(written_sounds))

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def whole_code(self, code: str) -> list[int]:
        """Rows of the places with exactly this id, number or letter, in the layout's order."""
        return [row for (row,) in self._rows("SELECT DISTINCT place FROM codes WHERE code = ? ORDER BY place", code)]

    def numbers_from(self, code: str, limit: int) -> list[int]:
        """Rows of the places whose number begins so."""
        found = self._rows(
            "SELECT DISTINCT place FROM codes WHERE code > ? AND code < ? AND whole = 0 ORDER BY code, place LIMIT ?",
            code, code + "\U0010ffff", limit,
        )  # fmt: skip
        return [row for (row,) in found]

    def answer(self, row: int) -> dict[str, Any]:
        """What is answered for a row."""
        ((place,),) = self._rows("SELECT place FROM places WHERE id = ?", row)
        return dict(json.loads(place))

    def said(self, row: int) -> list[tuple[str, str, str]]:
        """What is said about a row's place: (what, English, Chinese)."""
        ((said,),) = self._rows("SELECT said FROM places WHERE id = ?", row)
        return [(what, en, zh) for what, en, zh in json.loads(said)]

    def places(self) -> list[tuple[dict[str, Any], list[tuple[str, str, str]]]]:
        """All places in the layout's order: what is answered, and what is said as ``said`` has it."""
        found = self._rows("SELECT place, said FROM places ORDER BY id")
        return [(json.loads(place), [(what, en, zh) for what, en, zh in json.loads(said)]) for place, said in found]

    def matching(self, expression: str, limit: int) -> list[Found]:
        """Places that an FTS5 expression matches, the likeliest first."""
        return [
            Found(row, json.loads(place), *columns)
            for row, place, *columns in self._rows(
                "SELECT words.rowid, place, name, related, text, sound, echo FROM words JOIN places ON id = words.rowid"
                f" WHERE words MATCH ? ORDER BY bm25(words, {_WEIGHTS}) LIMIT ?",
                expression, limit,
            )
        ]  # fmt: skip

    def any_matching(self, expression: str) -> bool:
        """Whether there is any."""
        return bool(self._rows("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", expression))

    def terms_like(self, word: str, limit: int) -> list[str]:
        """Words of the vocabulary that share most letter pairs with this one."""
        expression = " OR ".join(f'"{gram}"' for gram in grams(word))
        found = self._rows("SELECT term FROM terms WHERE terms MATCH ? ORDER BY rank LIMIT ?", expression, limit)
        return [term for (term,) in found]

    def _rows(self, statement: str, *values: str | int) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._db.execute(statement, values).fetchall()
