"""Sessions as they are: the programme of a manifest, on the day on which one looks, under what was changed live.

A change names the start for which it was made (``written``), and holds while the programme says that start: a layout
that writes another one, and a day that is the first anew, are without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

Text = Mapping[str, str]
"""A text by language: ``en`` and ``zh``."""
Changes = Mapping[str, Mapping[str, Any]]
"""By session: written, starts, ends, changed (s since 1970), cancelled, note."""
NOTHING: Changes = {}


@dataclass(frozen=True, slots=True)
class Track:
    """A kind of session; ``color`` is ``#rrggbb``."""

    id: str
    name: Text
    color: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks; ``role`` and ``organisation`` may be empty."""

    id: str
    name: Text
    role: Text
    organisation: Text


@dataclass(frozen=True, slots=True)
class Session:
    """Something that is on, ``starts`` to ``ends`` in UTC; ``written`` is when it was to start by the layout. ``day``
    is that of the programme, ``where`` the name of its place. ``changed``: when somebody changed it live, if so."""

    id: str
    title: Text
    abstract: Text
    track: Track
    kind: str
    place: str
    area: str
    where: Text
    day: int
    speakers: tuple[Speaker, ...]
    languages: tuple[str, ...]
    written: datetime
    starts: datetime
    ends: datetime
    cancelled: bool = False
    note: Text | None = None
    changed: datetime | None = None

    @property
    def moved(self) -> bool:
        """Whether it starts at another time than was written."""
        return self.starts != self.written

    def runs(self, now: datetime) -> bool:
        """Whether it is on."""
        return not self.cancelled and self.starts <= now < self.ends


@dataclass(frozen=True, slots=True)
class Programme:
    """The programme of a venue. ``first`` is its first day, None where each day is."""

    venue: str
    name: Text
    sample: bool
    zone: ZoneInfo
    first: date | None
    tracks: tuple[Track, ...]
    speakers: tuple[Speaker, ...]
    written: tuple[tuple[Session, str, int], ...]
    """Each session with its time of day and its minutes; the moments in it mean nothing yet."""

    def sessions(self, now: datetime, changes: Changes = NOTHING) -> tuple[Session, ...]:
        """All sessions, by their start."""
        first = self.first or now.astimezone(self.zone).date()
        made = (self._session(session, first, time, minutes, changes) for session, time, minutes in self.written)
        return tuple(sorted(made, key=lambda each: each.starts))

    def session(self, session: str, now: datetime, changes: Changes = NOTHING) -> Session | None:
        """The session of this id."""
        return next((each for each in self.sessions(now, changes) if each.id == session), None)

    def _session(self, session: Session, first: date, time: str, minutes: int, changes: Changes) -> Session:
        day = first + timedelta(days=session.day - 1)
        local = datetime.combine(day, datetime.strptime(time, "%H:%M").time(), self.zone)
        starts = local.astimezone(UTC)
        session = replace(session, written=starts, starts=starts, ends=starts + timedelta(minutes=minutes))
        change = changes.get(session.id)
        if change is None or change["written"] != starts.timestamp():
            return session
        return replace(
            session, starts=moment(change["starts"]), ends=moment(change["ends"]), cancelled=change["cancelled"],
            note=change["note"], changed=moment(change["changed"]),
        )  # fmt: skip


def moment(seconds: float) -> datetime:
    """Seconds since 1970 as a moment in UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def running(sessions: Iterable[Session], now: datetime) -> tuple[Session, ...]:
    """What is on, in its order."""
    return tuple(session for session in sessions if session.runs(now))


def coming(sessions: Sequence[Session], now: datetime) -> tuple[Session, ...]:
    """What is next: all that begin first."""
    later = [session for session in sessions if session.starts > now and not session.cancelled]
    first = min((session.starts for session in later), default=None)
    return tuple(session for session in later if session.starts == first)
