"""Without consent nothing is kept of a visitor but a number."""

from __future__ import annotations

import pytest

from hallwright.errors import CommandRefused
from hallwright.live.commands import Consent, Disconnect, Erase, Join, Rename, Report
from hallwright.live.events import Agreed, Disagreed, Joined, Person, Renamed, Role, RoleChanged
from hallwright.live.hall import Hall


@pytest.fixture
def hall() -> Hall:
    return Hall(("hall", "park"), "r1")


def name(hall: Hall, connection: str = "a") -> str:
    person = hall.person(connection)
    assert person
    return person.nickname


@pytest.mark.parametrize("consent", [None, False])
def test_who_says_nothing_or_no_has_no_name_and_leaves_no_words(hall: Hall, consent: bool | None) -> None:
    events = hall.apply(Join("a", "hall", "secret-a", "Ada", consent=consent), 0.0)
    assert events[0] == Joined(Person(1, "", 1, "hall"))
    assert not any(isinstance(event, Agreed) for event in events)
    hall.apply(Join("b", "hall", "secret-b"), 0.0)
    for command in (Rename("a", "Ada"), Report("a", 2, "shouts")):
        with pytest.raises(CommandRefused) as refused:
            hall.apply(command, 1.0)
        assert refused.value.code == "consent_needed"
    assert name(hall) == ""
    assert hall.moderation.reports == ()


def test_a_visitor_agrees_and_takes_it_back(hall: Hall) -> None:
    hall.apply(Join("a", "hall", "secret-a"), 0.0)
    assert hall.apply(Consent("a", given=True), 1.0) == (Agreed("secret-a", 1, None, own=True),)
    assert hall.apply(Consent("a", given=True), 1.0) == ()
    hall.apply(Rename("a", "Ada"), 2.0)
    assert hall.apply(Consent("a", given=False), 3.0) == (Renamed(1, ""), Disagreed("secret-a", 1))
    assert not hall.agreed("a")


def test_who_comes_back_agrees_as_before_until_they_say_otherwise(hall: Hall) -> None:
    hall.apply(Join("a", "hall", "secret-a", "Ada", consent=True), 0.0)
    hall.apply(Disconnect("a"), 1.0)
    hall.apply(Join("a2", "hall", "x", session="secret-a"), 2.0)
    assert (hall.agreed("a2"), name(hall, "a2")) == (True, "Ada")
    events = hall.apply(Join("a2", "hall", "x", "Eve", session="secret-a", consent=False), 3.0)
    assert Renamed(1, "") in events
    assert Disagreed("secret-a", 1) in events


@pytest.mark.parametrize(("role", "agreed"), [("kiosk", False), ("exhibitor", True), ("host", True)])
def test_an_account_agreed_when_it_was_taken_and_a_kiosk_never(hall: Hall, role: Role, agreed: bool) -> None:
    events = hall.apply(Join("a", "hall", "secret-a", "Desk", role=role, account="acc"), 0.0)
    assert hall.agreed("a") is agreed
    assert name(hall) == "Desk"  # that of the account
    assert (Agreed("secret-a", 1, "acc", own=False) in events) is agreed
    with pytest.raises(CommandRefused) as refused:
        hall.apply(Consent("a", given=True), 1.0)
    assert refused.value.code == "not_allowed"


def test_a_login_that_ended_takes_its_name_along(hall: Hall) -> None:
    hall.apply(Join("a", "hall", "secret-a", "Mo", role="moderator", account="mo"), 0.0)
    events = hall.apply(Join("a", "hall", "x"), 1.0)
    assert RoleChanged(1, "visitor") in events
    assert Renamed(1, "") in events
    assert Disagreed("secret-a", 1) in events


def test_who_is_erased_has_no_name_and_has_reported_nobody(hall: Hall) -> None:
    hall.apply(Join("a", "hall", "secret-a", "Ada", consent=True), 0.0)
    hall.apply(Join("b", "hall", "secret-b", "Bo", consent=True), 0.0)
    hall.apply(Report("a", 2, "shouts"), 1.0)
    hall.apply(Report("b", 1, "whispers"), 1.0)
    assert hall.apply(Erase(1), 2.0) == (Renamed(1, ""),)
    assert [(each.nickname, each.reason) for each in hall.moderation.reports] == [("", "whispers")]
    assert not hall.agreed("a")
    assert hall.apply(Erase(1), 3.0) == hall.apply(Erase(77), 3.0) == ()
