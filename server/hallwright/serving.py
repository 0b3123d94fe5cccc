"""Run the server until it is told to stop: port, signals, compiler, farewell.

Belongs to the layer of ``app``. The gateway's ``concurrency.patch`` must have run before this is imported.
"""

from __future__ import annotations

import errno
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import flask.cli

from hallwright.app import Server, create_server, hall_of, open_hall, show
from hallwright.config import Settings
from hallwright.errors import ConfigError
from hallwright.gateway.replaying import recorded
from hallwright.gateway.webhooks.hook import Hook
from hallwright.organizer import forgetting, webhook_file
from hallwright.organizer.compiler import Compiler
from hallwright.organizer.events import Broken, Event, Failed
from hallwright.organizer.halls import Hall, Halls
from hallwright.store.database import IN_MEMORY, Database

log = logging.getLogger(__name__)
Tell = Callable[[Event], None]
LOOK_SECONDS = 0.1  # how often a request to stop is looked for


@dataclass(slots=True)
class Ending:
    """Whether the server should end, and with which exit code."""

    wanted: bool = False
    code: int = 0

    def ask(self, code: int = 0) -> None:
        """Ask for the end; the first to ask decides the exit code."""
        if not self.wanted:
            self.wanted, self.code = True, code


def serve(
    settings: Settings, layout: Path, *, watch: bool, tell: Tell, ready: Callable[[str], None],
    invited: Callable[[str], None] | None = None,
) -> None:  # fmt: skip
    """Serve one layout until SIGINT or SIGTERM; ends the process. ``ready`` is told the address as soon as
    the port answers, ``invited`` the link that makes the first organizer while there is none, ``tell`` everything the
    compiler says. Raises ConfigError when the port cannot be had."""
    make_room(settings)
    hall, fresh = hall_of(layout, settings)
    _serve(settings, hall, fresh, open_database(settings, hall), watch=watch, tell=tell, ready=ready, invited=invited)


def _serve(
    settings: Settings, hall: Hall, fresh: bool, database: Database, *, watch: bool, tell: Tell,
    ready: Callable[[str], None], beside: Callable[[Server], None] | None = None,
    invited: Callable[[str], None] | None = None,
) -> None:  # fmt: skip
    port = free_port(settings.host, settings.port)
    server = create_server(settings, Halls((hall,)), database)
    _quieten()
    ending = Ending()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _signal, _frame: ending.ask())
    compiler = Compiler(hall.layout, hall.folder, cache=settings.cache, workers=settings.workers, watch=watch)
    if watch or not fresh:
        server.gateway.spawn(_follow, server, hall, compiler, watch, tell, ending)
    server.gateway.spawn(_end, server, compiler, ending)
    server.gateway.spawn(_greet, server, settings.host, port, ready, invited)
    if settings.retention:
        server.gateway.spawn(forgetting.forget_daily, server.gateway.ask, server.gateway.sleep, settings.retention)
    if settings.webhooks and not beside:
        plans = webhook_file.read(settings.webhooks, settings.webhook_hosts)
        server.gateway.tell_outside([Hook(plan.url, plan.secret.encode(), plan.kinds) for plan in plans])
    if settings.mqtt and not beside:  # who looks back hears nobody of now
        server.gateway.bridge(settings.mqtt)
    if beside:
        server.gateway.spawn(beside, server)
    server.gateway.run(settings.host, port)


def newest_day(settings: Settings, layout: Path) -> date:
    """The last day on which something happened in a hall; raises ConfigError when nothing is kept of it."""
    newest = _record(settings, hall_of(layout, settings)[0]).newest()
    if not newest:
        raise ConfigError("nothing is kept of this hall yet; `hallwright serve` keeps what happens in it")
    return datetime.fromtimestamp(newest / 1000).date()


