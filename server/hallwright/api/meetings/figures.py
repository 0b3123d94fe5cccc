"""Figures of meetings, for organizers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from flask import Blueprint, Response, jsonify

from hallwright.api.people import gate as at
from hallwright.api.reference.codes import HALL
from hallwright.api.reference.endpoints import described
from hallwright.api.shapes.meetings import AllMeetings
from hallwright.api.venues import ready_hall
from hallwright.organizer.halls import Halls
from hallwright.store.writes import Actor

Admit = Callable[[], Actor]
"""Who is at the organizers' door; raises FaultError."""


class Book(Protocol):
    """The meetings of a venue, as far as figures need them."""

    def figures(self) -> dict[str, Any]:
        """How many there were, and what came of them."""


class Books(Protocol):
    """The meetings of all venues."""

    def book(self, venue: str) -> Book:
        """Those of an open venue. Raises StoreError."""


def blueprint(halls: Halls, books: Books, admit: Admit) -> Blueprint:
    """``/api/v1/venues/{id}/meetings``."""
    routes = Blueprint("meeting_figures", __name__)

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
