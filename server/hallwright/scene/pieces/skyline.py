"""The land beyond an outdoor area: fields to the horizon, belts of trees, low hills, and the city where it lies.

Plain enough to be drawn from everywhere in one or two draws; the haze of the area does the rest.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.colors import linear, mix
from hallwright.geometry.lofting import shaded, sheet
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shapes import box, merge, tint, transform

FIELD, NEAR_WOOD, FAR_WOOD, HILL, TOWN = "#7E9C5B", "#4B7144", "#6C8C74", "#8FA7B5", "#A9B9C6"
REACH = 700.0


@lru_cache(maxsize=16)
def backdrop(size: tuple[float, float], ground: str, cities: tuple[float, ...]) -> Mesh:
    """The land around an area of ``size`` (width, depth) metres; ``cities`` are the bearings of skylines."""
    key = f"horizon/{size[0]:g}x{size[1]:g}/{ground}/{','.join(f'{city:g}' for city in cities)}"
    parts = [_land(size), *_hills(size)]
    parts += [_wood(size, 14.0, 7.5, NEAR_WOOD, 6.0, 1), _wood(size, 58.0, 12.0, FAR_WOOD, 11.0, 2)]
    for city in cities:
        parts += _city(size, city)
    everything = tuple(merge(parts))
    return Mesh(key, everything, everything)


def _loop(size: tuple[float, float], beyond: float, step: float) -> NDArray[np.float64]:
    """Scene points (n, 2) ``beyond`` metres outside the area, round its corners, about ``step`` apart."""
    half = np.array(size) / 2
    around = 2 * math.pi * float(half.mean() + beyond)
    turn = np.linspace(0, 2 * math.pi, max(24, int(around / step)), endpoint=False)
    way = np.stack([np.cos(turn), np.sin(turn)], -1)
    near, far = np.zeros(len(way)), np.full(len(way), float(np.hypot(*half)) + beyond)
    for _ in range(40):  # bisection along each bearing: no formula is as short
        reach = (near + far) / 2
        outside = np.linalg.norm(np.maximum(np.abs(way) * reach[:, None] - half, 0), axis=1) > beyond
        near, far = np.where(outside, near, reach), np.where(outside, reach, far)
    points = way * far[:, None]
    return np.column_stack([points[:, 0] + half[0], -(points[:, 1] + half[1])])


def _land(size: tuple[float, float]) -> Primitive:
    """Ground from just under the area's edge to the horizon, in rings that grow paler."""
    rings = [_loop(size, beyond, 46.0) for beyond in (60.0, 220.0, REACH)]
    corner = np.array([(0, 0), (size[0], 0), size, (0, size[1])], float)
    inner = _square(corner, len(rings[0]), size)
    count = min(len(ring) for ring in rings)
    loops = [inner[:count], *(_resampled(ring, count) for ring in rings)]
    points = np.array([[(x, -0.03 if k == 0 else -0.05, z) for x, z in loop] for k, loop in enumerate(loops)])
    land = sheet(points[::-1], "matte", wrap=True)
    flat = Primitive(
        "matte", land.positions, np.tile(np.array([0, 1, 0], np.float32), (len(land.positions), 1)), land.indices
    )
    tones = np.array([linear(mix(FIELD, HILL, t)) for t in (0.6, 0.3, 0.08, 0.0)])
    return shaded(_up(flat), np.repeat(tones, count, axis=0))


def _square(corner: NDArray[np.float64], count: int, size: tuple[float, float]) -> NDArray[np.float64]:
    """Points on the area's own edge, one for each bearing of a loop."""
    turn = np.linspace(0, 2 * math.pi, count, endpoint=False)
    way = np.stack([np.cos(turn), np.sin(turn)], -1)
    half = np.array(size) / 2
    edge = way / np.abs(way / half).max(axis=1, keepdims=True)
    return np.column_stack([edge[:, 0] + half[0], -(edge[:, 1] + half[1])])


