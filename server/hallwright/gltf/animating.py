"""Motions as glTF animations: one for each by its name, and ``explode``, from together at 0 s to apart at 1 s."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from hallwright.catalogue.rig import Motion, Rig, Track
from hallwright.gltf.buffers import Buffers
from hallwright.gltf.columns import Array, attribute
from hallwright.gltf.container import Json
from hallwright.gltf.rigging import Figure, offset_of

EXPLODE = "explode"


def animations(rig: Rig, nodes: Sequence[int], buffers: Buffers, prefix: str = "") -> list[Json]:
    """The animations of a rig whose parts are these nodes; their numbers go into ``buffers``."""
    numbers = dict(zip(rig.parts, nodes, strict=True))
    clock = _Clock(buffers)
    made = [_animation(motion, rig, numbers, clock) for motion in (*rig.motions, *_explosion(rig))]
    return [entry | {"name": prefix + entry["name"]} for entry in made]


def told(figure: Figure) -> dict[str, Json]:
    """What a reader should know of a figure's motions: seconds, and whether they go on for ever."""
    return {
        figure.prefix + motion.name: {"duration": round(motion.duration, 4), "loop": motion.loop}
        for motion in figure.rig.motions
    }


@dataclass(slots=True)
class _Clock:
    """Columns of times, each stored once."""

    buffers: Buffers
    known: dict[bytes, int] = field(default_factory=dict)

    def times(self, seconds: Sequence[float]) -> int:
        """The accessor of key times."""
        column = np.asarray(seconds, np.float32)[:, None]
        key = column.tobytes()
        if key not in self.known:
            corners = ([float(column[0, 0])], [float(column[-1, 0])])
            self.known[key] = self.buffers.add(attribute("times", column, vertex=False, corners=corners))
        return self.known[key]


def _explosion(rig: Rig) -> list[Motion]:
    """Every part that comes apart moves there in one second; nothing when none does."""
    tracks = [
        Track(name, "translation", (0.0, 1.0), ((0.0, 0.0, 0.0), part.apart))
        for name, part in rig.parts.items()
        if any(part.apart)
    ]
    return [Motion(EXPLODE, tracks)] if tracks else []


def _animation(motion: Motion, rig: Rig, numbers: dict[str, int], clock: _Clock) -> Json:
    channels: list[Json] = []
    samplers: list[Json] = []
    for track in motion.tracks:
        values = attribute(f"key-{track.path}", _values(track, rig), vertex=False)
        sampler: Json = {"input": clock.times(track.times), "output": clock.buffers.add(values)}
        sampler["interpolation"] = track.easing.upper()
        channels.append({"sampler": len(samplers), "target": {"node": numbers[track.part], "path": track.path}})
        samplers.append(sampler)
    return {"name": motion.name, "channels": channels, "samplers": samplers}


def _values(track: Track, rig: Rig) -> Array:
    """What the node takes at each key, float32."""
    values = np.asarray(track.values, np.float64)
    if track.path == "rotation":
        return _quaternions(values)
    if track.path == "translation":
        values = values + offset_of(rig, track.part)
    return np.round(values, 6).astype(np.float32)


def _quaternions(vectors: Array) -> Array:
    """Rotation vectors (n, 3) as unit quaternions (x, y, z, w), each on the side of the one before."""
    angles = np.linalg.norm(vectors, axis=1, keepdims=True)
    share = np.where(angles > 1e-9, np.sin(angles / 2) / np.maximum(angles, 1e-9), 0.5)
    turns = np.concatenate([vectors * share, np.cos(angles / 2)], axis=1)
    turns /= np.linalg.norm(turns, axis=1, keepdims=True)
    flips = np.sum(turns[1:] * turns[:-1], axis=1) < 0
    turns[1:] *= np.where(np.cumsum(flips) % 2, -1.0, 1.0)[:, None]
    return turns.astype(np.float32)
