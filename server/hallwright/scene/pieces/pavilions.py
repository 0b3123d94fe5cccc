"""Pavilions of a market street in three looks.

Own frame: front along +Z. Bodies are shared by size; cloth carries the colour.
"""

from __future__ import annotations

import numpy as np

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.lofting import bars
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, quad, sphere, transform
from hallwright.scene.materials import GRAPHITE, LAMINATE, OAK, PAPER, WARM
from hallwright.scene.pieces.cloth import cloth, cloth_far
from hallwright.scene.pieces.evening import lit_ground, lit_top, lit_wall
from hallwright.scene.pieces.flats import screen_art
from hallwright.scene.pieces.garden import potted
from hallwright.scene.pieces.roofs import LACQUER, PLASTER, WOOD, lattice, stepped_far, stepped_gable, tiled, tiled_far
from hallwright.scene.pieces.shelter import pavilion_kit, prop_kit

Shape = list[Primitive]
LOOKS = ("village", "timber", "sail")


def pavilion(look: str, width: float, depth: float, height: float) -> Mesh:
    """The body of a pavilion in one of ``LOOKS``."""
    near, far = _BODIES[look]
    eaves = height * 0.66 if look == "village" else height - 0.85 if look == "timber" else height * 0.72
    return pavilion_kit(
        f"pavilion/{look}/{width:g}x{depth:g}x{height:g}",
        lambda: [*near(width, depth, height), *_lit(width, depth, height)],
        lambda: [*far(width, depth, height), lit_ground(width * 0.6, (0, depth * 0.42), 0.4, plain=True)],
        depth=depth,
        eaves=eaves,
    )


def pavilion_cloth(look: str, width: float, depth: float, height: float, color: str) -> Mesh:
    """What carries a pavilion's colour: awning, banners, the sail."""
    return prop_kit(
        f"pavilion-cloth/{look}/{width:g}x{depth:g}x{height:g}/{color}",
        lambda: cloth(look, width, depth, height, color),
        lambda: cloth_far(look, width, depth, height, color),
    )


def fascia_of(look: str, width: float, depth: float, height: float) -> tuple[float, float, float, float]:
    """(width, height, centre y, z) of the name board of a pavilion."""
    if look == "village":
        return min(width * 0.5, 5.0), 0.62, height * 0.58, depth / 2 - 0.095
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
        *[
            part
            for side in (-1, 1)
            for part in stepped_gable(side * (width / 2 - 0.14), depth, height * 0.8, height * 1.08)
        ],
    ]
    count = 4 if width > 10 else 3
    posts: Shape = []
    for px in np.linspace(-x + 0.2, x - 0.2, count):
        posts += [
            cylinder(0.13, eaves, (float(px), 0, z - 0.35), "satin", LACQUER, segments=10, base=True),
            cylinder(0.19, 0.16, (float(px), 0, z - 0.35), "matte", "#9AA09E", segments=10, base=True),
        ]
    beam = [
        box((width - 0.4, 0.24, 0.2), (0, eaves - 0.3, z - 0.35), "timber", WOOD, base=True),
        lattice(width - 1.0, eaves - 0.75, eaves - 0.32, 0, z - 0.35),
    ]
    window = [
        part
        for wx in (-width * 0.28, width * 0.28)
        for part in (
            box((1.6, 1.3, 0.04), (wx, 1.1, -z + 0.3), "glow", "#F6E3BE", base=True),
            lattice(1.6, 1.1, 2.4, wx, -z + 0.34, step=0.26),
        )
    ]
    boards = [
        box((_w, 0.74, 0.08), (0, height * 0.58 - 0.37, z - 0.15), "timber", "#3A2A22", base=True)
        for _w in (min(width * 0.5, 5.0) + 0.2,)
    ]
    return [
        *_deck(width, depth, "#8D6A4A"),
        *walls,
        *posts,
        *beam,
        *window,
        *boards,
        *tiled(width - 0.56, depth, eaves, ridge, over=0.32),
        *_fittings(width, depth, "#8A5B3A"),
    ]


def _village_far(width: float, depth: float, height: float) -> Shape:
    eaves, ridge = height * 0.66, height * 0.96
    return [
        *tiled_far(width - 0.56, depth, eaves, ridge, 0.32),
        *[
            part
            for side in (-1, 1)
            for part in stepped_far(side * (width / 2 - 0.14), depth, height * 0.8, height * 1.08)
        ],
        box((width - 0.4, eaves, 0.16), (0, 0, -depth / 2 + 0.2), "matte", PLASTER, base=True, skip="-y -z +y"),
        quad(
            [
                (-width / 2, 0.03, depth / 2),
                (width / 2, 0.03, depth / 2),
                (width / 2, 0.03, -depth / 2),
                (-width / 2, 0.03, -depth / 2),
            ],
            "matte",
            "#6B5138",
        ),
    ]


