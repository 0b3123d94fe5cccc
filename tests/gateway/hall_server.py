"""A server with nothing but a live hall: ``python hall_server.py MODE PORT``. Lines on its standard input act on it.

``announce TEXT``, ``rebuilt REVISION AREA…`` (revision ``bare`` has no exhibits and no boards), ``show ID ACTION
[VALUE]``, ``board ID CHANGES`` (JSON), ``end LOGIN``, ``erase ACCOUNT``, ``figures`` (answers with a line of JSON). The
environment may set ``GRACE`` (s) and ``EVENTS``, what a venue remembers, and ``DATABASE``, where it is kept (in
memory). A login cookie ``ROLE.ACCOUNT`` is somebody with that role and account, ``ROLE.ACCOUNT.BOOTH`` the staff of a
booth; one that says ``broken`` cannot be looked up.
"""

from __future__ import annotations

import sys

from hallwright.gateway.concurrency import patch

MODE, PORT = sys.argv[1], int(sys.argv[2])
patch(MODE)

import json  # noqa: E402
import os  # noqa: E402
import threading  # noqa: E402
import time  # noqa: E402

from flask import Flask  # noqa: E402

from hallwright.api import devices, faults  # noqa: E402
from hallwright.errors import StoreError  # noqa: E402
from hallwright.gateway.attaching import Gateway, attach  # noqa: E402
from hallwright.gateway.credentials import Credential  # noqa: E402
from hallwright.gateway.venues import Memory, Programme  # noqa: E402
from hallwright.gateway.webhooks.hook import Hook  # noqa: E402
from hallwright.live.boards import BoardPlan  # noqa: E402
from hallwright.live.devices.plans import DevicePlan  # noqa: E402
from hallwright.live.meetings.plan import Plan, Slot  # noqa: E402
from hallwright.live.meetings.profiles import Profile  # noqa: E402
from hallwright.live.queues.line import QueuePlan  # noqa: E402
from hallwright.live.screens import ReelPlan, ScreenPlan  # noqa: E402
from hallwright.live.seats import SeatPlan  # noqa: E402
from hallwright.live.shows import RELEASE, UNVEILING, ShowPlan  # noqa: E402
from hallwright.live.talking.streams import Stream  # noqa: E402
from hallwright.live.talking.words import Words  # noqa: E402
from hallwright.organizer.halls import Halls  # noqa: E402
from hallwright.organizer.meeting import Matchmaking  # noqa: E402
from hallwright.presence.plan import AreaPlan, SpotPlan, ZonePlan  # noqa: E402
from hallwright.store.database import IN_MEMORY, Database  # noqa: E402

AREAS = {
    "hall": AreaPlan("hall", (200.0, 100.0), (ZonePlan("west", ((0, 0), (100, 0), (100, 100), (0, 100)), 10_000.0),)),
    "park": AreaPlan("park", (300.0, 300.0)),
}

SHOWS = (
    ShowPlan("drones", "drones", "park", 60.0, loop=True, autostart=True),
    ShowPlan("exhibit/rocket", "exhibit", "hall", 1.0),
    ShowPlan("release/robot", RELEASE, "hall", UNVEILING),
)
BOARDS = (
    BoardPlan("figures", "counters", "hall", (("projects", {"label": {"en": "P", "zh": "项"}, "value": 3600}),)),
)
STREAMS = (
    Stream("area", "hall", "hall"), Stream("area", "park", "park"), Stream("booth", "a1", "hall"),
    Stream("booth", "b2", "hall"),
    Stream("stage", "main", "hall"),
)
SCREENS = (ScreenPlan("hall/main", (ReelPlan("film", "stream"), ReelPlan("plan", "slides", 3))),)
SEATS = (SeatPlan("hall", "main", 2),)
DEVICES = (
    DevicePlan("agv", "vehicle", "hall", (200.0, 100.0), 1.0), DevicePlan("gate", "counter", "park", (300.0, 300.0)),
)
QUEUES = (QueuePlan("rocket", "hall", "a1", 1, 60.0),)
SPOTS = (SpotPlan("a1", "hall", (10.0, 10.0, 17.0, 17.0), 49.0),)
PROGRAMME = Programme(
    SHOWS, BOARDS, ("hall",), ("rocket",), STREAMS, screens=SCREENS, seats=SEATS, devices=DEVICES, queues=QUEUES,
    spots=SPOTS,
)  # fmt: skip
BARE = Programme(SHOWS[:1])


