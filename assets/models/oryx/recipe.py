"""A control room of an industrial Internet platform: a wall of dashboards, and before it a small line that feeds it.

Screens are flat quads in material ``glow``, parts of their own, lower left corner first; whoever draws live pictures
draws them 8 mm before these and leaves out the parts ``picture-…``, which show what such a dashboard looks like.

| part | width x height (m) | where its middle is; the way it looks | meant for |
| --- | --- | --- | --- |
| ``screen-1`` | 3.84 x 2.16 | (0, 2.63, -0.82); +Z | the whole plant |
| ``screen-2``, ``-3``, ``-4`` | 1.60 x 0.90 | left of it (-X) from the top down; turned in by 22° | one device each |
| ``screen-5``, ``-6``, ``-7`` | 1.60 x 0.90 | right of it (+X) from the top down; turned in by 22° | one device each |
| ``screen-8``, ``-9`` | 0.60 x 0.34 | on the desk, leaning back by 10°; +Z | operators |
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hallwright.catalogue.posing import frames, keyed, reach, turned, vectors
from hallwright.catalogue.rig import Motion, Part, Rig, Track, appear, flicker, grow, spin
from hallwright.geometry.cabling import cable, catenary
from hallwright.geometry.cladding import lamps, louvres
from hallwright.geometry.colors import Color, mix
from hallwright.geometry.hulls import Hull
from hallwright.geometry.lofting import bars, limb, panels, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, sphere, transform

Points = NDArray[np.float64]
DEEP, CYAN, BLUE, AMBER, GREEN, WHITE, RED = "#0B2233", "#3FC6F0", "#2F7FE0", "#FFB000", "#43D98C", "#E8F4FA", "#FF5A4D"
GRAPHITE, PALE, STEEL, DARK, ORANGE = "#39424A", "#EEF1F3", "#9AA3A9", "#20272C", "#F07A1A"

Place = tuple[float, float, float, float, float]
"""Middle x, y, z; turned about Y, leaning back: radians."""
TURN, WING = math.radians(22), (2.80, -0.50)
BIG, SMALL, DESK = (3.84, 2.16), (1.60, 0.90), (0.60, 0.34)
ROWS = (3.56, 2.63, 1.70)
SCREENS: tuple[tuple[Place, tuple[float, float]], ...] = (
    ((0.0, 2.63, -0.82, 0.0, 0.0), BIG),
    *(((-WING[0], y, WING[1], TURN, 0.0), SMALL) for y in ROWS),
    *(((WING[0], y, WING[1], -TURN, 0.0), SMALL) for y in ROWS),
    *(((x, 1.2, 0.2, 0.0, -math.radians(10)), DESK) for x in (1.55, 2.55)),
)


def build() -> Rig:
    """The wall, the desk, the line, what runs between them, and how it works."""
    parts = {
        "wall": Part(_wall(), apart=(0, 0, -0.6)),
        "desk": Part(_desk(), apart=(0.3, 0, 0.9)),
        "chairs": Part(_chairs(), apart=(0.3, 0, 1.9)),
    }
    for number, (place, size) in enumerate(SCREENS, 1):
        apart = (0, 0, 0.5) if number < 8 else (0.3, 0.35, 0.9)
        parts[f"screen-{number}"] = Part(_put([_rectangle(size, "glow", DEEP, 0.0)], place), None, place[:3], apart)
        parts[f"picture-{number}"] = Part(
            _put(_picture(number, size), place), f"screen-{number}", place[:3], (0, 0, 0.12)
        )
        if number < 8:
            parts[f"outline-{number}"] = Part(_put(_outline(size), place), f"screen-{number}", place[:3], hidden=True)
    parts |= _line() | _arm() | _beads()
    parts["gateway"] = Part(_gateway(), apart=(0, 0, 1.3))
    parts["gateway-door"] = Part(_gateway_door(), "gateway", (0.53, 0.9, 0.3), apart=(0, 0, 0.4), cut=True)
    parts["assistant"] = Part(_globe(), None, GLOBE, (0.3, 0.5, 0.9))
    parts["ring-inner"] = Part(_ring(0.2, CYAN, 0.5), "assistant", GLOBE, (0, 0.1, 0))
    parts["ring-outer"] = Part(_ring(0.24, AMBER, -0.4), "assistant", GLOBE, (0, 0.2, 0))
    return Rig(parts, (_idle(), _run()))


def far() -> list[Primitive]:
    """The wall with its brightest pictures, the line and the desk as boxes."""
    parts = [
        box((4.1, 3.3, 0.18), (0, 0.9, -0.93), "matte", GRAPHITE, base=True),
        box((4.1, 0.9, 0.4), (0, 0, -0.9), "matte", PALE, base=True),
    ]
    for number, (place, size) in enumerate(SCREENS, 1):
        flat = [_rectangle(size, "glow", DEEP, 0.0)]
        if number < 8:
            band = (size[0] * 0.4, size[1] * 0.3)
            flat += [
                transform(_rectangle(band, "glow", tone, 0.012), (x * size[0], y * size[1], 0))
                for x, y, tone in ((-0.24, 0.14, CYAN), (0.24, -0.14, (BLUE, GREEN, AMBER)[number % 3]))
            ]
        parts += _put(flat, place)
    for side in (-1, 1):
        parts += _put(
            [
                box((1.72, 3.3, 0.16), (0, -1.75, -0.1), "matte", GRAPHITE, base=True),
                box((1.72, 0.92, 0.36), (0, -2.63, -0.1), "matte", PALE, base=True),
            ],
            (side * WING[0], 2.63, WING[1], -side * TURN, 0.0),
        )
    parts += [
        box((2.7, 0.12, 0.4), (-2.5, 0.72, 0.5), "matte", DARK),
        box((2.5, 0.66, 0.3), (-2.5, 0, 0.5), "matte", PALE, base=True),
        box((2.3, 0.06, 0.62), (2.05, 0.78, 0.3), "matte", PALE),
        box((2.1, 0.75, 0.4), (2.05, 0, 0.25), "matte", GRAPHITE, base=True),
        box((0.5, 1.5, 0.3), (0.3, 0, 0.15), "matte", PALE, base=True),
        limb([(-0.85, 0.0, 0.5), (-0.85, 1.25, 0.5), (-1.25, 1.2, 0.5)], 0.08, "matte", ORANGE, segments=5),
    ]
    return parts


def _put(flat: Sequence[Primitive], place: Place) -> list[Primitive]:
    """What lies about the origin in the plane z = 0, moved to a screen."""
    x, y, z, yaw, pitch = place
    return [transform(part, (x, y, z), yaw=yaw, pitch=pitch) for part in flat]


def _rectangle(size: tuple[float, float], material: str, color: Color, z: float) -> Primitive:
    w, h = size[0] / 2, size[1] / 2
    return panels([[(-w, -h, z), (w, -h, z), (w, h, z), (-w, h, z)]], material, [color])


def _outline(size: tuple[float, float]) -> list[Primitive]:
    """A frame of light just before a screen's edge."""
    w, h, t = size[0] / 2 + 0.008, size[1] / 2 + 0.008, 0.022
    return [box((2 * w, t, 0.012), (0, s * h, 0.014), "glow", CYAN) for s in (-1, 1)] + [
        box((t, 2 * h, 0.012), (s * w, 0, 0.014), "glow", CYAN) for s in (-1, 1)
    ]


