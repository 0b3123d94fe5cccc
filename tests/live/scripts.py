"""Scripts of commands: who does what, when. ``python -m tests.live.scripts`` writes their transcripts anew.

A transcript is ``{"name", "events": […], "people": […], "shows": {…}, "boards": {…}, "groups": {…}}``: the events as
pages receive them, everyone who is in the hall at the end, where its shows stand, what was changed on its boards,
its groups, what its screens show, who sits where and who waits in line. The viewer's session must come to the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hallwright.live.boards import BoardPlan
from hallwright.live.commands import (
    Announce,
    Ban,
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
    Kick,
    Leave,
    Mute,
    Rebuild,
    Rename,
    Report,
    Ring,
    ShowOnScreen,
    Sit,
    Stand,
    StartGroup,
    Stray,
    TriggerShow,
    Unfollow,
    Unmute,
)
from hallwright.live.events import PrivateEvent, record
from hallwright.live.hall import Hall
from hallwright.live.queues.commands import DirectQueue, LeaveLine, LineUp, TakeTurn
from hallwright.live.queues.line import QueuePlan
from hallwright.live.screens import ReelPlan, ScreenPlan
from hallwright.live.seats import SeatPlan
from hallwright.live.shows import ShowPlan
from tests.live.joining import Join

TRANSCRIPTS = Path(__file__).with_name("transcripts")
AREAS = ("hall", "park", "market")
START = 1_700_000_000
TIMES = (START + 3600.0, START + 7200.0)


DRONES = ShowPlan("drones", "drones", "park", 180.0, loop=True, autostart=True)
ROCKET = ShowPlan("exhibit/rocket", "exhibit", "hall", 12.5)
TRAFFIC = ShowPlan("loop", "traffic", "park", autostart=True)
PROJECTS = {"label": {"en": "Projects", "zh": "项目"}, "value": 3600, "unit": {"en": "projects", "zh": "个"}}
FIGURES = BoardPlan("figures", "counters", "hall", (("projects", PROJECTS),))
SIGNING = BoardPlan("signing", "signing", "hall")
SCREEN = ScreenPlan("hall/main", (ReelPlan("film", "stream"), ReelPlan("plan", "slides", 3), ReelPlan("words", "text")))


@dataclass(frozen=True)
class Script:
    """Commands, each with the seconds since the start at which it comes."""

    name: str
    commands: tuple[tuple[float, Command], ...]


SCRIPTS = (
    Script("two-visitors", (
        (0.0, Join("a", "hall", "secret-a", "Ada")),
        (1.0, Join("b", "park", "secret-b")),
        (2.0, Rename("b", "  王   工 ")),
        (3.5, ChangeArea("b", "hall")),
        (9.0, Leave("a")),
    )),
    Script("lost-and-found", (
        (0.0, Join("a", "hall", "secret-a", "Ada")),
        (1.0, Join("b", "hall", "secret-b", "Bo")),
        (5.0, Disconnect("a")),
        (20.0, Rename("b", "Bo in the park")),
        (21.0, ChangeArea("b", "park")),
        (30.0, Join("a2", "hall", "secret-a2", session="secret-a")),
        (31.0, Disconnect("b")),
        (60.9, Expire()),
        (61.0, Expire()),
        (62.0, Join("b2", "market", "secret-b2", session="secret-b")),
    )),
    Script("back-elsewhere-under-another-name", (
        (0.0, Join("a", "hall", "secret-a", "Ada")),
        (1.0, Disconnect("a")),
        (2.0, Join("a2", "market", "secret-a2", "Ada L.", "secret-a")),
        (3.0, Join("a3", "market", "secret-a3", "Ada L.", "secret-a")),
        (4.0, Disconnect("a2")),
    )),
    Script("from-the-hall-to-the-text-and-back", (
        (0.0, Join("a", "hall", "secret-a", "Ada")),
        (1.0, Join("b", "park", "secret-b", "Bo", via="text")),
        (2.0, Disconnect("a")),
        (3.0, Join("a2", "hall", "secret-a2", session="secret-a", via="text")),
        (4.0, ChangeArea("a2", "park")),
        (5.0, Join("a2", "park", "secret-a3", session="secret-a", via="text")),
        (6.0, Join("b", "market", "secret-b2", session="secret-b")),
    )),
    Script("announcement-and-rebuild", (
        (0.0, Join("a", "market", "secret-a", "<b>Ada</b>")),
        (1.0, Join("b", "hall", "secret-b", "O'Neil & \"Co\"")),
        (2.0, Announce("The forum begins at ten.", "论坛十点开始。")),
        (3.0, Rebuild("0123456789abcdef", ("hall", "park"))),
        (4.0, Join("c", "park", "secret-c", "👩‍🔧 Chen")),
    )),
    Script("shows", (
        (0.0, Join("a", "hall", "secret-a", "Ada")),
        (0.25, Rebuild("r2", AREAS, (DRONES, ROCKET))),
        (1.0, TriggerShow("a", "exhibit/rocket")),
        (30.125, DirectShow("drones", "pause")),
        (31.0, DirectShow("drones", "pause")),
        (40.0, DirectShow("drones", "seek", 170.5)),
        (41.0, DirectShow("drones", "start")),
        (45.5, DirectShow("drones", "rate", 2.5)),
        (60.0, Rebuild("r3", AREAS, (ROCKET, TRAFFIC, DRONES))),
        (61.0, TriggerShow("a", "exhibit/rocket")),
        (62.0, Rebuild("r4", AREAS, (replace(DRONES, duration=20.0), TRAFFIC))),
        (63.0, DirectShow("loop", "rate", 0.5)),
    )),
    Script("boards", (
        (0.0, Join("a", "hall", "secret-a", "Ada")),
        (0.5, Rebuild("r2", AREAS, boards=(FIGURES, SIGNING))),
        (1.0, ChangeBoard("figures", {"projects": {"value": 3601}})),
        (1.5, ChangeBoard("figures", {"projects": {"value": 3601}})),
        (2.0, ChangeBoard("signing", {"1": {"title": "Plant", "parties": [{"en": "A", "zh": "甲"}, "B"]}})),
        (3.0, ChangeBoard("signing", {"2": {"title": "Lab", "parties": ["C", "D"]}, "1": None})),
        (4.0, Rebuild("r3", AREAS, boards=(FIGURES, SIGNING))),
        (5.0, ChangeBoard("figures", {"projects": None, "guests": {"label": "Guests", "value": 30000}})),
        (6.0, Rebuild("r4", AREAS, boards=(replace(FIGURES, rows=()),))),
    )),
    Script("sessions", (
        (0.0, Join("a", "hall", "secret-a", "Ada")),
        (0.5, Rebuild("r2", AREAS, sessions=("opening", "talk"))),
        (1.0, ChangeSession("opening", TIMES, {"starts": START + 4200, "note": {"en": "Rain.", "zh": "雨。"}})),
        (1.5, ChangeSession("opening", TIMES, {"starts": START + 4200})),
        (2.0, ChangeSession("talk", TIMES, {"cancelled": True})),
        (3.0, ChangeSession("opening", TIMES, {"ends": START + 9000})),
        (4.0, Rebuild("r3", AREAS, sessions=("opening",))),
        (5.0, ChangeSession("opening", (START + 86400, START + 90000), {"cancelled": True})),
        (6.0, ChangeSession("opening", TIMES, {"starts": None, "ends": None, "note": None})),
    )),
    Script("stages", (
        (0.0, Join("a", "hall", "secret-a", "Ada")),
        (0.2, Join("b", "hall", "secret-b", "Bo")),
        (0.4, Join("c", "hall", "secret-c", "Chen", role="host", account="chen")),
        (0.5, Rebuild("r2", AREAS, screens=(SCREEN,), seats=(SeatPlan("hall", "main", 3),))),
        (1.0, ShowOnScreen("hall/main", "film", connection="c")),
        (2.0, ShowOnScreen("hall/main", "plan", connection="c")),
        (3.0, ShowOnScreen("hall/main", "plan", 1, connection="c")),
        (3.5, ShowOnScreen("hall/main", "plan", 1, connection="c")),
        (4.0, Sit("a", "main")),
        (5.0, Sit("b", "main", 2)),
        (6.0, Sit("a", "main", 1)),
        (7.0, ShowOnScreen("hall/main", "words", text={"en": "Welcome", "zh": "欢迎"})),
        (8.0, ShowOnScreen("hall/main", None)),
        (9.0, ChangeArea("a", "park")),
        (10.0, ShowOnScreen("hall/main", "film")),
        (11.0, Rebuild("r3", AREAS, screens=(SCREEN,), seats=(SeatPlan("hall", "main", 2),))),
        (12.0, Sit("b", "main")),
        (13.0, Stand("b")),
        (14.0, Sit("c", "main")),
        (15.0, Leave("c")),
    )),
    Script("a-line-at-an-exhibit", (
        (0.0, Rebuild("r2", AREAS, queues=(QueuePlan("rocket", "hall", "a1", 1, 120.0),))),
        (1.0, Join("a", "hall", "secret-a", "Ada")),
        (2.0, Join("b", "hall", "secret-b", "Bo")),
        (3.0, Join("s", "hall", "secret-s", "Su", role="exhibitor", booths=("a1",))),
        (4.0, LineUp("a", "rocket")),
        (5.0, LineUp("b", "rocket")),
        (6.0, LineUp("", "rocket", "reader-1")),
        (7.0, TakeTurn("a", "rocket")),
        (8.0, DirectQueue("s", "rocket", "close")),
        (60.0, LeaveLine("a", "rocket")),
        (120.0, Expire()),
        (121.0, TakeTurn("", "rocket", "reader-1")),
        (122.0, DirectQueue("s", "rocket", "next")),
        (182.0, Expire()),
        (183.0, DirectQueue("s", "rocket", "open")),
        (184.0, LineUp("s", "rocket")),
        (185.0, LineUp("b", "rocket")),
    )),
    Script("groups", (
        (0.0, Join("a", "hall", "secret-a", "Ada")),
        (0.5, Join("b", "hall", "secret-b", "Bo")),
        (1.0, Join("c", "park", "secret-c", "Chen")),
        (1.5, Rebuild("r2", AREAS, placements=frozenset({"rocket", "press"}))),
        (2.0, StartGroup("a", "ABCDE")),
        (3.0, Follow("b", "ABCDE")),
        (4.0, Follow("c", "ABCDE")),
        (4.5, Follow("c", "ABCDE")),
        (5.0, Highlight("a", "rocket")),
        (6.0, Stray("c")),
        (7.0, Ring("a")),
        (8.0, Follow("c", "ABCDE")),
        (9.0, Rebuild("r3", AREAS, placements=frozenset({"press"}))),
        (10.0, Highlight("a", "press")),
        (11.0, Disconnect("a")),
        (30.0, Join("a2", "hall", "secret-a2", session="secret-a")),
        (31.0, Unfollow("b")),
        (32.0, StartGroup("b", "FGHJK")),
        (33.0, Follow("c", "FGHJK")),
        (34.0, EndGroup("b")),
        (35.0, Follow("b", "ABCDE")),
        (36.0, Leave("b")),
    )),
    Script("a-guide-is-lost", (
        (0.0, Join("a", "hall", "secret-a", "Ada")),
        (1.0, Join("b", "hall", "secret-b", "Bo")),
        (2.0, StartGroup("a", "ABCDE")),
        (3.0, Follow("b", "ABCDE")),
        (4.0, Disconnect("a")),
        (5.0, Disconnect("b")),
        (34.0, Expire()),
        (35.0, Expire()),
    )),
    Script("moderation", (
        (0.0, Join("m", "hall", "secret-m", "Mo", role="moderator", account="mo")),
        (1.0, Join("a", "hall", "secret-a", "Ada")),
        (2.0, Join("b", "hall", "secret-b", "Bo")),
        (3.0, Join("c", "park", "secret-c", "Chen", role="exhibitor", account="chen")),
        (4.0, Report("a", 3, "shouts")),
        (5.0, Mute("m", 3)),
        (6.0, StartGroup("b", "ABCDE")),
        (7.0, Unmute("m", 3)),
        (8.0, Mute("m", 4)),
        (9.0, Kick("m", 3, "shouts on")),
        (10.0, Ban("m", 4)),
        (11.0, Disconnect("a")),
        (12.0, Join("a2", "hall", "secret-a2", session="secret-a", role="host", account="ada")),
        (13.0, Announce("The forum begins.", "论坛开始。", connection="a2")),
        (14.0, Disconnect("m")),
        (15.0, Join("m2", "hall", "secret-m2", session="secret-m")),
    )),
    Script("coming-and-going", tuple(
        step
        for turn in range(20)
        for step in (
            (turn * 2.0, Join(f"c{turn}", AREAS[turn % 3], f"secret-{turn}", f"Visitor {turn}")),
            (turn * 2.0 + 1, Leave(f"c{turn // 2}") if turn % 3 == 2 else Rename(f"c{turn}", f"访客 {turn}")),
        )
        if not (isinstance(step[1], Leave) and turn in (5, 11))
    )),
)


def play(script: Script) -> dict[str, Any]:
    """The transcript of a script."""
    hall = Hall(AREAS, "first")
    events: list[dict[str, Any]] = []
    for seconds, command in script.commands:
        told = hall.apply(command, START + seconds)
        public = [record(event) for event in told if not isinstance(event, PrivateEvent)]
        time = round((START + seconds) * 1000)
        events += [{"seq": len(events) + 1 + i, "time": time, **each} for i, each in enumerate(public)]
    people = [person.record() for person in hall.people()]
    shows, boards = hall.shows.records(), hall.boards.changes()
    groups = hall.groups.records()
    state = {"people": people, "shows": shows, "boards": boards, "sessions": hall.sessions.changes(), "groups": groups}
    state |= {"screens": hall.screens.showing(), "seats": hall.seats.records(), "queues": hall.queues.records()}
    return {"name": script.name, "events": events, **state}


def text(script: Script) -> str:
    """The transcript as it is kept: one event, one person, one show, one board, one session, one group, one
    screen, one seat and one queue a line."""
    transcript = play(script)
    lines = {
        key: [f"    {json.dumps(item, ensure_ascii=False)}" for item in transcript[key]] for key in ("events", "people")
    }
    parts = [f'  "{key}": [\n' + ",\n".join(items) + "\n  ]" for key, items in lines.items()]
    for key in ("shows", "boards", "sessions", "groups", "screens", "seats", "queues"):
        items = [f"    {json.dumps(k)}: {json.dumps(each, ensure_ascii=False)}" for k, each in transcript[key].items()]
        parts.append(f'  "{key}": {{' + ("\n" + ",\n".join(items) + "\n  " if items else "") + "}")
    return f'{{\n  "name": "{script.name}",\n' + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    for each in SCRIPTS:
        (TRANSCRIPTS / f"{each.name}.json").write_text(text(each), "utf-8")
