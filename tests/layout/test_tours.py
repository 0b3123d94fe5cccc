"""Tours: what is decided for those who wrote little, and what the reference venue promises."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from hallwright.layout import model
from hallwright.layout.reading import check, read_venue
from hallwright.layout.tour import Stop
from hallwright.layout.tours import reading_seconds
from tests.layout.writing import HALL, HEAD, ZONES, written

THINGS = """\
    stages: [{id: main, name: {en: Stage, zh: 舞台}, at: [30, 16], facing: west}]
    placements: [{id: rocket-1, exhibit: rocket, at: [10, 12], facing: east}]
    booths: [{number: A1, kind: shell, at: [20, 14], exhibitor: huaxin}]
"""
TEXT = "text: {en: Here., zh: 这里。}"


def stops(folder: Path, *lines: str) -> tuple[Stop, ...]:
    tours = "tours:\n  - id: walk\n    name: {en: Walk, zh: 漫步}\n    stops:\n"
    reading = written(folder, ZONES + THINGS + tours + "".join(f"      - {{{line}, {TEXT}}}\n" for line in lines))
    assert [str(each) for each in reading.problems] == []
    assert reading.venue
    return reading.venue.tours[0].stops


def test_a_stop_takes_its_area_its_middle_and_its_name_from_its_place(tmp_path: Path) -> None:
    made = stops(
        tmp_path, "booth: a1", "placement: rocket-1", "stage: main", "zone: makers", "spawn: entrance",
        "at: [5, 6], area: hall",
    )  # fmt: skip
    assert [(stop.kind, stop.place, stop.name.en) for stop in made] == [
        ("booth", "a1", "Huaxin"), ("placement", "rocket-1", "Rocket"), ("stage", "main", "Stage"),
        ("zone", "makers", "Makers"), ("spawn", "entrance", "Hall"), ("point", "", "Hall"),
    ]  # fmt: skip
    assert [stop.at for stop in made] == [(20, 14), (10, 12), (30, 16), (20, 14), (20, 2), (5, 6)]
    assert {stop.area for stop in made} == {"hall"}
    assert made[1].facing == pytest.approx(math.pi / 2)
    assert all(stop.duration == 6.0 and not stop.run and stop.camera is None for stop in made)


def test_a_camera_says_only_what_is_written(tmp_path: Path) -> None:
    free, aimed = stops(
        tmp_path, "placement: rocket-1, camera: {at: [18, 12], facing: west, pitch: 45}",
        "placement: rocket-1, duration: 90, run: true, camera: {look_at: [10, 12, 4], height: 3}",
    )  # fmt: skip
    assert free.camera
    assert aimed.camera
    assert free.camera.at == (18, 12)
    assert (free.camera.facing, free.camera.pitch) == pytest.approx((1.5 * math.pi, math.pi / 4))
    assert (free.camera.height, free.camera.look_at) == (1.65, None)
    assert (aimed.camera.at, aimed.camera.look_at, aimed.camera.height) == (None, (10, 12, 4), 3)
    assert (aimed.duration, aimed.run) == (90, True)


@pytest.mark.parametrize(
    ("en", "zh", "seconds"),
    [
        ("Here.", "这里。", 6.0),
        ("word " * 75, "字" * 10, 34.0),
        ("word", "字" * 120, 34.0),
        ("", "时速 600 公里", 6.0),
    ],
)
def test_reading_aloud_takes_as_long_as_the_longer_language(en: str, zh: str, seconds: float) -> None:
    assert reading_seconds(model.Text(en, zh)) == seconds


def test_a_venue_of_one_area_needs_no_area_for_a_point(tmp_path: Path) -> None:
    assert stops(tmp_path, "at: [5, 6]")[0].area == "hall"


def test_what_refers_to_something_broken_is_no_second_problem(tmp_path: Path) -> None:
    broken = "    placements: [{id: rocket-1, exhibit: rocket, at: north}]\n"
    tours = f"tours: [{{id: walk, name: Walk, stops: [{{placement: rocket-1, {TEXT}}}]}}]\n"
    (tmp_path / "venue.yaml").write_text(HEAD + HALL + broken + tours, encoding="utf-8")
    assert [each.path for each in check(tmp_path / "venue.yaml").problems] == ["areas[0].placements[0].at"]


def test_the_reference_venue_has_two_tours_and_one_passes_all_heroes() -> None:
    venue = read_venue(Path(__file__).parent.parent.parent / "layouts" / "wmc")
    highlights, park = venue.tours
    heroes = {placement.id for placement in venue.area("main-hall").placements}
    assert {stop.place for stop in highlights.stops if stop.kind == "placement"} == heroes
    assert 240 <= sum(stop.duration for stop in highlights.stops) <= 330
    assert {stop.area for stop in park.stops} == {"luogang-park"}
    assert all(stop.duration >= reading_seconds(stop.text) for tour in (highlights, park) for stop in tour.stops)
