"""All addresses without a server behind them: enough to describe them, and to answer none."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from flask import Flask

from hallwright.api.letters.desk import Desk
from hallwright.api.meetings.desk import MeetingDesk
from hallwright.api.operators import Door
from hallwright.api.people import directory
from hallwright.api.people.gate import Gate
from hallwright.api.routes import register
from hallwright.organizer.halls import Halls

NOWHERE = Path(__file__).with_name("no viewer")


def every_address() -> Flask:
    """An app with every route that there is."""
    app, nobody = Flask("hallwright", static_folder=None), cast(Any, object())
    gate, halls = Gate(nobody, nobody, nobody, nobody), Halls(())
    desk = Desk(halls, {}, gate, nobody)
    register(
        app, halls, viewer_folder=NOWHERE, async_mode="threading", door=Door("", nobody, nobody, gate), now=nobody,
        sessions=nobody, desk=desk, meetings=MeetingDesk(desk, nobody, nobody), heard=nobody, books=nobody,
    )  # fmt: skip
    app.register_blueprint(directory.blueprint(gate, nobody))
    return app
