"""A recording: what was so when it begins, what happens again, and when."""

from __future__ import annotations

import json

import pytest

from hallwright.gateway.replaying import Pace, beginning, commands, recorded
from hallwright.live.commands import Announce, ChangeBoard, ResumeShow
from hallwright.live.timeline import Timeline

RUNS = {"epoch": 95.0, "position": 2.0, "rate": 1.0, "duration": 60.0, "loop": True}
LOG = [
    {"seq": 1, "time": 90_000, "kind": "rebuilt", "revision": "r", "shows": {"drones": RUNS}, "boards": {}},
    {"seq": 2, "time": 91_000, "kind": "board", "board": "figures", "changes": {"a": {"value": 1}}},
    {"seq": 3, "time": 100_000, "kind": "announcement", "text": {"en": "We begin.", "zh": "开始。"}},
    {"seq": 4, "time": 110_000, "kind": "show", "show": "drones", "timeline": RUNS | {"rate": 0.0}, "by": None},
    {"seq": 5, "time": 120_000, "kind": "announcement", "text": {"en": "We end.", "zh": "结束。"}},
]
BODIES = [json.dumps(event) for event in LOG]
PACE = Pace(100.0, 1_000.0, 2.0)


def test_a_recording_is_what_was_so_and_what_happened_then() -> None:
    recording = recorded(BODIES, 100.0, 120.0)
    assert [event["seq"] for event in recording.events] == [3, 4]
    assert list(beginning(recording, PACE)) == [
        ResumeShow("drones", Timeline(997.5, 2.0, 2.0, 60.0, True)),
        ChangeBoard("figures", {"a": {"value": 1}}),
    ]


def test_a_show_is_at_every_moment_where_it_was() -> None:
    then, (resumed, *_) = Timeline(**RUNS), beginning(recorded(BODIES, 100.0, 120.0), PACE)
    assert isinstance(resumed, ResumeShow)
    for moment in (100.0, 103.7, 119.0, 400.0):
        assert resumed.timeline.at(PACE.again(moment)) == pytest.approx(then.at(moment))


def test_events_happen_again_in_their_order_at_the_pace() -> None:
    events = recorded(BODIES, 100.0, 200.0).events
    assert [PACE.due(event) for event in events] == [1000.0, 1005.0, 1010.0]
    wanted = [command for event in events for command in commands(event, PACE)]
    assert wanted == [
        Announce("We begin.", "开始。"),
        ResumeShow("drones", Timeline(997.5, 2.0, 0.0, 60.0, True)),
        Announce("We end.", "结束。"),
    ]
