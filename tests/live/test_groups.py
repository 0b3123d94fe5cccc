"""Groups: who may lead, follow, break away and call; that nobody is ever stuck."""

from __future__ import annotations

import pytest

from hallwright.errors import CommandRefused
from hallwright.live import groups
from hallwright.live.commands import (
    ChangeArea,
    Command,
    Disconnect,
    EndGroup,
    Expire,
    Follow,
    Highlight,
    Join,
    Leave,
    Rebuild,
    Ring,
    StartGroup,
    Stray,
    Unfollow,
)
from hallwright.live.events import (
    Followed,
    GroupClosed,
    GroupOpened,
    Highlighted,
    Left,
    Rung,
    Unfollowed,
)
from hallwright.live.hall import Hall

CODE, OTHER = "ABCDE", "FGHJK"


@pytest.fixture
def hall() -> Hall:
    """Four people; the first leads the second and the third."""
    made = Hall(("hall", "park"), "r1", placements=("rocket",), grace=30.0)
    for number, name in enumerate("abcd", 1):
        made.apply(Join(name, "hall", f"secret-{name}"), 0.0)
        assert made.person(name).number == number  # type: ignore[union-attr]
    for command in (StartGroup("a", CODE), Follow("b", CODE), Follow("c", CODE)):
        made.apply(command, 0.0)
    return made


def refused(hall: Hall, command: Command, now: float = 1.0) -> CommandRefused:
    before = hall.groups.records()
    with pytest.raises(CommandRefused) as error:
        hall.apply(command, now)
    assert hall.groups.records() == before
    return error.value


def test_a_group_is_its_guide_and_who_follows(hall: Hall) -> None:
    assert hall.groups.records() == {CODE: {"guide": 1, "highlight": None, "followers": {"2": True, "3": True}}}


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (StartGroup("x", OTHER), "not_joined"),
        (StartGroup("a", OTHER), "leads_already"),
        (StartGroup("d", CODE), "internal"),
        (StartGroup("d", "abc"), "internal"),
        (Follow("a", CODE), "leads_already"),
        (Follow("d", "ZZZZZ"), "unknown_group"),
        (Stray("a"), "not_following"),
        (Stray("d"), "not_following"),
        (Unfollow("a"), "not_following"),
        (EndGroup("b"), "not_guide"),
        (Highlight("b", "rocket"), "not_guide"),
        (Highlight("a", "hidden"), "unknown_placement"),
        (Ring("b"), "not_guide"),
        (Ring("a", 4), "not_following"),
        (Ring("a", 1), "not_following"),
    ],
)
def test_what_is_refused_changes_nothing(hall: Hall, command: Command, code: str) -> None:
    assert refused(hall, command).code == code


def test_breaking_away_and_coming_back_are_told_once(hall: Hall) -> None:
    assert hall.apply(Stray("b"), 1.0) == (Followed(CODE, 2, False),)
    assert hall.apply(Stray("b"), 1.0) == ()
    assert hall.apply(Follow("b", CODE), 2.0) == (Followed(CODE, 2, True),)
    assert hall.apply(Follow("b", CODE), 2.0) == ()
    assert hall.apply(Unfollow("b"), 3.0) == (Unfollowed(CODE, 2),)


def test_who_leads_or_follows_another_leaves_the_first(hall: Hall) -> None:
    assert hall.apply(StartGroup("b", OTHER), 1.0) == (Unfollowed(CODE, 2), GroupOpened(OTHER, 2))
    assert hall.apply(Follow("c", OTHER), 2.0) == (Unfollowed(CODE, 3), Followed(OTHER, 3, True))


def test_a_guide_points_at_what_is_there_until_it_is_not(hall: Hall) -> None:
    assert hall.apply(Highlight("a", "rocket"), 1.0) == (Highlighted(CODE, "rocket"),)
    assert hall.apply(Highlight("a", "rocket"), 1.0) == ()
    *_, cleared = hall.apply(Rebuild("r2", ("hall", "park")), 2.0)
    assert cleared == Highlighted(CODE, None)
    assert refused(hall, Highlight("a", "rocket")).code == "unknown_placement"


def test_a_ring_calls_those_who_broke_away_and_rests(hall: Hall) -> None:
    assert hall.apply(Ring("a"), 0.5) == ()
    hall.apply(Stray("c"), 1.0)
    assert hall.apply(Ring("a"), 1.0) == (Rung(CODE, (3,)),)
    late = refused(hall, Ring("a"), 3.0)
    assert (late.code, late.wait) == ("rung_lately", 3.0)
    assert hall.apply(Ring("a", 2), 6.0) == (Rung(CODE, (2,)),)
    assert hall.groups.records()[CODE]["followers"] == {"2": True, "3": False}, "nobody is forced"


def test_an_ended_group_frees_everyone(hall: Hall) -> None:
    assert hall.apply(EndGroup("a"), 1.0) == (GroupClosed(CODE, "ended"),)
    assert refused(hall, Stray("b")).code == "not_following"
    assert hall.apply(StartGroup("b", CODE), 2.0) == (GroupOpened(CODE, 2),)


def test_a_guide_who_comes_back_in_time_finds_the_group_again(hall: Hall) -> None:
    assert hall.apply(Disconnect("a"), 1.0) == ()
    assert hall.apply(Follow("d", CODE), 20.0) == (Followed(CODE, 4, True),)
    hall.apply(Join("a2", "park", "fresh", session="secret-a"), 30.0)
    assert hall.apply(Highlight("a2", "rocket"), 30.0) == (Highlighted(CODE, "rocket"),)


def test_a_guide_who_stays_away_leaves_nobody_stuck(hall: Hall) -> None:
    hall.apply(Disconnect("a"), 1.0)
    assert hall.apply(Expire(), 30.9) == ()
    assert hall.apply(Expire(), 31.0) == (GroupClosed(CODE, "lost"), Left(1))
    assert hall.groups.records() == {}
    assert refused(hall, Unfollow("b")).code == "not_following"


def test_who_leaves_the_hall_leaves_the_group(hall: Hall) -> None:
    assert hall.apply(Leave("b"), 1.0) == (Unfollowed(CODE, 2), Left(2))
    assert hall.apply(Leave("a"), 1.0) == (GroupClosed(CODE, "lost"), Left(1))


def test_another_area_is_no_reason_to_leave(hall: Hall) -> None:
    hall.apply(ChangeArea("b", "park"), 1.0)
    assert hall.groups.records()[CODE]["followers"] == {"2": True, "3": True}


def test_groups_and_their_followers_are_limited(monkeypatch: pytest.MonkeyPatch, hall: Hall) -> None:
    monkeypatch.setattr(groups, "MOST_FOLLOWERS", 2)
    monkeypatch.setattr(groups, "MOST_GROUPS", 1)
    assert refused(hall, Follow("d", CODE)).code == "group_full"
    assert refused(hall, StartGroup("d", OTHER)).code == "too_many_groups"
    assert hall.apply(Stray("b"), 1.0)
    assert hall.apply(Follow("b", CODE), 1.0), "who is in it already may come back"
