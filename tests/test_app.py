"""What the live hall is told of a published one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hallwright.app import area_plans, show_plans, streams, words_of
from hallwright.config import Settings
from hallwright.errors import ConfigError
from hallwright.live.shows import ShowPlan

MANIFEST = {
    "models": {
        "rocket": {"motions": {"run": {"duration": 12.5, "loop": False}, "idle": {"duration": 4, "loop": True}}},
        "drone": {"motions": {"idle": {"duration": 4, "loop": True}}},
        "bench": {},
    },
    "areas": [
        {"id": "hall", "size": [40, 24], "zones": [{"id": "a", "polygon": [[0, 0], [4, 0], [4, 4]]}], "placements": [
            {"id": "rocket-1", "model": "rocket", "at": [1, 1]}, {"id": "drone-1", "model": "drone", "at": [2, 1]},
            {"id": "b", "model": "bench", "at": [3, 1]},
        ]},
        {"id": "park", "size": [99.5, 60], "zones": [], "placements": [
            {"id": "rocket-2", "model": "rocket", "at": [1, 1]},
        ]},
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


def test_people_talk_in_each_area_at_each_booth_and_stage() -> None:
    areas = [
        {"id": "hall", "booths": [{"id": "a01"}, {"id": "a02"}], "stages": [{"id": "main"}]},
        {"id": "park"},
    ]
    assert [(stream.name, stream.area) for stream in streams(areas)] == [
        ("talk/area/hall", "hall"), ("talk/booth/a01", "hall"), ("talk/booth/a02", "hall"), ("talk/stage/main", "hall"),
        ("talk/area/park", "park"),
    ]  # fmt: skip


def test_the_words_that_shall_not_be_said_come_from_a_file(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("blister # mild\n坏话\n", "utf-8")
    found = words_of(Settings(tmp_path, words=words))
    assert found.find("Blister!")
    assert not words_of(Settings(tmp_path)).find("Blister!")


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"!!\n"])
def test_a_file_of_words_that_cannot_be_used_is_named(tmp_path: Path, content: bytes | None) -> None:
    words = tmp_path / "words.txt"
    if content is not None:
        words.write_bytes(content)
    with pytest.raises(ConfigError, match=r"words\.txt"):
        words_of(Settings(tmp_path, words=words))
