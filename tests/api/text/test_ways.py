"""The way to a place as a page: asked in a form, told in numbered steps, or plainly refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hallwright.api.routes import register
from hallwright.api.ways import Pace
from hallwright.build.places import plan_document
from hallwright.layout.reading import read_venue
from hallwright.organizer.companions import SEARCH, WAYS, Companions, folder_of
from hallwright.organizer.events import Indexed
from hallwright.organizer.halls import Hall, Halls
from hallwright.wayfinding.packing import pack
from hallwright.wayfinding.surveying import survey
from tests.api.text.reading import Page, read
from tests.wayfinding.conftest import SMALL

START = "/text/small"
DOORS = "    doors: [{id: west, kind: entrance, at: [0, 20], facing: west, name: {en: West Door, zh: 西门}}]\n"
LAYOUT = SMALL.replace("    stages:", f"{DOORS}    stages:")
Published = tuple[dict[str, Any], bytes]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Published:
    layout = tmp_path_factory.mktemp("small") / "venue.yaml"
    layout.write_text(LAYOUT, "utf-8")
    venue = read_venue(layout)
    more = {"revision": "r1", "start": {"area": "hall", "spawn": "entrance"}}
    return {**plan_document(venue), **more}, pack(survey(venue, {}))


@pytest.fixture
def unsurveyed(small: Published, tmp_path: Path) -> Hall:
    (tmp_path / "manifest.json").write_text(json.dumps(small[0]), "utf-8")
    hall = Hall(Path("layout.yaml"), tmp_path)
    assert hall.load()
    return hall


@pytest.fixture
def hall(small: Published, unsurveyed: Hall) -> Hall:
    folder = folder_of(unsurveyed.folder, unsurveyed.revision)
    folder.mkdir(parents=True)
    (folder / WAYS).write_bytes(small[1])
    unsurveyed.companions = Companions(folder)
    return unsurveyed


def client_of(hall: Hall, viewer: Path, pace: Pace | None = None) -> FlaskClient:
    app = Flask("hallwright", static_folder=None)
    register(app, Halls((hall,)), viewer_folder=viewer, async_mode="threading", pace=pace)
    return app.test_client()


@pytest.fixture
def visitor(hall: Hall, viewer: Path) -> FlaskClient:
    return client_of(hall, viewer)


def way(visitor: FlaskClient, status: int = 200, **asked: str) -> Page:
    """The page of a way; ``start`` stands for ``from``."""
    query = {{"start": "from"}.get(name, name): value for name, value in asked.items()}
    return read(visitor, f"{START}/route?{urlencode(query)}", status)


def steps(page: Page) -> list[str]:
    """The numbered steps as they are read out."""
    lists = re.findall(r'<ol class="steps" start="(\d+)">(.*?)</ol>', page.html, re.DOTALL)
    found: list[str] = []
    for first, items in lists:
        assert int(first) == len(found) + 1, "numbers go on in the next area"
        found += [" ".join(re.sub("<[^>]+>", "", item).split()) for item in re.findall(r"<li>(.*?)</li>", items)]
    return found


def test_a_way_is_told_in_steps_with_metres_through_a_portal(visitor: FlaskClient) -> None:
    page = way(visitor, to="y1", lang="en")
    assert page.title.startswith("The way to Y1")
    told = steps(page)
    assert re.fullmatch(r"Head east along the Main Aisle \d+ m", told[0])
    assert "Go through the gate to Yard" in told
    assert told[-1].startswith("You have arrived: Booth Y1")
    assert [text for level, text in page.headings if level == 2][:2] == ["Hall, 57 m", "Yard, 44 m"]
    total = re.search(r"From West Door: (\d+) m, about (\d+) min on foot", page.words)
    assert total
    walked = sum(int(metres) for metres in re.findall(r" (\d+) m\b", " ".join(told)))
    assert walked == pytest.approx(int(total[1]), abs=len(told)) and int(total[2]) == round(int(total[1]) / 1.3 / 60)


def test_the_same_way_in_chinese(visitor: FlaskClient) -> None:
    page = way(visitor, to="y1", lang="zh")
    told = steps(page)
    assert told[0].startswith("沿主通道向东走") and "穿过大门，前往庭院" in told
    assert told[-1].startswith("您已到达：Y1展位")
    assert re.search(r"从西门出发：\d+ 米，步行约 \d+ 分钟。", page.words)
    assert "Garden" not in page.words


def test_without_steps_it_is_another_way(visitor: FlaskClient) -> None:
    assert any("Take the steps: Garden Steps" in step for step in steps(way(visitor, to="y1")))
    free = way(visitor, to="y1", step_free="1")
    assert "There are no steps on this way." in free.words
    assert steps(free) and not [step for step in steps(free) if "steps" in step]
    assert re.search(r'name="step_free"[^>]* checked', free.html)


@pytest.mark.parametrize("word", ["a01", "A01", "hall:12,22", "yard", "entrance", "toilets", "Stage"])
def test_one_may_begin_anywhere(visitor: FlaskClient, word: str) -> None:
    page = way(visitor, at=word, to="stage")
    assert "You have arrived: Stage" in page.words or "You are there already" in page.words
    assert f'name="at" maxlength="80" autocomplete="off" value="{word}"' in page.html, "the form keeps what was typed"


def test_what_is_chosen_stays_chosen(visitor: FlaskClient) -> None:
    page = way(visitor, start="yard/gate", to="a01")
    assert '<option value="yard/gate" selected>Yard, Entrance</option>' in page.html
    assert page.html.count(" selected>") == 1
    assert "From Yard, Entrance:" in page.words


def test_who_is_there_already_is_told_so(visitor: FlaskClient) -> None:
    page = way(visitor, at="a01", to="a01")
    assert "You are there already." in page.words and not steps(page)


def test_an_area_is_a_goal_too(visitor: FlaskClient) -> None:
    page = way(visitor, to="yard", lang="en")
    assert page.title.startswith("The way to Yard")
    assert steps(page)[-1] == "You have arrived: Yard", "not: at the gate that leads back"


def test_without_a_goal_there_is_a_form_for_one(visitor: FlaskClient) -> None:
    page = read(visitor, f"{START}/route")
    assert page.title.startswith("Find the way")
    assert 'name="to"' in page.html and 'type="hidden" name="to"' not in page.html
    assert "noindex" in page.html


def test_each_place_has_a_form_and_a_way_from_the_entrance(visitor: FlaskClient) -> None:
    for path, to in (("booths/a01", "a01"), ("areas/yard", "yard"), ("areas/hall", "hall")):
        page = read(visitor, f"{START}/{path}?lang=zh")
        assert f'<input type="hidden" name="to" value="{to}">' in page.html
        (link,) = [link for link in page.links if link.startswith(f"{START}/route") and f"to={to}&from" in link]
        assert link == f"{START}/route?lang=zh&to={to}&from=hall/west"
        assert "如何前往" in page.words and "从西门出发的路线" in page.words
    links = read(visitor, f"{START}/areas/hall").links
    assert f"{START}/route?to=hall/wc-near" in links, "what has no page of its own is a goal all the same"
    assert steps(read(visitor, f"{START}/route?to=hall/wc-near"))[-1].startswith("You have arrived:")


def test_the_way_leads_into_the_hall(visitor: FlaskClient) -> None:
    assert "/?venue=small&from=hall/west&to=y1&lang=en" in way(visitor, to="y1").links
    assert "/?venue=small&from=A01&to=y1&lang=zh" in way(visitor, to="y1", at="A01", lang="zh").links
    assert "/api/v1/venues/small/plan/hall.svg?lang=en" in way(visitor, to="y1").links


def test_the_other_language_keeps_what_was_asked(visitor: FlaskClient) -> None:
    page = way(visitor, to="y1", at="A 01", step_free="1")
    assert page.alternates["zh-CN"] == f"{START}/route?to=y1&at=A+01&step_free=1&lang=zh"


@pytest.mark.parametrize("name", ["huaxin", "Garden", "main aisle", "zxqvbn"])
def test_a_name_is_looked_up_or_plainly_unknown(visitor: FlaskClient, name: str) -> None:
    page = visitor.get(f"{START}/route", query_string={"at": name, "to": "stage"})
    assert page.status_code in (200, 404)
    if page.status_code == 404:
        assert f"There is no place “{name}”" in page.get_data(as_text=True)


def test_what_is_not_there_is_said_with_the_form_to_mend_it(visitor: FlaskClient) -> None:
    page = way(visitor, 404, to="toilest", lang="en")
    assert "There is no place “toilest”; did you mean toilets?" in page.words
    assert "没有名为“toilest”的地点" in page.words
    assert 'name="to" maxlength="80" autocomplete="off" required value="toilest"' in page.html
    assert way(visitor, 400, at="hall:900,900", to="a01").words.count("lies outside") == 1


@pytest.mark.parametrize(
    "evil", ['"><script>alert(1)</script>', "{{ 7 * 7 }}", "../../etc/passwd", "\x00\r\nX: y", "a" * 5000]
)
def test_hostile_words_are_only_words(visitor: FlaskClient, evil: str) -> None:
    for name in ("from", "at", "to"):
        answer = visitor.get(f"{START}/route", query_string={"to": "a01", name: evil})
        assert answer.status_code == 404
        body = Page(answer.get_data(as_text=True))
        assert "<script>alert" not in body.html and "49" not in body.words and len(body.html) < 12_000


def test_until_the_ways_are_surveyed_it_says_when_to_come_again(unsurveyed: Hall, viewer: Path) -> None:
    visitor = client_of(unsurveyed, viewer)
    answer = visitor.get(f"{START}/route?to=a01&lang=en")
    assert answer.status_code == 503 and answer.headers["Retry-After"] == "1"
    assert answer.headers["Cache-Control"] == "no-store" and "ETag" not in answer.headers
    page = Page(answer.get_data(as_text=True))
    assert "The ways are being surveyed" in page.words and "Try again in 1 second." in page.words
    assert f"{START}/route?lang=en&from=hall/west&to=a01" in page.links
    assert read(visitor, f"{START}/route").headings, "a form may be filled meanwhile"
    unsurveyed.apply(Indexed("small", "r1", SEARCH, 0.1))
    assert way(visitor, 503, to="a01").words.count("being surveyed") == 1
    unsurveyed.apply(Indexed("small", "r1", WAYS, 0.1, "ways: ValueError: …"))
    assert "This hall has no routes" in way(visitor, 503, to="a01").words


def test_in_a_rush_one_is_asked_to_wait(hall: Hall, viewer: Path) -> None:
    visitor = client_of(hall, viewer, Pace(wait=lambda turns: 2.5))
    answer = visitor.get(f"{START}/route?to=a01&lang=en")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3")
    assert "Try again in 3 seconds." in Page(answer.get_data(as_text=True)).words
    assert visitor.get(f"{START}/route").status_code == 200


def test_a_way_is_not_sent_again_while_it_is_the_same(visitor: FlaskClient) -> None:
    first = visitor.get(f"{START}/route?to=a01")
    again = visitor.get(f"{START}/route?to=a01", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_where_only_steps_lead_the_way_with_steps_is_offered(tmp_path: Path, viewer: Path) -> None:
    hedge = "      - {path: [[20, 0], [20, 30]], material: hedge}\n"
    layout = tmp_path / "venue.yaml"
    layout.write_text(LAYOUT.replace(hedge, hedge + hedge.replace("0], [20, 30]", "34], [20, 40]")), "utf-8")
    venue = read_venue(layout)
    document = {**plan_document(venue), "revision": "r2", "start": {"area": "hall", "spawn": "entrance"}}
    (tmp_path / "manifest.json").write_text(json.dumps(document), "utf-8")
    hall = Hall(layout, tmp_path)
    assert hall.load()
    folder = folder_of(tmp_path, "r2")
    folder.mkdir(parents=True)
    (folder / WAYS).write_bytes(pack(survey(venue, {})))
    hall.companions = Companions(folder)
    visitor = client_of(hall, viewer)
    page = way(visitor, 404, to="y1", step_free="1", lang="en")
    assert "There is no way without steps to “y1”" in page.words
    (link,) = [link for link in page.links if "to=y1" in link and "from=" in link and "step_free" not in link]
    assert "Take the steps: Garden Steps" in " ".join(steps(read(visitor, link)))


def test_over_several_stops_in_the_shortest_order_leg_by_leg(visitor: FlaskClient) -> None:
    page = read(visitor, f"{START}/route?to=y1&to=a01&to=stage&lang=en&from=hall/west")
    assert page.title.startswith("The way over 3 stops")
    order = re.findall(r"<li>(.*?)</li>", re.search(r'<ol class="stops">(.*?)</ol>', page.html, re.DOTALL)[1])  # type: ignore[index]
    assert order[-1].startswith("Y1") and len(order) == 3, "the yard is behind the hall"
    told = steps(page)
    stopped = [step for step in told if "Stop 1" in step or "Stop 2" in step]
    assert len(stopped) == 2 and told[-1].startswith("You have arrived: Booth Y1")
    sections = [text for level, text in page.headings if level == 2]
    assert [re.match(r"Stop (\d) of 3, ", text)[1] for text in sections[:4]] == ["1", "2", "3", "3"]  # type: ignore[index]
    assert sections[3].endswith("Yard, 44 m") and "Y1" in sections[3]
    assert "/?venue=small&from=hall/west&to=y1&to=a01&to=stage&lang=en" in page.links
    assert page.html.count('type="hidden" name="to"') == 3 and 'id="way-over" name="to"' in page.html
    chinese = read(visitor, f"{START}/route?to=y1&to=a01&lang=zh").words
    assert "经过2个停靠点的路线" in chinese and "第1站（共2站）" in chinese


def test_a_stop_that_is_left_empty_is_none(visitor: FlaskClient) -> None:
    page = read(visitor, f"{START}/route?to=y1&to=+&lang=en")
    assert page.title.startswith("The way to Y1")


def test_of_several_stops_the_wrong_one_is_mended_and_too_many_are_refused(visitor: FlaskClient) -> None:
    page = read(visitor, f"{START}/route?to=y1&to=toilest&lang=en", 404)
    assert "There is no place “toilest”" in page.words
    assert 'id="way-to" name="to" maxlength="80" autocomplete="off" required value="toilest"' in page.html
    assert page.html.count('type="hidden" name="to"') == 1
    many = read(visitor, f"{START}/route?{'&'.join(['to=a01'] * 13)}&lang=en", 400)
    assert "A route has 1 to 12 stops" in many.words


@pytest.mark.parametrize("word", ["booth-a01", "booth-A01", "Booth A01"])
def test_a_booth_as_links_say_it(visitor: FlaskClient, word: str) -> None:
    page = way(visitor, at="hall:38,5", to=word, lang="en")
    assert steps(page)[-1].startswith("You have arrived: Booth A01")
