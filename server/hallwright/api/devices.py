"""Devices on site say what they measure, signed by each device's own secret; anybody may ask what is known of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from flask import Blueprint, Response, jsonify, request

from hallwright.api.people.gate import fresh
from hallwright.api.reference.codes import HALL
from hallwright.api.reference.endpoints import described
from hallwright.api.shapes.devices import DevicesNow, OneHeard, Saying
from hallwright.api.venues import ready_hall
from hallwright.organizer.halls import Halls

LONGEST_BODY = 4096  # bytes
MARKS = ("Hallwright-Time", "Hallwright-Sequence", "Hallwright-Signature")
"""The headers: when it was measured (s since 1970), a number that grows, and the signature."""


class LiveSide(Protocol):
    """Who hears devices."""

    def hear_http(self, device: str, path: str, marks: tuple[str, str, str], body: bytes) -> dict[str, Any]:
        """Take in what a device says; its twin then. Raises CommandRefused."""

    def told(self, venue_id: str) -> list[Mapping[str, Any]]:
        """Every device of a venue and what is known of it; raises KeyError."""


def blueprint(halls: Halls, live: LiveSide) -> Blueprint:
    """``/api/v1/devices/{id}/events``, and ``devices`` below ``/api/v1/venues/{id}``."""
    routes = Blueprint("devices", __name__)

    @routes.post("/api/v1/devices/<device>/events")
    @described(
        "A device says what it measures, signed with its secret.", OneHeard, body=Saying,
        refusals=("unknown_device", "forged", "malformed", "late", "early", "replayed", "too_fast", "starting",
                  "too_large"),
    )  # fmt: skip
    def events(device: str) -> Response:
        request.max_content_length = LONGEST_BODY
        body = request.get_data()
        time, sequence, signature = (request.headers.get(mark, "") for mark in MARKS)
        heard = live.hear_http(device, f"/api/v1/devices/{device}/events", (time, sequence, signature), body)
        return fresh(jsonify(device=heard))

    @routes.get("/api/v1/venues/<venue>/devices")
    @described("What devices on site said last.", DevicesNow, refusals=HALL)
    def devices(venue: str) -> Response:
        return fresh(jsonify(devices=live.told(ready_hall(halls, venue).id)))

    return routes
