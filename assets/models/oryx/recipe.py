"""A curved wall of dashboards for an industrial Internet platform, with a desk and a glowing assistant, 8.4 m wide.

What the screens show is drawn for this model: plants on a map, output by hour, rings of use, a list, a graph.
"""

from __future__ import annotations

import math

import numpy as np

from hallwright.catalogue.rig import Part, Rig
from hallwright.geometry.colors import Color, mix
from hallwright.geometry.lofting import bars, panels, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, sphere, transform

DEEP, GLASS, CYAN, BLUE, AMBER, GREEN, WHITE = (
    "#0B2233",
    "#0F2E44",
    "#3FC6F0",
    "#2F7FE0",
    "#FFB000",
    "#43D98C",
    "#E8F4FA",
)
CURVE = 8.6
"""Radius of the wall's curve in metres; columns of screens are laid around it."""
WALL_LOW, WALL_HIGH = 0.95, 3.85


def build() -> Rig:
    """Named parts."""
    return Rig(
        {
            "frame": Part(_frame()),
            "screens": Part([_bent(part) for part in _screens()]),
            "pictures": Part([_bent(part) for part in _pictures()]),
            "desk": Part(_desk()),
            "assistant": Part(_assistant()),
        }
    )


def far() -> list[Primitive]:
    """A dark wall with its brightest bands."""
    return [
        _bent(part)
        for part in (
            *[
                box(
                    (1.6, WALL_HIGH - WALL_LOW + 0.3, 0.12),
                    (-3.24 + 1.62 * k, WALL_LOW - 0.15, -0.06),
                    "matte",
                    DEEP,
                    base=True,
                )
                for k in range(5)
            ],
            box((1.3, 0.9, 0.01), (-3.2, 2.6, 0.02), "glow", CYAN),
            box((2.6, 0.7, 0.01), (0, 1.4, 0.02), "glow", BLUE),
            box((1.3, 0.7, 0.01), (3.2, 1.3, 0.02), "glow", GREEN),
            box((2.2, 1.2, 0.01), (0, 2.8, 0.02), "glow", "#1C6F9C"),
        )
    ] + [
        box((8.0, 0.9, 0.5), (0, 0, -0.5), "matte", "#39424A", base=True),
        box((2.6, 0.95, 0.6), (0, 0, 0.45), "matte", WHITE, base=True),
    ]


def _bent(part: Primitive) -> Primitive:
    """From a flat wall in the plane z = 0 to the curved one, whose ends come forward."""
    x, y, z = part.positions.T
    turn = x / CURVE
    out = np.stack([np.sin(turn) * (CURVE - z), y, CURVE - np.cos(turn) * (CURVE - z) - 0.72], -1)
    n = part.normals
    normals = np.stack(
        [n[:, 0] * np.cos(turn) - n[:, 2] * np.sin(turn), n[:, 1], n[:, 2] * np.cos(turn) + n[:, 0] * np.sin(turn)], -1
    )
    return Primitive(
        part.material, out.astype(np.float32), normals.astype(np.float32), part.indices, part.colors, part.uvs
    )


def _frame() -> list[Primitive]:
    flat = []
    for k in range(-5, 5):
        x = 0.81 * k + 0.405
        flat += [
            box((0.83, 0.3, 0.5), (x, WALL_HIGH + 0.06, -0.16), "satin", "#F0F3F5", base=True),
            box((0.83, WALL_LOW - 0.12, 0.46), (x, 0.06, -0.14), "satin", "#EEF1F3", base=True),
            box((0.83, WALL_HIGH - WALL_LOW + 0.2, 0.14), (x, WALL_LOW - 0.1, -0.16), "satin", "#2B333A", base=True),
            box((0.82, 0.025, 0.02), (x, WALL_LOW - 0.1, 0.1), "glow", CYAN, base=True),
            box((0.82, 0.03, 0.02), (x, WALL_HIGH + 0.1, 0.1), "glow", CYAN, base=True),
            box((0.83, 0.06, 0.7), (x, 0, -0.1), "matte", "#39424A", base=True),
        ]
    ends = [
        bevel_box((0.16, 4.2, 0.62), (side * 4.1, 0, -0.1), "satin", "#F0F3F5", bevel=0.04, base=True)
        for side in (-1, 1)
    ]
    return [_bent(part) for part in (*flat, *ends)]


def _screens() -> list[Primitive]:
    """Five columns of two panes each with a slim gap between."""
    parts = []
    for column in range(5):
        x = -3.24 + 1.62 * column
        for low, high in ((WALL_LOW, 2.02), (2.06, WALL_HIGH)):
            for half in (-1, 1):
                cx = x + half * 0.395
                parts.append(
                    panels(
                        [
                            [
                                (cx - 0.395, low, 0.0),
                                (cx + 0.395, low, 0.0),
                                (cx + 0.395, high, 0.0),
                                (cx - 0.395, high, 0.0),
                            ]
                        ],
                        "glow",
                        [DEEP if (column + (low > 2)) % 2 else GLASS],
                    )
                )
    return parts


