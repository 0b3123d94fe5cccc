"""One frame for all pages of letters: rendered for one reader, kept by nobody on the way, and no robot's business."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import Response, render_template, request

from hallwright.api.faults import FaultError
from hallwright.api.letters.words import SAME, word
from hallwright.api.people.gate import fresh
from hallwright.api.reference.codes import CODES
from hallwright.api.text.pages import STYLE, digest
from hallwright.api.text.speaking import Speech, speech_of
from hallwright.errors import CommandRefused, StoreError

SHEET = f"/text-{digest(STYLE.read_bytes())}.css"


def page(template: str, status: int = 200, **values: Any) -> Response:
    """A page, for its reader alone: its address may be a secret."""
    speech = speech_of(request)
    body = render_template(
        f"letters/{template}", style=SHEET, speech=speech, say=saying(speech), when=when, other=_other(speech), **values
    )
    response = fresh(Response(body, status))
    response.headers.update({"X-Robots-Tag": "noindex", "Vary": "Accept-Language"})
    return response


def saying(speech: Speech) -> Any:
    """How this reader is told a text."""
    return lambda key, **values: word(key, speech.lang, **values)


def problem_of(error: CommandRefused | StoreError) -> tuple[str, int]:
    """What is wrong, in the reader's language, and the status that says so."""
    code = error.code if isinstance(error, CommandRefused) else "storing"
    lang = speech_of(request).lang
    try:
        return word(code, lang), CODES.get(SAME.get(code, code), 400)
    except KeyError:
        return word("not_allowed", lang), CODES.get(SAME.get(code, code), 400)


def trouble(error: CommandRefused | StoreError) -> Response:
    """A page that says why there is nothing to be seen."""
    problem, status = problem_of(error)
    return page("trouble.html", status, title=problem)


def fault_page(fault: FaultError) -> Response:
    """What is wrong with a request itself, as a page."""
    response = page("trouble.html", fault.status, title=fault.message[speech_of(request).lang])
    response.headers.update(fault.headers)
    return response


def asked() -> str:
    """The language that the address names, for the next one."""
    speech = speech_of(request)
    return f"?lang={speech.asked}" if speech.asked else ""


def when(ms: int) -> datetime:
    """A moment, for ``<time>``."""
    return datetime.fromtimestamp(ms / 1000, UTC)


def _other(speech: Speech) -> str:
    return f"{request.path}?lang={speech.other}"
