"""Letters over Socket.IO: what visitors and staff wish, and what they are told at once while they are here.

Who comes as a visitor has the secret of the letter; who comes as staff, the cookie of an account with the booth. A
letter that one has opened is followed until the connection ends.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask_socketio import SocketIO

from hallwright.errors import CommandRefused
from hallwright.gateway import letter_decoding as decoding
from hallwright.gateway.bearers import MODERATORS, Bearer, visitor
from hallwright.gateway.letterbox import LetterBox, line_of, row_of
from hallwright.gateway.socket_events import Answer, Payload, SocketEvents
from hallwright.gateway.venues import OpenVenue
from hallwright.live.events import Person, Role
from hallwright.live.letters.state import State
from hallwright.live.letters.telling import told
from hallwright.live.letters.writers import Side
from hallwright.live.rates import Rates

INQUIRIES_PER_SECOND, INQUIRY_BURST = 1 / 20, 3.0  # of one connection
TYPING_PER_SECOND, TYPING_BURST = 1.0, 5.0
STAFF: frozenset[Role] = frozenset({"exhibitor"})
MOST_FOLLOWED = 60  # letters of one connection
Event = dict[str, Any]
Place = tuple[str, str]
"""A venue and the id of a letter."""


class Corresponding:
    """The events of docs/formats/letters.md."""

    def __init__(
        self, socketio: SocketIO, events: SocketEvents, boxes: Mapping[str, LetterBox], venues: Mapping[str, OpenVenue],
        clock: Callable[[], float],
    ) -> None:
        self._socketio = socketio
        self._events = events
        self._boxes = boxes
        self._venues = venues
        self._clock = clock
        self._followed: dict[str, dict[Place, Side]] = {}
        self._followers: dict[Place, set[str]] = {}
        self._inquiries = Rates(INQUIRIES_PER_SECOND, INQUIRY_BURST)
        self._typing_rates = Rates(TYPING_PER_SECOND, TYPING_BURST)
        handlers = {
            "inquire": self._inquire, "letters": self._letters, "inbox": self._inbox, "letter_open": self._open,
            "letter_write": self._write, "letter_see": self._see, "letter_end": self._end,
            "letter_report": self._report, "letter_erase": self._erase,
        }  # fmt: skip
        for name, handle in handlers.items():
            socketio.server.on(name, events.guarded(handle))
        socketio.server.on("letter_typing", events.guarded(self._typing, self._typing_rates))
        events.farewells.append(self._forget)

    def _inquire(self, sid: str, payload: Payload) -> Answer:
        box, bearer, wish = self._box(sid), self._bearer(sid, payload, speaks=True), decoding.inquiry(payload)
        bucket = self._inquiries.ask(sid, self._clock())
        if not bucket.granted:
            raise CommandRefused("too_fast", "too many letters", wait=round((1 - bucket.tokens) / INQUIRIES_PER_SECOND))
        about = (wish.booth, wish.placement, wish.text, wish.card, wish.consent, wish.card_consent)
        self._follow(sid, box, bearer.letter, "visitor")
        return box.inquire(bearer, *about).record()

    def _letters(self, sid: str, payload: Payload) -> Answer:
        box = self._box(sid)
        lines = box.mine(decoding.secrets(payload))
        for line in lines:
            self._follow(sid, box, line["letter"], "visitor")
        return {"letters": lines}

    def _inbox(self, sid: str, payload: Payload) -> Answer:
        before = decoding.moment(payload, "before")
        return {"letters": self._box(sid).inbox(self._staff(sid, ""), decoding.standing(payload), before)}

    def _open(self, sid: str, payload: Payload) -> Answer:
        box, bearer = self._box(sid), self._bearer(sid, payload)
        answer = box.read(bearer, decoding.moment(payload, "since") or 0)
        self._follow(sid, box, bearer.letter, answer.side)
        return answer.record()

    def _write(self, sid: str, payload: Payload) -> Answer:
        bearer = self._bearer(sid, payload, speaks=True)
        return self._box(sid).write(bearer, decoding.written(payload), decoding.key(payload)).record()

    def _see(self, sid: str, payload: Payload) -> Answer:
        return self._box(sid).see(self._bearer(sid, payload), decoding.moment(payload, "upto")).record()

    def _end(self, sid: str, payload: Payload) -> Answer:
        return self._box(sid).end(self._bearer(sid, payload)).record()

    def _report(self, sid: str, payload: Payload) -> Answer:
        return self._box(sid).report(self._bearer(sid, payload), decoding.reason(payload)).record()

    def _erase(self, sid: str, payload: Payload) -> Answer:
        self._box(sid).erase(self._bearer(sid, payload))
        return {}

    def _typing(self, sid: str, payload: Payload) -> Answer:
        """Tells the other side, as far as it looks at the letter; nothing of it is kept."""
        place = (self._events.venue_of(sid).id, self._bearer(sid, payload).letter)
        side = self._followed.get(sid, {}).get(place)
        if side not in ("visitor", "staff"):
            raise CommandRefused("unknown_letter", "open the letter first")
        for other in list(self._followers.get(place, ())):
            if self._followed.get(other, {}).get(place) not in (side, "moderator"):
                self._socketio.emit("typing", {"letter": place[1], "side": side}, to=other)
        return {}

    def tell(self, venue: str, letter: str, state: State, events: list[Event]) -> None:
        """Something has happened in a letter, and is stored: whoever it concerns and is here is told at once."""
        place = (venue, letter)
        followers = {sid: self._followed.get(sid, {}).get(place) for sid in self._followers.get(place, ())}
        row = row_of(venue, letter, state)
        for sid, side in {**self._concerned(venue, state, events), **followers}.items():
            if side is None:
                continue
            erased = any(event["kind"] == "erased" for event in events)
            shown = events if erased else told(events, side)
            news = {"letter": letter, "side": side, "line": line_of(row, side), "events": shown}
            self._socketio.emit("letter", news, to=sid)

    def _concerned(self, venue_id: str, state: State, events: list[Event]) -> dict[str, Side]:
        """The connections of the staff of its booth, and of moderators once there is something for them."""
        venue = self._venues.get(venue_id)
        if venue is None:
            return {}
        reported = any(event["kind"] == "reported" for event in events)
        found: dict[str, Side] = {}
        with venue.lock:
            for sid in venue.hall.watching(STAFF | MODERATORS if reported else STAFF):
                person = venue.hall.person(sid)
                if person and state.booth in person.booths:
                    found[sid] = "staff"
                elif person and person.role in MODERATORS:
                    found[sid] = "moderator"
        return found

    def _box(self, sid: str) -> LetterBox:
        return self._boxes[self._events.venue_of(sid).id]

    def _person(self, sid: str) -> Person:
        venue = self._events.venue_of(sid)
        with venue.lock:
            person = venue.hall.person(sid)
        if person is None:
            raise CommandRefused("not_joined", "join first")
        return person

    def _bearer(self, sid: str, payload: Payload, speaks: bool = False) -> Bearer:
        """Who comes to the letter that the payload names; raises CommandRefused for who may not speak."""
        secret = decoding.secret(payload)
        if secret is None:
            return self._staff(sid, decoding.letter(payload))
        person = self._person(sid)
        if person.role == "kiosk":  # whoever comes next would read it
            raise CommandRefused("not_allowed", "letters are written on a device of one's own")
        if speaks and person.muted:
            raise CommandRefused("muted", "you have been muted")
        return visitor(secret, person.nickname)

    def _staff(self, sid: str, letter: str) -> Bearer:
        credential, person = self._events.credential_of(sid), self._person(sid)
        if credential is None:
            raise CommandRefused("not_allowed", "this is for staff")
        return Bearer(letter, False, credential.name, credential.account, person.role, person.booths)

    def _follow(self, sid: str, box: LetterBox, letter: str, side: Side) -> None:
        followed, place = self._followed.setdefault(sid, {}), (box.venue, letter)
        if place not in followed and len(followed) >= MOST_FOLLOWED:
            self._unfollow(sid, next(iter(followed)))
        followed[place] = side
        self._followers.setdefault(place, set()).add(sid)

    def _unfollow(self, sid: str, place: Place) -> None:
        self._followed[sid].pop(place, None)
        followers = self._followers.get(place, set())
        followers.discard(sid)
        if not followers:
            self._followers.pop(place, None)

    def _forget(self, sid: str) -> None:
        """A connection is gone, or has left the venue."""
        self._inquiries.forget(sid)
        self._typing_rates.forget(sid)
        for place in list(self._followed.get(sid, ())):
            self._unfollow(sid, place)
        self._followed.pop(sid, None)
