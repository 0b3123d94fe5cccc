"""Pavilions and stalls of a market street: three looks of pavilion, one of stall with six kinds of goods.

Own frame: front along +Z. Bodies are shared by size; cloth carries the colour.
"""

from __future__ import annotations

import numpy as np

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.lofting import bars, sheet
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import bevel_box, box, cone, cylinder, lathe, quad, sphere, transform
from hallwright.scene.materials import GRAPHITE, LAMINATE, OAK, PAPER, WARM
from hallwright.scene.pieces.roofs import (
    LACQUER, PLASTER, WOOD, awning, lattice, stepped_far, stepped_gable, tiled, tiled_far,
)
from hallwright.scene.pieces.shelter import pavilion_kit, prop_kit

Shape = list[Primitive]
LOOKS = ("village", "timber", "sail")
GOODS = 6


def pavilion(look: str, width: float, depth: float, height: float) -> Mesh:
    """The body of a pavilion in one of ``LOOKS``."""
    near, far = _BODIES[look]
    eaves = height * 0.66 if look == "village" else height - 0.85 if look == "timber" else height * 0.72
    return pavilion_kit(
        f"pavilion/{look}/{width:g}x{depth:g}x{height:g}", lambda: near(width, depth, height), lambda: far(width, depth, height),
        depth=depth, eaves=eaves,
    )


def pavilion_cloth(look: str, width: float, depth: float, height: float, color: str) -> Mesh:
    """What carries a pavilion's colour: awning, banners, the sail."""
    return prop_kit(
        f"pavilion-cloth/{look}/{width:g}x{depth:g}x{height:g}/{color}", lambda: _cloth(look, width, depth, height, color),
        lambda: _cloth_far(look, width, depth, height, color),
    )


def stall(color: str, height: float, goods: int) -> Mesh:
    """A market stall of 3 × 3 m with one of ``GOODS`` kinds of wares."""
    return pavilion_kit(
        f"stall/{color}/{height:g}/{goods}", lambda: _stall(color, height, goods), lambda: _stall_far(color, height, goods),
        depth=2.8, eaves=height - 0.1,
    )


def fascia_of(look: str, width: float, depth: float, height: float) -> tuple[float, float, float, float]:
    """(width, height, centre y, z) of the name board of a pavilion."""
    if look == "village":
        return min(width * 0.5, 5.0), 0.62, height * 0.58, depth / 2 - 0.24
    if look == "timber":
        return width * 0.62, 0.66, height - 0.42, depth / 2 + 0.112
    return min(width * 0.56, 6.0), 0.66, height * 0.56, depth / 2 - 0.17


def _deck(width: float, depth: float, color: Color) -> Shape:
    """The pavilion's floor with a step along its front, and the shade around it."""
    return [
        box((width, 0.04, depth), (0, 0, 0), "timber", color, base=True, skip="-y"),
        skirt(width, depth, reach=0.7, dark=0.5),
    ]


def _village(width: float, depth: float, height: float) -> Shape:
    """White walls, stepped gables, a tiled roof on lacquered posts, lattice under the eaves."""
    eaves, ridge = height * 0.66, height * 0.96
    x, z = width / 2 - 0.3, depth / 2
    walls = [
        box((width - 0.6, eaves, 0.16), (0, 0, -z + 0.2), "matte", PLASTER, base=True, skip="-y"),
        *[part for side in (-1, 1) for part in stepped_gable(side * (width / 2 - 0.14), depth, height * 0.8, height * 1.08)],
    ]
    count = 4 if width > 10 else 3
    posts: Shape = []
    for px in np.linspace(-x + 0.2, x - 0.2, count):
        posts += [
            cylinder(0.13, eaves, (float(px), 0, z - 0.35), "satin", LACQUER, segments=10, base=True),
            cylinder(0.19, 0.16, (float(px), 0, z - 0.35), "matte", "#9AA09E", segments=10, base=True),
        ]
    beam = [box((width - 0.4, 0.24, 0.2), (0, eaves - 0.3, z - 0.35), "timber", WOOD, base=True),
            lattice(width - 1.0, eaves - 0.75, eaves - 0.32, 0, z - 0.35)]
    window = [
        part for wx in (-width * 0.28, width * 0.28) for part in (
            box((1.6, 1.3, 0.04), (wx, 1.1, -z + 0.3), "glow", "#F6E3BE", base=True), lattice(1.6, 1.1, 2.4, wx, -z + 0.34, step=0.26))
    ]
    boards = [box((_w, 0.74, 0.08), (0, height * 0.58 - 0.37, z - 0.3), "timber", "#3A2A22", base=True) for _w in (min(width * 0.5, 5.0) + 0.2,)]
    return [*_deck(width, depth, "#8D6A4A"), *walls, *posts, *beam, *window, *boards,
            *tiled(width - 0.56, depth, eaves, ridge, over=0.32), *_fittings(width, depth, "#8A5B3A")]


