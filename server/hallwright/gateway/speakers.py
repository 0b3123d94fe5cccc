"""The one place that says who speaks on a connection, as the talk knows them."""

from __future__ import annotations

import hashlib

from hallwright.errors import CommandRefused
from hallwright.gateway.venues import OpenVenue
from hallwright.live.talking.authors import Author

READER = "Reader 读者"


def author_of(venue: OpenVenue, sid: str) -> Author:
    """Who speaks; raises CommandRefused ``not_joined``."""
    with venue.lock:
        person, session = venue.hall.person(sid), venue.hall.session(sid)
    if person is None or session is None:
        raise CommandRefused("not_joined", "join first")
    return Author(
        by=_by(session), number=person.number, nickname=person.nickname, color=person.color, role=str(person.role),
        area=person.area, muted=bool(getattr(person, "muted", False)),
    )  # fmt: skip


def reader_of(secret: str, area: str) -> Author:
    """Who takes part by pages: known by the secret of a cookie, where the page is that they read."""
    return Author(by=_by(secret), number=0, nickname=READER, color=0, role="visitor", area=area)


def _by(session: str) -> str:
    """What tells a person from others and gives nothing away of what they come back with."""
    return hashlib.blake2b(session.encode(), digest_size=9, person=b"talk").hexdigest()
