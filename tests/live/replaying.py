"""What the events of a hall leave, checked on the way: none of them may change nothing."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from hallwright.live.state import State

MAY_CHANGE_NOTHING = {"announcement", "rebuilt", "rung"}


def after(events: Iterable[dict[str, Any]]) -> State:
    """The state; raises KeyError when an event speaks of somebody or something that is not there."""
    state = State()
    for event in deepcopy(list(events)):
        before = deepcopy(state)
        if event["kind"] == "rung":
            assert event["numbers"]
            assert all(str(number) in state.groups[event["group"]]["followers"] for number in event["numbers"])
        state.follow(event)
        assert state != before or event["kind"] in MAY_CHANGE_NOTHING, f"{event} changes nothing"
    return state
