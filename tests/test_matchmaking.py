"""When and where one meets by a published hall and its programme of now, and what exhibitors say there."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any, cast

import pytest

from hallwright.live.meetings.plan import NOWHERE
from hallwright.matchmaking import plan, profile
from hallwright.organizer.halls import Hall
from hallwright.programme.reading import programme_of

NOON = 1_790_000_000.0
SESSION = {
    "id": "talks", "title": {"en": "T", "zh": "谈"}, "abstract": {"en": "", "zh": ""}, "track": "meet", "kind": "area",
    "place": "hall", "area": "hall", "day": 1, "time": "14:00", "minutes": 50, "speakers": [], "languages": ["zh"],
}  # fmt: skip
ACME = {
    "id": "acme", "name": {"en": "Acme", "zh": "艾克"}, "country": "CN",
    "products": [{"en": "Batteries", "zh": "电池"}],
    "meeting": {"seeks": {"en": "Makers of buses", "zh": "客车厂商"}, "industries": ["energy"], "languages": ["en"]},
}  # fmt: skip
DOCUMENT: dict[str, Any] = {
    "venue": "fair", "name": {"en": "Fair", "zh": "展会"},
    "exhibitors": [ACME, {"id": "bolt", "name": {"en": "Bolt", "zh": "博特"}, "country": ""}],
    "areas": [{"id": "hall", "name": {"en": "Hall", "zh": "展馆"}, "booths": [
        {"id": "a1", "number": "A1", "exhibitor": "acme", "name": {"en": "A", "zh": "甲"}},
        {"id": "empty", "number": "A2", "exhibitor": "", "name": {"en": "E", "zh": "空"}},
    ]}],
    "programme": {
        "timezone": "Asia/Shanghai", "starts": "2026-09-20", "speakers": [],
        "tracks": [{"id": "meet", "name": {"en": "M", "zh": "对接"}, "color": "#112233"}], "sessions": [SESSION],
    },
    "meetings": {
        "minutes": 15, "tracks": ["meet"], "rooms": ["r1"],
        "industries": [{"id": "energy", "name": {"en": "Energy", "zh": "能源"}}],
    },
}  # fmt: skip


def hall(document: dict[str, Any]) -> Hall:
    return cast(Hall, SimpleNamespace(manifest=json.dumps(document).encode(), programme=programme_of(document)))


def test_a_session_is_cut_into_slots_and_what_is_left_is_none() -> None:
    made = plan(hall(DOCUMENT), NOON, {})
    assert list(made.slots) == ["talks/1", "talks/2", "talks/3"]  # of 50 minutes
    first, second = made.slots["talks/1"], made.slots["talks/2"]
    assert first.starts == first.written == 1_789_884_000_000  # 2026-09-20 14:00 in Shanghai
    assert second.starts - first.starts == first.ends - first.starts == 900_000
    assert (made.rooms, list(made.booths), made.names["a1"]["zh"]) == (("r1",), ["a1"], "艾克")


def test_slots_follow_a_session_that_is_put_off_and_go_with_one_that_is_cancelled() -> None:
    starts = 1_789_884_000.0
    change = {
        "written": starts, "starts": starts + 600, "ends": starts + 2400, "cancelled": False, "note": None,
        "changed": NOON,
    }  # fmt: skip
    put_off = plan(hall(DOCUMENT), NOON, {"talks": change}).slots
    assert list(put_off) == ["talks/1", "talks/2"]
    assert (put_off["talks/1"].written, put_off["talks/1"].starts) == (starts * 1000, (starts + 600) * 1000)
    assert plan(hall(DOCUMENT), NOON, {"talks": {**change, "cancelled": True}}).slots == {}


def test_where_each_day_is_the_first_one_the_slots_are_of_today_and_tomorrow() -> None:
    later = {**SESSION, "id": "later", "day": 2}
    programme = {**DOCUMENT["programme"], "starts": None, "sessions": [SESSION, later]}
    made = plan(hall({**DOCUMENT, "programme": programme}), NOON, {}).slots  # 2026-09-21 22:13 in Shanghai
    days = ["2026-09-21", "2026-09-22"]
    assert list(made) == [f"talks/{number}/{day}" for day in days for number in (1, 2, 3)]
    assert made["talks/1/2026-09-22"].starts == 1_789_884_000_000 + 2 * 86_400_000
    tomorrow = plan(hall({**DOCUMENT, "programme": programme}), NOON + 86_400, {}).slots
    assert tomorrow["talks/1/2026-09-22"] == made["talks/1/2026-09-22"]


@pytest.mark.parametrize("lacking", ["meetings", "programme"])
def test_a_venue_without_has_no_meetings(lacking: str) -> None:
    assert plan(hall({**DOCUMENT, lacking: None}), NOON, {}) == NOWHERE


def test_an_exhibitor_that_says_nothing_offers_its_products() -> None:
    said = profile(ACME)
    assert (said.offers, said.needs) == ("Batteries · 电池", "Makers of buses · 客车厂商")
    assert (said.industries, said.languages) == (("energy",), ("en",))
    own = {**ACME, "meeting": {"offers": {"en": "Packs", "zh": "电池包"}}}
    assert profile(own).offers == "Packs · 电池包"
    assert profile({"id": "bolt", "name": {"en": "Bolt", "zh": "博特"}, "country": ""}).offers == ""
