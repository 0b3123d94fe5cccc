"""The operator's door: shows, boards, screens and announcements, by whoever brings the token."""

from __future__ import annotations

import hmac
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from flask import Blueprint, Response, jsonify, request

from hallwright.api.faults import FaultError, malformed
from hallwright.api.people.gate import Gate, json_body
from hallwright.api.reference.codes import DOOR, HALL
from hallwright.api.reference.endpoints import described
from hallwright.api.shapes.operating import (
    Announcing,
    BoardChanges,
    Boards,
    Direction,
    OneAnnouncement,
    OneBoard,
    OneShow,
    OneShowing,
    Screening,
    Shows,
)
from hallwright.api.venues import ready_hall
from hallwright.organizer.accounts import OPERATOR
from hallwright.organizer.halls import Halls
from hallwright.store.writes import Actor


class LiveSide(Protocol):
    """What an operator can do. Each raises CommandRefused for what cannot be done."""

    def shows(self, venue_id: str) -> list[dict[str, Any]]:
        """Every show and where it stands."""

    def direct_show(
        self, venue_id: str, show: str, action: str, value: float | None, by: Actor | None = None
    ) -> dict[str, Any]:
        """Start, pause, seek or set the rate of a show; where it stands then."""

    def boards(self, venue_id: str) -> list[dict[str, Any]]:
        """Every board and what it says."""

    def change_board(self, venue_id: str, board: str, changes: object, by: Actor | None = None) -> dict[str, Any]:
        """Write rows of a board anew, add some or take some away; what it says then."""

    def show_on_screen(
        self, venue_id: str, screen: str, reel: str | None, slide: int | None, text: object, by: Actor | None = None
    ) -> dict[str, Any] | None:
        """Let a stage's screen show a reel, or with None what the programme says; what was chosen is then."""

    def announce(self, venue_id: str, *, en: str, zh: str, by: Actor | None = None) -> dict[str, Any]:
        """Tell everyone; the number and time of the event."""


@dataclass(frozen=True, slots=True)
class Door:
    """``token`` opens it, or the cookie of an organizer. ``wait`` is asked at each call, with whether who calls was
    known, and says for how many seconds they must wait first: 0 for not at all."""

    token: str
    live: LiveSide
    wait: Callable[[bool], float]
    gate: Gate | None = None


def blueprint(halls: Halls, door: Door) -> Blueprint:
    """``shows``, ``boards``, ``screens`` and ``announcements`` below ``/api/v1/venues/{id}``."""
    routes = Blueprint("operators", __name__)

    @routes.get("/api/v1/venues/<venue>/shows")
    @described("Where every show stands now.", Shows, refusals=HALL)
    def shows(venue: str) -> Response:
        return _fresh(shows=door.live.shows(ready_hall(halls, venue).id))

    @routes.post("/api/v1/venues/<venue>/shows/<path:show>")
    @described(
        "Starts, stops or moves a show, for everyone.", OneShow, body=Direction, key="operator",
        refusals=(*HALL, *DOOR, "unknown_show", "out_of_range", "not_running"),
    )
    def direct(venue: str, show: str) -> Response:
        by, body = admitted(door), json_body()
        action, value = _text(body, "action", 16), _number(body, "value")
        return _fresh(show=door.live.direct_show(ready_hall(halls, venue).id, show, action, value, by))

    @routes.get("/api/v1/venues/<venue>/boards")
    @described("What every board says now.", Boards, refusals=HALL)
    def boards(venue: str) -> Response:
        return _fresh(boards=door.live.boards(ready_hall(halls, venue).id))

    @routes.post("/api/v1/venues/<venue>/boards/<board>")
    @described(
        "Writes on a board, for everyone.", OneBoard, body=BoardChanges, key="operator",
        refusals=(*HALL, *DOOR, "unknown_board"),
    )
    def change(venue: str, board: str) -> Response:
        by, changes = admitted(door), json_body().get("changes")
        return _fresh(board=door.live.change_board(ready_hall(halls, venue).id, board, changes, by))

    @routes.post("/api/v1/venues/<venue>/screens/<area>/<stage>")
    @described(
        "Lets the screen of a stage show something, for everyone.", OneShowing, body=Screening, key="operator",
        refusals=(*HALL, *DOOR, "unknown_screen", "unknown_reel", "out_of_range"),
    )
    def show(venue: str, area: str, stage: str) -> Response:
        by, body = admitted(door), json_body()
        reel, slide = None if body.get("reel") is None else _text(body, "reel", 64), _number(body, "slide")
        if slide is not None and not slide.is_integer():
            raise malformed('"slide" is a whole number', "“slide”应为整数")
        chosen = (f"{area}/{stage}", reel, None if slide is None else int(slide), body.get("text"))
        return _fresh(showing=door.live.show_on_screen(ready_hall(halls, venue).id, *chosen, by))

    @routes.post("/api/v1/venues/<venue>/announcements")
    @described(
        "Tells everyone something.", OneAnnouncement, body=Announcing, key="operator", refusals=(*HALL, *DOOR)
    )
    def announce(venue: str) -> Response:
        by, text = admitted(door), json_body().get("text")
        if not isinstance(text, dict):
            raise malformed('"text" is {"en": "…", "zh": "…"}', "“text”应为 {\"en\": \"…\", \"zh\": \"…\"}")
        en, zh = _text(text, "en", 2000), _text(text, "zh", 2000)
        told = door.live.announce(ready_hall(halls, venue).id, en=en, zh=zh, by=by)
        return _fresh(announcement=told)

    return routes


def admitted(door: Door) -> Actor:
    """Who is at the door; raises FaultError 401, 403 or 429."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    known = scheme.lower() == "bearer" and hmac.compare_digest(token.strip().encode(), door.token.encode())
    by = OPERATOR if known else door.gate.organizer() if door.gate and not scheme else None
    wait = door.wait(by is not None)
    if wait > 0:
        raise FaultError(429, headers={"Retry-After": str(math.ceil(wait))})
    if by is None:
        raise FaultError(401, headers={"WWW-Authenticate": 'Bearer realm="operators"'})
    return by


def _text(body: dict[str, Any], key: str, longest: int) -> str:
    value = body.get(key)
    if not isinstance(value, str) or len(value) > longest:
        en, zh = f'"{key}" is a text of at most {longest} characters', f"“{key}”应为不超过 {longest} 个字符的文本"
        raise malformed(en, zh)
    return value


def _number(body: dict[str, Any], key: str) -> float | None:
    value = body.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e12:
        raise malformed(f'"{key}" is a number', f"“{key}”应为数字")
    return float(value)


def _fresh(**values: Any) -> Response:
    response = jsonify(**values)
    response.headers["Cache-Control"] = "no-store"
    return response
