"""Machines about a lying axis: outlines turned about X, closed bands, and the faces where a shell is cut open.

Angles about the axis: 0 is up (+Y), a quarter turn to the front (+Z). Metres and radians.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from hallwright.geometry.colors import Color
from hallwright.geometry.lofting import panels
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.sweeping import lathe
from hallwright.geometry.transforms import transform

Outline = Sequence[tuple[float, float]]
"""(place along the axis, radius)."""


def turn(
    outline: Outline,
    material: str = "metal",
    color: Color | None = None,
    *,
    start: float = 0.0,
    end: float = 2 * math.pi,
    segments: int = 40,
    crease: float = 35.0,
) -> Primitive:
    """An outline turned about the X axis; it is seen from outside when its places ascend, from inside otherwise."""
    profile = [(radius, place) for place, radius in outline]
    upright = lathe(profile, segments, material, color, crease=crease, start=start - math.pi / 2, angle=end - start)
    return transform(upright, roll=-math.pi / 2)


def band(
    ends: tuple[float, float],
    radii: tuple[float, float],
    material: str = "metal",
    color: Color | None = None,
    *,
    start: float = 0.0,
    end: float = 2 * math.pi,
    segments: int = 40,
    edge: float = 0.0,
) -> Primitive:
    """A ring from one place to another, from an inner to an outer radius; ``edge`` breaks its outer edges."""
    (x0, x1), (inner, outer) = ends, radii
    broken = [(x0, outer - edge), (x0 + edge, outer), (x1 - edge, outer), (x1, outer - edge)]
    rim = broken if edge else [(x0, outer), (x1, outer)]
    outline = [(x0, inner), *rim, (x1, inner), (x0, inner)]
    return turn(outline, material, color, start=start, end=end, segments=segments)


def cut_face(inner: Outline, outer: Outline, angle: float, material: str, color: Color, *, last: bool) -> Primitive:
    """The face at ``angle`` where a shell between two outlines of as many points is cut; ``last`` where the shell
    ends, else where it begins."""
    out = np.array([0.0, math.cos(angle), math.sin(angle)])
    low, high = (np.array([[x, 0, 0] + r * out for x, r in outline]) for outline in (inner, outer))
    quads = np.stack([low[:-1], low[1:], high[1:], high[:-1]], axis=1)
    return panels(quads if last else quads[:, ::-1], material, [color])
