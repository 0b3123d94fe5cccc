"""The rig of a model: its named parts, what hangs from what, and how they move. Every recipe's ``build()`` gives one.

All numbers are in the MODEL frame, assembled and at rest: metres, Y up, front along +Z, floor at y = 0. A part's
frame is the model's moved to its pivot, never turned, so that offsets and axes mean the same for every part; once a
parent moves or turns, its children go with it.

    Rig(
        {
            "frame": Part([...]),
            "rotor": Part([...], pivot=(0, 1.2, 0), apart=(0, 0, 1.5)),
            "blades": Part([...], parent="rotor", pivot=(0, 1.2, 0)),
            "lid": Part([...], pivot=(0, 2, -0.5), apart=(0, 1, 0), cut=True),
            "beam": Part([...], hidden=True),
        },
        (
            Motion("idle", (spin("rotor", (0, 0, 1), turns=1, duration=4),), loop=True),
            Motion("run", (swing("lid", (1, 0, 0), [(0, 0), (2, -1.2), (8, -1.2), (10, 0)]), appear("beam", 3, 7))),
        ),
    )
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from hallwright.geometry.mesh import Primitive

Vector = Sequence[float]
Path = Literal["translation", "rotation", "scale"]
Easing = Literal["linear", "step"]

# Rotations are interpolated the short way round, so keys must be clearly less than half a turn apart.
LARGEST_STEP = math.radians(120)
# Keys that stand in for one smooth move.
SMOOTH_KEYS = 8


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A named part. ``primitives`` are its triangles in the model frame, assembled and at rest (none: a bare joint).

    ``parent`` is the part it hangs from and moves with; ``pivot`` the point, metres in the model frame, that it turns
    and scales about; ``apart`` the metres it moves at full explosion, beside what its parent moves. ``cut`` leaves it
    out of the cutaway view. ``hidden`` parts (flames, beams, glows) are not there at rest: only a scale track shows
    them, they take no room and cast no shade. ``shades=False`` keeps it from darkening others, which ``cut`` parts do
    not either: for covers that open upon what should not be black inside.
    """

    primitives: Sequence[Primitive] = ()
    parent: str | None = None
    pivot: Vector = (0.0, 0.0, 0.0)
    apart: Vector = (0.0, 0.0, 0.0)
    cut: bool = False
    hidden: bool = False
    shades: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """One property of one part over time. ``times`` (n,) seconds ascending from 0; ``values`` (n, 3): ``translation``
    metres from rest along the model's axes; ``rotation`` axis times angle, radians from rest, at most 120° between
    keys; ``scale`` factors about the pivot. ``step`` jumps at each key, ``linear`` goes straight to the next."""

    part: str
    path: Path
    times: Sequence[float]
    values: Sequence[Vector]
    easing: Easing = "linear"


