"""Green and stone things without a street's furniture: shrubs, rocks, reeds, plants in pots, flower planters."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from hallwright.geometry.colors import Color, linear, mix
from hallwright.geometry.lofting import shaded
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shadows import pool, skirt
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, transform
from hallwright.scene.materials import GRAPHITE, LEAF, PAPER
from hallwright.scene.pieces.shelter import prop_kit

Shape = list[Primitive]
BLOOMS = ("#E4572E", "#F2B134", "#E88BB1", "#F7F3E8", "#8C6BB1")


def shrub(variant: int) -> Mesh:
    """A knee-high round bush."""
    return prop_kit(f"shrub/{variant}", lambda: _shrub(variant), lambda: [_clump(0.55, 0.5, 5, 2, LEAF, variant)])


def rock(variant: int) -> Mesh:
    """A boulder that was dragged here for its looks."""
    return prop_kit(f"rock/{variant}", lambda: _rock(variant), lambda: [_boulder(variant, 5, 2)])


def reeds(variant: int) -> Mesh:
    """A tuft of reeds at a shore; not seen from afar."""
    return prop_kit(f"reeds/{variant}", lambda: _blades(variant, 26, 1.25, 0.42, "#4E6B2E", "#A8B860"), height=0.01)


def grass_tuft(variant: int) -> Mesh:
    """A tuft of meadow grass with a few flowers; not seen from afar."""
    return prop_kit(f"tuft/{variant}", lambda: _meadow(variant), height=0.01)


def plant(variant: int) -> Mesh:
    """An indoor plant in a pot, about 1.6 m."""
    return prop_kit(f"plant/{variant}", lambda: _plant(variant), lambda: _plant_far())


def planter(variant: int) -> Mesh:
    """A raised timber bed with shrubs and flowers."""
    return prop_kit(f"planter/{variant}", lambda: _planter(variant), lambda: _planter_far())


def flowers(variant: int) -> Mesh:
    """A cushion of flowers for beds, about a metre wide; from afar a low tinted cushion."""
    return prop_kit(
        f"flowers/{variant}",
        lambda: _flowers(variant),
        lambda: [_clump(0.6, 0.22, 5, 2, mix(LEAF, BLOOMS[variant % len(BLOOMS)], 0.5), variant)],
        height=0.2,
    )


def _clump(radius: float, height: float, segments: int, rings: int, color: Color, seed: int) -> Primitive:
    """Half a rough ball of leaves on the ground, dark at its foot."""
    angles = np.linspace(0.0, math.pi / 2, rings + 1)
    profile = [(radius * math.cos(a) if i < rings else 0.0, height * math.sin(a)) for i, a in enumerate(angles)]
    shape = lathe(profile, segments, "foliage", color, crease=120)
    chance = np.random.default_rng(seed)
    waves = chance.uniform(3, 7, (3, 3))
    bumps = 1 + 0.1 * np.sin(shape.positions @ waves.T + chance.uniform(0, 6, 3)).sum(axis=1)
    moved = (shape.positions * bumps[:, None]).astype(np.float32)
    rough = Primitive("foliage", moved, shape.normals, shape.indices, shape.colors)
    return shaded(rough, 0.45 + 0.75 * np.clip(moved[:, 1] / height, 0, 1))


def _shrub(variant: int) -> Shape:
    greens = ("#4A7A35", "#5C8C3C", "#3F6E3D")
    main = _clump(0.62, 0.72, 8, 3, greens[variant % 3], variant)
    side = transform(_clump(0.42, 0.5, 7, 3, greens[(variant + 1) % 3], variant + 9), (0.42, 0, 0.18))
    low = transform(_clump(0.36, 0.42, 7, 3, greens[(variant + 2) % 3], variant + 5), (-0.34, 0, 0.32))
    return [main, side, low, pool(0.95, dark=0.5)]


def _boulder(variant: int, segments: int, rings: int) -> Primitive:
    chance = np.random.default_rng(100 + variant)
    angles = np.linspace(-0.35, math.pi / 2, rings + 1)
    profile = [(math.cos(a) if i < rings else 0.0, math.sin(a)) for i, a in enumerate(angles)]
    shape = lathe(profile, segments, "matte", ("#8F9290", "#9C968A", "#7F868A")[variant % 3], crease=20)
    waves = chance.uniform(1.4, 3.4, (4, 3))
    bumps = 1 + 0.1 * np.sin(shape.positions @ waves.T + chance.uniform(0, 6, 4)).sum(axis=1)
    stretch = np.array([chance.uniform(0.5, 0.75), chance.uniform(0.38, 0.62), chance.uniform(0.4, 0.6)])
    moved = (shape.positions * bumps[:, None] * stretch).astype(np.float32)
    return Primitive("matte", moved, shape.normals, shape.indices, shape.colors)


def _rock(variant: int) -> Shape:
    small = transform(_boulder(variant + 3, 7, 3), (0.52, 0, 0.3), yaw=1.3, scale=0.45)
    return [_boulder(variant, 9, 4), small, pool(0.85, dark=0.55)]


def _blades(seed: int, count: int, height: float, spread: float, low: Color, high: Color) -> Shape:
    """Thin upright triangles that lean outward, one face each (their material shows both)."""
    chance = np.random.default_rng(seed)
    angle, away = chance.uniform(0, 6.283, count), np.sqrt(chance.uniform(0, 1, count)) * spread
    foot = np.stack([np.cos(angle) * away, np.zeros(count), np.sin(angle) * away], -1)
    lean = (
        np.stack([np.cos(angle), np.zeros(count), np.sin(angle)], -1) * chance.uniform(0.05, 0.35, (count, 1)) * height
    )
    tip = foot + lean + np.array([0, 1, 0]) * height * chance.uniform(0.6, 1.0, (count, 1))
    wide = np.stack([-np.sin(angle), np.zeros(count), np.cos(angle)], -1) * height * 0.025
    points = np.stack([foot - wide, foot + wide, tip], axis=1).reshape(-1, 3).astype(np.float32)
    normals = np.tile(np.array([0, 1, 0], np.float32), (3 * count, 1))
    shape = Primitive("foliage", points, normals, np.arange(3 * count, dtype=np.uint32).reshape(-1, 3))
    foot_color, tip_color = np.array(linear(low)), np.array(linear(high))
    return [shaded(shape, np.tile(np.stack([foot_color, foot_color, tip_color]), (count, 1)))]


def _meadow(variant: int) -> Shape:
    chance = np.random.default_rng(40 + variant)
    heads = []
    for _ in range(7):
        x, z = chance.uniform(-0.5, 0.5, 2)
        top = float(chance.uniform(0.3, 0.5))
        color = BLOOMS[int(chance.integers(0, len(BLOOMS)))]
        heads.append(transform(lathe([(0.0, 0.0), (0.05, 0.03), (0.0, 0.05)], 4, "foliage", color), (x, top, z)))
    return [*_blades(variant, 34, 0.5, 0.62, "#5D7A34", "#B3C069"), *heads]


def _plant(variant: int) -> Shape:
    pots = (PAPER, GRAPHITE, "#B9764A")
    pot = lathe(
        [(0.0, 0.0), (0.19, 0.0), (0.25, 0.42), (0.22, 0.42), (0.2, 0.36), (0.0, 0.36)], 14, "satin", pots[variant % 3]
    )
    chance = np.random.default_rng(7 + variant)
    leaves = []
    for level, (count, lift, reach) in enumerate(((6, 0.55, 0.52), (6, 0.85, 0.46), (5, 1.1, 0.34))):
        for place in range(count):
            turn = 6.283 * place / count + level * 0.6 + float(chance.uniform(-0.2, 0.2))
            leaves.append(transform(_leaf(reach, lift), (0, 0.34, 0), yaw=turn))
    stem = cylinder(0.025, 0.9, (0, 0.34, 0), "matte", "#5B6B34", segments=5, base=True, top_radius=0.012)
    return [pot, stem, *leaves, pool(0.45, dark=0.55)]


def potted() -> Shape:
    """An indoor plant without a mesh of its own, for what has one built in."""
    return _plant(0)


def _leaf(reach: float, lift: float) -> Primitive:
    """A broad leaf, folded along its middle, that rises from the stem and bends over."""
    points = np.array(
        [
            [0, lift * 0.4, 0],
            [reach * 0.5, lift, 0.13],
            [reach * 0.5, lift - 0.03, 0],
            [reach * 0.5, lift, -0.13],
            [reach, lift * 0.8, 0],
        ],
        np.float32,
    )
    normals = np.tile(np.array([0.2, 0.97, 0], np.float32) / 0.9905, (5, 1))
    faces = np.array([[0, 1, 2], [0, 2, 3], [2, 1, 4], [3, 2, 4]], np.uint32)
    dark, light = np.array(linear("#2F5A2B")), np.array(linear("#79A84F"))
    shape = Primitive("foliage", points, normals, faces)
    return shaded(shape, np.stack([dark, light, dark * 1.3, light, light * 1.1]))


def _plant_far() -> Shape:
    pot = cylinder(0.23, 0.42, (0, 0, 0), "matte", PAPER, segments=5, base=True)
    return [pot, lathe([(0.0, 0.45), (0.45, 1.0), (0.0, 1.6)], 5, "foliage", LEAF)]


def _planter(variant: int) -> Shape:
    sides = [
        bevel_box(
            (1.8, 0.14, 0.8),
            (0, 0.02 + 0.15 * row, 0),
            "timber",
            mix("#A87B4F", "#8A6140", row / 3),
            bevel=0.02,
            base=True,
        )
        for row in range(3)
    ]
    soil = box((1.68, 0.04, 0.68), (0, 0.46, 0), "matte", "#4A3A2C")
    bushes = [
        transform(
            _clump(0.3, 0.42, 7, 3, "#4F7F3A" if place % 2 else "#5F9444", variant + place),
            (-0.6 + 0.4 * place, 0.45, 0),
        )
        for place in range(4)
    ]
    blooms = [transform(part, (0, 0.47, 0), scale=(1.25, 1.0, 0.5)) for part in _petals(variant, 26, 0.62, 0.36)]
    return [*sides, soil, *bushes, *blooms, skirt(1.8, 0.8, reach=0.3)]


def _planter_far() -> Shape:
    return [
        box((1.8, 0.46, 0.8), (0, 0, 0), "matte", "#96704A", base=True, skip="-y"),
        box((1.6, 0.36, 0.6), (0, 0.46, 0), "foliage", LEAF, base=True, skip="-y"),
    ]


def _petals(seed: int, count: int, spread: float, height: float) -> Shape:
    """Flower heads: small four-sided studs scattered in a disc."""
    chance = np.random.default_rng(seed + 60)
    stud = lathe([(0.055, 0.0), (0.0, 0.05)], 4, "foliage", crease=120)
    color = (BLOOMS[seed % len(BLOOMS)], BLOOMS[(seed + 3) % len(BLOOMS)])
    angle, away = chance.uniform(0, 6.283, count), np.sqrt(chance.uniform(0, 1, count)) * spread
    tops = height * (1 - 0.35 * (away / spread) ** 2)
    base = Primitive("foliage", stud.positions, stud.normals, stud.indices)
    return [
        transform(
            shaded(base, np.tile(linear(color[place % 2]), (len(base.positions), 1))),
            (float(a * math.cos(t)), float(y), float(a * math.sin(t))),
        )
        for place, (t, a, y) in enumerate(zip(angle, away, tops, strict=True))
    ]


def _flowers(variant: int) -> Shape:
    return [_clump(0.62, 0.3, 8, 2, "#4B7838", variant), *_petals(variant, 22, 0.5, 0.3)]


GARDEN: Sequence[str] = ("shrub", "rock", "plant", "planter")
