"""The programme in words: by day, with what is on and next, places and calendars."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.api.conftest import folder, viewer  # noqa: F401
from tests.api.test_programme import make_client, patch
from tests.api.text.reading import Page
from tests.programme.conftest import document

TODAY = datetime.now(UTC)


@pytest.fixture
def client(folder: Path, viewer: Path, tmp_path: Path) -> FlaskClient:  # noqa: F811
    """A venue whose opening began a quarter of an hour ago."""
    began = TODAY - timedelta(minutes=15)
    manifest = document(began.date().isoformat(), "UTC") | {"theme": None}
    manifest["areas"][0] |= {"kind": "hall", "booths": []}
    opening, talk, _ = manifest["programme"]["sessions"]
    opening |= {"time": f"{began:%H:%M}"}
    soon = began + timedelta(minutes=50)
    talk |= {"time": f"{soon:%H:%M}", "day": 1 + (soon.date() - began.date()).days, "kind": "stage", "place": "main"}
    manifest["start"] = {"area": "hall", "spawn": ""}
    return make_client(folder, viewer, tmp_path / "data", manifest)


def page(client: FlaskClient, path: str) -> Page:
    answer = client.get(path)
    assert answer.status_code == 200
    return Page(answer.text)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["Programme", "On now", "Next", "Opening", "Day 2", "Main Stage, Hall", "Ann, Host", "Sample prog"]),
        ("zh", ["日程", "正在进行", "即将开始", "场次opening", "第 2 天", "展馆主舞台", "安，主持", "示例日程"]),
    ],
)
def test_it_tells_by_day_what_is_on_and_what_is_next(client: FlaskClient, lang: str, words: list[str]) -> None:
    told = page(client, f"/text/fair/programme?lang={lang}")
    assert [word for word in words if word not in told.words] == []
    assert f"/api/v1/venues/fair/programme.ics?lang={lang}" in told.links
    assert f"/api/v1/venues/fair/sessions/opening.ics?lang={lang}" in told.links
    assert f"/?venue=fair&session=opening&lang={lang}" in told.links
    assert {"session-opening", "session-talk", "session-second"} <= set(told.ids)
    assert len(told.ids) == len(set(told.ids))


def test_the_front_page_tells_now_and_next_and_links_to_it(client: FlaskClient) -> None:
    front = page(client, "/text/fair?lang=en")
    assert "On now" in front.words
    assert "min" in front.words
    assert "/text/fair/programme?lang=en" in front.links


def test_what_an_operator_changes_is_told_at_once(client: FlaskClient, tmp_path: Path) -> None:
    before = client.get("/text/fair/programme?lang=en")
    note = {"en": "It <rains>.", "zh": "下雨。"}
    assert patch(client, tmp_path, {"cancelled": True, "note": note}).status_code == 200
    after = client.get("/text/fair/programme?lang=en", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert "It &lt;rains&gt;." in after.text
    told = Page(after.text)
    assert "Cancelled" in told.words
    assert "On now" not in told.words


def test_a_venue_without_one_has_no_page(folder: Path, viewer: Path, tmp_path: Path) -> None:  # noqa: F811
    manifest = document() | {"programme": None, "theme": None}
    manifest["areas"][0] |= {"kind": "hall", "booths": []}
    client = make_client(folder, viewer, tmp_path / "data", manifest)
    assert client.get("/text/fair/programme").status_code == 404
    assert "/text/fair/programme" not in client.get("/text/fair").text
