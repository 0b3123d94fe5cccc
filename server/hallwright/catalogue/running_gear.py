"""What electric vehicles stand on and carry: wheels with brakes, motors, a battery of cells, seats."""

from __future__ import annotations

import math

import numpy as np

from hallwright.geometry.hulls import Hull
from hallwright.geometry.lofting import bars, limb, loft, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, merge, transform

TYRE, RIM, DARK, STEEL = "#1C1D1F", "#C9CED2", "#23282C", "#9AA3A9"
COPPER, ORANGE, CELL, TRAY = "#C97B4A", "#F07A1A", "#3E8FB8", "#AEB6BB"


def wheel(radius: float, spokes: int, *, cover: bool = False, color: str = RIM) -> list[Primitive]:
    """A wheel about the origin whose outside looks along +Y: a tyre with grooves and a rim; ``cover`` fills it in."""
    wide, r = 0.118, radius
    tread = [(r * 0.7, -wide), (r * 0.9, -wide), (r * 0.965, -wide * 0.93), (r, -wide * 0.72)]
    for y in (-0.03, 0.02):
        tread += [(r, y), (r - 0.009, y + 0.003), (r - 0.009, y + 0.008), (r, y + 0.011)]
    tread += [(r, wide * 0.72), (r * 0.965, wide * 0.93), (r * 0.9, wide), (r * 0.72, wide * 0.96)]
    inner = r * 0.7
    rim = [
        (inner * 0.9, -wide * 0.9),
        (inner * 0.9, wide * 0.55),
        (inner, wide * 0.86),
        (inner + 0.006, wide * 0.98),
        (inner - 0.008, wide * 0.98),
        (inner * 0.92, wide * 0.78),
    ]
    parts = [lathe(tread, 30, "matte", TYRE), lathe(rim, 28, "metal", color)]
    parts.append(lathe([(inner * 0.9, wide * 0.5), (inner * 0.9, -wide * 0.9)], 28, "matte", DARK))
    hub = [(0.075, wide * 0.3), (0.075, wide * 0.62), (0.06, wide * 0.7), (0.035, wide * 0.72), (0.0, wide * 0.74)]
    parts.append(lathe(hub, 20, "metal", color))
    parts += [_spoke(inner, wide, 2 * math.pi * k / spokes, cover, color) for k in range(spokes)]
    parts += [_nut(2 * math.pi * (k + 0.5) / 5, wide) for k in range(5)]
    return merge(parts)


def _spoke(inner: float, wide: float, turn: float, cover: bool, color: str) -> Primitive:
    """One spoke, slim and bowed; or a broad blade of an aero cover."""
    near, far = (0.05, 0.085) if cover else (0.028, 0.022)
    rows = []
    for share in np.linspace(0, 1, 4):
        radius = 0.05 + (inner * 0.97 - 0.05) * share
        half = near + (far - near) * share
        y = wide * (0.66 + 0.2 * share - (0.1 if not cover else 0.04) * math.sin(math.pi * share))
        skew = 0.05 * share if cover else 0.0
        ring = [(-half, -0.012), (half, -0.012), (half * 0.72, 0.012), (-half * 0.72, 0.012)]
        rows.append([(radius, y + up, side + skew) for side, up in ring])
    return transform(loft(rows, "metal", color), yaw=turn)


def _nut(turn: float, wide: float) -> Primitive:
    nut = cylinder(0.009, 0.014, (0.042, wide * 0.7, 0), "metal", STEEL, segments=6)
    return transform(nut, yaw=turn)


def brake(radius: float) -> list[Primitive]:
    """A disc and its caliper about the origin, outside along +Y; it steers, but does not roll."""
    disc = lathe([(0.06, -0.012), (radius * 0.54, -0.012), (radius * 0.54, 0.012), (0.06, 0.012)], 28, "metal", STEEL)
    bell = lathe([(0.07, 0.0), (0.07, 0.035), (0.0, 0.04)], 16, "metal", "#7F878C")
    caliper = bevel_box((0.07, 0.075, 0.15), (-radius * 0.5, 0.0, 0), "satin", "#D4452C", bevel=0.015)
    return merge([disc, bell, transform(caliper, yaw=0.35)])


