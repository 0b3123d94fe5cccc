"""The pictures that drones fly, as clouds of candidate points: about 2 wide or high, centred, front along +Z, Y up.

Each function gives (points (n, 3), colours (n, 3) linear 0…1) with many more points than there are drones; from these
as many as there are drones are chosen, evenly apart. None is anybody's mark or flag.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from hallwright.scene.signage.lettering import lettered

Array = NDArray[np.float64]
Cloud = tuple[Array, Array]
Turn = Literal["none", "upright", "facing"]

CYAN, BLUE, WHITE, GOLD = (0.1, 0.9, 1.0), (0.1, 0.35, 1.0), (1.0, 0.98, 0.92), (1.0, 0.62, 0.08)
RED = (1.0, 0.07, 0.05)
ORANGE, VIOLET, GREEN, PINK = (1.0, 0.34, 0.03), (0.55, 0.2, 1.0), (0.15, 1.0, 0.3), (1.0, 0.25, 0.55)
TEXT = "制造"


@dataclass(frozen=True, slots=True)
class Picture:
    """A formation: how it is made, and about which axis it turns once while it is held."""

    name: str
    make: Callable[[], Cloud]
    turn: Turn = "none"


def globe() -> Cloud:
    """A sphere in bands of blue."""
    points = _sphere(2400)
    return points, _blend(BLUE, CYAN, 0.5 + 0.5 * np.sin(points[:, 1] * 9))


def rocket() -> Cloud:
    """A rocket that stands on its flame."""
    y = np.linspace(-0.55, 1.0, 120)
    radius = np.where(y < 0.55, 0.2, 0.2 * np.sqrt(np.clip((1.0 - y) / 0.45, 0, 1)))
    body = _lathe(y, radius)
    fins = _joined([_triangle((s * 0.2, -0.15), (s * 0.2, -0.55), (s * 0.46, -0.68)) for s in (-1, 1)])
    sides = np.stack([np.zeros(len(fins)), fins[:, 1], fins[:, 0]], axis=1)
    down = np.linspace(-1.1, -0.6, 40)
    flame = _lathe(down, 0.16 * np.clip((down + 1.1) / 0.5, 0, 1) ** 0.6)
    colors = [
        _blend(WHITE, WHITE, body[:, 1]),
        _plain(fins, RED),
        _plain(sides, RED),
        _blend(RED, GOLD, 2 * flame[:, 1] + 2.2),
    ]
    band = np.abs(body[:, 1] - 0.2) < 0.06
    colors[0][band] = BLUE
    return _joined([body, fins, sides, flame]), np.concatenate(colors)


def gear() -> Cloud:
    """A gear of twelve teeth."""
    turn = np.linspace(0, 2 * np.pi, 900, endpoint=False)
    tooth = np.clip(np.sin(12 * turn) * 3.0, -1, 1)
    rim = np.stack([(0.86 + 0.12 * tooth) * np.cos(turn), (0.86 + 0.12 * tooth) * np.sin(turn)], axis=1)
    inner, hub = [np.stack([r * np.cos(turn[::2]), r * np.sin(turn[::2])], axis=1) for r in (0.6, 0.22)]
    spokes = [
        _segment((0.25 * np.cos(a), 0.25 * np.sin(a)), (0.58 * np.cos(a), 0.58 * np.sin(a)), 40)
        for a in np.arange(6) * np.pi / 3
    ]
    flat = np.concatenate([rim, inner, hub, *spokes])
    colors = np.concatenate(
        [_plain(rim, GOLD), _plain(inner, ORANGE), _plain(hub, WHITE), *[_plain(spoke, ORANGE) for spoke in spokes]]
    )
    return _layers(flat, colors, (-0.07, 0.07))


def helix() -> Cloud:
    """Two strands wound about each other, and the rungs between them."""
    along = np.linspace(-1, 1, 500)
    strands = [
        np.stack([0.42 * np.cos(along * 5 + p), along, 0.42 * np.sin(along * 5 + p)], axis=1) for p in (0, np.pi)
    ]
    rungs = [
        strands[0][k] + np.linspace(0.15, 0.85, 14)[:, None] * (strands[1][k] - strands[0][k])
        for k in range(12, 500, 34)
    ]
    colors = [_plain(strands[0], CYAN), _plain(strands[1], PINK), *[_plain(rung, WHITE) for rung in rungs]]
    return _joined([*strands, *rungs]), np.concatenate(colors)


def fish() -> Cloud:
    """A carp, seen from the side."""
    x, y = _grid(np.linspace(-1, 1, 150), np.linspace(-0.6, 0.6, 90))
    back = 0.3 * np.sqrt(np.clip(1 - ((x - 0.22) / 0.74) ** 2, 0, 1)) * (1 + 0.25 * (x > 0.22) * (x - 0.22))
    body = (np.abs(y - 0.06 * np.sin(x * 3)) < back) & (x > -0.5)
    tail = (x < -0.38) & (np.abs(y) < 0.05 + (-0.38 - x) * 0.75) & (np.abs(y) > (-0.72 - x) * 1.3)
    fin = (x > -0.1) & (x < 0.4) & (y > 0.2) & (y < 0.5 - 0.9 * np.abs(x - 0.12))
    belly = (x > 0.0) & (x < 0.3) & (y < -0.2) & (y > -0.46 + 1.0 * np.abs(x - 0.1))
    eye = np.hypot(x - 0.68, y - 0.1) < 0.12
    keep = (body | tail | fin | belly) & ~eye
    colors = np.where((tail | fin | belly)[:, None], np.array(ORANGE), _blend(GOLD, RED, 0.4 + y * 2.2))
    colors = np.where((body & (y < -0.12))[:, None], np.array(WHITE), colors)
    depth = 0.22 * np.sqrt(np.clip(1 - (y / np.maximum(back, 1e-6)) ** 2, 0, 1)) * body
    points = np.stack([x, y, depth * np.where((np.arange(len(x)) % 2) == 0, 1, -1)], axis=1)
    turn = _TURN[::18]
    rim = np.stack([0.68 + 0.05 * np.cos(turn), 0.1 + 0.05 * np.sin(turn), np.full(len(turn), 0.1)], axis=1)
    return _joined([points[keep], rim]), np.concatenate([colors[keep], _plain(rim, CYAN)])


def ribbon() -> Cloud:
    """A wide ribbon in the wind, in three hues."""
    x, y = _grid(np.linspace(-1, 1, 90), np.linspace(-0.42, 0.42, 40))
    points = np.stack([x, y + 0.12 * np.sin(x * 4.2), 0.24 * np.sin(x * 4.2 + 1.1)], axis=1)
    share = (y + 0.42) / 0.84
    return points, np.array([CYAN, WHITE, PINK])[np.clip(share * 3, 0, 2).astype(np.intp)]


def bridge() -> Cloud:
    """A bridge of two towers, its deck and its stays."""
    parts, colors = [], []

    def add(points: Array, color: Sequence[float]) -> None:
        parts.append(points)
        colors.append(_plain(points, color))

    for z in (-0.12, 0.12):
        add(_line((-1, -0.22, z), (1, -0.22, z), 260), GOLD)
        for tower in (-0.45, 0.45):
            add(_line((tower, -0.5, z), (tower, 0.5, z * 0.4), 130), WHITE)
            for k in range(1, 5):
                for side in (-1, 1):
                    add(_line((tower, 0.5 - 0.07 * k, z * 0.5), (tower + side * 0.125 * (5 - k), -0.22, z), 60), CYAN)
    x = np.linspace(-1, 1, 300)
    add(np.stack([x, -0.6 + 0.03 * np.sin(x * 14), 0.2 * np.sin(x * 5)], axis=1), BLUE)
    return _joined(parts), np.concatenate(colors)


def star() -> Cloud:
    """A five-pointed star with a ridge."""
    reach = [1.0 if k % 2 == 0 else 0.4 for k in range(10)]
    tips = [(np.sin(k * np.pi / 5) * reach[k], np.cos(k * np.pi / 5) * reach[k]) for k in range(10)]
    parts = []
    for side in (-0.26, 0.26):
        for k in range(10):
            a, b = np.array([*tips[k], 0.0]), np.array([*tips[(k + 1) % 10], 0.0])
            u, v = np.meshgrid(np.linspace(0, 1, 22), np.linspace(0, 1, 14))
            edge = a + u.reshape(-1, 1) * (b - a)
            parts.append(edge + v.reshape(-1, 1) * (np.array([0, 0, side]) - edge))
    points = _joined(parts)
    return points, _blend(WHITE, GOLD, np.hypot(points[:, 0], points[:, 1]) * 1.2)


def planet() -> Cloud:
    """A sphere with rings about it, tipped."""
    ball = _sphere(1500) * 0.5
    rings = []
    for radius in (0.72, 0.86, 1.0):
        rings.append(np.stack([radius * np.cos(_TURN), np.zeros(len(_TURN)), radius * np.sin(_TURN)], axis=1))
    ring = _joined(rings)
    tip = 0.42
    ring = np.stack([ring[:, 0] * np.cos(tip), ring[:, 0] * np.sin(tip), ring[:, 2]], axis=1)
    colors = [_blend(VIOLET, PINK, 0.5 + 0.5 * np.sin(ball[:, 1] * 16)), _plain(ring, GREEN)]
    return _joined([ball, ring]), np.concatenate(colors)


def characters(text: str = TEXT) -> Cloud:
    """A text: the middles of its strokes in the sign font, so that each is one line of drones."""
    rows, columns = np.nonzero(_ridge(np.asarray(lettered(text, "Regular", 160).mask) > 127))
    scale = 2.0 / max(1, int(np.ptp(columns)))
    x = (columns - (columns.max() + columns.min()) / 2) * scale
    y = -(rows - (rows.max() + rows.min()) / 2) * scale
    return np.stack([x, y, np.zeros(len(x))], axis=1), _blend(RED, GOLD, 0.5 + y)


PICTURES: tuple[Picture, ...] = (
    Picture("globe", globe, "upright"), Picture("gear", gear, "facing"), Picture("helix", helix, "upright"),
    Picture("fish", fish), Picture("rocket", rocket, "upright"), Picture("ribbon", ribbon), Picture("bridge", bridge),
    Picture("planet", planet, "upright"), Picture("star", star, "upright"), Picture("characters", characters),
)  # fmt: skip

_TURN = np.linspace(0, 2 * np.pi, 180, endpoint=False)


def _grid(x: Array, y: Array) -> tuple[Array, Array]:
    across, up = np.meshgrid(x, y)
    return across.ravel(), up.ravel()


def _ridge(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What is farther from the edge than what lies around it."""
    depth = np.zeros(mask.shape, np.int64)
    left = np.pad(mask, 1)
    while left.any():
        depth += left[1:-1, 1:-1]
        cross = left[:-2, 1:-1] & left[2:, 1:-1] & left[1:-1, :-2] & left[1:-1, 2:]
        left = np.pad(left[1:-1, 1:-1] & cross, 1)
    around = np.pad(depth, 1)
    sides = [around[:-2, 1:-1], around[2:, 1:-1], around[1:-1, :-2], around[1:-1, 2:]]
    ridge: NDArray[np.bool_] = (depth > 2) & (depth >= np.max(sides, axis=0))
    return ridge