def _wall() -> list[Primitive]:
    """What carries the screens: three leaves of cladding, a lit header, plinths with vents, bezels."""
    flat = [
        *_leaf(4.1, 0.55, BIG, (0.0,)),
        box((3.0, 0.1, 0.012), (0, 1.44, 0.06), "glow", "#BFEFFF"),
        box((0.9, 0.02, 0.012), (0, 1.3, 0.06), "glow", AMBER),
    ]
    parts = _put(flat, (0.0, 2.63, -0.82, 0.0, 0.0))
    for side in (-1, 1):
        parts += _put(_leaf(1.78, 0.5, SMALL, (0.93, 0.0, -0.93)), (side * WING[0], 2.63, WING[1], -side * TURN, 0.0))
        parts.append(bevel_box((0.1, 4.05, 0.3), (side * 3.72, 0, -0.16), "satin", PALE, bevel=0.03, base=True))
        parts.append(limb([(side * 2.0, 0.0, -0.84), (side * 2.0, 4.1, -0.84)], 0.04, "metal", STEEL, segments=8))
    return parts


def _leaf(wide: float, deep: float, size: tuple[float, float], rows: Sequence[float]) -> list[Primitive]:
    """One leaf about the origin in the plane of its screens; the floor is 2.63 m below."""
    low = -2.63
    parts = [
        bevel_box((wide, 4.0, 0.12), (0, low + 0.1, -0.09), "satin", GRAPHITE, bevel=0.02, base=True),
        bevel_box((wide - 0.02, 0.9, 0.16), (0, low + 0.08, 0.0), "satin", PALE, bevel=0.03, base=True),
        box((wide, 0.08, 0.2), (0, low, -0.02), "matte", DARK, base=True),
        bevel_box((wide, 0.24, 0.2), (0, 1.33, -0.05), "satin", PALE, bevel=0.03, base=True),
        box((wide - 0.1, 0.02, 0.01), (0, low + 1.0, 0.088), "glow", CYAN),
    ]
    for x in np.arange(-wide / 2 + 0.45, wide / 2 - 0.3, 0.85):
        parts += [
            transform(part, (float(x), low + 0.5, 0.082))
            for part in louvres(0.6, 0.42, 8, "satin", "#D5DADD", depth=0.012)
        ]
    for y in rows:
        w, h = size[0] / 2, size[1] / 2
        edge = [[(-w - 0.02, y + s * (h + 0.01), 0.0), (w + 0.02, y + s * (h + 0.01), 0.0)] for s in (-1, 1)]
        edge += [[(s * (w + 0.01), y - h, 0.0), (s * (w + 0.01), y + h, 0.0)] for s in (-1, 1)]
        parts += [
            bars(edge, 0.014, "satin", DARK),
            bevel_box((size[0], size[1], 0.03), (0, y, -0.022), "satin", DARK, bevel=0.006),
        ]
    return parts


# What dashboards look like: drawn in the plane of a screen, millimetres before it.


def _bar(x: float, y: float, width: float, height: float, z: float = 0.002) -> list[tuple[float, float, float]]:
    return [(x, y, z), (x + width, y, z), (x + width, y + height, z), (x, y + height, z)]


def _picture(number: int, size: tuple[float, float]) -> list[Primitive]:
    w, h = size
    head = panels(
        [
            _bar(-w * 0.47, h * 0.38, w * 0.3, h * 0.06),
            _bar(w * 0.33, h * 0.39, w * 0.14, h * 0.03),
            _bar(-w * 0.47, h * 0.33, w * 0.94, h * 0.008),
        ],
        "glow",
        [WHITE, AMBER, "#2B5672"],
    )
    if number == 1:
        return [
            head,
            *_plants(-0.05, -0.14, 1.7, 1.45),
            *_curve((-1.82, -0.98, 1.0, 0.75), CYAN, 3),
            *_columns(-1.82, -0.05, 0.9, 0.6),
            *_dials(1.37, 0.28),
            *_rows(0.98, -0.95, 0.82, 0.8),
        ]
    if number >= 8:
        return [
            head,
            *_curve((-w * 0.44, -h * 0.4, w * 0.5, h * 0.6), CYAN, number),
            *_columns(w * 0.12, -h * 0.4, w * 0.34, h * 0.6),
        ]
    tone = (CYAN, GREEN, AMBER)[number % 3]
    return [
        head,
        *_curve((-w * 0.46, -h * 0.42, w * 0.56, h * 0.62), tone, number),
        *_arc(w * 0.3, h * 0.06, h * 0.2, h * 0.07, 1.0, "#1D4258", 0.0015),
        *_arc(w * 0.3, h * 0.06, h * 0.2, h * 0.07, 0.45 + 0.07 * number, tone, 0.003),
        *_columns(w * 0.16, -h * 0.42, w * 0.3, h * 0.22),
    ]


