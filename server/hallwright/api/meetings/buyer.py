"""A buyer's side: the form of a profile, and the meetings behind a private link. No script, no account."""

from __future__ import annotations

import secrets
from typing import Any

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from hallwright.api.meetings.calendars import CALENDAR, calendar_response
from hallwright.api.meetings.desk import Book, MeetingDesk
from hallwright.api.meetings.forms import LANGUAGES, LONGEST_FORM, OUTCOMES, act, filled_in, keep_profile
from hallwright.api.meetings.pages import PAGES
from hallwright.api.meetings.telling import telling_of
from hallwright.api.people import gate as at
from hallwright.api.private import asked
from hallwright.api.reference.codes import HALL
from hallwright.api.reference.endpoints import PAGE, described
from hallwright.api.shapes.meetings import BuyerActing, BuyerProfile
from hallwright.api.shapes.venues import Language
from hallwright.api.text.speaking import speech_of
from hallwright.errors import CommandRefused, StoreError
from hallwright.organizer.halls import Hall

AT_ALL = (*HALL, "unavailable", "not_found", "too_fast", "storing")
"""How every page of meetings may refuse."""
WRITING = ("too_large", "malformed", "not_allowed", "bad_profile", "filtered", "crowded")
DONE = (
    "bad_text", "unknown_buyer", "unknown_booth", "unknown_meeting", "unknown_slot", "slot_taken",
    "slot_over", "meeting_standing", "met_already", "too_many_meetings",
)  # fmt: skip


def add_pages(routes: Blueprint, desk: MeetingDesk) -> None:
    """The form and the meetings."""
    _add_form(routes, desk)
    _add_meetings(routes, desk)


def _add_form(routes: Blueprint, desk: MeetingDesk) -> None:
    @routes.get("/text/<venue>/meet")
    @described("The form that says what a buyer needs.", PAGE, query=Language, pages=True, refusals=AT_ALL)
    def start(venue: str) -> AnyResponse:
        hall, book = desk.open(venue)
        return form(desk, hall, book, secrets.token_urlsafe(24))

    @routes.post("/text/<venue>/meet")
    @described(
        "Keeps what a buyer needs, and leads to whom they match.", None, form=BuyerProfile, pages=True, ours=True,
        redirects=(303,), refusals=(*AT_ALL, *WRITING, "meeting_consent"),
    )
    def begin(venue: str) -> AnyResponse:
        at.check_our_pages()
        request.max_content_length = LONGEST_FORM
        hall, book = desk.open(venue)
        secret = request.form.get("secret", "")[:64]
        try:
            keep_profile(book, desk.parties, desk.parties.buyer(secret))
        except (CommandRefused, StoreError) as error:
            return form(desk, hall, book, secret, *PAGES.problem_of(error))
        return redirect(url_for("meetings.mine", venue=hall.id, secret=secret) + asked(), 303)


def _add_meetings(routes: Blueprint, desk: MeetingDesk) -> None:
    @routes.get("/text/<venue>/meet/<secret>")
    @described("Whom a buyer matches, and their meetings.", PAGE, query=Language, pages=True, refusals=AT_ALL)
    def mine(venue: str, secret: str) -> AnyResponse:
        hall, book = desk.open(venue)
        return listed(desk, hall, book, secret)

    @routes.get("/text/<venue>/meet/<secret>.ics")
    @described(
        "The booked meetings of a buyer as a calendar.", CALENDAR, query=Language, pages=True, refusals=AT_ALL
    )
    def calendar(venue: str, secret: str) -> AnyResponse:
        hall, book = desk.open(venue)
        told = telling_of(desk, hall, book.mine(desk.parties.buyer(secret)), speech_of(request))
        return calendar_response([told], url_for("meetings.mine", venue=hall.id, secret=secret, _external=True))

    @routes.post("/text/<venue>/meet/<secret>")
    @described(
        "Asks for a meeting, answers, moves or cancels one, or forgets a buyer.", PAGE, form=BuyerActing, pages=True,
        ours=True, redirects=(303,), refusals=(*AT_ALL, *WRITING, *DONE, "meeting_consent"),
    )
    def act_on(venue: str, secret: str) -> AnyResponse:
        at.check_our_pages()
        request.max_content_length = LONGEST_FORM
        hall, book = desk.open(venue)
        try:
            party = desk.parties.buyer(secret)
            if request.form.get("do") == "forget":
                book.forget(party)
                return PAGES.page("trouble.html", title=PAGES.saying(speech_of(request))("forgotten"))
            act(book, desk.parties, party)
        except (CommandRefused, StoreError) as error:
            return listed(desk, hall, book, secret, *PAGES.problem_of(error))
        return redirect(url_for("meetings.mine", venue=hall.id, secret=secret) + asked(), 303)


def form(
    desk: MeetingDesk, hall: Hall, book: Book, secret: str, problem: str = "", status: int = 200
) -> Response:  # fmt: skip
    """The form; what was typed stays."""
    try:
        kept = book.mine(desk.parties.buyer(secret))
    except (CommandRefused, StoreError) as error:
        return PAGES.trouble(error)
    profile: dict[str, Any] = filled_in() if request.method == "POST" else kept["profile"]
    told = telling_of(desk, hall, {**kept, "profile": profile}, speech_of(request))
    return PAGES.page("new.html", status, told=told, problem=problem, secret=secret, spoken=LANGUAGES)


def listed(
    desk: MeetingDesk, hall: Hall, book: Book, secret: str, problem: str = "", status: int = 200
) -> Response:  # fmt: skip
    """Matches and meetings; the form where nothing is kept yet."""
    try:
        party = desk.parties.buyer(secret)
        told = telling_of(desk, hall, book.mine(party), speech_of(request))
        if not told.begun_profile:
            return form(desk, hall, book, secret, problem, status)
        matches = book.matches(party)
    except (CommandRefused, StoreError) as error:
        return PAGES.trouble(error)
    return PAGES.page(
        "mine.html", status, told=told, matches=matches, problem=problem, spoken=LANGUAGES, outcomes=OUTCOMES,
        where=request.path + asked(), calendar=url_for("meetings.calendar", venue=hall.id, secret=secret) + asked(),
    )  # fmt: skip
