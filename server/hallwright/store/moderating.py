"""How bans, reports and acts are written, and read for a hall that goes on."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from hallwright.store.tables import AUDIT, BANS, REPORTS
from hallwright.store.writes import Act, Ban, Lift, Report

READ = 200  # reports that moderators see


def write(connection: Connection, what: Ban | Lift | Report | Act) -> None:
    """Store it; what was stored before, by an attempt whose answer was lost, is stored once."""
    match what:
        case Ban():
            row = {key: getattr(what, key) for key in Ban.__slots__} | {"lifted": False}
            connection.execute(delete(BANS).where(BANS.c.venue == what.venue, BANS.c.id == what.id))
            connection.execute(insert(BANS), row)
        case Lift(venue, ban):
            # Whom it was about is nobody's business any more; the number is not given again.
            gone = {"lifted": True, "session": "", "account": None, "nickname": "", "reason": "", "by": ""}
            connection.execute(update(BANS).where(BANS.c.venue == venue, BANS.c.id == ban).values(**gone))
        case Report():
            connection.execute(delete(REPORTS).where(REPORTS.c.venue == what.venue, REPORTS.c.id == what.id))
            connection.execute(insert(REPORTS), {key: getattr(what, key) for key in Report.__slots__})
        case Act(actor=actor):
            row = {key: getattr(what, key) for key in Act.__slots__ if key != "actor"}
            connection.execute(delete(AUDIT).where(AUDIT.c.id == what.id))
            connection.execute(
                insert(AUDIT), row | {"account": actor.account, "name": actor.name, "role": actor.role}
            )


def read(connection: Connection, venue: str) -> dict[str, Any]:
    """The fields of ``Stored`` that are about it."""
    bans = connection.execute(select(BANS).where(BANS.c.venue == venue, BANS.c.lifted.is_(False)).order_by(BANS.c.id))
    reports = connection.execute(
        select(REPORTS).where(REPORTS.c.venue == venue).order_by(REPORTS.c.id.desc()).limit(READ)
    )
    return {
        "bans": tuple(Ban(**{key: row[key] for key in Ban.__slots__}) for row in bans.mappings()),
        "reports": tuple(Report(**{key: row[key] for key in Report.__slots__}) for row in reports.mappings())[::-1],
        "last_ban": connection.scalar(select(func.max(BANS.c.id)).where(BANS.c.venue == venue)) or 0,
        "last_report": connection.scalar(select(func.max(REPORTS.c.id)).where(REPORTS.c.venue == venue)) or 0,
    }
