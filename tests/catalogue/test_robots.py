"""Robots that walk: whoever stands on a foot does not slide, and a routine ends where it begins."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from hallwright.catalogue.recipe import Dish, cook
from hallwright.catalogue.rig import Motion, Rig, Track
from hallwright.config import resources

Points = NDArray[np.float64]
FEET = {
    "humanoid-robot": ("ankle-left", "ankle-right"),
    "quadruped-robot": ("shin-fl", "shin-fr", "shin-rl", "shin-rr"),
}
ROUTINES = [
    *[("humanoid-robot", name) for name in ("idle", "wave", "dance", "taichi", "run")],
    *[("quadruped-robot", name) for name in ("idle", "trot", "sit", "run")],
]
RATE = 60
# A sole this low carries weight.
DOWN = 0.006
MOST_SLIDE = 0.03


@cache
def dish(name: str) -> Dish:
    return cook(resources().models / name / "recipe.py")


def motion(rig: Rig, name: str) -> Motion:
    return next(motion for motion in rig.motions if motion.name == name)


def turn(vector: Points) -> Points:
    """The matrix of an axis times an angle."""
    angle = float(np.linalg.norm(vector))
    x, y, z = vector / angle if angle > 1e-12 else (1.0, 0.0, 0.0)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.eye(3) + math.sin(angle) * cross + (1 - math.cos(angle)) * cross @ cross


def at(track: Track | None, time: float, path: str) -> Points:
    """A track's value as a viewer finds it between keys: rotations go the short way at even speed."""
    if track is None:
        return np.eye(3) if path == "rotation" else np.zeros(3)
    times, values = np.asarray(track.times), np.asarray(track.values, np.float64)
    place = int(np.clip(np.searchsorted(times, time, side="right") - 1, 0, len(times) - 2))
    share = min(1.0, max(0.0, (time - times[place]) / (times[place + 1] - times[place])))
    low, high = values[place], values[place + 1]
    if path != "rotation":
        return low + (high - low) * share
    first, between = turn(low), turn(low).T @ turn(high)
    sine = np.array([between[2, 1] - between[1, 2], between[0, 2] - between[2, 0], between[1, 0] - between[0, 1]]) / 2
    length = float(np.linalg.norm(sine))
    angle = math.atan2(length, (np.trace(between) - 1) / 2)
    return first @ turn(sine / length * angle * share) if length > 1e-9 else first


def soles(name: str, routine: str) -> dict[str, Points]:
    """For each foot, its lowest points (frames, points, 3) over a routine."""
    rig = dish(name).rig
    moving = motion(rig, routine)
    tracks = {(track.part, track.path): track for track in moving.tracks}
    found: dict[str, list[Points]] = {foot: [] for foot in FEET[name]}
    for time in np.linspace(0, moving.duration, round(moving.duration * RATE) + 1):
        for foot in FEET[name]:
            points = np.concatenate([part.positions for part in rig.parts[foot].primitives]).astype(np.float64)
            points = points[points[:, 1] < points[:, 1].min() + 0.004]
            part: str | None = foot
            while part is not None:
                pivot = np.asarray(rig.parts[part].pivot)
                moved = at(tracks.get((part, "translation")), float(time), "translation")
                points = (
                    (points - pivot) @ at(tracks.get((part, "rotation")), float(time), "rotation").T + pivot + moved
                )
                part = rig.parts[part].parent
            found[foot].append(points)
    return {foot: np.array(frames) for foot, frames in found.items()}


@pytest.mark.parametrize(("name", "routine"), ROUTINES)
def test_feet_stand_where_they_are_put(name: str, routine: str) -> None:
    standing = []
    for foot, points in soles(name, routine).items():
        low = points[:, :, 1].min(axis=1)
        assert low.min() > -0.012, f"{foot} goes through the floor"
        middle, down = points.mean(axis=1)[:, [0, 2]], low < DOWN
        standing.append(down)
        start = None
        for frame, stands in enumerate(down):
            start = (frame if start is None else start) if stands else None
            if start is not None:
                slide = float(np.linalg.norm(middle[frame] - middle[start]))
                assert slide <= MOST_SLIDE, f"{foot} slides {slide:.3f} m by {frame / RATE:.2f} s"
    assert np.any(standing, axis=0).all(), "it stands on something all the time"


@pytest.mark.parametrize(("name", "routine"), ROUTINES)
def test_a_routine_ends_as_it_begins(name: str, routine: str) -> None:
    for track in motion(dish(name).rig, routine).tracks:
        first, last = np.asarray(track.values[0]), np.asarray(track.values[-1])
        if track.path == "rotation":
            assert np.allclose(turn(first), turn(last), atol=0.02), track.part
        else:
            assert np.allclose(first, last, atol=0.004), track.part


@pytest.mark.parametrize("name", FEET)
def test_it_is_a_skin_of_few_joints(name: str) -> None:
    rig = dish(name).rig
    assert rig.skin
    assert len(rig.parts) <= 32
    assert 6_000 <= sum(len(p.indices) for part in rig.parts.values() for p in part.primitives) <= 15_000
