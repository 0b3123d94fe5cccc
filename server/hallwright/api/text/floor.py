"""Questions, polls and reactions of the places of an area, on a page that needs no script: one votes by sending a form.

Who votes is known again by a cookie that is set then, and not before: a secret drawn at random that ends with the
browser's session, and says nothing of anybody.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from flask import Request, Response, redirect, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from hallwright.api.faults import FaultError
from hallwright.api.people.consenting import COOKIE as CONSENT
from hallwright.api.people.gate import check_our_pages
from hallwright.api.text.now import LiveSide
from hallwright.api.text.pages import Reading
from hallwright.errors import CommandRefused, StoreError
from hallwright.organizer.tour import Area, Text

COOKIE = "hallwright-reader"
LONGEST_FORM = 8_192  # bytes
LONGEST_SECRET = 64
REACTIONS = ("clap", "heart", "laugh", "wow", "raise")
DONE = "done"
TOLD = frozenset({
    "consent_needed", "poll_closed", "answered", "too_fast", "crowded", "slow_mode", "filtered", "too_long", "bad_text",
    "too_many_questions", "unknown_poll", "unknown_message", "storing",
})  # fmt: skip
"""Refusals for which the page has words of their own."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of an area and what goes on there: polls, the open ones first, and questions by votes."""

    stream: str
    name: Text
    asks: bool
    polls: list[dict[str, Any]]
    questions: list[dict[str, Any]]


def floor(page: Reading, id: str) -> Response:
    """What goes on in an area, and what became of what was sent."""
    area, live = _area(page, id), page.library.live
    places = list(_places(page, area, live, secret_of(request))) if live else []
    told = request.args.get("told", "")
    problem = page.speech.say(f"unsent_{told if told in TOLD else 'other'}") if told not in ("", DONE) else ""
    answer = page.live(
        "floor.html", area.spot, page.trail(area)[:2], area=area, places=places, reactions=REACTIONS,
        problem=problem, done=told == DONE, unagreed=told == "consent_needed",
        action=page.links.page("taking_part", id=id),
    )  # fmt: skip
    answer.headers["Cache-Control"] = "private, no-cache"  # it says what one has chosen
    answer.vary.add("Cookie")
    return answer


def taking_part(page: Reading, id: str) -> AnyResponse:
    """Do what a form wishes, and show the page again."""
    check_our_pages()
    area, live = _area(page, id), page.library.live
    request.max_content_length = LONGEST_FORM
    secret = secret_of(request) or secrets.token_urlsafe(24)
    told = _wish(page, area, live, secret) if live else "internal"
    answer = redirect(page.links.page("floor", id=id, told=told), 303)
    answer.headers["Cache-Control"] = "no-store"
    if told == DONE and request.form.get("wish") != "react":
        keep_reader(answer, secret)
    return answer


def keep_reader(answer: AnyResponse, secret: str) -> None:
    """Know the reader again until the browser is closed."""
    secure = request.is_secure or request.headers.get("X-Forwarded-Proto") == "https"
    answer.set_cookie(COOKIE, secret, httponly=True, samesite="Strict", secure=secure, path="/text")


def _wish(page: Reading, area: Area, live: LiveSide, secret: str) -> str:
    """``done``, or why not."""
    try:
        name, payload = _read(request.form)
        agreed = request.cookies.get(CONSENT) == "yes"
        live.take_part(page.tour.venue, area.id, (secret, agreed), name, payload)
    except CommandRefused as refused:
        return refused.code
    except KeyError:
        return "unknown_venue"
    except StoreError:
        return "storing"
    return DONE


def _read(form: MultiDict[str, str]) -> tuple[str, dict[str, Any]]:
    """What a form wishes, as it would come over a socket; raises CommandRefused ``malformed``."""
    wish, where = form.get("wish", ""), {"stream": form.get("stream", "")}
    try:
        match wish:
            case "ballot":
                choices = [int(each) for each in form.getlist("choice")[:8]]
                return wish, {**where, "poll": int(form["poll"]), "choices": choices}
            case "vote":
                return wish, {**where, "question": int(form["question"]), "on": form.get("on") != "0"}
            case "ask":
                return wish, {**where, "text": form["text"]}
            case "react":
                return wish, {**where, "reaction": form["reaction"]}
    except (KeyError, ValueError) as fault:
        raise CommandRefused("malformed", f"the form lacks something: {fault}") from fault
    raise CommandRefused("malformed", "a form wishes ballot, vote, ask or react")


def _places(page: Reading, area: Area, live: LiveSide, secret: str) -> Iterator[Place]:
    """The area and its stages, where something can be said now."""
    named = [(f"talk/area/{area.id}", area.name, False)]
    named += [(f"talk/stage/{stage.id}", stage.name, True) for stage in area.stages]
    for stream, name, asks in named:
        try:
            told = live.floor(page.tour.venue, stream, secret)
        except (KeyError, CommandRefused, StoreError):
            continue
        polls = sorted(told["polls"], key=lambda poll: (poll["closed"] is not None, -poll["seq"]))
        shown = [each for each in told["questions"] if not each["hidden"]]
        questions = sorted(shown, key=lambda each: (each["answered"], -each["votes"], each["seq"]))
        yield Place(stream, name, asks, [_seen(poll) for poll in polls], questions)


def _seen(poll: dict[str, Any]) -> dict[str, Any]:
    """A poll with its shares, and its end as a time."""
    voters, ends = poll["voters"], poll["ends"]
    shares = [round(100 * count / voters) if voters else 0 for count in poll.get("counts", ())]
    return {**poll, "shares": shares, "until": datetime.fromtimestamp(ends / 1000, UTC) if ends else None}


def _area(page: Reading, id: str) -> Area:
    area = page.tour.areas.get(id)
    if area is None:
        en, zh = f"There is no “{id}” in this venue; it may have gone.", f"本场馆中没有“{id}”，可能已被移除。"
        raise FaultError(404, "unknown_place", en=en, zh=zh)
    return area


def secret_of(asking: Request) -> str:
    """What the browser is known by; empty where it is not yet."""
    secret = asking.cookies.get(COOKIE, "")
    return secret if len(secret) <= LONGEST_SECRET else ""
