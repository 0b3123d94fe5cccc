"""Talk over Socket.IO: who listens, what is wished, and ten times a second what is new, told to those who listen.

As with the venue's own log: nothing is acknowledged or told before it is stored, and the sender is known by the
connection. Reactions have a measure of their own, so that who claps can still speak.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from flask_socketio import SocketIO

from hallwright.errors import CommandRefused
from hallwright.gateway import decoding, talk_decoding
from hallwright.gateway.broadcasting import Broadcast
from hallwright.gateway.conversations import Conversations, OpenTalk, listening
from hallwright.gateway.socket_events import Answer, Payload, SocketEvents
from hallwright.gateway.speakers import author_of
from hallwright.gateway.venues import OpenVenue
from hallwright.live.rates import Rates
from hallwright.live.talking.authors import Author
from hallwright.live.talking.commands import Ask, Command, Say
from hallwright.live.talking.telling import told

BEAT = 0.1  # s
WAVE_EVERY = 0.5  # s between two waves of a place
TELLING, WAVING = 0.00005, 0.00025  # s from one telling to the next for each who listens, and from wave to wave
MOST_STREAMS = 8  # that one connection listens to
REACTIONS_PER_SECOND, REACTION_BURST = 8.0, 24.0
PAGES_PER_SECOND, PAGES_BURST = 10.0, 40.0  # wishes of all who read a venue without a connection
WORDS_PER_SECOND, WORDS_BURST = 20.0, 60.0  # messages and questions of all in one place: nobody reads more

_log = logging.getLogger(__name__)


class Talking:
    """The events of docs/formats/talk.md. ``clock`` gives seconds since 1970 that never go back."""

    def __init__(
        self, socketio: SocketIO, broadcast: Broadcast, events: SocketEvents,
        conversations: Mapping[str, Conversations], clock: Callable[[], float],
    ) -> None:
        self._socketio = socketio
        self._broadcast = broadcast
        self._events = events
        self._conversations = conversations
        self._clock = clock
        self._heard: dict[str, set[str]] = {}
        self._reaction_rates = Rates(REACTIONS_PER_SECOND, REACTION_BURST)
        self._page_rates = Rates(PAGES_PER_SECOND, PAGES_BURST)
        self._word_rates = Rates(WORDS_PER_SECOND, WORDS_BURST)
        for name, wish in talk_decoding.WISHES.items():
            socketio.server.on(name, events.guarded(partial(self._wish, wish)))
        for name, handle in {"listen": self._listen, "unlisten": self._unlisten, "earlier": self._earlier}.items():
            socketio.server.on(name, events.guarded(handle))
        socketio.server.on("react", events.guarded(self._react, self._reaction_rates))
        events.farewells.append(self._forget)

    def _listen(self, sid: str, payload: Payload) -> Answer:
        request = talk_decoding.listen_request(payload)
        venue = self._events.venue_of(sid)
        talk, author = self._talk(venue, request.stream), author_of(venue, sid, request.stream)
        heard = self._heard.setdefault(sid, set())
        if request.stream not in heard and len(heard) >= MOST_STREAMS:
            raise CommandRefused("too_many_streams", f"at most {MOST_STREAMS} at a time")
        heard.add(request.stream)
        with talk.lock:
            self._socketio.server.leave_room(sid, talk.room)
            talk.listeners.add(sid)
            talk.newcomers[sid] = talk.log.last
            answer = listening(talk, author, request.since, request.most)
        talk.log.settle()
        return {"stream": request.stream, **answer}

    def _unlisten(self, sid: str, payload: Payload) -> Answer:
        name = talk_decoding.stream(payload)
        talk = self._talk(self._events.venue_of(sid), name)
        self._heard.get(sid, set()).discard(name)
        with talk.lock:
            talk.forget(sid)
            self._socketio.server.leave_room(sid, talk.room)
        return {}

    def _earlier(self, sid: str, payload: Payload) -> Answer:
        before = decoding.number(payload, "before")
        name, most = talk_decoding.stream(payload), talk_decoding.most(payload)
        return {"history": self._conversations[self._events.venue_of(sid).id].earlier(name, before, most)}

    def _wish(self, wish: Callable[[Author, Payload], Command], sid: str, payload: Payload) -> Answer:
        venue = self._events.venue_of(sid)
        name = talk_decoding.stream(payload)
        command = wish(author_of(venue, sid, name), payload)
        return {"seq": self._perform(self._talk(venue, name), command)}

    def take_part(self, venue: str, author: Author, name: str, payload: Payload) -> None:
        """What somebody wishes who reads pages and has no connection; raises CommandRefused or StoreError, and KeyError
        for a venue that is not open."""
        talk = self._conversations[venue].talk(talk_decoding.stream(payload))
        if not self._page_rates.ask(venue, self._clock()).granted:
            raise CommandRefused("too_fast", "too many take part by pages now")
        if name != "react":
            self._perform(talk, talk_decoding.WISHES[name](author, payload))
            return
        with talk.lock:
            talk.reactions.react(author, talk_decoding.reaction(payload))

    def _perform(self, talk: OpenTalk, command: Command) -> int:
        """The number of what happened, once it is stored."""
        with talk.lock:
            self._check_crowd(talk, command)
            seq = talk.perform(command, self._clock())
        talk.log.settle()
        return seq

    def _check_crowd(self, talk: OpenTalk, command: Command) -> None:
        if isinstance(command, Say | Ask) and talk.talk.repeated(command) is None:
            bucket = self._word_rates.ask(talk.room, self._clock())
            if not bucket.granted:
                raise CommandRefused("crowded", "many are writing here", wait=1.0)

    def _react(self, sid: str, payload: Payload) -> Answer:
        venue = self._events.venue_of(sid)
        name = talk_decoding.stream(payload)
        talk = self._talk(venue, name)
        with talk.lock:
            talk.reactions.react(author_of(venue, sid, name), talk_decoding.reaction(payload))
        return {}

    def _talk(self, venue: OpenVenue, name: str) -> OpenTalk:
        return self._conversations[venue.id].talk(name)

    def _forget(self, sid: str) -> None:
        """A connection is gone, or has left the venue."""
        self._reaction_rates.forget(sid)
        for name in self._heard.pop(sid, ()):
            for conversations in self._conversations.values():
                for talk in conversations:
                    if talk.talk.stream.name == name:
                        self._dismiss(talk, sid)

    def _dismiss(self, talk: OpenTalk, sid: str) -> None:
        with talk.lock:
            talk.forget(sid)
            self._socketio.server.leave_room(sid, talk.room)

    def run(self) -> None:
        """Tell for ever; a mistake in one beat is logged and does not stop the next."""
        due = time.monotonic()
        while True:
            due = max(due + BEAT, time.monotonic() - 1.0)
            self._socketio.sleep(max(0.0, due - time.monotonic()))
            for conversations in list(self._conversations.values()):
                for talk in conversations:
                    try:
                        self._tell(talk)
                    except Exception:
                        _log.exception("a talk could not be told")

    def _tell(self, talk: OpenTalk) -> None:
        """What is stored by now to everyone who listens, then newcomers listen too; and the wave."""
        with talk.lock:
            now = self._clock()
            talk.expire(now)
            if (talk.outbox or talk.newcomers) and now - talk.told_at >= TELLING * len(talk.listeners):
                self._tell_events(talk, now)
            if now - talk.waved_at >= max(WAVE_EVERY, WAVING * len(talk.listeners)):
                counts = talk.reactions.take()
                if counts:
                    talk.waved_at = now
                    self._broadcast.emit("wave", {"stream": talk.talk.stream.name, "counts": counts}, talk.room)

    def _tell_events(self, talk: OpenTalk, now: float) -> None:
        stored = talk.log.stored
        events = talk.ready()
        if events:
            talk.told_at = now
            self._emit(talk, talk.room, events)
        for sid, known in [each for each in talk.newcomers.items() if each[1] <= stored]:
            self._emit(talk, sid, [event for event in events if event["seq"] > known])
            self._socketio.server.enter_room(sid, talk.room)
            del talk.newcomers[sid]

    def _emit(self, talk: OpenTalk, to: str, events: Sequence[Mapping[str, Any]]) -> None:
        named = [{"stream": talk.talk.stream.name, **event} for event in told(events, talk.talk.state.gone)]
        if len(named) == 1:
            self._broadcast.emit("talk", named[0], to)
        elif named:
            self._broadcast.emit("talks", named, to)
