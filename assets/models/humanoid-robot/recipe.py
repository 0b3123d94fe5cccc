"""A walking robot of adult height that raises one hand in greeting."""

from __future__ import annotations

from hallwright.catalogue.rig import Part, Rig
from hallwright.catalogue.vehicles import ring
from hallwright.geometry.lofting import limb, loft
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, sphere, transform

SHELL, JOINT, VISOR, LIGHT = "#F1F3F4", "#2A3036", "#12181D", "#6FD0FF"
HIP, KNEE, ANKLE = 0.86, 0.47, 0.09
SHOULDER = 1.36


def build() -> Rig:
    """Named parts: legs, pelvis, torso, arms, head."""
    return Rig(
        {
            "legs": Part([part for side in (-1, 1) for part in _leg(side)]),
            "pelvis": Part(_pelvis()),
            "torso": Part(_torso()),
            "arm-left": Part(_arm(((0.25, SHOULDER, 0), (0.31, 1.08, -0.02), (0.29, 0.83, 0.1)))),
            "arm-right": Part(_arm(((-0.25, SHOULDER, 0), (-0.36, 1.14, 0.05), (-0.34, 1.42, 0.16)))),
            "head": Part(_head()),
        }
    )


def far() -> list[Primitive]:
    """Boxes in the same pose."""
    legs = [limb([(side * 0.1, 0.0, 0.0), (side * 0.1, HIP, 0)], 0.075, "matte", SHELL, segments=4) for side in (-1, 1)]
    arms = [
        limb(path, 0.05, "matte", SHELL, segments=4)
        for path in (
            ((0.26, SHOULDER, 0), (0.29, 0.83, 0.1)),
            ((-0.26, SHOULDER, 0), (-0.36, 1.14, 0.05), (-0.34, 1.45, 0.16)),
        )
    ]
    return [
        *legs,
        *arms,
        box((0.36, 0.52, 0.2), (0, 1.16, 0), "matte", SHELL),
        box((0.3, 0.14, 0.18), (0, 0.88, 0), "matte", JOINT),
        box((0.17, 0.2, 0.19), (0, 1.61, 0), "matte", SHELL),
        box((0.14, 0.09, 0.02), (0, 1.63, 0.1), "matte", VISOR),
    ]


def _tapered(
    low: tuple[float, float, float], high: tuple[float, float, float], radii: tuple[float, float, float]
) -> Primitive:
    """A shell on a bone: slim at both ends, full above the middle."""
    points = [tuple(a + (b - a) * t for a, b in zip(low, high, strict=True)) for t in (0.04, 0.14, 0.55, 0.86, 0.95)]
    return limb(points, [radii[0] * 0.8, radii[0], radii[1], radii[2], radii[2] * 0.72], "paint", SHELL, segments=14)


def _leg(side: int) -> list[Primitive]:
    x = side * 0.105
    hip, knee, ankle = (x, HIP, 0.0), (x * 1.05, KNEE, 0.035), (x * 1.05, ANKLE, -0.015)
    foot = loft(
        [
            ring(z, 0.0, high, half, 3.0, 16)
            for z, high, half in (
                (-0.09, 0.06, 0.032),
                (-0.06, 0.09, 0.045),
                (0.05, 0.075, 0.05),
                (0.14, 0.05, 0.046),
                (0.18, 0.03, 0.034),
            )
        ],
        "satin",
        JOINT,
    )
    return [
        _tapered(knee, hip, (0.062, 0.084, 0.086)),
        _tapered(ankle, knee, (0.04, 0.066, 0.058)),
        sphere((0.075, 0.06, 0.06), knee, "satin", JOINT),
        sphere(0.075, (x, HIP, 0), "satin", JOINT),
        sphere(0.042, ankle, "satin", JOINT),
        transform(foot, (x * 1.05, 0.0, 0.0)),
        box((0.05, 0.012, 0.012), (x * 1.05, KNEE, 0.094), "glow", LIGHT),
    ]


