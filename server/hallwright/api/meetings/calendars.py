"""Booked meetings as a calendar for people's own."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Response

from hallwright.api.meetings.telling import Telling
from hallwright.api.people.gate import fresh
from hallwright.api.reference.endpoints import Media
from hallwright.organizer.appointments import calendar_of

CALENDAR = Media.of("text/calendar")


def calendar_response(told: Sequence[Telling], link: str) -> Response:
    """The booked meetings of these sides; kept by nobody on the way. ``link`` opens them."""
    first = told[0]
    tour = first.names.tour
    booked = [each for side in told for each in side.coming]
    content = calendar_of(tour, booked, first.speech.lang, link)
    name = f"meetings-{tour.venue}.ics"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Robots-Tag": "noindex"}
    return fresh(Response(content, mimetype="text/calendar", headers=headers))
