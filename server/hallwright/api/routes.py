"""All routes on an app."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from flask import Flask, Response, request

from hallwright.api import (
    answers,
    app_manifest,
    devices,
    embedding,
    faults,
    health,
    media,
    operators,
    plans,
    programme,
    search,
    venues,
    viewer,
    ways,
)
from hallwright.api.headers import HEADERS, framed
from hallwright.api.health import Figures
from hallwright.api.letters import routes as letters
from hallwright.api.letters.desk import Desk
from hallwright.api.meetings import figures as meeting_figures
from hallwright.api.meetings import routes as meeting_pages
from hallwright.api.meetings.desk import MeetingDesk
from hallwright.api.operators import Door
from hallwright.api.people import consenting, entering, roster
from hallwright.api.people import routes as people
from hallwright.api.reference import routes as reference
from hallwright.api.text import routes as text
from hallwright.api.text.now import LiveSide
from hallwright.api.text.pages import Find
from hallwright.api.ways import Pace
from hallwright.organizer import finding, searching
from hallwright.organizer.halls import Halls
from hallwright.organizer.sitting import Sitting, sitting_of

FRAMED = ("viewer", "text")  # what may be shown inside pages of other sites, where the organizer allows it


def register(
    app: Flask, halls: Halls, *, viewer_folder: Path, async_mode: str, live: Figures | None = None,
    door: Door | None = None, now: LiveSide | None = None, sessions: programme.LiveSide | None = None,
    search_wait: search.Wait = lambda: 0.0, answer_wait: search.Wait = lambda: 0.0,
    phrase: answers.Phrase | None = None, pace: Pace | None = None,
    embed_origins: Sequence[str] = (),
    events: dict[str, Any] | None = None,
    desk: Desk | None = None, books: meeting_figures.Books | None = None,
    meetings: MeetingDesk | None = None,
    media_origins: Sequence[str] = (),
    heard: devices.LiveSide | None = None,
) -> None:
    """Put the blueprints, the error shape and the security headers on ``app``; ``live`` gives the live side's figures
    for the health page; ``door`` lets operators in, without it there is none; ``now`` tells the text tour what is
    so, ``sessions`` what was changed of the programme; ``search_wait`` says how long whoever searches must wait,
    ``answer_wait`` whoever asks the guide, whose answers ``phrase`` says in other words; ``pace`` is that of
    routes; ``desk`` is where letters to booths are read, ``books`` count meetings, and in
    ``meetings`` buyers and booths come to theirs; pages of ``embed_origins`` may
    show the viewer and the text tour in a frame; ``events`` is the document of what is told live; streams and slides
    may come from ``media_origins``; ``heard`` hears devices on site."""
    app.register_blueprint(venues.blueprint(halls))
    app.register_blueprint(media.blueprint(halls))
    app.register_blueprint(search.blueprint(halls, search_wait, sessions))
    pace = pace or Pace()
    app.register_blueprint(ways.blueprint(halls, pace))
    counter = answers.Counter(answer_wait, pace, _sittings(halls, sessions) if sessions else None)
    if phrase:
        counter = replace(counter, phrase=phrase)
    app.register_blueprint(answers.blueprint(halls, counter))
    app.register_blueprint(plans.blueprint(halls))
    if heard:
        app.register_blueprint(devices.blueprint(halls, heard))
    if door:
        app.register_blueprint(operators.blueprint(halls, door))
    if door and (gate := door.gate):
        app.register_blueprint(people.blueprint(gate, lambda: operators.admitted(door)))
        app.register_blueprint(entering.blueprint(gate))
        app.register_blueprint(roster.blueprint(gate))
        app.register_blueprint(consenting.blueprint(gate.retention))
    if door and desk:
        app.register_blueprint(letters.blueprint(desk))
        app.register_blueprint(letters.figures(desk, lambda: operators.admitted(door)))
    if door and books:
        app.register_blueprint(meeting_figures.blueprint(halls, books, lambda: operators.admitted(door)))
    if door and meetings:
        app.register_blueprint(meeting_pages.blueprint(meetings))
    if sessions:
        app.register_blueprint(programme.blueprint(halls, sessions, door))
    app.register_blueprint(health.blueprint(halls, async_mode, live))
    find, sitting = _in_turn(search_wait), _sittings(halls, sessions) if sessions else None
    app.register_blueprint(text.blueprint(halls, now, viewer_folder, find, pace, sitting, counter))
    app.register_blueprint(viewer.blueprint(viewer_folder, halls))
    app.register_blueprint(app_manifest.blueprint(halls))
    app.register_blueprint(embedding.blueprint(embed_origins))
    app.register_blueprint(reference.blueprint(events or {}))
    faults.register(app)
    app.after_request(_securing(framed(embed_origins, media_origins)))
    app.wsgi_app = viewer.bundle(app.wsgi_app, viewer_folder)  # type: ignore[method-assign]


def _sittings(halls: Halls, live: programme.LiveSide) -> Callable[[str], Sitting | None]:
    """The programme of a venue at this moment."""

    def sitting(venue: str) -> Sitting | None:
        hall = halls.get(venue)
        return sitting_of(hall, live.now(), programme.changes_of(hall, live)) if hall else None

    return sitting


def _in_turn(wait: search.Wait) -> Find:
    """The search of the text tour, at the pace of all searching; nobody is refused: in a rush it is by names alone."""
    return lambda hall, tour, query, lang, sitting: (
        finding.find(tour, query) if wait() > 0 else searching.findings(hall, tour, query, lang, sitting)
    )


def _securing(in_frames: Mapping[str, str]) -> Callable[[Response], Response]:
    """What puts the headers on an answer; ``in_frames`` are those of pages that may be shown in a frame."""

    def secure(response: Response) -> Response:
        for name, value in (in_frames if request.blueprint in FRAMED else HEADERS).items():
            response.headers.setdefault(name, value)
        return response

    return secure
