"""Where vehicles drive on a route, and which ones."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hallwright.layout.model import Show, Text
from hallwright.scene.lanes import fleet_of, lanes_of

SHOW = Show(
    id="drive", kind="traffic", area="park", name=Text("Drive", "试驾"), duration=0.0, loop=False, autostart=True,
    at=(0.0, 0.0), size=(0.0, 0.0), facing=0.0, height=0.0, count=0, stage=None, routine="", route="ring",
    path=((20.0, 20.0), (100.0, 20.0), (100.0, 60.0), (20.0, 60.0)), closed=True, width=8.0,
    vehicles=(("a", 4), ("b", 2)),
)  # fmt: skip


def turning(lane: tuple[tuple[float, float], ...]) -> float:
    """Twice the signed area: positive when it goes round to the left."""
    x, y = np.array(lane).T
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())


def test_a_wide_ring_has_a_lane_for_each_direction_on_the_right() -> None:
    along, against = lanes_of(SHOW)
    assert turning(along) > 0 > turning(against)
    assert min(y for _, y in along) == pytest.approx(18)  # a quarter of the width to the right of y = 20
    assert min(y for _, y in against) == pytest.approx(22)


def test_a_narrow_ring_has_one_lane_in_the_middle() -> None:
    (lane,) = lanes_of(replace(SHOW, width=4.0))
    assert turning(lane) > 0
    assert min(y for _, y in lane) == pytest.approx(20)


@pytest.mark.parametrize("path", [((10.0, 10.0), (60.0, 10.0)), ((10.0, 10.0), (60.0, 10.0), (60.0, 50.0))])
def test_an_open_route_is_driven_there_and_back(path: tuple[tuple[float, float], ...]) -> None:
    (lane,) = lanes_of(replace(SHOW, closed=False, path=path))
    points = np.array(lane)
    steps = np.hypot(*(np.roll(points, -1, axis=0) - points).T)
    assert steps.sum() > 2 * 49
    south = points[(points[:, 0] > 20) & (points[:, 0] < 40) & (points[:, 1] < 10)]
    assert len(south) == 0 or (south[:, 1] < 9).all()


def test_corners_are_round() -> None:
    for lane in lanes_of(SHOW):
        ahead = np.diff(np.array([*lane, *lane[:2]]), axis=0)
        turn = np.diff(np.unwrap(np.arctan2(ahead[:, 1], ahead[:, 0])))
        assert np.abs(turn).max() < 0.5


def test_kinds_are_mixed_and_lanes_take_turns() -> None:
    fleet = fleet_of(SHOW, 2)
    assert [lane for _, lane in fleet] == [0, 1, 0, 1, 0, 1]
    assert sorted(kind for kind, _ in fleet) == [0, 0, 0, 0, 1, 1]
    assert [kind for kind, _ in fleet] != sorted(kind for kind, _ in fleet)
