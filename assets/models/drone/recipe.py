"""A four-rotor drone that carries a box and a camera, and a lamp with which it draws in a night sky.

Rotors are parts, ``rotor-fl``, ``rotor-fr``, ``rotor-rl``, ``rotor-rr`` (front +Z, left +X); neighbours turn opposite
ways. The far form has fewer than 300 triangles, for swarms.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from hallwright.catalogue.rig import Motion, Part, Rig, Track, grow, slide, spin, swing
from hallwright.geometry.blading import airfoil
from hallwright.geometry.cabling import turned
from hallwright.geometry.cladding import lamps
from hallwright.geometry.hulls import Hull
from hallwright.geometry.lofting import bars, limb, loft, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, sphere, transform

Points = NDArray[np.float64]
SHELL, SHADE, CARBON, RUBBER = "#EEF1F2", "#C3CACE", "#2A2F34", "#1B1E21"
ACCENT, STEEL, COPPER, CELL, LAMP = "#F08A24", "#B9C0C5", "#C97B4A", "#3E8FB8", "#E8F7FF"
HUB, REACH, BLADE = 0.66, 0.67, 0.56
"""Height of the arms, of rotors from the middle along X and Z, and a blade's length: metres."""
CORNERS = {"fl": (1, 1), "fr": (-1, 1), "rl": (1, -1), "rr": (-1, -1)}
ROTOR = 0.845
GIMBAL = (0.0, 0.46, 0.3)
LEVELS = (
    (0.555, 0, 0.0, 0.12, 0.2, 2.6),
    (0.575, 0, 0.0, 0.2, 0.3, 2.7),
    (0.63, 0, 0.0, 0.245, 0.36, 2.8),
    (0.69, 0, 0.0, 0.25, 0.365, 2.8),
    (0.745, 0, -0.01, 0.21, 0.315, 2.6),
    (0.785, 0, -0.02, 0.13, 0.2, 2.4),
    (0.8, 0, -0.03, 0.05, 0.08, 2.2),
)
FRONT = math.pi / 2


def build() -> Rig:
    """Body, lid, battery, arms, rotors, legs, camera, box and lamp."""
    parts = {
        "frame": Part(_frame(), None, (0, HUB, 0)),
        "lid": Part(_lid(), "frame", (0, 0.7, -0.3), (0, 0.75, 0), cut=True, shades=False),
        "battery": Part(_battery(), "frame", apart=(0, 0.45, 0)),
        "computer": Part(_computer(), "frame", apart=(0, 0.2, 0.55)),
        "gimbal": Part(_yoke(), "frame", GIMBAL, (0, -0.08, 0.5)),
        "camera": Part(_camera(), "gimbal", GIMBAL, (0, 0, 0.18)),
        "cargo": Part(_cargo(), "frame", (0, 0.34, 0), (0, -0.1, -0.75)),
        "lamp": Part([sphere(0.045, (0, 0.515, 0), "glow", LAMP, segments=20, rings=10)], "frame", (0, 0.515, 0)),
        "beacon": Part(
            [sphere(0.022, (0, 0.81, -0.03), "glow", "#FF3B30", segments=12, rings=6)],
            "lid",
            (0, 0.81, -0.03),
            cut=True,
        ),
    }
    for side, sign in (("left", 1), ("right", -1)):
        parts[f"leg-{side}"] = Part(_leg(sign), "frame", (sign * 0.2, 0.56, 0), (sign * 0.45, -0.02, 0))
    for name, (x, z) in CORNERS.items():
        arm = (x * 0.3, 0.04, z * 0.3)
        parts[f"arm-{name}"] = Part(_arm(x, z), "frame", (x * 0.2, HUB, z * 0.2), arm)
        parts[f"rotor-{name}"] = Part(_rotor(x, z), f"arm-{name}", (x * REACH, ROTOR, z * REACH), (0, 0.3, 0))
    return Rig(parts, (_idle(), _run()))


