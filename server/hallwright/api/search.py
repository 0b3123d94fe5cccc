"""Search of a venue, as one types."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal

from flask import Blueprint, Response, jsonify, request

from hallwright.api.faults import FaultError, malformed
from hallwright.api.programme import LiveSide, changes_of
from hallwright.api.reference.codes import HALL
from hallwright.api.reference.endpoints import described
from hallwright.api.shapes.finding import Query, Results
from hallwright.api.venues import RETRY_SECONDS, ready_hall
from hallwright.organizer.companions import SEARCH
from hallwright.organizer.halls import Hall, Halls
from hallwright.organizer.searching import places_found
from hallwright.organizer.sitting import Sitting, sitting_of

LONGEST_QUERY = 80  # letters
FEW, MOST = 10, 50  # results
Wait = Callable[[], float]


def blueprint(halls: Halls, wait: Wait, live: LiveSide | None = None) -> Blueprint:
    """``/api/v1/venues/{id}/search``. ``wait`` is asked at each call, and says for how many seconds whoever calls must
    wait first: 0 for not at all; ``live`` knows what was changed of the programme."""
    routes = Blueprint("search", __name__)

    @routes.get("/api/v1/venues/<venue>/search")
    @described(
        "Places that answer what somebody typed, the best first.", Results, query=Query, tagged=True,
        refusals=(*HALL, "malformed", "too_fast", "indexing", "no_index"),
    )
    def search(venue: str) -> Response:
        hall = ready_hall(halls, venue)
        query, lang, limit = _query(), lang_asked(), _limit()
        made = hall.companions.tag(SEARCH) if hall.companions else ""
        sitting = sitting_of(hall, live.now(), changes_of(hall, live)) if live else None
        tag = f"{hall.revision}-{made}{_minute(sitting)}"
        if made and tag in request.if_none_match:
            return _told(Response(status=304), tag)
        if (seconds := wait()) > 0:
            raise FaultError(429, headers={"Retry-After": str(math.ceil(seconds))})
        area = request.args.get("area", "")[:LONGEST_QUERY]
        results = places_found(hall, query, lang=lang, limit=limit, area=area, sitting=sitting)
        if results is None:
            raise not_yet(hall)
        return _told(jsonify(revision=hall.revision, query=query, results=results), tag)

    return routes


def _minute(sitting: Sitting | None) -> str:
    """Results that tell of sessions are good for a minute, and until something is changed."""
    if sitting is None:
        return ""
    changed = max((each.changed.timestamp() for each in sitting.sessions if each.changed), default=0.0)
    return f"-{int(sitting.now.timestamp() // 60):x}-{changed:.3f}"


def _told(response: Response, tag: str) -> Response:
    """The answer is the same until the hall is another."""
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(tag)
    return response


def _query() -> str:
    query = request.args.get("q", "").strip()
    if not query or len(query) > LONGEST_QUERY:
        en, zh = f'"q" is a text of 1 to {LONGEST_QUERY} characters', f"“q”应为 1 至 {LONGEST_QUERY} 个字符的文本"
        raise malformed(en, zh)
    return query


def lang_asked() -> Literal["en", "zh"]:
    """The language that a request asks for, English without any; raises FaultError."""
    lang = request.args.get("lang", "en")
    if lang == "en":
        return "en"
    if lang == "zh":
        return "zh"
    raise malformed('"lang" is en or zh', "“lang”应为 en 或 zh")


def _limit() -> int:
    limit = request.args.get("limit", str(FEW))
    if not limit.isascii() or not limit.isdigit() or len(limit) > 4 or not 1 <= int(limit) <= MOST:
        raise malformed(f'"limit" is a whole number from 1 to {MOST}', f"“limit”应为 1 至 {MOST} 的整数")
    return int(limit)


def not_yet(hall: Hall) -> FaultError:
    """Why a hall cannot be searched."""
    if not hall.awaits(SEARCH):
        en, zh = "This hall cannot be searched; its organizer is told why.", "暂时无法搜索该展馆，主办方已收到提示。"
        return FaultError(503, "no_index", en=en, zh=zh)
    en, zh = "The search is being prepared; try again in a moment.", "搜索正在准备，请稍候。"
    return FaultError(503, "indexing", en=en, zh=zh, headers={"Retry-After": RETRY_SECONDS})
