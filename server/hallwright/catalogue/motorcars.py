"""Cars with two rows of seats: how panels, doors, glass, lamps and running gear make one, and how it opens."""

from __future__ import annotations

import math

import numpy as np

from hallwright.catalogue.bodywork import between, mirrored, panel
from hallwright.catalogue.cabins import carpet, interior, seats
from hallwright.catalogue.rig import Motion, Part, Rig, Track, slide, swing
from hallwright.catalogue.running_gear import battery, chassis, motor
from hallwright.catalogue.vehicles import (
    BLACK,
    DARK,
    DOOR_THICK,
    GAP,
    GLASS,
    LAMP,
    METAL,
    SKIN_THICK,
    TAIL,
    Car,
    Works,
    both,
    door_mirror,
    handle,
    wheels,
)
from hallwright.geometry.lofting import limb
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, transform

OPEN = 1.05
"""Radians that a door swings out."""


def motorcar(car: Car) -> Rig:
    """All parts of a car and its motions ``doors`` and ``run``."""
    works = Works(car)
    skin = car.skin
    floor = skin.low + 0.16
    rear, front = skin.axles
    parts = {
        "chassis": Part(chassis(skin.axles, skin.wheel, skin.low)),
        "battery": Part(battery(1.42, rear + 0.5, front - 0.5, skin.low - 0.02), apart=(0, 0.32, 0)),
        "motor-rear": Part([transform(p, (0, skin.wheel, rear)) for p in motor()], apart=(0, 0.3, -0.75)),
        "motor-front": Part([transform(p, (0, skin.wheel, front)) for p in motor(-0.05)], apart=(0, 0.3, 0.75)),
        "interior": Part(interior(car, floor, -1), apart=(0, 0.75, 0)),
        "seats-left": Part([*seats(car, floor, 1), *carpet(car, floor, 1)], "interior", cut=True),
        "shell": Part(_shell(works), apart=(0, 1.35, 0)),
        "side-left": Part(_flank(works), "shell", cut=True, shades=False),
        "roof": Part(_roof(works), "shell", apart=(0, 0.45, 0), cut=True),
        "bonnet": Part(
            works.lid(*car.bonnet, 0.86), "shell", _hinge(works, car.bonnet[0]), apart=(0, 0.2, 0.35), cut=True
        ),
        "tailgate": Part(
            _tailgate(works),
            "shell",
            (0, float(works.body.roof(np.array(car.roof[0]))) - 0.02, car.roof[0]),
            apart=(0, 0.2, -0.45),
            cut=True,
        ),
        **_doors(works),
        **wheels(car),
    }
    return Rig(parts, _motions(car))


def plain_car(car: Car) -> list[Primitive]:
    """The same outline in few facets."""
    works, skin = Works(car), car.skin
    share = np.concatenate([np.linspace(0, 1, 15), 2 - np.linspace(1, 0, 15)[1:]])
    inside = np.where(share > 1, 2 - share, share)
    z = works.body.wall_length(inside)
    parts = panel(works.body.side, *between(share, skin.low, works.body.shoulder(z)), 3, "matte", car.color)
    parts += works.lid(
        float(works.body.skin.outline[0][0]), float(works.body.skin.outline[-1][0]), 1.0, "matte", thick=0, rows=2
    )
    start, end = skin.cabin[0][0], skin.cabin[-1][0]
    edge, (rear, front) = car.pillar[1], car.roof
    parts += both(works.pane(start, end, 0, edge, "matte", GLASS, rows=3, step=0.3))
    parts += works.pane(rear, front, edge, 180 - edge, "matte", car.roof_color, rows=4, step=0.4)
    parts += works.pane(start, rear, edge, 180 - edge, "matte", GLASS, rows=4, step=0.2)
    parts += works.pane(front, end, edge, 180 - edge, "matte", GLASS, rows=4, step=0.2)
    for side in (-1, 1):
        for axle in skin.axles:
            tyre = cylinder(skin.wheel, 0.24, (0, 0, 0), "matte", BLACK, segments=14)
            rim = cylinder(skin.wheel * 0.62, 0.26, (0, 0, 0), "matte", METAL, segments=8)
            at = (side * car.track, skin.wheel, axle)
            parts += [transform(part, at, roll=math.pi / 2) for part in (tyre, rim)]
    parts += _bar(works, (1 - 0.05, 1.05), 0.0, LAMP) + _bar(works, (-0.05, 0.05), 0.0, TAIL)
    return parts


