"""What devices say, what of it is refused, and when it is out of date."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from hallwright.errors import CommandRefused
from hallwright.layout import device as written
from hallwright.live.devices.plans import FIELDS, DeviceKind, DevicePlan
from hallwright.live.devices.twins import AHEAD, AT_ONCE, LATE, Said, Twins
from hallwright.live.telemetry import DEVICES

T = 1_700_000_000.0
AGV = DevicePlan("agv", "vehicle", "hall", (200.0, 100.0), 5.0)
GATE = DevicePlan("gate", "counter", "park")
PRESS = DevicePlan("press", "machine", "hall")


@pytest.fixture
def twins() -> Twins:
    twins = Twins(T - 1000.0)
    twins.replan((AGV, GATE, PRESS))
    return twins


def say(twins: Twins, device: str, values: object, sequence: int = 1, now: float = T, ago: float = 0.0) -> Any:
    return twins.hear(Said(device, now - ago, sequence, values), now).record()


def refused(twins: Twins, device: str, values: object, **more: Any) -> str:
    before = twins.told(T)
    with pytest.raises(CommandRefused) as refusal:
        say(twins, device, values, **more)
    assert twins.told(T) == before
    return f"{refusal.value.code}: {refusal.value}"


def test_what_is_said_is_known_and_adds_to_what_was(twins: Twins) -> None:
    assert say(twins, "press", {"state": "running", "power": 4.5}) == {
        "values": {"state": "running", "power": 4.5}, "at": T,
    }  # fmt: skip
    assert say(twins, "press", {"state": "fault"}, 2, T + 1)["values"] == {"state": "fault", "power": 4.5}
    assert twins.area("hall") == {"press": {"values": {"state": "fault", "power": 4.5}, "at": T + 1}}


def test_everything_wrong_with_values_is_told_at_once(twins: Twins) -> None:
    said = refused(twins, "agv", {"x": 201, "y": float("nan"), "heading": "north", "speed": 3})
    for part in ("x: 0 to 200 m", "y: 0 to 100 m", "heading: a number", "speed: there is no such field"):
        assert part in said
    assert said.startswith("malformed: ")
    for wrong in (None, [], {}, "x", {"x": 1}, {"x": True, "y": 2}, {"x": 10**400, "y": 1}, {"along": float("inf")}):
        assert refused(twins, "agv", wrong, sequence=2).startswith("malformed")
        twins._rates.forget("agv")


@pytest.mark.parametrize("kind", get_args(DeviceKind))
def test_each_kind_says_its_own(kind: DeviceKind) -> None:
    twins = Twins(0.0)
    twins.replan([DevicePlan("d", kind, "hall", (10.0, 10.0))])
    good: dict[str, Any] = {"x": 1, "y": 2, "state": "idle", "people": 3}
    values = {name: good.get(name, 0.5) for name in FIELDS[kind]}
    assert say(twins, "d", values)["values"] == values


def test_what_was_said_counts_once(twins: Twins) -> None:
    say(twins, "agv", {"along": 1}, 7)
    for sequence in (7, 6, 0, 2**60):
        assert refused(twins, "agv", {"along": 2}, sequence=sequence).startswith("replayed: the last sequence was 7")
    say(twins, "gate", {"value": 2}, 7)
    twins.replan((AGV,))
    twins.replan((AGV, GATE))
    assert refused(twins, "gate", {"value": 2}, sequence=7).startswith("replayed")


def test_what_was_refused_for_its_values_may_be_said_again_rightly(twins: Twins) -> None:
    refused(twins, "agv", {"along": -1}, sequence=3)
    say(twins, "agv", {"along": 1}, 3)


def test_times_are_neither_old_nor_to_come(twins: Twins) -> None:
    assert refused(twins, "agv", {"along": 1}, ago=LATE + 0.1).startswith("late")
    assert refused(twins, "agv", {"along": 1}, ago=-AHEAD - 0.1).startswith("early")
    assert say(twins, "agv", {"along": 1}, ago=-AHEAD / 2)["at"] == T  # a fast clock makes nothing last longer
    assert say(twins, "agv", {"along": 1}, 2, ago=LATE - 1)["at"] == T - LATE + 1


def test_nothing_that_was_heard_before_a_restart_is_heard_after_it(twins: Twins) -> None:
    say(twins, "agv", {"along": 1}, 5, ago=-AHEAD)
    again = Twins(T + 0.01)
    again.replan((AGV,))
    for now in (T + 0.01, T + 1, T + AHEAD):
        with pytest.raises(CommandRefused) as refusal:
            again.hear(Said("agv", T + AHEAD, 5, {"along": 1}), now)
        assert refusal.value.code == "starting" and refusal.value.wait
    with pytest.raises(CommandRefused) as refusal:
        again.hear(Said("agv", T + AHEAD, 5, {"along": 1}), T + AHEAD + 1)
    assert refusal.value.code == "late"
    assert again.hear(Said("agv", T + AHEAD + 1, 6, {"along": 2}), T + AHEAD + 1)


def test_nobody_says_too_much_or_for_others(twins: Twins) -> None:
    assert refused(twins, "other", {"value": 1}).startswith("unknown_device")
    for sequence in range(int(AT_ONCE)):
        say(twins, "gate", {"value": sequence}, sequence)
    assert refused(twins, "gate", {"value": 1}, sequence=99).startswith("too_fast")
    say(twins, "agv", {"along": 1})
    say(twins, "gate", {"value": 1}, 100, T + 1)


def test_pages_are_told_the_last_of_each_device_once(twins: Twins) -> None:
    for sequence in range(3):
        say(twins, "agv", {"along": sequence}, sequence)
    say(twins, "gate", {"value": 1})
    assert twins.take_fresh("hall") == {"agv": {"values": {"along": 2}, "at": T}}
    assert twins.take_fresh("hall") == {}
    assert list(twins.take_fresh("park")) == ["gate"]


def test_a_word_goes_out_of_date_once(twins: Twins) -> None:
    say(twins, "agv", {"along": 1})
    assert list(twins.lapses(T + 5)) == []
    assert [device for device, _ in twins.lapses(T + 5.1)] == ["agv"]
    assert list(twins.lapses(T + 6)) == []
    assert [each["stale"] for each in twins.told(T + 6)] == [True, True, True]
    say(twins, "agv", {"along": 2}, 2, T + 7)
    assert [each["stale"] for each in twins.told(T + 7)] == [False, True, True]
    assert [device for device, _ in twins.lapses(T + 20)] == ["agv"]


def test_a_rebuilt_hall_forgets_devices_of_another_kind(twins: Twins) -> None:
    say(twins, "agv", {"along": 1})
    say(twins, "gate", {"value": 1})
    twins.take_fresh("hall")
    twins.replan((AGV, DevicePlan("gate", "occupancy", "park")))
    assert twins.area("park") == {}
    assert list(twins.take_fresh("hall")) == ["agv"]  # areas may have changed: it is told again


def test_layouts_and_the_live_hall_know_the_same() -> None:
    assert get_args(written.DeviceKind) == get_args(DeviceKind)
    assert tuple(machine.id for machine in DEVICES) == written.SLOTS
