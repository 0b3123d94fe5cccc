"""Building-sized things outdoors: the hall's facade, gates, canopies, towers, bridges. Front along +Z."""

from __future__ import annotations

import math

import numpy as np

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.lofting import bars, limb, panels, sheet
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shadows import pool, skirt
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, quad, transform
from hallwright.scene.materials import ALUMINIUM, GRAPHITE, OAK, PAPER, WARM
from hallwright.scene.pieces.roofs import LACQUER, RIDGE, tiled, tiled_far
from hallwright.scene.pieces.shelter import prop_kit

Shape = list[Primitive]
PANE = ("#9FC3D6", "#8DB6CC", "#B4D2DF", "#97BDD1")


def landmark(kind: str, width: float, depth: float, height: float, color: str) -> Mesh:
    """The mesh of a structure. Raises KeyError for a kind that is not known."""
    near, far = _MAKERS[kind]
    return prop_kit(
        f"{kind}/{width:g}x{depth:g}x{height:g}/{color}", lambda: near(width, depth, height, color),
        lambda: far(width, depth, height, color), height=2.0,
    )


def board_of(kind: str, width: float, depth: float, height: float) -> tuple[float, float, float, float] | None:
    """(width, height, centre y, z) of the board for a structure's name; None where there is none."""
    return {
        "facade": (min(width * 0.3, 34.0), 3.4, height * 0.72, depth / 2 + 1.05),
        "gate": (width * 0.36, height * 0.15, height * 0.72, depth * 0.2 + 0.06),
        "canopy": (width * 0.5, 0.62, height - 0.16, depth / 2 + 0.09),
        "tower": (width * 0.86, width * 0.2, height * 0.64, width * 0.3 + 0.08) if height < 3.5 * width else None,
    }.get(kind)


def _facade(width: float, depth: float, height: float, color: Color) -> Shape:
    """A glass front between white fins under a long wave of a roof, with a lit entrance."""
    x, z = width / 2, depth / 2
    walls = [
        box((width, height * 0.86, depth - 2.0), (0, 0, -1.0), "matte", color, base=True, skip="-y +z"),
        *_curtain(width, height * 0.84, z - 0.01),
        *[box((0.5, height * 0.9, 1.3), (float(fx), 0, z + 0.3), "satin", PAPER, base=True) for fx in np.arange(-x + 3, x - 2, 12.0) if abs(fx) > 10.5],
        box((width, 1.2, 0.5), (0, 0, z), "concrete", "#8F9698", base=True),
    ]
    return [*walls, *_wave(width, depth, height), *_porch(depth, height), skirt(width, depth, reach=3.0, dark=0.5)]


def _curtain(width: float, height: float, z: float) -> Shape:
    """Panes that reflect a little of everything, and their mullions."""
    columns, rows = max(8, round(width / 3.0)), 5
    xs, ys = np.linspace(-width / 2, width / 2, columns + 1), np.linspace(1.2, height, rows + 1)
    corners = [
        [(xs[i], ys[j], z), (xs[i + 1], ys[j], z), (xs[i + 1], ys[j + 1], z), (xs[i], ys[j + 1], z)]
        for j in range(rows) for i in range(columns)
    ]
    tones = [mix(PANE[(i * 7 + j * 3) % 4], "#DCEBF2", 0.12 * j) for j in range(rows) for i in range(columns)]
    glass = panels(corners, "satin", tones)
    mullions = [[(float(v), 1.2, z + 0.06), (float(v), height, z + 0.06)] for v in xs]
    transoms = [[(-width / 2, float(v), z + 0.06), (width / 2, float(v), z + 0.06)] for v in ys]
    return [glass, bars(mullions, 0.07, "metal", ALUMINIUM), bars(transoms, 0.06, "metal", ALUMINIUM)]


