"""An optical bench: a laser beam by two mirrors through a glass cell between coils into a detector."""

from __future__ import annotations

import math

import numpy as np

from hallwright.geometry.lofting import limb, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, disc, lathe, merge, quad, sphere, transform

WHITE, GRAPHITE, STEEL, COPPER, GOLD, BEAM = "#EEF1F2", "#262C32", "#AEB6BC", "#C77B45", "#D9A441", "#FF3B4E"
TOP = 0.9
"""Height of the bench's face; the beam runs ``RISE`` above it."""
RISE = 0.22


def build() -> dict[str, list[Primitive]]:
    """Named parts: bench, laser, optics, cell, coils, beam, detector, screen."""
    return {
        "bench": _bench(),
        "laser": _laser(),
        "optics": _optics(),
        "cell": _cell(),
        "coils": _coils(),
        "beam": _beam(),
        "detector": _detector(),
        "screen": _screen(),
    }


def far() -> list[Primitive]:
    """The bench, the two coils, the beam and the screen."""
    coils = [
        transform(
            cylinder(0.3, 0.07, (0, 0, 0), "matte", COPPER, segments=10), (x, TOP + RISE + 0.12, 0.1), roll=math.pi / 2
        )
        for x in (0.08, 0.52)
    ]
    return [
        box((2.4, 0.16, 1.3), (0, TOP - 0.16, 0), "matte", GRAPHITE, base=True),
        box((1.9, TOP - 0.16, 0.9), (0, 0, 0), "matte", WHITE, base=True),
        *coils,
        box((0.5, 0.18, 0.22), (-0.85, TOP, 0.4), "matte", WHITE, base=True),
        box((1.9, 0.02, 0.02), (0, TOP + RISE, 0.1), "glow", BEAM),
        box((0.8, 0.5, 0.06), (-0.55, TOP + 0.33, -0.5), "matte", GRAPHITE, base=True),
    ]


def _bench() -> list[Primitive]:
    slab = bevel_box((2.4, 0.16, 1.3), (0, TOP - 0.16, 0), "satin", GRAPHITE, bevel=0.02, base=True)
    plate = box((2.34, 0.008, 1.24), (0, TOP, 0), "metal", "#7B848B", base=True)
    hole = disc(0.011, (0, 0, 0), "matte", "#15191C", segments=5)
    holes = [transform(hole, (-1.1 + 0.1 * c, TOP + 0.0095, -0.55 + 0.1 * r)) for c in range(23) for r in range(12)]
    legs = [
        bevel_box((0.3, TOP - 0.16, 0.3), (x, 0, z), "satin", WHITE, bevel=0.03, base=True)
        for x in (-0.9, 0.9)
        for z in (-0.4, 0.4)
    ]
    shelf = bevel_box((1.7, 0.1, 0.7), (0, 0.16, 0), "satin", WHITE, bevel=0.02, base=True)
    racks = [bevel_box((0.5, 0.3, 0.5), (x, 0.26, 0), "satin", GRAPHITE, bevel=0.02, base=True) for x in (-0.4, 0.3)]
    lights = [
        box((0.03, 0.02, 0.01), (x + 0.06 * k, 0.45, 0.255), "glow", "#54E0A0") for x in (-0.55, 0.15) for k in range(4)
    ]
    return [slab, plate, *merge(holes), *legs, shelf, *racks, *lights]


def _post(x: float, z: float, high: float) -> list[Primitive]:
    return [
        cylinder(0.035, 0.02, (x, TOP + 0.008, z), "metal", STEEL, segments=14, base=True),
        cylinder(0.014, high, (x, TOP + 0.02, z), "metal", STEEL, segments=10, base=True),
    ]


def _laser() -> list[Primitive]:
    head = bevel_box((0.5, 0.16, 0.2), (-0.85, TOP + RISE - 0.08, 0.4), "satin", WHITE, bevel=0.02, base=True)
    fins = [box((0.012, 0.12, 0.21), (-1.02 + 0.045 * k, TOP + RISE, 0.4), "matte", GRAPHITE) for k in range(6)]
    nose = transform(
        cylinder(0.03, 0.08, (0, 0, 0), "metal", STEEL, segments=14), (-0.57, TOP + RISE, 0.4), roll=math.pi / 2
    )
    feet = [part for x in (-1.02, -0.68) for part in _post(x, 0.4, RISE - 0.09)]
    cable = limb(
        [(-1.1, TOP + RISE, 0.4), (-1.17, TOP + 0.16, 0.38), (-1.16, TOP + 0.03, 0.2), (-1.12, TOP + 0.03, -0.3)],
        0.014,
        "matte",
        "#15191C",
        segments=6,
    )
    return [head, *fins, nose, *feet, cable]


def _mirror(x: float, z: float, yaw: float) -> list[Primitive]:
    mount = [
        bevel_box((0.12, 0.12, 0.03), (0, 0, -0.025), "satin", GRAPHITE, bevel=0.008),
        transform(cylinder(0.045, 0.012, (0, 0, 0), "metal", "#E8EEF2", segments=18), pitch=math.pi / 2),
    ]
    knobs = [
        transform(cylinder(0.012, 0.03, (0, 0, 0), "metal", GOLD, segments=8), (dx, dy, -0.055), pitch=math.pi / 2)
        for dx, dy in ((0.04, 0.04), (-0.04, -0.04))
    ]
    return [*_post(x, z, RISE - 0.06), *[transform(part, (x, TOP + RISE, z), yaw=yaw) for part in (*mount, *knobs)]]


