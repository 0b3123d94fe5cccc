"""Who has an account and who is invited, for organizers: each function gives a job."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from hallwright.store.accounts import Job
from hallwright.store.tables import ACCOUNTS, BANS, INVITATIONS

ORGANIZER = "organizer"
MOST = 500


def accounts() -> Job[list[dict[str, Any]]]:
    """Everyone, by name, without what they log in with."""
    asked = select(ACCOUNTS.c.id, ACCOUNTS.c.name, ACCOUNTS.c.role, ACCOUNTS.c.booths, ACCOUNTS.c.created)
    return lambda connection: _rows(connection, asked.order_by(func.lower(ACCOUNTS.c.name)).limit(MOST))


def invitations(now: int) -> Job[list[dict[str, Any]]]:
    """Links that are good still, the newest first. A digest tells one from another and is no link."""
    good = (INVITATIONS.c.uses > 0) & (INVITATIONS.c.expires > now)
    asked = select(INVITATIONS).where(good).order_by(INVITATIONS.c.created.desc(), INVITATIONS.c.digest)
    return lambda connection: _rows(connection, asked.limit(MOST))


def bans() -> Job[list[dict[str, Any]]]:
    """Those that hold, the newest first."""
    asked = select(BANS.c.venue, BANS.c.id, BANS.c.nickname, BANS.c.reason, BANS.c.by, BANS.c.time)
    held = asked.where(BANS.c.lifted.is_(False)).order_by(BANS.c.time.desc(), BANS.c.id.desc())
    return lambda connection: _rows(connection, held.limit(MOST))


def give_role(account: str, role: str) -> Job[str]:
    """Another role. What comes of it is empty, or why not: ``unknown_account`` or ``last_organizer``."""

    def job(connection: Connection) -> str:
        refused = _refused(connection, account, role)
        if not refused:
            theirs = ACCOUNTS.c.id == account
            booths = {} if role == "exhibitor" else {"booths": "[]"}
            connection.execute(update(ACCOUNTS).where(theirs).values(role=role, **booths))
        return refused

    return job


def may_go(account: str) -> Job[str]:
    """Empty, or why an account may not be removed, as ``give_role`` says it."""
    return lambda connection: _refused(connection, account, None)


def uninvite(digest: str) -> Job[str]:
    """A link is good no more; its role, empty where there is none."""

    def job(connection: Connection) -> str:
        role = connection.scalar(select(INVITATIONS.c.role).where(INVITATIONS.c.digest == digest))
        connection.execute(delete(INVITATIONS).where(INVITATIONS.c.digest == digest))
        return str(role or "")

    return job


def _refused(connection: Connection, account: str, role: str | None) -> str:
    before = connection.scalar(select(ACCOUNTS.c.role).where(ACCOUNTS.c.id == account))
    if before is None:
        return "unknown_account"
    organizers = connection.scalar(select(func.count()).select_from(ACCOUNTS).where(ACCOUNTS.c.role == ORGANIZER)) or 0
    return "last_organizer" if before == ORGANIZER and role != ORGANIZER and organizers < 2 else ""


def _rows(connection: Connection, asked: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(asked).mappings()]
