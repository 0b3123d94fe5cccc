"""Printed and lit pictures that exhibitors stand up: light boxes and roll-up banners. Own frame: front +Z."""

from __future__ import annotations

from collections.abc import Sequence

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import bevel_box, box
from hallwright.scene.materials import ALUMINIUM, GRAPHITE, PAPER, STEEL
from hallwright.scene.pieces.flats import flat, gradient, rect, ring, wave

Shape = Sequence[Primitive]
LIGHTBOXES, ROLLUPS = 4, 3
NIGHT = "#06121E"


def lightbox(color: Color, variation: int) -> Shape:
    """A back-lit picture in an aluminium frame, 1.9 m high."""
    light = mix(color, "#FFFFFF", 0.34)
    front = [gradient(-0.45, 0.12, 0.9, 1.84, 0.052, "glow", mix(color, NIGHT, 0.25), light, slant=0.3)]
    return [
        bevel_box((0.96, 1.92, 0.1), (0, 0.08, 0), "metal", ALUMINIUM, bevel=0.012, base=True),
        *front,
        *_LIT[variation % LIGHTBOXES](color),
        skirt(0.96, 0.1, reach=0.18, dark=0.3),
    ]


def _headlines(color: Color) -> Shape:
    return [rect(-0.34, 0.5 + 0.2 * i, 0.5 - 0.12 * i, 0.09, 0.056, "glow", PAPER) for i in range(3)]


def _eye(color: Color) -> Shape:
    return [ring(0.08, 1.25, r, inner, 0.056, "glow", PAPER) for r, inner in ((0.3, 0.2), (0.1, 0.0))]


def _towers(color: Color) -> Shape:
    """A skyline against the light, and a line of text below it."""
    tall = (0.5, 0.8, 0.62, 1.02, 0.72, 0.44)
    shades = (mix(color, NIGHT, 0.5), mix(color, NIGHT, 0.7))
    towers = [rect(-0.45 + 0.15 * i, 0.42, 0.13, t, 0.056, "glow", shades[i % 2]) for i, t in enumerate(tall)]
    return [*towers, rect(-0.34, 0.24, 0.62, 0.07, 0.056, "glow", PAPER)]


def _steps(color: Color) -> Shape:
    """Bands that rise to the right, the last one bright."""
    bands = []
    for i in range(4):
        low = 0.12 + 0.34 * i
        corners = [(-0.45, low), (0.45, low + 0.5), (0.45, low + 0.66), (-0.45, low + 0.16)]
        bands.append(flat(corners, 0.056, "glow", mix(color, PAPER, 0.3 + 0.2 * i)))
    return bands


_LIT = (_headlines, _eye, _towers, _steps)


def rollup(color: Color, variation: int) -> Shape:
    """A banner of 0.85 × 2 m that is pulled out of a case on the floor."""
    deep, pale = mix(color, NIGHT, 0.55), mix(color, PAPER, 0.8)
    if variation % ROLLUPS == 0:
        print_ = [
            gradient(-0.41, 0.1, 0.82, 1.88, 0.004, "matte", pale, PAPER),
            wave(-0.41, 0.1, 0.82, 0.52, 0.1, 0.5, 0.008, "matte", color),
            rect(-0.3, 1.62, 0.46, 0.14, 0.008, "matte", color),
        ]
    elif variation % ROLLUPS == 1:
        print_ = [
            gradient(-0.41, 0.1, 0.82, 1.88, 0.004, "matte", deep, color),
            ring(0, 1.28, 0.26, 0.17, 0.008, "matte", PAPER, 14),
            *[rect(-0.26, 0.5 + 0.16 * i, 0.52 - 0.1 * i, 0.06, 0.008, "matte", PAPER) for i in range(3)],
        ]
    else:
        print_ = [
            gradient(-0.41, 0.1, 0.82, 1.88, 0.004, "matte", PAPER, pale),
            rect(-0.41, 1.36, 0.82, 0.62, 0.008, "matte", color),
            rect(-0.3, 0.5, 0.6, 0.62, 0.008, "matte", mix(color, GRAPHITE, 0.6)),
        ]
    return [
        *print_,
        rect(-0.41, 0.1, 0.82, 1.88, -0.004, "matte", "#DADDDC"),
        box((0.88, 0.1, 0.16), (0, 0, 0), "metal", ALUMINIUM, base=True, skip="-y"),
        box((0.86, 0.03, 0.03), (0, 1.98, 0), "metal", STEEL),
        skirt(0.88, 0.16, reach=0.18, dark=0.4),
    ]


def rollup_far(color: Color) -> Shape:
    """The cloth alone."""
    return [rect(-0.41, 0.05, 0.82, 1.95, 0.0, "matte", mix(color, PAPER, 0.3))]
