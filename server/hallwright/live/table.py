"""The law: who may do what, by role, by command and by standing. Everything not in it is refused.

Standing is that of a connection's person: ``outside`` (no person), ``present``, ``away`` (connection lost, in grace).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from hallwright.errors import CommandRefused
from hallwright.live.commands import (
    Announce,
    Ban,
    ChangeArea,
    ChangeBoard,
    ChangeSession,
    Command,
    Consent,
    DirectShow,
    Disconnect,
    EndGroup,
    Erase,
    Expire,
    Follow,
    Highlight,
    Join,
    Kick,
    Leave,
    Mute,
    Rebuild,
    Rename,
    Report,
    ResumeShow,
    Review,
    Ring,
    ShowOnScreen,
    Sit,
    Stand,
    StartGroup,
    Stray,
    TriggerShow,
    Unban,
    Unfollow,
    Unmute,
)
from hallwright.live.events import Role
from hallwright.live.queues.commands import DirectQueue, LeaveLine, LineUp, TakeTurn

Standing = Literal["outside", "present", "away"]

NEXT: Mapping[tuple[Standing, type[Command]], Standing] = {
    ("outside", Join): "present",
    ("away", Join): "present",
    ("present", Join): "present",
    ("present", Consent): "present",
    ("present", Rename): "present",
    ("present", ChangeArea): "present",
    ("present", TriggerShow): "present",
    ("present", Leave): "outside",
    ("present", Disconnect): "away",
    ("outside", Disconnect): "outside",
    ("away", Expire): "outside",
    ("present", StartGroup): "present",
    ("present", EndGroup): "present",
    ("present", Follow): "present",
    ("present", Stray): "present",
    ("present", Unfollow): "present",
    ("present", Highlight): "present",
    ("present", Ring): "present",
    ("present", Report): "present",
    ("present", Announce): "present",
    ("present", DirectShow): "present",
    ("present", ChangeBoard): "present",
    ("present", Mute): "present",
    ("present", Unmute): "present",
    ("present", Kick): "present",
    ("present", Ban): "present",
    ("present", Unban): "present",
    ("present", Review): "present",
    ("present", ShowOnScreen): "present",
    ("present", Sit): "present",
    ("present", Stand): "present",
    ("present", LineUp): "present",
    ("present", TakeTurn): "present",
    ("present", LeaveLine): "present",
    ("present", DirectQueue): "present",
}

_WALKING: frozenset[type[Command]] = frozenset({Join, ChangeArea, TriggerShow, Leave, Disconnect, Sit, Stand})
_FOLLOWING: frozenset[type[Command]] = frozenset({Follow, Stray, Unfollow})
_SPEAKING: frozenset[type[Command]] = frozenset({Rename, Report, StartGroup, EndGroup, Highlight, Ring})
_QUEUING: frozenset[type[Command]] = frozenset({LineUp, TakeTurn, LeaveLine})
_HOSTING: frozenset[type[Command]] = frozenset({Announce, DirectShow, ChangeBoard, ShowOnScreen, DirectQueue})
_MODERATING: frozenset[type[Command]] = frozenset({Mute, Unmute, Kick, Ban, Unban, Review})

MAY: Mapping[Role, frozenset[type[Command]]] = {
    "kiosk": _WALKING | _FOLLOWING,  # anybody's hands are on it: it has no name and speaks for nobody
    "visitor": _WALKING | _FOLLOWING | _SPEAKING | _QUEUING | {Consent},  # others agreed when they took an account
    "exhibitor": _WALKING | _FOLLOWING | _SPEAKING | _QUEUING | {DirectQueue},  # of their own booths
    "host": _WALKING | _FOLLOWING | _SPEAKING | _QUEUING | _HOSTING,
    "moderator": _WALKING | _FOLLOWING | _SPEAKING | _QUEUING | _HOSTING | _MODERATING,
    "organizer": _WALKING | _FOLLOWING | _SPEAKING | _QUEUING | _HOSTING | _MODERATING,
    "system": frozenset(
        {Announce, Rebuild, DirectShow, ResumeShow, ChangeBoard, ChangeSession, ShowOnScreen, Expire, Erase}
        | _QUEUING  # of readers, whom pages know by a secret
    ),
}
PERSONAL: frozenset[type[Command]] = frozenset({Rename, Report})
"""What leaves a name or words of somebody, and so needs their consent."""


def check(role: Role, standing: Standing, command: type[Command]) -> None:
    """Pass, or raise CommandRefused ``not_allowed`` or ``not_joined``. Who is outside is a visitor until they join."""
    if command not in MAY[role]:
        raise CommandRefused("not_allowed", f"a {role} may not {command.__name__.lower()}")
    if role != "system" and (standing, command) not in NEXT:
        raise CommandRefused("not_joined", "join first")