SOON = (round(time.time()) // 86_400 + 1) * 86_400_000  # ms: tomorrow; a server started again has the same slots


def meeting_plan(_venue: str) -> Plan:
    """Three slots of a quarter of an hour, a room, and two booths where one can meet."""
    starts = [SOON + number * 900_000 for number in range(3)]
    slots = [Slot(f"meet/{number + 1}", at, at, at + 900_000) for number, at in enumerate(starts)]
    booths = {
        "a1": Profile("Acme", "Acme", "distributors", "battery packs 动力电池", ("auto",), ("en", "zh")),
        "b2": Profile("Bolt", "Bolt", "", "welding robots 焊接机器人", ("robots",), ("en",)),
    }
    names = {booth: {"en": profile.name, "zh": profile.name} for booth, profile in booths.items()}
    industries = {"auto": {"en": "Automotive", "zh": "汽车"}, "robots": {"en": "Robots", "zh": "机器人"}}
    return Plan({slot.id: slot for slot in slots}, ("room-1",), booths, names, industries)


def act(gateway: Gateway, line: str) -> None:
    """Do what a line says."""
    verb, _, rest = line.strip().partition(" ")
    if verb == "announce":
        gateway.announce("fair", en=rest, zh=rest)
    elif verb == "rebuilt":
        revision, *areas = rest.split()
        gateway.rebuilt("fair", revision, [AREAS[area] for area in areas], BARE if revision == "bare" else PROGRAMME)
    elif verb == "show":
        show, action, *value = rest.split()
        gateway.direct_show("fair", show, action, float(value[0]) if value else None)
    elif verb == "board":
        board, changes = rest.split(maxsplit=1)
        gateway.change_board("fair", board, json.loads(changes))
    elif verb == "end":
        gateway.end_login(lambda credential: credential.login == rest)
    elif verb == "erase":
        gateway.end_login(lambda credential: credential.account == rest)
        gateway.erase_account(rest)
    elif verb == "figures":
        print(json.dumps(gateway.figures()), flush=True)
    elif verb == "":
        os._exit(0)


def recognize(secret: str) -> Credential | None:
    """Whose cookie it is."""
    if secret == "broken":
        raise StoreError("the database is away")
    role, dot, rest = secret.partition(".")
    account, _, booth = rest.partition(".")
    booths = (booth,) if booth else ()
    return Credential(account, account, role, secret, booths) if dot else None  # type: ignore[arg-type]


def listen(gateway: Gateway) -> None:
    """Act on standard input until it ends; then the process ends too, so that no server outlives its test."""
    if MODE == "eventlet":
        from eventlet import tpool

        while True:
            act(gateway, tpool.execute(sys.stdin.readline))
    while True:
        act(gateway, sys.stdin.readline())


def main() -> None:
    """Serve."""
    app = Flask("hall")
    memory = Memory(grace=float(os.environ.get("GRACE", "30")), events=int(os.environ.get("EVENTS", "4096")))
    database = Database(os.environ.get("DATABASE", IN_MEMORY))
    database.open()
    gateway = attach(
        app, async_mode=MODE, database=database, origins=("https://friend.example",), memory=memory,
        words=Words.of(["blister", "坏话"]),
    )
    gateway.recognize(recognize)
    gateway.meetings.plan_of, gateway.meetings.make_matching = meeting_plan, Matchmaking
    gateway.devices.secret = {"agv": b"secret of the agv", "gate": b"secret of the gate"}.get
    app.register_blueprint(devices.blueprint(Halls(()), gateway.devices))
    faults.register(app)
    gateway.open_venue("fair", "r1", list(AREAS.values()), PROGRAMME)
    if broker := os.environ.get("MQTT"):
        gateway.bridge(broker)
    if url := os.environ.get("HOOK"):
        gateway.tell_outside([Hook(url, b"a secret for tests only", frozenset({"inquiry"}))])
    gateway.spawn(listen, gateway)
    print("ready", threading.active_count(), flush=True)
    gateway.run("127.0.0.1", PORT)


if __name__ == "__main__":
    main()
