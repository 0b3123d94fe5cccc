"""A magnetometer on an optical table: two lasers, a glass cell of atoms within three magnetic shields that open.

The part ``screen`` is a flat quad in material ``glow``, 0.80 x 0.45 m, its middle at (-0.78, 1.5, -0.47), facing +Z:
whoever draws the live field trace draws it 8 mm before this and leaves out the part ``picture``.
At rest the shields are open; ``run`` shuts them, measures, and opens them again.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hallwright.catalogue.rig import Motion, Part, Rig, Track, appear, grow, pulse, spin, swing
from hallwright.geometry.cabling import cable, turned
from hallwright.geometry.cladding import lamps, louvres
from hallwright.geometry.hulls import Hull
from hallwright.geometry.lofting import bars, coil, limb, panels, sheet, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cone, cylinder, lathe, sphere, transform

Points = NDArray[np.float64]
BLACK, STEEL, ALLOY, BRASS, COPPER = "#22272C", "#B9C0C5", "#C9C3B4", "#D8B05A", "#CF8A5C"
PALE, BLUE, ORANGE, RED, ROSE, WARM = "#EEF1F3", "#2F6FA6", "#F07A1A", "#FF3B30", "#FF7A5A", "#FFC27A"
TOP = 0.9
BEAM = TOP + 0.17
"""Height of the table's top and of the beams, metres."""
LEFT, RIGHT, DEEP = -1.2, 0.55, 0.65
CELL = (-0.1, BEAM, 0.2)
SHIELDS = {
    "outer": (0.245, 0.3, math.radians(122)),
    "middle": (0.2, 0.25, math.radians(100)),
    "inner": (0.155, 0.2, math.radians(80)),
}
"""Radius and half length of each shield, metres, and how far it stands open at rest, radians."""
SCREEN, SCREEN_AT = (0.8, 0.45), (-0.78, 1.5, -0.47)

PROBE = ((0.02, -0.45), (-0.85, -0.45), (-0.85, 0.2), (0.36, 0.2))
"""The probe's way over the table (x, z): along two mirrors, through the cell, to the splitter."""


def build() -> Rig:
    """All that stands on the table, the rack beside it, and how a measurement goes."""
    parts = {
        "table": Part(_table()),
        "probe-laser": Part(_laser((0.2, -0.45), math.pi, BLUE), apart=(0.1, 0.3, -0.3)),
        "pump-laser": Part(_laser((-0.1, -0.27), -math.pi / 2, "#7A4FB5"), apart=(0, 0.5, -0.2)),
        "optics": Part(_optics(), apart=(0, 0.22, 0)),
        "probe-beam": Part(_beams([(x, BEAM, z) for x, z in PROBE], RED), apart=(0, 0.22, 0)),
        "pump-beam": Part(_beams([(-0.1, BEAM, -0.16), (-0.1, BEAM, 0.2)], ROSE), None, CELL, apart=(0, 0.22, 0)),
        "detectors": Part(_detectors(), apart=(0.15, 0.3, 0)),
        "shield-base": Part(
            [part for name in SHIELDS for part in _half(name, lower=True)] + _cradle(), apart=(0, 0.1, 0.35)
        ),
        "coils": Part(_coils(), apart=(0, 0.5, 0.35)),
        "cell": Part(_cell(), None, CELL, apart=(0, 0.8, 0.35)),
        "spins": Part(_spins(), "cell", CELL),
        "halo": Part([sphere(0.062, CELL, "light", WARM, segments=18, rings=12)], "cell", CELL, hidden=True),
        "sensor-head": Part(_sensor_head(), apart=(0.1, 0.1, 0.6)),
        "waves": Part(_waves(), "sensor-head", HEAD, hidden=True),
        "rack": Part(_rack(), apart=(0.6, 0, 0)),
        "monitor": Part(_monitor(), apart=(-0.2, 0.35, -0.3)),
        "screen": Part(
            _flat([_bar(-0.4, -0.225, 0.8, 0.45, 0.0)], ["#0A2230"]), "monitor", SCREEN_AT, apart=(0, 0, 0.15)
        ),
        "picture": Part(_picture(), "screen", SCREEN_AT, apart=(0, 0, 0.08)),
        "light": Part(_photons(), None, (PROBE[0][0], BEAM, PROBE[0][1]), hidden=True),
    }
    for place, name in enumerate(SHIELDS):
        pivot, open_ = _hinge(name), SHIELDS[name][2]
        lid = [_about(part, pivot, -open_) for part in _half(name, lower=False)]
        parts[f"shield-{name}"] = Part(
            lid, None, pivot, (0, 1.0 - 0.25 * place, -0.15 + 0.1 * place), cut=True, shades=False
        )
    return Rig(parts, (_idle(), _run()))


