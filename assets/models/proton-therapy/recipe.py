"""A cyclotron, its beam line, and a gantry ring that turns about a patient's couch, 9 m wide."""

from __future__ import annotations

import math

import numpy as np

from hallwright.catalogue.rig import Part, Rig
from hallwright.geometry.lofting import bars, limb, panels, spline, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, disc, lathe, transform

WHITE, ORANGE, STEEL, DARK, COPPER, BLUE = "#F1F3F4", "#D9622B", "#B7BEC3", "#2A3037", "#C98A5E", "#2F78B5"
AXIS, RING = 3.0, 2.55
"""Height of the gantry's axis and its radius; the ring stands right of the middle, the cyclotron left."""
GANTRY, CYCLOTRON = (1.75, 0.3), (-3.1, 0.0)


def build() -> Rig:
    """Named parts."""
    return Rig(
        {
            "floor": Part(_floor()),
            "cyclotron": Part([_at(part, CYCLOTRON) for part in _cyclotron()]),
            "beamline": Part(_beamline()),
            "gantry": Part([_at(part, GANTRY) for part in _gantry()]),
            "nozzle": Part([_at(part, GANTRY) for part in _nozzle()]),
            "couch": Part([_at(part, GANTRY) for part in _couch()]),
        }
    )


def far() -> list[Primitive]:
    """Ring, drum and slab."""
    ring = transform(
        transform(
            lathe([(2.05, -0.45), (2.6, -0.45), (2.6, 0.45), (2.05, 0.45), (2.05, -0.45)], 14, "matte", WHITE),
            pitch=math.pi / 2,
        ),
        (GANTRY[0], AXIS, GANTRY[1]),
    )
    drum = cylinder(1.25, 1.9, (CYCLOTRON[0], 0.35, 0), "matte", ORANGE, segments=12, base=True)
    return [
        ring,
        drum,
        box((8.8, 0.12, 5.9), (0, 0, 0), "matte", "#D5D9DA", base=True),
        box((0.7, 0.2, 2.6), (GANTRY[0], 1.55, 1.6), "matte", BLUE),
        box((2.6, 0.25, 0.25), (-1.2, 2.5, -1.1), "matte", STEEL),
    ]


def _at(part: Primitive, place: tuple[float, float]) -> Primitive:
    return transform(part, (place[0], 0.0, place[1]))


def _floor() -> list[Primitive]:
    slab = bevel_box((8.9, 0.12, 6.0), (0, 0, 0), "satin", "#D9DDDE", bevel=0.03, base=True)
    line = box((8.7, 0.012, 0.05), (0, 0.122, 2.9), "glow", "#7CC7F2")
    return [slab, line]


def _cyclotron() -> list[Primitive]:
    """Two iron poles with the copper gap between, a lifting yoke, cooling heads."""
    half = [(0.0, 0.0), (1.1, 0.0), (1.28, 0.14), (1.28, 0.72), (1.18, 0.84), (0.0, 0.84)]
    lower = transform(lathe(half, 40, "paint", ORANGE), (0, 0.3, 0))
    upper = transform(lathe(half, 40, "paint", ORANGE), (0, 1.5, 0))
    gap = [
        cylinder(1.0, 0.36, (0, 1.14, 0), "metal", COPPER, segments=36, base=True),
        cylinder(1.12, 0.06, (0, 1.29, 0), "metal", STEEL, segments=36, base=True),
        *[
            transform(
                bevel_box((0.3, 0.36, 0.5), (0, 1.14, 1.02), "metal", STEEL, bevel=0.03, base=True), yaw=k * math.pi / 4
            )
            for k in range(8)
        ],
    ]
    bolts = [(0.98 * math.cos(a), 0.98 * math.sin(a)) for a in np.linspace(0, math.tau, 16, endpoint=False)]
    studs = bars([[(x, 2.3, z), (x, 2.42, z)] for x, z in bolts], 0.06, "metal", STEEL, sides=6)
    heads = [
        cylinder(0.16, 0.7, (x, 2.34, z), "metal", STEEL, segments=14, base=True)
        for x, z in ((0.4, 0.3), (-0.4, 0.3), (0.0, -0.5))
    ]
    caps = [
        cylinder(0.22, 0.08, (x, 2.6, z), "metal", COPPER, segments=14, base=True)
        for x, z in ((0.4, 0.3), (-0.4, 0.3), (0.0, -0.5))
    ]
    legs = [
        transform(
            bevel_box((0.4, 0.34, 0.5), (0, 0.1, 0.95), "matte", DARK, bevel=0.03, base=True),
            yaw=math.pi / 4 + k * math.pi / 2,
        )
        for k in range(4)
    ]
    band = [lathe([(1.29, y), (1.295, y), (1.295, y + 0.1), (1.29, y + 0.1)], 40, "satin", WHITE) for y in (0.72, 1.9)]
    return [lower, upper, *gap, studs, *heads, *caps, *legs, *band]


