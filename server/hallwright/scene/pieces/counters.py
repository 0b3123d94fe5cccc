"""Counters that exhibitors receive people at, in their own frame (front +Z), each in several forms."""

from __future__ import annotations

import math
from collections.abc import Sequence

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import bevel_box, box, cylinder, quad, transform
from hallwright.scene.materials import BLACK, GRAPHITE, LAMINATE, OAK, PAPER, WALNUT
from hallwright.scene.pieces.flats import rect

Shape = Sequence[Primitive]
COUNTERS = 4


def counter(color: Color, variation: int) -> Shape:
    """A reception counter: laminate with a coloured front (two tops), bowed, or of timber slats with a lit foot."""
    body = (_laminate, _laminate, _bowed, _slatted)[variation % COUNTERS](color, variation)
    tablet = [transform(transform(piece, pitch=-0.7), (0.2, 1.17, -0.04), yaw=math.pi) for piece in _tablet(color)]
    papers = box((0.2, 0.03, 0.28), (-0.26, 1.085, 0.04), "matte", PAPER, base=True, skip="-y")
    return [*body, *tablet, papers, skirt(0.94, 0.44, reach=0.22, dark=0.5)]


def _laminate(color: Color, variation: int) -> Shape:
    top = OAK if variation else PAPER
    return [
        box((0.94, 0.98, 0.44), (0, 0.06, 0), "satin", LAMINATE, base=True, skip="-y +y"),
        box((0.88, 0.06, 0.38), (0, 0, 0), "matte", GRAPHITE, base=True, skip="-y +y"),
        rect(-0.42, 0.14, 0.84, 0.8, 0.223, "satin", color),
        rect(-0.42, 0.74, 0.84, 0.05, 0.226, "satin", PAPER),
        bevel_box((1.04, 0.045, 0.54), (0, 1.04, 0), "timber" if variation else "satin", top, bevel=0.012, base=True),
    ]


def _bowed(color: Color, variation: int) -> Shape:
    """An oval drum in the colour under a white top, a line of light below it."""
    oval = (1.0, 1.0, 0.54)
    drum = cylinder(0.47, 0.9, (0, 0.08, 0), "satin", color, segments=10, base=True, caps=False)
    line = cylinder(0.472, 0.035, (0, 0.98, 0), "glow", mix(color, PAPER, 0.75), segments=10, base=True, caps=False)
    foot = cylinder(0.43, 0.08, (0, 0, 0), "matte", GRAPHITE, segments=10, base=True, caps=False)
    top = cylinder(0.53, 0.05, (0, 1.035, 0), "satin", PAPER, segments=10, base=True)
    return [transform(piece, scale=oval) for piece in (drum, line, foot, top)]


def _slatted(color: Color, variation: int) -> Shape:
    """Upright slats of walnut before a dark body, a slab in the colour on top, light at the foot."""
    slats = [
        box((0.07, 0.86, 0.03), (-0.42 + 0.14 * i, 0.13, 0.225), "timber", WALNUT, base=True, skip="-y +y -z")
        for i in range(7)
    ]
    light = quad([(-0.46, 0.1, 0.22), (0.46, 0.1, 0.22), (0.46, 0.13, 0.24), (-0.46, 0.13, 0.24)], "glow", "#FFE2B8")
    return [
        box((0.94, 0.9, 0.42), (0, 0.1, 0), "matte", GRAPHITE, base=True, skip="-y +y"),
        box((0.86, 0.1, 0.36), (0, 0, 0), "matte", BLACK, base=True, skip="-y +y"),
        *slats,
        light,
        bevel_box((1.04, 0.06, 0.56), (0, 1.02, 0), "satin", color, bevel=0.015, base=True),
    ]


def _tablet(color: Color) -> Shape:
    """A tablet on its back edge, its screen along +Z."""
    body = box((0.28, 0.19, 0.014), (0, 0, 0), "satin", BLACK, skip="-y")
    return [body, rect(-0.125, -0.08, 0.25, 0.16, 0.009, "glow", mix(color, PAPER, 0.5))]


def counter_far(color: Color) -> Shape:
    """A box with a white top."""
    top = [(-0.52, 1.08, 0.27), (0.52, 1.08, 0.27), (0.52, 1.08, -0.27), (-0.52, 1.08, -0.27)]
    return [
        box((0.94, 1.06, 0.44), (0, 0, 0), "matte", color, base=True, skip="-y +y -z"),
        quad(top, "matte", PAPER),
    ]
