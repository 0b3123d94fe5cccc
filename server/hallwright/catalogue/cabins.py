"""What is inside a car with two rows: floor, seats, dashboard, screens and steering wheel."""

from __future__ import annotations

import numpy as np

from hallwright.catalogue.running_gear import seat
from hallwright.catalogue.vehicles import BLACK, DARK, Car, Works
from hallwright.geometry.lofting import limb, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, transform


def seats(car: Car, floor: float, side: int) -> list[Primitive]:
    """A front seat and half the rear bench."""
    front, back = car.doors[0], car.doors[1]
    first, second = (front[0] + front[1]) / 2 - 0.06, (back[0] + back[1]) / 2 - 0.1
    return [*seat(side * 0.38, first, floor, tall=0.9), *seat(side * 0.36, second, floor, wide=0.62, tall=0.84)]


def carpet(car: Car, floor: float, side: int) -> list[Primitive]:
    """Half the carpet, and half the floor of the boot."""
    rear, front = car.doors[-1][0], car.doors[0][1]
    tail = car.skin.axles[0] - 0.75
    return [
        box(
            (0.76, 0.03, front - rear + 0.3),
            (side * 0.38, floor - 0.03, (front + rear) / 2),
            "matte",
            "#4A5057",
            base=True,
        ),
        box(
            (0.52, 0.02, rear - tail - 0.3),
            (side * 0.26, floor + 0.28, (rear + tail) / 2 - 0.15),
            "matte",
            "#3C4248",
            base=True,
        ),
    ]


def interior(car: Car, floor: float, side: int) -> list[Primitive]:
    """Floor, dashboard, screens, wheel and the right seats."""
    front, dash = car.doors[0], car.doors[0][1] - 0.02
    top = float(Works(car).body.shoulder(np.array(dash))) - 0.06
    parts = [
        *carpet(car, floor, side),
        bevel_box((1.56, 0.24, 0.34), (0, top - 0.24, dash + 0.02), "satin", "#E4E0D8", bevel=0.07, base=True),
        bevel_box((1.5, 0.03, 0.3), (0, top - 0.01, dash + 0.06), "matte", DARK, bevel=0.012, base=True),
        box((1.74, top - 0.12 - floor, 0.03), (0, floor, dash + 0.06), "matte", "#3C4248", base=True),
        bevel_box(
            (0.26, 0.3, 1.0), (0, floor, (front[0] + front[1]) / 2 + 0.1), "satin", "#D5D0C6", bevel=0.06, base=True
        ),
    ]
    screen = [
        bevel_box((0.46, 0.27, 0.018), (0, 0, 0), "satin", BLACK, bevel=0.006),
        box((0.43, 0.24, 0.004), (0, 0, -0.012), "glow", "#1E5F86"),
        box((0.2, 0.05, 0.002), (0.08, 0.06, -0.016), "glow", "#8FE0FF"),
        box((0.12, 0.1, 0.002), (-0.12, -0.03, -0.016), "glow", "#59D69B"),
    ]
    parts += [transform(part, (0, top + 0.03, dash - 0.19), pitch=0.18) for part in screen]
    ring = [
        torus(0.18, 0.017, "satin", DARK, segments=28, sides=6),
        bevel_box((0.34, 0.02, 0.07), (0, 0, 0), "satin", DARK, bevel=0.008),
        cylinder(0.05, 0.03, (0, 0, 0), "satin", BLACK, segments=16),
    ]
    parts += [transform(part, (0.38, top - 0.02, dash - 0.3), pitch=-1.15) for part in ring]
    parts.append(
        limb([(0.38, top - 0.02, dash - 0.3), (0.38, top - 0.12, dash - 0.06)], 0.025, "satin", DARK, segments=8)
    )
    return [*parts, *seats(car, floor, side)]
