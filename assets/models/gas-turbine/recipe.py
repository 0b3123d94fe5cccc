"""A heavy-duty gas turbine cut open: compressor, burners and turbine on one rotor, 9 m long."""

from __future__ import annotations

import math

import numpy as np

from hallwright.catalogue.rig import Part, Rig
from hallwright.geometry.lofting import bars, limb, sheet
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, merge, transform

STEEL, BRIGHT, BRONZE, CASE, DARK, RED = "#B4BBC0", "#DDE2E5", "#C99A66", "#E6E9EB", "#3A4148", "#D9552B"
AXIS = 2.05
ROWS = (
    *((-3.75 + 0.36 * k, 1.28 - 0.035 * k, 0.62 + 0.026 * k, 34, BRIGHT) for k in range(11)),
    (1.95, 1.15, 0.82, 34, BRONZE),
    (2.45, 1.27, 0.8, 32, BRONZE),
    (2.98, 1.4, 0.78, 30, BRONZE),
    (3.55, 1.55, 0.75, 28, STEEL),
    (4.0, 1.6, 0.72, 26, STEEL),
)
"""Blade rows: place along the axis, tip radius, root radius, blades, colour."""


def build() -> Rig:
    """Named parts; the axis runs along X, compressor at -X."""
    return Rig(
        {
            "stand": Part(_stand()),
            "rotor": Part([_along(part) for part in _rotor()]),
            "blades": Part([_along(part) for row in ROWS for part in _row(*row)]),
            "burners": Part([_along(part) for part in _burners()]),
            "casing": Part([_along(part) for part in _casing()]),
        }
    )


def far() -> list[Primitive]:
    """The rotor's outline, discs for rows, the far half of the casing."""
    discs = [_along(cylinder(tip, 0.1, (0, x, 0), "matte", color, segments=10)) for x, tip, _, _, color in ROWS[::2]]
    shaft = _along(lathe([(0.3, -4.4), (0.6, -4.0), (0.8, 0.2), (0.7, 4.2), (0.2, 4.5)], 8, "matte", STEEL))
    outline = [(x, r) for x, r in _outline()]
    shell = sheet(_turned(outline[::2], 0.95 * math.pi, 2.0 * math.pi, 6), "matte", CASE)
    return [
        shaft,
        *discs,
        _along(shell),
        *[box((0.7, 1.2, 2.6), (x, 0, 0), "matte", DARK, base=True) for x in (-3.4, 3.3)],
        box((9.0, 0.25, 3.2), (0, 0, 0), "matte", "#5A646B", base=True),
    ]


def _along(part: Primitive) -> Primitive:
    """From the lathe's upright axis to the machine's: up becomes +X, at the axis' height."""
    return transform(part, (0, AXIS, 0), roll=-math.pi / 2)


def _rotor() -> list[Primitive]:
    profile = [
        (0.0, -4.55),
        (0.22, -4.55),
        (0.26, -4.1),
        (0.58, -3.98),
        (0.9, 0.35),
        (0.62, 0.5),
        (0.62, 1.6),
        (0.82, 1.75),
        (0.7, 4.15),
        (0.3, 4.3),
        (0.26, 4.6),
        (0.0, 4.6),
    ]
    discs = [
        lathe([(root, x - 0.1), (root + 0.03, x - 0.1), (root + 0.03, x + 0.1), (root, x + 0.1)], 36, "metal", BRIGHT)
        for x, _, root, _, _ in ROWS
    ]
    bolts = bars(
        [
            [(0.72 * math.cos(a), 0.42, 0.72 * math.sin(a)), (0.72 * math.cos(a), 0.56, 0.72 * math.sin(a))]
            for a in np.linspace(0, 2 * math.pi, 18, endpoint=False)
        ],
        0.03,
        "metal",
        BRIGHT,
        sides=6,
    )
    nose = lathe([(0.6, -4.0), (0.5, -4.28), (0.3, -4.45), (0.22, -4.5)], 28, "metal", BRIGHT)
    return [lathe(profile, 36, "metal", STEEL), *discs, bolts, nose]


def _row(x: float, tip: float, root: float, count: int, color: str) -> list[Primitive]:
    """One row of twisted blades, each a thin two-sided foil from root to tip."""
    span = np.linspace(root, tip, 2)
    chord = 0.26 if x < 1 else 0.4
    twist = np.linspace(0.45, 1.05, 2)
    bow = 0.028
    foil = [(-0.5, 0.0), (0.0, bow / chord), (0.5, 0.0), (0.0, -0.3 * bow / chord)]
    rings = [
        [
            ((u * math.cos(t) - v * math.sin(t)) * chord, u * math.sin(t) * chord + v * math.cos(t) * chord)
            for u, v in foil
        ]
        for t in twist
    ]
    points = [[(r, x + along, across) for across, along in ring] for r, ring in zip(span, rings, strict=True)]
    blade = sheet(np.array(points)[:, ::-1], "metal", color, wrap=True)
    return [merge([transform(blade, yaw=2 * math.pi * k / count) for k in range(count)])[0]]


