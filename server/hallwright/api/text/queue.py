"""The line at an exhibit on a page that needs no script: one lines up, begins and leaves by sending a form.

Who waits is known again by the cookie of whoever takes part by pages (``floor``), set when they line up and not before.
The page is loaded again by itself only where the reader asks for that.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil
from typing import Any, Literal

from flask import Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from hallwright.api.faults import FaultError
from hallwright.api.people.gate import check_our_pages
from hallwright.api.text.floor import LONGEST_FORM, keep_reader, secret_of
from hallwright.api.text.now import LiveSide, QueueNow
from hallwright.api.text.pages import Reading
from hallwright.api.text.speaking import Speech
from hallwright.errors import CommandRefused, StoreError
from hallwright.organizer.tour import Placement

EVERY = 20  # s between two loads of a page whose reader wants that
TOLD = frozenset({"too_fast", "storing", "queue_closed", "queue_full", "too_many_queues", "not_called"})
"""Refusals for which the page has words of its own."""
State = Literal["outside", "waiting", "called", "trying"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands for a reader, in words."""

    state: State
    told: str
    rule: str
    closed: bool


def queue(page: Reading, id: str) -> Response:
    """The line at an exhibit, and where one stands in it."""
    placement, live = _placement(page, id), page.library.live
    standing = standing_of(page, id)
    if live is None or standing is None:
        raise FaultError(404, "unknown_place", en="Nobody lines up there.", zh="此处无需排队。")
    told = request.args.get("told", "")
    problem = page.speech.say(f"unsent_{told if told in TOLD else 'other'}") if told else ""
    again = EVERY if request.args.get("again") == "1" and standing.state != "outside" else 0
    trail = page.trail(page.tour.areas[placement.spot.area], placement.spot.zone)
    answer = page.live(
        "queue.html", placement.spot, trail, placement=placement, standing=standing, problem=problem, again=again,
        every=EVERY, action=page.links.page("lining_up", id=id),
    )  # fmt: skip
    return own(answer)


def lining_up(page: Reading, id: str) -> AnyResponse:
    """Do what a form wishes, and show the page again."""
    check_our_pages()
    _placement(page, id)
    request.max_content_length = LONGEST_FORM
    known = secret_of(request)
    secret, wish = known or secrets.token_urlsafe(24), request.form.get("wish", "")
    told = _wish(page.library.live, page.tour.venue, wish, id, secret)
    more = {"told": told} if told else {}
    answer = redirect(page.links.page("queue", id=id, **more), 303)
    answer.headers["Cache-Control"] = "no-store"
    if not told and not known:
        keep_reader(answer, secret)
    return answer


def own(answer: Response) -> Response:
    """A page that says where its reader stands."""
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.vary.add("Cookie")
    return answer


def standing_of(page: Reading, id: str) -> Standing | None:
    """How it stands for the reader at a placement; None where nobody lines up."""
    live = page.library.live
    try:
        now = live.queuing.told(page.tour.venue, id, secret_of(request)) if live else None
    except KeyError:
        now = None
    return _standing(page.speech, now) if now else None


def _standing(speech: Speech, now: QueueNow) -> Standing:
    rule = speech.say("queue_rule", n=now.plan.at_once, time=lasting(speech, now.plan.turn))
    state, told = _told(speech, now)
    return Standing(state, told, rule, now.line["closed"])


def _told(speech: Speech, now: QueueNow) -> tuple[State, str]:
    place = next((each for each in now.line["places"] if each["who"] == now.reader), None)
    if place and place["until"] is not None:
        ends = datetime.fromtimestamp(place["until"], UTC).strftime("%H:%M:%S UTC")
        if place["taken"]:
            return "trying", speech.say("queue_trying", time=ends)
        return "called", speech.say("queue_called", time=ends)
    if now.position:
        wait = lasting(speech, now.wait(now.position))
        return "waiting", speech.say("queue_mine", place=now.position, wait=wait)
    if now.line["closed"]:
        return "outside", speech.say("queue_shut")
    waiting = sum(1 for each in now.line["places"] if each["until"] is None)
    wait_s = now.wait(waiting + 1)
    if not waiting and not wait_s:
        return "outside", speech.say("queue_free")
    return "outside", speech.say("queue_long", n=waiting, wait=lasting(speech, wait_s))


def lasting(speech: Speech, seconds: float) -> str:
    """How long something takes, roughly and never less."""
    if seconds < 90:
        return speech.say("queue_seconds", n=max(10, ceil(seconds / 10) * 10))
    return speech.say("queue_minutes", n=ceil(seconds / 60))


def _wish(live: LiveSide | None, venue: str, wish: str, id: str, secret: str) -> str:
    """Nothing, or why not."""
    if live is None:
        return "internal"
    try:
        live.queuing.wish(venue, wish, id, secret)
    except CommandRefused as refused:
        return refused.code
    except KeyError:
        return "unknown_venue"
    except StoreError:
        return "storing"
    return ""


def _placement(page: Reading, id: str) -> Placement:
    placement: Any = page.tour.placements.get(id)
    if placement is None:
        en, zh = f"There is no “{id}” in this venue; it may have gone.", f"本场馆中没有“{id}”，可能已被移除。"
        raise FaultError(404, "unknown_place", en=en, zh=zh)
    return placement  # type: ignore[no-any-return]
