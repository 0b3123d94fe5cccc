"""A level timber bridge along Z over water: planks, edge beams, railings, lights at its posts.

``width`` is across, ``depth`` the length that one walks.
"""

from __future__ import annotations

import numpy as np

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.lofting import bars, panels
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import box, quad
from hallwright.scene.materials import OAK, WALNUT, WARM

Shape = list[Primitive]
DECK = 0.012
PLANK = 0.25


def bridge(width: float, depth: float, height: float, color: Color) -> Shape:
    """Near."""
    x, z = width / 2, depth / 2
    starts = np.arange(-z, z - PLANK / 2, PLANK)
    planks = [[(-x, DECK, a + PLANK - 0.01), (x, DECK, a + PLANK - 0.01), (x, DECK, a), (-x, DECK, a)] for a in starts]
    tones: list[Color] = [OAK, mix(OAK, WALNUT, 0.3), mix(OAK, WALNUT, 0.15)]
    edges = [box((0.16, 0.14, depth), (side * (x - 0.08), 0, 0), "timber", color, base=True) for side in (-1, 1)]
    return [panels(planks, "timber", tones), *edges, *_railings(x - 0.1, z, height, color)]


def _railings(x: float, z: float, height: float, color: Color) -> Shape:
    """Posts every two metres with a light on each second one, a broad handrail, two thin rails."""
    places = np.linspace(-z + 0.1, z - 0.1, max(2, round(2 * z / 2.0) + 1))
    posts = [[(side * x, 0, float(a)), (side * x, height, float(a))] for side in (-1, 1) for a in places]
    hand = [[(side * x, height, -z), (side * x, height, z)] for side in (-1, 1)]
    thin = [[(side * x, y, -z), (side * x, y, z)] for side in (-1, 1) for y in (height * 0.38, height * 0.68)]
    lights = [
        box((0.1, 0.05, 0.1), (side * x, height + 0.05, float(a)), "glow", WARM, base=True)
        for side in (-1, 1)
        for a in places[::2]
    ]
    return [
        bars(posts, 0.06, "timber", color),
        bars(hand, 0.08, "timber", mix(color, OAK, 0.35)),
        bars(thin, 0.028, "timber", mix(color, OAK, 0.5)),
        *lights,
    ]


def bridge_far(width: float, depth: float, height: float, color: Color) -> Shape:
    """A deck and two bands."""
    x, z = width / 2, depth / 2
    deck = quad([(-x, DECK, z), (x, DECK, z), (x, DECK, -z), (-x, DECK, -z)], "timber", OAK)
    bands = [
        quad(
            [(s * x, height * 0.4, z), (s * x, height * 0.4, -z), (s * x, height, -z), (s * x, height, z)],
            "fabric",
            color,
        )
        for s in (-1, 1)
    ]
    return [deck, *bands]