def _bar(works: Works, shares: tuple[float, float], lower: float, color: str) -> list[Primitive]:
    """A bar of light just below the edge of nose or tail."""
    end = works.car.skin.shoulder[-1 if shares[1] > 0.5 else 0][1]
    return works.round(
        shares, end - 0.1 - lower, end - 0.055 - lower, "glow", color, proud=0.012, thick=0.02, count=10, rows=1
    )


def _hinge(works: Works, z: float) -> tuple[float, float, float]:
    return (0.0, float(works.body.shoulder(np.array(z))) - 0.02, z)


def _flank(works: Works) -> list[Primitive]:
    """The left side but for its doors: wing, quarter, sill, pillars, fixed glass."""
    car, skin = works.car, works.car.skin
    rear, front = car.doors[-1][0], car.doors[0][1]
    color = car.pillar_color or car.color
    start, end = skin.cabin[0][0], skin.cabin[-1][0]
    parts = [
        *works.wall(front + GAP, car.nose),
        *works.wall(car.tail, rear - GAP),
        *works.strip(
            rear,
            front,
            skin.low,
            car.sill - GAP,
            "matte" if car.cladding else "paint",
            DARK if car.cladding else car.color,
            proud=0.002,
        ),
        *works.pane(start, end, car.pillar[0], car.pillar[1], "paint", color, thick=0.03, rows=3, proud=0.004),
        *works.pane(start, car.quarter, 0.5, car.pillar[0], "paint", car.color, thick=0.02, rows=5),
        *works.pane(car.quarter, rear - 0.005, 1, car.pillar[0], "glass", GLASS, proud=-0.004),
        *works.pane(front - 0.22, end, 1, car.pillar[0], "glass", GLASS, proud=-0.004),
        *works.pane(front - 0.245, front - 0.21, 0.5, car.pillar[0], "satin", BLACK, thick=0.03, rows=4),
        *works.lid(car.tail, rear, 0, "satin", BLACK, across=(1.0, 0.9), rows=1, thick=0.012),
        *works.lid(front - 0.3, car.bonnet[0], 0, "satin", BLACK, across=(1.0, 0.9), rows=1, thick=0.012),
        *works.lid(*car.bonnet, 0, across=(1.0, 0.865), rows=2),
        *[part for axle in skin.axles for part in works.well(axle)],
    ]
    if car.cladding:
        parts += [part for axle in skin.axles for part in works.lip(axle)]
    return parts


def _shell(works: Works) -> list[Primitive]:
    """The right side, both ends, lamps: what the doors hang from."""
    car = works.car
    nose, tail = float(works.body.along(car.nose)), float(works.body.along(car.tail))
    top = car.skin.shoulder[-1][1]
    return [
        *mirrored(_flank(works)),
        *works.round(
            (nose + 0.0008, 2 - nose - 0.0008), 0.262, None, "paint", car.color, thick=SKIN_THICK, count=38, rows=8
        ),
        *works.round(
            (-tail + 0.0008, tail - 0.0008),
            0.352,
            car.gate - GAP,
            "paint",
            car.color,
            thick=SKIN_THICK,
            count=38,
            rows=5,
        ),
        *works.lid(car.bonnet[1] + GAP, car.skin.outline[-1][0], 1.0, rows=10),
        *works.round(
            (nose + 0.01, 2 - nose - 0.01), 0.2, 0.262, "matte", DARK, proud=0.004, thick=0.03, count=32, rows=2
        ),
        *works.round((-tail + 0.01, tail - 0.01), 0.2, 0.352, "matte", DARK, proud=0.004, thick=0.03, count=32, rows=2),
        *works.round((0.955, 1.045), 0.3, 0.4, "matte", BLACK, proud=0.004, count=16, rows=2),
        *_headlamps(works, nose, top),
        *_taillamps(works, tail),
        *_plate(works),
    ]