def far() -> list[Primitive]:
    """Table, shield, rack, screen and the red line."""
    legs = [
        box((0.16, TOP - 0.2, 0.16), (x, 0, z), "matte", STEEL, base=True, skip="-y +y")
        for x in (-1.0, 0.35)
        for z in (-0.45, 0.45)
    ]
    base = transform(
        cylinder(0.245, 0.6, (0, 0, 0), "matte", ALLOY, segments=12), CELL, roll=math.pi / 2, scale=(1.0, 1.0, 1.0)
    )
    lid = sheet(
        [
            [(CELL[0] + x, y, z) for y, z in ((1.05, -0.04), (1.32, -0.06), (1.5, -0.2), (1.42, -0.36))]
            for x in (0.3, -0.3)
        ],
        "matte",
        ALLOY,
    )
    back = sheet(
        [
            [(CELL[0] + x, y, z) for y, z in ((1.05, -0.04), (1.32, -0.06), (1.5, -0.2), (1.42, -0.36))]
            for x in (-0.3, 0.3)
        ],
        "matte",
        ALLOY,
    )
    return [
        box((RIGHT - LEFT, 0.2, 2 * DEEP), ((LEFT + RIGHT) / 2, TOP - 0.2, 0), "matte", "#5A6268", base=True),
        *legs,
        base,
        lid,
        back,
        box((0.36, 0.14, 0.14), (0.2, TOP + 0.08, -0.45), "matte", BLUE, base=True),
        box((0.56, 1.68, 0.6), (0.91, 0.0, -0.25), "matte", "#39424A", base=True),
        box((0.5, 1.4, 0.02), (0.91, 0.15, 0.06), "matte", "#8FA0AA", base=True),
        box((0.86, 0.5, 0.05), (-0.78, 1.25, -0.5), "matte", BLACK, base=True),
        box((0.78, 0.42, 0.01), (-0.78, 1.29, -0.468), "glow", "#0E3B4E", base=True),
        box((0.7, 0.02, 0.01), (-0.78, 1.5, -0.462), "glow", "#59F2A3"),
        *_beams([(x, BEAM, z) for x, z in PROBE], RED, 4),
        limb([(0.4, TOP, 0.5), (0.4, 1.35, 0.5)], 0.05, "matte", PALE, segments=5),
    ]


def _about(part: Primitive, pivot: Sequence[float], pitch: float) -> Primitive:
    """Turned about a line along X through ``pivot``."""
    x, y, z = pivot
    return transform(transform(part, (-x, -y, -z)), (x, y, z), pitch=pitch)


def _flat(corners: Sequence[Sequence[Sequence[float]]], colors: Sequence[str]) -> list[Primitive]:
    """Panels drawn in the plane of the screen."""
    return [transform(panels(corners, "glow", colors), SCREEN_AT)]


def _bar(x: float, y: float, width: float, height: float, z: float = 0.003) -> list[tuple[float, float, float]]:
    return [(x, y, z), (x + width, y, z), (x + width, y + height, z), (x, y + height, z)]


def _table() -> list[Primitive]:
    """A breadboard on four damped legs, with its rows of threaded holes."""
    middle, wide = (LEFT + RIGHT) / 2, RIGHT - LEFT
    parts = [
        bevel_box((wide, 0.2, 2 * DEEP), (middle, TOP - 0.2, 0), "satin", BLACK, bevel=0.012, base=True),
        box((wide - 0.03, 0.004, 2 * DEEP - 0.03), (middle, TOP, 0), "metal", "#A3ABB0", base=True),
        box((wide - 0.1, 0.02, 0.004), (middle, TOP - 0.1, DEEP + 0.002), "satin", ORANGE),
    ]
    xs, zs = np.meshgrid(np.arange(LEFT + 0.075, RIGHT - 0.05, 0.05), np.arange(-0.6, 0.61, 0.05))
    holes = [
        [(x - r, y, z + r), (x + r, y, z + r), (x + r, y, z - r), (x - r, y, z - r)]
        for x, z in zip(xs.ravel(), zs.ravel(), strict=True)
        for r, y in ((0.007, TOP + 0.0055),)
    ]
    parts.append(panels(holes, "matte", ["#2B3035"]))
    for x in (LEFT + 0.22, RIGHT - 0.22):
        for z in (-0.43, 0.43):
            leg = [
                (0.0, 0.0),
                (0.12, 0.0),
                (0.12, 0.04),
                (0.085, 0.06),
                (0.085, 0.5),
                (0.1, 0.52),
                (0.1, 0.6),
                (0.06, 0.63),
                (0.06, TOP - 0.2),
            ]
            parts.append(transform(lathe(leg, 22, "satin", "#DDE2E4"), (x, 0, z)))
            parts.append(transform(torus(0.1, 0.012, "matte", BLACK, segments=22, sides=6), (x, 0.56, z)))
    ends = [[(LEFT + 0.22, 0.16, z), (RIGHT - 0.22, 0.16, z)] for z in (-0.43, 0.43)] + [
        [(x, 0.16, -0.43), (x, 0.16, 0.43)] for x in (LEFT + 0.22, RIGHT - 0.22)
    ]
    return [*parts, bars(ends, 0.022, "satin", BLACK, sides=8)]