def _village_far(width: float, depth: float, height: float) -> Shape:
    eaves, ridge = height * 0.66, height * 0.96
    return [
        *tiled_far(width - 0.56, depth, eaves, ridge, 0.32),
        *[part for side in (-1, 1) for part in stepped_far(side * (width / 2 - 0.14), depth, height * 0.8, height * 1.08)],
        box((width - 0.4, eaves, 0.16), (0, 0, -depth / 2 + 0.2), "matte", PLASTER, base=True, skip="-y -z +y"),
        quad([(-width / 2, 0.03, depth / 2), (width / 2, 0.03, depth / 2), (width / 2, 0.03, -depth / 2), (-width / 2, 0.03, -depth / 2)], "matte", "#6B5138"),
    ]


def _timber(width: float, depth: float, height: float) -> Shape:
    """A modern frame of timber with slatted walls, a flat roof and a deep board for the name."""
    x, z, top = width / 2, depth / 2, height - 0.85
    frame = [
        bevel_box((0.22, height - 0.1, 0.22), (sx * (x - 0.12), 0, sz * (z - 0.12)), "timber", OAK, bevel=0.03, base=True)
        for sx in (-1, 1) for sz in (-1, 1)
    ]
    roof = [
        bevel_box((width + 0.5, 0.16, depth + 0.5), (0, height - 0.1, 0), "matte", "#E9E6DE", bevel=0.04, base=True),
        box((width, 0.72, 0.12), (0, top + 0.08, z + 0.04), "timber", "#8B6544", base=True),
        *[box((0.12, 0.72, depth), (sx * x, top + 0.08, 0), "timber", "#8B6544", base=True) for sx in (-1, 1)],
    ]
    back = box((width - 0.3, top + 0.1, 0.1), (0, 0, -z + 0.12), "matte", PLASTER, base=True, skip="-y")
    slats = bars(
        [[(sx * (x - 0.05), 0.1, zz), (sx * (x - 0.05), top, zz)] for sx in (-1, 1) for zz in np.arange(-z + 0.4, z * 0.35, 0.26)],
        0.06, "timber", OAK,
    )
    lights = [box((width * 0.8, 0.03, 0.08), (0, top, zz), "glow", WARM) for zz in (-z * 0.4, z * 0.3)]
    picture = [box((width * 0.5, 1.5, 0.04), (0, 1.0, -z + 0.19), "satin", "#3B5566", base=True)]
    return [*_deck(width, depth, "#A58257"), *frame, *roof, back, slats, *lights, *picture, *_fittings(width, depth, OAK)]


def _timber_far(width: float, depth: float, height: float) -> Shape:
    x, z, top = width / 2, depth / 2, height - 0.85
    return [
        box((width + 0.3, 0.95, depth + 0.3), (0, top, 0), "matte", "#A88A68", base=True),
        box((width - 0.3, top, 0.1), (0, 0, -z + 0.12), "matte", PLASTER, base=True, skip="-y +y"),
        *[box((0.12, top, depth * 0.7), (sx * (x - 0.05), 0, -depth * 0.12), "matte", OAK, base=True, skip="-y +y") for sx in (-1, 1)],
        quad([(-x, 0.03, z), (x, 0.03, z), (x, 0.03, -z), (-x, 0.03, -z)], "matte", "#6B5138"),
    ]


