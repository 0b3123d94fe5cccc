"""What a market street has besides its stalls: parasols, food carts, crates of fruit, lanterns; chairs for all."""

from __future__ import annotations

import math

import numpy as np

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.lofting import bars, limb
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shadows import pool, skirt
from hallwright.geometry.shapes import bevel_box, box, cone, cylinder, lathe, quad, sphere, transform
from hallwright.scene.materials import ALUMINIUM, BLACK, OAK, PAPER, STEEL, WALNUT

Shape = list[Primitive]


def chair_at(turn: float, color: Color) -> Shape:
    seat = [
        bevel_box((0.42, 0.04, 0.42), (0, 0.45, 0), "satin", color, bevel=0.015),
        transform(bevel_box((0.4, 0.34, 0.035), (0, 0.2, 0), "satin", color, bevel=0.015), (0, 0.48, 0.2), pitch=0.18),
        bars(
            [[(x, 0.44, z), (x * 1.25, 0, z * 1.25)] for x in (-0.17, 0.17) for z in (-0.17, 0.17)],
            0.014,
            "metal",
            STEEL,
        ),
    ]
    return [transform(transform(part, (0, 0, 0.78)), yaw=turn) for part in seat]


def parasol(color: Color, variant: int) -> Shape:
    """A café table under a parasol with eight panels in two colours."""
    cloth, canopy = color or ("#C8561B", "#2E7D4F", "#1F6FB2")[variant % 3], []
    for k in range(8):
        a, b = math.tau * k / 8, math.tau * (k + 1) / 8
        rim = [(1.5 * math.sin(t), 2.25, 1.5 * math.cos(t)) for t in (a, b)]
        drop = [(x, y - 0.16, z) for x, y, z in rim]
        tone = cloth if k % 2 else PAPER
        canopy += [
            _triangle(rim[0], rim[1], (0, 2.78, 0), tone),
            quad([drop[0], drop[1], rim[1], rim[0]], "fabric", tone),
        ]
    pole = lathe([(0.28, 0.0), (0.28, 0.06), (0.03, 0.1), (0.025, 2.8), (0.0, 2.82)], 8, "metal", ALUMINIUM)
    top = cylinder(0.42, 0.03, (0, 0.72, 0), "timber", OAK, segments=14, base=True)
    seats = [part for k in range(3) for part in chair_at(k * 2.094 + 0.3, "#E3E0D8")]
    return [pole, *canopy, top, *seats, pool(1.6, dark=0.34, segments=14, core=0.6)]


def parasol_far(color: Color, variant: int) -> Shape:
    cloth = color or ("#C8561B", "#2E7D4F", "#1F6FB2")[variant % 3]
    return [
        cone(1.5, 0.6, (0, 2.2, 0), "matte", mix(cloth, PAPER, 0.4), segments=6, base=True),
        cylinder(0.4, 0.7, (0, 0, 0), "matte", OAK, segments=4, base=True, caps=False),
    ]


def _triangle(a: tuple[float, ...], b: tuple[float, ...], c: tuple[float, ...], color: Color) -> Primitive:
    return quad([a, b, c, c], "fabric", color)


def food_cart(color: Color, variant: int) -> Shape:
    """A timber cart with a striped roof, a glass case, steaming pots and big wheels."""
    cloth = color or "#C8261C"
    body = [
        bevel_box((1.9, 0.75, 0.85), (0, 0.42, 0), "timber", "#9C6B43", bevel=0.03, base=True),
        bevel_box((2.1, 0.06, 1.05), (0, 1.17, 0), "timber", OAK, bevel=0.02, base=True),
        *[box((0.36, 0.46, 0.02), (x, 0.58, 0.43), "satin", cloth, base=True) for x in (-0.6, 0.0, 0.6)],
    ]
    posts = bars([[(x, 1.2, z), (x, 2.35, z)] for x in (-0.95, 0.95) for z in (-0.42, 0.42)], 0.03, "timber", WALNUT)
    roof: Shape = []
    for k in range(7):
        x0, x1 = -1.19 + 0.34 * k, -1.19 + 0.34 * (k + 1)
        tone = cloth if k % 2 == 0 else PAPER
        roof += [
            quad([(x0, 2.3, 0.75), (x1, 2.3, 0.75), (x1, 2.62, 0), (x0, 2.62, 0)], "fabric", tone),
            quad([(x1, 2.3, -0.75), (x0, 2.3, -0.75), (x0, 2.62, 0), (x1, 2.62, 0)], "fabric", tone),
            quad([(x0, 2.14, 0.76), (x1, 2.14, 0.76), (x1, 2.3, 0.75), (x0, 2.3, 0.75)], "fabric", tone),
        ]
    case = [
        box((0.8, 0.42, 0.5), (-0.45, 1.23, 0), "glass", base=True),
        box((0.7, 0.06, 0.4), (-0.45, 1.25, 0), "matte", "#E9B872", base=True),
    ]
    pots = [cylinder(0.17, 0.2, (x, 1.23, 0), "metal", ALUMINIUM, segments=14, base=True) for x in (0.3, 0.7)]
    wheels = [_wheel(x, z) for x in (-0.6, 0.6) for z in (-0.5, 0.5)]
    return [
        *body,
        posts,
        *roof,
        *case,
        *pots,
        *[p for wheel in wheels for p in wheel],
        *_lantern_at(0.95, 2.1, 0.6, 0.55),
        skirt(2.0, 1.0, reach=0.5, dark=0.5, filled=True),
    ]