def _headlamps(works: Works, nose: float, top: float) -> list[Primitive]:
    """A bar of light from side to side, and below its ends a dark housing with three beams."""
    low = top - 0.1
    parts = works.round(
        (nose + 0.006, 2 - nose - 0.006), low + 0.045, low + 0.068, "glow", LAMP, proud=0.007, count=36, rows=1
    )
    for first, last in ((nose + 0.012, nose + 0.052), (2 - nose - 0.052, 2 - nose - 0.012)):
        parts += works.round((first, last), low - 0.085, low + 0.03, "satin", BLACK, proud=0.005, count=10, rows=3)
        wide = (last - first) / 3
        for k in range(3):
            middle = first + wide * (k + 0.5)
            parts += works.round(
                (middle - wide * 0.3, middle + wide * 0.3),
                low - 0.06,
                low + 0.0,
                "glow",
                LAMP,
                proud=0.01,
                count=3,
                rows=1,
            )
    return parts


def _taillamps(works: Works, tail: float) -> list[Primitive]:
    """The ends of the red bar; its middle is on the tailgate."""
    low = works.car.skin.shoulder[0][1] - 0.13
    parts = []
    half = works.car.gate_half + 0.002
    for first, last in ((-tail, -half), (half, tail)):
        parts += works.round((first, last), low - 0.02, low + 0.055, "satin", "#5A1216", proud=0.004, count=14, rows=2)
        parts += works.round((first, last), low + 0.005, low + 0.03, "glow", TAIL, proud=0.008, count=14, rows=1)
        parts += works.round(
            (first, last),
            works.car.gate,
            works.car.skin.shoulder[0][1] + 0.0,
            "paint",
            works.car.color,
            thick=SKIN_THICK,
            count=14,
            rows=4,
        )
    return parts


def _plate(works: Works) -> list[Primitive]:
    return works.round((-0.018, 0.018), 0.42, 0.53, "satin", "#E9F4EC", proud=0.008, count=6, rows=1)


def _tailgate(works: Works) -> list[Primitive]:
    """Rear glass, deck and the upper tail, in one."""
    car = works.car
    half = car.gate_half
    start, low = car.skin.cabin[0][0], car.skin.shoulder[0][1] - 0.13
    return [
        *works.pane(
            start + 0.02, car.roof[0] - GAP, car.pillar[1] + 1, 179 - car.pillar[1], "satin", BLACK, rows=10, thick=0.02
        ),
        *works.lid(car.skin.outline[0][0], start + 0.03, 0.97, rows=12),
        *works.round((-half, half), car.gate, None, "paint", car.color, thick=SKIN_THICK, count=20, rows=6),
        *works.round((-half, half), low - 0.02, low + 0.055, "satin", "#5A1216", proud=0.004, count=20, rows=2),
        *works.round((-half, half), low + 0.005, low + 0.03, "glow", TAIL, proud=0.008, count=20, rows=1),
    ]


def _roof(works: Works) -> list[Primitive]:
    """Windscreen and roof, with a lidar over the windscreen."""
    car = works.car
    rear, front = car.roof
    inner = car.pillar[1]
    y = float(works.body.roof(np.array(front)))
    parts = [
        *works.pane(
            rear, front, inner + 0.7, 179.3 - inner, "paint", car.roof_color, thick=0.025, rows=12, proud=0.002
        ),
        *works.pane(front + GAP, car.skin.cabin[-1][0] - 0.02, inner + 0.7, 179.3 - inner, "glass", GLASS, rows=12),
        bevel_box((0.3, 0.05, 0.16), (0, y + 0.0, front - 0.02), "satin", BLACK, bevel=0.02),
        box((0.22, 0.022, 0.004), (0, y + 0.002, front + 0.061), "metal", "#4C6A86"),
    ]
    for turn in ((60.0, 118.0), (100.0, 134.0)):
        z = car.skin.cabin[-1][0] - np.array([0.1, 0.16, 0.24])
        arm = works.body.cabin(z, np.linspace(*turn, 3)) + [0.0, 0.008, 0.0]
        parts.append(limb(arm, 0.007, "matte", BLACK, segments=4))
    return parts


