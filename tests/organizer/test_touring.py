"""A published venue in words: everything in it, where it is, and where one sees it from."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest

from hallwright.organizer.finding import MOST, find
from hallwright.organizer.tour import Tour
from hallwright.organizer.touring import inside, part_of, tour_of

MODEL: dict[str, Any] = {
    "radius": 2.0, "height": 6.0, "footprint": [3.0, 3.0],
    "name": {"en": "Launcher", "zh": "运载器"}, "summary": {"en": "Tall.", "zh": "高。"},
    "facts": [{"label": {"en": "Stages", "zh": "级"}, "value": {"en": "3", "zh": "3"}, "source": "A press release"}],
    "hotspots": [{"id": "bell", "name": {"en": "Bell", "zh": "喷管"}, "text": {"en": "Gas.", "zh": "气体。"}}],
    "motions": {
        "run": {"duration": 20.0, "loop": False, "name": {"en": "Count down", "zh": "倒计时"}},
        "idle": {"duration": 4.0, "loop": True, "name": None},
    },
}
AREA: dict[str, Any] = {
    "id": "hall", "kind": "hall", "name": {"en": "Hall 1", "zh": "一号馆"}, "size": [60, 30],
    "zones": [{"id": "west", "letter": "A", "name": {"en": "West", "zh": "西"}, "color": "#1f6fb2", "area_m2": 600.0,
               "polygon": [[0, 0], [20, 0], [20, 30], [0, 30]]}],
    "spawns": [{"id": "side", "at": [1, 1], "facing": 0.0},
               {"id": "gate", "at": [30, 2], "facing": 0.5, "default": True}],
    "portals": [{"id": "out", "at": [59, 15], "facing": 1.57, "to": ["park", "in"],
                 "name": {"en": "Park", "zh": "公园"}}],
    "booths": [
        {"id": "a1", "number": "A1", "name": {"en": "Acme", "zh": "艾克"}, "zone": "west", "exhibitor": "acme",
         "at": [10, 25], "size": [6, 4], "facing": math.pi, "exhibits": ["rocket", "pump", "ghost"]},
        {"id": "b1", "number": "B1", "name": {"en": "B1", "zh": "B1"}, "zone": "", "exhibitor": "",
         "at": [40, 25], "size": [3, 3], "facing": math.pi, "exhibits": []},
    ],
    "placements": [
        {"id": "a1-rocket", "exhibit": "rocket", "model": "rocket", "at": [11, 25], "facing": math.pi, "scale": 0.5,
         "radius": 1.0},
        {"id": "rocket", "exhibit": "rocket", "model": "rocket", "at": [50, 5], "facing": 0.0, "scale": 1.0,
         "radius": 2.0},
        {"id": "lost", "exhibit": "ghost", "model": "rocket", "at": [1, 1], "facing": 0.0, "scale": 1.0, "radius": 2.0},
    ],
    "boards": [{"id": "top", "kind": "list", "name": {"en": "Top", "zh": "榜"}, "note": None, "at": [5, 5],
                "facing": 0.0,
                "rows": [{"id": "1", "rank": 1, "name": {"en": "One", "zh": "一"}, "industry": None}]}],
    "stages": [{"id": "stage", "name": {"en": "Stage", "zh": "舞台"}, "at": [30, 28], "facing": math.pi,
                "size": [8, 4]}],
    "facilities": [{"id": "wc", "kind": "toilets", "name": {"en": "Toilets", "zh": "洗手间"}, "at": [58, 1]}],
}  # fmt: skip
DOCUMENT: dict[str, Any] = {
    "venue": "fair", "revision": "r1", "name": {"en": "Fair", "zh": "展"}, "start": {"area": "hall", "spawn": "gate"},
    "models": {"rocket": MODEL, "pump": {}},
    "exhibits": [
        {"id": "rocket", "name": {"en": "Rocket", "zh": "火箭"}, "summary": {"en": "Up.", "zh": "升。"},
         "model": "rocket", "source": "News"},
        {"id": "pump", "name": {"en": "Pump", "zh": "泵"}, "summary": None, "model": "pump"},
    ],
    "exhibitors": [{"id": "acme", "name": {"en": "Acme", "zh": "艾克"}, "country": "CN",
                    "contact": {"email": "info@example.com", "url": "https://example.com"}}],
    "areas": [
        AREA,
        {"id": "park", "kind": "park", "name": {"en": "Park", "zh": "公园"}, "size": [9, 9], "zones": [], "booths": []},
    ],
    "shows": [
        {"id": "drive", "kind": "traffic", "area": "park", "name": {"en": "Drive", "zh": "试驾"}, "duration": 0,
         "loop": False, "vehicles": [{"exhibit": "rocket", "count": 2}, {"exhibit": "pump", "count": 3}]},
    ],
}  # fmt: skip


@pytest.fixture
def tour() -> Tour:
    return tour_of(json.dumps(DOCUMENT).encode())


def test_everything_is_there_by_its_id(tour: Tour) -> None:
    assert (list(tour.areas), list(tour.zones), list(tour.boards)) == (["hall", "park"], ["west"], ["top"])
    assert (list(tour.booths), list(tour.placements)) == (["a1", "b1"], ["a1-rocket", "rocket"])
    hall = tour.areas["hall"]
    landmarks = [(each.kind, each.id) for each in (*hall.stages, *hall.facilities)]
    assert landmarks == [("stage", "stage"), ("toilets", "wc")]
    assert [portal.to for portal in hall.portals] == ["park"]
    (drive,) = tour.areas["park"].shows
    assert (drive.count, [(name["en"], count) for name, count in drive.vehicles]) == (5, [("Rocket", 2), ("Pump", 3)])


def test_a_guided_tour_stops_where_its_places_are() -> None:
    def stop(kind: str, place: str, **more: Any) -> dict[str, Any]:
        name, text = {"en": place or "Lawn", "zh": "站"}, {"en": "Look.", "zh": "看。"}
        return {"kind": kind, "place": place, "area": "hall", "at": [3, 4], "facing": 0.0, "name": name, "text": text,
                **more}  # fmt: skip

    stops = [stop("booth", "a1"), stop("zone", "west"), stop("stage", "stage"), stop("point", "", area="park")]
    walk = {"id": "walk", "name": {"en": "Walk", "zh": "走"}, "summary": {"en": "", "zh": ""}, "seconds": 114.0}
    tour = tour_of(json.dumps(DOCUMENT | {"tours": [walk | {"stops": stops}]}).encode())
    guided = tour.guided["walk"]
    assert guided.minutes == 2  # with three times twelve seconds on the way
    assert [each.word for each in guided.stops] == ["hall/a1", "west", "hall/stage", "park:3,4"]
    assert [each.spot.area for each in guided.stops] == ["hall", "hall", "hall", "park"]
    assert guided.stops[0].spot == tour.booths["a1"].spot
    assert [found.id for found in find(tour, "walk").first if found.kind == "tour"] == ["walk"]


def test_an_exhibit_brings_what_its_model_tells(tour: Tour) -> None:
    rocket = tour.placements["rocket"].exhibit
    assert [(fact.label["en"], fact.source) for fact in rocket.facts] == [("Stages", "A press release")]
    assert [detail.text["zh"] for detail in rocket.details] == ["气体。"]
    assert [(motion.name["en"], motion.duration) for motion in rocket.motions] == [("Count down", 20.0)]
    assert tour.placements["rocket"].show == "exhibit/rocket"
    assert (tour.placements["rocket"].height, tour.placements["a1-rocket"].height) == (6.0, 3.0)


def test_a_booth_knows_which_of_its_exhibits_has_a_page_of_its_own(tour: Tour) -> None:
    shown = tour.booths["a1"].exhibits
    assert [(each.exhibit.id, each.placement) for each in shown] == [("rocket", "a1-rocket"), ("pump", None)]
    assert tour.booths["b1"].exhibitor is None
    acme = tour.exhibitors["acme"]
    assert (acme.email, acme.url, acme.phone) == ("info@example.com", "https://example.com", "")
    assert tour.booths_of("acme") == (tour.booths["a1"],)


def test_spots_say_where_things_are_and_where_one_sees_them_from(tour: Tour) -> None:
    booth = tour.booths["a1"].spot
    assert (booth.zone, booth.part) == ("west", "north-west")
    assert booth.stand == pytest.approx((10, 25 - 2 - 1.8))
    assert booth.facing % math.tau == pytest.approx(0, abs=1e-3)
    rocket = tour.placements["rocket"].spot
    assert (rocket.zone, rocket.part) == (None, "south-east")
    assert rocket.stand == pytest.approx((50, 5 + 2 + 1.8))
    assert tour.areas["hall"].spot.stand == (30, 2)
    assert tour.areas["hall"].spot.facing == 0.5
    assert tour.areas["park"].spot.stand == (4.5, 4.5)


def test_an_area_can_be_read_zone_by_zone(tour: Tour) -> None:
    hall = tour.areas["hall"]
    west, rest = hall.within("west"), hall.within(None)
    assert [thing.id for thing in west.things] == ["a1", "a1-rocket", "top"]
    assert [thing.id for thing in rest.things] == ["b1", "rocket", "stage", "wc", "out"]
    assert {thing.id for thing in (*west.things, *rest.things)} == {thing.id for thing in hall.things}


def test_the_nearest_come_first_and_never_the_thing_itself(tour: Tour) -> None:
    near = tour.areas["hall"].near(tour.booths["a1"].spot)
    assert [thing.id for thing, _ in near] == ["a1-rocket", "top", "b1", "rocket"]
    assert near[0][1] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("at", "part"),
    [
        ((1, 29), "north-west"), ((30, 15), "middle"), ((59, 15), "east"), ((-1, -1), "south-west"),
        ((60, 30), "north-east"),
    ],
)  # fmt: skip
def test_ninths_of_an_area(at: tuple[float, float], part: str) -> None:
    assert part_of(at, (60, 30)) == part


def test_a_point_is_inside_by_the_even_odd_rule() -> None:
    bend = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (2.0, 4.0), (2.0, 2.0), (0.0, 2.0)]
    assert inside(bend, (1, 1)) and inside(bend, (3, 3))
    assert not inside(bend, (1, 3)) and not inside(bend, (5, 1))


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("acme", ["a1"]), ("ROCKET", ["a1", "a1-rocket", "rocket"]), ("火箭 a1", ["a1"]), ("洗手", ["wc"]),
        ("drive", ["drive"]), ("hall", ["hall"]),
        ("榜", ["top"]), ("launcher", ["a1-rocket", "rocket"]), ("  ", []), ("nothing like it", []),
    ],
)  # fmt: skip
def test_names_are_found_by_all_their_words(tour: Tour, query: str, ids: list[str]) -> None:
    assert [each.id for each in find(tour, query).first] == ids


def test_only_the_first_of_many_are_given_and_all_are_counted() -> None:
    booths = [{**AREA["booths"][1], "id": f"b{n}", "number": f"B{n}"} for n in range(MOST + 7)]
    many = tour_of(json.dumps({**DOCUMENT, "areas": [{**AREA, "booths": booths}], "shows": []}).encode())
    findings = find(many, "b")
    assert (len(findings.first), findings.count) == (MOST, MOST + 7)
