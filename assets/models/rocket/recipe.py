"""A two-stage rocket with four boosters on its launch stand, 13.4 m tall."""

from __future__ import annotations

import math

import numpy as np

from hallwright.catalogue.rig import Part, Rig
from hallwright.geometry.lofting import bars, limb, sheet, spline
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, extrude, lathe, transform

WHITE, GREY, BLUE, DARK, RED, RUST = "#F3F5F6", "#9AA3AA", "#1F5FA8", "#22272C", "#C4262E", "#B5482A"
BODY, SEGMENTS = 0.78, 40


def build() -> Rig:
    """Named parts, from the floor up."""
    return Rig(
        {
            "stand": Part([*_stand(), *_tower()]),
            "engines": Part(_engines()),
            "first-stage": Part(_first_stage()),
            "boosters": Part([part for quarter in range(4) for part in _booster(math.radians(45 + 90 * quarter))]),
            "second-stage": Part(_second_stage()),
            "fairing": Part(_fairing()),
        }
    )


def far() -> list[Primitive]:
    """The same silhouette in plain turned shapes."""
    boosters = [
        transform(lathe([(0.1, 1.7), (0.4, 2.0), (0.4, 5.6), (0.0, 6.9)], 6, "matte", WHITE), _around(a, 1.2))
        for a in (math.radians(45 + 90 * quarter) for quarter in range(4))
    ]
    return [
        lathe([(0.3, 1.2), (BODY, 2.0), (BODY, 8.1)], 12, "matte", WHITE),
        lathe([(BODY, 8.1), (BODY, 8.9)], 12, "matte", DARK),
        lathe([(BODY, 8.9), (0.94, 10.5), (0.94, 11.6), (0.5, 12.9), (0.0, 13.4)], 12, "matte", WHITE),
        *boosters,
        box((4.6, 0.5, 4.6), (0, 0, 0), "matte", "#5C656C", base=True),
        box((0.8, 10.4, 0.8), (0, 0.3, -1.95), "matte", "#B5482A", base=True),
    ]


def _around(angle: float, radius: float, y: float = 0.0) -> tuple[float, float, float]:
    return (radius * math.sin(angle), y, radius * math.cos(angle))


def _band(low: float, high: float, color: str, radius: float = BODY) -> Primitive:
    """A painted band that stands one centimetre proud of the body."""
    return lathe([(radius, low), (radius + 0.01, low), (radius + 0.01, high), (radius, high)], SEGMENTS, "paint", color)


def _quarters(low: float, high: float, radius: float = BODY) -> list[Primitive]:
    """The black and white roll pattern by which cameras see a rocket turn."""
    parts = []
    for quarter in (0, 2):
        turn = np.linspace(math.pi / 2 * quarter, math.pi / 2 * (quarter + 1), 9)
        ring = [(radius * 1.012 * math.sin(a), radius * 1.012 * math.cos(a)) for a in turn]
        low_ring = [(x, low, z) for x, z in ring]
        high_ring = [(x, high, z) for x, z in ring]
        parts.append(sheet([low_ring, high_ring], "paint", DARK))
    return parts


def _first_stage() -> list[Primitive]:
    profile = [(0.0, 1.95), (0.66, 1.95), (BODY, 2.3), (BODY, 8.1)]
    rings = [_band(y, y + 0.05, GREY) for y in (3.1, 4.6, 6.1, 7.5)]
    tunnel = bevel_box((0.16, 5.4, 0.1), (0, 5.1, BODY + 0.03), "paint", GREY, bevel=0.03)
    return [
        lathe(profile, SEGMENTS, "paint", WHITE),
        *rings,
        tunnel,
        _band(5.2, 5.62, BLUE),
        *_quarters(6.35, 7.4),
        *[_fin(math.radians(90 * quarter)) for quarter in range(4)],
    ]


def _fin(angle: float) -> Primitive:
    """A swept fin between two boosters."""
    outline = [(0.0, 0.0), (0.85, -0.15), (0.85, 0.35), (0.0, 1.5)]
    flat = extrude(outline, 0.06, "paint", BLUE, base=-0.03)
    upright = transform(flat, pitch=math.pi / 2, scale=(1, 1, 1))
    turned = transform(upright, yaw=angle - math.pi / 2)
    return transform(turned, _around(angle, BODY - 0.04, 2.05))


def _second_stage() -> list[Primitive]:
    ends = [
        (_around(a, BODY - 0.03, 8.14), _around(a + turn, BODY - 0.03, 8.86))
        for a in np.linspace(0, 2 * math.pi, 14, endpoint=False)
        for turn in (0.22, -0.22)
    ]
    lattice = [bars(ends, 0.028, "metal", "#3A4046", sides=5)]
    bell = lathe([(0.34, 8.12), (0.22, 8.5), (0.12, 8.8)], 20, "metal", "#C98A5E")
    tank = lathe([(0.0, 8.62), (0.5, 8.7), (BODY, 8.9), (BODY, 10.3)], SEGMENTS, "paint", WHITE)
    rings = [_band(8.06, 8.14, DARK), _band(8.86, 8.94, DARK), _band(9.7, 9.75, GREY)]
    return [*lattice, bell, tank, *rings, *_quarters(8.98, 9.62)]


