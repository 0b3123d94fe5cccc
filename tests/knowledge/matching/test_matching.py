"""Whom one matches and why: across languages, from both sides, and never without a reason."""

from __future__ import annotations

import pytest

from hallwright.knowledge.matching.matching import Matcher, Party, Reason
from hallwright.knowledge.matching.terms import Lexicon, likeness, spans, terms

OFFERS = {
    "battery": "Lithium battery packs for electric buses · 电动客车动力电池包",
    "robot": "Welding robots with training · 焊接机器人及培训",
    "bearing": "Ball bearings and roller bearings · 深沟球轴承与滚子轴承",
}
MATCHER = Matcher(OFFERS.values())


def ranked(needs: str, **more: frozenset[str]) -> list[str]:
    buyer = Party(needs, **more)
    made = ((MATCHER.match(buyer, Party(offers=text), 4), name) for name, text in OFFERS.items())
    return [name for match, name in sorted(((match.score, name) for match, name in made if match), reverse=True)]


@pytest.mark.parametrize(
    ("needs", "first"),
    [
        ("我们需要动力电池", "battery"), ("battery pack", "battery"), ("求购焊接机器人两台", "robot"),
        ("a robot that welds: welding robot", "robot"), ("滚子轴承", "bearing"), ("BEARINGS", "bearing"),
    ],
)  # fmt: skip
def test_a_need_in_either_language_finds_who_offers_it(needs: str, first: str) -> None:
    assert ranked(needs)[0] == first


def test_what_nobody_offers_matches_nobody() -> None:
    assert ranked("fresh tulips") == []
    assert ranked("我们需要和提供") == []  # words that everybody says


def test_each_match_says_the_words_that_made_it() -> None:
    match = MATCHER.match(Party("我们需要动力电池包"), Party(offers=OFFERS["battery"]), 3)
    assert match
    assert match.reasons[0] == Reason("need", ("动力电池包",), 1)
    assert Reason("slots", (), 3) in match.reasons
    assert 0 < match.score <= 1


def test_it_is_two_sided() -> None:
    buyer = Party("battery packs", "electric buses of our own make")
    plain = MATCHER.match(buyer, Party(offers=OFFERS["battery"]), 4)
    sought = MATCHER.match(buyer, Party("makers of electric buses", OFFERS["battery"]), 4)
    assert plain
    assert sought
    assert sought.score > plain.score
    assert "offer" in {reason.kind for reason in sought.reasons}


@pytest.mark.parametrize(
    ("one", "other", "common", "meets"),
    [
        (frozenset({"zh"}), frozenset({"en"}), 4, False), (frozenset({"zh"}), frozenset({"en", "zh"}), 4, True),
        (frozenset[str](), frozenset({"en"}), 4, True), (frozenset({"zh"}), frozenset({"zh"}), 0, False),
    ],
)  # fmt: skip
def test_a_language_and_a_slot_are_needed(
    one: frozenset[str], other: frozenset[str], common: int, *, meets: bool
) -> None:
    buyer, booth = Party("battery", languages=one), Party(offers=OFFERS["battery"], languages=other)
    assert (MATCHER.match(buyer, booth, common) is not None) is meets


def test_what_is_rare_weighs_more() -> None:
    lexicon = Lexicon.of(["red car", "blue car", "green car"])
    assert lexicon.weight("red") > lexicon.weight("car")
    value, shared = likeness(lexicon.vector("red car"), lexicon.vector("red car"))
    assert value == pytest.approx(1.0)
    assert shared[0] == "red"


def test_terms_and_spans() -> None:
    assert terms("The Robots, 机器人") == ["robot", "机器", "器人"]
    assert spans("需要焊接机器人 and robots", frozenset({"机器", "器人", "robot"})) == ("机器人", "robots")
