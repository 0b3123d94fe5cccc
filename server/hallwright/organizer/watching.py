"""Wait for saved layouts. Runs in the compiler's process: watchfiles would stop eventlet's loop."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from watchfiles import Change, watch

SUFFIXES = (".yaml", ".yml")
SETTLE_MS = 30  # an editor writes, renames and touches within this
BURST_MS = 400  # a branch switch saves many files; build once, at the latest after this


def saved(folder: Path) -> Iterator[None]:
    """Yields at once, and then each time a YAML file below ``folder`` was saved, moved or removed.
    Saves that come while the taker is busy are one yield."""
    news = threading.Event()
    threading.Thread(target=_listen, args=(folder, news), daemon=True, name="watch").start()
    while True:
        yield
        news.wait()
        news.clear()


def _listen(folder: Path, news: threading.Event) -> None:
    for _ in watch(folder, watch_filter=_is_layout, step=SETTLE_MS, debounce=BURST_MS, raise_interrupt=False):
        news.set()


def _is_layout(_: Change, path: str) -> bool:
    return path.endswith(SUFFIXES)
