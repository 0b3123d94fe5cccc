"""The programme in the manifest."""

from __future__ import annotations

from pathlib import Path

from hallwright.build.programme import programme_entry
from hallwright.build.typeface import venue_characters
from tests.build.conftest import FAIR, read_text

PROGRAMME = """\
programme:
  timezone: Asia/Shanghai
  starts: %s
  tracks: [{id: talks, name: {en: Talks, zh: 演讲}, color: "#1F6FB2"}]
  speakers: [{id: ann, name: {en: Ann, zh: 龘安}}]
  sessions:
    - {id: late, title: {en: Late, zh: 晚}, track: talks, area: hall, day: 2, at: "20:05", minutes: 90, speakers: [ann]}
    - {id: early, title: {en: Early, zh: 早}, track: talks, booth: corner, day: 1, at: 09:00, minutes: 5,
       language: [zh]}
"""


def test_sessions_are_told_by_the_clocks_of_the_venue(tmp_path: Path) -> None:
    venue = read_text(tmp_path, FAIR + PROGRAMME % "2026-09-20")
    assert venue.programme
    entry = programme_entry(venue.programme)
    early, late = entry["sessions"]
    assert (entry["timezone"], entry["starts"]) == ("Asia/Shanghai", "2026-09-20")
    assert (late["day"], late["time"], late["minutes"], late["speakers"]) == (2, "20:05", 90, ["ann"])
    assert (late["kind"], late["place"], late["area"]) == ("area", "hall", "hall")
    assert (early["kind"], early["place"], early["area"], early["languages"]) == ("booth", "corner", "hall", ["zh"])
    assert entry["tracks"][0]["color"] == "#1f6fb2"


def test_where_each_day_is_the_first_there_is_no_date(tmp_path: Path) -> None:
    venue = read_text(tmp_path, FAIR + PROGRAMME % "today")
    assert venue.programme
    assert programme_entry(venue.programme)["starts"] is None


def test_the_font_has_what_the_programme_says(tmp_path: Path) -> None:
    assert "龘" in venue_characters(read_text(tmp_path, FAIR + PROGRAMME % "today"))
