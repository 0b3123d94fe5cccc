"""The same event to many: packed once, and written straight onto every line that nothing waits on.

python-socketio hands each packet to a queue and a greenlet of each connection, some 0.1 ms for each who is told; 2,000
who listen would wait 0.2 s for one message. A line that cannot take it at once, that is not a WebSocket yet, or that
has packets waiting goes the ordinary way, so that nobody is told anything in another order than it was sent.
"""

from __future__ import annotations

from contextlib import suppress
from socket import SHUT_RDWR
from typing import Any

from engineio.packet import MESSAGE
from engineio.packet import Packet as Parcel
from flask_socketio import SocketIO
from socketio.packet import EVENT, Packet

from hallwright.gateway.concurrency import plain_socket
from hallwright.gateway.websocket import text, unmask

NAMESPACE = "/"


class TextPacket(Packet):  # type: ignore[misc]
    """A Socket.IO packet without bytes: an answer with 2,000 people need not be searched for any before it is sent."""

    uses_binary_events = False


class Broadcast:
    """Knows the WebSocket of every connection of one ``socketio``, from before the first of them."""

    def __init__(self, socketio: SocketIO) -> None:
        self._socketio = socketio
        self._lines: dict[str, Any] = {}
        if socketio.async_mode == "eventlet":  # under threads a line's lock may be taken meanwhile: the ordinary way
            self._note_lines()

    def _note_lines(self) -> None:
        """Engine.IO makes the WebSocket of a connection by a class that it can be given."""
        kinds = self._socketio.server.eio._async
        ordinary = kinds["websocket"]

        def noting(handle: Any, server: Any) -> Any:
            connection = handle.__self__.sid

            def noted(line: Any) -> Any:
                self._lines[connection] = line
                line._apply_mask = _unmask
                try:
                    return handle(line)
                finally:
                    del self._lines[connection]

            return ordinary(noted, server)

        kinds["websocket"] = noting

    def emit(self, event: str, payload: Any, room: str) -> None:
        """Tell everyone in the room. Never waits for any of them."""
        parcel = Parcel(MESSAGE, TextPacket(EVENT, namespace=NAMESPACE, data=[event, payload]).encode())
        frame = text(parcel.encode().encode())
        server = self._socketio.server
        for _, connection in list(server.manager.get_participants(NAMESPACE, room)):
            if not self._write(connection, frame):
                server._send_eio_packet(connection, parcel)

    def _write(self, connection: str, frame: bytes) -> bool:
        """Whether the line took the frame, or its beginning: then the rest follows before anything else."""
        line, state = self._lines.get(connection), self._socketio.server.eio.sockets.get(connection)
        if line is None or state is None or not state.upgraded or state.closed or not state.queue.empty():
            return False
        lock = line._sendlock
        if not lock.acquire(blocking=False):
            return False
        try:
            written: int = plain_socket(line.socket).send(frame)
        except BlockingIOError:
            written = 0
        except OSError:  # gone; its reader will notice
            lock.release()
            return True
        if 0 < written < len(frame):
            self._socketio.start_background_task(_finish, line, frame[written:])
            return True
        lock.release()
        return written > 0


def _unmask(data: bytes, mask: bytes, length: int | None = None, offset: int = 0) -> bytes:
    """Instead of eventlet's, which takes a byte at a time and so a fifth of a server that many speak to."""
    at = offset % 4
    return unmask(mask[at:] + mask[:at], data if length is None else data[:length])


def _finish(line: Any, rest: bytes) -> None:
    """Write the rest of a frame, for which the line is held; a line that does not take it within its time is cut, since
    nothing that came after half a frame could be read."""
    try:
        line.socket.sendall(rest)
    except OSError:
        with suppress(OSError):
            plain_socket(line.socket).shutdown(SHUT_RDWR)
    finally:
        line._sendlock.release()
