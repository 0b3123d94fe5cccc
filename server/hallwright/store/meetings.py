"""What people wrote for their meetings; what became of these is a stream of its own, which names nobody."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from hallwright.store.streams import beside
from hallwright.store.tables import EVENTS, MEETING_PROFILES, MEETING_TEXTS
from hallwright.store.writes import ForgetBuyer, MeetingProfile, MeetingText

STREAM = "meetings"


@dataclass(frozen=True, slots=True)
class Kept:
    """The meetings of a venue: every event, oldest first; profiles; texts."""

    events: tuple[dict[str, Any], ...]
    profiles: tuple[MeetingProfile, ...]
    texts: tuple[MeetingText, ...]


def room(venue: str) -> str:
    """The name under which the meetings of a venue are stored."""
    return beside(venue, STREAM)


def write(connection: Connection, write: MeetingProfile | MeetingText | ForgetBuyer) -> None:
    """Keep what somebody wrote, instead of what they wrote before; or nothing of a buyer."""
    match write:
        case MeetingProfile():
            _put(connection, MEETING_PROFILES, asdict(write))
        case MeetingText():
            _put(connection, MEETING_TEXTS, asdict(write))
        case ForgetBuyer(venue, buyer):
            theirs = (MEETING_PROFILES.c.side == "buyer") & (MEETING_PROFILES.c.id == buyer)
            connection.execute(delete(MEETING_PROFILES).where(MEETING_PROFILES.c.venue == venue, theirs))
            connection.execute(
                delete(MEETING_TEXTS).where(MEETING_TEXTS.c.venue == venue, MEETING_TEXTS.c.buyer == buyer)
            )


def _put(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    ours = [column == row[column.name] for column in table.primary_key]
    if connection.execute(update(table).where(*ours).values(**row)).rowcount == 0:
        connection.execute(insert(table), row)


def read(venue: str) -> Callable[[Connection], Kept]:
    """All that is kept of the meetings of a venue."""
    events = select(EVENTS.c.body).where(EVENTS.c.venue == room(venue)).order_by(EVENTS.c.seq)
    profiles = select(MEETING_PROFILES).where(MEETING_PROFILES.c.venue == venue)
    texts = select(MEETING_TEXTS).where(MEETING_TEXTS.c.venue == venue)

    def job(connection: Connection) -> Kept:
        return Kept(
            tuple(json.loads(row.body) for row in connection.execute(events)),
            tuple(MeetingProfile(**row) for row in connection.execute(profiles).mappings()),
            tuple(MeetingText(**row) for row in connection.execute(texts).mappings()),
        )

    return job


def forget_old(connection: Connection, before: int) -> None:
    """What buyers wrote before a time (ms) goes, and what was written of them."""
    theirs = MEETING_PROFILES.c.side == "buyer"
    connection.execute(delete(MEETING_PROFILES).where(theirs, MEETING_PROFILES.c.time < before))
    connection.execute(delete(MEETING_TEXTS).where(MEETING_TEXTS.c.time < before))
