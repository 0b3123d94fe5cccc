"""Devices are heard: who signs it, then what they say; and pages are told what has changed.

What devices say is no event: nothing is numbered for pages, stored or caught up on. Pages of an area are told several
times a second what changed there, of each device the last of it, and all of it when they come.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from typing import Any

from flask_socketio import SocketIO

from hallwright.errors import CommandRefused
from hallwright.gateway.beating import beat
from hallwright.gateway.broadcasting import Broadcast
from hallwright.gateway.devices.signing import LONGEST_BODY, Envelope
from hallwright.gateway.venues import OpenVenue
from hallwright.live.devices.twins import Said

EVERY = 0.1  # s between two looks at what changed
MOST_AT_ONCE = 50  # newcomers who are told everything in one turn
Secret = Callable[[str], bytes | None]
"""The secret of a device; None for one that has none."""
Notice = Callable[[str, str, Mapping[str, Any]], None]
"""Told of what an organizer cares about: venue, kind, and more."""

_log = logging.getLogger(__name__)


class Devices:
    """The devices of one server. ``hear`` may be called from any greenlet or thread."""

    def __init__(
        self, socketio: SocketIO, broadcast: Broadcast, venues: Mapping[str, OpenVenue], clock: Callable[[], float],
    ) -> None:
        self._socketio = socketio
        self._broadcast = broadcast
        self._venues = venues
        self._clock = clock
        self._listening: dict[tuple[str, str], set[str]] = {}
        self.secret: Secret = lambda _: None
        self.notice: Notice = lambda *_: None

    def hear(self, device: str, envelope: Envelope, venue_id: str | None = None) -> dict[str, Any]:
        """Take in what a device says; its twin then. Raises CommandRefused ``unknown_device``, ``too_large``,
        ``forged``, and as ``Twins.hear``."""
        venue = self._venue(device, venue_id)
        if len(envelope.body) > LONGEST_BODY:
            raise CommandRefused("too_large", f"at most {LONGEST_BODY} bytes")
        if not envelope.well_formed():
            raise CommandRefused("malformed", "time, sequence and signature are needed, as the documentation says")
        secret = self.secret(device)
        if secret is None or not envelope.signed(secret):
            raise CommandRefused("forged", "the signature is not that of this device")
        said = Said(device, float(envelope.time), int(envelope.sequence), _values(envelope.body))
        with venue.lock:
            twin = venue.twins.hear(said, self._clock())
        return {"id": device, **twin.record()}

    def hear_http(self, device: str, path: str, marks: tuple[str, str, str], body: bytes) -> dict[str, Any]:
        """Take in what came by HTTP; ``marks`` are time, sequence and signature. Raises as ``hear``."""
        return self.hear(device, Envelope("POST", path, *marks, body))

    def told(self, venue_id: str) -> list[Mapping[str, Any]]:
        """Every device of a venue and what is known of it; raises KeyError."""
        venue = self._venues[venue_id]
        with venue.lock:
            return venue.twins.told(self._clock())

    def _venue(self, device: str, venue_id: str | None) -> OpenVenue:
        for venue in list(self._venues.values()):
            if venue_id in (None, venue.id) and device in venue.twins:
                return venue
        raise CommandRefused("unknown_device", f"there is no device {device[:64]!r}")

    def run(self) -> None:
        """Tell what changed until the process ends."""
        beat(self._socketio, EVERY, self._venues, self._tell, _log)

    def _tell(self, venue: OpenVenue) -> None:
        with venue.lock:
            areas = venue.twins.areas()
            here = {area: venue.hall.connections(area) for area in areas}
            fresh = {area: venue.twins.take_fresh(area) for area in areas}
            known = {area: venue.twins.area(area) for area in areas if here[area] - self._heard(venue.id, area)}
            lapses = [(device, twin.record()) for device, twin in venue.twins.lapses(self._clock())]
        for key in [key for key in self._listening if key[0] == venue.id and key[1] not in areas]:
            self._forget(key, self._listening.pop(key))
        for area in sorted(areas):
            heard = self._heard(venue.id, area)
            gone = heard - here[area]
            self._forget((venue.id, area), gone)
            heard -= gone
            if fresh[area] and heard:
                message = {"area": area, "whole": False, "twins": fresh[area]}
                self._broadcast.emit("twins", message, _room(venue.id, area))
            self._greet(venue.id, area, here[area] - heard, known.get(area, {}))
        for device, record in lapses:
            self.notice(venue.id, "device_stale", {"device": device, **record})

    def _heard(self, venue: str, area: str) -> set[str]:
        return self._listening.setdefault((venue, area), set())

    def _greet(self, venue: str, area: str, newcomers: frozenset[str], twins: dict[str, dict[str, Any]]) -> None:
        for sid in sorted(newcomers)[:MOST_AT_ONCE]:
            self._socketio.emit("twins", {"area": area, "whole": True, "twins": twins}, to=sid)
            self._socketio.server.enter_room(sid, _room(venue, area))
            self._heard(venue, area).add(sid)

    def _forget(self, key: tuple[str, str], gone: set[str]) -> None:
        for sid in gone:
            self._socketio.server.leave_room(sid, _room(*key))


def _values(body: bytes) -> object:
    """What a body says; raises CommandRefused ``malformed``."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        raise CommandRefused("malformed", 'the body is JSON: {"values": {field: value}}') from None
    return said.get("values") if isinstance(said, dict) else None


def _room(venue: str, area: str) -> str:
    return f"twins/{venue}/{area}"