def _optics() -> list[Primitive]:
    lens = [torus(0.05, 0.01, "satin", GRAPHITE), disc(0.045, (0, 0, 0), "glass", "#DDF1FF")]
    lenses = [transform(part, (x, TOP + RISE, 0.1), roll=math.pi / 2) for x in (-0.12, 0.78) for part in lens]
    return [
        *_mirror(-0.28, 0.4, -3 * math.pi / 4),
        *_mirror(-0.28, 0.1, math.pi / 4),
        *lenses,
        *_post(-0.12, 0.1, RISE - 0.06),
        *_post(0.78, 0.1, RISE - 0.06),
    ]


def _cell() -> list[Primitive]:
    """The atoms' cell: a glass ball with a stem in an open gold oven."""
    oven = [bevel_box((0.2, 0.02, 0.2), (0.3, TOP + RISE + y, 0.1), "metal", GOLD, bevel=0.006) for y in (-0.1, 0.1)]
    rods = [
        cylinder(0.008, 0.2, (0.3 + x, TOP + RISE, 0.1 + z), "metal", GOLD, segments=8)
        for x in (-0.085, 0.085)
        for z in (-0.085, 0.085)
    ]
    ball = sphere(0.07, (0.3, TOP + RISE, 0.1), "glass", "#FFE6EA")
    glow = sphere(0.028, (0.3, TOP + RISE, 0.1), "glow", "#FF8A93")
    return [*oven, *rods, ball, glow, *_post(0.3, 0.1, RISE - 0.11)]


def _coils() -> list[Primitive]:
    """A pair of coils whose gap is their radius: an even field about the cell."""
    parts = []
    for x in (0.3 - 0.15, 0.3 + 0.15):
        for radius in (0.28, 0.3, 0.32):
            parts.append(
                transform(torus(radius, 0.013, "metal", COPPER), (x, TOP + RISE + 0.12, 0.1), roll=math.pi / 2)
            )
        frame = lathe([(0.262, -0.03), (0.345, -0.03), (0.345, -0.022), (0.262, -0.022)], 36, "satin", WHITE)
        parts += [
            transform(frame, (x, TOP + RISE + 0.12, 0.1), roll=math.pi / 2),
            bevel_box((0.05, 0.05, 0.36), (x, TOP, 0.1), "satin", WHITE, bevel=0.01, base=True),
        ]
    return parts


def _beam() -> list[Primitive]:
    y = TOP + RISE
    return [
        limb(
            [(-0.55, y, 0.4), (-0.28, y, 0.4), (-0.28, y, 0.1), (0.3, y, 0.1), (0.98, y, 0.1)],
            0.007,
            "glow",
            BEAM,
            segments=5,
        )
    ]


def _detector() -> list[Primitive]:
    body = bevel_box((0.16, 0.14, 0.14), (1.04, TOP + RISE, 0.1), "satin", GRAPHITE, bevel=0.015)
    ring = transform(torus(0.035, 0.008, "metal", GOLD), (0.955, TOP + RISE, 0.1), roll=math.pi / 2)
    cable = limb(
        [(1.1, TOP + RISE, 0.05), (1.14, TOP + 0.1, -0.1), (1.0, TOP + 0.03, -0.35), (-0.1, TOP + 0.03, -0.48)],
        0.012,
        "matte",
        "#15191C",
        segments=6,
    )
    return [body, ring, cable, *_post(1.04, 0.1, RISE - 0.07)]


def _screen() -> list[Primitive]:
    """The trace of the field on a screen at the back."""
    frame = bevel_box((0.86, 0.54, 0.05), (-0.55, TOP + 0.55, -0.5), "satin", GRAPHITE, bevel=0.015)
    left, low, z = -0.94, TOP + 0.32, -0.473
    face = quad(
        [(left, low, z), (left + 0.78, low, z), (left + 0.78, low + 0.46, z), (left, low + 0.46, z)], "glow", "#0D2236"
    )
    along = np.linspace(0, 1, 48)
    wave = 0.1 * np.sin(22 * along) * np.exp(-2.2 * along) + 0.02 * np.sin(61 * along)
    trace = limb(
        [(left + 0.04 + 0.7 * a, low + 0.26 + w, z + 0.006) for a, w in zip(along, wave, strict=True)],
        0.006,
        "glow",
        "#54E0A0",
        segments=4,
    )
    lines = [
        box((0.7, 0.003, 0.002), (left + 0.39, low + 0.08 + 0.09 * k, z + 0.003), "glow", "#1F4563") for k in range(4)
    ]
    stand = [
        cylinder(0.03, 0.3, (-0.55, TOP, -0.53), "metal", STEEL, segments=12, base=True),
        bevel_box((0.3, 0.02, 0.2), (-0.55, TOP + 0.008, -0.5), "satin", GRAPHITE, bevel=0.006, base=True),
    ]
    return [frame, face, trace, *lines, *stand]