def _burners() -> list[Primitive]:
    """Cans in a ring about the shaft; two in the cut show their flame."""
    parts = []
    for k in range(14):
        angle = 2 * math.pi * k / 14 + 0.15
        can = [
            lathe([(0.0, 0.42), (0.16, 0.45), (0.2, 0.6), (0.2, 1.25), (0.15, 1.6), (0.13, 1.8)], 14, "metal", BRONZE),
            lathe([(0.205, 0.72), (0.225, 0.74), (0.225, 0.8), (0.205, 0.82)], 14, "metal", STEEL),
            lathe([(0.205, 1.05), (0.225, 1.07), (0.225, 1.12), (0.205, 1.14)], 14, "metal", STEEL),
            cylinder(0.06, 0.3, (0, 0.2, 0), "metal", RED, segments=8, base=True),
        ]
        parts += [transform(transform(part, (0.98, 0, 0)), yaw=angle) for part in can]
    ring = [lathe([(0.9, 1.62), (1.12, 1.62), (1.12, 1.74), (0.9, 1.74), (0.9, 1.62)], 40, "glow", "#FF8A3D")]
    return parts + ring


def _outline() -> list[tuple[float, float]]:
    """(place, radius) of the casing's inner wall."""
    return [
        (-4.35, 1.75),
        (-4.1, 1.48),
        (-3.85, 1.34),
        (-2.0, 1.16),
        (0.2, 1.0),
        (0.35, 1.38),
        (1.5, 1.42),
        (1.7, 1.22),
        (2.5, 1.36),
        (3.6, 1.62),
        (4.3, 1.72),
    ]


def _turned(outline: list[tuple[float, float]], start: float, end: float, count: int) -> np.ndarray:
    """Points (places, count, 3) of an outline turned part of the way round its upright axis."""
    turn = np.linspace(start, end, count)
    return np.array([[(r * math.cos(a), x, -r * math.sin(a)) for a in turn] for x, r in outline])


def _casing() -> list[Primitive]:
    """Half a shell behind the rotor, with thick cut edges, flanges and ribs; in front it is open."""
    # Before it is laid down, +x of the lathe is down and +z is to the visitor: keep the half away from both.
    start, end = 0.04 * math.pi, 1.0 * math.pi
    inner = _outline()
    outer = [(x, r + 0.14) for x, r in inner]
    shells = [
        sheet(_turned(outer, start, end, 24), "paint", CASE),
        sheet(_turned(inner, start, end, 24)[:, ::-1], "metal", "#8A9298"),
    ]
    for angle in (start, end):
        a, b = _turned(inner, angle, angle, 1), _turned(outer, angle, angle, 1)
        edge = np.concatenate([a, b], axis=1) if angle == end else np.concatenate([b, a], axis=1)
        shells += [sheet(edge, "paint", RED), sheet(edge[:, ::-1], "paint", RED)]
    ribs = []
    for x, r in ((-4.1, 1.6), (-2.9, 1.38), (-1.4, 1.24), (0.25, 1.5), (1.62, 1.52), (2.7, 1.52), (4.2, 1.86)):
        arc = _turned([(x - 0.06, r), (x - 0.06, r + 0.14), (x + 0.06, r + 0.14), (x + 0.06, r)], start, end, 24)
        ribs.append(sheet(arc, "paint", "#C2C8CC"))
    return shells + ribs


def _stand() -> list[Primitive]:
    base = bevel_box((9.1, 0.24, 3.6), (0, 0, 0), "matte", "#5A646B", bevel=0.04, base=True)
    strip = box((8.6, 0.03, 0.03), (0, 0.25, 1.79), "glow", "#8FD3FF")
    parts = [base, strip]
    for x in (-3.95, 4.42):
        parts += [
            bevel_box((0.34, AXIS - 0.5, 1.0), (x, 0.22, 0), "paint", DARK, bevel=0.05, base=True),
            transform(cylinder(0.42, 0.36, (0, 0, 0), "metal", STEEL, segments=24), (x, AXIS, 0), roll=math.pi / 2),
        ]
    for x in (-2.6, 0.9, 3.2):
        parts.append(limb([(x, 0.24, -1.1), (x, 0.9, -1.2)], [0.2, 0.14], "paint", DARK, segments=8))
        parts.append(bevel_box((0.5, 1.3, 0.24), (x, 0.24, -1.45), "paint", DARK, bevel=0.04, base=True))
    return parts
