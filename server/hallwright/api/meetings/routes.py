"""Meetings over HTTP: pages for buyers and for the staff of booths, and their calendars."""

from __future__ import annotations

from flask import Blueprint
from werkzeug.exceptions import HTTPException

from hallwright.api.faults import FaultError
from hallwright.api.meetings import buyer, staff
from hallwright.api.meetings.desk import MeetingDesk
from hallwright.api.meetings.pages import fault_page, trouble
from hallwright.errors import CommandRefused, StoreError


def blueprint(desk: MeetingDesk) -> Blueprint:
    """``/text/…/meet…`` and ``/staff/…/meetings``. Whatever is wrong there is told by a page."""
    routes = Blueprint("meetings", __name__, template_folder="templates")
    buyer.add_pages(routes, desk)
    staff.add_pages(routes, desk)
    routes.register_error_handler(FaultError, fault_page)
    routes.register_error_handler(HTTPException, lambda error: fault_page(FaultError(error.code or 500)))
    routes.register_error_handler(StoreError, trouble)
    routes.register_error_handler(CommandRefused, trouble)
    return routes
