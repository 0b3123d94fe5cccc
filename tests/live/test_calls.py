"""Who may ring whom, and how a call ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hallwright.errors import CommandRefused
from hallwright.live.calls import AGAIN, MOST, Call, Calls, Ended

ADA, BO, CY = 1, 2, 3


def refused(wish: Callable[[], object]) -> str:
    with pytest.raises(CommandRefused) as caught:
        wish()
    return caught.value.code


def test_a_call_rings_is_taken_and_ends() -> None:
    calls = Calls()
    call = calls.ring(ADA, BO, video=True, now=10.0)
    assert call == Call(1, ADA, BO, 10.0, True)
    assert (call.other(ADA), call.other(BO)) == (BO, ADA)
    taken = calls.accept(call.id, BO)
    assert taken.accepted
    assert calls.end(call.id, ADA, 20.0) == Ended(taken, "ended", ADA)
    assert len(calls) == 0
    assert calls.ring(BO, ADA, video=False, now=20.0).id == 2, "who was spoken to may ring back"


def test_one_is_in_one_call_at_a_time() -> None:
    calls = Calls()
    calls.ring(ADA, BO, video=False, now=0.0)
    assert refused(lambda: calls.ring(ADA, CY, False, 0.0)) == "in_call"
    assert refused(lambda: calls.ring(CY, ADA, False, 0.0)) == "line_busy"
    assert refused(lambda: calls.ring(CY, BO, False, 0.0)) == "line_busy"
    assert refused(lambda: calls.ring(CY, CY, False, 0.0)) == "malformed"


def test_only_who_is_rung_takes_it_and_once() -> None:
    calls = Calls()
    call = calls.ring(ADA, BO, video=False, now=0.0).id
    for number in (ADA, CY):
        assert refused(lambda number=number: calls.accept(call, number)) == "unknown_call"  # type: ignore[misc]
    calls.accept(call, BO)
    assert refused(lambda: calls.accept(call, BO)) == "unknown_call"
    assert refused(lambda: calls.end(call, CY, 0.0)) == "unknown_call"
    assert list(calls.unanswered(call)) == [], "what was taken does not ring out"


def test_who_was_declined_does_not_ring_again_at_once() -> None:
    calls = Calls()
    call = calls.ring(ADA, BO, video=False, now=0.0)
    assert calls.end(call.id, BO, 1.0) == Ended(call, "declined", BO)
    assert refused(lambda: calls.ring(ADA, BO, False, 1.0 + AGAIN - 1)) == "call_refused"
    assert calls.end(calls.ring(BO, ADA, False, 2.0).id, BO, 2.0).why == "ended", "the other way is free"
    assert calls.ring(ADA, BO, False, 1.0 + AGAIN + 1).caller == ADA


def test_who_shall_never_ring_does_not_until_the_number_is_somebody_elses() -> None:
    calls = Calls()
    call = calls.ring(ADA, BO, video=False, now=0.0)
    calls.accept(call.id, BO)
    calls.end(call.id, BO, 1.0, never=True)
    assert refused(lambda: calls.ring(ADA, BO, False, 1e9)) == "call_refused"
    calls.forget(ADA)
    assert calls.ring(ADA, BO, False, 1e9).callee == BO


def test_nobody_answers_or_somebody_is_gone() -> None:
    calls = Calls()
    call = calls.ring(ADA, BO, video=False, now=0.0)
    assert list(calls.unanswered(call.id)) == [Ended(call, "missed")]
    again = calls.ring(ADA, BO, False, 40.0)
    assert list(calls.leave(BO)) == [Ended(again, "gone")]
    assert list(calls.leave(ADA)) == []


def test_there_are_only_so_many() -> None:
    calls = Calls()
    for pair in range(MOST):
        calls.ring(2 * pair + 1, 2 * pair + 2, video=False, now=0.0)
    assert refused(lambda: calls.ring(90_000, 90_001, False, 0.0)) == "too_many_calls"
