"""Lines at exhibits and where it is quiet, on pages without a script, of a real server."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from hallwright.app import Server, create_server
from hallwright.config import Settings
from hallwright.gateway.queuing import PAGES_AT_ONCE
from hallwright.live.commands import Expire, Join
from hallwright.live.queues.commands import LeaveLine, LineUp
from hallwright.live.queues.line import CALL
from hallwright.organizer.halls import Hall, Halls
from hallwright.presence.crowding import BUSY, SOME
from hallwright.store.database import IN_MEMORY, Database
from tests.api.conftest import folder, viewer  # noqa: F401
from tests.api.text.reading import Page
from tests.organizer.test_touring import DOCUMENT

LINE, SEND = "/text/fair/exhibits/rocket/queue?lang=en", "/text/fair/exhibits/rocket/lining-up?lang=en"
EXHIBIT = "/text/fair/exhibits/rocket?lang=en"
OURS = {"Origin": "http://localhost"}


@pytest.fixture
def server(folder: Path, viewer: Path, tmp_path: Path) -> Server:  # noqa: F811
    manifest: dict[str, Any] = copy.deepcopy(DOCUMENT) | {"shows": [], "programme": None, "theme": None}
    manifest["exhibits"][0]["queue"] = {"at_once": 1, "minutes": 2}
    manifest["models"]["rocket"]["footprint"] = [2.0, 2.0]
    hall_area = manifest["areas"][0]
    hall_area["placements"] = [each | {"radius": 2.0} for each in hall_area["placements"] if each["id"] != "lost"]
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    hall = Hall(Path("layout.yaml"), folder)
    assert hall.load()
    database = Database(IN_MEMORY)
    database.open()
    settings = Settings(data=tmp_path / "data", async_mode="threading")
    return create_server(settings, Halls((hall,)), database, viewer)


def send(reader: FlaskClient, wish: str) -> str:
    """What the page says after something was sent."""
    answer = reader.post(SEND, data={"wish": wish}, headers=OURS)
    assert answer.status_code == 303
    return reader.get(answer.headers["Location"]).text


def state(page: str) -> str:
    return page.partition('data-queue-state="')[2].partition('"')[0]


def pass_on(server: Server, seconds: float) -> None:
    """So much time has gone by in lines."""
    venue = server.gateway._venues["fair"]
    with venue.lock:
        venue.perform(Expire(), server.gateway.now() + seconds)


def test_an_exhibit_with_a_line_leads_to_it(server: Server) -> None:
    reader = server.app.test_client()
    answer = reader.get(EXHIBIT)
    assert "Nobody waits: you can try it at once." in answer.text
    assert LINE in Page(answer.text).links
    page = reader.get(LINE)
    assert state(page.text) == "outside"
    assert "1 person at a time, 2 minutes each." in page.text
    assert "Set-Cookie" not in page.headers, "nothing is kept of who only reads"
    assert "private" in page.headers["Cache-Control"]
    assert "同时 1 人，每人 2 分钟" in reader.get(LINE.replace("=en", "=zh")).text
    assert reader.get("/text/fair/exhibits/none/queue").status_code == 404


def test_two_readers_line_up_one_behind_the_other(server: Server) -> None:
    ann, bea = server.app.test_client(), server.app.test_client()
    answer = ann.post(SEND, data={"wish": "queue_join"}, headers=OURS)
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Max-Age" not in cookie
    assert state(ann.get(LINE).text) == "called"
    waits = send(bea, "queue_join")
    assert state(waits) == "waiting"
    assert "You are number 1 in the line, about 2 minutes." in waits
    assert state(send(ann, "queue_take")) == "trying"
    assert "您排在第 1 位" in bea.get(LINE.replace("=en", "=zh")).text
    assert state(send(ann, "queue_leave")) == "outside"
    assert "It is your turn. Begin before" in bea.get(LINE).text
    assert state(send(bea, "queue_take")) == "trying"


def test_who_does_not_come_is_out_at_the_second_time(server: Server) -> None:
    ann = server.app.test_client()
    send(ann, "queue_join")
    pass_on(server, CALL)
    assert state(ann.get(LINE).text) == "called"
    pass_on(server, 2 * CALL + 1)
    assert state(ann.get(LINE).text) == "outside"


def test_readers_and_walkers_stand_in_the_same_line(server: Server) -> None:
    venue, now = server.gateway._venues["fair"], server.gateway.now()
    venue.perform(Join("a", "hall", "secret-a"), now)
    venue.perform(LineUp("a", "rocket"), now)
    reader = server.app.test_client()
    assert state(send(reader, "queue_join")) == "waiting"
    venue.perform(LeaveLine("a", "rocket"), now)
    assert state(reader.get(LINE).text) == "called"


def test_a_page_loads_again_only_where_one_waits_and_wants_that(server: Server) -> None:
    ann, bea = server.app.test_client(), server.app.test_client()
    assert 'http-equiv="refresh"' not in ann.get(LINE + "&again=1").text
    send(ann, "queue_join")
    waits = send(bea, "queue_join")
    assert 'http-equiv="refresh"' not in waits
    assert LINE.replace("?", "?again=1&") in Page(waits).links or LINE + "&again=1" in Page(waits).links
    assert 'http-equiv="refresh" content="20"' in bea.get(LINE + "&again=1").text


@pytest.mark.parametrize(
    ("wish", "words"), [("queue_take", "It is not your turn yet."), ("burn", "could not"), ("", "could not")]
)
def test_what_cannot_be_done_is_said(server: Server, wish: str, words: str) -> None:
    assert words in send(server.app.test_client(), wish)


def test_other_sites_cannot_line_anybody_up(server: Server) -> None:
    def refused(headers: dict[str, str]) -> TestResponse:
        return server.app.test_client().post(SEND, data={"wish": "queue_join"}, headers=headers)

    assert refused({"Origin": "https://evil.example"}).status_code == 403
    assert server.gateway._venues["fair"].hall.state().queues == {}


def test_readers_together_cannot_rush(server: Server) -> None:
    moment = server.gateway.now()
    server.gateway.queuing._clock = lambda: moment
    reader = server.app.test_client()
    for _ in range(PAGES_AT_ONCE):
        assert "told=" not in reader.post(SEND, data={"wish": "queue_join"}, headers=OURS).headers["Location"]
    assert "told=too_fast" in reader.post(SEND, data={"wish": "queue_join"}, headers=OURS).headers["Location"]


def test_lists_are_ordered_by_how_quiet_it_is_by_a_plain_link(server: Server) -> None:
    crowding = server.gateway._venues["fair"].crowding
    reader = server.app.test_client()

    def exhibits(path: str) -> list[str]:
        page = Page(reader.get(path).text)
        return [link.partition("/exhibits/")[2].partition("?")[0] for link in page.links if "/exhibits/" in link]

    area, quiet = "/text/fair/areas/hall?lang=en", "/text/fair/areas/hall?lang=en&order=quiet"
    assert quiet in Page(reader.get(area).text).links
    assert exhibits(area) == exhibits(quiet) == ["a1-rocket", "rocket"], "of equals, as they stand"
    crowding.spots.told = {"a1-rocket": BUSY, "rocket": SOME}
    assert (exhibits(area), exhibits(quiet)) == (["a1-rocket", "rocket"], ["rocket", "a1-rocket"])
    assert "/text/fair/areas/hall?lang=zh&order=quiet" in Page(reader.get(quiet).text).links
    zone = reader.get("/text/fair/zones/west?lang=en")
    other = reader.get("/text/fair/zones/west?lang=en&order=quiet", headers={"If-None-Match": zone.headers["ETag"]})
    assert other.status_code == 200, "it is another page"
    assert 'order=quiet" aria-current="true"' in other.text


def test_pages_say_where_it_is_busy_in_words(server: Server) -> None:
    crowding = server.gateway._venues["fair"].crowding
    reader = server.app.test_client()
    before = reader.get("/text/fair/zones/west?lang=en")
    assert before.text.count("Quiet now") == 3  # the zone, the booth and the exhibit in it
    crowding.zones.told, crowding.spots.told = {"west": BUSY}, {"a1": SOME, "rocket": BUSY}
    again = reader.get("/text/fair/zones/west?lang=en", headers={"If-None-Match": before.headers["ETag"]})
    assert again.status_code == 200, "it is another page now"
    assert 'data-busy="2"><span aria-hidden="true">●</span> Busy' in again.text
    assert "Some people" in reader.get("/text/fair/booths/a1?lang=en").text
    assert "人多" in reader.get("/text/fair/areas/hall?lang=zh").text
    assert "人多" in reader.get("/text/fair/exhibits/rocket?lang=zh").text
    found = reader.get("/text/fair/search?q=acme&lang=en").text
    assert "Some people" in found or "Acme" not in found