def _columns(x: float, y: float, width: float, height: float) -> list[Primitive]:
    count = 9
    rise = 0.35 + 0.6 * np.abs(np.sin(np.arange(count) * 0.9 + x))
    step = width / count
    bar = [_bar(x + k * step, y, step * 0.62, height * float(rise[k])) for k in range(count)]
    return [
        panels(bar, "glow", [mix(BLUE, CYAN, float(v)) if v < 0.9 else AMBER for v in rise]),
        panels([_bar(x, y - 0.02, width, 0.008)], "glow", [WHITE]),
    ]


def _curve(frame: tuple[float, float, float, float], color: Color, seed: int) -> list[Primitive]:
    x, y, width, height = frame
    steps = np.cumsum(np.random.default_rng(seed).normal(0.05, 0.16, 22))
    ys = y + height * (0.15 + 0.75 * (steps - steps.min()) / float(np.ptp(steps)))
    xs = np.linspace(x, x + width, 22)
    fill = [
        [(xs[k], y, 0.002), (xs[k + 1], y, 0.002), (xs[k + 1], ys[k + 1], 0.002), (xs[k], ys[k], 0.002)]
        for k in range(21)
    ]
    thick = 0.012 * min(1.0, height / 0.5)
    line = [
        [
            (xs[k], ys[k] - thick, 0.004),
            (xs[k + 1], ys[k + 1] - thick, 0.004),
            (xs[k + 1], ys[k + 1] + thick, 0.004),
            (xs[k], ys[k] + thick, 0.004),
        ]
        for k in range(21)
    ]
    return [
        panels([_bar(x, y + height * k / 4, width, 0.004, 0.0012) for k in range(5)], "glow", ["#2B5672"]),
        panels(fill, "glow", [mix(DEEP, color, 0.28)]),
        panels(line, "glow", [color]),
    ]


def _rows(x: float, y: float, width: float, height: float) -> list[Primitive]:
    corners, tones = [], []
    for row in range(6):
        at = y + height * (0.86 - row * 0.155)
        corners += [
            _bar(x, at, 0.06, 0.06),
            _bar(x + 0.11, at + 0.01, 0.28 + 0.07 * (row * 5 % 3), 0.04),
            _bar(x + width - 0.22, at + 0.01, 0.06 + 0.03 * (row * 7 % 5), 0.04),
        ]
        tones += [(GREEN, GREEN, AMBER)[row * 3 % 5 % 3], "#8FB6CC", CYAN]
    return [panels(corners, "glow", tones)]


def _plants(x: float, y: float, width: float, height: float) -> list[Primitive]:
    """A dotted country of plants, some of them calling."""
    xs, ys = np.meshgrid(np.linspace(-1, 1, 23), np.linspace(-1, 1, 21))
    land = (xs**2 + ys**2 * 1.25 + 0.32 * np.sin(xs * 4.0 + 1) * np.cos(ys * 3.1)) < 0.72
    dots = np.stack([x + xs[land] * width / 2, y + ys[land] * height / 2], -1)
    chosen = dots[np.random.default_rng(9).choice(len(dots), 9, replace=False)]
    links = [[(*chosen[0], 0.003), (*there, 0.003)] for there in chosen[1:]]
    return [
        panels([_bar(a - 0.014, b - 0.014, 0.028, 0.028) for a, b in dots], "glow", ["#2C85AE", "#2573A0", "#37A0CB"]),
        bars(links, 0.0025, "glow", AMBER, sides=3),
        panels([_bar(a - 0.032, b - 0.032, 0.064, 0.064, 0.0055) for a, b in chosen], "glow", [AMBER, GREEN]),
    ]


def _dials(x: float, y: float) -> list[Primitive]:
    parts = []
    for k, (share, color) in enumerate(((0.78, CYAN), (0.62, GREEN), (0.44, AMBER))):
        radius = 0.4 - 0.11 * k
        parts += [*_arc(x, y, radius, 0.06, 1.0, "#1D4258", 0.0015), *_arc(x, y, radius, 0.06, share, color, 0.003)]
    return parts


def _arc(x: float, y: float, radius: float, width: float, share: float, color: Color, z: float) -> list[Primitive]:
    turn = np.linspace(math.pi / 2, math.pi / 2 - math.tau * share, max(6, round(30 * share)))
    inner, outer = radius - width / 2, radius + width / 2
    corners = [
        [(x + r * math.cos(a), y + r * math.sin(a), z) for r, a in ((inner, b), (outer, b), (outer, a), (inner, a))]
        for a, b in zip(turn[:-1], turn[1:], strict=True)
    ]
    return [panels(corners, "glow", [color])]


# The desk of the operators, and the assistant that answers them.

GLOBE = (0.98, 1.3, 0.3)


