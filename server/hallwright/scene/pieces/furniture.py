"""The furniture of stands, each piece in its own frame, and what it looks like from afar."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shadows import pool, skirt
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, quad, tint, transform, tube
from hallwright.scene.kits import colored_kit
from hallwright.scene.materials import ALUMINIUM, BLACK, GRAPHITE, LEAF, OAK, PAPER, STEEL
from hallwright.scene.pieces.counters import COUNTERS, counter, counter_far
from hallwright.scene.pieces.flats import rect, screen_art
from hallwright.scene.pieces.prints import LIGHTBOXES, ROLLUPS, lightbox, rollup, rollup_far
from hallwright.scene.pieces.showcases import DISPLAYS, SHELVES, display, display_far, shelf

Shape = Sequence[Primitive]


@dataclass(frozen=True, slots=True)
class Piece:
    """How to make a piece of furniture in a colour and a variation, and the floor (w, d) it takes."""

    make: Callable[[Color, int], Shape]
    size: tuple[float, float]
    far: Callable[[Color], Shape] | None = None
    variations: int = 1
    colored: bool = True
    blocks: bool = True


def furniture(kind: str, color: str, seed: int = 0) -> Mesh:
    """The shared mesh of a piece of furniture; ``seed`` chooses among its variations. Raises KeyError."""
    piece = FURNITURE[kind]
    variation = seed % piece.variations
    return colored_kit(
        f"furniture/{kind}/{variation}",
        color if piece.colored else "#FFFFFF",
        lambda shade: piece.make(shade, variation),
        piece.far,
        reach=0.8,
    )


def rect_up(width: float, depth: float, y: float, material: str, color: Color) -> Primitive:
    """A flat rectangle that looks up."""
    x, z = width / 2, depth / 2
    return quad([(-x, y, z), (x, y, z), (x, y, -z), (-x, y, -z)], material, color)


def table(color: Color, variation: int) -> Shape:
    """A round table on a steel foot."""
    return [
        cylinder(0.4, 0.03, (0, 0.71, 0), "satin", PAPER, segments=16, base=True),
        cylinder(0.03, 0.7, (0, 0.015, 0), "metal", STEEL, segments=6, base=True, caps=False),
        cylinder(0.24, 0.02, (0, 0, 0), "metal", STEEL, segments=12, base=True),
        pool(0.46, dark=0.34, segments=8),
    ]


def chair(color: Color, variation: int) -> Shape:
    """A shell chair on four wooden legs; one sits looking along +Z."""
    legs = [
        tube([(x * 0.7, 0.43, z * 0.7), (x, 0, z)], 0.014, "timber", OAK, segments=4)
        for x in (-0.21, 0.21)
        for z in (-0.2, 0.2)
    ]
    shell = [
        bevel_box((0.44, 0.045, 0.42), (0, 0.445, 0.01), "satin", color, bevel=0.018),
        transform(
            bevel_box((0.42, 0.36, 0.035), (0, 0.2, 0), "satin", color, bevel=0.016), (0, 0.46, -0.2), pitch=-0.16
        ),
    ]
    return [*legs, *shell, skirt(0.36, 0.34, reach=0.14, dark=0.3, filled=True)]


def stool(color: Color, variation: int) -> Shape:
    """A bar stool."""
    return [
        lathe([(0.17, 0.74), (0.19, 0.79), (0.0, 0.81)], 9, "satin", color),
        cylinder(0.022, 0.74, (0, 0, 0), "metal", ALUMINIUM, segments=5, base=True, caps=False),
        lathe([(0.2, 0), (0.0, 0.04)], 9, "metal", ALUMINIUM),
        transform(lathe([(0.165, 0), (0.15, 0.02)], 8, "metal", ALUMINIUM), (0, 0.3, 0)),
        pool(0.26, dark=0.36, segments=8),
    ]


def screen(color: Color, variation: int) -> Shape:
    """A large screen on a stand."""
    face = [transform(piece, (0, 1.55, 0)) for piece in screen_art(1.32, 0.74, 0.033, color, variation)]
    return [
        bevel_box((1.4, 0.82, 0.06), (0, 1.55, 0), "satin", BLACK, bevel=0.012),
        *face,
        box((0.08, 1.2, 0.04), (0, 0.02, -0.05), "metal", STEEL, base=True, skip="-y +y"),
        bevel_box((0.7, 0.03, 0.42), (0, 0, -0.02), "metal", GRAPHITE, bevel=0.01, base=True),
        skirt(0.7, 0.42, reach=0.2, dark=0.4),
    ]


def screen_far(color: Color) -> Shape:
    """A lit rectangle."""
    return [rect(-0.66, 1.18, 1.32, 0.74, 0.03, "matte", mix(color, "#0B2238", 0.4))]


def plant(color: Color, variation: int) -> Shape:
    """A tall plant in a white pot."""
    pot = lathe([(0.0, 0.0), (0.15, 0.0), (0.2, 0.38), (0.175, 0.38), (0.17, 0.34), (0.0, 0.34)], 10, "satin", PAPER)
    leaves: list[Primitive] = []
    for i in range(13):
        turn, lean = i * 2.4 + variation, 0.25 + 0.065 * i
        leaf = _leaf(0.95 - 0.035 * i, 0.1, lean, mix(LEAF, "#9CC26A", (i * 0.37) % 1 * 0.6))
        leaves.append(transform(leaf, (0, 0.34, 0), yaw=turn))
    return [pot, *leaves, pool(0.34, dark=0.45, segments=8)]


def _leaf(length: float, width: float, lean: float, color: Color) -> Primitive:
    """A pointed leaf of four triangles, bending outward along +Z."""
    lift, out = math.cos(lean), math.sin(lean)
    middle, spine = (length * 0.5 * lift, length * 0.42 * out), (length * 0.55 * lift, length * 0.36 * out)
    tip = (0, length * 0.86 * lift, length * out)
    points = np.array([(0, 0, 0), (-width, *middle), (width, *middle), (0, *spine), tip], np.float32)
    normals = np.tile(np.array([[0, out + 0.3, lift]], np.float32) / math.hypot(out + 0.3, lift), (5, 1))
    triangles = np.array([[0, 3, 1], [0, 2, 3], [1, 3, 4], [3, 2, 4]], np.uint32)
    return tint(Primitive("foliage", points, normals, triangles), color)


def vase(color: Color, variation: int) -> Shape:
    """Leaves in a slim white vase; not seen from afar."""
    body = lathe([(0.11, 0.0), (0.15, 0.2), (0.09, 0.5), (0.11, 0.56)], 8, "satin", PAPER)
    leaves = [
        transform(
            _leaf(0.62 - 0.03 * i, 0.06, 0.2 + 0.07 * i, mix(LEAF, "#A9C77A", (i * 0.41) % 1)), (0, 0.5, 0), yaw=2.4 * i
        )
        for i in range(9)
    ]
    return [body, *leaves, pool(0.26, dark=0.4, segments=8)]


def plant_far(color: Color) -> Shape:
    """Two crossed green kites."""
    across = quad([(-0.35, 0.8, 0), (0, 0.1, 0), (0.35, 0.8, 0), (0, 1.4, 0)], "foliage", LEAF)
    return [across, transform(across, yaw=math.pi / 2)]


def sofa(color: Color, variation: int) -> Shape:
    """A sofa for two, its back to -Z."""
    cushions = [bevel_box((0.7, 0.14, 0.6), (x, 0.36, 0.06), "matte", color, bevel=0.04) for x in (-0.36, 0.36)]
    backs = [
        transform(
            bevel_box((0.7, 0.42, 0.14), (0, 0, 0), "matte", mix(color, PAPER, 0.12), bevel=0.05),
            (x, 0.6, -0.27),
            pitch=-0.14,
        )
        for x in (-0.36, 0.36)
    ]
    arms = [
        bevel_box((0.12, 0.5, 0.76), (x, 0.1, 0), "matte", mix(color, "#000000", 0.15), bevel=0.035, base=True)
        for x in (-0.8, 0.8)
    ]
    base = box((1.5, 0.2, 0.7), (0, 0.1, 0), "matte", mix(color, "#000000", 0.2), base=True, skip="-y +y")
    feet = [
        box((0.05, 0.1, 0.05), (x, 0, z), "matte", GRAPHITE, base=True, skip="-y +y")
        for x in (-0.74, 0.74)
        for z in (-0.3, 0.3)
    ]
    return [base, *cushions, *backs, *arms, *feet, skirt(1.7, 0.76, reach=0.25, dark=0.45, filled=True)]


def sofa_far(color: Color) -> Shape:
    """Two boxes' worth of faces."""
    return [
        box((1.7, 0.44, 0.76), (0, 0, 0), "matte", color, base=True, skip="-y -z"),
        rect(-0.8, 0.44, 1.6, 0.36, -0.25, "matte", color),
    ]


