"""The one place that says who speaks on a connection, as the talk knows them."""

from __future__ import annotations

from hallwright.errors import CommandRefused
from hallwright.gateway.persons import person_of
from hallwright.gateway.venues import OpenVenue
from hallwright.live.talking.authors import Author


def author_of(venue: OpenVenue, sid: str) -> Author:
    """Who speaks; raises CommandRefused ``not_joined``."""
    with venue.lock:
        person, session, agreed = venue.hall.person(sid), venue.hall.session(sid), venue.hall.agreed(sid)
    if person is None or session is None:
        raise CommandRefused("not_joined", "join first")
    return Author(
        by=person_of(session), number=person.number, nickname=person.nickname, color=person.color,
        role=str(person.role), area=person.area, muted=bool(getattr(person, "muted", False)), agreed=agreed,
    )  # fmt: skip
