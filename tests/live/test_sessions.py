"""Sessions of the programme, changed while the fair is on."""

from __future__ import annotations

import pytest

from hallwright.errors import CommandRefused
from hallwright.live.commands import ChangeSession, Join, Rebuild
from hallwright.live.events import SessionChanged
from hallwright.live.hall import Hall
from hallwright.live.state import State, plan_of, plan_record

AT, UNTIL = 1_000_000.0, 1_003_600.0


@pytest.fixture
def hall() -> Hall:
    return Hall(("hall",), "r1", sessions=("talk", "opening"))


def change(hall: Hall, wanted: object, now: float = 5.0, written: tuple[float, float] = (AT, UNTIL)) -> SessionChanged:
    (event,) = hall.apply(ChangeSession("talk", written, wanted), now)
    assert isinstance(event, SessionChanged)
    return event


def test_who_says_only_when_it_starts_keeps_how_long_it_takes(hall: Hall) -> None:
    told = change(hall, {"starts": AT + 600})
    assert told.change == {
        "written": AT, "starts": AT + 600, "ends": UNTIL + 600, "cancelled": False, "note": None, "changed": 5.0,
    }  # fmt: skip


def test_changes_add_up_and_null_is_what_was_written(hall: Hall) -> None:
    change(hall, {"starts": AT + 600, "note": "Later"})
    told = change(hall, {"cancelled": True}, 6.0)
    assert (told.change["starts"], told.change["cancelled"], told.change["note"]) == (
        AT + 600, True, {"en": "Later", "zh": "Later"},
    )  # fmt: skip
    told = change(hall, {"starts": None, "ends": None, "cancelled": False, "note": None}, 7.0)
    assert (told.change["starts"], told.change["ends"], told.change["note"]) == (AT, UNTIL, None)


def test_what_changes_nothing_is_not_told(hall: Hall) -> None:
    assert hall.apply(ChangeSession("talk", (AT, UNTIL), {"cancelled": False}), 5.0) == ()


def test_a_change_for_another_start_begins_anew(hall: Hall) -> None:
    change(hall, {"starts": AT + 600, "cancelled": True})
    told = change(hall, {"note": "Tomorrow"}, written=(AT + 86400, UNTIL + 86400))
    assert (told.change["written"], told.change["starts"], told.change["cancelled"]) == (AT + 86400, AT + 86400, False)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({}, "write what changes: starts, ends, cancelled, note"),
        ([], "write what changes: starts, ends, cancelled, note"),
        ({"ends": AT}, "ends: a session ends after it starts, within a day"),
        ({"ends": UNTIL + 90_000}, "ends: a session ends after it starts, within a day"),
        ({"starts": 5e8}, "starts: that is too far from when the session was to be"),
        (
            {"starts": "noon", "cancelled": 1, "title": "x", "note": "\u202e"},
            "cancelled: true or false is needed; note: the text holds a character that cannot be shown: U+202E; "
            "starts: a moment is needed, or null for the time that was written; "
            "title: there is no such field; known: starts, ends, cancelled, note",
        ),
    ],
)  # fmt: skip
def test_every_fault_is_told_and_nothing_happens(hall: Hall, wanted: object, said: str) -> None:
    with pytest.raises(CommandRefused) as refused:
        hall.apply(ChangeSession("talk", (AT, UNTIL), wanted), 5.0)
    assert (refused.value.code, str(refused.value)) == ("malformed", said)
    assert hall.sessions.changes() == {}


def test_only_an_operator_changes_sessions_that_there_are(hall: Hall) -> None:
    hall.apply(Join("a", "hall", "secret"), 1.0)
    with pytest.raises(CommandRefused) as refused:
        hall.apply(ChangeSession("talk", (AT, UNTIL), {"cancelled": True}, "a"), 2.0)
    assert refused.value.code == "not_allowed"
    with pytest.raises(CommandRefused) as refused:
        hall.apply(ChangeSession("party", (AT, UNTIL), {"cancelled": True}), 2.0)
    assert refused.value.code == "unknown_session"


def test_changes_survive_a_rebuild_and_a_restart(hall: Hall) -> None:
    change(hall, {"cancelled": True})
    plan = Rebuild("r2", ("hall",), sessions=("talk",))
    hall.apply(plan, 6.0)
    kept = State.of(hall.state().record())
    again = Hall.resumed(plan_of(plan_record(plan)), kept, {}, 7.0)
    assert again.sessions.changes() == hall.sessions.changes() == kept.sessions
    again.apply(Rebuild("r3", ("hall",), sessions=("opening",)), 8.0)
    assert again.sessions.changes() == {}


def test_a_hall_that_was_kept_before_there_were_sessions_goes_on() -> None:
    record = plan_record(Rebuild("r1", ("hall",)))
    del record["sessions"]
    assert plan_of(record).sessions == ()
    state = State()
    state.follow({"kind": "rebuilt", "revision": "r1", "shows": {}, "boards": {}})
    assert state.sessions == {}
