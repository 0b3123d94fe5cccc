"""Who agreed that a name and words of theirs are kept: how it is written, and read for a hall that goes on."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from hallwright.store.tables import CONSENTS
from hallwright.store.writes import Consent, Withdraw


def write(connection: Connection, what: Consent | Withdraw) -> None:
    """Store it. Who agrees again keeps the event from which on their name may be found."""
    theirs = (CONSENTS.c.venue == what.venue) & (CONSENTS.c.person == what.person)
    if isinstance(what, Withdraw):
        connection.execute(update(CONSENTS).where(theirs).values(withdrawn=what.time))
        return
    before = connection.execute(select(CONSENTS.c.account).where(theirs)).first()
    now = {"own": what.own, "given": what.given, "withdrawn": None}
    if before is None:
        place = {"venue": what.venue, "person": what.person, "number": what.number, "since": what.since}
        connection.execute(insert(CONSENTS), place | now | {"account": what.account})
    else:
        connection.execute(update(CONSENTS).where(theirs).values(**now, account=what.account or before.account))


def agreed(connection: Connection, venue: str) -> frozenset[str]:
    """The visitors of a venue who agree."""
    held = (CONSENTS.c.venue == venue) & CONSENTS.c.own & CONSENTS.c.withdrawn.is_(None)
    return frozenset(row.person for row in connection.execute(select(CONSENTS.c.person).where(held)))
