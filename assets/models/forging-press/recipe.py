"""A die forging press at work: two frames of stacked plates, a moving crosshead under five cylinders, dies, and a
manipulator on rails that brings a glowing billet. 9.8 m tall, a fraction of the real one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from hallwright.catalogue.rig import Motion, Part, Rig, Track, appear, flicker, grow, slide, swing
from hallwright.geometry.cabling import cable, flange, turned
from hallwright.geometry.cutaways import WHOLE, opened, part_turned, ring_plate, shell
from hallwright.geometry.fittings import bolt_circle, ladder, railing, steps, studs
from hallwright.geometry.glowing import graded, halo
from hallwright.geometry.lofting import bars
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.piping import pipe
from hallwright.geometry.shapes import bevel_box, box, cylinder, extrude, lathe, sphere, transform

BLUE, DEEP, PALE, STEEL, CHROME = "#3D7CB2", "#2A5B86", "#E6EAEA", "#AEB6BB", "#E6EBEE"
IRON, DARK, YELLOW, RED, OIL = "#666E74", "#2B3035", "#EDB211", "#B3202C", "#C8871C"
HEAT = ("#FFF3C2", "#FFD06A", "#FF9A2E", "#F0651A")
ASIDE = -0.4
"""The press stands left of the middle, to leave room for the manipulator."""
CYLINDERS = (-1.56, -0.78, 0.0, 0.78, 1.56)
DIE, BILLET, FLAT = 2.0, 0.62, 0.22
"""Height of the lower die's face, of the billet, and of the finished forging."""
STROKE, RAM, ROOM = 0.83, 7.3, 1.35
"""How far the crosshead goes down; where its rams end, and the oil's height above them, at rest."""
IN, RUN = -1.9, 26.0
TOUCH, SHUT, LIFT = 9.0, 12.5, 13.5
"""Seconds at which the die meets the billet, at which it is pressed, and at which the press opens."""


def build() -> Rig:
    """Named parts, from the floor up."""
    parts = {
        "base": Part(_base()),
        "frame-back": Part(_frame(-1.92), apart=(0, 0, -2.4)),
        "frame-front": Part(_frame(0.92), apart=(0, 0, 2.4), cut=True),
        "crown": Part([*_crown(-1), *_barrels()], apart=(0, 2.6, 0)),
        "crown-front": Part(_crown(1), "crown", apart=(0, 0, 1.3), cut=True),
        "oil": Part(_oil(), "crown", (0, RAM + ROOM, 0)),
        "crosshead": Part(_crosshead(), apart=(0, 1.2, 0)),
        "upper-die": Part(_upper_die(), "crosshead", apart=(0, -0.35, 0)),
        "lower-die": Part(_lower_die(), apart=(0, 0.15, 0)),
        "hydraulics": Part(_hydraulics(), apart=(0, 0, -3.4)),
        "operator-deck": Part(_operator_deck(), apart=(-2.0, 0, 0)),
        "gallery": Part(_gallery(), apart=(1.6, 0, 0)),
        "top-rail": Part(_top(), apart=(0, 4.4, 0)),
        "cart": Part(_cart(), apart=(1.6, 0, 0)),
        "jaw-front": Part(_jaw(1), "cart", (2.42, 2.3, 0.13)),
        "jaw-back": Part(_jaw(-1), "cart", (2.42, 2.3, -0.13)),
        "billet": Part(_billet(), pivot=(1.9, DIE, 0), apart=(1.6, 0, 0)),
        "forging": Part(_forging("glow"), pivot=(0, DIE, 0), hidden=True),
        "forging-cold": Part(_forging("metal"), pivot=(0, DIE, 0), hidden=True),
        "die-glow": Part(
            [transform(halo(0, 1.0, "#FF8A2B", 0.75), (0, DIE + 0.012, 0))], pivot=(0, DIE, 0), hidden=True
        ),
        "flakes": Part(_flakes(), pivot=(0, DIE + 0.1, 0), hidden=True),
        "beacons": Part(_beacons("glow"), pivot=(0, 6.5, 0), hidden=True),
    }
    return Rig({name: _aside(part) for name, part in parts.items()}, (_run(),))


