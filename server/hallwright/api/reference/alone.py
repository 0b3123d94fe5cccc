"""All addresses without a server behind them: enough to describe them, and to answer none."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from flask import Flask

from hallwright.api.operators import Door
from hallwright.api.people.gate import Gate
from hallwright.api.routes import register
from hallwright.organizer.halls import Halls

NOWHERE = Path(__file__).with_name("no viewer")


def every_address() -> Flask:
    """An app with every route that there is."""
    app, nobody = Flask("hallwright", static_folder=None), cast(Any, object())
    door = Door("", nobody, nobody, Gate(nobody, nobody, nobody))
    register(app, Halls(()), viewer_folder=NOWHERE, async_mode="threading", door=door, now=nobody, sessions=nobody)
    return app
