"""The shell scheme: aluminium posts, white panels, a fascia board on every open side, carpet and a back-wall picture.

A booth's frame depends on its size and open sides alone; its dress carries the colour. Frames are shared by
hundreds of booths. In a booth's own frame its front is +Z, and its right side, seen by one who looks out, is -X.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import box, cylinder, grid, quad, transform
from hallwright.layout.model import Side
from hallwright.scene.kits import colored_kit, kit
from hallwright.scene.materials import ALUMINIUM, BLACK, GRAPHITE, PAPER, WARM
from hallwright.scene.pieces.flats import flat, gradient, rect, ring, wave

Shape = list[Primitive]
SIDES: tuple[Side, ...] = ("front", "right", "back", "left")
INSET = 0.03  # a wall's middle lies this far inside the footprint, so that neighbours' walls never coincide
FASCIA_LOW, FASCIA_HIGH = 0.36, 0.04  # below the top of the booth
DESIGNS = 6


def side_frame(side: Side, width: float, depth: float) -> tuple[float, tuple[float, float], float]:
    """(length, (x, z) of its middle, yaw that looks **inward**) of a side of a booth."""
    x, z = width / 2 - INSET, depth / 2 - INSET
    return {
        "front": (width, (0.0, z), math.pi),
        "back": (width, (0.0, -z), 0.0),
        "left": (depth, (x, 0.0), -math.pi / 2),
        "right": (depth, (-x, 0.0), math.pi / 2),
    }[side]


def frame(width: float, depth: float, height: float, opened: Sequence[Side]) -> Mesh:
    """Posts, walls, beams, fascia boards and lamps of a booth with these open sides."""
    names = "+".join(side for side in SIDES if side in opened)
    return kit(
        f"shell/{width:g}x{depth:g}x{height:g}/{names}",
        lambda: _sides(width, depth, height, opened, _wall, _gate),
        lambda: _sides(width, depth, height, opened, _wall_far, _gate_far),
        occluders=lambda: [*_sides(width, depth, height, opened, _wall_far, _gate_far), _floor(width, depth, PAPER)],
        reach=2.2,
        strength=0.62,
    )


def carpet(width: float, depth: float, height: float, opened: Sequence[Side], color: str) -> Mesh:
    """The carpet of a booth with these open sides."""
    return colored_kit(
        f"carpet/{width:g}x{depth:g}x{height:g}/{'+'.join(side for side in SIDES if side in opened)}",
        color,
        lambda shade: _carpet(width, depth, shade),
        lambda shade: [_floor(width, depth, mix(shade, "#777777", 0.25))],
        occluders=lambda: _sides(width, depth, height, opened, _wall_far, _gate_far),
        reach=2.0,
        strength=0.6,
    )


def picture(width: float, depth: float, height: float, color: str, design: int) -> Mesh:
    """A printed back wall in one of ``DESIGNS`` designs."""
    walls: tuple[Side, ...] = ("front",)
    return colored_kit(
        f"picture/{width:g}x{depth:g}x{height:g}/{design}",
        color,
        lambda shade: _picture(width, depth, height, shade, design),
        lambda shade: _picture_far(width, depth, height, shade),
        occluders=lambda: [*_sides(width, depth, height, walls, _wall_far, _gate_far)],
        reach=2.0,
        strength=0.6,
    )


def _sides(width: float, depth: float, height: float, opened: Sequence[Side], wall: object, gate: object) -> Shape:
    pieces: Shape = []
    for side in SIDES:
        length, (x, z), yaw = side_frame(side, width, depth)
        make = gate if side in opened else wall
        pieces += [transform(piece, (x, 0, z), yaw) for piece in make(length, height)]  # type: ignore[operator]
    return pieces


def _post(x: float, height: float) -> Primitive:
    return box((0.045, height, 0.045), (x, 0, 0), "metal", ALUMINIUM, base=True, skip="-y")


def _bays(length: float) -> list[float]:
    count = max(1, round(length))
    return [-length / 2 + INSET + i * (length - 2 * INSET) / count for i in range(count + 1)]


def _wall(length: float, height: float) -> Shape:
    """A wall of metre-wide panels between posts; its inner face looks along +Z."""
    ends = _bays(length)
    pieces: Shape = [_post(x, height) for x in ends]
    for left, right in zip(ends, ends[1:], strict=False):
        span = right - left - 0.05
        for z, facing in ((0.009, 1), (-0.009, -1)):
            corner = (left + 0.025 if facing > 0 else right - 0.025, 0.07, z)
            pieces.append(grid(corner, (span * facing, 0, 0), (0, height - 0.12, 0), 1, 3, "satin", PAPER))
    for y in (0.035, height - 0.025):
        pieces.append(box((length - 2 * INSET, 0.05, 0.034), (0, y, 0), "metal", ALUMINIUM, skip="-x +x"))
    return [*pieces, skirt(length, 0.03, reach=0.3, dark=0.42)]


def _gate(length: float, height: float) -> Shape:
    """An open side: posts at its ends, a beam, the fascia board and its lamps. The board's front looks along -Z."""
    reach = length / 2 - INSET
    low, high = height - FASCIA_LOW, height - FASCIA_HIGH
    board = box((length - 2 * INSET - 0.05, high - low, 0.03), (0, (low + high) / 2, 0), "satin", PAPER, skip="-x +x")
    beams = [box((length - 2 * INSET, 0.04, 0.045), (0, y, 0), "metal", ALUMINIUM, skip="-x +x")
             for y in (low - 0.02, high + 0.02)]
    lamps = [piece for x in (-length / 4, length / 4) for piece in _lamp(x, height)]
    return [_post(-reach, height), _post(reach, height), board, *beams, *lamps]


