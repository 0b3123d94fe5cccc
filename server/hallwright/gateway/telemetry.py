"""Tells the demo factory's figures to those who are where its dashboards stand: once a second, and the last minute to
whoever comes. They are no events: nothing is numbered, stored or caught up on."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask_socketio import SocketIO

from hallwright.gateway.broadcasting import Broadcast
from hallwright.gateway.venues import OpenVenue
from hallwright.live.telemetry import Factory

EVERY = 1.0  # s between two frames
REST = 0.001  # s of rest for each listener, so that frames are rarer where thousands listen
HISTORY = 60  # frames for whoever comes
MOST_AT_ONCE = 20  # newcomers who are told the past in one turn


@dataclass(slots=True)
class _Audience:
    """The connections that listen in one area, and when (s) the next frame is due."""

    told: set[str] = field(default_factory=set)
    due: float = 0.0


class Telemetry:
    """The streams of one server. ``tell`` is called several times a second for every venue."""

    def __init__(self, socketio: SocketIO, broadcast: Broadcast, factory: Factory | None = None) -> None:
        self._socketio = socketio
        self._broadcast = broadcast
        self._factory = factory or Factory()
        self._audiences: dict[tuple[str, str], _Audience] = {}

    def tell(self, venue: OpenVenue, now: float) -> None:
        """Send what is due at ``now`` (s)."""
        with venue.lock:
            present = {area: venue.hall.connections(area) for area in venue.factories}
        for venue_id, area in [key for key in self._audiences if key[0] == venue.id and key[1] not in present]:
            self._follow(venue_id, area, self._audiences.pop((venue_id, area)), frozenset())
        for area, listeners in present.items():
            audience = self._audiences.setdefault((venue.id, area), _Audience())
            self._follow(venue.id, area, audience, listeners)
            if now >= audience.due and audience.told:
                audience.due = now + max(EVERY, REST * len(audience.told))
                frame = {"area": area, "frames": [self._factory.frame(now)]}
                self._broadcast.emit("telemetry", frame, _room(venue.id, area))
            self._greet(venue.id, area, audience, listeners, now)

    def _follow(self, venue: str, area: str, audience: _Audience, listeners: frozenset[str]) -> None:
        """Those who went hear no more."""
        for sid in audience.told - listeners:
            self._socketio.server.leave_room(sid, _room(venue, area))
        audience.told &= listeners

    def _greet(self, venue: str, area: str, audience: _Audience, listeners: frozenset[str], now: float) -> None:
        newcomers = sorted(listeners - audience.told)[:MOST_AT_ONCE]
        if not newcomers:
            return
        past = {"area": area, "plant": self._factory.plant(), "frames": self._factory.history(now, HISTORY)}
        for sid in newcomers:
            self._socketio.emit("telemetry", past, to=sid)
            self._socketio.server.enter_room(sid, _room(venue, area))
            audience.told.add(sid)


def _room(venue: str, area: str) -> str:
    return f"telemetry/{venue}/{area}"