def _pictures() -> list[Primitive]:
    return [
        *_bars_chart(-3.24, 1.1, 1.35, 0.72),
        *_rings_of_use(-3.24, 2.98),
        *_line_chart(-1.62, 1.1, 1.35, 0.7, CYAN, 1),
        *_table(-1.62, 2.2, 1.35, 1.45),
        *_plant_map(0.0, 2.15, 1.42, 1.55),
        *_headline(0.0, 1.12),
        *_line_chart(1.62, 2.3, 1.35, 1.2, AMBER, 5),
        *_bars_chart(1.62, 1.1, 1.35, 0.72),
        *_network(3.24, 2.95),
        *_gauges(3.24, 1.45),
    ]


def _rect(x: float, y: float, width: float, height: float, z: float = 0.012) -> list[tuple[float, float, float]]:
    return [(x, y, z), (x + width, y, z), (x + width, y + height, z), (x, y + height, z)]


def _bars_chart(cx: float, low: float, width: float, height: float) -> list[Primitive]:
    count = 11
    rise = 0.35 + 0.6 * np.abs(np.sin(np.arange(count) * 0.9 + cx))
    step = width / count
    corners = [_rect(cx - width / 2 + k * step, low, step * 0.62, height * float(rise[k])) for k in range(count)]
    tones = [mix(BLUE, CYAN, float(v)) if v < 0.9 else AMBER for v in rise]
    return [panels(corners, "glow", tones), panels([_rect(cx - width / 2, low - 0.03, width, 0.012)], "glow", [WHITE])]


def _line_chart(cx: float, low: float, width: float, height: float, color: Color, seed: int) -> list[Primitive]:
    chance = np.random.default_rng(seed)
    steps = np.cumsum(chance.normal(0.05, 0.16, 22))
    ys = low + height * (0.15 + 0.75 * (steps - steps.min()) / float(np.ptp(steps)))
    xs = np.linspace(cx - width / 2, cx + width / 2, 22)
    fill = [
        [(xs[k], low, 0.008), (xs[k + 1], low, 0.008), (xs[k + 1], ys[k + 1], 0.008), (xs[k], ys[k], 0.008)]
        for k in range(21)
    ]
    grid = [_rect(cx - width / 2, low + height * k / 4, width, 0.006, 0.006) for k in range(5)]
    return [
        panels(fill, "glow", [mix(DEEP, color, 0.28)]),
        panels(grid, "glow", ["#2B5672"]),
        bars(
            [[(xs[k], ys[k], 0.014), (xs[k + 1], ys[k + 1], 0.014)] for k in range(21)], 0.012, "glow", color, sides=4
        ),
    ]


def _table(cx: float, low: float, width: float, height: float) -> list[Primitive]:
    corners, tones = [], []
    for row in range(7):
        y = low + height * (0.84 - row * 0.135)
        corners += [
            _rect(cx - width / 2, y, 0.07, 0.07),
            _rect(cx - width / 2 + 0.14, y + 0.01, 0.42 + 0.12 * (row * 5 % 3), 0.05),
            _rect(cx + width / 2 - 0.4, y + 0.01, 0.1 + 0.06 * (row * 7 % 5), 0.05),
        ]
        tones += [(GREEN, GREEN, AMBER)[row * 3 % 5 % 3], "#8FB6CC", CYAN]
    head = _rect(cx - width / 2, low + height - 0.1, width * 0.7, 0.08)
    return [panels([*corners, head], "glow", [*tones, WHITE])]


def _plant_map(cx: float, low: float, width: float, height: float) -> list[Primitive]:
    """A dotted country of plants, some of them calling."""
    chance = np.random.default_rng(9)
    xs, ys = np.meshgrid(np.linspace(-1, 1, 19), np.linspace(-1, 1, 19))
    land = (xs**2 + ys**2 * 1.25 + 0.32 * np.sin(xs * 4.0 + 1) * np.cos(ys * 3.1)) < 0.72
    dots = np.stack([xs[land], ys[land]], -1)
    corners = [
        _rect(cx + x * width / 2 - 0.016, low + (y + 1) * height / 2 - 0.016, 0.032, 0.032, 0.008) for x, y in dots
    ]
    chosen = dots[chance.choice(len(dots), 9, replace=False)]
    pins = [_rect(cx + x * width / 2 - 0.035, low + (y + 1) * height / 2 - 0.035, 0.07, 0.07, 0.014) for x, y in chosen]
    hub = (cx + float(chosen[0][0]) * width / 2, low + (float(chosen[0][1]) + 1) * height / 2)
    links = [
        [(*hub, 0.012), (cx + float(x) * width / 2, low + (float(y) + 1) * height / 2, 0.012)] for x, y in chosen[1:]
    ]
    return [
        panels(corners, "glow", ["#2C85AE", "#2573A0", "#37A0CB"]),
        bars(links, 0.006, "glow", AMBER, sides=3),
        panels(pins, "glow", [AMBER, GREEN]),
    ]


