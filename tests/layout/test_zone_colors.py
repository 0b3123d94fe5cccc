"""Zones can be told apart by everybody, and their signs be read."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from hallwright.geometry.colors import luminance, readable_on
from hallwright.geometry.seeing import alike_to
from hallwright.layout.defaults import ZONE_COLORS
from hallwright.layout.model import Area
from hallwright.layout.reading import read_venue
from tests.layout.writing import HALL, area, written

LAYOUTS = Path(__file__).parents[2] / "layouts"
LARGE = 4.3
"""The contrast of large letters on zones: WCAG asks for 3."""


def areas() -> list[Area]:
    starts = [*sorted(LAYOUTS.glob("*.yaml")), *sorted(LAYOUTS.glob("*/venue.yaml"))]
    return [area for path in starts for area in read_venue(path).areas]


def contrast(color: str) -> float:
    low, high = sorted((luminance(color), luminance(readable_on(color))))
    return (high + 0.05) / (low + 0.05)


def zones(*colors: str) -> str:
    lines = (
        f'      - {{id: zone-{n}, name: {{en: Z, zh: 区}},{f" color: {color!r}," if color else ""} '
        f"polygon: [[{4 * n + 1}, 6], [{4 * n + 4}, 6], [{4 * n + 4}, 22], [{4 * n + 1}, 22]]}}\n"
        for n, color in enumerate(colors)
    )
    return "    zones:\n" + "".join(lines)


@pytest.mark.parametrize("hall", areas(), ids=lambda hall: hall.id)
def test_zones_of_our_layouts_are_told_apart_and_read(hall: Area) -> None:
    assert [(a.id, b.id) for a, b in combinations(hall.zones, 2) if alike_to(a.color, b.color)] == []
    assert [zone.id for zone in hall.zones if contrast(zone.color) < LARGE] == []


def test_the_palette_is_told_apart_and_read() -> None:
    assert [(a, b) for a, b in combinations(ZONE_COLORS, 2) if alike_to(a, b)] == []
    assert [color for color in ZONE_COLORS if contrast(color) < LARGE] == []


def test_zones_without_a_colour_get_one_each_in_order(tmp_path: Path) -> None:
    found = [zone.color for zone in area(tmp_path, zones(*[""] * len(ZONE_COLORS))).zones]

    assert found == list(ZONE_COLORS)


def test_what_is_written_is_looked_like_by_none_of_them(tmp_path: Path) -> None:
    found = [zone.color for zone in area(tmp_path, zones("", "#1F6FB3", "", "#C8561B", "")).zones]

    assert found == [ZONE_COLORS[1], "#1f6fb3", ZONE_COLORS[2], "#c8561b", ZONE_COLORS[4]]
    assert written(tmp_path, zones("", "#1F6FB3", "", "#C8561B", "")).warnings == ()


def test_a_zone_more_than_colours_is_told_of_but_built(tmp_path: Path) -> None:
    hall = HALL.replace("40, 24", "60, 24")
    reading = written(tmp_path, zones(*[""] * (len(ZONE_COLORS) + 1)), hall=hall)

    assert reading.venue is not None
    assert [each.message for each in reading.warnings] == ["zone `zone-9` and zone `zone-0` look alike to everyone"]