def _timber(width: float, depth: float, height: float) -> Shape:
    """A modern frame of timber with slatted walls, a flat roof and a deep board for the name."""
    x, z, top = width / 2, depth / 2, height - 0.85
    frame = [
        bevel_box(
            (0.22, height - 0.1, 0.22), (sx * (x - 0.12), 0, sz * (z - 0.12)), "timber", OAK, bevel=0.03, base=True
        )
        for sx in (-1, 1)
        for sz in (-1, 1)
    ]
    roof = [
        bevel_box((width + 0.5, 0.16, depth + 0.5), (0, height - 0.1, 0), "matte", "#E9E6DE", bevel=0.04, base=True),
        box((width, 0.72, 0.12), (0, top + 0.08, z + 0.04), "timber", "#8B6544", base=True),
        *[box((0.12, 0.72, depth), (sx * x, top + 0.08, 0), "timber", "#8B6544", base=True) for sx in (-1, 1)],
    ]
    back = box((width - 0.3, height - 0.1, 0.1), (0, 0, -z + 0.12), "matte", PLASTER, base=True, skip="-y")
    slats = bars(
        [
            [(sx * (x - 0.05), 0.1, zz), (sx * (x - 0.05), top, zz)]
            for sx in (-1, 1)
            for zz in np.arange(-z + 0.4, z * 0.35, 0.26)
        ],
        0.06,
        "timber",
        OAK,
    )
    lights = [box((width * 0.8, 0.03, 0.08), (0, top, zz), "glow", WARM) for zz in (-z * 0.4, z * 0.3)]
    picture = [
        box((width * 0.5, 1.5, 0.04), (0, 1.0, -z + 0.19), "satin", "#22313B", base=True),
        *[
            transform(part, (0, 1.75, -z + 0.215))
            for part in screen_art(width * 0.48, 1.4, 0.0, "#3B7F9C", round(width))
        ],
    ]
    return [
        *_deck(width, depth, "#A58257"),
        *frame,
        *roof,
        back,
        slats,
        *lights,
        *picture,
        *_fittings(width, depth, OAK),
    ]


def _timber_far(width: float, depth: float, height: float) -> Shape:
    x, z, top = width / 2, depth / 2, height - 0.85
    return [
        box((width + 0.3, 0.95, depth + 0.3), (0, top, 0), "matte", "#A88A68", base=True),
        box((width - 0.3, top, 0.1), (0, 0, -z + 0.12), "matte", PLASTER, base=True, skip="-y +y"),
        *[
            box((0.12, top, depth * 0.7), (sx * (x - 0.05), 0, -depth * 0.12), "matte", OAK, base=True, skip="-y +y")
            for sx in (-1, 1)
        ],
        quad([(-x, 0.03, z), (x, 0.03, z), (x, 0.03, -z), (-x, 0.03, -z)], "matte", "#6B5138"),
    ]


def _sail(width: float, depth: float, height: float) -> Shape:
    """White steel masts that carry a sail of cloth over a low stand."""
    x, z = width / 2, depth / 2
    masts = bars(
        [
            [(sx * (x - 0.2), 0, sz * (z - 0.2)), (sx * (x - 0.35), height * 0.72, sz * (z - 0.3))]
            for sx in (-1, 1)
            for sz in (-1, 1)
        ],
        0.09,
        "satin",
        PAPER,
        sides=8,
    )
    ring = bars(
        [[(-x + 0.35, height * 0.72, sz * (z - 0.3)), (x - 0.35, height * 0.72, sz * (z - 0.3))] for sz in (-1, 1)],
        0.05,
        "satin",
        PAPER,
        sides=6,
    )
    back = [
        box((width - 0.7, 2.5, 0.12), (0, 0, -z + 0.3), "satin", LAMINATE, base=True, skip="-y"),
        box((width * 0.6, 1.4, 0.03), (0, 0.8, -z + 0.38), "glow", "#25506B", base=True),
        *[
            box(
                (width * 0.11, 0.3 + 0.2 * (k % 3), 0.02),
                (-width * 0.22 + width * 0.15 * k, 0.95, -z + 0.4),
                "glow",
                mix("#6FC3DF", PAPER, 0.2 * (k % 3)),
                base=True,
            )
            for k in range(4)
        ],
    ]
    board = box(
        (min(width * 0.56, 6.0) + 0.2, 0.78, 0.1), (0, height * 0.56 - 0.39, z - 0.23), "satin", GRAPHITE, base=True
    )
    return [*_deck(width, depth, "#B9B4A9"), masts, ring, *back, board, *_fittings(width, depth, LAMINATE)]


