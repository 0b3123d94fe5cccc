"""Plans: stops and sessions within a time, in an order that can be walked."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from hallwright.knowledge.guide.answer import Answer, Here, Hour, Topic
from hallwright.knowledge.guide.library import Library
from hallwright.layout.reading import read_venue
from hallwright.organizer.planning import Plan, planned
from hallwright.wayfinding.guide import Guide
from hallwright.wayfinding.packing import pack
from hallwright.wayfinding.surveying import survey
from tests.knowledge.guide.fair import fair_of

NOW = datetime.fromisoformat("2026-09-20T09:00:00+08:00")
SESSION = (
    "    - {{id: {id}, title: {{en: {id}, zh: 场次}}, abstract: {{en: It., zh: 它。}}, track: opening, "
    "stage: {stage}, day: 1, at: '{at}', minutes: 30, language: [en]}}"
)
LAYOUT = """\
hallwright: 1
id: fair
name: {en: Fair, zh: 展会}
kinds: {shell: {type: shell, size: [3, 3], open: [front], furniture: [counter]}}
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 馆}
    size: [60, 40]
    doors: [{id: door, at: [30, 0]}]
    booths:
      - {number: A01, kind: shell, at: [9, 8]}
      - {number: A02, kind: shell, at: [19, 8]}
      - {number: A03, kind: shell, at: [45, 8]}
    stages:
      - {id: west, name: {en: West, zh: 西}, at: [12, 34], screen: [4, 2]}
      - {id: east, name: {en: East, zh: 东}, at: [48, 34], screen: [4, 2]}
    spawns: [{id: entrance, at: [30, 3], facing: north, default: true}]
programme:
  timezone: Asia/Shanghai
  starts: "2026-09-20"
  tracks: [{id: opening, name: {en: Opening, zh: 开幕}, color: "#B3202C"}]
  speakers: []
  sessions:
"""


def plan_of(tmp_path: Path, minutes: int, **at: str) -> Plan | None:
    """A plan of everything from 09:00 on, with sessions of half an hour: ``west_1="09:30"``."""
    ids = {name.replace("_", "-"): hour for name, hour in at.items()}
    path = tmp_path / "venue.yaml"
    written = [SESSION.format(id=id, stage=id.split("-")[0], at=hour) for id, hour in ids.items()]
    path.write_text(LAYOUT + "\n".join(written), "utf-8")
    venue = read_venue(path)
    library: Library = fair_of(venue, tmp_path).library
    hours = {
        id: Hour(id, starts, starts + timedelta(minutes=30), False, {"en": "", "zh": ""}, ())
        for id, hour in ids.items()
        for starts in [NOW.replace(hour=int(hour[:2]), minute=int(hour[3:]))]
    }
    things = tuple(thing for thing in library.things if thing.kind in ("booth", "session"))
    wished = Answer("en", "", (), (), Topic(minutes, things))
    return planned(wished, Guide.of(pack(survey(venue, {}))), library, Here("hall", (30.0, 3.0), NOW, hours))


def keys(plan: Plan | None) -> list[str]:
    return [stop.thing.key for stop in plan.stops] if plan else []


def test_sessions_that_do_not_overlap_are_all_attended(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, 120, west_1="09:20", east_1="10:05")
    assert plan
    told = keys(plan)
    assert told.index("session/west-1") < told.index("session/east-1")
    assert len([key for key in told if key.startswith("booth/")]) == 3
    assert len(set(told)) == len(told)


def test_of_sessions_that_overlap_the_one_is_taken_that_leaves_more(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, 120, west_1="09:20", east_1="09:40", west_2="09:50", east_2="10:25")
    assert [key for key in keys(plan) if key.startswith("session/")] == [
        "session/west-1",
        "session/west-2",
        "session/east-2",
    ]


@pytest.mark.parametrize("minutes", [25, 45, 70, 120])
def test_everything_is_within_its_time_and_each_session_when_it_is_on(tmp_path: Path, minutes: int) -> None:
    plan = plan_of(tmp_path, minutes, west_1="09:12", east_1="09:40", west_2="10:20")
    assert plan
    assert sum(stop.minutes for stop in plan.stops) + plan.metres / 1.3 / 60 <= minutes
    clock = NOW
    for stop in plan.stops:
        assert stop.starts is None or stop.starts >= clock  # one is there before it begins
        clock = (stop.starts or clock) + timedelta(minutes=stop.minutes)
    assert clock <= NOW + timedelta(minutes=minutes)
    begun = [stop.starts for stop in plan.stops if stop.starts]
    assert all(one + timedelta(minutes=30) <= other for one, other in pairwise(begun))


def test_a_session_too_far_to_be_reached_in_time_is_left_out(tmp_path: Path) -> None:
    assert "session/east-1" not in keys(plan_of(tmp_path, 60, east_1="09:01"))


def test_on_the_same_stage_one_stays_from_one_session_to_the_next(tmp_path: Path) -> None:
    told = keys(plan_of(tmp_path, 90, west_1="09:10", west_2="09:40"))
    assert told.index("session/west-2") == told.index("session/west-1") + 1
