"""Scripts of polls: who may open one, how it is voted in, when it is over, and what is told of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hallwright.errors import CommandRefused
from hallwright.live.talking.commands import CastBallot, ClosePoll, Command, OpenPoll, Remove
from hallwright.live.talking.polling import MOST_OPEN
from hallwright.live.talking.polls import MOST_CLOSED
from hallwright.live.talking.state import State
from hallwright.live.talking.talk import Talk
from hallwright.live.talking.telling import told
from hallwright.live.talking.words import Words
from tests.live.talking.speakers import ADA, BO, FAR, HOST, STAGE

QUESTION = {"en": "Which first?", "zh": "先看哪个？"}
OPTIONS = ({"en": "Rocket", "zh": "火箭"}, {"en": "Robot", "zh": "机器人"}, {"zh": "汽车"})
POLL = OpenPoll(HOST, QUESTION, OPTIONS)


def refused(talk: Talk, command: Command, now: float = 0.0) -> str:
    before = talk.state.record()
    with pytest.raises(CommandRefused) as caught:
        talk.apply(command, now)
    assert talk.state.record() == before
    return caught.value.code


def opened(poll: OpenPoll = POLL) -> tuple[Talk, int]:
    talk = Talk(STAGE)
    return talk, talk.apply(poll, 10.0)[0]["seq"]


def sums(talk: Talk) -> list[Any]:
    return [(each["voters"], each.get("counts")) for each in talk.polls()]


def test_a_host_opens_one_in_one_or_two_languages() -> None:
    talk, number = opened(replace(POLL, seconds=60, key="k"))
    (poll,) = talk.polls(ADA)
    assert (poll["seq"], poll["question"], poll["ends"]) == (number, QUESTION, 70_000)
    assert poll["options"][2] == {"en": "汽车", "zh": "汽车"}
    assert (poll["voters"], poll["counts"], poll["mine"], poll["closed"]) == (0, [0, 0, 0], [], None)
    assert talk.apply(replace(POLL, key="k"), 11.0) == ()
    assert talk.repeated(replace(POLL, key="k")) == number
    assert refused(talk, replace(POLL, author=ADA)) == "not_allowed"


@pytest.mark.parametrize(
    "change",
    [{"question": {"en": " "}}, {"question": {"en": "x" * 161}}, {"options": OPTIONS[:1]}, {"options": OPTIONS * 3},
     {"options": (OPTIONS[0], OPTIONS[0])}, {"options": ({"en": "One "}, {"en": "One", "zh": "二"})},
     {"options": ({"en": "x" * 81}, OPTIONS[0])}, {"options": ({}, OPTIONS[0])}, {"seconds": 4},
     {"seconds": 86_401}, {"question": {"en": "a\u202eb"}}],
)  # fmt: skip
def test_what_is_no_poll(change: dict[str, Any]) -> None:
    assert refused(Talk(STAGE), replace(POLL, **change)) == "bad_poll"


def test_words_that_are_not_wanted_are_in_no_poll() -> None:
    talk = Talk(STAGE, Words.of(["blister"]))
    assert refused(talk, replace(POLL, options=(OPTIONS[0], {"en": "a blister"}))) == "filtered"


def test_a_few_are_open_at_a_time() -> None:
    talk = Talk(STAGE)
    numbers = [talk.apply(POLL, 0.0)[0]["seq"] for _ in range(MOST_OPEN)]
    assert refused(talk, POLL) == "too_many_polls"
    talk.apply(ClosePoll(HOST, numbers[0]), 1.0)
    assert talk.apply(POLL, 2.0)


def test_everyone_here_votes_once_and_may_change_it() -> None:
    talk, poll = opened()
    (event,) = talk.apply(CastBallot(ADA, poll, (1,)), 11.0)
    assert (event["kind"], event["voters"], event["counts"]) == ("balloted", 1, [0, 1, 0])
    assert talk.apply(CastBallot(ADA, poll, (1, 1)), 11.0) == (), "twice is once"
    talk.apply(CastBallot(BO, poll, (1,)), 12.0)
    assert sums(talk) == [(2, [0, 2, 0])]
    talk.apply(CastBallot(ADA, poll, (0,)), 13.0)
    assert sums(talk) == [(2, [1, 1, 0])]
    assert [each["mine"] for each in talk.polls(ADA)] == [[0]]
    talk.apply(CastBallot(ADA, poll, ()), 14.0)
    assert sums(talk) == [(1, [0, 1, 0])]
    assert talk.apply(CastBallot(replace(BO, by="m" * 18, muted=True), poll, (2,)), 15.0), "it is no speaking"
    assert refused(talk, CastBallot(FAR, poll, (1,))) == "not_here"
    assert refused(talk, CastBallot(replace(ADA, role="kiosk"), poll, (1,))) == "not_allowed"
    assert refused(talk, CastBallot(ADA, poll, (0, 1))) == "bad_ballot"
    for choice in (3, -1):
        assert refused(talk, CastBallot(ADA, poll, (choice,))) == "bad_ballot"
    assert refused(talk, CastBallot(ADA, 99, (1,))) == "unknown_poll"


def test_several_may_be_chosen_where_it_says_so() -> None:
    talk, poll = opened(replace(POLL, several=True))
    talk.apply(CastBallot(ADA, poll, (2, 0)), 11.0)
    talk.apply(CastBallot(BO, poll, (0,)), 11.0)
    assert sums(talk) == [(2, [2, 0, 1])]


def test_it_is_over_when_a_host_says_so() -> None:
    talk, poll = opened()
    talk.apply(CastBallot(ADA, poll, (1,)), 11.0)
    assert refused(talk, ClosePoll(ADA, poll)) == "not_allowed"
    (event,) = talk.apply(ClosePoll(HOST, poll), 12.0)
    assert (event["kind"], event["counts"]) == ("poll_closed", [0, 1, 0])
    assert talk.apply(ClosePoll(HOST, poll), 13.0) == ()
    assert refused(talk, CastBallot(BO, poll, (1,))) == "poll_closed"


def test_it_is_over_by_time_and_said_once() -> None:
    talk, poll = opened(replace(POLL, seconds=30))
    talk.apply(CastBallot(ADA, poll, (1,)), 39.9)
    assert talk.expire(39.9) == ()
    assert refused(talk, CastBallot(BO, poll, (1,)), 40.0) == "poll_closed", "before anybody has said it"
    (event,) = talk.expire(40.1)
    assert (event["kind"], event["poll"], event["counts"]) == ("poll_closed", poll, [0, 1, 0])
    assert talk.expire(41.0) == ()
    assert talk.polls()[0]["closed"] == 40_100


def test_hidden_sums_are_told_when_it_is_over() -> None:
    talk, poll = opened(replace(POLL, hidden=True))
    events = talk.apply(CastBallot(ADA, poll, (1,)), 11.0)
    assert "counts" not in events[0]
    assert told(events)[0]["polls"] == {str(poll): {"voters": 1}}
    assert sums(talk) == [(1, None)]
    (event,) = talk.apply(ClosePoll(HOST, poll), 12.0)
    assert event["counts"] == [0, 1, 0]
    assert sums(talk) == [(1, [0, 1, 0])]


def test_nobody_is_told_who_chose_what_and_ballots_in_a_row_are_one() -> None:
    talk, poll = opened()
    events = [*talk.apply(CastBallot(ADA, poll, (1,)), 1.0), *talk.apply(CastBallot(BO, poll, (0,)), 1.0)]
    (sent,) = told(events)
    assert (sent["first"], sent["seq"]) == (2, 3)
    assert sent["polls"] == {str(poll): {"voters": 2, "counts": [1, 1, 0]}}
    assert ADA.by not in str(sent)
    assert ADA.by not in str(talk.polls(BO))


def test_one_is_taken_away_and_told_without_its_words() -> None:
    talk, poll = opened()
    events = talk.apply(POLL, 10.0)
    assert refused(talk, Remove(ADA, poll)) == "not_allowed"
    talk.apply(Remove(HOST, events[0]["seq"]), 11.0)
    assert [each["seq"] for each in talk.polls()] == [poll]
    (sent,) = told(events, talk.state.gone)
    assert (sent["options"], "Which" in str(sent)) == ([], False)


def test_those_that_are_over_are_forgotten_when_they_are_many() -> None:
    talk = Talk(STAGE)
    for _ in range(MOST_CLOSED + 2):
        talk.apply(ClosePoll(HOST, talk.apply(POLL, 0.0)[0]["seq"]), 0.0)
    assert len(talk.polls()) == MOST_CLOSED


def test_one_goes_on_from_what_is_kept() -> None:
    talk, poll = opened(replace(POLL, hidden=True))
    talk.apply(CastBallot(ADA, poll, (1,)), 11.0)
    twin = Talk(STAGE, state=State.of(talk.state.record()))
    for each in (talk, twin):
        each.apply(CastBallot(ADA, poll, (2,)), 12.0)
        each.apply(ClosePoll(HOST, poll), 13.0)
    assert sums(twin) == sums(talk) == [(1, [0, 0, 1])]