def _desk() -> list[Primitive]:
    """A desk of three leaves with screens, keyboards, a drawer unit and cables."""
    parts = [
        bevel_box((2.5, 0.045, 0.68), (2.05, 0.765, 0.34), "satin", "#F4F6F7", bevel=0.015, base=True),
        bevel_box((2.3, 0.5, 0.04), (2.05, 0.22, 0.1), "satin", "#C9D0D4", bevel=0.01, base=True),
        *[bevel_box((0.06, 0.76, 0.6), (x, 0.0, 0.34), "satin", GRAPHITE, bevel=0.02, base=True) for x in (0.86, 3.24)],
        bevel_box((0.4, 0.56, 0.5), (2.97, 0.06, 0.36), "satin", PALE, bevel=0.015, base=True),
        *[
            bevel_box((0.36, 0.15, 0.02), (2.97, 0.1 + 0.18 * k, 0.615), "satin", "#D9DEE0", bevel=0.006, base=True)
            for k in range(3)
        ],
        *[box((0.14, 0.014, 0.012), (2.97, 0.2 + 0.18 * k, 0.632), "metal", STEEL) for k in range(3)],
        cylinder(0.13, 0.03, (GLOBE[0], 0.81, GLOBE[2]), "metal", STEEL, segments=28, base=True, top_radius=0.1),
        transform(lathe([(0.075, 0.0), (0.02, 0.3)], 18, "glow", "#BFEFFF"), (GLOBE[0], 0.84, GLOBE[2])),
    ]
    for place, _ in SCREENS[7:]:
        x = place[0]
        parts += _put([bevel_box((0.64, 0.38, 0.03), (0, 0, -0.018), "satin", DARK, bevel=0.008)], place)
        parts += [
            limb([(x, 0.82, 0.14), (x, 1.1, 0.14), (x, 1.2, 0.17)], 0.02, "metal", STEEL, segments=10),
            bevel_box((0.26, 0.015, 0.18), (x, 0.81, 0.14), "metal", STEEL, bevel=0.005, base=True),
            bevel_box((0.44, 0.018, 0.14), (x, 0.812, 0.48), "satin", "#2A3137", bevel=0.006, base=True),
            *[box((0.4, 0.004, 0.022), (x, 0.83, 0.435 + 0.03 * k), "matte", "#D9DEE0", base=True) for k in range(4)],
            bevel_box((0.06, 0.025, 0.1), (x + 0.32, 0.812, 0.48), "satin", "#2A3137", bevel=0.01, base=True),
            cable((x, 1.1, 0.12), (x + 0.1, 0.3, 0.14), 0.007, "matte", DARK, sag=0.1, count=8, segments=4),
        ]
    mug = [(0.0, 0.0), (0.038, 0.0), (0.04, 0.09), (0.035, 0.09), (0.034, 0.01), (0.0, 0.01)]
    return [*parts, transform(lathe(mug, 16, "satin", ORANGE), (2.08, 0.81, 0.5))]


def _chairs() -> list[Primitive]:
    return [part for x, turn in ((1.55, math.pi + 0.25), (2.55, math.pi - 0.5)) for part in _chair(x, 0.82, turn)]


def _chair(x: float, z: float, turn: float) -> list[Primitive]:
    """A swivel chair that looks along +Z before it is turned."""
    seat = (
        (0.45, 0, 0.0, 0.19, 0.18, 3),
        (0.47, 0, 0.0, 0.23, 0.22, 3.2),
        (0.51, 0, 0.0, 0.23, 0.22, 3.2),
        (0.53, 0, 0, 0.19, 0.18, 3),
    )
    back = (
        (0.6, 0, -0.2, 0.16, 0.02, 3),
        (0.64, 0, -0.21, 0.2, 0.035, 3.2),
        (0.95, 0, -0.24, 0.2, 0.03, 3.2),
        (1.06, 0, -0.25, 0.15, 0.02, 2.8),
    )
    parts = [
        Hull(seat).skin(7, 20, "matte", "#2F4A5C"),
        Hull(back).skin(8, 20, "matte", "#2F4A5C"),
        limb([(0, 0.5, -0.14), (0, 0.52, -0.25), (0, 0.75, -0.245)], 0.02, "metal", STEEL, segments=8),
        cylinder(0.03, 0.3, (0, 0.15, 0), "metal", STEEL, segments=12, base=True),
        cylinder(0.05, 0.05, (0, 0.12, 0), "satin", DARK, segments=12, base=True),
    ]
    for k in range(5):
        a = math.tau * k / 5
        foot = (0.27 * math.sin(a), 0.07, 0.27 * math.cos(a))
        parts += [
            limb([(0, 0.14, 0), foot], [0.026, 0.018], "satin", DARK, segments=6),
            sphere(0.032, (foot[0], 0.032, foot[2]), "satin", DARK, segments=8, rings=6),
        ]
    for s in (-1, 1):
        parts += [
            limb(
                [(s * 0.2, 0.48, -0.02), (s * 0.27, 0.52, -0.02), (s * 0.27, 0.68, 0.0)],
                0.014,
                "satin",
                DARK,
                segments=6,
            ),
            bevel_box((0.07, 0.03, 0.24), (s * 0.27, 0.69, 0.02), "satin", DARK, bevel=0.012),
        ]
    return [transform(part, (x, 0, z), yaw=turn) for part in parts]


def _globe() -> list[Primitive]:
    dots = [
        sphere(0.012, tuple(np.asarray(GLOBE) + 0.15 * np.asarray(way)), "glow", WHITE, segments=6, rings=4)
        for way in _ways(26)
    ]
    return [sphere(0.13, GLOBE, "glow", "#8FE6FF", segments=20, rings=12), *dots]


def _ways(count: int) -> list[tuple[float, float, float]]:
    """Directions spread evenly."""
    k = np.arange(count) + 0.5
    y, turn = 1 - 2 * k / count, math.pi * (1 + math.sqrt(5)) * k
    radius = np.sqrt(1 - y * y)
    return [
        (float(a), float(b), float(c)) for a, b, c in zip(radius * np.cos(turn), y, radius * np.sin(turn), strict=True)
    ]


def _ring(radius: float, color: str, tilt: float) -> list[Primitive]:
    bead = sphere(0.018, (radius, 0, 0), "glow", WHITE, segments=8, rings=6)
    return [
        transform(part, GLOBE, pitch=tilt, roll=tilt / 2)
        for part in (torus(radius, 0.006, "glow", color, segments=40, sides=4), bead)
    ]


# The line: a conveyor, a camera over it, sensors on it, and an arm that takes good parts off.

BELT, LINE_Z = 0.82, 0.5
LEFT, RIGHT = -3.75, -1.25
CYCLE = 12.0
STOP, BIN = np.array([-1.42, BELT, LINE_Z]), np.array([-0.42, 0.55, 0.72])
ARM_FOOT, ARM_SHOULDER, ARM_ELBOW, ARM_WRIST = (
    (-0.9, 0.55, 0.42),
    (-0.9, 0.83, 0.42),
    (-0.98, 1.22, 0.42),
    (-1.28, 1.12, 0.42),
)
TOOL = 0.2
"""Metres from the wrist down to the tips of the gripper."""


