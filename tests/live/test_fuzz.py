"""Any commands in any order: the rules of the room hold after each."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hallwright.errors import CommandRefused
from hallwright.live.boards import BoardPlan
from hallwright.live.commands import (
    SYSTEM,
    Announce,
    Ban,
    ChangeArea,
    ChangeBoard,
    ChangeSession,
    Command,
    Consent,
    DirectShow,
    Disconnect,
    EndGroup,
    Erase,
    Expire,
    Follow,
    Highlight,
    Join,
    Kick,
    Leave,
    Mute,
    Rebuild,
    Rename,
    Report,
    Review,
    Ring,
    ShowOnScreen,
    Sit,
    Stand,
    StartGroup,
    Stray,
    TriggerShow,
    Unban,
    Unfollow,
    Unmute,
)
from hallwright.live.events import Admitted, Agreed, Disagreed, Left, PrivateEvent, Role, Superseded, Via, record
from hallwright.live.groups import RING_REST
from hallwright.live.hall import Hall
from hallwright.live.moderation import Kept
from hallwright.live.queues.commands import DirectQueue, LeaveLine, LineUp, TakeTurn
from hallwright.live.queues.line import QueuePlan
from hallwright.live.screens import ReelPlan, ScreenPlan
from hallwright.live.seats import SeatPlan
from hallwright.live.shows import ShowPlan
from hallwright.live.state import State, plan_of, plan_record
from tests.live.replaying import after

CONNECTIONS = st.sampled_from(["a", "b", "c", "d", SYSTEM])
PLACES = st.sampled_from(["hall", "park", "market", "nowhere"])
SECRETS = st.sampled_from([f"secret-{n}" for n in range(8)])
NAMES = st.one_of(st.text(max_size=30), st.sampled_from(["Ada", "王工", "\u202e", " "]))
AREAS = st.lists(PLACES.filter("nowhere".__ne__), max_size=3, unique=True).map(tuple)
PLANS = st.lists(st.sampled_from([
    ShowPlan("drones", "drones", "park", 9.5, loop=True, autostart=True), ShowPlan("drones", "robots", "park", 5.0),
    ShowPlan("loop", "traffic", "hall", autostart=True), ShowPlan("exhibit/x", "exhibit", "hall", 3.0),
]), max_size=3, unique_by=lambda plan: plan.id).map(tuple)  # fmt: skip
ROWS = st.dictionaries(st.sampled_from("xyz"), st.just({"label": {"en": "a", "zh": "b"}, "value": 1}), max_size=2)
BOARDS = st.lists(
    st.builds(BoardPlan, st.sampled_from("pq"), st.sampled_from(["counters", "list"]), st.just("hall"),
              ROWS.map(lambda rows: tuple(rows.items()))),
    max_size=2, unique_by=lambda plan: plan.id,
).map(tuple)  # fmt: skip
SCREENS = st.sampled_from(
    [(), (ScreenPlan("hall/main", (ReelPlan("p", "slides", 2), ReelPlan("q", "text"))),),
     (ScreenPlan("hall/main", (ReelPlan("p", "slides", 1),)),)]
)  # fmt: skip
SEATS = st.sampled_from([(), (SeatPlan("hall", "main", 1),), (SeatPlan("hall", "main", 2),)])
LINES = st.sampled_from(
    [(), (QueuePlan("x", "hall", "a1", 1, 30.0), QueuePlan("y", "park", None, 2, 40.0)),
     (QueuePlan("x", "hall", "a1", 2, 50.0),)]
)  # fmt: skip
QUEUES = st.sampled_from(["x", "y", "none"])
READERS = st.sampled_from([None, "r1", "r2", ""])
CHANGES = st.dictionaries(
    st.sampled_from(["x", "y", "z", "!"]),
    st.none() | st.dictionaries(st.sampled_from(["label", "value", "name", "rank"]), st.integers() | NAMES, max_size=3),
    max_size=3,
)  # fmt: skip
WISHES = st.integers() | st.dictionaries(
    st.sampled_from(["starts", "ends", "cancelled", "note", "!"]),
    st.sampled_from([None, True, 1e9 + 30, 1e9 + 90, 2e9 + 5, -1, "A word", {"en": "Rain"}]), max_size=3,
)  # fmt: skip
SHOWS = st.sampled_from(["drones", "loop", "exhibit/x", ""])
VIAS: st.SearchStrategy[Via] = st.sampled_from(["hall", "text"])
ACTIONS = st.sampled_from(["start", "pause", "seek", "rate", "explode"])
NUMBERS = st.integers(0, 6)
ROLES: st.SearchStrategy[Role] = st.sampled_from(["visitor", "visitor", "kiosk", "host", "moderator", "organizer"])
REASONS = st.sampled_from(["", "shouts", "x" * 201])
GROUP_CODES = st.sampled_from(["ABCDE", "FGHJK", "abcde", ""])
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(Join, CONNECTIONS, PLACES, SECRETS, st.none() | NAMES, st.none() | SECRETS, VIAS, ROLES,
              st.none() | st.sampled_from("PQ"), st.none() | st.booleans()),
    st.builds(Consent, CONNECTIONS, st.booleans()),
    st.builds(Erase, NUMBERS),
    st.builds(Rename, CONNECTIONS, NAMES),
    st.builds(ChangeArea, CONNECTIONS, PLACES),
    st.builds(Leave, CONNECTIONS),
    st.builds(Disconnect, CONNECTIONS),
    st.builds(Announce, NAMES, NAMES, st.sampled_from([SYSTEM, "a"])),
    st.builds(Rebuild, st.just("r"), AREAS, PLANS, BOARDS, st.frozensets(st.sampled_from("xy")),
              st.lists(st.sampled_from("st"), unique=True).map(tuple), SCREENS, SEATS, LINES),
    st.builds(DirectShow, SHOWS, ACTIONS, st.none() | st.floats(), st.sampled_from([SYSTEM, "a"])),
    st.builds(TriggerShow, CONNECTIONS, SHOWS),
    st.builds(ChangeBoard, st.sampled_from("pqr"), CHANGES | st.integers(), st.sampled_from([SYSTEM, "a"])),
    st.builds(ChangeSession, st.sampled_from("stu"), st.sampled_from([(1e9, 1e9 + 60), (2e9, 2e9 + 60)]), WISHES,
              st.sampled_from([SYSTEM, "a"])),
    st.builds(StartGroup, CONNECTIONS, GROUP_CODES),
    st.builds(EndGroup, CONNECTIONS),
    st.builds(Follow, CONNECTIONS, GROUP_CODES),
    st.builds(Stray, CONNECTIONS),
    st.builds(Unfollow, CONNECTIONS),
    st.builds(Highlight, CONNECTIONS, st.none() | st.sampled_from("xyz")),
    st.builds(Ring, CONNECTIONS, st.none() | st.integers(0, 6)),
    st.builds(Report, CONNECTIONS, NUMBERS, REASONS),
    st.builds(Mute, CONNECTIONS, NUMBERS),
    st.builds(Unmute, CONNECTIONS, NUMBERS),
    st.builds(Kick, CONNECTIONS, NUMBERS, REASONS),
    st.builds(Ban, CONNECTIONS, NUMBERS, REASONS),
    st.builds(Unban, CONNECTIONS, NUMBERS),
    st.builds(Review, CONNECTIONS),
    st.builds(ShowOnScreen, st.sampled_from(["hall/main", "hall/none"]), st.none() | st.sampled_from("pq!"),
              st.none() | st.integers(0, 3), st.none() | st.just({"en": "a"}) | NAMES, st.sampled_from([SYSTEM, "a"])),
    st.builds(Sit, CONNECTIONS, st.sampled_from(["main", "none"]), st.none() | st.integers(0, 3)),
    st.builds(Stand, CONNECTIONS),
    st.builds(LineUp, CONNECTIONS, QUEUES, READERS),
    st.builds(TakeTurn, CONNECTIONS, QUEUES, READERS),
    st.builds(LeaveLine, CONNECTIONS, QUEUES, READERS),
    st.builds(DirectQueue, CONNECTIONS, QUEUES, st.sampled_from(["next", "skip", "open", "close", "!"])),
    st.just(Expire()),
)
STEPS = st.tuples(COMMANDS, st.floats(0, 40))
CODES = {
    "not_joined", "not_allowed", "unknown_area", "bad_nickname", "malformed", "full", "already_joined", "internal",
    "unknown_show", "out_of_range", "not_running", "elsewhere", "show_held", "show_running", "show_resting",
    "unknown_board", "unknown_session", "unknown_screen", "unknown_reel", "unknown_seat", "seat_taken", "no_seat",
    "unknown_group", "leads_already", "not_guide", "not_following", "unknown_placement", "rung_lately",
    "banned", "unknown_person", "outranked", "unknown_ban", "bad_reason", "reported_lately", "veiled", "consent_needed",
    "unknown_queue", "queue_closed", "too_many_queues", "not_called", "nobody_there", "not_your_turn",
}  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(STEPS, max_size=60))
def test_any_commands_keep_the_rules(steps: list[tuple[Command, float]]) -> None:
    hall, now, told = Hall(("hall", "park"), "r0", capacity=4), 0.0, list[dict[str, Any]]()
    for command, pause in steps:
        now += pause
        before = whole(hall)
        outcome = attempt(hall, command, now)
        if isinstance(outcome, str):
            assert outcome in CODES
            assert whole(hall) == before
            continue
        events = outcome
        told += [record(event) for event in events if not isinstance(event, PrivateEvent)]
        check_rules(hall, told, events)


@settings(max_examples=300, deadline=None)
@given(st.lists(STEPS, max_size=40), st.lists(STEPS, max_size=20))
def test_a_hall_that_was_kept_goes_on_as_it_would_have(
    before: list[tuple[Command, float]], then: list[tuple[Command, float]]
) -> None:
    hall, now = Hall(("hall",), ""), 0.0
    plan, sessions, own = Rebuild("r0", ("hall", "park")), dict[int, str](), dict[int, bool]()
    for command, pause in [(plan, 0.0), *before]:
        now += pause
        outcome = attempt(hall, command, now)
        if isinstance(command, Rebuild) and not isinstance(outcome, str):
            plan = command
        sessions |= {each.number: each.session for each in outcome if isinstance(each, Admitted)}
        own |= {each.number: each.own for each in outcome if isinstance(each, Agreed)}
        own |= {each.number: False for each in outcome if isinstance(each, Disagreed | Left)}
        if isinstance(command, Erase) and not isinstance(outcome, str):
            own[command.number] = False
    for connection in "abcd":
        attempt(hall, Disconnect(connection), now)
    for visit in hall._visits.values():
        visit.away_since, visit.account = now, None  # a server that starts knows no better
    hall.moderation._buckets.clear()
    for group in hall.groups:
        group.rung_at = -RING_REST
    kept = json.loads(json.dumps([plan_record(plan), hall.state().record()]))
    moderated = hall.moderation
    decided = Kept(moderated.bans, moderated.reports, moderated._last_ban, moderated._last_report)
    agreed = frozenset(number for number, said in own.items() if said)
    again = Hall.resumed(plan_of(kept[0]), State.of(kept[1]), sessions, now, kept=decided, agreed=agreed)
    assert again.state() == hall.state()
    for command, pause in then:
        now += pause
        assert attempt(again, command, now) == attempt(hall, command, now)
        assert again.state() == hall.state()


def whole(hall: Hall) -> tuple[Any, ...]:
    """Everything that events tell of."""
    told = hall.shows.records(), hall.boards.changes(), hall.groups.records(), hall.queues.records()
    return hall.people(), *told, hall.moderation.bans


def attempt(hall: Hall, command: Command, now: float) -> tuple[Any, ...] | str:
    """The events, or the code of the refusal."""
    try:
        return hall.apply(command, now)
    except CommandRefused as refused:
        return refused.code


def check_rules(hall: Hall, told: list[dict[str, Any]], events: tuple[Any, ...]) -> None:
    people = hall.people()
    assert hall.state() == after(told)
    nameless = [visit.person for visit in hall._visits.values() if not visit.agreed and visit.person.role != "kiosk"]
    assert all(person.nickname == "" for person in nameless)
    members = [number for group in hall.groups for number in (group.guide, *group.followers)]
    assert len(set(members)) == len(members)
    assert set(members) <= {person.number for person in people}
    assert len({person.number for person in people}) == len(people) == len(hall) <= 4
    assert all(person.area in hall.areas for person in people)
    for queue, line in hall.queues.records().items():
        standing = [place["who"] for place in line["places"]]
        assert len(set(standing)) == len(standing)
        assert {who for who in standing if isinstance(who, int)} <= {person.number for person in people}
        assert queue in hall.queues.planned()
    for connection in "abcd":
        person = hall.person(connection)
        assert person is None or person in people
    spoken_for = [hall.person(connection) for connection in "abcd"]
    present = [person for person in spoken_for if person]
    assert len({person.number for person in present}) == len(present)
    for event in events:
        if isinstance(event, Admitted):
            person = hall.person(event.connection)
            assert person
            assert person.number == event.number
        elif isinstance(event, Superseded):
            assert hall.person(event.connection) is None
