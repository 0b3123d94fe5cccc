from __future__ import annotations

import numpy as np

from hallwright.build.partition import cells_of
from hallwright.scene.graph import AreaScene, Environment, Part, Walkable


def area(*parts: Part) -> AreaScene:
    """75 x 50 m in cells of 25 m."""
    light = Environment("hall", 1.0, "#ffffff", 10, 100, None)
    return AreaScene("hall", (75.0, 50.0), 16.0, 25.0, parts, Walkable(0.5, np.ones((1, 1), np.bool_)), light)


def part(name: str, x: float, z: float, key: str = "k") -> Part:
    return Part(name, key, (x, z), "booths", None)


def test_cells_are_counted_from_the_south_west() -> None:
    parts = (part("sw", 1, -1), part("se", 74, -1), part("nw", 1, -49), part("mid", 26, -26))
    assert [(cell.id, [p.id for p in cell.parts]) for cell in cells_of(area(*parts))] == [
        ("c00-00", ["sw"]), ("c02-00", ["se"]), ("c00-01", ["nw"]), ("c01-01", ["mid"]),
    ]


def test_what_stands_on_or_beyond_the_edge_belongs_to_the_edge() -> None:
    cells = list(cells_of(area(part("far", 75, -50), part("out", -9, 8), part("sky", 400, -400))))
    assert [(cell.id, len(cell.parts)) for cell in cells] == [("c00-00", 1), ("c02-01", 2)]


def test_a_key_changes_with_its_parts_and_only_with_them() -> None:
    before = {cell.id: cell.key for cell in cells_of(area(part("a", 1, -1), part("b", 30, -1)), "s")}
    after = {cell.id: cell.key for cell in cells_of(area(part("a", 1, -1, "new"), part("b", 30, -1)), "s")}
    assert before["c00-00"] != after["c00-00"]
    assert before["c01-00"] == after["c01-00"]
    salted = {cell.id: cell.key for cell in cells_of(area(part("a", 1, -1), part("b", 30, -1)), "t")}
    assert not set(before.values()) & set(salted.values())