def _line() -> dict[str, Part]:
    parts = {
        "conveyor": Part(_conveyor(), apart=(-0.3, 0, 0.9)),
        "camera": Part(_camera(), "conveyor", apart=(0, 0.45, 0)),
        "sensors": Part(_sensors(), "conveyor", apart=(0, 0.0, 0.3)),
        "scan": Part(_scan(), "conveyor", hidden=True),
        "bin": Part(_bin(), apart=(0.1, 0, 1.3)),
    }
    start = (LEFT + 0.45, BELT, LINE_Z)
    parts["piece"] = Part([transform(part, start) for part in _piece()], "conveyor", start)
    for k, x in enumerate((LEFT + 0.03, RIGHT - 0.03)):
        drum = [
            cylinder(0.045, 0.36, (0, 0, 0), "metal", STEEL, segments=14),
            *[box((0.01, 0.34, 0.012), (0.045, 0, 0), "matte", DARK)],
        ]
        parts[f"roller-{k + 1}"] = Part(
            [transform(part, (x, BELT - 0.055, LINE_Z), pitch=math.pi / 2) for part in drum],
            "conveyor",
            (x, BELT - 0.055, LINE_Z),
        )
    return parts


def _conveyor() -> list[Primitive]:
    middle, long = (LEFT + RIGHT) / 2, RIGHT - LEFT
    return [
        box((long - 0.06, 0.006, 0.34), (middle, BELT - 0.01, LINE_Z), "matte", DARK, base=True),
        box((long - 0.06, 0.006, 0.34), (middle, BELT - 0.106, LINE_Z), "matte", DARK, base=True),
        *[
            bevel_box(
                (long, 0.12, 0.035), (middle, BELT - 0.13, LINE_Z + s * 0.2), "metal", "#C6CBCE", bevel=0.01, base=True
            )
            for s in (-1, 1)
        ],
        *[box((long - 0.04, 0.02, 0.004), (middle, BELT - 0.07, LINE_Z + s * 0.219), "satin", ORANGE) for s in (-1, 1)],
        *[
            limb(
                [(x, 0.0, LINE_Z + s * 0.19), (x, BELT - 0.13, LINE_Z + s * 0.19)],
                0.022,
                "metal",
                "#C6CBCE",
                segments=8,
            )
            for x in np.linspace(LEFT + 0.15, RIGHT - 0.15, 4)
            for s in (-1, 1)
        ],
        *[
            cylinder(0.04, 0.02, (x, 0, LINE_Z + s * 0.19), "satin", DARK, segments=12, base=True)
            for x in np.linspace(LEFT + 0.15, RIGHT - 0.15, 4)
            for s in (-1, 1)
        ],
        bars(
            [[(LEFT + 0.15, 0.22, LINE_Z + s * 0.19), (RIGHT - 0.15, 0.22, LINE_Z + s * 0.19)] for s in (-1, 1)],
            0.014,
            "metal",
            "#C6CBCE",
            sides=6,
        ),
        transform(
            cylinder(0.07, 0.2, (0, 0, 0), "satin", BLUE, segments=18),
            (RIGHT - 0.2, BELT - 0.2, LINE_Z - 0.26),
            roll=math.pi / 2,
        ),
        bevel_box((0.12, 0.12, 0.1), (RIGHT - 0.05, BELT - 0.2, LINE_Z - 0.26), "satin", GRAPHITE, bevel=0.015),
        bevel_box((0.36, 0.3, 0.34), (LEFT + 0.12, BELT + 0.02, LINE_Z), "satin", PALE, bevel=0.03, base=True),
        box((0.004, 0.16, 0.2), (LEFT + 0.302, BELT + 0.1, LINE_Z), "matte", DARK),
        limb(
            [(LEFT + 0.05, BELT + 0.3, LINE_Z - 0.1), (LEFT + 0.05, BELT + 0.62, LINE_Z - 0.1)],
            0.014,
            "metal",
            STEEL,
            segments=8,
        ),
        *[
            cylinder(
                0.026, 0.045, (LEFT + 0.05, BELT + 0.62 + 0.05 * k, LINE_Z - 0.1), "glow", tone, segments=14, base=True
            )
            for k, tone in enumerate((GREEN, AMBER, RED))
        ],
    ]


def _piece() -> list[Primitive]:
    """What is made here: a small gear housing, its foot on the origin."""
    body = [
        (0.0, 0.0),
        (0.07, 0.0),
        (0.075, 0.012),
        (0.06, 0.03),
        (0.055, 0.09),
        (0.035, 0.1),
        (0.022, 0.1),
        (0.02, 0.125),
        (0.0, 0.125),
    ]
    ears = [
        cylinder(0.016, 0.022, (0.068 * math.cos(a), 0, 0.068 * math.sin(a)), "metal", "#C9B48A", segments=8, base=True)
        for a in np.linspace(0, math.tau, 6, endpoint=False)
    ]
    return [lathe(body, 24, "metal", "#C9B48A"), *ears]


CAMERA_X = -2.45


def _camera() -> list[Primitive]:
    """A gantry with a camera and a ring of light over the belt."""
    posts = [[(CAMERA_X, BELT - 0.1, LINE_Z + s * 0.24), (CAMERA_X, BELT + 0.62, LINE_Z + s * 0.24)] for s in (-1, 1)]
    return [
        *[limb(post, 0.018, "metal", STEEL, segments=8) for post in posts],
        limb(
            [(CAMERA_X, BELT + 0.62, LINE_Z - 0.26), (CAMERA_X, BELT + 0.62, LINE_Z + 0.26)],
            0.018,
            "metal",
            STEEL,
            segments=8,
        ),
        bevel_box((0.1, 0.14, 0.1), (CAMERA_X, BELT + 0.5, LINE_Z), "satin", BLUE, bevel=0.012),
        cylinder(0.034, 0.07, (CAMERA_X, BELT + 0.4, LINE_Z), "satin", DARK, segments=16),
        transform(torus(0.1, 0.014, "glow", WHITE, segments=28, sides=6), (CAMERA_X, BELT + 0.36, LINE_Z)),
        transform(torus(0.105, 0.018, "satin", DARK, segments=28, sides=6), (CAMERA_X, BELT + 0.372, LINE_Z)),
        cable(
            (CAMERA_X, BELT + 0.56, LINE_Z - 0.05),
            (CAMERA_X + 0.05, BELT - 0.05, LINE_Z - 0.24),
            0.008,
            "matte",
            ORANGE,
            sag=0.06,
            segments=5,
        ),
    ]


