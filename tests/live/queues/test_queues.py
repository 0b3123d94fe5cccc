"""Lines at exhibits: first come, first called; nobody is overtaken but by their own absence."""

from __future__ import annotations

import pytest

from hallwright.errors import CommandRefused
from hallwright.live.commands import ChangeArea, Command, Disconnect, Expire, Join, Leave, Rebuild, TriggerShow
from hallwright.live.events import Role
from hallwright.live.hall import Hall
from hallwright.live.queues.commands import DirectQueue, LeaveLine, LineUp, TakeTurn
from hallwright.live.queues.events import (
    QueueCalled,
    QueueClosed,
    Queued,
    QueueEvent,
    QueueLeft,
    QueuePassed,
    QueueTaken,
)
from hallwright.live.queues.line import CALL, QueuePlan, position, wait
from hallwright.live.queues.queues import MOST_AT_ONCE, MOST_WAITING
from hallwright.live.shows import ShowPlan
from hallwright.live.state import State, plan_of, plan_record

TURN = 120.0
PRESS = QueuePlan("press", "hall", "a1", 1, TURN)
TRAIN = QueuePlan("train", "park", None, 2, TURN)
PLAN = Rebuild(
    "r2", ("hall", "park"), queues=(PRESS, TRAIN, *(QueuePlan(f"q{n}", "hall", None, 1, TURN) for n in range(3))),
    shows=(ShowPlan("exhibit/press", "exhibit", "hall", 3.0),),
)  # fmt: skip


@pytest.fixture
def hall() -> Hall:
    hall = Hall(("hall", "park"), "r1")
    hall.apply(PLAN, 0.0)
    for name in "abc":
        hall.apply(Join(name, "hall", f"secret-{name}", name.upper()), 0.0)
    return hall


def queue(hall: Hall, command: Command, now: float) -> list[QueueEvent]:
    """What happened in lines."""
    return [event for event in hall.apply(command, now) if isinstance(event, QueueEvent)]


def refused(hall: Hall, command: Command, now: float = 1.0) -> str:
    with pytest.raises(CommandRefused) as caught:
        hall.apply(command, now)
    return caught.value.code


def standing(hall: Hall, line: str = "press") -> list[int | str]:
    return [place["who"] for place in hall.queues.records().get(line, {"places": []})["places"]]


def staff(hall: Hall, role: Role = "exhibitor", booths: tuple[str, ...] = ("a1",)) -> None:
    hall.apply(Join("s", "hall", "secret-s", role=role, booths=booths), 0.0)


def test_the_first_is_called_at_once_and_the_others_when_there_is_room(hall: Hall) -> None:
    assert queue(hall, LineUp("a", "press"), 1.0) == [Queued("press", 1), QueueCalled("press", 1, 1.0 + CALL)]
    assert queue(hall, LineUp("b", "press"), 2.0) == [Queued("press", 2)]
    assert queue(hall, LineUp("c", "press"), 3.0) == [Queued("press", 3)]
    assert queue(hall, TakeTurn("a", "press"), 10.0) == [QueueTaken("press", 1, 10.0 + TURN)]
    assert queue(hall, LeaveLine("a", "press"), 20.0) == [
        QueueLeft("press", 1, "done"), QueueCalled("press", 2, 20.0 + CALL),
    ]  # fmt: skip
    assert standing(hall) == [2, 3]


def test_several_try_it_at_once(hall: Hall) -> None:
    for name in "abc":
        hall.apply(ChangeArea(name, "park"), 0.0)
        hall.apply(LineUp(name, "train"), 1.0)
    called = [place["who"] for place in hall.queues.records()["train"]["places"] if place["until"] is not None]
    assert called == [1, 2]


def test_a_turn_ends_by_itself(hall: Hall) -> None:
    hall.apply(LineUp("a", "press"), 0.0)
    hall.apply(TakeTurn("a", "press"), 5.0)
    hall.apply(LineUp("b", "press"), 6.0)
    assert queue(hall, Expire(), 5.0 + TURN - 0.1) == []
    assert queue(hall, Expire(), 5.0 + TURN) == [
        QueueLeft("press", 1, "done"), QueueCalled("press", 2, 5.0 + TURN + CALL),
    ]  # fmt: skip


