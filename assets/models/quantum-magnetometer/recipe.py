"""A magnetometer on an optical table: lasers, mirrors, a glowing cell in a shield cut open, a slim sensor head."""

from __future__ import annotations

import math

import numpy as np

from hallwright.catalogue.rig import Part, Rig
from hallwright.geometry.lofting import bars, limb, panels, sheet, spline
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, disc, lathe, sphere, transform

BLACK, STEEL, BRASS, COPPER, RED = "#22272C", "#B9C0C5", "#D8B05A", "#CF8A5C", "#FF3B30"
TOP = 0.92
"""Height of the table's top in metres; beams run ten centimetres above it."""
BEAM = TOP + 0.115


def build() -> Rig:
    """Named parts."""
    return Rig(
        {
            "table": Part(_table()),
            "laser": Part(_laser()),
            "optics": Part([part for place in _MIRRORS for part in _mirror(*place)] + _lenses()),
            "beams": Part(_beams()),
            "shield": Part(_shield()),
            "cell": Part(_cell()),
            "sensor-head": Part(_sensor_head()),
            "electronics": Part(_electronics()),
        }
    )


def far() -> list[Primitive]:
    """Table, shield, rack and the red line."""
    return [
        box((2.4, 0.22, 1.3), (0, TOP - 0.22, 0), "matte", BLACK, base=True),
        *[
            box((0.16, TOP - 0.2, 0.16), (x, 0, z), "matte", STEEL, base=True, skip="-y +y")
            for x in (-1.0, 1.0)
            for z in (-0.5, 0.5)
        ],
        transform(cylinder(0.24, 0.6, (0, 0, 0), "matte", STEEL, segments=10), (0.3, TOP + 0.3, 0.1), roll=math.pi / 2),
        box((0.5, 0.14, 0.16), (-0.9, TOP, -0.35), "matte", "#2F6FA6", base=True),
        box((0.5, 0.4, 0.35), (0.9, TOP, -0.4), "matte", "#D5DADC", base=True),
        box((1.2, 0.012, 0.012), (-0.4, BEAM, 0.1), "glow", RED),
        box((0.16, 0.8, 0.16), (1.0, TOP, 0.35), "matte", STEEL, base=True),
    ]


def _table() -> list[Primitive]:
    top = [
        bevel_box((2.4, 0.2, 1.3), (0, TOP - 0.2, 0), "satin", BLACK, bevel=0.015, base=True),
        box((2.36, 0.004, 1.26), (0, TOP, 0), "metal", "#8D959B", base=True),
    ]
    xs, zs = np.linspace(-1.1, 1.1, 23), np.linspace(-0.55, 0.55, 12)
    holes = panels(
        [
            [
                (x - 0.011, TOP + 0.006, z + 0.011),
                (x + 0.011, TOP + 0.006, z + 0.011),
                (x + 0.011, TOP + 0.006, z - 0.011),
                (x - 0.011, TOP + 0.006, z - 0.011),
            ]
            for x in xs
            for z in zs
        ],
        "matte",
        ["#2B3035"],
    )
    legs = [
        part
        for x in (-0.95, 0.95)
        for z in (-0.45, 0.45)
        for part in (
            cylinder(0.1, TOP - 0.32, (x, 0.06, z), "satin", "#E3E6E8", segments=16, base=True),
            cylinder(0.13, 0.06, (x, 0, z), "matte", BLACK, segments=16, base=True),
            cylinder(0.12, 0.1, (x, TOP - 0.3, z), "metal", STEEL, segments=16, base=True),
        )
    ]
    braces = bars(
        [[(-0.95, 0.2, z), (0.95, 0.2, z)] for z in (-0.45, 0.45)]
        + [[(x, 0.2, -0.45), (x, 0.2, 0.45)] for x in (-0.95, 0.95)],
        0.025,
        "satin",
        BLACK,
        sides=6,
    )
    return [*top, holes, *legs, braces]


