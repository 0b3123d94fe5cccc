"""Market stalls: striped roof, counter on three sides, six kinds of wares. Own frame: front along +Z."""

from __future__ import annotations

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.lofting import bars
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import box, cylinder, lathe, quad, sphere, transform
from hallwright.scene.pieces.cloth import lamp
from hallwright.scene.pieces.evening import lit_ground, lit_top, lit_wall
from hallwright.scene.pieces.roofs import WOOD, awning
from hallwright.scene.pieces.shelter import pavilion_kit, prop_kit

Shape = list[Primitive]
TONES = (
    ("#2E7D4F", "#D9A93F"),
    ("#D9B27C", "#A8703F"),
    ("#E4572E", "#F2B134"),
    ("#B3202C", "#E7C36A"),
    ("#C8261C", "#F1EEE6"),
    ("#8FB63F", "#F2C53D"),
)
GOODS = len(TONES)
COUNTER = 0.92
"""Height of the counter's top in metres."""


def stall_frame(height: float) -> Mesh:
    """Posts, counter, shelf, lanterns and name board of a stall of 3 × 3 m; all stalls of a height share it."""
    return pavilion_kit(
        f"stall/{height:g}", lambda: _frame(height), lambda: _frame_far(height), depth=2.8, eaves=height - 0.1
    )


def stall_cloth(color: str, height: float) -> Mesh:
    """A stall's striped roof, the cloth before its counter and the one behind."""
    return pavilion_kit(
        f"stall-cloth/{color}/{height:g}",
        lambda: _cloth(color, height),
        lambda: _cloth_far(color, height),
        depth=2.8,
        eaves=height - 0.1,
    )


def wares(goods: int) -> Mesh:
    """One of ``GOODS`` kinds of wares on counter and shelf; not seen from afar."""
    return prop_kit(f"wares/{goods}", lambda: _wares(goods))


def _frame(height: float) -> Shape:
    ends = [[(x, 0, z), (x, height - (0.1 if z > 0 else -0.15), z)] for x in (-1.36, 1.36) for z in (-1.3, 1.3)]
    counter = [
        box((2.7, 0.82, 0.06), (0, 0, 1.2), "timber", "#A87B4F", base=True, skip="-y"),
        box((2.84, 0.06, 0.8), (0, 0.86, 0.98), "timber", "#C49A69", base=True),
        *[box((0.06, 0.82, 1.3), (x, 0, 0.5), "timber", "#A87B4F", base=True, skip="-y") for x in (-1.32, 1.32)],
        box((2.4, 0.9, 0.4), (0, 0, -1.05), "timber", "#8A6140", base=True, skip="-y -z"),
    ]
    lamps = [part for x in (-1.22, 1.22) for part in lamp(x, height - 0.66, 1.5)]
    board = box((1.9, 0.42, 0.05), (0, height - 0.86, 1.33), "timber", "#3A2A22", base=True)
    return [
        bars(ends, 0.05, "timber", WOOD),
        *counter,
        *lamps,
        board,
        lit_ground(2.6, (0, 1.7), 0.5),
        lit_wall(2.6, 0.7, height - 0.2, -1.27, 0.4),
        lit_top(2.8, 0.8, (0, 0.925, 0.98), 0.3),
        skirt(2.8, 2.7, reach=0.5, dark=0.5, filled=True),
    ]


def _cloth(color: Color, height: float) -> Shape:
    front = box((2.7, 0.36, 0.03), (0, 0.4, 1.245), "fabric", color, base=True)
    behind = _upright(2.72, 0.5, height - 0.1, -1.3, mix(color, "#2B211C", 0.55))
    return [
        front,
        behind,
        *awning(3.1, 1.75, height - 0.12, height + 0.42, -0.1, color, stripe=0.44),
        _lean(height, color),
    ]


def _upright(width: float, low: float, high: float, z: float, color: Color) -> Primitive:
    x = width / 2
    return quad([(-x, low, z), (x, low, z), (x, high, z), (-x, high, z)], "fabric", color)


def _lean(top: float, color: Color) -> Primitive:
    """The roof's rear slope."""
    rear = [(1.55, top + 0.1, -1.5), (-1.55, top + 0.1, -1.5), (-1.55, top + 0.42, -0.1), (1.55, top + 0.42, -0.1)]
    return quad(rear, "fabric", mix(color, "#F6F1E6", 0.35))


def _wares(goods: int) -> Shape:
    """Tins, steamers or baskets of fruit in a row on the counter, boxes on the shelf behind."""
    tones = TONES[goods % GOODS]
    parts: Shape = []
    for place in range(6):
        x, tone, other = -1.1 + 0.44 * place, tones[place % 2], tones[(place + 1) % 2]
        parts += (_tins, _steamers, _basket)[goods % 3](x, tone, other, place)
    for place in range(4):
        size = (0.3, 0.3 + 0.1 * (place % 2), 0.24)
        at = (-0.9 + 0.6 * place, 0.9, -1.05)
        parts.append(box(size, at, "satin", tones[place % 2], base=True, skip="-y -z"))
    return parts


def _tins(x: float, tone: Color, other: Color, place: int) -> Shape:
    return [
        cylinder(0.11, 0.26, (x, COUNTER, 1.0), "satin", tone, segments=8, base=True),
        cylinder(0.11, 0.2, (x + 0.06, COUNTER, 0.74), "satin", other, segments=8, base=True),
    ]


def _steamers(x: float, tone: Color, other: Color, place: int) -> Shape:
    levels = range(1 + place % 3)
    return [cylinder(0.19, 0.12, (x, COUNTER + 0.13 * k, 0.95), "timber", tone, segments=10, base=True) for k in levels]


def _basket(x: float, tone: Color, other: Color, place: int) -> Shape:
    woven = transform(lathe([(0.14, 0.0), (0.2, 0.14), (0.17, 0.14)], 8, "timber", "#B98B54"), (x, COUNTER, 0.96))
    heap = ((-0.07, 0.04), (0.07, 0.02), (0.0, -0.08))
    fruit = [sphere(0.075, (x + dx, COUNTER + 0.15, 0.96 + dz), "satin", tone, segments=6, rings=4) for dx, dz in heap]
    return [woven, *fruit]


def _frame_far(height: float) -> Shape:
    return [
        box((2.8, 0.92, 0.9), (0, 0, 0.9), "matte", "#A87B4F", base=True, skip="-y"),
        bars([[(x, 0, 1.3), (x, height, 1.3)] for x in (-1.36, 1.36)], 0.05, "matte", WOOD, sides=3),
        lit_ground(2.6, (0, 1.7), 0.4, plain=True),
    ]


def _cloth_far(color: Color, height: float) -> Shape:
    low, high = height - 0.12, height + 0.42
    front = [(-1.55, low, 1.65), (1.55, low, 1.65), (1.55, high, -0.1), (-1.55, high, -0.1)]
    behind = _upright(2.72, 0.0, height, -1.3, mix(color, "#2B211C", 0.55))
    return [quad(front, "fabric", mix(color, "#F6F1E6", 0.4)), _lean(height, color), behind]