def far() -> list[Primitive]:
    """Frames, beams, the crosshead and the glow."""
    parts = [_plate(z - 0.5, 1.0, "matte", BLUE, fine=2) for z in (-1.42, 1.42)]
    parts += [
        box((4.6, 1.05, 1.7), (0, 0.25, 0), "matte", DEEP, base=True),
        box((4.4, 1.9, 1.7), (0, 6.3, 0), "matte", DEEP, base=True),
        box((2.9, 1.3, 2.8), (0, 3.6, 0), "matte", PALE, base=True),
        box((1.9, 0.55, 1.4), (0, 3.05, 0), "matte", IRON, base=True),
        box((1.9, 0.5, 1.5), (0, 1.5, 0), "matte", IRON, base=True),
        *[cylinder(0.2, 1.5, (x, 4.9, 0), "matte", CHROME, segments=8, base=True, caps=False) for x in CYLINDERS],
        *[cylinder(0.36, 0.9, (x, 8.2, 0), "matte", STEEL, segments=8, base=True) for x in CYLINDERS],
        cylinder(0.34, BILLET, (1.9, DIE, 0), "glow", HEAT[2], segments=10, base=True),
        box((0.95, 0.8, 0.8), (3.45, 1.62, 0), "matte", YELLOW, base=True),
        box((0.75, 0.1, 3.4), (-2.82, 1.2, 0), "matte", STEEL),
        box((0.6, 0.08, 3.6), (2.8, 6.3, 0), "matte", STEEL),
        box((0.6, 0.08, 3.6), (-2.8, 6.3, 0), "matte", STEEL),
        railing([(1.7, 8.96, z) for z in (1.86, -1.86)], 0.85, "matte", YELLOW, spacing=2, toe=0),
        railing([(-1.7, 8.96, z) for z in (1.86, -1.86)], 0.85, "matte", YELLOW, spacing=2, toe=0),
    ]
    shifted = [transform(part, (ASIDE, 0, 0)) for part in parts]
    return [*shifted, box((7.2, 0.25, 4.9), (0, 0, 0), "matte", "#565F66", base=True)]


def _aside(part: Part) -> Part:
    pivot = np.asarray(part.pivot, np.float64) + (ASIDE, 0, 0)
    moved = [transform(each, (ASIDE, 0, 0)) for each in part.primitives]
    return replace(part, primitives=moved, pivot=tuple(map(float, pivot)))


# One forging.


def _run() -> Motion:
    """Bring the billet, press it, take the forging away; then a new billet lies in the tongs."""
    tracks = [
        slide(
            "cart", _travel([(1.5, 0), (4.5, IN), (5.2, IN), (7.2, 0), (15.5, 0), (18.0, IN), (18.7, IN), (21.2, 0)])
        ),
        slide("billet", _travel([(1.5, 0), (4.5, IN), (14.0, IN), (14.5, 0)])),
        slide("forging", _travel([(18.7, 0), (21.2, -IN), (RUN, -IN)])),
        slide("forging-cold", _travel([(0, 0), (18.7, 0), (21.2, -IN), (RUN, -IN)])),
        *_pressing(),
        appear("die-glow", 4.2, 19.3, fade=0.5),
        grow(
            "flakes",
            [(0, 0), (TOUCH, 0), (TOUCH + 0.15, 0.5), (TOUCH + 2.2, 1.5), (TOUCH + 3.0, 0), (RUN, 0)],
            smooth=False,
        ),
        flicker("beacons", RUN, [(0.5 * beat, 0.5 * beat + 0.25) for beat in range(45)]),
    ]
    for name, side in (("jaw-front", 1), ("jaw-back", -1)):
        wide = 0.3 * side
        keys = [
            (0, 0),
            (4.5, 0),
            (5.2, wide),
            (18.0, wide),
            (18.7, -0.02 * side),
            (21.6, -0.02 * side),
            (22.0, wide),
            (24.2, wide),
            (24.8, 0),
        ]
        tracks.append(swing(name, (0, 1, 0), keys))
    return Motion("run", tracks)


def _travel(keys: Sequence[tuple[float, float]]) -> list[tuple[float, Sequence[float]]]:
    return [(0.0, (0, 0, 0)), *((at, (x, 0, 0)) for at, x in keys)]


def _pressing() -> list[Track]:
    """The crosshead comes down fast, presses slowly, holds, and rises; oil and billet follow it."""
    gap = 1.05 - BILLET
    down = [(0, 0.0), (7.2, 0.0), (TOUCH, gap), (SHUT, STROKE), (LIFT, STROKE), (LIFT + 2.2, 0.0), (RUN, 0.0)]
    squeeze = [(TOUCH + (SHUT - TOUCH) * share, share) for share in np.linspace(0, 1, 9)]
    pressed: list[tuple[float, float | Sequence[float]]] = [(0, 1.0), (TOUCH, 1.0)]
    for at, share in squeeze[1:]:
        bent = share * share * (3 - 2 * share)
        tall = 1 - (1 - FLAT / BILLET) * bent
        pressed.append((at, (tall**-0.5, tall, tall**-0.5)))
    gone = LIFT - 0.6
    pressed += [(gone, pressed[-1][1]), (gone + 0.05, 0.0), (24.0, 0.0), (25.2, 1.0), (RUN, 1.0)]
    return [
        slide("crosshead", [(at, (0, -fall, 0)) for at, fall in down]),
        grow("oil", [(at, (1, 1 + fall / ROOM, 1)) for at, fall in down]),
        grow("billet", pressed, smooth=False),
        grow("forging", [(0, 0), (gone - 0.05, 0), (gone, 1), (22.2, 1), (22.9, 0), (RUN, 0)], smooth=False),
        grow("forging-cold", [(0, 0), (21.6, 0), (22.3, 1.01), (23.4, 1.01), (24.0, 0), (RUN, 0)], smooth=False),
    ]


