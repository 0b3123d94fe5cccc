"""The guide: a question in words, answered from what the venue says of itself."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from flask import Blueprint, Response, jsonify, request, url_for

from hallwright.api.faults import FaultError, malformed
from hallwright.api.programme import utc
from hallwright.api.reference.codes import HALL
from hallwright.api.reference.endpoints import described
from hallwright.api.search import lang_asked, not_yet
from hallwright.api.shapes import finding as shapes
from hallwright.api.venues import ready_hall
from hallwright.api.ways import Pace
from hallwright.knowledge.guide.answer import Answer, Citation, Offer
from hallwright.knowledge.guide.asking import LONGEST, question_of
from hallwright.knowledge.guide.library import Thing
from hallwright.organizer.asking import Answered, Asked, answered
from hallwright.organizer.halls import Hall, Halls
from hallwright.organizer.planning import Plan
from hallwright.organizer.sitting import Sitting

Json = dict[str, Any]
Phrase = Callable[[str, Answer], Answer]
PLAN_TURNS = 10  # of routes, that a plan is as much work as
POINT = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?),(-?\d{1,6}(?:\.\d{1,6})?)\Z")
PAGES = {"area": "area", "zone": "zone", "booth": "booth", "exhibit": "exhibit", "board": "board"}
"""Kinds of things that have a page of the text tour of their own."""


@dataclass(frozen=True, slots=True)
class Counter:
    """Where the guide is asked. ``wait`` says for how many seconds whoever asks must wait first, ``pace`` is that of
    routes; ``sitting`` is the programme of a venue, ``phrase`` says an answer to a question in other words."""

    wait: Callable[[], float] = lambda: 0.0
    pace: Pace = field(default_factory=Pace)
    sitting: Callable[[str], Sitting | None] | None = None
    phrase: Phrase = lambda question, answer: answer

    def ask(self, hall: Hall, asked: Asked) -> Answered:
        """What the guide says; raises FaultError 429, 404 and 503."""
        wait = self.wait() or (self.pace.wait(PLAN_TURNS) if question_of(asked.question).minutes else 0.0)
        if wait > 0:
            raise FaultError(429, headers={"Retry-After": str(math.ceil(wait))})
        sitting = self.sitting(hall.id) if self.sitting else None
        try:
            told = answered(hall, asked, sitting, self.pace.pause)
        except KeyError:
            en, zh = f"There is no “{asked.about}” in this venue.", f"本场馆中没有“{asked.about}”。"
            raise FaultError(404, "unknown_place", en=en, zh=zh) from None
        if told is None:
            raise not_yet(hall)
        return told if told.plan or asked.about else replace(told, answer=self.phrase(asked.question, told.answer))


def blueprint(halls: Halls, counter: Counter) -> Blueprint:
    """``/api/v1/venues/{id}/answers``."""
    routes = Blueprint("answers", __name__)

    @routes.get("/api/v1/venues/<venue>/answers")
    @described(
        "What the guide answers, with the passages that say it and what may be done next.", shapes.Answer,
        query=shapes.Asked, refusals=(*HALL, "malformed", "unknown_place", "too_fast", "indexing", "no_index"),
    )
    def answers(venue: str) -> Response:
        hall = ready_hall(halls, venue)
        told = counter.ask(hall, _asked())
        response = jsonify(_answer(hall, told))
        response.headers["Cache-Control"] = "no-store"
        return response

    return routes


def _asked() -> Asked:
    question, about = request.args.get("q", "").strip(), request.args.get("about", "").strip()
    if bool(question) == bool(about) or len(question) > LONGEST or len(about) > LONGEST:
        en = f'either "q" or "about" is a text of 1 to {LONGEST} characters'
        raise malformed(en, f"“q”或“about”应为 1 至 {LONGEST} 个字符的文本，且只给其一")
    at = request.args.get("at", "")
    point = POINT.match(at)
    if at and point is None:
        raise malformed('"at" is x,y in metres', "“at”应为以米计的 x,y")
    area = request.args.get("area", "")[:80]
    return Asked(question, about, lang_asked(), area, (float(point[1]), float(point[2])) if point else None)


def _answer(hall: Hall, told: Answered) -> Json:
    answer = told.answer
    return {
        "revision": hall.revision, "lang": answer.lang, "known": answer.known, "text": answer.text,
        "citations": [_citation(hall, each, answer.lang) for each in answer.citations],
        "actions": [*([_plan(told.plan)] if told.plan else []), *map(_offer, answer.offers)],
    }  # fmt: skip


def _citation(hall: Hall, citation: Citation, lang: str) -> Json:
    thing = citation.thing
    return {
        "key": thing.key, "kind": thing.kind, "id": thing.id, "area": thing.answer["area"], "title": _title(thing),
        "quote": citation.quote, "link": page_of(thing, hall.id, lang),
    }  # fmt: skip


def _offer(offer: Offer) -> Json:
    to = {"to": offer.thing.answer["goal"]} if offer.do == "go" else {}
    return {"do": offer.do, "key": offer.thing.key, **to, "title": _title(offer.thing)}


def _plan(plan: Plan) -> Json:
    stops = [
        {
            "key": stop.thing.key, "to": stop.thing.answer["goal"], "title": _title(stop.thing),
            "minutes": stop.minutes,
            **({"starts": utc(stop.starts)} if stop.starts else {}),
        }
        for stop in plan.stops
    ]  # fmt: skip
    return {"do": "plan", "minutes": plan.minutes, "metres": plan.metres, "stops": stops}


def _title(thing: Thing) -> dict[str, str]:
    number = thing.answer["number"]
    return {lang: f"{number} {name}".strip() if number != name else name for lang, name in thing.name.items()}


def page_of(thing: Thing, venue: str, lang: str | None) -> str:
    """The page of the text tour that tells of a thing."""
    if thing.kind in PAGES:
        return url_for(f"text.{PAGES[thing.kind]}", venue=venue, id=thing.id, lang=lang)
    if thing.kind == "session":
        return url_for("text.programme", venue=venue, lang=lang, _anchor=f"session-{thing.id}")
    area = thing.answer["area"]
    return url_for("text.area", venue=venue, id=area, lang=lang, _anchor=f"{thing.kind}-{thing.id}")
