"""The joints of a robot with two arms and two legs, and how a routine moves them: hands and feet first.

Its left is +X and it looks along +Z. Joints are called by where they turn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.catalogue.posing import frames, joint_tracks, reach, turned
from hallwright.catalogue.rig import Motion

Points = NDArray[np.float64]
Point = tuple[float, float, float]
Turns = dict[str, Points]

SIDES = {"left": 1, "right": -1}
HIP, KNEE, ANKLE = (0.098, 0.9, 0.0), (0.098, 0.485, 0.022), (0.098, 0.085, -0.022)
SHOULDER, ELBOW = (0.222, 1.385, 0.0), (0.282, 1.1, -0.012)
WRIST, KNUCKLE = (0.3336, 0.855, 0.033), (0.345, 0.775, 0.04)
PELVIS, WAIST, TORSO, NECK, HEAD = (0, 0.93, 0), (0, 1.0, 0), (0, 1.07, 0), (0, 1.46, -0.01), (0, 1.525, -0.005)
SPINE: dict[str, tuple[str | None, Point]] = {
    "pelvis": (None, PELVIS),
    "waist": ("pelvis", WAIST),
    "torso": ("waist", TORSO),
    "neck": ("torso", NECK),
    "head": ("neck", HEAD),
}
LIMBS: dict[str, tuple[str, Point]] = {
    "hip": ("pelvis", HIP),
    "knee": ("hip", KNEE),
    "ankle": ("knee", ANKLE),
    "shoulder": ("torso", SHOULDER),
    "elbow": ("shoulder", ELBOW),
    "wrist": ("elbow", WRIST),
    "fingers": ("wrist", KNUCKLE),
}
"""Parents and pivots of the left side; the right is its mirror image."""
HANGING = (0.1116, -0.53, 0.033)
"""Where a wrist is from its shoulder at rest: outwards, up, ahead."""


@dataclass(slots=True)
class Pose:
    """How it stands over the frames of a routine. ``sway`` is how far the pelvis is from rest, (n, 3) metres; ``hips``,
    ``chest`` and ``head`` turn by yaw, pitch, roll (n, 3), each relative to the one below. ``hands`` are where wrists
    are from their shoulders, outwards, up, ahead in the chest's frame, and ``elbows`` the way they point, likewise;
    ``wrists`` turn as the left one does, ``curl`` (n,) bends fingers. ``feet`` are metres from rest."""

    times: Points
    sway: Points
    hips: Points
    chest: Points
    head: Points
    hands: dict[str, Points]
    elbows: dict[str, Points]
    wrists: dict[str, Points]
    curl: dict[str, Points]
    feet: dict[str, Points]


def routine(name: str, duration: float, rate: float, act: Callable[[Pose], None], *, loop: bool = True) -> Motion:
    """What ``act`` makes of a robot at rest, ``rate`` frames a second."""
    pose = _standing(frames(duration, rate))
    act(pose)
    turns = _spine(pose)
    parents = {joint: parent for joint, (parent, _) in SPINE.items()}
    for side, sign in SIDES.items():
        turns |= _leg(pose, turns, side, sign) | _arm(pose, turns, side, sign)
        parents |= {f"{joint}-{side}": above(parent, side) for joint, (parent, _) in LIMBS.items()}
    return Motion(name, joint_tracks(pose.times, turns, parents, {"pelvis": pose.sway}), loop)


def above(parent: str, side: str) -> str:
    """The joint that one of a side's joints hangs from."""
    return parent if parent in SPINE else f"{parent}-{side}"


def mirrored(point: Point, sign: int) -> Point:
    """A point of the left side, or its mirror image."""
    return (point[0] * sign, point[1], point[2])


def _standing(times: Points) -> Pose:
    """At rest throughout."""

    def both(values: Point) -> dict[str, Points]:
        return {side: np.tile(np.asarray(values, np.float64), (len(times), 1)) for side in SIDES}

    zero = np.zeros((len(times), 3))
    still = {side: np.zeros(len(times)) for side in SIDES}
    behind, nothing = (0.0, 0.0, -1.0), (0.0, 0.0, 0.0)
    return Pose(
        times, zero.copy(), zero.copy(), zero.copy(), zero.copy(), both(HANGING), both(behind), both(nothing), still,
        both(nothing),
    )  # fmt: skip


def _turn(angles: Points) -> Points:
    return turned(angles[:, 0], angles[:, 1], angles[:, 2])


def _spine(pose: Pose) -> Turns:
    """The chest's turn is shared by waist and torso, the head's by neck and head."""
    turns = {"pelvis": _turn(pose.hips)}
    for below, low, high, angles in (("pelvis", "waist", "torso", pose.chest), ("torso", "neck", "head", pose.head)):
        turns[low] = turns[below] @ _turn(angles / 2)
        turns[high] = turns[low] @ _turn(angles / 2)
    return turns


def _root(pose: Pose, turns: Turns, joint: Point, chain: tuple[str, ...]) -> Points:
    """Where a point of the last part of a chain from the pelvis is, (n, 3)."""
    here = np.asarray(PELVIS, np.float64)
    place = here + pose.sway
    for part, goal in zip(chain, [*(SPINE[after][1] for after in chain[1:]), joint], strict=True):
        there = np.asarray(goal, np.float64)
        place = place + turns[part] @ (there - here)
        here = there
    return place


def _leg(pose: Pose, turns: Turns, side: str, sign: int) -> Turns:
    """A leg whose foot stands level where it is told."""
    hip, knee, ankle = (np.asarray(mirrored(point, sign)) for point in (HIP, KNEE, ANKLE))
    root = _root(pose, turns, mirrored(HIP, sign), ("pelvis",))
    hints = turns["pelvis"] @ np.array([0.12 * sign, 0.0, 1.0])
    upper, lower = reach((knee - hip, ankle - knee), (0.0, 0.0, 1.0), root, ankle + pose.feet[side], hints)
    return {f"hip-{side}": upper, f"knee-{side}": lower, f"ankle-{side}": np.tile(np.eye(3), (len(upper), 1, 1))}


def _arm(pose: Pose, turns: Turns, side: str, sign: int) -> Turns:
    shoulder, elbow, wrist = (np.asarray(mirrored(point, sign)) for point in (SHOULDER, ELBOW, WRIST))
    chest, outward = turns["torso"], np.array([sign, 1.0, 1.0])
    root = _root(pose, turns, mirrored(SHOULDER, sign), ("pelvis", "waist", "torso"))
    goal = root + np.einsum("nij,nj->ni", chest, pose.hands[side] * outward)
    hints = np.einsum("nij,nj->ni", chest, pose.elbows[side] * outward)
    upper, lower = reach((elbow - shoulder, wrist - elbow), (0.0, 0.0, -1.0), root, goal, hints)
    hand = lower @ _turn(pose.wrists[side] * np.array([sign, 1.0, sign]))
    fingers = hand @ turned(roll=-sign * pose.curl[side])
    return {f"shoulder-{side}": upper, f"elbow-{side}": lower, f"wrist-{side}": hand, f"fingers-{side}": fingers}
