"""The golden chandelier of a dilution refrigerator, hung in an open frame, 4.2 m tall."""

from __future__ import annotations

import math

import numpy as np

from hallwright.catalogue.rig import Part, Rig
from hallwright.geometry.lofting import bars, circle_path, coil, limb, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, transform

GOLD, COPPER, STEEL, GRAPHITE = "#FFC45C", "#E08A52", "#C9D0D4", "#2A2F35"
PLATES = ((3.52, 0.98, 0.07), (2.98, 0.88, 0.055), (2.46, 0.78, 0.05), (1.98, 0.67, 0.05), (1.58, 0.55, 0.045))
"""Height of the underside, radius, thickness of each plate, from warm to cold."""


def build() -> Rig:
    """Named parts, from the outside in."""
    return Rig(
        {
            "frame": Part(_frame()),
            "plates": Part(_plates()),
            "rods": Part(_rods()),
            "coax": Part(_coax()),
            "vessels": Part(_vessels()),
            "chip": Part(_chip()),
        }
    )


def far() -> list[Primitive]:
    """Plates, a core and the frame."""
    plates = [cylinder(r, t, (0, y, 0), "matte", GOLD, segments=14, base=True) for y, r, t in PLATES]
    core = lathe([(0.16, 0.95), (0.3, 1.0), (0.3, 1.5), (0.4, 2.0), (0.5, 3.5)], 10, "matte", "#C98F3C")
    posts = [
        box((0.1, 4.0, 0.1), (x, 0.1, z), "matte", GRAPHITE, base=True) for x in (-1.22, 1.22) for z in (-1.22, 1.22)
    ]
    top = box((2.5, 0.16, 2.5), (0, 4.0, 0), "matte", GRAPHITE, base=True)
    return [*plates, core, *posts, top, cylinder(1.15, 0.12, (0, 0, 0), "matte", GRAPHITE, segments=16, base=True)]


def _frame() -> list[Primitive]:
    posts = [
        bevel_box((0.11, 4.0, 0.11), (x, 0.06, z), "satin", GRAPHITE, base=True)
        for x in (-1.22, 1.22)
        for z in (-1.22, 1.22)
    ]
    beams = []
    for side in (-1.22, 1.22):
        for y in (0.06, 4.1):
            beams += [
                box((2.3, 0.12, 0.11), (0, y, side), "satin", GRAPHITE),
                box((0.11, 0.12, 2.3), (side, y, 0), "satin", GRAPHITE),
            ]
    cross = [
        bevel_box((2.4, 0.14, 0.3), (0, 4.05, 0), "satin", GRAPHITE),
        bevel_box((0.3, 0.14, 2.4), (0, 4.05, 0), "satin", GRAPHITE),
    ]
    floor = [
        cylinder(1.1, 0.1, (0, 0, 0), "satin", "#15181B", segments=40, base=True, top_radius=1.06),
        transform(torus(1.0, 0.022, "glow", "#BFE6FF", segments=48, sides=5), (0, 0.11, 0)),
    ]
    corner = [box((0.04, 3.6, 0.012), (x, 0.3, 1.262), "glow", "#9AD8FF", base=True) for x in (-1.22, 1.22)]
    return posts + beams + cross + floor + corner


def _plates() -> list[Primitive]:
    """Each plate: a bevelled disc with a steel-bright rim and a ring of bolts."""
    parts = []
    for y, radius, thick in PLATES:
        edge = 0.012
        profile = [
            (0.0, y),
            (radius - edge, y),
            (radius, y + edge),
            (radius, y + thick - edge),
            (radius - edge, y + thick),
            (0.0, y + thick),
        ]
        parts.append(lathe(profile, 48, "metal", GOLD))
        ring = circle_path(radius - 0.06, 20, y=y)
        heads = np.stack([ring + (0, thick + 0.02, 0), ring - (0, 0.02, 0)], axis=1)
        parts.append(bars(heads, 0.017, "metal", STEEL, sides=6))
    neck = [
        cylinder(0.28, 0.42, (0, 3.59, 0), "metal", STEEL, segments=24, base=True),
        cylinder(0.5, 0.06, (0, 3.95, 0), "metal", GOLD, segments=32, base=True),
    ]
    return parts + neck


def _rods() -> list[Primitive]:
    """Slender supports between plates: steel above, gold below."""
    parts = []
    for place, (upper, lower) in enumerate(zip(PLATES, PLATES[1:], strict=False)):
        ring = circle_path(lower[1] - 0.1, 6)
        ring = ring @ _turn(place * 0.5).T
        ends = np.stack([ring + (0, lower[0] + lower[2], 0), ring + (0, upper[0], 0)], axis=1)
        parts.append(bars(ends, 0.02, "metal", STEEL if place < 2 else GOLD, sides=8))
        feet = np.concatenate(
            [
                np.stack([ring + (0, y, 0), ring + (0, y + 0.05, 0)], axis=1)
                for y in (lower[0] + lower[2], upper[0] - 0.05)
            ]
        )
        parts.append(bars(feet, 0.036, "metal", COPPER, sides=8))
    return parts


