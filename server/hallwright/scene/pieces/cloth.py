"""What carries a pavilion's colour: awnings, banners, sails, and the red lanterns between. Front along +Z."""

from __future__ import annotations

import numpy as np

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.glowing import graded
from hallwright.geometry.lofting import bars, sheet
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import cone, lathe, quad, transform
from hallwright.scene.materials import GRAPHITE, PAPER
from hallwright.scene.pieces.roofs import awning

Shape = list[Primitive]


def cloth(look: str, width: float, depth: float, height: float, color: Color) -> Shape:
    x, z = width / 2, depth / 2
    if look == "village":
        lamps = [
            part
            for px in np.linspace(-x + 1.2, x - 1.2, 4 if width > 10 else 3)
            for part in lamp(float(px), height * 0.66 - 1.15, z + 0.05)
        ]
        banners = [part for side in (-1, 1) for part in _banner(side * (x - 0.14), height * 0.7, z + 0.02, color)]
        return [*lamps, *banners]
    if look == "timber":
        return [
            *awning(width * 0.96, 1.5, height - 1.75, height - 1.05, z + 0.1, color),
            *[part for px in (-x + 0.9, x - 0.9) for part in lamp(px, height - 2.25, z - 0.5)],
        ]
    return _sheet_of(width, depth, height, color)


def _banner(x: float, top: float, z: float, color: Color) -> Shape:
    """A hanging strip of cloth on the front of a wall."""
    return [
        quad([(x - 0.2, top - 2.2, z), (x + 0.2, top - 2.2, z), (x + 0.2, top, z), (x - 0.2, top, z)], "fabric", color),
        quad(
            [
                (x - 0.1, top - 0.5, z + 0.01),
                (x + 0.1, top - 0.5, z + 0.01),
                (x + 0.1, top - 0.3, z + 0.01),
                (x - 0.1, top - 0.3, z + 0.01),
            ],
            "fabric",
            "#F3D27A",
        ),
    ]


def lamp(x: float, y: float, z: float) -> Shape:
    """A red paper lantern on a cord."""
    paper = lathe([(0.08, -0.18), (0.2, -0.08), (0.22, 0.0), (0.2, 0.08), (0.08, 0.18)], 10, "glow", crease=90)
    glow = graded(paper, np.abs(paper.positions[:, 1]) / 0.18, ("#FF7A4A", "#E8402C", "#A81E16"))
    tassel = cone(0.04, 0.2, (0, -0.42, 0), "fabric", "#D9A93F", segments=4, base=True)
    return [transform(part, (x, y, z)) for part in (glow, tassel)] + [
        bars([[(x, y + 0.18, z), (x, y + 0.5, z)]], 0.012, "matte", GRAPHITE, sides=3)
    ]


def _sheet_of(width: float, depth: float, height: float, color: Color) -> Shape:
    """The sail: a saddle of cloth between four masts, in stripes of the colour and white."""
    x, z = width / 2 + 0.2, depth / 2 + 0.3
    us, vs = np.linspace(-1, 1, 9), np.linspace(1, -1, 7)
    grid = [
        [
            (
                float(u * x * (1 - 0.07 * (1 - v * v))),
                float(height * (0.74 + 0.26 * (1 - u * u) * (0.55 + 0.45 * (1 - v * v)))),
                float(v * z * (1 - 0.06 * (1 - u * u))),
            )
            for u in us
        ]
        for v in vs
    ]
    points = np.array(grid)
    wide = [points[:, 0:4], points[:, 3:6], points[:, 5:9]]
    return [sheet(strip, "fabric", tone) for strip, tone in zip(wide, (color, "#F7F4EC", color), strict=True)]


def cloth_far(look: str, width: float, depth: float, height: float, color: Color) -> Shape:
    x, z = width / 2, depth / 2
    if look == "timber":
        return [
            quad(
                [
                    (-x, height - 1.75, z + 1.6),
                    (x, height - 1.75, z + 1.6),
                    (x, height - 1.05, z),
                    (-x, height - 1.05, z),
                ],
                "fabric",
                mix(color, PAPER, 0.3),
            )
        ]
    if look == "sail":
        peak = (0.0, height, 0.0)
        corners = [(-x, height * 0.74, z), (x, height * 0.74, z), (x, height * 0.74, -z), (-x, height * 0.74, -z)]
        return [
            quad([corners[k], corners[(k + 1) % 4], peak, peak], "fabric", mix(color, PAPER, 0.25)) for k in range(4)
        ]
    return [
        quad(
            [
                (s * (x - 0.14) - 0.2, height * 0.2, z + 0.04),
                (s * (x - 0.14) + 0.2, height * 0.2, z + 0.04),
                (s * (x - 0.14) + 0.2, height * 0.7, z + 0.04),
                (s * (x - 0.14) - 0.2, height * 0.7, z + 0.04),
            ],
            "fabric",
            color,
        )
        for s in (-1, 1)
    ]
