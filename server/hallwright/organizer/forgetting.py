"""Forgets people after as many days as the organizer set, at the start and each day."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from hallwright.errors import StoreError
from hallwright.organizer.accounts import Ask
from hallwright.store import retention

DAY = 86_400  # s

_log = logging.getLogger(__name__)


def forget_daily(ask: Ask, sleep: Callable[[float], None], days: int) -> None:
    """For ever; what cannot be stored now is tried the next day."""
    while True:
        try:
            forget(ask, sleep, round(time.time() * 1000), days)
        except StoreError as error:
            _log.error("cannot forget what is older than %d days now: %s", days, error)
        sleep(DAY)


def forget(ask: Ask, sleep: Callable[[float], None], now: int, days: int) -> None:
    """Everything about people that is older than so many days. Raises StoreError."""
    before = now - days * DAY * 1000
    ask(retention.forget_the_rest(before, now))
    place: retention.Place | None = retention.FIRST
    while place is not None:
        place = ask(retention.forget_names(before, place))
        sleep(0)  # others first
