"""What may be asked of the lines at exhibits. ``queue`` is the placement where one lines up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineUp:
    """Stand in the line at an exhibit, by its placement. ``reader`` stands for the secret of who reads pages and has no
    connection; so in what follows."""

    connection: str
    queue: str
    reader: str | None = None


@dataclass(frozen=True, slots=True)
class TakeTurn:
    """Begin the turn to which one was called."""

    connection: str
    queue: str
    reader: str | None = None


@dataclass(frozen=True, slots=True)
class LeaveLine:
    """Leave the line, or end one's turn."""

    connection: str
    queue: str
    reader: str | None = None


@dataclass(frozen=True, slots=True)
class DirectQueue:
    """The staff's wish: ``next`` ends the turn that has gone on longest, ``skip`` passes over who was called, ``close``
    lets nobody else line up, ``open`` does again."""

    connection: str
    queue: str
    action: str


ACTIONS = ("next", "skip", "open", "close")
QueueCommand = LineUp | TakeTurn | LeaveLine | DirectQueue