def _post(x: float, z: float, top: float = BEAM - 0.02) -> list[Primitive]:
    """A post in its holder, on a foot with a screw."""
    return [
        cylinder(0.0065, top - TOP, (x, TOP, z), "metal", STEEL, segments=10, base=True),
        cylinder(0.0125, 0.06, (x, TOP + 0.008, z), "satin", BLACK, segments=14, base=True),
        bevel_box((0.036, 0.01, 0.07), (x, TOP + 0.005, z), "satin", BLACK, bevel=0.003, base=True),
        cylinder(0.006, 0.008, (x, TOP + 0.014, z + 0.027), "metal", STEEL, segments=6, base=True),
        transform(
            cylinder(0.005, 0.018, (0, 0, 0), "metal", BRASS, segments=8), (x + 0.017, TOP + 0.05, z), roll=math.pi / 2
        ),
    ]


def _laser(at: tuple[float, float], yaw: float, color: str) -> list[Primitive]:
    """A laser head that shines along its own +X: body with fins, nose, lamp, cable."""
    parts = [
        bevel_box((0.3, 0.1, 0.1), (0, 0.0, 0), "satin", color, bevel=0.012),
        bevel_box((0.34, 0.02, 0.12), (0, -0.07, 0), "metal", "#8D959B", bevel=0.005),
        *[bevel_box((0.012, 0.03, 0.09), (-0.1 + 0.025 * k, 0.06, 0), "satin", color, bevel=0.003) for k in range(9)],
        turned(
            lathe(
                [(0.0, 0.0), (0.03, 0.0), (0.03, 0.02), (0.02, 0.028), (0.008, 0.028), (0.006, 0.02), (0.0, 0.02)],
                20,
                "metal",
                BRASS,
            ),
            (0.15, 0, 0),
            (1, 0, 0),
        ),
        box((0.05, 0.012, 0.004), (-0.08, 0.0, 0.052), "glow", "#59F2A3"),
        bevel_box((0.1, 0.03, 0.004), (0.05, 0.0, 0.052), "satin", "#FFD84A", bevel=0.001),
        *[
            cylinder(0.012, 0.08, (x, -0.12, z), "metal", STEEL, segments=10)
            for x in (-0.13, 0.13)
            for z in (-0.035, 0.035)
        ],
        limb(
            [(-0.15, 0.0, 0), (-0.2, 0.0, 0), (-0.24, -0.06, 0.02), (-0.26, -0.16, 0.03)],
            0.008,
            "matte",
            ORANGE,
            segments=6,
        ),
    ]
    return [transform(part, (at[0], BEAM, at[1]), yaw=yaw) for part in parts]


def _mirror(x: float, z: float, yaw: float) -> list[Primitive]:
    """A round mirror in a mount with two screws; at yaw 0 it looks along +Z."""
    mount = [
        bevel_box((0.06, 0.06, 0.01), (0, 0, -0.018), "satin", BLACK, bevel=0.004),
        bevel_box((0.06, 0.06, 0.01), (0, 0, -0.034), "satin", BLACK, bevel=0.004),
        turned(
            lathe([(0.0, 0.0), (0.0245, 0.0), (0.0245, 0.012), (0.0, 0.012)], 22, "metal", "#EEF3F6"),
            (0, 0, -0.012),
            (0, 0, 1),
        ),
        turned(
            lathe([(0.0245, 0.0), (0.028, 0.0), (0.028, 0.01), (0.0245, 0.01), (0.0245, 0.0)], 22, "satin", BLACK),
            (0, 0, -0.012),
            (0, 0, 1),
        ),
        *[
            turned(cylinder(0.006, 0.03, (0, 0, 0), "metal", BRASS, segments=10), (dx, dy, -0.052), (0, 0, 1))
            for dx, dy in ((0.021, 0.021), (-0.021, -0.021), (-0.021, 0.021))
        ],
    ]
    return [transform(part, (x, BEAM, z), yaw=yaw) for part in mount] + _post(
        x - 0.02 * math.sin(yaw), z - 0.02 * math.cos(yaw)
    )


