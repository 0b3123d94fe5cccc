"""What tells people how large a machine is: bolts, railings, ladders, steps. Metres, Y up; each is one primitive."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hallwright.geometry.colors import Color, linear
from hallwright.geometry.lofting import bars, circle_path
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.sweeping import sweep
from hallwright.geometry.transforms import merge, tint

Points = NDArray[np.float64]
STEEL, YELLOW = "#9AA1A6", "#E8B90F"


def studs(
    feet: ArrayLike,
    out: ArrayLike,
    radius: float,
    height: float,
    material: str = "metal",
    color: Color | None = STEEL,
    *,
    sides: int = 6,
) -> Primitive:
    """Bolt heads: prisms that stand on ``feet`` (n, 3) along ``out``, one direction or one for each. Flat shaded."""
    places = np.asarray(feet, np.float64).reshape(-1, 3)
    ahead = np.broadcast_to(np.asarray(out, np.float64), places.shape)
    ahead = ahead / np.linalg.norm(ahead, axis=1, keepdims=True)
    side = np.cross(ahead, np.where(np.abs(ahead[:, 1:2]) < 0.9, [[0.0, 1.0, 0.0]], [[0.0, 0.0, 1.0]]))
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    turn = np.linspace(0.0, 2.0 * np.pi, sides, endpoint=False)[None, :, None]
    foot = places[:, None] + radius * (side[:, None] * np.cos(turn) + np.cross(ahead, side)[:, None] * np.sin(turn))
    head = foot + height * ahead[:, None]
    walls = np.stack([foot, np.roll(foot, -1, 1), np.roll(head, -1, 1), head], axis=2).reshape(-1, 4, 3)
    across = np.cross(walls[:, 1] - walls[:, 0], walls[:, 3] - walls[:, 0])
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    quads = np.arange(len(walls))[:, None, None] * 4 + [[0, 1, 2], [0, 2, 3]]
    fans = 4 * len(walls) + np.arange(len(places))[:, None, None] * sides + _fan(sides)
    heads = Primitive(
        material,
        np.concatenate([walls.reshape(-1, 3), head.reshape(-1, 3)]).astype(np.float32),
        np.concatenate([np.repeat(across, 4, 0), np.repeat(ahead, sides, 0)]).astype(np.float32),
        np.concatenate([quads.reshape(-1, 3), fans.reshape(-1, 3)]).astype(np.uint32),
    )
    return heads if color is None else tint(heads, linear(color))


def bolt_circle(
    circle: float,
    count: int,
    y: float,
    radius: float,
    height: float,
    material: str = "metal",
    color: Color | None = STEEL,
    *,
    sides: int = 6,
) -> Primitive:
    """Bolt heads on a level circle about the origin, standing up from ``y`` (down, with a negative ``height``)."""
    down = -1.0 if height < 0 else 1.0
    return studs(circle_path(circle, count, y=y), (0, down, 0), radius, abs(height), material, color, sides=sides)


def railing(
    path: ArrayLike,
    height: float = 1.1,
    material: str = "paint",
    color: Color | None = YELLOW,
    *,
    spacing: float = 1.2,
    radius: float = 0.021,
    toe: float = 0.1,
    closed: bool = False,
) -> Primitive:
    """A guard rail along the edge ``path`` (n, 3) of a floor: posts, hand rail, knee rail, toe board (0: none)."""
    edge = np.asarray(path, np.float64)
    ends = np.concatenate([edge, edge[:1]]) if closed else edge
    runs = list(zip(ends[:-1], ends[1:], strict=True))
    rails = [(a + (0, up, 0), b + (0, up, 0)) for up in (height, height * 0.52) for a, b in runs]
    feet = [a + (b - a) * share for a, b in runs for share in _shares(float(np.linalg.norm(b - a)), spacing)]
    feet += [] if closed else [edge[-1]]
    parts = [bars(rails + [(foot, foot + (0, height, 0)) for foot in feet], radius, material, color, sides=6)]
    if toe:
        flat = radius * 0.6
        parts += [_plank(a + (0, toe / 2, 0), b + (0, toe / 2, 0), toe, flat, material, color) for a, b in runs]
    return merge(parts)[0]


def ladder(
    foot: ArrayLike,
    height: float,
    across: ArrayLike = (1.0, 0.0, 0.0),
    material: str = "paint",
    color: Color | None = YELLOW,
    *,
    width: float = 0.42,
    step: float = 0.3,
    radius: float = 0.02,
) -> Primitive:
    """An upright ladder from ``foot``; its rungs lie along ``across``."""
    start, half = np.asarray(foot, np.float64), np.asarray(across, np.float64) * width / 2
    stiles = [(start + side * half, start + side * half + (0, height, 0)) for side in (-1, 1)]
    rungs = [(start - half + (0, y, 0), start + half + (0, y, 0)) for y in np.arange(step, height - step / 3, step)]
    return bars(stiles + rungs, radius, material, color, sides=6)


def steps(
    foot: ArrayLike,
    head: ArrayLike,
    width: float = 0.8,
    material: str = "matte",
    color: Color | None = "#6E777D",
    *,
    rise: float = 0.19,
) -> Primitive:
    """A straight flight of open treads between two strings, from ``foot`` to ``head`` (middles of its ends)."""
    start, end = np.asarray(foot, np.float64), np.asarray(head, np.float64)
    level = (end - start) * (1, 0, 1)
    aside = np.cross(level, (0, 1, 0)) / np.linalg.norm(level) * width / 2
    count = max(2, round(float(end[1] - start[1]) / rise))
    parts = []
    for place in range(count):
        middle = start + (end - start) * (place + 1) / count - level / count / 2
        deep = 1.15 * float(np.linalg.norm(level)) / count
        parts.append(_plank(middle - aside * 0.95, middle + aside * 0.95, 0.035, deep, material, color))
    parts += [_plank(start + aside * side, end + aside * side, 0.22, 0.04, material, color) for side in (-1, 1)]
    return merge(parts)[0]


def _shares(length: float, spacing: float) -> Points:
    return np.linspace(0.0, 1.0, max(1, round(length / spacing)), endpoint=False)


def _plank(start: Points, end: Points, tall: float, thick: float, material: str, color: Color | None) -> Primitive:
    """A board from point to point with upright ends, ``tall`` up and ``thick`` sideways."""
    return sweep([start.tolist(), end.tolist()], _outline(thick / 2, tall / 2), material, color)


def _outline(wide: float, tall: float) -> list[tuple[float, float]]:
    return [(-wide, -tall), (wide, -tall), (wide, tall), (-wide, tall)]


def _fan(sides: int) -> NDArray[np.int64]:
    place = np.arange(1, sides - 1)
    return np.stack([np.zeros_like(place), place, place + 1], -1)
