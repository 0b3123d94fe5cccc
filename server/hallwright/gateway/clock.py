"""The time of a server."""

from __future__ import annotations

import time
from collections.abc import Callable


def steady_clock(newest: float = 0.0) -> Callable[[], float]:
    """Seconds since 1970 that never go back: the wall clock as it was at the start, carried on by the steady one; not
    before ``newest``, when the last thing happened that is stored, even if the wall clock was set back since."""
    offset = max(time.time(), newest) - time.monotonic()
    return lambda: time.monotonic() + offset