def _wheel(x: float, z: float) -> Shape:
    rim = lathe([(0.3, -0.03), (0.36, -0.03), (0.36, 0.03), (0.3, 0.03), (0.3, -0.03)], 18, "timber", WALNUT)
    spokes = bars(
        [[(0, 0, 0), (0.31 * math.cos(t), 0, 0.31 * math.sin(t))] for t in np.linspace(0, math.tau, 8, endpoint=False)],
        0.018,
        "timber",
        OAK,
    )
    return [transform(part, (x, 0.36, z), pitch=math.pi / 2) for part in (rim, spokes)]


def cart_far(color: Color, variant: int) -> Shape:
    return [
        box((1.9, 1.1, 0.9), (0, 0.1, 0), "matte", "#9C6B43", base=True, skip="-y"),
        box((2.3, 0.3, 1.4), (0, 2.2, 0), "matte", mix(color or "#C8261C", PAPER, 0.4), base=True),
    ]


def crate(color: Color, variant: int) -> Shape:
    """Stacked timber crates with fruit in the top one."""
    fruit = ("#E4572E", "#F2B134", "#7CA653")[variant % 3]
    parts: Shape = []
    for x, y, z, yaw in ((-0.3, 0.0, 0.0, 0.05), (0.36, 0.0, 0.05, -0.12), (-0.26, 0.36, 0.02, 0.2)):
        parts += [transform(part, (x, y, z), yaw=yaw) for part in _one_crate()]
    chance = np.random.default_rng(variant)
    for k in range(14):
        x, z = chance.uniform(-0.2, 0.2), chance.uniform(-0.13, 0.13)
        ball = sphere(
            0.06,
            (-0.26 + x, 0.7 + 0.03 * (k % 3), 0.02 + z),
            "matte",
            mix(fruit, PAPER, float(chance.uniform(0, 0.2))),
            segments=6,
            rings=4,
        )
        parts.append(ball)
    return [*parts, skirt(1.25, 0.5, reach=0.25, dark=0.5, filled=True)]


def _one_crate() -> Shape:
    slats = [
        box((0.58, 0.09, 0.02), (0, 0.06 + 0.12 * k, side * 0.19), "timber", OAK) for k in range(3) for side in (-1, 1)
    ]
    ends = [
        box((0.02, 0.09, 0.36), (side * 0.28, 0.06 + 0.12 * k, 0), "timber", "#AE8657")
        for k in range(3)
        for side in (-1, 1)
    ]
    return [*slats, *ends, box((0.54, 0.02, 0.36), (0, 0.2, 0), "matte", "#6E5237")]


def crate_far(color: Color, variant: int) -> Shape:
    return [
        box((1.2, 0.36, 0.42), (0, 0, 0), "matte", OAK, base=True, skip="-y"),
        box((0.58, 0.36, 0.4), (-0.26, 0.36, 0), "matte", OAK, base=True, skip="-y"),
    ]


def _lantern_at(x: float, y: float, z: float, size: float) -> Shape:
    """A hanging lantern about a point, ``size`` metres tall with its tassel."""
    s = size / 0.9
    glow = lathe(
        [(0.1 * s, -0.2 * s), (0.24 * s, -0.1 * s), (0.27 * s, 0.0), (0.24 * s, 0.1 * s), (0.1 * s, 0.2 * s)],
        12,
        "glow",
        "#E8402C",
        crease=90,
    )
    caps = [cylinder(0.11 * s, 0.05 * s, (0, v * s, 0), "metal", "#D9A93F", segments=10) for v in (-0.22, 0.22)]
    tassel = cone(0.05 * s, 0.26 * s, (0, -0.5 * s, 0), "fabric", "#D9A93F", segments=6, base=True)
    return [transform(part, (x, y, z)) for part in (glow, *caps, tassel)]


def lantern(color: Color, variant: int) -> Shape:
    """A street lantern post: a dark pole, an upturned arm on each side, two red lanterns."""
    pole = lathe([(0.2, 0.0), (0.2, 0.1), (0.09, 0.2), (0.07, 3.6), (0.0, 3.75)], 8, "timber", "#4A332A")
    arm = limb(
        [(-0.95, 3.55, 0), (-0.7, 3.3, 0), (0, 3.2, 0), (0.7, 3.3, 0), (0.95, 3.55, 0)],
        [0.03, 0.045, 0.05, 0.045, 0.03],
        "timber",
        "#4A332A",
        segments=6,
    )
    cords = bars([[(x, 3.3, 0), (x, 2.95, 0)] for x in (-0.7, 0.7)], 0.01, "matte", BLACK)
    return [pole, arm, cords, *_lantern_at(-0.7, 2.75, 0, 0.9), *_lantern_at(0.7, 2.75, 0, 0.9), pool(0.45, dark=0.5)]


def lantern_far(color: Color, variant: int) -> Shape:
    pole = cylinder(0.08, 3.6, (0, 0, 0), "matte", "#4A332A", segments=3, base=True, caps=False)
    bulb = lathe([(0.0, 2.5), (0.27, 2.75), (0.0, 3.0)], 4, "glow", "#E8402C")
    return [pole, *[transform(bulb, (x, 0, 0)) for x in (-0.7, 0.7)]]
