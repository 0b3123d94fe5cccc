"""Scripts of what is said: what follows, and what is refused and then changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hallwright.errors import CommandRefused
from hallwright.live.talking.authors import MAY, Author
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
from hallwright.live.talking.reactions import Reactions
from hallwright.live.talking.state import MOST_ANSWERED, REMEMBERED
from hallwright.live.talking.talk import MOST_QUESTIONS_EACH, Talk
from hallwright.live.talking.telling import told
from hallwright.live.talking.words import Words
from tests.live.talking.speakers import ADA, AREA, BO, FAR, HOST, STAGE


def refused(talk: Talk, command: Command, now: float = 0.0) -> CommandRefused:
    before = talk.state.record()
    with pytest.raises(CommandRefused) as caught:
        talk.apply(command, now)
    assert talk.state.record() == before
    return caught.value


def texts(talk: Talk) -> list[str]:
    return [message["text"] for message in talk.messages(200)]


def test_what_is_said_is_signed_and_numbered() -> None:
    talk = Talk(AREA)
    (event,) = talk.apply(Say(ADA, "  hello   there ", "k1"), 12.5)
    assert event == {
        "seq": 1, "time": 12500, "kind": "said", "by": ADA.by, "number": 1, "nickname": "Ada", "color": 1,
        "role": "visitor", "text": "hello there", "key": "k1",
    }  # fmt: skip
    assert talk.apply(Say(BO, "你好"), 13.0)[0]["seq"] == 2
    assert texts(talk) == ["hello there", "你好"]


def test_the_same_key_of_the_same_person_is_said_once() -> None:
    talk = Talk(AREA)
    talk.apply(Say(ADA, "one", "k"), 0.0)
    again = Say(ADA, "one", "k")
    assert talk.apply(again, 1.0) == ()
    assert talk.repeated(again) == 1
    assert talk.apply(Say(BO, "mine", "k"), 1.0)[0]["seq"] == 2
    assert talk.repeated(Say(ADA, "two", "other")) is None


def test_one_talks_where_one_is() -> None:
    talk = Talk(AREA)
    assert refused(talk, Say(FAR, "hello")).code == "not_here"
    assert refused(talk, Say(replace(ADA, muted=True), "hello")).code == "muted"
    assert talk.apply(Say(HOST, "hello from the park"), 0.0)


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "bad_text"), ("  \n ", "bad_text"), ("a\u202eb", "bad_text"), ("x" * 501, "too_long"),
     ("x" * 9000, "too_long"), ("what a blister", "filtered"), ("全是坏话", "filtered")],
)  # fmt: skip
def test_texts_that_are_refused(text: str, code: str) -> None:
    talk = Talk(STAGE, Words.of(["blister", "坏话"]))
    assert refused(talk, Say(ADA, text)).code == code
    assert refused(talk, Ask(ADA, text)).code == code
    assert talk.apply(Say(ADA, "x" * 500), 0.0)


def test_a_name_that_is_not_wanted_is_not_written_under_anything() -> None:
    talk = Talk(AREA, Words.of(["blister"]))
    assert talk.apply(Say(replace(ADA, nickname="Blister"), "hello"), 0.0)[0]["nickname"] == ""


def test_a_pace_holds_everyone_but_hosts() -> None:
    talk = Talk(AREA)
    assert refused(talk, SetPace(ADA, 5)).code == "not_allowed"
    assert refused(talk, SetPace(HOST, 601)).code == "malformed"
    assert talk.apply(SetPace(HOST, 10), 0.0)[0] == {"seq": 1, "time": 0, "kind": "pace", "seconds": 10, "number": 4}
    assert talk.apply(SetPace(HOST, 10), 0.0) == ()
    talk.apply(Say(ADA, "one"), 100.0)
    assert (refusal := refused(talk, Say(ADA, "two"), 103.0)).code == "slow_mode"
    assert refusal.wait == 7.0
    assert talk.apply(Say(BO, "others may"), 103.0)
    assert talk.apply(Say(ADA, "two"), 110.0)
    assert talk.apply(Say(HOST, "one"), 110.0)
    assert talk.apply(Say(HOST, "two"), 110.0)


def test_own_words_are_taken_back_and_others_by_hosts() -> None:
    talk = Talk(AREA)
    for author in (ADA, BO, ADA):
        talk.apply(Say(author, "hello"), 0.0)
    assert refused(talk, Withdraw(ADA, 2)).code == "not_allowed"
    assert refused(talk, Withdraw(ADA, 9)).code == "unknown_message"
    assert refused(talk, Remove(ADA, 2)).code == "not_allowed"
    assert talk.apply(Withdraw(ADA, 1), 0.0)[0]["kind"] == "withdrawn"
    assert talk.apply(Remove(HOST, 2), 0.0)[0]["number"] == 4
    assert [message["seq"] for message in talk.messages(9)] == [3]
    assert refused(talk, Withdraw(ADA, 1)).code == "unknown_message"


def test_who_has_the_number_of_somebody_gone_cannot_take_their_words_back() -> None:
    talk = Talk(AREA)
    talk.apply(Say(ADA, "hello"), 0.0)
    assert refused(talk, Withdraw(replace(BO, number=ADA.number), 1)).code == "not_allowed"


def test_a_place_remembers_its_last_messages() -> None:
    talk = Talk(AREA)
    for turn in range(REMEMBERED + 3):
        talk.apply(Say(ADA, f"{turn}"), float(turn))
    assert texts(talk)[0] == "3"
    assert len(texts(talk)) == REMEMBERED
    assert talk.messages(2)[-1]["text"] == f"{REMEMBERED + 2}"
    assert talk.messages(0) == []


def test_questions_are_asked_at_stages_and_voted_for_once_each() -> None:
    assert refused(Talk(AREA), Ask(ADA, "why?")).code == "no_questions"
    talk = Talk(STAGE)
    talk.apply(Ask(ADA, "why?"), 0.0)
    assert talk.apply(Vote(BO, 1), 0.0)[0] == {
        "seq": 2, "time": 0, "kind": "voted", "question": 1, "by": BO.by, "votes": 1,
    }  # fmt: skip
    assert talk.apply(Vote(BO, 1), 0.0) == ()
    assert talk.apply(Vote(ADA, 1), 0.0)[0]["votes"] == 2
    assert talk.apply(Unvote(BO, 1), 0.0)[0]["votes"] == 1
    assert talk.apply(Unvote(BO, 1), 0.0) == ()
    assert refused(talk, Vote(BO, 7)).code == "unknown_message"
    assert refused(talk, Vote(FAR, 1)).code == "not_here"
    (question,) = talk.questions(ADA)
    assert (question["votes"], question["mine"]) == (1, True)
    assert "mine" not in talk.questions()[0]


def test_questions_are_answered_and_hidden_by_hosts() -> None:
    talk = Talk(STAGE)
    for text in ("one?", "two?"):
        talk.apply(Ask(ADA, text), 0.0)
    assert refused(talk, Answer(ADA, 1)).code == "not_allowed"
    assert refused(talk, Hide(ADA, 1)).code == "not_allowed"
    talk.apply(Answer(HOST, 1), 0.0)
    assert refused(talk, Vote(BO, 1)).code == "answered"
    talk.apply(Hide(HOST, 2), 0.0)
    assert [each["seq"] for each in talk.questions(BO)] == [1]
    assert [each["seq"] for each in talk.questions(HOST)] == [1, 2]
    assert refused(talk, Vote(BO, 2)).code == "unknown_message"
    (event,) = talk.apply(Hide(HOST, 2, hidden=False), 0.0)
    assert event["asked"]["text"] == "two?"
    talk.apply(Answer(HOST, 1, done=False), 0.0)
    assert talk.apply(Vote(BO, 1), 0.0)


def test_nobody_floods_a_stage_with_questions() -> None:
    talk = Talk(STAGE)
    for turn in range(MOST_QUESTIONS_EACH):
        talk.apply(Ask(ADA, f"{turn}?"), 0.0)
    assert refused(talk, Ask(ADA, "more?")).code == "too_many_questions"
    assert talk.apply(Ask(BO, "mine?"), 0.0)
    talk.apply(Withdraw(ADA, 1), 0.0)
    assert talk.apply(Ask(ADA, "more?"), 0.0)


def test_answered_questions_are_forgotten_when_they_are_many() -> None:
    talk = Talk(STAGE)
    for turn in range(MOST_ANSWERED + 2):
        (event,) = talk.apply(Ask(ADA, f"{turn}?"), 0.0)
        talk.apply(Answer(HOST, event["seq"]), 0.0)
    assert len(talk.questions()) == MOST_ANSWERED
    assert talk.questions()[0]["text"] == "2?"


COMMANDS = {
    "say": lambda who: Say(who, "hello"), "withdraw": lambda who: Withdraw(who, 1),
    "remove": lambda who: Remove(who, 1), "pace": lambda who: SetPace(who, 5), "ask": lambda who: Ask(who, "why?"),
    "vote": lambda who: Vote(who, 2), "unvote": lambda who: Unvote(who, 2), "answer": lambda who: Answer(who, 2),
    "hide": lambda who: Hide(who, 2), "poll": lambda who: OpenPoll(who, {"en": "q"}, ({"en": "a"}, {"en": "b"})),
    "ballot": lambda who: CastBallot(who, 3, (0,)), "close_poll": lambda who: ClosePoll(who, 3),
}  # fmt: skip


@pytest.mark.parametrize("role", ["visitor", "exhibitor", "host", "moderator", "organizer", "kiosk", "made-up"])
@pytest.mark.parametrize("wish", [*COMMANDS, "react"])
def test_every_role_may_do_what_the_table_says_and_nothing_else(role: str, wish: str) -> None:
    who: Author = replace(ADA, role=role)
    talk, reactions = Talk(STAGE), Reactions(STAGE)
    talk.apply(Say(ADA, "hello"), 0.0)
    talk.apply(Ask(BO, "why?"), 0.0)
    talk.apply(COMMANDS["poll"](replace(BO, role="host")), 0.0)
    allowed = wish in MAY.get(role, MAY["visitor"])
    if wish == "react":
        attempt = lambda: reactions.react(who, "clap")  # noqa: E731
    else:
        attempt = lambda: talk.apply(COMMANDS[wish](who), 1.0)  # noqa: E731
    if allowed:
        attempt()
        return
    with pytest.raises(CommandRefused) as caught:
        attempt()
    assert caught.value.code == "not_allowed"
    assert talk.state.seq == 3
    assert reactions.take() == {}


def test_reactions_are_counted_and_nothing_more() -> None:
    reactions = Reactions(STAGE)
    for _ in range(3):
        reactions.react(ADA, "clap")
    reactions.react(BO, "heart")
    with pytest.raises(CommandRefused, match="one of"):
        reactions.react(ADA, "boo")
    with pytest.raises(CommandRefused, match="where one is"):
        reactions.react(FAR, "clap")
    assert reactions.take() == {"clap": 3, "heart": 1}
    assert reactions.take() == {}


def test_nobody_is_told_who_voted_and_votes_in_a_row_are_one() -> None:
    talk = Talk(STAGE)
    events = [
        *talk.apply(Ask(ADA, "why?"), 0.0), *talk.apply(Vote(BO, 1), 1.0), *talk.apply(Vote(ADA, 1), 2.0),
        *talk.apply(Say(ADA, "secret"), 3.0), *talk.apply(Unvote(BO, 1), 4.0), *talk.apply(Withdraw(ADA, 4), 5.0),
    ]  # fmt: skip
    sent = told(events, talk.state.gone)
    assert [(each["kind"], each.get("first"), each["seq"]) for each in sent] == [
        ("asked", None, 1), ("votes", 2, 3), ("said", None, 4), ("votes", 5, 5), ("withdrawn", None, 6),
    ]  # fmt: skip
    assert [each["votes"] for each in sent if each["kind"] == "votes"] == [{"1": 2}, {"1": 1}]
    assert BO.by not in str(sent)
    assert "secret" not in str(sent)
