"""The programme by the API, over a real live side: told, as calendars, and changed by an operator."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from hallwright.app import create_server
from hallwright.config import Settings
from hallwright.organizer import operator_token
from hallwright.organizer.halls import Hall, Halls
from hallwright.store.database import IN_MEMORY, Database
from tests.programme.conftest import document

PROGRAMME = "/api/v1/venues/fair/programme"
OPENING = f"{PROGRAMME}/opening"


def make_client(folder: Path, viewer: Path, data: Path, manifest: dict[str, Any]) -> FlaskClient:
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    hall = Hall(Path("layout.yaml"), folder)
    assert hall.load()
    database = Database(IN_MEMORY)
    database.open()
    settings = Settings(data=data, async_mode="threading")
    return create_server(settings, Halls((hall,)), database, viewer).app.test_client()


@pytest.fixture
def client(folder: Path, viewer: Path, tmp_path: Path) -> FlaskClient:
    return make_client(folder, viewer, tmp_path / "data", document())


def patch(client: FlaskClient, tmp_path: Path, body: Any, path: str = OPENING, token: str = "") -> TestResponse:
    known = token or operator_token.made(tmp_path / "data")
    return client.patch(path, json=body, headers={"Authorization": f"Bearer {known}"})


def told(client: FlaskClient, session: str) -> Any:
    return next(each for each in client.get(PROGRAMME).json["sessions"] if each["id"] == session)  # type: ignore[index]


def test_everyone_reads_it_in_utc(client: FlaskClient) -> None:
    answer = client.get(PROGRAMME)
    body = answer.json
    assert body
    assert (body["timezone"], body["starts"], body["sample_data"]) == ("Asia/Shanghai", "2026-09-20", True)
    assert [each["id"] for each in body["sessions"]] == ["opening", "talk", "second"]
    assert body["sessions"][0] | {"title": "", "abstract": ""} == {
        "id": "opening", "title": "", "abstract": "", "track": "talks", "kind": "stage", "place": "main",
        "area": "hall", "where": {"en": "Main Stage, Hall", "zh": "展馆主舞台"}, "day": 1, "speakers": ["ann"],
        "languages": ["zh"], "starts": "2026-09-20T01:00:00Z", "ends": "2026-09-20T01:45:00Z",
        "written": "2026-09-20T01:00:00Z", "cancelled": False, "note": None,
    }  # fmt: skip
    again = client.get(PROGRAMME, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, answer.headers["Cache-Control"]) == (304, "no-cache")


def test_an_operator_puts_a_session_off(client: FlaskClient, tmp_path: Path) -> None:
    before = client.get(PROGRAMME).headers["ETag"]
    note = {"en": "Half an hour later.", "zh": "推迟半小时。"}
    answer = patch(client, tmp_path, {"starts": "2026-09-20 09:30", "note": note})
    assert answer.status_code == 200
    opening = answer.json["session"]  # type: ignore[index]
    assert (opening["starts"], opening["ends"]) == ("2026-09-20T01:30:00Z", "2026-09-20T02:15:00Z")
    assert opening == told(client, "opening")
    assert client.get(PROGRAMME, headers={"If-None-Match": before}).status_code == 200
    patch(client, tmp_path, {"starts": "2026-09-20T04:00:00+02:00", "cancelled": True})
    assert told(client, "opening")["starts"] == "2026-09-20T02:00:00Z"
    patch(client, tmp_path, {"starts": None, "ends": None, "cancelled": False, "note": None})
    assert told(client, "opening") | {"note": 0} == opening | {
        "starts": "2026-09-20T01:00:00Z", "ends": "2026-09-20T01:45:00Z", "note": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"starts": "noon", "cancelled": "yes"}, "cancelled: true or false is needed; starts: a moment is needed"),
        ({"ends": "2026-09-20 08:00"}, "a session ends after it starts"),
        ({"starts": 5}, "starts: a moment is needed"),
        ({"title": "x"}, "title: there is no such field"),
        ({"note": "x" * 200}, "a text has 1 to 160 characters"),
        ({}, "write what changes"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    client: FlaskClient, tmp_path: Path, body: Any, said: str
) -> None:
    before = told(client, "opening")
    answer = patch(client, tmp_path, body)
    assert (answer.status_code, answer.json["error"]["code"]) == (400, "malformed")  # type: ignore[index]
    assert said in answer.json["error"]["message"]["en"]  # type: ignore[index]
    assert told(client, "opening") == before


def test_nobody_else_changes_it(client: FlaskClient, tmp_path: Path) -> None:
    assert client.patch(OPENING, json={"cancelled": True}).status_code == 401
    assert patch(client, tmp_path, {"cancelled": True}, token="wrong").status_code == 401
    assert not told(client, "opening")["cancelled"]
    answer = patch(client, tmp_path, {"cancelled": True}, f"{PROGRAMME}/party")
    assert (answer.status_code, answer.json["error"]["code"]) == (404, "unknown_session")  # type: ignore[index]


@pytest.mark.parametrize(("lang", "title"), [("en", "Opening"), ("zh", "场次opening")])
def test_the_calendar_follows_live(client: FlaskClient, tmp_path: Path, lang: str, title: str) -> None:
    path = f"{PROGRAMME}.ics?lang={lang}"
    patch(client, tmp_path, {"cancelled": True, "starts": "2026-09-20T03:00:00Z"})
    answer = client.get(path)
    assert answer.content_type == "text/calendar; charset=utf-8"
    events = list(icalendar.Calendar.from_ical(answer.data).walk("VEVENT"))
    assert [each["UID"].partition("@")[0] for each in events] == ["talk", "opening", "second"]
    opening = events[1]
    assert (opening["SUMMARY"], opening["STATUS"]) == (title, "CANCELLED")
    assert opening.start.astimezone(UTC) == datetime(2026, 9, 20, 3, tzinfo=UTC)
    assert opening["URL"] == f"http://localhost/?venue=fair&session=opening&lang={lang}"
    assert client.get(path, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_one_session_alone(client: FlaskClient) -> None:
    answer = client.get("/api/v1/venues/fair/sessions/talk.ics")
    assert [each["SUMMARY"] for each in icalendar.Calendar.from_ical(answer.data).walk("VEVENT")] == ["Talk"]
    assert client.get("/api/v1/venues/fair/sessions/party.ics").status_code == 404
    assert client.get("/api/v1/venues/fair/programme.ics?lang=fr").status_code == 400


def test_a_venue_without_one_says_so(folder: Path, viewer: Path, tmp_path: Path) -> None:
    client = make_client(folder, viewer, tmp_path / "data", document() | {"programme": None})
    answer = client.get(PROGRAMME)
    assert (answer.status_code, answer.json["error"]["code"]) == (404, "no_programme")  # type: ignore[index]
    assert client.get(f"{PROGRAMME}.ics").status_code == 404