def _scan() -> list[Primitive]:
    """The fan of light that a camera reads by."""
    top, low = (CAMERA_X, BELT + 0.36, LINE_Z), BELT + 0.008
    return [
        panels(
            [[(CAMERA_X, low, LINE_Z + s * 0.15), (CAMERA_X, low, LINE_Z - s * 0.15), top, top] for s in (-1, 1)],
            "light",
            [CYAN],
        ),
        box((0.012, 0.004, 0.3), (CAMERA_X, low, LINE_Z), "glow", CYAN),
    ]


SENSORS = (-3.2, -2.85, -2.0, -1.65)


def _sensors() -> list[Primitive]:
    """Light gates across the belt, and small boxes that feel heat and shaking."""
    parts = []
    for k, x in enumerate(SENSORS):
        for s in (-1, 1):
            parts += [
                bevel_box(
                    (0.03, 0.16, 0.03), (x, BELT - 0.06, LINE_Z + s * 0.245), "satin", DARK, bevel=0.006, base=True
                ),
                box((0.016, 0.016, 0.006), (x, BELT + 0.07, LINE_Z + s * 0.229), "glow", RED),
            ]
        parts += [
            bevel_box((0.09, 0.06, 0.03), (x + 0.14, BELT - 0.07, LINE_Z + 0.24), "satin", "#F4F6F7", bevel=0.008),
            box((0.03, 0.01, 0.004), (x + 0.14, BELT - 0.06, LINE_Z + 0.257), "glow", (GREEN, CYAN)[k % 2]),
            cable(
                (x + 0.14, BELT - 0.1, LINE_Z + 0.24),
                (x + 0.3, 0.24, LINE_Z + 0.2),
                0.006,
                "matte",
                ORANGE,
                sag=0.05,
                count=8,
                segments=4,
            ),
        ]
    return parts


def _bin() -> list[Primitive]:
    """A pallet with a tray where good parts go."""
    slats = [
        box((0.5, 0.02, 0.08), (BIN[0], 0.42, BIN[2] + dz), "timber", "#C29B6C") for dz in (-0.18, -0.06, 0.06, 0.18)
    ]
    walls = [
        bevel_box((0.44, 0.14, 0.02), (BIN[0], 0.44, BIN[2] + s * 0.19), "satin", BLUE, bevel=0.006, base=True)
        for s in (-1, 1)
    ]
    walls += [
        bevel_box((0.02, 0.14, 0.4), (BIN[0] + s * 0.22, 0.44, BIN[2]), "satin", BLUE, bevel=0.006, base=True)
        for s in (-1, 1)
    ]
    legs = [
        bevel_box(
            (0.06, 0.41, 0.06), (BIN[0] + sx * 0.2, 0, BIN[2] + sz * 0.16), "satin", GRAPHITE, bevel=0.01, base=True
        )
        for sx in (-1, 1)
        for sz in (-1, 1)
    ]
    done = [
        transform(part, (BIN[0] + x, 0.44, BIN[2] + z)) for x, z in ((-0.12, -0.1), (0.12, 0.1)) for part in _piece()
    ]
    return [
        *slats,
        *walls,
        *legs,
        *done,
        box((0.42, 0.01, 0.38), (BIN[0], 0.435, BIN[2]), "matte", "#2B3A46", base=True),
    ]


def _arm() -> dict[str, Part]:
    """Six parts of a small robot arm: base, turret, two links, wrist, gripper."""
    apart = {
        "arm-base": (0.1, 0, 1.1),
        "arm-turret": (0, 0.12, 0),
        "arm-lower": (0, 0.16, 0),
        "arm-upper": (0, 0.16, 0),
        "arm-wrist": (0, -0.06, 0),
    }
    shapes = {
        "arm-base": _arm_base(),
        "arm-turret": _turret(),
        "arm-lower": _link(ARM_SHOULDER, ARM_ELBOW, 0.075, 0.058),
        "arm-upper": _link(ARM_ELBOW, ARM_WRIST, 0.058, 0.042),
        "arm-wrist": _hand(),
    }
    pivots = (ARM_FOOT, ARM_FOOT, ARM_SHOULDER, ARM_ELBOW, ARM_WRIST)
    parents = (None, "arm-base", "arm-turret", "arm-lower", "arm-upper")
    return {
        name: Part(shapes[name], parent, pivot, apart[name])
        for name, parent, pivot in zip(shapes, parents, pivots, strict=True)
    }


def _arm_base() -> list[Primitive]:
    x, y, z = ARM_FOOT
    post = [(0.0, 0.0), (0.17, 0.0), (0.17, 0.03), (0.1, 0.06), (0.09, 0.4), (0.13, 0.46), (0.14, y), (0.0, y)]
    bolts = [
        cylinder(
            0.012, 0.02, (x + 0.145 * math.cos(a), 0.03, z + 0.145 * math.sin(a)), "metal", STEEL, segments=6, base=True
        )
        for a in np.linspace(0, math.tau, 8, endpoint=False)
    ]
    return [
        transform(lathe(post, 28, "satin", PALE), (x, 0, z)),
        *bolts,
        transform(torus(0.125, 0.008, "glow", CYAN, segments=28, sides=5), (x, y - 0.03, z), scale=(1.1, 1, 1.1)),
    ]


