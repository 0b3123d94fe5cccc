"""Turned shapes that are cut open: sectors of shells with a wall that one sees, and the cut edges of it.

Angles are radians about the Y axis from +Z (the front) towards +X. Metres.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from hallwright.geometry.colors import Color
from hallwright.geometry.lofting import limb
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.sweeping import lathe
from hallwright.geometry.transforms import merge

Profile = Sequence[Sequence[float]]
Sector = tuple[float, float]
"""Where it starts and how far it goes, in radians."""
WHOLE: Sector = (0.0, 2 * math.pi)


def opened(gap: float) -> Sector:
    """All but a window in front that reaches ``gap`` to either side."""
    return gap, 2 * math.pi - 2 * gap


def rear() -> Sector:
    """The half behind."""
    return math.pi / 2, math.pi


def flanks(gap: float) -> tuple[Sector, Sector]:
    """What is left of the half in front beside a window."""
    return (gap, math.pi / 2 - gap), (1.5 * math.pi, math.pi / 2 - gap)


def part_turned(
    profile: Profile, sector: Sector, material: str, color: Color | None = None, *, segments: int = 48
) -> Primitive:
    """A turned shape within a sector; ``segments`` for a whole turn."""
    start, angle = sector
    return lathe(profile, max(2, round(segments * angle / (2 * math.pi))), material, color, start=start, angle=angle)


def shell(
    profile: Profile,
    thick: float,
    sector: Sector,
    outside: tuple[str, Color],
    inside: tuple[str, Color],
    *,
    segments: int = 48,
    edge: Color | None = None,
) -> list[Primitive]:
    """A wall ``thick`` metres strong within a sector: (material, colour) ``outside`` and ``inside``, closed at its
    lower and upper rim. ``edge`` paints a bead along both cuts, as museums do. ``profile`` runs upwards outside."""
    inner = [(max(1e-3, r - thick), y) for r, y in profile]
    parts = [
        part_turned(profile, sector, *outside, segments=segments),
        part_turned(inner[::-1], sector, *inside, segments=segments),
        part_turned([inner[0], profile[0]], sector, *outside, segments=segments),
        part_turned([profile[-1], inner[-1]], sector, *outside, segments=segments),
    ]
    if edge is not None and sector[1] < 2 * math.pi - 1e-6:
        middle = [(r - thick / 2, y) for r, y in profile]
        parts += [cut_edge(middle, turn, 0.7 * thick, edge) for turn in (sector[0], sector[0] + sector[1])]
    return merge(parts)


def cut_edge(profile: Profile, turn: float, radius: float, color: Color, material: str = "satin") -> Primitive:
    """A round bead along a profile at one angle."""
    sin, cos = math.sin(turn), math.cos(turn)
    return limb([(r * sin, y, r * cos) for r, y in profile], radius, material, color, segments=6)


def ring_plate(inner: float, outer: float, low: float, high: float) -> list[tuple[float, float]]:
    """The closed profile of a flat ring: flanges, baffles, bands."""
    return [(inner, low), (outer, low), (outer, high), (inner, high), (inner, low)]
