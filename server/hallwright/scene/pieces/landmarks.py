"""Building-sized things outdoors: the hall's facade, gates, canopies, towers, bridges. Front along +Z."""

from __future__ import annotations

import numpy as np

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.lofting import bars
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import bevel_box, box, cylinder, transform
from hallwright.scene.materials import ALUMINIUM, GRAPHITE, PAPER, WARM
from hallwright.scene.pieces.bridge import bridge, bridge_far
from hallwright.scene.pieces.facade import facade, facade_far
from hallwright.scene.pieces.roofs import tiled, tiled_far
from hallwright.scene.pieces.shelter import prop_kit
from hallwright.scene.pieces.towers import tower, tower_far

Shape = list[Primitive]


def landmark(kind: str, width: float, depth: float, height: float, color: str) -> Mesh:
    """The mesh of a structure. Raises KeyError for a kind that is not known."""
    near, far = _MAKERS[kind]
    return prop_kit(
        f"{kind}/{width:g}x{depth:g}x{height:g}/{color}",
        lambda: near(width, depth, height, color),
        lambda: far(width, depth, height, color),
        height=2.0,
    )


def board_of(kind: str, width: float, depth: float, height: float) -> tuple[float, float, float, float] | None:
    """(width, height, centre y, z) of the board for a structure's name; None where there is none."""
    return {
        "facade": (min(width * 0.3, 34.0), 3.4, height * 0.72, depth / 2 + 1.05),
        "gate": (width * 0.36, height * 0.15, height * 0.72, depth * 0.2 + 0.06),
        "canopy": (width * 0.5, 0.62, height - 0.16, depth / 2 + 0.09),
        "tower": (width * 0.86, width * 0.2, height * 0.64, width * 0.3 + 0.08) if height < 3.5 * width else None,
    }.get(kind)


def _gate(width: float, depth: float, height: float, color: Color) -> Shape:
    """A ceremonial gateway: four posts, three bays, three tiled roofs, the middle one highest."""
    half, bay = width / 2, width * 0.22
    xs = (-half + 0.4, -bay, bay, half - 0.4)
    posts = [
        cylinder(0.32, height * (0.86 if abs(px) == bay else 0.62), (px, 0, 0), "satin", color, segments=16, base=True)
        for px in xs
    ]
    feet = [bevel_box((1.0, 0.9, min(depth, 1.6)), (px, 0, 0), "matte", "#B9B5AB", bevel=0.08, base=True) for px in xs]
    beams: Shape = []
    for a, b, y in ((xs[0], xs[1], 0.48), (xs[1], xs[2], 0.6), (xs[2], xs[3], 0.48)):
        middle, span = (a + b) / 2, b - a
        beams += [
            bevel_box((span, 0.5, 0.5), (middle, height * y, 0), "satin", mix(color, "#1D3C5A", 0.6), bevel=0.05),
            bevel_box((span, 0.3, 0.4), (middle, height * y - 0.75, 0), "satin", "#D9A93F", bevel=0.04),
        ]
    roofs: Shape = []
    for middle, span, y in (
        (0.0, 2 * bay + 0.7, 0.84),
        ((xs[0] + xs[1]) / 2, xs[1] - xs[0] + 0.5, 0.6),
        ((xs[2] + xs[3]) / 2, xs[3] - xs[2] + 0.5, 0.6),
    ):
        roofs += [
            transform(part, (middle, 0, 0))
            for part in tiled(span, depth * 0.45, height * y, height * y + 0.9, over=0.5, lift=0.4)
        ]
        roofs.append(
            bevel_box(
                (span * 0.94, 0.4, 0.7), (middle, height * y - 0.32, 0), "satin", "#2F6E5C", bevel=0.05, base=True
            )
        )
    board = bevel_box(
        (width * 0.4, height * 0.18, 0.2), (0, height * 0.72, depth * 0.2 - 0.05), "satin", "#1B2733", bevel=0.05
    )
    return [
        *posts,
        *feet,
        *beams,
        *roofs,
        board,
        *[skirt(1.0, min(depth, 1.6), (px, 0), reach=0.5, dark=0.5) for px in xs],
    ]


def _gate_far(width: float, depth: float, height: float, color: Color) -> Shape:
    half, bay = width / 2, width * 0.22
    posts = [
        box((0.6, height * 0.66, 0.6), (px, 0, 0), "matte", color, base=True, skip="-y")
        for px in (-half + 0.4, -bay, bay, half - 0.4)
    ]
    beam = box((width - 0.8, 1.2, 0.5), (0, height * 0.5, 0), "matte", mix(color, "#1D3C5A", 0.4), base=True)
    return [
        *posts,
        beam,
        *tiled_far(2 * bay + 0.7, depth * 0.45, height * 0.84, height * 0.84 + 0.9),
        *[
            transform(p, (s * (half + bay) / 2, 0, 0))
            for s in (-1, 1)
            for p in tiled_far(half - bay, depth * 0.45, height * 0.6, height * 0.6 + 0.9)
        ],
    ]


def _canopy(width: float, depth: float, height: float, color: Color) -> Shape:
    """A flat roof on slanted steel posts, a coloured edge, warm light underneath."""
    x, z = width / 2, depth / 2
    legs = [
        ((fx, 0, fz), (fx + s * 0.7, height - 0.4, fz))
        for fx in np.linspace(-x + 1.2, x - 1.2, max(2, round(width / 6)))
        for fz in (-z + 0.6, z - 0.6)
        for s in (-1, 1)
    ]
    roof = [
        bevel_box((width, 0.34, depth), (0, height - 0.34, 0), "satin", PAPER, bevel=0.06, base=True),
        box((width + 0.06, 0.7, 0.1), (0, height - 0.5, z), "satin", color, base=True),
        box((width + 0.06, 0.7, 0.1), (0, height - 0.5, -z), "satin", color, base=True),
        *[box((width * 0.86, 0.02, 0.12), (0, height - 0.35, lz), "glow", WARM) for lz in (-z * 0.5, 0.0, z * 0.5)],
    ]
    feet = [cylinder(0.2, 0.12, a, "matte", GRAPHITE, segments=8, base=True) for a, _ in legs[::2]]
    return [
        bars(legs, 0.07, "metal", ALUMINIUM, sides=8),
        *roof,
        *feet,
        skirt(width, depth, reach=0.8, dark=0.22, filled=True),
    ]


def _canopy_far(width: float, depth: float, height: float, color: Color) -> Shape:
    x, z = width / 2 - 1.2, depth / 2 - 0.6
    return [
        box((width, 0.6, depth), (0, height - 0.5, 0), "matte", mix(color, PAPER, 0.3), base=True),
        bars(
            [[(sx * x, 0, sz * z), (sx * x, height - 0.4, sz * z)] for sx in (-1, 1) for sz in (-1, 1)],
            0.12,
            "matte",
            ALUMINIUM,
            sides=3,
        ),
    ]


_MAKERS = {
    "facade": (facade, facade_far),
    "gate": (_gate, _gate_far),
    "canopy": (_canopy, _canopy_far),
    "tower": (tower, tower_far),
    "bridge": (bridge, bridge_far),
}
