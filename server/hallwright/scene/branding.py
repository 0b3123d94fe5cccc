"""How exhibitors dress their booths: each has a colour of its own beside the zone's, from a seed, never by chance."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from functools import lru_cache

from hallwright.geometry.colors import hex_of, mix
from hallwright.layout.model import Booth
from hallwright.scene.planning import seed_of

LOOKS = 10
"""Exhibitors' looks: few enough that booths of one cell share their counters and pictures."""
FELTS = 3
"""Ways to lay a booth's carpet: all in the zone's colour, or grey or dark with an edge in it."""
# What carries an exhibitor's look; the rest of the furniture is hired and carries the zone's colour.
BRANDED = frozenset({"counter", "lightbox", "rollup"})


@dataclass(frozen=True, slots=True)
class Dress:
    """``look`` below ``LOOKS`` chooses forms, ``brand`` colours prints and counter (``#rrggbb``), ``felt`` is below
    ``FELTS``, ``seed`` is for all else."""

    look: int
    brand: str
    felt: int
    seed: int


@lru_cache(maxsize=16384)
def dress(booth: Booth) -> Dress:
    """The dress of a booth: its look by who exhibits, the rest by the booth's id."""
    seed = seed_of(f"{booth.id} dress")
    look = seed_of(f"{booth.exhibitor or booth.id} look") % LOOKS
    brands = brands_of(booth.color)
    return Dress(look, brands[look % len(brands)], seed % FELTS, seed // FELTS)


@lru_cache(maxsize=64)
def brands_of(color: str) -> tuple[str, ...]:
    """What goes with a zone's colour: itself, a deep tone, its neighbours on the wheel, a quiet contrast."""
    deep = hex_of(mix(color, "#0E1C28", 0.6))
    return color, _turned(color, 0.05), deep, _turned(color, -0.05), _turned(color, 0.5)


def _turned(color: str, share: float) -> str:
    """The colour moved along the wheel by a share of a full turn; a little quieter the farther it goes."""
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    turned = colorsys.hls_to_rgb((hue + share) % 1.0, lightness * 0.95, saturation * (0.85 - 0.9 * abs(share)))
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in turned)
