"""Walls of halls and gardens, a span at a time, in their own frame: x along the wall, the inner face at z = 0
looking along +Z. Openings are (from, to, height) along x."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.colors import Color, linear, mix
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import box, quad, sphere, tint, transform
from hallwright.scene.materials import ALUMINIUM, DAYLIGHT, GRAPHITE, LAMINATE, STEEL

Shape = list[Primitive]
Opening = tuple[float, float, float]
BAY = 2.5


def hall_wall(length: float, height: float, top: float, openings: Sequence[Opening]) -> Shape:
    """The inner face of a hall's outer wall: kick, cladding, metal sheet, clerestory, up to the roof ``top``."""
    bands = _bands(height, top)
    pieces = _face(length, bands, openings)
    low, high = _clerestory(height)
    for x in _bay_lines(length):
        pieces.append(box((0.1, high - low, 0.16), (x, (low + high) / 2, 0.02), "satin", "#E4E8EA", skip="-z"))
        if not _cut(x, openings, 3.5):
            pieces.append(box((0.02, 3.3, 0.012), (x, 1.95, 0.006), "matte", "#AEB6BA", skip="-z -y +y"))
    for y, tall, deep, color in (
        (low, 0.14, 0.22, ALUMINIUM),
        (high, 0.14, 0.22, ALUMINIUM),
        ((low + high) / 2, 0.06, 0.1, "#E4E8EA"),
    ):
        pieces.append(box((length, tall, deep), (0, y, deep / 2), "satin", color, skip="-z -x +x"))
    for y in np.arange(4.6, low - 0.6, 1.15):
        pieces.append(box((length, 0.05, 0.03), (0, float(y), 0.015), "matte", "#C3CBD0", skip="-z -x +x"))
    pieces += [_kick(a, b) for a, b in _between(length, openings)]
    return pieces


def hall_wall_far(length: float, height: float, top: float, openings: Sequence[Opening]) -> Shape:
    """The bands of the face alone."""
    return _face(length, _bands(height, top), openings, coarse=True)


def pilaster(height: float) -> Shape:
    """A steel column before the wall, where a truss comes down on it."""
    return [
        box((0.42, height, 0.36), (0, 0, 0.18), "satin", "#DDE2E4", base=True, skip="-z -y"),
        box((0.5, 0.5, 0.44), (0, 0, 0.2), "matte", GRAPHITE, base=True, skip="-z -y"),
    ]


def pilaster_far(height: float) -> Shape:
    """Its three faces."""
    return [box((0.42, height, 0.36), (0, 0, 0.18), "satin", "#DDE2E4", base=True, skip="-z -y +y")]


def partition(length: float, height: float, thickness: float) -> Shape:
    """A free-standing white wall; seen from both sides and from above."""
    steps = max(1, round(length / BAY))
    pieces: Shape = []
    for facing in (1, -1):
        z = 0.0 if facing > 0 else -thickness
        rows = [(0.0, 0.12, GRAPHITE), (0.12, height / 2, LAMINATE), (height / 2, height, "#F5F6F6")]
        for low, high, color in rows:
            corner = (-length / 2 * facing, low, z)
            pieces.append(_strip(corner, length * facing, high - low, steps, color))
    cap = box((length, 0.05, thickness + 0.04), (0, height + 0.02, -thickness / 2), "metal", ALUMINIUM)
    return [
        *pieces,
        cap,
        *(
            box((0.03, height, thickness), (x, height / 2, -thickness / 2), "satin", LAMINATE, skip="+y -y")
            for x in (-length / 2, length / 2)
        ),
    ]


def glazing(length: float, height: float) -> Shape:
    """A glass wall with slim posts."""
    posts = [box((0.06, height, 0.1), (x, 0, 0), "metal", ALUMINIUM, base=True, skip="-y") for x in _bay_lines(length)]
    rails = [box((length, 0.08, 0.1), (0, y, 0), "metal", ALUMINIUM, skip="-x +x") for y in (0.04, height - 0.04)]
    half = length / 2
    pane = quad([(-half, 0.08, 0), (half, 0.08, 0), (half, height - 0.08, 0), (-half, height - 0.08, 0)], "glass")
    return [*posts, *rails, pane]


def railing(length: float, height: float) -> Shape:
    """Steel posts, a handrail and two lower bars."""
    posts = [box((0.05, height, 0.05), (x, 0, 0), "metal", STEEL, base=True, skip="-y") for x in _bay_lines(length)]
    bars = [
        box((length, 0.04, 0.04), (0, height * share, 0), "metal", STEEL, skip="-x +x") for share in (0.35, 0.68, 1.0)
    ]
    return [*posts, *bars]


def fence(length: float, height: float) -> Shape:
    """Timber posts and boards with gaps between."""
    count = max(2, round(length / 0.3))
    boards = [
        box(
            (0.2, height - 0.1, 0.03),
            ((i + 0.5) * length / count - length / 2, 0.08, 0.03),
            "timber",
            mix("#A07B52", "#7A563A", (i * 0.37) % 1),
            base=True,
            skip="-y",
        )
        for i in range(count)
    ]
    rails = [
        box((length, 0.08, 0.05), (0, height * share, -0.01), "timber", "#7A563A", skip="-x +x")
        for share in (0.25, 0.8)
    ]
    return [*boards, *rails]


