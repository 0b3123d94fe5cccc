"""Positions in, shared frames out."""

from __future__ import annotations

import numpy as np
import pytest

from hallwright.presence.frames import COUNTS, OTHERS, TRAFFIC, read_counts, read_others, read_traffic
from hallwright.presence.plan import AreaPlan, TrafficPlan, VehiclePlan
from tests.presence.walking import HALL, PARK, Scene, of_kind, said


def throng(count: int, side: float, seed: int = 3) -> np.ndarray:
    return np.random.default_rng(seed).uniform(10, 10 + side, (2, count))


def test_two_people_see_each_other_where_they_are() -> None:
    scene = Scene()
    scene.enter([1, 2], np.array([[10.0, 12.0], [20.0, 21.0]]))
    seen = scene.tick(2)
    assert seen[1][2] == (12, 21, 0, 0)
    assert seen[2][1] == (10, 20, 0, 0)
    scene.say(2, 12.5, 21.25, yaw=200, flags=1)
    assert scene.tick()[1] == {2: (12.5, 21.25, 200, 1)}


def test_nobody_is_shown_before_telling_a_place() -> None:
    scene = Scene()
    scene.crowd.enter(1, "hall")
    scene.enter([2], np.array([[10.0], [10.0]]))
    assert 1 not in scene.tick(30)[2]


def test_a_first_place_is_taken_as_it_is_however_late_it_is_told() -> None:
    scene = Scene()
    scene.enter([1], np.array([[30.0], [30.0]]))
    scene.crowd.enter(2, "hall")
    scene.tick(80)
    scene.say(2, 31, 32)
    assert {seen[1][2][:2] for seen in (scene.tick() for _ in range(30)) if 2 in seen[1]} == {(31, 32)}


def test_areas_are_worlds_apart() -> None:
    scene = Scene()
    scene.enter([1, 2], np.array([[10.0, 11.0], [10.0, 10.0]]))
    scene.enter([3], np.array([[10.0], [10.0]]), "park")
    seen = scene.tick(3)
    assert set(seen[1]) == {1, 2}
    assert set(seen[3]) == {3}
    scene.enter([2], np.array([[9.0], [9.0]]), "park")
    seen = scene.tick(3)
    assert 2 in seen[3]
    assert 2 not in scene.tick(30)[1]


def test_who_leaves_is_gone_from_the_next_frame() -> None:
    scene = Scene()
    scene.enter([1, 2], np.array([[10.0, 11.0], [10.0, 10.0]]))
    scene.tick(3)
    scene.say(2, 11.5, 10)
    scene.crowd.leave(2)
    seen = scene.tick(40)
    assert 2 not in seen[1]
    assert 2 not in seen


def test_who_stands_still_comes_in_key_frames_only() -> None:
    scene = Scene()
    scene.enter([1, 2], np.array([[10.0, 11.0], [10.0, 10.0]]))
    scene.tick(15)
    shown = [2 in scene.tick()[1] for _ in range(60)]
    assert sum(shown) == 3
    assert np.diff(np.flatnonzero(shown)).tolist() == [20, 20]


def test_a_frame_is_encoded_once_for_all_who_share_a_cell() -> None:
    scene = Scene()
    scene.enter(range(1, 21), throng(20, 3.0))
    scene.tick(25)
    scene.say(7, 11, 11)
    scene.tick()
    assert sorted(number for parcel in scene.parcels for number in parcel.receivers) == list(range(1, 21))
    assert 1 <= len(of_kind(OTHERS, *scene.parcels)) <= 2


@pytest.mark.parametrize("side", [0.0, 2.0, 30.0, 85.0])
def test_nobody_ever_gets_more_than_64_or_a_person_twice(side: float) -> None:
    scene = Scene()
    at = throng(600, side)
    scene.enter(range(1, 601), at)
    for tick in range(45):
        scene.crowd.place(range(1, 601), said(*(at + tick * 0.01)))
        scene.tick()
        for frame in of_kind(OTHERS, *scene.parcels):
            numbers = read_others(frame)[2]["number"].tolist()
            assert len(numbers) == len(set(numbers)) <= 64