def far() -> list[Primitive]:
    """A hub, four arms, four discs, a box, a lamp: with fewer than 300 triangles."""
    parts = [
        Hull(LEVELS).skin(3, 6, "matte", SHELL),
        box((0.4, 0.26, 0.42), (0, 0.2, 0), "matte", ACCENT, base=True),
        box((0.09, 0.09, 0.09), (0, 0.5, 0), "glow", LAMP),
    ]
    for x, z in CORNERS.values():
        tip = (x * REACH, HUB + 0.02, z * REACH)
        parts += [
            limb([(x * 0.15, HUB, z * 0.2), tip], 0.032, "matte", CARBON, segments=3),
            cylinder(BLADE, 0.01, (tip[0], ROTOR, tip[2]), "matte", "#757E84", segments=8),
        ]
    for sign in (-1, 1):
        parts += [
            bars(
                [
                    [(sign * 0.42, 0.02, -0.4), (sign * 0.42, 0.02, 0.4)],
                    [(sign * 0.42, 0.02, 0.0), (sign * 0.2, 0.56, 0.0)],
                ],
                0.022,
                "matte",
                CARBON,
                sides=3,
            )
        ]
    return parts


def _frame() -> list[Primitive]:
    """The lower shell with its plates, the deck inside, lamps."""
    hull = Hull(LEVELS)
    tray = Hull((*LEVELS[:3], (0.66, 0, 0.0, 0.249, 0.364, 2.8)))
    rim = Hull(((0.654, 0, 0, 0.252, 0.367, 2.8), (0.662, 0, 0, 0.254, 0.369, 2.8), (0.668, 0, 0, 0.252, 0.367, 2.8)))
    parts = [
        tray.skin(12, 36, "paint", SHELL),
        rim.skin(5, 36, "satin", CARBON, caps=False),
        hull.plate((FRONT - 0.55, FRONT + 0.55), (0.6, 0.64), 0.004, "satin", CARBON, cells=(12, 3)),
        *[
            hull.plate(
                (FRONT + s * 0.28 - 0.12, FRONT + s * 0.28 + 0.12), (0.61, 0.63), 0.01, "glow", LAMP, cells=(5, 2)
            )
            for s in (-1, 1)
        ],
        hull.plate((-FRONT - 0.4, -FRONT + 0.4), (0.605, 0.635), 0.004, "satin", CARBON, cells=(10, 3)),
        hull.plate((-FRONT - 0.2, -FRONT + 0.2), (0.614, 0.626), 0.009, "glow", "#E0262B", cells=(6, 2)),
        bevel_box((0.3, 0.012, 0.44), (0, 0.664, -0.01), "satin", CARBON, bevel=0.004),
        bevel_box((0.2, 0.03, 0.24), (0, 0.55, 0), "satin", CARBON, bevel=0.01),
        torus_at(0.05, 0.008, (0, 0.535, 0)),
        cylinder(0.036, 0.03, (0, 0.53, 0), "satin", CARBON, segments=18),
    ]
    for s in (-1, 1):
        parts += [
            hull.plate(
                ((0 if s > 0 else math.pi) - 0.35, (0 if s > 0 else math.pi) + 0.35),
                (0.606, 0.64),
                0.004,
                "satin",
                ACCENT,
                cells=(8, 3),
            )
        ]
        for z in (0.27, 0.3):
            parts.append(
                transform(
                    lathe([(0.016, 0.0), (0.014, 0.012), (0.0, 0.012)], 14, "satin", "#20303C"),
                    (s * 0.1 * (z / 0.3), 0.575, z),
                    pitch=math.pi * 0.75,
                )
            )
    return parts


def torus_at(radius: float, thick: float, at: tuple[float, float, float]) -> Primitive:
    """A level ring of dark metal."""
    return transform(torus(radius, thick, "metal", "#6B747A", segments=28, sides=6), at)


def _lid() -> list[Primitive]:
    """The upper shell, vents, and the antennas on it."""
    hull = Hull(((0.672, 0, 0.0, 0.2505, 0.3655, 2.8), *LEVELS[4:]))
    parts = [
        hull.skin(14, 36, "paint", SHELL),
        hull.plate((-FRONT - 0.5, -FRONT + 0.5), (0.7, 0.75), 0.004, "satin", SHADE, cells=(10, 4), corner=3),
        hull.plate((FRONT - 0.6, FRONT + 0.6), (0.695, 0.74), 0.005, "satin", RUBBER, cells=(12, 4), corner=3),
        *[
            hull.plate(
                (-FRONT - 0.4, -FRONT + 0.4),
                (0.707 + 0.012 * k, 0.712 + 0.012 * k),
                0.008,
                "satin",
                CARBON,
                cells=(8, 2),
            )
            for k in range(3)
        ],
        cylinder(0.055, 0.018, (0, 0.797, -0.03), "satin", CARBON, segments=24, base=True),
        lathe_at([(0.014, 0.0), (0.014, 0.018), (0.02, 0.02), (0.02, 0.06), (0.0, 0.066)], (0, 0.75, -0.24)),
    ]
    for s in (-1, 1):
        parts += [
            limb(
                [(s * 0.13, 0.745, -0.2), (s * 0.135, 0.785, -0.21), (s * 0.15, 0.955, -0.23)],
                [0.012, 0.009, 0.006],
                "satin",
                CARBON,
                segments=8,
            ),
            hull.plate(
                ((0 if s > 0 else math.pi) - 0.3, (0 if s > 0 else math.pi) + 0.3),
                (0.69, 0.72),
                0.004,
                "paint",
                ACCENT,
                cells=(7, 3),
            ),
        ]
    return parts


