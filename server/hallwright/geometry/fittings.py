"""Bolt heads wherever they are wanted: what tells people how large a machine is. Metres; each call is one primitive."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hallwright.geometry.colors import Color, linear
from hallwright.geometry.lofting import circle_path
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.transforms import tint

Points = NDArray[np.float64]
STEEL = "#9AA1A6"


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


def _fan(sides: int) -> NDArray[np.int64]:
    place = np.arange(1, sides - 1)
    return np.stack([np.zeros_like(place), place, place + 1], -1)