def hedge(length: float, height: float) -> Shape:
    """A clipped hedge of soft, slightly uneven bushes."""
    count = max(1, round(length / 1.1))
    bushes: Shape = []
    for i in range(count):
        x = (i + 0.5) * length / count - length / 2
        wide = length / count * 0.72
        bush = sphere(
            (wide, height * 0.56, 0.48 + 0.05 * (i % 3)), (x, height * 0.48, 0), "foliage", segments=8, rings=5
        )
        bushes.append(tint(bush, mix("#3F7A3C", "#6FA04F", (i * 0.41) % 1)))
    body = box((length, height * 0.8, 0.7), (0, 0, 0), "foliage", "#3F7A3C", base=True, skip="-y")
    return [body, *bushes]


def plain(length: float, height: float, thickness: float, material: str, color: Color) -> Shape:
    """A far form: one box without its underside."""
    return [box((length, height, thickness), (0, 0, -thickness / 2), material, color, base=True, skip="-y")]


def door_frame(width: float, height: float, color: Color) -> Shape:
    """Jambs and a lintel before an opening ``width`` wide about x = 0."""
    jambs = [
        box((0.14, height + 0.14, 0.5), (x, 0, -0.12), "satin", color, base=True, skip="-y")
        for x in (-width / 2 - 0.07, width / 2 + 0.07)
    ]
    return [*jambs, box((width, 0.14, 0.5), (0, height + 0.07, -0.12), "satin", color, skip="-x +x")]


def daylight(width: float, height: float) -> Shape:
    """The bright outdoors behind an open door: sky over a sunlit forecourt."""
    z = -0.7
    rows = [
        (0.0, "#D8D6CC"),
        (height * 0.3, "#EDEFEA"),
        (height * 0.34, "#DDEBDF"),
        (height * 0.5, "#EAF4FB"),
        (height, "#CFE6F8"),
    ]
    pieces = []
    for (low, first), (high, second) in pairwise(rows):
        strip = quad(
            [
                (-width / 2 - 0.6, low, z),
                (width / 2 + 0.6, low, z),
                (width / 2 + 0.6, high + 0.02, z),
                (-width / 2 - 0.6, high + 0.02, z),
            ],
            "glow",
        )
        ends = np.array([[*linear(c), 1] for c in (first, first, second, second)], np.float32)
        pieces.append(Primitive("glow", strip.positions, strip.normals, strip.indices, ends))
    floor = quad(
        [(-width / 2, 0.003, 0), (width / 2, 0.003, 0), (width / 2, 0.003, z), (-width / 2, 0.003, z)],
        "glow",
        "#E6E4DA",
    )
    return [*pieces, floor]


def glass_doors(width: float, height: float) -> Shape:
    """Glass leaves, slid open to both sides, under a glazed transom."""
    leaf, sill = width * 0.2, min(height - 0.5, 2.8)
    pieces: Shape = []
    for hand in (-1, 1):
        for i in range(2):
            x = hand * (width / 2 - leaf * (i + 0.5) * 0.9)
            pieces.append(
                quad(
                    [
                        (x - leaf / 2, 0.05, 0.02 + 0.06 * i),
                        (x + leaf / 2, 0.05, 0.02 + 0.06 * i),
                        (x + leaf / 2, sill, 0.02 + 0.06 * i),
                        (x - leaf / 2, sill, 0.02 + 0.06 * i),
                    ],
                    "glass",
                )
            )
            for side in (-leaf / 2, leaf / 2):
                pieces.append(
                    box((0.05, sill, 0.05), (x + side, 0, 0.02 + 0.06 * i), "metal", ALUMINIUM, base=True, skip="-y")
                )
    pieces.append(box((width, 0.16, 0.14), (0, sill + 0.08, 0.03), "metal", ALUMINIUM, skip="-x +x"))
    if height - sill > 0.4:
        pieces.append(
            quad(
                [
                    (-width / 2, sill + 0.16, 0),
                    (width / 2, sill + 0.16, 0),
                    (width / 2, height, 0),
                    (-width / 2, height, 0),
                ],
                "glass",
            )
        )
        pieces += [
            box((0.06, height - sill - 0.16, 0.08), (x, (height + sill + 0.16) / 2, 0.02), "metal", ALUMINIUM)
            for x in np.arange(-width / 2 + 1.5, width / 2 - 0.5, 1.5)
        ]
    return pieces


def leaf_doors(width: float, height: float, color: Color) -> Shape:
    """Two closed leaves with push bars."""
    pieces: Shape = []
    for hand in (-1, 1):
        x = hand * width / 4
        pieces.append(
            box((width / 2 - 0.02, height - 0.02, 0.05), (x, 0, -0.02), "satin", color, base=True, skip="-y -z")
        )
        pieces.append(box((width / 2 - 0.3, 0.07, 0.06), (x, 1.02, 0.05), "metal", STEEL, base=True))
        pieces.append(
            quad(
                [(x - 0.12, 1.5, 0.008), (x + 0.12, 1.5, 0.008), (x + 0.12, 1.95, 0.008), (x - 0.12, 1.95, 0.008)],
                "glow",
                "#CFE3EE",
            )
        )
    return pieces


