"""A stage in its own frame: front +Z, the platform's middle at the origin, the screen along its back."""

from __future__ import annotations

import math

from hallwright.geometry.colors import mix
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import bevel_box, box, cylinder, grid, quad, transform
from hallwright.layout.model import Stage
from hallwright.scene.materials import ALUMINIUM, BLACK, GRAPHITE, OAK, PAPER, STEEL, WARM
from hallwright.scene.pieces.flats import gradient, rect, ring, wave
from hallwright.scene.pieces.lattice import beam_far, square_truss

Shape = list[Primitive]
SEAT_STEP, ROW_STEP, FIRST_ROW = 0.62, 1.1, 3.0
WALKWAY = 1.6  # between the two blocks of seats


def stage_pieces(stage: Stage) -> Shape:
    """Platform, steps, screen, rig, loudspeakers, lectern, the carpet under the seats."""
    return [*_platform(stage), *_screen(stage), *_rig(stage), *_sound(stage), *_lectern(stage), *_carpet(stage)]


def stage_far(stage: Stage) -> Shape:
    """Platform, lit screen, the rig's beams."""
    width, depth = stage.size
    sw, sh = stage.screen
    low, z = stage.height + 0.5, -depth / 2 + 0.5
    tower = rig_height(stage)
    return [
        box((width, stage.height, depth), (0, 0, 0), "matte", GRAPHITE, base=True, skip="-y"),
        box((sw + 0.5, sh + 0.5, 0.4), (0, low - 0.25, z), "matte", BLACK, base=True, skip="-y"),
        gradient(-sw / 2, low, sw, sh, z + 0.22, "glow", *_sky(stage)),
        *(
            beam_far((side * width / 2, 0, depth / 2), (side * width / 2, tower, depth / 2), 0.35, "#B9BFC3")
            for side in (-1, 1)
        ),
        beam_far((-width / 2, tower, depth / 2), (width / 2, tower, depth / 2), 0.35, "#B9BFC3"),
        grid(
            (-audience_width(stage) / 2, 0.012, _back(stage)),
            (audience_width(stage), 0, 0),
            (0, 0, FIRST_ROW - 1 + depth / 2 - _back(stage)),
            1,
            1,
            "carpet",
            mix(stage.color, "#4A5055", 0.75),
        ),
    ]


def seat_spots(stage: Stage) -> list[tuple[float, float]]:
    """(x, z) of every seat, in rows before the stage, in two blocks beside a walkway."""
    spots = []
    per_row = stage.seats_per_row
    gap = WALKWAY if per_row >= 8 else 0.0
    for row in range(stage.seat_rows):
        z = stage.size[1] / 2 + FIRST_ROW + row * ROW_STEP
        for seat in range(per_row):
            x = (seat - (per_row - 1) / 2) * SEAT_STEP
            spots.append((x + math.copysign(gap / 2, x), z))
    return spots


def seat(color: str) -> Shape:
    """A slim white stacking chair with a coloured back that looks along +Z."""
    legs = [
        box((0.025, 0.44, 0.025), (x, 0, z), "metal", STEEL, base=True, skip="-y +y")
        for x in (-0.2, 0.2)
        for z in (-0.18, 0.18)
    ]
    return [
        box((0.46, 0.05, 0.44), (0, 0.44, 0), "satin", "#E3E6E6", base=True),
        transform(box((0.44, 0.42, 0.035), (0, 0.2, 0), "satin", color, skip="-y"), (0, 0.5, -0.2), pitch=-0.18),
        *legs,
        skirt(0.4, 0.4, reach=0.12, dark=0.25, filled=True, lift=0.02),
    ]


def seat_far(color: str) -> Shape:
    """A seat and a back, two quads."""
    return [
        quad([(-0.22, 0.47, 0.22), (0.22, 0.47, 0.22), (0.22, 0.47, -0.2), (-0.22, 0.47, -0.2)], "satin", "#D6DADA"),
        quad([(0.22, 0.45, -0.22), (-0.22, 0.45, -0.22), (-0.22, 0.92, -0.27), (0.22, 0.92, -0.27)], "satin", color),
    ]


