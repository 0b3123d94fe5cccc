"""Which pages may show the hall in a frame, and the script that they load."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from hallwright.organizer.halls import Hall

from .conftest import make_app

PAPER = "https://press.example"
SCRIPT = "/assets/index-AbC_-123.js"


@pytest.fixture
def lent(hall: Hall, viewer: Path) -> FlaskClient:
    return make_app(hall, viewer, (PAPER, "http://127.0.0.1:8080")).test_client()


def ancestors(client: FlaskClient, path: str) -> str:
    policy = client.get(path).headers["Content-Security-Policy"]
    return next(part.strip() for part in policy.split(";") if part.strip().startswith("frame-ancestors"))


@pytest.mark.parametrize("path", ["/", "/text", "/text/nowhere", "/api/v1/embedding"])
def test_nobody_may_by_default(client: FlaskClient, path: str) -> None:
    assert ancestors(client, path) == "frame-ancestors 'self'"
    assert client.get(path).headers["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("path", ["/", "/text", "/text/nowhere"])
def test_the_pages_may_be_shown_by_who_is_named(lent: FlaskClient, path: str) -> None:
    assert ancestors(lent, path) == f"frame-ancestors 'self' {PAPER} http://127.0.0.1:8080"
    assert "X-Frame-Options" not in lent.get(path).headers


@pytest.mark.parametrize("path", ["/healthz", "/nowhere", "/api/v1/venues", "/api/v1/embedding", SCRIPT, "/embed.js"])
def test_nothing_else_may(lent: FlaskClient, path: str) -> None:
    assert ancestors(lent, path) == "frame-ancestors 'self'"
    assert lent.get(path).headers["X-Frame-Options"] == "SAMEORIGIN"


def test_the_policy_keeps_its_other_parts(client: FlaskClient, lent: FlaskClient) -> None:
    before, after = (each.get("/").headers["Content-Security-Policy"].split(";") for each in (client, lent))
    assert before[:-1] == after[:-1]
    assert "frame-ancestors" in before[-1]


def test_any_page_may_when_the_organizer_says_so(hall: Hall, viewer: Path) -> None:
    anyone = make_app(hall, viewer, ("*",)).test_client()
    assert ancestors(anyone, "/") == "frame-ancestors 'self' *"
    assert anyone.get("/api/v1/embedding").json == {"origins": ["*"]}


def test_the_viewer_is_told_who_may(client: FlaskClient, lent: FlaskClient) -> None:
    assert client.get("/api/v1/embedding").json == {"origins": []}
    told = lent.get("/api/v1/embedding")
    assert told.json == {"origins": [PAPER, "http://127.0.0.1:8080"]}
    assert told.headers["Cache-Control"] == "no-cache"


def test_pages_of_any_site_may_load_the_script_and_only_that(client: FlaskClient) -> None:
    script = client.get("/embed.js", headers={"Origin": PAPER})
    assert script.status_code == 200
    assert script.headers["Access-Control-Allow-Origin"] == "*"
    assert script.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert script.headers["Cache-Control"] == "max-age=3600, public"
    for path in ("/", SCRIPT, "/api/v1/embedding", "/api/v1/venues"):
        answer = client.get(path, headers={"Origin": PAPER})
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
