"""The server under test: a Flask app with nothing but the gateway. ``python server.py PORT``."""

from __future__ import annotations

import sys

from hallwright.gateway.concurrency import patch

patch("eventlet")

import json  # noqa: E402
import os  # noqa: E402

from eventlet import tpool  # noqa: E402
from flask import Flask  # noqa: E402

from hallwright.api import devices as api  # noqa: E402
from hallwright.api import faults  # noqa: E402
from hallwright.gateway.attaching import Gateway, attach  # noqa: E402
from hallwright.gateway.venues import Programme  # noqa: E402
from hallwright.live.devices.plans import DevicePlan  # noqa: E402
from hallwright.live.talking.streams import Stream  # noqa: E402
from hallwright.organizer.halls import Halls  # noqa: E402
from hallwright.presence.plan import AreaPlan, ZonePlan  # noqa: E402
from hallwright.store.database import IN_MEMORY, Database  # noqa: E402


def answer(gateway: Gateway) -> None:
    """Tell the figures whenever a line comes; end with the standard input."""
    while tpool.execute(sys.stdin.readline):
        print(json.dumps(gateway.figures()), flush=True)
    os._exit(0)


def hear(app: Flask, gateway: Gateway) -> None:
    """Hear devices by HTTP, and by the broker ``MQTT`` if there is one."""
    gateway.devices.secret = lambda _: b"a-secret-of-all-devices"
    app.register_blueprint(api.blueprint(Halls(()), gateway.devices))
    faults.register(app)
    if broker := os.environ.get("MQTT"):
        gateway.bridge(broker)


def main() -> None:
    """Serve a hall of 200 × 100 m with six zones and a stage; what happens is kept in ``DATABASE`` (in memory)."""
    app = Flask("presence")
    database = Database(os.environ.get("DATABASE", IN_MEMORY))
    database.open()
    gateway = attach(app, async_mode="eventlet", database=database)
    zones = tuple(
        ZonePlan(f"z{i}", ((x, y), (x + 66, y), (x + 66, y + 50), (x, y + 50)))
        for i, (x, y) in enumerate((x, y) for y in (0, 50) for x in (0, 67, 134))
    )
    count = int(os.environ.get("DEVICES", "0"))
    devices = tuple(DevicePlan(f"d{number}", "vehicle", "hall", (200.0, 100.0)) for number in range(count))
    stage = Programme(streams=(Stream("stage", "main", "hall"),), devices=devices)
    hear(app, gateway)
    gateway.open_venue("fair", "r1", [AreaPlan("hall", (200.0, 100.0), zones)], stage)
    gateway.spawn(answer, gateway)
    gateway.run("127.0.0.1", int(sys.argv[1]))


if __name__ == "__main__":
    main()
