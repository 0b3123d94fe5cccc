"""Sessions among the answers of a search: those of one score by their hour."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hallwright.organizer.searching import by_hour
from hallwright.organizer.sitting import Sitting
from hallwright.organizer.standing import until
from hallwright.programme.reading import programme_of
from tests.programme.conftest import document


def sitting(now: str, **change: Any) -> Sitting:
    programme = programme_of(document())
    assert programme
    when = datetime.fromisoformat(now).replace(tzinfo=UTC)
    first = datetime(2026, 9, 20, 1, tzinfo=UTC).timestamp()
    fields = {
        "written": first, "starts": first, "ends": first + 2700, "cancelled": False, "note": None, "changed": first,
    } | change  # fmt: skip
    return Sitting(programme, programme.sessions(when, {"opening": fields}), when, when)


def found(*ids: str, score: float = 1.0) -> list[dict[str, Any]]:
    return [{"kind": "session", "id": id, "score": score} for id in ids]


def test_what_is_on_comes_first_then_what_comes_next_then_what_is_over() -> None:
    told = by_hour(found("second", "opening", "talk"), sitting("2026-09-20T02:30"))
    assert [(each["id"], each["when"]["en"]) for each in told] == [
        ("talk", "Now"), ("second", "in 22 h"), ("opening", "Over"),
    ]  # fmt: skip
    assert told[0]["starts"] == "2026-09-20T02:00:00Z"


def test_what_answers_better_stays_before_what_is_on() -> None:
    results = [*found("second", score=1.4), *found("talk")]
    assert [each["id"] for each in by_hour(results, sitting("2026-09-20T02:30"))] == ["second", "talk"]


def test_places_stay_where_they_are_and_sessions_that_are_no_more_go() -> None:
    stage = {"kind": "stage", "id": "main", "score": 1.0}
    told = by_hour([*found("second"), stage, *found("gone", "talk")], sitting("2026-09-20T01:40"))
    assert [each["id"] for each in told] == ["talk", "main", "second"]
    assert told[1] == stage


def test_what_is_cancelled_comes_last_and_says_so() -> None:
    told = by_hour(found("opening", "talk"), sitting("2026-09-20T01:10", cancelled=True))
    assert [(each["id"], each["when"]["zh"]) for each in told] == [("talk", "50 分钟后"), ("opening", "已取消")]


def test_how_long_until_is_told_in_words() -> None:
    assert [until(seconds)["en"] for seconds in (1, 60, 5340, 5401, 130_000)] == [
        "in 1 min", "in 1 min", "in 89 min", "in 2 h", "in 2 days",
    ]  # fmt: skip
