"""Meetings over Socket.IO: what buyers and the staff of booths wish, and what they are told while they are here.

A buyer comes with a secret, staff with the cookie of an account that has the booth. Whoever asked for ``meeting_mine``
is told of what happens in their meetings until the connection ends.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from flask_socketio import SocketIO

from hallwright.errors import CommandRefused, StoreError
from hallwright.gateway.meetings import decoding
from hallwright.gateway.meetings.book import Book
from hallwright.gateway.meetings.matching import MakeMatching, PlanOf, Values, Wish
from hallwright.gateway.meetings.parties import Party, buyer
from hallwright.gateway.socket_events import Answer, Payload, SocketEvents
from hallwright.gateway.venues import OpenVenue
from hallwright.live.meetings.plan import NOWHERE
from hallwright.live.meetings.profiles import Profile
from hallwright.live.meetings.state import Meeting
from hallwright.live.rates import Rates
from hallwright.live.talking.words import Words
from hallwright.store.journal import Journal

BEAT = 1.0  # s between two looks at the clock
REFRESH = 3600  # beats between two looks at what retention left
MATCHES_PER_SECOND, MATCHES_BURST = 0.5, 6.0  # of one connection: each compares it with all booths
Heard = tuple[str, Party]
"""A venue, and whose meetings."""

_log = logging.getLogger(__name__)


class Unmatched:
    """Stands where nobody knows whom one matches: all do not."""

    def match(self, one: Profile, other: Profile, common: int) -> None:
        """None."""

    def best(
        self, one: Profile, others: Sequence[Profile], common: Sequence[int], most: int
    ) -> Sequence[tuple[int, float, list[Values]]]:
        """Nobody."""
        return ()

    def assign(self, wishes: Sequence[Wish]) -> Mapping[str, str]:
        """To nobody anything."""
        return {}


class Asking(Protocol):
    """Lets the one who writes to the database do a job, and waits for what comes of it."""

    def __call__(self, job: Callable[[Any], Any], /) -> Any: ...


class MeetingEvents:
    """The events of docs/formats/meetings.md, and the books of all venues. ``plan_of`` and ``make_matching`` are handed
    in by whoever knows layouts and texts."""

    def __init__(
        self, socketio: SocketIO, events: SocketEvents, venues: Mapping[str, OpenVenue], journal: Journal,
        ask: Asking, words: Words, clock: Callable[[], float],
    ) -> None:
        self._socketio = socketio
        self._events = events
        self._venues = venues
        self._journal = journal
        self._ask = ask
        self._words = words
        self._clock = clock
        self.plan_of: PlanOf = lambda _venue: NOWHERE
        self.make_matching: MakeMatching = lambda _booths: Unmatched()
        self._books: dict[str, Book] = {}
        self._opening = threading.Lock()
        self._followed: dict[str, set[Heard]] = {}
        self._matching_rates = Rates(MATCHES_PER_SECOND, MATCHES_BURST)
        handlers = {
            "meeting_profile": self._profile, "meeting_mine": self._mine, "meeting_ask": self._ask_for,
            "meeting_answer": self._answer, "meeting_move": self._move, "meeting_cancel": self._cancel,
            "meeting_here": self._here, "meeting_outcome": self._outcome, "meeting_forget": self._forget,
        }  # fmt: skip
        for name, handle in handlers.items():
            socketio.server.on(name, events.guarded(handle))
        socketio.server.on("meeting_matches", events.guarded(self._matches, self._matching_rates))
        events.farewells.append(self._leave)

    def book(self, venue: str) -> Book:
        """The meetings of a venue, for pages too. Raises KeyError for a venue that is not open, StoreError."""
        if venue not in self._venues:
            raise KeyError(venue)
        with self._opening:
            book = self._books.get(venue)
            if book is None:
                tell, present = self._tell, lambda party: self._present(venue, party)
                book = Book(
                    venue, self._journal, self._ask, self._words, self._clock, self.make_matching, tell, present
                )
                book.replan(self.plan_of(venue))
                self._books[venue] = book
        return book

    def run(self) -> None:
        """Follow the programme and the clock, for ever."""
        beats = 0
        while True:
            self._socketio.sleep(BEAT)
            beats += 1
            for venue in list(self._venues):
                try:
                    self._look(venue, refresh=beats % REFRESH == 1)
                except StoreError:
                    continue  # the journal says so, and tries again
                except Exception:
                    _log.exception("looking at the meetings of %s failed", venue)

    def _look(self, venue: str, *, refresh: bool) -> None:
        book = self.book(venue)
        book.replan(self.plan_of(venue))
        book.expire()
        if refresh:
            book.refresh()

    def _profile(self, sid: str, payload: Payload) -> Answer:
        written, consent = decoding.profile(payload), decoding.consent(payload)
        return self._book(sid).write_profile(self._party(sid, payload, speaks=True), written, consent)

    def _mine(self, sid: str, payload: Payload) -> Answer:
        party, book = self._party(sid, payload), self._book(sid)
        told = book.mine(party)
        self._followed.setdefault(sid, set()).add((book.venue, party))
        return told

    def _matches(self, sid: str, payload: Payload) -> Answer:
        return {"matches": self._book(sid).matches(self._party(sid, payload))}

    def _ask_for(self, sid: str, payload: Payload) -> Answer:
        wish = decoding.other(payload), decoding.slot(payload), decoding.words(payload, "message")
        return self._book(sid).ask(self._party(sid, payload, speaks=True), *wish)

    def _answer(self, sid: str, payload: Payload) -> Answer:
        accept, slot = decoding.accept(payload), decoding.slot(payload)
        return self._book(sid).answer(*self._which(sid, payload), accept, slot)

    def _move(self, sid: str, payload: Payload) -> Answer:
        slot = decoding.wanted_slot(payload)
        return self._book(sid).move(*self._which(sid, payload), slot)

    def _cancel(self, sid: str, payload: Payload) -> Answer:
        return self._book(sid).cancel(*self._which(sid, payload))

    def _here(self, sid: str, payload: Payload) -> Answer:
        return self._book(sid).here(*self._which(sid, payload))

    def _outcome(self, sid: str, payload: Payload) -> Answer:
        outcome, note = decoding.outcome(payload), decoding.words(payload, "note")
        return self._book(sid).outcome(*self._which(sid, payload), outcome, note)

    def _forget(self, sid: str, payload: Payload) -> Answer:
        if decoding.secret(payload) is None:
            raise CommandRefused("malformed", "secret is missing: a profile is its buyer's to forget")
        self._book(sid).forget(self._party(sid, payload))
        return {}

    def _which(self, sid: str, payload: Payload) -> tuple[Party, str]:
        meeting = decoding.meeting(payload)
        return self._party(sid, payload), meeting

    def _book(self, sid: str) -> Book:
        return self.book(self._events.venue_of(sid).id)

    def _party(self, sid: str, payload: Payload, speaks: bool = False) -> Party:
        """Who comes. Raises CommandRefused for who may not come so, or may not speak."""
        secret, booth, venue = decoding.secret(payload), decoding.booth(payload), self._events.venue_of(sid)
        with venue.lock:
            person = venue.hall.person(sid)
        if person is None:
            raise CommandRefused("not_joined", "join first")
        if person.role == "kiosk":  # whoever comes next would have the secret
            raise CommandRefused("not_allowed", "meetings are kept on a device of one's own")
        if speaks and person.muted:
            raise CommandRefused("muted", "you have been muted")
        if secret is not None:
            return buyer(secret)
        credential = self._events.credential_of(sid)
        if credential is None or booth not in credential.booths:
            raise CommandRefused("not_allowed", "this is for the staff of the booth")
        return Party("booth", booth)

    def _present(self, venue_id: str, party: Party) -> int | None:
        """Staff who are in the venue, or a buyer who follows their meetings."""
        venue = self._venues[venue_id]
        with venue.lock:
            if party.side == "booth":
                staff = map(venue.hall.person, venue.hall.watching(frozenset({"exhibitor"})))
                return next((person.number for person in staff if person and party.id in person.booths), None)
            following = [sid for sid, heard in self._followed.items() if (venue_id, party) in heard]
            return next((person.number for sid in following if (person := venue.hall.person(sid))), None)

    def _tell(self, book: Book, changed: Sequence[Meeting]) -> None:
        """Each as its side may know it, to both sides as far as they follow."""
        for meeting in changed:
            sides = {Party("buyer", meeting.buyer), Party("booth", meeting.booth)}
            for sid, heard in list(self._followed.items()):
                for _, party in [each for each in heard if each[0] == book.venue and each[1] in sides]:
                    self._socketio.emit("meeting", {"meeting": book.told(meeting, party.side)}, to=sid)

    def _leave(self, sid: str) -> None:
        """A connection is gone, or has left the venue."""
        self._matching_rates.forget(sid)
        self._followed.pop(sid, None)
