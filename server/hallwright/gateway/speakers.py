"""The one place that says who speaks on a connection, as the talk knows them."""

from __future__ import annotations

from hallwright.errors import CommandRefused
from hallwright.gateway.persons import person_of
from hallwright.gateway.venues import OpenVenue
from hallwright.live.talking.authors import Author
from hallwright.live.talking.streams import booth_stream

READER = "Reader 读者"


def author_of(venue: OpenVenue, sid: str, stream: str) -> Author:
    """Who speaks there; raises CommandRefused ``not_joined``. The staff of a booth keep order at it."""
    with venue.lock:
        person, session, agreed = venue.hall.person(sid), venue.hall.session(sid), venue.hall.agreed(sid)
    if person is None or session is None:
        raise CommandRefused("not_joined", "join first")
    return Author(
        by=person_of(session), number=person.number, nickname=person.nickname, color=person.color,
        role=str(person.role), area=person.area, muted=person.muted, agreed=agreed,
        keeps=stream in {booth_stream(booth) for booth in person.booths},
    )  # fmt: skip


def reader_of(secret: str, area: str, agreed: bool) -> Author:
    """Who takes part by pages: known by the secret of a cookie, where the page is that they read."""
    by = person_of(secret)
    return Author(by=by, number=0, nickname=READER, color=0, role="visitor", area=area, agreed=agreed)
