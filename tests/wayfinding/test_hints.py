"""Hints: the right words at the right places, in both languages."""

from __future__ import annotations

import math

import pytest

from hallwright.wayfinding.guide import Guide, Wish
from hallwright.wayfinding.hints import Hint, bearing
from hallwright.wayfinding.words import KINDS, turn_kind


def hints(guide: Guide, start: str, *stops: str, **how: bool) -> tuple[Hint, ...]:
    return guide.guided(Wish(start, stops, **how)).hints


def test_a_turn_is_told_at_its_corner(small: Guide) -> None:
    """From before A01 west, north along the row's end, to behind it."""
    found = hints(small, "hall:20,21", "hall:8,30")
    turn = next(hint for hint in found if "right" in hint.kind)
    assert turn.text.en.startswith(("Turn right at booth A01", "Bear right at booth A01"))
    assert "A01展位" in turn.text.zh and "右" in turn.text.zh
    assert math.dist(turn.at, (10.5, 23.5)) < 1.5


def test_the_side_on_which_one_has_arrived(small: Guide) -> None:
    assert hints(small, "hall:6,21.5", "A08")[-1].text.en == "You have arrived: Booth A08, Huaxin, on your left"
    assert hints(small, "hall:50,21.5", "A08")[-1].text.zh == "您已到达：A08展位（华新），在您右侧"
    assert hints(small, "hall:33,12", "A08")[-1].text.en.endswith("straight ahead")


def test_the_way_through_a_portal_is_told(small: Guide) -> None:
    found = hints(small, "entrance", "Y1")
    assert found[0].text.en == "Head east along the Main Aisle"
    assert found[0].text.zh == "沿主通道向东走"
    portal = next(hint for hint in found if hint.kind == "portal")
    assert portal.text.en == "Go through the gate to Yard" and portal.text.zh == "穿过大门，前往庭院"
    after = found[found.index(portal) + 1]
    assert after.text.en.startswith("In Yard, head ") and after.text.zh.startswith("进入庭院后，")
    steps = next(hint for hint in found if hint.kind == "steps")
    assert steps.text.en == "Take the steps: Garden Steps" and steps.text.zh == "走台阶：花园台阶"
    assert math.dist(steps.at, (19, 32)) < 2.5


def test_turning_into_an_aisle_names_it(small: Guide) -> None:
    found = hints(small, "hall:8,34", "hall:33,21.2")
    assert any(hint.text.en.endswith("into the Main Aisle") for hint in found)
    assert any(hint.text.zh.endswith("进入主通道") for hint in found)


def test_hints_come_in_order_and_say_where(small: Guide) -> None:
    found = hints(small, "A01", "toilets", "Y1", "stage")
    distances = [hint.distance for hint in found]
    assert distances == sorted(distances)
    assert all(hint.kind in KINDS and hint.text.en and hint.text.zh for hint in found)
    assert [hint.text.en[:6] for hint in found if hint.kind == "stop"] == ["Stop 1", "Stop 2"]
    assert found[-1].kind == "arrive"


@pytest.mark.parametrize(
    ("degrees", "kind"),
    [
        (35, "slight-right"), (-35, "slight-left"), (90, "right"), (-90, "left"), (150, "sharp-right"),
        (-179, "sharp-left"),
    ],
)
def test_turns_have_kinds(degrees: float, kind: str) -> None:
    assert turn_kind(degrees) == kind


def test_bearings() -> None:
    assert [round(math.degrees(bearing((0, 0), to))) for to in ((0, 1), (1, 0), (0, -1), (-1, 0))] == [0, 90, 180, 270]
