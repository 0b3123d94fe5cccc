"""The skin of a road vehicle as two smooth surfaces, and panels cut out of them: doors, wings, glass, lamps.

The body is a wall round a plan outline, barrelled in height; the cabin is a half pipe along a side profile. Metres,
front along +Z; panels are of the left side (+X) and can be mirrored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.colors import Color
from hallwright.geometry.lofting import sheet, spline
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.transforms import merge, transform

Points = NDArray[np.float64]
Surface = Callable[[Points, Points], Points]
"""Points (…, 3) of two coordinates of equal shape."""
Curve = Sequence[Sequence[float]]

FINE = 240


@dataclass(frozen=True, slots=True)
class Skin:
    """Numbers that shape a vehicle. ``outline`` (z, x) in plan from the middle of the tail to the middle of the nose,
    where it is widest; ``shoulder`` (z, y) the upper edge of the body; ``low`` its lower edge; ``waist`` the height
    where it is widest, ``barrel`` how much narrower (share) a metre above or below, squared, and ``rake`` how much the
    tail and nose draw in likewise. ``cabin`` (z, y, power) the roof's profile from tail to windscreen; ``inset`` how
    far it stands in from the shoulder. ``axles`` (z) rear and front, ``wheel`` and ``arch`` radii."""

    outline: Curve
    shoulder: Curve
    cabin: Curve
    axles: tuple[float, float]
    wheel: float
    arch: float
    low: float = 0.2
    waist: float = 0.62
    barrel: float = 0.35
    rake: tuple[float, float] = (0.12, 0.2)
    crown: float = 0.05
    inset: float = 0.035


class Bodywork:
    """The surfaces of a skin, and panels of them."""

    def __init__(self, skin: Skin) -> None:
        self.skin = skin
        self._outline = np.asarray(spline(skin.outline, FINE))
        self._shoulder = np.asarray(spline(skin.shoulder, FINE))
        self._cabin = np.asarray(spline(skin.cabin, FINE))

    def along(self, z: Points | float) -> Points:
        """The outline's share (0 tail, 1 nose) at lengths z."""
        return np.asarray(np.interp(z, self._outline[:, 0], np.linspace(0, 1, FINE)))

    def wall_length(self, share: Points) -> Points:
        """The length z at shares of the outline from 0 to 1."""
        return np.asarray(np.interp(share, np.linspace(0, 1, FINE), self._outline[:, 0]))

    def shoulder(self, z: Points | float) -> Points:
        """The height of the body's upper edge."""
        return np.asarray(np.interp(z, self._shoulder[:, 0], self._shoulder[:, 1]))

    def low(self, z: Points | float) -> Points:
        """The height of the body's lower edge: the sill, or the wheel arch over it."""
        lengths = np.asarray(z, np.float64)
        height = np.full(lengths.shape, self.skin.low)
        for axle in self.skin.axles:
            rise = np.sqrt(np.maximum(self.skin.arch**2 - (lengths - axle) ** 2, 0.0))
            height = np.where(rise > 1e-6, np.maximum(height, self.skin.wheel + rise), height)
        return height

    def lengths(self, start: float, end: float, step: float = 0.08) -> Points:
        """Places z from ``start`` to ``end``, close together round the wheel arches."""
        turn = np.cos(np.linspace(np.pi, 0, 19)) * self.skin.arch
        arches = [axle + turn for axle in self.skin.axles]
        edges = [
            axle + side * self.skin.arch * k for axle in self.skin.axles for side in (-1, 1) for k in (0.9995, 1.0)
        ]
        plain = np.linspace(start, end, max(2, round((end - start) / step) + 1))
        free = [z for z in plain if all(abs(z - axle) > self.skin.arch + step / 3 for axle in self.skin.axles)]
        inside = [z for z in np.concatenate([*arches, edges]) if start < z < end]
        return np.unique(np.round([start, *free, *inside, end], 5))

    def side(self, share: Points, y: Points) -> Points:
        """The body at shares of its outline (above 1: beyond the nose, on the right side) and heights."""
        place = np.where(share > 1, 2 - share, np.abs(share))
        steps = np.linspace(0, 1, FINE)
        z, x = (np.interp(place, steps, self._outline[:, k]) for k in (0, 1))
        off = (y - self.skin.waist) ** 2
        tail, nose = self.skin.rake
        ends = np.clip(np.abs(z) / np.abs(self._outline[:, 0]).max(), 0, 1) ** 6
        x = x * (1 - self.skin.barrel * off) * np.where((share > 1) | (share < 0), -1.0, 1.0)
        z = z - np.where(z > 0, nose, -tail) * off * ends * 2
        return np.stack([x, y, z], axis=-1)

    def wall(self, z: Points, y: Points) -> Points:
        """The left side of the body at lengths z, before raking, and heights."""
        return self.side(self.along(z), y)

    def top(self, z: Points, across: Points) -> Points:
        """Bonnet and deck: lengths z, shares across from -1 to 1."""
        edge = self.wall(z, self.shoulder(z))
        x = edge[..., 0] * across
        y = edge[..., 1] + self.skin.crown * (1 - across**2) * np.clip(edge[..., 0] / 0.8, 0, 1)
        return np.stack([x, y, edge[..., 2]], axis=-1)

    def roof(self, z: Points) -> Points:
        """The height of the cabin's middle line."""
        return np.asarray(np.interp(z, self._cabin[:, 0], self._cabin[:, 1]))

    def cabin(self, z: Points, turn: Points) -> Points:
        """The cabin at lengths z and turns: degrees from the left shoulder (0) over the roof (90) to the right."""
        base = self.shoulder(z) - 0.006
        power = np.interp(z, self._cabin[:, 0], self._cabin[:, 2])
        edge = self.wall(z, base)
        wide = edge[..., 0] - self.skin.inset
        cos, sin = np.cos(np.radians(turn)), np.abs(np.sin(np.radians(turn)))
        out = (np.abs(cos) ** power + sin**power) ** (-1 / power)
        x = wide * cos * out
        y = base + np.maximum(self.roof(z) - base, 0.0) * sin * out
        return np.stack([x, y, edge[..., 2]], axis=-1)