# The frame.


def _soft(x0: float, x1: float, y0: float, y1: float, radius: float, fine: int = 5) -> list[tuple[float, float]]:
    """A rectangle with round corners, counter-clockwise."""
    corners = ((x1, y0, -0.5), (x1, y1, 0.0), (x0, y1, 0.5), (x0, y0, 1.0))
    return [
        (
            x + radius * (math.cos(a) - math.copysign(1, x - (x0 + x1) / 2)),
            y + radius * (math.sin(a) - math.copysign(1, y - (y0 + y1) / 2)),
        )
        for x, y, turn in corners
        for a in np.linspace(turn * math.pi, (turn + 0.5) * math.pi, fine)
    ]


def _plate(z: float, thick: float, material: str, color: str, *, fine: int = 5) -> Primitive:
    """A plate with a window, standing across the front, its back at ``z``."""
    flat = extrude(
        _soft(-2.4, 2.4, 0.25, 8.95, 0.75, fine),
        thick,
        material,
        color,
        holes=[_soft(-1.6, 1.6, 1.45, 6.15, 0.45, fine)],
    )
    return transform(flat, (0, 0, z), pitch=math.pi / 2)


def _frame(z: float) -> list[Primitive]:
    """Five plates side by side, held together by bolts through all of them."""
    parts = [_plate(z + 0.2 * k + 0.008, 0.184, "paint", (BLUE, DEEP)[k % 2]) for k in range(5)]
    around_window = [(x, y) for x in (-2.0, 2.0) for y in np.arange(0.85, 8.5, 0.76)]
    around_window += [(x, y) for x in (-1.2, -0.4, 0.4, 1.2) for y in (0.85, 7.4, 8.3)]
    for at, out in ((z, -1), (z + 1.0, 1)):
        feet = np.array([(x, y, at) for x, y in around_window])
        parts.append(studs(feet, (0, 0, out), 0.105, 0.03, "metal", STEEL, sides=16))
        parts.append(studs(feet + (0, 0, 0.03 * out), (0, 0, out), 0.07, 0.06, "metal", "#7D868C"))
    parts += [
        bevel_box((0.03, 4.0, 0.86), (side * 1.585, 3.8, z + 0.5), "metal", "#C9A45A", bevel=0.006) for side in (-1, 1)
    ]
    if z > 0:
        sign = bevel_box((2.5, 0.56, 0.03), (0, 6.78, z + 1.012), "satin", PALE, bevel=0.008)
        stripes = [_stripe(x, 1.28, z + 1.004) for x in np.arange(-1.5, 1.6, 0.3)]
        parts += [sign, *_lettering("80000t", (-0.88, 6.62, z + 1.03)), *stripes]
    front = z + (1.07 if z > 0 else -0.07)
    rods = [[(x, 0.5, front), (x, 8.7, front)] for x in (-2.24, -1.76, 1.76, 2.24)]
    parts.append(bars(rods, 0.045, "metal", STEEL, sides=12))
    for x, *_ in (rod[0] for rod in rods):
        parts += [
            bevel_box((0.17, 0.16, 0.14), (x, y, front), "paint", DEEP, bevel=0.02) for y in (0.62, 3.0, 5.4, 8.58)
        ]
        parts += [cylinder(0.08, 0.1, (x, y, front), "metal", IRON, segments=6, base=True) for y in (0.44, 8.66)]
    return parts


def _lettering(text: str, at: Sequence[float]) -> list[Primitive]:
    """Figures of straight bars that face the front, 0.32 m tall."""
    bars_of = {"8": "abcdefg", "0": "abcdef", "t": "defg"}
    spots = {"a": (0, 2), "g": (0, 1), "d": (0, 0), "f": (-1, 1.5), "b": (1, 1.5), "e": (-1, 0.5), "c": (1, 0.5)}
    parts, x = [], at[0]
    for place, letter in enumerate(text):
        x += 0.12 * (place in (2, 5))
        for name in bars_of[letter]:
            across, up = spots[name]
            size = (0.19, 0.036, 0.01) if name in "adg" else (0.036, 0.17, 0.01)
            parts.append(box(size, (x + 0.09 * across, at[1] + 0.16 * up, at[2]), "satin", DEEP))
        x += 0.31
    return parts


def _stripe(x: float, y: float, z: float) -> Primitive:
    """One slanted bar of a warning stripe that faces the front."""
    flat = extrude(
        [(x - 0.11, y - 0.09), (x + 0.03, y - 0.09), (x + 0.11, y + 0.09), (x - 0.03, y + 0.09)], 0.004, "matte", YELLOW
    )
    return transform(flat, (0, 0, z), pitch=math.pi / 2)