def _ring_mount(x: float, z: float, along_x: bool, glass: str, *, scale: bool = False) -> list[Primitive]:
    """A lens or a wave plate in a ring; a wave plate has a scale that turns."""
    axis = (1, 0, 0) if along_x else (0, 0, 1)
    parts = [
        turned(
            lathe([(0.0, -0.004), (0.016, -0.002), (0.018, 0.0), (0.016, 0.002), (0.0, 0.004)], 20, "glass", glass),
            (x, BEAM, z),
            axis,
        ),
        turned(
            lathe(
                [(0.018, -0.007), (0.03, -0.007), (0.03, 0.007), (0.018, 0.007), (0.018, -0.007)], 24, "satin", BLACK
            ),
            (x, BEAM, z),
            axis,
        ),
    ]
    if scale:
        parts.append(
            turned(
                lathe([(0.03, -0.003), (0.036, -0.003), (0.036, 0.003), (0.03, 0.003)], 24, "metal", BRASS),
                (x, BEAM, z),
                axis,
            )
        )
    return [*parts, *_post(x, z, BEAM - 0.03)]


def _cube(x: float, z: float) -> list[Primitive]:
    """A splitter: a cube of glass with its slanting layer, on a small stage."""
    layer = sheet(
        [
            [(x - 0.018, BEAM - 0.018, z - 0.018), (x + 0.018, BEAM - 0.018, z + 0.018)],
            [(x - 0.018, BEAM + 0.018, z - 0.018), (x + 0.018, BEAM + 0.018, z + 0.018)],
        ],
        "glass",
        "#7FB7D8",
    )
    return [
        bevel_box((0.04, 0.04, 0.04), (x, BEAM, z), "glass", "#BFE3F2", bevel=0.002),
        layer,
        bevel_box((0.05, 0.012, 0.05), (x, BEAM - 0.028, z), "satin", BLACK, bevel=0.003),
        *_post(x, z, BEAM - 0.03),
    ]


def _optics() -> list[Primitive]:
    """Isolator, wave plates, mirrors, lenses, along both ways."""
    tube = [(0.008, -0.05), (0.024, -0.05), (0.024, 0.05), (0.008, 0.05)]
    isolator = [
        turned(lathe(tube, 22, "satin", "#3A4248"), (-0.1, BEAM, -0.45), (1, 0, 0)),
        turned(torus(0.0245, 0.003, "metal", BRASS, segments=22, sides=5), (-0.12, BEAM, -0.45), (1, 0, 0)),
        *_post(-0.1, -0.45, BEAM - 0.022),
    ]
    return [
        *isolator,
        *_ring_mount(-0.22, -0.45, True, "#CDE6F0", scale=True),
        *_cube(-0.36, -0.45),
        *_ring_mount(-0.6, -0.45, True, "#CDE6F0"),
        *_mirror(-0.85, -0.45, math.pi / 4),
        *_mirror(-0.85, 0.2, 3 * math.pi / 4),
        *_ring_mount(-0.85, -0.14, False, "#CDE6F0"),
        *_ring_mount(-0.66, 0.2, True, "#CDE6F0"),
        *_ring_mount(-0.54, 0.2, True, "#CDE6F0", scale=True),
        *_ring_mount(-0.1, -0.1, False, "#E6CDF0", scale=True),
        *_ring_mount(0.27, 0.2, True, "#CDE6F0", scale=True),
        *_cube(0.36, 0.2),
    ]


def _beams(way: Sequence[Sequence[float]], color: str, sides: int = 6) -> list[Primitive]:
    pairs = [[a, b] for a, b in zip(way[:-1], way[1:], strict=True)]
    return [bars(pairs, 0.0035, "glow", color, sides=sides)]