def _sail_far(width: float, depth: float, height: float) -> Shape:
    x, z = width / 2, depth / 2
    return [
        box((width - 0.7, 2.5, 0.12), (0, 0, -z + 0.3), "matte", LAMINATE, base=True, skip="-y -z"),
        quad([(-x, 0.03, z), (x, 0.03, z), (x, 0.03, -z), (-x, 0.03, -z)], "matte", "#8E8A82"),
        bars(
            [[(sx * (x - 0.2), 0, z - 0.2), (sx * (x - 0.35), height * 0.72, z - 0.3)] for sx in (-1, 1)],
            0.09,
            "matte",
            PAPER,
            sides=3,
        ),
    ]


_BODIES = {"village": (_village, _village_far), "timber": (_timber, _timber_far), "sail": (_sail, _sail_far)}


def _lit(width: float, depth: float, height: float) -> Shape:
    """What the lamps under the roof light in the evening."""
    z = depth / 2
    return [
        lit_ground(width * 0.6, (0, depth * 0.42), 0.5),
        lit_wall(width * 0.86, 0.5, height * 0.6, -z + 0.42, 0.4),
        lit_top(width * 0.31, 0.7, (-width * 0.27, 1.094, z - 1.6), 0.3),
    ]


def _fittings(width: float, depth: float, color: Color) -> Shape:
    """A long counter with a screen on it, three tables of wares, plants at the front, a row of lamps overhead."""
    z = depth / 2
    counter = [
        bevel_box((width * 0.3, 1.0, 0.6), (-width * 0.27, 0.03, z - 1.6), "timber", color, bevel=0.03, base=True),
        bevel_box((width * 0.31, 0.06, 0.7), (-width * 0.27, 1.03, z - 1.6), "satin", PAPER, bevel=0.02, base=True),
        box((0.5, 0.32, 0.03), (-width * 0.36, 1.13, z - 1.7), "satin", GRAPHITE, base=True),
        box((0.46, 0.27, 0.01), (-width * 0.36, 1.155, z - 1.68), "glow", "#9FD4E8", base=True, skip="-z"),
    ]
    pieces: Shape = []
    for k, (x, zz) in enumerate(((width * 0.2, 0.4), (width * 0.2, -depth * 0.24), (-width * 0.2, -depth * 0.18))):
        pieces += _table(x, zz, k)
    for side in (-1, 1):
        pieces += [transform(part, (side * (width / 2 - 0.75), 0.04, z - 0.55)) for part in potted()]
    return [*counter, *pieces]


TONES = ("#C8561B", "#1F6FB2", "#2E7D4F", "#D9A93F", "#7A4FB5")


def _table(x: float, z: float, number: int) -> Shape:
    """A cloth-covered table and what is on it: jars, cartons, devices, bowls."""
    tone = TONES[(number * 2 + 1) % 5]
    table: Shape = [
        bevel_box((1.8, 0.78, 0.9), (x, 0.03, z), "satin", PAPER, bevel=0.03, base=True),
        box((0.5, 0.012, 0.92), (x, 0.805, z), "fabric", tone, base=True),
        box((0.5, 0.5, 0.006), (x, 0.31, z + 0.456), "fabric", tone, base=True, skip="-z"),
    ]
    chance = np.random.default_rng(number)
    for place in range(4):
        at = (x - 0.66 + 0.44 * place, 0.82, z + float(chance.uniform(-0.2, 0.2)))
        made = _WARES[(place + number) % len(_WARES)](TONES[(place + number) % 5])
        table += [transform(part, at) for part in made]
    return table


def _jar(color: Color) -> Shape:
    return [
        lathe([(0.07, 0.0), (0.12, 0.1), (0.1, 0.24), (0.05, 0.28), (0.0, 0.28)], 8, "satin", color),
        cylinder(0.06, 0.05, (0, 0.28, 0), "timber", OAK, segments=6, base=True),
    ]


def _carton(color: Color) -> Shape:
    return [
        box((0.26, 0.16, 0.2), (0, 0, 0), "matte", PAPER, base=True, skip="-y"),
        box((0.262, 0.06, 0.202), (0, 0.05, 0), "matte", color, base=True, skip="-y +y"),
        transform(box((0.2, 0.1, 0.16), (0, 0.16, 0), "matte", color, base=True, skip="-y"), yaw=0.4),
    ]


def _device(color: Color) -> Shape:
    body = bevel_box((0.3, 0.22, 0.12), (0, 0, 0), "satin", GRAPHITE, bevel=0.02, base=True)
    return [body, box((0.22, 0.13, 0.01), (0, 0.05, 0.06), "glow", mix(color, PAPER, 0.45), base=True, skip="-z")]


def _bowl(color: Color) -> Shape:
    heap = ((-0.07, 0.03), (0.07, 0.02), (0.0, -0.07))
    fruit = [sphere(0.07, (dx, 0.12, dz), "satin", color, segments=6, rings=4) for dx, dz in heap]
    return [lathe([(0.08, 0.0), (0.19, 0.1), (0.15, 0.09)], 9, "timber", OAK), *fruit]


_WARES = (_jar, _carton, _device, _bowl)