def _base() -> list[Primitive]:
    """Foundation, the beam below the dies, the deck and rails of the manipulator."""
    slab = bevel_box((7.2, 0.25, 4.9), (-ASIDE, 0, 0), "matte", "#59626A", bevel=0.03, base=True)
    edge = [
        box((0.3, 0.01, 0.12), (-ASIDE - 3.3 + 0.6 * k, 0.25, side * 2.32), "matte", YELLOW, base=True, skip="-y")
        for k in range(12)
        for side in (-1, 1)
    ]
    beam = bevel_box((4.6, 1.05, 1.76), (0, 0.25, 0), "paint", DEEP, bevel=0.06, base=True)
    table = bevel_box((3.06, 0.2, 1.76), (0, 1.3, 0), "metal", "#8C949A", bevel=0.02, base=True)
    slots = [box((3.0, 0.012, 0.05), (0, 1.5, z), "matte", DARK, base=True, skip="-y") for z in (-0.78, 0.78)]
    deck = [bevel_box((1.65, 0.08, 1.7), (3.14, 1.3, 0), "satin", "#8A9298", bevel=0.01, base=True)]
    deck += [
        bevel_box((0.12, 1.06, 0.12), (x, 0.25, z), "paint", DEEP, bevel=0.015, base=True)
        for x in (2.5, 3.85)
        for z in (-0.75, 0.75)
    ]
    rails = [
        bevel_box((5.0, 0.06, 0.05), (1.45, 1.5, z), "metal", STEEL, bevel=0.008, base=True) for z in (-0.62, 0.62)
    ]
    rails += [
        bevel_box((1.65, 0.12, 0.09), (3.14, 1.38, z), "paint", DEEP, bevel=0.01, base=True) for z in (-0.62, 0.62)
    ]
    guards = [railing([(2.45, 1.38, z), (3.94, 1.38, z)], 0.9, spacing=0.75) for z in (-0.83, 0.83)]
    sleeve = lathe([(0.13, 1.44), (0.13, 1.9), (0.1, 1.95), (0.075, 1.95)], 20, "metal", IRON)
    sleeves = [transform(sleeve, (x, 0, z)) for x in (-1.3, 1.3) for z in (-1.15, 1.15)]
    foot = [bevel_box((5.2, 0.12, 1.3), (0, 0.25, z), "metal", IRON, bevel=0.02, base=True) for z in (-1.42, 1.42)]
    anchors = [(x, 0.37, z + side * 0.55) for x in (-2.52, 2.52) for z in (-1.42, 1.42) for side in (-1, 1)]
    return [
        slab,
        *edge,
        beam,
        table,
        *slots,
        *deck,
        *rails,
        *guards,
        *foot,
        studs(anchors, (0, 1, 0), 0.05, 0.06),
        *sleeves,
        *_pallets(),
    ]


def _pallets() -> list[Primitive]:
    """Billets that wait, and forgings that have cooled."""
    parts: list[Primitive] = []
    for z, count in ((1.72, 3), (-1.72, 0)):
        parts += [
            bevel_box((1.3, 0.05, 0.16), (3.2, 0.4, z + k), "timber", "#B98F5E", bevel=0.008)
            for k in (-0.5, -0.25, 0, 0.25, 0.5)
        ]
        parts += [
            bevel_box((0.12, 0.12, 1.16), (x, 0.25, z), "timber", "#A67D4D", bevel=0.008, base=True)
            for x in (2.65, 3.2, 3.75)
        ]
        for k in range(count):
            parts += [
                transform(part, (3.2 + 0.03 * k, 0.43 - DIE + 0.255 * k, z), yaw=0.4 * k) for part in _forging("metal")
            ]
        if not count:
            parts += [
                cylinder(0.25, 0.62, (x, 0.43, z + k), "metal", IRON, segments=24, base=True)
                for x in (2.9, 3.5)
                for k in (-0.28, 0.28)
            ]
    return parts


def _crown(side: int) -> list[Primitive]:
    """Half of the upper beam: a wall before or behind the cylinders, its ribs, its half of floor and roof."""
    z = side * 0.84
    parts = [bevel_box((4.5, 1.9, 0.07), (0, 6.3, z), "paint", DEEP, bevel=0.015, base=True)]
    parts += [
        bevel_box((0.09, 1.84, 0.3), (x, 6.33, side * 0.66), "paint", DEEP, bevel=0.015, base=True)
        for x in (-2.1, -1.17, -0.39, 0.39, 1.17, 2.1)
    ]
    for y in (6.28, 8.16):
        flat = extrude(
            [(-2.25, 0.0), (2.25, 0.0), (2.25, 0.86), (-2.25, 0.86)],
            0.08,
            "paint",
            DEEP,
            holes=[_half_hole(x) for x in CYLINDERS],
        )
        parts.append(transform(flat, (0, y, 0), yaw=0.0 if side < 0 else math.pi))
    return parts


