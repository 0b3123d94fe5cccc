"""What is written: plain values, so that whoever decides what is kept needs no database."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Happened:
    """An event; ``body`` is what is sent, as JSON."""

    venue: str
    seq: int
    time: int
    kind: str
    body: str


@dataclass(frozen=True, slots=True)
class Admit:
    """A person may come back with a secret, of which this is the digest."""

    venue: str
    number: int
    secret: str


@dataclass(frozen=True, slots=True)
class Forget:
    """A person is gone for good."""

    venue: str
    number: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A venue was published: what the live hall knows of it, as JSON."""

    venue: str
    plan: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How the live hall was after the event ``seq``, as JSON: events up to it need not be read to go on."""

    venue: str
    seq: int
    state: str


Write = Happened | Admit | Forget | Plan | Snapshot


@dataclass(frozen=True, slots=True)
class Stored:
    """A venue as it was kept: its plan and state (JSON), the digests of secrets by number, and the events since, oldest
    first. ``seq`` and ``time`` (ms) are those of the newest event, 0 for none."""

    plan: str
    state: str
    since: int
    sessions: dict[int, str]
    events: tuple[str, ...]
    seq: int
    time: int
