"""The roof over a cell: triangular steel trusses, purlins, skylight strips, lamps; and a plain far form.

Own frame: x and z from 0 to the cell's width and -depth; heights are absolute.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from hallwright.geometry.colors import mix
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import box, cylinder, grid, quad, transform
from hallwright.scene.materials import DAYLIGHT, GRAPHITE
from hallwright.scene.pieces.lattice import Spot, bars

Shape = list[Primitive]
TRUSS_EVERY = 12.5
PURLIN_EVERY = 6.25
MODULE = 3.125
DEPTH, SPREAD = 1.7, 1.5  # of a truss: height between chords, distance between its two upper chords
SKYLIGHT = 2.4
_WHITE = "#E3E7E9"


def roof_of(height: float) -> float:
    """Height of the roof's underside over a hall that is ``height`` clear."""
    return height + 0.6


def ceiling(width: float, depth: float, height: float) -> Shape:
    """Everything over one cell."""
    pieces: Shape = [*_deck(width, depth, height, 6), *_purlins(width, depth, height)]
    for x in truss_lines(width):
        pieces += [transform(piece, (x, 0, 0)) for piece in truss(depth, height)]
        pieces += [piece for z in lamp_lines(depth) for piece in _lamp(x + MODULE, height - 0.35, -z)]
    return pieces


def ceiling_far(width: float, depth: float, height: float) -> Shape:
    """Deck, skylights, and each truss as chords and a flat zigzag."""
    pieces: Shape = [*_deck(width, depth, height, 1)]
    for x in truss_lines(width):
        pieces += [transform(piece, (x, 0, 0)) for piece in _truss_far(depth, height)]
        pieces += [_lamp_far(x + MODULE, height - 0.5, -z) for z in lamp_lines(depth)]
    return pieces


def truss_lines(width: float) -> list[float]:
    """Where trusses cross a cell: about every 12.5 m."""
    count = max(1, round(width / TRUSS_EVERY))
    return [(i + 0.5) * width / count for i in range(count)]


def lamp_lines(depth: float) -> list[float]:
    """Where lamps hang along a truss."""
    count = max(1, round(depth / PURLIN_EVERY))
    return [(i + 0.5) * depth / count for i in range(count)]


def truss(length: float, height: float) -> Shape:
    """A triangular space truss along -Z, its lower chord 1.7 m below ``height``."""
    top, low = height, height - DEPTH
    count = max(1, round(length / MODULE))
    nodes = np.linspace(0, -length, count + 1)
    chords = [((x, y, 0.0), (x, y, -length)) for x, y in ((-SPREAD / 2, top), (SPREAD / 2, top), (0.0, low))]
    webs: list[tuple[Spot, Spot]] = []
    ties: list[tuple[Spot, Spot]] = []
    for i, (a, b) in enumerate(pairwise(float(z) for z in nodes)):
        middle = (a + b) / 2
        for x in (-SPREAD / 2, SPREAD / 2):
            webs += [((x, top, a), (0.0, low, middle)), ((0.0, low, middle), (x, top, b))]
        hand = 1 if i % 2 else -1
        ties.append(((-SPREAD / 2, top, a), (SPREAD / 2, top, a)))
        ties.append(((-SPREAD / 2 * hand, top, a), (SPREAD / 2 * hand, top, b)))
    return [
        bars(chords, 0.14, "satin", _WHITE),
        bars(webs, 0.08, "satin", _WHITE, 3),
        bars(ties, 0.06, "satin", _WHITE, 3),
    ]


def _truss_far(length: float, height: float) -> Shape:
    top, low = height, height - DEPTH
    count = max(1, round(length / MODULE))
    pieces: Shape = []
    for x, y, size in ((-SPREAD / 2, top, 0.11), (SPREAD / 2, top, 0.11), (0.0, low, 0.13)):
        pieces.append(box((size, size, length), (x, y, -length / 2), "matte", _WHITE, skip="-z +z +y"))
    for i in range(count):
        a, b = -i * length / count, -(i + 1) * length / count
        middle = (a + b) / 2
        pieces += _ribbon((0.0, top, a), (0.0, low, middle)) + _ribbon((0.0, low, middle), (0.0, top, b))
    return pieces


def _ribbon(a: tuple[float, float, float], b: tuple[float, float, float]) -> Shape:
    wide = 0.07
    left = quad(
        [(0, a[1], a[2] - wide), (0, a[1], a[2] + wide), (0, b[1], b[2] + wide), (0, b[1], b[2] - wide)],
        "matte",
        _WHITE,
    )
    right = quad(
        [(0, a[1], a[2] + wide), (0, a[1], a[2] - wide), (0, b[1], b[2] - wide), (0, b[1], b[2] + wide)],
        "matte",
        _WHITE,
    )
    return [left, right]


def _deck(width: float, depth: float, height: float, steps: int) -> Shape:
    """The roof's underside with skylight strips between the trusses, running along x."""
    top = roof_of(height)
    strips = _skylights(depth)
    edges = [0.0, *(z for strip in strips for z in strip), depth]
    pieces: Shape = []
    for i, (a, b) in enumerate(pairwise(edges)):
        glows = i % 2 == 1
        material, color = ("glow", DAYLIGHT) if glows else ("matte", "#D3D9DC")
        pieces.append(
            grid(
                (0, top + (0.35 if glows else 0), -b),
                (width, 0, 0),
                (0, 0, b - a),
                steps if glows else 1,
                1,
                material,
                color,
            )
        )
        if glows:
            for z, facing in ((a, 1), (b, -1)):
                corner = (0, top, -z) if facing < 0 else (width, top, -z)
                pieces.append(grid(corner, (-width * facing, 0, 0), (0, 0.35, 0), 1, 1, "matte", "#F4F7F8"))
    return pieces


def _skylights(depth: float) -> list[tuple[float, float]]:
    count = max(1, round(depth / TRUSS_EVERY))
    return [((i + 0.5) * depth / count - SKYLIGHT / 2, (i + 0.5) * depth / count + SKYLIGHT / 2) for i in range(count)]


def _purlins(width: float, depth: float, height: float) -> Shape:
    count = max(1, round(depth / PURLIN_EVERY))
    return [
        box((width, 0.26, 0.12), (width / 2, height + 0.32, -(i * depth / count)), "satin", "#CDD4D8", skip="-x +x +y")
        for i in range(count)
    ]


def _lamp(x: float, y: float, z: float) -> Shape:
    """A high-bay lamp on a rod."""
    return [
        cylinder(
            0.26, 0.26, (x, y - 0.5, z), "satin", mix(GRAPHITE, "#FFFFFF", 0.25), segments=8, base=True, top_radius=0.12
        ),
        quad(
            [
                (x - 0.2, y - 0.51, z - 0.2),
                (x + 0.2, y - 0.51, z - 0.2),
                (x + 0.2, y - 0.51, z + 0.2),
                (x - 0.2, y - 0.51, z + 0.2),
            ],
            "glow",
            "#FFF6E4",
        ),
        box((0.03, 0.8, 0.03), (x, y + 0.1, z), "matte", GRAPHITE, skip="-y +y"),
    ]


def _lamp_far(x: float, y: float, z: float) -> Primitive:
    return quad(
        [(x - 0.25, y, z - 0.25), (x + 0.25, y, z - 0.25), (x + 0.25, y, z + 0.25), (x - 0.25, y, z + 0.25)],
        "glow",
        "#FFF6E4",
    )
