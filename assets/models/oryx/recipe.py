"""A wall of dashboards: plants on a map, output as bars, use as rings; nothing on it is measured."""

from __future__ import annotations

import math

import numpy as np

from hallwright.geometry.lofting import bars, limb, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, disc, quad, transform

FRAME, PANEL, DEEP = "#2A3138", "#0C1A2A", "#08121D"
CYAN, BLUE, AMBER, GREEN, WHITE = "#4FD2FF", "#2C7BE5", "#FFB84D", "#54E0A0", "#DCEFFF"
FACE = 0.0
"""Where the screens stand (z); what is drawn on them stands a little nearer."""


def build() -> dict[str, list[Primitive]]:
    """Named parts: the wall, its screens, what they show, the desk in front."""
    return {
        "wall": _wall(),
        "screens": _screens(),
        "map": _map(),
        "charts": [*_bars(), *_rings(), *_lines()],
        "desk": _desk(),
    }


def far() -> list[Primitive]:
    """The wall with its three screens."""
    return [
        box((8.4, 4.2, 0.4), (0, 0, -0.5), "matte", FRAME, base=True),
        *[_plate(x, 2.5, wide, 2.9, 0.0, DEEP) for x, wide in ((-2.95, 2.3), (0.0, 3.4), (2.95, 2.3))],
        *[_plate(-3.7 + 0.5 * k, 1.7 + 0.15 * (k % 3), 0.28, 0.7 + 0.3 * (k % 3), 0.03, CYAN) for k in range(4)],
        *[
            _plate(x, y, 0.5, 0.3, 0.03, color)
            for x, y, color in ((-0.9, 2.6, CYAN), (0.3, 2.9, AMBER), (0.9, 2.1, GREEN))
        ],
        box((3.6, 0.95, 0.6), (0, 0, 0.65), "matte", "#E6EAED", base=True),
    ]


def _plate(x: float, y: float, wide: float, high: float, z: float, color: str) -> Primitive:
    """A shining rectangle that looks at the visitor."""
    left, low = x - wide / 2, y - high / 2
    corners = [
        (left, low, FACE + z),
        (left + wide, low, FACE + z),
        (left + wide, low + high, FACE + z),
        (left, low + high, FACE + z),
    ]
    return quad(corners, "glow", color)


def _wall() -> list[Primitive]:
    parts = [bevel_box((8.4, 4.3, 0.42), (0, 0, -0.45), "satin", FRAME, bevel=0.05, base=True)]
    parts += [
        bevel_box((0.07, 4.1, 0.1), (x, 0.1, -0.2), "metal", "#AEB6BC", bevel=0.02, base=True)
        for x in (-4.1, -1.76, 1.76, 4.1)
    ]
    parts += [box((8.1, 0.03, 0.03), (0, y, -0.2), "glow", CYAN) for y in (0.55, 4.12)]
    parts.append(bevel_box((8.5, 0.14, 0.7), (0, 0, -0.35), "satin", "#1C2228", bevel=0.03, base=True))
    return parts


def _screens() -> list[Primitive]:
    parts = []
    for x, wide in ((-2.95, 2.3), (0.0, 3.4), (2.95, 2.3)):
        parts.append(bevel_box((wide, 3.3, 0.16), (x, 2.35, -0.16), "satin", "#11171D", bevel=0.02))
        parts.append(_plate(x, 2.35, wide - 0.1, 3.2, -0.06, PANEL))
        parts.append(_plate(x, 3.83, wide - 0.2, 0.14, -0.05, "#12304A"))
        parts.append(_plate(x - wide / 2 + 0.42, 3.83, 0.5, 0.05, -0.04, WHITE))
        parts += [
            _plate(x + wide / 2 - 0.2 - 0.12 * k, 3.83, 0.06, 0.06, -0.04, c)
            for k, c in enumerate((GREEN, AMBER, CYAN))
        ]
    return parts


def _map() -> list[Primitive]:
    """A field of dots as a map, plants on it as towers of light, and arcs of data between them."""
    parts = []
    seed = np.random.default_rng(30)
    for row in range(17):
        for column in range(29):
            x, y = -1.45 + column * 0.1035, 1.12 + row * 0.15
            land = math.sin(0.9 * x * 2 + 0.6) + math.cos(1.6 * y - 1.2) + 0.5 * math.sin(3.1 * x + 2.3 * y)
            if land > -0.45:
                bright = seed.random()
                parts.append(_plate(x, y, 0.045, 0.045, -0.045, BLUE if bright < 0.7 else "#5AA5F5"))
    plants = [(-1.0, 2.1), (-0.45, 2.9), (0.15, 2.3), (0.7, 3.05), (1.05, 2.0), (0.45, 1.5), (-0.6, 1.45)]
    for k, (x, y) in enumerate(plants):
        color = (CYAN, AMBER, GREEN)[k % 3]
        parts += [
            transform(disc(0.09, (0, 0, 0), "glow", color, inner=0.06), (x, y, -0.03), pitch=math.pi / 2),
            _plate(x, y, 0.05, 0.05, -0.02, WHITE),
        ]
    for (ax, ay), (bx, by) in zip(plants, plants[1:] + plants[:1], strict=True):
        turn = np.linspace(0, math.pi, 9)
        path = [
            (ax + (bx - ax) * k / 8, ay + (by - ay) * k / 8, -0.02 + 0.14 * math.sin(a)) for k, a in enumerate(turn)
        ]
        parts.append(limb(path, 0.007, "glow", CYAN, segments=4))
    return parts


