"""How far apart colours look, to usual eyes and to others."""

from __future__ import annotations

import pytest

from hallwright.geometry.seeing import EYES, Eyes, alike_to, apart, seen


@pytest.mark.parametrize("eyes", EYES)
def test_black_and_white_are_one_apart_for_all(eyes: Eyes) -> None:
    assert apart("#000000", "#ffffff", eyes) == pytest.approx(1, abs=1e-5)


def test_oklab_of_its_author() -> None:
    # https://bottosson.github.io/posts/oklab: pure red
    assert seen("#ff0000", "usual") == pytest.approx((0.62796, 0.22486, 0.12585), abs=1e-4)


def test_red_and_green_of_one_lightness_are_told_apart_by_usual_eyes_only() -> None:
    assert alike_to("#B3202C", "#5F5A00") == ("deutan",)
    assert alike_to("#1F6FB2", "#7A4FB5") == ("deutan", "protan")
    assert alike_to("#1F6FB2", "#2E7D4F") == ("tritan",)
    assert alike_to("#1F6FB2", "#1f6fb2") == tuple(EYES)
    assert alike_to("#1F6FB2", "#C8561B") == ()
