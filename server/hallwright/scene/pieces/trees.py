"""Trees: clustered crowns with light on their shoulders and shade at their hearts, three variants a kind.

Near at most 400 triangles, far at most 24. The shadow beneath is part of the tree.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.colors import linear
from hallwright.geometry.lofting import limb, shaded
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shadows import pool
from hallwright.geometry.shapes import lathe, merge

Points = NDArray[np.float64]
Ball = tuple[float, float, float, float, float]
"""x, y, z, radius, height of one cluster of leaves."""

VARIANTS = 3


@dataclass(frozen=True, slots=True)
class Species:
    """Colours of a kind from shade to light, its bark, its whole height and its crown's radius in metres."""

    shade: str
    body: str
    light: str
    bark: str
    height: float
    radius: float
    leaves: int


SPECIES = {
    "tree-round": Species("#24431F", "#4E8238", "#9CBF58", "#5B4633", 7.2, 2.7, 60),
    "tree-tall": Species("#1D3B25", "#3F7340", "#86AE5B", "#4E4034", 11.5, 1.9, 70),
    "tree-blossom": Species("#8E4A62", "#E59CB4", "#FFE3EA", "#4A352D", 5.2, 2.6, 70),
}


@cache
def tree(kind: str, variant: int) -> Mesh:
    """The shared mesh of a kind of tree (a key of ``SPECIES``) in one of its variants."""
    species = SPECIES[kind]
    chance = np.random.default_rng([variant, len(kind), int(species.height * 10)])
    balls = _clusters(kind, species, chance)
    crown = [_ball(ball, species, chance) for ball in balls]
    leaves = _leaves(balls, species, chance)
    near = merge(
        [*_wood(kind, species, balls, chance), *crown, leaves, pool(species.radius * 1.2, dark=0.5, segments=10)]
    )
    return Mesh(f"{kind}/{variant}", tuple(near), _far(kind, species, variant))


def _clusters(kind: str, species: Species, chance: np.random.Generator) -> list[Ball]:
    """Where the crown's clusters of leaves sit."""
    high, wide = species.height, species.radius
    if kind == "tree-tall":
        levels = np.linspace(0.24, 0.86, 6)
        sizes = np.array([0.74, 0.95, 0.92, 0.78, 0.58, 0.36]) * wide
        sway = chance.uniform(-0.16, 0.16, (6, 2)) * wide
        return [
            (float(x), float(level * high), float(z), float(size), float(high * 0.155))
            for level, size, (x, z) in zip(levels, sizes, sway, strict=True)
        ]
    flat, low, top = (0.66, 0.52, 0.80) if kind == "tree-blossom" else (0.88, 0.50, 0.80)
    balls: list[Ball] = [(0.0, high * top, 0.0, wide * 0.56, wide * 0.56 * flat)]
    for count, size, lift, start in ((4, 0.54, low, 0.0), (2, 0.5, (low + top) / 2 + 0.02, 0.9)):
        for angle in start + chance.uniform(0, 0.5) + np.arange(count) * 2 * math.pi / count:
            radius = wide * size * float(chance.uniform(0.88, 1.12))
            out = (wide - radius) * (1.0 if count == 4 else 0.8)
            rise = high * (lift + float(chance.uniform(-0.03, 0.03)))
            balls.append((float(out * math.cos(angle)), rise, float(out * math.sin(angle)), radius, radius * flat))
    return balls


def _ball(ball: Ball, species: Species, chance: np.random.Generator) -> Primitive:
    """One cluster: a rough ball of 36 triangles, lit from above, dark below and toward the trunk."""
    x, y, z, radius, rise = ball
    angles = np.linspace(-math.pi / 2, math.pi / 2, 5)
    profile = [(max(0.0, math.cos(a)) * radius if 0 < i < 4 else 0.0, math.sin(a) * rise) for i, a in enumerate(angles)]
    ball_shape = lathe(profile, 6, "foliage", crease=120)
    bumps = _bumps(ball_shape.positions, chance)
    positions = ball_shape.positions * bumps[:, None] + np.array([x, y, z], np.float32)
    shape = Primitive("foliage", positions.astype(np.float32), ball_shape.normals, ball_shape.indices)
    return shaded(shape, _light(shape, species, float(chance.uniform(0.9, 1.12))))


