"""Feet go where there is room: into booths through open sides, through open doors, over bridges."""

from __future__ import annotations

from collections import deque

import numpy as np
import pytest
from numpy.typing import NDArray

from hallwright.layout.model import Area
from hallwright.scene.walkable import STEP, rollable_of, walkable_of
from tests.scene.sample import booth, hall, island, park

Grid = NDArray[np.bool_]


def square(at: tuple[float, float]) -> tuple[int, int]:
    return int(at[1] / STEP), int(at[0] / STEP)


def reached(free: Grid, start: tuple[float, float]) -> Grid:
    """All squares one can walk to from a point."""
    seen = np.zeros_like(free)
    queue = deque([square(start)])
    while queue:
        row, column = queue.popleft()
        if not (0 <= row < free.shape[0] and 0 <= column < free.shape[1]) or seen[row, column] or not free[row, column]:
            continue
        seen[row, column] = True
        queue.extend(((row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)))
    return seen


def grid_of(area: Area) -> Grid:
    return walkable_of(area).free


def bare(**more: object) -> Area:
    empty: dict[str, object] = dict.fromkeys(
        ("zones", "columns", "doors", "aisles", "booths", "stages", "signs", "facilities"), ()
    )
    return hall(**{**empty, **more})


def test_the_grid_has_the_area_s_size() -> None:
    assert grid_of(hall()).shape == (200, 200)


def test_every_booth_can_be_entered_from_the_entrance() -> None:
    seen = reached(grid_of(hall()), (3.0, 24.0))
    for one in hall().booths:
        row, column = square(one.at)
        half = int(min(one.size) / 2 / STEP) - 1
        assert seen[row - half : row + half, column - half : column + half].any(), one.id


@pytest.mark.parametrize("name", [f"i{n}" for n in range(12)])
def test_islands_can_be_crossed(name: str) -> None:
    area = bare(booths=(island(name, (25.0, 25.0), 9.0),))
    free = grid_of(area)
    seen = reached(free, (5.0, 5.0))
    inside = (slice(square((0, 21))[0], square((0, 29))[0]), slice(square((21, 0))[1], square((29, 0))[1]))
    assert 0.3 < seen[inside].mean() < 0.98


def test_a_booth_s_walls_stop_and_its_open_side_lets_in() -> None:
    free = grid_of(bare(booths=(booth("x", (25.0, 25.0), furniture=()),)))
    assert free[square((25.0, 25.0))]
    for wall in ((25.0, 26.45), (23.55, 25.0), (26.45, 25.0)):
        assert not free[square(wall)]
    assert free[square((25.0, 23.5))]


def test_columns_and_stages_stop() -> None:
    free = grid_of(hall())
    assert not free[square((12.5, 24.0))] and not free[square((12.5, 24.6))]
    assert not free[square((42.0, 40.0))]
    assert free[square((42.0, 33.0))]


def test_an_entrance_is_open_and_an_emergency_exit_is_not() -> None:
    free = grid_of(hall())
    assert free[square((0.5, 24.0))] and not free[square((0.5, 30.0))]
    assert not free[square((49.7, 10.0))]


def test_water_stops_and_its_bridge_carries() -> None:
    free = grid_of(park())
    assert not free[square((5.0, 21.0))] and not free[square((5.0, 17.8))]
    assert free[square((20.0, 21.0))]
    assert reached(free, (20.0, 6.0))[square((20.0, 34.0))]
    assert not reached(grid_of(park(structures=())), (20.0, 6.0))[square((20.0, 34.0))]


def test_nobody_walks_off_the_edge() -> None:
    free = grid_of(park())
    assert not free[0].any() and not free[:, -1].any()


def test_turned_things_stop_where_they_stand() -> None:
    """A wall at 45 degrees: blocked along it, free a metre beside it."""
    from hallwright.layout.model import Wall

    free = grid_of(bare(walls=(Wall(((10.0, 10.0), (30.0, 30.0)), 3.0, 0.2, "solid"),)))
    for t in np.linspace(0, 1, 9):
        at = (10 + 20 * float(t), 10 + 20 * float(t))
        assert not free[square(at)]
        assert free[square((at[0] + 0.8, at[1] - 0.8))]


def test_wheels_need_more_room_and_take_no_steps() -> None:
    """A wall with a gap of 0.9 m lets people through; steps across the way stop wheels only."""
    from hallwright.layout.model import Feature, Wall

    walls = tuple(Wall(((25.0, a), (25.0, b)), 3.0, 0.2, "solid") for a, b in ((0.0, 24.6), (25.5, 50.0)))
    gap = bare(walls=walls)
    assert reached(grid_of(gap), (5.0, 25.0))[square((45.0, 25.0))]
    assert not reached(rollable_of(gap).free, (5.0, 25.0))[square((45.0, 25.0))]
    wide = bare(walls=(walls[0], Wall(((25.0, 26.0), (25.0, 50.0)), 3.0, 0.2, "solid")))
    assert reached(rollable_of(wide).free, (5.0, 25.0))[square((45.0, 25.0))]
    steps = Feature("s", "steps", (), ((20.0, 25.0), (30.0, 25.0)), 50.0, False)
    stepped = bare(walls=(), features=(steps,))
    assert grid_of(stepped)[square((25.0, 25.0))]
    assert not rollable_of(stepped).free[:, square((25.0, 25.0))[1]].any()
    assert not (rollable_of(hall()).free & ~grid_of(hall())).any(), "where wheels go, feet go"
