"""Pages for one reader alone: rendered for them, kept by nobody on the way, and no robot's business. Letters and
meetings have each their own words and templates, and this one frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, render_template, request
from werkzeug.exceptions import HTTPException

from hallwright.api.faults import FaultError
from hallwright.api.people.gate import fresh
from hallwright.api.reference.codes import CODES
from hallwright.api.text.pages import STYLE, digest
from hallwright.api.text.speaking import Speech, speech_of
from hallwright.api.text.words import LANGUAGES
from hallwright.errors import CommandRefused, StoreError

SHEET = f"/text-{digest(STYLE.read_bytes())}.css"


@dataclass(frozen=True, slots=True)
class PrivatePages:
    """Those whose templates are in ``folder``, and which say these ``words``: texts in both languages by their keys,
    among them those of refusals and ``not_allowed``."""

    folder: str
    words: Mapping[str, tuple[str, str]]

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """A page, for its reader alone: its address may be a secret."""
        speech = speech_of(request)
        body = render_template(
            f"{self.folder}/{template}", style=SHEET, speech=speech, say=self.saying(speech), when=when,
            other=f"{request.path}?lang={speech.other}", **values,
        )  # fmt: skip
        response = fresh(Response(body, status))
        response.headers.update({"X-Robots-Tag": "noindex", "Vary": "Accept-Language"})
        return response

    def saying(self, speech: Speech) -> Callable[..., str]:
        """How this reader is told a text; raises KeyError for one that there is not."""
        place = LANGUAGES.index(speech.lang)
        return lambda key, **values: self.words[key][place].format(**values)

    def problem_of(self, error: CommandRefused | StoreError) -> tuple[str, int]:
        """What is wrong, in the reader's language, and the status that says so. What is no secret is one that opens
        nothing."""
        code = error.code if isinstance(error, CommandRefused) else "storing"
        said = self.saying(speech_of(request))(code if code in self.words else "not_allowed")
        return said, 404 if code == "malformed" else CODES.get(code, 400)

    def trouble(self, error: CommandRefused | StoreError) -> Response:
        """A page that says why there is nothing to be seen."""
        problem, status = self.problem_of(error)
        return self.page("trouble.html", status, title=problem)

    def fault_page(self, fault: FaultError) -> Response:
        """What is wrong with a request itself, as a page."""
        response = self.page("trouble.html", fault.status, title=fault.message[speech_of(request).lang])
        response.headers.update(fault.headers)
        return response

    def answer_for(self, routes: Blueprint) -> None:
        """From now on whatever is wrong at these routes is told by a page."""
        routes.register_error_handler(FaultError, self.fault_page)
        routes.register_error_handler(HTTPException, lambda error: self.fault_page(FaultError(error.code or 500)))
        routes.register_error_handler(StoreError, self.trouble)
        routes.register_error_handler(CommandRefused, self.trouble)


def asked() -> str:
    """The language that the address names, for the next one."""
    speech = speech_of(request)
    return f"?lang={speech.asked}" if speech.asked else ""


def when(ms: int) -> datetime:
    """A moment, for ``<time>``."""
    return datetime.fromtimestamp(ms / 1000, UTC)