def _bumps(points: NDArray[np.float32], chance: np.random.Generator) -> Points:
    """A smooth, repeatable roughness: equal points get equal bumps, so seams stay shut."""
    waves = chance.uniform(1.6, 3.2, (4, 3))
    phase = chance.uniform(0, 6.28, 4)
    rough: Points = 1.0 + 0.085 * np.sin(points @ waves.T + phase).sum(axis=1)
    return rough


def _light(part: Primitive, species: Species, tone: float) -> Points:
    """Linear RGB for each vertex: shade below and inside, light on the shoulders."""
    low, high = species.height * 0.28, species.height
    rise = np.clip((part.positions[:, 1] - low) / (high - low), 0, 1)
    out = np.clip(np.hypot(part.positions[:, 0], part.positions[:, 2]) / species.radius, 0, 1)
    bright = np.clip(0.16 + 0.40 * part.normals[:, 1] + 0.40 * rise + 0.20 * out, 0, 1)[:, None]
    shade, body, light = (np.array(linear(color)) for color in (species.shade, species.body, species.light))
    lower = shade + (body - shade) * np.clip(bright * 2, 0, 1)
    colors: Points = (lower + (light - body) * np.clip(bright * 2 - 1, 0, 1)) * tone
    return colors


def _leaves(balls: list[Ball], species: Species, chance: np.random.Generator) -> Primitive:
    """Loose leaf clumps, single triangles on the crown's skin, that break its outline."""
    count = species.leaves
    which = np.array(balls)[chance.integers(0, len(balls), count)]
    way = chance.normal(size=(count, 3))
    way[:, 1] = np.abs(way[:, 1]) * 0.9 - 0.3
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    middle = which[:, :3] + way * which[:, [3, 4, 3]] * chance.uniform(0.86, 1.0, (count, 1))
    spin = chance.uniform(-1, 1, (count, 3, 3)) * species.radius * 0.09
    spin -= spin.mean(axis=1, keepdims=True)
    points = (middle[:, None] + spin * 1.5).reshape(-1, 3).astype(np.float32)
    normals = np.repeat(way, 3, axis=0).astype(np.float32)
    shape = Primitive("foliage", points, normals, np.arange(3 * count, dtype=np.uint32).reshape(-1, 3))
    return shaded(shape, _light(shape, species, 1.1) * np.repeat(chance.uniform(0.8, 1.25, (count, 1)), 3, axis=0))


def _wood(kind: str, species: Species, balls: list[Ball], chance: np.random.Generator) -> list[Primitive]:
    """Trunk and boughs; darker where the crown hides them."""
    high = species.height
    lean = chance.uniform(-0.12, 0.12, 2)
    fork = (float(lean[0]), high * (0.3 if kind == "tree-blossom" else 0.42), float(lean[1]))
    thick = high * 0.024
    trunk = limb(
        [(0, -0.05, 0), (lean[0] * 0.3, high * 0.12, lean[1] * 0.3), fork],
        [thick * 1.7, thick, thick * 0.8],
        "matte",
        species.bark,
        segments=6,
        caps=False,
    )
    parts = [trunk]
    if kind != "tree-tall":
        parts += [
            limb(
                [fork, (x * 0.7, y, z * 0.7)],
                [thick * 0.6, thick * 0.25],
                "matte",
                species.bark,
                segments=4,
                caps=False,
            )
            for x, y, z, _, _ in balls[1:4]
        ]
    return [shaded(part, np.clip(1.15 - 0.9 * part.positions[:, 1] / (high * 0.6), 0.35, 1.0)) for part in parts]


def _far(kind: str, species: Species, variant: int) -> tuple[Primitive, ...]:
    """A five-sided crown with the same colours on a three-sided trunk: 23 triangles."""
    high, wide = species.height, species.radius * (0.88 + 0.06 * variant)
    low = high * (0.12 if kind == "tree-tall" else 0.32)
    widest = low + (high - low) * (0.3 if kind == "tree-tall" else 0.42)
    shoulder = (wide * 0.66, low + (high - low) * 0.8)
    crown = lathe([(0.0, low), (wide, widest), shoulder, (0.0, high)], 5, "foliage", crease=180)
    crown = shaded(crown, _light(crown, species, 1.0))
    trunk = limb([(0, 0, 0), (0, widest, 0)], [high * 0.026, 0.0], "matte", species.bark, segments=3, caps=False)
    return crown, trunk
