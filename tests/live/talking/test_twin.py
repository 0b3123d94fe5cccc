"""Any commands in any order: a talk that goes on from what is stored does as the one that never stopped."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hallwright.errors import CommandRefused
from hallwright.live.talking.commands import (
    Answer,
    Ask,
    CastBallot,
    ClosePoll,
    Command,
    Hide,
    OpenPoll,
    Remove,
    Say,
    SetPace,
    Unvote,
    Vote,
    Withdraw,
)
from hallwright.live.talking.state import State
from hallwright.live.talking.talk import Talk
from hallwright.live.talking.words import Words
from tests.live.talking.speakers import ADA, BO, FAR, HOST, STAGE

WORDS = Words.of(["bad"])
WHO = st.sampled_from([ADA, BO, FAR, HOST])
NUMBERS = st.integers(0, 12)
TEXTS = st.text(max_size=6) | st.sampled_from(["hello", "bad", "x" * 501])
KEYS = st.none() | st.sampled_from(["k", "l"])
OPTIONS = st.lists(st.fixed_dictionaries({"en": st.sampled_from(["a", "b", "bad", ""]), "zh": st.just("")}), max_size=3)
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(Say, WHO, TEXTS, KEYS), st.builds(Ask, WHO, TEXTS, KEYS), st.builds(Withdraw, WHO, NUMBERS),
    st.builds(Remove, WHO, NUMBERS), st.builds(SetPace, WHO, st.integers(-1, 601)), st.builds(Vote, WHO, NUMBERS),
    st.builds(Unvote, WHO, NUMBERS), st.builds(Answer, WHO, NUMBERS, st.booleans()),
    st.builds(Hide, WHO, NUMBERS, st.booleans()), st.builds(ClosePoll, WHO, NUMBERS),
    st.builds(
        OpenPoll, st.just(HOST), st.just({"en": "q"}), OPTIONS.map(tuple), st.booleans(), st.booleans(),
        st.none() | st.just(60), KEYS,
    ),
    st.builds(CastBallot, WHO, NUMBERS, st.lists(st.integers(-1, 3), max_size=3).map(tuple)),
)  # fmt: skip
SCRIPTS = st.lists(st.tuples(COMMANDS, st.floats(0.0, 300.0)), max_size=40)


def outcome(talk: Talk, command: Command, now: float) -> Any:
    before = talk.state.record()
    try:
        return talk.apply(command, now)
    except CommandRefused as refused:
        assert talk.state.record() == before, "what is refused changes nothing"
        return refused.code, refused.wait


@settings(max_examples=150, deadline=None)
@given(SCRIPTS, st.integers(0, 40), st.integers(0, 40))
def test_a_talk_and_its_twin(script: list[tuple[Command, float]], cut: int, kept: int) -> None:
    talk, events, now, snapshot = Talk(STAGE, WORDS), list[Any](), 0.0, (0, "{}")
    for turn, (command, pause) in enumerate(script[:cut]):
        now += pause
        events += talk.expire(now)
        found = outcome(talk, command, now)
        events += found if isinstance(found, tuple) and found and isinstance(found[0], dict) else ()
        if turn == kept:
            snapshot = (talk.state.seq, json.dumps(talk.state.record()))
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    state = State.of(json.loads(snapshot[1]))
    for event in json.loads(json.dumps(events))[snapshot[0] :]:
        state.follow(event)
    twin = Talk(STAGE, WORDS, state)
    assert twin.state.record() == talk.state.record()
    for command, pause in script[cut:]:
        now += pause
        assert twin.expire(now) == talk.expire(now)
        assert outcome(twin, command, now) == outcome(talk, command, now)
    assert twin.state.record() == talk.state.record()