def _laser() -> list[Primitive]:
    return [
        bevel_box((0.52, 0.15, 0.18), (-0.86, TOP + 0.03, -0.38), "satin", "#2F6FA6", bevel=0.015, base=True),
        box((0.44, 0.004, 0.03), (-0.86, TOP + 0.181, -0.38), "glow", "#DDF1FF", base=True),
        *[box((0.5, 0.008, 0.19), (-0.86, TOP + 0.05 + 0.03 * k, -0.38), "metal", STEEL) for k in range(4)],
        *[cylinder(0.018, 0.03, (x, TOP, -0.38), "metal", STEEL, segments=8, base=True) for x in (-1.06, -0.66)],
        transform(cylinder(0.03, 0.05, (0, 0, 0), "metal", BRASS, segments=14), (-0.58, BEAM, -0.38), roll=math.pi / 2),
    ]


_MIRRORS = ((-0.25, -0.38, 0.785), (-0.25, 0.1, 0.785), (0.85, 0.1, -0.785), (0.85, 0.42, 2.356), (-0.7, 0.42, -0.785))
"""Where mirrors stand (x, z) and the way they look."""


def _mirror(x: float, z: float, yaw: float) -> list[Primitive]:
    mount = [
        bevel_box((0.1, 0.1, 0.022), (0, 0, -0.02), "satin", BLACK, bevel=0.008),
        transform(cylinder(0.04, 0.018, (0, 0, 0), "metal", "#EEF3F6", segments=18), pitch=math.pi / 2),
        *[
            transform(cylinder(0.01, 0.04, (0, 0, 0), "metal", BRASS, segments=8), (dx, dy, -0.05), pitch=math.pi / 2)
            for dx, dy in ((0.035, 0.035), (-0.035, -0.035))
        ],
    ]
    post = [
        cylinder(0.012, BEAM - TOP - 0.05, (0, TOP + 0.005, -0.02), "metal", STEEL, segments=10, base=True),
        cylinder(0.032, 0.02, (0, TOP, -0.02), "satin", BLACK, segments=14, base=True),
    ]
    return [transform(transform(part, (0, BEAM, 0)), (x, 0, z), yaw=yaw) for part in mount] + [
        transform(part, (x, 0, z), yaw=yaw) for part in post
    ]


def _lenses() -> list[Primitive]:
    parts = []
    for x, z, turn in (
        (-0.42, -0.38, 0.0),
        (-0.25, -0.14, 1.571),
        (-0.1, 0.1, 0.0),
        (0.66, 0.1, 0.0),
        (0.1, 0.42, 0.0),
        (-0.36, 0.42, 0.0),
    ):
        lens = [
            transform(
                lathe([(0.0, -0.012), (0.03, -0.007), (0.036, 0.0), (0.03, 0.007), (0.0, 0.012)], 16, "glass"),
                roll=math.pi / 2,
            ),
            transform(
                lathe(
                    [(0.036, -0.012), (0.046, -0.012), (0.046, 0.012), (0.036, 0.012), (0.036, -0.012)],
                    18,
                    "satin",
                    BLACK,
                ),
                roll=math.pi / 2,
            ),
        ]
        parts += [transform(part, (x, BEAM, z), yaw=turn) for part in lens]
        parts += [
            cylinder(0.01, BEAM - TOP - 0.045, (x, TOP, z), "metal", STEEL, segments=8, base=True),
            cylinder(0.028, 0.016, (x, TOP, z), "satin", BLACK, segments=12, base=True),
        ]
    return parts


def _beams() -> list[Primitive]:
    """The laser's way round the table, drawn as light."""
    way = [(-0.56, -0.38), (-0.25, -0.38), (-0.25, 0.1), (0.85, 0.1), (0.85, 0.42), (-0.7, 0.42), (-0.7, 0.05)]
    ends = [[(x0, BEAM, z0), (x1, BEAM, z1)] for (x0, z0), (x1, z1) in zip(way[:-1], way[1:], strict=True)]
    return [bars(ends, 0.006, "glow", RED, sides=5), sphere(0.02, (-0.7, BEAM, 0.05), "glow", RED, segments=8, rings=5)]


