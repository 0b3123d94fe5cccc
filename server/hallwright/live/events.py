"""What has happened in a hall: public events are stored, numbered and told to everyone; private ones are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from hallwright.describing.shapes import LeftOut
from hallwright.live.queues.events import QueueEvent
from hallwright.live.shapes import BoardRow, ChangedSession, OnScreen
from hallwright.live.timeline import Timeline

Role = Literal["visitor", "kiosk", "exhibitor", "host", "moderator", "organizer", "system"]
"""What somebody is here for, by the credential of their connection. ``system`` is the server itself."""
Via = Literal["hall", "text"]
"""How somebody is here: walking in the hall, or reading the text tour."""
Row = Annotated[dict[str, Any], BoardRow]
"""A row of a board as JSON values, by field. Never changed, only replaced."""
Changes = dict[str, Row | None]
"""Rows of a board by id; None: taken away."""

SessionChange = Annotated[dict[str, Any], ChangedSession]
"""A session as it was changed: written, starts, ends, changed (s since 1970), cancelled, note. Never changed, only
replaced."""

Showing = Annotated[dict[str, Any], OnScreen]
"""What a host lets a screen show: reel, since (s since 1970), slide, text. Never changed, only replaced."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in the hall as others know them. ``nickname`` is empty until one is chosen; ``color`` is 0…11;
    ``booths`` are those whose staff they are."""

    number: int
    nickname: str
    color: int
    area: str
    role: Role = "visitor"
    via: Via = "hall"
    muted: bool = False
    booths: Annotated[tuple[str, ...], LeftOut()] = ()

    def record(self) -> dict[str, Any]:
        """The person as JSON values."""
        return {
            "number": self.number, "nickname": self.nickname, "color": self.color,
            "area": self.area, "role": self.role, "via": self.via, "muted": self.muted, **_looking_after(self.booths),
        }

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Person:
        """What ``record`` gave."""
        return cls(**{**record, "booths": tuple(record.get("booths", ()))})


def _looking_after(booths: tuple[str, ...]) -> dict[str, Any]:
    return {"booths": list(booths)} if booths else {}


@dataclass(frozen=True, slots=True)
class Joined:
    """A person is new here."""

    kind: ClassVar[str] = "joined"
    person: Person


@dataclass(frozen=True, slots=True)
class Left:
    """A person is gone; the number may be given to someone else later."""

    kind: ClassVar[str] = "left"
    number: int


@dataclass(frozen=True, slots=True)
class Renamed:
    """A person has another nickname."""

    kind: ClassVar[str] = "renamed"
    number: int
    nickname: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A person went to another area, or from the hall to the text tour or back."""

    kind: ClassVar[str] = "moved"
    number: int
    area: str
    via: Via = "hall"


@dataclass(frozen=True, slots=True)
class RoleChanged:
    """A person came back with another credential than before, or without one."""

    kind: ClassVar[str] = "role"
    number: int
    role: Role
    booths: Annotated[tuple[str, ...], LeftOut()] = ()


@dataclass(frozen=True, slots=True)
class Muted:
    """A person may not speak to others for now, or may again."""

    kind: ClassVar[str] = "muted"
    number: int
    muted: bool


@dataclass(frozen=True, slots=True)
class Announced:
    """Something was said to everyone."""

    kind: ClassVar[str] = "announcement"
    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The hall was published anew; ``shows`` is every show that it has now, ``boards`` what was changed on boards,
    ``sessions`` what was changed of the programme, ``screens`` what hosts let be shown."""

    kind: ClassVar[str] = "rebuilt"
    revision: str
    shows: dict[str, Timeline] = field(default_factory=dict)
    boards: dict[str, Changes] = field(default_factory=dict)
    sessions: dict[str, SessionChange] = field(default_factory=dict)
    screens: dict[str, Showing] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ShowChanged:
    """A show was started, stopped, moved or changed in its pace; ``by`` is the visitor who did it, None an operator."""

    kind: ClassVar[str] = "show"
    show: str
    timeline: Timeline
    by: int | None = None


@dataclass(frozen=True, slots=True)
class BoardChanged:
    """Rows of a board were written anew, added, or taken away."""

    kind: ClassVar[str] = "board"
    board: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class SessionChanged:
    """A session of the programme was put off, moved or cancelled, or is as it was."""

    kind: ClassVar[str] = "session"
    session: str
    change: SessionChange


@dataclass(frozen=True, slots=True)
class ScreenChanged:
    """A host lets a screen show something, or None: what the programme says."""

    kind: ClassVar[str] = "screen"
    screen: str
    showing: Showing | None


@dataclass(frozen=True, slots=True)
class Seated:
    """A person sat down before a stage."""

    kind: ClassVar[str] = "seated"
    number: int
    area: str
    stage: str
    seat: int


@dataclass(frozen=True, slots=True)
class Stood:
    """A person got up."""

    kind: ClassVar[str] = "stood"
    number: int


@dataclass(frozen=True, slots=True)
class GroupOpened:
    """A visitor leads a group that others may come into by its code."""

    kind: ClassVar[str] = "group_opened"
    group: str
    guide: int


@dataclass(frozen=True, slots=True)
class GroupClosed:
    """A group is no more: its guide ``ended`` it, or is gone (``lost``). All who were in it are free."""

    kind: ClassVar[str] = "group_closed"
    group: str
    reason: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A person came into a group, came back to its guide, or with ``follows`` False broke away."""

    kind: ClassVar[str] = "followed"
    group: str
    number: int
    follows: bool


