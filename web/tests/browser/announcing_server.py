"""``hallwright serve`` with an ear: a line of JSON ``{"en": …, "zh": …}`` on standard input is announced in the hall.

``python announcing_server.py LAYOUT PORT MODE [watch]``; the address is printed once the port answers.
"""

from __future__ import annotations

import sys

from hallwright.gateway.concurrency import patch

LAYOUT, PORT, MODE = sys.argv[1], int(sys.argv[2]), sys.argv[3]
patch(MODE)

import json  # noqa: E402
from dataclasses import replace  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

from hallwright import serving  # noqa: E402
from hallwright.app import Server, create_server  # noqa: E402
from hallwright.config import Settings  # noqa: E402


def next_line() -> str:
    """The next line, without keeping the server from its work."""
    if MODE == "eventlet":
        from eventlet import tpool

        return str(tpool.execute(sys.stdin.readline))
    return sys.stdin.readline()


def listen(server: Server) -> None:
    """Announce what is written to us, until nothing more can be."""
    while line := next_line():
        for hall in server.halls:
            server.gateway.announce(hall.id, **json.loads(line))


def with_an_ear(*arguments: Any) -> Server:
    """The server as it always is, listening."""
    server = create_server(*arguments)
    server.gateway.spawn(listen, server)
    return server


serving.create_server = with_an_ear  # type: ignore[attr-defined]
serving.serve(
    replace(Settings.from_environment(), port=PORT, async_mode=MODE),  # type: ignore[arg-type]
    Path(LAYOUT).resolve(),
    watch="watch" in sys.argv[4:],
    tell=lambda event: print(event, file=sys.stderr, flush=True),
    ready=lambda address: print(address, flush=True),
)
