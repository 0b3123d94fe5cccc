"""What stands where on an island stand: which architecture it gets, its solid blocks, its furniture.

Pure arithmetic in the stand's own frame (front +Z), shared by what is seen and by what blocks feet.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from hallwright.layout.model import Booth
from hallwright.scene.furnishing import Furnishing
from hallwright.scene.planning import seed_of

Architecture = Literal["tower", "arches", "deck", "curve", "glasshouse", "cube", "pergola"]


@dataclass(frozen=True, slots=True)
class Block:
    """A solid thing on the floor about (x, z), w wide and d deep before it is turned by ``yaw``."""

    x: float
    z: float
    w: float
    d: float
    yaw: float = 0.0


@dataclass(frozen=True, slots=True)
class StandPlan:
    """An island stand, planned. ``hand`` is 1, or -1 for its mirror image."""

    architecture: Architecture
    hand: int
    seed: int
    blocks: dict[str, Block]
    furniture: tuple[Furnishing, ...]


@lru_cache(maxsize=4096)
def stand_plan(booth: Booth) -> StandPlan:
    """The plan of an island booth, by its id and size alone."""
    seed = seed_of(booth.id)
    hand = 1 if seed & 1 else -1
    choice = architecture_of(booth, seed)
    blocks = {name: _mirrored(block, hand) for name, block in _BLOCKS[choice](*booth.size).items()}
    return StandPlan(choice, hand, seed, blocks, tuple(_furnished(booth, blocks, hand, seed)))


def architecture_of(booth: Booth, seed: int) -> Architecture:
    """Large stands may have two decks; a stand with an exhibit of its own keeps its middle free."""
    small, large = min(booth.size), max(booth.size)
    if booth.exhibits:
        options: tuple[Architecture, ...] = ("curve", "cube")
    elif small >= 8:
        options = ("tower", "arches", "deck", "curve", "glasshouse", "cube")
    elif large >= 5:
        options = ("tower", "curve", "pergola", "glasshouse", "arches")
    else:
        options = ("pergola",)
    return options[(seed >> 4) % len(options)]


def turntables(booth: Booth, count: int) -> list[tuple[float, float, float]]:
    """(x, z, radius) of the turntables for ``count`` exhibits, side by side in the middle of an island stand."""
    width, depth = booth.size
    radius = min(min(width, depth) * 0.24, width * 0.4 / max(count, 1))
    return [((i - (count - 1) / 2) * radius * 2.3, depth * 0.04, radius) for i in range(count)]


def _tower(w: float, d: float) -> dict[str, Block]:
    return {"tower": Block(-w * 0.27, -d * 0.24, w * 0.3, d * 0.26)}


def _arches(w: float, d: float) -> dict[str, Block]:
    legs = {
        f"leg{i}{side}": Block(side * (w * 0.46 - 0.2), z * d, 0.4, 0.5)
        for i, z in enumerate((-0.36, 0.0, 0.36))
        for side in (-1, 1)
    }
    return {"wall": Block(0, -d * 0.36, w * 0.56, 0.4), **legs}


def _deck(w: float, d: float) -> dict[str, Block]:
    posts = {f"post{x}{z}": Block(x * w * 0.44, z * d, 0.24, 0.24) for x in (-1, 1) for z in (-0.42, 0.1)}
    return {
        "room": Block(-w * 0.16, -d * 0.26, w * 0.5, d * 0.32),
        "stair": Block(w * 0.33, -d * 0.14, 1.1, d * 0.46),
        **posts,
    }


def curve_points(w: float, d: float, count: int = 9) -> list[tuple[float, float]]:
    """The middle line of the curved wall, from its low end on the left to its high end at the back right."""
    rx, rz = w * 0.42, d * 0.42
    angles = [math.radians(205 - i * 150 / (count - 1)) for i in range(count)]
    return [(rx * math.cos(a), -rz * math.sin(a)) for a in angles]


def _curve(w: float, d: float) -> dict[str, Block]:
    points = curve_points(w, d)
    blocks = {}
    for i, (a, b) in enumerate(zip(points, points[1:], strict=False)):
        yaw = -math.atan2(b[1] - a[1], b[0] - a[0])
        blocks[f"arc{i}"] = Block((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, math.dist(a, b), 0.34, yaw)
    return blocks


def _glasshouse(w: float, d: float) -> dict[str, Block]:
    posts = {f"post{x}{z}": Block(x * (w * 0.45), z * (d * 0.45), 0.18, 0.18) for x in (-1, 1) for z in (-1, 1)}
    return {
        "room": Block(-w * 0.18, -d * 0.22, w * 0.46, d * 0.4),
        "slats": Block(w * 0.28, -d * 0.42, w * 0.34, 0.2),
        **posts,
    }


def _cube(w: float, d: float) -> dict[str, Block]:
    fins = {f"fin{x}{z}": Block(x * w * 0.42, z * d * 0.4, 0.3, min(1.6, d * 0.16)) for x in (-1, 1) for z in (-1, 1)}
    return {"store": Block(0, -d * 0.37, w * 0.4, d * 0.14), **fins}


def _pergola(w: float, d: float) -> dict[str, Block]:
    posts = {f"post{x}{z}": Block(x * (w * 0.43), z * (d * 0.43), 0.2, 0.2) for x in (-1, 1) for z in (-1, 1)}
    return {"wall": Block(0, -d * 0.41, w * 0.7, 0.24), **posts}


_BLOCKS = {
    "tower": _tower,
    "arches": _arches,
    "deck": _deck,
    "curve": _curve,
    "glasshouse": _glasshouse,
    "cube": _cube,
    "pergola": _pergola,
}


def _mirrored(block: Block, hand: int) -> Block:
    return Block(hand * block.x, block.z, block.w, block.d, hand * block.yaw)


_REACH = {
    "counter": 0.75,
    "table": 1.05,
    "sofa": 1.0,
    "display": 0.5,
    "screen": 0.8,
    "plant": 0.35,
    "totem": 0.45,
    "shelf": 0.6,
    "brochure": 0.35,
    "lightbox": 0.6,
    "stool": 0.3,
    "chair": 0.3,
}


def _furnished(booth: Booth, blocks: dict[str, Block], hand: int, seed: int) -> Iterator[Furnishing]:
    """Each kind at the first of its favourite places that is free; more of the small kinds on larger stands."""
    w, d = booth.size
    taken = [
        (block.x, block.z, math.hypot(block.w, block.d) / 2 if block.w * block.d < 1 else 0.0, block)
        for block in blocks.values()
    ]
    circles = [(0.0, 0.0, min(w, d) * 0.28)] if booth.exhibits else []
    for index, kind in enumerate(_wanted(booth)):
        reach = _REACH.get(kind, 0.5)
        for x, z, yaw in _favourites(kind, w, d, hand):
            if _is_free(x, z, reach, taken, circles) and abs(x) + reach * 0.6 < w / 2 and abs(z) + reach * 0.6 < d / 2:
                circles.append((x, z, reach))
                yield Furnishing(kind, x, z, yaw, (seed >> 5) + index)
                if kind == "table":
                    yield from _seats(x, z, w, (seed >> 5) + index)
                break


def _wanted(booth: Booth) -> Iterator[str]:
    extra = 2 if min(booth.size) > 10 else 1 if min(booth.size) > 7 else 0
    for kind in booth.furniture:
        if kind == "chair" and "table" in booth.furniture:
            continue
        for _ in range(1 + (extra if kind in ("display", "plant", "table") else extra // 2)):
            yield kind


def _favourites(kind: str, w: float, d: float, hand: int) -> Iterator[tuple[float, float, float]]:
    """Places for a kind, best first: along the front, then the sides, then the middle."""
    x, z = w / 2 - 0.75, d / 2 - 0.75
    front = [(hand * x * s, z, 0.0) for s in (0.55, -0.55, 0.0, 0.95, -0.95)]
    sides = [(side * hand * x, z * s, side * hand * math.pi / 2) for s in (0.3, -0.2, 0.65) for side in (1, -1)]
    corners = [(a * hand * (x + 0.2), b * (z + 0.2), 0.0) for a, b in ((1, 1), (-1, 1), (1, -1), (-1, -1))]
    middle = [
        (hand * w * a, d * b, hand * 0.4) for a, b in ((0.2, 0.08), (-0.18, 0.2), (0.25, -0.12), (-0.3, 0.1), (0, 0))
    ]
    order = {
        "plant": corners + sides,
        "counter": front + sides,
        "totem": corners[:2] + front,
        "table": middle + sides,
        "sofa": [(hand * x, z * 0.1, -hand * math.pi / 2), *middle],
        "display": front + sides + middle,
        "screen": middle + sides,
    }
    yield from order.get(kind, sides + front + middle)


def _is_free(
    x: float,
    z: float,
    reach: float,
    taken: list[tuple[float, float, float, Block]],
    circles: list[tuple[float, float, float]],
) -> bool:
    for bx, bz, _, block in taken:
        cos, sin = math.cos(block.yaw), math.sin(block.yaw)
        dx, dz = x - bx, z - bz
        across = max(abs(dx * cos - dz * sin) - block.w / 2, 0)
        deep = max(abs(dx * sin + dz * cos) - block.d / 2, 0)
        if math.hypot(across, deep) < reach * 0.8:
            return False
    return all(math.hypot(x - cx, z - cz) > reach + radius for cx, cz, radius in circles)


def _seats(x: float, z: float, w: float, seed: int) -> Iterator[Furnishing]:
    count = 3 if w > 7 else 2
    for i in range(count):
        turn = i * math.tau / count + seed % 5
        yield Furnishing("chair", x + 0.66 * math.sin(turn), z + 0.66 * math.cos(turn), turn + math.pi, seed)