def lathe_at(profile: list[tuple[float, float]], at: tuple[float, float, float]) -> Primitive:
    """A small turned piece of white plastic."""
    return transform(lathe(profile, 16, "satin", SHELL), at)


def _battery() -> list[Primitive]:
    """Two packs of cells side by side, with their plugs."""
    parts = []
    for s in (-1, 1):
        cells = [
            bevel_box((0.1, 0.08, 0.024), (s * 0.07, 0.672, -0.17 + 0.029 * k), "satin", CELL, bevel=0.004, base=True)
            for k in range(9)
        ]
        parts += [
            *cells,
            *[
                bevel_box((0.112, 0.012, 0.27), (s * 0.07, y, -0.054), "satin", "#454D54", bevel=0.004)
                for y in (0.675, 0.748)
            ],
            limb(
                [(s * 0.07, 0.72, 0.08), (s * 0.07, 0.735, 0.12), (s * 0.03, 0.69, 0.15)],
                0.008,
                "matte",
                ACCENT,
                segments=6,
            ),
        ]
    return parts


def _computer() -> list[Primitive]:
    """The flight controller: a board with chips and lamps, and the gyroscope's box."""
    chips = [
        bevel_box((w, 0.012, d), (x, 0.682, z), "satin", "#20262B", bevel=0.002, base=True)
        for x, z, w, d in (
            (-0.05, 0.2, 0.05, 0.05),
            (0.03, 0.19, 0.035, 0.035),
            (0.07, 0.22, 0.02, 0.03),
            (-0.09, 0.24, 0.02, 0.02),
        )
    ]
    lights = [
        transform(part, (0.0, 0.684, 0.245), pitch=-math.pi / 2)
        for part in lamps(0.12, 0.012, 8, 1, 0.007, ("#59F2A3", "#FFB000"), seed=3)
    ]
    return [
        bevel_box((0.24, 0.01, 0.13), (0, 0.672, 0.21), "satin", "#1F6B4F", bevel=0.003, base=True),
        *chips,
        *lights,
        bevel_box((0.05, 0.025, 0.05), (0.0, 0.682, 0.21), "metal", STEEL, bevel=0.006, base=True),
    ]


def _arm(x: int, z: int) -> list[Primitive]:
    """A folding arm of carbon, its hinge, and the motor with its coils seen through the gap."""
    start, hinge, end = (x * 0.15, HUB, z * 0.2), (x * 0.27, HUB + 0.002, z * 0.31), (x * REACH, HUB + 0.02, z * REACH)
    at = (x * REACH, 0.0, z * REACH)
    base = [(0.0, 0.63), (0.05, 0.63), (0.062, 0.65), (0.062, 0.715), (0.05, 0.73), (0.0, 0.73)]
    bell = [(0.045, 0.765), (0.06, 0.768), (0.062, 0.8), (0.05, 0.815), (0.02, 0.82), (0.0, 0.82)]
    coils = [
        transform(bevel_box((0.016, 0.03, 0.014), (0.046, 0.748, 0), "metal", COPPER, bevel=0.004), yaw=a)
        for a in np.linspace(0, math.tau, 12, endpoint=False)
    ]
    motor = [
        lathe(base, 24, "satin", CARBON),
        lathe(bell, 24, "metal", STEEL),
        cylinder(0.036, 0.04, (0, 0.748, 0), "satin", RUBBER, segments=16),
        *coils,
        cylinder(0.012, 0.04, (0, 0.82, 0), "metal", STEEL, segments=10, base=True),
    ]
    color = "#45E08A" if z < 0 else "#FF4D4D"
    bolts = [
        sphere(0.008, (hinge[0] + dx, hinge[1] + 0.042, hinge[2]), "metal", STEEL, segments=6, rings=4)
        for dx in (-0.018, 0.018)
    ]
    return [
        limb(
            [start, hinge, tuple((np.asarray(hinge) + end) / 2), end],
            [0.036, 0.034, 0.03, 0.027],
            "satin",
            CARBON,
            segments=14,
        ),
        turned(
            lathe([(0.036, -0.035), (0.044, -0.03), (0.044, 0.03), (0.036, 0.035)], 18, "metal", ACCENT),
            hinge,
            (x, 0.03, z * 0.92),
        ),
        *bolts,
        *[transform(part, at) for part in motor],
        sphere((0.024, 0.012, 0.024), (at[0], 0.628, at[2]), "glow", color, segments=14, rings=6),
        limb(
            [(x * 0.3, HUB + 0.036, z * 0.33), (x * 0.55, HUB + 0.042, z * 0.56), (x * 0.63, HUB + 0.05, z * 0.63)],
            0.006,
            "matte",
            ACCENT,
            segments=5,
        ),
    ]