def _half_hole(x: float) -> list[tuple[float, float]]:
    return [(x + 0.372 * math.cos(a), 0.012 + 0.372 * math.sin(a)) for a in np.linspace(0, math.pi, 12)]


def _barrels() -> list[Primitive]:
    """The cylinders, opened in front within the crown, with the gland that each ram slides in."""
    wall = [(0.365, 5.95), (0.365, 6.1), (0.33, 6.14), (0.33, 8.5)]
    one = [
        *shell(wall, 0.1, opened(0.95), ("metal", STEEL), ("metal", "#D7DDE0"), segments=36, edge=RED),
        part_turned(ring_plate(0.205, 0.37, 5.86, 5.95), WHOLE, "metal", "#C9A45A", segments=36),
        lathe(
            [
                (0.42, 8.42),
                (0.42, 8.62),
                (0.36, 8.7),
                (0.36, 8.96),
                (0.3, 9.04),
                (0.14, 9.06),
                (0.14, 9.16),
                (0.0, 9.16),
            ],
            32,
            "metal",
            STEEL,
        ),
        part_turned(ring_plate(0.22, 0.42, 8.4, 8.43), WHOLE, "metal", STEEL, segments=32),
        bolt_circle(0.385, 16, 8.62, 0.026, 0.03),
        bolt_circle(0.285, 12, 5.86, 0.022, -0.026),
    ]
    return [transform(part, (x, 0, 0)) for x in CYLINDERS for part in one]


def _oil() -> list[Primitive]:
    """The oil above each ram; it grows downwards as the ram is pushed out."""
    column = lathe([(0.0, RAM), (0.215, RAM), (0.215, RAM + ROOM), (0.0, RAM + ROOM)], 24, "satin", OIL)
    return [transform(column, (x, 0, 0)) for x in CYLINDERS]


# What moves.


def _crosshead() -> list[Primitive]:
    """The moving beam, its guides along the frames, and the five rams that push it."""
    body = [
        bevel_box((3.0, 1.3, 1.66), (0, 3.6, 0), "paint", PALE, bevel=0.07, base=True),
        bevel_box((2.7, 1.06, 3.0), (0, 3.72, 0), "paint", PALE, bevel=0.09, base=True),
    ]
    for side in (-1, 1):
        z = side * 1.5
        body += [
            bevel_box((0.1, 0.92, 0.09), (x, 3.79, z), "paint", PALE, bevel=0.02, base=True)
            for x in (-1.0, -0.5, 0.5, 1.0)
        ]
        body += [bevel_box((2.5, 0.09, 0.1), (0, y, z), "paint", PALE, bevel=0.02) for y in (3.86, 4.66)]
        body.append(bevel_box((0.7, 0.46, 0.04), (0, 4.26, side * 1.52), "satin", BLUE, bevel=0.01))
        for x in (-1.44, 1.44):
            body.append(bevel_box((0.27, 1.2, 0.6), (x, 3.65, side * 1.2), "metal", IRON, bevel=0.02, base=True))
            body.append(studs([(x, y, side * 1.5) for y in (3.8, 4.08, 4.42, 4.7)], (0, 0, side), 0.045, 0.04))
    ram = [
        cylinder(0.2, RAM - 4.86, (0, 4.86, 0), "metal", CHROME, segments=32, base=True),
        lathe([(0.33, 4.88), (0.33, 4.96), (0.29, 5.0), (0.24, 5.0), (0.24, 5.08), (0.2, 5.08)], 32, "metal", IRON),
        bolt_circle(0.29, 12, 4.99, 0.022, 0.03),
    ]
    lifts = [
        cylinder(0.07, 1.7, (x, 1.95, z), "metal", CHROME, segments=14, base=True)
        for x in (-1.3, 1.3)
        for z in (-1.15, 1.15)
    ]
    return [*body, *lifts, *(transform(part, (x, 0, 0)) for x in CYLINDERS for part in ram)]


def _upper_die() -> list[Primitive]:
    """The die that comes down: holder, clamps and the impression."""
    holder = bevel_box((2.3, 0.2, 1.56), (0, 3.39, 0), "metal", "#7D868C", bevel=0.02, base=True)
    block = bevel_box((1.9, 0.26, 1.4), (0, 3.13, 0), "metal", "#828B91", bevel=0.03, base=True)
    face = lathe(
        [
            (0.0, 3.09),
            (0.2, 3.09),
            (0.26, 3.05),
            (0.4, 3.05),
            (0.46, 3.09),
            (0.6, 3.09),
            (0.66, 3.05),
            (0.78, 3.05),
            (0.82, 3.14),
        ],
        48,
        "metal",
        "#747D83",
    )
    clamps = [
        bevel_box((0.22, 0.14, 0.12), (x, 3.32, side * 0.76), "paint", RED, bevel=0.015)
        for x in (-0.8, 0.0, 0.8)
        for side in (-1, 1)
    ]
    return [holder, block, face, *clamps]


