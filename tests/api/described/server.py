"""``hallwright serve`` that lets nobody wait: ``python server.py LAYOUT``. It ends with its standard input."""

from __future__ import annotations

import os
import sys
import threading
from dataclasses import replace
from pathlib import Path

from hallwright.gateway.concurrency import patch

patch("threading")

from hallwright import app, serving  # noqa: E402
from hallwright.config import Settings  # noqa: E402


def main() -> None:
    """Serve."""
    app._pace = lambda: lambda known: 0.0
    app._login_pace = lambda: lambda name: 0.0
    app._letter_pace = lambda: lambda: 0.0
    app._search_pace = lambda: lambda: 0.0
    app._route_pace = lambda: lambda turns: 0.0
    settings = replace(Settings.from_environment(), port=0, async_mode="threading")

    def told(what: str) -> None:
        print(what, flush=True)

    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    serving.serve(settings, Path(sys.argv[1]), watch=False, tell=lambda event: None, ready=told, invited=told)


if __name__ == "__main__":
    main()
