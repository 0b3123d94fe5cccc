"""The port over real socket pairs: who does not read, who is silent, who floods."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from hallwright.gateway import websocket
from hallwright.gateway.presence_port import BLOCKED, PING_AFTER, SILENT, Connection, PresencePort

POSITION = b"\x82\x87\x01\x02\x03\x04" + websocket.unmask(b"\x01\x02\x03\x04", bytes(range(1, 8)))


class Pair:
    """A connection of the port, and its other end."""

    def __init__(self, port: PresencePort, number: int) -> None:
        ours, self.other = socket.socketpair()
        ours.setblocking(False)
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        self.other.settimeout(2)
        self.finished = threading.Event()
        self.connection = Connection(ours, "fair", number, self.finished, time.monotonic())
        port.open(self.connection)

    def read(self) -> bytes:
        """All that has come."""
        self.other.setblocking(False)
        data = b""
        try:
            while piece := self.other.recv(65536):
                data += piece
        except BlockingIOError:
            pass
        return data


@pytest.fixture
def port() -> PresencePort:
    return PresencePort()


@pytest.fixture
def pairs(port: PresencePort) -> Iterator[list[Pair]]:
    made = [Pair(port, number) for number in (1, 2)]
    yield made
    for pair in made:
        pair.other.close()
        pair.connection.sock.close()


def frames_in(data: bytes) -> list[bytes]:
    """Unmasked binary frames of 126 to 65535 bytes, which must fill ``data`` exactly."""
    frames = []
    while data:
        assert data[:2] == b"\x82\x7e", "torn"
        length = int.from_bytes(data[2:4])
        assert len(data) >= 4 + length, "torn"
        frames.append(data[4 : 4 + length])
        data = data[4 + length :]
    return frames


def test_who_does_not_read_misses_whole_frames_and_the_others_none(port: PresencePort, pairs: list[Pair]) -> None:
    slow, quick = pairs
    received = []
    for n in range(200):
        port.send("fair", [1, 2], [bytes([n]) * 500])
        received += frames_in(quick.read())
    assert [frame[0] for frame in received] == list(range(200))
    assert port.frames_dropped > 0
    late = slow.read()
    port.send("fair", [1], [b"\xff" * 500])
    late += slow.read()
    port.send("fair", [1], [b"\xfe" * 500])
    late += slow.read()
    kept = [frame[0] for frame in frames_in(late)]
    assert kept[:5] == [0, 1, 2, 3, 4]
    assert kept == sorted(kept[:-1]) + [0xFE]
    assert len(kept) < 200
    assert slow.connection.blocked_at == 0


def test_who_does_not_read_for_long_is_dropped(port: PresencePort, pairs: list[Pair]) -> None:
    slow = pairs[0]
    while not slow.connection.blocked_at:
        port.send("fair", [1], [bytes(500)])
    port.look_after(slow.connection.blocked_at + BLOCKED - 0.1)
    assert not slow.finished.is_set()
    port.look_after(slow.connection.blocked_at + BLOCKED + 0.1)
    assert slow.finished.is_set()
    assert port.take_gone("fair") == [1]
    assert port.take_gone("fair") == []
    assert len(port) == 1


def test_who_is_silent_is_pinged_and_then_dropped(port: PresencePort, pairs: list[Pair]) -> None:
    pair = pairs[0]
    begin = pair.connection.heard_at
    port.look_after(begin + PING_AFTER - 1)
    assert pair.read() == b""
    port.look_after(begin + PING_AFTER + 1)
    port.look_after(begin + PING_AFTER + 2)
    assert pair.read() == websocket.PING
    pair.other.sendall(b"\x8a\x80\0\0\0\0")
    assert port.drain(begin + PING_AFTER + 3) == {}
    port.look_after(begin + SILENT + 1)
    assert not pair.finished.is_set()
    port.look_after(begin + PING_AFTER + 3 + SILENT + 1)
    assert pair.finished.is_set()


def test_the_newest_position_of_each_person_is_heard(port: PresencePort, pairs: list[Pair]) -> None:
    other = b"\x82\x87\0\0\0\0" + bytes(range(11, 18))
    pairs[0].other.sendall(POSITION)
    pairs[1].other.sendall(POSITION + other + b"\x89\x80\0\0\0\0")
    numbers, messages = port.drain(0.0)["fair"]
    assert dict(zip(numbers, messages, strict=True)) == {1: bytes(range(1, 8)), 2: bytes(range(11, 18))}
    assert pairs[1].read() == b"\x8a\x00"
    assert port.drain(0.0) == {}


def test_who_hangs_up_is_gone(port: PresencePort, pairs: list[Pair]) -> None:
    pairs[0].other.close()
    assert port.drain(0.0) == {}
    assert pairs[0].finished.is_set()
    port.send("fair", [1, 2], [b"x"])
    assert port.take_gone("fair") == [1]
    assert port.has("fair", 2)


def test_who_says_goodbye_gets_an_answer(port: PresencePort, pairs: list[Pair]) -> None:
    pairs[0].other.sendall(b"\x88\x82\0\0\0\0\x03\xe8")
    port.drain(0.0)
    assert pairs[0].read() == websocket.close(1000)
    assert pairs[0].finished.is_set()


def test_a_newer_connection_of_a_person_replaces_the_older(port: PresencePort, pairs: list[Pair]) -> None:
    again = Pair(port, 1)
    assert pairs[0].read() == websocket.close(websocket.REPLACED)
    assert pairs[0].finished.is_set()
    assert port.take_gone("fair") == []
    port.send("fair", [1], [b"x"])
    assert again.read() == websocket.binary(b"x")
    again.other.close()
