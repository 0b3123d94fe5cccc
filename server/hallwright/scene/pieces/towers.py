"""Towers: a control tower with a glazed cab, a clock tower with tiled roofs. Front along +Z."""

from __future__ import annotations

import math

import numpy as np

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.lofting import bars, limb, sheet
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shadows import pool, skirt
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, transform
from hallwright.scene.materials import ALUMINIUM, GRAPHITE, PAPER
from hallwright.scene.pieces.roofs import LACQUER, RIDGE

Shape = list[Primitive]


def tower(width: float, depth: float, height: float, color: Color) -> Shape:
    """Slender: a clock tower with tiled roofs. Else: a control tower with a glazed cab."""
    return _clock_tower(width, height, color) if height >= 3.5 * width else _control_tower(width, height, color)


def _control_tower(width: float, height: float, color: Color) -> Shape:
    shaft = [
        (width * 0.34, 0.0),
        (width * 0.27, height * 0.3),
        (width * 0.25, height * 0.66),
        (width * 0.42, height * 0.72),
        (width * 0.5, height * 0.74),
    ]
    cab = [(width * 0.47, height * 0.74), (width * 0.56, height * 0.9)]
    mullions = [
        (
            (width * 0.475 * math.sin(a), height * 0.74, width * 0.475 * math.cos(a)),
            (width * 0.565 * math.sin(a), height * 0.9, width * 0.565 * math.cos(a)),
        )
        for a in np.linspace(0, math.tau, 12, endpoint=False)
    ]
    roof = [
        (0.0, height * 0.9),
        (width * 0.62, height * 0.9),
        (width * 0.64, height * 0.925),
        (width * 0.4, height * 0.95),
        (0.0, height * 0.955),
    ]
    stripes = [
        lathe(
            [(width * 0.262 + 0.02, height * (0.36 + 0.1 * k)), (width * 0.258 + 0.02, height * (0.4 + 0.1 * k))],
            16,
            "matte",
            "#D96A2B",
        )
        for k in range(2)
    ]
    return [
        lathe(shaft, 16, "satin", mix(color, PAPER, 0.65)),
        *stripes,
        lathe(cab, 12, "satin", "#4E7E93", crease=5),
        bars(mullions, 0.06, "satin", PAPER, sides=4),
        lathe(roof, 16, "satin", PAPER),
        limb([(0, height * 0.95, 0), (0, height, 0)], [0.08, 0.03], "metal", ALUMINIUM, segments=6),
        lathe([(width * 0.42, 0.0), (width * 0.42, 0.5), (width * 0.34, 0.55)], 16, "concrete", "#A9ADAB"),
        box((width * 0.24, 2.3, 0.3), (0, 0, width * 0.34), "satin", color, base=True),
        pool(width * 0.75, dark=0.5, core=0.6),
    ]


