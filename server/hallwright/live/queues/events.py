"""What happens in the lines at exhibits: public events of a hall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

Who = int | str
"""The number of a person in the hall, or what stands for the secret of a reader of pages."""


@dataclass(frozen=True, slots=True)
class Queued:
    """Somebody stands in the line at a placement, last of all."""

    kind: ClassVar[str] = "queued"
    queue: str
    who: Who


@dataclass(frozen=True, slots=True)
class QueueCalled:
    """It is somebody's turn, if they take it before ``until`` (s since 1970)."""

    kind: ClassVar[str] = "queue_called"
    queue: str
    who: Who
    until: float


@dataclass(frozen=True, slots=True)
class QueueTaken:
    """Somebody has begun their turn, which ends at ``until`` (s since 1970)."""

    kind: ClassVar[str] = "queue_taken"
    queue: str
    who: Who
    until: float


@dataclass(frozen=True, slots=True)
class QueuePassed:
    """Somebody was called and did not come: they stand right ``behind`` another one now; None: where they stood."""

    kind: ClassVar[str] = "queue_passed"
    queue: str
    who: Who
    behind: Who | None


@dataclass(frozen=True, slots=True)
class QueueLeft:
    """Somebody stands in the line no more: they left, are done, were called twice and did not come, are gone from the
    venue, or there is no line any more."""

    kind: ClassVar[str] = "queue_left"
    queue: str
    who: Who
    why: Literal["left", "done", "missed", "gone", "closed"]


@dataclass(frozen=True, slots=True)
class QueueClosed:
    """Nobody else may line up, or with ``closed`` False they may again."""

    kind: ClassVar[str] = "queue_closed"
    queue: str
    closed: bool


QueueEvent = Queued | QueueCalled | QueueTaken | QueuePassed | QueueLeft | QueueClosed
