"""Letters to booths over HTTP: pages for visitors and staff, and figures for organizers."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response, jsonify

from hallwright.api.letters import staff, visitor
from hallwright.api.letters.desk import Desk
from hallwright.api.people import gate as at
from hallwright.organizer.inquiries import figures_of
from hallwright.store.writes import Actor

Admit = Callable[[], Actor]
"""Who is at the organizers' door; raises FaultError."""


def blueprint(desk: Desk, admit: Admit) -> Blueprint:
    """``/text/…/ask``, ``/text/…/letters/…``, ``/staff…`` and ``/api/v1/venues/{id}/inquiries``."""
    routes = Blueprint("letters", __name__, template_folder="templates")
    visitor.add_pages(routes, desk)
    staff.add_pages(routes, desk)

    @routes.get("/api/v1/venues/<venue>/inquiries")
    def inquiries(venue: str) -> Response:
        admit()
        _, box = desk.open(venue)
        return at.fresh(jsonify(figures_of(box.times())))

    return routes