def _beamline() -> list[Primitive]:
    """From the cyclotron's gap up and over to the gantry's axis: a pipe through magnets."""
    x0, z0 = CYCLOTRON[0] + 1.0, CYCLOTRON[1]
    path = [
        (x0, 1.32, z0),
        (x0 + 0.7, 1.34, z0 - 0.1),
        (x0 + 1.3, 1.9, z0 - 0.7),
        (x0 + 1.9, 2.8, -1.3),
        (GANTRY[0] - 1.2, AXIS, -1.75),
        (GANTRY[0], AXIS, -1.75),
    ]
    line = spline(path, 30)
    pipe = limb(line, 0.075, "metal", STEEL, segments=10)
    magnets = []
    for place, color in ((5, BLUE), (11, ORANGE), (16, BLUE), (20, ORANGE)):
        at, ahead = line[place], line[place + 1] - line[place - 1]
        yaw, pitch = math.atan2(ahead[0], ahead[2]), -math.atan2(ahead[1], math.hypot(ahead[0], ahead[2]))
        block = [
            bevel_box((0.46, 0.46, 0.34), (0, 0, 0), "paint", color, bevel=0.05),
            *[box((0.5, 0.12, 0.4), (0, y, 0), "metal", COPPER) for y in (-0.17, 0.17)],
        ]
        magnets += [transform(part, tuple(float(v) for v in at), yaw=yaw, pitch=pitch) for part in block]
    posts = bars(
        [[(float(line[k][0]), 0.12, float(line[k][2])), tuple(line[k])] for k in (5, 11, 20)],
        0.06,
        "satin",
        DARK,
        sides=8,
    )
    return [pipe, *magnets, posts]


def _gantry() -> list[Primitive]:
    """The ring: a white drum open in front, a bright inner tunnel, a lit rim, spokes and a counterweight behind."""
    shell = [(2.0, -0.55), (2.5, -0.55), (RING, -0.48), (RING, 0.42), (2.45, 0.55), (2.05, 0.55), (1.95, 0.45)]
    tunnel = [(1.95, 0.45), (1.7, -0.1), (1.62, -0.55)]
    parts = [
        lathe(shell, 56, "satin", WHITE),
        lathe(tunnel, 48, "satin", "#DCE6EC"),
        disc(1.62, (0, -0.54, 0), "satin", "#C8D6DF", segments=40),
        transform(torus(2.0, 0.035, "glow", "#8FD8FF", segments=56, sides=5), (0, 0.53, 0)),
        lathe([(RING + 0.01, -0.1), (RING + 0.012, 0.1)], 56, "satin", BLUE),
    ]
    upright = [transform(transform(part, pitch=math.pi / 2), (0, AXIS, 0)) for part in parts]
    spokes = [
        ((0.35 * math.cos(a), AXIS + 0.35 * math.sin(a), -1.6), (2.2 * math.cos(a), AXIS + 2.2 * math.sin(a), -0.5))
        for a in np.linspace(0.2, math.tau + 0.2, 10, endpoint=False)
    ]
    hub = transform(cylinder(0.5, 0.5, (0, 0, 0), "metal", STEEL, segments=24), (0, AXIS, -1.65), pitch=math.pi / 2)
    weight = transform(
        bevel_box((1.7, 0.5, 0.9), (0, -2.25, -0.95), "paint", ORANGE, bevel=0.08), (0, AXIS, 0), roll=0.5
    )
    cradle = [
        bevel_box((3.6, 0.5, 1.1), (0, 0.12, 0), "matte", DARK, bevel=0.06, base=True),
        *[
            transform(cylinder(0.26, 1.0, (0, 0, 0), "metal", STEEL, segments=16), (x, 0.62, 0), pitch=math.pi / 2)
            for x in (-1.45, 1.45)
        ],
        *[bevel_box((0.5, 1.0, 1.0), (x, 0.12, 0), "matte", DARK, bevel=0.06, base=True) for x in (-1.75, 1.75)],
    ]
    return [*upright, bars(spokes, 0.08, "satin", STEEL, sides=6), hub, weight, *cradle]


