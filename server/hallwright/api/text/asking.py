"""A page to ask the guide: a form, and what it said. It needs no script."""

from __future__ import annotations

from flask import Response, request

from hallwright.api.answers import page_of
from hallwright.api.faults import FaultError
from hallwright.api.text.pages import Reading
from hallwright.knowledge.guide.asking import LONGEST
from hallwright.organizer.asking import Answered, Asked


def ask(page: Reading) -> Response:
    """A question to the guide, and its answer."""
    query = " ".join(request.args.get("q", "").split())[:LONGEST]
    about = request.args.get("about", "")[:LONGEST]
    start = page.tour.areas[page.tour.start]
    told: Answered | None = None
    trouble: FaultError | None = None
    if query or about:
        try:
            here = Asked(query, "" if query else about, page.speech.lang, start.id, start.spot.at)
            told = page.library.counter.ask(page.hall, here)
        except FaultError as fault:
            trouble = fault
    response = page.live(
        "ask.html", start.spot, page.trail(start)[:1], asked=query, told=told, trouble=trouble, longest=LONGEST,
        page_of=lambda thing: page_of(thing, page.tour.venue, page.speech.asked),
    )  # fmt: skip
    if trouble:
        response.status_code = trouble.status
        response.headers.pop("ETag", None)
        response.headers.update({"Cache-Control": "no-store", **trouble.headers})
    return response