def _lower_die() -> list[Primitive]:
    """The die that stays, with the shape of a turbine disc sunk in it, and its ejector."""
    block = bevel_box((1.9, 0.4, 1.46), (0, 1.5, 0), "metal", "#828B91", bevel=0.03, base=True)
    rim = [
        (0.86, 1.88),
        (0.82, DIE),
        (0.66, DIE),
        (0.6, 1.96),
        (0.46, 1.96),
        (0.4, 1.99),
        (0.26, 1.99),
        (0.2, 1.95),
        (0.0, 1.95),
    ]
    clamps = [
        bevel_box((0.22, 0.14, 0.14), (x, 1.58, side * 0.79), "paint", RED, bevel=0.015)
        for x in (-0.8, 0.0, 0.8)
        for side in (-1, 1)
    ]
    bolts = [(x, 1.65, side * 0.79) for x in (-0.8, 0.0, 0.8) for side in (-1, 1)]
    return [block, lathe(rim, 48, "metal", "#747D83"), *clamps, studs(bolts, (0, 1, 0), 0.035, 0.04)]


def _billet() -> list[Primitive]:
    """A round of hot steel with scale on its skin, in the tongs."""
    edge = 0.05
    rows = [(0.34, DIE + edge + (BILLET - 2 * edge) * k / 4) for k in range(5)]
    body = lathe(
        [(0.0, DIE + 0.004), (0.34 - edge, DIE + 0.004), *rows, (0.34 - edge, DIE + BILLET), (0.0, DIE + BILLET)],
        36,
        "glow",
        crease=60,
    )
    away = np.hypot(body.positions[:, 0], body.positions[:, 2]) / 0.34
    draw = np.random.default_rng(3)
    share = 0.25 + 0.35 * np.abs(body.positions[:, 1] - DIE - BILLET / 2) / (BILLET / 2) * away
    turns = draw.uniform(0, 2 * math.pi, 46)
    heights = draw.uniform(DIE + 0.06, DIE + BILLET - 0.06, 46)
    out = np.stack([np.sin(turns), np.zeros(46), np.cos(turns)], -1)
    scale = studs(
        out * 0.339 + np.stack([0 * turns, heights, 0 * turns], -1), out, 0.032, 0.006, "glow", "#D9561A", sides=5
    )
    return [transform(part, (1.9, 0, 0)) for part in (graded(body, share, HEAT), scale)]


def _forging(material: str) -> list[Primitive]:
    """What comes out: a disc with hub and rim, and the thin flash where the dies met."""
    low = DIE + 0.006
    lower = [
        (0.0, low),
        (0.2, low),
        (0.26, low + 0.035),
        (0.42, low + 0.035),
        (0.48, low),
        (0.6, low),
        (0.64, low + 0.1),
        (0.74, low + 0.1),
    ]
    upper = [
        (0.74, low + 0.125),
        (0.64, low + 0.125),
        (0.6, low + 0.22),
        (0.48, low + 0.22),
        (0.42, low + 0.17),
        (0.26, low + 0.17),
        (0.2, low + 0.24),
        (0.0, low + 0.24),
    ]
    disc = lathe([*lower, *upper], 48, material, "#8A8F93" if material == "metal" else None)
    if material == "metal":
        return [disc]
    return [graded(disc, np.hypot(disc.positions[:, 0], disc.positions[:, 2]) / 0.74, (*HEAT, "#C9441A"))]


def _flakes() -> list[Primitive]:
    """Scale that bursts off the billet."""
    draw = np.random.default_rng(11)
    count = 70
    turn, reach = draw.uniform(0, 2 * math.pi, count), draw.uniform(0.45, 1.0, count)
    spots = np.stack([reach * np.sin(turn), DIE + 0.1 + draw.uniform(-0.06, 0.3, count), reach * np.cos(turn)], -1)
    return [studs(spots, draw.normal(size=(count, 3)), 0.013, 0.008, "glow", HEAT[1], sides=4)]


def _cart() -> list[Primitive]:
    """The manipulator: a carriage on rails, the beam of its tongs and what closes them."""
    parts = [
        bevel_box((0.95, 0.42, 0.9), (3.45, 1.68, 0), "paint", YELLOW, bevel=0.04, base=True),
        bevel_box((0.6, 0.42, 0.62), (3.55, 2.08, 0), "paint", YELLOW, bevel=0.05, base=True),
        bevel_box((0.34, 0.34, 0.4), (3.1, 2.13, 0), "satin", DARK, bevel=0.03, base=True),
        turned(
            lathe(
                [(0.13, 0.0), (0.13, 0.1), (0.1, 0.12), (0.1, 0.52), (0.15, 0.54), (0.15, 0.62), (0.0, 0.62)],
                24,
                "metal",
                STEEL,
            ),
            (2.96, 2.3, 0),
            (-1, 0, 0),
        ),
        bevel_box((0.1, 0.16, 0.44), (2.4, 2.3, 0), "metal", IRON, bevel=0.02),
        box((0.5, 0.1, 0.004), (3.45, 1.9, 0.4525), "matte", DARK),
        bevel_box((0.03, 0.3, 0.4), (3.86, 2.25, 0), "satin", "#1E2A33", bevel=0.006),
    ]
    wheels = [
        turned(cylinder(0.12, 0.07, (0, 0, 0), "metal", IRON, segments=20), (x, 1.68, z), (0, 0, 1))
        for x in (3.15, 3.75)
        for z in (-0.62, 0.62)
    ]
    hoses = [cable((3.2, 2.44, z), (2.46, 2.4, z), 0.016, "matte", DARK, sag=0.07) for z in (-0.1, 0.1)]
    return [
        *parts,
        *wheels,
        *hoses,
        studs([(3.0, y, z) for y in (1.76, 2.02) for z in (-0.36, 0.36)], (-1, 0, 0), 0.03, 0.03),
    ]


