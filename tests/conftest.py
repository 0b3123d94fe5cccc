"""What tests of several rooms share."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from flask_socketio import SocketIO

from tests.store.postgres import Postgres, running


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real PostgreSQL."""
    with running() as server:
        yield server


@pytest.fixture(autouse=True, scope="module")
def beats() -> Iterator[None]:
    """Servers that tests make in this process tick until it ends; those of a module that is done rest. Hundreds of them
    would leave no processor to the others."""
    over = threading.Event()
    init, sleep = SocketIO.__init__, SocketIO.sleep

    def made(self: SocketIO, *arguments: Any, **more: Any) -> None:
        def rest(seconds: float = 0) -> None:
            sleep(self, seconds)
            if over.is_set():
                threading.Event().wait()  # for ever; its thread ends with the process

        init(self, *arguments, **more)
        self.sleep = rest

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SocketIO, "__init__", made)
        yield
    over.set()