@pytest.mark.parametrize(("count", "side"), [(1000, 30.0), (1000, 85.0), (300, 4.0), (200, 0.0)])
def test_a_visitor_gets_at_most_40_kbit_a_second(count: int, side: float) -> None:
    scene, at = Scene(), throng(count, side)
    scene.enter(range(1, count + 1), at)
    chance = np.random.default_rng(5)
    scene.tick(20)
    scene.bytes.clear()
    frames = 0
    for tick in range(100):
        at = np.clip(at + chance.normal(0, 0.1, at.shape), 1, 99)
        half = np.arange(1 + tick % 2, count + 1, 2)
        scene.crowd.place(half.tolist(), said(*at[:, half - 1]))
        scene.tick()
        frames += 1
    headers = frames * (4 + 52) + 10 * (2 + 52)  # WebSocket, TCP and IP, for frames and counts
    assert max(scene.bytes.values()) + headers <= 40_000 / 8 * 10


def test_everybody_near_is_shown_at_once_and_where_they_stop() -> None:
    scene, at = Scene(), throng(40, 60.0)
    scene.enter(range(1, 41), at)
    scene.tick(25)
    for step in range(1, 6):
        scene.say(9, at[0, 8] + step * 0.3, at[1, 8], yaw=step)
        scene.tick(2)
    seen = scene.tick(10)
    for watcher in range(1, 41):
        assert seen[watcher][9] == (round(at[0, 8] + 1.5, 2), round(at[1, 8], 2), 5, 0)


def test_people_in_other_cells_come_at_lower_rates() -> None:
    scene = Scene()
    scene.enter([1, 2, 3], np.array([[10.0, 25.0, 150.0], [10.0, 10.0, 80.0]]))
    scene.tick(40)
    times: dict[int, int] = {1: 0, 2: 0, 3: 0}
    for tick in range(100):
        if tick % 2 == 0:
            scene.crowd.place([1, 2, 3], said([10 + tick / 100, 25 + tick / 100, 150 + tick / 100], [10, 10, 80]))
        for number in scene.tick()[1]:
            times[number] += 1
    assert times[1] >= 45
    assert 40 <= times[2] <= 60
    assert 18 <= times[3] <= 30


def test_a_jump_becomes_a_glide_and_ends_where_it_was_meant_to() -> None:
    scene = Scene()
    scene.enter([1], np.array([[10.0], [50.0]]))
    scene.tick(15)
    scene.say(1, 34, 82)
    track = [(10.0, 50.0)]
    for _ in range(60):
        place = scene.tick().get(1, {}).get(1)
        if place:
            track.append(place[:2])
    steps = np.hypot(*np.diff(np.array(track), axis=0).T)
    assert steps.max() <= 1.21
    assert track[-1] == (34, 82)
    assert np.count_nonzero(steps) == 34


def test_the_first_second_in_an_area_one_may_be_anywhere() -> None:
    scene = Scene()
    scene.enter([1], np.array([[10.0], [50.0]]))
    scene.tick(3)
    scene.say(1, 190, 90)
    assert scene.tick()[1][1] == (190, 90, 0, 0)


def test_places_are_clamped_to_the_area() -> None:
    scene = Scene()
    scene.enter([1], np.array([[655.35], [655.35]]))
    assert scene.tick(2)[1][1] == (200, 100, 0, 0)


def test_positions_come_through_at_most_about_five_times_a_second() -> None:
    scene = Scene()
    scene.enter([1], np.array([[10.0], [10.0]]))
    scene.tick(30)
    shown = set()
    for tick in range(100):
        scene.say(1, 10, 10, yaw=tick % 256)
        shown |= {place[2] for place in scene.tick().get(1, {}).values()}
    assert 45 <= len(shown) <= 62


@pytest.mark.parametrize("number", [1, 5])
def test_what_is_no_position_or_nobodys_is_passed_over(number: int) -> None:
    scene = Scene()
    scene.enter([1], np.array([[10.0], [10.0]]))
    scene.tick(15)
    scene.crowd.place([number], b"\x09" + said([50.0], [50.0])[1:])
    scene.crowd.place([5], said([50.0], [50.0]))
    seen = scene.tick(40)
    assert seen[1] == {1: (10, 10, 0, 0)}


