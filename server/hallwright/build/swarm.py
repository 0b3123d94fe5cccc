"""The file of a drone show: docs/formats/drones.md says what its bytes are."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np

from hallwright.build.store import FileRef, Store, digest
from hallwright.layout.model import Show
from hallwright.scene.swarm import Swarm, swarm_of

MAGIC = b"HWdr"
VERSION = 1
STEP = 1 / 128  # metres of one unit
AXES = ("none", "upright", "facing")
_HEAD = struct.Struct("<4sHHHHff")
_KEY = struct.Struct("<ffI")


@dataclass(frozen=True, slots=True)
class SwarmFile:
    """A drone show as a file; ``key`` changes with anything of it."""

    id: str
    key: str
    file: FileRef


def swarm_key(show: Show, mix: str) -> str:
    """A digest of all that the drones of a show depend on; ``mix`` is that of our own code and fonts."""
    return digest(f"{mix}{show.count} {show.size} {show.height} {show.duration}".encode())


def make_swarm(show: Show, key: str, store: Store) -> SwarmFile:
    """Work the show out and keep its file."""
    return SwarmFile(show.id, key, store.put(f"drones-{show.id}", ".drones", swarm_bytes(swarm_of(show))))


def swarm_bytes(swarm: Swarm) -> bytes:
    """Head, times, places, colours."""
    formations, drones, _ = swarm.places.shape
    head = _HEAD.pack(MAGIC, VERSION, drones, formations, 0, STEP, swarm.height)
    keys = zip(swarm.arrives, swarm.leaves, swarm.turns, strict=True)
    times = b"".join(_KEY.pack(arrives, leaves, AXES.index(turn)) for arrives, leaves, turn in keys)
    places = np.clip(np.rint(swarm.places / STEP), -32768, 32767).astype("<i2")
    colors = np.rint(np.clip(swarm.colors, 0, 1) ** (1 / 2.2) * 255).astype(np.uint8)
    return head + times + places.tobytes() + colors.tobytes()
