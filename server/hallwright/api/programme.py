"""The programme of a venue: as JSON and as calendars for everyone, and changed live by whoever brings the token."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal, Protocol
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, jsonify, request

from hallwright.api.faults import FaultError
from hallwright.api.operators import Door, admitted
from hallwright.api.people.gate import json_body
from hallwright.api.reference.codes import DOOR, HALL
from hallwright.api.reference.endpoints import Media, described
from hallwright.api.shapes import programme as shapes
from hallwright.api.shapes.venues import Language as InLanguage
from hallwright.api.text.speaking import named_language
from hallwright.api.venues import ready_hall
from hallwright.organizer.halls import Hall, Halls
from hallwright.organizer.sitting import Sitting, sitting_of
from hallwright.programme.sessions import Changes, Session
from hallwright.store.writes import Actor

Language = Literal["en", "zh"]
TIMES = ("starts", "ends")
CALENDAR = Media.of("text/calendar")


class LiveSide(Protocol):
    """Where changes of the programme are. Raises KeyError for a venue that is not open."""

    def sessions(self, venue_id: str) -> dict[str, dict[str, Any]]:
        """What was changed, by session."""

    def change_session(
        self, venue_id: str, session: str, written: tuple[float, float], wanted: dict[str, Any],
        by: Actor | None = None,
    ) -> None:
        """Change a session that is written to be from and until."""

    def now(self) -> float:
        """The server's clock, s since 1970."""


def blueprint(halls: Halls, live: LiveSide, door: Door | None) -> Blueprint:
    """``programme`` and below it, of ``/api/v1/venues/{id}``."""
    routes = Blueprint("programme", __name__)

    @routes.get("/api/v1/venues/<venue>/programme")
    @described("The programme as it is now.", shapes.Sessions, tagged=True, refusals=(*HALL, "no_programme"))
    def programme(venue: str) -> Response:
        hall = ready_hall(halls, venue)
        sitting = seen(hall, live)
        answer = jsonify(_told(hall, sitting))
        return _tagged(answer)

    @routes.get("/api/v1/venues/<venue>/programme.ics")
    @described(
        "The programme as a calendar.", CALENDAR, query=InLanguage, tagged=True,
        refusals=(*HALL, "no_programme", "bad_request"),
    )
    def calendar(venue: str) -> Response:
        sitting = seen(ready_hall(halls, venue), live)
        return _calendar(sitting, sitting.sessions)

    @routes.get("/api/v1/venues/<venue>/sessions/<session>.ics")
    @described(
        "A session as a calendar.", CALENDAR, query=InLanguage, tagged=True,
        refusals=(*HALL, "no_programme", "unknown_session", "bad_request"),
    )
    def one(venue: str, session: str) -> Response:
        sitting = seen(ready_hall(halls, venue), live)
        return _calendar(sitting, [found(sitting, session)])

    if door:
        _add_change(routes, halls, live, door)
    return routes


def _add_change(routes: Blueprint, halls: Halls, live: LiveSide, door: Door) -> None:
    @routes.patch("/api/v1/venues/<venue>/programme/<session>")
    @described(
        "Moves, cancels or remarks on a session, for everyone.", shapes.OneSession, body=shapes.SessionWish,
        key="operator", refusals=(*HALL, *DOOR, "no_programme", "unknown_session"),
    )
    def change(venue: str, session: str) -> Response:
        by, body = admitted(door), json_body()
        hall = ready_hall(halls, venue)
        sitting = seen(hall, live)
        written = found(sitting.as_written(), session)
        wanted = _wanted(body, sitting.programme.zone)
        live.change_session(hall.id, session, (written.starts.timestamp(), written.ends.timestamp()), wanted, by)
        response = jsonify(session=_session(found(seen(hall, live), session)))
        response.headers["Cache-Control"] = "no-store"
        return response


def seen(hall: Hall, live: LiveSide) -> Sitting:
    """The programme of a hall at this moment; raises FaultError 404 where there is none."""
    sitting = sitting_of(hall, live.now(), changes_of(hall, live))
    if sitting is None:
        en, zh = "This venue has no programme.", "该展会没有日程。"
        raise FaultError(404, "no_programme", en=en, zh=zh)
    return sitting


def changes_of(hall: Hall, live: LiveSide) -> Changes:
    """What was changed live; nothing in a hall that is not open yet."""
    try:
        return live.sessions(hall.id)
    except KeyError:
        return {}


def found(sitting: Sitting, session: str) -> Session:
    """The session of this id; raises FaultError 404."""
    for each in sitting.sessions:
        if each.id == session:
            return each
    raise FaultError(404, "unknown_session", en=f"There is no session {session!r}.", zh=f"没有场次“{session}”。")


def _wanted(body: dict[str, Any], zone: ZoneInfo) -> dict[str, Any]:
    """What an operator sends, times as seconds since 1970. What is no time stays, and is refused with all else."""
    return {key: _seconds(value, zone) if key in TIMES else value for key, value in body.items()}


def _seconds(value: object, zone: ZoneInfo) -> object:
    """ISO 8601; a time without an offset is by the clocks of the venue."""
    if not isinstance(value, str):
        return value if value is None else ""
    try:
        moment = datetime.fromisoformat(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).timestamp()
    except (ValueError, OverflowError):
        return value


def _told(hall: Hall, sitting: Sitting) -> dict[str, Any]:
    programme = sitting.programme
    return {
        "revision": hall.revision, "timezone": programme.zone.key, "sample_data": programme.sample,
        "starts": programme.first.isoformat() if programme.first else None,
        "tracks": [{"id": each.id, "name": each.name, "color": each.color} for each in programme.tracks],
        "speakers": [
            {"id": each.id, "name": each.name, "role": each.role, "organisation": each.organisation}
            for each in programme.speakers
        ],
        "now": [each.id for each in sitting.running], "next": [each.id for each in sitting.coming],
        "sessions": [_session(each) for each in sitting.sessions],
    }  # fmt: skip


def _session(session: Session) -> dict[str, Any]:
    return {
        "id": session.id, "title": session.title, "abstract": session.abstract, "track": session.track.id,
        "kind": session.kind, "place": session.place, "area": session.area, "where": session.where,
        "day": session.day, "speakers": [each.id for each in session.speakers], "languages": session.languages,
        "starts": utc(session.starts), "ends": utc(session.ends), "written": utc(session.written),
        "cancelled": session.cancelled, "note": session.note,
    }  # fmt: skip


def utc(moment: datetime) -> str:
    """A moment as ``2026-09-20T01:00:00Z``."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _calendar(sitting: Sitting, sessions: Iterable[Session]) -> Response:
    from hallwright.export.calendar import calendar_of  # 150 ms to import, and most halls are never asked

    language, venue, root = named_language(request), sitting.programme.venue, request.url_root

    def link(session: Session) -> str:
        return f"{root}?{urlencode({'venue': venue, 'session': session.id, 'lang': language})}"

    content = calendar_of(sitting.programme, sessions, sitting.published, language, link)
    return _tagged(Response(content, content_type="text/calendar; charset=utf-8"))


def _tagged(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(hashlib.blake2b(response.get_data(), digest_size=8).hexdigest())
    response.make_conditional(request)
    return response