def _pelvis() -> list[Primitive]:
    hips = loft(
        [
            _level(y, wide, deep)
            for y, wide, deep in ((0.83, 0.08, 0.07), (0.87, 0.15, 0.09), (0.93, 0.15, 0.09), (0.97, 0.1, 0.075))
        ],
        "paint",
        SHELL,
    )
    return [hips, limb([(0, 0.94, 0), (0, 1.04, 0)], 0.08, "satin", JOINT, segments=14)]


def _level(y: float, wide: float, deep: float) -> list[tuple[float, float, float]]:
    """A level superelliptic ring, counter-clockwise from above."""
    return [(x, y, -(z - y)) for x, z, _ in ring(0.0, y - deep, y + deep, wide, 2.6, 22)]


def _torso() -> list[Primitive]:
    levels = (
        (1.0, 0.1, 0.075),
        (1.04, 0.13, 0.09),
        (1.16, 0.165, 0.115),
        (1.3, 0.2, 0.125),
        (1.4, 0.19, 0.11),
        (1.45, 0.1, 0.075),
    )
    plate = [
        bevel_box((0.2, 0.16, 0.02), (0, 1.28, 0.122), "satin", VISOR, bevel=0.008),
        bevel_box((0.1, 0.018, 0.012), (0, 1.3, 0.134), "glow", LIGHT, bevel=0.003),
    ]
    pack = bevel_box((0.26, 0.3, 0.09), (0, 1.26, -0.13), "satin", JOINT, bevel=0.03)
    return [
        loft([_level(*level) for level in levels], "paint", SHELL),
        *plate,
        pack,
        limb([(0, 1.43, 0), (0, 1.53, 0)], 0.045, "satin", JOINT, segments=12),
    ]


def _arm(path: tuple[tuple[float, float, float], ...]) -> list[Primitive]:
    shoulder, elbow, wrist = path
    reach = [b - a for a, b in zip(elbow, wrist, strict=True)]
    ahead = [b + 0.28 * d for b, d in zip(wrist, reach, strict=True)]
    fingers = [
        limb(
            [
                (
                    wrist[0] + 0.35 * (ahead[0] - wrist[0]) + side,
                    wrist[1] + 0.35 * (ahead[1] - wrist[1]),
                    wrist[2] + 0.3 * (ahead[2] - wrist[2]),
                ),
                (ahead[0] + side * 1.5, ahead[1] + reach[1] * 0.12, ahead[2] + 0.01),
            ],
            0.011,
            "satin",
            JOINT,
            segments=6,
        )
        for side in (-0.03, -0.01, 0.01, 0.03)
    ]
    palm = sphere((0.042, 0.05, 0.03), [(w * 0.6 + a * 0.4) for w, a in zip(wrist, ahead, strict=True)], "satin", JOINT)
    return [
        sphere(0.082, shoulder, "paint", SHELL),
        _tapered(elbow, shoulder, (0.045, 0.056, 0.054)),
        sphere(0.05, elbow, "satin", JOINT),
        _tapered(wrist, elbow, (0.034, 0.05, 0.046)),
        palm,
        *fingers,
    ]


def _head() -> list[Primitive]:
    levels = ((1.51, 0.045, 0.05), (1.54, 0.075, 0.085), (1.62, 0.092, 0.108), (1.69, 0.085, 0.1), (1.73, 0.05, 0.06))
    visor = loft(
        [
            ring(z, 1.585 + cut, 1.685 - cut, half, 2.8, 20)
            for z, half, cut in ((0.03, 0.095, 0.0), (0.09, 0.078, 0.004), (0.112, 0.05, 0.014))
        ],
        "satin",
        VISOR,
    )
    eyes = [sphere(0.011, (side * 0.032, 1.637, 0.107), "glow", LIGHT) for side in (-1, 1)]
    return [loft([_level(*level) for level in levels], "paint", SHELL), visor, *eyes]
