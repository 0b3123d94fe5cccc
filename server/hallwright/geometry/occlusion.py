"""Ambient occlusion: how much of the sky each vertex sees past the shape's own triangles.

Widening rays are cast in numpy from every distinct (position, normal) through a grid of densities made of
the triangles, with coarser copies for wider rays. Casting against the triangles themselves was 40 times
slower at the same look: occlusion is smooth, and kits must be made in milliseconds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.distinct import distinct
from hallwright.geometry.mesh import FloatArray, Primitive

Seen = NDArray[np.float32]
_SPREAD = 0.32  # width of a ray after a metre
DIGEST = 16
_cache: dict[bytes, Seen] = {}


def bake(
    primitives: Sequence[Primitive],
    *,
    occluders: Sequence[Primitive] | None = None,
    rays: int = 12,
    reach: float = 2.5,
    strength: float = 0.8,
    ground: float | None = 0.0,
    skip: frozenset[str] = frozenset({"shadow", "light", "lamplight", "glow", "glass"}),
) -> list[Primitive]:
    """The same primitives, their vertex colours darkened where less light comes in.

    ``occluders`` are what stands in the way (default: the primitives themselves), ``reach`` how far that
    counts in metres, ``ground`` the height of a bright floor. Materials in ``skip`` neither darken nor shade.
    """
    lit = [primitive for primitive in primitives if primitive.material not in skip and len(primitive.indices)]
    blocks = [p for p in (primitives if occluders is None else occluders) if p.material not in skip]
    if not lit or not blocks:
        return list(primitives)
    openness = _openness(lit, blocks, rays, reach, ground)
    light = np.maximum(1 - strength * (1 - openness), 0.3)
    shaded, start = {}, 0
    for primitive in lit:
        part = light[start : start + len(primitive.positions)]
        shaded[id(primitive)] = _darkened(primitive, part)
        start += len(primitive.positions)
    return [shaded.get(id(primitive), primitive) for primitive in primitives]


def keep(path: Path) -> None:
    """Write the light of all that was baked in this process, for ``recall``."""
    keys = sorted(_cache)
    counts = np.array([len(_cache[key]) for key in keys], np.int64)
    digests = np.frombuffer(b"".join(keys), np.uint8).reshape(-1, DIGEST)
    light = np.concatenate([_cache[key] for key in keys])
    np.savez_compressed(path, code=np.array(_code()), digests=digests, counts=counts, light=light)


def recall(path: Path) -> int:
    """Take over what ``keep`` wrote, so that equal shapes need not be baked again; how many there are, 0 when there
    is no such file or other code wrote it."""
    try:
        with np.load(path, allow_pickle=False) as kept:
            if str(kept["code"]) != _code():
                return 0
            digests, ends, light = kept["digests"], np.cumsum(kept["counts"]), kept["light"]
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return 0
    for digest, seen in zip(digests, np.split(light, ends[:-1]), strict=True):
        _cache.setdefault(digest.tobytes(), seen)
    return len(digests)


def _code() -> str:
    """A digest of what decides how light is baked."""
    home = Path(__file__)
    sources = (home, home.with_name("distinct.py"))
    return blake2b(b"".join(path.read_bytes() for path in sources), digest_size=DIGEST).hexdigest()


def _openness(
    lit: Sequence[Primitive], blocks: Sequence[Primitive], rays: int, reach: float, ground: float | None
) -> Seen:
    """Per vertex of ``lit``, 0 shut in to 1 open; remembered, because kits differ in colour more than in shape."""
    positions = np.concatenate([primitive.positions for primitive in lit])
    normals = np.concatenate([primitive.normals for primitive in lit])
    triangles = np.concatenate([block.positions[block.indices] for block in blocks])
    digest = blake2b(f"{rays} {reach} {ground}".encode(), digest_size=DIGEST)
    for array in (positions, normals, triangles):
        digest.update(np.ascontiguousarray(array).tobytes())
    key = digest.digest()
    if key not in _cache:
        _cache[key] = _cast(positions, normals, triangles, rays, reach, ground)
    return _cache[key]


def _cast(
    positions: FloatArray, normals: FloatArray, triangles: FloatArray, rays: int, reach: float, ground: float | None
) -> Seen:
    rows = np.concatenate([np.round(positions * 100), np.round(normals * 2)], axis=1).astype(np.int32)
    first, kind = distinct(rows)
    fog = _Fog(triangles)
    origins, outward = positions[first].astype(np.float32), normals[first]
    directions = _cones(outward, rays)
    light = _march(fog, origins + outward * fog.size * 0.9, directions, reach)
    if ground is not None:
        light = np.minimum(light, _floor_light(origins[:, 1] - ground, directions[:, :, 1], reach))
    weight = _spread(rays)[:, 2]
    seen = light @ (weight / weight.sum())
    return np.asarray(seen[kind], np.float32)


def _march(fog: _Fog, origins: FloatArray, directions: FloatArray, reach: float) -> FloatArray:
    """(vertices, rays): the light left after each widening ray has crossed the fog, near blocks counting most."""
    light = np.ones(directions.shape[:2], np.float32)
    distance = fog.size * 1.1
    while distance < reach:
        density = fog.at(origins[:, None] + directions * distance, distance * _SPREAD)
        light *= 1 - density * (1 - distance / reach)
        distance *= 1.75
    return light


def _floor_light(height: FloatArray, down: FloatArray, reach: float) -> FloatArray:
    """Light along rays that look down on a bright floor ``height`` metres below."""
    length = np.maximum(height, 0)[:, None] / np.maximum(-down, 1e-6)
    return np.asarray(np.where(down < 0, 1 - 0.4 * np.clip(1 - length / reach, 0, 1), 1), np.float32)


class _Fog:
    """Triangles as a grid of densities, with coarser and coarser copies for wider rays."""

    def __init__(self, triangles: FloatArray) -> None:
        low, high = triangles.min(axis=(0, 1)), triangles.max(axis=(0, 1))
        self.size = float(np.clip(np.linalg.norm(high - low) / 40, 0.03, 0.4))
        self.low = (low - self.size * 2).astype(np.float32)
        shape = np.ceil((high - low) / self.size).astype(int) + 5
        grid = np.zeros(shape + (-shape) % 2, np.float32)
        at = ((_points_on(triangles, self.size * 1.15) - self.low) / self.size).astype(np.int32)
        grid[at[:, 0], at[:, 1], at[:, 2]] = 1
        levels = [grid]
        while min(levels[-1].shape) > 3 and len(levels) < 6:
            levels.append(_coarser(levels[-1]))
        # A clear border round every level: what is looked up outside finds nothing.
        self.levels = [np.pad(level, 1) for level in levels]

    def at(self, points: FloatArray, width: float) -> FloatArray:
        """The density at points (…, 3), looked at ``width`` metres wide; 0 outside."""
        level = min(max(round(math.log2(max(width / self.size, 1))), 0), len(self.levels) - 1)
        grid = self.levels[level]
        place = (points - self.low) * np.float32(1 / (self.size * 2**level)) + np.float32(1)
        index = np.clip(place, 0, np.array(grid.shape, np.float32) - 1).astype(np.int32)
        _, rows, layers = grid.shape
        return np.asarray(grid.reshape(-1)[(index[..., 0] * rows + index[..., 1]) * layers + index[..., 2]], np.float32)


def _coarser(grid: FloatArray) -> FloatArray:
    """Half as fine. A wall fills half of eight cells, and still stops the light."""
    padded = np.pad(grid, [(0, side % 2) for side in grid.shape])
    x, y, z = (side // 2 for side in padded.shape)
    return np.asarray(np.minimum(padded.reshape(x, 2, y, 2, z, 2).mean(axis=(1, 3, 5)) * 2, 1), np.float32)


def _points_on(triangles: FloatArray, spacing: float) -> FloatArray:
    """Points spread over triangles, no further apart than ``spacing``, triangles of one fineness at a time."""
    lengths = np.linalg.norm(np.roll(triangles, -1, axis=1) - triangles, axis=2)
    longest = lengths.argmax(axis=1)
    turned = triangles[np.arange(len(triangles))[:, None], (longest[:, None] + np.arange(3)) % 3]
    base = lengths.max(axis=1)
    rise = np.linalg.norm(turned[:, 2] - (turned[:, 0] + turned[:, 1]) / 2, axis=1)
    steps = 2 ** np.ceil(np.log2(np.clip(np.stack([base, rise], axis=1) / spacing, 1, 128))).astype(int)
    found = []
    for along, up in np.unique(steps, axis=0):
        a, b, c = (turned[np.all(steps == (along, up), axis=1), i][:, None] for i in range(3))
        u, v = _shares(int(along), int(up))
        found.append((a + (b - a) * u + (c - a) * v).reshape(-1, 3))
    return np.concatenate(found)


@lru_cache(maxsize=64)
def _shares(along: int, up: int) -> tuple[FloatArray, FloatArray]:
    """(1, points, 1) shares of a triangle's longest edge and of the way to its third corner."""
    v = np.repeat((np.arange(up) + 0.5) / up, along + 1)
    u = np.tile(np.arange(along + 1) / along, up) * (1 - v)
    return u.astype(np.float32)[None, :, None], v.astype(np.float32)[None, :, None]


