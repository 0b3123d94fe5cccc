"""Flat coloured shapes on walls and screens: polygons in (x, y) that look along +Z."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from hallwright.geometry.colors import Color, linear, mix
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.polygons import PointsLike, circle, triangulate
from hallwright.geometry.shapes import grid, tint


def flat(polygon: PointsLike, z: float, material: str, color: Color) -> Primitive:
    """A polygon of points (x, y) in the plane z, one colour."""
    points, triangles = triangulate(polygon)
    positions = np.column_stack([points, np.full(len(points), z)]).astype(np.float32)
    normals = np.tile(np.array([0, 0, 1], np.float32), (len(points), 1))
    return tint(Primitive(material, positions, normals, triangles), color)


def rect(x: float, y: float, width: float, height: float, z: float, material: str, color: Color) -> Primitive:
    """An upright rectangle, (x, y) its lower left corner."""
    return grid((x, y, z), (width, 0, 0), (0, height, 0), 1, 1, material, color)


def gradient(
    x: float,
    y: float,
    width: float,
    height: float,
    z: float,
    material: str,
    low: Color,
    high: Color,
    *,
    rows: int = 1,
    columns: int = 1,
    slant: float = 0.0,
) -> Primitive:
    """A rectangle whose colour runs from ``low`` at the bottom to ``high`` at the top, ``slant`` to the right."""
    patch = grid((x, y, z), (width, 0, 0), (0, height, 0), columns, rows, material)
    u = (patch.positions[:, 0] - x) / width
    v = (patch.positions[:, 1] - y) / height
    t = np.clip(v * (1 - slant) + u * slant, 0, 1)[:, None]
    rgb = np.array(linear(low)) * (1 - t) + np.array(linear(high)) * t
    colors = np.column_stack([rgb, np.ones(len(rgb))]).astype(np.float32)
    return Primitive(material, patch.positions, patch.normals, patch.indices, colors)


def wave(
    x: float,
    y: float,
    width: float,
    height: float,
    swing: float,
    phase: float,
    z: float,
    material: str,
    color: Color,
    steps: int = 8,
) -> Primitive:
    """A band whose upper edge is a wave."""
    along = np.linspace(0, 1, steps + 1)
    tops = height + swing * np.sin(along * math.tau * 0.8 + phase)
    upper = [(x + width * a, y + t) for a, t in zip(along[::-1], tops[::-1], strict=True)]
    return flat([(x, y), (x + width, y), *upper], z, material, color)


def ring(
    x: float, y: float, radius: float, inner: float, z: float, material: str, color: Color, segments: int = 16
) -> Primitive:
    """A flat ring about (x, y); ``inner`` 0 is a disc."""
    outer = circle(radius, segments, (x, y))
    if not inner:
        return flat(outer, z, material, color)
    count = segments
    points = np.concatenate([outer, circle(inner, segments, (x, y))])
    i = np.arange(count)
    j = (i + 1) % count
    triangles = np.concatenate([np.stack([i, j, j + count], axis=1), np.stack([i, j + count, i + count], axis=1)])
    positions = np.column_stack([points, np.full(len(points), z)]).astype(np.float32)
    normals = np.tile(np.array([0, 0, 1], np.float32), (len(points), 1))
    return tint(Primitive(material, positions, normals, triangles.astype(np.uint32)), color)


def screen_art(width: float, height: float, z: float, color: Color, seed: int) -> Sequence[Primitive]:
    """A picture for a lit screen about (0, 0): a dark field in the colour, light bands, a chart or rings."""
    x, y = -width / 2, -height / 2
    deep, bright = mix(color, "#06121E", 0.72), mix(color, "#FFFFFF", 0.35)
    art = [gradient(x, y, width, height, z, "glow", deep, mix(color, "#0B2238", 0.25), slant=0.6)]
    top = z + 0.004
    if seed % 3 == 0:
        bars = [0.35, 0.55, 0.45, 0.7, 0.62, 0.9]
        step = width * 0.8 / len(bars)
        art += [
            rect(
                x + width * 0.1 + i * step,
                y + height * 0.14,
                step * 0.6,
                height * 0.62 * bar,
                top,
                "glow",
                mix(color, "#FFFFFF", 0.25 + 0.5 * bar),
            )
            for i, bar in enumerate(bars)
        ]
    elif seed % 3 == 1:
        art += [
            ring(-width * 0.18, 0, height * r, height * (r - 0.05), top, "glow", mix(bright, "#FFFFFF", r), 20)
            for r in (0.36, 0.24)
        ]
        art += [
            rect(width * 0.12, height * (0.2 - 0.16 * i), width * (0.3 - 0.05 * i), height * 0.06, top, "glow", bright)
            for i in range(3)
        ]
    else:
        art += [
            wave(
                x,
                y,
                width,
                height * (0.5 - 0.14 * i),
                height * 0.08,
                1.3 * i + seed,
                top + 0.003 * i,
                "glow",
                mix(color, "#FFFFFF", 0.15 + 0.22 * i),
            )
            for i in range(3)
        ]
    return art
