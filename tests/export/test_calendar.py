"""The calendar, read back by the library that calendars read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar

from hallwright.export.calendar import Language, calendar_of
from hallwright.programme.reading import programme_of
from tests.programme.conftest import document

PUBLISHED = datetime(2026, 9, 1, tzinfo=UTC)
NOW = datetime(2026, 9, 20, tzinfo=UTC)


def written(first_day: str | None = "2026-09-20", language: Language = "en", **change: Any) -> bytes:
    programme = programme_of(document(first_day))
    assert programme
    first = datetime(2026, 9, 20, 1, tzinfo=UTC).timestamp()
    fields = {
        "written": first, "starts": first, "ends": first + 2700, "cancelled": False, "note": None, "changed": first,
    } | change  # fmt: skip
    sessions = programme.sessions(NOW, {"opening": fields} if change else {})
    return calendar_of(programme, sessions, PUBLISHED, language, lambda each: f"https://fair.example/?session={each.id}")


def events(content: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def test_a_session_is_at_its_hour_in_the_zone_of_the_venue() -> None:
    content = written()
    opening = events(content)[0]
    assert opening["DTSTART"].params["TZID"] == "Asia/Shanghai"
    assert opening.start.astimezone(UTC) == datetime(2026, 9, 20, 1, tzinfo=UTC)
    assert opening.end - opening.start == timedelta(minutes=45)
    assert b"BEGIN:VTIMEZONE" in content
    assert (opening["SUMMARY"], opening["LOCATION"]) == ("Opening", "Main Stage, Hall")
    assert opening["DESCRIPTION"].splitlines()[:2] == ["About, it; all", "Ann, Host"]
    assert (opening["UID"], opening["STATUS"]) == ("opening@fair.hallwright", "CONFIRMED")
    assert opening["URL"] == "https://fair.example/?session=opening"


def test_lines_are_as_long_as_they_may_be_and_end_as_they_must() -> None:
    lines = written(language="zh").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)


def test_it_speaks_the_language_that_was_asked_for() -> None:
    opening = events(written(language="zh"))[0]
    assert (opening["SUMMARY"], opening["LOCATION"]) == ("场次opening", "展馆主舞台")
    assert opening["SUMMARY"].params["LANGUAGE"] == "zh"


def test_a_session_that_is_moved_is_the_same_one_and_newer() -> None:
    before = events(written())[0]
    moved = datetime(2026, 9, 20, 2, tzinfo=UTC).timestamp()
    later = events(written(starts=moved, ends=moved + 2700))
    after = next(each for each in later if each["UID"] == before["UID"])
    assert after.start.astimezone(UTC).timestamp() == moved
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt


def test_a_cancelled_session_stays_and_says_so() -> None:
    opening = events(written(cancelled=True, note={"en": "Rain.", "zh": "雨。"}))[0]
    assert opening["STATUS"] == "CANCELLED"
    assert opening["DESCRIPTION"].startswith("Rain.\n")


def test_where_each_day_is_the_first_one_each_days_session_is_its_own() -> None:
    assert events(written(None))[0]["UID"] == "opening.20260920@fair.hallwright"


def test_the_same_programme_gives_the_same_bytes() -> None:
    assert written() == written()