def _rings_of_use(cx: float, cy: float) -> list[Primitive]:
    parts = []
    for k, (share, color) in enumerate(((0.78, CYAN), (0.62, GREEN), (0.44, AMBER))):
        radius = 0.56 - 0.15 * k
        parts += [_arc(cx, cy, radius, 0.075, 1.0, "#1D4258", 0.008), _arc(cx, cy, radius, 0.075, share, color, 0.012)]
    return parts


def _arc(cx: float, cy: float, radius: float, width: float, share: float, color: Color, z: float) -> Primitive:
    turn = np.linspace(math.pi / 2, math.pi / 2 - math.tau * share, max(6, round(40 * share)))
    inner, outer = radius - width / 2, radius + width / 2
    corners = [
        [
            (cx + r * math.cos(a), cy + r * math.sin(a), z)
            for r, a in ((inner, b), (outer, b), (outer, a0), (inner, a0))
        ][::1]
        for a0, b in zip(turn[:-1], turn[1:], strict=True)
    ]
    return panels(corners, "glow", [color])


def _headline(cx: float, low: float) -> list[Primitive]:
    """Three large figures as blocks of light."""
    corners = [_rect(cx - 0.68 + 0.48 * k, low + 0.34, 0.34, 0.3) for k in range(3)] + [
        _rect(cx - 0.68 + 0.48 * k, low + 0.16, 0.22, 0.06) for k in range(3)
    ]
    return [panels(corners, "glow", [CYAN, GREEN, AMBER, "#8FB6CC", "#8FB6CC", "#8FB6CC"])]


def _network(cx: float, cy: float) -> list[Primitive]:
    """The large model: a net of points round a bright heart."""
    points = [
        (cx + r * math.cos(a), cy + r * math.sin(a) * 1.1, 0.014)
        for r, count in ((0.3, 6), (0.6, 11))
        for a in np.linspace(0.2, math.tau + 0.2, count, endpoint=False)
    ]
    links = [[points[a], points[6 + (a * 2 + b) % 11]] for a in range(6) for b in range(3)] + [
        [(cx, cy, 0.014), points[a]] for a in range(6)
    ]
    dots = [
        [
            (x - 0.028, y - 0.028, 0.018),
            (x + 0.028, y - 0.028, 0.018),
            (x + 0.028, y + 0.028, 0.018),
            (x - 0.028, y + 0.028, 0.018),
        ]
        for x, y, _ in points
    ]
    heart = _arc(cx, cy, 0.05, 0.1, 1.0, WHITE, 0.02)
    return [bars(links, 0.005, "glow", "#2E86B5", sides=3), panels(dots, "glow", [CYAN, GREEN, CYAN]), heart]


def _gauges(cx: float, cy: float) -> list[Primitive]:
    parts = []
    for k, (share, color) in enumerate(((0.7, GREEN), (0.45, AMBER))):
        x = cx - 0.36 + 0.72 * k
        parts += [_arc(x, cy, 0.26, 0.06, 1.0, "#1D4258", 0.008), _arc(x, cy, 0.26, 0.06, share, color, 0.012)]
    return parts


def _desk() -> list[Primitive]:
    top = bevel_box((2.8, 0.06, 0.7), (0, 0.98, 0.42), "satin", "#F4F6F7", bevel=0.02, base=True)
    body = [
        bevel_box((2.5, 0.94, 0.46), (0, 0.05, 0.4), "satin", "#E4E9EC", bevel=0.04, base=True),
        box((2.3, 0.03, 0.006), (0, 0.5, 0.634), "glow", CYAN),
        box((2.4, 0.05, 0.4), (0, 0, 0.4), "matte", "#39424A", base=True),
    ]
    tablets = [
        part
        for x in (-0.9, 0.9)
        for part in (
            transform(
                bevel_box((0.5, 0.34, 0.02), (0, 0, 0), "satin", "#1B2228", bevel=0.006), (x, 1.16, 0.46), pitch=-0.7
            ),
            transform(
                panels(
                    [[(-0.22, -0.14, 0.012), (0.22, -0.14, 0.012), (0.22, 0.14, 0.012), (-0.22, 0.14, 0.012)]],
                    "glow",
                    ["#1F78B0"],
                ),
                (x, 1.16, 0.46),
                pitch=-0.7,
            ),
        )
    ]
    return [top, *body, *tablets]


def _assistant() -> list[Primitive]:
    """A globe of light over the desk, in two rings: the platform's model, ready to answer."""
    globe = sphere(0.17, (0, 1.42, 0.42), "glow", "#8FE6FF", segments=18, rings=12)
    rings = [
        transform(torus(r, 0.008, "glow", c, segments=40, sides=4), (0, 1.42, 0.42), pitch=p, roll=q)
        for r, c, p, q in ((0.26, CYAN, 0.5, 0.2), (0.31, AMBER, -0.4, 0.5))
    ]
    foot = [
        cylinder(0.16, 0.05, (0, 1.04, 0.42), "metal", "#B9C3C9", segments=24, base=True, top_radius=0.12),
        lathe([(0.09, 1.09), (0.03, 1.2)], 16, "glow", "#BFEFFF"),
    ]
    return [globe, *rings, *foot]
