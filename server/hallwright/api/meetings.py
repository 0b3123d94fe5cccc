"""Meetings over HTTP: figures for organizers, and calendars for both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol
from urllib.parse import urlencode

from flask import Blueprint, Response, jsonify, request

from hallwright.api.faults import FaultError
from hallwright.api.letters.desk import Desk
from hallwright.api.people import gate as at
from hallwright.api.reference.codes import HALL
from hallwright.api.reference.endpoints import Media, described
from hallwright.api.shapes.meetings import AllMeetings
from hallwright.api.shapes.venues import Language
from hallwright.api.text.speaking import speech_of
from hallwright.api.venues import ready_hall
from hallwright.errors import CommandRefused
from hallwright.organizer.appointments import calendar_of
from hallwright.organizer.halls import Hall, Halls
from hallwright.store.accounts import Account
from hallwright.store.writes import Actor

Admit = Callable[[], Actor]
"""Who is at the organizers' door; raises FaultError."""


class Book(Protocol):
    """The meetings of a venue, as far as figures need them."""

    def figures(self) -> dict[str, Any]:
        """How many there were, and what came of them."""

    def buyer(self, secret: str) -> Any:
        """Whoever has this secret. Raises CommandRefused for what is none."""

    def staff(self, booth: str, account: Account) -> Any:
        """Whoever comes with an account, as staff of a booth."""

    def mine(self, party: Any) -> dict[str, Any]:
        """All that is kept of a side."""


class Books(Protocol):
    """The meetings of all venues."""

    def book(self, venue: str) -> Book:
        """Those of an open venue. Raises StoreError."""


def blueprint(halls: Halls, books: Books, admit: Admit) -> Blueprint:
    """``/api/v1/venues/{id}/meetings``."""
    routes = Blueprint("meetings", __name__)

    @routes.get("/api/v1/venues/<venue>/meetings")
    @described(
        "How many meetings there were at each booth, and what came of them.", AllMeetings, key="operator",
        refusals=(*HALL, "unavailable", "unauthorized", "forbidden", "too_fast", "storing"),
    )
    def meetings(venue: str) -> Response:
        admit()
        ready_hall(halls, venue)
        return at.fresh(jsonify(books.book(venue).figures()))

    return routes


def calendars(desk: Desk, books: Books) -> Blueprint:
    """``/text/{venue}/meet/{secret}.ics`` of a buyer, and ``/staff/{venue}/meetings.ics`` of the staff of booths."""
    routes = Blueprint("appointments", __name__)
    refusals = (*HALL, "unavailable", "too_fast", "storing", "not_found")
    calendar = Media.of("text/calendar")

    @routes.get("/text/<venue>/meet/<secret>.ics")
    @described("A buyer's booked meetings as a calendar, with reminders.", calendar, query=Language, refusals=refusals)
    def buyers(venue: str, secret: str) -> Response:
        hall, _ = desk.open(venue)
        book = books.book(hall.id)
        try:
            meetings = book.mine(book.buyer(secret))["meetings"]
        except CommandRefused:
            raise FaultError(404) from None
        return _calendar(desk, hall, meetings)

    @routes.get("/staff/<venue>/meetings.ics")
    @described(
        "The booked meetings of the staff's booths as a calendar, with reminders.", calendar, query=Language,
        key="login", refusals=(*refusals, "not_logged_in"),
    )
    def staff(venue: str) -> Response:
        account = desk.gate.somebody()
        hall, _ = desk.open(venue)
        book, meetings = books.book(hall.id), []
        for booth in account.booths:
            try:
                meetings += book.mine(book.staff(booth, account))["meetings"]
            except CommandRefused:
                continue  # nobody meets at this booth
        return _calendar(desk, hall, meetings)

    return routes


def _calendar(desk: Desk, hall: Hall, meetings: Iterable[Mapping[str, Any]]) -> Response:
    """Of one reader, and kept by nobody on the way."""
    speech = speech_of(request)
    link = f"{request.url_root}?{urlencode({'venue': hall.id, 'lang': speech.lang})}"
    body = calendar_of(desk.names(hall, speech).tour, meetings, speech.lang, link)
    response = at.fresh(Response(body, content_type="text/calendar; charset=utf-8"))
    response.headers.update({"X-Robots-Tag": "noindex", "Content-Disposition": 'attachment; filename="meetings.ics"'})
    return response
