"""The documents of what the server answers and tells, and the page that tells of both."""

from __future__ import annotations

import hashlib
from typing import Any

from flask import Blueprint, Response, current_app, json, request

from hallwright.api.reference import pages
from hallwright.api.reference.endpoints import PAGE, described
from hallwright.api.reference.openapi import document
from hallwright.api.shapes.venues import Document, Language

Json = dict[str, Any]


def blueprint(events: Json) -> Blueprint:
    """``openapi.json`` and ``asyncapi.json`` below ``/api/v1``; ``events`` is the latter."""
    routes = Blueprint("reference", __name__, template_folder="templates")
    kept: dict[str, bytes] = {}

    @routes.get("/api/v1/openapi.json")
    @described("This document.", Document, tagged=True)
    def openapi() -> Response:
        return _told(kept.get("openapi") or kept.setdefault("openapi", _text(document(current_app))))

    @routes.get("/api/v1/asyncapi.json")
    @described("What is told live, in both directions: AsyncAPI.", Document, tagged=True)
    def asyncapi() -> Response:
        return _told(kept.get("asyncapi") or kept.setdefault("asyncapi", _text(events)))

    @routes.get("/reference")
    @described("What is asked over HTTP, to read.", PAGE, query=Language, tagged=True)
    def addresses() -> Response:
        return pages.of_addresses(document(current_app))

    @routes.get("/reference/events")
    @described("What is told live, to read.", PAGE, query=Language, tagged=True)
    def told_live() -> Response:
        return pages.of_events(events)

    return routes


def _text(document: Json) -> bytes:
    return json.dumps(document).encode()


def _told(content: bytes) -> Response:
    response = Response(content, mimetype="application/json")
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(hashlib.blake2b(content, digest_size=8).hexdigest())
    response.make_conditional(request)
    return response
