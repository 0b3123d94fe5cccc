"""Lines at exhibits: how they are written, and what is meant by it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from hallwright.layout.atoms import Entry
from hallwright.layout.queue import Queue

MOST_AT_ONCE = 50
SHORTEST, LONGEST = 0.5, 60.0  # minutes of a turn


class WrittenQueue(Entry):
    """How many people can try an exhibit at once, and for how long."""

    at_once: Annotated[int, Field(strict=True, ge=1, le=MOST_AT_ONCE)] = Field(
        1, description="How many people try it at the same time"
    )
    minutes: Annotated[float, Field(strict=True, allow_inf_nan=False, ge=SHORTEST, le=LONGEST)] = Field(
        description="How long a turn is"
    )


def queue_of(entry: WrittenQueue | None) -> Queue | None:
    """The line, as it is meant."""
    return None if entry is None else Queue(entry.at_once, entry.minutes)
