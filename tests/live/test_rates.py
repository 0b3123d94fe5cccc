"""Token buckets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hallwright.live.rates import BURST, COMMANDS_PER_SECOND, Rates


def test_a_burst_passes_then_five_a_second() -> None:
    rates = Rates()
    assert [rates.refusals("a", 0.0) for _ in range(12)] == [0] * 10 + [1, 2]
    assert rates.refusals("a", 0.1) == 3
    assert rates.refusals("a", 0.3) == 0
    assert rates.refusals("b", 0.3) == 0


def test_a_connection_that_is_gone_is_forgotten() -> None:
    rates = Rates()
    for _ in range(11):
        rates.refusals("a", 0.0)
    rates.forget("a")
    rates.forget("never seen")
    assert len(rates) == 0
    assert rates.refusals("a", 0.0) == 0


@given(st.lists(st.floats(-1.0, 3.0, allow_nan=False), max_size=200))
def test_never_more_than_the_rate_and_the_burst(pauses: list[float]) -> None:
    rates, now, passed, newest = Rates(), 100.0, 0, 100.0
    for pause in pauses:
        now += pause
        newest = max(newest, now)
        passed += rates.refusals("a", now) == 0
    backwards = sum(-pause for pause in pauses if pause < 0)
    assert passed <= BURST + (newest - 100.0 + backwards) * COMMANDS_PER_SECOND + 1e-6
