"""The programme: what is meant by hours and days, and what the reference venue promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallwright.layout.programme import Programme, Session
from hallwright.layout.reading import read_venue
from tests.layout.writing import HALL, HEAD, written

STAGE = "    stages: [{id: main, name: {en: Stage, zh: 舞台}, at: [30, 16], facing: west}]\n"
TRACKS = """\
  tracks: [{id: keynote, name: {en: Keynotes, zh: 主旨}, color: "#1F6FB2"}]
  speakers: [{id: ann, name: Ann}]
  sessions:
"""


def programme(folder: Path, *sessions: str, starts: str = "2026-03-28", zone: str = "Europe/Berlin") -> Programme:
    lines = "".join(
        f"    - {{id: s{n}, title: {{en: Talk, zh: 演讲}}, track: keynote, stage: main, {each}}}\n"
        for n, each in enumerate(sessions)
    )
    reading = written(folder, f"{STAGE}programme:\n  timezone: {zone}\n  starts: {starts}\n{TRACKS}{lines}")
    assert [str(each) for each in reading.problems] == []
    assert reading.venue
    assert reading.venue.programme
    return reading.venue.programme


def when(session: Session) -> tuple[int, int, int]:
    return session.day, session.time, session.minutes


def test_both_ways_to_write_a_time_mean_the_same(tmp_path: Path) -> None:
    short, full = programme(
        tmp_path, 'day: 2, at: "09:30", minutes: 45', "starts: 2026-03-29 10:30, ends: 2026-03-29 11:00"
    ).sessions
    assert when(short) == (2, 570, 45)
    assert when(full) == (2, 630, 30)


def test_minutes_are_those_that_pass_when_the_clock_leaps(tmp_path: Path) -> None:
    (night,) = programme(tmp_path, "starts: 2026-03-29 01:30, ends: 2026-03-29 03:30").sessions
    assert when(night) == (2, 90, 60)


def test_sessions_come_in_their_order_and_take_their_area_from_the_stage(tmp_path: Path) -> None:
    made = programme(
        tmp_path, 'day: 2, at: "08:00", minutes: 5', 'day: 1, at: "20:00", minutes: 5, speakers: [ann], language: [en]'
    )
    assert [each.id for each in made.sessions] == ["s1", "s0"]
    assert {(each.kind, each.place, each.area) for each in made.sessions} == {("stage", "main", "hall")}
    assert (made.sessions[0].speakers, made.sessions[0].languages) == (("ann",), ("en",))
    assert made.speakers[0].role.en == ""


@pytest.mark.parametrize(("starts", "kept"), [("today", ""), ("2026-03-28", "2026-03-28")])
def test_a_hall_that_is_always_alive_has_no_date(tmp_path: Path, starts: str, kept: str) -> None:
    assert programme(tmp_path, 'day: 1, at: "02:30", minutes: 5', starts=starts).starts == kept


def test_a_lounge_holds_several_sessions_at_once(tmp_path: Path) -> None:
    lounge = "    facilities: [{id: lounge, kind: lounge, at: [30, 16], size: [6, 4]}]\n"
    sessions = "".join(
        f"    - {{id: {name}, title: Talk, track: keynote, facility: lounge, day: 1, at: 09:00, minutes: 60}}\n"
        for name in ("one", "two")
    )
    reading = written(tmp_path, f"{lounge}programme:\n  timezone: UTC\n  starts: today\n{TRACKS}{sessions}")
    assert reading.problems == ()


def test_a_second_programme_is_told_where_it_is_written(tmp_path: Path) -> None:
    part = "programme: {timezone: UTC, starts: today}\n"
    (tmp_path / "more.yaml").write_text(part, encoding="utf-8")
    reading = written(tmp_path, "include: [more.yaml]\n" + part, HEAD, HALL)
    (problem,) = reading.problems
    assert str(problem) == (
        "more.yaml:1:12: programme: a venue has one programme. See venue.yaml, line 19; write all sessions there."
    )


def test_the_reference_venue_is_alive_for_three_days() -> None:
    venue = read_venue(Path(__file__).parent.parent.parent / "layouts" / "wmc")
    assert venue.programme
    assert venue.sample_data
    sessions = venue.programme.sessions
    assert {each.day for each in sessions} == {1, 2, 3}
    assert {each.track for each in sessions} == {each.id for each in venue.programme.tracks}
    assert {each.place for each in sessions} >= {"main-stage", "forum-stage", "robot-stage", "lounge", "luogang-park"}
    assert {speaker for each in sessions for speaker in each.speakers} == {each.id for each in venue.programme.speakers}
    assert all("Sample" in each.organisation.en for each in venue.programme.speakers)
