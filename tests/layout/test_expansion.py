"""What is written becomes what is meant: kinds, copies, numbers, defaults."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from hallwright.layout.model import Text
from tests.layout.writing import HALL, HEAD, ZONES, area, booths, venue, written


def test_a_booth_takes_from_its_kind_and_overrides(tmp_path: Path) -> None:
    plain, tall = booths(
        tmp_path, "{number: A1, kind: shell, at: [10, 10]}", "{number: A2, kind: shell, at: [20, 10], height: 3}"
    ).booths

    assert (plain.type, plain.size, plain.height, plain.furniture) == ("shell", (3.0, 3.0), 2.5, ("counter",))
    assert (tall.kind, tall.height) == ("shell", 3.0)
    assert (plain.place.file, plain.place.line, plain.place.column) == ("venue.yaml", 19, 9)


def test_rows_back_to_back(tmp_path: Path) -> None:
    made = booths(
        tmp_path,
        '{number: "A{n:02}", kind: shell, at: [10, 10], open_ends: true, '
        "repeat: [{count: 3, step: [3, 0]}, {count: 2, step: [0, 3], turn: 180}]}",
    ).booths

    assert [booth.number for booth in made] == ["A01", "A02", "A03", "A04", "A05", "A06"]
    assert [booth.id for booth in made] == ["a01", "a02", "a03", "a04", "a05", "a06"]
    assert [booth.at for booth in made] == [(10, 10), (13, 10), (16, 10), (10, 13), (13, 13), (16, 13)]
    assert [round(math.degrees(booth.facing)) for booth in made] == [180, 180, 180, 0, 0, 0]
    # a booth that looks south has the west on its right
    assert [booth.open for booth in made] == [
        ("front", "right"), ("front",), ("front", "left"),
        ("front", "left"), ("front",), ("front", "right"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("template", "numbers"),
    [
        ("A{n}", ["A5", "A6", "A7", "A8"]),
        ("A{n:03}", ["A005", "A006", "A007", "A008"]),
        ("{j:A}{i}", ["A1", "A2", "B1", "B2"]),
        ("X{i}-{j}-{k}", ["X1-1-1", "X2-1-1", "X1-2-1", "X2-2-1"]),
    ],
)
def test_numbers(tmp_path: Path, template: str, numbers: list[str]) -> None:
    repeat = "[{count: 2, step: [3, 0]}, {count: 2, step: [0, 5]}]"
    line = f'{{number: "{template}", kind: shell, at: [10, 10], start: 5, repeat: {repeat}}}'

    assert [booth.number for booth in booths(tmp_path, line).booths] == numbers


def test_exhibitors_fascias_and_exhibits_are_dealt_out(tmp_path: Path) -> None:
    made = booths(
        tmp_path,
        '{number: "A{n}", kind: shell, at: [10, 10], repeat: {count: 3, step: [3, 0]}, exhibitor: [huaxin, beihe], '
        "exhibits: [[rocket], []]}",
        '{number: "B{n}", kind: shell, at: [10, 15], repeat: {count: 2, step: [3, 0]}, '
        'fascia: [{en: "One {n}", zh: "一{n}"}, Two]}',
        "{number: C1, kind: shell, at: [25, 15]}",
    ).booths

    assert [booth.exhibitor for booth in made] == ["huaxin", "beihe", "huaxin", "", "", ""]
    assert [booth.exhibits for booth in made[:3]] == [("rocket",), (), ("rocket",)]
    assert made[0].fascia == Text("Huaxin", "华新")
    assert [booth.fascia for booth in made[3:]] == [Text("One 1", "一1"), Text("Two", "Two"), Text("C1", "C1")]


def test_a_plain_list_of_exhibits_is_for_every_copy(tmp_path: Path) -> None:
    line = '{number: "A{n}", kind: shell, at: [10, 10], repeat: {count: 2, step: [3, 0]}, exhibits: [rocket]}'

    assert [booth.exhibits for booth in booths(tmp_path, line).booths] == [("rocket",), ("rocket",)]


def test_zone_and_colour_come_from_the_place(tmp_path: Path) -> None:
    inside, outside, own = booths(
        tmp_path,
        "{number: A1, kind: shell, at: [10, 10]}",
        "{number: A2, kind: shell, at: [10, 3]}",
        '{number: A3, kind: shell, at: [20, 10], color: "#ABCDEF"}',
        zones=ZONES,
    ).booths

    assert (inside.zone, inside.color) == ("makers", "#1f6fb2")
    assert (outside.zone, outside.color) == ("", "#39434d")
    assert (own.zone, own.color) == ("makers", "#abcdef")


@pytest.mark.parametrize(
    ("facing", "degrees"),
    [("north", 0), ("north-east", 45), ("east", 90), ("south-west", 225), ("30", 30), ("-90", 270), ("360", 0)],
)
def test_bearings(tmp_path: Path, facing: str, degrees: float) -> None:
    booth = booths(tmp_path, f"{{number: A1, kind: shell, at: [10, 10], facing: {facing}}}").booths[0]

    assert math.degrees(booth.facing) == pytest.approx(degrees)


def test_a_hall_without_walls_gets_them(tmp_path: Path) -> None:
    hall = area(tmp_path)
    bare = area(tmp_path, "    walls: []\n")

    assert hall.walls[0].path == ((0, 0), (40, 0), (40, 24), (0, 24), (0, 0))
    assert (hall.walls[0].height, hall.height) == (12.0, 12.0)
    assert bare.walls == ()


def test_doors_and_portals_look_out(tmp_path: Path) -> None:
    doors = area(
        tmp_path,
        "    doors:\n      - {at: [20, 0]}\n      - {at: [40, 12], kind: emergency}\n"
        "      - {at: [20, 24], facing: 10}\n",
    ).doors

    assert [round(math.degrees(door.facing)) for door in doors] == [180, 90, 10]
    assert doors[1].name == Text("Emergency exit", "紧急出口")
    assert [door.id for door in doors] == ["door-1", "door-2", "door-3"]


def test_a_placement_stands_in_its_booth(tmp_path: Path) -> None:
    placement = area(
        tmp_path,
        "    booths:\n      - {number: A1, type: island, size: [6, 6], at: [10, 12], facing: east}\n"
        "    placements:\n      - {id: p, exhibit: rocket, booth: a1}\n",
    ).placements[0]

    assert (placement.at, placement.booth) == ((10.0, 12.0), "a1")
    assert math.degrees(placement.facing) == pytest.approx(90)


def test_scatter_is_the_same_every_time_and_keeps_its_distance(tmp_path: Path) -> None:
    line = (
        "    props:\n      - {kind: shrub, scatter: "
        "{polygon: [[5, 8], [35, 8], [35, 22]], count: 25, seed: 3, min_distance: 2}}\n"
    )
    first, second = area(tmp_path, line).props, area(tmp_path, line).props
    other = area(tmp_path, line.replace("seed: 3", "seed: 4")).props

    assert first == second
    assert [prop.at for prop in first] != [prop.at for prop in other]
    assert len(first) == 25
    gaps = [math.dist(a.at, b.at) for i, a in enumerate(first) for b in first[i + 1 :]]
    assert min(gaps) >= 2
    assert all(prop.at[1] - 8 <= (prop.at[0] - 5) * 14 / 30 for prop in first)


def test_walls_columns_and_lights_repeat(tmp_path: Path) -> None:
    made = area(
        tmp_path,
        "    walls:\n      - {path: [[5, 10], [8, 10]], height: 3, repeat: {count: 2, step: [0, 4]}}\n"
        "    columns:\n      - {at: [12, 12], repeat: [{count: 2, step: [8, 0]}, {count: 2, step: [0, 8]}]}\n"
        "    lights:\n      - {at: [5, 5], repeat: {count: 3, step: [10, 0]}}\n",
    )

    assert [wall.path for wall in made.walls] == [((5, 10), (8, 10)), ((5, 14), (8, 14))]
    assert [column.at for column in made.columns] == [(12, 12), (20, 12), (12, 20), (20, 20)]
    assert made.columns[0].height == 12.0
    assert [light.at[0] for light in made.lights] == [5, 15, 25]


def test_texts_fall_back_to_the_other_language(tmp_path: Path) -> None:
    reading = written(tmp_path, "    signs:\n      - {kind: totem, at: [10, 10], text: {zh: 你好}}\n")

    assert reading.venue is not None
    assert reading.venue.areas[0].signs[0].text == Text("你好", "你好")
    assert [warning.path for warning in reading.warnings] == ["areas[0].signs[0].text"]


def test_areas_that_do_not_say_where_they_lie_do_not_overlap(tmp_path: Path) -> None:
    park = "  - {id: park, kind: park, name: {en: Park, zh: 公园}, size: [60, 60]}\n"
    made = venue(tmp_path, park, hall=HALL)

    assert [each.origin for each in made.areas] == [(0.0, 0.0), (80.0, 0.0)]
    assert (made.area("park").ground, made.area("park").cell, made.area("park").walls) == ("grass", 40.0, ())


def test_a_number_may_be_a_plain_number(tmp_path: Path) -> None:
    booth = booths(tmp_path, "{number: 12, kind: shell, at: [10, 10]}").booths[0]

    assert (booth.number, booth.id) == ("12", "12")


def test_norway_is_a_country(tmp_path: Path) -> None:
    head = HEAD.replace("{id: beihe, ", "{id: beihe, country: NO, ")

    assert venue(tmp_path, head=head).exhibitors[1].country == "NO"


def test_shows_know_their_stage_their_route_and_what_goes_with_their_kind(tmp_path: Path) -> None:
    stage = "    stages:\n      - {id: main, name: Stage, at: [20, 16], size: [10, 5], facing: east}\n"
    road = "    features:\n      - {id: ring, kind: road, path: [[4, 4], [36, 4], [36, 9]], closed: true, width: 3}\n"
    shows = """\
shows:
  - {id: sky, kind: drones, area: hall, at: [20, 12], size: [30, 20], autostart: false, loop: false}
  - {id: dance, kind: robots, area: hall, stage: main, routine: dance, duration: 45}
  - {id: drive, kind: traffic, area: hall, route: ring, vehicles: {rocket: 2}}
"""
    venue = written(tmp_path, stage + road + shows).venue
    assert venue is not None
    sky, dance, drive = venue.shows
    assert (sky.count, sky.height, sky.duration, sky.loop, sky.autostart) == (300, 45.0, 180.0, False, False)
    assert (dance.at, dance.size, dance.height, dance.routine) == ((20.0, 16.0), (10.0, 5.0), 0.8, "dance")
    assert (dance.duration, dance.loop, dance.facing) == (45.0, True, math.pi / 2)
    assert (drive.path, drive.closed, drive.width) == (((4.0, 4.0), (36.0, 4.0), (36.0, 9.0)), True, 3.0)
    assert (drive.duration, drive.loop, drive.vehicles, drive.routine) == (0.0, False, (("rocket", 2),), "")
