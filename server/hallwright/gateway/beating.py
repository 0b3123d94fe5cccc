"""Goes through the venues of a server again and again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import TypeVar

from flask_socketio import SocketIO

Venue = TypeVar("Venue")


def beat(
    socketio: SocketIO, seconds: float, venues: Mapping[str, Venue], tell: Callable[[Venue], None], log: logging.Logger,
) -> None:
    """Call ``tell`` for each venue every so many seconds until the process ends; a mistake is logged and does not stop
    the next turn."""
    while True:
        socketio.sleep(seconds)
        for venue in list(venues.values()):
            try:
                tell(venue)
            except Exception:
                log.exception("a venue could not be told")
