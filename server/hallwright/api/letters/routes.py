"""Letters to booths over HTTP: pages for visitors and staff, and figures for organizers."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response, jsonify

from hallwright.api.letters import staff, visitor
from hallwright.api.letters.desk import Desk
from hallwright.api.letters.pages import PAGES
from hallwright.api.people import gate as at
from hallwright.api.reference.codes import HALL
from hallwright.api.reference.endpoints import described
from hallwright.api.shapes.letters import AllInquiries
from hallwright.organizer.inquiries import figures_of
from hallwright.store.writes import Actor

Admit = Callable[[], Actor]
"""Who is at the organizers' door; raises FaultError."""


def blueprint(desk: Desk) -> Blueprint:
    """``/text/…/ask``, ``/text/…/letters/…`` and ``/staff…``. Whatever is wrong there is told by a page."""
    routes = Blueprint("letters", __name__, template_folder="templates")
    visitor.add_pages(routes, desk)
    staff.add_pages(routes, desk)
    PAGES.answer_for(routes)
    return routes


def figures(desk: Desk, admit: Admit) -> Blueprint:
    """``/api/v1/venues/{id}/inquiries``."""
    routes = Blueprint("inquiries", __name__)

    @routes.get("/api/v1/venues/<venue>/inquiries")
    @described(
        "How many letters came to each booth, and how long they waited.", AllInquiries, key="operator",
        refusals=(*HALL, "unavailable", "unauthorized", "forbidden", "too_fast", "storing"),
    )
    def inquiries(venue: str) -> Response:
        admit()
        _, box = desk.open(venue)
        return at.fresh(jsonify(figures_of(box.times())))

    return routes
