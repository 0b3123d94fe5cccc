"""Baked light: open ground is bright, corners are dark, the same input gives the same light."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from hallwright.geometry import occlusion
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


def test_kept_light_is_taken_over_only_from_the_same_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    baked = bake([FLOOR, WALL], reach=2.5)
    kept = dict(occlusion._cache)
    occlusion.keep(tmp_path / "light.npz")
    monkeypatch.setattr(occlusion, "_cache", {})
    assert occlusion.recall(tmp_path / "light.npz") == len(kept)
    assert all(np.array_equal(occlusion._cache[key], seen) for key, seen in kept.items())
    monkeypatch.setattr(occlusion, "_cast", None)
    assert all(np.array_equal(a.colors, b.colors) for a, b in zip(baked, bake([FLOOR, WALL], reach=2.5), strict=True))
    monkeypatch.setattr(occlusion, "_code", lambda: "other")
    assert occlusion.recall(tmp_path / "light.npz") == 0
    (tmp_path / "light.npz").write_bytes(b"not an archive")
    assert occlusion.recall(tmp_path / "light.npz") == 0
    assert occlusion.recall(tmp_path / "none.npz") == 0


def test_lamps_neither_darken_nor_shade() -> None:
    lamp = box((1, 1, 1), (0, 0.5, 0), "glow", "#ffffff")
    floor, shown = bake([FLOOR, lamp])
    assert brightness([floor]).min() > 0.97
    assert shown is lamp