def _turret() -> list[Primitive]:
    x, y, z = ARM_FOOT
    body = [(0.0, 0.0), (0.125, 0.0), (0.125, 0.08), (0.1, 0.14), (0.0, 0.15)]
    cheeks = [
        bevel_box((0.17, 0.3, 0.035), (x, y + 0.1, z + s * 0.085), "satin", ORANGE, bevel=0.014, base=True)
        for s in (-1, 1)
    ]
    drive = transform(cylinder(0.07, 0.26, (0, 0, 0), "satin", DARK, segments=18), ARM_SHOULDER, pitch=math.pi / 2)
    return [transform(lathe(body, 26, "satin", ORANGE), (x, y + 0.005, z)), *cheeks, drive]


def _link(start: Sequence[float], end: Sequence[float], first: float, last: float) -> list[Primitive]:
    """A link with a drum at its far joint."""
    a, b = np.asarray(start), np.asarray(end)
    path = [a + (b - a) * share for share in (0.0, 0.12, 0.3, 0.75, 0.9, 1.0)]
    drum = transform(
        cylinder(last * 1.25, last * 3.2, (0, 0, 0), "satin", DARK, segments=18), tuple(b), pitch=math.pi / 2
    )
    band = limb([a + (b - a) * 0.48, a + (b - a) * 0.54], first * 0.97, "satin", PALE, segments=16)
    return [
        limb(path, [first * 0.8, first, first * 0.92, last, last, last * 0.8], "satin", ORANGE, segments=16),
        drum,
        band,
    ]


def _hand() -> list[Primitive]:
    """Wrist and gripper, which points down at rest."""
    x, y, z = ARM_WRIST
    fingers = [
        bevel_box((0.018, 0.09, 0.03), (x + s * 0.05, y - 0.2, z), "metal", STEEL, bevel=0.005, base=True)
        for s in (-1, 1)
    ]
    return [
        cylinder(0.036, 0.07, (x, y - 0.05, z), "satin", PALE, segments=16),
        bevel_box((0.14, 0.035, 0.06), (x, y - 0.1, z), "satin", DARK, bevel=0.008),
        *fingers,
        transform(torus(0.038, 0.005, "glow", GREEN, segments=18, sides=4), (x, y - 0.07, z)),
    ]


# The gateway between machines and platform, and the light that runs along its cables.


def _gateway() -> list[Primitive]:
    """A cabinet with rails of modules, each with its lamps and cables."""
    x, z = 0.3, 0.12
    parts = [
        bevel_box((0.5, 0.06, 0.34), (x, 0.0, z), "satin", DARK, bevel=0.01, base=True),
        bevel_box((0.46, 1.44, 0.02), (x, 0.06, z - 0.15), "satin", PALE, bevel=0.006, base=True),
        *[
            bevel_box((0.02, 1.44, 0.32), (x + s * 0.23, 0.06, z), "satin", PALE, bevel=0.006, base=True)
            for s in (-1, 1)
        ],
        bevel_box((0.5, 0.04, 0.34), (x, 1.5, z), "satin", PALE, bevel=0.01, base=True),
        transform(
            lathe([(0.012, 0.0), (0.012, 0.02), (0.006, 0.03), (0.006, 0.2), (0.0, 0.205)], 10, "satin", DARK),
            (x + 0.12, 1.54, z),
        ),
        transform(
            lathe([(0.012, 0.0), (0.012, 0.02), (0.006, 0.03), (0.006, 0.2), (0.0, 0.205)], 10, "satin", DARK),
            (x - 0.12, 1.54, z),
        ),
    ]
    for row in range(4):
        y = 0.3 + 0.3 * row
        parts.append(box((0.42, 0.035, 0.012), (x, y + 0.06, z - 0.128), "metal", STEEL))
        for k in range(5):
            tone = (PALE, "#4C5A66", BLUE, PALE, "#4C5A66")[(k + row) % 5]
            parts += [
                bevel_box(
                    (0.066, 0.16, 0.11), (x - 0.16 + 0.08 * k, y, z - 0.07), "satin", tone, bevel=0.006, base=True
                ),
                *[
                    transform(part, (x - 0.16 + 0.08 * k, y + 0.125, z - 0.013))
                    for part in lamps(0.04, 0.03, 3, 2, 0.008, (GREEN, AMBER, CYAN), seed=7 * row + k)
                ],
            ]
        parts.append(
            cable(
                (x - 0.16, y, z - 0.03),
                (x + 0.16, y, z - 0.03),
                0.008,
                "matte",
                (ORANGE, BLUE)[row % 2],
                sag=0.07,
                count=10,
                segments=5,
            )
        )
    return parts


def _gateway_door() -> list[Primitive]:
    """A door of glass in a frame."""
    x, y, z = 0.3, 0.79, 0.29
    frame = [bevel_box((0.5, 0.05, 0.02), (x, y + s * 0.69, z), "satin", GRAPHITE, bevel=0.006) for s in (-1, 1)] + [
        bevel_box((0.05, 1.42, 0.02), (x + s * 0.225, y, z), "satin", GRAPHITE, bevel=0.006) for s in (-1, 1)
    ]
    return [
        *frame,
        box((0.4, 1.33, 0.008), (x, y, z), "glass", "#BFD4DC"),
        box((0.02, 0.12, 0.02), (x - 0.225, y, z + 0.018), "metal", STEEL),
    ]


def _ways_of_data() -> dict[str, Points]:
    """Where beads of light run: from the line to the gateway, from there to each leaf of the wall, and back."""
    into, out = (0.3, 1.2, 0.1), (0.3, 1.56, 0.1)
    ends = ((-0.4, 1.55, -0.78), (-2.8, 2.2, -0.46), (2.8, 2.2, -0.46))
    ways = {
        f"bead-{k + 1}": catenary((x, BELT - 0.05, LINE_Z + 0.27), into, -0.28 - 0.08 * k)
        for k, x in enumerate((-3.06, CAMERA_X, -1.51))
    }
    ways |= {f"bead-{k + 4}": catenary(out, end, -0.15) for k, end in enumerate(ends)}
    return ways | {"bead-7": catenary(tuple(GLOBE), (ARM_FOOT[0], ARM_FOOT[1], ARM_FOOT[2] + 0.15), -0.3)}


