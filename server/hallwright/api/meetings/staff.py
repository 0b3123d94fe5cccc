"""The staff's side: what their booths offer, the buyers who match, requests and meetings, and what came of them."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from hallwright.api.letters.staff import StrangerError
from hallwright.api.meetings.buyer import AT_ALL, DONE, WRITING
from hallwright.api.meetings.calendars import CALENDAR, calendar_response
from hallwright.api.meetings.desk import Book, MeetingDesk
from hallwright.api.meetings.forms import LANGUAGES, LONGEST_FORM, OUTCOMES, act
from hallwright.api.meetings.pages import PAGES
from hallwright.api.meetings.telling import telling_of
from hallwright.api.people import gate as at
from hallwright.api.private import asked
from hallwright.api.reference.endpoints import PAGE, described
from hallwright.api.shapes.meetings import OfBooth, StaffActing
from hallwright.api.text.speaking import speech_of
from hallwright.errors import CommandRefused, StoreError
from hallwright.organizer.halls import Hall
from hallwright.store.accounts import Account


def come(desk: MeetingDesk, venue: str) -> tuple[Account, Hall, Book]:
    """Who comes, and to what; raises StrangerError, and what ``MeetingDesk.open`` raises."""
    account = desk.letters.gate.account()
    if account is None:
        raise StrangerError
    return account, *desk.open(venue)


def booth_of(account: Account, named: str) -> str:
    """The booth that is named, or the first. Raises CommandRefused ``not_allowed`` for who is not its staff."""
    if not account.booths or (named and named not in account.booths):
        raise CommandRefused("not_allowed", "meetings of a booth are for its staff")
    return named or account.booths[0]


def add_pages(routes: Blueprint, desk: MeetingDesk) -> None:
    """``/staff/{venue}/meetings``."""
    routes.register_error_handler(StrangerError, lambda _: PAGES.page("stranger.html", 401))
    refusals = (*AT_ALL, "not_logged_in", "not_allowed", "unknown_booth")

    @routes.get("/staff/<venue>/meetings")
    @described(
        "The meetings of a booth of the staff, with outcomes, and whom it matches.", PAGE, query=OfBooth, key="login",
        pages=True, refusals=refusals,
    )
    def staffed(venue: str) -> AnyResponse:
        account, hall, book = come(desk, venue)
        return listed(desk, hall, book, account)

    @routes.get("/staff/<venue>/meetings.ics")
    @described(
        "The booked meetings of all booths of the staff as a calendar.", CALENDAR, query=OfBooth, key="login",
        pages=True, refusals=refusals,
    )
    def staff_calendar(venue: str) -> AnyResponse:
        account, hall, book = come(desk, venue)
        booth_of(account, "")
        speech = speech_of(request)
        told = [telling_of(desk, hall, each, speech) for each in kept(desk, book, account)]
        return calendar_response(told, url_for("meetings.staffed", venue=hall.id, _external=True))

    @routes.post("/staff/<venue>/meetings")
    @described(
        "Says what a booth offers; asks for a meeting, answers, moves or cancels one; says what came of it.", PAGE,
        form=StaffActing, key="login", pages=True, ours=True, redirects=(303,), refusals=(*refusals, *WRITING, *DONE),
    )
    def act_for(venue: str) -> AnyResponse:
        at.check_our_pages()
        request.max_content_length = LONGEST_FORM
        account, hall, book = come(desk, venue)
        try:
            booth = booth_of(account, request.form.get("booth", "")[:64])
            act(book, desk.parties, desk.parties.booth(booth))
        except (CommandRefused, StoreError) as error:
            return listed(desk, hall, book, account, *PAGES.problem_of(error))
        lang = speech_of(request).asked
        return redirect(url_for("meetings.staffed", venue=hall.id, booth=booth, lang=lang), 303)


def kept(desk: MeetingDesk, book: Book, account: Account) -> list[dict[str, Any]]:
    """What is kept of each booth of the staff where one can meet. Raises CommandRefused ``unknown_booth`` for none."""
    found = []
    for booth in account.booths:
        try:
            found.append(book.mine(desk.parties.booth(booth)))
        except CommandRefused:
            continue
    if not found:
        raise CommandRefused("unknown_booth", "one can meet at none of these booths")
    return found


def listed(
    desk: MeetingDesk, hall: Hall, book: Book, account: Account, problem: str = "", status: int = 200
) -> Response:  # fmt: skip
    """Requests first, then the meetings, the buyers who match, and the profile of the booth."""
    if not account.booths:
        return PAGES.page("trouble.html", 403, title="", no_booths=True)
    named = (request.form.get("booth") or request.args.get("booth") or "")[:64]
    try:
        booth = booth_of(account, named)
        party = desk.parties.booth(booth)
        told = telling_of(desk, hall, book.mine(party), speech_of(request))
        matches = book.matches(party)
    except (CommandRefused, StoreError) as error:
        return PAGES.trouble(error)
    return PAGES.page(
        "mine.html", status, told=told, matches=matches, problem=problem, spoken=LANGUAGES, outcomes=OUTCOMES,
        booth=booth, booths=account.booths, venue=hall.id, where=request.path + asked(),
        calendar=url_for("meetings.staff_calendar", venue=hall.id) + asked(),
        letters=url_for("letters.inbox", venue=hall.id) + asked(),
    )  # fmt: skip
