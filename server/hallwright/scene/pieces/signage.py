"""Bodies of signs in their own frame: front +Z, on the floor or hung at the sign's elevation."""

from __future__ import annotations

import math

import numpy as np

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import bevel_box, box, cylinder, extrude, quad, transform
from hallwright.layout.model import Sign
from hallwright.scene.materials import ALUMINIUM, GRAPHITE, PAPER, STEEL
from hallwright.scene.pieces.flats import gradient, wave

Shape = list[Primitive]
ARCH_DEPTH = 1.3


def hanging(sign: Sign, trusses: float) -> Shape:
    """A board in an aluminium frame on two cables."""
    (width, height), low = sign.size, sign.elevation
    board = box((width, height, 0.12), (0, low, 0), "satin", sign.color, base=True)
    rails = [box((width + 0.12, 0.09, 0.18), (0, y, 0), "metal", ALUMINIUM) for y in (low, low + height)]
    return [board, *rails, *_cables((-width * 0.4, width * 0.4), low + height, trusses)]


def banner(sign: Sign, trusses: float) -> Shape:
    """A tall fabric between two poles, its lower part a wave of a lighter colour."""
    (width, height), low = sign.size, sign.elevation
    faces: Shape = []
    for yaw in (0.0, math.pi):
        cloth = [
            gradient(
                -width / 2, low, width, height, 0.015, "matte", mix(sign.color, "#0A141C", 0.25), sign.color, rows=3
            ),
            wave(
                -width / 2, low, width, height * 0.16, height * 0.035, 0.4, 0.02, "matte", mix(sign.color, PAPER, 0.6)
            ),
            wave(-width / 2, low, width, height * 0.09, height * 0.03, 2.0, 0.025, "matte", PAPER),
        ]
        faces += [transform(piece, yaw=yaw) for piece in cloth]
    poles = [box((width + 0.14, 0.06, 0.07), (0, y, 0), "metal", ALUMINIUM) for y in (low, low + height)]
    return [*faces, *poles, *_cables((-width * 0.42, width * 0.42), low + height, trusses)]


def board_far(sign: Sign) -> Shape:
    """A coloured board, without its ends."""
    (width, height), low = sign.size, sign.elevation
    return [box((width, height, 0.06), (0, low, 0), "satin", sign.color, base=True, skip="-x +x")]


def totem(sign: Sign, trusses: float) -> Shape:
    """A free-standing slab: a coloured head, a white body, a steel foot."""
    width, height = sign.size
    base = sign.elevation
    return [
        bevel_box((width, height, 0.24), (0, base + 0.05, 0), "satin", PAPER, bevel=0.03, base=True),
        box(
            (width + 0.004, height * 0.54, 0.245),
            (0, base + 0.04 + height * 0.46, 0),
            "satin",
            sign.color,
            base=True,
            skip="+y",
        ),
        box((width + 0.2, 0.05, 0.5), (0, base, 0), "metal", GRAPHITE, base=True, skip="-y"),
        box((width * 0.7, 0.02, 0.25), (0, base + height * 0.3, 0), "satin", sign.color),
        skirt(width, 0.4, reach=0.35, dark=0.5),
    ]


def totem_far(sign: Sign) -> Shape:
    """White below, coloured above."""
    width, height = sign.size
    return [
        box((width, height * 0.5, 0.24), (0, sign.elevation, 0), "satin", PAPER, base=True, skip="-y +y"),
        box(
            (width, height * 0.54, 0.24),
            (0, sign.elevation + height * 0.46, 0),
            "satin",
            sign.color,
            base=True,
            skip="-y",
        ),
    ]


def wall(sign: Sign, trusses: float) -> Shape:
    """A board that stands out from a wall behind it."""
    (width, height), low = sign.size, sign.elevation
    return [bevel_box((width, height, 0.14), (0, low, 0), "satin", sign.color, bevel=0.03, base=True)]


def easel(sign: Sign, trusses: float) -> Shape:
    """A board that leans on its own legs."""
    (width, height), low = sign.size, sign.elevation
    plate = transform(
        box((width, height, 0.03), (0, 0, 0), "satin", sign.color, base=True), (0, low, 0.28), pitch=-0.14
    )
    legs = [
        box((0.04, height * 0.96, 0.04), (x, low, -0.1), "timber", "#8D6A46", base=True, skip="-y")
        for x in (-width * 0.4, width * 0.4)
    ]
    return [plate, *legs, skirt(width, 0.4, reach=0.2, dark=0.35)]


def flag(sign: Sign, trusses: float) -> Shape:
    """A cloth on a pole."""
    (width, height), low = sign.size, sign.elevation
    pole = cylinder(0.05, low + height + 0.3, (0, 0, 0), "metal", STEEL, segments=8, base=True)
    cloth = [
        transform(
            gradient(0, low, width, height, 0.012, "matte", sign.color, mix(sign.color, PAPER, 0.15), columns=3),
            (0 if yaw == 0 else width, 0, 0),
            yaw=yaw,
        )
        for yaw in (0.0, math.pi)
    ]
    return [pole, *cloth, skirt(0.2, 0.2, reach=0.3, dark=0.4, filled=True)]


