"""The shell scheme: aluminium posts, white panels, a fascia board on every open side, carpet and a back-wall picture.

A booth's frame depends on its size and open sides alone; its dress carries the colour. Frames are shared by
hundreds of booths. In a booth's own frame its front is +Z, and its right side, seen by one who looks out, is -X.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import box, grid, lathe, quad, transform
from hallwright.layout.model import Side
from hallwright.scene.kits import colored_kit, kit
from hallwright.scene.materials import ALUMINIUM, BLACK, GRAPHITE, PAPER, WARM
from hallwright.scene.pieces.flats import flat, gradient, rect, ring, wave

Shape = list[Primitive]
SIDES: tuple[Side, ...] = ("front", "right", "back", "left")
INSET = 0.03  # a wall's middle lies this far inside the footprint, so that neighbours' walls never coincide
EDGE = 0.14  # width of a carpet's edge
FASCIA_LOW, FASCIA_HIGH = 0.36, 0.04  # below the top of the booth


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


def carpet(width: float, depth: float, height: float, opened: Sequence[Side], color: str, felt: int = 0) -> Mesh:
    """The carpet of a booth with these open sides; ``felt`` as in ``scene.branding``."""
    return colored_kit(
        f"carpet/{width:g}x{depth:g}x{height:g}/{'+'.join(side for side in SIDES if side in opened)}/{felt}",
        color,
        lambda shade: _carpet(width, depth, shade, felt),
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
    return box((0.045, height, 0.045), (x, 0, 0), "metal", ALUMINIUM, base=True, skip="-y +y")


def _bays(length: float) -> list[float]:
    count = max(1, round(length))
    return [-length / 2 + INSET + i * (length - 2 * INSET) / count for i in range(count + 1)]


def _wall(length: float, height: float) -> Shape:
    """A wall of metre-wide panels between posts; its inner face looks along +Z. The next side brings the last post."""
    ends = _bays(length)
    pieces: Shape = [_post(x, height) for x in ends[:-1]]
    for left, right in zip(ends, ends[1:], strict=False):
        span = right - left - 0.05
        for z, facing, rows in ((0.009, 1, 3), (-0.009, -1, 1)):
            corner = (left + 0.025 if facing > 0 else right - 0.025, 0.07, z)
            pieces.append(grid(corner, (span * facing, 0, 0), (0, height - 0.12, 0), 1, rows, "satin", PAPER))
    for y in (0.035, height - 0.025):
        pieces.append(box((length - 2 * INSET, 0.05, 0.034), (0, y, 0), "metal", ALUMINIUM, skip="-x +x"))
    return [*pieces, skirt(length, 0.03, reach=0.3, dark=0.42)]


def _gate(length: float, height: float) -> Shape:
    """An open side: the post at its beginning, a beam, the fascia board and its lamps. The board's front looks along
    -Z; the next side brings the post at its end."""
    reach = length / 2 - INSET
    low, high = height - FASCIA_LOW, height - FASCIA_HIGH
    board = box((length - 2 * INSET - 0.05, high - low, 0.03), (0, (low + high) / 2, 0), "satin", PAPER, skip="-x +x")
    beams = [
        box((length - 2 * INSET, 0.04, 0.045), (0, y, 0), "metal", ALUMINIUM, skip="-x +x")
        for y in (low - 0.02, high + 0.02)
    ]
    lamps = [piece for x in (-length / 4, length / 4) for piece in _lamp(x, height)]
    return [_post(-reach, height), board, *beams, *lamps]


def _lamp(x: float, height: float) -> Shape:
    """A spotlight on an arm that shines into the booth."""
    arm = box((0.02, 0.02, 0.34), (x, height + 0.01, 0.17), "matte", BLACK, skip="-z +z")
    head = lathe([(0.045, -0.065), (0.045, 0.065), (0.0, 0.07)], 6, "matte", BLACK)
    glow = quad([(-0.03, -0.06, -0.03), (0.03, -0.06, -0.03), (0.03, -0.06, 0.03), (-0.03, -0.06, 0.03)], "glow", WARM)
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


def _carpet(width: float, depth: float, color: Color, felt: int) -> Shape:
    """Felt in the colour; or grey or dark, with an edge in the colour."""
    x, z = width / 2 - 0.02, depth / 2 - 0.02
    steps = max(2, round(width)), max(2, round(depth))
    edge = mix(color, "#6F767A", 0.2)
    if felt == 0:
        return [grid((-x, 0.014, z), (2 * x, 0, 0), (0, 0, -2 * z), *steps, "carpet", edge)]
    tone = mix(color, "#A9AEB0" if felt == 1 else "#3F464B", 0.88)
    strips = (
        grid((-x, 0.014, z), (2 * x, 0, 0), (0, 0, -EDGE), 3, 1, "carpet", edge),
        grid((-x, 0.014, EDGE - z), (2 * x, 0, 0), (0, 0, -EDGE), 3, 1, "carpet", edge),
        grid((-x, 0.014, z - EDGE), (EDGE, 0, 0), (0, 0, 2 * (EDGE - z)), 1, 3, "carpet", edge),
        grid((x - EDGE, 0.014, z - EDGE), (EDGE, 0, 0), (0, 0, 2 * (EDGE - z)), 1, 3, "carpet", edge),
    )
    inner = grid((EDGE - x, 0.014, z - EDGE), (2 * (x - EDGE), 0, 0), (0, 0, 2 * (EDGE - z)), *steps, "carpet", tone)
    return [inner, *strips]


@dataclass(frozen=True, slots=True)
class _Canvas:
    """The part of a back wall that is printed: its lower left corner, its size, its plane, its colour."""

    left: float
    wide: float
    tall: float
    z: float
    color: Color

    def sky(self, low: Color, high: Color) -> Primitive:
        """The ground of the picture."""
        return gradient(self.left, 0.08, self.wide, self.tall, self.z, "matte", low, high, rows=3, columns=3)

    def over(self, layer: int) -> float:
        """The plane of a layer above the ground."""
        return self.z + 0.004 * layer


def _picture(width: float, depth: float, height: float, color: Color, design: int) -> Shape:
    """A printed back wall in one of several designs."""
    canvas = _Canvas(-width / 2 + 0.08, width - 0.16, height - 0.2, -depth / 2 + INSET + 0.014, color)
    return _DESIGNS[design](canvas)


def _swell(c: _Canvas) -> Shape:
    deep = mix(c.color, "#10202E", 0.55)
    return [
        c.sky(c.color, mix(c.color, PAPER, 0.45)),
        wave(c.left, 0.08, c.wide, 0.7, 0.16, 0.6, c.over(1), "matte", deep),
        wave(c.left, 0.08, c.wide, 0.45, 0.12, 2.2, c.over(2), "matte", c.color),
    ]


def _target(c: _Canvas) -> Shape:
    x = c.left + c.wide * 0.66
    return [
        c.sky(mix(c.color, PAPER, 0.82), PAPER),
        rect(c.left, 0.08, c.wide * 0.34, c.tall, c.over(1), "matte", c.color),
        ring(x, 0.95, 0.5, 0.38, c.over(1), "matte", c.color, 18),
        ring(x, 0.95, 0.26, 0, c.over(1), "matte", mix(c.color, PAPER, 0.45), 14),
    ]


def _slope(c: _Canvas) -> Shape:
    right = c.left + c.wide
    upper = [(right, 0.08 + c.tall), (c.left + c.wide * 0.86, 0.08 + c.tall)]
    band = [(c.left, 0.08), (c.left + c.wide * 0.5, 0.08), (right, 1.5), *upper]
    wedge = [(c.left, 0.08), (c.left + c.wide * 0.5 - 0.5, 0.08), (right - 0.5, 1.5)]
    return [
        c.sky(PAPER, mix(c.color, PAPER, 0.82)),
        flat(band, c.over(1), "matte", c.color),
        flat(wedge, c.over(2), "matte", mix(c.color, "#10202E", 0.55)),
    ]


def _dots(c: _Canvas) -> Shape:
    light = mix(c.color, PAPER, 0.45)
    dots = [
        ring(c.left + 0.3 + 0.32 * i, 0.4 + 0.3 * j, 0.05 + 0.012 * (i + j), 0, c.over(1), "matte", light, 6)
        for i in range(int(c.wide / 0.34))
        for j in range(3)
    ]
    foot = rect(c.left, 0.08, c.wide, 0.16, c.over(1), "matte", c.color)
    return [c.sky(mix(c.color, PAPER, 0.82), PAPER), *dots, foot]


def _lines(c: _Canvas) -> Shape:
    lines = [
        rect(
            c.left + 0.2 + 0.14 * i,
            0.3 + 0.22 * i,
            c.wide - 0.9,
            0.05,
            c.over(1),
            "glow",
            mix(c.color, "#FFFFFF", 0.3 + 0.1 * i),
        )
        for i in range(5)
    ]
    return [c.sky(GRAPHITE, mix(c.color, "#10202E", 0.55)), *lines]


def _hills(c: _Canvas) -> Shape:
    hills = [
        wave(
            c.left,
            0.08,
            c.wide,
            1.15 - 0.33 * i,
            0.2 - 0.04 * i,
            1.7 * i,
            c.over(i + 1),
            "matte",
            mix(c.color, PAPER, 0.5 - 0.25 * i),
        )
        for i in range(3)
    ]
    return [c.sky(mix(c.color, PAPER, 0.82), mix(c.color, "#DCEBF5", 0.8)), *hills]


def _panes(c: _Canvas) -> Shape:
    """Four upright prints side by side, each a tone deeper."""
    wide = c.wide / 4
    tones = [mix(c.color, PAPER, 0.6 - 0.2 * i) for i in range(4)]
    prints = [
        rect(c.left + wide * i + 0.04, 0.3, wide - 0.08, c.tall - 0.5, c.over(1), "matte", tones[i]) for i in range(4)
    ]
    discs = [
        ring(c.left + wide * (i + 0.5), 1.0 + 0.12 * i, 0.17, 0.0, c.over(2), "matte", PAPER, 10) for i in range(4)
    ]
    return [c.sky(PAPER, mix(c.color, PAPER, 0.9)), *prints, *discs]


def _skyline(c: _Canvas) -> Shape:
    """A works by the evening: towers against a bright horizon."""
    tall = (0.5, 0.85, 0.62, 1.1, 0.75, 0.95, 0.45)
    wide = c.wide / len(tall)
    shades = (mix(c.color, "#10202E", 0.6), mix(c.color, "#10202E", 0.8))
    towers = [
        rect(c.left + wide * i, 0.08, wide * 0.86, t, c.over(1), "matte", shades[i % 2]) for i, t in enumerate(tall)
    ]
    sun = ring(c.left + c.wide * 0.3, 1.15, 0.3, 0.0, c.over(0) + 0.002, "matte", mix(c.color, "#FFE9C4", 0.85), 16)
    return [c.sky(mix(c.color, "#FFE3C0", 0.7), mix(c.color, PAPER, 0.25)), sun, *towers]


_DESIGNS = (_swell, _target, _slope, _dots, _lines, _hills, _panes, _skyline)
DESIGNS = len(_DESIGNS)


def _picture_far(width: float, depth: float, height: float, color: Color) -> Shape:
    z = -depth / 2 + INSET + 0.03
    return [rect(-width / 2 + 0.08, 0.08, width - 0.16, height * 0.55, z, "matte", mix(color, PAPER, 0.3))]
