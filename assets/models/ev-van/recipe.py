"""An autonomous shuttle: one box of glass and light panels, doors that slide, seats that face each other.

Wheels are ``wheel-fl``, ``wheel-fr``, ``wheel-rl``, ``wheel-rr`` (pivot at the hub: its height is the radius), below
``steer-…``; both axles steer.
"""

from __future__ import annotations

import math

import numpy as np

from hallwright.catalogue.bodywork import Skin, mirrored
from hallwright.catalogue.motorcars import plain_car
from hallwright.catalogue.rig import Motion, Part, Rig, Track, slide, spin, swing
from hallwright.catalogue.running_gear import battery, chassis, motor, seat
from hallwright.catalogue.vehicles import (
    BLACK,
    DARK,
    GAP,
    GLASS,
    LAMP,
    METAL,
    SKIN_THICK,
    TAIL,
    Car,
    Works,
    wheels,
)
from hallwright.geometry.lofting import limb
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, lathe, sphere, transform

BODY, TRIM = "#F2F4F4", "#2E8F6B"
SKIN = Skin(
    outline=(
        (-2.61, 0.0),
        (-2.59, 0.55),
        (-2.5, 0.86),
        (-2.2, 0.985),
        (-1.6, 1.01),
        (0.0, 1.01),
        (1.6, 1.01),
        (2.2, 0.985),
        (2.5, 0.86),
        (2.59, 0.55),
        (2.61, 0.0),
    ),
    shoulder=((-2.61, 0.96), (-1.5, 0.97), (1.5, 0.97), (2.61, 0.95)),
    cabin=(
        (-2.57, 1.0, 4.0),
        (-2.53, 1.5, 4.5),
        (-2.44, 1.98, 5.0),
        (-2.2, 2.2, 5.5),
        (-1.4, 2.29, 6.0),
        (0.0, 2.31, 6.0),
        (1.4, 2.28, 6.0),
        (2.1, 2.15, 5.5),
        (2.36, 1.9, 5.0),
        (2.5, 1.45, 4.5),
        (2.57, 0.97, 4.0),
    ),
    axles=(-1.62, 1.62),
    wheel=0.34,
    arch=0.385,
    low=0.24,
    waist=0.8,
    barrel=0.12,
    rake=(0.1, 0.12),
    crown=0.03,
    inset=0.012,
)
CAR = Car(
    skin=SKIN,
    color=BODY,
    track=0.87,
    doors=((0.0, 0.7), (-0.7, 0.0)),
    roof=(-2.1, 2.0),
    bonnet=(2.57, 2.6),
    quarter=-2.3,
    sill=0.32,
    nose=2.25,
    tail=-2.25,
    pillar=(38.0, 46.0),
    roof_color="#E4E9EA",
    spokes=7,
    cover=True,
)
DOOR, HALF = 0.7, 38.0
FLOOR = 0.42


def build() -> Rig:
    """The shuttle: its doors slide, its wheels steer, its lidars turn for ever."""
    works = Works(CAR)
    rear, front = SKIN.axles
    parts = {
        "chassis": Part(chassis(SKIN.axles, SKIN.wheel, SKIN.low)),
        "battery": Part(battery(1.5, rear + 0.55, front - 0.55, SKIN.low, cells=52), apart=(0, 0.35, 0)),
        "motor-rear": Part([transform(p, (0, SKIN.wheel, rear)) for p in motor()], apart=(0, 0.3, -0.8)),
        "interior": Part([*_cabin_floor(-1), *_seats(-1), *_screens()], apart=(0, 0.8, 0)),
        "seats-left": Part([*_cabin_floor(1), *_seats(1)], "interior", cut=True),
        "shell": Part([*mirrored(_flank(works)), *_ends(works)], apart=(0, 1.9, 0)),
        "side-left": Part(_flank(works), "shell", cut=True, shades=False),
        "roof": Part(_roof(works), "shell", apart=(0, 0.6, 0), cut=True),
        **_doors(works),
        **_lidars(),
        **wheels(CAR),
    }
    return Rig(parts, _motions())


def far() -> list[Primitive]:
    """Its outline, with a green belt and sensors."""
    belt = [box((0.02, 0.06, 3.8), (side * 1.006, 0.78, 0), "matte", TRIM, base=True) for side in (-1, 1)]
    pods = [box((0.16, 0.12, 0.16), (0, 2.3, z), "matte", DARK, base=True) for z in (-1.9, 1.9)]
    return [*plain_car(CAR), *belt, *pods]