def _sphere(count: int) -> Array:
    """Evenly spread points on a sphere of radius 1."""
    k = np.arange(count) + 0.5
    y, turn = 1 - 2 * k / count, k * np.pi * (3 - np.sqrt(5))
    ring = np.sqrt(1 - y * y)
    return np.stack([ring * np.cos(turn), y, ring * np.sin(turn)], axis=1)


def _lathe(y: Array, radius: Array) -> Array:
    """Rings of points, as many as their length asks for."""
    rings = []
    for level, (height, reach) in enumerate(zip(y, radius, strict=True)):
        turn = np.arange(max(1, round(reach * 90))) * 2 * np.pi / max(1, round(reach * 90)) + level * 2.4
        rings.append(np.stack([reach * np.cos(turn), np.full(len(turn), height), reach * np.sin(turn)], axis=1))
    return _joined(rings)


def _triangle(a: Sequence[float], b: Sequence[float], c: Sequence[float]) -> Array:
    u, v = np.meshgrid(np.linspace(0, 1, 16), np.linspace(0, 1, 16))
    u, v = u[u + v <= 1], v[u + v <= 1]
    flat = np.array(a) + u[:, None] * (np.array(b) - a) + v[:, None] * (np.array(c) - a)
    return np.column_stack([flat, np.zeros(len(flat))])


def _segment(a: Sequence[float], b: Sequence[float], count: int) -> Array:
    return np.linspace(np.asarray(a, np.float64), np.asarray(b, np.float64), count)


_line = _segment


def _layers(flat: Array, colors: Array, depths: Sequence[float]) -> Cloud:
    """A flat picture several times, one behind the other."""
    points = [np.column_stack([flat, np.full(len(flat), depth)]) for depth in depths]
    return _joined(points), np.concatenate([colors] * len(depths))


def _joined(parts: Sequence[Array]) -> Array:
    return np.concatenate(parts)


def _plain(points: Array, color: Sequence[float]) -> Array:
    return np.tile(np.asarray(color, np.float64), (len(points), 1))


def _blend(one: Sequence[float], other: Sequence[float], share: Array) -> Array:
    part = np.clip(share, 0, 1)[:, None]
    mixed: Array = np.asarray(one) * (1 - part) + np.asarray(other) * part
    return mixed