def _sail(width: float, depth: float, height: float) -> Shape:
    """White steel masts that carry a sail of cloth over a low stand."""
    x, z = width / 2, depth / 2
    masts = bars([[(sx * (x - 0.2), 0, sz * (z - 0.2)), (sx * (x - 0.35), height * 0.72, sz * (z - 0.3))] for sx in (-1, 1) for sz in (-1, 1)],
                 0.09, "satin", PAPER, sides=8)
    ring = bars([[(-x + 0.35, height * 0.72, sz * (z - 0.3)), (x - 0.35, height * 0.72, sz * (z - 0.3))] for sz in (-1, 1)], 0.05, "satin", PAPER, sides=6)
    back = [
        box((width - 0.7, 2.5, 0.12), (0, 0, -z + 0.3), "satin", LAMINATE, base=True, skip="-y"),
        box((width * 0.6, 1.4, 0.03), (0, 0.8, -z + 0.38), "glow", "#25506B", base=True),
        *[box((width * 0.11, 0.3 + 0.2 * (k % 3), 0.02), (-width * 0.22 + width * 0.15 * k, 0.95, -z + 0.4), "glow", mix("#6FC3DF", PAPER, 0.2 * (k % 3)), base=True)
          for k in range(4)],
    ]
    board = box((min(width * 0.56, 6.0) + 0.2, 0.78, 0.1), (0, height * 0.56 - 0.39, z - 0.23), "satin", GRAPHITE, base=True)
    return [*_deck(width, depth, "#B9B4A9"), masts, ring, *back, board, *_fittings(width, depth, LAMINATE)]


def _sail_far(width: float, depth: float, height: float) -> Shape:
    x, z = width / 2, depth / 2
    return [
        box((width - 0.7, 2.5, 0.12), (0, 0, -z + 0.3), "matte", LAMINATE, base=True, skip="-y -z"),
        quad([(-x, 0.03, z), (x, 0.03, z), (x, 0.03, -z), (-x, 0.03, -z)], "matte", "#8E8A82"),
        bars([[(sx * (x - 0.2), 0, z - 0.2), (sx * (x - 0.35), height * 0.72, z - 0.3)] for sx in (-1, 1)], 0.09, "matte", PAPER, sides=3),
    ]


_BODIES = {"village": (_village, _village_far), "timber": (_timber, _timber_far), "sail": (_sail, _sail_far)}


def _fittings(width: float, depth: float, color: Color) -> Shape:
    """A long counter and two tables of wares: what every pavilion shows."""
    z = depth / 2
    counter = [
        bevel_box((width * 0.3, 1.0, 0.6), (-width * 0.27, 0.03, z - 1.6), "timber", color, bevel=0.03, base=True),
        bevel_box((width * 0.31, 0.06, 0.7), (-width * 0.27, 1.03, z - 1.6), "satin", PAPER, bevel=0.02, base=True),
    ]
    tables: Shape = []
    for k, (x, zz) in enumerate(((width * 0.2, 0.4), (width * 0.2, -depth * 0.24), (-width * 0.2, -depth * 0.18))):
        tables.append(bevel_box((1.8, 0.78, 0.9), (x, 0.03, zz), "satin", PAPER, bevel=0.03, base=True))
        chance = np.random.default_rng(k)
        for item in range(4):
            px = x - 0.66 + 0.44 * item
            tone = ("#C8561B", "#1F6FB2", "#2E7D4F", "#D9A93F", "#7A4FB5")[(item + k) % 5]
            size = float(chance.uniform(0.16, 0.34))
            tables.append(box((0.26, size, 0.26), (px, 0.81, zz + float(chance.uniform(-0.2, 0.2))), "satin", tone, base=True, skip="-y"))
    return [*counter, *tables]


def _cloth(look: str, width: float, depth: float, height: float, color: Color) -> Shape:
    x, z = width / 2, depth / 2
    if look == "village":
        lamps = [part for px in np.linspace(-x + 1.2, x - 1.2, 4 if width > 10 else 3) for part in _lamp(float(px), height * 0.66 - 1.15, z + 0.05)]
        banners = [part for side in (-1, 1) for part in _banner(side * (x - 0.14), height * 0.7, z + 0.02, color)]
        return [*lamps, *banners]
    if look == "timber":
        return [*awning(width * 0.96, 1.5, height - 1.75, height - 1.05, z + 0.1, color),
                *[part for px in (-x + 0.9, x - 0.9) for part in _lamp(px, height - 2.25, z - 0.5)]]
    return _sheet_of(width, depth, height, color)


