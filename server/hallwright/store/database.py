"""The database: SQLite in a file by default, PostgreSQL by address. One process writes to it, and one task of that.

Every call blocks; whoever must not wait calls from a thread. A transaction is never left open between calls: nobody
else can be held up by one, whatever the caller does between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, delete, event, func, insert, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool, StaticPool

from hallwright.errors import ConfigError, StoreError
from hallwright.store import consenting, letters, meetings, moderating
from hallwright.store.migrating import migrate
from hallwright.store.owning import Ownership
from hallwright.store.streams import BESIDE
from hallwright.store.tables import EVENTS, SESSIONS, VENUES
from hallwright.store.writes import (
    Act,
    Admit,
    Ban,
    Consent,
    Forget,
    ForgetBuyer,
    Happened,
    Letter,
    Lift,
    MeetingProfile,
    MeetingText,
    Plan,
    Report,
    Snapshot,
    Stored,
    Withdraw,
    Write,
)

Result = TypeVar("Result")
IN_MEMORY = "sqlite://"
_DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg2", "postgres": "postgresql+psycopg2"}


class Database:
    """What has happened, on a disk. ``open`` before anything else; ``close`` at the end."""

    def __init__(self, url: str) -> None:
        """Raises ConfigError for an address that is none, or of a kind that we do not know."""
        self._url = _checked(url)
        self._engine = _engine(self._url)
        self._ownership = Ownership(self._engine)

    def open(self) -> None:
        """Make or mend the tables, and be the only one who writes. Raises ConfigError with what to do."""
        try:
            self._ownership.take()
            migrate(self._engine)
        except DBAPIError as error:
            raise ConfigError(f"cannot open the database {self.name}: {_reason(error)}") from error
        except OSError as error:
            raise ConfigError(f"cannot open the database {self.name}: {error.strerror}") from error

    def close(self) -> None:
        """Let go of it."""
        self._ownership.release()
        self._engine.dispose()

    @property
    def name(self) -> str:
        """Its address, without a password."""
        return make_url(self._url).render_as_string(hide_password=True)

    def write(self, writes: Sequence[Write]) -> None:
        """Store everything or nothing; raises StoreError when it cannot be now. What was stored by an attempt whose
        answer was lost is not stored again: events of a venue are numbered, and those that are there are left out."""
        with self._transaction() as connection:
            self._ownership.check()
            _write(connection, writes)

    def do(self, job: Callable[[Connection], Result]) -> Result:
        """Do a job in one transaction. Raises StoreError."""
        with self._transaction() as connection:
            self._ownership.check()
            return job(connection)

    def load(self, venue: str) -> Stored | None:
        """A venue as it was kept; None for one that never was. Raises StoreError."""
        with self._transaction() as connection:
            row = connection.execute(select(VENUES).where(VENUES.c.id == venue)).first()
            if row is None:
                return None
            sessions = connection.execute(select(SESSIONS.c.number, SESSIONS.c.secret).where(SESSIONS.c.venue == venue))
            events = list(_events(connection, venue, row.seq))
            newest = connection.execute(
                select(EVENTS.c.seq, EVENTS.c.time)
                .where(EVENTS.c.venue == venue)
                .order_by(EVENTS.c.seq.desc())
                .limit(1)
            ).first()
            seq, time = (newest.seq, newest.time) if newest else (row.seq, 0)
            told = {row.number: row.secret for row in sessions}
            bodies = tuple(each.body for each in events)
            beside = moderating.read(connection, venue) | {"agreed": consenting.agreed(connection, venue)}
            return Stored(row.plan, row.state, row.seq, told, bodies, seq, time, **beside)

    def newest(self) -> int:
        """When the newest event of all happened, ms since 1970; 0 for none. Raises StoreError."""
        with self._transaction() as connection:
            return connection.scalar(select(func.max(EVENTS.c.time))) or 0

    def venues(self) -> list[str]:
        """The venues of which something is kept; streams beside them are none. Raises StoreError."""
        with self._transaction() as connection:
            kept = connection.execute(select(VENUES.c.id).order_by(VENUES.c.id))
            return [row.id for row in kept if BESIDE not in row.id]

    def everything(self, venue: str, page: int = 2_000) -> Iterator[str]:
        """Every event of a venue, oldest first, as JSON. Raises StoreError."""
        since = 0
        while rows := self._page(venue, since, page):
            yield from (row.body for row in rows)
            since = rows[-1].seq

    def _page(self, venue: str, since: int, most: int) -> list[Any]:
        with self._transaction() as connection:
            return list(_events(connection, venue, since, most))

    def events(self, venue: str, since: int, most: int) -> list[str]:
        """At most so many events after ``since``, oldest first, as JSON. Raises StoreError."""
        return [row.body for row in self._page(venue, since, most)]

    def earlier(self, venue: str, kind: str, before: int, most: int) -> list[str]:
        """The last events of a kind before the number ``before``, at most so many, oldest first, as JSON. Raises
        StoreError."""
        asked = select(EVENTS.c.body).where(EVENTS.c.venue == venue, EVENTS.c.kind == kind, EVENTS.c.seq < before)
        with self._transaction() as connection:
            rows = connection.execute(asked.order_by(EVENTS.c.seq.desc()).limit(most))
            return [row.body for row in rows][::-1]

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise StoreError(f"{self.name}: {_reason(error)}") from error


def _write(connection: Connection, writes: Sequence[Write]) -> None:
    _happen(connection, [write for write in writes if isinstance(write, Happened)])
    for write in writes:
        match write:
            case Admit(venue, number, secret):
                _forget(connection, venue, number)
                connection.execute(insert(SESSIONS), {"venue": venue, "number": number, "secret": secret})
            case Forget(venue, number):
                _forget(connection, venue, number)
            case Plan(venue, plan):
                done = connection.execute(update(VENUES).where(VENUES.c.id == venue).values(plan=plan))
                if done.rowcount == 0:
                    connection.execute(insert(VENUES), {"id": venue, "plan": plan, "seq": 0, "state": "{}"})
            case Snapshot(venue, seq, state):
                connection.execute(update(VENUES).where(VENUES.c.id == venue).values(seq=seq, state=state))
            case _:
                _write_elsewhere(connection, write)


def _write_elsewhere(connection: Connection, write: Write) -> None:
    """What modules of their own keep."""
    match write:
        case Ban() | Lift() | Report() | Act():
            moderating.write(connection, write)
        case Consent() | Withdraw():
            consenting.write(connection, write)
        case Letter():
            letters.write(connection, write)
        case MeetingProfile() | MeetingText() | ForgetBuyer():
            meetings.write(connection, write)


def _happen(connection: Connection, happened: Sequence[Happened]) -> None:
    last = _last(connection, {write.venue for write in happened}) if happened else {}
    rows = [_row(write) for write in happened if write.seq > last.get(write.venue, 0)]
    if rows:
        connection.execute(insert(EVENTS), rows)


def _last(connection: Connection, venues: Iterable[str]) -> dict[str, int]:
    asked = select(EVENTS.c.venue, func.max(EVENTS.c.seq)).where(EVENTS.c.venue.in_(sorted(venues)))
    return {row[0]: row[1] for row in connection.execute(asked.group_by(EVENTS.c.venue))}


def _row(write: Happened) -> dict[str, Any]:
    return {"venue": write.venue, "seq": write.seq, "time": write.time, "kind": write.kind, "body": write.body}


def _forget(connection: Connection, venue: str, number: int) -> None:
    connection.execute(delete(SESSIONS).where(SESSIONS.c.venue == venue, SESSIONS.c.number == number))


def _events(connection: Connection, venue: str, since: int, most: int | None = None) -> Iterator[Any]:
    asked = select(EVENTS.c.seq, EVENTS.c.time, EVENTS.c.body).where(EVENTS.c.venue == venue, EVENTS.c.seq > since)
    yield from connection.execute(asked.order_by(EVENTS.c.seq).limit(most))


def _checked(url: str) -> str:
    try:
        parsed = make_url(url)
        driver = _DRIVERS[parsed.get_backend_name()]
    except (ArgumentError, KeyError, NoSuchModuleError):
        raise ConfigError(
            f"{url!r} is no database; write sqlite:////path/to/file.db or postgresql://user@host/name"
        ) from None
    return parsed.set(drivername=driver).render_as_string(hide_password=False)


def _engine(url: str) -> Engine:
    """A connection for each transaction, so that none is shared between threads; but a database in memory is one."""
    if not url.startswith("sqlite"):
        try:
            return create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": 5})
        except ImportError:
            raise ConfigError("PostgreSQL needs psycopg2: pip install 'hallwright[postgres]'") from None
    memory = url == IN_MEMORY
    engine = create_engine(
        url, poolclass=StaticPool if memory else NullPool, connect_args={"check_same_thread": False, "timeout": 10}
    )
    event.listen(engine, "connect", _tune)
    return engine


def _tune(connection: Any, _record: Any) -> None:
    """Readers do not hold up the writer, and what was stored has reached the disk: a power cut takes nothing back."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA secure_delete=ON")  # what was erased is overwritten, not only left out


def _reason(error: DBAPIError) -> str:
    return str(error.orig).strip().splitlines()[0] if error.orig else str(error)
