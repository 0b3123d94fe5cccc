"""Reports, mutes, kicks and bans."""

from __future__ import annotations

import pytest

from hallwright.errors import CommandRefused
from hallwright.live.commands import Ban, Disconnect, Kick, Mute, Report, Unban, Unmute
from hallwright.live.events import Banned, Left, Muted, Removed, Reported, RoleChanged, Unbanned
from hallwright.live.hall import Hall
from tests.live.joining import Join


@pytest.fixture
def hall() -> Hall:
    hall = Hall(("hall",), "r1")
    hall.apply(Join("m", "hall", "secret-m", "Mo", role="moderator"), 0.0)
    hall.apply(Join("a", "hall", "secret-a", "Ada"), 0.0)
    return hall


def code(hall: Hall, command: object) -> str:
    with pytest.raises(CommandRefused) as caught:
        hall.apply(command, 1.0)  # type: ignore[arg-type]
    return caught.value.code


def test_who_is_muted_is_known_to_all_until_it_ends(hall: Hall) -> None:
    assert hall.apply(Mute("m", 2), 1.0) == (Muted(2, True),)
    assert hall.apply(Mute("m", 2), 1.0) == ()
    assert [person.muted for person in hall.people()] == [False, True]
    hall.apply(Disconnect("a"), 2.0)
    hall.apply(Join("a2", "hall", "s", session="secret-a"), 3.0)
    assert hall.people()[1].muted
    assert hall.apply(Unmute("m", 2), 4.0) == (Muted(2, False),)


def test_who_is_kicked_is_gone_and_comes_back_as_somebody_new(hall: Hall) -> None:
    assert hall.apply(Kick("m", 2, "  shouts "), 1.0) == (Removed("a", 2, "kicked", "shouts"), Left(2))
    assert hall.person("a") is None
    hall.apply(Join("a", "hall", "secret-new", session="secret-a"), 2.0)
    person = hall.person("a")
    assert person
    assert person.number == 3


def test_who_is_banned_comes_back_by_neither_secret_nor_account(hall: Hall) -> None:
    hall.apply(Join("b", "hall", "secret-b", "Bo", role="exhibitor", account="bo"), 0.0)
    banned, removed, left = hall.apply(Ban("m", 3, "again"), 1.0)
    assert banned == Banned(1, "secret-b", "bo", "Bo", "again", "Mo", 1.0)
    assert (removed, left) == (Removed("b", 3, "banned", "again"), Left(3))
    assert code(hall, Join("c", "hall", "s1", session="secret-b")) == "banned"
    assert code(hall, Join("c", "hall", "s1", account="bo", role="exhibitor")) == "banned"
    hall.apply(Join("c", "hall", "s1"), 2.0)  # nothing tells who this is
    assert code(hall, Unban("m", 2)) == "unknown_ban"
    assert hall.apply(Unban("m", 1), 3.0) == (Unbanned(1),)
    hall.apply(Join("d", "hall", "s2", session="secret-b", account="bo"), 4.0)


def test_somebody_away_can_be_banned(hall: Hall) -> None:
    hall.apply(Disconnect("a"), 1.0)
    assert [type(event) for event in hall.apply(Ban("m", 2), 2.0)] == [Banned, Left]
    assert code(hall, Join("a2", "hall", "s", session="secret-a")) == "banned"


def test_a_report_is_told_to_moderators_and_not_too_often(hall: Hall) -> None:
    assert hall.apply(Report("a", 1, " rude  words "), 1.0) == (Reported(1, 1, "Mo", 2, "rude words", 1.0),)
    assert code(hall, Report("a", 1, " ")) == "bad_reason"
    assert code(hall, Report("a", 1, "x" * 201)) == "bad_reason"
    assert code(hall, Report("a", 2, "myself")) == "unknown_person"
    assert code(hall, Report("a", 9, "nobody")) == "unknown_person"
    for _ in range(2):
        hall.apply(Report("a", 1, "again"), 1.0)
    assert code(hall, Report("a", 1, "again")) == "reported_lately"
    assert hall.apply(Report("a", 1, "later"), 40.0)
    assert [report.id for report in hall.moderation.reports] == [1, 2, 3, 4]


def test_all_together_report_no_more_than_a_moderator_can_read(hall: Hall) -> None:
    for number in range(3, 40):
        hall.apply(Join(f"x{number}", "hall", f"secret-{number}"), 0.0)
    for number in range(3, 33):
        hall.apply(Report(f"x{number}", 2, "shouts"), 1.0)
    assert code(hall, Report("x33", 2, "shouts")) == "reported_lately"
    assert hall.apply(Report("x33", 2, "shouts"), 2.5)


def test_a_role_is_that_of_the_credential_one_comes_back_with(hall: Hall) -> None:
    hall.apply(Disconnect("m"), 1.0)
    events = hall.apply(Join("m2", "hall", "s", session="secret-m"), 2.0)
    assert RoleChanged(1, "visitor") in events
    assert code(hall, Kick("m2", 2)) == "not_allowed"
    assert RoleChanged(1, "organizer") in hall.apply(Join("m2", "hall", "s", role="organizer"), 3.0)
    assert hall.apply(Kick("m2", 2), 4.0)
