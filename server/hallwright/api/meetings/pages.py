"""One frame for all pages of meetings: rendered for one reader, kept by nobody on the way, and no robot's business."""

from __future__ import annotations

from typing import Any

from flask import Response, render_template, request

from hallwright.api.faults import FaultError
from hallwright.api.letters.pages import SHEET
from hallwright.api.meetings.words import WORDS, word
from hallwright.api.people.gate import fresh
from hallwright.api.reference.codes import CODES
from hallwright.api.text.speaking import speech_of
from hallwright.errors import CommandRefused, StoreError


def page(template: str, status: int = 200, **values: Any) -> Response:
    """A page, for its reader alone: its address may be a secret."""
    speech = speech_of(request)
    body = render_template(
        f"meetings/{template}", style=SHEET, speech=speech, say=lambda key, **more: word(key, speech.lang, **more),
        other=f"{request.path}?lang={speech.other}", **values,
    )  # fmt: skip
    response = fresh(Response(body, status))
    response.headers.update({"X-Robots-Tag": "noindex", "Vary": "Accept-Language"})
    return response


def problem_of(error: CommandRefused | StoreError) -> tuple[str, int]:
    """What is wrong, in the reader's language, and the status that says so."""
    code = error.code if isinstance(error, CommandRefused) else "storing"
    key = code if code in WORDS else "not_allowed"
    return word(key, speech_of(request).lang), 404 if code == "malformed" else CODES.get(code, 400)


def trouble(error: CommandRefused | StoreError) -> Response:
    """A page that says why there is nothing to be seen."""
    problem, status = problem_of(error)
    return page("trouble.html", status, title=problem)


def fault_page(fault: FaultError) -> Response:
    """What is wrong with a request itself, as a page."""
    response = page("trouble.html", fault.status, title=fault.message[speech_of(request).lang])
    response.headers.update(fault.headers)
    return response