def _banner(x: float, top: float, z: float, color: Color) -> Shape:
    """A hanging strip of cloth on the front of a wall."""
    return [
        quad([(x - 0.2, top - 2.2, z), (x + 0.2, top - 2.2, z), (x + 0.2, top, z), (x - 0.2, top, z)], "fabric", color),
        quad([(x - 0.1, top - 0.5, z + 0.01), (x + 0.1, top - 0.5, z + 0.01), (x + 0.1, top - 0.3, z + 0.01), (x - 0.1, top - 0.3, z + 0.01)], "fabric", "#F3D27A"),
    ]


def _lamp(x: float, y: float, z: float) -> Shape:
    """A red paper lantern on a cord."""
    glow = lathe([(0.08, -0.18), (0.2, -0.08), (0.22, 0.0), (0.2, 0.08), (0.08, 0.18)], 8, "glow", "#E8402C", crease=90)
    tassel = cone(0.04, 0.2, (0, -0.42, 0), "fabric", "#D9A93F", segments=4, base=True)
    return [transform(part, (x, y, z)) for part in (glow, tassel)] + [bars([[(x, y + 0.18, z), (x, y + 0.5, z)]], 0.012, "matte", GRAPHITE, sides=3)]


def _sheet_of(width: float, depth: float, height: float, color: Color) -> Shape:
    """The sail: a saddle of cloth between four masts, in stripes of the colour and white."""
    x, z = width / 2 + 0.2, depth / 2 + 0.3
    us, vs = np.linspace(-1, 1, 9), np.linspace(1, -1, 7)
    grid = [[(float(u * x * (1 - 0.07 * (1 - v * v))), float(height * (0.74 + 0.26 * (1 - u * u) * (0.55 + 0.45 * (1 - v * v)))), float(v * z * (1 - 0.06 * (1 - u * u))))
             for u in us] for v in vs]
    points = np.array(grid)
    wide = [points[:, 0:4], points[:, 3:6], points[:, 5:9]]
    return [sheet(strip, "fabric", tone) for strip, tone in zip(wide, (color, "#F7F4EC", color), strict=True)]


def _cloth_far(look: str, width: float, depth: float, height: float, color: Color) -> Shape:
    x, z = width / 2, depth / 2
    if look == "timber":
        return [quad([(-x, height - 1.75, z + 1.6), (x, height - 1.75, z + 1.6), (x, height - 1.05, z), (-x, height - 1.05, z)], "fabric", mix(color, PAPER, 0.3))]
    if look == "sail":
        peak = (0.0, height, 0.0)
        corners = [(-x, height * 0.74, z), (x, height * 0.74, z), (x, height * 0.74, -z), (-x, height * 0.74, -z)]
        return [quad([corners[k], corners[(k + 1) % 4], peak, peak], "fabric", mix(color, PAPER, 0.25)) for k in range(4)]
    return [quad([(s * (x - 0.14) - 0.2, height * 0.2, z + 0.04), (s * (x - 0.14) + 0.2, height * 0.2, z + 0.04), (s * (x - 0.14) + 0.2, height * 0.7, z + 0.04),
                  (s * (x - 0.14) - 0.2, height * 0.7, z + 0.04)], "fabric", color) for s in (-1, 1)]


