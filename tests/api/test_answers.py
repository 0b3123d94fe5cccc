"""The viewer, security headers, and the one shape of errors."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from hallwright.organizer.halls import Hall

from .conftest import make_app

SCRIPT = "/assets/index-AbC_-123.js"


def test_the_page_is_checked_and_not_sent_again(client: FlaskClient) -> None:
    page = client.get("/")
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert b"Hallwright" in page.data
    assert page.headers["Cache-Control"] == "no-cache"
    assert client.get("/", headers={"If-None-Match": page.headers["ETag"]}).status_code == 304


def test_the_visitors_own_page_is_the_viewers_too(client: FlaskClient) -> None:
    page = client.get("/visit?lang=zh")
    assert (page.status_code, page.headers["Cache-Control"]) == (200, "no-cache")
    assert b"My visit" in page.data
    assert client.get("/visit.html").status_code == 404
    assert client.post("/visit", data="a note").status_code == 405


def test_scripts_are_immutable_and_compressed_ahead(client: FlaskClient) -> None:
    script = client.get(SCRIPT, headers={"Accept-Encoding": "br"})
    assert script.mimetype in ("text/javascript", "application/javascript")
    assert "immutable" in script.headers["Cache-Control"]
    assert script.headers["Content-Encoding"] == "br"
    assert client.get(f"{SCRIPT}.br").status_code == 404
    assert client.get("/index.html").status_code == 404


def test_without_a_viewer_the_page_says_what_to_do(hall: Hall, tmp_path: Path) -> None:
    response = make_app(hall, tmp_path / "nothing").test_client().get("/")
    assert response.status_code == 503
    assert "scripts/setup" in response.json["error"]["message"]["en"]


@pytest.mark.parametrize("path", ["/", "/visit", SCRIPT, "/healthz", "/nowhere", "/api/v1/venues/demo/manifest"])
def test_every_answer_carries_the_security_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert "unsafe-inline" not in policy["script-src"]
    assert "'unsafe-eval'" not in policy["script-src"]
    assert policy["object-src"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nowhere", 404, "not_found"),
        ("POST", "/healthz", 405, "method_not_allowed"),
        ("DELETE", "/api/v1/venues", 405, "method_not_allowed"),
        ("GET", "/api/v1/venues/no/manifest", 404, "unknown_venue"),
        ("GET", "/api/v1/venues/%F0%9F%8E%AA/manifest", 404, "unknown_venue"),
    ],
)
def test_every_error_has_one_shape(client: FlaskClient, method: str, path: str, status: int, code: str) -> None:
    response = client.open(path, method=method)
    assert response.status_code == status
    assert response.mimetype == "application/json"
    error = response.json["error"]
    assert (error["status"], error["code"]) == (status, code)
    assert error["message"]["en"]
    assert error["message"]["zh"]
    assert response.headers["Cache-Control"] == "no-store"


def test_a_405_says_what_is_allowed(client: FlaskClient) -> None:
    assert "GET" in client.post("/healthz").headers["Allow"]


def test_an_accident_shows_no_traceback(hall: Hall, viewer: Path) -> None:
    app = make_app(hall, viewer)

    @app.get("/accident")
    def accident() -> str:
        raise RuntimeError("secret detail")

    response = app.test_client().get("/accident")
    assert response.status_code == 500
    assert response.json["error"]["code"] == "internal"
    assert b"secret" not in response.data
    assert b"Traceback" not in response.data
