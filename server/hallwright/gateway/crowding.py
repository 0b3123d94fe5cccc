"""Counts once a second how busy it is, and tells every page in the venue what has changed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from flask_socketio import SocketIO

from hallwright.gateway.beating import beat
from hallwright.gateway.broadcasting import Broadcast
from hallwright.gateway.venues import OpenVenue
from hallwright.presence.crowding import Level

EVERY = 1.0  # s
MOST_AT_ONCE = 200  # newcomers who are told everything in one turn

_log = logging.getLogger(__name__)


class CrowdTelling:
    """How busy it is in the venues of one server."""

    def __init__(
        self, socketio: SocketIO, broadcast: Broadcast, venues: Mapping[str, OpenVenue], clock: Callable[[], float],
    ) -> None:
        self._socketio = socketio
        self._broadcast = broadcast
        self._venues = venues
        self._clock = clock
        self._heard: dict[str, set[str]] = {}

    def levels(self, venue_id: str) -> tuple[dict[str, Level], dict[str, Level]]:
        """Zones, and booths and exhibits, that are not quiet; raises KeyError for a venue that is not open."""
        venue = self._venues[venue_id]
        with venue.lock:
            return venue.crowding.zones.busy(), venue.crowding.spots.busy()

    def run(self) -> None:
        """Count until the process ends."""
        beat(self._socketio, EVERY, self._venues, self.tell, _log)

    def tell(self, venue: OpenVenue) -> None:
        """Tell what has changed, and newcomers everything."""
        heard = self._heard.setdefault(venue.id, set())
        with venue.lock:
            now = self._clock()
            zones, spots = venue.crowding.take(venue.crowd.standing, venue.twins.people(now), now)
            here = venue.hall.everyone()
            whole = {"zones": venue.crowding.zones.busy(), "spots": venue.crowding.spots.busy()}
        room = f"crowding/{venue.id}"
        for sid in heard - here:
            self._socketio.server.leave_room(sid, room)
        heard &= here
        if heard and (zones or spots):
            self._broadcast.emit("crowding", _message({"zones": zones, "spots": spots}, whole=False), room)
        for sid in sorted(here - heard)[:MOST_AT_ONCE]:
            with suppress(ValueError):  # gone meanwhile
                self._socketio.server.enter_room(sid, room)
                self._socketio.emit("crowding", _message(whole, whole=True), to=sid)
                heard.add(sid)


def _message(levels: Mapping[str, Any], *, whole: bool) -> dict[str, Any]:
    return {"whole": whole, **levels}
