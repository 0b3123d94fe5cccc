"""Lines at exhibits: what connections ask for, and what readers of pages do, who have none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from hallwright.errors import CommandRefused
from hallwright.gateway import decoding
from hallwright.live.queues.commands import ACTIONS, DirectQueue, LeaveLine, LineUp, QueueCommand, TakeTurn
from hallwright.live.queues.line import QueuePlan, Record, position, wait
from hallwright.live.rates import Rates

if TYPE_CHECKING:  # venues read what is asked of lines here
    from hallwright.gateway.venues import OpenVenue

PAGES_PER_SECOND, PAGES_AT_ONCE = 10.0, 40  # wishes of all readers of a venue together
Own = type[LineUp] | type[TakeTurn] | type[LeaveLine]
Payload = Mapping[str, Any]


def _wish(command: Own) -> Callable[[str, Payload], QueueCommand]:
    return lambda sid, payload: command(sid, decoding.queue(payload))


OWN: Mapping[str, Own] = {"queue_join": LineUp, "queue_take": TakeTurn, "queue_leave": LeaveLine}
"""What people wish for themselves, by the name of its event."""
WISHES = {name: _wish(command) for name, command in OWN.items()}
"""The same of who has a connection."""


@dataclass(frozen=True, slots=True)
class QueueNow:
    """A line as a page tells it: what was planned, who stands there, and what stands for the reader."""

    plan: QueuePlan
    line: Record
    reader: str
    now: float

    @property
    def position(self) -> int | None:
        """At which place the reader waits; None for who does not."""
        return position(self.line, self.reader)

    def wait(self, place: int) -> float:
        """Seconds until whoever waits at ``place`` (from 1) is called."""
        return wait(self.line, self.plan, place, self.now)


class Queuing:
    """The lines of the venues of one server, for pages."""

    def __init__(self, venues: Mapping[str, OpenVenue], clock: Callable[[], float]) -> None:
        self._venues = venues
        self._clock = clock
        self._rates = Rates(PAGES_PER_SECOND, PAGES_AT_ONCE)

    def told(self, venue_id: str, queue: str, secret: str) -> QueueNow | None:
        """The line at a placement, for who has this secret; None where there is none. Raises KeyError for a venue that
        is not open."""
        venue = self._venues[venue_id]
        with venue.lock:
            plan = venue.hall.queues.planned().get(queue)
            line = venue.hall.queues.records().get(queue, {"closed": False, "places": []})
        return QueueNow(plan, line, reader_key(secret), self._clock()) if plan else None

    def wish(self, venue_id: str, name: str, queue: str, secret: str) -> None:
        """``queue_join``, ``queue_take`` or ``queue_leave`` of who has this secret, once it is stored. Raises
        CommandRefused, StoreError, and KeyError for a venue that is not open."""
        venue = self._venues[venue_id]
        if not self._rates.ask(venue_id, self._clock()).granted:
            raise CommandRefused("too_fast", "too many line up by pages now")
        command = OWN.get(name)
        if command is None:
            raise CommandRefused("malformed", f"a page wishes {', '.join(OWN)}")
        with venue.lock:
            venue.perform(command("", queue, reader_key(secret)), self._clock())
        venue.log.settle()


def direction(sid: str, payload: Payload) -> DirectQueue:
    """``direct_queue``: a line, and what the staff wants of it."""
    queue, action = decoding.queue(payload), decoding.text(payload, "action", 16)
    if action not in ACTIONS:
        raise CommandRefused("malformed", f"a line is told {', '.join(ACTIONS)}")
    return DirectQueue(sid, queue, action)


def reader_key(secret: str) -> str:
    """What stands for a reader in lines, where everybody sees it: no use for anything else."""
    return sha256(f"queue:{secret}".encode()).hexdigest()[:20] if secret else ""
