"""The two tables that say what is allowed: by standing, and by role. Everything not in them is refused.

Standing is that of a connection's person: ``outside`` (no person), ``present``, ``away`` (connection lost, in grace).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from hallwright.errors import CommandRefused
from hallwright.live.commands import (
    Announce,
    ChangeArea,
    ChangeBoard,
    ChangeSession,
    Command,
    DirectShow,
    Disconnect,
    EndGroup,
    Expire,
    Follow,
    Highlight,
    Join,
    Leave,
    Rebuild,
    Rename,
    ResumeShow,
    Ring,
    StartGroup,
    Stray,
    TriggerShow,
    Unfollow,
)
from hallwright.live.events import Role

Standing = Literal["outside", "present", "away"]

NEXT: Mapping[tuple[Standing, type[Command]], Standing] = {
    ("outside", Join): "present",
    ("away", Join): "present",
    ("present", Join): "present",
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
}

MAY: Mapping[Role, frozenset[type[Command]]] = {
    "visitor": frozenset({
        Join, Rename, ChangeArea, TriggerShow, Leave, Disconnect,
        StartGroup, EndGroup, Follow, Stray, Unfollow, Highlight, Ring,
    }),
    "system": frozenset({Announce, Rebuild, DirectShow, ResumeShow, ChangeBoard, ChangeSession, Expire}),
}


def check(role: Role, standing: Standing, command: Command) -> None:
    """Pass, or raise CommandRefused ``not_allowed`` or ``not_joined``."""
    if type(command) not in MAY[role]:
        raise CommandRefused("not_allowed", f"a {role} may not {type(command).__name__.lower()}")
    if role != "system" and (standing, type(command)) not in NEXT:
        raise CommandRefused("not_joined", "join first")
