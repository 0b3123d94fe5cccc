"""Baked light: open ground is bright, corners are dark, the same input gives the same light."""

from __future__ import annotations

import numpy as np

from hallwright.geometry.occlusion import bake
from hallwright.geometry.shapes import box, grid

FLOOR = grid((-4, 0, 4), (8, 0, 0), (0, 0, -8), 16, 16, "matte", "#ffffff")
WALL = grid((-4, 0, -4), (8, 0, 0), (0, 3, 0), 16, 6, "matte", "#ffffff")


def brightness(primitives: list, index: int = 0) -> np.ndarray:  # type: ignore[type-arg]
    return primitives[index].colors[:, 0]


def test_an_open_floor_stays_bright() -> None:
    assert brightness(bake([FLOOR])).min() > 0.97


def test_a_floor_darkens_towards_a_wall() -> None:
    light = brightness(bake([FLOOR, WALL], reach=2.5))
    z = FLOOR.positions[:, 2]
    beside, near, away = (light[np.isclose(z, at)].mean() for at in (-4, -3, 2))
    assert beside < near < away
    assert beside < 0.8 and away > 0.97


def test_light_is_repeatable() -> None:
    first, second = (bake([FLOOR, box((1, 1, 1), color="#ffffff")]) for _ in range(2))
    assert all(np.array_equal(a.colors, b.colors) for a, b in zip(first, second, strict=True))


def test_lamps_neither_darken_nor_shade() -> None:
    lamp = box((1, 1, 1), (0, 0.5, 0), "glow", "#ffffff")
    floor, shown = bake([FLOOR, lamp])
    assert brightness([floor]).min() > 0.97
    assert shown is lamp