def _wave(width: float, depth: float, height: float) -> Shape:
    """The roof: a white wave along the front, thick at its edge, over dark soffit slats."""
    us = np.linspace(-1, 1, 33)
    crest = height * (0.9 + 0.1 * np.cos(us * math.pi * 2) * np.cos(us * math.pi / 2))
    front, back = depth / 2 + 5.0, -depth / 2
    xs = us * (width / 2 + 2.0)
    upper = sheet([[(float(a), float(c + 0.9 - 0.3 * k), f) for a, c in zip(xs, crest, strict=True)] for k, f in enumerate((front, 0.0, back))], "satin", PAPER)
    lower = sheet([[(float(a), float(c), f) for a, c in zip(xs, crest, strict=True)] for f in (back, 0.0, front)], "matte", "#B9A88C")
    edge = sheet([[(float(a), float(c + t), front) for a, c in zip(xs, crest, strict=True)] for t in (0.0, 0.9)], "satin", "#FFFFFF")
    return [upper, lower, edge]


def _porch(depth: float, height: float) -> Shape:
    """The way in: a canopy over glass doors, slim columns, warm light."""
    z = depth / 2
    doors = [box((2.0, 3.2, 0.12), (-5.2 + 2.6 * k, 0, z + 0.2), "satin", "#31434E", base=True) for k in range(5)]
    panes = [box((1.7, 2.9, 0.06), (-5.2 + 2.6 * k, 0.1, z + 0.28), "glow", "#F4E6C8", base=True) for k in range(5)]
    roof = bevel_box((18.0, 0.45, 6.0), (0, 4.4, z + 3.0), "satin", PAPER, bevel=0.1, base=True)
    lamps = [box((15.0, 0.02, 0.14), (0, 4.385, z + q), "glow", WARM) for q in (1.5, 3.0, 4.5)]
    columns = [cylinder(0.18, 4.4, (cx, 0, z + 5.2), "metal", ALUMINIUM, segments=12, base=True) for cx in (-8, -2.7, 2.7, 8)]
    side = [box((0.4, height * 0.5, 0.6), (s * 9.4, 0, z + 0.4), "satin", GRAPHITE, base=True) for s in (-1, 1)]
    return [*doors, *panes, roof, *lamps, *columns, *side]


def _facade_far(width: float, depth: float, height: float, color: Color) -> Shape:
    xs = np.linspace(-width / 2, width / 2, 13)
    z = depth / 2
    panes = panels([[(a, 0, z), (b, 0, z), (b, height * 0.84, z), (a, height * 0.84, z)] for a, b in zip(xs[:-1], xs[1:], strict=True)], "matte", list(PANE))
    return [panes, box((width, height * 0.84, depth), (0, 0, -0.1), "matte", color, base=True, skip="-y +z"),
            box((width + 4, height * 0.08, depth + 5), (0, height * 0.88, 2.5), "matte", PAPER, base=True)]


def _gate(width: float, depth: float, height: float, color: Color) -> Shape:
    """A ceremonial gateway: four posts, three bays, three tiled roofs, the middle one highest."""
    half, bay = width / 2, width * 0.22
    xs = (-half + 0.4, -bay, bay, half - 0.4)
    posts = [cylinder(0.32, height * (0.86 if abs(px) == bay else 0.62), (px, 0, 0), "satin", color, segments=16, base=True) for px in xs]
    feet = [bevel_box((1.0, 0.9, min(depth, 1.6)), (px, 0, 0), "matte", "#B9B5AB", bevel=0.08, base=True) for px in xs]
    beams: Shape = []
    for a, b, y in ((xs[0], xs[1], 0.48), (xs[1], xs[2], 0.6), (xs[2], xs[3], 0.48)):
        middle, span = (a + b) / 2, b - a
        beams += [
            bevel_box((span, 0.5, 0.5), (middle, height * y, 0), "satin", mix(color, "#1D3C5A", 0.6), bevel=0.05),
            bevel_box((span, 0.3, 0.4), (middle, height * y - 0.75, 0), "satin", "#D9A93F", bevel=0.04),
        ]
    roofs: Shape = []
    for middle, span, y in ((0.0, 2 * bay + 0.7, 0.84), ((xs[0] + xs[1]) / 2, xs[1] - xs[0] + 0.5, 0.6), ((xs[2] + xs[3]) / 2, xs[3] - xs[2] + 0.5, 0.6)):
        roofs += [transform(part, (middle, 0, 0)) for part in tiled(span, depth * 0.45, height * y, height * y + 0.9, over=0.5, lift=0.4)]
        roofs.append(bevel_box((span * 0.94, 0.4, 0.7), (middle, height * y - 0.32, 0), "satin", "#2F6E5C", bevel=0.05, base=True))
    board = bevel_box((width * 0.4, height * 0.18, 0.2), (0, height * 0.72, depth * 0.2 - 0.05), "satin", "#1B2733", bevel=0.05)
    return [*posts, *feet, *beams, *roofs, board, *[skirt(1.0, min(depth, 1.6), (px, 0), reach=0.5, dark=0.5) for px in xs]]


