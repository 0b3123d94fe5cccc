"""Pages of the tour one by one: languages, hostile names, what is live, what is not sent again, what is not there."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hallwright.api.routes import register
from hallwright.api.text import routes
from hallwright.errors import CommandRefused
from hallwright.knowledge.index_file import written
from hallwright.knowledge.making import findable
from hallwright.knowledge.places import Place, Said
from hallwright.layout.model import Text
from hallwright.organizer.companions import SEARCH, folder_of
from hallwright.organizer.events import Indexed
from hallwright.organizer.finding import Findings, Found
from hallwright.organizer.halls import Hall, Halls
from hallwright.organizer.sitting import Sitting
from hallwright.organizer.tour import Tour
from tests.api.text.reading import Page, crawl, read
from tests.organizer.test_touring import AREA, DOCUMENT

EVIL = "\"><script>alert('1')</script><img src=x onerror=alert(2)>&{{ 7 * 7 }}'"


class Present:
    """A live side that says what a test wants."""

    def __init__(self) -> None:
        self.people = {"hall": 3, "park": 0}
        self.rows: list[dict[str, Any]] = [{"id": "2", "rank": 2, "name": {"en": "Two", "zh": "二"}, "industry": None}]
        self.timeline = {"epoch": 0.0, "position": 0.0, "rate": 0.0, "duration": 20.0, "loop": False}
        self.position, self.runs = 0.0, False
        self.said: list[dict[str, Any]] = []
        self.crowding = self.queuing = self
        self.devices: list[Mapping[str, Any]] = []

    def levels(self, venue_id: str) -> tuple[dict[str, int], dict[str, int]]:
        return {}, {}

    def told(self, venue_id: str, queue: str, secret: str) -> None:
        return None

    def wish(self, venue_id: str, name: str, queue: str, secret: str) -> None:
        raise CommandRefused("unknown_queue", "nobody lines up there")

    def people_by_area(self, venue_id: str) -> dict[str, int]:
        return self.people

    def talk(self, venue_id: str, stream: str, most: int) -> list[dict[str, Any]]:
        if stream != "talk/area/hall":
            raise CommandRefused("unknown_stream", "nobody talks there")
        return self.said[-most:]

    def twins(self, venue_id: str) -> list[Mapping[str, Any]]:
        return self.devices

    def now(self) -> float:
        return 1_000.0

    def floor(self, venue_id: str, stream: str, secret: str) -> dict[str, list[dict[str, Any]]]:
        return {"polls": [], "questions": []}

    def take_part(self, venue_id: str, area: str, secret: str, name: str, payload: Mapping[str, Any]) -> None:
        raise CommandRefused("not_allowed", "nobody does")

    def boards(self, venue_id: str) -> list[dict[str, Any]]:
        return [{"id": "top", "kind": "list", "area": "hall", "rows": self.rows}]

    def shows(self, venue_id: str) -> list[dict[str, Any]]:
        told = {"position": self.position, "runs": self.runs, "timeline": self.timeline}
        return [{"id": "exhibit/rocket", **told}, {"id": "drive", **told}]


class Shut(Present):
    """A venue that is not open yet."""

    def people_by_area(self, venue_id: str) -> dict[str, int]:
        raise KeyError(venue_id)


def published(folder: Path, document: dict[str, Any]) -> Hall:
    folder.mkdir(exist_ok=True)
    (folder / "manifest.json").write_text(json.dumps(document), "utf-8")
    hall = Hall(Path("layout.yaml"), folder)
    assert hall.load()
    return hall


@pytest.fixture
def fair(tmp_path: Path) -> Hall:
    return published(tmp_path / "fair", DOCUMENT)


@pytest.fixture
def present() -> Present:
    return Present()


def app_of(viewer: Path, *halls: Hall, now: Present | None = None) -> FlaskClient:
    app = Flask("hallwright", static_folder=None)
    register(app, Halls(halls), viewer_folder=viewer, async_mode="threading", now=now)
    return app.test_client()


@pytest.fixture
def visitor(fair: Hall, viewer: Path, present: Present) -> FlaskClient:
    return app_of(viewer, fair, now=present)


@pytest.mark.parametrize(
    ("address", "accept", "lang"),
    [
        ("/text/fair", "", "en"), ("/text/fair", "zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"), ("/text/fair", "zh", "zh-CN"),
        ("/text/fair", "zh-TW", "zh-CN"), ("/text/fair", "fr, zh;q=0.2, en;q=0.5", "en"), ("/text/fair", "fr", "en"),
        ("/text/fair?lang=zh", "en", "zh-CN"), ("/text/fair?lang=en", "zh", "en"),
        ("/text/fair?lang=tlh", "zh", "zh-CN"),
    ],
)  # fmt: skip
def test_the_language_is_that_of_the_address_else_of_the_browser(
    visitor: FlaskClient, address: str, accept: str, lang: str
) -> None:
    answer = visitor.get(address, headers={"Accept-Language": accept})
    assert Page(answer.get_data(as_text=True)).lang == lang
    assert "Accept-Language" in answer.headers["Vary"]


def test_a_language_that_was_not_asked_for_is_not_written_into_links(visitor: FlaskClient) -> None:
    page = read(visitor, "/text/fair")
    assert [link for link in page.links if "lang=" in link and not link.startswith("/?")] == ["/text/fair?lang=zh"]


def test_the_start_leads_to_the_one_venue_or_lists_several(
    visitor: FlaskClient, fair: Hall, viewer: Path, tmp_path: Path
) -> None:
    for address in ("/text", "/text/"):
        answer = visitor.get(address)
        assert (answer.status_code, answer.headers["Location"]) == (302, "/text/fair")
    assert visitor.get("/text?lang=zh").headers["Location"] == "/text/fair?lang=zh"
    other = published(tmp_path / "other", {**DOCUMENT, "venue": "other", "name": {"en": "Other", "zh": "另"}})
    page = read(app_of(viewer, fair, other), "/text?lang=zh")
    assert [link for link in page.links if link.startswith("/text/")] == ["/text/fair?lang=zh", "/text/other?lang=zh"]
    assert "另" in page.words


def test_what_people_write_stays_text(viewer: Path, tmp_path: Path) -> None:
    hostile = json.loads(json.dumps(DOCUMENT), object_hook=spoiled)
    visitor = app_of(viewer, published(tmp_path / "evil", hostile), now=Present())
    pages = crawl(visitor, "/text/fair?lang=en") | crawl(visitor, "/text/fair?lang=zh")
    pages["search"] = read(visitor, "/text/fair/search?q=" + EVIL.replace("&", "%26").replace("<", "%3C"))
    pages["missing"] = read(visitor, "/text/fair/booths/" + EVIL.replace("/", "").replace("&", "%26"), 404)
    for path, page in pages.items():
        assert "script" not in page.tags and "img" not in page.tags, path
        assert not [name for name in page.attributes if name.startswith("on")], path
        assert "{{ 7 * 7 }}" in page.words and "49" not in page.words, path
    assert EVIL in pages["/text/fair/booths/a1"].words


def spoiled(value: dict[str, Any]) -> dict[str, Any]:
    """The same with something evil in all texts that people write."""
    texts = {"en", "zh", "source", "number", "country"}
    return {key: f"{part} {EVIL}" if key in texts else part for key, part in value.items()}


def test_people_are_counted_when_the_page_is_written(visitor: FlaskClient, present: Present) -> None:
    assert "3 visitors here now" in read(visitor, "/text/fair/areas/hall").words
    present.people = {"hall": 1, "park": 0}
    assert "1 visitor here now" in read(visitor, "/text/fair/areas/hall").words
    assert "Nobody is here now" in read(visitor, "/text/fair/areas/park").words
    assert "现有 1 位观众" in read(visitor, "/text/fair?lang=zh").words


@pytest.mark.parametrize(
    ("rate", "position", "runs", "told"),
    [
        (1.0, 5.0, True, "running now"), (0.0, 5.0, False, "paused"), (0.0, 0.0, False, "not running now"),
        (1.0, 20.0, False, "over"),
    ],
)  # fmt: skip
def test_shows_and_exhibits_tell_how_they_stand(
    visitor: FlaskClient, present: Present, rate: float, position: float, runs: bool, told: str
) -> None:
    present.timeline["rate"], present.position, present.runs = rate, position, runs
    for address in ("/text/fair", "/text/fair/areas/park", "/text/fair/exhibits/rocket"):
        assert told in read(visitor, address).words, address


def test_a_board_tells_its_rows_of_now_by_rank(visitor: FlaskClient, present: Present) -> None:
    first = {"id": "1", "rank": 1, "name": {"en": "First", "zh": "一"}, "industry": {"en": "Steel", "zh": "钢"}}
    present.rows.append(first)
    words = read(visitor, "/text/fair/boards/top").words
    assert words.index("First") < words.index("Steel") < words.index("Two")
    present.rows = []
    assert "Nothing stands here yet." in read(visitor, "/text/fair/boards/top").words


def test_without_a_live_side_all_is_told_as_it_was_laid_out(fair: Hall, viewer: Path) -> None:
    for visitor in (app_of(viewer, fair), app_of(viewer, fair, now=Shut())):
        assert "One" in read(visitor, "/text/fair/boards/top").words
        assert "here now" not in read(visitor, "/text/fair").words


@pytest.mark.parametrize("path", ["booths/a1", "zones/west", "exhibitors", "all"])
def test_what_does_not_change_is_not_sent_again_until_the_next_publish(
    visitor: FlaskClient, fair: Hall, path: str
) -> None:
    first = visitor.get(f"/text/fair/{path}")
    tag = first.headers["ETag"]
    assert visitor.get(f"/text/fair/{path}", headers={"If-None-Match": tag}).status_code == 304
    assert visitor.get(f"/text/fair/{path}?lang=zh", headers={"If-None-Match": tag}).status_code == 200
    (fair.folder / "manifest.json").write_text(
        json.dumps({**DOCUMENT, "revision": "r2", "name": {"en": "Fair two", "zh": "展二"}}), "utf-8"
    )
    assert fair.load()
    again = visitor.get(f"/text/fair/{path}", headers={"If-None-Match": tag})
    assert again.status_code == 200 and b"Fair two" in again.data


def test_a_live_page_is_sent_again_when_it_says_something_else(visitor: FlaskClient, present: Present) -> None:
    tag = visitor.get("/text/fair/areas/hall").headers["ETag"]
    assert visitor.get("/text/fair/areas/hall", headers={"If-None-Match": tag}).status_code == 304
    present.people = {"hall": 4, "park": 0}
    assert visitor.get("/text/fair/areas/hall", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("path", ["areas/hall", "all", "booths/a1"])
def test_pages_are_compressed_for_who_takes_it(visitor: FlaskClient, path: str) -> None:
    plain = visitor.get(f"/text/fair/{path}")
    small = visitor.get(f"/text/fair/{path}", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "gzip" and len(small.data) < len(plain.data) / 2
    assert "Accept-Encoding" in small.headers["Vary"]


@pytest.mark.parametrize(
    "path",
    [
        "/text/fair/booths/none", "/text/fair/zones/hall", "/text/fair/areas/west", "/text/fair/exhibits/a1",
        "/text/fair/boards/x", "/text/fair/nonsense", "/text/fair/booths", "/text/nowhere", "/text/nowhere/all",
        "/text/%F0%9F%8E%AA", "/text/fair/booths/a1/more",
    ],
)  # fmt: skip
def test_what_is_not_there_is_a_page_in_both_languages(visitor: FlaskClient, path: str) -> None:
    page, chinese = read(visitor, path, 404), read(visitor, f"{path}?lang=zh", 404)
    assert [text for _, text in page.headings] == ["This page is not here"]
    assert [text for _, text in chinese.headings] == ["找不到此页面"]
    assert re.search(r"[一-鿿]{4}", page.words) and re.search(r"[a-z]{4}", chinese.words)
    assert "/text" in page.links and "/text?lang=zh" in chinese.links
    assert visitor.get(path).headers["Cache-Control"] == "no-store"


def test_faults_of_the_api_keep_their_shape(visitor: FlaskClient) -> None:
    assert visitor.get("/api/v1/venues/nowhere/manifest").json["error"]["code"] == "unknown_venue"
    assert visitor.get("/nowhere").json["error"]["code"] == "not_found"
    assert visitor.post("/text/fair").json["error"]["code"] == "method_not_allowed"


def test_a_hall_that_is_still_built_says_so(tmp_path: Path, viewer: Path) -> None:
    visitor = app_of(viewer, Hall(Path("layout.yaml"), tmp_path / "none"))
    for path in ("/text", "/text/fair", "/text/fair/booths/a1"):
        answer = visitor.get(path)
        assert (answer.status_code, answer.mimetype, answer.headers["Retry-After"]) == (503, "text/html", "1")
        assert "being built" in answer.get_data(as_text=True) and "正在搭建" in answer.get_data(as_text=True)


def test_an_accident_is_a_page_without_a_traceback(visitor: FlaskClient, present: Present, caplog: Any) -> None:
    present.timeline.clear()
    page = read(visitor, "/text/fair", 500)
    assert "Traceback" not in page.html and "KeyError" not in page.html
    assert "unexpected error" in caplog.text


def test_searching_needs_no_script(visitor: FlaskClient) -> None:
    page = read(visitor, "/text/fair/search?q=rocket&lang=zh")
    assert "找到 3 项" in page.words
    assert {"/text/fair/booths/a1?lang=zh", "/text/fair/exhibits/rocket?lang=zh"} <= set(page.links)
    assert "/text/fair/areas/hall#facility-wc" in read(visitor, "/text/fair/search?q=toilets").links
    assert "/text/fair/areas/park#show-drive" in read(visitor, "/text/fair/search?q=drive").links
    assert "Nothing matches" in read(visitor, "/text/fair/search?q=zzz").words
    assert read(visitor, "/text/fair/search").headings[0][1] == "Search the venue"
    assert read(visitor, "/text/fair/search?q=" + "a" * 5000).headings


def test_another_way_of_finding_may_know_what_the_tour_has_not(fair: Hall, viewer: Path) -> None:
    def find(hall: Hall, tour: Tour, query: str, lang: str, sitting: Sitting | None) -> Findings:
        gone = (Found("booth", "gone", "hall"), Found("show", "gone", "hall"), Found("area", "gone", "gone"))
        way = (Found("portal", "gone", "hall"), Found("portal", "gone", "gone"))
        return Findings((*gone, *way, Found("booth", "a1", "hall")), 6)

    app = Flask("hallwright")
    app.register_blueprint(routes.blueprint(Halls((fair,)), None, viewer, find))
    page = read(app.test_client(), "/text/fair/search?q=x")
    assert "gone" not in page.html and "/text/fair/booths/a1" in page.links


def with_index(hall: Hall) -> Hall:
    """The hall with an index of what stands in it, as far as the tests look for it."""
    places = [
        Place("booth", "a1", Text("Acme", "艾克"), "hall", (10, 25), number="A1", zone="west"),
        Place(
            "exhibit", "rocket", Text("Rocket", "火箭"), "hall", (50, 5), said=(Said("detail", Text("Gas", "气体")),)
        ),
        Place("portal", "out", Text("Tunnel", "隧道"), "hall", (59, 15)),
    ]
    index = folder_of(hall.folder, hall.revision) / SEARCH
    index.parent.mkdir(parents=True)
    index.write_bytes(written([findable(place) for place in places], []))
    hall.apply(Indexed("fair", hall.revision, SEARCH, 0.1))
    return hall


@pytest.mark.parametrize(
    ("query", "link"),
    [("huojian", "exhibits/rocket"), ("气体", "exhibits/rocket"), ("ACME", "booths/a1"), ("booth a1", "booths/a1"),
     ("tunnel", "areas/park")],
)  # fmt: skip
def test_with_an_index_one_finds_by_sound_and_by_what_is_told(fair: Hall, viewer: Path, query: str, link: str) -> None:
    page = read(app_of(viewer, with_index(fair)), f"/text/fair/search?q={query}")
    assert "1 match" in page.words and f"/text/fair/{link}" in page.links
    assert "Nothing matches" in read(app_of(viewer, fair), "/text/fair/search?q=zxqvbn").words
    assert read(app_of(viewer, fair), "/text/fair/search").headings


def test_in_a_rush_one_finds_by_names_alone(fair: Hall, viewer: Path) -> None:
    app = Flask("hallwright", static_folder=None)
    register(app, Halls((with_index(fair),)), viewer_folder=viewer, async_mode="threading", search_wait=lambda: 0.5)
    visitor = app.test_client()
    assert "Nothing matches" in read(visitor, "/text/fair/search?q=huojian").words
    assert "/text/fair/exhibits/rocket" in read(visitor, "/text/fair/search?q=rocket").links


def test_the_stylesheet_is_ours_immutable_and_small(visitor: FlaskClient) -> None:
    (address,) = re.findall(r'<link rel="stylesheet" href="([^"]+)">', read(visitor, "/text/fair").html)
    sheet = visitor.get(address, headers={"Accept-Encoding": "br"})
    assert sheet.mimetype == "text/css" and "immutable" in sheet.headers["Cache-Control"]
    assert sheet.headers["Content-Encoding"] == "br" and len(sheet.data) < 3000


def test_the_script_is_named_where_the_viewer_was_built_with_it(fair: Hall, viewer: Path) -> None:
    assert "<script" not in read(app_of(viewer, fair), "/text/fair").html
    (viewer / "assets" / "text-tour-Ab_-1234.js").write_text("", "utf-8")
    page = read(app_of(viewer, fair), "/text/fair")
    assert '<script type="module" src="/assets/text-tour-Ab_-1234.js"></script>' in page.html
    assert 'data-area="hall"' in page.html and 'data-at="30.0,2.0"' in page.html


def test_a_page_says_where_its_reader_stands(visitor: FlaskClient) -> None:
    html = read(visitor, "/text/fair/booths/a1").html
    assert 'data-at="10.0,21.2"' in html and 'data-zone="west"' in html and 'data-areas="hall park"' in html


def test_results_of_searching_are_not_for_robots_and_pages_are(visitor: FlaskClient) -> None:
    assert "noindex" in read(visitor, "/text/fair/search?q=rocket").html
    assert "noindex" not in read(visitor, "/text/fair/booths/a1").html
    assert AREA["booths"][0]["number"] in read(visitor, "/text/fair/booths/a1").title


def test_what_was_said_in_the_area_is_on_its_page_as_text(visitor: FlaskClient, present: Present) -> None:
    hidden = 'id="talk" aria-labelledby="talk-title" hidden'
    assert hidden in visitor.get("/text/fair/areas/hall").get_data(as_text=True)
    present.said = [
        {"seq": 1, "time": 0, "nickname": "Ada", "number": 1, "text": EVIL},
        {"seq": 2, "time": 3_600_000, "nickname": "", "number": 7, "text": "你好"},
    ]
    page = visitor.get("/text/fair/areas/hall?lang=zh").get_data(as_text=True)
    assert hidden not in page
    assert "<script>alert" not in page
    assert "观众 7" in page
    assert "01:00 UTC" in page
    assert "你好" in page
    assert "你好" not in visitor.get("/text/fair/areas/park").get_data(as_text=True)
