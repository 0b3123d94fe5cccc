"""The operator's door: shows directed, boards written and announcements made, by whoever brings the token."""

from __future__ import annotations

import hmac
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from flask import Blueprint, Response, jsonify, request

from hallwright.api.faults import FaultError
from hallwright.api.venues import ready_hall
from hallwright.organizer.halls import Halls

LONGEST_BODY = 8192  # bytes


class LiveSide(Protocol):
    """What an operator can do. Each raises CommandRefused for what cannot be done."""

    def shows(self, venue_id: str) -> list[dict[str, Any]]:
        """Every show and where it stands."""

    def direct_show(self, venue_id: str, show: str, action: str, value: float | None) -> dict[str, Any]:
        """Start, pause, seek or set the rate of a show; where it stands then."""

    def boards(self, venue_id: str) -> list[dict[str, Any]]:
        """Every board and what it says."""

    def change_board(self, venue_id: str, board: str, changes: object) -> dict[str, Any]:
        """Write rows of a board anew, add some or take some away; what it says then."""

    def announce(self, venue_id: str, *, en: str, zh: str) -> dict[str, Any]:
        """Tell everyone; the number and time of the event."""


@dataclass(frozen=True, slots=True)
class Door:
    """``token`` opens it. ``wait`` is asked at each call, with whether the token was right, and says for how many
    seconds whoever calls must wait first: 0 for not at all."""

    token: str
    live: LiveSide
    wait: Callable[[bool], float]


def blueprint(halls: Halls, door: Door) -> Blueprint:
    """``shows``, ``boards`` and ``announcements`` below ``/api/v1/venues/{id}``."""
    routes = Blueprint("operators", __name__)

    @routes.get("/api/v1/venues/<venue>/shows")
    def shows(venue: str) -> Response:
        return _fresh(shows=door.live.shows(ready_hall(halls, venue).id))

    @routes.post("/api/v1/venues/<venue>/shows/<path:show>")
    def direct(venue: str, show: str) -> Response:
        body = body_of(door)
        action, value = _text(body, "action", 16), _number(body, "value")
        return _fresh(show=door.live.direct_show(ready_hall(halls, venue).id, show, action, value))

    @routes.get("/api/v1/venues/<venue>/boards")
    def boards(venue: str) -> Response:
        return _fresh(boards=door.live.boards(ready_hall(halls, venue).id))

    @routes.post("/api/v1/venues/<venue>/boards/<board>")
    def change(venue: str, board: str) -> Response:
        changes = body_of(door).get("changes")
        return _fresh(board=door.live.change_board(ready_hall(halls, venue).id, board, changes))

    @routes.post("/api/v1/venues/<venue>/announcements")
    def announce(venue: str) -> Response:
        text = body_of(door).get("text")
        if not isinstance(text, dict):
            raise _malformed('"text" is {"en": "…", "zh": "…"}', "“text”应为 {\"en\": \"…\", \"zh\": \"…\"}")
        en, zh = _text(text, "en", 2000), _text(text, "zh", 2000)
        return _fresh(announcement=door.live.announce(ready_hall(halls, venue).id, en=en, zh=zh))

    return routes


def body_of(door: Door) -> dict[str, Any]:
    """What an operator sends; raises FaultError 401, 413, 429 or 400."""
    _admit(door)
    request.max_content_length = LONGEST_BODY
    request.get_data()  # read even if it is of no use, so that the connection can go on
    body = request.get_json(silent=True) if request.is_json else None
    if not isinstance(body, dict):
        raise _malformed("the body is a JSON object", "请求正文应为 JSON 对象")
    return body


def _admit(door: Door) -> None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    known = scheme.lower() == "bearer" and hmac.compare_digest(token.strip().encode(), door.token.encode())
    wait = door.wait(known)
    if wait > 0:
        raise FaultError(429, headers={"Retry-After": str(math.ceil(wait))})
    if not known:
        raise FaultError(401, headers={"WWW-Authenticate": 'Bearer realm="operators"'})


def _text(body: dict[str, Any], key: str, longest: int) -> str:
    value = body.get(key)
    if not isinstance(value, str) or len(value) > longest:
        en, zh = f'"{key}" is a text of at most {longest} characters', f"“{key}”应为不超过 {longest} 个字符的文本"
        raise _malformed(en, zh)
    return value


def _number(body: dict[str, Any], key: str) -> float | None:
    value = body.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e12:
        raise _malformed(f'"{key}" is a number', f"“{key}”应为数字")
    return float(value)


def _malformed(en: str, zh: str) -> FaultError:
    return FaultError(400, "malformed", en=f"The request is malformed: {en}.", zh=f"请求格式有误：{zh}。")


def _fresh(**values: Any) -> Response:
    response = jsonify(**values)
    response.headers["Cache-Control"] = "no-store"
    return response
