"""A cargo drone: six rotors on folding arms, a box between two skids."""

from __future__ import annotations

import math

import numpy as np

from hallwright.catalogue.rig import Part, Rig
from hallwright.geometry.lofting import limb, loft
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, sphere, transform

SHELL, CARBON, ACCENT, STEEL = "#EEF1F2", "#24282C", "#F08A24", "#B9C0C5"
REACH, HUB, BLADE = 1.0, 0.72, 0.36
ANGLES = tuple(math.radians(30 + 60 * k) for k in range(6))


def build() -> Rig:
    """Named parts: body, arms, rotors, skids, cargo."""
    return Rig(
        {
            "body": Part(_body()),
            "arms": Part([part for a in ANGLES for part in _arm(a)]),
            "rotors": Part([part for k, a in enumerate(ANGLES) for part in _rotor(a, k)]),
            "skids": Part(_skids()),
            "cargo": Part(_cargo()),
        }
    )


def far() -> list[Primitive]:
    """A hub, six arms, six discs and the box."""
    arms = [limb([(0, HUB, 0), _at(a, REACH)], 0.03, "matte", CARBON, segments=3) for a in ANGLES]
    discs = [cylinder(BLADE, 0.012, _at(a, REACH, HUB + 0.14), "matte", "#4A5157", segments=8) for a in ANGLES]
    return [
        box((0.5, 0.2, 0.5), (0, HUB, 0), "matte", SHELL),
        *arms,
        *discs,
        box((0.5, 0.32, 0.5), (0, 0.36, 0), "matte", ACCENT),
    ]


def _at(angle: float, radius: float, y: float = HUB) -> tuple[float, float, float]:
    return (radius * math.cos(angle) * 1.06, y, radius * math.sin(angle))


def _oval(y: float, wide: float, deep: float) -> list[tuple[float, float, float]]:
    return [(wide * math.cos(a), y, -deep * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 28, endpoint=False)]


def _body() -> list[Primitive]:
    levels = (
        (0.6, 0.2, 0.24),
        (0.63, 0.3, 0.36),
        (0.72, 0.33, 0.4),
        (0.8, 0.28, 0.34),
        (0.86, 0.16, 0.2),
        (0.88, 0.05, 0.06),
    )
    shell = loft([_oval(y, wide, deep) for y, wide, deep in levels], "paint", SHELL)
    stripe = loft(
        [_oval(y, wide + 0.004, deep + 0.004) for y, wide, deep in ((0.695, 0.32, 0.388), (0.735, 0.327, 0.396))],
        "paint",
        ACCENT,
    )
    eye = [sphere(0.07, (0, 0.63, 0.36), "satin", CARBON), sphere(0.035, (0, 0.63, 0.42), "metal", "#5B88B5")]
    mast = [cylinder(0.015, 0.1, (0, 0.86, -0.08), "matte", CARBON, segments=8, base=True)]
    return [shell, stripe, *eye, *mast]


def _arm(angle: float) -> list[Primitive]:
    hinge = _at(angle, 0.46)
    return [
        limb([_at(angle, 0.24), hinge, _at(angle, REACH)], [0.034, 0.032, 0.026], "satin", CARBON, segments=8),
        sphere(0.05, hinge, "metal", ACCENT),
        cylinder(0.055, 0.12, _at(angle, REACH, HUB - 0.02), "metal", STEEL, segments=16, base=True),
        sphere(0.026, _at(angle, REACH, HUB - 0.045), "glow", "#45E08A" if math.cos(angle) > 0 else "#FF4D4D"),
    ]


def _rotor(angle: float, place: int) -> list[Primitive]:
    blade = loft(
        [
            [(x, 0.012 * lift + 0.004 * up, across) for across, up in ((w, 0), (0, 1), (-w, 0), (0, -1))]
            for x, w, lift in ((0.03, 0.016, 0), (0.12, 0.034, 0.4), (BLADE, 0.014, 1.2))
        ],
        "satin",
        "#30363B",
    )
    turn = 0.7 * place + angle
    hub = cylinder(0.03, 0.04, (0, 0, 0), "metal", STEEL, segments=12)
    return [
        transform(part, _at(angle, REACH, HUB + 0.13), yaw=turn + extra)
        for part, extra in ((blade, 0.0), (blade, math.pi), (hub, 0.0))
    ]


def _skids() -> list[Primitive]:
    parts = []
    for side in (-1, 1):
        x = side * 0.42
        parts.append(
            limb(
                [(x, 0.06, -0.5), (x, 0.03, -0.42), (x, 0.03, 0.42), (x, 0.06, 0.5)], 0.024, "satin", CARBON, segments=8
            )
        )
        parts += [
            limb([(x, 0.03, z), (side * 0.24, 0.66, z * 0.6)], 0.018, "satin", CARBON, segments=6) for z in (-0.3, 0.3)
        ]
    return parts


def _cargo() -> list[Primitive]:
    straps = [box((0.505, 0.315, 0.04), (0, 0.37, z), "matte", CARBON) for z in (-0.15, 0.15)]
    return [
        bevel_box((0.5, 0.31, 0.56), (0, 0.37, 0), "paint", ACCENT, bevel=0.03),
        *straps,
        box((0.2, 0.09, 0.2), (0, 0.56, 0), "matte", CARBON),
    ]
