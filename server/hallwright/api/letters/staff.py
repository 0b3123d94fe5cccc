"""The staff's side: the inbox of their booths, each letter, and the cards that were left. It needs no script."""

from __future__ import annotations

import secrets

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from hallwright.api.letters import table
from hallwright.api.letters.desk import Box, Desk, typed
from hallwright.api.letters.pages import PAGES
from hallwright.api.letters.visitor import AT_ALL, DONE, LONGEST_FORM, WRITING
from hallwright.api.people import gate as at
from hallwright.api.people.routes import NEVER
from hallwright.api.private import asked
from hallwright.api.reference.codes import HALL
from hallwright.api.reference.endpoints import PAGE, Media, described
from hallwright.api.shapes.letters import Answering, Listing
from hallwright.api.shapes.venues import Language
from hallwright.api.text.speaking import speech_of
from hallwright.api.venues import ready_hall
from hallwright.errors import CommandRefused, StoreError
from hallwright.organizer.halls import Hall
from hallwright.store.accounts import Account

STANDINGS = ("open", "answered", "closed")
MODERATORS = ("moderator", "organizer")
FULL = 100  # letters of a page


class StrangerError(Exception):
    """Nobody with an account asks."""


def come(desk: Desk, venue: str) -> tuple[Account, Hall, Box]:
    """Who comes, and to what; raises StrangerError, and what ``Desk.open`` raises."""
    account = desk.gate.account()
    if account is None:
        raise StrangerError
    return account, *desk.open(venue)


def add_pages(routes: Blueprint, desk: Desk) -> None:
    """``/staff`` and below."""
    routes.register_error_handler(StrangerError, lambda _: PAGES.page("stranger.html", 401))
    _add_lists(routes, desk)
    _add_letter(routes, desk)


def _add_lists(routes: Blueprint, desk: Desk) -> None:

    @routes.get("/staff")
    @described(
        "The way to the letters of the venue.", None, query=Language, pages=True, redirects=(302,), refusals=HALL
    )
    def start() -> AnyResponse:
        hall = next((each for each in desk.halls if each.manifest is not None), None)
        return redirect(url_for("letters.inbox", venue=ready_hall(desk.halls, hall.id if hall else "").id) + asked())

    @routes.get("/staff/<venue>")
    @described(
        "Letters to the booths of the staff; to moderators, those that were reported.", PAGE, query=Listing,
        key="login", pages=True, refusals=(*AT_ALL, "not_logged_in", "not_allowed"),
    )
    def inbox(venue: str) -> AnyResponse:
        account, hall, box = come(desk, venue)
        return letters(desk, hall, box, account)

    @routes.get("/staff/<venue>/cards.csv")
    @described(
        "The cards that were left at the booths of the staff, as a table.", Media.of("text/csv"), query=Language,
        key="login", pages=True, refusals=(*AT_ALL, "not_logged_in", "not_allowed"),
    )
    def cards(venue: str) -> AnyResponse:
        account, hall, box = come(desk, venue)
        try:
            left = box.cards(box.staff("", account))
        except (CommandRefused, StoreError) as error:
            return PAGES.trouble(error)
        speech = speech_of(request)
        body = table.written(left, desk.names(hall, speech), PAGES.saying(speech))
        name = f"cards-{hall.id}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return at.fresh(Response(body, mimetype="text/csv", headers=headers))


def _add_letter(routes: Blueprint, desk: Desk) -> None:
    @routes.get("/staff/<venue>/letters/<letter>")
    @described(
        "A letter, for the staff of its booth.", PAGE, query=Language, key="login", pages=True,
        refusals=(*AT_ALL, "not_logged_in", "unknown_letter"),
    )
    def show(venue: str, letter: str) -> AnyResponse:
        account, hall, box = come(desk, venue)
        return opened(desk, hall, box, account, letter)

    @routes.post("/staff/<venue>/letters/<letter>")
    @described(
        "Answers, ends or reports a letter.", None, form=Answering, key="login", pages=True, ours=True,
        redirects=(303,), refusals=(*AT_ALL, *WRITING, *DONE, "not_logged_in"),
    )
    def answer(venue: str, letter: str) -> AnyResponse:
        at.check_our_pages()
        request.max_content_length = LONGEST_FORM
        account, hall, box = come(desk, venue)
        try:
            _do(box, letter, account)
        except (CommandRefused, StoreError) as error:
            return opened(desk, hall, box, account, letter, *PAGES.problem_of(error))
        return redirect(url_for("letters.show", venue=hall.id, letter=letter) + asked(), 303)


def _do(box: Box, letter: str, account: Account) -> None:
    bearer = box.staff(letter, account)
    match typed("do", 16):
        case "write":
            box.write(bearer, typed("text"), typed("key", 64) or None)
        case "end":
            box.end(bearer)
        case "report":
            box.report(bearer, typed("reason", 1000))
        case _:
            raise CommandRefused("not_allowed", "nothing is asked")


def letters(desk: Desk, hall: Hall, box: Box, account: Account) -> Response:
    """The list, the newest first."""
    standing = request.args.get("standing")
    standing = standing if standing in STANDINGS else None
    moderates = account.role in MODERATORS
    try:
        before = request.args.get("before", type=int)
        before = None if before is None else max(0, min(before, NEVER))
        lines = box.inbox(box.staff("", account), standing, before) if account.booths or moderates else []
    except (CommandRefused, StoreError) as error:
        return PAGES.trouble(error)
    older = lines[-1]["last"] if len(lines) >= FULL else None
    return PAGES.page(
        "inbox.html", venue=hall.id, names=desk.names(hall, speech_of(request)), lines=lines, standing=standing,
        standings=STANDINGS, older=older, account=account, moderates=moderates, lang=speech_of(request).asked,
    )  # fmt: skip


def opened(
    desk: Desk, hall: Hall, box: Box, account: Account, letter: str, problem: str = "", status: int = 200
) -> Response:
    """A letter; what is shown to the staff counts as read."""
    bearer = box.staff(letter, account)
    try:
        told = box.read(bearer)
        if told.side == "staff" and told.line["unread"]:
            box.see(bearer)
    except (CommandRefused, StoreError) as error:
        return PAGES.trouble(error)
    return PAGES.page(
        "letter.html", status, names=desk.names(hall, speech_of(request)), told=told, problem=problem,
        key=secrets.token_urlsafe(12), filled=request.form if problem else {}, where=request.path + asked(),
        back=url_for("letters.inbox", venue=hall.id) + asked(),
    )  # fmt: skip