@dataclass(frozen=True, slots=True, eq=False)
class Motion:
    """Tracks that play together. ``run`` is what a visitor triggers, and ends as it began; ``idle`` (with ``loop``)
    goes on for ever; others by name. No two tracks move the same property of one part."""

    name: str
    tracks: Sequence[Track]
    loop: bool = False

    @property
    def duration(self) -> float:
        """Seconds until the last key of any track."""
        return max((float(track.times[-1]) for track in self.tracks), default=0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Rig:
    """A whole model. With ``skin`` its parts become joints of one skinned mesh, for what is drawn in crowds."""

    parts: Mapping[str, Part]
    motions: Sequence[Motion] = ()
    skin: bool = False


def spin(part: str, axis: Vector, turns: float, duration: float, *, start: float = 0.0) -> Track:
    """Steady turns about ``axis`` through the part's pivot (negative: the other way), from ``start`` on."""
    count = max(1, math.ceil(abs(turns) * 2 * math.pi / LARGEST_STEP - 1e-9))
    shares = np.linspace(0.0, 1.0, count + 1)
    return _keyed(part, "rotation", start + shares * duration, _about(axis, shares * turns * 2 * math.pi))


def swing(part: str, axis: Vector, keys: Sequence[tuple[float, float]], *, smooth: bool = True) -> Track:
    """Turned about ``axis`` by (seconds, radians) keys; eased between them unless not ``smooth``."""
    times, angles = _eased([(at, (angle,)) for at, angle in keys], smooth, LARGEST_STEP)
    return _keyed(part, "rotation", times, _about(axis, angles[:, 0]))


def slide(part: str, keys: Sequence[tuple[float, Vector]], *, smooth: bool = True) -> Track:
    """Moved by (seconds, metres from rest) keys; eased between them unless not ``smooth``."""
    return _keyed(part, "translation", *_eased(keys, smooth))


def grow(part: str, keys: Sequence[tuple[float, float | Vector]], *, smooth: bool = True) -> Track:
    """Scaled about its pivot by (seconds, factor or (x, y, z)) keys; eased between them unless not ``smooth``."""
    wide = [(at, np.broadcast_to(np.asarray(factor, np.float64), (3,)).tolist()) for at, factor in keys]
    return _keyed(part, "scale", *_eased(wide, smooth))


def appear(part: str, on: float, off: float | None = None, *, fade: float = 0.3) -> Track:
    """A hidden part that is there from ``on`` to ``off`` seconds (None: to the end), growing within ``fade``."""
    keys: list[tuple[float, float | Vector]] = [(on, 0.0), (on + fade, 1.0)]
    if off is not None:
        keys += [(max(on + fade + 1e-3, off - fade), 1.0), (max(on + fade + 2e-3, off), 0.0)]
    return grow(part, keys, smooth=False)


def pulse(
    part: str, duration: float, beats: int = 1, *, low: float | Vector = 0.9, high: float | Vector = 1.0
) -> Track:
    """Scaled to and fro between ``low`` and ``high``, ``beats`` times within ``duration`` seconds."""
    step = duration / (2 * beats)
    return grow(part, [(place * step, high if place % 2 else low) for place in range(2 * beats + 1)])


def flicker(part: str, duration: float, on: Sequence[tuple[float, float]]) -> Track:
    """Seen during the (from, to) seconds of ``on``, without fading: lamps, sparks, digits."""
    keys = [(0.0, 0.0)] + [(at, factor) for start, end in on for at, factor in ((start, 1.0), (end, 0.0))]
    known = dict(keys) | {max(duration, keys[-1][0]): keys[-1][1]}
    times = sorted(known)
    return Track(part, "scale", times, [(known[at],) * 3 for at in times], "step")


def _eased(keys: Sequence[tuple[float, Vector]], smooth: bool, most: float = math.inf) -> tuple[np.ndarray, np.ndarray]:
    """(times, values) of keys, the first held from 0; each change in as many steps as it takes to look smooth and
    to be smaller than ``most``."""
    times, values = [0.0], [np.asarray(keys[0][1], np.float64)]
    for at, goal in keys:
        now, before = np.asarray(goal, np.float64), values[-1]
        if at <= times[-1]:
            values[-1] = now
            continue
        change = float(np.abs(now - before).max())
        count = max(SMOOTH_KEYS if smooth and change else 1, math.ceil(1.6 * change / most))
        start = times[-1]
        for share in np.linspace(0.0, 1.0, count + 1)[1:]:
            bent = share * share * (3 - 2 * share) if smooth else share
            times.append(start + (at - start) * float(share))
            values.append(before + (now - before) * bent)
    return np.asarray(times), np.asarray(values)


def _about(axis: Vector, angles: np.ndarray) -> np.ndarray:
    """Rotation vectors (n, 3) about an axis of any length."""
    unit = np.asarray(axis, np.float64)
    return np.outer(angles, unit / np.linalg.norm(unit))


def _keyed(part: str, path: Path, times: np.ndarray, values: np.ndarray) -> Track:
    """A track of arrays; one that starts later keeps its first value until then."""
    if times[0] > 0:
        times, values = np.append(0.0, times), np.concatenate([values[:1], values])
    return Track(part, path, tuple(map(float, times)), tuple(tuple(map(float, row)) for row in values))


def posed(rig: Rig) -> list[Primitive]:
    """The triangles of all parts that are there at rest."""
    return [primitive for part in rig.parts.values() if not part.hidden for primitive in part.primitives]