def _clock_tower(width: float, height: float, color: Color) -> Shape:
    """Grey brick in two storeys, lattice windows, four clocks, two roofs with raised eaves."""
    body = [
        bevel_box((width * 0.84, height * 0.62, width * 0.84), (0, 0, 0), "matte", "#8C8A86", bevel=0.08, base=True),
        bevel_box((width, 1.1, width), (0, 0, 0), "matte", "#B5B1A8", bevel=0.1, base=True),
        bevel_box(
            (width * 0.66, height * 0.2, width * 0.66), (0, height * 0.68, 0), "matte", "#E9E4D8", bevel=0.06, base=True
        ),
    ]
    roofs = [*_hip(width * 1.2, height * 0.62, height * 0.71), *_hip(width * 1.0, height * 0.86, height * 0.985)]
    faces: Shape = []
    for turn in range(4):
        dial = [
            transform(
                cylinder(width * 0.23, 0.12, (0, 0, 0), "satin", "#F7F3E6", segments=24),
                (0, height * 0.775, width * 0.33),
                pitch=math.pi / 2,
            ),
            transform(
                lathe(
                    [(width * 0.23, -0.09), (width * 0.26, -0.09), (width * 0.26, 0.09), (width * 0.23, 0.09)],
                    24,
                    "metal",
                    "#C9A14A",
                ),
                (0, height * 0.775, width * 0.33),
                pitch=math.pi / 2,
            ),
            box((0.07, width * 0.17, 0.03), (0, height * 0.775 + width * 0.07, width * 0.33 + 0.08), "matte", GRAPHITE),
            transform(
                box((0.06, width * 0.13, 0.03), (0, width * 0.05, 0), "matte", GRAPHITE),
                (0, height * 0.775, width * 0.33 + 0.08),
                roll=-2.1,
            ),
            *[
                box((0.9, 1.5, 0.06), (0, height * (0.2 + 0.2 * k), width * 0.42), "satin", LACQUER, base=True)
                for k in range(2)
            ],
            *[
                box((0.62, 1.2, 0.04), (0, height * (0.2 + 0.2 * k) + 0.15, width * 0.45), "glow", "#F6E3BE", base=True)
                for k in range(2)
            ],
        ]
        faces += [transform(part, yaw=turn * math.pi / 2) for part in dial]
    top = lathe(
        [(0.0, height * 0.98), (0.18, height * 0.985), (0.1, height * 0.995), (0.16, height), (0.0, height * 1.03)],
        10,
        "metal",
        "#D9A93F",
    )
    return [*body, *roofs, *faces, top, skirt(width, width, reach=0.9, dark=0.5)]


def _hip(width: float, low: float, high: float) -> Shape:
    """A four-sided roof whose corners rise."""
    half, us = width / 2, np.linspace(-1, 1, 7)
    side = []
    for t in (0.0, 0.4, 0.75, 1.0):
        r = half * (1 - t) ** 0.9
        side.append(
            [(float(u * r), float(low + (high - low) * t**1.3 + 0.3 * abs(u) ** 3 * (1 - t)), float(r)) for u in us]
        )
    over = sheet(side, "matte", "#4A5056")
    under = sheet([[(x, y - 0.06, z) for x, y, z in row[::-1]] for row in side[:3]], "timber", "#6B4630")
    ribs = bars(
        [
            [(s[0][0], s[0][1], s[0][2]), (s[-1][0], s[-1][1], s[-1][2])]
            for s in [[side[0][0], side[2][0]], [side[2][0], side[3][0]]]
        ],
        0.09,
        "matte",
        RIDGE,
        sides=5,
    )
    return [transform(part, yaw=turn * math.pi / 2) for turn in range(4) for part in (over, under, ribs)]


def tower_far(width: float, depth: float, height: float, color: Color) -> Shape:
    if height >= 3.5 * width:
        return [
            box((width * 0.84, height * 0.62, width * 0.84), (0, 0, 0), "matte", "#8C8A86", base=True, skip="-y"),
            box(
                (width * 0.66, height * 0.2, width * 0.66),
                (0, height * 0.68, 0),
                "matte",
                "#E9E4D8",
                base=True,
                skip="-y",
            ),
            *[
                transform(lathe([(width * r, y0 * height), (0.0, y1 * height)], 4, "matte", "#4A5056"), yaw=math.pi / 4)
                for r, y0, y1 in ((0.84, 0.62, 0.72), (0.7, 0.86, 0.99))
            ],
        ]
    return [
        cylinder(width * 0.3, height * 0.74, (0, 0, 0), "matte", mix(color, PAPER, 0.65), segments=8, base=True),
        cylinder(
            width * 0.47,
            height * 0.16,
            (0, height * 0.74, 0),
            "matte",
            "#4E7E93",
            segments=8,
            base=True,
            top_radius=width * 0.56,
        ),
        cylinder(width * 0.62, height * 0.04, (0, height * 0.9, 0), "matte", PAPER, segments=8, base=True),
    ]
