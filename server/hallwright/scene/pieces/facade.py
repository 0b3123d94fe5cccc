"""The exhibition hall seen from outside: a glass front under a wave of a roof. Front along +Z."""

from __future__ import annotations

import math

import numpy as np

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.lofting import bars, panels, sheet
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import bevel_box, box, cylinder
from hallwright.scene.materials import ALUMINIUM, GRAPHITE, PAPER, WARM

Shape = list[Primitive]
PANE = ("#9FC3D6", "#8DB6CC", "#B4D2DF", "#97BDD1")


def facade(width: float, depth: float, height: float, color: Color) -> Shape:
    """A glass front between white fins under a long wave of a roof, with a lit entrance."""
    x, z = width / 2, depth / 2
    walls = [
        box((width, height * 0.86, depth - 2.0), (0, 0, -1.0), "matte", color, base=True, skip="-y +z"),
        *_curtain(width, height * 0.84, z - 0.01),
        *[
            box((0.5, height * 0.9, 1.3), (float(fx), 0, z + 0.3), "satin", PAPER, base=True)
            for fx in np.arange(-x + 3, x - 2, 12.0)
            if abs(fx) > 10.5
        ],
        box((width, 1.2, 0.5), (0, 0, z), "concrete", "#8F9698", base=True),
    ]
    return [*walls, *_wave(width, depth, height), *_porch(depth, height), skirt(width, depth, reach=3.0, dark=0.5)]


def _curtain(width: float, height: float, z: float) -> Shape:
    """Panes that reflect a little of everything, and their mullions."""
    columns, rows = max(8, round(width / 3.0)), 5
    xs, ys = np.linspace(-width / 2, width / 2, columns + 1), np.linspace(1.2, height, rows + 1)
    corners = [
        [(xs[i], ys[j], z), (xs[i + 1], ys[j], z), (xs[i + 1], ys[j + 1], z), (xs[i], ys[j + 1], z)]
        for j in range(rows)
        for i in range(columns)
    ]
    tones = [mix(PANE[(i * 7 + j * 3) % 4], "#DCEBF2", 0.12 * j) for j in range(rows) for i in range(columns)]
    glass = panels(corners, "satin", tones)
    mullions = [[(float(v), 1.2, z + 0.06), (float(v), height, z + 0.06)] for v in xs]
    transoms = [[(-width / 2, float(v), z + 0.06), (width / 2, float(v), z + 0.06)] for v in ys]
    return [glass, bars(mullions, 0.07, "metal", ALUMINIUM), bars(transoms, 0.06, "metal", ALUMINIUM)]


def _wave(width: float, depth: float, height: float) -> Shape:
    """The roof: a white wave along the front, thick at its edge, over dark soffit slats."""
    us = np.linspace(-1, 1, 33)
    crest = height * (0.9 + 0.1 * np.cos(us * math.pi * 2) * np.cos(us * math.pi / 2))
    front, back = depth / 2 + 5.0, -depth / 2
    xs = us * (width / 2 + 2.0)
    upper = sheet(
        [
            [(float(a), float(c + 0.9 - 0.3 * k), f) for a, c in zip(xs, crest, strict=True)]
            for k, f in enumerate((front, 0.0, back))
        ],
        "satin",
        PAPER,
    )
    lower = sheet(
        [[(float(a), float(c), f) for a, c in zip(xs, crest, strict=True)] for f in (back, 0.0, front)],
        "matte",
        "#B9A88C",
    )
    edge = sheet(
        [[(float(a), float(c + t), front) for a, c in zip(xs, crest, strict=True)] for t in (0.0, 0.9)],
        "satin",
        "#FFFFFF",
    )
    return [upper, lower, edge]


def _porch(depth: float, height: float) -> Shape:
    """The way in: a canopy over glass doors, slim columns, warm light."""
    z = depth / 2
    doors = [box((2.0, 3.2, 0.12), (-5.2 + 2.6 * k, 0, z + 0.2), "satin", "#31434E", base=True) for k in range(5)]
    panes = [box((1.7, 2.9, 0.06), (-5.2 + 2.6 * k, 0.1, z + 0.28), "glow", "#F4E6C8", base=True) for k in range(5)]
    roof = bevel_box((18.0, 0.45, 6.0), (0, 4.4, z + 3.0), "satin", PAPER, bevel=0.1, base=True)
    lamps = [box((15.0, 0.02, 0.14), (0, 4.385, z + q), "glow", WARM) for q in (1.5, 3.0, 4.5)]
    columns = [
        cylinder(0.18, 4.4, (cx, 0, z + 5.2), "metal", ALUMINIUM, segments=12, base=True) for cx in (-8, -2.7, 2.7, 8)
    ]
    side = [box((0.4, height * 0.5, 0.6), (s * 9.4, 0, z + 0.4), "satin", GRAPHITE, base=True) for s in (-1, 1)]
    return [*doors, *panes, roof, *lamps, *columns, *side]


def facade_far(width: float, depth: float, height: float, color: Color) -> Shape:
    xs = np.linspace(-width / 2, width / 2, 13)
    z = depth / 2
    panes = panels(
        [
            [(a, 0, z), (b, 0, z), (b, height * 0.84, z), (a, height * 0.84, z)]
            for a, b in zip(xs[:-1], xs[1:], strict=True)
        ],
        "matte",
        list(PANE),
    )
    return [
        panes,
        box((width, height * 0.84, depth), (0, 0, -0.1), "matte", color, base=True, skip="-y +z"),
        box((width + 4, height * 0.08, depth + 5), (0, height * 0.88, 2.5), "matte", PAPER, base=True),
    ]