def _rotor(x: int, z: int) -> list[Primitive]:
    """Two twisted blades on a hub; they turn against those of their neighbours."""
    way = x * z
    rings = []
    for share in np.linspace(0.0, 1.0, 9):
        chord = 0.035 + 0.05 * math.sin(math.pi * min(1.0, share * 1.25 + 0.12)) * (1 - share**6) + 0.004
        pitch = math.radians(20 - 15 * share)
        flat = airfoil(chord, 0.1, 0.03, 12)
        across = flat[:, 0] * math.cos(pitch) - flat[:, 1] * math.sin(pitch)
        up = -flat[:, 0] * math.sin(pitch) + flat[:, 1] * math.cos(pitch)
        rings.append(np.stack([np.full(len(flat), 0.035 + (BLADE - 0.035) * share), up + 0.012 * share**2, across], -1))
    blade = loft(np.asarray(rings)[:, ::-1], "satin", "#30363B")
    tip = loft(np.asarray(rings[-2:])[:, ::-1] * [1.0005, 1.0, 1.03] + [0, 0.0008, 0], "satin", ACCENT)
    shapes = [transform(part, scale=(1.0, 1.0, float(way))) for part in (blade, tip)]
    hub = [
        lathe(
            [(0.0, -0.012), (0.03, -0.012), (0.034, 0.0), (0.028, 0.014), (0.012, 0.026), (0.0, 0.028)],
            20,
            "satin",
            RUBBER,
        ),
        bevel_box((0.11, 0.014, 0.03), (0, 0, 0), "satin", RUBBER, bevel=0.005),
    ]
    start = 0.12 * x + (math.pi / 2 if x * z > 0 else 0.0)
    return [
        transform(part, (x * REACH, ROTOR, z * REACH), yaw=start + extra) for extra in (0.0, math.pi) for part in shapes
    ] + [transform(part, (x * REACH, ROTOR, z * REACH), yaw=start) for part in hub]


def _leg(sign: int) -> list[Primitive]:
    """A skid on two struts, with rubber feet."""
    x = sign * 0.42
    parts = [
        limb(
            [(x, 0.075, -0.47), (x, 0.024, -0.4), (x, 0.024, 0.4), (x, 0.075, 0.47)],
            0.018,
            "satin",
            CARBON,
            segments=10,
        )
    ]
    for z in (-0.24, 0.24):
        parts += [
            limb(
                [(sign * 0.2, 0.565, z * 0.6), (sign * 0.3, 0.42, z * 0.8), (x, 0.03, z)],
                [0.024, 0.018, 0.016],
                "satin",
                CARBON,
                segments=10,
            ),
            limb([(x, 0.024, z - 0.06), (x, 0.024, z + 0.06)], 0.024, "matte", RUBBER, segments=12),
            sphere(0.03, (sign * 0.2, 0.565, z * 0.6), "metal", ACCENT, segments=14, rings=8),
        ]
    return parts


def _yoke() -> list[Primitive]:
    """What holds the camera level."""
    x, y, z = GIMBAL
    return [
        cylinder(0.03, 0.03, (x, 0.565, z - 0.02), "satin", CARBON, segments=18),
        limb([(x, 0.55, z - 0.02), (x, 0.53, z - 0.02)], 0.014, "metal", STEEL, segments=10),
        limb([(x, 0.53, z - 0.02), (x + 0.085, 0.52, z - 0.01), (x + 0.085, y, z)], 0.011, "satin", SHADE, segments=8),
        transform(cylinder(0.026, 0.02, (0, 0, 0), "satin", CARBON, segments=16), (x + 0.08, y, z), roll=math.pi / 2),
        *[
            sphere(0.012, (x + a, 0.553, z - 0.02 + b), "matte", RUBBER, segments=8, rings=5)
            for a in (-0.03, 0.03)
            for b in (-0.03, 0.03)
        ],
    ]


