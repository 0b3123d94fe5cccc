"""What the hall allows and what follows from it."""

from __future__ import annotations

import pytest

from hallwright.errors import CommandRefused
from hallwright.live.commands import (
    Announce,
    ChangeArea,
    Command,
    Disconnect,
    Expire,
    Leave,
    Rebuild,
    Rename,
)
from hallwright.live.events import Admitted, Joined, Left, Moved, Person, Rebuilt, Superseded
from hallwright.live.hall import Hall
from hallwright.live.numbers import HIGHEST, Numbers
from tests.live.joining import Join


@pytest.fixture
def hall() -> Hall:
    return Hall(("hall", "park"), "r1", grace=30.0, capacity=3)


def join(hall: Hall, name: str, now: float = 0.0, session: str | None = None) -> Person:
    hall.apply(Join(name, "hall", f"secret-{name}", name.title(), session), now)
    person = hall.person(name)
    assert person
    return person


def refused(hall: Hall, command: Command) -> str:
    before = hall.people()
    with pytest.raises(CommandRefused) as error:
        hall.apply(command, 1.0)
    assert hall.people() == before
    return error.value.code


def test_joining_tells_everyone_the_person_and_the_connection_its_secret(hall: Hall) -> None:
    joined, admitted, *_ = hall.apply(Join("a", "park", "secret", "Ada"), 0.0)
    assert joined == Joined(Person(1, "Ada", 1, "park"))
    assert admitted == Admitted("a", "secret", 1, resumed=False)
    assert "secret" not in repr(joined)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (Rename("x", "Ada"), "not_joined"),
        (ChangeArea("x", "park"), "not_joined"),
        (Leave("x"), "not_joined"),
        (Join("x", "cellar", "s"), "unknown_area"),
        (Join("x", "hall", "s", ""), "bad_nickname"),
        (Join("x", "hall", ""), "internal"),
        (Announce("I speak", "for all", connection="x"), "not_allowed"),
        (Announce("I speak", "for all", connection="a"), "not_allowed"),
        (Rebuild("r9", ("hall",), connection="a"), "not_allowed"),
        (Expire(connection="a"), "not_allowed"),
        (Announce("", "空"), "malformed"),
        (Rebuild("r9", ()), "malformed"),
        (Rename("a", " "), "bad_nickname"),
        (ChangeArea("a", ""), "unknown_area"),
        (Join("a", "hall", "s", None, "someone-elses"), "already_joined"),
    ],
)
def test_what_is_not_allowed_is_refused_and_changes_nothing(hall: Hall, command: Command, code: str) -> None:
    join(hall, "a")
    assert refused(hall, command) == code


def test_the_server_itself_cannot_be_a_visitor(hall: Hall) -> None:
    assert refused(hall, Join("", "hall", "s")) == "not_allowed"


def test_a_full_hall_lets_nobody_in_until_someone_leaves(hall: Hall) -> None:
    for name in "abc":
        join(hall, name)
    assert refused(hall, Join("d", "hall", "secret-d")) == "full"
    hall.apply(Leave("b"), 1.0)
    assert join(hall, "d").number == 4


def test_who_comes_back_in_time_is_the_same_person_and_nobody_is_told(hall: Hall) -> None:
    before = join(hall, "a")
    assert hall.apply(Disconnect("a"), 10.0) == ()
    assert hall.apply(Expire(), 39.9) == ()
    assert hall.apply(Join("a2", "hall", "new", session="secret-a"), 39.9) == (
        Admitted("a2", "secret-a", before.number, resumed=True),
    )
    assert hall.apply(Expire(), 100.0) == ()
    assert hall.person("a2") == before
    assert hall.person("a") is None


def test_who_comes_back_too_late_is_somebody_new(hall: Hall) -> None:
    before = join(hall, "a")
    hall.apply(Disconnect("a"), 10.0)
    assert hall.apply(Expire(), 40.0) == (Left(before.number),)
    joined, admitted, *_ = hall.apply(Join("a2", "hall", "new", session="secret-a"), 41.0)
    assert joined == Joined(Person(2, "", 2, "hall"))
    assert admitted == Admitted("a2", "new", 2, resumed=False)


def test_a_newer_connection_takes_over_and_the_older_one_is_nobody(hall: Hall) -> None:
    join(hall, "a")
    events = hall.apply(Join("a2", "park", "new", session="secret-a"), 1.0)
    assert events == (Superseded("a", 1), Moved(1, "park"), Admitted("a2", "secret-a", 1, resumed=True))
    assert refused(hall, Rename("a", "Thief")) == "not_joined"
    assert hall.apply(Disconnect("a"), 2.0) == ()
    assert hall.apply(Expire(), 99.0) == ()


def test_to_leave_is_final(hall: Hall) -> None:
    join(hall, "a")
    assert hall.apply(Leave("a"), 1.0) == (Left(1),)
    assert hall.apply(Join("a", "hall", "new", session="secret-a"), 2.0)[0] == Joined(Person(2, "", 2, "hall"))


def test_asking_for_what_is_so_already_tells_nobody(hall: Hall) -> None:
    join(hall, "a")
    assert hall.apply(Rename("a", "  A  "), 1.0) == ()
    assert hall.apply(ChangeArea("a", "hall"), 1.0) == ()


def test_a_rebuild_moves_those_whose_area_is_gone_away_or_not(hall: Hall) -> None:
    join(hall, "a")
    join(hall, "b")
    hall.apply(Disconnect("b"), 1.0)
    assert hall.apply(Rebuild("r2", ("square", "park")), 2.0) == (Rebuilt("r2"), Moved(1, "square"), Moved(2, "square"))
    assert hall.revision == "r2"
    assert [person.area for person in hall.people()] == ["square", "square"]
    assert hall.people("park") == ()


def test_numbers_rest_before_they_are_used_again() -> None:
    numbers = Numbers()
    assert [numbers.take() for _ in range(3)] == [1, 2, 3]
    numbers.free(2)
    assert numbers.take() == 4
    numbers.last = HIGHEST - 1
    assert [numbers.take() for _ in range(3)] == [HIGHEST, 2, 5]


def test_every_number_can_be_in_use_at_once() -> None:
    numbers = Numbers()
    assert {numbers.take() for _ in range(HIGHEST)} == set(range(1, HIGHEST + 1))
    with pytest.raises(CommandRefused):
        numbers.take()
