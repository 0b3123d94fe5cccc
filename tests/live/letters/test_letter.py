"""What may become of a letter: the whole table, by side and standing, and what each command leaves."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from hallwright.errors import CommandRefused
from hallwright.live.letters import letter as limits
from hallwright.live.letters.cards import LONGEST, Card, card_of
from hallwright.live.letters.commands import Command, End, Inquire, Report, See, Write
from hallwright.live.letters.letter import Letter
from hallwright.live.letters.state import State
from hallwright.live.letters.telling import told
from hallwright.live.letters.writers import Side, Writer
from hallwright.live.talking.words import Words

ANN, BO, MO = Writer("visitor", "Ann"), Writer("staff", "Bo", "bo-1"), Writer("moderator", "Mo", "mo-1")
WRITERS: dict[Side, Writer] = {"visitor": ANN, "staff": BO, "moderator": MO}
CARD = Card(name="Ann Li", email="ann@example.org")
# who may, in each standing; everything else is refused
LAW: dict[str, dict[str, str]] = {
    "inquire": {"none": "visitor", "open": "visitor", "answered": "visitor", "closed": "visitor"},  # said once
    "write": {"none": "", "open": "visitor staff", "answered": "visitor staff", "closed": ""},
    "see": {"none": "", "open": "visitor staff", "answered": "visitor staff", "closed": "visitor staff"},
    "end": {"none": "", "open": "visitor staff moderator", "answered": "visitor staff moderator", "closed": ""},
    "report": {"none": "", "open": "visitor staff", "answered": "visitor staff", "closed": "visitor staff"},
}


def wish(name: str, writer: Writer) -> Command:
    commands: dict[str, Command] = {
        "inquire": Inquire(writer, "a1", "How much?", None, CARD), "write": Write(writer, "More"),
        "see": See(writer, 99), "end": End(writer), "report": Report(writer, "rude"),
    }  # fmt: skip
    return commands[name]


def letter(standing: str, words: Words = limits.NOT_LISTED) -> Letter:
    made = Letter(words=words)
    steps: list[Command] = [Inquire(ANN, "a1", "How much?", "rocket", CARD), Write(BO, "Ten."), End(BO)]
    for command in steps[: ("none", "open", "answered", "closed").index(standing)]:
        made.apply(command, 100.0)
    assert made.state.standing == standing
    return made


def refusal(made: Letter, command: Command) -> str:
    before = made.state.seq
    with pytest.raises(CommandRefused) as caught:
        made.apply(command, 200.0)
    assert made.state.seq == before
    return caught.value.code


@pytest.mark.parametrize("side", WRITERS)
@pytest.mark.parametrize("standing", ["none", "open", "answered", "closed"])
@pytest.mark.parametrize("name", LAW)
def test_the_law(name: str, standing: str, side: Side) -> None:
    made = letter(standing)
    if side in LAW[name][standing].split():
        made.apply(wish(name, WRITERS[side]), 200.0)
    else:
        assert refusal(made, wish(name, WRITERS[side])) in {"not_allowed", "unknown_letter", "letter_closed"}


def test_a_letter_is_asked_answered_and_ended() -> None:
    made, events = Letter(), list[dict[str, Any]]()
    events += made.apply(Inquire(ANN, "a1", "  How much?\n\n\n\n And when? ", "rocket", CARD), 100.0)
    assert (made.state.standing, made.state.unread("staff"), made.state.unread("visitor")) == ("open", 1, 0)
    events += made.apply(See(BO, 1), 101.0)
    events += made.apply(Write(BO, "Ten.", "k1"), 130.5)
    assert (made.state.standing, made.state.unread("staff"), made.state.unread("visitor")) == ("answered", 0, 1)
    events += made.apply(Write(ANN, "Thanks"), 140.0)
    assert (made.state.standing, made.state.unread("visitor")) == ("open", 0)
    events += made.apply(End(ANN), 150.0)
    assert [event["kind"] for event in events] == ["inquired", "seen", "replied", "wrote", "ended"]
    assert events[0]["text"] == "How much?\n\nAnd when?"
    assert (made.state.opened, made.state.answered, made.state.last) == (100_000, 130_500, 140_000)
    assert State.of(events) == made.state


def test_what_is_sent_again_is_said_once() -> None:
    made = letter("open")
    assert made.apply(Inquire(ANN, "a1", "How much?"), 200.0) == ()
    first = made.apply(Write(ANN, "And?", "k"), 200.0)
    assert made.apply(Write(ANN, "And?", "k"), 201.0) == ()
    assert made.repeated(Write(ANN, "And?", "k")) == first[0]["seq"]
    assert made.apply(Write(BO, "The other side's key is its own", "k"), 202.0)


def test_a_card_alone_is_a_letter_and_nothing_is_none() -> None:
    assert Letter().apply(Inquire(ANN, "a1", " ", None, CARD), 1.0)[0]["card"] == CARD.record()
    assert refusal(Letter(), Inquire(ANN, "a1", " ")) == "bad_text"


def test_texts_have_limits_and_no_unwanted_words() -> None:
    made = letter("open", Words.of(["blister"]))
    assert refusal(made, Write(ANN, "x" * (limits.LONGEST_TEXT + 1))) == "letter_too_long"
    assert refusal(made, Write(ANN, "x\ny\n" * limits.MOST_LINES)) == "letter_too_long"
    assert refusal(made, Write(ANN, "a\u202eb")) == "bad_text"
    assert refusal(made, Write(ANN, "you blister")) == "filtered"
    fresh, spelled = Letter(words=Words.of(["blister"])), Card(note="b.l.i.s.t.e.r")
    assert refusal(fresh, Inquire(ANN, "a1", "", None, spelled)) == "filtered"
    for _ in range(limits.MOST_MESSAGES - 1):
        made.apply(Write(ANN, "again"), 2.0)
    assert refusal(made, Write(ANN, "once more")) == "letter_full"


def test_events_stay_within_what_is_read() -> None:
    made = letter("open")
    for before, after in pairwise(range(limits.MOST_MESSAGES)):
        made.apply(See(BO if after % 2 else ANN, 10_000), 3.0)
        made.apply(Write(ANN if before % 2 else BO, "x"), 3.0)
    for _ in range(limits.MOST_REPORTS):
        made.apply(Report(ANN, "x"), 4.0)
    assert refusal(made, Report(ANN, "x")) == "reported_lately"
    assert made.state.seq <= limits.MOST_EVENTS


def test_a_card_has_what_was_filled_in_and_every_fault_is_named() -> None:
    assert card_of(dict.fromkeys(LONGEST, " ")) is None
    phone = "+86 (10) 1234-5678"
    assert card_of({"name": " Ann  Li ", "phone": phone}) == Card(name="Ann Li", phone=phone)
    with pytest.raises(CommandRefused) as caught:
        card_of({"name": "x" * 61, "email": "nowhere", "phone": "call me"})
    assert caught.value.code == "bad_card"
    assert all(word in str(caught.value) for word in ("name", "email", "phone"))


def test_no_side_is_told_accounts_reports_or_what_the_other_has_read() -> None:
    made, events = letter("answered"), list[dict[str, Any]]()
    events += made.apply(Write(BO, "Ten.", "k"), 5.0)
    events += made.apply(See(ANN, 99), 5.0)
    events += made.apply(Report(ANN, "rude"), 5.0)
    assert told(events, "visitor") == told(events, "staff")
    assert [event["kind"] for event in told(events, "staff")] == ["replied"]
    assert "bo-1" not in str(told(events, "moderator"))
    assert [event["kind"] for event in told(events, "moderator")] == ["replied", "reported"]
