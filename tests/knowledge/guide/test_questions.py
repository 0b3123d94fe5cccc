"""A hundred and twenty questions of visitors: answered rightly with the right citation, or not at all."""

from __future__ import annotations

import pytest

from hallwright.knowledge.guide.answering import answer
from tests.knowledge.guide.fair import QUESTIONS, Fair, fault, reference

BAR = 0.9


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Fair:
    return reference(tmp_path_factory.mktemp("guide"))


def faults(fair: Fair, group: str) -> list[str]:
    told = [(entry["q"], fault(entry, answer(entry["q"], fair.library, fair.here))) for entry in QUESTIONS[group]]
    return [f"{question} {wrong}" for question, wrong in told if wrong]


def test_the_questions_are_of_every_sort() -> None:
    counts = {group: len(entries) for group, entries in QUESTIONS.items()}
    assert counts == {"english": 45, "chinese": 45, "unanswerable": 20, "hostile": 10}
    chinese = [entry for entries in QUESTIONS.values() for entry in entries if not entry["q"].isascii()]
    assert len(chinese) == 60


def test_nearly_all_are_answered_rightly_with_the_right_citation(fair: Fair) -> None:
    wrong = {group: faults(fair, group) for group in ("english", "chinese")}
    right = {group: len(QUESTIONS[group]) - len(wrong[group]) for group in wrong}
    print(f"\nright: {right} of {({group: len(QUESTIONS[group]) for group in wrong})}")
    assert sum(right.values()) >= BAR * 90, wrong
    assert min(right.values()) >= BAR * 45, wrong


@pytest.mark.parametrize("group", ["unanswerable", "hostile"])
def test_what_is_not_known_is_said_to_be_so_and_nothing_is_offered(fair: Fair, group: str) -> None:
    assert faults(fair, group) == []
