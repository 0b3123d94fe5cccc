"""The programme in words: by day, with what is on and next, places and calendars."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from hallwright.knowledge.index_file import written
from hallwright.knowledge.making import findable
from hallwright.knowledge.places import Place
from hallwright.layout.model import Text
from hallwright.organizer.companions import MARK, SEARCH, folder_of, mark_of
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
    index(folder, manifest["revision"])
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


def index(hall: Path, revision: str) -> None:
    """An index of the sessions, whose words answer all alike."""
    where = folder_of(hall, revision) / SEARCH
    where.parent.mkdir(parents=True, exist_ok=True)
    places = [
        Place("session", id, Text(f"Pump {id}", f"水泵{id}"), "hall", (20, 12), goal="hall/main")
        for id in ("second", "talk", "opening")
    ]
    where.write_bytes(written([findable(place) for place in places], []))
    (where.parent / MARK).write_text(mark_of(hall), "utf-8")


@pytest.mark.parametrize(
    ("lang", "on", "next", "where"),
    [("en", "Now", "Next, in ", "Main Stage, Hall"), ("zh", "正在进行", "即将开始，", "展馆主舞台")],
)
def test_a_search_says_when_and_where_and_leads_to_the_line_of_a_session(
    client: FlaskClient, tmp_path: Path, lang: str, on: str, next: str, where: str
) -> None:
    address = f"/text/fair/search?q={'pump' if lang == 'en' else '水泵'}&lang={lang}"
    told = page(client, address)
    lines = [link for link in told.links if "#session-" in link]
    assert lines == [f"/text/fair/programme?lang={lang}#session-{id}" for id in ("opening", "talk", "second")]
    first, second, third = re.findall(r"<li><a href=[^>]*#session-.*?</li>", told.html, re.DOTALL)
    began = TODAY - timedelta(minutes=15)
    assert on in first and where in first and f"{began:%H:%M}–" in first
    assert next in second and where in second
    assert (TODAY + timedelta(days=1)).strftime("%d").lstrip("0") in third and "09:00–09:30" in third
    assert patch(client, tmp_path, {"cancelled": True}).status_code == 200
    after = [link.partition("#session-")[2] for link in page(client, address).links if "#session-" in link]
    assert after == ["talk", "second", "opening"], "what is cancelled comes last"
    assert ("Cancelled" if lang == "en" else "已取消") in page(client, address).words


def test_pages_of_places_tell_what_is_held_there(client: FlaskClient, tmp_path: Path) -> None:
    area = page(client, "/text/fair/areas/hall?lang=en")
    assert "What is on here" in area.words and "Opening" in area.words
    assert patch(client, tmp_path, {"starts": (TODAY + timedelta(minutes=5)).isoformat()}).status_code == 200
    assert "New time" in page(client, "/text/fair/areas/hall?lang=en").words


def test_what_the_script_tells_is_what_was_changed_and_what_is_on(client: FlaskClient, tmp_path: Path) -> None:
    def told() -> str:
        return client.get("/text/fair/programme?lang=en").text.partition('id="programme-told"')[2].partition("</ul>")[0]

    assert told().count("data-news") == 1 and '<li data-news="Opening">Now</li>' in told()
    ends = re.search(r'data-turns datetime="([^"]+)"', told())
    assert ends and datetime.fromisoformat(ends[1]) > TODAY
    later = TODAY.replace(second=0, microsecond=0) + timedelta(minutes=20)
    assert patch(client, tmp_path, {"starts": later.isoformat()}).status_code == 200
    assert re.search(rf'<li data-news="Opening">moved to [^<]*{later:%H:%M}–', told())
    assert "Now" not in told()
    turns = re.search(r'data-turns datetime="([^"]+)"', told())
    assert turns and datetime.fromisoformat(turns[1]) == later