def motor(side: float = 0.0) -> list[Primitive]:
    """A drive unit about the origin, its shaft along X: motor, gears, inverter on top, shafts to both wheels."""
    can = [(0.0, -0.15), (0.09, -0.15), (0.115, -0.12), (0.115, 0.12), (0.09, 0.15), (0.0, 0.15)]
    gears = [(0.0, -0.05), (0.1, -0.05), (0.13, -0.03), (0.13, 0.03), (0.1, 0.05), (0.0, 0.05)]
    fins = [
        transform(
            torus(0.118, 0.004, "metal", STEEL, segments=16, sides=3), (side - 0.06 + 0.04 * k, 0, 0), roll=math.pi / 2
        )
        for k in range(4)
    ]
    return merge(
        [
            transform(lathe(can, 24, "metal", TRAY), (side, 0, 0), roll=math.pi / 2),
            transform(lathe(gears, 24, "metal", STEEL), (side + 0.2, 0, 0), roll=math.pi / 2),
            bevel_box((0.36, 0.1, 0.26), (side, 0.15, 0), "satin", "#565F66", bevel=0.02),
            *fins,
            limb(
                [(side + 0.1, 0.18, 0.1), (side + 0.1, 0.2, 0.2), (side + 0.05, 0.08, 0.34)],
                0.014,
                "matte",
                ORANGE,
                segments=6,
            ),
            limb(
                [(side + 0.04, 0.18, 0.1), (side + 0.04, 0.2, 0.2), (side, 0.08, 0.34)],
                0.014,
                "matte",
                ORANGE,
                segments=6,
            ),
            limb([(-0.72, 0, 0), (0.72, 0, 0)], 0.02, "metal", STEEL, segments=10),
        ]
    )


def battery(wide: float, start: float, end: float, low: float, *, cells: int = 44) -> list[Primitive]:
    """A flat pack of blade cells across the floor, in a tray, with a box for its switches and orange cables."""
    length, middle = end - start, (start + end) / 2
    rows = np.linspace(start + 0.1, end - 0.28, cells)
    step = float(rows[1] - rows[0])
    blades = [
        box((wide - 0.16, 0.095, step * 0.8), (0, low + 0.032, z), "metal", CELL, base=True, skip="-y") for z in rows
    ]
    ends = [
        box((0.02, 0.03, step * 0.5), (s * (wide / 2 - 0.072), low + 0.08, z), "metal", COPPER)
        for z in rows
        for s in (-1, 1)
    ]
    tray = [
        bevel_box((wide, 0.03, length), (0, low, middle), "metal", TRAY, bevel=0.012, base=True),
        *[
            bevel_box(
                (0.05, 0.12, length),
                (s * (wide / 2 - 0.02), low + 0.015, middle),
                "metal",
                TRAY,
                bevel=0.015,
                base=True,
            )
            for s in (-1, 1)
        ],
        *[
            bevel_box((wide, 0.12, 0.05), (0, low + 0.015, z), "metal", TRAY, bevel=0.015, base=True)
            for z in (start, end)
        ],
        bevel_box((wide - 0.3, 0.11, 0.16), (0, low + 0.03, end - 0.13), "satin", "#D8DDDF", bevel=0.02, base=True),
    ]
    cables = [
        limb(
            [(x, low + 0.1, end - 0.08), (x, low + 0.13, end + 0.08), (x * 0.5, low + 0.16, end + 0.3)],
            0.016,
            "matte",
            ORANGE,
            segments=6,
        )
        for x in (-0.12, 0.12)
    ]
    return merge([*blades, *ends, *tray, *cables])


