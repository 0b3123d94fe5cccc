"""What the live hall is told of a published one."""

from __future__ import annotations

import json

from hallwright.app import area_plans, show_plans
from hallwright.live.shows import ShowPlan

MANIFEST = {
    "models": {
        "rocket": {"motions": {"run": {"duration": 12.5, "loop": False}, "idle": {"duration": 4, "loop": True}}},
        "drone": {"motions": {"idle": {"duration": 4, "loop": True}}},
        "bench": {},
    },
    "areas": [
        {"id": "hall", "size": [40, 24], "zones": [{"id": "a", "polygon": [[0, 0], [4, 0], [4, 4]]}], "placements": [
            {"id": "rocket-1", "model": "rocket"}, {"id": "drone-1", "model": "drone"}, {"id": "b", "model": "bench"},
        ]},
        {"id": "park", "size": [99.5, 60], "zones": [], "placements": [{"id": "rocket-2", "model": "rocket"}]},
    ],
    "shows": [
        {"id": "sky", "kind": "drones", "area": "park", "duration": 180, "loop": True, "autostart": True, "count": 300},
    ],
}


def test_the_shows_of_a_hall_are_its_layouts_and_one_for_each_exhibit_that_runs() -> None:
    assert show_plans(json.dumps(MANIFEST).encode()) == (
        ShowPlan("sky", "drones", "park", 180.0, loop=True, autostart=True),
        ShowPlan("exhibit/rocket-1", "exhibit", "hall", 12.5),
        ShowPlan("exhibit/rocket-2", "exhibit", "park", 12.5),
    )


def test_a_hall_published_by_an_older_version_has_no_shows() -> None:
    older = {"areas": [{"id": "hall", "size": [40, 24], "zones": [], "placements": [{"id": "r", "model": "rocket"}]}]}
    assert show_plans(json.dumps(older | {"models": {"rocket": {"key": "…"}}}).encode()) == ()


def test_areas_come_in_the_order_of_the_manifest() -> None:
    assert [(plan.id, plan.size) for plan in area_plans(json.dumps(MANIFEST).encode())] == [
        ("hall", (40.0, 24.0)), ("park", (99.5, 60.0)),
    ]