def panel(
    surface: Surface,
    lower: Points,
    upper: Points,
    rows: int,
    material: str = "paint",
    color: Color | None = None,
    *,
    proud: float = 0.0,
    thick: float = 0.0,
    lining: tuple[str, Color] = ("matte", "#565D63"),
) -> list[Primitive]:
    """A piece of a surface between two curves (n, 2) of its coordinates, both from rear to front, the upper one
    towards the right; ``rows`` of cells between them. ``proud`` of the surface by metres; ``thick`` gives it a rim
    and a ``lining`` (material, colour) inside."""
    share = np.linspace(0, 1, rows + 1)[:, None, None]
    where = np.asarray(lower)[None] * (1 - share) + np.asarray(upper)[None] * share
    # Rear to front runs to the left as seen from outside.
    points = surface(where[..., 0], where[..., 1])[:, ::-1]
    out = _normals(points)
    points = points + out * proud
    if thick <= 0:
        return [sheet(points, material, color)]
    inner = points - out * thick
    rim = np.stack([_border(inner), _border(points)])
    return [sheet(points, material, color), sheet(inner[:, ::-1], *lining), sheet(rim, *lining, wrap=True)]


def between(along: Points, low: Points | float, high: Points | float) -> tuple[Points, Points]:
    """The lower and upper curve of a panel over places along, at heights (or turns, or shares across)."""
    lower, upper = (np.broadcast_to(np.asarray(edge, np.float64), along.shape) for edge in (low, high))
    return np.stack([along, lower], axis=-1), np.stack([along, upper], axis=-1)


def mirrored(parts: Sequence[Primitive]) -> list[Primitive]:
    """The same on the right side."""
    return [transform(part, scale=(-1.0, 1.0, 1.0)) for part in merge(parts)]


def _normals(points: Points) -> Points:
    """Unit normals of a grid (rows, columns, 3), to where it is counter-clockwise."""
    across, up = np.gradient(points, axis=1), np.gradient(points, axis=0)
    normal = np.cross(across, up)
    return np.asarray(normal / np.maximum(np.linalg.norm(normal, axis=-1, keepdims=True), 1e-12))


def _border(points: Points) -> Points:
    """The rim of a grid, counter-clockwise from outside."""
    return np.concatenate([points[0, :-1], points[:-1, -1], points[-1, :0:-1], points[:0:-1, 0]])