def _gate_far(width: float, depth: float, height: float, color: Color) -> Shape:
    half, bay = width / 2, width * 0.22
    posts = [box((0.6, height * 0.66, 0.6), (px, 0, 0), "matte", color, base=True, skip="-y") for px in (-half + 0.4, -bay, bay, half - 0.4)]
    beam = box((width - 0.8, 1.2, 0.5), (0, height * 0.5, 0), "matte", mix(color, "#1D3C5A", 0.4), base=True)
    return [*posts, beam, *tiled_far(2 * bay + 0.7, depth * 0.45, height * 0.84, height * 0.84 + 0.9),
            *[transform(p, (s * (half + bay) / 2, 0, 0)) for s in (-1, 1) for p in tiled_far(half - bay, depth * 0.45, height * 0.6, height * 0.6 + 0.9)]]


def _canopy(width: float, depth: float, height: float, color: Color) -> Shape:
    """A flat roof on slanted steel posts, a coloured edge, warm light underneath."""
    x, z = width / 2, depth / 2
    legs = [
        ((fx, 0, fz), (fx + s * 0.7, height - 0.4, fz))
        for fx in np.linspace(-x + 1.2, x - 1.2, max(2, round(width / 6))) for fz in (-z + 0.6, z - 0.6) for s in (-1, 1)
    ]
    roof = [bevel_box((width, 0.34, depth), (0, height - 0.34, 0), "satin", PAPER, bevel=0.06, base=True),
            box((width + 0.06, 0.7, 0.1), (0, height - 0.5, z), "satin", color, base=True),
            box((width + 0.06, 0.7, 0.1), (0, height - 0.5, -z), "satin", color, base=True),
            *[box((width * 0.86, 0.02, 0.12), (0, height - 0.35, lz), "glow", WARM) for lz in (-z * 0.5, 0.0, z * 0.5)]]
    feet = [cylinder(0.2, 0.12, a, "matte", GRAPHITE, segments=8, base=True) for a, _ in legs[::2]]
    return [bars(legs, 0.07, "metal", ALUMINIUM, sides=8), *roof, *feet, skirt(width, depth, reach=0.8, dark=0.22, filled=True)]


def _canopy_far(width: float, depth: float, height: float, color: Color) -> Shape:
    x, z = width / 2 - 1.2, depth / 2 - 0.6
    return [box((width, 0.6, depth), (0, height - 0.5, 0), "matte", mix(color, PAPER, 0.3), base=True),
            bars([[(sx * x, 0, sz * z), (sx * x, height - 0.4, sz * z)] for sx in (-1, 1) for sz in (-1, 1)], 0.12, "matte", ALUMINIUM, sides=3)]


def _tower(width: float, depth: float, height: float, color: Color) -> Shape:
    """Slender: a clock tower with tiled roofs. Else: a control tower with a glazed cab."""
    return _clock_tower(width, height, color) if height >= 3.5 * width else _control_tower(width, height, color)


