"""A visitor's side: the form at a booth, and the letter behind its private link. No script, no account."""

from __future__ import annotations

import secrets

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from hallwright.api.letters.desk import Box, Desk, Names, typed
from hallwright.api.letters.pages import PAGES
from hallwright.api.people import gate as at
from hallwright.api.private import asked
from hallwright.api.reference.codes import HALL
from hallwright.api.reference.endpoints import PAGE, described
from hallwright.api.shapes.letters import Acting, Asking
from hallwright.api.shapes.venues import Language
from hallwright.api.text.speaking import speech_of
from hallwright.errors import CommandRefused, StoreError
from hallwright.organizer.halls import Hall

CARD = ("name", "company", "email", "phone", "note")
LONGEST_FORM = 64_000  # bytes
AT_ALL = (*HALL, "unavailable", "too_fast", "storing")
"""How every page of letters may refuse."""
WRITING = ("too_large", "not_allowed", "bad_text", "bad_reason", "filtered", "letter_too_long")
DONE = ("unknown_letter", "letter_closed", "letter_full", "reported_lately")


def add_pages(routes: Blueprint, desk: Desk) -> None:
    """The form and the letter."""
    _add_form(routes, desk)
    _add_letter(routes, desk)


def _add_form(routes: Blueprint, desk: Desk) -> None:
    @routes.get("/text/<venue>/booths/<booth>/ask")
    @described(
        "The form for a letter to a booth.", PAGE, query=Language, pages=True, refusals=(*AT_ALL, "unknown_booth")
    )
    def ask(venue: str, booth: str) -> AnyResponse:
        hall, _ = desk.open(venue)
        names = desk.names(hall, speech_of(request))
        if booth not in names.tour.booths:
            return PAGES.trouble(CommandRefused("unknown_booth", booth))
        return form(names, booth, secrets.token_urlsafe(24))

    @routes.post("/text/<venue>/booths/<booth>/ask")
    @described(
        "Sends a letter, and leads to it.", None, form=Asking, pages=True, ours=True, redirects=(303,),
        refusals=(
            *AT_ALL, *WRITING, "unknown_letter", "unknown_booth", "unknown_placement", "letter_consent", "bad_card",
            "bad_nickname", "crowded",
        ),
    )
    def send(venue: str, booth: str) -> AnyResponse:
        at.check_our_pages()
        request.max_content_length = LONGEST_FORM
        hall, box = desk.open(venue)
        secret = typed("secret", 64)
        try:
            bearer = box.visitor(secret, typed("signature", 200))
            card = {key: typed(f"card_{key}", 1000) for key in CARD}
            given = "consent" in request.form, "card_consent" in request.form
            box.inquire(bearer, booth, typed("placement", 64) or None, typed("text"), card, *given)
        except (CommandRefused, StoreError) as error:
            problem, status = PAGES.problem_of(error)
            return form(desk.names(hall, speech_of(request)), booth, secret, problem, status)
        return redirect(url_for("letters.read", venue=hall.id, secret=secret) + asked(), 303)


def _add_letter(routes: Blueprint, desk: Desk) -> None:
    @routes.get("/text/<venue>/letters/<secret>")
    @described(
        "A letter, for who wrote it.", PAGE, query=Language, pages=True, refusals=(*AT_ALL, "unknown_letter")
    )
    def read(venue: str, secret: str) -> AnyResponse:
        hall, box = desk.open(venue)
        return letter(desk, hall, box, secret)

    @routes.post("/text/<venue>/letters/<secret>")
    @described(
        "Writes on, ends, reports or erases one's letter.", PAGE, form=Acting, pages=True, ours=True, redirects=(303,),
        refusals=(*AT_ALL, *WRITING, *DONE),
    )
    def act(venue: str, secret: str) -> AnyResponse:
        at.check_our_pages()
        request.max_content_length = LONGEST_FORM
        hall, box = desk.open(venue)
        try:
            if typed("do", 16) == "erase":
                box.erase(box.visitor(secret, ""))
                return PAGES.page("trouble.html", title=PAGES.saying(speech_of(request))("erased"))
            _do(box, secret)
        except (CommandRefused, StoreError) as error:
            return letter(desk, hall, box, secret, *PAGES.problem_of(error))
        return redirect(url_for("letters.read", venue=hall.id, secret=secret) + asked(), 303)


def _do(box: Box, secret: str) -> None:
    match typed("do", 16):
        case "write":
            first = box.read(box.visitor(secret, "")).events
            name = str(first[0].get("name", "")) if first else ""
            box.write(box.visitor(secret, name), typed("text"), typed("key", 64) or None)
        case "end":
            box.end(box.visitor(secret, ""))
        case "report":
            box.report(box.visitor(secret, ""), typed("reason", 1000))
        case _:
            raise CommandRefused("not_allowed", "nothing is asked")


def form(names: Names, booth: str, secret: str, problem: str = "", status: int = 200) -> Response:
    """The form; what was typed stays."""
    known = names.tour.booths.get(booth)
    ids = [each.placement for each in known.exhibits if each.placement] if known else []
    shown = [(placement, names.placement(placement)) for placement in ids]
    return PAGES.page(
        "ask.html", status, names=names, booth=booth, secret=secret, problem=problem, shown=shown, card=CARD,
        filled=request.form,
    )  # fmt: skip


def letter(desk: Desk, hall: Hall, box: Box, secret: str, problem: str = "", status: int = 200) -> Response:
    """The letter as it is; what is shown counts as read."""
    try:
        told = box.read(box.visitor(secret, ""))
        if not told.events:
            raise CommandRefused("unknown_letter", "there is none")
        if told.line["unread"]:
            box.see(box.visitor(secret, ""))
    except (CommandRefused, StoreError) as error:
        return PAGES.trouble(error)
    names = desk.names(hall, speech_of(request))
    return PAGES.page(
        "letter.html", status, names=names, told=told, problem=problem, key=secrets.token_urlsafe(12),
        filled=request.form if problem else {}, where=request.path + asked(), back=names.address(told.line["booth"]),
    )  # fmt: skip
