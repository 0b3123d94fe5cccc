"""The law in full: every command by every role in every standing, as a hall does it."""

from __future__ import annotations

from typing import get_args

import pytest

from hallwright.errors import CommandRefused
from hallwright.live import table
from hallwright.live.boards import BoardPlan
from hallwright.live.commands import (
    SYSTEM,
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
from hallwright.live.hall import Hall
from hallwright.live.queues.commands import DirectQueue, LeaveLine, LineUp, TakeTurn
from hallwright.live.queues.line import QueuePlan
from hallwright.live.screens import ReelPlan, ScreenPlan
from hallwright.live.seats import SeatPlan
from hallwright.live.shows import ShowPlan
from hallwright.live.timeline import Timeline

ROLES: tuple[Role, ...] = get_args(Role)
ONE = "kiosk visitor exhibitor host moderator organizer"
STAFF, CHAIR, SYSTEM_ALONE = "host moderator organizer", "moderator organizer", "system"
LAW: dict[type[Command], tuple[str, str]] = {  # who may, and in which standings people may
    Join: (ONE, "outside present away"),
    Disconnect: (ONE, "outside present"),
    ChangeArea: (ONE, "present"),
    TriggerShow: (ONE, "present"),
    Leave: (ONE, "present"),
    Sit: (ONE, "present"),
    Stand: (ONE, "present"),
    Follow: (ONE, "present"),
    Stray: (ONE, "present"),
    Unfollow: (ONE, "present"),
    Consent: ("visitor", "present"),
    Rename: (ONE.removeprefix("kiosk "), "present"),
    Report: (ONE.removeprefix("kiosk "), "present"),
    StartGroup: (ONE.removeprefix("kiosk "), "present"),
    EndGroup: (ONE.removeprefix("kiosk "), "present"),
    Highlight: (ONE.removeprefix("kiosk "), "present"),
    Ring: (ONE.removeprefix("kiosk "), "present"),
    Announce: (f"{STAFF} system", "present"),
    DirectShow: (f"{STAFF} system", "present"),
    ChangeBoard: (f"{STAFF} system", "present"),
    ShowOnScreen: (f"{STAFF} system", "present"),
    LineUp: (ONE.removeprefix("kiosk ") + " system", "present"),
    TakeTurn: (ONE.removeprefix("kiosk ") + " system", "present"),
    LeaveLine: (ONE.removeprefix("kiosk ") + " system", "present"),
    DirectQueue: (f"exhibitor {STAFF}", "present"),
    Mute: (CHAIR, "present"),
    Unmute: (CHAIR, "present"),
    Kick: (CHAIR, "present"),
    Ban: (CHAIR, "present"),
    Unban: (CHAIR, "present"),
    Review: (CHAIR, "present"),
    Rebuild: (SYSTEM_ALONE, ""),
    ResumeShow: (SYSTEM_ALONE, ""),
    ChangeSession: (SYSTEM_ALONE, ""),
    Expire: (SYSTEM_ALONE, ""),
    Erase: (SYSTEM_ALONE, ""),
}
PLAN = Timeline(0.0, 0.0, 1.0, 60.0, loop=True)
ROWS = (("p", {"label": {"en": "P", "zh": "项"}, "value": 1}),)
SAMPLES: dict[type[Command], dict[str, object]] = {
    Join: {"area": "hall", "fresh": "secret-new", "session": "secret-x"},
    Consent: {"given": False}, Erase: {"number": 1},
    Rename: {"nickname": "Else"}, ChangeArea: {"area": "park"}, TriggerShow: {"show": "exhibit/rocket"},
    Announce: {"en": "a", "zh": "b"}, DirectShow: {"show": "drones", "action": "pause"},
    ChangeBoard: {"board": "figures", "changes": {"p": {"value": 2}}}, ResumeShow: {"show": "drones", "timeline": PLAN},
    ChangeSession: {"session": "opening", "written": (0.0, 60.0), "wanted": {"cancelled": True}},
    Rebuild: {"revision": "r2", "areas": ("hall",)}, StartGroup: {"code": "FGHJK"}, Follow: {"group": "ABCDE"},
    Highlight: {"placement": None}, Ring: {}, Report: {"number": 1, "reason": "x"}, Mute: {"number": 1},
    Unmute: {"number": 1}, Kick: {"number": 1}, Ban: {"number": 1}, Unban: {"ban": 1},
    ShowOnScreen: {"screen": "hall/main", "reel": "film"}, Sit: {"stage": "main"}, Stand: {},
    LineUp: {"queue": "rocket", "reader": "r"}, TakeTurn: {"queue": "press", "reader": "r"},
    LeaveLine: {"queue": "rocket", "reader": "r"}, DirectQueue: {"queue": "rocket", "action": "close"},
}  # fmt: skip


def hall_with(role: Role, standing: str) -> Hall:
    """A visitor with a group, one who is banned, and ``x`` of this role in this standing."""
    hall = Hall(
        ("hall", "park"), "r1", boards=(BoardPlan("figures", "counters", "hall", ROWS),), sessions=("opening",),
        shows=(ShowPlan("drones", "drones", "park", 60.0), ShowPlan("exhibit/rocket", "exhibit", "hall", 3.0)),
    )  # fmt: skip
    hall.screens.replan([ScreenPlan("hall/main", (ReelPlan("film", "stream"),))])
    hall.seats.plan([SeatPlan("hall", "main", 1)])
    hall.queues.plan([QueuePlan("rocket", "hall", "a1", 1, 60.0), QueuePlan("press", "hall", "a1", 2, 60.0)])
    hall.apply(LineUp("", "press", "r"), 0.0)
    hall.apply(Join("a", "hall", "secret-a", "Ada", consent=True), 0.0)
    hall.apply(StartGroup("a", "ABCDE"), 0.0)
    hall.apply(Join("b", "hall", "secret-b", "Bo", consent=True), 0.0)
    hall.apply(Join("o", "hall", "secret-o", role="organizer"), 0.0)
    hall.apply(Ban("o", 2), 0.0)
    if role != "system" and standing != "outside":
        hall.apply(Join("x", "hall", "secret-x", role=role, consent=True, booths=("a1",)), 0.0)
    if standing == "away" and role != "system":
        hall.apply(Disconnect("x"), 0.0)
    return hall


def refusal(hall: Hall, command: Command) -> str:
    """Its code; empty when the command was done."""
    try:
        hall.apply(command, 1.0)
    except CommandRefused as refused:
        return refused.code
    return ""


def told(hall: Hall) -> tuple[object, ...]:
    return hall.state(), hall.moderation.bans, hall.moderation.reports, hall.connections("hall")


def test_the_law_speaks_of_every_role_and_every_command() -> None:
    commands = set(get_args(Command))
    assert set(LAW) == commands
    assert set(table.MAY) == set(ROLES)
    assert {command for may in table.MAY.values() for command in may} == commands
    assert {command for _, command in table.NEXT} == {command for command, (_, when) in LAW.items() if when} | {Expire}


@pytest.mark.parametrize("standing", ["outside", "present", "away"])
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("kind", LAW, ids=lambda kind: kind.__name__)
def test_only_what_is_allowed_has_an_effect(kind: type[Command], role: Role, standing: str) -> None:
    hall = hall_with(role, standing)
    connection = SYSTEM if role == "system" else "x"
    fields = SAMPLES.get(kind, {}) | ({"role": role} if kind is Join else {})
    command = kind(**fields, connection=connection)  # type: ignore[arg-type]
    who, when = LAW[kind]
    allowed = role in who.split() and (role == "system" or standing in when.split())
    if kind is Disconnect and standing == "away" and role != "system":
        allowed = True  # the connection of somebody away is one that nobody has: it is gone once more
    before = told(hall)
    code = refusal(hall, command)
    assert (code in {"not_allowed", "not_joined"}) != allowed, code
    assert not code or told(hall) == before


@pytest.mark.parametrize("kind", [Mute, Kick, Ban])
@pytest.mark.parametrize("subject", [role for role in ROLES if role != "system"])
@pytest.mark.parametrize("actor", ["moderator", "organizer"])
def test_nobody_acts_on_their_equals_or_on_those_above(actor: Role, subject: Role, kind: type[Mute]) -> None:
    hall = Hall(("hall",), "r1")
    hall.apply(Join("a", "hall", "secret-a", role=actor), 0.0)
    hall.apply(Join("s", "hall", "secret-s", role=subject), 0.0)
    ranks = ["visitor kiosk exhibitor", "host", "moderator", "organizer"]
    below = next(i for i, names in enumerate(ranks) if subject in names.split()) < ranks.index(actor)
    if below:
        assert hall.apply(kind("a", 2), 1.0)
        return
    before = told(hall)
    with pytest.raises(CommandRefused) as caught:
        hall.apply(kind("a", 2), 1.0)
    assert caught.value.code == "outranked"
    assert told(hall) == before