def _flank(works: Works) -> list[Primitive]:
    """The left side but for its doors."""
    start, end = SKIN.cabin[0][0], SKIN.cabin[-1][0]
    parts = [
        *works.wall(DOOR + GAP, CAR.nose),
        *works.wall(CAR.tail, -DOOR - GAP),
        *works.strip(-DOOR, DOOR, SKIN.low, CAR.sill - GAP, "matte", DARK, proud=0.002),
        *works.pane(start, end, HALF, CAR.pillar[1], "paint", BODY, thick=0.035, rows=3, proud=0.004, step=0.05),
        *[
            part
            for z in (-2.3, 2.25)
            for part in works.pane(z - 0.06, z + 0.06, 0.5, HALF, "paint", BODY, thick=0.03, rows=6)
        ],
        *[
            part
            for z in (-0.79, 0.79)
            for part in works.pane(z - 0.08, z + 0.08, 0.5, HALF, "paint", BODY, thick=0.03, rows=6)
        ],
        *works.pane(-2.24, -0.87, 1, HALF, "glass", GLASS, proud=-0.004, rows=5, step=0.15),
        *works.pane(0.87, 2.19, 1, HALF, "glass", GLASS, proud=-0.004, rows=5, step=0.15),
        *works.pane(2.31, end, 1, HALF, "glass", GLASS, proud=-0.004, rows=5, step=0.03),
        *works.pane(start, -2.36, 1, HALF, "glass", GLASS, proud=-0.004, rows=5, step=0.03),
        *works.strip(0.72, 2.24, 0.78, 0.84, "paint", TRIM, proud=0.003),
        *works.strip(-2.24, -0.72, 0.78, 0.84, "paint", TRIM, proud=0.003),
        *works.strip(-2.1, -1.2, 0.87, 0.9, "glow", "#7FE3BD", proud=0.003),
        *works.strip(1.2, 2.1, 0.87, 0.9, "glow", "#7FE3BD", proud=0.003),
        *[part for axle in SKIN.axles for part in works.well(axle)],
        *[part for axle in SKIN.axles for part in works.lip(axle, 0.045, 0.01)],
    ]
    for z in (-2.28, 2.28):
        at = works.body.wall(np.array(z), np.array(0.93))
        parts += [sphere((0.06, 0.055, 0.085), (float(at[0]) + 0.02, 0.9, z), "satin", BLACK, segments=16, rings=10)]
    return parts


def _ends(works: Works) -> list[Primitive]:
    """Nose and tail, which are alike; only the light tells which is which."""
    nose, tail = float(works.body.along(CAR.nose)), float(works.body.along(CAR.tail))
    parts = []
    for first, last, color in ((nose, 2 - nose, LAMP), (-tail, tail, TAIL)):
        first, last = first + 0.0008, last - 0.0008
        middle, reach = (first + last) / 2, (last - first) / 2
        low = 0.262 if color == LAMP else 0.352
        parts += works.round((first, last), low, None, "paint", BODY, thick=SKIN_THICK, count=36, rows=6)
        parts += works.round(
            (first + 0.01, last - 0.01), 0.2, low, "matte", DARK, proud=0.004, thick=0.03, count=30, rows=2
        )
        parts += works.round((first + 0.012, last - 0.012), 0.78, 0.84, "paint", TRIM, proud=0.004, count=30, rows=1)
        parts += works.round(
            (middle - reach * 0.93, middle + reach * 0.93), 0.64, 0.72, "satin", BLACK, proud=0.005, count=30, rows=2
        )
        parts += works.round(
            (middle - reach * 0.9, middle + reach * 0.9), 0.668, 0.692, "glow", color, proud=0.009, count=30, rows=1
        )
        for sign in (-1, 1):
            at = middle + sign * reach * 0.74
            parts += works.round((at - 0.02, at + 0.02), 0.5, 0.6, "satin", BLACK, proud=0.005, count=6, rows=3)
            parts += works.round((at - 0.014, at + 0.014), 0.52, 0.58, "glow", color, proud=0.009, count=4, rows=1)
        parts += works.round(
            (middle - 0.03, middle + 0.03), 0.42, 0.5, "satin", "#E9F4EC", proud=0.008, count=6, rows=1
        )
    parts += works.lid(SKIN.outline[0][0], SKIN.cabin[0][0], 1.0, rows=10)
    return [*parts, *works.lid(SKIN.cabin[-1][0], SKIN.outline[-1][0], 1.0, rows=10)]


