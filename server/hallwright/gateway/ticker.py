"""The beat of the live hall: ten times a second positions in, frames out, and the events that wait, told."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

from flask_socketio import SocketIO

from hallwright.gateway import websocket
from hallwright.gateway.broadcasting import Broadcast
from hallwright.gateway.guiding import Guiding
from hallwright.gateway.moderating import TOLD, report_record
from hallwright.gateway.presence_port import PresencePort
from hallwright.gateway.telemetry import Telemetry
from hallwright.gateway.venues import OpenVenue
from hallwright.live.commands import Expire
from hallwright.live.events import Left, Removed, Superseded

TICK = 0.1
TELEMETRY_TICKS = 2
LATE = 1.0  # s; after a longer pause the beat starts anew instead of catching up
TELLING = 0.00005  # s of rest for each person told (0.02 ms of work), so that a rush of events cannot eat the server

_log = logging.getLogger(__name__)


class Ticker:
    """Runs ``tick`` for ever on a background task of ``socketio``."""

    def __init__(
        self, socketio: SocketIO, broadcast: Broadcast, venues: Mapping[str, OpenVenue], port: PresencePort,
        clock: Callable[[], float],
    ) -> None:
        self._socketio = socketio
        self._broadcast = broadcast
        self._venues = venues
        self._port = port
        self._clock = clock
        self._ticks = 0
        self._telemetry = Telemetry(socketio, broadcast)
        self._guiding = Guiding(port)

    def run(self) -> None:
        """Tick until the process ends; a mistake in one tick is logged and does not stop the next."""
        due = time.monotonic()
        while True:
            due = max(due + TICK, time.monotonic() - LATE)
            for moment, beat in ((due - TICK / 2, self.between), (due, self.tick)):
                self._socketio.sleep(max(0.0, moment - time.monotonic()))
                try:
                    beat()
                except Exception:
                    _log.exception("a tick failed")

    def tick(self) -> None:
        """One beat."""
        self._ticks += 1
        heard = self._port.drain(time.monotonic())
        for venue in list(self._venues.values()):
            self._walk(venue, *heard.get(venue.id, ([], [])))
            self._guiding.tell(venue, self._clock())
            self._tell(venue)
            if self._ticks % TELEMETRY_TICKS == 0:
                self._telemetry.tell(venue, self._clock())
        if self._ticks % round(1 / TICK) == 0:
            self._port.look_after(time.monotonic())
            for venue in list(self._venues.values()):
                with venue.lock:
                    venue.perform(Expire(), self._clock())

    def between(self) -> None:
        """Half a beat, while anybody is led: where a guide looks goes on at once, for all who look along."""
        venues = list(self._venues.values())
        if not any(self._led(venue) for venue in venues):
            return
        heard = self._port.drain(time.monotonic())
        for venue in venues:
            numbers, messages = heard.get(venue.id, ([], []))
            if numbers:
                with venue.lock:
                    venue.crowd.place(numbers, b"".join(messages))
            self._guiding.tell(venue, self._clock())

    @staticmethod
    def _led(venue: OpenVenue) -> bool:
        with venue.lock:
            return any(group.followers for group in venue.hall.groups)

    def _walk(self, venue: OpenVenue, numbers: list[int], messages: list[bytes]) -> None:
        """Positions in, frames out."""
        with venue.lock:
            for number in self._port.take_gone(venue.id):
                venue.crowd.leave(number)
            if numbers:
                venue.crowd.place(numbers, b"".join(messages))
            parcels = venue.crowd.step(round(self._clock() * 1000), venue.rates())
        for parcel in parcels:
            self._port.send(venue.id, parcel.receivers, parcel.frames)

    def _tell(self, venue: OpenVenue) -> None:
        """Dismiss who must go; send what has happened and is stored to everyone here, then let newcomers listen."""
        with venue.lock:
            dismissals, venue.dismissals = venue.dismissals, []
            for dismissal in dismissals:
                self._dismiss(venue, dismissal)
            reports, venue.reports = venue.reports, []
            for sid in venue.hall.watching(TOLD) if reports else ():
                self._socketio.emit("reports", [report_record(each) for each in reports], to=sid)
            now = self._clock()
            if now - venue.flushed_at < TELLING * len(venue.hall):
                return
            venue.flushed_at = now
            stored = venue.log.stored
            events = venue.told(stored)
            self._emit(venue.id, events)
            for sid, known in [each for each in venue.newcomers.items() if each[1] <= stored]:
                self._emit(sid, [event for event in events if event["seq"] > known])
                self._socketio.server.enter_room(sid, venue.id)
                del venue.newcomers[sid]

    def _emit(self, to: str, events: list[dict[str, Any]]) -> None:
        if len(events) == 1:
            self._broadcast.emit("event", events[0], to)
        elif events:
            self._broadcast.emit("events", events, to)

    def _dismiss(self, venue: OpenVenue, event: Left | Superseded | Removed) -> None:
        match event:
            case Left(number):
                self._port.close_person(venue.id, number, websocket.LEFT)
            case Superseded(connection, _):
                self._socketio.emit("superseded", to=connection)
                self._socketio.server.disconnect(connection)
            case Removed(connection, _, how, reason):
                self._socketio.emit("removed", {"how": how, "reason": reason}, to=connection)
                self._socketio.server.disconnect(connection)
