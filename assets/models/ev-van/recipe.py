"""A one-box autonomous shuttle with large windows and sensors on its roof."""

from __future__ import annotations

import math

from hallwright.catalogue.rig import Part, Rig
from hallwright.catalogue.vehicles import DARK, GLASS, LAMP, TAIL, ring, wheel
from hallwright.geometry.lofting import limb, loft
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, transform

BODY, TRIM = "#F2F4F4", "#2E8F6B"
SECTIONS = (
    (-2.58, 0.6, 2.0, 0.86),
    (-2.5, 0.36, 2.2, 0.98),
    (-2.3, 0.28, 2.28, 1.02),
    (2.3, 0.28, 2.28, 1.02),
    (2.5, 0.36, 2.2, 0.98),
    (2.58, 0.6, 2.0, 0.86),
)


def build() -> Rig:
    """Named parts: body, windows, wheels, lamps, sensors."""
    body = loft([ring(z, low, high, half, 7.0, 36) for z, low, high, half in SECTIONS], "paint", BODY)
    belt = loft([ring(z, 0.5, 0.78, half + 0.012, 9.0, 24) for z, _, _, half in SECTIONS[1:5]], "paint", TRIM)
    floor = bevel_box((1.9, 0.2, 4.7), (0, 0.2, 0), "matte", DARK, base=True)
    wheels = [part for z in (-1.6, 1.6) for side in (-1, 1) for part in wheel(0.34, side, side * 0.92, z)]
    return Rig(
        {
            "body": Part([body, belt, floor, *_wells()]),
            "windows": Part(_windows()),
            "wheels": Part(wheels),
            "lamps": Part(_lamps()),
            "sensors": Part(_sensors()),
        }
    )


def far() -> list[Primitive]:
    """A soft box with a dark band and four wheels."""
    wheels = [
        transform(cylinder(0.34, 0.2, (0, 0, 0), "matte", DARK, segments=8), (side * 0.93, 0.34, z), roll=math.pi / 2)
        for z in (-1.6, 1.6)
        for side in (-1, 1)
    ]
    body = loft(
        [ring(z, low, high, half, 7.0, 12) for z, low, high, half in SECTIONS[::2] + SECTIONS[-1:]], "matte", BODY
    )
    band = box((2.07, 0.95, 4.5), (0, 1.5, 0), "matte", GLASS)
    return [body, band, box((1.8, 0.9, 5.18), (0, 1.5, 0), "matte", GLASS), *wheels]


def _wells() -> list[Primitive]:
    return [
        transform(
            cylinder(0.42, 0.05, (0, 0, 0), "matte", DARK, segments=24), (side * 1.005, 0.425, z), roll=math.pi / 2
        )
        for z in (-1.6, 1.6)
        for side in (-1, 1)
    ]


def _windows() -> list[Primitive]:
    parts = [bevel_box((1.62, 1.0, 0.05), (0, 1.52, side * 2.575), "satin", GLASS, bevel=0.02) for side in (-1, 1)]
    for side in (-1, 1):
        x = side * 1.015
        parts += [bevel_box((0.03, 0.92, 1.05), (x, 1.55, z), "satin", GLASS, bevel=0.012) for z in (-1.75, 1.75)]
        parts += [bevel_box((0.03, 1.6, 0.92), (x, 1.21, z), "satin", "#24303A", bevel=0.012) for z in (-0.48, 0.48)]
        parts += [
            box((0.036, 1.6, 0.02), (x, 1.21, 0), "metal", "#C9CED2"),
            box((0.04, 0.3, 0.03), (x, 1.1, 0.1), "metal", "#C9CED2"),
        ]
    return parts


def _lamps() -> list[Primitive]:
    bars = [
        bevel_box((1.5, 0.06, 0.05), (0, 0.9, side * 2.585), "glow", color, bevel=0.015)
        for side, color in ((1, LAMP), (-1, TAIL))
    ]
    board = bevel_box((1.0, 0.16, 0.04), (0, 2.1, 2.54), "glow", "#FFB000", bevel=0.01)
    return [*bars, board]


def _sensors() -> list[Primitive]:
    parts = [bevel_box((1.5, 0.08, 4.2), (0, 2.26, 0), "paint", "#DDE2E4", bevel=0.03, base=True)]
    for z in (-2.0, 2.0):
        parts += [
            cylinder(0.1, 0.1, (0, 2.32, z), "matte", DARK, segments=16, base=True),
            cylinder(0.09, 0.03, (0, 2.42, z), "metal", "#C9CED2", segments=16, base=True),
        ]
    corners = [(side * 1.0, 2.0, z) for side in (-1, 1) for z in (-2.4, 2.4)]
    return parts + [
        limb([corner, (corner[0] * 1.09, corner[1] + 0.02, corner[2])], 0.05, "matte", DARK, segments=8)
        for corner in corners
    ]
