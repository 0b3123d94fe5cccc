"""Searching: what comes of a query, in which order, and what of it is marked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallwright.config import resources
from hallwright.knowledge.places import places_of
from hallwright.knowledge.searching import Search
from hallwright.layout.model import Venue
from hallwright.layout.reading import read_venue

from .conftest import cards, made


@pytest.fixture(scope="module")
def venue() -> Venue:
    return read_venue(resources().reference_layout)


def ids(results: list[dict[str, Any]]) -> list[str]:
    return [f"{result['kind']}/{result['id']}" for result in results]


def marked(text: dict[str, Any], lang: str) -> list[str]:
    """The marked pieces of a text."""
    units = text[lang].encode("utf-16-le")
    return [units[2 * start : 2 * end].decode("utf-16-le") for start, end in text["marks"][lang]]


def test_a_result_says_all_that_a_viewer_needs(reference: Search) -> None:
    (result,) = reference.find("b34", limit=1)
    assert {key: result[key] for key in ("kind", "id", "number")} == {"kind": "booth", "id": "b34", "number": "B34"}
    assert (result["name"]["en"], result["name"]["zh"]) == ("Akebiya Optics", "明日谷光学")
    assert result["where"] == {"area": "main-hall", "zone": "international", "at": [60.0, 78.5], "facing": 3.1416}
    assert result["more"] == 0
    assert result["snippet"] is None
    json.dumps(result)


def test_every_place_is_found_first_or_among_its_namesakes(reference: Search, venue: Venue) -> None:
    """What is typed in full is found, in either language, in pinyin as well."""
    places = places_of(venue, cards())
    namesakes = {place.name for place in places}
    assert len(namesakes) > 350
    for name in namesakes:
        for lang in ("en", "zh"):
            text = getattr(name, lang)
            first = reference.find(text, lang=lang, limit=1)
            assert first, text
            assert first[0]["name"][lang] == text, text


def test_every_booth_is_found_by_its_number(reference: Search, venue: Venue) -> None:
    for area in venue.areas:
        for booth in area.booths:
            assert ids(reference.find(booth.number, limit=1)) == [f"booth/{booth.id}"]


TYPED = [
    "超导量子计算机", "重型燃气轮机", "安徽新型工业化成就展区", "诺菲尔涡轮", "羚羊工业互联网平台3.0", "智能电动SUV",
]  # fmt: skip


@pytest.mark.parametrize("name", TYPED)
def test_results_come_as_one_types(reference: Search, name: str) -> None:
    for end in range(2, len(name) + 1):
        assert name in [result["name"]["zh"] for result in reference.find(name[:end], lang="zh", limit=20)], name[:end]


def test_any_two_characters_of_a_name_find_it(reference: Search, venue: Venue) -> None:
    for exhibit in venue.exhibits:
        name = exhibit.name.zh
        for start in range(len(name) - 1):
            pair = name[start : start + 2]
            if pair.isalpha() and not pair.isascii():
                assert name in [each["name"]["zh"] for each in reference.find(pair, lang="zh", limit=50)], pair


def test_names_before_what_is_said(reference: Search) -> None:
    first, second = reference.find("quantum", limit=2)
    assert {first["id"], second["id"]} == {"quantum-computer", "quantum-magnetometer"}
    assert first["score"] >= second["score"]
    results = reference.find("helium")
    assert ids(results[:1]) == ["exhibit/rocket"], "no name has it, its hotspots do"


def test_what_is_typed_is_marked_in_the_name(reference: Search) -> None:
    name = reference.find("quantum comp", limit=1)[0]["name"]
    assert marked(name, "en") == ["Quantum", "Comp"]
    name = reference.find("liangzi", limit=1)[0]["name"]
    assert marked(name, "zh") == ["量子"]
    name = reference.find("quantm compter", limit=1)[0]["name"]
    assert marked(name, "en") == ["Quantum", "Computer"], "what was meant is marked whole"


def test_what_else_answers_is_quoted(reference: Search) -> None:
    snippet = reference.find("helium bottles", limit=1)[0]["snippet"]
    assert snippet["what"] == "detail"
    assert marked(snippet, "en")[0] == "Helium bottles" or marked(snippet, "en")[:2] == ["Helium", "bottles"]
    assert snippet["zh"].startswith("氦气瓶")
    snippet = reference.find("氦气", lang="zh", limit=1)[0]["snippet"]
    assert "氦气" in marked(snippet, "zh")
    assert len(snippet["zh"]) <= 60


def test_a_show_is_found_where_it_is(reference: Search) -> None:
    assert "zone/drive" in ids(reference.find("无人机编队表演", lang="zh"))
    assert ids(reference.find("robot show", limit=1)) == ["stage/robot-stage"]


def test_one_result_for_what_stands_in_a_row(reference: Search) -> None:
    drones = [result for result in reference.find("show drone", limit=50) if result["kind"] == "exhibit"]
    assert [(result["id"], result["more"]) for result in drones] == [("drone-1", 27)]


def test_what_is_in_the_visitors_area_comes_first(reference: Search) -> None:
    assert ids(reference.find("toilets", area="market", limit=1)) == ["facility/market-toilets"]
    assert ids(reference.find("toilets", area="main-hall", limit=1)) == ["facility/toilets-north"]


def test_nothing_comes_of_nonsense(reference: Search) -> None:
    for query in ("zxqvbnm", "!!!", "…", "\x00", "'; ", "饕餮"):
        assert reference.find(query) == [], query


def test_a_limit_is_kept(reference: Search) -> None:
    assert len(reference.find("battery", limit=3)) == 3


@pytest.mark.parametrize("query", ["QUANTUM", "Quantum Computer", "  quantum  computer ", "ｑｕａｎｔｕｍ", "quántum"])
def test_case_accents_width_and_gaps_do_not_matter(reference: Search, query: str) -> None:
    assert "exhibit/quantum-computer" in ids(reference.find(query, limit=2))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80) | st.text(alphabet='"*()^:-+{} ANDORNT量子a1', max_size=80))
def test_whatever_is_typed_is_answered(reference: Search, query: str) -> None:
    for result in reference.find(query, limit=50):
        assert result["where"]["area"]
        for text in (result["name"], result["snippet"]):
            for lang in ("en", "zh") if text else ():
                assert all(0 <= start < end <= len(text[lang]) for start, end in text["marks"][lang])


def test_a_venue_without_anything_can_be_searched(venue: Venue, tmp_path: Path) -> None:
    bare = replace(venue, id="bare", areas=(replace(venue.areas[0], zones=(), booths=(), placements=(), boards=()),))
    search = made(bare, tmp_path)
    assert ids(search.find("main stage", limit=1)) == ["stage/main-stage"]
    assert ids(search.find("main entrance", limit=1)) == ["area/main-hall"]
    search.close()


def test_the_same_venue_gives_the_same_bytes(venue: Venue, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        made(venue, tmp_path / folder).close()
    assert (tmp_path / "one" / "wmc.db").read_bytes() == (tmp_path / "two" / "wmc.db").read_bytes()


def test_sessions_are_found_by_title_speaker_and_track(reference: Search) -> None:
    def sessions(query: str) -> set[str]:
        return {each["id"] for each in reference.find(query, limit=30) if each["kind"] == "session"}

    assert "opening-ceremony" in sessions("opening ceremony")
    assert "opening-ceremony" in sessions("开幕式")
    assert sessions("Amara Reyes") == {"robots-at-noon", "keynote-human-robot", "robots-drill"}
    assert sessions("matchmaking") >= {"matchmaking-components", "matchmaking-automation", "matchmaking-export"}
    first = reference.find("开幕式", lang="zh")[0]
    assert (first["kind"], first["where"]["area"]) == ("session", "main-hall")
