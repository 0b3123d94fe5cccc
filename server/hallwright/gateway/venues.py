"""One open venue: its hall, its log and its crowd, kept in step, and what still has to be told.

``perform`` is the whole way of a command: apply, store, then note what follows. Nothing is sent from here; the
outbox is emptied by the ticker, so that many events in one moment travel as one message.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from hallwright.live.boards import BoardPlan
from hallwright.live.commands import Command, Rebuild
from hallwright.live.events import Admitted, Event, Left, Moved, Superseded, record
from hallwright.live.hall import GRACE, Hall
from hallwright.live.shows import ShowPlan
from hallwright.presence.crowd import Crowd
from hallwright.presence.plan import AreaPlan
from hallwright.store.event_log import EventLog, MemoryEventLog


@dataclass(frozen=True, slots=True)
class Memory:
    """How long a venue remembers: a lost connection for ``grace`` seconds, the last ``events`` events."""

    grace: float = GRACE
    events: int = 4096


@dataclass(frozen=True, slots=True)
class Programme:
    """What goes on in a venue beside people: its shows, its boards, the areas where dashboards of the simulated factory
    stand, and its exhibits' placements, which guides may point at."""

    shows: Sequence[ShowPlan] = ()
    boards: Sequence[BoardPlan] = ()
    factories: Sequence[str] = ()
    placements: Sequence[str] = ()


@dataclass(slots=True)
class OpenVenue:
    """A venue that people can join. Hold ``lock`` around anything that reads or changes it."""

    id: str
    hall: Hall
    crowd: Crowd
    log: EventLog
    lock: threading.RLock = field(default_factory=threading.RLock)
    outbox: list[dict[str, Any]] = field(default_factory=list)
    dismissals: list[Left | Superseded] = field(default_factory=list)  # whose connections must go
    newcomers: dict[str, int] = field(default_factory=dict)  # connection -> the last event it knows
    flushed_at: float = 0.0
    factories: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, venue_id: str, revision: str, areas: Sequence[AreaPlan], memory: Memory, programme: Programme, now: float
    ) -> OpenVenue:
        """A venue that nobody has joined yet; its shows begin ``now``."""
        shows, boards = programme.shows, programme.boards
        hall = Hall(
            tuple(area.id for area in areas), revision, shows=shows, boards=boards, placements=programme.placements,
            now=now, grace=memory.grace,
        )  # fmt: skip
        log = MemoryEventLog(memory.events)
        return cls(venue_id, hall, Crowd(areas), log, factories=tuple(programme.factories))

    def perform(self, command: Command, now: float) -> tuple[Event, ...]:
        """Apply and store ``command`` at ``now`` (s since 1970); raises CommandRefused, and then nothing happened."""
        events = self.hall.apply(command, now)
        public = [record(event) for event in events if not isinstance(event, Admitted | Superseded)]
        if public:
            self.outbox += self.log.append(round(now * 1000), public)
        for event in events:
            self._follow(event)
        return events

    def rebuild(self, revision: str, areas: Sequence[AreaPlan], programme: Programme, now: float) -> None:
        """The venue was published anew."""
        self.crowd.rebuild(areas)
        self.factories = tuple(programme.factories)
        ids = tuple(area.id for area in areas)
        placements = frozenset(programme.placements)
        self.perform(Rebuild(revision, ids, tuple(programme.shows), tuple(programme.boards), placements), now)

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
            case Superseded():
                self.dismissals.append(event)
