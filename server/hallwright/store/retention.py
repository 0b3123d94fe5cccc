"""Forgets who it was, long after: what happened keeps its place and its number, and loses the names in it.

Each function gives a job. Jobs are small, so that whoever is in the hall meanwhile does not wait for one.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, delete, select, tuple_, update

from hallwright.store import letters, meetings
from hallwright.store.accounts import Job
from hallwright.store.tables import AUDIT, BANS, EVENTS, INVITATIONS, LOGINS, REPORTS

PAGE = 1_000  # events a job
NAMED = ("joined", "renamed")
ON_PEOPLE = ("kick", "ban", "mute", "unmute")
Place = tuple[str, int]
"""A venue and the number of an event."""
FIRST: Place = ("", 0)


def forget_names(before: int, after: Place = FIRST, page: int = PAGE) -> Job[Place | None]:
    """Take the nicknames out of a page of events that happened before a time (ms); where to go on, None at the end."""

    def job(connection: Connection) -> Place | None:
        ours = EVENTS.c.kind.in_(NAMED) & (EVENTS.c.time < before)
        asked = select(EVENTS.c.venue, EVENTS.c.seq, EVENTS.c.body).where(
            ours, tuple_(EVENTS.c.venue, EVENTS.c.seq) > after
        )
        rows = connection.execute(asked.order_by(EVENTS.c.venue, EVENTS.c.seq).limit(page)).all()
        for row in rows:
            body = _nameless(json.loads(row.body))
            if body != row.body:
                place = (EVENTS.c.venue == row.venue) & (EVENTS.c.seq == row.seq)
                connection.execute(update(EVENTS).where(place).values(body=body))
        return (rows[-1].venue, rows[-1].seq) if len(rows) == page else None

    return job


def _nameless(event: dict[str, Any]) -> str:
    about = event["person"] if event["kind"] == "joined" else event
    about["nickname"] = ""
    return json.dumps(event, ensure_ascii=False, separators=(",", ":"))


def forget_the_rest(before: int, now: int) -> Job[None]:
    """Reports, letters and what buyers wrote for meetings go, bans and acts lose the names of those whom they were
    about, and what is good no more goes."""

    def job(connection: Connection) -> None:
        connection.execute(delete(REPORTS).where(REPORTS.c.time < before))
        letters.forget_old(connection, before)
        meetings.forget_old(connection, before)
        connection.execute(update(BANS).where(BANS.c.time < before).values(nickname=""))
        old = AUDIT.c.act.in_(ON_PEOPLE) & (AUDIT.c.time < before)
        for row in connection.execute(select(AUDIT.c.id, AUDIT.c.subject).where(old)).all():
            number, space, _ = row.subject.partition(" ")
            if space:
                connection.execute(update(AUDIT).where(AUDIT.c.id == row.id).values(subject=number))
        connection.execute(delete(LOGINS).where(LOGINS.c.expires < now))
        connection.execute(delete(INVITATIONS).where(INVITATIONS.c.expires < now))

    return job
