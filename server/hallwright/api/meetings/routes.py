"""Meetings over HTTP: pages for buyers and for the staff of booths, and their calendars."""

from __future__ import annotations

from flask import Blueprint

from hallwright.api.meetings import buyer, staff
from hallwright.api.meetings.desk import MeetingDesk
from hallwright.api.meetings.pages import PAGES


def blueprint(desk: MeetingDesk) -> Blueprint:
    """``/text/…/meet…`` and ``/staff/…/meetings``. Whatever is wrong there is told by a page."""
    routes = Blueprint("meetings", __name__, template_folder="templates")
    buyer.add_pages(routes, desk)
    staff.add_pages(routes, desk)
    PAGES.answer_for(routes)
    return routes