def _lamp(x: float, height: float) -> Shape:
    """A spotlight on an arm that shines into the booth."""
    arm = box((0.02, 0.02, 0.34), (x, height + 0.01, 0.17), "matte", BLACK, skip="-z")
    head = cylinder(0.045, 0.13, (0, 0, 0), "matte", BLACK, segments=6, caps=False)
    glow = cylinder(0.043, 0.002, (0, -0.064, 0), "glow", WARM, segments=6)
    return [arm, *(transform(piece, (x, height - 0.05, 0.34), pitch=-0.5) for piece in (head, glow))]


def _wall_far(length: float, height: float) -> Shape:
    half = length / 2
    sides = ((-half, half, 0.012), (half, -half, -0.012))
    return [quad([(a, 0.04, z), (b, 0.04, z), (b, height, z), (a, height, z)], "satin", "#E9ECEC") for a, b, z in sides]


def _gate_far(length: float, height: float) -> Shape:
    half, low = length / 2, height - FASCIA_LOW - 0.04
    sides = ((-half, half, 0.015), (half, -half, -0.015))
    return [quad([(a, low, z), (b, low, z), (b, height, z), (a, height, z)], "satin", PAPER) for a, b, z in sides]


def _floor(width: float, depth: float, color: Color) -> Primitive:
    x, z = width / 2 - 0.02, depth / 2 - 0.02
    return quad([(-x, 0.014, z), (x, 0.014, z), (x, 0.014, -z), (-x, 0.014, -z)], "carpet", color)


def _carpet(width: float, depth: float, color: Color) -> Shape:
    x, z = width / 2 - 0.02, depth / 2 - 0.02
    steps = max(2, round(width)), max(2, round(depth))
    felt = mix(color, "#6F767A", 0.2)
    return [grid((-x, 0.014, z), (2 * x, 0, 0), (0, 0, -2 * z), *steps, "carpet", felt)]


def _picture(width: float, depth: float, height: float, color: Color, design: int) -> Shape:
    """A printed back wall in one of several designs."""
    z, left, wide, tall = -depth / 2 + INSET + 0.014, -width / 2 + 0.08, width - 0.16, height - 0.2
    light, pale, deep = mix(color, PAPER, 0.45), mix(color, PAPER, 0.82), mix(color, "#10202E", 0.55)
    art: Shape = []
    if design == 0:
        art = [gradient(left, 0.08, wide, tall, z, "matte", color, light, rows=3, columns=3),
               wave(left, 0.08, wide, 0.7, 0.16, 0.6, z + 0.004, "matte", deep),
               wave(left, 0.08, wide, 0.45, 0.12, 2.2, z + 0.008, "matte", color)]
    elif design == 1:
        art = [gradient(left, 0.08, wide, tall, z, "matte", pale, PAPER, rows=3, columns=3),
               rect(left, 0.08, wide * 0.34, tall, z + 0.004, "matte", color),
               ring(left + wide * 0.66, 0.95, 0.5, 0.38, z + 0.004, "matte", color, 18),
               ring(left + wide * 0.66, 0.95, 0.26, 0, z + 0.004, "matte", light, 14)]
    elif design == 2:
        band = [(left, 0.08), (left + wide * 0.5, 0.08), (left + wide, 1.5), (left + wide, 0.08 + tall), (left + wide * 0.86, 0.08 + tall)]
        art = [gradient(left, 0.08, wide, tall, z, "matte", PAPER, pale, rows=3, columns=3),
               flat(band, z + 0.004, "matte", color), flat([(x - 0.5 if x > left else x, y) for x, y in band[:3]], z + 0.008, "matte", deep)]
    elif design == 3:
        dots = [ring(left + 0.3 + 0.32 * i, 0.4 + 0.3 * j, 0.05 + 0.012 * (i + j), 0, z + 0.004, "matte", light, 8)
                for i in range(int(wide / 0.34)) for j in range(3)]
        art = [gradient(left, 0.08, wide, tall, z, "matte", pale, PAPER, rows=3, columns=3), *dots,
               rect(left, 0.08, wide, 0.16, z + 0.004, "matte", color)]
    elif design == 4:
        lines = [rect(left + 0.2 + 0.14 * i, 0.3 + 0.22 * i, wide - 0.9, 0.05, z + 0.004, "glow", mix(color, "#FFFFFF", 0.3 + 0.1 * i))
                 for i in range(5)]
        art = [gradient(left, 0.08, wide, tall, z, "matte", GRAPHITE, deep, rows=3, columns=3), *lines]
    else:
        art = [gradient(left, 0.08, wide, tall, z, "matte", pale, mix(color, "#DCEBF5", 0.8), rows=3, columns=3)]
        art += [wave(left, 0.08, wide, 1.15 - 0.33 * i, 0.2 - 0.04 * i, 1.7 * i, z + 0.004 * (i + 1), "matte",
                     mix(color, PAPER, 0.5 - 0.25 * i)) for i in range(3)]
    return art


def _picture_far(width: float, depth: float, height: float, color: Color) -> Shape:
    z = -depth / 2 + INSET + 0.03
    return [rect(-width / 2 + 0.08, 0.08, width - 0.16, height * 0.55, z, "matte", mix(color, PAPER, 0.3))]