def _cones(normals: FloatArray, count: int) -> FloatArray:
    """(n, count, 3): unit vectors spread over the half space before each normal."""
    aside = np.where(np.abs(normals[:, :1]) < 0.8, [[1.0, 0, 0]], [[0, 1.0, 0]])
    right = np.cross(normals, aside)
    right /= np.maximum(np.linalg.norm(right, axis=1, keepdims=True), 1e-9)
    frame = np.stack([right, np.cross(normals, right), normals], axis=1)
    return np.asarray(np.matmul(_spread(count)[None], frame), np.float32)


@lru_cache(maxsize=8)
def _spread(count: int) -> FloatArray:
    """(count, 3): directions evenly over a half space, z up, none so low that it meets the surface it left."""
    index = np.arange(count) + 0.5
    height = 1 - index / count * 0.68
    radius, turn = np.sqrt(1 - height * height), index * math.pi * (1 + math.sqrt(5))
    return np.stack([radius * np.cos(turn), radius * np.sin(turn), height], axis=1).astype(np.float32)


def _darkened(primitive: Primitive, light: Seen) -> Primitive:
    colors = np.ones((len(light), 4), np.float32) if primitive.colors is None else primitive.colors.copy()
    colors[:, :3] *= light[:, None]
    return replace(primitive, colors=colors)
