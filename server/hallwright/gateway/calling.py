"""Calls over Socket.IO: the server brings two pages together and passes on what they tell each other to connect.

Sound and pictures go from page to page, or over a TURN server; they never come here, and nothing of a call is stored.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from flask_socketio import SocketIO

from hallwright.errors import CommandRefused
from hallwright.gateway import decoding
from hallwright.gateway.relays import Relays
from hallwright.gateway.socket_events import Answer, Payload, SocketEvents
from hallwright.gateway.venues import OpenVenue
from hallwright.live.calls import RINGING, Call, Calls, Ended
from hallwright.live.events import Person
from hallwright.live.rates import Rates

EACH_SECOND, BURST = 1 / 10, 4.0  # rings of one connection
SIGNALS_PER_SECOND, SIGNAL_BURST = 10.0, 80.0  # of one connection: a page finds dozens of ways at once
LONGEST_SIGNAL = 12_000  # characters
LOST_FOR = 12.0  # s that a connection may be lost before the call is over
KINDS = frozenset({"offer", "answer", "candidate"})


class Calling:
    """The events of docs/formats/live.md that begin with ``call``."""

    def __init__(
        self, socketio: SocketIO, events: SocketEvents, venues: Mapping[str, OpenVenue], relays: Relays,
        clock: Callable[[], float],
    ) -> None:
        self._socketio = socketio
        self._events = events
        self._venues = venues
        self._relays = relays
        self._clock = clock
        self._calls: dict[str, Calls] = {}
        self._speaks: dict[tuple[str, int], str] = {}  # venue and number: by which connection they call
        self._lock = threading.Lock()
        self._rings, self._signals = Rates(EACH_SECOND, BURST), Rates(SIGNALS_PER_SECOND, SIGNAL_BURST)
        for name, handle in {
            "call": self._ring, "call_accept": self._accept, "call_here": self._here, "call_end": self._end,
        }.items():
            socketio.server.on(name, events.guarded(handle))
        socketio.server.on("call_signal", events.guarded(self._signal, self._signals))
        events.farewells.append(self._lost)

    def _ring(self, sid: str, payload: Payload) -> Answer:
        venue, me = self._person(sid)
        other, video = decoding.number(payload, "number"), decoding.said(payload, "video")
        connection = self._connection(venue, other)
        if connection is None:
            raise CommandRefused("unknown_person", "they are not here")
        bucket = self._rings.ask(sid, self._clock())
        if not bucket.granted:
            raise CommandRefused("too_fast", "too many calls", wait=round((1 - bucket.tokens) / EACH_SECOND))
        with self._lock:
            call = self._of(venue).ring(me.number, other, video, self._clock())
            self._speaks[venue.id, me.number], self._speaks[venue.id, other] = sid, connection
        self._tell(venue, call, other, {"state": "ringing"})
        self._socketio.start_background_task(self._ring_out, venue, call.id)
        return {"call": call.id, "ice": self._relays.told(me.number, self._clock())}

    def _accept(self, sid: str, payload: Payload) -> Answer:
        venue, me = self._person(sid)
        with self._lock:
            call = self._of(venue).accept(decoding.number(payload, "call"), me.number)
            self._speaks[venue.id, me.number] = sid
        self._tell(venue, call, call.caller, {"state": "accepted"})
        return {"ice": self._relays.told(me.number, self._clock())}

    def _here(self, sid: str, payload: Payload) -> Answer:
        """Somebody who lost the connection is back; raises CommandRefused when the call is over."""
        venue, me = self._person(sid)
        with self._lock:
            self._of(venue).of(decoding.number(payload, "call"), me.number)
            self._speaks[venue.id, me.number] = sid
        return {}

    def _end(self, sid: str, payload: Payload) -> Answer:
        venue, me = self._person(sid)
        with self._lock:
            ended = self._of(venue).end(
                decoding.number(payload, "call"), me.number, self._clock(), never=decoding.said(payload, "never")
            )
        self._over(venue, [ended])
        return {}

    def _signal(self, sid: str, payload: Payload) -> Answer:
        """What one page tells the other: an offer, an answer, a way to reach it."""
        venue, me = self._person(sid)
        kind, data = decoding.text(payload, "kind", 16), decoding.text(payload, "data", LONGEST_SIGNAL)
        if kind not in KINDS:
            raise CommandRefused("malformed", f"kind is one of {', '.join(sorted(KINDS))}")
        with self._lock:
            call = self._of(venue).of(decoding.number(payload, "call"), me.number)
            self._speaks[venue.id, me.number] = sid
        if not call.accepted:
            raise CommandRefused("unknown_call", "nobody has taken it yet")
        to = self._speaks.get((venue.id, call.other(me.number)))
        if to:
            self._socketio.emit("call_signal", {"call": call.id, "kind": kind, "data": data}, to=to)
        return {}

    def _ring_out(self, venue: OpenVenue, call: int) -> None:
        self._socketio.sleep(RINGING)
        with self._lock:
            ended = list(self._of(venue).unanswered(call))
        self._over(venue, ended)

    def _lost(self, sid: str) -> None:
        """A connection is gone. Whoever comes back soon goes on speaking; the pages need no server for that."""
        self._rings.forget(sid)
        self._signals.forget(sid)
        for venue_id, number in [whose for whose, speaks in self._speaks.items() if speaks == sid]:
            self._socketio.start_background_task(self._await_return, self._venues[venue_id], number, sid)

    def _await_return(self, venue: OpenVenue, number: int, sid: str) -> None:
        self._socketio.sleep(LOST_FOR)
        if self._speaks.get((venue.id, number)) != sid:
            return  # they spoke again, by another connection
        with self._lock:
            ended = list(self._of(venue).leave(number))
        self._over(venue, ended)
        if self._connection(venue, number) is None:
            with self._lock:
                self._of(venue).forget(number)

    def _over(self, venue: OpenVenue, ended: Iterable[Ended]) -> None:
        for each in ended:
            for number in (each.call.caller, each.call.callee):
                if number != each.by:
                    self._tell(venue, each.call, number, {"state": each.why})
                self._speaks.pop((venue.id, number), None)

    def _tell(self, venue: OpenVenue, call: Call, number: int, news: dict[str, Any]) -> None:
        to = self._speaks.get((venue.id, number))
        if to:
            told = {"call": call.id, "number": call.other(number), "video": call.video, **news}
            self._socketio.emit("call", told, to=to)

    def _of(self, venue: OpenVenue) -> Calls:
        return self._calls.setdefault(venue.id, Calls())

    def _person(self, sid: str) -> tuple[OpenVenue, Person]:
        """Who speaks; raises CommandRefused for who may not call."""
        venue = self._events.venue_of(sid)
        with venue.lock:
            person = venue.hall.person(sid)
        if person is None:
            raise CommandRefused("not_joined", "join first")
        if person.role == "kiosk":
            raise CommandRefused("not_allowed", "a kiosk calls nobody")
        if person.muted:
            raise CommandRefused("muted", "you have been muted")
        return venue, person

    def _connection(self, venue: OpenVenue, number: int) -> str | None:
        """By what a person is here, if they can be rung: no kiosk, nobody who reads the text tour."""
        with venue.lock:
            person, connection = venue.hall.numbered(number), venue.hall.connection(number)
        return connection if person and person.role != "kiosk" and person.via == "hall" else None
