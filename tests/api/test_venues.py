"""Venues, manifests and health, in every state a hall can be in."""

from __future__ import annotations

from pathlib import Path

import brotli
from flask.testing import FlaskClient

from hallwright.organizer.events import Broken, Failed, Progress
from hallwright.organizer.halls import Hall

from .conftest import make_app

MANIFEST = "/api/v1/venues/demo/manifest"


def test_venues_lists_what_can_be_walked(client: FlaskClient) -> None:
    response = client.get("/api/v1/venues")
    (venue,) = response.json["venues"]
    assert venue["id"] == "demo"
    assert venue["status"] == "ready"
    assert venue["name"]["zh"] == "展"
    assert client.get(venue["manifest"]).status_code == 200
    assert client.get(venue["files"] + "tileset.json").status_code == 200


def test_a_manifest_is_tagged_by_its_revision(client: FlaskClient) -> None:
    first = client.get(MANIFEST)
    assert first.json["venue"] == "demo"
    assert first.headers["ETag"] == '"00112233aabbccdd-identity"'
    packed = client.get(MANIFEST, headers={"Accept-Encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "br"
    assert brotli.decompress(packed.data) == first.data
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get(MANIFEST, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.data == b""


def test_an_unknown_venue_is_not_found(client: FlaskClient) -> None:
    response = client.get("/api/v1/venues/elsewhere/manifest")
    assert response.status_code == 404
    assert response.json["error"]["code"] == "unknown_venue"
    assert "elsewhere" in response.json["error"]["message"]["en"]


def test_a_hall_that_is_being_built_says_how_far(tmp_path: Path, viewer: Path) -> None:
    hall = Hall(Path("layout.yaml"), tmp_path)
    client = make_app(hall, viewer).test_client()
    assert client.get("/api/v1/venues").json["venues"][0]["id"] is None
    assert client.get("/api/v1/venues/anything/manifest").status_code == 503
    hall.apply(Progress(3, 10, "cells", "demo"))
    response = client.get(MANIFEST)
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) >= 1
    assert response.json["error"]["code"] == "compiling"
    assert response.json["error"]["progress"] == {"done": 3, "total": 10, "what": "cells"}
    assert client.get("/healthz").json["status"] == "starting"
    assert client.get("/api/v1/venues/other/manifest").status_code == 404


def test_a_hall_that_never_was_and_is_broken(tmp_path: Path, viewer: Path) -> None:
    hall = Hall(Path("layout.yaml"), tmp_path)
    client = make_app(hall, viewer).test_client()
    hall.apply(Progress(0, 1, "layout", "demo"))
    hall.apply(Broken(({"severity": "error", "text": "venue.yaml:1:1: …"},)))
    error = client.get(MANIFEST).json["error"]
    assert error["code"] == "broken"
    assert error["problems"] == 1
    assert client.get("/healthz").json["status"] == "degraded"


def test_a_broken_save_keeps_the_last_good_hall(client: FlaskClient, hall: Hall) -> None:
    assert client.get("/healthz").json["status"] == "ok"
    hall.apply(Broken(({"severity": "error", "text": "venue.yaml:1:1: …"},)))
    assert client.get(MANIFEST).status_code == 200
    health = client.get("/healthz").json
    assert health["status"] == "degraded"
    assert health["ready"] is True
    assert health["venues"][0]["problems"] == 1


def test_a_fault_of_the_compiler_degrades_but_serves(client: FlaskClient, hall: Hall) -> None:
    hall.apply(Failed("the compiler ended unexpectedly (exit code 9)"))
    assert client.get(MANIFEST).status_code == 200
    assert client.get("/healthz").json["status"] == "degraded"


def test_health_says_what_a_watcher_wants(client: FlaskClient) -> None:
    response = client.get("/healthz")
    assert response.headers["Cache-Control"] == "no-store"
    assert {"status", "ready", "version", "uptime_s", "async_mode", "live", "venues"} <= response.json.keys()
