"""What the live side is told of lines and of ground, from a manifest."""

from __future__ import annotations

from typing import Any

from hallwright.gathering import queue_plans, spot_plans, zone_plans
from hallwright.live.queues.line import QueuePlan

MODELS = {"press": {"footprint": [2.0, 3.0]}}


def placement(id: str, at: tuple[float, float], exhibit: str = "press") -> dict[str, Any]:
    return {"id": id, "exhibit": exhibit, "model": "press", "at": list(at), "scale": 1.0, "radius": 2.0}


def document() -> dict[str, Any]:
    booth = {"id": "a1", "at": [20.0, 20.0], "size": [6.0, 3.0], "facing": 1.5707963}
    hall = {
        "id": "hall", "size": [100.0, 50.0], "booths": [booth],
        "placements": [
            placement("inside", (20.0, 22.5)), placement("alone", (60.0, 1.0)), placement("plain", (0.0, 0.0), "other"),
        ],
        "stages": [{"at": [80.0, 25.0], "size": [10.0, 6.0]}],
        "zones": [
            {"id": "west", "polygon": [[0, 0], [50, 0], [50, 50], [0, 50]], "area_m2": 2500.0},
            {"id": "east", "polygon": [[50, 0], [100, 0], [100, 50], [50, 50]], "area_m2": 2500.0},
        ],
    }  # fmt: skip
    exhibits = [{"id": "press", "queue": {"at_once": 2, "minutes": 1.5}}, {"id": "other"}]
    return {"exhibits": exhibits, "models": MODELS, "areas": [hall]}


def test_each_placement_of_an_exhibit_with_a_queue_has_a_line_of_its_own() -> None:
    assert queue_plans(document()) == (
        QueuePlan("inside", "hall", "a1", 2, 90.0), QueuePlan("alone", "hall", None, 2, 90.0),
    )  # fmt: skip


def test_a_booth_that_is_turned_is_as_wide_as_it_was_deep() -> None:
    booth = next(spot for spot in spot_plans(document()) if spot.id == "a1")
    assert [round(side, 3) for side in booth.around] == [16.5, 15.0, 23.5, 25.0]
    assert round(booth.walkable, 3) == 7.0 * 10.0 - 6.0  # what is exhibited within stands on its part


def test_ground_ends_with_the_area_and_what_stands_in_a_booth_has_that_of_the_booth() -> None:
    spots = {spot.id: spot for spot in spot_plans(document())}
    assert set(spots) == {"a1", "inside", "alone", "plain"}
    assert spots["inside"].around == spots["a1"].around
    assert spots["alone"].around == (56.0, 0.0, 64.0, 5.0)
    assert spots["alone"].walkable == 8.0 * 5.0 - 6.0


def test_nobody_walks_where_exhibits_and_stages_stand() -> None:
    area = document()["areas"][0]
    walkable = {zone.id: zone.walkable for zone in zone_plans(area, MODELS)}
    assert walkable == {"west": 2500.0 - 6.0 - 6.0, "east": 2500.0 - 6.0 - 60.0}