def _beads() -> dict[str, Part]:
    tones = (CYAN, CYAN, CYAN, GREEN, GREEN, GREEN, AMBER)
    parts = {}
    for (name, way), tone in zip(_ways_of_data().items(), tones, strict=True):
        trail = [
            sphere(
                0.03 - 0.006 * k,
                tuple(way[0] + (way[0] - way[1]) / np.linalg.norm(way[1] - way[0]) * 0.07 * k),
                "glow",
                tone,
                segments=8,
                rings=6,
            )
            for k in range(3)
        ]
        parts[name] = Part(trail, None, tuple(float(v) for v in way[0]), hidden=True)
    return parts


# --- motions


def _tool(times: Points) -> Points:
    """Where the gripper's tips are over a cycle of the line, (n, 3)."""
    rest, over, down = (-1.28, 0.98, 0.42), tuple(STOP + [0, 0.26, 0]), tuple(STOP + [0, 0.1, 0])
    drop, above = tuple(BIN + [0, 0.02, 0]), tuple(BIN + [0, 0.45, 0])
    middle = (-0.95, 1.05, 0.95)
    keys = [
        (0.0, rest),
        (4.2, rest),
        (5.2, over),
        (6.0, down),
        (6.5, down),
        (7.2, over),
        (8.1, middle),
        (9.0, above),
        (9.6, drop),
        (10.0, drop),
        (10.6, above),
        (11.3, middle),
        (12.0, rest),
    ]
    return keyed(times, keys)


def _arm_tracks(times: Points) -> list[Track]:
    """The arm follows its tool; the gripper stays upright."""
    tool = _tool(times)
    foot = np.asarray(ARM_FOOT)
    yaw = np.unwrap(np.arctan2(-(tool[:, 2] - foot[2]), tool[:, 0] - foot[0])) - math.pi
    turret = turned(yaw=yaw)
    shoulder, elbow, wrist = (np.asarray(point) for point in (ARM_SHOULDER, ARM_ELBOW, ARM_WRIST))
    root = foot + np.einsum("nij,j->ni", turret, shoulder - foot)
    goal = tool + [0.0, TOOL, 0.0]
    hint = turret @ np.array([0.2, 1.0, 0.0])
    upper, lower = reach((elbow - shoulder, wrist - elbow), (0.2, 1.0, 0.0), root, goal, hint)
    local = {
        "arm-turret": turret,
        "arm-lower": turret.transpose(0, 2, 1) @ upper,
        "arm-upper": upper.transpose(0, 2, 1) @ lower,
        "arm-wrist": lower.transpose(0, 2, 1) @ turret,
    }
    return [
        Track(name, "rotation", tuple(map(float, times)), tuple(tuple(map(float, row)) for row in vectors(turns)))
        for name, turns in local.items()
    ]


def _piece_tracks(times: Points) -> list[Track]:
    """Pieces go along the belt one after another; the arm carries the first one off."""
    start = np.array([LEFT + 0.45, BELT, LINE_Z])
    share = keyed(times, [(0.0, 0.0), (4.5, 1.0)])
    way = start + (STOP - start) * share[:, None]
    way = np.where((times > 6.25)[:, None], _tool(np.minimum(times, 9.8)) - [0.0, 0.1, 0.0], way)
    seconds = tuple(map(float, times))
    return [
        Track("piece", "translation", seconds, tuple(tuple(map(float, row)) for row in way - start)),
        grow("piece", [(0.0, 0.0), (0.35, 1.0), (10.9, 1.0), (11.25, 0.0), (CYCLE, 0.0)], smooth=False),
    ]


def _idle() -> Motion:
    """The line works for ever: a piece comes, is looked at, and is carried off."""
    times = frames(CYCLE, 8.0)
    rolling = 4.5 * (STOP[0] - LEFT - 0.45) / 4.5 / 0.045 / math.tau
    rollers = [spin(f"roller-{k}", (0, 0, 1), -rolling, 4.5) for k in (1, 2)]
    rings = [spin("ring-inner", (0, 1, 0), 2, CYCLE), spin("ring-outer", (0.3, 1, 0), -1, CYCLE)]
    look = flicker("scan", CYCLE, [(1.9, 2.1), (2.2, 2.4), (2.5, 2.7)])
    return Motion("idle", (*_arm_tracks(times), *_piece_tracks(times), *rollers, *rings, look), loop=True)


def _run() -> Motion:
    """Follow the data: from the sensors through the gateway to the wall, and an answer back to the line."""
    whole = 15.0
    tracks: list[Track] = []
    for k, (name, way) in enumerate(_ways_of_data().items()):
        first = 0.6 + 0.5 * k if k < 3 else (4.2 + 0.3 * (k - 3) if k < 6 else 10.8)
        last = first + (2.4 if k < 6 else 2.8)
        times = (0.0, first, *np.linspace(first, last, len(way))[1:], whole)
        moved = np.concatenate([np.zeros((2, 3)), way[1:] - way[0], (way[-1] - way[0])[None]])
        tracks.append(
            Track(name, "translation", tuple(map(float, times)), tuple(tuple(map(float, row)) for row in moved))
        )
        tracks.append(
            grow(name, [(0, 0), (first, 0), (first + 0.2, 1), (last - 0.1, 1), (last, 0), (whole, 0)], smooth=False)
        )
    tracks += [
        appear(f"outline-{n}", at, 10.4)
        for n, at in ((1, 6.6), (4, 6.9), (3, 7.3), (2, 7.7), (7, 6.9), (6, 7.3), (5, 7.7))
    ]
    tracks.append(grow("assistant", [(0, 1), (8.6, 1), (9.4, 1.35), (10.4, 1.35), (11.2, 1), (whole, 1)]))
    return Motion("run", tuple(tracks))
