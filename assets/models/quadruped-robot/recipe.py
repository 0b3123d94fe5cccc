"""A four-legged robot with a sensor head, standing alert."""

from __future__ import annotations

from hallwright.catalogue.rig import Part, Rig
from hallwright.catalogue.vehicles import ring
from hallwright.geometry.lofting import limb, loft
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, sphere

BODY, JOINT, ACCENT, LIGHT = "#3B444B", "#1E2327", "#F2B705", "#6FD0FF"
BACK = 0.52


def build() -> Rig:
    """Named parts: body, legs, head, mast."""
    return Rig(
        {
            "body": Part(_body()),
            "legs": Part([part for x in (-1, 1) for z in (-1, 1) for part in _leg(x, z)]),
            "head": Part(_head()),
            "mast": Part(_mast()),
        }
    )


def far() -> list[Primitive]:
    """A box on four bent sticks."""
    legs = [
        limb(
            [(x * 0.16, BACK, z * 0.3), (x * 0.19, 0.28, z * 0.3 - 0.12), (x * 0.19, 0.0, z * 0.3)],
            0.03,
            "matte",
            JOINT,
            segments=4,
        )
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    return [
        box((0.24, 0.16, 0.78), (0, BACK, 0), "matte", BODY),
        box((0.16, 0.14, 0.14), (0, BACK + 0.06, 0.42), "matte", JOINT),
        *legs,
    ]


def _body() -> list[Primitive]:
    hull = loft(
        [
            ring(z, BACK - deep, BACK + deep, half, 3.2, 24)
            for z, deep, half in (
                (-0.42, 0.045, 0.08),
                (-0.38, 0.075, 0.12),
                (-0.1, 0.085, 0.135),
                (0.2, 0.085, 0.13),
                (0.36, 0.07, 0.11),
                (0.4, 0.045, 0.08),
            )
        ],
        "satin",
        BODY,
    )
    flanks = [
        bevel_box((0.012, 0.05, 0.42), (side * 0.136, BACK + 0.01, -0.02), "paint", ACCENT, bevel=0.005)
        for side in (-1, 1)
    ]
    deck = bevel_box((0.17, 0.03, 0.5), (0, BACK + 0.075, -0.04), "matte", JOINT, bevel=0.01, base=True)
    return [hull, *flanks, deck]


def _leg(x: int, z: int) -> list[Primitive]:
    hip, thigh = (x * 0.11, BACK, z * 0.29), (x * 0.185, BACK, z * 0.29)
    knee, foot = (x * 0.19, 0.28, z * 0.29 - 0.15), (x * 0.19, 0.03, z * 0.29 + 0.02)
    return [
        limb([hip, thigh], 0.055, "satin", JOINT, segments=12),
        sphere((0.05, 0.065, 0.065), thigh, "satin", BODY),
        limb([thigh, (x * 0.188, 0.41, z * 0.29 - 0.07), knee], [0.05, 0.045, 0.03], "satin", BODY, segments=10),
        sphere(0.034, knee, "paint", ACCENT),
        limb([knee, foot], [0.024, 0.015], "metal", "#A8AFB4", segments=8),
        sphere(0.03, foot, "matte", JOINT),
    ]


def _head() -> list[Primitive]:
    skull = loft(
        [
            ring(z, BACK - 0.02 - low, BACK + 0.1, half, 3.0, 20)
            for z, low, half in ((0.36, 0.03, 0.085), (0.45, 0.04, 0.095), (0.5, 0.02, 0.075))
        ],
        "satin",
        JOINT,
    )
    eyes = [sphere((0.022, 0.022, 0.012), (side * 0.042, BACK + 0.045, 0.497), "glow", LIGHT) for side in (-1, 1)]
    return [skull, *eyes, bevel_box((0.12, 0.014, 0.012), (0, BACK + 0.005, 0.499), "glow", LIGHT, bevel=0.004)]


def _mast() -> list[Primitive]:
    return [
        cylinder(0.045, 0.06, (0, BACK + 0.1, 0.12), "satin", BODY, segments=18, base=True),
        cylinder(0.04, 0.03, (0, BACK + 0.16, 0.12), "metal", "#7C868D", segments=18, base=True),
    ]
