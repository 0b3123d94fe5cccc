"""A server process for each async mode, shared by all tests of the gateway; each test brings its own visitors."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import hallwright
from tests.gateway.visitor import Visitor

SCRIPT = Path(__file__).with_name("hall_server.py")


@dataclass(frozen=True)
class HallServer:
    """The process and where it listens."""

    process: subprocess.Popen[str]
    address: str

    def tell(self, line: str) -> None:
        """Write a line to its standard input."""
        assert self.process.stdin
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def figures(self) -> dict[str, Any]:
        """What it counts."""
        self.tell("figures")
        assert self.process.stdout
        figures: dict[str, Any] = json.loads(self.process.stdout.readline())
        return figures

    def alive(self) -> bool:
        """Whether it still runs and lets a new visitor in."""
        visitor = Visitor(self.address)
        joined: bool = visitor.join()["ok"]
        visitor.call("leave", {})
        visitor.close()
        return joined and self.process.poll() is None


def start(mode: str, port: int = 0, **memory: str) -> HallServer:
    """Start a server, on any free port unless one is named; it ends when its standard input is closed."""
    if not port:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
    environment = {**os.environ, **memory, "PYTHONPATH": str(Path(hallwright.__file__).parent.parent)}
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", str(SCRIPT), mode, str(port)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment,
    )
    assert process.stdout
    assert process.stdout.readline().startswith("ready")
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return HallServer(process, f"127.0.0.1:{port}")
        time.sleep(0.05)
    raise AssertionError("the server does not listen")


@pytest.fixture(scope="session", params=["eventlet", "threading"])
def server(request: pytest.FixtureRequest) -> Iterator[HallServer]:
    yield from served(start(request.param))


@pytest.fixture(params=["eventlet", "threading"])
def forgetful(request: pytest.FixtureRequest) -> Iterator[HallServer]:
    """A server that remembers little: six events, and a lost visitor for a second."""
    yield from served(start(request.param, GRACE="1", EVENTS="6"))


def served(running: HallServer) -> Iterator[HallServer]:
    """The server, until the tests are done; it must end by itself then."""
    yield running
    assert running.process.stdin
    running.process.stdin.close()
    assert running.process.wait(10) == 0


@pytest.fixture
def visit(server: HallServer) -> Iterator[Callable[[], Visitor]]:
    """Makes visitors that are gone after the test."""
    visitors: list[Visitor] = []

    def make() -> Visitor:
        visitors.append(Visitor(server.address))
        return visitors[-1]

    yield make
    for visitor in visitors:
        visitor.close()
