"""The way from here to there: lines to draw, lengths, and hints in words."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, jsonify, request

from hallwright.api.faults import FaultError
from hallwright.api.reference.codes import HALL
from hallwright.api.reference.endpoints import described
from hallwright.api.shapes import finding as shapes
from hallwright.api.venues import RETRY_SECONDS, ready_hall
from hallwright.errors import RouteRefused
from hallwright.organizer.companions import WAYS
from hallwright.organizer.guiding import guide_of
from hallwright.organizer.halls import Hall, Halls
from hallwright.wayfinding.guide import MOST_STOPS, Guide, Guided, Wish, seconds_for
from hallwright.wayfinding.routing import Stretch

Json = dict[str, Any]
FLAGS = {"": True, "1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
STATUS = {"unknown_place": 404, "no_way": 404}
PAIRS_A_TURN = 8  # pairs of stops that are as much work as one route


@dataclass(frozen=True, slots=True)
class Pace:
    """``pause`` lets others go on; ``wait`` takes so many turns and says for how many seconds whoever asks must wait
    first: 0 for not at all."""

    pause: Callable[[], None] = lambda: None
    wait: Callable[[int], float] = lambda turns: 0.0


def blueprint(halls: Halls, pace: Pace) -> Blueprint:
    """``/api/v1/venues/{id}/route``."""
    routes = Blueprint("ways", __name__)

    @routes.get("/api/v1/venues/<venue>/route")
    @described(
        "The way from one place over others.", shapes.Route, query=shapes.Wish,
        refusals=(
            *HALL, "malformed", "out_of_range", "too_many_stops", "unknown_place", "no_way", "indexing", "no_index",
            "too_fast",
        ),
    )
    def route(venue: str) -> Response:
        hall = ready_hall(halls, venue)
        wish = _wish()
        guide = ready_guide(hall)
        admit(wish, pace)
        try:
            guided = guide.guided(wish, pace.pause)
        except RouteRefused as refused:
            raise fault_of(refused) from refused
        response = jsonify(_route(guide, guided, hall.revision))
        response.headers["Cache-Control"] = "no-cache"
        return response

    return routes


def _wish() -> Wish:
    """What is asked for; raises FaultError 400."""
    start, stops = request.args.get("from", "").strip(), tuple(request.args.getlist("to"))
    if not start or not any(stops):
        en, zh = "The request is malformed: “from” and “to” are needed.", "请求格式有误：需要“from”和“to”。"
        raise FaultError(400, "malformed", en=en, zh=zh)
    return Wish(start, stops, *(_flag(name) for name in ("step_free", "optimise", "keep_last")))


def _flag(name: str) -> bool:
    value = request.args.get(name, "0")
    if value not in FLAGS:
        en, zh = f"The request is malformed: “{name}” is 1 or 0.", f"请求格式有误：“{name}”应为1或0。"
        raise FaultError(400, "malformed", en=en, zh=zh)
    return FLAGS[value]


def ready_guide(hall: Hall) -> Guide:
    """The guide of a hall; raises FaultError 503 until it is there."""
    guide = guide_of(hall)
    if guide is None and not hall.awaits(WAYS):
        en, zh = "This hall has no routes; its organizer is told why.", "暂时无法提供路线，主办方已收到提示。"
        raise FaultError(503, "no_index", en=en, zh=zh)
    if guide is None:
        en, zh = "The ways are being surveyed; try again in a moment.", "正在测算路线，请稍候。"
        raise FaultError(503, "indexing", en=en, zh=zh, headers={"Retry-After": RETRY_SECONDS})
    return guide


def admit(wish: Wish, pace: Pace) -> None:
    """Raises FaultError 429 for who asks too much at once; a tour over many stops is as much work as several routes."""
    pairs = len(wish.stops) * (len(wish.stops) + 1) // 2 if wish.optimise else 0
    wait = pace.wait(1 + min(len(wish.stops), MOST_STOPS) // 4 + min(pairs, 78) // PAIRS_A_TURN)
    if wait > 0:
        raise FaultError(429, headers={"Retry-After": str(math.ceil(wait))})


def fault_of(refused: RouteRefused) -> FaultError:
    """A refusal as an answer."""
    en, zh = f"{refused.en[0].upper()}{refused.en[1:]}", refused.zh
    details: dict[str, Any] = refused.details
    return FaultError(
        STATUS.get(refused.code, 400), refused.code,
        en=en if en.endswith("?") else f"{en}.", zh=zh if zh.endswith("？") else f"{zh}。", **details,
    )


def _route(guide: Guide, guided: Guided, revision: str) -> Json:
    route = guided.route
    begun = route.stretches[0]
    length = route.length
    return {
        "revision": revision, "step_free": guided.wish.step_free,
        "length": round(length, 2), "seconds": round(seconds_for(length)),
        "from": _stop(guide, guided.wish.start, route.start, begun, begun.way.start.point),
        "stops": list(_stops(guide, guided)),
        "legs": [_leg(guide, stretch) for stretch in route.stretches],
        "hints": [
            {
                "kind": hint.kind, "leg": hint.leg, "at": _point(hint.at), "distance": round(hint.distance, 1),
                "heading": round(hint.heading, 3), "text": {"en": hint.text.en, "zh": hint.text.zh},
            }
            for hint in guided.hints
        ],
    }  # fmt: skip


def _stops(guide: Guide, guided: Guided) -> list[Json]:
    """The stops in the order in which they are visited."""
    found, distance = [], 0.0
    for leg, stretch in enumerate(guided.route.stretches):
        distance += stretch.way.length
        if stretch.gate < 0:
            number = guided.route.order[stretch.stop]
            place = guided.route.places[stretch.stop]
            stop = _stop(guide, guided.wish.stops[number], place, stretch, stretch.way.end.point)
            found.append(stop | {"index": number, "leg": leg, "distance": round(distance, 2)})
    return found


def _stop(guide: Guide, word: str, number: int, stretch: Stretch, at: tuple[float, float]) -> Json:
    place = guide.place(number)
    return {
        "asked": word, "area": guide.network.areas[stretch.area].id, "at": _point(at),
        "id": place.id if place else None, "kind": place.kind if place else "point",
        "name": {"en": place.name.en, "zh": place.name.zh} if place else None,
        "looks": _point(place.at) if place else None,
    }  # fmt: skip


def _leg(guide: Guide, stretch: Stretch) -> Json:
    area = guide.network.areas[stretch.area]
    return {
        "stop": stretch.stop, "area": area.id,
        "portal": area.portal_ids[stretch.gate] if stretch.gate >= 0 else None,
        "line": [_point((x, y)) for x, y in stretch.way.line.tolist()],
        "length": round(stretch.way.length, 2), "seconds": round(seconds_for(stretch.way.length)),
    }  # fmt: skip


def _point(at: tuple[float, float]) -> list[float]:
    return [round(at[0], 3), round(at[1], 3)]
