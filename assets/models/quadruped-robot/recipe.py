"""A four-legged robot: eleven joints in one skin, that trots on the spot, sits and gives a paw, and greets.

Its left is +X. ``thigh-fl`` turns at the hip, ``shin-fl`` at the knee; feet are balls at the ends of the shins.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.catalogue.posing import frames, joint_tracks, keyed, reach, turned
from hallwright.catalogue.rig import Motion, Part, Rig, spin
from hallwright.geometry.gearing import ring_points
from hallwright.geometry.hulls import Hull
from hallwright.geometry.lofting import bars, limb, loft, spline, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, sphere, transform

Points = NDArray[np.float64]
SHELL, SHADE, JOINT, RUBBER, VISOR = "#E9ECEE", "#AEB7BD", "#31383E", "#1B1E21", "#0D1216"
ACCENT, LIGHT, STEEL = "#F2B705", "#6FD0FF", "#8C959B"
BODY, HEAD, LIDAR = (0.0, 0.48, 0.0), (0.0, 0.52, 0.33), (0.0, 0.6, 0.14)
HIP, KNEE, FOOT = (0.165, 0.48, 0.27), (0.175, 0.262, 0.135), (0.178, 0.03, 0.27)
"""Of the left front leg, metres; others are its copies."""
LEGS = {"fl": (1, 0.0), "fr": (-1, 0.0), "rl": (1, -0.54), "rr": (-1, -0.54)}
"""Side, and how far back."""
BONES = (np.subtract(KNEE, HIP), np.subtract(FOOT, KNEE))


def build() -> Rig:
    """The joints with their shells, and its routines."""
    parts = {
        "body": Part(_body(), None, BODY),
        "head": Part(_head(), "body", HEAD),
        "lidar": Part(_lidar(), "body", LIDAR),
    }
    for leg, (side, back) in LEGS.items():
        for name, shape, pivot, parent in (("thigh", _thigh(), HIP, "body"), ("shin", _shin(), KNEE, f"thigh-{leg}")):
            placed = [transform(part, (0, 0, back), scale=(float(side), 1.0, 1.0)) for part in shape]
            parts[f"{name}-{leg}"] = Part(placed, parent, _at(pivot, leg))
    motions = (
        _routine("idle", 6.0, 4.0, _idle, loop=True),
        _routine("trot", 9.6, 20.0, _trot, loop=True),
        _routine("walk", WALK, 40.0, _walk, loop=True),
        _routine("sit", 10.0, 8.0, _sit, loop=True),
        _routine("run", 9.0, 12.0, _greet, loop=False),
    )
    return Rig(parts, motions, skin=True)


def far() -> list[Primitive]:
    """The same figure in few facets."""
    parts = [
        _barrel(5, 8, "matte"),
        box((0.15, 0.12, 0.12), (0, 0.52, 0.4), "matte", JOINT),
        box((0.1, 0.02, 0.01), (0, 0.53, 0.462), "glow", LIGHT),
        cylinder(0.045, 0.1, (0, 0.59, 0.14), "matte", JOINT, segments=8, base=True),
    ]
    for leg, (side, _) in LEGS.items():
        hip, knee, foot = (_at(point, leg) for point in (HIP, KNEE, FOOT))
        parts += [
            limb([hip, knee], [0.055, 0.035], "matte", SHELL, segments=6),
            limb([knee, foot], [0.028, 0.024], "matte", JOINT, segments=5),
            box((0.12, 0.1, 0.12), (side * 0.1, 0.48, hip[2]), "matte", JOINT),
        ]
    return parts


def _at(point: tuple[float, float, float], leg: str) -> tuple[float, float, float]:
    """A point of the left front leg on another leg."""
    side, back = LEGS[leg]
    return (point[0] * side, point[1], point[2] + back)


# --- shells


def _ring(z: float, low: float, high: float, half: float, power: float, count: int) -> list[tuple[float, float, float]]:
    """One upright section with soft corners."""
    turn = np.linspace(0, 2 * math.pi, count, endpoint=False)
    x = half * np.sign(np.cos(turn)) * np.abs(np.cos(turn)) ** (2 / power)
    y = (low + high) / 2 + (high - low) / 2 * np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** (2 / power)
    return [(float(a), float(b), z) for a, b in zip(x, y, strict=True)]


BARREL = (
    (-0.4, 0.47, 0.52, 0.05),
    (-0.385, 0.43, 0.55, 0.085),
    (-0.3, 0.405, 0.565, 0.108),
    (-0.16, 0.4, 0.572, 0.118),
    (0.0, 0.402, 0.575, 0.12),
    (0.16, 0.405, 0.575, 0.116),
    (0.29, 0.412, 0.57, 0.105),
    (0.34, 0.44, 0.555, 0.08),
    (0.355, 0.47, 0.53, 0.05),
)


def _barrel(count: int, around: int, material: str) -> Primitive:
    rows = spline(BARREL, count)
    return loft([_ring(z, low, high, half, 3.2, around) for z, low, high, half in rows], material, SHELL)


def _body() -> list[Primitive]:
    """The trunk: shells over a dark frame, hip motors, a deck with rails, lamps, a handle."""
    parts = [
        _barrel(20, 26, "satin"),
        bevel_box((0.12, 0.018, 0.46), (0, 0.572, -0.05), "satin", JOINT, bevel=0.006, base=True),
        *[
            bevel_box((0.014, 0.016, 0.44), (side * 0.05, 0.59, -0.05), "satin", STEEL, bevel=0.004, base=True)
            for side in (-1, 1)
        ],
        *[box((0.1, 0.004, 0.012), (0, 0.59, -0.24 + 0.03 * k), "satin", RUBBER, base=True) for k in range(8)],
        bevel_box((0.15, 0.02, 0.5), (0, 0.395, -0.02), "satin", JOINT, bevel=0.008),
        bevel_box((0.09, 0.045, 0.02), (0, 0.495, -0.4), "satin", JOINT, bevel=0.008),
        box((0.07, 0.008, 0.006), (0, 0.512, -0.411), "glow", "#E0262B"),
        limb(
            [(0, 0.585, -0.2), (0, 0.625, -0.18), (0, 0.625, -0.04), (0, 0.585, -0.02)],
            0.009,
            "satin",
            ACCENT,
            segments=8,
        ),
        limb([(0.045, 0.57, -0.33), (0.045, 0.705, -0.35)], [0.005, 0.003], "satin", RUBBER, segments=6),
        limb([(-0.045, 0.57, -0.33), (-0.045, 0.67, -0.35)], [0.005, 0.003], "satin", RUBBER, segments=6),
    ]
    for side in (-1, 1):
        parts += [
            bevel_box((0.012, 0.05, 0.3), (side * 0.117, 0.51, 0.0), "satin", ACCENT, bevel=0.005),
            bevel_box((0.01, 0.036, 0.26), (side * 0.117, 0.45, 0.0), "satin", JOINT, bevel=0.004),
            *[box((0.004, 0.022, 0.012), (side * 0.1225, 0.45, -0.11 + 0.032 * k), "satin", RUBBER) for k in range(8)],
        ]
        for z in (HIP[2], HIP[2] - 0.54):
            motor = [(0.0, -0.055), (0.05, -0.055), (0.058, -0.045), (0.058, 0.045), (0.05, 0.055), (0.0, 0.055)]
            parts.append(transform(lathe(motor, 20, "satin", JOINT), (side * 0.098, 0.48, z), pitch=math.pi / 2))
            cap = lathe([(0.03, 0.0), (0.026, 0.006), (0.0, 0.006)], 14, "satin", STEEL)
            for way in (-1, 1):
                parts.append(transform(cap, (side * 0.098, 0.48, z + way * 0.055), pitch=way * math.pi / 2))
    return parts


def _head() -> list[Primitive]:
    """A sensor head: dark window with two eyes, lamps, a microphone on each side."""
    rows = spline(
        (
            (0.31, 0.47, 0.56, 0.06),
            (0.34, 0.452, 0.585, 0.085),
            (0.4, 0.45, 0.595, 0.095),
            (0.45, 0.458, 0.585, 0.09),
            (0.475, 0.475, 0.565, 0.07),
        ),
        10,
    )
    parts = [
        loft([_ring(z, low, high, half, 3.0, 24) for z, low, high, half in rows], "satin", SHELL),
        loft(
            [
                _ring(z, 0.485 + cut, 0.57 - cut, half, 3.2, 20)
                for z, half, cut in ((0.44, 0.08, 0.0), (0.481, 0.068, 0.003), (0.486, 0.058, 0.01))
            ],
            "satin",
            VISOR,
        ),
        limb([(0, 0.5, 0.28), (0, 0.51, 0.36)], [0.05, 0.045], "satin", JOINT, segments=14),
        box((0.1, 0.006, 0.006), (0, 0.474, 0.47), "glow", LIGHT),
    ]
    for side in (-1, 1):
        parts += [
            transform(
                torus(0.0155, 0.0035, "glow", LIGHT, segments=16, sides=5),
                (side * 0.034, 0.53, 0.487),
                pitch=math.pi / 2,
            ),
            transform(
                cylinder(0.012, 0.004, (0, 0, 0), "satin", "#23303A", segments=12),
                (side * 0.034, 0.53, 0.487),
                pitch=math.pi / 2,
            ),
            transform(
                lathe([(0.026, -0.01), (0.024, 0.008), (0.0, 0.008)], 16, "satin", JOINT),
                (side * 0.093, 0.525, 0.4),
                roll=-side * math.pi / 2,
            ),
            bevel_box((0.012, 0.04, 0.05), (side * 0.06, 0.603, 0.37), "satin", ACCENT, bevel=0.004),
        ]
    return parts


def _lidar() -> list[Primitive]:
    """A drum that turns and looks about."""
    x, y, z = LIDAR
    drum = [
        (0.0, -0.03),
        (0.046, -0.03),
        (0.046, 0.0),
        (0.04, 0.006),
        (0.04, 0.045),
        (0.046, 0.05),
        (0.036, 0.066),
        (0.0, 0.07),
    ]
    eyes = [
        transform(box((0.04, 0.026, 0.006), (0, 0.025, 0.039), "satin", "#3E6E96"), LIDAR, yaw=k * math.pi)
        for k in (0, 1)
    ]
    studs = [
        sphere(0.004, (x + a, y + 0.068, z + c), "satin", STEEL, segments=5, rings=3)
        for a, _, c in ring_points(0.024, 4)
    ]
    return [transform(lathe(drum, 22, "satin", JOINT), LIDAR), *eyes, *studs]


def _thigh() -> list[Primitive]:
    """The upper leg with its motor at the hip."""
    hip, knee = np.asarray(HIP), np.asarray(KNEE)
    rows = spline(
        [(0.0, 0.05, 0.03), (0.12, 0.056, 0.034), (0.5, 0.045, 0.03), (0.85, 0.032, 0.024), (1.0, 0.028, 0.022)], 9
    )
    ahead = (knee - hip) / np.linalg.norm(knee - hip)
    across = np.cross([1.0, 0.0, 0.0], ahead)
    turn = np.linspace(0, 2 * math.pi, 16, endpoint=False)[:, None]
    rings = [
        hip + (knee - hip) * share + deep * np.sin(turn) * across + half * np.cos(turn) * np.array([[1.0, 0.0, 0.0]])
        for share, deep, half in rows
    ]
    motor = [(0.0, -0.035), (0.052, -0.035), (0.06, -0.028), (0.06, 0.03), (0.05, 0.036), (0.0, 0.04)]
    cap = [(0.032, 0.0), (0.028, 0.006), (0.0, 0.006)]
    return [
        loft(np.asarray(rings)[:, ::-1], "satin", SHELL),
        transform(lathe(motor, 22, "satin", JOINT), HIP, roll=-math.pi / 2),
        transform(lathe(cap, 16, "satin", ACCENT), (HIP[0] + 0.0385, HIP[1], HIP[2]), roll=-math.pi / 2),
        limb(
            [hip + (knee - hip) * 0.3 + [0.032, 0, 0], hip + (knee - hip) * 0.75 + [0.026, 0, 0]],
            [0.012, 0.009],
            "satin",
            SHADE,
            segments=8,
        ),
    ]


def _shin() -> list[Primitive]:
    """The lower leg: a slim tube, a guard at the knee, a rubber ball."""
    knee, foot = np.asarray(KNEE), np.asarray(FOOT)
    drum = [(0.0, -0.026), (0.028, -0.026), (0.032, -0.02), (0.032, 0.02), (0.028, 0.026), (0.0, 0.026)]
    guard = Hull(
        (
            (KNEE[1] - 0.045, KNEE[0], KNEE[2] - 0.008, 0.012, 0.012, 2.4),
            (KNEE[1] - 0.03, KNEE[0], KNEE[2] - 0.016, 0.022, 0.022, 2.6),
            (KNEE[1] + 0.02, KNEE[0], KNEE[2] - 0.018, 0.022, 0.022, 2.6),
            (KNEE[1] + 0.035, KNEE[0], KNEE[2] - 0.012, 0.01, 0.012, 2.4),
        )
    )
    return [
        transform(lathe(drum, 18, "satin", JOINT), KNEE, roll=math.pi / 2),
        guard.skin(7, 12, "satin", ACCENT),
        limb(
            [knee, knee + (foot - knee) * 0.3, knee + (foot - knee) * 0.8, foot],
            [0.024, 0.02, 0.016, 0.014],
            "satin",
            SHADE,
            segments=12,
        ),
        limb([knee + (foot - knee) * 0.62, knee + (foot - knee) * 0.9], [0.021, 0.019], "satin", JOINT, segments=12),
        sphere(0.03, FOOT, "satin", RUBBER, segments=16, rings=10),
        bars([[knee + [0.02, 0, 0], knee + (foot - knee) * 0.5 + [0.014, 0, 0]]], 0.004, "satin", STEEL, sides=5),
    ]


# --- routines


@dataclass(slots=True)
class Pose:
    """Over a routine's frames: ``sway`` metres of the trunk from rest, ``trunk`` and ``head`` yaw, pitch, roll (n, 3);
    ``feet`` metres from rest."""

    times: Points
    sway: Points
    trunk: Points
    head: Points
    feet: dict[str, Points]


def _routine(name: str, duration: float, rate: float, act: Callable[[Pose], None], *, loop: bool) -> Motion:
    times = frames(duration, rate)
    still = np.zeros((len(times), 3))
    pose = Pose(times, still.copy(), still.copy(), still.copy(), {leg: still.copy() for leg in LEGS})
    act(pose)
    trunk = turned(*pose.trunk.T)
    turns = {"body": trunk, "head": trunk @ turned(*pose.head.T)}
    parents: dict[str, str | None] = {"body": None, "head": "body"}
    for leg in LEGS:
        root = np.asarray(BODY) + pose.sway + np.einsum("nij,j->ni", trunk, np.subtract(_at(HIP, leg), BODY))
        goal = np.asarray(_at(FOOT, leg)) + pose.feet[leg]
        side = np.array([LEGS[leg][0], 1.0, 1.0])
        upper, lower = reach(
            (BONES[0] * side, BONES[1] * side), (0, 0, -1), root, goal, trunk @ np.array([0.0, 0.0, -1.0])
        )
        turns |= {f"thigh-{leg}": upper, f"shin-{leg}": lower}
        parents |= {f"thigh-{leg}": "body", f"shin-{leg}": f"thigh-{leg}"}
    tracks = joint_tracks(times, turns, parents, {"body": pose.sway})
    return Motion(name, (*tracks, spin("lidar", (0, 1, 0), round(duration * 2), duration)), loop)


def _idle(pose: Pose) -> None:
    """It breathes and looks about."""
    wave = 2 * math.pi * pose.times / pose.times[-1]
    pose.sway[:, 1] = -0.004 + 0.004 * np.cos(wave)
    pose.head[:, 0] = 0.3 * np.sin(wave)
    pose.head[:, 1] = 0.06 * np.sin(2 * wave)


STEP = 0.6
"""Seconds of two beats of the trot."""


def _trot(pose: Pose) -> None:
    """On the spot: the feet of one diagonal are up while the others stand."""
    beat = 2 * math.pi * pose.times / STEP
    # It gathers pace, trots, and stands again, so that the loop has a breath in it.
    going = keyed(pose.times, [(0.3, 0.0), (1.2, 1.0), (7.8, 1.0), (9.0, 0.0)])
    for leg in LEGS:
        phase = beat if leg in ("fl", "rr") else beat + math.pi
        up = np.maximum(np.sin(phase), 0.0) ** 1.3
        pose.feet[leg][:, 1] = 0.085 * going * up
    pose.sway[:, 1] = going * (-0.012 + 0.008 * np.cos(2 * beat))
    pose.trunk[:, 2] = 0.02 * going * np.sin(beat)
    slow = 2 * math.pi * pose.times / pose.times[-1]
    pose.trunk[:, 0] = 0.1 * np.sin(2 * slow) * going
    pose.head[:, 0] = 0.35 * np.sin(2 * slow) * going
    pose.head[:, 1] = 0.05 * np.cos(2 * beat) * going


WALK = 0.6
"""Seconds of one round of the walk, which goes as many metres: a metre a second."""


def _walk(pose: Pose) -> None:
    """As it goes over the ground: each foot is put down ahead, stays where it is while the body passes, and swings."""
    for leg in LEGS:
        share = (pose.times / WALK + (0.0 if leg in ("fl", "rr") else 0.5)) % 1.0
        standing = share < 0.5
        along = np.where(standing, 0.25 - share, share - 0.75) * WALK
        lift = np.where(standing, 0.0, np.sin((share - 0.5) * 2 * math.pi))
        pose.feet[leg][:, 2] += along
        pose.feet[leg][:, 1] += 0.07 * lift
    beat = 4 * math.pi * pose.times / WALK
    pose.sway[:, 1] = -0.02 + 0.006 * np.cos(beat)
    pose.head[:, 1] = 0.03 * np.cos(beat)


def _sit(pose: Pose) -> None:
    """Down on its haunches, a paw given, a look about, and up again."""
    times = pose.times
    down = keyed(times, [(0.4, 0.0), (2.0, 1.0), (7.6, 1.0), (9.4, 0.0)])
    pose.trunk[:, 1] = -0.52 * down
    pose.sway[:, 1], pose.sway[:, 2] = -0.115 * down, -0.015 * down
    pose.head[:, 1] = 0.42 * down
    paw = keyed(times, [(2.6, 0.0), (3.4, 1.0), (5.4, 1.0), (6.2, 0.0)])
    shake = paw * np.sin(2 * math.pi * 1.5 * (times - 3.4))
    pose.feet["fl"] += np.stack([-0.02 * paw, 0.2 * paw + 0.025 * shake, 0.13 * paw], -1)
    pose.sway[:, 0] = -0.02 * paw
    pose.head[:, 2] = keyed(times, [(2.6, 0.0), (3.4, 0.3), (5.4, 0.3), (6.2, 0.0)])
    pose.head[:, 0] = keyed(times, [(5.8, 0.0), (6.4, -0.4), (7.0, 0.3), (7.6, 0.0)])


def _greet(pose: Pose) -> None:
    """A bow with the front down, a wag, a stretch upwards, a nod; from rest to rest."""
    times = pose.times
    bow = keyed(times, [(0.2, 0.0), (1.3, 1.0), (3.6, 1.0), (4.6, 0.0)])
    tall = keyed(times, [(4.6, 0.0), (5.5, 1.0), (7.0, 1.0), (8.4, 0.0)])
    wag = keyed(times, [(1.2, 0.0), (1.6, 1.0), (3.2, 1.0), (3.7, 0.0)]) * np.sin(2 * math.pi * 1.5 * (times - 1.2))
    pose.trunk[:, 1] = 0.36 * bow - 0.1 * tall
    pose.trunk[:, 0], pose.trunk[:, 2] = 0.1 * wag, 0.1 * wag
    pose.sway[:, 1] = -0.075 * bow + 0.004 * tall
    pose.head[:, 1] = -0.4 * bow + keyed(times, [(5.6, 0.0), (6.0, 0.25), (6.4, -0.1), (6.8, 0.25), (7.2, 0.0)])
    pose.head[:, 2] = 0.25 * wag
