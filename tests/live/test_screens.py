"""Screens of stages: what a host chose holds for whoever comes, as long as it can be shown."""

from __future__ import annotations

import pytest

from hallwright.errors import CommandRefused
from hallwright.live.commands import Join, Rebuild, ShowOnScreen
from hallwright.live.events import ScreenChanged
from hallwright.live.hall import Hall
from hallwright.live.screens import AHEAD, ReelPlan, ScreenPlan

REELS = (ReelPlan("film", "stream"), ReelPlan("plan", "slides", 3), ReelPlan("words", "text"))


@pytest.fixture
def hall() -> Hall:
    hall = Hall(("hall",), "r1")
    hall.apply(Rebuild("r2", ("hall",), screens=(ScreenPlan("hall/main", REELS),)), 0.0)
    return hall


def show(hall: Hall, reel: str | None, slide: int | None = None, text: object = None, now: float = 5.0) -> object:
    events = hall.apply(ShowOnScreen("hall/main", reel, slide, text), now)
    return [event.showing for event in events if isinstance(event, ScreenChanged)]


def test_a_screen_changes_a_moment_after_the_word(hall: Hall) -> None:
    assert show(hall, "plan", 2) == [{"reel": "plan", "since": 5.0 + AHEAD, "slide": 2, "text": None}]
    assert show(hall, "plan", 2, now=6.0) == []
    assert hall.state().screens["hall/main"]["slide"] == 2


def test_words_in_one_language_stand_for_both(hall: Hall) -> None:
    show(hall, "words", text={"zh": "  欢迎 光临 "})
    assert hall.screens.showing()["hall/main"]["text"] == {"en": "欢迎 光临", "zh": "欢迎 光临"}


def test_it_is_left_to_the_programme_again(hall: Hall) -> None:
    show(hall, "film")
    assert show(hall, None) == [None]
    assert show(hall, None) == []
    assert hall.state().screens == {}


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (ShowOnScreen("hall/none", "film"), "unknown_screen"),
        (ShowOnScreen("hall/main", "nothing"), "unknown_reel"),
        (ShowOnScreen("hall/main", "plan", 3), "out_of_range"),
        (ShowOnScreen("hall/main", "words", text={"fr": "Bonjour"}), "malformed"),
        (ShowOnScreen("hall/main", "words", text={"en": 5}), "malformed"),
        (ShowOnScreen("hall/main", "words", text={"en": "x" * 281}), "malformed"),
        (ShowOnScreen("hall/main", "words", text={"en": "a\u202eb"}), "malformed"),
        (ShowOnScreen("hall/main", "film", connection="v"), "not_allowed"),
    ],
)
def test_what_cannot_be_shown_is_refused_and_changes_nothing(hall: Hall, command: ShowOnScreen, code: str) -> None:
    hall.apply(Join("v", "hall", "secret"), 1.0)
    before = hall.state()
    with pytest.raises(CommandRefused) as refused:
        hall.apply(command, 2.0)
    assert refused.value.code == code
    assert hall.state() == before


def test_a_rebuilt_hall_keeps_what_it_still_can_show(hall: Hall) -> None:
    show(hall, "plan", 2)
    kept = hall.apply(Rebuild("r3", ("hall",), screens=(ScreenPlan("hall/main", REELS),)), 9.0)[0]
    assert kept.screens["hall/main"]["slide"] == 2  # type: ignore[union-attr]
    fewer = ScreenPlan("hall/main", (ReelPlan("plan", "slides", 2),))
    hall.apply(Rebuild("r4", ("hall",), screens=(fewer,)), 10.0)
    assert hall.screens.showing() == {}