def test_who_does_not_come_goes_behind_the_next_one_once_and_then_is_out(hall: Hall) -> None:
    for name in "abc":
        hall.apply(LineUp(name, "press"), 0.0)
    assert queue(hall, Expire(), CALL) == [QueuePassed("press", 1, 2), QueueCalled("press", 2, 2 * CALL)]
    assert standing(hall) == [2, 1, 3]
    hall.apply(TakeTurn("b", "press"), CALL)
    assert queue(hall, LeaveLine("b", "press"), CALL + 1)[-1] == QueueCalled("press", 1, 2 * CALL + 1)
    assert queue(hall, Expire(), 2 * CALL + 1) == [
        QueueLeft("press", 1, "missed"), QueueCalled("press", 3, 3 * CALL + 1),
    ]  # fmt: skip


def test_who_is_alone_and_does_not_come_is_called_once_more(hall: Hall) -> None:
    hall.apply(LineUp("a", "press"), 0.0)
    assert queue(hall, Expire(), CALL) == [QueuePassed("press", 1, None), QueueCalled("press", 1, 2 * CALL)]
    assert queue(hall, Expire(), 2 * CALL) == [QueueLeft("press", 1, "missed")]
    assert hall.state().queues == {}


def test_who_has_lost_the_connection_keeps_the_place_and_is_not_called_meanwhile(hall: Hall) -> None:
    for name in "abc":
        hall.apply(LineUp(name, "press"), 0.0)
    hall.apply(TakeTurn("a", "press"), 0.0)
    hall.apply(Disconnect("b"), 1.0)
    assert queue(hall, LeaveLine("a", "press"), 2.0)[-1] == QueueCalled("press", 3, 2.0 + CALL)
    assert standing(hall) == [2, 3]
    hall.apply(Join("b2", "hall", "fresh", session="secret-b"), 20.0)
    assert queue(hall, LeaveLine("c", "press"), 21.0)[-1] == QueueCalled("press", 2, 21.0 + CALL)


def test_who_is_gone_for_good_stands_there_no_more(hall: Hall) -> None:
    for name in "ab":
        hall.apply(LineUp(name, "press"), 0.0)
    assert QueueLeft("press", 1, "gone") in hall.apply(Leave("a"), 1.0)
    assert queue(hall, Expire(), 2.0) == [QueueCalled("press", 2, 2.0 + CALL)]


def test_one_stands_in_a_line_once_and_in_three_at_most(hall: Hall) -> None:
    hall.apply(LineUp("a", "press"), 0.0)
    assert hall.apply(LineUp("a", "press"), 1.0) == ()
    for number in range(MOST_AT_ONCE - 1):
        hall.apply(LineUp("a", f"q{number}"), 1.0)
    assert refused(hall, LineUp("a", "train")) == "too_many_queues"
    assert refused(hall, LineUp("a", "none")) == "unknown_queue"


def test_a_line_is_full_some_time(hall: Hall) -> None:
    for number in range(MOST_WAITING + 1):  # one of them is called
        hall.apply(LineUp("", "press", f"reader-{number}"), 0.0)
    assert refused(hall, LineUp("", "press", "reader-more")) == "queue_full"


def test_a_turn_is_taken_only_by_who_was_called_and_there(hall: Hall) -> None:
    assert refused(hall, TakeTurn("a", "press")) == "not_called"
    for name in "ab":
        hall.apply(LineUp(name, "press"), 0.0)
    assert refused(hall, TakeTurn("b", "press")) == "not_called"
    hall.apply(ChangeArea("a", "park"), 1.0)
    assert refused(hall, TakeTurn("a", "press")) == "elsewhere"


def test_a_reader_of_pages_waits_like_everybody(hall: Hall) -> None:
    hall.apply(LineUp("a", "press"), 0.0)
    hall.apply(LineUp("", "press", "reader"), 1.0)
    hall.apply(LineUp("b", "press"), 2.0)
    assert queue(hall, LeaveLine("a", "press"), 3.0)[-1] == QueueCalled("press", "reader", 3.0 + CALL)
    assert queue(hall, TakeTurn("", "press", "reader"), 4.0) == [QueueTaken("press", "reader", 4.0 + TURN)]
    assert refused(hall, LineUp("", "press", "")) == "malformed"


def test_a_person_does_not_pass_for_a_reader(hall: Hall) -> None:
    hall.apply(LineUp("", "press", "reader"), 0.0)
    assert refused(hall, TakeTurn("a", "press", "reader")) == "not_called"
    hall.apply(LeaveLine("a", "press", "reader"), 1.0)
    assert standing(hall) == ["reader"]