def _jaw(side: int) -> list[Primitive]:
    """One finger of the tongs, bent about the billet."""
    outline = [
        (2.46, 0.1),
        (2.3, 0.3),
        (2.0, 0.46),
        (1.72, 0.44),
        (1.72, 0.39),
        (1.98, 0.385),
        (2.22, 0.26),
        (2.38, 0.06),
    ]
    finger = extrude([(x, z) for x, z in outline], 0.11, "metal", "#4A5157", base=2.26)
    pad = bevel_box((0.2, 0.2, 0.04), (1.84, 2.3, -0.375), "metal", IRON, bevel=0.01)
    return [part if side < 0 else transform(part, scale=(1, 1, -1)) for part in (finger, pad)]


# What feeds it, and who looks after it.


def _hydraulics() -> list[Primitive]:
    """Accumulators behind the press and the pipes that take their oil to the cylinders."""
    parts: list[Primitive] = []
    bottle = lathe(
        [(0.0, 0.42), (0.15, 0.44), (0.2, 0.52), (0.2, 2.5), (0.15, 2.64), (0.06, 2.68), (0.06, 2.8), (0.0, 2.8)],
        24,
        "paint",
        "#C9CFD2",
    )
    collar = part_turned(ring_plate(0.19, 0.215, 1.4, 1.48), WHOLE, "paint", YELLOW, segments=24)
    for k in range(6):
        x = -1.5 + 0.6 * k
        parts += [transform(bottle, (x, 0, -2.2)), transform(collar, (x, 0, -2.2))]
        parts.append(pipe([(x, 2.78, -2.2), (x, 3.0, -2.2), (x, 3.0, -2.02)], 0.035, "paint", RED, bend=0.1))
    parts.append(bevel_box((3.8, 0.17, 0.5), (0, 0.25, -2.2), "satin", DARK, bevel=0.02, base=True))
    parts.append(
        pipe(
            [(-1.8, 3.0, -2.02), (2.16, 3.0, -2.02), (2.16, 8.7, -2.02), (2.16, 9.02, -1.0)],
            0.07,
            "paint",
            RED,
            bend=0.2,
            segments=12,
        )
    )
    parts.append(
        pipe([(2.16, 9.02, -1.0), (2.16, 9.24, -0.55), (-1.9, 9.24, -0.55)], 0.07, "paint", RED, bend=0.2, segments=12)
    )
    for x in CYLINDERS:
        parts.append(
            pipe(
                [(x, 9.24, -0.55), (x, 9.3, -0.3), (x, 9.3, 0.0), (x, 9.16, 0.0)],
                0.05,
                "paint",
                RED,
                bend=0.1,
                segments=10,
            )
        )
        parts.append(flange((x, 9.19, 0), (0, 1, 0), 0.07, "metal", STEEL))
    parts += [flange((2.16, y, -2.02), (0, 1, 0), 0.075, "metal", STEEL) for y in (4.2, 6.0, 7.8)]
    parts += [bevel_box((0.12, 0.05, 0.24), (2.16, y, -2.0), "metal", IRON, bevel=0.008) for y in (3.6, 5.1, 6.9, 8.4)]
    return parts


def _operator_deck() -> list[Primitive]:
    """The operator's deck on the left, with steps, desk, and a ladder to the gallery above it."""
    deck = bevel_box((0.74, 0.06, 2.9), (-2.82, 1.19, -0.25), "satin", "#8A9298", bevel=0.01, base=True)
    legs = [
        bevel_box((0.08, 0.94, 0.08), (x, 0.25, z), "paint", DEEP, bevel=0.01, base=True)
        for x in (-3.14, -2.5)
        for z in (-1.6, -0.25, 1.1)
    ]
    flight = steps((-2.82, 0.25, 2.3), (-2.82, 1.25, 1.2), 0.66)
    edge = railing([(-2.47, 1.25, -1.68), (-3.17, 1.25, -1.68), (-3.17, 1.25, 1.2)], 1.0, spacing=0.95)
    rails = [[(x, 0.25 + up, 2.3), (x, 1.25 + up, 1.2)] for x in (-3.15, -2.49) for up in (0.52, 1.0)]
    rails += [
        [(x, 0.25 + 0.5 * k, 2.3 - 0.55 * k), (x, 1.25 + 0.5 * k, 2.3 - 0.55 * k)]
        for x in (-3.15, -2.49)
        for k in range(3)
    ]
    stairs = bars(rails, 0.021, "paint", YELLOW, sides=6)
    return [deck, *legs, flight, edge, stairs, *_caged(-2.62, 1.25, 5.05, -1.3), *_balcony(-1), *_desk()]


