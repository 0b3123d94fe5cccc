"""What is told of the seats of a model: whether they ride along."""

from __future__ import annotations

import pytest

from hallwright.build.models import about, rides
from hallwright.catalogue.rig import Motion, Part, Rig, slide, swing
from hallwright.catalogue.shelf import Shelf
from hallwright.config import resources

FAR, NEAR = [(0, (0, 0, 0)), (2, (0, 0, -3)), (4, (0, 0, 0))], [(0, (0, 0, 0)), (1, (0, 0.1, 0)), (2, (0, 0, 0))]
PARTS = {"track": Part([]), "car": Part([]), "bench": Part([], "car"), "cushion": Part([], "bench")}


def rig(*tracks: object, name: str = "run") -> Rig:
    return Rig(PARTS, (Motion(name, tracks),))  # type: ignore[arg-type]


@pytest.mark.parametrize("part", ["car", "bench", "cushion"])
def test_what_hangs_from_what_goes_rides(part: str) -> None:
    assert rides(rig(slide("car", FAR)), part)


def test_what_stays_does_not() -> None:
    assert not rides(rig(slide("car", FAR)), "track")
    assert not rides(rig(slide("car", NEAR)), "bench")
    assert not rides(rig(swing("car", (0, 1, 0), [(0, 0), (1, 1), (2, 0)])), "bench")
    assert not rides(rig(slide("cushion", FAR)), "bench")


def test_only_what_visitors_trigger_counts() -> None:
    assert not rides(rig(slide("car", FAR), name="doors"), "bench")


def test_the_train_is_ridden_and_a_car_that_opens_is_not() -> None:
    shelf = Shelf(resources().models)
    assert [seat["rides"] for seat in about(shelf.get("maglev"))["seats"]] == [True, True, True]
    assert not any(seat["rides"] for seat in about(shelf.get("ev-van"))["seats"])
