"""Routes through two small areas: through a portal, around a hedge, over stops, and from anywhere."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from hallwright.errors import RouteRefused
from hallwright.wayfinding.guide import Guide, Guided, Wish
from hallwright.wayfinding.routing import PACE

from .conftest import SMALL, written


def ask(guide: Guide, start: str, *stops: str, **how: bool) -> Guided:
    return guide.guided(Wish(start, stops, **how))


def kinds(guided: Guided) -> list[str]:
    return [hint.kind for hint in guided.hints]


def test_a_route_ends_before_the_open_side_of_a_booth(small: Guide) -> None:
    guided = ask(small, "entrance", "A05")
    (stretch,) = guided.route.stretches
    booth = small.place(guided.route.places[0])
    assert booth is not None and booth.id == "a05"
    x, y = stretch.way.line[-1].tolist()
    assert abs(x - booth.at[0]) < 1.5
    assert booth.at[1] - 3.2 < y < booth.at[1] - 1.5
    assert guided.route.length == pytest.approx(math.dist((4, 20), (x, y)), abs=0.3)


def test_a_portal_leads_on_in_the_other_area(small: Guide) -> None:
    guided = ask(small, "A01", "Y1")
    hall, yard = guided.route.stretches
    assert (hall.area, hall.gate, yard.area, yard.gate) == (0, 0, 1, -1)
    assert math.dist(hall.way.line[-1], (58, 20)) < 1
    assert math.dist(yard.way.line[0], (2, 20)) < 1
    assert kinds(guided)[-1] == "arrive" and "portal" in kinds(guided)
    assert sum(stretch.way.length for stretch in (hall, yard)) == pytest.approx(guided.route.length)


def test_steps_are_on_the_way_and_can_be_avoided_only_where_there_is_another(small: Guide, tmp_path: Path) -> None:
    assert "steps" in kinds(ask(small, "gate", "Y1"))
    free = ask(small, "gate", "Y1", step_free=True)
    assert "steps" not in kinds(free)
    assert free.route.length > ask(small, "gate", "Y1").route.length
    closed = Guide(written(tmp_path, SMALL.replace("width: 4.6", "width: 20")))
    assert "steps" in kinds(ask(closed, "gate", "Y1"))
    with pytest.raises(RouteRefused) as refused:
        ask(closed, "gate", "Y1", step_free=True)
    assert (refused.value.code, refused.value.details["with_steps"]) == ("no_way", True)


def test_a_gap_that_is_too_narrow_for_wheels(tmp_path: Path) -> None:
    """A wall across the hall with a gap of 0.85 m: people pass, wheelchairs do not; at 1.3 m both do."""
    for gap, rolls in ((0.85, False), (1.3, True)):
        walls = (
            f"    walls:\n      - {{path: [[35, 0.2], [35, 20]], thickness: 0.3}}\n"
            f"      - {{path: [[35, {20 + gap}], [35, 39.8]], thickness: 0.3}}\n"
        )
        guide = Guide(written(tmp_path, SMALL.replace("    size: [60, 40]\n", f"    size: [60, 40]\n{walls}", 1)))
        assert ask(guide, "entrance", "C01").route.length > 40
        if rolls:
            assert ask(guide, "entrance", "C01", step_free=True).route.length > 40
        else:
            with pytest.raises(RouteRefused, match="without steps"):
                ask(guide, "entrance", "C01", step_free=True)


def test_the_nearest_of_a_kind(small: Guide) -> None:
    for start, nearest in (("A01", "wc-near"), ("stage", "wc-far")):
        guided = ask(small, start, "toilets")
        found = small.place(guided.route.places[0])
        assert found is not None and found.id == nearest
        other = {"wc-near": "wc-far", "wc-far": "wc-near"}[nearest]
        assert guided.route.length < ask(small, start, other).route.length


def test_stops_are_put_in_order_when_asked(small: Guide) -> None:
    as_given = ask(small, "entrance", "A08", "A01", "B08")
    better = ask(small, "entrance", "A08", "A01", "B08", optimise=True)
    assert as_given.route.order == (0, 1, 2)
    assert better.route.order[0] == 1
    assert better.route.length < as_given.route.length
    kept = ask(small, "entrance", "A08", "B08", "A01", optimise=True, keep_last=True)
    assert kept.route.order[-1] == 2
    assert kinds(better).count("stop") == 2 and kinds(better)[-1] == "arrive"
    assert [hint.distance for hint in better.hints] == sorted(hint.distance for hint in better.hints)


def test_an_island_is_reached_at_its_nearest_side(small: Guide) -> None:
    south = ask(small, "hall:45,22", "C01").route.stretches[-1].way.line[-1]
    north = ask(small, "hall:45,38", "C01").route.stretches[-1].way.line[-1]
    assert south[1] < 28.5 and north[1] > 33.5


@pytest.mark.parametrize("start", ["hall:12,26", "hall:45,31", "hall:30,5", "hall:12,24.9"])
def test_a_route_begins_where_one_stands(small: Guide, start: str) -> None:
    """In a booth, on an island, by a stage that nobody walks through."""
    guided = ask(small, start, "B08")
    x, y = (float(part) for part in start.partition(":")[2].split(","))
    line = guided.route.stretches[0].way.line
    assert math.dist(line[0], (x, y)) < 4
    ground = small.network.areas[0].layers[0].ground
    for a, b in zip(line, line[1:], strict=False):
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            at = a + (b - a) * share
            assert ground.free[int(at[1] / ground.step), int(at[0] / ground.step)]


def test_two_points_of_one_stand(small: Guide) -> None:
    guided = ask(small, "hall:43.2,33", "hall:46.8,29")
    assert guided.route.length < 9


def test_where_one_is_already(small: Guide) -> None:
    guided = ask(small, "A05", "A05")
    assert guided.route.length == 0
    assert kinds(guided) == ["arrive"]


def test_routes_avoid_other_stands(small: Guide) -> None:
    """The straight line from south-west to north-east runs over the island; the route goes around it."""
    guided = ask(small, "hall:40.5,26.5", "hall:49.5,35.5")
    for x, y in guided.route.stretches[0].way.line[1:-1]:
        assert max(abs(x - 45), abs(y - 31)) > 3


def test_walking_pace() -> None:
    assert PACE == 1.3


@pytest.mark.parametrize(
    ("start", "stop", "code"),
    [
        ("entrance", "A99", "unknown_place"),
        ("entrance", "", "unknown_place"),
        ("cellar:1,1", "A01", "unknown_place"),
        ("hall:61,1", "A01", "out_of_range"),
        ("hall:1e9,1", "A01", "unknown_place"),
        ("entrance", "x" * 5000, "unknown_place"),
    ],
)
def test_what_cannot_be_found_is_refused(small: Guide, start: str, stop: str, code: str) -> None:
    with pytest.raises(RouteRefused) as refused:
        ask(small, start, stop)
    assert refused.value.code == code
    assert len(refused.value.en) < 200 and refused.value.zh


def test_too_many_stops(small: Guide) -> None:
    with pytest.raises(RouteRefused) as refused:
        ask(small, "entrance", *["A01"] * 13)
    assert refused.value.code == "too_many_stops"
    assert len(ask(small, "entrance", *["A01", "B08"] * 6).route.places) == 12


def test_nowhere_to_stand(tmp_path: Path) -> None:
    lake = "    features:\n      - {id: pond, kind: water, polygon: [[24, 4], [39, 4], [39, 28], [24, 28]]}\n"
    text = SMALL.replace("    features:\n", lake, 1).replace("at: [32, 10]", "at: [32, 34]")
    guide = Guide(written(tmp_path, text))
    with pytest.raises(RouteRefused) as refused:
        ask(guide, "gate", "yard:31,16")
    assert refused.value.code == "no_way"
    with pytest.raises(RouteRefused) as refused:
        ask(guide, "yard:31,16", "gate")
    assert "yard:31,16" in refused.value.en