def _gallery() -> list[Primitive]:
    """The gallery on the right."""
    return _balcony(1)


def _balcony(side: int) -> list[Primitive]:
    """A gallery beside the crown, with its lamp."""
    floor = bevel_box((0.62, 0.06, 3.7), (side * 2.74, 6.24, 0), "satin", "#8A9298", bevel=0.01, base=True)
    x, far_x = side * 2.44, side * 3.03
    edge = railing([(x, 6.3, 1.82), (far_x, 6.3, 1.82), (far_x, 6.3, -1.82), (x, 6.3, -1.82)], 0.95, spacing=0.95)
    struts = [[(side * 2.42, 5.6, z), (side * 3.0, 6.22, z)] for z in (-1.5, 0.0, 1.5)]
    return [floor, edge, bars(struts, 0.035, "paint", DEEP, sides=6), *_beacons("satin", (side,))]


def _top() -> list[Primitive]:
    """The rail on top of the frames, and the ladder that leads there."""
    corners = [(1.7, 8.96, 1.86), (-1.7, 8.96, 1.86), (-1.7, 8.96, -1.86), (1.7, 8.96, -1.86)]
    return [railing(corners, 0.85, closed=True, spacing=0.85), *_caged(-2.62, 6.3, 2.65, 1.2)]


def _caged(x: float, low: float, tall: float, z: float) -> list[Primitive]:
    """A ladder with hoops that keep a climber from falling back."""
    hoops = []
    turn = np.linspace(-0.62 * math.pi, 0.62 * math.pi, 9)
    ring = np.stack([-0.1 - 0.3 * np.cos(turn), 0 * turn, 0.3 * np.sin(turn)], -1) + (x, 0, z)
    for y in np.arange(low + 1.4, low + tall - 0.2, 0.62):
        hoops += [[a + (0, y, 0), b + (0, y, 0)] for a, b in zip(ring[:-1], ring[1:], strict=True)]
    if hoops:
        span = (low + 1.4, float(np.arange(low + 1.4, low + tall - 0.2, 0.62)[-1]))
        hoops += [[ring[k] + (0, span[0], 0), ring[k] + (0, span[1], 0)] for k in (1, 4, 7)]
    cage = [bars(hoops, 0.011, "paint", YELLOW, sides=4)] if hoops else []
    return [ladder((x, low, z), tall, (0, 0, 1)), *cage]


def _desk() -> list[Primitive]:
    """The operator's desk: buttons, a lever, two screens."""
    x, z = -2.62, 0.2
    desk = [
        bevel_box((0.3, 0.9, 0.9), (x, 1.25, z), "satin", PALE, bevel=0.03, base=True),
        transform(bevel_box((0.34, 0.03, 0.94), (0, 0, 0), "satin", DARK, bevel=0.008), (x, 2.17, z), roll=0.2),
    ]
    for k in (-1, 1):
        desk.append(bevel_box((0.03, 0.26, 0.38), (x + 0.1, 2.42, z + 0.22 * k), "satin", DARK, bevel=0.008))
        desk.append(box((0.004, 0.21, 0.33), (x + 0.083, 2.42, z + 0.22 * k), "glow", ("#2F8FBF", "#2FA37A")[k > 0]))
    buttons = [(x - 0.08 + 0.07 * a, 2.185 + 0.014 * a, z - 0.34 + 0.085 * b) for a in range(2) for b in range(8)]
    desk += [
        studs(buttons[k::3], (-0.2, 1, 0), 0.02, 0.016, "satin", color, sides=8)
        for k, color in enumerate((RED, YELLOW, "#2E9E5B"))
    ]
    stool = [
        cylinder(0.03, 0.5, (-2.98, 1.25, z), "metal", STEEL, segments=8, base=True),
        cylinder(0.15, 0.06, (-2.98, 1.75, z), "matte", DARK, segments=20, base=True),
    ]
    return [*desk, *stool]


def _beacons(material: str, sides: Sequence[int] = (-1, 1)) -> list[Primitive]:
    """Warning lamps; the lit ones are a little larger than the dark ones they cover."""
    lit = material == "glow"
    color, radius = ("#FFB000", 0.088) if lit else ("#A8690A", 0.07)
    return [sphere(radius, (side * 3.03, 7.32, 1.82), material, color, segments=12, rings=8) for side in sides]