def _control_tower(width: float, height: float, color: Color) -> Shape:
    shaft = [(width * 0.34, 0.0), (width * 0.27, height * 0.3), (width * 0.25, height * 0.66), (width * 0.42, height * 0.72), (width * 0.5, height * 0.74)]
    cab = [(width * 0.47, height * 0.74), (width * 0.56, height * 0.9)]
    mullions = [
        ((width * 0.475 * math.sin(a), height * 0.74, width * 0.475 * math.cos(a)), (width * 0.565 * math.sin(a), height * 0.9, width * 0.565 * math.cos(a)))
        for a in np.linspace(0, math.tau, 12, endpoint=False)
    ]
    roof = [(0.0, height * 0.9), (width * 0.62, height * 0.9), (width * 0.64, height * 0.925), (width * 0.4, height * 0.95), (0.0, height * 0.955)]
    stripes = [lathe([(width * 0.262 + 0.02, height * (0.36 + 0.1 * k)), (width * 0.258 + 0.02, height * (0.4 + 0.1 * k))], 16, "matte", "#D96A2B") for k in range(2)]
    return [
        lathe(shaft, 16, "satin", mix(color, PAPER, 0.65)), *stripes, lathe(cab, 12, "satin", "#4E7E93", crease=5),
        bars(mullions, 0.06, "satin", PAPER, sides=4), lathe(roof, 16, "satin", PAPER),
        limb([(0, height * 0.95, 0), (0, height, 0)], [0.08, 0.03], "metal", ALUMINIUM, segments=6),
        lathe([(width * 0.42, 0.0), (width * 0.42, 0.5), (width * 0.34, 0.55)], 16, "concrete", "#A9ADAB"),
        box((width * 0.24, 2.3, 0.3), (0, 0, width * 0.34), "satin", color, base=True), pool(width * 0.75, dark=0.5, core=0.6),
    ]


def _clock_tower(width: float, height: float, color: Color) -> Shape:
    """Grey brick in two storeys, lattice windows, four clocks, two roofs with raised eaves."""
    body = [
        bevel_box((width * 0.84, height * 0.62, width * 0.84), (0, 0, 0), "matte", "#8C8A86", bevel=0.08, base=True),
        bevel_box((width, 1.1, width), (0, 0, 0), "matte", "#B5B1A8", bevel=0.1, base=True),
        bevel_box((width * 0.66, height * 0.2, width * 0.66), (0, height * 0.68, 0), "matte", "#E9E4D8", bevel=0.06, base=True),
    ]
    roofs = [*_hip(width * 1.2, height * 0.62, height * 0.71), *_hip(width * 1.0, height * 0.86, height * 0.985)]
    faces: Shape = []
    for turn in range(4):
        dial = [
            transform(cylinder(width * 0.23, 0.12, (0, 0, 0), "satin", "#F7F3E6", segments=24), (0, height * 0.775, width * 0.33), pitch=math.pi / 2),
            transform(lathe([(width * 0.23, -0.09), (width * 0.26, -0.09), (width * 0.26, 0.09), (width * 0.23, 0.09)], 24, "metal", "#C9A14A"), (0, height * 0.775, width * 0.33), pitch=math.pi / 2),
            box((0.07, width * 0.17, 0.03), (0, height * 0.775 + width * 0.07, width * 0.33 + 0.08), "matte", GRAPHITE),
            transform(box((0.06, width * 0.13, 0.03), (0, width * 0.05, 0), "matte", GRAPHITE), (0, height * 0.775, width * 0.33 + 0.08), roll=-2.1),
            *[box((0.9, 1.5, 0.06), (0, height * (0.2 + 0.2 * k), width * 0.42), "satin", LACQUER, base=True) for k in range(2)],
            *[box((0.62, 1.2, 0.04), (0, height * (0.2 + 0.2 * k) + 0.15, width * 0.45), "glow", "#F6E3BE", base=True) for k in range(2)],
        ]
        faces += [transform(part, yaw=turn * math.pi / 2) for part in dial]
    top = lathe([(0.0, height * 0.98), (0.18, height * 0.985), (0.1, height * 0.995), (0.16, height), (0.0, height * 1.03)], 10, "metal", "#D9A93F")
    return [*body, *roofs, *faces, top, skirt(width, width, reach=0.9, dark=0.5)]