def _detectors() -> list[Primitive]:
    """Two photodiodes behind the splitter, and one that watches the laser's power; thin beams to each."""
    parts = []
    for x, z, way in ((0.47, 0.2, (-1, 0, 0)), (0.36, 0.33, (0, 0, -1)), (-0.36, -0.58, (0, 0, 1))):
        parts += [
            bevel_box((0.05, 0.05, 0.05), (x, BEAM, z), "satin", "#3A4248", bevel=0.006),
            *_post(x, z, BEAM - 0.025),
            turned(
                lathe(
                    [(0.0, 0.0), (0.006, 0.0), (0.014, 0.004), (0.014, 0.01), (0.006, 0.01), (0.0, 0.004)],
                    16,
                    "metal",
                    BRASS,
                ),
                (x + way[0] * 0.025, BEAM, z + way[2] * 0.025),
                way,
            ),
            limb(
                [
                    (x - way[0] * 0.025, BEAM, z - way[2] * 0.025),
                    (x - way[0] * 0.05, BEAM - 0.02, z - way[2] * 0.05),
                    (x - way[0] * 0.055, TOP + 0.01, z - way[2] * 0.055),
                ],
                0.004,
                "matte",
                BLACK,
                segments=5,
            ),
        ]
    thin = [
        [(0.36, BEAM, 0.2), (0.44, BEAM, 0.2)],
        [(0.36, BEAM, 0.2), (0.36, BEAM, 0.3)],
        [(-0.36, BEAM, -0.45), (-0.36, BEAM, -0.555)],
    ]
    return [*parts, bars(thin, 0.0025, "glow", ROSE, sides=5)]


def _hinge(name: str) -> tuple[float, float, float]:
    return (CELL[0], CELL[1], CELL[2] - SHIELDS[name][0])


def _half(name: str, *, lower: bool, turns: int = 22) -> list[Primitive]:
    """Half a shield, shut: a thick half cylinder along X with its ends; those have ports for the beam."""
    radius, half, _ = SHIELDS[name]
    first, last = (math.pi, 2 * math.pi) if lower else (0.0, math.pi)
    arc = np.linspace(first + 0.012, last - 0.012, turns)
    inner, port = radius - 0.012, 0.026
    color = {"outer": ALLOY, "middle": "#B9C0C5", "inner": COPPER}[name]
    parts: list[Primitive] = []

    def strip(one: tuple[float, float], two: tuple[float, float]) -> Primitive:
        """A band between two circles (x, radius), seen from their left."""
        rows = [[(x, r * math.sin(a), r * math.cos(a)) for a in arc] for x, r in (one, two)]
        return transform(sheet(rows, "metal", color), CELL)

    parts += [strip((half, radius), (-half, radius)), strip((-half, inner), (half, inner))]
    for side in (-1, 1):
        out, within = (side * half, port), (side * (half - 0.012), port)
        rim, rim_in = (side * half, radius), (side * (half - 0.012), inner)
        parts += [
            strip(out, rim) if side > 0 else strip(rim, out),
            strip(rim_in, within) if side > 0 else strip(within, rim_in),
            strip(within, out) if side > 0 else strip(out, within),
        ]
    flange = radius + 0.012
    for z in (-1, 1):
        y = -0.006 if lower else 0.006
        parts.append(
            bevel_box(
                (2 * half, 0.01, 0.024),
                (CELL[0], CELL[1] + y, CELL[2] + z * (flange - 0.012)),
                "metal",
                color,
                bevel=0.002,
            )
        )
    if not lower:
        parts.append(
            limb(
                [
                    (CELL[0] + x, CELL[1] + y * radius, CELL[2] + 0.55 * radius)
                    for x, y in ((-0.06, 0.84), (-0.06, 1.0), (0.06, 1.0), (0.06, 0.84))
                ],
                0.006,
                "satin",
                BLACK,
                segments=6,
            )
        )
    return parts


def _cradle() -> list[Primitive]:
    """What carries the lower halves, and the hinges."""
    x, y, z = CELL
    rods = [
        [(x + s * 0.2, TOP + 0.0, z + d * 0.17), (x + s * 0.2, y - 0.16, z + d * 0.17)]
        for s in (-1, 1)
        for d in (-1, 1)
    ]
    hinges = [
        limb(
            [(x + s * 0.16 - 0.03, y, z - r - 0.01), (x + s * 0.16 + 0.03, y, z - r - 0.01)],
            0.008,
            "metal",
            STEEL,
            segments=8,
        )
        for r, _, _ in SHIELDS.values()
        for s in (-1, 1)
    ]
    return [bars(rods, 0.018, "satin", BLACK, sides=10), *hinges]


def _coils() -> list[Primitive]:
    """Three pairs of square coils about the cell."""
    x, y, z = CELL
    parts = []
    for axis in range(3):
        for side in (-1, 1):
            half, off = 0.062 + 0.008 * axis, side * (0.05 + 0.008 * axis)
            ring = np.array([(-half, -half), (half, -half), (half, half), (-half, half)])
            path = np.zeros((4, 3))
            path[:, (axis + 1) % 3], path[:, (axis + 2) % 3], path[:, axis] = ring[:, 0], ring[:, 1], off
            path += [x, y, z]
            parts += [limb([path[k], path[(k + 1) % 4]], 0.0055, "metal", COPPER, segments=8) for k in range(4)]
    stem = [
        cylinder(0.01, 0.09, (x + s * 0.05, y - 0.15, z), "satin", "#F4F6F7", segments=10, base=True) for s in (-1, 1)
    ]
    return [*parts, *stem, bevel_box((0.16, 0.012, 0.12), (x, y - 0.062, z), "satin", "#F4F6F7", bevel=0.003)]


