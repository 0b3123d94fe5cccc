"""The plan of an area as SVG: what is on it, what never is over something else, and what it does with wild texts."""

from __future__ import annotations

import copy
import json
import re
from collections import Counter
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from hallwright.build.pipeline import build
from hallwright.build.places import plan_document
from hallwright.config import resources
from hallwright.errors import BuildError
from hallwright.export.plan.drawing import area_of, labels_of, plan_svg, scale_of
from hallwright.export.plan.fitting import Box, Taken, Wish, broken, place, width_of
from hallwright.export.plan.legend import _round
from hallwright.export.plan.symbols import FILLED, LINES
from hallwright.export.plan.things import solid_boxes, symbol_boxes
from hallwright.export.plan.words import WORDS, read
from hallwright.layout.reading import read_venue
from tests.build.conftest import FAIR, read_text
from tests.scene.sample import venue as sample

SVG = "{http://www.w3.org/2000/svg}"
Hall = dict[str, Any]
PAGE = Box(0, 0, 1000, 1000)


@pytest.fixture(scope="module")
def reference() -> Hall:
    return plan_document(read_venue(resources().layouts / "wmc" / "venue.yaml"))


@pytest.fixture(scope="module")
def everything() -> Hall:
    return plan_document(sample())


def texts(svg: bytes) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]


def names_of(hall: Hall, language: Any = "en") -> dict[str, str]:
    return {exhibit["id"]: read(exhibit["name"], language) for exhibit in hall["exhibits"]}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("index", range(3))
def test_labels_keep_off_each_other_off_symbols_and_on_the_page(reference: Hall, index: int, language: Any) -> None:
    area = reference["areas"][index]
    scale = scale_of(area)
    labels, _ = labels_of(area, scale, language, names_of(reference, language))
    boxes = [label.box for label in labels]
    assert len(boxes) >= len(area["booths"])
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
    assert not [box for box in boxes for symbol in symbol_boxes(area, scale) if box.meets(symbol)]
    clear = [label.box for label in labels if label.wish.clear]
    assert not [box for box in clear for thing in solid_boxes(area, scale) if box.meets(thing)]
    assert all(box.left > 0 and box.top > 0 for box in boxes)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_booth_is_named_on_the_map_or_in_the_lists(reference: Hall, language: Any) -> None:
    for area in reference["areas"]:
        told = " ".join(texts(plan_svg(reference, area["id"], language)))
        for booth in area["booths"]:
            assert booth["number"] in told
        flat = re.sub(r"\s|…", "", told)
        for zone in area["zones"]:
            assert re.sub(r"\s", "", read(zone["name"], language)) in flat
        for booth in area["booths"]:
            assert re.sub(r"\s", "", read(booth["name"], language)) in flat


def test_numbers_of_booths_lie_in_their_booths(reference: Hall) -> None:
    area = reference["areas"][0]
    scale = scale_of(area)
    labels, _ = labels_of(area, scale, "en", names_of(reference))
    of_number = {label.lines[0]: label.box for label in labels if len(label.lines) == 1}
    for booth in area["booths"]:
        assert scale.around(booth).holds(of_number[booth["number"]])


def test_one_of_everything_is_drawn_and_explained(everything: Hall) -> None:
    area = everything["areas"][0]
    svg = plan_svg(everything, area["id"], "en")
    page = ET.fromstring(svg)
    legend = texts(svg)
    for door in area["doors"]:
        key = "service-door" if door["kind"] == "service" else door["kind"]
        assert WORDS["en"][key] in legend
    for facility in area["facilities"]:
        assert WORDS["en"][facility["kind"]] in legend
    titles = Counter(element.text for element in page.iter(f"{SVG}title"))
    for booth in area["booths"]:
        assert titles[f"{booth['number']} {booth['name']['en']}"] >= 1
    for stage in area["stages"]:
        assert titles[stage["name"]["en"]] >= 1
    assert "N" in legend
    assert [text for text in legend if re.fullmatch(r"\d+ m", text)]


def test_it_says_what_it_is_to_who_listens(reference: Hall) -> None:
    page = ET.fromstring(plan_svg(reference, "main-hall", "zh"))
    ids = {element.get("id"): element.text or "" for element in page.iter() if element.get("id")}
    assert page.get("lang") == "zh-CN"
    assert "document" in (page.get("role") or "")
    assert "平面图" in ids[page.get("aria-labelledby")]
    assert "339" in ids[page.get("aria-describedby")]
    for group in page.findall(f"{SVG}g"):
        assert group.get("aria-hidden") == "true" or group.get("aria-label") or group.get("clip-path")


def test_both_languages_are_on_it(reference: Hall) -> None:
    for language in ("en", "zh"):
        told = texts(plan_svg(reference, "main-hall", language))
        assert any("Introductory Hall" in text for text in told)
        assert any("序厅" in text for text in told)


def test_nothing_in_it_runs_or_loads(reference: Hall) -> None:
    svg = plan_svg(reference, "market", "en").decode()
    assert not re.search(r"<(script|style|image|use|foreignObject|a)\b", svg)
    assert not re.search(r"\s(on\w+|href|style)=", svg)
    assert svg.count("http") == 1  # the name of SVG itself
    assert set(re.findall(r"url\(([^)]*)\)", svg)) == {"#frame"}