def _roof(works: Works) -> list[Primitive]:
    """Both windscreens, a lettered board, the roof and what cools it."""
    edge = CAR.pillar[1] + 0.6
    rear, front = CAR.roof
    start, end = SKIN.cabin[0][0], SKIN.cabin[-1][0]
    return [
        *works.pane(
            rear, front, edge, 180 - edge, "paint", CAR.roof_color, thick=0.03, rows=14, proud=0.002, step=0.16
        ),
        *works.pane(front + GAP, end - 0.004, edge, 180 - edge, "glass", GLASS, rows=14, step=0.03),
        *works.pane(start + 0.004, rear - GAP, edge, 180 - edge, "glass", GLASS, rows=14, step=0.03),
        bevel_box((1.05, 0.17, 0.05), (0, 1.98, 2.2), "satin", BLACK, bevel=0.015),
        box((0.95, 0.11, 0.004), (0, 1.98, 2.228), "glow", "#FFB000"),
        bevel_box((1.2, 0.07, 1.7), (0, 2.29, 0), "satin", "#DDE2E4", bevel=0.03, base=True),
        *[box((1.0, 0.006, 0.03), (0, 2.362, -0.6 + 0.08 * k), "matte", DARK) for k in range(16)],
        *[bevel_box((0.36, 0.05, 0.36), (0, 2.245, z), "satin", BLACK, bevel=0.02, base=True) for z in (-1.8, 1.8)],
    ]


def _lidars() -> dict[str, Part]:
    """Two drums that turn on the roof and see all round."""
    parts = {}
    for name, z in (("lidar-front", 1.8), ("lidar-rear", -1.8)):
        drum = [
            (0.0, 0.0),
            (0.1, 0.0),
            (0.1, 0.02),
            (0.09, 0.03),
            (0.09, 0.09),
            (0.1, 0.1),
            (0.085, 0.13),
            (0.0, 0.135),
        ]
        parts[name] = Part(
            [
                transform(lathe(drum, 24, "satin", "#3A4248"), (0, 2.298, z)),
                *[
                    transform(
                        box((0.07, 0.05, 0.012), (0, 2.358, 0.088), "metal", "#4C7FA6"), (0, 0, z), yaw=k * math.pi
                    )
                    for k in (0, 1)
                ],
            ],
            "roof",
            (0, 2.3, z),
            apart=(0, 0.25, 0),
        )
    return parts


def _cabin_floor(side: int) -> list[Primitive]:
    """Half the floor, with a yellow edge at the doors."""
    return [
        box((0.92, 0.03, 4.3), (side * 0.46, FLOOR - 0.03, 0), "matte", "#4A5057", base=True),
        box((0.04, 0.004, 1.4), (side * 0.88, FLOOR, 0), "matte", "#E8B90F", base=True),
        bevel_box((0.9, 0.4, 0.5), (side * 0.46, FLOOR, -1.86), "satin", "#D9DEE0", bevel=0.03, base=True),
        bevel_box((0.9, 0.4, 0.5), (side * 0.46, FLOOR, 1.86), "satin", "#D9DEE0", bevel=0.03, base=True),
    ]


def _seats(side: int) -> list[Primitive]:
    """Two seats at each end that face the middle, a pole with a bell button between."""
    parts = []
    for z, turn in ((-1.4, 0.0), (1.4, math.pi)):
        for x in (0.24, 0.7):
            parts += seat(side * x, z, FLOOR, wide=0.44, color="#3F8F75", turn=turn)
    pole = [(side * 0.78, FLOOR, -0.78), (side * 0.78, FLOOR + 1.1, -0.78), (side * 0.76, FLOOR + 1.72, -0.76)]
    for flip in (1, -1):
        path = [(x, y, z * flip) for x, y, z in pole]
        parts.append(limb(path, 0.017, "metal", "#E8B90F", segments=8))
        parts.append(
            bevel_box((0.04, 0.07, 0.05), (side * 0.76, FLOOR + 1.0, -0.78 * flip), "satin", "#D4452C", bevel=0.01)
        )
    return parts