def _resampled(ring: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    place = np.linspace(0, len(ring), count, endpoint=False)
    low = np.floor(place).astype(int)
    part = (place - low)[:, None]
    points: NDArray[np.float64] = ring[low % len(ring)] * (1 - part) + ring[(low + 1) % len(ring)] * part
    return points


def _up(part: Primitive) -> Primitive:
    """Triangles turned so that all look up."""
    a, b, c = (part.positions[part.indices[:, k]] for k in range(3))
    down = np.cross(b - a, c - a)[:, 1] < 0
    faces = part.indices.copy()
    faces[down] = faces[down][:, ::-1]
    return Primitive(part.material, part.positions, part.normals, faces, part.colors)


def _wood(size: tuple[float, float], beyond: float, height: float, color: str, step: float, seed: int) -> Primitive:
    """A belt of trees: a wall of rounded tops, dark at its foot, lit from above."""
    ring = _loop(size, beyond, step)
    chance = np.random.default_rng(seed)
    count = len(ring)
    tops = height * (0.62 + 0.38 * chance.random(count))
    tops[chance.random(count) < 0.07] *= 0.45
    middle = np.array([size[0] / 2, -size[1] / 2])
    out = ring - middle
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    rows = [
        np.column_stack([ring[:, 0], np.full(count, -0.1), ring[:, 1]]),
        np.column_stack([(ring - out)[:, 0], tops * 0.55, (ring - out)[:, 1]]),
        np.column_stack([(ring + out * 1.5)[:, 0], tops * 0.92, (ring + out * 1.5)[:, 1]]),
        np.column_stack([(ring + out * 5)[:, 0], tops, (ring + out * 5)[:, 1]]),
    ]
    wall = sheet(np.array(rows), "foliage", wrap=True)
    tone = np.array([linear(color)]) * np.repeat([0.42, 0.85, 1.15, 1.35], count)[:, None]
    return shaded(_facing(wall, middle), tone * np.tile(chance.uniform(0.85, 1.15, count), 4)[:, None])


def _facing(wall: Primitive, middle: NDArray[np.float64]) -> Primitive:
    """A ring-shaped wall turned so that it looks at the middle."""
    normals = wall.normals.copy()
    inward = np.column_stack(
        [middle[0] - wall.positions[:, 0], np.zeros(len(normals)), middle[1] - wall.positions[:, 2]]
    )
    if float((normals * inward).sum()) < 0:
        normals[:, [0, 2]] *= -1
        normals[:, 1] = np.abs(normals[:, 1])
        return Primitive(
            wall.material, wall.positions, normals, np.ascontiguousarray(wall.indices[:, ::-1]), wall.colors
        )
    return wall


def _hills(size: tuple[float, float]) -> list[Primitive]:
    """Two low ridges far away; the nearer one darker."""
    ridges = []
    for beyond, height, color, seed in ((330.0, 26.0, mix(HILL, FAR_WOOD, 0.35), 5), (520.0, 48.0, HILL, 6)):
        ring = _loop(size, beyond, 38.0)
        turn = np.linspace(0, 2 * math.pi, len(ring), endpoint=False)
        chance = np.random.default_rng(seed)
        phase = chance.uniform(0, 6.28, 4)
        rise = sum(np.sin(turn * k + p) / k for k, p in zip((2, 3, 5, 9), phase, strict=True))
        tops = height * np.clip(0.55 + 0.42 * rise, 0.12, 1.2)
        rows = [
            np.column_stack([ring[:, 0], np.full(len(ring), -0.2), ring[:, 1]]),
            np.column_stack([ring[:, 0], tops, ring[:, 1]]),
        ]
        middle = np.array([size[0] / 2, -size[1] / 2])
        ridges.append(tint(_facing(sheet(np.array(rows), "foliage", wrap=True), middle), color))
    return ridges


def _city(size: tuple[float, float], bearing: float) -> list[Primitive]:
    """Towers of a city beyond the woods, tallest in their middle, each plain with a lighter crown."""
    chance = np.random.default_rng(int(bearing * 1000) + 11)
    away = float(np.hypot(size[0], size[1])) / 2 + 150.0
    towers = []
    for k in range(46):
        offset = float(chance.normal(0, 0.3))
        turn = bearing + offset
        far = away * float(chance.uniform(0.92, 1.3))
        tall = (16 + 70 * math.exp(-((offset / 0.22) ** 2)) * float(chance.uniform(0.35, 1.0))) * float(
            chance.uniform(0.7, 1.15)
        )
        wide, deep = (float(value) for value in chance.uniform(12, 26, 2))
        tone = mix(TOWN, "#E7EDF1" if k % 3 else "#7F96A8", float(chance.uniform(0.1, 0.6)))
        at = (size[0] / 2 + math.sin(turn) * far, 0.0, -(size[1] / 2 + math.cos(turn) * far))
        parts = [box((wide, tall, deep), (0, 0, 0), "matte", tone, base=True, skip="-y")]
        if k % 4 == 0:
            parts.append(box((wide * 0.6, tall * 0.14, deep * 0.6), (0, tall, 0), "matte", tone, base=True, skip="-y"))
        towers += [transform(part, at, yaw=float(chance.uniform(0, 0.6))) for part in parts]
    return _graded(towers)


def _graded(towers: Sequence[Primitive]) -> list[Primitive]:
    """Haze gathers at the foot of towers."""
    pale = np.array(linear("#C9D6DE"))
    result = []
    for tower in towers:
        assert tower.colors is not None
        part = np.clip(tower.positions[:, 1:2] / 60, 0, 1)
        colors = tower.colors.copy()
        colors[:, :3] = pale * (1 - part) * 0.6 + colors[:, :3] * (0.4 + 0.6 * part)
        result.append(Primitive(tower.material, tower.positions, tower.normals, tower.indices, colors))
    return result