def _nozzle() -> list[Primitive]:
    """The beam bends down into the tunnel and points at the couch."""
    parts = [
        bevel_box((0.85, 0.5, 0.7), (0, AXIS + 1.72, 0.15), "satin", WHITE, bevel=0.08),
        lathe([(0.34, 0.0), (0.3, -0.5), (0.2, -0.72), (0.0, -0.72)][::-1], 24, "satin", "#E6EBEE"),
        cylinder(0.16, 0.16, (0, 0, 0), "metal", COPPER, segments=20),
    ]
    parts[1] = transform(parts[1], (0, AXIS + 1.5, 0.2))
    parts[2] = transform(parts[2], (0, AXIS + 0.74, 0.2))
    beam = cylinder(0.03, 1.25, (0, 1.86, 0.2), "glow", "#FFC46B", segments=8, base=True)
    return [transform(part, (0, 0, 0)) for part in (*parts, beam)]


def _couch() -> list[Primitive]:
    """A slim couch on a robot arm, reaching into the ring."""
    top = [
        bevel_box((0.6, 0.08, 2.5), (0, 1.72, 0.9), "satin", DARK, bevel=0.03, base=True),
        bevel_box((0.52, 0.1, 2.3), (0, 1.79, 0.9), "fabric", BLUE, bevel=0.04, base=True),
        bevel_box((0.4, 0.12, 0.34), (0, 1.86, -0.1), "fabric", "#E9EEF1", bevel=0.05, base=True),
    ]
    arm = [
        cylinder(0.42, 0.3, (0, 0.12, 2.1), "satin", WHITE, segments=24, base=True),
        limb([(0, 0.4, 2.1), (0.0, 0.75, 2.3), (0, 1.2, 2.2)], [0.24, 0.22, 0.2], "satin", WHITE, segments=14),
        limb([(0, 1.2, 2.2), (0, 1.5, 1.9), (0, 1.68, 1.6)], [0.2, 0.17, 0.14], "satin", WHITE, segments=14),
        transform(cylinder(0.24, 0.5, (0, 0, 0), "satin", ORANGE, segments=18), (0, 1.2, 2.2), roll=math.pi / 2),
    ]
    console = [
        bevel_box((0.7, 1.0, 0.35), (2.2, 0.12, 1.9), "satin", WHITE, bevel=0.05, base=True),
        panels([[(1.92, 1.2, 2.02), (2.48, 1.2, 2.02), (2.48, 1.58, 1.9), (1.92, 1.58, 1.9)]], "glow", ["#4FB3E8"]),
        bevel_box((0.64, 0.46, 0.04), (2.2, 1.39, 1.93), "satin", DARK, bevel=0.01),
    ]
    console[2] = transform(
        bevel_box((0.66, 0.46, 0.03), (0, 0, 0), "satin", DARK, bevel=0.01), (2.2, 1.385, 1.935), pitch=-0.3
    )
    return [*top, *arm, *console]