def _camera() -> list[Primitive]:
    x, y, z = GIMBAL
    lens = [(0.0, 0.0), (0.034, 0.0), (0.034, 0.03), (0.028, 0.034), (0.024, 0.026), (0.0, 0.02)]
    return [
        bevel_box((0.12, 0.085, 0.09), (x, y, z), "satin", CARBON, bevel=0.016),
        turned(lathe(lens, 22, "satin", RUBBER), (x - 0.015, y, z + 0.045), (0, 0, 1)),
        sphere((0.022, 0.022, 0.01), (x - 0.015, y, z + 0.068), "metal", "#3E5F88", segments=16, rings=8),
        box((0.014, 0.014, 0.004), (x + 0.038, y + 0.02, z + 0.046), "glow", "#FF4D4D"),
    ]


def _cargo() -> list[Primitive]:
    """A box with straps, on two hooks."""
    straps = [bevel_box((0.408, 0.268, 0.035), (0, 0.33, z), "satin", CARBON, bevel=0.006) for z in (-0.12, 0.12)]
    hooks = [limb([(s * 0.08, 0.54, 0), (s * 0.08, 0.46, 0)], 0.009, "metal", STEEL, segments=8) for s in (-1, 1)]
    seams = [box((0.402, 0.004, 0.422), (0, 0.4, 0), "satin", "#C8681A")]
    return [
        bevel_box((0.4, 0.26, 0.42), (0, 0.2, 0), "paint", ACCENT, bevel=0.025, base=True),
        *straps,
        *hooks,
        *seams,
        bevel_box((0.2, 0.12, 0.004), (0, 0.32, 0.2115), "satin", SHELL, bevel=0.001),
        bevel_box((0.12, 0.02, 0.02), (0, 0.42, 0.215), "satin", RUBBER, bevel=0.006),
    ]


# --- motions


def _idle() -> Motion:
    """Rotors turn for ever, slowly enough to be seen; the beacon breathes."""
    turns = [spin(f"rotor-{name}", (0, 1, 0), 4 * x * z, 3.0) for name, (x, z) in CORNERS.items()]
    return Motion("idle", (*turns, grow("beacon", [(0, 1), (1.2, 1), (1.5, 1.5), (1.8, 1), (3, 1)])), loop=True)


def _run() -> Motion:
    """It rises, folds its legs away, leans and looks about, lets its lamp shine, and lands where it stood."""
    whole = 14.0
    high = 1.5
    tracks: list[Track] = [
        slide(
            "frame",
            [
                (0, (0, 0, 0)),
                (1.0, (0, 0, 0)),
                (3.4, (0, high, 0)),
                (5.0, (0.25, high, 0.1)),
                (7.0, (-0.25, high + 0.1, 0.1)),
                (8.6, (0, high, 0)),
                (10.4, (0, high * 0.45, 0)),
                (12.4, (0, 0, 0)),
                (whole, (0, 0, 0)),
            ],
        ),
        swing(
            "frame",
            (0.1, 0, 1),
            [
                (0, 0),
                (3.6, 0),
                (4.3, -0.16),
                (5.0, 0.05),
                (6.0, 0.16),
                (7.0, -0.05),
                (7.8, -0.08),
                (8.6, 0),
                (whole, 0),
            ],
        ),
        swing("gimbal", (0, 1, 0), [(0, 0), (3.6, 0), (5.0, 0.7), (7.0, -0.7), (8.4, 0), (whole, 0)]),
        swing("camera", (1, 0, 0), [(0, 0), (3.4, 0), (4.4, 0.6), (7.6, 0.6), (8.6, 0), (whole, 0)]),
        grow(
            "lamp", [(0, 1), (4, 1), (4.6, 1.6), (5.2, 1.1), (5.8, 1.6), (6.4, 1.1), (7.0, 1.6), (7.6, 1), (whole, 1)]
        ),
    ]
    fold = [(0.0, 0.0), (3.2, 0.0), (4.4, 1.15), (8.8, 1.15), (10.0, 0.0), (whole, 0.0)]
    tracks += [
        swing(f"leg-{side}", (0, 0, 1), [(at, sign * angle) for at, angle in fold])
        for side, sign in (("left", 1), ("right", -1))
    ]
    return Motion("run", tuple(tracks))
