"""Token buckets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hallwright.live.rates import BURST, COMMANDS_PER_SECOND, Rates


def granted(rates: Rates, connection: str, now: float) -> bool:
    return rates.ask(connection, now).granted


def test_a_burst_passes_then_five_a_second() -> None:
    rates = Rates()
    assert [granted(rates, "a", 0.0) for _ in range(12)] == [True] * 10 + [False] * 2
    assert not granted(rates, "a", 0.1)
    assert granted(rates, "a", 0.3)
    assert granted(rates, "b", 0.3)


def test_excess_grows_with_a_flood_and_fades() -> None:
    rates = Rates()
    for n in range(500):
        bucket = rates.ask("flood", n / 100)
    assert 440 <= bucket.excess <= 500 - 10 - 5 * 5
    for n in range(50):
        bucket = rates.ask("a little fast", n / 6)
    assert bucket.excess <= 10
    assert rates.ask("flood", 200.0).excess == 0


def test_a_connection_that_is_gone_is_forgotten() -> None:
    rates = Rates()
    for _ in range(11):
        rates.ask("a", 0.0)
    rates.forget("a")
    rates.forget("never seen")
    assert len(rates) == 0
    assert granted(rates, "a", 0.0)


@given(st.lists(st.floats(-1.0, 3.0, allow_nan=False), max_size=200))
def test_never_more_than_the_rate_and_the_burst(pauses: list[float]) -> None:
    rates, now, passed, newest = Rates(), 100.0, 0, 100.0
    for pause in pauses:
        now += pause
        newest = max(newest, now)
        passed += granted(rates, "a", now)
    backwards = sum(-pause for pause in pauses if pause < 0)
    assert passed <= BURST + (newest - 100.0 + backwards) * COMMANDS_PER_SECOND + 1e-6
