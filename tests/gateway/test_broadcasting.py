"""Whatever way an event takes to a line, and however slowly the line is read: everything comes, whole and in order."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import websocket

import hallwright

SCRIPT = Path(__file__).with_name("broadcast_server.py")
CONNECT = "ws://127.0.0.1:{}/socket.io/?EIO=4&transport=websocket"


@pytest.fixture(params=["eventlet", "threading"])
def port(request: pytest.FixtureRequest) -> Iterator[int]:
    """Where a server listens that tells a room many things."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free: int = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-W", "ignore", str(SCRIPT), request.param, str(free)], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(Path(hallwright.__file__).parent.parent)},
    )  # fmt: skip
    assert server.stdout
    assert server.stdin
    assert server.stdout.readline() == b"ready\n"
    yield free
    server.stdin.close()
    server.wait(10)


def connect(port: int, **options: object) -> websocket.WebSocket:
    """A connection that is open for events."""
    for _ in range(100):
        try:
            line = websocket.create_connection(CONNECT.format(port), timeout=20, skip_utf8_validation=True, **options)
            break
        except ConnectionRefusedError:
            time.sleep(0.05)
    assert line.recv().startswith("0{")
    line.send("40")
    assert line.recv().startswith("40{")
    return line


def told(line: websocket.WebSocket, count: int) -> list[dict[str, object]]:
    """The next events, among other packets."""
    events: list[dict[str, object]] = []
    while len(events) < count:
        packet = line.recv()
        if packet == "2":
            line.send("3")
        elif packet.startswith("42"):
            events.append(json.loads(packet[2:])[1])
    return events


@pytest.mark.parametrize("size", [10, 50_000, 70_000])
def test_slow_and_quick_lines_are_told_everything_in_order(port: int, size: int) -> None:
    small = [(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)]
    slow, quick = connect(port, sockopt=small), connect(port)
    count = 200 if size > 1000 else 2000
    quick.send(f'420["flood", {{"count": {count}, "size": {size}}}]')
    heard = told(quick, count)
    time.sleep(0.3)
    heard_slowly = told(slow, count)
    for events in (heard, heard_slowly):
        assert [event["number"] for event in events] == list(range(count))
        assert all(event["filling"] == "好" + "x" * size for event in events)
    for line in (slow, quick):
        line.close()


def test_a_line_that_goes_amid_a_frame_harms_nobody(port: int) -> None:
    gone = connect(port, sockopt=[(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)])
    stays = connect(port)
    stays.send('420["flood", {"count": 200, "size": 50000}]')
    gone.sock.close()
    assert [event["number"] for event in told(stays, 200)] == list(range(200))
    stays.send('421["flood", {"count": 3, "size": 10}]')
    assert [event["number"] for event in told(stays, 3)] == [0, 1, 2]
    stays.close()
