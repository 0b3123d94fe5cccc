"""Socket.IO in and out: decode → apply → store → acknowledge, and the broadcast of what has happened.

Who sends is known by the connection (``sid``), never by the payload. Every event gets an acknowledgement, whatever
was sent; no payload can raise beyond this module.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from flask_socketio import SocketIO

from hallwright.errors import CommandRefused, StoreError
from hallwright.gateway import decoding, moderating
from hallwright.gateway.credentials import Credential, Recognize, nobody, secret_in
from hallwright.gateway.moderating import StaffCommand
from hallwright.gateway.queuing import WISHES as QUEUE_WISHES
from hallwright.gateway.refusals import refusal
from hallwright.gateway.tickets import Holder, Tickets
from hallwright.gateway.venues import OpenVenue
from hallwright.live.commands import (
    ChangeArea,
    Consent,
    Disconnect,
    EndGroup,
    Follow,
    GroupCommand,
    Highlight,
    Join,
    Leave,
    Rename,
    Review,
    Ring,
    Sit,
    StageCommand,
    Stand,
    StartGroup,
    Stray,
    TriggerShow,
    Unfollow,
)
from hallwright.live.events import Admitted
from hallwright.live.groups import CODE_LENGTH, CODE_LETTERS
from hallwright.live.queues.commands import QueueCommand
from hallwright.live.rates import Rates

FLOOD = 100  # commands in excess of the rate after which a connection is cut

_log = logging.getLogger(__name__)
Payload = Mapping[str, Any]
Answer = dict[str, Any]
PlaceCommand = StageCommand | QueueCommand


GROUP_WISHES: Mapping[str, Callable[[str, Payload], GroupCommand]] = {
    "guide_end": lambda sid, _: EndGroup(sid),
    "follow": lambda sid, payload: Follow(sid, decoding.group(payload)),
    "stray": lambda sid, _: Stray(sid),
    "unfollow": lambda sid, _: Unfollow(sid),
    "highlight": lambda sid, payload: Highlight(sid, decoding.placement(payload)),
    "ring": lambda sid, payload: Ring(sid, decoding.whom(payload)),
}
"""What may be wished of groups, by the name of its event."""
STAGE_WISHES: Mapping[str, Callable[[str, Payload], StageCommand]] = {
    "sit": lambda sid, payload: Sit(sid, *decoding.seat(payload)),
    "stand": lambda sid, _: Stand(sid),
}
"""What may be wished of seats."""


class SocketEvents:
    """The events of docs/formats/live.md. ``clock`` gives seconds since 1970 that never go back."""

    def __init__(
        self, socketio: SocketIO, venues: Mapping[str, OpenVenue], tickets: Tickets, clock: Callable[[], float]
    ) -> None:
        self._socketio = socketio
        self._venues = venues
        self._tickets = tickets
        self._clock = clock
        self._rates = Rates()
        self._joined: dict[str, OpenVenue] = {}
        self._credentials: dict[str, Credential] = {}
        self.recognize: Recognize = nobody
        self.farewells: list[Callable[[str], None]] = []  # told of each connection that has left its venue
        unknown = self.guarded(self._refuse_unknown)
        handlers = {
            "join": self._join, "nickname": self._nickname, "area": self._area,
            "trigger": self._trigger, "leave": self._leave, "guide_start": self._start_group,
            "consent": self._consent,
        } | {name: self._group(wish) for name, wish in GROUP_WISHES.items()}
        handlers |= {name: self._group(wish) for name, wish in {**STAGE_WISHES, **QUEUE_WISHES}.items()}
        handlers |= {name: self._moderation(wish) for name, wish in moderating.WISHES.items()}
        # Straight onto the Socket.IO server: a Flask request context for every event would only cost.
        for name, handle in handlers.items():
            socketio.server.on(name, self.guarded(self._settled(handle)))
        socketio.server.on("clock", self.guarded(self._tell_time))
        socketio.server.on("*", lambda event, sid, *arguments: unknown(sid, *arguments))
        socketio.server.on("disconnect", self._disconnect)

    def guarded(self, handle: Callable[[str, Payload], Answer], rates: Rates | None = None) -> Callable[..., Answer]:
        """``handle`` behind the rate limit, or one of its own, with every refusal and mistake turned into an
        acknowledgement."""

        def answer(sid: str, *arguments: Any) -> Answer:
            try:
                self._check_rate(sid, self._rates if rates is None else rates)
                return {"ok": True, **handle(sid, decoding.only_payload(arguments))}
            except CommandRefused as refused:
                return refusal(refused.code, refused.wait)
            except StoreError:
                return refusal("storing")
            except Exception:
                _log.exception("a live command failed")
                return refusal("internal")

        return answer

    def _settled(self, handle: Callable[[str, Payload], Answer]) -> Callable[[str, Payload], Answer]:
        """``handle``, answered only once what followed is stored: what was acknowledged is never taken back."""

        def settle(sid: str, payload: Payload) -> Answer:
            before = self._joined.get(sid)
            answer = handle(sid, payload)
            venue = self._joined.get(sid, before)
            if venue:
                venue.log.settle()
            return answer

        return settle

    def _refuse_unknown(self, sid: str, payload: Payload) -> Answer:
        raise CommandRefused("unknown_event", "there is no such event")

    def _check_rate(self, sid: str, rates: Rates) -> None:
        bucket = rates.ask(sid, self._clock())
        if bucket.excess > FLOOD:
            self._socketio.start_background_task(self.cut, sid)
        if not bucket.granted:
            raise CommandRefused("too_fast", "too many commands")

    def _join(self, sid: str, payload: Payload) -> Answer:
        request = decoding.join_request(payload)
        venue = self._venues.get(request.venue)
        if venue is None:
            raise CommandRefused("unknown_venue", "there is no such venue")
        if self._joined.get(sid, venue) is not venue:
            raise CommandRefused("already_joined", "leave the other venue first")
        fresh = secrets.token_urlsafe(24)
        session = request.session and digest(request.session)
        command = self._credited(
            Join(sid, request.area, digest(fresh), request.nickname, session, request.via, consent=request.consent),
            session is None,
        )
        with venue.lock:
            now = self._clock()
            admitted = next(e for e in venue.perform(command, now) if isinstance(e, Admitted))
            self._joined[sid] = venue
            self._socketio.server.leave_room(sid, venue.id)
            venue.newcomers[sid] = venue.log.last
            secret = request.session if admitted.resumed and request.session else fresh
            return self._welcome(venue, admitted, secret, venue.catch_up(request.since, admitted.resumed), now)

    def _welcome(
        self, venue: OpenVenue, admitted: Admitted, secret: str, missed: list[dict[str, Any]] | None, now: float
    ) -> Answer:
        people = [person.record() for person in venue.hall.people()] if missed is None else []
        return {
            "session": secret,
            "number": admitted.number,
            "presence": self._tickets.issue(Holder(venue.id, admitted.connection), time.monotonic()),
            "seq": venue.log.last,
            "time": milliseconds(now),
            "people": people,
            "missed": missed or [],
            "shows": venue.hall.shows.records() if missed is None else {},
            "boards": venue.hall.boards.changes() if missed is None else {},
            "sessions": venue.hall.sessions.changes() if missed is None else {},
            "groups": venue.hall.groups.records() if missed is None else {},
            "screens": venue.hall.screens.showing() if missed is None else {},
            "seats": venue.hall.seats.records() if missed is None else {},
            "queues": venue.hall.queues.records() if missed is None else {},
            "snapshot": missed is None,
            "revision": venue.hall.revision,
            "consent": venue.hall.agreed(admitted.connection),
        }

    def _nickname(self, sid: str, payload: Payload) -> Answer:
        return self._perform(sid, Rename(sid, decoding.nickname(payload)))

    def _consent(self, sid: str, payload: Payload) -> Answer:
        return self._perform(sid, Consent(sid, decoding.yes(payload, "given")))

    def _area(self, sid: str, payload: Payload) -> Answer:
        area = decoding.area(payload)
        venue = self.venue_of(sid)
        with venue.lock:
            answer = self._perform(sid, ChangeArea(sid, area))
            return {**answer, "people": [person.record() for person in venue.hall.people(area)]}

    def _trigger(self, sid: str, payload: Payload) -> Answer:
        return self._perform(sid, TriggerShow(sid, decoding.show(payload)))

    def _start_group(self, sid: str, payload: Payload) -> Answer:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        return {**self._perform(sid, StartGroup(sid, code)), "group": code}

    def _group(self, wish: Callable[[str, Payload], GroupCommand | PlaceCommand]) -> Callable[[str, Payload], Answer]:
        return lambda sid, payload: self._perform(sid, wish(sid, payload))

    def _credited(self, command: Join, new: bool) -> Join:
        """With the role of the cookie that the connection was made with; who is new is called as their account."""
        sid = command.connection
        secret = secret_in(self._socketio.server.get_environ(sid) or {})
        credential = self.recognize(secret) if secret else None
        if credential is None:
            self._credentials.pop(sid, None)
            return command
        self._credentials[sid] = credential
        theirs = credential.role == "kiosk" or (new and command.nickname is None)
        name = credential.name if theirs else command.nickname
        role, account, booths = credential.role, credential.account, credential.booths
        return replace(command, role=role, account=account, booths=booths, nickname=name)

    def _moderation(self, wish: Callable[[str, Payload], StaffCommand]) -> Callable[[str, Payload], Answer]:
        def handle(sid: str, payload: Payload) -> Answer:
            command, venue = wish(sid, payload), self.venue_of(sid)
            with venue.lock:
                credential = self._credentials.get(sid)
                venue.perform(command, self._clock(), credential.actor if credential else None)
                seen = moderating.review(venue.hall) if isinstance(command, Review) else {}
                return {"seq": venue.log.last, **seen}

        return handle

    def end_login(self, ended: Callable[[Credential], bool]) -> None:
        """Cut the connections of those whose credential is good no more; they may come back without."""
        for sid, credential in list(self._credentials.items()):
            if ended(credential):
                self.cut(sid)

    def _leave(self, sid: str, payload: Payload) -> Answer:
        answer = self._perform(sid, Leave(sid))
        self._forget(sid)
        return answer

    def _tell_time(self, sid: str, payload: Payload) -> Answer:
        return {"t0": decoding.clock_value(payload), "t1": milliseconds(self._clock())}

    def _disconnect(self, sid: str, *reason: Any) -> None:
        venue = self._joined.get(sid)
        if venue:
            with venue.lock:
                venue.perform(Disconnect(sid), self._clock())
            self._forget(sid)
        self._rates.forget(sid)
        self._credentials.pop(sid, None)

    def _perform(
        self, sid: str, command: Rename | Consent | ChangeArea | TriggerShow | Leave | GroupCommand | PlaceCommand
    ) -> Answer:
        venue = self.venue_of(sid)
        with venue.lock:
            venue.perform(command, self._clock())
            return {"seq": venue.log.last}

    def credential_of(self, sid: str) -> Credential | None:
        """The account that a connection came with."""
        return self._credentials.get(sid)

    def venue_of(self, sid: str) -> OpenVenue:
        """Where a connection has joined; raises CommandRefused ``not_joined``."""
        venue = self._joined.get(sid)
        if venue is None:
            raise CommandRefused("not_joined", "join first")
        return venue

    def _forget(self, sid: str) -> None:
        venue = self._joined.pop(sid, None)
        if venue:
            venue.newcomers.pop(sid, None)
            self._socketio.server.leave_room(sid, venue.id)
            for farewell in self.farewells:
                farewell(sid)

    def cut(self, sid: str) -> None:
        """End a Socket.IO connection."""
        self._socketio.server.disconnect(sid)


def digest(secret: str) -> str:
    """What is kept of a secret: enough to know it again, and no use to who reads the database. It was drawn at random,
    so that a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def milliseconds(seconds: float) -> float:
    """A time for pages that set their clock by it: a tenth of a millisecond is finer than any line."""
    return round(seconds * 1000, 1)
