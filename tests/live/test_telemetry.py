"""The demo factory: always the same at the same moment, plausible, and without jumps where real things have none."""

from __future__ import annotations

import json

import pytest

from hallwright.live.telemetry import DEVICES, STATES, Factory

T = 1_700_000_000.0


def test_the_same_seed_and_moment_give_the_same_figures() -> None:
    assert Factory(4).frame(T) == Factory(4).frame(T)
    assert Factory(4).frame(T) != Factory(5).frame(T)
    assert Factory(4).frame(T) != Factory(4).frame(T + 1)


def test_it_says_that_it_is_simulated_in_both_languages() -> None:
    plant = Factory().plant()
    assert plant["simulated"] is True
    assert all(device["name"]["en"] and device["name"]["zh"] for device in plant["devices"])


def test_history_is_what_was_told_then() -> None:
    factory = Factory(2)
    assert factory.history(T, 5) == [factory.frame(T + second) for second in range(-4, 1)]


def test_a_frame_is_small() -> None:
    assert len(json.dumps(Factory().frame(T))) < 320


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_an_hour_of_it_is_plausible(seed: int) -> None:
    factory, seen = Factory(seed), set()
    before = factory.frame(T)
    for second in range(1, 3600):
        frame = factory.frame(T + second)
        for device, row, last in zip(DEVICES, frame["devices"], before["devices"], strict=True):
            state, oee, temperature, power = row
            seen.add(STATES[state])
            assert 30 < oee < 99
            assert 20 < temperature < device.temperature + 4
            assert 0 < power < device.power * 1.15
            assert abs(temperature - last[2]) < 0.02 * device.temperature, "heat does not jump"
            assert abs(oee - last[1]) < 3, "yield does not jump"
        assert frame["power"] == round(sum(row[3] for row in frame["devices"]), 1)
        before = frame
    assert seen == set(STATES)