def replay(
    settings: Settings, layout: Path, *, begin: float, end: float, speed: float, told: Callable[[int], None],
    tell: Tell, ready: Callable[[str], None],
) -> None:  # fmt: skip
    """Serve a hall in which what happened from ``begin`` to ``end`` (s since 1970) happens again, ``speed`` times as
    fast, as soon as it stands; ``told`` is how many events that are. Ends the process. What is kept is only read.
    Raises ConfigError when nothing is kept of that time, or as ``serve`` does."""
    make_room(settings)
    hall, fresh = hall_of(layout, settings)
    record = _record(settings, hall)
    recordings = {venue: recorded(record.everything(venue), begin, end) for venue in record.venues()}
    if not any(recording.events for recording in recordings.values()):
        raise ConfigError("nothing is kept of that time; name another day with --day, or a wider --from and --until")
    database = Database(IN_MEMORY)
    database.open()

    def play(server: Server) -> None:
        while hall.id not in server.gateway.venues():
            server.gateway.sleep(LOOK_SECONDS)
        recording = recordings.get(hall.id)
        told(len(recording.events) if recording else 0)
        if recording:
            server.gateway.replay(hall.id, recording, speed)

    _serve(settings, hall, fresh, database, watch=False, tell=tell, ready=ready, beside=play)


def _record(settings: Settings, hall: Hall) -> Database:
    """What is kept of a hall, to be read; raises ConfigError when there is nothing."""
    url = settings.database_of(hall.folder.name)
    if settings.database is None and not (settings.data / "live" / f"{hall.folder.name}.db").exists():
        raise ConfigError("nothing is kept of this hall yet; `hallwright serve` keeps what happens in it")
    return Database(url)


def open_database(settings: Settings, hall: Hall) -> Database:
    """Where what happens in a hall is kept, ready; raises ConfigError with what to do."""
    (settings.data / "live").mkdir(parents=True, exist_ok=True)
    database = Database(settings.database_of(hall.folder.name))
    database.open()
    return database


def _quieten() -> None:
    """In threading mode Werkzeug would log each request, and Flask print a banner where our own lines go."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    flask.cli.show_server_banner = lambda *_: None


def _follow(
    server: Server, hall: Hall, compiler: Compiler, watch: bool, tell: Tell, ending: Ending
) -> None:
    needed = not watch and hall.manifest is None  # else the hall stands already, and only lacks companions
    for event in compiler.events():
        show(server, hall, event)
        tell(event)
        if isinstance(event, Broken | Failed) and hall.manifest is None and hall.load():
            open_hall(server, hall)  # the last good hall of an earlier run
        if isinstance(event, Broken | Failed) and needed:
            ending.ask(1)


def _greet(
    server: Server, host: str, port: int, ready: Callable[[str], None], invited: Callable[[str], None] | None
) -> None:
    """Tell the address once the port answers, and how the first organizer comes in."""
    while True:
        try:
            socket.create_connection((_reachable(host), port), timeout=1).close()
            break
        except OSError:
            server.gateway.sleep(LOOK_SECONDS / 5)
    name = _reachable(host)
    address = f"http://{f'[{name}]' if ':' in name else name}:{port}/"
    ready(address)
    if invited and (secret := server.accounts.first_invitation()):
        invited(f"{address}enter?invite={secret}")


def _reachable(host: str) -> str:
    """How this machine reaches itself when it listens on ``host``."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)


def _end(server: Server, compiler: Compiler, ending: Ending) -> None:
    while not ending.wanted:
        server.gateway.sleep(LOOK_SECONDS)
    compiler.stop()
    server.gateway.sleep(LOOK_SECONDS)  # what is being sent now may still leave
    if not server.gateway.close():
        log.error("what happened last could not be stored")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(ending.code)


def free_port(host: str, port: int) -> int:
    """The port itself when it can be had, one that is free for 0; raises ConfigError that says what to do."""
    try:
        family, kind, protocol, _, target = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(target)
            return int(probe.getsockname()[1])
    except socket.gaierror as error:
        raise ConfigError(f"{host!r} is not an address of this machine; try --host 127.0.0.1") from error
    except OSError as error:
        raise ConfigError(_no_port(host, port, error)) from error


def make_room(settings: Settings) -> None:
    """Make the data folder; raises ConfigError that says what to do when it cannot be."""
    try:
        settings.halls.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        advice = "set HALLWRIGHT_DATA to a folder that can be written"
        raise ConfigError(f"cannot make {settings.halls}: {error.strerror}; {advice}") from error


def _no_port(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken by another program; choose one with --port, or --port 0 for any that is free"
    if error.errno == errno.EACCES:
        return f"port {port} needs more rights than this user has; choose one above 1023 with --port"
    return f"cannot listen on {host}:{port}: {error.strerror}"
