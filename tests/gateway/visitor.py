"""A visitor's side of both channels, spoken by hand over real sockets."""

from __future__ import annotations

import json
import struct
import time
from collections.abc import Callable
from typing import Any

import websocket

from hallwright.gateway.vocabulary.events import ASKED
from hallwright.presence.frames import OTHERS, read_others
from tests.gateway.holding import hold

POSITION = struct.Struct("<BHHBB")


class Visitor:
    """One Socket.IO connection (WebSocket transport), and a position socket once ``walk`` was called. Whatever the
    server says must be as it is described."""

    def __init__(self, address: str, login: str = "", origin: str = "") -> None:
        self.address = address
        self.events: list[dict[str, Any]] = []
        self.telemetry: list[dict[str, Any]] = []
        self.twins: list[dict[str, Any]] = []
        self.crowding: list[dict[str, Any]] = []
        self.talk: list[dict[str, Any]] = []
        self.closed = self.superseded = False
        self.acknowledgements: dict[int, Any] = {}
        self._asked: dict[int, str] = {}
        self._next = 0
        self.removed: dict[str, Any] | None = None
        self.reports: list[dict[str, Any]] = []
        self.letters: list[dict[str, Any]] = []
        self.meetings: list[dict[str, Any]] = []
        self.calls: list[dict[str, Any]] = []
        self.socket = websocket.create_connection(
            f"ws://{address}/socket.io/?EIO=4&transport=websocket", timeout=5, origin=origin or None,
            cookie=f"other=1; hallwright-login={login}" if login else None,
        )
        assert self.socket.recv().startswith("0{")
        self.socket.send("40")
        assert self.socket.recv().startswith("40{")
        self.positions: websocket.WebSocket | None = None
        self.me: dict[str, Any] = {}

    def emit(self, event: str, *arguments: Any) -> int:
        """Send an event; returns the number of its acknowledgement."""
        number, self._next = self._next, self._next + 1
        self._asked[number] = event
        self.socket.send(f"42{number}{json.dumps([event, *arguments])}")
        return number

    def call(self, event: str, *arguments: Any) -> dict[str, Any]:
        """Send an event and wait for its acknowledgement."""
        return self.acknowledged(self.emit(event, *arguments))

    def acknowledged(self, number: int) -> dict[str, Any]:
        """The acknowledgement of this number."""
        assert self.listen(lambda: number in self.acknowledgements), "no acknowledgement"
        return self.acknowledgements.pop(number)

    def join(self, area: str = "hall", **more: Any) -> dict[str, Any]:
        """Join the fair as who agrees to be kept; the acknowledgement is kept as ``me`` when it is one."""
        answer = self.call("join", {"venue": "fair", "area": area, "protocol": 1, "consent": True, **more})
        self.me = answer if answer["ok"] else self.me
        return answer

    def listen(self, until: Callable[[], bool], seconds: float = 5.0) -> bool:
        """Take in what the server sends until ``until()``; False when that does not come about in time."""
        end = time.monotonic() + seconds
        while not until():
            left = end - time.monotonic()
            if left <= 0 or self.closed:
                return until()
            self.socket.settimeout(left)
            try:
                self._take(self.socket.recv())
            except websocket.WebSocketTimeoutException:
                return until()
            except (websocket.WebSocketConnectionClosedException, ConnectionError):
                self.closed = True
        return True

    def _take(self, packet: str) -> None:
        if packet == "2":
            self.socket.send("3")
        elif packet.startswith("43"):
            number, _, rest = packet[2:].partition("[")
            answer = self.acknowledgements[int(number)] = json.loads("[" + rest)[0]
            event = self._asked.pop(int(number))
            hold(f"answer-{event}" if event in ASKED else "answer-leave", answer)
        elif packet.startswith("42"):
            name, *body = json.loads(packet[2:])
            hold(f"told-{name}", body[0] if body else None)
            self._hear(name, body)
        elif packet == "" or packet.startswith(("1", "41")):
            self.closed = True

    def _hear(self, name: str, body: list[Any]) -> None:
        match name:
            case "telemetry" | "twins" | "crowding":
                getattr(self, name).extend(body)
            case "talk" | "talks" | "wave":
                self.talk += [each for part in body for each in (part if name == "talks" else [{"kind": name} | part])]
            case "letter" | "typing":
                self.letters += [{"push": name, **each} for each in body]
            case "meeting":
                self.meetings += [each["meeting"] for each in body]
            case "call" | "call_signal":
                self.calls += body
            case "reports":
                self.reports += body[0]
            case "removed":
                self.removed = body[0]
            case "superseded":
                self.superseded = True
            case _:
                assert name in {"event", "events"}
                self.events += [event for part in body for event in ([part] if name == "event" else part)]

    def event(self, kind: str, seconds: float = 5.0) -> dict[str, Any]:
        """The first event of this kind, waited for."""
        assert self.listen(lambda: any(event["kind"] == kind for event in self.events), seconds), f"no {kind} event"
        return next(event for event in self.events if event["kind"] == kind)

    def walk(self) -> websocket.WebSocket:
        """Open the position socket with the ticket of the last join."""
        self.positions = websocket.create_connection(
            f"ws://{self.address}/presence?ticket={self.me['presence']}", timeout=5
        )
        return self.positions

    def stand(self, x: float, y: float, yaw: int = 0, flags: int = 0) -> None:
        """Say a place in metres."""
        assert self.positions
        self.positions.send_binary(POSITION.pack(1, round(x * 100), round(y * 100), yaw, flags))

    def sees(self, number: int, seconds: float = 5.0) -> tuple[float, float, int, int] | None:
        """Where this person is in the first frame that shows them: x, y (m), yaw, flags."""
        assert self.positions
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.positions.settimeout(left)
            try:
                frame = self.positions.recv()
            except websocket.WebSocketTimeoutException:
                return None
            self.positions.settimeout(5)
            if frame[0] == OTHERS:
                for record in read_others(frame)[2]:
                    if record["number"] == number:
                        return record["x"] / 100, record["y"] / 100, int(record["yaw"]), int(record["flags"])
        return None

    def close(self) -> None:
        """Go without a word."""
        for connection in (self.socket, self.positions):
            if connection:
                connection.shutdown()