WILD = "<script>alert('x')</script> & \"quotes\" ]]> \x00\x0b\ud800\uffff 😀"


def test_wild_texts_are_only_texts(everything: Hall) -> None:
    wild = copy.deepcopy(everything)
    area = wild["areas"][0]
    for entry in (wild, area, *area["zones"], *area["booths"], *area["stages"], *area["doors"], *wild["exhibits"]):
        entry["name"] = {"en": WILD, "zh": ""}
    for zone in area["zones"]:
        zone["color"] = '"/><script>'
    svg = plan_svg(wild, area["id"], "en")
    page = ET.fromstring(svg)
    assert {element.tag.removeprefix(SVG) for element in page.iter()} <= {
        "svg", "title", "desc", "g", "rect", "path", "circle", "text", "defs", "clipPath",
    }
    assert b"<script" not in svg
    shown = [element.text for element in page.iter(f"{SVG}title") if element.text and "alert" in element.text]
    assert "<script>alert('x')</script> & \"quotes\" ]]>" in shown[-1]


def test_the_same_places_give_the_same_bytes(reference: Hall) -> None:
    again = json.loads(json.dumps(plan_document(read_venue(resources().layouts / "wmc" / "venue.yaml"))))
    for area in ("main-hall", "luogang-park"):
        assert plan_svg(again, area, "zh") == plan_svg(reference, area, "zh")


def test_what_is_published_gives_the_same_plan_as_the_layout(tmp_path: Path) -> None:
    venue = read_text(tmp_path, FAIR + """\
    doors: [{id: main-door, at: [20, 0]}]
    columns: [{at: [30, 25], size: 0.6}]
    placements: [{id: shuttle, exhibit: van, at: [40, 25]}, {id: arm, exhibit: van, at: [60, 25]}]
exhibits: [{id: van, name: {en: Van, zh: 车}, summary: {en: A van., zh: 车。}, model: ev-van}]
""")
    published = json.loads(build(venue, tmp_path / "out", workers=1).to_json())
    assert plan_svg(published, "hall", "en") == plan_svg(plan_document(venue), "hall", "en")
    assert area_of(published, "hall")["doors"][0]["kind"] == "entrance"  # type: ignore[index]


def test_an_area_that_is_not_there_is_said(reference: Hall) -> None:
    with pytest.raises(BuildError, match="did you mean `market`"):
        plan_svg(reference, "markt", "en")


def test_what_does_not_fit_shrinks_breaks_or_is_dropped() -> None:
    small = Wish("Wide name", [(50, 50)], [20, 10, 5], room=(60, 12))
    split = Wish("Two words", [(200, 50)], [10], 2, room=(40, 30))
    never = Wish("Wide name", [(400, 50)], [20], room=(10, 10))
    labels, dropped = place([small, split, never], PAGE, Taken(), Taken())
    assert [label.size for label in labels] == [10, 10]
    assert labels[1].lines == ("Two", "words")
    assert dropped == [never]


def test_a_text_beside_a_symbol_goes_where_there_is_room() -> None:
    for clear in (False, True):
        taken, things = Taken(), Taken()
        taken.add(Box(105, 95, 300, 105))
        things.add(Box(0, 95, 95, 105))
        (label,), _ = place([Wish("Here", [(100, 100)], [10], beside=5, clear=clear)], PAGE, taken, things)
        assert label.box.right <= 95 if not clear else label.box.top >= 105


def test_lines_are_even_and_lose_nothing() -> None:
    assert broken("High-Quality Manufacturing of the Regions", 3) == ("High-Quality", "Manufacturing", "of the Regions")
    assert broken("世界制造业大会", 2) == ("世界制造", "业大会")
    assert broken("智能，制造", 2)[0].endswith("，")
    assert width_of("展A") == pytest.approx(1.72)


def test_the_bar_is_round() -> None:
    assert [_round(metres) for metres in (0.4, 1, 4.9, 28, 57, 999)] == [1, 1, 2, 20, 50, 500]


def test_the_viewer_draws_the_same_symbols() -> None:
    source = Path(__file__).parents[2] / "web" / "src" / "ui" / "plan" / "symbols.ts"
    if not source.is_file():
        pytest.skip("this checkout has no viewer")
    drawn = dict(re.findall(r'^\s+"?([a-z-]+)"?: "(M[^"]+)"', source.read_text("utf-8"), re.MULTILINE))
    assert drawn == LINES | FILLED


def test_both_catalogues_have_the_same_words() -> None:
    assert WORDS["en"].keys() == WORDS["zh"].keys()
    for key, word in WORDS["en"].items():
        assert re.findall(r"{\w+}", word) == re.findall(r"{\w+}", WORDS["zh"][key])


def test_nothing_is_drawn_for_what_is_not_there() -> None:
    bare = {
        "id": "a", "kind": "hall", "name": {"en": "A", "zh": "甲"}, "size": [10, 400], "zones": [], "booths": [],
        "stages": [], "placements": [], "facilities": [], "aisles": [], "portals": [],
    }
    svg = plan_svg({"name": {"en": "V", "zh": "馆"}, "exhibits": [], "areas": [bare]}, "a", "en")
    assert all(b > a for a, b in pairwise([0.0, *map(float, (ET.fromstring(svg).get("viewBox") or "").split()[2:])]))
    assert "Zones" not in texts(svg)