def _bars() -> list[Primitive]:
    """Output by line, on the left screen."""
    heights = [0.45, 0.62, 0.5, 0.8, 0.72, 0.95, 0.88, 1.1, 0.7, 1.0]
    parts = [_plate(-2.95, 0.98, 1.9, 0.012, -0.04, WHITE)]
    parts += [
        _plate(-3.78 + 0.184 * k, 1.0 + h / 2, 0.11, h, -0.04, AMBER if k == 7 else CYAN) for k, h in enumerate(heights)
    ]
    parts += [_plate(-2.95, 1.0 + 0.3 * k, 1.9, 0.005, -0.045, "#23415E") for k in range(1, 5)]
    return parts


def _rings() -> list[Primitive]:
    """Use of four machines as rings, above the bars and on the right screen."""
    parts = []
    for x, y, share, color in (
        (-3.4, 2.95, 0.72, GREEN),
        (-2.5, 2.95, 0.56, AMBER),
        (2.45, 1.75, 0.84, CYAN),
        (3.45, 1.75, 0.63, GREEN),
    ):
        for part, tone in ((1.0, "#1B3550"), (share, color)):
            turn = np.linspace(math.pi / 2, math.pi / 2 - 2 * math.pi * part, 30)
            z = -0.04 if part == 1.0 else -0.03
            path = [(x + 0.32 * math.cos(a), y + 0.32 * math.sin(a), z) for a in turn]
            parts.append(limb(path, 0.035, "glow", tone, segments=4))
        parts.append(_plate(x, y, 0.2, 0.05, -0.03, WHITE))
    return parts


def _lines() -> list[Primitive]:
    """Two curves over a day and lines of talk with the model, on the right screen."""
    along = np.linspace(0, 1, 26)
    parts = []
    for phase, lift, color in ((0.0, 3.0, CYAN), (1.3, 2.85, AMBER)):
        values = lift + 0.24 * np.sin(7 * along + phase) + 0.1 * np.sin(19 * along + 2 * phase) + 0.25 * along
        points = [(2.0 + 1.9 * a, v, -0.03) for a, v in zip(along, values, strict=True)]
        parts.append(bars([[p, q] for p, q in zip(points, points[1:], strict=False)], 0.014, "glow", color, sides=4))
    parts += [_plate(2.95, 2.55 + 0.3 * k, 1.95, 0.005, -0.045, "#23415E") for k in range(4)]
    parts += [
        _plate(2.05 + w / 2, 1.15 - 0.13 * k, w, 0.05, -0.04, c)
        for k, (w, c) in enumerate(((1.5, WHITE), (1.1, WHITE), (1.75, GREEN)))
    ]
    return parts


def _desk() -> list[Primitive]:
    """A curved control desk with three slanted touch screens."""
    parts = [
        bevel_box((3.6, 0.9, 0.55), (0, 0, 0.66), "satin", "#E9EDEF", bevel=0.05, base=True),
        box((3.5, 0.02, 0.02), (0, 0.12, 0.945), "glow", CYAN),
    ]
    for x in (-1.15, 0.0, 1.15):
        tilted = transform(
            bevel_box((0.95, 0.04, 0.5), (0, 0, 0), "satin", FRAME, bevel=0.015), (x, 1.0, 0.62), pitch=0.42
        )
        glass = quad(
            [(-0.43, 0.025, 0.21), (0.43, 0.025, 0.21), (0.43, 0.025, -0.21), (-0.43, 0.025, -0.21)], "glow", "#10344F"
        )
        dial = transform(torus(0.13, 0.014, "glow", GREEN if x else AMBER), (0, 0.03, 0))
        parts += [tilted, transform(glass, (x, 1.0, 0.62), pitch=0.42), transform(dial, (x, 1.0, 0.62), pitch=0.42)]
    for x in (-2.6, 2.6):
        parts.append(bevel_box((0.5, 1.05, 0.4), (x, 0, 0.55), "satin", "#E9EDEF", bevel=0.05, base=True))
        parts.append(
            transform(
                quad([(-0.2, 0, 0.16), (0.2, 0, 0.16), (0.2, 0, -0.16), (-0.2, 0, -0.16)], "glow", "#174A6B"),
                (x, 1.055, 0.55),
            )
        )
    return parts