def brochure(color: Color, variation: int) -> Shape:
    """A rack of leaflets."""
    poles = [tube([(x, 0.02, 0.06), (x, 1.45, -0.1)], 0.012, "metal", STEEL, segments=4) for x in (-0.13, 0.13)]
    papers: list[Primitive] = []
    for row in range(4):
        y, z = 0.42 + row * 0.28, 0.045 - row * 0.03
        shade = (color, PAPER, mix(color, PAPER, 0.6), GRAPHITE)[(row + variation) % 4]
        papers.append(transform(box((0.24, 0.24, 0.02), (0, 0, 0), "matte", shade, skip="-y"), (0, y, z), pitch=-0.25))
    return [
        *poles,
        *papers,
        bevel_box((0.36, 0.02, 0.3), (0, 0, 0), "metal", STEEL, bevel=0.006, base=True),
        skirt(0.34, 0.28, reach=0.14, dark=0.35),
    ]


def totem(color: Color, variation: int) -> Shape:
    """A slim column with a lit face."""
    return [
        bevel_box((0.56, 2.05, 0.14), (0, 0.04, 0), "satin", PAPER, bevel=0.02, base=True),
        box((0.66, 0.04, 0.3), (0, 0, 0), "metal", GRAPHITE, base=True, skip="-y"),
        rect(-0.24, 1.62, 0.48, 0.36, 0.073, "satin", color),
        *[transform(piece, (0, 1.1, 0)) for piece in screen_art(0.46, 0.8, 0.074, color, variation)],
        skirt(0.6, 0.26, reach=0.22, dark=0.45),
    ]