def chassis(axles: tuple[float, float], hub: float, low: float) -> list[Primitive]:
    """What stays on the wheels at ``axles`` (rear, front; hubs and lower edge at heights): rails, springs, arms."""
    rear, front = axles
    parts = [
        bevel_box(
            (0.09, 0.1, front - rear - 0.3),
            (side * 0.79, low + 0.02, (rear + front) / 2),
            "satin",
            "#4A5259",
            bevel=0.02,
            base=True,
        )
        for side in (-1, 1)
    ]
    for axle, way in ((rear, -1), (front, 1)):
        parts += [
            bevel_box((1.05, 0.06, 0.12), (0, hub - 0.16, axle + z), "satin", "#4A5259", bevel=0.02)
            for z in (-0.2, 0.2)
        ]
        parts.append(bevel_box((1.1, 0.09, 0.1), (0, hub + 0.06, axle + way * 0.68), "metal", RIM, bevel=0.02))
        for side in (-1, 1):
            parts += [
                limb(
                    [(side * 0.4, hub - 0.14, axle + dz), (side * 0.72, hub - 0.1, axle)],
                    0.022,
                    "metal",
                    RIM,
                    segments=6,
                )
                for dz in (-0.18, 0.18)
            ]
            parts.append(
                limb(
                    [(side * 0.6, hub - 0.06, axle - 0.1), (side * 0.56, hub + 0.42, axle - 0.1)],
                    0.03,
                    "metal",
                    RIM,
                    segments=8,
                )
            )
            parts.append(
                limb(
                    [(side * 0.6, hub + 0.1, axle - 0.1), (side * 0.57, hub + 0.36, axle - 0.1)],
                    0.055,
                    "satin",
                    "#D4452C",
                    segments=12,
                )
            )
            parts.append(
                bevel_box(
                    (0.07, 0.09, 0.6),
                    (side * 0.5, hub + 0.08, axle + way * 0.38),
                    "satin",
                    "#4A5259",
                    bevel=0.02,
                )
            )
    return parts


def seat(
    x: float,
    z: float,
    floor: float,
    *,
    wide: float = 0.52,
    color: str = "#E4E0D8",
    turn: float = 0.0,
    tall: float = 1.0,
) -> list[Primitive]:
    """One seat on its rails, looking along +Z unless turned: cushion, back, head rest."""
    half = wide / 2
    cushion = (
        (0.2, 0, 0.02, half * 0.86, 0.22, 3),
        (0.24, 0, 0.03, half, 0.26, 3.2),
        (0.33, 0, 0.03, half, 0.26, 3.2),
        (0.365, 0, 0.02, half * 0.86, 0.21, 3),
    )
    back = (
        (0.3, 0, -0.2, half * 0.8, 0.05, 2.6),
        (0.38, 0, -0.215, half, 0.075, 3),
        (0.62, 0, -0.27, half * 0.98, 0.065, 3),
        (0.84, 0, -0.325, half * 0.8, 0.055, 2.8),
        (0.9, 0, -0.335, half * 0.6, 0.035, 2.4),
    )
    rest = (
        (0.91, 0, -0.335, 0.09, 0.03, 2.6),
        (0.94, 0, -0.335, 0.13, 0.045, 2.8),
        (1.06, 0, -0.345, 0.125, 0.04, 2.8),
        (1.09, 0, -0.345, 0.09, 0.02, 2.5),
    )
    parts = [
        Hull(cushion).skin(6, 14, "satin", color),
        Hull(back).skin(7, 14, "satin", color),
        Hull(rest).skin(5, 12, "satin", color),
        Hull(back).plate((math.pi / 2 - 0.5, math.pi / 2 + 0.5), (0.42, 0.8), 0.012, "satin", "#3A4046", cells=(4, 6)),
        box((wide * 0.8, 0.06, 0.42), (0, 0.14, 0.02), "matte", DARK, base=True),
        bars(
            [[(s * wide * 0.32, 0.0, -0.16), (s * wide * 0.32, 0.16, -0.14)] for s in (-1, 1)]
            + [[(s * wide * 0.32, 0.0, 0.2), (s * wide * 0.32, 0.16, 0.18)] for s in (-1, 1)],
            0.022,
            "metal",
            STEEL,
        ),
    ]
    return [transform(part, (x, floor, z), yaw=turn, scale=(1.0, tall, 1.0)) for part in parts]
