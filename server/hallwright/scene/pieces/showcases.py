"""What exhibitors show their samples in: shelves, cabinets, plinths. Own frame: front +Z."""

from __future__ import annotations

import math
from collections.abc import Sequence

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import box, cylinder, lathe, sphere, transform, tube
from hallwright.scene.materials import ALUMINIUM, GRAPHITE, LAMINATE, OAK, PAPER, SHADE, STEEL, WARM
from hallwright.scene.pieces.flats import rect, ring

Shape = Sequence[Primitive]
COPPER, BRASS = "#D9A066", "#D8B25A"
SHELVES, DISPLAYS = 4, 6


def shelf(color: Color, variation: int) -> Shape:
    """Shelves with folders and samples (two fillings), a lit glass cabinet, or a wall of slats to hang samples on."""
    made = (_shelves, _shelves, _cabinet, _slat_wall)[variation % SHELVES](color, variation)
    return [*made, skirt(0.9, 0.3, reach=0.2, dark=0.45)]


def _shelves(color: Color, variation: int) -> Shape:
    frame = [box((0.03, 1.9, 0.3), (x, 0, 0), "satin", LAMINATE, base=True, skip="-y -z") for x in (-0.44, 0.44)]
    boards = [
        box((0.85, 0.028, 0.29), (0, y, 0), "satin", LAMINATE, skip="-x +x -z") for y in (0.12, 0.56, 1.0, 1.44, 1.87)
    ]
    back = [rect(-0.43, 0.12, 0.86, 1.76, -0.14, "satin", SHADE)]
    goods: list[Primitive] = []
    for row, y in enumerate((0.134, 0.574, 1.014, 1.454)):
        for slot in range(3):
            goods += _goods(color, row * 3 + slot + variation * 5, (slot - 1) * 0.27, y)
    return [*frame, *boards, *back, *goods]


def _goods(color: Color, number: int, x: float, y: float) -> Shape:
    shade = (color, PAPER, GRAPHITE, mix(color, PAPER, 0.5), STEEL)[number * 7 % 5]
    match number * 5 % 4:
        case 0:
            return [box((0.2, 0.28, 0.2), (x, y, 0), "matte", shade, base=True, skip="-y -z")]
        case 1:
            return [cylinder(0.07, 0.22, (x, y, 0), "metal", ALUMINIUM, segments=6, base=True)]
        case 2:
            return [box((0.16, 0.14, 0.18), (x, y, 0), "satin", shade, base=True, skip="-y -z")]
    return []


def _cabinet(color: Color, variation: int) -> Shape:
    """Glass on a plinth in the colour; three boards of samples under a lit lid."""
    samples: list[Primitive] = []
    for row, y in enumerate((0.5, 0.96, 1.42)):
        samples.append(box((0.82, 0.015, 0.26), (0, y, 0), "satin", PAPER, skip="-x +x -z -y"))
        for slot, x in enumerate((-0.26, 0.0, 0.26)):
            samples += _sample(row + 2 * slot, x, y + 0.008)
    return [
        box((0.9, 0.46, 0.3), (0, 0, 0), "satin", color, base=True, skip="-y -z"),
        box((0.9, 0.12, 0.3), (0, 1.84, 0), "satin", GRAPHITE, base=True, skip="-z"),
        rect(-0.42, 0.5, 0.84, 1.34, -0.14, "matte", mix(color, PAPER, 0.7)),
        transform(rect(-0.4, -0.1, 0.8, 0.2, 0.0, "glow", WARM), (0, 1.835, 0), pitch=math.pi / 2),
        *samples,
        box((0.88, 1.36, 0.28), (0, 0.47, 0), "glass", None, base=True, skip="-y +y -z"),
    ]


def _sample(number: int, x: float, y: float) -> Shape:
    """A turned, a milled or a wound part."""
    match number % 3:
        case 0:
            return [transform(lathe([(0.09, 0), (0.04, 0.06), (0.04, 0.2), (0, 0.2)], 5, "metal", COPPER), (x, y, 0))]
        case 1:
            return [box((0.15, 0.1, 0.14), (x, y, 0), "metal", STEEL, base=True, skip="-y -z")]
    return [transform(lathe([(0.075, 0), (0.075, 0.16), (0, 0.16)], 6, "metal", BRASS), (x, y, 0))]