def _turn(angle: float) -> np.ndarray:
    cos, sin = math.cos(angle), math.sin(angle)
    return np.array([[cos, 0, sin], [0, 1, 0], [-sin, 0, cos]])


def _coax() -> list[Primitive]:
    """Lines that run down from plate to plate, each with the loop that takes up its shrinking."""
    parts = []
    for place, (upper, lower) in enumerate(zip(PLATES, PLATES[1:], strict=False)):
        low, high = lower[0] + lower[2], upper[0]
        count = 14 - 2 * place
        line_of = {
            color: limb(_looped(low, high, lower[1] * 0.66), 0.0095, "metal", color, segments=5, caps=False)
            for color in (GOLD, COPPER)
        }
        for line in range(count):
            angle = 2 * math.pi * line / count + place * 0.2
            parts.append(transform(line_of[GOLD if (line + place) % 3 else COPPER], yaw=angle))
            block = box((0.036, 0.09, 0.036), (lower[1] * 0.66, low + 0.05, 0), "metal", COPPER if line % 2 else STEEL)
            parts.append(transform(block, yaw=angle))
    return parts


def _looped(low: float, high: float, radius: float) -> list[tuple[float, float, float]]:
    """A line from plate to plate with one U-bend, standing ``radius`` from the axis."""
    middle, bow = (low + high) / 2, (high - low) * 0.17
    bend = [
        (radius + bow * (0.2 + 1.0 * math.sin(a)), middle - bow * math.cos(a), bow * 0.55 * math.sin(2 * a))
        for a in np.linspace(0.0, math.pi, 8)
    ]
    return [
        (radius, low, 0.0),
        (radius, middle - bow * 1.15, 0.0),
        *bend,
        (radius, middle + bow * 1.15, 0.0),
        (radius, high, 0.0),
    ]


def _vessels() -> list[Primitive]:
    """The cold heart: still, heat exchangers wound in coils, the mixing chamber."""
    still = [
        cylinder(0.2, 0.3, (0, 2.6, 0), "metal", COPPER, segments=24, base=True),
        cylinder(0.23, 0.03, (0, 2.62, 0), "metal", GOLD, segments=24, base=True),
        cylinder(0.23, 0.03, (0, 2.85, 0), "metal", GOLD, segments=24, base=True),
    ]
    wound = [
        limb(coil(0.22, 2.08, 2.4, 5, 70), 0.018, "metal", STEEL, segments=6),
        limb(coil(0.15, 1.68, 1.94, 5, 60), 0.016, "metal", GOLD, segments=6),
    ]
    pulse = [cylinder(0.055, 0.9, (x, 3.02, 0.26), "metal", STEEL, segments=12, base=True) for x in (-0.14, 0.14)] + [
        cylinder(0.1, 0.07, (x, 3.02, 0.26), "metal", COPPER, segments=14, base=True) for x in (-0.14, 0.14)
    ]
    mixing = [
        cylinder(0.13, 0.14, (0.0, 1.62, 0), "metal", GOLD, segments=24, base=True),
        *[
            transform(bevel_box((0.09, 0.2, 0.07), (0.3, 1.74, 0), "metal", COPPER, bevel=0.01), yaw=k * math.pi / 3)
            for k in range(6)
        ],
    ]
    return still + wound + pulse + mixing


def _chip() -> list[Primitive]:
    """What it is all for: copper fingers that hold the chip, hung below the coldest plate."""
    arms = bars(
        [[(x, 0.98, z), (x, 1.58, z)] for x in (-0.16, 0.16) for z in (-0.16, 0.16)], 0.018, "metal", GOLD, sides=8
    )
    cans = [
        cylinder(0.25, 0.035, (0, 1.3, 0), "metal", GOLD, segments=32, base=True),
        cylinder(0.25, 0.035, (0, 0.98, 0), "metal", GOLD, segments=32, base=True),
        cylinder(0.15, 0.22, (0, 1.06, 0), "metal", COPPER, segments=28, base=True, top_radius=0.17),
        lathe([(0.0, 0.74), (0.1, 0.76), (0.13, 0.82), (0.13, 0.98)], 28, "metal", GOLD),
        box((0.11, 0.11, 0.006), (0, 0.88, 0.134), "glow", "#7FE3FF"),
    ]
    lines = [
        transform(limb([(0.2, 1.58, 0), (0.215, 1.45, 0), (0.2, 1.335, 0)], 0.008, "metal", COPPER, segments=4), yaw=a)
        for a in np.linspace(0, 2 * math.pi, 16, endpoint=False)
    ]
    return [arms, *cans, *lines]