def _cell() -> list[Primitive]:
    """The glass cell, its sealed stem, and the faint glow of the atoms in it."""
    x, y, z = CELL
    stem = [(0.008, 0.0), (0.006, 0.02), (0.003, 0.035), (0.0, 0.037)]
    frame = [
        [(x + a * 0.036, y - 0.036, z + b * 0.036), (x + a * 0.036, y + 0.036, z + b * 0.036)]
        for a in (-1, 1)
        for b in (-1, 1)
    ]
    return [
        bevel_box((0.075, 0.075, 0.075), (x, y, z), "glass", "#FFE3B8", bevel=0.005),
        transform(lathe(stem, 12, "glass", "#FFE3B8"), (x, y + 0.036, z)),
        bars(frame, 0.0015, "satin", "#DCEBF0", sides=4),
        *[sphere(0.0032, (x + a, y + b, z + c), "glow", WARM, segments=5, rings=3) for a, b, c in _scattered(26, 0.03)],
    ]


def _scattered(count: int, half: float) -> list[tuple[float, float, float]]:
    found = np.random.default_rng(5).uniform(-half, half, (count, 3))
    return [(float(a), float(b), float(c)) for a, b, c in found]


def _spins() -> list[Primitive]:
    """Arrows of atoms that all lean one way: as they turn about the field, light feels how fast."""
    parts = []
    lean = np.array([math.sin(0.5), math.cos(0.5), 0.0])
    for a, b, c in (
        (0, 0, 0),
        (0.021, 0.01, 0.016),
        (-0.021, -0.008, 0.016),
        (0.018, -0.012, -0.018),
        (-0.018, 0.012, -0.018),
    ):
        foot = np.asarray(CELL) + [a, b, c] - lean * 0.012
        tip = foot + lean * 0.018
        parts += [
            bars([[foot, tip]], 0.0022, "glow", "#FFFFFF", sides=6),
            turned(cone(0.0055, 0.011, (0, 0, 0), "glow", "#FFFFFF", segments=8, base=True), tip, lean),
        ]
    return parts


HEAD = (0.4, TOP + 0.42, 0.5)


def _sensor_head() -> list[Primitive]:
    """The same physics made small: a head the size of a hand on a stand, its window to the front."""
    x, y, z = HEAD
    shell = (
        (y - 0.08, x, z, 0.04, 0.035, 3),
        (y - 0.07, x, z, 0.055, 0.05, 3.4),
        (y + 0.07, x, z, 0.055, 0.05, 3.4),
        (y + 0.085, x, z, 0.04, 0.035, 3),
    )
    hull = Hull(shell)
    lead = coil(0.016, 0.0, 0.12, 5, 60) + [x, y - 0.2, z - 0.03]
    return [
        hull.skin(9, 24, "satin", PALE),
        hull.plate(
            (math.pi / 2 - 0.7, math.pi / 2 + 0.7), (y - 0.04, y + 0.05), 0.003, "satin", "#10171C", cells=(8, 6)
        ),
        bevel_box((0.03, 0.03, 0.012), (x, y + 0.005, z + 0.056), "glow", WARM, bevel=0.004),
        transform(
            torus(0.026, 0.003, "metal", COPPER, segments=22, sides=5), (x, y + 0.005, z + 0.06), pitch=math.pi / 2
        ),
        hull.plate(
            (math.pi / 2 - 0.5, math.pi / 2 + 0.5), (y + 0.06, y + 0.066), 0.004, "glow", "#3FC6FF", cells=(5, 2)
        ),
        cylinder(0.07, 0.015, (x, TOP + 0.005, z), "satin", BLACK, segments=24, base=True),
        cylinder(0.011, 0.33, (x, TOP + 0.01, z), "metal", STEEL, segments=12, base=True),
        limb(lead, 0.004, "matte", ORANGE, segments=5),
        cable((x, y - 0.2, z - 0.03), (0.68, 0.75, 0.0), 0.006, "matte", ORANGE, sag=0.12),
    ]


def _waves() -> list[Primitive]:
    """Rings of a field that comes by."""
    return [
        transform(torus(r, 0.0035, "glow", "#3FC6FF", segments=44, sides=4), HEAD, pitch=math.pi / 2)
        for r in (0.1, 0.15, 0.2)
    ]


