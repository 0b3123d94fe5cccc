"""The sockets of the position channel, read and written in bulk once a tick, never waited for.

No thread or greenlet wakes up for a position: all sockets hang on one poll object, which the ticker asks just before
it makes frames. Each connection's own greenlet or thread sleeps until the connection is over.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from hallwright.gateway import websocket
from hallwright.gateway.concurrency import original_select

POSITION_LENGTH = 7
READ = 2048
UNREAD = 65536
BYTES_PER_SECOND = 2048
PING_AFTER = 20.0
SILENT = 45.0
BLOCKED = 5.0

# A whole position message is read without looking into it: this is nearly all that ever comes.
_POSITION_HEAD = b"\x82\x87"
_POSITION_MESSAGE = 13


class Finished(Protocol):
    """An event of the async mode in use."""

    def set(self) -> Any:
        """Wake whoever waits."""

    def wait(self) -> Any:
        """Wait until set."""


@dataclass(slots=True, eq=False)
class Connection:
    """One visitor's position socket. ``sock`` is the plain non-blocking socket; times are monotonic seconds.

    ``blocked_at`` is since when it could not take a whole frame, 0 if it can.
    """

    sock: Any
    venue: str
    number: int
    finished: Finished
    heard_at: float
    incoming: websocket.Incoming = field(default_factory=websocket.Incoming)
    unsent: bytes = b""
    blocked_at: float = 0.0
    pinged: bool = False
    heard: int = 0
    file: int = -1


class PresencePort:
    """Every open connection, by file and by person."""

    def __init__(self) -> None:
        self._poll, self._ready = _poll_object()
        self._by_file: dict[int, Connection] = {}
        self._by_person: dict[tuple[str, int], Connection] = {}
        self.frames_sent = self.frames_dropped = 0
        self._gone: list[tuple[str, int]] = []

    def __len__(self) -> int:
        return len(self._by_file)

    def open(self, connection: Connection) -> None:
        """Take the connection in; an older one of the same person is closed."""
        self.close_person(connection.venue, connection.number, websocket.REPLACED)
        connection.file = connection.sock.fileno()
        self._by_person[connection.venue, connection.number] = connection
        self._by_file[connection.file] = connection
        self._poll.register(connection.file, _readable())

    def close_person(self, venue: str, number: int, code: int) -> None:
        """Close this person's connection, if there is one."""
        connection = self._by_person.get((venue, number))
        if connection:
            self.close(connection, code)

    def close(self, connection: Connection, code: int) -> None:
        """Say goodbye if there is room for it, and let the connection go."""
        if not self._by_file.pop(connection.file, None):
            return
        self._poll.unregister(connection.file)
        if self._by_person.get((connection.venue, connection.number)) is connection:
            del self._by_person[connection.venue, connection.number]
            self._gone.append((connection.venue, connection.number))
        if code and not connection.unsent:
            self._write(connection, websocket.close(code))
            _empty(connection.sock)
        connection.finished.set()

    def has(self, venue: str, number: int) -> bool:
        """Whether this person has a connection."""
        return (venue, number) in self._by_person

    def take_gone(self, venue: str) -> list[int]:
        """Who of this venue has lost the connection since the last call, and has no other by now."""
        gone = {number for where, number in self._gone if where == venue}
        self._gone = [person for person in self._gone if person[0] != venue]
        return [number for number in gone if not self.has(venue, number)]

    def drain(self, now: float) -> dict[str, tuple[list[int], list[bytes]]]:
        """The newest position that each person has sent since the last call: numbers and messages by venue."""
        heard: dict[str, tuple[list[int], list[bytes]]] = {}
        for file, _ in self._ready(len(self._by_file) + 1):
            connection = self._by_file.get(file)
            message = self._read(connection, now) if connection else None
            if connection and message:
                numbers, messages = heard.setdefault(connection.venue, ([], []))
                numbers.append(connection.number)
                messages.append(message)
        return heard

    def send(self, venue: str, numbers: Iterable[int], frames: Sequence[bytes]) -> None:
        """Send these frames, encoded once, to all of ``numbers``; who cannot take them now misses them."""
        data = b"".join(map(websocket.binary, frames))
        length = len(data)
        for number in numbers:
            connection = self._by_person.get((venue, number))
            if connection is None:
                continue
            self.frames_sent += len(frames)
            try:  # the way of nearly all sends, kept short
                sent = 0 if connection.blocked_at else connection.sock.send(data)
            except OSError:
                sent = 0
            if sent != length:
                self._write(connection, data, sent)

    def look_after(self, now: float) -> None:
        """Once a second: ping who is silent, drop who is gone, who floods and who does not read."""
        for connection in list(self._by_file.values()):
            silent = now - connection.heard_at
            if connection.heard > BYTES_PER_SECOND:
                self.close(connection, websocket.POLICY)
            elif silent > SILENT or (connection.blocked_at and now - connection.blocked_at > BLOCKED):
                self.close(connection, 0)
            elif silent > PING_AFTER and not connection.pinged:
                connection.pinged = True
                self._write(connection, websocket.PING)
            connection.heard = 0

    def _read(self, connection: Connection, now: float) -> bytes | None:
        """The last position in what has arrived, if any."""
        try:
            data = connection.sock.recv(READ)
        except BlockingIOError:
            return None
        except OSError:
            data = b""
        if not data:
            self.close(connection, 0)
            return None
        connection.heard_at = now
        connection.heard += len(data)
        connection.pinged = False
        if len(data) == _POSITION_MESSAGE and data.startswith(_POSITION_HEAD) and not connection.incoming.rest:
            return websocket.unmask(data[2:6], data[6:])
        try:
            return self._last_position(connection, connection.incoming.feed(data))
        except websocket.ViolationError as violation:
            self.close(connection, violation.code)
            return None

    def _last_position(self, connection: Connection, messages: list[tuple[websocket.Kind, bytes]]) -> bytes | None:
        position = None
        for kind, payload in messages:
            if kind == "message" and len(payload) == POSITION_LENGTH:
                position = payload
            elif kind == "ping":
                self._write(connection, websocket.pong(payload))
            elif kind == "close":
                self.close(connection, 1000)
                return None
        return position

    def _write(self, connection: Connection, data: bytes, sent: int = 0) -> None:
        """Send what fits of ``data``, of which ``sent`` bytes are sent already.

        The rest of what was begun goes first next time; other frames are dropped.
        """
        try:
            if connection.unsent:
                connection.unsent = connection.unsent[connection.sock.send(connection.unsent) :]
            if not sent and not connection.unsent:
                sent = connection.sock.send(data)
        except BlockingIOError:
            pass
        except OSError:
            self.close(connection, 0)
            return
        if sent == len(data):
            connection.blocked_at = 0.0
            return
        connection.unsent = connection.unsent or (data[sent:] if sent else b"")
        connection.blocked_at = connection.blocked_at or time.monotonic()
        self.frames_dropped += not sent


def _empty(sock: Any) -> None:
    """Take what has arrived: a socket that is closed over unread bytes resets, and the farewell is lost with it."""
    with suppress(OSError):
        sock.recv(UNREAD)


def _poll_object() -> tuple[Any, Callable[[int], list[tuple[int, int]]]]:
    """Where sockets are registered, and how to ask which ones (at most so many) have something to read."""
    select = original_select()
    if hasattr(select, "epoll"):
        epoll = select.epoll()
        return epoll, lambda most: epoll.poll(0, most)
    poll = select.poll()
    return poll, lambda most: poll.poll(0)


def _readable() -> int:
    return 0x001  # EPOLLIN and POLLIN; errors and hang-ups are always told
