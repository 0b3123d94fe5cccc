"""Events of the compiler on their way between two processes."""

from __future__ import annotations

import pytest

from hallwright.organizer.events import Broken, Event, Failed, Indexed, Progress, Published, from_line, to_line

PROBLEM = {"file": "venue.yaml", "line": 3, "text": "venue.yaml:3:1: 名称 is missing."}


@pytest.mark.parametrize(
    "event",
    [
        Progress(1, 4, "cells", "wmc"),
        Published("wmc", "00112233aabbccdd", 0.08, 1, (PROBLEM,)),
        Indexed("wmc", "00112233aabbccdd", "search.db", 0.1, "search.db: ValueError: 名称"),
        Broken((PROBLEM, PROBLEM)),
        Failed("no space left\non the device"),
    ],
)
def test_an_event_comes_back_from_its_line(event: Event) -> None:
    line = to_line(event)
    assert line.endswith("\n")
    assert "\n" not in line[:-1]
    assert from_line(line) == event


@pytest.mark.parametrize("line", ["", "hello", "[]", "{}", '{"kind": "Progress"}', '{"kind": "Other"}', '{"kind": 3}'])
def test_anything_else_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="not an event"):
        from_line(line)
