"""Where the furniture of a shell-scheme booth stands: pure arithmetic, shared by what is seen and what blocks feet."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from hallwright.layout.model import Booth
from hallwright.scene.branding import BRANDED, dress
from hallwright.scene.planning import seed_of

Spot = tuple[float, float, float]

# What exhibitors bring along to the free corner at the front; None leaves it free.
_BROUGHT = ("vase", "rollup", None, "brochure", "rollup", "vase")
_USUAL = frozenset({"counter", "stool", "shelf", "lightbox"})


@dataclass(frozen=True, slots=True)
class Furnishing:
    """A piece of furniture at (x, z) of the booth's own frame, its front turned by ``yaw``."""

    kind: str
    x: float
    z: float
    yaw: float = 0.0
    seed: int = 0


@lru_cache(maxsize=16384)
def furnish(booth: Booth) -> tuple[Furnishing, ...]:
    """The furniture of a booth, arranged, mirrored and varied by its id. A kind named twice stands twice where it
    can. A booth with the usual furniture has one more thing that its exhibitor brought."""
    seed = seed_of(booth.id)
    hand = 1 if seed % 2 else -1
    width, depth = booth.size
    usual = set(booth.furniture) <= _USUAL and min(width, depth) >= 2.8
    arrangement = (seed >> 17) % 3 if usual else 0
    placed: list[Furnishing] = []
    for index, kind in enumerate(booth.furniture):
        x, z, turn = _spot(kind, width / 2, depth / 2, booth, arrangement)
        again = booth.furniture[:index].count(kind)
        placed.append(Furnishing(kind, hand * x * (-1 if again % 2 else 1), z, hand * turn, _variation(booth, kind)))
    brought = _BROUGHT[(seed >> 11) % len(_BROUGHT)] if usual and booth.furniture else None
    if brought:
        x, z = width / 2 - 0.48, depth / 2 - 0.42
        placed.append(Furnishing(brought, hand * x, z, -hand * 0.25, _variation(booth, brought)))
    return tuple(placed)


def _variation(booth: Booth, kind: str) -> int:
    """By the exhibitor's look for what carries it, else by the booth."""
    return seed_of(f"{dress(booth).look if kind in BRANDED else booth.id} {kind}")


def _spot(kind: str, x: float, z: float, booth: Booth, arrangement: int) -> Spot:
    """(x, z, yaw) of a kind in a booth that reaches ± x, ± z; for a booth furnished from its left."""
    walled = not {"left", "right"} & set(booth.open)
    return _arranged(kind, x, z, walled, arrangement) or _usual(kind, x, z, walled)


def _arranged(kind: str, x: float, z: float, walled: bool, arrangement: int) -> Spot | None:
    """Where other arrangements than the first put a kind: the counter along the side, or in the middle of the front
    with the lit picture on the side wall."""
    side: dict[str, Spot] = {
        "counter": (-(x - 0.92), 0.1, math.pi / 2),
        "stool": (-(x - 0.42), 0.1, math.pi / 2),
    }
    middle: dict[str, Spot] = {"counter": (-0.12, z - 0.55, 0.0), "stool": (-0.12, z - 1.1, math.pi)}
    if walled:
        middle["lightbox"] = (-(x - 0.13), -0.35, math.pi / 2)
    return ({}, side, middle)[arrangement].get(kind)


def _usual(kind: str, x: float, z: float, walled: bool) -> Spot:
    wall_x = x - 0.25 if walled else x - 0.55
    return {
        "counter": (-(x - 0.78), z - 0.5, 0.0),
        "stool": (-(x - 0.78), z - 1.05, math.pi),
        "table": (0.3, -0.1, 0.0),
        "chair": (0.72, -0.55, -0.7),
        "shelf": (wall_x, -0.25, -math.pi / 2) if walled else (wall_x, -z + 0.24, 0.0),
        "screen": (-0.35, -z + 0.38, 0.0),
        "plant": (-(x - 0.38), -z + 0.4, 0.0),
        "sofa": (x - 0.52, -0.3, -math.pi / 2),
        "display": (x - 0.55, z - 0.6, 0.0),
        "brochure": (0.35, z - 0.32, 0.0),
        "lightbox": (-(x - 0.72), -z + 0.13, 0.0),
        "totem": (x - 0.45, z - 0.25, 0.0),
    }.get(kind, (0.0, 0.0, 0.0))