def _hip(width: float, low: float, high: float) -> Shape:
    """A four-sided roof whose corners rise."""
    half, us = width / 2, np.linspace(-1, 1, 7)
    side = []
    for t in (0.0, 0.4, 0.75, 1.0):
        r = half * (1 - t) ** 0.9
        side.append([(float(u * r), float(low + (high - low) * t**1.3 + 0.3 * abs(u) ** 3 * (1 - t)), float(r)) for u in us])
    over = sheet(side, "matte", "#4A5056")
    under = sheet([[(x, y - 0.06, z) for x, y, z in row[::-1]] for row in side[:3]], "timber", "#6B4630")
    ribs = bars([[(s[0][0], s[0][1], s[0][2]), (s[-1][0], s[-1][1], s[-1][2])] for s in [[side[0][0], side[2][0]], [side[2][0], side[3][0]]]], 0.09, "matte", RIDGE, sides=5)
    return [transform(part, yaw=turn * math.pi / 2) for turn in range(4) for part in (over, under, ribs)]


def _tower_far(width: float, depth: float, height: float, color: Color) -> Shape:
    if height >= 3.5 * width:
        return [box((width * 0.84, height * 0.62, width * 0.84), (0, 0, 0), "matte", "#8C8A86", base=True, skip="-y"),
                box((width * 0.66, height * 0.2, width * 0.66), (0, height * 0.68, 0), "matte", "#E9E4D8", base=True, skip="-y"),
                *[transform(lathe([(width * r, y0 * height), (0.0, y1 * height)], 4, "matte", "#4A5056"), yaw=math.pi / 4) for r, y0, y1 in ((0.84, 0.62, 0.72), (0.7, 0.86, 0.99))]]
    return [cylinder(width * 0.3, height * 0.74, (0, 0, 0), "matte", mix(color, PAPER, 0.65), segments=8, base=True),
            cylinder(width * 0.47, height * 0.16, (0, height * 0.74, 0), "matte", "#4E7E93", segments=8, base=True, top_radius=width * 0.56),
            cylinder(width * 0.62, height * 0.04, (0, height * 0.9, 0), "matte", PAPER, segments=8, base=True)]


def _bridge(width: float, depth: float, height: float, color: Color) -> Shape:
    """A level timber deck along Z with railings at both sides; ``width`` is its length, across +X the visitor walks."""
    x, z = width / 2, depth / 2
    planks = panels(
        [[(a, 0.012, z), (a + 0.24, 0.012, z), (a + 0.24, 0.012, -z), (a, 0.012, -z)] for a in np.arange(-x, x - 0.1, 0.25)], "timber",
        [OAK, mix(OAK, "#7A563A", 0.3), mix(OAK, "#7A563A", 0.15)],
    )
    rails: Shape = []
    for side in (-1, 1):
        arc = [(float(a), height - 0.16 + 0.16 * math.cos(float(a) / x * math.pi / 2), side * (z - 0.08)) for a in np.linspace(-x, x, 11)]
        rails.append(limb(arc, 0.06, "timber", color, segments=6))
        rails.append(bars([[(float(a), 0, side * (z - 0.08)), (float(a), height - 0.1, side * (z - 0.08))] for a in np.linspace(-x, x, 7)], 0.07, "timber", color))
        rails.append(bars([[(-x, y, side * (z - 0.08)), (x, y, side * (z - 0.08))] for y in (0.35, 0.65)], 0.03, "timber", mix(color, OAK, 0.4)))
    return [planks, *rails]


def _bridge_far(width: float, depth: float, height: float, color: Color) -> Shape:
    z = depth / 2
    rails = [quad([(-width / 2, 0.5, s * z), (width / 2, 0.5, s * z), (width / 2, height, s * z), (-width / 2, height, s * z)], "fabric", color) for s in (-1, 1)]
    return [quad([(-width / 2, 0.012, z), (width / 2, 0.012, z), (width / 2, 0.012, -z), (-width / 2, 0.012, -z)], "timber", OAK), *rails]


_MAKERS = {
    "facade": (_facade, _facade_far), "gate": (_gate, _gate_far), "canopy": (_canopy, _canopy_far),
    "tower": (_tower, _tower_far), "bridge": (_bridge, _bridge_far),
}