def test_zones_are_counted_once_a_second() -> None:
    scene = Scene()
    scene.enter([1, 2, 3], np.array([[10.0, 150.0, 160.0], [10.0, 10.0, 90.0]]))
    scene.crowd.enter(4, "hall")
    counts = []
    for _ in range(30):
        scene.tick()
        counts += [read_counts(frame) for frame in of_kind(COUNTS, *scene.parcels)]
        told = [number for parcel in scene.parcels if of_kind(COUNTS, parcel) for number in parcel.receivers]
        assert sorted(told) in ([], [1, 2, 3, 4])
    assert [count for count in counts if count[0] != 0] == []
    assert {1: 1, 0: 1} in [count[1] for count in counts]
    assert 3 <= len(counts) <= 9


def test_a_rebuild_keeps_people_in_the_areas_that_remain() -> None:
    scene = Scene(HALL, PARK)
    scene.enter([1], np.array([[10.0], [10.0]]))
    scene.enter([2], np.array([[20.0], [20.0]]), "park")
    scene.tick(3)
    scene.crowd.rebuild([PARK])
    scene.crowd.move(1, "park")
    scene.crowd.move(99, "park")
    scene.say(1, 21, 20)
    seen = scene.tick(25)
    assert seen[2] == {1: (21, 20, 0, 0), 2: (20, 20, 0, 0)}
    assert {frame[1] for parcel in scene.parcels for frame in parcel.frames} <= {0}


def test_an_unknown_area_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        Scene().crowd.enter(1, "cellar")


def test_the_last_number_works_too() -> None:
    scene = Scene()
    scene.enter([65535], np.array([[1.0], [2.0]]))
    assert scene.tick(2)[65535][65535] == (1, 2, 0, 0)


def test_vehicles_are_told_to_those_of_their_area_at_once_and_stop_for_them() -> None:
    ring = ((20.0, 20.0), (120.0, 20.0), (120.0, 90.0), (20.0, 90.0))
    fleet = tuple(VehiclePlan(0, 4.5) for _ in range(6))
    park = AreaPlan("park", (300.0, 300.0), traffic=(TrafficPlan("drive", 0, (ring,), fleet, 9.0),))
    scene = Scene(HALL, park)
    scene.enter([1], np.array([[10.0], [10.0]]))
    scene.enter([2], np.array([[70.0], [200.0]]), "park")
    scene.crowd.enter(3, "park")  # has told no place yet
    told: dict[int, list[bytes]] = {1: [], 2: [], 3: []}

    def drive(ticks: int) -> None:
        for _ in range(ticks):
            scene.time += 100
            for parcel in scene.crowd.step(scene.time, {"drive": 1.0}):
                for number in parcel.receivers:
                    told[number] += [frame for frame in parcel.frames if frame[0] == TRAFFIC]

    drive(2)
    assert (len(told[1]), len(told[2]), len(told[3])) == (0, 1, 1)
    drive(200)
    assert read_traffic(told[2][-1])[3]["speed"].min() > 20
    scene.say(2, 70.0, 20.2)
    drive(1000)  # glides there, then stands on the road
    assert read_traffic(told[2][-1])[3]["speed"].max() == 0


def test_vehicles_do_not_wait_for_who_only_reads_about_the_road() -> None:
    scene = Scene(HALL, PARK)
    scene.crowd.enter(1, "hall", solid=False)
    scene.crowd.enter(2, "hall")
    scene.crowd.place([1, 2], said([10, 20], [10, 20]))
    scene.tick()
    assert [float(x) for x in scene.crowd.standing(0)[0]] == [20]
    assert {1, 2} <= set(scene.tick(30)[2]), "all the same it is seen"
    scene.crowd.move(1, "park")
    scene.say(1, 30, 30)
    scene.tick()
    assert [float(x) for x in scene.crowd.standing(1)[0]] == [30]