def _fairing() -> list[Primitive]:
    ogive = spline([(0.94, 11.5), (0.88, 12.1), (0.68, 12.75), (0.36, 13.2), (0.0, 13.4)], 14)
    profile = [(BODY, 10.3), (0.94, 10.65), (0.94, 11.4), *[tuple(point) for point in ogive]]
    seam = limb(
        [(0.955, 10.66, 0), (0.955, 11.5, 0), *[(r + 0.01, y, 0) for r, y in ogive]], 0.014, "matte", GREY, segments=4
    )
    other = transform(seam, yaw=math.pi)
    return [
        lathe(profile, SEGMENTS, "paint", WHITE),
        seam,
        other,
        _band(10.28, 10.36, BLUE),
        _band(10.8, 11.0, RED, 0.94),
    ]


def _booster(angle: float) -> list[Primitive]:
    profile = [(0.0, 1.9), (0.34, 1.9), (0.4, 2.15), (0.4, 5.5), (0.36, 5.95), (0.2, 6.6), (0.0, 6.95)]
    bell = lathe([(0.3, 1.25), (0.26, 1.45), (0.17, 1.7), (0.1, 1.95)], 20, "metal", "#A8AFB4")
    stripes = [lathe([(0.408, y), (0.408, y + 0.06)], 20, "paint", GREY) for y in (2.9, 4.2)]
    cap = lathe([(0.408, 5.2), (0.408, 5.5)], 20, "paint", BLUE)
    shape = [lathe(profile, 24, "paint", WHITE), bell, *stripes, cap]
    struts = [
        limb([_around(angle, BODY - 0.05, y), _around(angle, 1.0, y - 0.12)], 0.05, "metal", "#A8AFB4", segments=6)
        for y in (2.6, 5.4)
    ]
    return [transform(part, _around(angle, 1.2)) for part in shape] + struts


def _engines() -> list[Primitive]:
    """Five bells: one in the middle, four about it."""
    profile = [(0.31, 1.15), (0.28, 1.3), (0.2, 1.55), (0.12, 1.75), (0.15, 1.95)]
    inner = [(0.11, 1.75), (0.19, 1.55), (0.27, 1.3), (0.3, 1.15)]
    bell = [lathe(profile, 22, "metal", "#C9B49A"), lathe(inner, 16, "matte", "#2A211C")]
    places = [(0.0, 0.0, 0.0)] + [_around(math.radians(90 * quarter), 0.4) for quarter in range(4)]
    scales = [1.0, 0.72, 0.72, 0.72, 0.72]
    return [
        transform(part, (x, 1.95 * (1 - s), z), scale=s)
        for (x, _, z), s in zip(places, scales, strict=True)
        for part in bell
    ]


def _stand() -> list[Primitive]:
    deck = [
        bevel_box((4.8, 0.3, 4.8), (0, 0, 0), "matte", "#59626A", bevel=0.05, base=True),
        cylinder(1.5, 0.05, (0, 0.3, 0), "matte", "#2B3035", segments=32, base=True),
        lathe([(1.05, 0.35), (0.5, 0.55), (0.0, 1.0)], 4, "metal", "#A8AFB4"),
    ]
    edge = [
        box((0.4, 0.012, 0.14), (side * (place * 0.8 - 2.0), 0.306, 2.3), "matte", color)
        for side in (1,)
        for place in range(6)
        for color in (("#F2B705", "#1B1E21")[place % 2],)
    ]
    ring = lathe([(1.0, 1.72), (1.16, 1.72), (1.16, 1.92), (1.0, 1.92), (1.0, 1.72)], 32, "paint", RUST)
    legs = []
    for quarter in range(4):
        angle = math.radians(90 * quarter)
        foot, head = _around(angle, 2.0, 0.3), _around(angle, 1.1, 1.8)
        legs += [
            limb([foot, head], 0.1, "paint", RUST, segments=8),
            bevel_box((0.5, 0.12, 0.5), foot, "metal", "#A8AFB4", base=True),
        ]
        for lean in (-0.4, 0.4):
            legs.append(limb([_around(angle + lean, 1.95, 0.3), head], 0.055, "paint", RUST, segments=6))
    return deck + edge + [ring] + legs


def _tower() -> list[Primitive]:
    """The service mast behind the rocket, with arms that reach it."""
    parts = [box((0.09, 10.6, 0.09), (x, 0.3, z), "paint", RUST, base=True) for x in (-0.4, 0.4) for z in (-2.3, -1.5)]
    level, slanted = [], []
    floors = np.arange(0.9, 10.9, 1.25)
    for place, y in enumerate(floors):
        level += [((-0.4, y, z), (0.4, y, z)) for z in (-2.3, -1.5)]
        level += [((x, y, -2.3), (x, y, -1.5)) for x in (-0.4, 0.4)]
        if place + 1 < len(floors):
            lean = 0.4 if place % 2 else -0.4
            slanted += [((x, y, -1.9 - lean), (x, y + 1.25, -1.9 + lean)) for x in (-0.4, 0.4)]
            slanted.append(((-lean, y, -1.5), (lean, y + 1.25, -1.5)))
    parts += [bars(level, 0.035, "paint", RUST), bars(slanted, 0.025, "paint", RUST)]
    for y, reach in ((4.0, 0.84), (7.7, 0.84), (9.9, 0.84)):
        parts.append(bevel_box((0.34, 0.28, 1.5 - reach), (0, y, -(1.5 + reach) / 2), "paint", "#D9DDE0", bevel=0.04))
    parts.append(limb([(0, 10.9, -1.9), (0, 12.4, -1.9)], [0.04, 0.015], "metal", "#A8AFB4", segments=6))
    return parts
