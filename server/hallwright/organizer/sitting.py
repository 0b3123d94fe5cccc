"""The programme of a hall at a moment: every session as it is now, what is on, what is next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from hallwright.organizer.halls import Hall
from hallwright.programme.sessions import NOTHING, Changes, Programme, Session, coming, moment, running


@dataclass(frozen=True, slots=True)
class Sitting:
    """Sessions by their start at ``now``; ``published`` is when the hall was."""

    programme: Programme
    sessions: tuple[Session, ...]
    now: datetime
    published: datetime

    @property
    def running(self) -> tuple[Session, ...]:
        """What is on."""
        return running(self.sessions, self.now)

    @property
    def coming(self) -> tuple[Session, ...]:
        """What is next."""
        return coming(self.sessions, self.now)

    def as_written(self) -> Sitting:
        """Without what was changed live."""
        return replace(self, sessions=self.programme.sessions(self.now))


def sitting_of(hall: Hall, now: float, changes: Changes = NOTHING) -> Sitting | None:
    """The programme of a hall at ``now`` (s since 1970); None where there is none."""
    if hall.programme is None:
        return None
    when = moment(now)
    return Sitting(hall.programme, hall.programme.sessions(when, changes), when, moment(hall.published))