def _rack() -> list[Primitive]:
    """A rack of instruments: laser drivers, amplifier, counter, computer."""
    x, z = 0.91, -0.27
    front = z + 0.3
    parts = [
        bevel_box((0.56, 0.05, 0.6), (x, 0.04, z), "satin", BLACK, bevel=0.01, base=True),
        bevel_box((0.56, 0.05, 0.6), (x, 1.65, z), "satin", "#3A4248", bevel=0.012, base=True),
        *[
            bevel_box((0.03, 1.6, 0.58), (x + s * 0.265, 0.06, z), "satin", "#3A4248", bevel=0.008, base=True)
            for s in (-1, 1)
        ],
        bevel_box((0.5, 1.6, 0.02), (x, 0.06, z - 0.28), "satin", "#3A4248", bevel=0.005, base=True),
        *[
            cylinder(0.028, 0.04, (x + sx * 0.22, 0, z + sz * 0.24), "satin", BLACK, segments=10, base=True)
            for sx in (-1, 1)
            for sz in (-1, 1)
        ],
    ]
    low = 0.12
    for unit, (tall, kind) in enumerate(
        (
            (0.26, "computer"),
            (0.17, "amplifier"),
            (0.17, "driver"),
            (0.17, "driver"),
            (0.13, "counter"),
            (0.26, "scope"),
            (0.13, "blank"),
            (0.12, "counter"),
        )
    ):
        parts += [transform(part, (x, low, front)) for part in _unit(tall - 0.012, kind, unit)]
        low += tall
    parts.append(
        cable(
            (x - 0.2, 0.4, front + 0.02),
            (x - 0.2, 1.1, front + 0.02),
            0.007,
            "matte",
            BLUE,
            sag=0.1,
            count=12,
            segments=5,
        )
    )
    return [
        *parts,
        cable((0.64, 1.2, z - 0.1), (0.3, TOP + 0.02, -0.5), 0.009, "matte", ORANGE, sag=0.1),
        cable((0.64, 1.0, z), (0.47, TOP + 0.02, 0.12), 0.006, "matte", BLACK, sag=0.08),
    ]


