"""The reference venue, read by following links only: all that its layout has is told, in both languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from hallwright.build.pipeline import build
from hallwright.config import resources
from hallwright.layout.model import Text, Venue
from hallwright.layout.reading import read_venue
from hallwright.organizer.companions import WAYS, Companions, folder_of
from hallwright.organizer.halls import Hall
from hallwright.wayfinding.packing import pack
from hallwright.wayfinding.surveying import sizes_of, survey
from tests.api.conftest import make_app
from tests.api.text.reading import Page, crawl, read

LANGUAGES = ("en", "zh")
START = "/text/wmc"
Pages = dict[str, Page]


@pytest.fixture(scope="module")
def layout() -> Venue:
    return read_venue(resources().reference_layout)


@pytest.fixture(scope="module")
def hall(layout: Venue, tmp_path_factory: pytest.TempPathFactory) -> Hall:
    published = Hall(Path("venue.yaml"), tmp_path_factory.mktemp("wmc"))
    build(layout, published.folder, workers=2)
    assert published.load()
    ways = folder_of(published.folder, published.revision) / WAYS
    ways.parent.mkdir(parents=True)
    ways.write_bytes(pack(survey(layout, sizes_of(layout, json.loads(published.manifest or b"")))))
    published.companions = Companions(ways.parent)
    return published


@pytest.fixture(scope="module")
def client(hall: Hall) -> FlaskClient:
    return make_app(hall, resources().viewer).test_client()


@pytest.fixture(scope="module")
def pages(client: FlaskClient) -> dict[str, Pages]:
    start = {lang: client.get(f"/text?lang={lang}").headers["Location"] for lang in LANGUAGES}
    return {lang: crawl(client, start[lang]) for lang in LANGUAGES}


def said(text: Text | dict[str, str], lang: str) -> str:
    """A text as a page says it."""
    words = text[lang] if isinstance(text, dict) else getattr(text, lang)
    return " ".join(words.split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_links_lead_to_everything_that_the_layout_has(layout: Venue, pages: dict[str, Pages], lang: str) -> None:
    wanted = {START, *(f"{START}/{page}" for page in ("exhibitors", "all", "route", "ask", "tours"))}
    wanted |= {f"{START}/tours/{tour.id}" for tour in layout.tours}
    for area in layout.areas:
        wanted |= {f"{START}/areas/{area.id}", f"{START}/areas/{area.id}/floor"}
        wanted |= {f"{START}/zones/{zone.id}" for zone in area.zones}
        wanted |= {f"{START}/booths/{booth.id}" for booth in area.booths}
        wanted |= {f"{START}/exhibits/{placement.id}" for placement in area.placements}
        wanted |= {f"{START}/exhibits/{booth.id}-{exhibit}" for booth in area.booths for exhibit in booth.exhibits}
        wanted |= {f"{START}/boards/{board.id}" for board in area.boards}
    assert len(wanted) > 650
    assert set(pages[lang]) - wanted == set(), "pages of nothing"
    assert wanted - set(pages[lang]) == set(), "never linked"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_page_tells_what_its_thing_is(layout: Venue, pages: dict[str, Pages], lang: str) -> None:
    told = pages[lang]
    exhibitors = {exhibitor.id: exhibitor for exhibitor in layout.exhibitors}
    for area in layout.areas:
        page = told[f"{START}/areas/{area.id}"]
        things = (*area.zones, *area.stages, *area.facilities, *area.portals, *area.boards)
        assert not [thing.id for thing in things if said(thing.name, lang) not in page.words]
        shows = [show for show in layout.shows if show.area == area.id]
        assert not [show.id for show in shows if said(show.name, lang) not in page.words]
        for booth in area.booths:
            words = told[f"{START}/booths/{booth.id}"].words
            assert booth.number in words and said(booth.fascia, lang) in words
            assert not booth.exhibitor or said(exhibitors[booth.exhibitor].name, lang) in words
            assert said(area.name, lang) in words
        for board in area.boards:
            words = told[f"{START}/boards/{board.id}"].words
            rows = [text for row in board.rows for text in (row.name, row.title, row.label, *row.parties) if text]
            assert rows and not [text for text in rows if said(text, lang) not in words]
    everyone = told[f"{START}/exhibitors"].words
    assert not [each.id for each in layout.exhibitors if said(each.name, lang) not in everyone]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_exhibits_tell_facts_with_sources_details_and_motions(hall: Hall, pages: dict[str, Pages], lang: str) -> None:
    document: dict[str, Any] = json.loads(hall.manifest or b"")
    exhibits = {exhibit["id"]: exhibit for exhibit in document["exhibits"]}
    facts = 0
    for placement in (placement for area in document["areas"] for placement in area["placements"]):
        exhibit, model = exhibits[placement["exhibit"]], document["models"][placement["model"]]
        texts = [exhibit["name"], exhibit["summary"], model["summary"]]
        texts += [text for fact in model["facts"] for text in (fact["label"], fact["value"])]
        texts += [text for spot in model["hotspots"] for text in (spot["name"], spot["text"])]
        texts += [motion["name"] for motion in model["motions"].values() if motion["name"]]
        wanted = [said(text, lang) for text in texts]
        wanted += [fact["source"] for fact in model["facts"]] + [exhibit["source"]]
        for page in (pages[lang][f"{START}/exhibits/{placement['id']}"], pages[lang][f"{START}/all"]):
            assert not [text for text in wanted if text not in page.words]
        facts += len(model["facts"])
    assert facts > 100


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_device_on_site_is_told_with_its_area_and_with_what_follows_it(
    layout: Venue, pages: dict[str, Pages], lang: str
) -> None:
    assert len(layout.devices) >= 5
    for device in layout.devices:
        follows = [f"exhibits/{id}" for id in (device.placement, device.screen) if id]
        follows += [f"boards/{device.board}"] if device.board else []
        follows += [f"zones/{device.zone}"] if device.zone else []
        assert follows, "a device that nothing follows"
        for path in (f"areas/{device.area}", *follows):
            page = pages[lang][f"{START}/{path}"]
            assert said(device.name, lang) in page.words, (device.id, path)
            assert any(title in ("Devices on site", "现场设备") for _, title in page.headings), (device.id, path)
        assert said(device.name, lang) in pages[lang][f"{START}/all"].words
        links = pages[lang][f"{START}/areas/{device.area}"].links
        assert {f"{START}/{each}?lang={lang}" for each in follows} <= set(links)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_guided_tour_is_told_stop_by_stop_with_the_way_between(
    layout: Venue, pages: dict[str, Pages], lang: str
) -> None:
    assert layout.tours
    arrived = {"en": "You have arrived", "zh": "您已到达"}[lang]
    kinds = {"booth": "booths", "placement": "exhibits", "zone": "zones"}
    for tour in layout.tours:
        page = pages[lang][f"{START}/tours/{tour.id}"]
        at = [page.words.find(said(text, lang)) for stop in tour.stops for text in (stop.name, stop.text)]
        assert -1 not in at, tour.id
        assert [page.words.find(said(stop.text, lang)) for stop in tour.stops] == sorted(at[1::2]), "in their order"
        stops = [text for level, text in page.headings if level == 2 and text.startswith(("Stop ", "第 "))]
        assert len(stops) == len(tour.stops) and all(map(str.endswith, stops, (said(s.name, lang) for s in tour.stops)))
        told = page.words.count(arrived) + page.words.count({"en": "is right here.", "zh": "就在此处。"}[lang])
        assert told == len(tour.stops) - 1, "a way to each stop but the first"
        things = {f"{START}/{kinds[stop.kind]}/{stop.place}?lang={lang}" for stop in tour.stops if stop.kind in kinds}
        assert things <= set(page.links)
        assert f"/?venue=wmc&tour={tour.id}&lang={lang}" in page.links
        for other in ("", "/tours", "/all"):
            listed = pages[lang][f"{START}{other}"]
            assert said(tour.name, lang) in listed.words and said(tour.summary, lang) in listed.words
            assert f"{START}/tours/{tour.id}?lang={lang}" in listed.links
        assert not [stop.text for stop in tour.stops if said(stop.text, lang) not in pages[lang][f"{START}/all"].words]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_page_tells_it_all(layout: Venue, pages: dict[str, Pages], lang: str) -> None:
    words = pages[lang][f"{START}/all"].words
    for area in layout.areas:
        things = (*area.zones, *area.placements, *area.boards, *area.stages, *area.facilities, *area.portals)
        named = [thing for thing in things if hasattr(thing, "name")]
        assert not [thing.id for thing in named if said(thing.name, lang) not in words]
        assert not [booth.id for booth in area.booths if said(booth.fascia, lang) not in words]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_a_well_made_document(pages: dict[str, Pages], lang: str) -> None:
    titles = [page.title for page in pages[lang].values()]
    for path, page in pages[lang].items():
        levels = [level for level, _ in page.headings]
        assert page.lang == {"en": "en", "zh": "zh-CN"}[lang]
        assert levels.count(1) == 1 and levels[0] == 1, path
        assert all(below <= above + 1 for above, below in zip(levels, levels[1:], strict=False)), (path, page.headings)
        assert all(text.strip() for _, text in page.headings), path
        assert [page.tags.count(tag) for tag in ("main", "header", "footer")] == [1, 1, 1]
        assert page.links[0] == "#content" and "content" in page.ids
        assert len(page.ids) == len(set(page.ids)), path
        assert page.title.strip() == page.title and page.title
        if not path.endswith("/route"):
            assert page.alternates == {"en": f"{path}?lang=en", "zh-CN": f"{path}?lang=zh", "x-default": path}
    assert len(set(titles)) > 0.9 * len(titles), "placements of the same exhibit share one"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_needs_a_script_or_a_style_of_its_own(pages: dict[str, Pages], lang: str) -> None:
    for page in pages[lang].values():
        assert "style" not in page.tags and "style" not in page.attributes
        assert not [name for name in page.attributes if name.startswith("on")]
        assert page.html.count("<script") == page.html.count("<script type=\"module\" src=") <= 1


def test_links_keep_the_language_that_was_asked_for_and_no_other(pages: dict[str, Pages]) -> None:
    for lang, other in (("en", "zh"), ("zh", "en")):
        for path, page in pages[lang].items():
            strangers = [link for link in page.links if link.startswith("/") and f"lang={lang}" not in link]
            assert len(strangers) == 1 and strangers[0].startswith(f"{path}?"), (path, strangers)
            assert strangers[0].endswith(f"lang={other}")


def test_every_page_of_a_place_leads_into_the_hall_there(layout: Venue, pages: dict[str, Pages]) -> None:
    sizes = {area.id: area.size for area in layout.areas}
    for booth in (booth for area in layout.areas for booth in area.booths):
        (link,) = [link for link in pages["en"][f"{START}/booths/{booth.id}"].links if link.startswith("/?")]
        query = dict(part.split("=") for part in link[2:].split("&"))
        x, y = map(float, query["at"].split(","))
        width, depth = sizes[query["area"]]
        assert 0 < x < width and 0 < y < depth
        assert ((x - booth.at[0]) ** 2 + (y - booth.at[1]) ** 2) ** 0.5 < max(booth.size) / 2 + 2
        assert 0 <= float(query["facing"]) <= 360


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_way_to_everything_is_told_from_the_entrance(
    layout: Venue, client: FlaskClient, pages: dict[str, Pages], lang: str
) -> None:
    """Every zone, board and exhibit, and some booths of each row."""
    told = {"en": "You have arrived: ", "zh": "您已到达："}[lang]
    for area in layout.areas:
        kinds = {"zones": area.zones, "boards": area.boards, "exhibits": area.placements, "booths": area.booths[::9]}
        for path in (f"{START}/{kind}/{thing.id}" for kind, things in kinds.items() for thing in things):
            links = [link for link in pages[lang][path].links if link.startswith(f"{START}/route") and "from=" in link]
            assert len(links) == 1, path
            page = read(client, links[0])
            assert told in page.words and "<ol class=\"steps\"" in page.html, path
            assert page.headings[0][1].strip()
