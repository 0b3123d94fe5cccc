"""When sessions are, what is on and what is next."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hallwright.programme.reading import programme_of
from hallwright.programme.sessions import Programme, coming, running
from tests.programme.conftest import document


def programme(starts: str | None = "2026-09-20", zone: str = "Asia/Shanghai") -> Programme:
    made = programme_of(document(starts, zone))
    assert made
    return made


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_hours_are_those_of_the_venue() -> None:
    sessions = programme().sessions(at("2026-01-01T00:00"))
    assert [(each.id, each.starts, each.ends) for each in sessions] == [
        ("opening", at("2026-09-20T01:00"), at("2026-09-20T01:45")),
        ("talk", at("2026-09-20T02:00"), at("2026-09-20T03:00")),
        ("second", at("2026-09-21T01:00"), at("2026-09-21T01:30")),
    ]
    assert [each.where["en"] for each in sessions] == ["Main Stage, Hall", "A1 Huaxin, Hall", "Hall"]
    assert sessions[1].where["zh"] == "展馆A1 华新"


def test_each_day_is_the_first_one_by_the_clock_of_the_venue() -> None:
    always = programme(None)
    assert always.sessions(at("2026-11-28T15:59"))[0].starts == at("2026-11-28T01:00")
    assert always.sessions(at("2026-11-28T16:00"))[0].starts == at("2026-11-29T01:00")  # midnight in Shanghai


@pytest.mark.parametrize(
    ("day", "starts"), [("2026-03-28", "2026-03-28T08:00"), ("2026-03-29", "2026-03-29T07:00")]
)
def test_summer_time_begins_between_two_days(day: str, starts: str) -> None:
    assert programme(day, "Europe/Berlin").sessions(at("2026-01-01T00:00"))[0].starts == at(starts)


def test_now_and_next() -> None:
    now = at("2026-09-20T01:44")
    sessions = programme().sessions(now)
    assert [each.id for each in running(sessions, now)] == ["opening"]
    assert [each.id for each in coming(sessions, now)] == ["talk"]
    assert running(sessions, at("2026-09-20T01:45")) == ()
    assert coming(sessions, at("2026-09-22T00:00")) == ()


def change(written: str, **more: object) -> dict[str, dict[str, object]]:
    start = at(written).timestamp()
    fields = {"written": start, "starts": start + 1800, "ends": start + 4500, "cancelled": False, "note": None}
    return {"opening": {**fields, "changed": start - 60, **more}}


def test_a_change_holds_while_the_programme_says_the_start_it_was_made_for() -> None:
    now = at("2026-09-20T01:10")
    sessions = programme().sessions(now, change("2026-09-20T01:00"))
    assert (sessions[0].starts, sessions[0].moved) == (at("2026-09-20T01:30"), True)
    assert running(sessions, now) == ()
    other = programme().sessions(now, change("2026-09-20T02:00"))
    assert (other[0].starts, other[0].moved) == (at("2026-09-20T01:00"), False)


def test_what_is_cancelled_is_neither_on_nor_next() -> None:
    now = at("2026-09-20T00:10")
    sessions = programme().sessions(now, change("2026-09-20T01:00", cancelled=True))
    assert [each.id for each in coming(sessions, now)] == ["talk"]
    assert running(sessions, at("2026-09-20T01:40")) == ()


def test_a_venue_without_one_has_none() -> None:
    assert programme_of({"venue": "fair"}) is None