def audience_width(stage: Stage) -> float:
    """How wide the block of seats is."""
    return stage.seats_per_row * SEAT_STEP + WALKWAY + 1.6


def rig_height(stage: Stage) -> float:
    """Height of the lighting rig's beams."""
    return stage.height + stage.screen[1] + 1.8


def _back(stage: Stage) -> float:
    return stage.size[1] / 2 + FIRST_ROW + stage.seat_rows * ROW_STEP + 0.4


def _sky(stage: Stage) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    return mix(stage.color, "#FFFFFF", 0.1), mix(stage.color, "#081420", 0.6)


def _platform(stage: Stage) -> Shape:
    (width, depth), high = stage.size, stage.height
    front = depth / 2
    body = box((width, high, depth), (0, 0, 0), "matte", "#2B3035", base=True, skip="-y +y")
    top = grid((-width / 2, high, front), (width, 0, 0), (0, 0, -depth), 10, 4, "timber", "#5A4636")
    nose = box((width + 0.06, 0.08, depth + 0.06), (0, high - 0.08, 0), "metal", ALUMINIUM, base=True, skip="-y +y")
    light = rect(-width / 2, high * 0.52, width, 0.06, front + 0.012, "glow", mix(stage.color, "#FFFFFF", 0.55))
    steps = [
        box(
            (2.2, high * (i + 1) / 4, 0.32),
            (side * (width / 2 - 2.4), 0, front + 0.32 * (3 - i) - 0.16),
            "timber",
            OAK,
            base=True,
            skip="-y",
        )
        for side in (-1, 1)
        for i in range(3)
    ]
    return [body, top, nose, light, *steps, skirt(width, depth, reach=0.9, dark=0.5)]


def _screen(stage: Stage) -> Shape:
    """The picture: a lit sky over waves in the stage's colour; a flat field above takes the title."""
    sw, sh = stage.screen
    low, z = stage.height + 0.5, -stage.size[1] / 2 + 0.5
    frame = box((sw + 0.5, sh + 0.5, 0.4), (0, low - 0.25, z), "matte", BLACK, base=True)
    foot = box(
        (sw * 0.8, low - 0.25 - stage.height, 0.3), (0, stage.height, z), "matte", GRAPHITE, base=True, skip="-y +y"
    )
    face = z + 0.21
    low_color, high_color = _sky(stage)
    field = [
        gradient(-sw / 2, low, sw, sh * 0.42, face, "glow", low_color, high_color, rows=3, columns=2),
        rect(-sw / 2, low + sh * 0.42, sw, sh * 0.58, face, "glow", high_color),
    ]
    waves = [
        wave(
            -sw / 2,
            low,
            sw,
            sh * (0.3 - 0.09 * i),
            sh * 0.05,
            1.1 * i,
            face + 0.01 * (i + 1),
            "glow",
            mix(stage.color, "#FFFFFF", 0.12 + 0.2 * i),
            20,
        )
        for i in range(3)
    ]
    sun = [
        ring(
            sw * 0.33,
            low + sh * 0.36,
            sh * r,
            sh * (r - 0.025),
            face + 0.005,
            "glow",
            mix(stage.color, "#FFFFFF", 0.5),
            28,
        )
        for r in (0.24, 0.17, 0.1)
    ]
    wings = [piece for side in (-1, 1) for piece in _wing(stage, side, z)]
    return [frame, foot, *field, *sun, *waves, *wings]