def _stall(color: Color, height: float, goods: int) -> Shape:
    """Four posts, a striped roof, a counter on three sides, wares, and a cloth behind."""
    top = height
    posts = bars([[(x, 0, z), (x, top - (0.1 if z > 0 else -0.15), z)] for x in (-1.36, 1.36) for z in (-1.3, 1.3)], 0.05, "timber", WOOD)
    front = [
        box((2.7, 0.82, 0.06), (0, 0, 1.2), "timber", "#A87B4F", base=True, skip="-y"),
        box((2.84, 0.06, 0.8), (0, 0.86, 0.98), "timber", "#C49A69", base=True),
        box((2.7, 0.36, 0.03), (0, 0.4, 1.245), "fabric", color, base=True),
        box((0.06, 0.82, 1.3), (-1.32, 0, 0.5), "timber", "#A87B4F", base=True, skip="-y"),
        box((0.06, 0.82, 1.3), (1.32, 0, 0.5), "timber", "#A87B4F", base=True, skip="-y"),
    ]
    behind = [quad([(-1.36, 0.5, -1.3), (1.36, 0.5, -1.3), (1.36, top - 0.1, -1.3), (-1.36, top - 0.1, -1.3)], "fabric", mix(color, "#2B211C", 0.55)),
              box((2.4, 0.9, 0.4), (0, 0, -1.05), "timber", "#8A6140", base=True, skip="-y -z")]
    roof = [*awning(3.1, 1.75, top - 0.12, top + 0.42, -0.1, color, stripe=0.44), *_lean(top, color)]
    lamps = [part for x in (-1.0, 1.0) for part in _lamp(x, top - 0.62, 1.35)]
    board = [box((1.9, 0.42, 0.05), (0, top - 0.86, 1.33), "timber", "#3A2A22", base=True)]
    return [posts, *front, *behind, *roof, *lamps, *board, *_wares(goods), skirt(2.8, 2.7, reach=0.5, dark=0.5, filled=True)]


def _lean(top: float, color: Color) -> Shape:
    """The roof's rear slope."""
    return [quad([(1.55, top + 0.1, -1.5), (-1.55, top + 0.1, -1.5), (-1.55, top + 0.42, -0.1), (1.55, top + 0.42, -0.1)], "fabric", mix(color, "#F6F1E6", 0.35))]


def _wares(goods: int) -> Shape:
    """Tea tins, steamers, fruit, baskets, fans or pots, in a row on the counter and on the shelf behind."""
    y, parts = 0.92, []
    tones = (("#2E7D4F", "#D9A93F"), ("#C9A36A", "#8A5B3A"), ("#E4572E", "#F2B134"), ("#B98B54", "#9C6B43"), ("#C8261C", "#F1EEE6"), ("#3B6E8F", "#E7E2D6"))[goods % GOODS]
    for k in range(6):
        x, tone = -1.1 + 0.44 * k, tones[k % 2]
        kind = goods % 3
        if kind == 0:
            parts += [cylinder(0.11, 0.26, (x, y, 1.0), "satin", tone, segments=8, base=True), cylinder(0.11, 0.2, (x + 0.06, y, 0.74), "satin", tones[(k + 1) % 2], segments=8, base=True)]
        elif kind == 1:
            parts += [cylinder(0.19, 0.12, (x, y + 0.13 * level, 0.95), "timber", tone, segments=10, base=True) for level in range(1 + k % 3)]
        else:
            parts.append(lathe([(0.14, 0.0), (0.2, 0.14), (0.17, 0.14)], 8, "timber", "#B98B54"))
            parts[-1] = transform(parts[-1], (x, y, 0.96))
            parts += [sphere(0.075, (x + dx, y + 0.15, 0.96 + dz), "satin", tone, segments=6, rings=4) for dx, dz in ((-0.07, 0.04), (0.07, 0.02), (0.0, -0.08))]
    shelf = [box((0.3, 0.3 + 0.1 * (k % 2), 0.24), (-0.9 + 0.6 * k, 0.9, -1.05), "satin", tones[k % 2], base=True, skip="-y -z") for k in range(4)]
    return [*parts, *shelf]


def _stall_far(color: Color, height: float, goods: int) -> Shape:
    pale = mix(color, "#F6F1E6", 0.4)
    return [
        quad([(-1.55, height - 0.12, 1.65), (1.55, height - 0.12, 1.65), (1.55, height + 0.42, -0.1), (-1.55, height + 0.42, -0.1)], "fabric", pale),
        quad([(1.55, height + 0.1, -1.5), (-1.55, height + 0.1, -1.5), (-1.55, height + 0.42, -0.1), (1.55, height + 0.42, -0.1)], "fabric", pale),
        box((2.8, 0.92, 0.9), (0, 0, 0.9), "matte", "#A87B4F", base=True, skip="-y"),
        quad([(-1.36, 0.0, -1.3), (1.36, 0.0, -1.3), (1.36, height, -1.3), (-1.36, height, -1.3)], "fabric", mix(color, "#2B211C", 0.55)),
        bars([[(x, 0, 1.3), (x, height, 1.3)] for x in (-1.36, 1.36)], 0.05, "matte", WOOD, sides=3),
    ]