def flag_far(sign: Sign) -> Shape:
    """A pole and one cloth."""
    (width, height), low = sign.size, sign.elevation
    return [
        box((0.09, low + height, 0.09), (0, 0, 0), "matte", STEEL, base=True, skip="-y +y"),
        box((width, height, 0.02), (width / 2, low, 0), "matte", sign.color, base=True, skip="-x +x -y +y"),
    ]


def arch(sign: Sign, trusses: float) -> Shape:
    """The entrance arch: two pairs of leaning fins carry a bowed beam; light lines follow its edges."""
    (width, height), low = sign.size, sign.elevation
    pieces = list(_bow(sign, ARCH_DEPTH, sign.color, 28))
    for side in (-1, 1):
        fins: list[tuple[Color, float]] = [(sign.color, 0.0), (PAPER, 0.9), (mix(sign.color, PAPER, 0.5), 1.7)]
        for i, (color, lean) in enumerate(fins):
            pieces += _fin(
                side, width / 2 - 0.2 + lean, low + height * (0.9 - 0.32 * i), color, ARCH_DEPTH * (1 - 0.22 * i)
            )
        pieces.append(skirt(2.8, ARCH_DEPTH, (side * (width / 2 + 0.6), 0), reach=0.6, dark=0.5))
    for z in (ARCH_DEPTH / 2 + 0.012, -ARCH_DEPTH / 2 - 0.012):
        pieces += _light_line(sign, z)
    wide, tall = arch_panel(sign)
    pieces += [transform(piece, (0, low + height / 2, 0), yaw) for yaw in (0.0, math.pi) for piece in _case(wide, tall)]
    return pieces


def arch_panel(sign: Sign) -> tuple[float, float]:
    """Width and height of the lit panel with the words of an arch."""
    width, height = sign.size
    return width * 0.72, height * 0.74


def _case(wide: float, tall: float) -> Shape:
    """The frame of a lit panel about (0, 0), on the front of the arch's beam."""
    z, bar = ARCH_DEPTH / 2 + 0.03, 0.07
    sides = [box((bar, tall + 2 * bar, 0.08), (x, 0, z), "metal", ALUMINIUM, skip="-z") for x in (-wide / 2, wide / 2)]
    edges = [box((wide, bar, 0.08), (0, y, z), "metal", ALUMINIUM, skip="-z -x +x") for y in (-tall / 2, tall / 2)]
    return [*sides, *edges]


def arch_far(sign: Sign) -> Shape:
    """The beam as a few segments, the outer fins as boxes."""
    (width, height), low = sign.size, sign.elevation
    fins = [
        box(
            (0.7, low + height * 0.7, ARCH_DEPTH),
            (side * (width / 2 + 0.15), 0, 0),
            "satin",
            sign.color,
            base=True,
            skip="-y +y",
        )
        for side in (-1, 1)
    ]
    return [*_bow(sign, ARCH_DEPTH, sign.color, 6), *fins]


def arch_feet(sign: Sign) -> list[tuple[float, float, float]]:
    """(x, width, depth) of what stands on the floor below an arch."""
    return [(side * (sign.size[0] / 2 + 0.6), 2.8, ARCH_DEPTH) for side in (-1, 1)]


def _rise(width: float) -> float:
    return width * 0.06


def _bow(sign: Sign, deep: float, color: Color, segments: int) -> Shape:
    (width, height), low = sign.size, sign.elevation
    t = np.linspace(-1, 1, segments + 1)
    lower = np.stack([t * width / 2, low - _rise(width) * t * t], axis=1)
    upper = np.stack(
        [t[::-1] * (width / 2 + 0.3), low + height * (1 - 0.12 * t[::-1] ** 2) - _rise(width) * t[::-1] ** 2], axis=1
    )
    beam = extrude(np.concatenate([lower, upper]), deep, "satin", color, base=-deep / 2, crease=20)
    return [transform(beam, pitch=math.pi / 2)]


def _fin(side: int, x: float, high: float, color: Color, deep: float) -> Shape:
    """A slim plate that leans outward towards its top."""
    outline = np.array([(x, 0.0), (x + 0.42, 0.0), (x + 0.75, high), (x + 0.1, high)])
    if side < 0:
        outline = outline[::-1] * (-1, 1)
    return [transform(extrude(outline, deep, "satin", color, base=-deep / 2), pitch=math.pi / 2)]


def _light_line(sign: Sign, z: float) -> Shape:
    (width, _), low = sign.size, sign.elevation
    t = np.linspace(-1, 1, 17)
    xs, ys = t * width / 2 * 0.985, low + 0.1 - _rise(width) * t * t
    pieces: Shape = []
    for i in range(16):
        corners = [
            (xs[i], ys[i], z),
            (xs[i + 1], ys[i + 1], z),
            (xs[i + 1], ys[i + 1] + 0.07, z),
            (xs[i], ys[i] + 0.07, z),
        ]
        pieces.append(quad(corners if z > 0 else [corners[1], corners[0], corners[3], corners[2]], "glow", PAPER))
    return pieces


def _cables(xs: tuple[float, float], low: float, trusses: float) -> Shape:
    if trusses <= low:
        return []
    return [box((0.025, trusses - low, 0.025), (x, low, 0), "matte", STEEL, base=True, skip="-y +y") for x in xs]
