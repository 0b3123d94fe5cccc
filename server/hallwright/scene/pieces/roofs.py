"""Roofs and walls of the market: tiled slopes with raised eaves, stepped gables in the manner of Anhui villages."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.lofting import bars, panels, sheet
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import box, quad

Shape = list[Primitive]
TILE, RIDGE, PLASTER, WOOD, LACQUER = "#4A5056", "#2E3338", "#F1EEE6", "#6B4630", "#7E2A22"


def tiled(width: float, depth: float, eaves: float, ridge: float, *, over: float = 0.5, lift: float = 0.22) -> Shape:
    """A double-pitched roof along X: concave slopes whose eaves rise toward the corners, tile rows, a ridge."""
    slopes: Shape = []
    us = np.linspace(-1, 1, 9)
    for side in (1, -1):
        rows = []
        for t in (0.0, 0.35, 0.7, 1.0):
            z = side * (depth / 2 + over) * (1 - t)
            y = eaves + (ridge - eaves) * t**1.25
            corner = lift * np.abs(us) ** 3 * (1 - t)
            xs = us * (width / 2 + over * (1 - 0.3 * t)) * side
            rows.append([(float(x), float(y + c), float(z)) for x, c in zip(xs, corner, strict=True)])
        slopes.append(sheet(rows, "matte", TILE))
        slopes.append(sheet([[(x, y - 0.05, z) for x, y, z in row[::-1]] for row in rows], "timber", WOOD))
        slopes.append(_rolls(width + over * 1.6, depth / 2 + over, eaves, ridge, side))
    top = [box((width + over * 1.2, 0.16, 0.2), (0, ridge, 0), "matte", RIDGE, base=True)]
    ends = [
        quad(
            [
                (x, ridge + 0.02, -0.1),
                (x, ridge + 0.02, 0.1),
                (x + s * 0.35, ridge + 0.45, 0.05),
                (x + s * 0.35, ridge + 0.45, -0.05),
            ],
            "fabric",
            RIDGE,
        )
        for s in (-1, 1)
        for x in (s * (width / 2 + over * 0.4),)
    ]
    return [*slopes, *top, *ends]


def tiled_far(width: float, depth: float, eaves: float, ridge: float, over: float = 0.5) -> Shape:
    """The same slopes as two quads and two gables."""
    x, z = width / 2 + over, depth / 2 + over
    return [
        quad([(-x, eaves, z), (x, eaves, z), (x, ridge, 0), (-x, ridge, 0)], "matte", TILE),
        quad([(x, eaves, -z), (-x, eaves, -z), (-x, ridge, 0), (x, ridge, 0)], "matte", TILE),
    ]


def _rolls(width: float, run: float, eaves: float, ridge: float, side: int) -> Primitive:
    """Round tiles in rows down a slope."""
    xs = np.arange(-width / 2 + 0.25, width / 2, 0.5)
    ends = [
        [
            (float(x), eaves + 0.03, side * run * 0.995),
            (float(x), eaves + (ridge - eaves) * 0.72**1.25 + 0.03, side * run * 0.28),
        ]
        for x in xs
    ]
    return bars(ends, 0.06, "matte", mix(TILE, RIDGE, 0.55), sides=3)


def stepped_gable(x: float, depth: float, low: float, high: float, thick: float = 0.28) -> Shape:
    """A white end wall that climbs in steps, each capped with dark tiles: a horse-head wall."""
    steps = ((0.5, low), (0.34, low + (high - low) * 0.5), (0.17, high))
    parts: Shape = []
    for share, top in steps:
        half = depth * share
        parts.append(box((thick, top, 2 * half), (x, 0, 0), "matte", PLASTER, base=True, skip="-y"))
        parts.append(box((thick + 0.24, 0.1, 2 * half + 0.3), (x, top, 0), "matte", RIDGE, base=True))
        parts.append(box((thick + 0.08, 0.12, 2 * half + 0.12), (x, top + 0.1, 0), "matte", TILE, base=True))
        for side in (-1, 1):
            z = side * (half + 0.15)
            parts.append(
                quad(
                    [
                        (x - 0.2, top + 0.08, z - 0.3 * side),
                        (x + 0.2, top + 0.08, z - 0.3 * side),
                        (x + 0.16, top + 0.38, z + 0.12 * side),
                        (x - 0.16, top + 0.38, z + 0.12 * side),
                    ],
                    "fabric",
                    RIDGE,
                )
            )
    return parts


def stepped_far(x: float, depth: float, low: float, high: float, thick: float = 0.28) -> Shape:
    """Three plain steps with dark caps."""
    parts: Shape = []
    for share, top in ((0.5, low), (0.17, high)):
        parts.append(box((thick, top, 2 * depth * share), (x, 0, 0), "matte", PLASTER, base=True, skip="-y +y"))
        parts.append(
            box((thick + 0.2, 0.2, 2 * depth * share + 0.2), (x, top, 0), "matte", RIDGE, base=True, skip="-y")
        )
    return parts


def awning(
    width: float, depth: float, low: float, high: float, z: float, color: Color, *, stripe: float = 0.5
) -> Shape:
    """A striped cloth awning that falls forward from (z, high) to (z + depth, low), with a scalloped edge."""
    count = max(3, round(width / stripe) | 1)
    edges = np.linspace(-width / 2, width / 2, count + 1)
    panes = []
    for x0, x1 in zip(edges[:-1], edges[1:], strict=True):
        front, middle = z + depth, (x0 + x1) / 2
        panes.append([(x0, low, front), (x1, low, front), (x1, high, z), (x0, high, z)])
        panes.append([(x0, low - 0.16, front), (middle, low - 0.26, front), (x1, low - 0.16, front), (x1, low, front)])
        panes.append([(x0, low - 0.16, front), (x1, low, front), (x0, low, front), (x0, low, front)])
    return [panels(panes, "fabric", [color] * 3 + ["#F6F1E6"] * 3)]


def lattice(
    width: float, low: float, high: float, x: float, z: float, color: Color = WOOD, *, step: float = 0.3
) -> Primitive:
    """A timber lattice screen in the plane z, as window or valance."""
    ends: list[Sequence[Sequence[float]]] = []
    for u in np.linspace(-width / 2, width / 2, max(2, round(width / step) + 1)):
        ends.append([(x + float(u), low, z), (x + float(u), high, z)])
    for v in np.linspace(low, high, max(2, round((high - low) / step) + 1)):
        ends.append([(x - width / 2, float(v), z), (x + width / 2, float(v), z)])
    return bars(ends, 0.022, "timber", color)
