"""Letters to booths as they are listed, counted and forgotten; what was written in one is a stream of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, func, insert, select, update

from hallwright.store.streams import beside
from hallwright.store.tables import EVENTS, LETTERS
from hallwright.store.writes import Letter

Result = TypeVar("Result")
Job = Callable[[Connection], Result]
ERASED = "erased"
REPLIED = "replied"
_GONE = {
    "standing": ERASED, "unread_visitor": 0, "unread_staff": 0, "reported": False, "name": "", "preview": "",
    "card": "{}",
}  # fmt: skip
_THERE = LETTERS.c.standing != ERASED


def room(venue: str, letter: str) -> str:
    """The name under which what was written in a letter is stored."""
    return beside(venue, f"letter/{letter}")


def write(connection: Connection, letter: Letter) -> None:
    """How a letter is now; one that was erased meanwhile stays so."""
    row = {key: getattr(letter, key) for key in Letter.__slots__}
    ours = (LETTERS.c.venue == letter.venue) & (LETTERS.c.id == letter.id)
    if connection.execute(update(LETTERS).where(ours, _THERE).values(**row)).rowcount:
        return
    if connection.execute(select(LETTERS.c.id).where(ours)).first() is None:
        connection.execute(insert(LETTERS), row)


def read(venue: str, letter: str, most: int) -> Job[list[dict[str, Any]] | None]:
    """The events of a letter, oldest first; None for one that was erased."""
    ours = (LETTERS.c.venue == venue) & (LETTERS.c.id == letter)
    written = select(EVENTS.c.body).where(EVENTS.c.venue == room(venue, letter)).order_by(EVENTS.c.seq).limit(most)

    def job(connection: Connection) -> list[dict[str, Any]] | None:
        if connection.scalar(select(LETTERS.c.standing).where(ours)) == ERASED:
            return None
        return [json.loads(row.body) for row in connection.execute(written)]

    return job


def named(venue: str, ids: Sequence[str]) -> Job[list[Letter]]:
    """These letters, as far as they are there."""
    asked = select(LETTERS).where(LETTERS.c.venue == venue, LETTERS.c.id.in_(ids), _THERE)
    return lambda connection: _letters(connection, asked)


def to_booths(venue: str, booths: Sequence[str], standing: str | None, before: int, most: int) -> Job[list[Letter]]:
    """Letters to these booths in which somebody wrote before a time, the newest first; only those of a standing if it
    is given."""
    theirs = (LETTERS.c.venue == venue) & LETTERS.c.booth.in_(booths)
    asked = select(LETTERS).where(theirs, LETTERS.c.last < before, _THERE)
    if standing:
        asked = asked.where(LETTERS.c.standing == standing)
    return lambda connection: _letters(connection, asked.order_by(LETTERS.c.last.desc(), LETTERS.c.id).limit(most))


def reported(venue: str, before: int, most: int) -> Job[list[Letter]]:
    """Letters of which moderators were told, the newest first."""
    asked = select(LETTERS).where(LETTERS.c.venue == venue, LETTERS.c.reported, LETTERS.c.last < before, _THERE)
    return lambda connection: _letters(connection, asked.order_by(LETTERS.c.last.desc(), LETTERS.c.id).limit(most))


def with_cards(venue: str, booths: Sequence[str], most: int) -> Job[list[Letter]]:
    """Letters to these booths with a card, the oldest first."""
    asked = select(LETTERS).where(LETTERS.c.venue == venue, LETTERS.c.booth.in_(booths), LETTERS.c.card != "{}", _THERE)
    return lambda connection: _letters(connection, asked.order_by(LETTERS.c.opened, LETTERS.c.id).limit(most))


def _letters(connection: Connection, asked: Any) -> list[Letter]:
    return [Letter(**row) for row in connection.execute(asked).mappings()]


def waiting(venue: str, booth: str) -> Job[int]:
    """How many letters to a booth are not closed."""
    asked = select(func.count()).select_from(LETTERS).where(
        LETTERS.c.venue == venue, LETTERS.c.booth == booth, LETTERS.c.standing.in_(("open", "answered"))
    )
    return lambda connection: connection.scalar(asked) or 0


def times(venue: str) -> Job[list[tuple[str, str, int, int | None]]]:
    """Of every letter, erased ones too: booth, standing, when it was opened and first answered (ms)."""
    asked = select(LETTERS.c.booth, LETTERS.c.standing, LETTERS.c.opened, LETTERS.c.answered)
    return lambda connection: [tuple(row) for row in connection.execute(asked.where(LETTERS.c.venue == venue))]


def erase(venue: str, letter: str) -> Job[None]:
    """Nothing is left of a letter but that there was one."""
    ours = (LETTERS.c.venue == venue) & (LETTERS.c.id == letter)
    return lambda connection: _erase(connection, ours)


def forget_old(connection: Connection, before: int) -> None:
    """Likewise of all in which nobody has written since a time (ms)."""
    _erase(connection, (LETTERS.c.last < before) & _THERE)


def _erase(connection: Connection, which: Any) -> None:
    for venue, letter in connection.execute(select(LETTERS.c.venue, LETTERS.c.id).where(which)).all():
        connection.execute(delete(EVENTS).where(EVENTS.c.venue == room(venue, letter)))
    connection.execute(update(LETTERS).where(which).values(**_GONE))


def answers_by(connection: Connection, account: str) -> list[dict[str, Any]]:
    """What somebody wrote for a booth."""
    return [{key: body[key] for key in ("time", "text")} for _, _, body in _written_by(connection, account)]


def forget_author(connection: Connection, account: str) -> None:
    """What somebody wrote for a booth stays the booth's, without their name."""
    for venue, seq, body in _written_by(connection, account):
        nameless = json.dumps(body | {"account": None, "name": ""}, ensure_ascii=False, separators=(",", ":"))
        place = (EVENTS.c.venue == venue) & (EVENTS.c.seq == seq)
        connection.execute(update(EVENTS).where(place).values(body=nameless))


def _written_by(connection: Connection, account: str) -> list[tuple[str, int, dict[str, Any]]]:
    asked = select(EVENTS.c.venue, EVENTS.c.seq, EVENTS.c.body).where(EVENTS.c.kind == REPLIED)
    found = [(row.venue, row.seq, json.loads(row.body)) for row in connection.execute(asked)]
    return [each for each in found if each[2].get("account") == account]
