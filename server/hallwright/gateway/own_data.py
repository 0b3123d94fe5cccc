"""What is kept of a visitor: told to them, or erased in the database, in memory, and on the pages of others.

Whose it is, the secrets say that only their page has: the one of now, those of earlier visits, and that of meetings.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask_socketio import SocketIO

from hallwright.errors import CommandRefused
from hallwright.gateway import decoding
from hallwright.gateway.conversations import Conversations
from hallwright.gateway.meetings import decoding as meeting_decoding
from hallwright.gateway.meetings import parties
from hallwright.gateway.meetings.book import Book
from hallwright.gateway.meetings.parties import Party
from hallwright.gateway.persons import person_of
from hallwright.gateway.socket_events import Answer, Payload, SocketEvents, digest
from hallwright.gateway.venues import OpenVenue
from hallwright.live.commands import Erase
from hallwright.live.rates import Rates
from hallwright.live.talking.state import State, erase
from hallwright.store import erasing
from hallwright.store.accounts import Job
from hallwright.store.erasing import Erased, Person, Rewriting

EACH_SECOND, BURST = 0.1, 3.0  # of one connection: each looks through all that is kept
TOGETHER, TOGETHER_BURST = 1.0, 10.0
MOST_TOLD = 1_000  # messages in one event

_log = logging.getLogger(__name__)


def _left_of(record: dict[str, Any], by: str, instead: str) -> dict[str, Any]:
    state = State.of(record)
    state.erase(by, instead)
    return state.record()


def _buyer(payload: Payload) -> Party | None:
    """As whom one comes to one's meetings. Raises CommandRefused ``malformed``."""
    secret = meeting_decoding.meetings(payload)
    return parties.buyer(secret) if secret else None


REWRITING = Rewriting(erase, _left_of)


class OwnData:
    """The events ``mine`` and ``erase`` of docs/formats/live.md. ``ask`` lets the database do a job."""

    def __init__(
        self, socketio: SocketIO, events: SocketEvents, venues: Mapping[str, OpenVenue],
        conversations: Mapping[str, Conversations], book: Callable[[str], Book], ask: Callable[[Job[Any]], Any],
        clock: Callable[[], float],
    ) -> None:
        self._events = events
        self._venues = venues
        self._conversations = conversations
        self._book = book
        self._ask = ask
        self._clock = clock
        self._rates, self._together = Rates(EACH_SECOND, BURST), Rates(TOGETHER, TOGETHER_BURST)
        socketio.server.on("mine", events.guarded(self._mine))
        socketio.server.on("erase", events.guarded(self._erase))
        events.farewells.append(self._rates.forget)

    def _mine(self, sid: str, payload: Payload) -> Answer:
        buyer, people = _buyer(payload), self._people(sid, payload)
        meetings = [self._book(people[0][0]).kept(buyer)] if buyer else []
        return {"data": {**self._ask(erasing.told(people)), "meetings": meetings}}

    def _erase(self, sid: str, payload: Payload) -> Answer:
        buyer, people = _buyer(payload), self._people(sid, payload)
        self.erase(people)
        if buyer:
            self._book(people[0][0]).forget(buyer)
        return {}

    def _people(self, sid: str, payload: Payload) -> list[Person]:
        """Those whose secrets the page has. Raises CommandRefused."""
        earlier = decoding.secrets(payload, "sessions")
        venue = self._events.venue_of(sid)
        with venue.lock:
            person, session = venue.hall.person(sid), venue.hall.session(sid)
        if person is None or session is None:
            raise CommandRefused("not_joined", "join first")
        if person.role != "visitor":
            raise CommandRefused("not_allowed", "what is kept of an account is told and erased by /api/v1/me")
        now = self._clock()
        for rates, key in ((self._rates, sid), (self._together, "")):
            if not rates.ask(key, now).granted:
                raise CommandRefused("erased_lately", "wait a moment", wait=round(1 / rates.rate, 1))
        return [(venue.id, each) for each in dict.fromkeys(map(person_of, (session, *map(digest, earlier))))]

    def erase(self, people: Sequence[Person]) -> None:
        """Nothing that is kept tells of them any more. Raises StoreError."""
        instead = {person: secrets.token_hex(9) for person in people}
        for person in people:
            self._forget_here(person)
            self._forget_talk(person, instead[person])
        for erased in self._ask(erasing.erase(instead, REWRITING)):
            if erased.number is not None and erased.venue in self._venues:
                self._forget_names(self._venues[erased.venue], erased.number)
            self._forget_talk((erased.venue, erased.person), instead[erased.venue, erased.person])
            self._tell(erased)

    def _forget_here(self, person: Person) -> None:
        venue = self._venues.get(person[0])
        if venue is None:
            return
        with venue.lock:
            here = [number for session, number in venue.hall.sessions_here().items() if person_of(session) == person[1]]
            for number in here:
                venue.perform(Erase(number), self._clock())
                self._forget_names(venue, number)
        venue.log.settle()

    def _forget_names(self, venue: OpenVenue, number: int) -> None:
        def nameless(event: dict[str, Any]) -> None:
            about = event.get("person") if event["kind"] == "joined" else event
            if about and event["kind"] in erasing.NAMED and about["number"] == number:
                about["nickname"] = ""

        with venue.lock:
            venue.log.rewrite(nameless)

    def _forget_talk(self, person: Person, instead: str) -> None:
        for talk in self._conversations.get(person[0], ()):
            with talk.lock:
                talk.erase(person[1], instead)

    def _tell(self, erased: Erased) -> None:
        """To everyone who has heard what they said, also to who comes back."""
        conversations = self._conversations.get(erased.venue)
        for room, messages in erased.messages.items():
            name = conversations.named(room) if conversations else None
            if conversations is None or name is None:
                continue
            talk = conversations.talk(name)
            with talk.lock:
                for first in range(0, len(messages), MOST_TOLD):
                    talk.tell_erased(messages[first : first + MOST_TOLD], self._clock())
