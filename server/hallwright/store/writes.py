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


@dataclass(frozen=True, slots=True)
class Ban:
    """Whoever has a secret with this digest, or this account, is not let into a venue."""

    venue: str
    id: int
    session: str
    account: str | None
    nickname: str
    reason: str
    by: str
    time: int


@dataclass(frozen=True, slots=True)
class Lift:
    """A ban holds no more."""

    venue: str
    id: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a person said to the moderators of another; ``about`` and ``by`` are their numbers."""

    venue: str
    id: int
    about: int
    nickname: str
    by: int
    reason: str
    time: int


@dataclass(frozen=True, slots=True)
class Consent:
    """A person (as talk knows them) agreed, at ``given`` (ms), that a name and words of theirs are kept; events after
    ``since`` may have them. ``own``: as a visitor, else by taking an account."""

    venue: str
    person: str
    number: int
    since: int
    account: str | None
    own: bool
    given: int


@dataclass(frozen=True, slots=True)
class Withdraw:
    """They agree no longer."""

    venue: str
    person: str
    time: int


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does what others are not allowed to: an account, or the operator by the token."""

    account: str | None
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Act:
    """What such a person did, and on whom or what; ``id`` is drawn at random."""

    id: str
    time: int
    venue: str | None
    actor: Actor
    act: str
    subject: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """How a letter to a booth is now, for lists and figures; what was written is in its stream. Times are ms; ``card``
    is JSON."""

    venue: str
    id: str
    booth: str
    placement: str | None
    standing: str
    opened: int
    answered: int | None
    last: int
    seq: int
    unread_visitor: int
    unread_staff: int
    reported: bool
    name: str
    preview: str
    card: str


@dataclass(frozen=True, slots=True)
class MeetingProfile:
    """What a side says of itself for its meetings, as JSON; ``time`` is ms."""

    venue: str
    side: str
    id: str
    body: str
    time: int


@dataclass(frozen=True, slots=True)
class MeetingText:
    """The ``message`` with which a meeting was asked for, or the note of one side (``kind``)."""

    venue: str
    meeting: str
    kind: str
    buyer: str
    text: str
    time: int


@dataclass(frozen=True, slots=True)
class ForgetBuyer:
    """All that a buyer wrote for meetings goes."""

    venue: str
    buyer: str


Write = (
    Happened | Admit | Forget | Plan | Snapshot | Ban | Lift | Report | Act | Consent | Withdraw | Letter
    | MeetingProfile | MeetingText | ForgetBuyer
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stored:
    """A venue as it was kept: its plan and state (JSON), the digests of secrets by number, and the events since, oldest
    first. ``seq`` and ``time`` (ms) are those of the newest event, 0 for none. ``bans`` are those that hold,
    ``reports`` the newest; ``last_ban`` and ``last_report`` the highest numbers that were given. ``agreed`` are the
    visitors who gave their consent."""

    plan: str
    state: str
    since: int
    sessions: dict[int, str]
    events: tuple[str, ...]
    seq: int
    time: int
    bans: tuple[Ban, ...] = ()
    reports: tuple[Report, ...] = ()
    last_ban: int = 0
    last_report: int = 0
    agreed: frozenset[str] = frozenset()
