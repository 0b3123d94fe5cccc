"""A walking robot of adult height: nineteen joints in one skin, and three routines that it performs.

Its left is +X. Joints are called by where they turn: ``knee-left`` is the shin. ``wave``, ``dance`` and ``taichi`` go
round for ever; ``run`` greets a visitor and ends as it began.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from hallwright.catalogue.humanoid import (
    ANKLE,
    ELBOW,
    HANGING,
    HEAD,
    HIP,
    KNEE,
    LIMBS,
    SHOULDER,
    SIDES,
    SPINE,
    WAIST,
    WRIST,
    Pose,
    above,
    mirrored,
    routine,
)
from hallwright.catalogue.posing import flowing, keyed, steps
from hallwright.catalogue.rig import Part, Rig
from hallwright.geometry.hulls import Hull
from hallwright.geometry.lofting import limb, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import box, cylinder, lathe, sphere, transform

Points = NDArray[np.float64]

SHELL, SHADE, JOINT, RUBBER, VISOR = "#F1F3F4", "#C9D0D4", "#30373D", "#1D2124", "#0D1216"
LIGHT, ACCENT, STEEL = "#6FD0FF", "#F08A24", "#8C959B"


def build() -> Rig:
    """The joints with their shells, and its routines."""
    shapes = {"pelvis": _pelvis(), "waist": _waist(), "torso": _torso(), "neck": _neck(), "head": _head()}
    parts = {name: Part(shapes[name], parent, pivot) for name, (parent, pivot) in SPINE.items()}
    makers = {"hip": _thigh, "knee": _shin, "ankle": _foot, "shoulder": _upper_arm, "elbow": _forearm, "wrist": _hand}
    for side, sign in SIDES.items():
        for joint, (parent, pivot) in LIMBS.items():
            shape = [transform(part, scale=(float(sign), 1.0, 1.0)) for part in makers.get(joint, _fingers)()]
            parts[f"{joint}-{side}"] = Part(shape, above(parent, side), mirrored(pivot, sign))
    return Rig(
        parts,
        (
            routine("idle", 6.0, 4.0, _idle),
            routine("wave", 10.0, 10.0, _wave),
            routine("dance", 24 * BEAT, 14.0, _dance),
            routine("taichi", 16.0, 8.0, _taichi),
            routine("run", 8.0, 10.0, _greet, loop=False),
        ),
        skin=True,
    )


def far() -> list[Primitive]:
    """The same figure in few facets, standing at rest."""
    parts = [
        Hull(TORSO_LEVELS).skin(4, 8, "matte", SHELL),
        Hull(PELVIS_LEVELS).skin(3, 6, "matte", SHADE),
        Hull(HEAD_LEVELS).skin(4, 8, "matte", SHELL),
        box((0.13, 0.075, 0.02), (0, 1.635, 0.105), "matte", VISOR),
        box((0.25, 0.28, 0.08), (0, 1.27, -0.135), "matte", JOINT),
        box((0.05, 0.05, 0.01), (0, 1.31, 0.128), "glow", LIGHT),
        limb([WAIST, (0, 1.1, 0)], 0.085, "matte", JOINT, segments=6),
        limb([(0, 1.43, -0.01), HEAD], 0.045, "matte", JOINT, segments=5),
    ]
    for sign in SIDES.values():
        hip, knee, ankle = (mirrored(point, sign) for point in (HIP, KNEE, ANKLE))
        shoulder, elbow, wrist, tip = (mirrored(point, sign) for point in (SHOULDER, ELBOW, WRIST, (0.355, 0.69, 0.05)))
        parts += [
            limb([hip, knee], [0.085, 0.055], "matte", SHELL, segments=6),
            limb([knee, ankle], [0.06, 0.038], "matte", SHELL, segments=6),
            box((0.09, 0.08, 0.25), (ankle[0], 0.0, 0.025), "matte", JOINT, base=True),
            limb([shoulder, elbow], [0.062, 0.045], "matte", SHELL, segments=6),
            limb([elbow, wrist], [0.05, 0.036], "matte", SHELL, segments=6),
            limb([wrist, tip], [0.034, 0.02], "matte", JOINT, segments=4, squash=0.6),
        ]
    return parts


TORSO_LEVELS = (
    (1.075, 0, 0.0, 0.085, 0.07, 2.4),
    (1.1, 0, 0.0, 0.115, 0.088, 2.5),
    (1.18, 0, 0.004, 0.145, 0.108, 2.6),
    (1.28, 0, 0.008, 0.168, 0.12, 2.7),
    (1.36, 0, 0.006, 0.172, 0.115, 2.7),
    (1.41, 0, 0.0, 0.15, 0.1, 2.5),
    (1.445, 0, -0.006, 0.09, 0.075, 2.3),
)
PELVIS_LEVELS = (
    (0.83, 0, 0.0, 0.05, 0.05, 2.2),
    (0.855, 0, 0.0, 0.085, 0.075, 2.4),
    (0.9, 0, -0.004, 0.128, 0.098, 2.8),
    (0.94, 0, -0.004, 0.135, 0.1, 2.8),
    (0.97, 0, 0.0, 0.115, 0.088, 2.5),
    (0.985, 0, 0.0, 0.085, 0.072, 2.3),
)
HEAD_LEVELS = (
    (1.515, 0, 0.012, 0.04, 0.05, 2.2),
    (1.53, 0, 0.012, 0.062, 0.076, 2.2),
    (1.57, 0, 0.006, 0.083, 0.1, 2.3),
    (1.63, 0, 0.0, 0.094, 0.114, 2.3),
    (1.68, 0, -0.004, 0.09, 0.109, 2.2),
    (1.715, 0, -0.008, 0.066, 0.082, 2.1),
    (1.73, 0, -0.01, 0.026, 0.034, 2.0),
)
FRONT = math.pi / 2


def _around(turn: float, half: float) -> tuple[float, float]:
    return (turn - half, turn + half)


def _pelvis() -> list[Primitive]:
    hull = Hull(PELVIS_LEVELS)
    parts = [
        hull.skin(10, 18, "satin", SHELL),
        hull.plate(_around(FRONT, 0.75), (0.865, 0.955), 0.004, "satin", SHADE, corner=3),
        hull.plate(_around(-FRONT, 0.8), (0.865, 0.965), 0.005, "satin", JOINT, corner=3),
    ]
    for sign in (-1, 1):
        joint = lathe([(0.0, -0.03), (0.07, -0.03), (0.076, 0.0), (0.07, 0.03), (0.0, 0.036)], 14, "satin", JOINT)
        parts.append(transform(joint, (sign * 0.1, 0.895, 0), roll=-sign * math.pi / 2))
    return parts


def _waist() -> list[Primitive]:
    """A ribbed core that turns and bends between hips and chest."""
    ribs = [torus(0.088 - 0.006 * abs(k - 1.5), 0.011, "satin", JOINT, segments=16, sides=5) for k in range(4)]
    parts = [transform(rib, (0, 0.985 + 0.03 * k, 0), scale=(1, 1, 0.84)) for k, rib in enumerate(ribs)]
    return [cylinder(0.074, 0.13, (0, 0.965, 0), "satin", RUBBER, segments=15, base=True), *parts]


def _torso() -> list[Primitive]:
    hull = Hull(TORSO_LEVELS)
    parts = [
        hull.skin(14, 22, "satin", SHELL),
        hull.plate(_around(FRONT, 0.82), (1.26, 1.4), 0.007, "satin", SHELL, cells=(10, 5), corner=5),
        hull.plate(_around(FRONT, 0.5), (1.1, 1.235), 0.005, "satin", JOINT, cells=(8, 6), corner=3.4),
        hull.plate(_around(FRONT, 0.34), (1.185, 1.195), 0.009, "satin", ACCENT, cells=(4, 2)),
        *[
            hull.plate(_around(FRONT + sign * 1.12, 0.2), (1.13, 1.3), 0.005, "satin", SHADE, cells=(4, 6))
            for sign in (-1, 1)
        ],
        *[
            hull.plate(_around(FRONT, 0.3), (1.12 + 0.022 * k, 1.127 + 0.022 * k), 0.008, "satin", RUBBER, cells=(4, 2))
            for k in range(3)
        ],
    ]
    ring = transform(torus(0.027, 0.0045, "glow", LIGHT, segments=16, sides=5), (0, 1.335, 0.1375), pitch=math.pi / 2)
    core = transform(
        cylinder(0.021, 0.012, (0, 0, 0), "satin", VISOR, segments=14), (0, 1.335, 0.1335), pitch=math.pi / 2
    )
    sockets = [
        transform(
            lathe([(0.0, -0.02), (0.062, -0.02), (0.07, 0.0), (0.06, 0.03), (0.0, 0.034)], 18, "satin", JOINT),
            (sign * 0.165, 1.385, 0),
            roll=-sign * math.pi / 2,
        )
        for sign in (-1, 1)
    ]
    return [*parts, ring, core, *sockets, *_pack()]


def _pack() -> list[Primitive]:
    """The battery on its back, with vents and a handle."""
    levels = (
        (1.13, 0, -0.12, 0.1, 0.03, 4),
        (1.15, 0, -0.125, 0.118, 0.045, 4),
        (1.37, 0, -0.125, 0.125, 0.045, 4),
        (1.395, 0, -0.12, 0.105, 0.03, 4),
    )
    vents = [box((0.15, 0.006, 0.006), (0, 1.19 + 0.016 * k, -0.1705), "satin", RUBBER) for k in range(6)]
    handle = limb(
        [(-0.06, 1.385, -0.12), (-0.05, 1.415, -0.135), (0.05, 1.415, -0.135), (0.06, 1.385, -0.12)],
        0.008,
        "satin",
        STEEL,
        segments=6,
    )
    lamp = box((0.1, 0.012, 0.006), (0, 1.32, -0.1705), "glow", LIGHT)
    return [Hull(levels).skin(6, 18, "satin", JOINT), *vents, handle, lamp]


def _neck() -> list[Primitive]:
    rings = [
        transform(torus(0.043, 0.007, "satin", JOINT, segments=12, sides=4), (0, 1.455 + 0.02 * k, -0.01))
        for k in range(4)
    ]
    return [cylinder(0.038, 0.1, (0, 1.435, -0.01), "satin", RUBBER, segments=12, base=True), *rings]


def _head() -> list[Primitive]:
    hull = Hull(HEAD_LEVELS)
    parts = [
        hull.skin(13, 20, "satin", SHELL),
        hull.plate(_around(FRONT, 1.02), (1.578, 1.694), 0.006, "satin", VISOR, cells=(13, 7), corner=3.2),
        hull.plate(_around(FRONT, 0.42), (1.532, 1.552), 0.003, "satin", JOINT, cells=(6, 2)),
        hull.plate(_around(-FRONT, 0.75), (1.56, 1.66), 0.005, "satin", SHADE, cells=(8, 4), corner=3),
    ]
    for sign in (-1, 1):
        eye = torus(0.0135, 0.0035, "glow", LIGHT, segments=12, sides=5)
        parts.append(
            transform(eye, (sign * 0.034, 1.641, 0.1145), pitch=math.pi / 2, yaw=sign * 0.28, scale=(1, 1, 1.25))
        )
        ear = lathe([(0.032, -0.02), (0.03, 0.006), (0.024, 0.013), (0.0, 0.013)], 18, "satin", JOINT)
        parts.append(transform(ear, (sign * 0.093, 1.62, -0.005), roll=-sign * math.pi / 2))
        disc = cylinder(0.014, 0.004, (0, 0, 0), "satin", ACCENT, segments=10)
        parts.append(transform(disc, (sign * 0.109, 1.62, -0.005), roll=math.pi / 2))
    return parts


def _bone(high: tuple[float, ...], low: tuple[float, ...], stations: tuple[tuple[float, ...], ...]) -> Hull:
    """A shell along a bone: stations (share from low to high, forward, half width, half depth), lowest first."""
    top, bottom = np.asarray(high), np.asarray(low)
    rows = []
    for share, forward, wide, deep in stations:
        x, y, z = bottom + (top - bottom) * share
        rows.append((y, x, z + forward, wide, deep, 2.35))
    return Hull(rows)


def _drum(point: tuple[float, ...], radius: float, half: float, color: str = JOINT) -> list[Primitive]:
    """A motor across a limb: a drum with an accent cap outside."""
    body = lathe(
        [
            (0, -half),
            (radius * 0.85, -half),
            (radius, -half * 0.7),
            (radius, half * 0.7),
            (radius * 0.85, half),
            (0, half),
        ],
        12,
        "satin",
        color,
    )
    cap = lathe([(radius * 0.62, 0.0), (radius * 0.55, 0.006), (0, 0.006)], 10, "satin", STEEL)
    return [
        transform(body, point, roll=math.pi / 2),
        *[transform(cap, (point[0] + s * (half - 0.001), *point[1:]), roll=-s * math.pi / 2) for s in (-1, 1)],
    ]


def _thigh() -> list[Primitive]:
    stations = (
        (0.16, 0.0, 0.036, 0.04),
        (0.2, 0.002, 0.053, 0.057),
        (0.42, 0.008, 0.064, 0.074),
        (0.68, 0.008, 0.075, 0.084),
        (0.86, 0.0, 0.077, 0.08),
        (0.95, -0.002, 0.06, 0.06),
    )
    hull = _bone(HIP, KNEE, stations)
    return [
        hull.skin(11, 18, "satin", SHELL),
        hull.plate(_around(FRONT, 0.62), (0.6, 0.83), 0.006, "satin", SHELL, cells=(6, 5), corner=3.4),
        hull.plate(_around(0.0, 0.32), (0.62, 0.82), 0.004, "satin", SHADE, cells=(4, 4), corner=3),
        hull.plate(_around(FRONT, 0.4), (0.852, 0.862), 0.004, "satin", ACCENT, cells=(4, 2)),
        limb([(0.098, 0.6, 0.02), (0.098, 0.5, 0.02)], [0.045, 0.04], "satin", JOINT, segments=10),
        sphere(0.055, HIP, "satin", JOINT, segments=12, rings=6),
    ]


def _shin() -> list[Primitive]:
    stations = (
        (0.1, 0.004, 0.03, 0.034),
        (0.15, 0.004, 0.036, 0.042),
        (0.4, -0.006, 0.045, 0.056),
        (0.68, -0.014, 0.055, 0.068),
        (0.82, -0.008, 0.052, 0.06),
        (0.88, -0.004, 0.038, 0.044),
    )
    hull = _bone(KNEE, ANKLE, stations)
    guard = (
        (0.45, 0.098, 0.045, 0.03, 0.03, 2.4),
        (0.47, 0.098, 0.046, 0.042, 0.045, 2.4),
        (0.51, 0.098, 0.04, 0.044, 0.052, 2.4),
        (0.535, 0.098, 0.03, 0.028, 0.036, 2.4),
    )
    piston = limb([(0.098, 0.36, -0.075), (0.098, 0.16, -0.055)], 0.011, "satin", STEEL, segments=8)
    sleeve = limb([(0.098, 0.38, -0.078), (0.098, 0.27, -0.067)], 0.017, "satin", JOINT, segments=8)
    return [
        hull.skin(10, 16, "satin", SHELL),
        hull.plate(_around(FRONT, 0.5), (0.19, 0.4), 0.005, "satin", SHADE, cells=(4, 5), corner=3),
        *_drum(KNEE, 0.052, 0.05),
        Hull(guard).skin(6, 12, "satin", SHELL),
        box((0.034, 0.008, 0.006), (0.098, 0.492, 0.095), "glow", LIGHT),
        piston,
        sleeve,
        limb([(0.098, 0.17, -0.01), ANKLE], [0.03, 0.026], "satin", JOINT, segments=9),
    ]


def _foot() -> list[Primitive]:
    x = ANKLE[0]
    shoe = (
        (0.012, x, 0.022, 0.046, 0.128, 2.7),
        (0.022, x, 0.022, 0.05, 0.132, 2.7),
        (0.042, x, 0.014, 0.049, 0.122, 2.6),
        (0.064, x, -0.012, 0.044, 0.088, 2.5),
        (0.085, x, -0.03, 0.038, 0.058, 2.4),
        (0.1, x, -0.034, 0.03, 0.044, 2.3),
    )
    sole = (
        (0.0, x, 0.024, 0.044, 0.126, 2.8),
        (0.006, x, 0.024, 0.052, 0.136, 2.8),
        (0.016, x, 0.023, 0.052, 0.135, 2.8),
    )
    hull = Hull(shoe)
    return [
        hull.skin(9, 18, "satin", SHELL),
        Hull(sole).skin(4, 18, "satin", RUBBER),
        hull.plate(_around(FRONT, 0.9), (0.026, 0.048), 0.004, "satin", JOINT, cells=(8, 3), corner=3),
        *_drum((x, 0.085, -0.022), 0.031, 0.046),
        box((0.05, 0.003, 0.01), (x, 0.081, 0.045), "satin", ACCENT),
    ]


def _upper_arm() -> list[Primitive]:
    stations = (
        (0.14, 0.0, 0.034, 0.037),
        (0.19, 0.0, 0.044, 0.048),
        (0.5, 0.002, 0.05, 0.055),
        (0.74, 0.0, 0.052, 0.055),
        (0.82, 0.0, 0.04, 0.042),
    )
    hull = _bone(SHOULDER, ELBOW, stations)
    cap = transform(
        lathe(
            [(0.06, -0.062), (0.072, -0.048), (0.079, -0.012), (0.072, 0.03), (0.05, 0.056), (0.0, 0.066)],
            24,
            "satin",
            SHELL,
        ),
        (0.226, 1.392, 0),
        roll=-0.42,
    )
    band = transform(torus(0.0775, 0.005, "satin", ACCENT, segments=18, sides=4), (0.222, 1.376, 0), roll=-0.42)
    return [
        cap,
        band,
        sphere(0.066, SHOULDER, "satin", JOINT, segments=12, rings=5),
        hull.skin(9, 14, "satin", SHELL),
        hull.plate(_around(0.0, 0.5), (1.17, 1.3), 0.004, "satin", SHADE, cells=(4, 4), corner=3),
        limb([SHOULDER, ELBOW], [0.04, 0.034], "satin", JOINT, segments=9),
    ]


def _forearm() -> list[Primitive]:
    stations = (
        (0.02, 0.0, 0.026, 0.029),
        (0.08, 0.0, 0.034, 0.037),
        (0.45, 0.002, 0.043, 0.047),
        (0.74, 0.0, 0.045, 0.05),
        (0.84, 0.0, 0.034, 0.038),
    )
    hull = _bone(ELBOW, WRIST, stations)
    return [
        hull.skin(9, 14, "satin", SHELL),
        hull.plate(_around(0.0, 0.55), (0.92, 1.03), 0.004, "satin", SHADE, cells=(4, 4), corner=3),
        *_drum(ELBOW, 0.043, 0.044),
        transform(torus(0.032, 0.006, "satin", JOINT, segments=12, sides=4), WRIST),
        hull.plate(_around(0.0, 0.16), (0.9, 0.91), 0.006, "glow", LIGHT, cells=(3, 2)),
    ]


def _hand() -> list[Primitive]:
    """The palm, which looks inwards, and the thumb ahead of it."""
    palm = (
        (0.765, 0.345, 0.04, 0.014, 0.038, 2.6),
        (0.785, 0.344, 0.04, 0.019, 0.043, 2.6),
        (0.82, 0.339, 0.036, 0.02, 0.037, 2.5),
        (0.845, 0.335, 0.033, 0.017, 0.026, 2.3),
        (0.852, 0.334, 0.033, 0.012, 0.02, 2.2),
    )
    thumb = [(0.335, 0.825, 0.062), (0.329, 0.805, 0.085), (0.328, 0.775, 0.098), (0.33, 0.75, 0.1)]
    hull = Hull(palm)
    return [
        hull.skin(7, 12, "satin", JOINT),
        hull.plate(_around(0.0, 0.7), (0.785, 0.835), 0.004, "satin", SHELL, cells=(4, 4), corner=3),
        limb(thumb, [0.013, 0.012, 0.0105, 0.007], "satin", JOINT, segments=8),
        sphere(0.026, WRIST, "satin", STEEL, segments=9, rings=6),
    ]


def _fingers() -> list[Primitive]:
    parts = []
    for place, (z, length) in enumerate(((0.068, 0.078), (0.049, 0.088), (0.03, 0.083), (0.012, 0.067))):
        knuckle, tip = np.array([0.345, 0.778, z]), np.array([0.342, 0.778 - length, z + 0.004 * (1.5 - place)])
        path = [
            knuckle + (tip - knuckle) * share + [0.004 * math.sin(math.pi * share), 0, 0]
            for share in (0, 0.3, 0.42, 0.7, 0.78, 1)
        ]
        parts.append(limb(path, [0.009, 0.0095, 0.0088, 0.009, 0.008, 0.0055], "satin", JOINT, segments=5))
        parts.append(sphere(0.0105, knuckle.tolist(), "satin", STEEL, segments=6, rings=4))
    return parts


def _idle(pose: Pose) -> None:
    """Breathing, and a look about."""
    wave = 2 * math.pi * pose.times / pose.times[-1]
    pose.sway[:, 1] = -0.004 - 0.003 * np.cos(wave)
    pose.chest[:, 1] = 0.012 * np.sin(wave)
    pose.head[:, 0] = 0.22 * np.sin(wave)
    for side in SIDES:
        pose.hands[side] = np.array([0.125, -0.515, 0.055]) + np.stack([0 * wave, 0.004 * np.sin(wave), 0 * wave], -1)
        pose.curl[side][:] = 0.35


def _raised(pose: Pose, side: str, up: float, down: float, swings: float) -> None:
    """One hand goes up, waves, and comes down again."""
    times = pose.times
    hand = keyed(
        times, [(up, HANGING), (up + 1.3, (0.27, 0.16, 0.16)), (down - 1.3, (0.27, 0.16, 0.16)), (down, HANGING)]
    )
    there = keyed(times, [(up + 0.8, 0.0), (up + 1.5, 1.0), (down - 1.5, 1.0), (down - 0.9, 0.0)])
    beat = 2 * math.pi * (times - up) * swings
    hand[:, 0] += 0.085 * there * np.sin(beat)
    pose.hands[side] = hand
    pose.elbows[side] = keyed(
        times,
        [
            (up, (0.0, 0.0, -1.0)),
            (up + 1.1, (0.75, -1.0, -0.35)),
            (down - 1.1, (0.75, -1.0, -0.35)),
            (down, (0.0, 0.0, -1.0)),
        ],
    )
    pose.wrists[side][:, 0] = keyed(times, [(up + 0.3, 0.0), (up + 1.3, -0.45), (down - 1.3, -0.45), (down - 0.3, 0.0)])
    pose.wrists[side][:, 2] = 0.25 * there * np.sin(beat - 0.6)


def _wave(pose: Pose) -> None:
    """One hand, then the other; its weight goes from foot to foot."""
    times = pose.times
    turn = 2 * math.pi * times / times[-1]
    pose.sway = np.stack([0.035 * np.sin(turn), -0.016 - 0.006 * np.cos(2 * turn), 0 * turn], -1)
    pose.hips[:, 2] = 0.03 * np.sin(turn)
    pose.chest = np.stack([0.1 * np.sin(turn), 0.03 - 0.03 * np.cos(turn), -0.07 * np.sin(turn)], -1)
    pose.head = np.stack([-0.12 * np.sin(turn), 0.05 * np.sin(2 * turn), 0.1 * np.sin(turn)], -1)
    _raised(pose, "right", 0.2, 4.9, 1.6)
    _raised(pose, "left", 5.2, 9.9, 1.6)


def _greet(pose: Pose) -> None:
    """A bow, a wave, and a nod; from rest to rest."""
    times = pose.times
    bow = keyed(times, [(0.2, 0.0), (1.4, 1.0), (2.0, 1.0), (3.0, 0.0)])
    pose.hips[:, 1], pose.chest[:, 1], pose.head[:, 1] = 0.2 * bow, 0.42 * bow, 0.16 * bow
    pose.sway[:, 2], pose.sway[:, 1] = (
        -0.075 * bow,
        -0.012 * bow - 0.01 * keyed(times, [(3, 0.0), (4, 1.0), (7.2, 1.0), (8, 0.0)]),
    )
    _raised(pose, "right", 2.6, 7.6, 1.7)
    pose.head[:, 2] += keyed(times, [(3.2, 0.0), (4.2, 0.12), (6.6, 0.12), (7.6, 0.0)])
    pose.head[:, 1] += keyed(times, [(6.4, 0.0), (6.9, 0.18), (7.4, 0.0)])
    pose.hands["left"] += keyed(
        times, [(0.2, (0, 0, 0)), (1.4, (-0.02, 0.02, 0.05)), (2.0, (-0.02, 0.02, 0.05)), (3.0, (0, 0, 0))]
    )


BEAT = 0.5


def _dance(pose: Pose) -> None:
    """Twenty-four beats: step and touch to both sides, then arms overhead, then a turn of the chest each beat."""
    beat = pose.times / BEAT
    pulse = 2 * math.pi * beat
    wide = 0.17
    # One foot steps out, the other closes; back again; then the same to the other side.
    ways = {"left": ((0, wide), (3, 0.0), (5, -wide), (6, 0.0)), "right": ((1, wide), (2, 0.0), (4, -wide), (7, 0.0))}
    for side, way in ways.items():
        moves = [(bar + at, bar + at + 0.9, (x, 0.0)) for bar in (0, 8, 16) for at, x in way]
        pose.feet[side] = steps(beat, moves, 0.055)
    middle = (pose.feet["left"] + pose.feet["right"]) / 2
    pose.sway = np.stack([middle[:, 0] + 0.03 * np.sin(pulse / 4), -0.035 + 0.022 * np.cos(pulse), 0 * beat], -1)
    pose.hips = np.stack([0.1 * np.sin(pulse / 4), 0 * beat, 0.06 * np.sin(pulse / 2)], -1)
    pose.chest = np.stack([0.35 * np.sin(pulse / 4 + 0.4), 0.04 + 0.03 * np.cos(pulse), -0.12 * np.sin(pulse / 2)], -1)
    pose.head = np.stack([-0.25 * np.sin(pulse / 4), 0.07 * np.cos(pulse), 0.1 * np.sin(pulse / 2)], -1)
    _dancing_arms(pose, beat, pulse)


def _dancing_arms(pose: Pose, beat: Points, pulse: Points) -> None:
    """Pumping fists, arms overhead, and a wave that runs from hand to hand."""
    over = keyed(beat, [(7.2, 0.0), (8.2, 1.0), (15.2, 1.0), (16.2, 0.0)])[:, None]
    wave = keyed(beat, [(15.2, 0.0), (16.2, 1.0), (23.0, 1.0), (24.0, 0.0)])[:, None]
    for side, sign in SIDES.items():
        phase = pulse / 2 + (0 if sign > 0 else math.pi)
        pump = np.stack([0.1 + 0 * beat, -0.2 + 0.07 * np.sin(phase), 0.25 + 0.11 * np.cos(phase)], -1)
        high = np.stack([0.12 + 0.1 * sign * np.sin(pulse / 2), 0.42 + 0.04 * np.cos(pulse), 0.1 + 0 * beat], -1)
        long = np.stack([0.44 + 0 * beat, 0.13 * np.sin(pulse / 4 + sign * 0.9), 0.13 + 0.05 * np.cos(pulse / 4)], -1)
        pose.hands[side] = pump + (high - pump) * over + (long - pump) * wave
        down, out, flat = np.array([0.5, -1.0, -0.5]), np.array([1.0, 0.1, -0.2]), np.array([0.1, -1.0, -0.3])
        pose.elbows[side] = down + (out - down) * over + (flat - down) * wave
        pose.curl[side] = 1.25 * (1 - np.maximum(over, wave)[:, 0])
        pose.wrists[side][:, 2] = 0.3 * wave[:, 0] * np.cos(pulse / 4 + sign * 0.9)


def _taichi(pose: Pose) -> None:
    """Rise and sink, cloud hands over shifting weight, a push, and hands that come together: slow, never still."""
    times, whole = pose.times, float(pose.times[-1])
    pose.feet["left"] = steps(times, [(0.6, 2.2, (0.17, 0.0)), (14.0, 15.5, (0.0, 0.0))], 0.05)
    shift = keyed(
        times,
        [
            (0.0, (0, 0)),
            (0.6, (-0.075, -0.03)),
            (2.2, (-0.03, -0.05)),
            (3.0, (0.085, -0.06)),
            (4.0, (0.085, -0.1)),
            (6.0, (0.18, -0.125)),
            (8.0, (-0.01, -0.125)),
            (10.0, (0.18, -0.125)),
            (11.6, (0.085, -0.1)),
            (12.6, (0.085, -0.06)),
            (13.9, (-0.07, -0.05)),
            (15.5, (-0.06, -0.03)),
            (whole, (0, 0)),
        ],
    )
    pose.sway = np.stack([shift[:, 0], shift[:, 1], keyed(times, [(10.4, 0.0), (11.6, 0.05), (12.6, 0.0)])], -1)
    yaw = keyed(times, [(4.0, 0.0), (6.0, 0.55), (8.0, -0.55), (10.0, 0.55), (11.4, 0.0)])
    pose.hips[:, 0], pose.chest[:, 0], pose.head[:, 0] = 0.4 * yaw, 0.75 * yaw, 0.2 * yaw
    pose.head[:, 1] = keyed(times, [(2, 0.0), (3.2, 0.08), (12, 0.08), (14, 0.0)])
    low, high, out = (-0.06, -0.3, 0.25), (-0.08, -0.02, 0.3), (0.05, 0.02, 0.42)
    rest, press = HANGING, (0.05, -0.32, 0.24)
    left = [
        (0.0, rest),
        (1.4, (0.12, -0.46, 0.12)),
        (2.8, out),
        (4.0, press),
        (5.0, (0.02, -0.12, 0.32)),
        (6.0, high),
        (7.0, (0.14, -0.24, 0.26)),
        (8.0, low),
        (9.0, (0.02, -0.12, 0.32)),
        (10.0, high),
        (11.0, (0.03, -0.1, 0.2)),
        (11.9, (0.0, -0.03, 0.47)),
        (13.2, (0.2, 0.05, 0.34)),
        (14.6, (0.2, -0.38, 0.2)),
    ]
    right = [
        (0.0, rest),
        (1.4, (0.12, -0.46, 0.12)),
        (2.8, out),
        (4.0, press),
        (5.0, (0.14, -0.24, 0.26)),
        (6.0, low),
        (7.0, (0.02, -0.12, 0.32)),
        (8.0, high),
        (9.0, (0.14, -0.24, 0.26)),
        (10.0, low),
        (11.0, (0.03, -0.1, 0.2)),
        (11.9, (0.0, -0.03, 0.47)),
        (13.2, (0.2, 0.05, 0.34)),
        (14.6, (0.2, -0.38, 0.2)),
    ]
    for side, keys in (("left", left), ("right", right)):
        pose.hands[side] = flowing(times, keys, whole)
        raised = np.clip((pose.hands[side][:, 1] + 0.53) / 0.35, 0, 1)
        pose.elbows[side] = (
            np.array([0.0, 0.0, -1.0]) + (np.array([0.55, -1.0, -0.35]) - [0.0, 0.0, -1.0]) * raised[:, None]
        )
        pose.curl[side] = 0.25 * raised
        pose.wrists[side][:, 2] = 0.55 * keyed(times, [(10.4, 0.0), (11.6, 1.0), (12.6, 1.0), (13.6, 0.0)])
