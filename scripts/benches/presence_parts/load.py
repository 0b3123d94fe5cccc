"""A thousand visitors in one process: they walk, tell it five times a second, and count what they are told."""

from __future__ import annotations

import json
import os
import select
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from presence_parts.line import PING, TEXT, Line

SLOTS = 20  # of 10 ms: one round in which everybody tells a position once
SLOT = 0.01


@dataclass(slots=True)
class Walkers:
    """People at ``at`` (2 × n, m) who stroll at 1.4 m/s within ``box`` (x0, y0, x1, y1)."""

    count: int
    box: tuple[float, float, float, float]
    at: np.ndarray = field(init=False)
    heading: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        chance = np.random.default_rng(7)
        low, high = np.array(self.box[:2])[:, None], np.array(self.box[2:])[:, None]
        self.at = chance.uniform(low, high, (2, self.count))
        self.heading = chance.uniform(0, 2 * np.pi, self.count)

    def walk(self, seconds: float) -> None:
        """Go on; who comes to the edge turns."""
        step = np.stack([np.sin(self.heading), np.cos(self.heading)]) * 1.4 * seconds
        low, high = np.array(self.box[:2])[:, None], np.array(self.box[2:])[:, None]
        goes = ((self.at + step >= low) & (self.at + step <= high)).all(axis=0)
        self.at = np.where(goes, self.at + step, self.at)
        self.heading += np.where(goes, 0.05, 2.1)


class Load:
    """Lines that are read all the time; ``heard`` is told every message of the lines in ``watched``."""

    def __init__(self) -> None:
        self.lines: dict[int, Line] = {}
        self.watched: set[int] = set()
        self.heard: Callable[[int, bytes, float], None] = lambda file, payload, now: None
        self._poll = select.epoll()

    def add(self, line: Line) -> None:
        """Read this line from now on."""
        self.lines[line.socket.fileno()] = line
        self._poll.register(line.socket, select.EPOLLIN)

    def read(self, seconds: float) -> None:
        """Take in what has come, waiting at most ``seconds`` for the first of it."""
        for file, _ in self._poll.poll(seconds, 4096):
            line = self.lines[file]
            try:
                data = line.socket.recv(262_144)
            except BlockingIOError:
                continue
            if not data:
                raise ConnectionError("the server hung up on a visitor")
            for opcode, payload in line.take(data):
                if opcode == TEXT and payload == b"2":
                    line.send(TEXT, b"3")
                elif opcode == PING:
                    line.send(0xA, payload)
                elif line.inbox is not None:
                    line.inbox.append(payload)
                elif file in self.watched:
                    self.heard(file, payload, time.monotonic())

    def expect(self, line: Line, start: bytes) -> bytes:
        """The next message of ``line`` that starts so, while all lines are read; raises TimeoutError after 60 s."""
        end = time.monotonic() + 60
        line.inbox = line.inbox or [payload for _, payload in line.take(b"")]
        while time.monotonic() < end:
            while line.inbox:
                message = line.inbox.pop(0)
                if message.startswith(start):
                    return message
            self.read(0.05)
        raise TimeoutError(f"no {start!r} from the server")

    def socket_io(self, host: str, port: int) -> Line:
        """A Socket.IO connection over WebSocket, open for events."""
        line = Line(host, port, "/socket.io/?EIO=4&transport=websocket")
        self.add(line)
        self.expect(line, b"0")
        line.send(TEXT, b"40")
        self.expect(line, b"40")
        line.inbox = None
        return line

    def call(self, line: Line, event: str, payload: dict[str, Any]) -> dict[str, Any]:
        """Send a Socket.IO event and wait for its acknowledgement."""
        line.send(TEXT, b"420" + json.dumps([event, payload]).encode())
        answer: dict[str, Any] = json.loads(self.expect(line, b"430")[3:])[0]
        line.inbox = None
        return answer

    def run(self, seconds: float, tell: Callable[[int], None], turn: Callable[[], None]) -> float:
        """Call ``tell(slot)`` every 10 ms and ``turn`` every round, reading in between; returns the time it took."""
        begin = due = time.monotonic()
        slot = 0
        while due - begin < seconds:
            if slot == 0:
                turn()
            tell(slot)
            slot = (slot + 1) % SLOTS
            due += SLOT
            while (left := due - time.monotonic()) > 0:
                self.read(left)
            self.read(0)
        return time.monotonic() - begin


def cpu_seconds(process: int) -> float:
    """What the process has used of processors so far, in user and system time."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(process: int) -> float:
    """Its resident memory."""
    pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