def _shield(turns: int = 30) -> list[Primitive]:
    """Three nested shields, cut open toward the visitor and above, so that the cell is seen."""
    parts: list[Primitive] = []
    for radius, length, color in ((0.3, 0.66, STEEL), (0.25, 0.58, COPPER), (0.2, 0.5, STEEL)):
        arc = np.linspace(math.radians(100 + 12 * (radius < 0.28)), math.radians(328 - 14 * (radius < 0.28)), turns)
        for r, flip in ((radius, False), (radius - 0.012, True)):
            rows = [[(x, r * math.sin(a), r * math.cos(a)) for a in arc] for x in (-length / 2, length / 2)]
            grid = np.array(rows)
            parts.append(sheet(grid if flip else grid[:, ::-1], "metal", color))
    rings = [
        transform(
            transform(
                lathe(
                    [(0.288, -0.012), (0.31, -0.012), (0.31, 0.012), (0.288, 0.012), (0.288, -0.012)],
                    40,
                    "metal",
                    BRASS,
                ),
                roll=math.pi / 2,
            ),
            (x, 0, 0),
        )
        for x in (-0.33, 0.33)
    ]
    feet = [bevel_box((0.05, 0.12, 0.34), (x, -0.115 - 0.005, 0), "satin", BLACK, bevel=0.01) for x in (-0.24, 0.24)]
    return [transform(part, (0.3, BEAM + 0.2 - 0.2, 0.1)) for part in (*parts, *rings)] + [
        transform(part, (0.3, TOP + 0.06, 0.1), scale=(1, 0.9, 1)) for part in feet
    ]


def _cell() -> list[Primitive]:
    """The glass cell of atoms, aglow, between copper coils."""
    cube = [
        box((0.1, 0.1, 0.1), (0, 0, 0), "glow", "#FFB45E"),
        bevel_box((0.14, 0.14, 0.14), (0, 0, 0), "glass", bevel=0.012),
    ]
    coils = [
        transform(
            transform(
                lathe(
                    [(0.105, -0.014), (0.13, -0.014), (0.13, 0.014), (0.105, 0.014), (0.105, -0.014)],
                    28,
                    "metal",
                    COPPER,
                ),
                roll=math.pi / 2,
            ),
            (x, 0, 0),
        )
        for x in (-0.12, 0.12)
    ]
    return [transform(part, (0.3, BEAM, 0.1)) for part in (*cube, *coils)]


def _sensor_head() -> list[Primitive]:
    """The same physics made small: a sensor the size of a hand on a stand, with its cable."""
    stand = [
        cylinder(0.09, 0.02, (1.02, TOP, 0.4), "satin", BLACK, segments=20, base=True),
        cylinder(0.014, 0.5, (1.02, TOP, 0.4), "metal", STEEL, segments=10, base=True),
        bevel_box((0.16, 0.24, 0.16), (1.02, TOP + 0.5, 0.4), "satin", "#F3F5F6", bevel=0.035, base=True),
        box((0.1, 0.02, 0.004), (1.02, TOP + 0.66, 0.482), "glow", "#3FC6FF"),
        cylinder(0.05, 0.1, (1.02, TOP + 0.73, 0.4), "metal", BRASS, segments=18, base=True, top_radius=0.035),
    ]
    cable = limb(
        spline(
            [(1.02, TOP + 0.55, 0.32), (1.05, TOP + 0.3, 0.2), (1.0, TOP + 0.02, 0.02), (0.9, TOP + 0.04, -0.2)], 16
        ),
        0.01,
        "matte",
        "#2F6FA6",
        segments=6,
    )
    return [*stand, cable]


def _electronics() -> list[Primitive]:
    """A rack with a trace of the measured field on its screen."""
    case = [
        bevel_box((0.56, 0.46, 0.36), (0.84, TOP + 0.02, -0.42), "satin", "#E6EAEC", bevel=0.02, base=True),
        box((0.36, 0.24, 0.006), (0.78, TOP + 0.2, -0.238), "glow", "#0E2A38", base=True),
    ]
    xs = np.linspace(0.615, 0.945, 24)
    ys = TOP + 0.32 + 0.05 * np.sin(np.linspace(0, 12, 24)) * np.exp(-(np.linspace(-1.2, 1.6, 24) ** 2))
    trace = bars(
        [[(xs[k], ys[k], -0.232), (xs[k + 1], ys[k + 1], -0.232)] for k in range(23)], 0.004, "glow", "#59F2A3", sides=4
    )
    knobs = [
        transform(
            cylinder(0.022, 0.03, (0, 0, 0), "satin", BLACK, segments=12),
            (1.05, TOP + 0.16 + 0.1 * k, -0.228),
            pitch=math.pi / 2,
        )
        for k in range(3)
    ]
    feet = [disc(0.03, (x, TOP + 0.022, -0.42), "matte", BLACK, segments=8) for x in (0.64, 1.04)]
    return [*case, trace, *knobs, *feet]