def totem_far(color: Color) -> Shape:
    """A white slab with a coloured head."""
    return [
        box((0.56, 2.05, 0.14), (0, 0.04, 0), "matte", PAPER, base=True, skip="-y +y"),
        rect(-0.24, 1.4, 0.48, 0.6, 0.08, "matte", color),
    ]


FURNITURE: dict[str, Piece] = {
    "counter": Piece(counter, (1.04, 0.54), counter_far, COUNTERS),
    "table": Piece(table, (0.8, 0.8), colored=False),
    "chair": Piece(chair, (0.46, 0.46), blocks=False),
    "stool": Piece(stool, (0.4, 0.4), blocks=False),
    "shelf": Piece(shelf, (0.92, 0.32), variations=SHELVES),
    "screen": Piece(screen, (1.4, 0.42), screen_far, 3),
    "plant": Piece(plant, (0.5, 0.5), plant_far, 2, colored=False),
    "vase": Piece(vase, (0.3, 0.3), colored=False),
    "sofa": Piece(sofa, (1.72, 0.78), sofa_far),
    "display": Piece(display, (0.56, 0.56), display_far, DISPLAYS),
    "brochure": Piece(brochure, (0.36, 0.3)),
    "lightbox": Piece(lightbox, (0.96, 0.12), None, LIGHTBOXES),
    "rollup": Piece(rollup, (0.88, 0.16), rollup_far, ROLLUPS),
    "totem": Piece(totem, (0.66, 0.3), totem_far, 3),
}
"""Every kind of furniture that a layout may name, and what exhibitors bring along."""
