"""How the server is, for whoever watches over it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from flask import Blueprint, Response, jsonify

from hallwright import __version__
from hallwright.api.reference.endpoints import described
from hallwright.api.shapes.venues import Health
from hallwright.api.venues import summary
from hallwright.organizer.halls import Halls

Figures = Callable[[], Mapping[str, int]]


def blueprint(halls: Halls, async_mode: str, live: Figures | None) -> Blueprint:
    """``/healthz``: answers 200 as long as the server answers; ``ready`` tells whether every hall can be walked."""
    routes = Blueprint("health", __name__)
    started = time.monotonic()

    @routes.get("/healthz")
    @described("How the server is.", Health)
    def health() -> Response:
        figures = live() if live else {}
        every = list(halls)
        ready = all(hall.status == "ready" for hall in every) and figures.get("venues", len(every)) >= len(every)
        troubled = any(hall.failure or hall.faults or _errors(hall.problems) for hall in halls)
        response = jsonify(
            status="degraded" if troubled else "ok" if ready else "starting",
            ready=ready,
            version=__version__,
            uptime_s=round(time.monotonic() - started, 1),
            async_mode=async_mode,
            live=figures,
            venues=[summary(hall) for hall in halls],
        )
        response.headers["Cache-Control"] = "no-store"
        return response

    return routes


def _errors(problems: tuple[dict[str, object], ...]) -> bool:
    return any(problem.get("severity") != "warning" for problem in problems)
