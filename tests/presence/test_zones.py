"""Which zone a place is in."""

from __future__ import annotations

import numpy as np

from hallwright.presence.plan import AreaPlan, ZonePlan
from hallwright.presence.zones import ZoneMap

L_SHAPE = ((0.0, 0.0), (30.0, 0.0), (30.0, 10.0), (10.0, 10.0), (10.0, 30.0), (0.0, 30.0))


def count(zones: ZoneMap, *points: tuple[float, float]) -> list[int]:
    x, y = np.array(points, np.float32).T * 100
    return zones.people(x, y).tolist()


def test_concave_zones_and_places_outside_all_of_them() -> None:
    zones = ZoneMap(AreaPlan("hall", (40.0, 40.0), (ZonePlan("l", L_SHAPE),)))
    assert count(zones, (5, 25), (25, 5), (5, 5)) == [3]
    assert count(zones, (25, 25), (35, 5), (40, 40)) == [0]


def test_where_zones_overlap_the_first_counts() -> None:
    square = ((0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0))
    zones = ZoneMap(AreaPlan("hall", (40.0, 40.0), (ZonePlan("l", L_SHAPE), ZonePlan("square", square))))
    assert count(zones, (5, 5), (15, 15)) == [1, 1]


def test_an_area_without_zones_counts_nobody() -> None:
    assert count(ZoneMap(AreaPlan("street", (0.5, 0.5))), (0, 0)) == []
