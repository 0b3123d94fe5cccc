"""What is wrong with a rig before anything is made of it: parts that hang from nothing, tracks that go nowhere."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

import numpy as np

from hallwright.catalogue.rig import LARGEST_STEP, Motion, Part, Rig, Track

MOST_PARTS = 64
MOST_KEYS = 2000
LONGEST = 600.0
EXPLODE = "explode"
"""The motion that every rig with parts that come apart has of itself, one second long."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_PATHS, _EASINGS = ("translation", "rotation", "scale"), ("linear", "step")


def rig_faults(rig: Rig) -> Iterator[str]:
    """Why a rig cannot be used; nothing when it can."""
    if not any(part.primitives for part in rig.parts.values() if not part.hidden):
        yield "no part has triangles at rest"
    if len(rig.parts) > MOST_PARTS:
        yield f"there are {len(rig.parts)} parts, more than {MOST_PARTS}"
    for name, part in rig.parts.items():
        yield from (f"part '{name}': {fault}" for fault in _part_faults(name, part, rig))
    twice = [name for name, count in Counter(motion.name for motion in rig.motions).items() if count > 1]
    yield from (f"there are two motions '{name}'" for name in twice)
    for motion in rig.motions:
        yield from (f"motion '{motion.name}': {fault}" for fault in _motion_faults(motion, rig))


def _part_faults(name: str, part: Part, rig: Rig) -> Iterator[str]:
    if not _NAME.fullmatch(name):
        yield "must be called by small letters, digits and hyphens"
    if part.parent is not None and part.parent not in rig.parts:
        yield f"hangs from '{part.parent}', which is no part"
    elif _in_a_circle(name, rig):
        yield "hangs from itself"
    for what, vector in (("pivot", part.pivot), ("apart", part.apart)):
        if len(vector) != 3 or not all(math.isfinite(value) for value in vector):
            yield f"its {what} must be three numbers of metres"
    if part.hidden and rig.skin:
        yield "is hidden, which a skin cannot do"


def _in_a_circle(name: str, rig: Rig) -> bool:
    """Whether following parents from here does not end."""
    here: str | None = name
    for _ in range(len(rig.parts) + 1):
        part = rig.parts.get(here) if here else None
        if part is None:
            return False
        here = part.parent
    return True


def _motion_faults(motion: Motion, rig: Rig) -> Iterator[str]:
    if not _NAME.fullmatch(motion.name) or motion.name == EXPLODE:
        yield f"must be called by small letters, digits and hyphens, and not '{EXPLODE}'"
    if not motion.tracks:
        yield "has no tracks"
    used = Counter((track.part, track.path) for track in motion.tracks)
    for (part, path), count in used.items():
        if count > 1:
            yield f"{count} tracks for the {path} of '{part}'; only one can be"
    for track in motion.tracks:
        yield from (f"{track.path} of '{track.part}': {fault}" for fault in _track_faults(track, rig))


def _track_faults(track: Track, rig: Rig) -> Iterator[str]:
    if track.part not in rig.parts:
        yield "there is no such part"
    if track.path not in _PATHS or track.easing not in _EASINGS:
        yield f"must be one of {', '.join(_PATHS)}, easing {' or '.join(_EASINGS)}"
    times, values = np.asarray(track.times, np.float64), np.asarray(track.values, np.float64)
    if values.shape != (len(times), 3) or len(times) < 2 or len(times) > MOST_KEYS:
        yield f"must have 2 to {MOST_KEYS} times and three numbers for each"
        return
    if not (np.isfinite(times).all() and np.isfinite(values).all()):
        yield "has a time or value that is not a number"
    elif times[0] != 0 or (np.diff(times) < 1e-4).any() or times[-1] > LONGEST:
        yield f"times must ascend from 0, at least 0.0001 s apart, to at most {LONGEST:g}"
    elif track.path == "rotation" and track.easing == "linear":
        largest = float(np.linalg.norm(np.diff(values, axis=0), axis=1).max())
        if largest > LARGEST_STEP + 1e-6:
            yield f"turns {math.degrees(largest):.0f}° between two keys; at most {math.degrees(LARGEST_STEP):.0f}°"
    elif track.path == "scale" and values.min() < 0:
        yield "mirrors: factors must not be negative"
