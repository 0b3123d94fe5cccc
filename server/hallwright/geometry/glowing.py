"""Fire and light without textures: colours that run along a shape, light that fades out, rings of glow.

Materials: ``glow`` shows its own colour; ``light`` adds itself to what is behind, as much as its alpha says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from hallwright.geometry.colors import Color, linear
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.sweeping import lathe


def graded(part: Primitive, places: ArrayLike, colors: Sequence[Color]) -> Primitive:
    """The shape in colours that run from the first to the last: ``places`` (n,) says for each vertex how far along
    it is, 0 to 1."""
    share = np.clip(np.asarray(places, np.float64), 0.0, 1.0)
    stops = np.linspace(0.0, 1.0, len(colors))
    tones = np.array([linear(color) for color in colors])
    rgb = np.stack([np.interp(share, stops, tones[:, channel]) for channel in range(3)], -1)
    alpha = np.ones((len(rgb), 1)) if part.colors is None else part.colors[:, 3:]
    return replace(part, colors=np.concatenate([rgb, alpha], 1).astype(np.float32))


def faded(part: Primitive, strength: ArrayLike) -> Primitive:
    """Light as strong at each vertex as ``strength`` (n,) says, 0 to 1."""
    colors = np.ones((len(part.positions), 4), np.float32) if part.colors is None else part.colors.copy()
    colors[:, 3] = np.clip(np.asarray(strength, np.float32), 0.0, 1.0)
    return replace(part, colors=colors)


def halo(radius: float, reach: float, color: Color, strength: float = 0.5, *, segments: int = 40) -> Primitive:
    """A level ring of light about the origin, strongest at ``radius``, gone ``reach`` metres from it; seen from
    above. ``radius`` 0 makes a pool of light."""
    inner = max(0.0, radius - reach)
    profile = (
        [(radius + reach, 0.0), (radius, 0.0), (inner, 0.0)] if radius else [(reach, 0.0), (reach / 2, 0.0), (0, 0)]
    )
    flat = lathe(profile, segments, "light", color)
    away = np.abs(np.hypot(flat.positions[:, 0], flat.positions[:, 2]) - radius)
    return faded(flat, strength * np.clip(1 - away / reach, 0.0, 1.0) ** 1.5)
