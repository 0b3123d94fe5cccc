"""Market stalls: striped roof, counter on three sides, six kinds of wares. Own frame: front along +Z."""

from __future__ import annotations

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.lofting import bars
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import box, cylinder, lathe, quad, sphere, transform
from hallwright.scene.pieces.cloth import lamp
from hallwright.scene.pieces.roofs import WOOD, awning
from hallwright.scene.pieces.shelter import pavilion_kit

Shape = list[Primitive]
GOODS = 6


def stall(color: str, height: float, goods: int) -> Mesh:
    """A market stall of 3 × 3 m with one of ``GOODS`` kinds of wares."""
    return pavilion_kit(
        f"stall/{color}/{height:g}/{goods}",
        lambda: _stall(color, height, goods),
        lambda: _stall_far(color, height, goods),
        depth=2.8,
        eaves=height - 0.1,
    )


def _stall(color: Color, height: float, goods: int) -> Shape:
    """Four posts, a striped roof, a counter on three sides, wares, and a cloth behind."""
    top = height
    posts = bars(
        [[(x, 0, z), (x, top - (0.1 if z > 0 else -0.15), z)] for x in (-1.36, 1.36) for z in (-1.3, 1.3)],
        0.05,
        "timber",
        WOOD,
    )
    front = [
        box((2.7, 0.82, 0.06), (0, 0, 1.2), "timber", "#A87B4F", base=True, skip="-y"),
        box((2.84, 0.06, 0.8), (0, 0.86, 0.98), "timber", "#C49A69", base=True),
        box((2.7, 0.36, 0.03), (0, 0.4, 1.245), "fabric", color, base=True),
        box((0.06, 0.82, 1.3), (-1.32, 0, 0.5), "timber", "#A87B4F", base=True, skip="-y"),
        box((0.06, 0.82, 1.3), (1.32, 0, 0.5), "timber", "#A87B4F", base=True, skip="-y"),
    ]
    behind = [
        quad(
            [(-1.36, 0.5, -1.3), (1.36, 0.5, -1.3), (1.36, top - 0.1, -1.3), (-1.36, top - 0.1, -1.3)],
            "fabric",
            mix(color, "#2B211C", 0.55),
        ),
        box((2.4, 0.9, 0.4), (0, 0, -1.05), "timber", "#8A6140", base=True, skip="-y -z"),
    ]
    roof = [*awning(3.1, 1.75, top - 0.12, top + 0.42, -0.1, color, stripe=0.44), *_lean(top, color)]
    lamps = [part for x in (-1.0, 1.0) for part in lamp(x, top - 0.62, 1.35)]
    board = [box((1.9, 0.42, 0.05), (0, top - 0.86, 1.33), "timber", "#3A2A22", base=True)]
    return [
        posts,
        *front,
        *behind,
        *roof,
        *lamps,
        *board,
        *_wares(goods),
        skirt(2.8, 2.7, reach=0.5, dark=0.5, filled=True),
    ]


def _lean(top: float, color: Color) -> Shape:
    """The roof's rear slope."""
    return [
        quad(
            [(1.55, top + 0.1, -1.5), (-1.55, top + 0.1, -1.5), (-1.55, top + 0.42, -0.1), (1.55, top + 0.42, -0.1)],
            "fabric",
            mix(color, "#F6F1E6", 0.35),
        )
    ]


def _wares(goods: int) -> Shape:
    """Tea tins, steamers, fruit, baskets, fans or pots, in a row on the counter and on the shelf behind."""
    y, parts = 0.92, []
    tones = (
        ("#2E7D4F", "#D9A93F"),
        ("#C9A36A", "#8A5B3A"),
        ("#E4572E", "#F2B134"),
        ("#B98B54", "#9C6B43"),
        ("#C8261C", "#F1EEE6"),
        ("#3B6E8F", "#E7E2D6"),
    )[goods % GOODS]
    for k in range(6):
        x, tone = -1.1 + 0.44 * k, tones[k % 2]
        kind = goods % 3
        if kind == 0:
            parts += [
                cylinder(0.11, 0.26, (x, y, 1.0), "satin", tone, segments=8, base=True),
                cylinder(0.11, 0.2, (x + 0.06, y, 0.74), "satin", tones[(k + 1) % 2], segments=8, base=True),
            ]
        elif kind == 1:
            parts += [
                cylinder(0.19, 0.12, (x, y + 0.13 * level, 0.95), "timber", tone, segments=10, base=True)
                for level in range(1 + k % 3)
            ]
        else:
            parts.append(lathe([(0.14, 0.0), (0.2, 0.14), (0.17, 0.14)], 8, "timber", "#B98B54"))
            parts[-1] = transform(parts[-1], (x, y, 0.96))
            parts += [
                sphere(0.075, (x + dx, y + 0.15, 0.96 + dz), "satin", tone, segments=6, rings=4)
                for dx, dz in ((-0.07, 0.04), (0.07, 0.02), (0.0, -0.08))
            ]
    shelf = [
        box(
            (0.3, 0.3 + 0.1 * (k % 2), 0.24),
            (-0.9 + 0.6 * k, 0.9, -1.05),
            "satin",
            tones[k % 2],
            base=True,
            skip="-y -z",
        )
        for k in range(4)
    ]
    return [*parts, *shelf]


def _stall_far(color: Color, height: float, goods: int) -> Shape:
    pale = mix(color, "#F6F1E6", 0.4)
    return [
        quad(
            [
                (-1.55, height - 0.12, 1.65),
                (1.55, height - 0.12, 1.65),
                (1.55, height + 0.42, -0.1),
                (-1.55, height + 0.42, -0.1),
            ],
            "fabric",
            pale,
        ),
        quad(
            [
                (1.55, height + 0.1, -1.5),
                (-1.55, height + 0.1, -1.5),
                (-1.55, height + 0.42, -0.1),
                (1.55, height + 0.42, -0.1),
            ],
            "fabric",
            pale,
        ),
        box((2.8, 0.92, 0.9), (0, 0, 0.9), "matte", "#A87B4F", base=True, skip="-y"),
        quad(
            [(-1.36, 0.0, -1.3), (1.36, 0.0, -1.3), (1.36, height, -1.3), (-1.36, height, -1.3)],
            "fabric",
            mix(color, "#2B211C", 0.55),
        ),
        bars([[(x, 0, 1.3), (x, height, 1.3)] for x in (-1.36, 1.36)], 0.05, "matte", WOOD, sides=3),
    ]
