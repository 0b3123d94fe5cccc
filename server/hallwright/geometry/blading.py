"""Blades: airfoil sections lofted and twisted, with rows of cooling holes, and whole rows of them about an axis.

A blade grows along +Y from the origin. The machine's axis is X: the leading edge looks towards -X, and ``stagger``
turns the chord about Y out of that axis.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.colors import Color
from hallwright.geometry.gearing import around, dots
from hallwright.geometry.lofting import loft
from hallwright.geometry.mending import creased, sound
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.transforms import transform, weld

Points = NDArray[np.float64]
HOLE = "#14171A"


@dataclass(frozen=True, slots=True)
class Blade:
    """Shape of a blade, metres and radians: chords and ``stagger`` at (root, tip); ``thickness`` and ``camber`` as
    shares of the chord; ``sections`` along it, ``around`` points about each."""

    length: float
    chord: tuple[float, float]
    stagger: tuple[float, float] = (0.4, 0.9)
    thickness: float = 0.14
    camber: float = 0.12
    sections: int = 5
    around: int = 14


def airfoil(chord: float, thickness: float, camber: float, count: int) -> Points:
    """The outline (count, 2) of a section: x from nose (-chord/2) to tail, y to the back of its curve;
    counter-clockwise."""
    half = count // 2 + 1
    x = (1 - np.cos(np.linspace(0.0, np.pi, half))) / 2
    thick = 5 * thickness * (0.2969 * np.sqrt(x) - 0.126 * x - 0.3516 * x**2 + 0.2843 * x**3 - 0.1036 * x**4)
    line = 4 * camber * x * (1 - x)
    upper, lower = np.stack([x, line + thick], -1), np.stack([x, line - thick], -1)
    ring = np.concatenate([upper[::-1], lower[1:-1]])
    return (ring - (0.5, 0.0)) * chord


def blade(shape: Blade, material: str = "metal", color: Color | None = None) -> Primitive:
    """The blade by itself, closed at both ends."""
    rings = _rings(shape)
    # Smooth but at its tail and ends.
    return weld(creased(next(sound(loft(rings[:, ::-1], material, color)))))


def cooling_holes(
    shape: Blade,
    rows: Sequence[float] = (0.08, 0.3, 0.55),
    count: int = 10,
    radius: float = 0.004,
    color: Color = HOLE,
    *,
    sides: int = 6,
) -> Primitive:
    """Dark dots in rows along the blade on both faces; ``rows`` as shares of the chord from the nose."""
    rings = _rings(shape)
    columns, last = rings.shape[1], rings.shape[1] // 2
    spots, normals = [], []
    for share in rows:
        place = math.acos(1 - 2 * min(0.98, max(0.02, share))) / math.pi * last
        for column in (last - place, last + place):
            low = int(column) % columns
            edge = rings[:, low] + (rings[:, (low + 1) % columns] - rings[:, low]) * (column % 1)
            ahead = rings[:, (low + 1) % columns] - rings[:, low]
            across = np.gradient(edge, axis=0)
            out = np.cross(across, ahead)
            out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12)
            spots.append(_along(edge, count))
            normals.append(_along(out, count))
    return dots(np.concatenate(spots), np.concatenate(normals), radius, "matte", color, sides=sides, lift=0.001)


def blade_row(
    shape: Blade,
    count: int,
    radius: float,
    material: str = "metal",
    color: Color | None = None,
    *,
    at: float = 0.0,
    holes: Sequence[float] = (),
    hole: float = 0.004,
    inward: bool = False,
    start: float = 0.0,
    angle: float = 2 * math.pi,
) -> list[Primitive]:
    """``count`` blades about the X axis, roots at ``radius``, ``at`` metres along it; ``inward`` for stator vanes
    that hang from a casing. ``holes`` are rows of cooling holes. ``angle`` less than a turn leaves a cutaway."""
    parts = [blade(shape, material, color)]
    if holes:
        parts.append(cooling_holes(shape, holes, radius=hole))
    if inward:
        parts = [transform(part, pitch=math.pi) for part in parts]
    return around([transform(part, (at, radius, 0)) for part in parts], count, "x", start=start, angle=angle)


def _rings(shape: Blade) -> Points:
    """(sections, points, 3): the outline at each height, staggered."""
    rings = []
    for share in np.linspace(0.0, 1.0, shape.sections):
        chord = shape.chord[0] + (shape.chord[1] - shape.chord[0]) * share
        turn = shape.stagger[0] + (shape.stagger[1] - shape.stagger[0]) * share
        flat = airfoil(chord, shape.thickness * (1 - 0.4 * share), shape.camber, shape.around)
        x = flat[:, 0] * math.cos(turn) - flat[:, 1] * math.sin(turn)
        z = flat[:, 0] * math.sin(turn) + flat[:, 1] * math.cos(turn)
        rings.append(np.stack([x, np.full(len(x), shape.length * share), z], -1))
    return np.asarray(rings)


def _along(rows: Points, count: int) -> Points:
    """``count`` rows between the first and the last, off both ends."""
    where = np.linspace(0.08, 0.92, count) * (len(rows) - 1)
    low = np.minimum(where.astype(int), len(rows) - 2)
    found: Points = rows[low] + (rows[low + 1] - rows[low]) * (where - low)[:, None]
    return found