def shutter(width: float, height: float) -> Shape:
    """A closed roller shutter."""
    slats = [
        box((width, 0.16, 0.04), (0, float(y), -0.02), "metal", "#AEB6BA", base=True, skip="-z -x +x -y")
        for y in np.arange(0, height - 0.1, 0.2)
    ]
    half = width / 2
    return [
        quad([(-half, 0, -0.03), (half, 0, -0.03), (half, height, -0.03), (-half, height, -0.03)], "matte", "#8E979C"),
        *slats,
    ]


def _clerestory(height: float) -> tuple[float, float]:
    return height * 0.66, height * 0.87


def _bands(height: float, top: float) -> list[tuple[float, float, str, Color]]:
    """(from, to, material, colour) up the wall."""
    low, high = _clerestory(height)
    return [
        (0.0, 3.6, "satin", "#F0F2F2"),
        (3.6, 3.85, "matte", "#9FB2BE"),
        (3.85, low, "matte", "#DCE2E6"),
        (low, high, "glow", DAYLIGHT),
        (high, top, "matte", "#E6EAEC"),
    ]


def _face(
    length: float, bands: Sequence[tuple[float, float, str, Color]], openings: Sequence[Opening], coarse: bool = False
) -> Shape:
    """The bands as patches, cut along the openings, without the patches inside them."""
    half = length / 2
    steps = np.linspace(-half, half, 2 if coarse else max(2, round(length / BAY) + 1))
    xs = np.unique(np.round(np.concatenate([steps, *[[a, b] for a, b, _ in openings]]), 4))
    cuts = {0.0, *(high for _, high, _, _ in bands), *(height for *_, height in openings)}
    ys = np.array(sorted(cuts if coarse else cuts | {0.5, 1.6, 6.0, 8.0}))
    patches: dict[str, list[tuple[list[tuple[float, float, float]], list[tuple[float, float, float, float]]]]] = {}
    for low, high in pairwise(ys):
        middle_y = (low + high) / 2
        material, color = next(band[2:] for band in bands if band[0] <= middle_y <= band[1])
        shades = [_shade(color, y, bands[-1][1], material) for y in (low, low, high, high)]
        for left, right in pairwise(xs):
            if not any(a < (left + right) / 2 < b and middle_y < tall for a, b, tall in openings):
                patch = [(left, low, 0.0), (right, low, 0.0), (right, high, 0.0), (left, high, 0.0)]
                patches.setdefault(material, []).append((patch, shades))
    return [_patches(material, found) for material, found in patches.items()]


def _patches(
    material: str, found: list[tuple[list[tuple[float, float, float]], list[tuple[float, float, float, float]]]]
) -> Primitive:
    positions = np.array([patch for patch, _ in found], np.float32).reshape(-1, 3)
    colors = np.array([shades for _, shades in found], np.float32).reshape(-1, 4)
    normals = np.tile(np.array([0, 0, 1], np.float32), (len(positions), 1))
    triangles = (np.arange(len(found))[:, None, None] * 4 + [[0, 1, 2], [0, 2, 3]]).reshape(-1, 3).astype(np.uint32)
    return Primitive(material, positions, normals, triangles, colors)


def _shade(color: Color, y: float, top: float, material: str) -> tuple[float, float, float, float]:
    """Occlusion of a tall wall: darker where it meets the floor and under the roof."""
    light = 1.0 if material == "glow" else min(0.8 + y * 0.14, 1.0) * min(0.72 + (top - y) * 0.1, 1.0)
    red, green, blue = linear(color)
    return red * light, green * light, blue * light, 1.0


def _strip(corner: tuple[float, float, float], along: float, tall: float, steps: int, color: Color) -> Primitive:
    from hallwright.geometry.shapes import grid

    return grid(corner, (along, 0, 0), (0, tall, 0), steps, 1, "satin", color)


def _bay_lines(length: float) -> NDArray[np.float64]:
    return np.linspace(-length / 2, length / 2, max(2, round(length / BAY) + 1))


def _between(length: float, openings: Sequence[Opening]) -> list[tuple[float, float]]:
    """The stretches of a span that no opening cuts."""
    edges = [-length / 2, *(x for a, b, _ in sorted(openings) for x in (a, b)), length / 2]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > 0.05]


def _kick(left: float, right: float) -> Primitive:
    return transform(
        box((right - left, 0.22, 0.03), (0, 0, 0), "matte", GRAPHITE, base=True, skip="-z -y"),
        ((left + right) / 2, 0, 0.015),
    )


def _cut(x: float, openings: Sequence[Opening], below: float) -> bool:
    return any(a - 0.05 <= x <= b + 0.05 for a, b, _ in openings)
