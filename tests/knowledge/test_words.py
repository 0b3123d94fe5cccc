"""Texts cut as the search compares them; sounds; mistakes."""

from __future__ import annotations

import pytest

from hallwright.knowledge import marking, readings, sounds
from hallwright.knowledge.sounds import Ear, flat, syllables, tails
from hallwright.knowledge.typos import meant, mistakes
from hallwright.knowledge.words import pairs, places_of, plain, runs, singular, token_text


@pytest.mark.parametrize(
    ("text", "same"),
    [("Café", "cafe"), ("ＡＢ１２", "ab12"), ("Straße", "strasse"), ("60,000 m²", "60,000 m2"), ("量子", "量子")],
)
def test_plain_text(text: str, same: str) -> None:
    assert plain(text) == same
    places = places_of(text)
    assert len(places) == len(plain(text)) + 1
    assert places[-1] == len(text)


def test_runs_and_pairs() -> None:
    assert runs("8万吨模锻press b34") == ["8", "万吨模锻", "press", "b", "34"]
    assert pairs("量子计算") == ["量子", "子计", "计算"]
    assert pairs("厅") == ["厅"]
    assert token_text(["Robots", "厅"]) == " robots robot 厅 "
    assert token_text([]) == ""


@pytest.mark.parametrize(
    ("word", "one"),
    [("batteries", "battery"), ("robots", "robot"), ("presses", "press"), ("boxes", "box"), ("glass", "glass"),
     ("gas", "gas"), ("chassis", "chassis"), ("turbines", "turbine"), ("campus", "campus")],
)  # fmt: skip
def test_singular(word: str, one: str) -> None:
    assert singular(word) == one


def test_a_name_sounds_by_the_words_it_is_made_of() -> None:
    assert syllables("重型") == ("zhong", "xing")
    assert syllables("重庆") == ("chong", "qing")
    assert syllables("A1 厅") == ("a", "1", " ", "ting")
    assert tails(("liang", "zi", "ji")) == ["lianziji", "lzj", "ziji", "zj", "ji"]


@pytest.mark.parametrize(("heard", "same"), [("zhongshan", "zonsan"), ("zongsang", "zonsan"), ("chi", "ci")])
def test_like_sounds_are_one(heard: str, same: str) -> None:
    assert flat(heard) == same


def test_the_ear_knows_every_usual_character() -> None:
    ear = Ear(sounds.table())
    assert ear.hear("量子計算機") == "liangzijisuanji"
    assert ear.hear("女儿") == "nver"
    assert ear.hear("〇a") == "〇a"


@pytest.mark.parametrize(
    ("typed", "word", "count"),
    [("rokcet", "rocket", 1), ("maglve", "maglev", 1), ("quantm", "quantum", 1), ("magnetomter", "magnetometer", 1),
     ("rock", "rocket", 0), ("turbine", "rocket", 5)],
)  # fmt: skip
def test_mistakes_are_counted(typed: str, word: str, count: int) -> None:
    assert mistakes(typed, word) == count


def test_short_words_hold_no_mistakes_and_the_nearest_are_meant() -> None:
    assert meant("gas", ["gat", "gap"]) == []
    assert meant("rokcet", ["rocket", "socket", "rockets"]) == ["rocket", "rockets"]


def test_small_talk_is_left_out_unless_it_is_all() -> None:
    assert readings.without_small_talk("where is the toilet").split() == ["toilet"]
    assert readings.without_small_talk("厕所在哪里").strip() == "厕所"
    assert readings.without_small_talk("的") == "的"
    assert readings.code_of("展位 b-12 号") == "b12"


def test_a_cut_keeps_the_mark_and_its_place() -> None:
    text = "word " * 40 + "needle " + "word " * 40
    at = text.index("needle")
    piece, spans = marking.cut(text, [(at, at + 6)], "en")
    assert len(piece) <= marking.WIDTH["en"] + 2
    assert [piece[start:end] for start, end in spans] == ["needle"]
    assert piece[0] == piece[-1] == "…"
    assert marking.cut("short", [], "en") == ("short", [])


def test_offsets_count_as_browsers_do() -> None:
    assert marking.utf16("🚀 rocket", [(2, 8)]) == [[3, 9]]
