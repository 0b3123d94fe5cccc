"""Machine elements in circles: gears, dots, and anything else set round an axis. Metres."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hallwright.geometry.colors import Color
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.polygons import circle
from hallwright.geometry.sweeping import extrude
from hallwright.geometry.transforms import merge, tint, transform

Axis = Literal["x", "y", "z"]
Points = NDArray[np.float64]


def around(
    parts: Iterable[Primitive], count: int, axis: Axis = "y", *, start: float = 0.0, angle: float = 2 * math.pi
) -> list[Primitive]:
    """``count`` copies turned evenly about an axis through the origin, over ``angle`` radians from ``start``; one
    primitive a material."""
    own = merge(parts)
    turns = start + angle * np.arange(count) / count
    return merge(_turned(part, axis, float(turn)) for turn in turns for part in own)


def gear(
    teeth: int,
    radius: float,
    thickness: float,
    material: str = "metal",
    color: Color | None = None,
    *,
    bore: float = 0.0,
    depth: float | None = None,
) -> Primitive:
    """A spur gear about the Y axis, its middle at the origin; ``radius`` to the tips, ``depth`` of a tooth (default:
    of a standard one), ``bore`` the radius of its hole."""
    deep = 2.25 * radius / (teeth + 2) if depth is None else depth
    pitch = 2 * math.pi / teeth
    shares = np.array([-0.34, -0.24, -0.12, 0.12, 0.24, 0.34])
    heights = radius - deep * np.array([1.0, 0.55, 0.0, 0.0, 0.55, 1.0])
    turns = (np.arange(teeth)[:, None] + shares).reshape(-1) * pitch
    radii = np.tile(heights, teeth)
    outline = np.stack([radii * np.cos(turns), radii * np.sin(turns)], -1)
    holes = [circle(bore, 24)] if bore else []
    return extrude(outline, thickness, material, color, holes=holes, base=-thickness / 2, crease=25)


def dots(
    points: ArrayLike,
    normals: ArrayLike,
    radius: float,
    material: str = "matte",
    color: Color | None = None,
    *,
    sides: int = 6,
    lift: float = 0.0005,
) -> Primitive:
    """Small flat discs on a surface, all in one: holes, rivets, lamps. ``points`` and ``normals`` (n, 3)."""
    places, out = np.asarray(points, np.float64).reshape(-1, 3), np.asarray(normals, np.float64).reshape(-1, 3)
    out = out / np.linalg.norm(out, axis=1, keepdims=True)
    hint = np.where(np.abs(out[:, :1]) < 0.8, [[1.0, 0, 0]], [[0, 1.0, 0]])
    side = np.cross(hint, out)
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-12)
    turn = 2 * np.pi * np.arange(sides)[None, :, None] / sides
    rim = side[:, None] * np.cos(turn) + np.cross(out, side)[:, None] * np.sin(turn)
    corners = (places + out * lift)[:, None] + radius * rim
    fan = np.stack([np.zeros(sides - 2, int), np.arange(1, sides - 1), np.arange(2, sides)], -1)
    index = np.arange(len(places))[:, None, None] * sides + fan
    flat = Primitive(
        material,
        corners.reshape(-1, 3).astype(np.float32),
        np.repeat(out, sides, axis=0).astype(np.float32),
        index.reshape(-1, 3).astype(np.uint32),
    )
    return flat if color is None else tint(flat, color)


def _turned(part: Primitive, axis: Axis, turn: float) -> Primitive:
    if axis == "y":
        return transform(part, yaw=turn)
    return transform(part, pitch=turn) if axis == "x" else transform(part, roll=turn)


def ring_points(radius: float, count: int, axis: Axis = "y", at: float = 0.0) -> Points:
    """``count`` points (count, 3) in a circle about an axis, ``at`` metres along it, where ``around`` would put
    what stands at +Z (axis y) or +Y (axes x and z)."""
    turn = 2 * np.pi * np.arange(count) / count
    flat = np.full(count, at)
    sin, cos = radius * np.sin(turn), radius * np.cos(turn)
    columns: dict[str, Sequence[Points]] = {"y": (sin, flat, cos), "x": (flat, cos, sin), "z": (-sin, cos, flat)}
    return np.stack(columns[axis], -1)
