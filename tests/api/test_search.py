"""Search over HTTP: answers, refusals, and what is said while there is no index."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hallwright.api.routes import register
from hallwright.config import resources
from hallwright.knowledge.making import search_index
from hallwright.layout.reading import read_venue
from hallwright.organizer.companions import SEARCH, WAYS, folder_of
from hallwright.organizer.events import Indexed
from hallwright.organizer.halls import Hall, Halls

from .conftest import make_app

URL = "/api/v1/venues/demo/search"


@pytest.fixture
def searchable(hall: Hall) -> Hall:
    index = folder_of(hall.folder, hall.revision) / SEARCH
    index.parent.mkdir(parents=True, exist_ok=True)
    index.write_bytes(search_index(read_venue(resources().layouts / "minimal.yaml"), {}, hall.folder))
    hall.apply(Indexed("demo", hall.revision, SEARCH, 0.1))
    return hall


def test_places_are_found(searchable: Hall, client: FlaskClient) -> None:
    response = client.get(f"{URL}?q=b01&lang=zh&limit=3")
    assert response.status_code == 200
    assert response.json["revision"] == searchable.revision
    assert response.json["query"] == "b01"
    assert response.json["results"][0]["number"] == "B01"
    assert len(response.json["results"]) <= 3
    assert client.get(f"{URL}?q={quote('展')}").status_code == 200
    assert client.get(f"{URL}?q=zxqvbn").json["results"] == []


def test_an_answer_is_the_same_until_the_hall_is_another(searchable: Hall, client: FlaskClient) -> None:
    first = client.get(f"{URL}?q=b01")
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get(f"{URL}?q=b01", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    searchable.revision = "ff"
    assert client.get(f"{URL}?q=b01", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


@pytest.mark.parametrize(
    "query", ["", "?q=", "?q=%20", "?q=" + "a" * 81, "?q=a&lang=de", "?q=a&limit=0", "?q=a&limit=51", "?q=a&limit=-1",
              "?q=a&limit=x", "?q=a&limit=%D9%A1"],
)  # fmt: skip
def test_what_cannot_be_asked_is_said(searchable: Hall, client: FlaskClient, query: str) -> None:
    response = client.get(URL + query)
    assert response.status_code == 400
    assert response.json["error"]["code"] == "malformed"
    assert response.json["error"]["message"]["zh"].startswith("请求格式有误")


def test_before_the_index_is_made_one_is_told_to_wait(hall: Hall, client: FlaskClient) -> None:
    response = client.get(f"{URL}?q=b01")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "1"
    assert response.json["error"]["code"] == "indexing"


def test_another_companion_is_not_waited_for(searchable: Hall, client: FlaskClient) -> None:
    """Ways take seconds to survey; who searches need not care."""
    assert searchable.awaits(WAYS)
    assert client.get(f"{URL}?q=b01").json["results"]
    searchable.apply(Indexed("demo", searchable.revision, WAYS, 5.0, "ways: ValueError: …"))
    assert client.get(f"{URL}?q=b01").json["results"]


def test_an_index_from_before_is_not_used_until_it_is_made_anew(hall: Hall, client: FlaskClient) -> None:
    index = folder_of(hall.folder, hall.revision) / SEARCH
    index.write_bytes(b"of another layout that came to the same revision")
    hall.apply(Indexed("demo", hall.revision, WAYS, 0.1))
    assert client.get(f"{URL}?q=b01").json["error"]["code"] == "indexing"


def test_an_index_that_could_not_be_made_is_not_waited_for(hall: Hall, client: FlaskClient) -> None:
    hall.apply(Indexed("demo", hall.revision, SEARCH, 0.1, "search.db: ValueError: …"))
    response = client.get(f"{URL}?q=b01")
    assert response.status_code == 503
    assert "Retry-After" not in response.headers
    assert response.json["error"]["code"] == "no_index"
    assert client.get("/healthz").json["status"] == "degraded"


def test_whoever_asks_too_fast_waits(searchable: Hall, viewer: Path) -> None:
    app = Flask("hallwright", static_folder=None)
    register(app, Halls((searchable,)), viewer_folder=viewer, async_mode="threading", search_wait=lambda: 0.02)
    response = app.test_client().get(f"{URL}?q=b01")
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "1"
    assert response.json["error"]["code"] == "too_fast"


def test_an_unknown_venue_is_not_found(searchable: Hall, viewer: Path) -> None:
    assert make_app(searchable, viewer).test_client().get("/api/v1/venues/none/search?q=a").status_code == 404