def _slat_wall(color: Color, variation: int) -> Shape:
    """A board with grooves under a coloured header; parts hang on it in two rows."""
    grooves = [rect(-0.44, 0.34 + 0.2 * i, 0.88, 0.018, -0.083, "matte", GRAPHITE) for i in range(7)]
    parts: list[Primitive] = []
    for place in range(6):
        x, y = (place % 3 - 1) * 0.28, 0.62 + 0.5 * (place // 3)
        if place % 2:
            parts.append(ring(x, y + 0.12, 0.12, 0.05, -0.03, "metal", STEEL, 10))
        else:
            shade = color if place else PAPER
            parts.append(box((0.2, 0.26, 0.09), (x, y, -0.03), "satin", shade, base=True, skip="-z"))
    return [
        box((0.92, 1.9, 0.06), (0, 0, -0.115), "timber", OAK, base=True, skip="-y -z"),
        *grooves,
        *parts,
        box((0.92, 0.24, 0.09), (0, 1.66, -0.1), "satin", color, base=True, skip="-z"),
        box((0.92, 0.1, 0.3), (0, 0, 0), "satin", LAMINATE, base=True, skip="-y -z"),
    ]


def display(color: Color, variation: int) -> Shape:
    """A plinth with an exhibit under glass."""
    thing = [transform(piece, (0, 0.975, 0)) for piece in _THINGS[variation % DISPLAYS](color)]
    return [
        box((0.56, 0.95, 0.56), (0, 0, 0), "satin", LAMINATE, base=True, skip="-y"),
        rect(-0.28, 0.82, 0.56, 0.05, 0.283, "satin", color),
        *thing,
        box((0.5, 0.36, 0.5), (0, 0.955, 0), "glass", None, base=True, skip="-y"),
        skirt(0.56, 0.56, reach=0.24, dark=0.5),
    ]


def _spindle(color: Color) -> Shape:
    profile = [(0, 0), (0.16, 0), (0.16, 0.05), (0.06, 0.08), (0.06, 0.22), (0.12, 0.25), (0, 0.25)]
    return [lathe(profile, 12, "metal", COPPER)]


def _chip(color: Color) -> Shape:
    return [
        box((0.26, 0.1, 0.26), (0, 0, 0), "metal", GRAPHITE, base=True, skip="-y"),
        box((0.18, 0.05, 0.18), (0, 0.1, 0), "metal", BRASS, base=True, skip="-y"),
    ]


def _ball(color: Color) -> Shape:
    return [sphere(0.13, (0, 0.13, 0), "metal", ALUMINIUM, segments=12, rings=6)]


def _motor(color: Color) -> Shape:
    return [
        cylinder(0.13, 0.26, (0, 0, 0), "satin", color, segments=12, base=True),
        cylinder(0.05, 0.08, (0, 0.26, 0), "metal", STEEL, segments=8, base=True),
    ]


def _arm(color: Color) -> Shape:
    """A robot's arm, as tall as a hand."""
    return [
        cylinder(0.09, 0.06, (0, 0, 0), "metal", GRAPHITE, segments=8, base=True),
        tube([(0, 0.06, 0), (-0.05, 0.2, 0)], 0.035, "satin", color, segments=6),
        tube([(-0.05, 0.2, 0), (0.12, 0.29, 0)], 0.026, "satin", PAPER, segments=6),
        tube([(0.12, 0.29, 0), (0.16, 0.19, 0)], 0.016, "metal", STEEL, segments=5),
        sphere(0.045, (-0.05, 0.2, 0), "metal", GRAPHITE, segments=6, rings=4),
    ]


def _wheel(color: Color) -> Shape:
    """A cogged wheel that stands on its rim."""
    cogs = [
        transform(box((0.045, 0.04, 0.07), (0, 0.132, 0), "metal", STEEL, skip="-y"), roll=i * math.tau / 9)
        for i in range(9)
    ]
    body = transform(
        lathe([(0.04, -0.035), (0.12, -0.035), (0.12, 0.035), (0.04, 0.035)], 14, "metal", STEEL), pitch=math.pi / 2
    )
    return [transform(piece, (0, 0.155, 0), yaw=0.5) for piece in (body, *cogs)]


_THINGS = (_spindle, _chip, _ball, _motor, _arm, _wheel)


def display_far(color: Color) -> Shape:
    """A white box."""
    return [box((0.56, 1.0, 0.56), (0, 0, 0), "matte", LAMINATE, base=True, skip="-y")]
