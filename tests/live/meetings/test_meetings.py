"""What may become of a meeting: the whole table by part and standing, clashes of slots and rooms, and the clock."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hallwright.errors import CommandRefused
from hallwright.live.meetings import meetings as limits
from hallwright.live.meetings.commands import (
    Answer,
    Ask,
    Assign,
    Cancel,
    Command,
    Expire,
    Forget,
    Here,
    Move,
    TellOutcome,
)
from hallwright.live.meetings.figures import figures_of
from hallwright.live.meetings.meetings import Meetings
from hallwright.live.meetings.plan import Plan, Slot
from hallwright.live.meetings.profiles import Profile, Written, profile_of
from hallwright.live.meetings.sides import Side, Standing
from hallwright.live.meetings.state import State

START, LENGTH = 10_000_000, 900_000  # ms
SLOTS = {f"s/{n}": Slot(f"s/{n}", START + n * LENGTH, START + n * LENGTH, START + (n + 1) * LENGTH) for n in (1, 2, 3)}
BEFORE = 1000.0  # s: long before all slots
DURING = SLOTS["s/1"].starts / 1000 + 60
PLAN = Plan(SLOTS, ("room",), {"a1": Profile(), "b2": Profile()})
# who may, in each standing: of the one that asked, and of the other; everything else is refused
LAW: dict[str, dict[Standing, str]] = {
    "answer": {"asked": "other"},
    "move": {"agreed": "asker other", "booked": "asker other"},
    "cancel": {"asked": "asker other", "agreed": "asker other", "booked": "asker other"},
    "here": {"booked": "asker other"},
    "outcome": {"booked": "asker other", "met": "asker other", "missed": "asker"},  # in `made` the asker was there
}
STANDINGS: list[Standing] = ["asked", "agreed", "booked", "met", "missed", "declined", "cancelled"]


def fair(busy: frozenset[str] = frozenset(), plan: Plan = PLAN) -> Meetings:
    """Everybody is free in every slot but the booths, which are not in the ``busy`` ones."""
    return Meetings(lambda side, _: frozenset(SLOTS) - (busy if side == "booth" else frozenset()), plan=plan)


def asked(made: Meetings, buyer: str = "ann", booth: str = "a1", slot: str | None = None, side: Side = "buyer") -> str:
    (event,) = made.apply(Ask(side, buyer, booth, 0.5, slot), BEFORE)
    meeting: str = event["meeting"]
    return meeting


def made(standing: Standing) -> tuple[Meetings, str]:
    """A meeting that a buyer asked for; of one that was missed, the buyer was there."""
    fairground = fair(frozenset(SLOTS) if standing == "agreed" else frozenset())
    meeting = asked(fairground, slot=None)
    steps: dict[Standing, list[tuple[Command, float]]] = {
        "asked": [], "agreed": [(Answer("booth", meeting, True), BEFORE)],
        "booked": [(Answer("booth", meeting, True), BEFORE)],
        "met": [
            (Answer("booth", meeting, True), BEFORE), (Here("buyer", meeting), DURING), (Here("booth", meeting), DURING)
        ],
        "missed": [
            (Answer("booth", meeting, True), BEFORE), (Here("buyer", meeting), DURING), (Expire(), DURING + 600)
        ],
        "declined": [(Answer("booth", meeting, False), BEFORE)],
        "cancelled": [(Cancel("buyer", meeting), BEFORE)],
    }  # fmt: skip
    for command, now in steps[standing]:
        fairground.apply(command, now)
    assert fairground.state.meetings[meeting].standing == standing
    return fairground, meeting


def wish(name: str, side: Side, meeting: str) -> Command:
    commands: dict[str, Command] = {
        "answer": Answer(side, meeting, True), "move": Move(side, meeting, "s/2"), "cancel": Cancel(side, meeting),
        "here": Here(side, meeting), "outcome": TellOutcome(side, meeting, "order"),
    }  # fmt: skip
    return commands[name]


def code(fairground: Meetings, command: Command, now: float = BEFORE) -> str:
    before = fairground.state.seq
    with pytest.raises(CommandRefused) as caught:
        fairground.apply(command, now)
    assert fairground.state.seq == before
    return caught.value.code


@pytest.mark.parametrize("side", ["buyer", "booth"])
@pytest.mark.parametrize("standing", STANDINGS)
@pytest.mark.parametrize("name", LAW)
def test_the_law_in_full(name: str, standing: Standing, side: Side) -> None:
    fairground, meeting = made(standing)
    if name == "move" and standing == "agreed":
        fairground._free = lambda *_: frozenset(SLOTS)  # a slot has come free since
    command, part = wish(name, side, meeting), "asker" if side == "buyer" else "other"
    if part in LAW[name].get(standing, "").split():
        assert fairground.apply(command, DURING)
    else:
        assert code(fairground, command, DURING) == "meeting_standing"


def test_events_alone_give_the_state() -> None:
    fairground, told = fair(), []
    for command in (Ask("buyer", "ann", "a1", 0.5, "s/1"), Answer("booth", "m1", True), Move("buyer", "m1", "s/2")):
        told += fairground.apply(command, BEFORE)
    again = State.of(told)
    assert again.meetings["m1"].slot == SLOTS["s/2"]
    assert figures_of(again.meetings.values()) == figures_of(fairground.state.meetings.values())
    assert not {"name", "message", "company", "note"} & {key for event in told for key in event}


def test_a_room_is_for_one_meeting_and_the_next_is_at_the_booth() -> None:
    fairground = fair()
    for buyer, booth in (("ann", "a1"), ("ben", "b2")):
        fairground.apply(Answer("booth", asked(fairground, buyer, booth, "s/1"), True), BEFORE)
    assert [each.room for each in fairground.state.meetings.values()] == ["room", None]


@pytest.mark.parametrize(
    ("slot", "now", "expected"),
    [("s/1", BEFORE, "slot_taken"), ("s/9", BEFORE, "unknown_slot"), ("s/2", START, "slot_over")],
)
def test_a_slot_that_does_not_suit_is_refused(slot: str, now: float, expected: str) -> None:
    fairground = fair()
    fairground.apply(Answer("booth", asked(fairground, "ann", "a1", "s/1"), True), BEFORE)
    assert code(fairground, Ask("buyer", "ben", "a1", 0.5, slot), now) == expected


def test_no_two_meetings_of_the_same_two() -> None:
    fairground = fair()
    meeting = asked(fairground)
    assert code(fairground, Ask("booth", "ann", "a1", 0.5)) == "met_already"
    fairground.apply(Cancel("buyer", meeting), BEFORE)
    asked(fairground)


def test_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_OPEN", {"buyer": 1, "booth": 400})
    fairground = fair()
    asked(fairground)
    assert code(fairground, Ask("buyer", "ann", "b2", 0.5)) == "too_many_meetings"


def test_who_waits_is_assigned_what_is_given_back() -> None:
    fairground = fair(frozenset({"s/2", "s/3"}))
    first, second = asked(fairground, "ann"), asked(fairground, "ben")
    for meeting in (first, second):
        fairground.apply(Answer("booth", meeting, True), BEFORE)
    assert [each.id for each in fairground.waiting()] == [second]
    assert fairground.apply(Assign({second: "s/1"}), BEFORE) == ()  # it is not free
    fairground.apply(Cancel("booth", first), BEFORE)
    assert [event["kind"] for event in fairground.apply(Assign({second: "s/1"}), BEFORE)] == ["booked"]


def test_who_does_not_come_gives_the_slot_back_after_ten_minutes() -> None:
    fairground, meeting = made("booked")
    starts = SLOTS["s/1"].starts / 1000
    assert fairground.apply(Expire(), starts + 599) == ()
    assert [event["kind"] for event in fairground.apply(Expire(), starts + 600)] == ["missed"]
    assert fairground.state.taken("buyer", "ann") == set()
    assert code(fairground, TellOutcome("booth", meeting, "order"), starts + 700) == "meeting_standing"


def test_a_cancelled_session_takes_its_slots_along_and_one_put_off_moves_them() -> None:
    fairground, meeting = made("booked")
    later = Slot("s/1", SLOTS["s/1"].written, SLOTS["s/1"].starts + 3_600_000, SLOTS["s/1"].ends + 3_600_000)
    fairground.plan = Plan({**SLOTS, "s/1": later}, (), PLAN.booths)
    assert fairground.slot_of(fairground.state.meetings[meeting]) == later
    assert fairground.apply(Expire(), SLOTS["s/1"].starts / 1000 + 600) == ()
    fairground.plan = Plan({"s/2": SLOTS["s/2"]}, (), PLAN.booths)
    assert [event["kind"] for event in fairground.apply(Expire(), BEFORE)] == ["released"]


def test_a_forgotten_buyer_is_counted_and_no_more() -> None:
    fairground, meeting = made("met")
    fairground.apply(TellOutcome("booth", meeting, "order"), DURING)
    fairground.apply(Forget("ann"), DURING)
    assert list(fairground.state.with_side("booth", "a1")) == []
    assert code(fairground, Cancel("booth", meeting)) == "unknown_meeting"
    assert figures_of(fairground.state.meetings.values())["total"] == {
        "asked": 1, "booked": 1, "met": 1, "missed": 0, "outcomes": {"order": 1, "follow_up": 0, "no_interest": 0},
    }  # fmt: skip


@given(some.lists(some.tuples(some.sampled_from(["ask", "yes", "no", "move", "cancel", "here", "expire", "assign"]),
                              some.sampled_from("abcd"), some.sampled_from(["a1", "b2"]),
                              some.sampled_from([*SLOTS])), max_size=40))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_nobody_and_no_room_has_two_meetings_in_a_slot(steps: list[tuple[str, str, str, str]]) -> None:
    fairground, now, told = fair(), BEFORE, list[dict[str, Any]]()
    for number, (name, buyer, booth, slot) in enumerate(steps):
        now += number
        between = fairground.between(buyer, booth)
        meeting = between.id if between else "none"
        command: Command = {
            "ask": Ask("buyer", buyer, booth, 0.5, slot), "yes": Answer("booth", meeting, True, slot),
            "no": Answer("booth", meeting, False), "move": Move("buyer", meeting, slot),
            "cancel": Cancel("booth", meeting), "here": Here("buyer", meeting), "expire": Expire(),
            "assign": Assign({each.id: slot for each in fairground.waiting()}),
        }[name]  # fmt: skip
        try:
            told += fairground.apply(command, now)
        except CommandRefused:
            continue
        held = [(each, each.holds.key) for each in fairground.state.meetings.values() if each.holds]
        for who in ("buyer", "booth", "room"):
            places = [(getattr(each, who), key) for each, key in held if getattr(each, who)]
            assert len(places) == len(set(places)), who
    assert State.of(told).meetings.keys() == fairground.state.meetings.keys()


def test_everything_wrong_with_a_profile_is_told_at_once() -> None:
    written = Written(needs="x" * 401, industries=("none",), languages=("English!",), free=("s/9",))
    with pytest.raises(CommandRefused) as caught:
        profile_of(written, {"auto"}, SLOTS)
    assert caught.value.code == "bad_profile"
    for fault in ("needs has at most 400", "no industry 'none'", "'English!' is no language", "no slot 's/9'"):
        assert fault in str(caught.value)
    kept = profile_of(Written(needs="  steel ", free=("s/1",)), {"auto"}, SLOTS)
    assert (kept.needs, kept.complete, Profile.of(kept.record())) == ("steel", True, kept)