def _screens() -> list[Primitive]:
    """What passengers read: the line, the next stop."""
    parts = []
    for flip in (1, -1):
        for part in (
            bevel_box((0.7, 0.32, 0.03), (0, 0, 0), "satin", BLACK, bevel=0.01),
            box((0.66, 0.28, 0.004), (0, 0, -0.017), "glow", "#15405A"),
            box((0.5, 0.012, 0.002), (0, 0.02, -0.021), "glow", "#7FE3BD"),
            *[
                box((0.03, 0.03, 0.002), (-0.24 + 0.16 * k, 0.02, -0.022), "glow", "#FFFFFF" if k != 2 else "#FFB000")
                for k in range(4)
            ],
        ):
            parts.append(transform(part, (0, 1.9, 2.02 * flip), yaw=0.0 if flip > 0 else math.pi))
    return parts


def _doors(works: Works) -> dict[str, Part]:
    """A pair of doors on each side that part in the middle."""
    parts = {}
    for row, (rear, front) in zip("fr", CAR.doors, strict=True):
        rear, front = rear + GAP / 2, front - GAP / 2
        seam = rear if row == "f" else front
        shape = [
            *works.wall(rear, front, CAR.sill, rows=6, thick=0.045),
            *works.pane(rear + 0.04, front - 0.04, 0.8, HALF - 2, "glass", GLASS, proud=-0.004, rows=6, step=0.15),
            *works.pane(rear, rear + 0.04, 0.3, HALF - 0.6, "satin", BLACK, thick=0.035, rows=6),
            *works.pane(front - 0.04, front, 0.3, HALF - 0.6, "satin", BLACK, thick=0.035, rows=6),
            *works.pane(rear + 0.04, front - 0.04, HALF - 2, HALF - 0.6, "satin", BLACK, thick=0.035, rows=2, step=0.2),
            *works.strip(rear + 0.01, front - 0.01, 0.78, 0.84, "paint", TRIM, proud=0.003),
            *works.strip(
                min(seam, seam + 0.09 * (1 if row == "f" else -1)) + 0.01,
                max(seam, seam + 0.09 * (1 if row == "f" else -1)) - 0.01,
                0.56,
                0.74,
                "metal",
                METAL,
                proud=0.006,
            ),
        ]
        for name, sign, skin in (("l", 1, shape), ("r", -1, mirrored(shape))):
            parts[f"door-{row}{name}"] = Part(
                skin, "shell", (sign * 1.0, 1.0, (rear + front) / 2), (sign * 0.7, 0, 0), sign > 0
            )
    return parts


def _slides(at: float, until: float) -> list[Track]:
    """Doors step out and part, wait, and close."""
    tracks = []
    for row, way in (("f", 1), ("r", -1)):
        for name, sign in (("l", 1), ("r", -1)):
            out, open_ = (sign * 0.11, 0.0, 0.0), (sign * 0.12, 0.0, way * 0.64)
            keys = [
                (0.0, (0.0, 0.0, 0.0)),
                (at, (0.0, 0.0, 0.0)),
                (at + 0.6, out),
                (at + 2.0, open_),
                (until, open_),
                (until + 1.4, out),
                (until + 2.0, (0.0, 0.0, 0.0)),
            ]
            tracks.append(slide(f"door-{row}{name}", keys))
    return tracks


def _motions() -> tuple[Motion, ...]:
    """``doors``, ``run`` with all wheels that steer, and ``idle``: lidars that turn for ever."""
    steer = [(0.0, 0.0), (4.0, 0.0), (5.2, 1.0), (7.0, -1.0), (8.2, 0.0), (11.0, 0.0)]
    turns = [
        swing(f"steer-{name}", (0, 1, 0), [(at, angle * (0.4 if name[0] == "f" else -0.4)) for at, angle in steer])
        for name in ("fl", "fr", "rl", "rr")
    ]
    kneel = slide(
        "shell", [(0, (0, 0, 0)), (0.3, (0, 0, 0)), (1.5, (0, -0.03, 0)), (9.6, (0, -0.03, 0)), (11.0, (0, 0, 0))]
    )
    lidars = (spin("lidar-front", (0, 1, 0), 1, 1.0), spin("lidar-rear", (0, 1, 0), -1, 1.0))
    return (
        Motion("run", (*_slides(0.8, 8.8), *turns, kneel)),
        Motion("doors", tuple(_slides(0.2, 4.0))),
        Motion("idle", lidars, loop=True),
    )
