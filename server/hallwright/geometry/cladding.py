"""Claddings: plates with seams, flat or about a barrel, vents with slats, and racks of small lamps. Metres.

Flat ones lie about the origin in the XY plane and look along +Z.
"""

from __future__ import annotations

import math

import numpy as np

from hallwright.geometry.colors import Color
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box
from hallwright.geometry.sweeping import lathe
from hallwright.geometry.transforms import merge, transform

SEAM = "#23282C"


def plates(
    width: float,
    height: float,
    columns: int,
    rows: int,
    material: str = "satin",
    color: Color | None = None,
    *,
    gap: float = 0.008,
    depth: float = 0.03,
    bevel: float = 0.004,
    seam: Color = SEAM,
) -> list[Primitive]:
    """A wall of bevelled plates with dark seams between them, ``depth`` thick, its back at z = 0."""
    wide, tall = width / columns, height / rows
    size = (wide - gap, tall - gap, depth)
    middle = [
        ((column + 0.5) * wide - width / 2, (row + 0.5) * tall - height / 2, depth / 2)
        for row in range(rows)
        for column in range(columns)
    ]
    backing = box((width - gap, height - gap, depth * 0.6), (0, 0, depth * 0.3), "matte", seam)
    return merge([backing, *(bevel_box(size, at, material, color, bevel=bevel) for at in middle)])


def barrel_plates(
    radius: float,
    low: float,
    high: float,
    columns: int,
    rows: int,
    material: str = "satin",
    color: Color | None = None,
    *,
    gap: float = 0.012,
    depth: float = 0.015,
    seam: Color = SEAM,
    segments: int = 6,
    start: float = 0.0,
    angle: float = 2 * math.pi,
) -> list[Primitive]:
    """Curved plates about the Y axis from ``low`` to ``high``, over a dark barrel of this radius. ``angle`` less
    than a turn leaves it open; each plate has ``segments`` facets."""
    tall, wide, slot = (high - low) / rows, angle / columns, gap / radius
    parts = [lathe([(radius, low), (radius, high)], segments * columns, "matte", seam, start=start, angle=angle)]
    for row in range(rows):
        base, top, out = low + row * tall + gap / 2, low + (row + 1) * tall - gap / 2, radius + depth
        profile = [(radius, base), (out, base + depth / 3), (out, top - depth / 3), (radius, top)]
        for column in range(columns):
            begin = start + column * wide + slot / 2
            parts.append(lathe(profile, segments, material, color, start=begin, angle=wide - slot))
    return merge(parts)


def louvres(
    width: float,
    height: float,
    slats: int,
    material: str = "satin",
    color: Color | None = None,
    *,
    depth: float = 0.03,
    dark: Color = SEAM,
) -> list[Primitive]:
    """A framed vent with slanted slats before a dark ground, its back at z = 0."""
    rim = min(0.03, 0.12 * min(width, height))
    tall = (height - 2 * rim) / slats
    slat = transform(
        bevel_box((width - 2 * rim, tall * 0.9, depth * 0.25), (0, 0, 0), material, color, bevel=0.002), pitch=0.6
    )
    places = [((row + 0.5) * tall - height / 2 + rim) for row in range(slats)]
    frame = [
        bevel_box((width, rim, depth), (0, side * (height - rim) / 2, depth / 2), material, color, bevel=0.003)
        for side in (-1, 1)
    ]
    frame += [
        bevel_box(
            (rim, height - 2 * rim, depth), (side * (width - rim) / 2, 0, depth / 2), material, color, bevel=0.003
        )
        for side in (-1, 1)
    ]
    ground = box((width - rim, height - rim, 0.004), (0, 0, 0.002), "matte", dark)
    return merge([ground, *frame, *(transform(slat, (0, y, depth * 0.5)) for y in places)])


def lamps(
    width: float, height: float, columns: int, rows: int, size: float, colors: tuple[Color, ...], *, seed: int = 0
) -> list[Primitive]:
    """Small glowing squares in a grid, some of them out; the same for the same ``seed``."""
    draw = np.random.default_rng(seed)
    on = draw.random((rows, columns)) < 0.75
    kind = draw.integers(0, len(colors), (rows, columns))
    return merge(
        box(
            (size, size, 0.004),
            ((column + 0.5) * width / columns - width / 2, (row + 0.5) * height / rows - height / 2, 0.002),
            "glow" if on[row, column] else "matte",
            colors[kind[row, column]] if on[row, column] else SEAM,
            skip="-z",
        )
        for row in range(rows)
        for column in range(columns)
    )
