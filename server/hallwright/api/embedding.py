"""Who may embed the hall, for the viewer inside a frame: it tells nothing to the page around it but by this list."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, Response, jsonify

from hallwright.api.reference.endpoints import described
from hallwright.api.shapes.venues import Embedding


def blueprint(origins: Sequence[str]) -> Blueprint:
    """``/api/v1/embedding``: the origins of the settings, ``["*"]`` for any. The policy of ``/`` names them too."""
    routes = Blueprint("embedding", __name__)

    @routes.get("/api/v1/embedding")
    @described("Whose pages may show the hall in a frame; `*`: anybody's.", Embedding)
    def embedding() -> Response:
        response = jsonify(origins=list(origins))
        response.headers["Cache-Control"] = "no-cache"
        return response

    return routes
