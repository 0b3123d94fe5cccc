"""A board's body in its own frame: front +Z, on the floor: a plinth, a backlit frame, a face that takes the text."""

from __future__ import annotations

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import bevel_box, box, cylinder, transform
from hallwright.layout.board import DEPTH, FOOT, Board
from hallwright.scene.materials import ALUMINIUM, BLACK, GRAPHITE, PAPER
from hallwright.scene.pieces.flats import gradient, rect

Shape = list[Primitive]
FACE = 0.17
"""Metres from the board's middle to its face."""
FRAME = 0.14
HALO = 0.035
TONES: dict[str, tuple[str, str, str]] = {
    "dark": ("#0B1F31", "#FFFFFF", BLACK), "light": ("#F7F9FA", "#16222C", PAPER),
}  # fmt: skip
"""Paper, ink and frame of a style."""


def board_pieces(board: Board) -> Shape:
    """Plinth, body, lit edge, header bar, back with its struts, lamps above."""
    (width, height), (paper, _, frame) = board.size, TONES[board.style]
    return [
        *_plinth(board),
        *_body(board, frame),
        *_lit_edge(width, height, board.color),
        rect(-width / 2, FOOT, width, height, FACE - 0.004, "glow", paper),
        *_back(board),
        *(lamp for side in (-1, -0.34, 0.34, 1) for lamp in _lamp(side * (width / 2 - 0.5), FOOT + height + FRAME)),
        skirt(width + 0.3, DEPTH, reach=0.7, dark=0.55),
    ]


def board_far(board: Board) -> Shape:
    """A slab with its lit face and a coloured foot."""
    (width, height), (paper, _, frame) = board.size, TONES[board.style]
    slab = (width + 2 * FRAME, height + FOOT + FRAME, 2 * FACE - 0.04)
    return [
        box(slab, (0, 0, -0.02), "satin", frame, base=True, skip="-y"),
        rect(-width / 2, FOOT, width, height, FACE - 0.004, "glow", paper),
        box((width + 0.5, 0.26, DEPTH), (0, 0, 0), "satin", board.color, base=True, skip="-y"),
    ]


def _plinth(board: Board) -> Shape:
    """What it stands on: a step in the accent, a steel edge, a line of light along the floor."""
    width = board.size[0]
    return [
        bevel_box((width + 0.5, 0.24, DEPTH), (0, 0.03, 0), "satin", board.color, bevel=0.03, base=True),
        box((width + 0.42, 0.03, DEPTH - 0.08), (0, 0, 0), "matte", GRAPHITE, base=True, skip="-y"),
        box((width + 0.3, 0.02, DEPTH - 0.2), (0, 0.27, 0), "metal", ALUMINIUM, base=True, skip="-y"),
        rect(-width / 2, 0.13, width, 0.025, DEPTH / 2 + 0.003, "glow", mix(board.color, "#FFFFFF", 0.75)),
    ]


def _body(board: Board, frame: Color) -> Shape:
    (width, height), thick = board.size, 2 * FACE - 0.02
    posts = [
        bevel_box((FRAME, height + FOOT + FRAME, thick), (side * (width / 2 + FRAME / 2), 0, 0), "satin", frame,
                  bevel=0.025, base=True)
        for side in (-1, 1)
    ]  # fmt: skip
    beams = [
        bevel_box((width, FRAME, thick), (0, low, 0), "satin", frame, bevel=0.025, base=True)
        for low in (FOOT - FRAME, FOOT + height)
    ]
    return [*posts, *beams, box((width, height, 2 * FACE - 0.06), (0, FOOT, -0.02), "matte", BLACK, base=True)]


def _lit_edge(width: float, height: float, color: Color) -> Shape:
    """A halo: a thin line of light around the face, and a wash of it on the frame."""
    tone, z = mix(color, "#FFFFFF", 0.55), FACE + 0.002
    x, top = width / 2, FOOT + height
    return [
        rect(-x - HALO, FOOT - HALO, width + 2 * HALO, HALO, z, "glow", tone),
        rect(-x - HALO, top, width + 2 * HALO, HALO, z, "glow", tone),
        rect(-x - HALO, FOOT, HALO, height, z, "glow", tone),
        rect(x, FOOT, HALO, height, z, "glow", tone),
    ]


def _back(board: Board) -> Shape:
    """Its back is a wall too: a wave of the accent, and two struts down to the plinth."""
    (width, height), z = board.size, 2 * FACE - 0.02
    deep = mix(board.color, "#0A141C", 0.55)
    art = gradient(-width / 2, FOOT, width, height, 0.0, "matte", deep, board.color, rows=3)
    struts = [
        transform(box((0.06, height * 0.75, 0.05), (0, 0, 0), "metal", ALUMINIUM, base=True), (x, 0.26, -0.32),
                  pitch=0.09)
        for x in (-width * 0.35, width * 0.35)
    ]  # fmt: skip
    return [transform(art, (0, 0, -z / 2 - 0.012), yaw=3.14159265), *struts]


def _lamp(x: float, y: float) -> Shape:
    """A small arm lamp that reaches out over the face."""
    at = (x, y + 0.03, 0.42)
    return [
        box((0.025, 0.025, 0.42), (x, y + 0.05, 0.2), "metal", ALUMINIUM),
        box((0.04, 0.09, 0.05), (x, y - 0.02, 0.02), "metal", ALUMINIUM, base=True),
        transform(cylinder(0.045, 0.14, (0, 0, 0), "matte", BLACK, segments=10), at, pitch=0.5),
        transform(cylinder(0.036, 0.012, (0, -0.072, 0), "glow", "#FFE9C8", segments=10), at, pitch=0.5),
    ]
