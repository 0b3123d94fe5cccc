"""What may be asked of a hall. Frozen; checked for shape by whoever decodes them, for sense by ``Hall.apply``.

``connection`` is the connection the command came in on, never something the sender claims; ``SYSTEM`` is the server
itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from hallwright.live.boards import BoardPlan
from hallwright.live.events import Role, Via
from hallwright.live.queues.commands import QueueCommand
from hallwright.live.queues.line import QueuePlan
from hallwright.live.screens import ScreenPlan
from hallwright.live.seats import SeatPlan
from hallwright.live.shows import ShowPlan
from hallwright.live.timeline import Timeline

SYSTEM = ""


@dataclass(frozen=True, slots=True)
class Join:
    """Enter, or come back with ``session``. ``fresh`` is an unguessable secret for the case that one is needed.
    ``role``, ``account`` and ``booths`` are those of the connection's credential, whatever the sender says. ``consent``
    is what the visitor says of names and words being kept; None leaves it as it was."""

    connection: str
    area: str
    fresh: str
    nickname: str | None = None
    session: str | None = None
    via: Via = "hall"
    role: Role = "visitor"
    account: str | None = None
    consent: bool | None = None
    booths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Consent:
    """A visitor agrees that a name and words of theirs are kept, or does so no longer."""

    connection: str
    given: bool


@dataclass(frozen=True, slots=True)
class Erase:
    """Nothing here shall say any more who the person of this number is."""

    number: int
    connection: str = SYSTEM


@dataclass(frozen=True, slots=True)
class Rename:
    """Take another nickname; an empty one is refused."""

    connection: str
    nickname: str


@dataclass(frozen=True, slots=True)
class ChangeArea:
    """Go to another area of the venue."""

    connection: str
    area: str


@dataclass(frozen=True, slots=True)
class Leave:
    """Go for good: nothing can be resumed."""

    connection: str


@dataclass(frozen=True, slots=True)
class Disconnect:
    """The connection was lost; its person may come back within the grace period."""

    connection: str


@dataclass(frozen=True, slots=True)
class Announce:
    """Say something to everyone, in both languages."""

    en: str
    zh: str
    connection: str = SYSTEM


@dataclass(frozen=True, slots=True)
class Rebuild:
    """The hall was published anew with these areas, the first being where people go whose area is no more."""

    revision: str
    areas: tuple[str, ...]
    shows: tuple[ShowPlan, ...] = ()
    boards: tuple[BoardPlan, ...] = ()
    placements: frozenset[str] = frozenset()
    sessions: tuple[str, ...] = ()
    screens: tuple[ScreenPlan, ...] = ()
    seats: tuple[SeatPlan, ...] = ()
    queues: tuple[QueuePlan, ...] = ()
    connection: str = SYSTEM


@dataclass(frozen=True, slots=True)
class DirectShow:
    """An operator's wish: ``start`` (from ``value`` s), ``pause``, ``seek`` to ``value`` s, or ``rate`` ``value``."""

    show: str
    action: str
    value: float | None = None
    connection: str = SYSTEM


@dataclass(frozen=True, slots=True)
class ResumeShow:
    """A show goes on as it once did: a replay wants it."""

    show: str
    timeline: Timeline
    connection: str = SYSTEM


@dataclass(frozen=True, slots=True)
class TriggerShow:
    """A visitor runs an exhibit."""

    connection: str
    show: str


@dataclass(frozen=True, slots=True)
class ChangeBoard:
    """An operator writes on a board: fields of rows by the rows' ids, None to take a row away."""

    board: str
    changes: object
    connection: str = SYSTEM


@dataclass(frozen=True, slots=True)
class ChangeSession:
    """An operator puts a session off, moves or cancels it; ``written`` is when the programme says that it starts and
    ends (s since 1970)."""

    session: str
    written: tuple[float, float]
    wanted: object
    connection: str = SYSTEM


@dataclass(frozen=True, slots=True)
class ShowOnScreen:
    """A host lets a stage's screen show a reel, one of its ``slide``s or a ``text``; None: what the programme says."""

    screen: str
    reel: str | None
    slide: int | None = None
    text: object = None
    connection: str = SYSTEM


@dataclass(frozen=True, slots=True)
class Sit:
    """Sit down before a stage of the area; None: wherever a seat is free."""

    connection: str
    stage: str
    seat: int | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """Get up."""

    connection: str


StageCommand = Sit | Stand


@dataclass(frozen=True, slots=True)
class StartGroup:
    """A visitor leads others from now on. ``code`` is a fresh one, in case that it is needed."""

    connection: str
    code: str


@dataclass(frozen=True, slots=True)
class EndGroup:
    """The guide sends the group away."""

    connection: str


@dataclass(frozen=True, slots=True)
class Follow:
    """Come into a group, or back to the guide after one has broken away."""

    connection: str
    group: str


@dataclass(frozen=True, slots=True)
class Stray:
    """Break away: stay in the group and walk freely."""

    connection: str


@dataclass(frozen=True, slots=True)
class Unfollow:
    """Leave the group that one follows."""

    connection: str


@dataclass(frozen=True, slots=True)
class Highlight:
    """The guide points at the exhibit of a placement; None: at nothing any more."""

    connection: str
    placement: str | None


@dataclass(frozen=True, slots=True)
class Ring:
    """The guide asks a follower to come back; None: all who have broken away."""

    connection: str
    number: int | None = None


GroupCommand = StartGroup | EndGroup | Follow | Stray | Unfollow | Highlight | Ring


@dataclass(frozen=True, slots=True)
class Report:
    """Tell the moderators of somebody, and why."""

    connection: str
    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Mute:
    """Let somebody not speak to others for now."""

    connection: str
    number: int


@dataclass(frozen=True, slots=True)
class Unmute:
    """Let somebody speak again."""

    connection: str
    number: int


@dataclass(frozen=True, slots=True)
class Kick:
    """Send somebody away; they may come back as somebody new."""

    connection: str
    number: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ban:
    """Send somebody away for good."""

    connection: str
    number: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Unban:
    """Let somebody in again, by the number of the ban."""

    connection: str
    ban: int


@dataclass(frozen=True, slots=True)
class Review:
    """Look at what was reported and who is banned."""

    connection: str


ModerationCommand = Report | Mute | Unmute | Kick | Ban | Unban | Review


@dataclass(frozen=True, slots=True)
class Expire:
    """Time has passed: let go of those whose grace period is over."""

    connection: str = SYSTEM


Command = (
    Join | Consent | Erase | Rename | ChangeArea | Leave | Disconnect | Announce | Rebuild | Expire
    | DirectShow | ResumeShow | TriggerShow | ChangeBoard | ChangeSession | GroupCommand | ModerationCommand
    | ShowOnScreen | StageCommand | QueueCommand
)  # fmt: skip