def test_a_kiosk_stands_in_no_line(hall: Hall) -> None:
    hall.apply(Join("k", "hall", "secret-k", role="kiosk"), 0.0)
    assert refused(hall, LineUp("k", "press")) == "not_allowed"


def test_while_it_is_somebodys_turn_only_they_run_it(hall: Hall) -> None:
    for name in "ab":
        hall.apply(LineUp(name, "press"), 0.0)
    hall.apply(TakeTurn("a", "press"), 0.0)
    assert refused(hall, TriggerShow("b", "exhibit/press")) == "not_your_turn"
    assert hall.apply(TriggerShow("a", "exhibit/press"), 1.0)
    hall.apply(LeaveLine("a", "press"), 50.0)
    assert hall.apply(TriggerShow("c", "exhibit/press"), 60.0)  # b has been called, but has not come


def test_staff_of_the_booth_directs_its_line(hall: Hall) -> None:
    staff(hall)
    for name in "ab":
        hall.apply(LineUp(name, "press"), 0.0)
    assert refused(hall, DirectQueue("s", "press", "next")) == "nobody_there"
    assert queue(hall, DirectQueue("s", "press", "skip"), 1.0) == [
        QueuePassed("press", 1, 2), QueueCalled("press", 2, 1.0 + CALL),
    ]  # fmt: skip
    hall.apply(TakeTurn("b", "press"), 2.0)
    assert refused(hall, DirectQueue("s", "press", "skip")) == "nobody_there"
    assert queue(hall, DirectQueue("s", "press", "close"), 3.0) == [QueueClosed("press", True)]
    assert refused(hall, LineUp("c", "press")) == "queue_closed"
    assert queue(hall, DirectQueue("s", "press", "next"), 4.0)[0] == QueueLeft("press", 2, "done")
    assert standing(hall) == [1]
    assert queue(hall, DirectQueue("s", "press", "open"), 5.0) == [QueueClosed("press", False)]


@pytest.mark.parametrize(
    ("role", "booths", "code"),
    [("exhibitor", ("b2",), "not_allowed"), ("exhibitor", (), "not_allowed"), ("visitor", (), "not_allowed")],
)
def test_others_direct_nothing(hall: Hall, role: Role, booths: tuple[str, ...], code: str) -> None:
    staff(hall, role, booths)
    assert refused(hall, DirectQueue("s", "press", "close")) == code


def test_where_there_is_no_line_any_more_everybody_leaves_it(hall: Hall) -> None:
    staff(hall, "host")
    hall.apply(LineUp("a", "press"), 0.0)
    hall.apply(DirectQueue("s", "press", "close"), 0.0)
    events = queue(hall, Rebuild("r3", ("hall", "park"), queues=(TRAIN,)), 1.0)
    assert events == [QueueLeft("press", 1, "closed"), QueueClosed("press", False)]
    assert hall.state().queues == {}


def test_a_hall_that_was_kept_goes_on_with_its_lines(hall: Hall) -> None:
    for name in "abc":
        hall.apply(LineUp(name, "press"), 0.0)
    hall.apply(TakeTurn("a", "press"), 1.0)
    hall.apply(LineUp("", "press", "reader"), 2.0)
    state = State.of(hall.state().record())
    sessions = {number: session for session, number in hall.sessions_here().items()}
    again = Hall.resumed(plan_of(plan_record(PLAN)), state, sessions, TURN - 10)
    assert again.state().queues == hall.state().queues
    assert queue(again, Expire(), 1.0 + TURN) == [
        QueueLeft("press", 1, "done"), QueueCalled("press", "reader", 1.0 + TURN + CALL),
    ]  # fmt: skip
    assert standing(again) == [2, 3, "reader"]  # who has not come back yet keeps the place


def test_how_long_one_waits_is_told_by_turns(hall: Hall) -> None:
    for name in "ab":
        hall.apply(LineUp(name, "press"), 0.0)
    for number in range(2):
        hall.apply(LineUp("", "press", f"reader-{number}"), 0.0)
    hall.apply(TakeTurn("a", "press"), 0.0)
    line = hall.queues.records()["press"]
    assert [position(line, who) for who in (1, 2, "reader-0", "reader-1")] == [None, 1, 2, 3]
    assert [wait(line, PRESS, place, 30.0) for place in (1, 2, 3)] == [TURN - 30, 2 * TURN - 30, 3 * TURN - 30]
    assert wait(line, TRAIN, 1, 30.0) == 0.0  # where two try it at once, one may come now
    assert wait(line, TRAIN, 2, 30.0) == TURN - 30
