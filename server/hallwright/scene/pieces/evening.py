"""What lamps light once it is dusk: pools on the ground and sheens on walls, as light added to what is there."""

from __future__ import annotations

import numpy as np

from hallwright.geometry.colors import Color
from hallwright.geometry.glowing import faded
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import grid, lathe, transform

LAMPLIGHT = "#FFC98A"
LIFT = 0.03


def lit_ground(reach: float, at: tuple[float, float], strength: float, *, plain: bool = False) -> Primitive:
    """A pool of light of ``reach`` metres about (x, z), on the ground; ``plain`` for a far form."""
    rings = (1.0, 0.0) if plain else (1.0, 0.72, 0.42, 0.0)
    disc = lathe([(reach * ring, LIFT) for ring in rings], 8 if plain else 14, "lamplight", LAMPLIGHT)
    away = np.hypot(disc.positions[:, 0], disc.positions[:, 2]) / reach
    return transform(faded(disc, strength * (1 - np.clip(away, 0, 1)) ** 1.4), (at[0], 0.0, at[1]))


def lit_wall(
    width: float, low: float, high: float, z: float, strength: float, *, color: Color = LAMPLIGHT
) -> Primitive:
    """A sheen on a wall that looks along +Z, strong under the lamps at its top, gone at its foot and its ends."""
    sheet = grid((-width / 2, low, z), (width, 0, 0), (0, high - low, 0), 4, 2, "lamplight", color)
    up = (sheet.positions[:, 1] - low) / (high - low)
    across = 1 - np.abs(sheet.positions[:, 0]) / (width / 2)
    return faded(sheet, strength * up * np.minimum(1.0, 0.25 + 1.5 * across))


def lit_top(width: float, depth: float, at: tuple[float, float, float], strength: float) -> Primitive:
    """Light on a table or a counter whose middle is ``at``."""
    x, y, z = at
    sheet = grid((x - width / 2, y, z + depth / 2), (width, 0, 0), (0, 0, -depth), 2, 1, "lamplight", LAMPLIGHT)
    return faded(sheet, np.full(len(sheet.positions), strength))
