"""One open venue: its hall, its log and its crowd, kept in step, and what still has to be told.

``perform`` is the whole way of a command: apply, note for the store, then what follows. Nothing is sent from here; the
outbox is emptied by the ticker, of what is stored by then, so that many events in one moment travel as one message and
nobody hears of anything that a crash could take back.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from hallwright.errors import CommandRefused, NotOpen
from hallwright.gateway import moderating
from hallwright.gateway.auditing import act_of
from hallwright.gateway.persons import person_of
from hallwright.live.boards import BoardPlan
from hallwright.live.commands import Command, Disconnect, Rebuild
from hallwright.live.devices.plans import DevicePlan
from hallwright.live.devices.twins import Twins
from hallwright.live.events import (
    Admitted,
    Agreed,
    Disagreed,
    Event,
    Left,
    Moved,
    PrivateEvent,
    Removed,
    Reported,
    Superseded,
    record,
)
from hallwright.live.hall import GRACE, Hall
from hallwright.live.queues.line import QueuePlan
from hallwright.live.screens import ScreenPlan
from hallwright.live.seats import SeatPlan
from hallwright.live.shows import ShowPlan
from hallwright.live.state import State, plan_of, plan_record
from hallwright.live.talking.streams import Stream
from hallwright.presence.crowd import Crowd
from hallwright.presence.crowding import Crowding
from hallwright.presence.plan import AreaPlan, SpotPlan
from hallwright.store.database import Database
from hallwright.store.event_log import REMEMBERED, EventLog
from hallwright.store.journal import Journal
from hallwright.store.writes import Actor, Admit, Consent, Forget, Plan, Snapshot, Withdraw, Write

SNAPSHOT_EVERY = 5_000  # events; so many are read at most when a server starts


@dataclass(frozen=True, slots=True)
class Memory:
    """How long a venue remembers: a lost connection for ``grace`` seconds, the last ``events`` events."""

    grace: float = GRACE
    events: int = REMEMBERED


@dataclass(frozen=True, slots=True)
class Programme:
    """What goes on in a venue beside people: its shows, its boards, the areas where dashboards of the simulated factory
    stand, its exhibits' placements, which guides may point at, the places where people talk, the sessions of its
    programme, the screens and seats of its stages, devices on site, the lines at exhibits, and the booths and exhibits
    of which is told how busy it is there."""

    shows: Sequence[ShowPlan] = ()
    boards: Sequence[BoardPlan] = ()
    factories: Sequence[str] = ()
    placements: Sequence[str] = ()
    streams: Sequence[Stream] = ()
    sessions: Sequence[str] = ()
    screens: Sequence[ScreenPlan] = ()
    seats: Sequence[SeatPlan] = ()
    queues: Sequence[QueuePlan] = ()
    spots: Sequence[SpotPlan] = ()
    devices: Sequence[DevicePlan] = ()


@dataclass(slots=True)
class OpenVenue:
    """A venue that people can join. Hold ``lock`` around anything that reads or changes it."""

    id: str
    hall: Hall
    crowd: Crowd
    log: EventLog
    twins: Twins
    crowding: Crowding = field(default_factory=Crowding)
    lock: threading.RLock = field(default_factory=threading.RLock)
    outbox: list[dict[str, Any]] = field(default_factory=list)
    dismissals: list[Left | Superseded | Removed] = field(default_factory=list)  # whose connections must go
    reports: list[Reported] = field(default_factory=list)  # of which moderators must hear
    newcomers: dict[str, int] = field(default_factory=dict)  # connection -> the last event it knows
    flushed_at: float = 0.0
    factories: tuple[str, ...] = ()
    kept: int = 0  # the event after which the hall was kept last

    @classmethod
    def of(
        cls, venue_id: str, revision: str, areas: Sequence[AreaPlan], programme: Programme, now: float, *,
        memory: Memory, database: Database, journal: Journal,
    ) -> OpenVenue:
        """A venue as it was kept, everyone in it away; or one where nothing has happened. Published ``now``."""
        hall, log = _kept(venue_id, memory, database, journal, now) or (
            Hall((areas[0].id,), "", now=now, grace=memory.grace),
            EventLog(venue_id, journal, remembered=memory.events),
        )
        venue = cls(venue_id, hall, Crowd(areas), log, Twins(now))
        venue.rebuild(revision, areas, programme, now)
        return venue

    def perform(self, command: Command, now: float, by: Actor | None = None) -> tuple[Event, ...]:
        """Apply ``command`` at ``now`` (s since 1970) and note what follows; raises CommandRefused, and then nothing
        happened. ``log.settle`` waits, without the lock, until it is stored. What is done ``by`` somebody with a role
        goes into the audit log with it."""
        if self.log.full and not isinstance(command, Disconnect):
            raise CommandRefused("storing", "too much waits to be stored")
        act = act_of(command, self.hall, by, self.id, now) if by else None
        events = self.hall.apply(command, now)
        public = [record(event) for event in events if not isinstance(event, PrivateEvent)]
        beside = [*self._beside(command, events, now), *([act] if act else [])]
        self.outbox += self.log.append(round(now * 1000), public, beside)
        for event in events:
            self._follow(event)
        if self.log.last - self.kept >= SNAPSHOT_EVERY:
            self.keep()
        return events

    def keep(self) -> None:
        """Keep how the hall is now, so that what has happened before need not be read to go on from here."""
        self.kept = self.log.last
        self.log.append(0, (), [Snapshot(self.id, self.kept, json.dumps(self.hall.state().record()))])

    def told(self, stored: int) -> list[dict[str, Any]]:
        """Takes the events up to ``stored`` out of the outbox."""
        first = next((i for i, event in enumerate(self.outbox) if event["seq"] > stored), len(self.outbox))
        told, self.outbox = self.outbox[:first], self.outbox[first:]
        return told

    def _beside(self, command: Command, events: Sequence[Event], now: float) -> list[Write]:
        """What is kept beside the events: who may come back, who agreed to what, and what was published."""
        time = round(now * 1000)
        beside: list[Write] = moderating.beside(self.id, tuple(events))
        beside += [Plan(self.id, json.dumps(plan_record(command)))] if isinstance(command, Rebuild) else []
        for event in events:
            match event:
                case Admitted(session=session, number=number, resumed=False):
                    beside.append(Admit(self.id, number, session))
                case Agreed(session, number, account, own):
                    beside.append(Consent(self.id, person_of(session), number, self.log.last, account, own, time))
                case Disagreed(session):
                    beside.append(Withdraw(self.id, person_of(session), time))
                case Left(number):
                    beside.append(Forget(self.id, number))
        return beside

    def rebuild(self, revision: str, areas: Sequence[AreaPlan], programme: Programme, now: float) -> None:
        """The venue was published anew."""
        self.crowd.rebuild(areas)
        self.factories = tuple(programme.factories)
        self.twins.replan(programme.devices)
        ids = tuple(area.id for area in areas)
        placements = frozenset(programme.placements)
        shows, boards, sessions = tuple(programme.shows), tuple(programme.boards), tuple(programme.sessions)
        screens, seats, queues = tuple(programme.screens), tuple(programme.seats), tuple(programme.queues)
        self.crowding.replan(areas, programme.spots)
        self.perform(Rebuild(revision, ids, shows, boards, placements, sessions, screens, seats, queues), now)

    def rates(self) -> dict[str, float]:
        """How fast each show runs; 0 stands."""
        return {show: timeline.rate for show, timeline in self.hall.shows.timelines().items()}

    def catch_up(self, since: int | None, resumed: bool) -> list[dict[str, Any]] | None:
        """The events after ``since``; None when a snapshot must be sent instead."""
        return self.log.since(since) if resumed and since is not None else None

    def _follow(self, event: Event) -> None:
        """Keep the crowd in step with the hall."""
        match event:
            case Moved(number, area, via):
                self.crowd.move(number, area, solid=via == "hall")
            case Left(number):
                self.crowd.leave(number)
                self.dismissals.append(event)
            case Superseded() | Removed():
                self.dismissals.append(event)
            case Reported():
                self.reports.append(event)


class OpenVenues(dict[str, OpenVenue]):
    """The venues that are open, by id; asked for another by its key it raises NotOpen."""

    def __missing__(self, venue_id: str) -> OpenVenue:
        raise NotOpen(venue_id)


def _kept(
    venue_id: str, memory: Memory, database: Database, journal: Journal, now: float
) -> tuple[Hall, EventLog] | None:
    """The hall and the log of a venue as they were kept; None for one that never was. Raises StoreError."""
    stored = database.load(venue_id)
    if stored is None:
        return None
    state = State.of(json.loads(stored.state))
    tail = [json.loads(event) for event in stored.events]
    for event in tail:
        state.follow(event)
    kept = moderating.kept(stored)
    agreed = frozenset(number for number, each in stored.sessions.items() if person_of(each) in stored.agreed)
    plan = plan_of(json.loads(stored.plan))
    hall = Hall.resumed(plan, state, stored.sessions, now, grace=memory.grace, kept=kept, agreed=agreed)
    return hall, EventLog(venue_id, journal, remembered=memory.events, last=stored.seq, tail=tail)