def _wing(stage: Stage, side: int, z: float) -> Shape:
    """A tall fabric beside the screen."""
    space = (stage.size[0] - stage.screen[0]) / 2 - 0.5
    if space < 0.8:
        return []
    wide, high = min(space, 2.4), stage.screen[1] + 0.4
    x = side * (stage.screen[0] / 2 + 0.35 + wide / 2)
    art = [
        gradient(-wide / 2, 0, wide, high, 0.06, "matte", stage.color, mix(stage.color, "#10202E", 0.5), rows=3),
        wave(-wide / 2, 0, wide, high * 0.18, high * 0.03, 0.7, 0.07, "matte", mix(stage.color, PAPER, 0.55)),
    ]
    back = box((wide, high, 0.1), (0, 0, 0), "matte", GRAPHITE, base=True, skip="+z")
    return [transform(piece, (x, stage.height, z)) for piece in (back, *art)]


def _rig(stage: Stage) -> Shape:
    """A goal of box truss with moving heads, their lenses lit."""
    (width, depth), top = stage.size, rig_height(stage)
    left, right, front, back = -width / 2, width / 2, depth / 2, -depth / 2
    pieces: Shape = []
    for x in (left, right):
        for z in (front, back):
            pieces += square_truss((x, 0, z), (x, top, z))
            pieces.append(box((0.8, 0.08, 0.8), (x, 0, z), "matte", GRAPHITE, base=True))
        pieces += square_truss((x, top, front), (x, top, back))
    for z in (front, back):
        pieces += square_truss((left, top, z), (right, top, z))
    count = max(4, round(width / 2.2))
    for i in range(count):
        x = left + (i + 0.5) * width / count
        lamp = [
            box((0.26, 0.34, 0.26), (0, -0.5, 0), "matte", BLACK),
            cylinder(
                0.11, 0.02, (0, -0.68, 0), "glow", WARM if i % 3 else mix(stage.color, "#FFFFFF", 0.4), segments=8
            ),
        ]
        pieces += [transform(piece, (x, top - 0.1, front), pitch=-0.5) for piece in lamp]
    return pieces


def _sound(stage: Stage) -> Shape:
    """Curved arrays of loudspeakers at both sides, wedges on the stage's edge."""
    width, depth = stage.size
    pieces: Shape = []
    for side in (-1, 1):
        for i in range(5):
            piece = box((0.8, 0.3, 0.45), (0, 0, 0), "matte", BLACK)
            y, z = rig_height(stage) - 0.7 - 0.31 * i, depth / 2 + 0.35 - 0.02 * i * i
            pieces.append(transform(piece, (side * (width / 2 - 0.9), y, z), pitch=0.05 * i * i))
    for x in (-width * 0.2, width * 0.2):
        pieces.append(
            transform(
                box((0.6, 0.3, 0.4), (0, 0, 0), "matte", BLACK, base=True),
                (x, stage.height, depth / 2 - 0.4),
                pitch=-0.35,
            )
        )
    return pieces


def _lectern(stage: Stage) -> Shape:
    x, z, y = -stage.size[0] * 0.3, stage.size[1] * 0.2, stage.height
    return [
        bevel_box((0.7, 1.08, 0.45), (x, y, z), "satin", PAPER, bevel=0.03, base=True),
        rect(x - 0.3, y + 0.12, 0.6, 0.86, z + 0.232, "satin", stage.color),
        transform(box((0.72, 0.03, 0.5), (0, 0, 0), "timber", OAK), (x, y + 1.14, z), pitch=-0.2),
        box((0.015, 0.3, 0.015), (x + 0.1, y + 1.1, z - 0.1), "matte", BLACK, base=True),
    ]


def _carpet(stage: Stage) -> Shape:
    if not stage.seat_rows:
        return []
    width, front, back = audience_width(stage), stage.size[1] / 2 + FIRST_ROW - 1, _back(stage)
    return [
        grid(
            (-width / 2, 0.012, back),
            (width, 0, 0),
            (0, 0, front - back),
            6,
            6,
            "carpet",
            mix(stage.color, "#4A5055", 0.75),
        )
    ]
