"""Whom one matches and why: across languages, from both sides, and never without a reason."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hallwright.knowledge.matching.assigning import UNBOOKED, assign, bound
from hallwright.knowledge.matching.matching import Matcher, Party, Reason, shared
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


WORDS = ("battery", "packs", "robots", "the", "welding", "bearings", "电池", "机器人", "焊接", "我们需要", "轴承", "·")
TEXTS = some.lists(some.sampled_from(WORDS), max_size=8).map(" ".join)
NAMES = some.frozensets(some.sampled_from(["en", "zh", "ar"]), max_size=2)
PARTIES = some.lists(some.builds(Party, TEXTS, TEXTS, NAMES, NAMES), min_size=1, max_size=6)
DRAWN = some.integers(0, 2**32 - 1)


@given(PARTIES, PARTIES, DRAWN)
@settings(max_examples=150, deadline=None)
def test_all_pairs_at_once_have_the_scores_that_explain_themselves(
    ones: list[Party], others: list[Party], seed: int
) -> None:
    common = np.random.default_rng(seed).integers(0, 6, (len(ones), len(others)))
    scores = MATCHER.scores(ones, others, common)
    for row, one in enumerate(ones):
        for column, other in enumerate(others):
            match = MATCHER.match(one, other, int(common[row, column]))
            assert scores[row, column] == (match.score if match else 0.0)  # to the last bit
            assert match is None or match.reasons


@given(some.lists(NAMES, min_size=1, max_size=5), some.lists(NAMES, min_size=1, max_size=5))
def test_what_each_shares_with_each_is_counted(ones: list[frozenset[str]], others: list[frozenset[str]]) -> None:
    assert shared(ones, others).tolist() == [[len(one & other) for other in others] for one in ones]


def test_a_whole_fair_of_texts_is_scored_assigned_and_explained() -> None:
    """2,000 buyers, 500 exhibitors, 16 slots: near the relaxed optimum, nobody twice in a slot, each with reasons."""
    draw = np.random.default_rng(11)
    things = [f"{one}{other}" for one in "铝铜钢塑锂碳钛镁硅锌" for other in "件泵轴管板线模阀座壳"]
    said = [" ".join(draw.choice(things, 3)) for _ in range(500)]
    booths = [Party("", text, languages=frozenset(draw.choice(["zh", "en"], 1))) for text in said]
    needs = [" ".join(draw.choice(things, 2)) for _ in range(2_000)]
    buyers = [Party(text, "", languages=frozenset(draw.choice(["zh", "en", "ar"], 2))) for text in needs]
    free = draw.random((2_000, 16)) < 0.6, draw.random((500, 16)) < 0.85
    common = free[0].astype(int) @ free[1].T.astype(int)
    matcher = Matcher(said)
    scores = matcher.scores(buyers, booths, common)
    booked = assign(scores, *free)
    rows, columns = np.nonzero(booked != UNBOOKED)
    assert scores[rows, columns].sum() >= 0.95 * bound(scores, *free)
    at = booked[rows, columns]
    assert free[0][rows, at].all()
    assert free[1][columns, at].all()
    for side in (rows, columns):
        assert len(set(zip(side.tolist(), at.tolist(), strict=True))) == len(at) > 2_000
    for row, column in list(zip(rows.tolist(), columns.tolist(), strict=True))[::17]:
        match = matcher.match(buyers[row], booths[column], int(common[row, column]))
        assert match
        assert match.score == scores[row, column]
        assert {"need", "slots"} <= {reason.kind for reason in match.reasons}


@given(PARTIES, PARTIES, some.integers(1, 4), DRAWN)
@settings(max_examples=60, deadline=None)
def test_the_best_are_those_that_single_scores_say(
    ones: list[Party], others: list[Party], most: int, seed: int
) -> None:
    common = np.random.default_rng(seed).integers(0, 6, len(others)).tolist()
    made = [(place, MATCHER.match(ones[0], each, common[place])) for place, each in enumerate(others)]
    wanted = sorted(((place, match) for place, match in made if match), key=lambda each: -each[1].score)[:most]
    assert MATCHER.best(ones[0], others, common, most) == wanted
