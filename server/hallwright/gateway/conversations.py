"""The talks of one venue that somebody has listened to: each with its log, and what still has to be told of it.

A talk is opened when it is first asked for, from what is stored of it, and has a lock of its own: what is said in one
place keeps nobody elsewhere waiting.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.live.talking.authors import Author
from hallwright.live.talking.commands import Command
from hallwright.live.talking.reactions import Reactions
from hallwright.live.talking.state import State, erase
from hallwright.live.talking.streams import Stream
from hallwright.live.talking.talk import Talk
from hallwright.live.talking.telling import told
from hallwright.live.talking.words import Words
from hallwright.store.database import Database
from hallwright.store.event_log import PATIENCE, EventLog
from hallwright.store.journal import Journal
from hallwright.store.streams import beside
from hallwright.store.writes import Plan, Snapshot, Write

REMEMBERED = 512  # events of a talk in memory, for who comes back after a moment
SNAPSHOT_EVERY = 1_000  # events; so many are read at most when a talk is opened
Event = dict[str, Any]


@dataclass(slots=True)
class OpenTalk:
    """A talk that people can listen to. Hold ``lock`` around anything that reads or changes it."""

    room: str
    talk: Talk
    reactions: Reactions
    log: EventLog
    kept: int  # the event after which the talk was kept last; negative where nothing is stored yet
    lock: threading.RLock = field(default_factory=threading.RLock)
    outbox: list[Event] = field(default_factory=list)
    newcomers: dict[str, int] = field(default_factory=dict)  # connection -> the last event it knows
    listeners: set[str] = field(default_factory=set)
    told_at: float = 0.0
    waved_at: float = 0.0

    def perform(self, command: Command, now: float) -> int:
        """Apply ``command`` at ``now`` (s) and note what follows; the number of what happened, or of what had happened
        before under the same key. Raises CommandRefused. ``log.settle`` waits until it is stored."""
        if self.log.full:
            raise CommandRefused("storing", "too much waits to be stored")
        before = self.talk.repeated(command)
        self._note(self.talk.apply(command, now))
        return before or self.log.last

    def expire(self, now: float) -> None:
        """Note what follows from the time alone."""
        if not self.log.full:
            self._note(self.talk.expire(now))

    def _note(self, events: Sequence[Event]) -> None:
        if events:
            self.outbox += self.log.append(events[0]["time"], events, self._beside())
        if self.log.last - max(0, self.kept) >= SNAPSHOT_EVERY:
            self.keep()

    def keep(self) -> None:
        """Keep how the talk is now, so that what was said before need not be read to go on from here."""
        if self.log.last > max(0, self.kept):
            self.kept = self.log.last
            self.log.append(0, (), [Snapshot(self.room, self.kept, json.dumps(self.talk.state.record()))])

    def erase(self, by: str, instead: str) -> None:
        """What a person said is not remembered any more; what is stored is not changed here."""
        self.talk.state.erase(by, instead)
        self.log.rewrite(lambda event: erase(event, by, instead))

    def tell_erased(self, messages: list[int], now: float) -> None:
        """Note that messages are gone, so that whoever has heard them forgets them too."""
        event = self.talk.erased(messages, now)
        self.outbox += self.log.append(event["time"], [event])

    def ready(self) -> list[Event]:
        """Takes the events that are stored out of the outbox."""
        stored = self.log.stored
        first = next((i for i, event in enumerate(self.outbox) if event["seq"] > stored), len(self.outbox))
        ready, self.outbox = self.outbox[:first], self.outbox[first:]
        return ready

    def forget(self, sid: str) -> None:
        """A connection listens no more."""
        self.listeners.discard(sid)
        self.newcomers.pop(sid, None)

    def _beside(self) -> list[Write]:
        """The row that keeps how the talk is, made with its first event."""
        if self.kept >= 0:
            return []
        self.kept = 0
        return [Plan(self.room, "{}")]


class Conversations:
    """All talks of a venue. Every method may be called from any greenlet or thread."""

    def __init__(self, venue: str, journal: Journal, database: Database, words: Words) -> None:
        self._venue = venue
        self._journal = journal
        self._database = database
        self._words = words
        self._streams: dict[str, Stream] = {}
        self._open: dict[str, OpenTalk] = {}
        self._lock = threading.RLock()

    def replan(self, streams: Iterable[Stream]) -> None:
        """The venue has these places to talk now. What was said where a place has gone stays stored."""
        with self._lock:
            self._streams = {stream.name: stream for stream in streams}
            for name in self._open.keys() - self._streams.keys():
                del self._open[name]
            for name, talk in self._open.items():
                talk.talk.stream = talk.reactions.stream = self._streams[name]

    def __iter__(self) -> Iterator[OpenTalk]:
        """Those that are open now."""
        return iter(list(self._open.values()))

    def talk(self, name: str, patience: float = PATIENCE) -> OpenTalk:
        """The talk of this name, opened if need be within ``patience`` s. Raises CommandRefused ``unknown_stream``, or
        StoreError."""
        known = self._open.get(name)
        if known:
            return known
        if name not in self._streams:
            raise CommandRefused("unknown_stream", f"there is no {name!r}")
        with self._lock:
            if name not in self._open and name in self._streams:
                self._open[name] = self._opened(self._streams[name], patience)
            return self._open[name]

    def named(self, room: str) -> str | None:
        """The name of the talk that is stored under this one; None where there is no such place any more."""
        return next((name for name in self._streams if beside(self._venue, name) == room), None)

    def earlier(self, name: str, before: int, most: int) -> list[Event]:
        """Messages before the number ``before``, oldest first, without those that were taken away. Raises as ``talk``
        does."""
        talk = self.talk(name)
        with talk.lock:
            remembered = [each for each in talk.talk.messages(REMEMBERED) if each["seq"] < before]
        if len(remembered) >= most:
            return remembered[len(remembered) - most :]
        found = self._journal.ask(lambda: self._database.earlier(talk.room, "said", before, most), PATIENCE)
        with talk.lock:
            return [event for event in map(json.loads, found) if event["seq"] not in talk.talk.state.gone]

    def forget(self, sid: str) -> None:
        """A connection is gone."""
        for talk in self:
            with talk.lock:
                talk.forget(sid)

    def _opened(self, stream: Stream, patience: float) -> OpenTalk:
        room = beside(self._venue, stream.name)
        stored = self._journal.ask(lambda: self._database.load(room), patience)
        if stored is None:
            return OpenTalk(room, Talk(stream, self._words), Reactions(stream), self._log(room), -1)
        state = State.of(json.loads(stored.state))
        tail = [json.loads(event) for event in stored.events]
        for event in tail:
            state.follow(event)
        log = self._log(room, last=stored.seq, tail=tail)
        return OpenTalk(room, Talk(stream, self._words, state), Reactions(stream), log, stored.since)

    def _log(self, room: str, last: int = 0, tail: Iterable[Event] = ()) -> EventLog:
        return EventLog(room, self._journal, remembered=REMEMBERED, last=last, tail=tail)


def listening(talk: OpenTalk, author: Author, since: int | None, most: int) -> Event:
    """What is told to who begins to listen: what was missed ``since``, or how everything is."""
    state = talk.talk.state
    missed = None if since is None else talk.log.since(since)
    return {
        "seq": talk.log.last, "me": author.by, "pace": state.pace, "snapshot": missed is None,
        "missed": told(missed or (), state.gone),
        "history": talk.talk.messages(most) if missed is None else [],
        "questions": talk.talk.questions(author),
        "polls": talk.talk.polls(author),
    }  # fmt: skip
