"""Seats before stages: one person on each, told when they get up, whatever made them."""

from __future__ import annotations

import pytest

from hallwright.errors import CommandRefused
from hallwright.live.commands import ChangeArea, Disconnect, Expire, Join, Leave, Rebuild, Sit, Stand
from hallwright.live.events import Seated, Stood
from hallwright.live.hall import Hall
from hallwright.live.seats import SeatPlan


@pytest.fixture
def hall() -> Hall:
    hall = Hall(("hall", "park"), "r1")
    hall.apply(Rebuild("r2", ("hall", "park"), seats=(SeatPlan("hall", "main", 2),)), 0.0)
    for name in "abc":
        hall.apply(Join(name, "hall", f"secret-{name}", name.upper()), 0.0)
    return hall


def refused(hall: Hall, command: Sit) -> str:
    with pytest.raises(CommandRefused) as caught:
        hall.apply(command, 1.0)
    return caught.value.code


def test_each_takes_a_seat_of_their_own(hall: Hall) -> None:
    assert hall.apply(Sit("a", "main"), 1.0) == (Seated(1, "hall", "main", 0),)
    assert hall.apply(Sit("b", "main"), 1.0) == (Seated(2, "hall", "main", 1),)
    assert refused(hall, Sit("c", "main")) == "no_seat"
    assert refused(hall, Sit("c", "main", 1)) == "seat_taken"
    assert hall.apply(Sit("a", "main"), 1.0) == ()
    hall.apply(Stand("b"), 2.0)
    assert hall.apply(Sit("a", "main", 1), 3.0) == (Stood(1), Seated(1, "hall", "main", 1))
    assert hall.apply(Sit("c", "main"), 4.0) == (Seated(3, "hall", "main", 0),)


def test_there_are_no_seats_elsewhere(hall: Hall) -> None:
    assert refused(hall, Sit("a", "side")) == "unknown_seat"
    assert refused(hall, Sit("a", "main", 2)) == "unknown_seat"
    hall.apply(ChangeArea("a", "park"), 1.0)
    assert refused(hall, Sit("a", "main")) == "unknown_seat"


def test_who_goes_gives_the_seat_free(hall: Hall) -> None:
    for name in "ab":
        hall.apply(Sit(name, "main"), 1.0)
    assert hall.apply(ChangeArea("a", "park"), 2.0)[0] == Stood(1)
    assert hall.apply(Leave("b"), 3.0)[0] == Stood(2)
    assert hall.state().seats == {}


def test_a_seat_is_kept_while_somebody_may_come_back(hall: Hall) -> None:
    hall.apply(Sit("a", "main"), 1.0)
    hall.apply(Disconnect("a"), 2.0)
    assert hall.state().seats == {"1": {"area": "hall", "stage": "main", "seat": 0}}
    assert Stood(1) in hall.apply(Expire(), 100.0)


def test_who_sits_where_no_seat_is_any_more_gets_up(hall: Hall) -> None:
    for name in "ab":
        hall.apply(Sit(name, "main"), 1.0)
    events = hall.apply(Rebuild("r3", ("hall", "park"), seats=(SeatPlan("hall", "main", 1),)), 2.0)
    assert [event for event in events if isinstance(event, Stood)] == [Stood(2)]