def _doors(works: Works) -> dict[str, Part]:
    """Front and rear doors of both sides, hinged at their front edges."""
    parts = {}
    car = works.car
    for place, row in enumerate(("f", "r")):
        rear, front = car.doors[place]
        left = _door(works, rear, front, place)
        hinge = works.body.wall(np.array(front), np.array(0.6))
        for name, sign, shape in (("l", 1, left), ("r", -1, mirrored(left))):
            pivot = (sign * (float(hinge[0]) - 0.03), 0.6, front - 0.01)
            parts[f"door-{row}{name}"] = Part(shape, "shell", pivot, apart=(sign * 0.75, 0, 0), cut=sign > 0)
    return parts


def _door(works: Works, rear: float, front: float, place: int) -> list[Primitive]:
    car = works.car
    rear, front = rear + GAP / 2, front - GAP / 2
    edge = front - 0.25 if place == 0 else front - 0.05
    back = rear + 0.05 if place == 0 else rear + 0.03
    z, y = rear + 0.16, float(works.body.shoulder(np.array(rear))) - 0.13
    top = car.pillar[0] - 0.6
    parts = [
        *works.wall(rear, front, car.sill, rows=10, thick=DOOR_THICK),
        *works.pane(back, edge, 1, top, "glass", GLASS, proud=-0.004, rows=6),
        *works.pane(rear, back, 0.5, top, "satin", BLACK, thick=0.03, rows=5),
        *works.pane(edge, front if place else edge + 0.02, 0.5, top, "satin", BLACK, thick=0.03, rows=5),
        *works.pane(rear, edge, 0.0, 2.2, "metal", METAL, proud=0.004, thick=0.02, rows=1),
        *handle(works, z, y),
    ]
    inside = works.body.wall(np.array((rear + front) / 2), np.array(0.62))
    parts.append(
        bevel_box(
            (0.05, 0.06, (front - rear) * 0.5),
            (float(inside[0]) - DOOR_THICK - 0.02, 0.62, (rear + front) / 2),
            "satin",
            "#D5D0C6",
            bevel=0.015,
        )
    )
    if place == 0:
        at = works.body.wall(np.array(front - 0.16), works.body.shoulder(np.array(front - 0.16)))
        parts += door_mirror(float(at[0]), float(at[1]), front - 0.16, car.color)
    return parts


def _swings(at: float, until: float, lag: float = 0.25) -> list[Track]:
    """All doors out, one after another, and in again."""
    tracks = []
    for place, name in enumerate(("fl", "fr", "rl", "rr")):
        sign = -1 if name[1] == "l" else 1
        start, end = at + lag * place, until + lag * place
        keys = [(0.0, 0.0), (start, 0.0), (start + 1.6, sign * OPEN), (end, sign * OPEN), (end + 1.5, 0.0)]
        tracks.append(swing(f"door-{name}", (0, 1, 0), keys))
    return tracks


def _motions(car: Car) -> tuple[Motion, ...]:
    """``doors``: all open and shut. ``run``: doors, bonnet and tailgate open, front wheels steer, all shuts again."""
    lids = [
        swing("bonnet", (1, 0, 0), [(0, 0), (2.2, 0), (3.6, -0.95), (9.5, -0.95), (10.8, 0)]),
        swing("tailgate", (1, 0, 0), [(0, 0), (2.8, 0), (4.4, 1.1), (9.2, 1.1), (10.6, 0)]),
    ]
    steer = [(0.0, 0.0), (4.6, 0.0), (5.8, 0.5), (7.4, -0.5), (8.6, 0.0)]
    turns = [swing(f"steer-{name}", (0, 1, 0), steer) for name in ("fl", "fr")]
    crouch = slide("shell", [(0, (0, 0, 0)), (0.4, (0, -0.015, 0)), (1.2, (0, 0, 0)), (12, (0, 0, 0))])
    return (
        Motion("run", (*_swings(0.6, 9.0), *lids, *turns, crouch)),
        Motion("doors", tuple(_swings(0.2, 4.5))),
    )