@dataclass(frozen=True, slots=True)
class Unfollowed:
    """A person left a group."""

    kind: ClassVar[str] = "unfollowed"
    group: str
    number: int


@dataclass(frozen=True, slots=True)
class Highlighted:
    """A guide points at the exhibit of a placement, or at nothing any more."""

    kind: ClassVar[str] = "highlighted"
    group: str
    placement: str | None


@dataclass(frozen=True, slots=True)
class Rung:
    """A guide asks these people to come back."""

    kind: ClassVar[str] = "rung"
    group: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Admitted:
    """Private: the connection now speaks for this person. ``session`` is a secret."""

    connection: str
    session: str
    number: int
    resumed: bool


@dataclass(frozen=True, slots=True)
class Superseded:
    """Private: this connection no longer speaks for anyone, a newer one took over its person."""

    connection: str
    number: int


@dataclass(frozen=True, slots=True)
class Removed:
    """Private: a moderator sent this connection's person away."""

    connection: str
    number: int
    how: Literal["kicked", "banned"]
    reason: str


@dataclass(frozen=True, slots=True)
class Banned:
    """Private: whoever has this secret, or this account, does not come in any more. ``session`` stands for the secret;
    ``nickname`` is what the person was called, ``by`` who decided it, ``at`` when (s)."""

    id: int
    session: str
    account: str | None
    nickname: str
    reason: str
    by: str
    at: float


@dataclass(frozen=True, slots=True)
class Unbanned:
    """Private: they may come in again."""

    id: int


@dataclass(frozen=True, slots=True)
class Reported:
    """Private: a person told the moderators of another; ``about`` and ``by`` are numbers."""

    id: int
    about: int
    nickname: str
    by: int
    reason: str
    at: float


@dataclass(frozen=True, slots=True)
class Agreed:
    """Private: from now on a name and words of this person may be kept. ``own``: they said so as a visitor; others did
    when they took their ``account``."""

    session: str
    number: int
    account: str | None
    own: bool


@dataclass(frozen=True, slots=True)
class Disagreed:
    """Private: nothing more of this person may be kept."""

    session: str
    number: int


GroupEvent = GroupOpened | GroupClosed | Followed | Unfollowed | Highlighted | Rung
PersonEvent = Joined | Left | Renamed | Moved | RoleChanged | Muted
StageEvent = ScreenChanged | Seated | Stood
HallEvent = Announced | Rebuilt | ShowChanged | BoardChanged | SessionChanged
PublicEvent = PersonEvent | HallEvent | GroupEvent | StageEvent | QueueEvent
PrivateEvent = Admitted | Superseded | Removed | Banned | Unbanned | Reported | Agreed | Disagreed
Event = PublicEvent | PrivateEvent


def record(event: PublicEvent) -> dict[str, Any]:
    """The event as it is stored and sent: its kind and its own fields, as JSON values."""
    match event:
        case Joined(person):
            return {"kind": event.kind, "person": person.record()}
        case Renamed(number, nickname):
            return {"kind": event.kind, "number": number, "nickname": nickname}
        case Moved(number, area, via):
            return {"kind": event.kind, "number": number, "area": area, "via": via}
        case RoleChanged(number, role, booths):
            return {"kind": event.kind, "number": number, "role": role, **_looking_after(booths)}
        case Announced(en, zh):
            return {"kind": event.kind, "text": {"en": en, "zh": zh}}
        case Rebuilt(revision, shows, boards, sessions, screens):
            timelines = {show: timeline.record() for show, timeline in shows.items()}
            kept = {"shows": timelines, "boards": boards, "sessions": sessions, "screens": screens}
            return {"kind": event.kind, "revision": revision, **kept}
        case ShowChanged(show, timeline, by):
            return {"kind": event.kind, "show": show, "timeline": timeline.record(), "by": by}
        case BoardChanged(board, changes):
            return {"kind": event.kind, "board": board, "changes": changes}
        case SessionChanged(session, change):
            return {"kind": event.kind, "session": session, "change": change}
        case _:
            return {"kind": event.kind} | asdict(event)