def _unit(tall: float, kind: str, seed: int) -> list[Primitive]:
    """One instrument; the lower middle of its front is the origin."""
    face = "#D9DEE0" if kind in ("driver", "amplifier") else "#4A535A"
    parts = [
        bevel_box((0.48, tall, 0.03), (0, 0, 0), "satin", face, bevel=0.004, base=True),
        box((0.46, tall - 0.02, 0.4), (0, 0.01, -0.21), "matte", "#2A3036", base=True),
        *[
            transform(
                lathe([(0.005, 0.0), (0.005, 0.02), (0.0, 0.02)], 8, "metal", STEEL),
                (s * 0.225, tall / 2, 0.014),
                pitch=math.pi / 2,
            )
            for s in (-1, 1)
        ],
    ]
    y = tall / 2
    if kind == "scope":
        wave = [
            (0.15 * t - 0.13, y + 0.05 * math.sin(9 * t) * math.exp(-1.6 * t), 0.0175) for t in np.linspace(0, 1, 26)
        ]
        parts += [
            bevel_box((0.26, 0.2, 0.006), (-0.08, y, 0.016), "satin", BLACK, bevel=0.002),
            limb(wave, 0.0018, "glow", "#59F2A3", segments=4),
        ]
        parts += [_knob(0.1 + 0.055 * (k % 2), y + 0.06 - 0.06 * (k // 2), 0.014) for k in range(6)]
    elif kind == "driver":
        parts += [
            box((0.1, 0.04, 0.004), (-0.14, y + 0.02, 0.017), "glow", "#12303F"),
            box((0.07, 0.014, 0.002), (-0.14, y + 0.02, 0.0195), "glow", RED),
            *[_knob(-0.02 + 0.08 * k, y, 0.02) for k in range(3)],
        ]
    elif kind == "computer":
        parts += [
            transform(part, (0, y, 0.014)) for part in louvres(0.4, tall - 0.06, 9, "satin", "#5A646B", depth=0.01)
        ]
    else:
        parts += [
            transform(part, (-0.1, y, 0.0155))
            for part in lamps(0.2, tall * 0.5, 8, 3, 0.01, ("#59F2A3", "#FFB000", "#3FC6FF"), seed=seed)
        ]
        parts += [_knob(0.1 + 0.06 * k, y, 0.015) for k in range(2 if kind != "blank" else 0)]
    return parts


def _knob(x: float, y: float, radius: float) -> Primitive:
    return transform(
        lathe([(radius, 0.0), (radius * 0.9, 0.018), (0.0, 0.02)], 14, "satin", BLACK), (x, y, 0.014), pitch=math.pi / 2
    )


def _monitor() -> list[Primitive]:
    """A screen on an arm over the table."""
    x, y, z = SCREEN_AT
    return [
        bevel_box((SCREEN[0] + 0.04, SCREEN[1] + 0.04, 0.035), (x, y, z - 0.022), "satin", BLACK, bevel=0.01),
        bevel_box((0.2, 0.2, 0.05), (x, y, z - 0.06), "satin", "#3A4248", bevel=0.015),
        limb([(x, TOP + 0.005, z - 0.11), (x, y, z - 0.11), (x, y, z - 0.06)], 0.022, "metal", STEEL, segments=12),
        cylinder(0.06, 0.02, (x, TOP + 0.004, z - 0.11), "satin", BLACK, segments=20, base=True),
    ]


def _picture() -> list[Primitive]:
    """What a trace looks like: the field over the last minute, a grid and two figures."""
    grid = [_bar(-0.37, -0.15 + 0.06 * k, 0.74, 0.0015, 0.0015) for k in range(5)] + [
        _bar(-0.37 + 0.0925 * k, -0.15, 0.0015, 0.24, 0.0015) for k in range(9)
    ]
    xs = np.linspace(-0.37, 0.37, 90)
    ys = (
        -0.03
        + 0.012 * np.sin(xs * 60)
        + 0.085 * np.exp(-((xs - 0.12) ** 2) / 0.003)
        - 0.04 * np.exp(-((xs - 0.2) ** 2) / 0.002)
    )
    line = [
        [
            (xs[k], ys[k] - 0.003, 0.004),
            (xs[k + 1], ys[k + 1] - 0.003, 0.004),
            (xs[k + 1], ys[k + 1] + 0.003, 0.004),
            (xs[k], ys[k] + 0.003, 0.004),
        ]
        for k in range(89)
    ]
    head = [_bar(-0.37, 0.15, 0.2, 0.03), _bar(0.13, 0.145, 0.24, 0.045), _bar(-0.37, 0.12, 0.74, 0.002)]
    return _flat(
        [*grid, *line, *head], [*["#1C4A5E"] * len(grid), *["#59F2A3"] * len(line), "#E8F4FA", "#FFB000", "#2B5672"]
    )


def _photons() -> list[Primitive]:
    """A bead that runs along the probe's way."""
    x, z = PROBE[0]
    return [
        sphere(0.013, (x, BEAM, z), "glow", "#FFFFFF", segments=10, rings=6),
        sphere(0.022, (x, BEAM, z), "light", RED, segments=10, rings=6),
    ]


def _idle() -> Motion:
    """Spins turn about the field for ever."""
    return Motion("idle", (spin("spins", (0, 1, 0), 4, 6.0),), loop=True)


def _run() -> Motion:
    """Shields shut from the inside out, light runs, atoms answer, a field comes by, shields open again."""
    whole = 17.0
    tracks: list[Track] = []
    for place, name in enumerate(("inner", "middle", "outer")):
        angle, start = SHIELDS[name][2], 0.5 + 1.3 * place
        end = 11.0 + 1.3 * (2 - place)
        tracks.append(
            swing(
                f"shield-{name}",
                (1, 0, 0),
                [(0, 0), (start, 0), (start + 1.5, angle), (end, angle), (end + 1.6, 0), (whole, 0)],
            )
        )
    way = np.array([(x, BEAM, z) for x, z in PROBE])
    reached = np.append(0.0, np.cumsum(np.linalg.norm(np.diff(way, axis=0), axis=1)))
    first, last = 5.2, 8.0
    times = (0.0, *(first + (last - first) * reached / reached[-1]), whole)
    moved = np.concatenate([np.zeros((1, 3)), way - way[0], (way[-1] - way[0])[None]])
    tracks.append(
        Track("light", "translation", tuple(map(float, times)), tuple(tuple(map(float, row)) for row in moved))
    )
    tracks += [
        grow("light", [(0, 0), (first, 0), (first + 0.1, 1), (last, 1), (last + 0.1, 0), (whole, 0)], smooth=False),
        appear("halo", 6.8, 10.6),
    ]
    rings = pulse("waves", 4.0, 4, low=0.2, high=1.25)
    tracks.append(
        Track(
            "waves",
            "scale",
            (0.0, *(float(at) + 7.4 for at in rings.times[1:]), 11.6, whole),
            ((0.0,) * 3, *[tuple(v) for v in rings.values[1:]], (0.0,) * 3, (0.0,) * 3),
        )
    )
    return Motion("run", tuple(tracks))
