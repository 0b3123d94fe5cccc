"""Island stands: seven architectures, each as near and far shapes and the panels that carry the name."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import bevel_box, box, cylinder, grid, quad, transform
from hallwright.scene.materials import ALUMINIUM, BLACK, GRAPHITE, OAK, PAPER, STEEL, WARM
from hallwright.scene.pieces.flats import rect
from hallwright.scene.pieces.stand_plans import Block, StandPlan, curve_points
from hallwright.scene.pieces.stands import Panel, Structure, cables, floor, led, portal, portal_far, ring

Shape = list[Primitive]


def structure(size: tuple[float, float], height: float, color: Color, ceiling: float, plan: StandPlan) -> Structure:
    """The whole stand but its furniture."""
    stand = Structure(size, height, color, ceiling, plan)
    floor(stand)
    _ARCHITECTURES[plan.architecture](stand)
    return stand


def _tower(stand: Structure) -> None:
    """A tall clad tower with screens, a desk-high plinth of colour, a ring hung over the stand."""
    block, h = stand.plan.blocks["tower"], stand.height
    material, color = stand.clad()
    stand.solid(block, h, "satin", PAPER)
    foot = Block(block.x, block.z, block.w + 0.06, block.d + 0.06)
    stand.near.append(
        stand.turned(box((foot.w, 2.7, foot.d), (0, 0.02, 0), material, color, base=True, skip="-y"), foot)
    )
    stand.far.append(
        stand.turned(box((foot.w, 2.7, foot.d), (0, 0.02, 0), material, color, base=True, skip="-y +y"), foot)
    )
    slats = np.arange(-foot.w / 2 + 0.12, foot.w / 2, 0.24)
    stand.near += [
        box(
            (0.05, 2.6, 0.05),
            (foot.x + float(x), 0.06, foot.z + foot.d / 2 + 0.02),
            material,
            mix(color, PAPER, 0.12),
            base=True,
            skip="-y -z",
        )
        for x in slats
    ]
    crown = box((block.w + 0.1, 0.5, block.d + 0.1), (block.x, h - 0.5, block.z), "satin", stand.color, base=True)
    stand.near.append(crown)
    stand.far.append(crown)
    front = block.z + block.d / 2
    led(stand, block.x, 1.75, front + 0.09, min(block.w * 0.78, 2.8), min(block.w * 0.44, 1.5), 0.0, stand.plan.seed)
    for yaw, (x, z), wide in (
        (0.0, (block.x, front + 0.06), block.w),
        (math.pi, (block.x, block.z - block.d / 2 - 0.06), block.w),
        (math.pi / 2, (block.x + block.w / 2 + 0.06, block.z), block.d),
        (-math.pi / 2, (block.x - block.w / 2 - 0.06, block.z), block.d),
    ):
        stand.panels.append(Panel((x, h - 0.25, z), yaw, (wide * 0.94, 0.4)))
    ring(stand, min(stand.size) * 0.34, max(h + 0.9, 6.2), 1.25, (-block.x * 0.35, 0.0))


def _arches(stand: Structure) -> None:
    """Three portal frames, each a little lower, with light lines inside; a wall of screens at the back."""
    w, d = stand.size
    thick = 0.4
    for i, z in enumerate((-0.36, 0.0, 0.36)):
        high = stand.height * (1 - 0.09 * i)
        color = stand.color if i == 2 else PAPER if i == 1 else mix(stand.color, PAPER, 0.55)
        stand.near += portal(w * 0.92, high, thick, 0.5, z * d, color, glow=True)
        stand.far += portal_far(w * 0.92, high, thick, 0.5, z * d, color)
        for side in (-1, 1):
            stand.near.append(skirt(thick, 0.5, (side * (w * 0.46 - thick / 2), z * d), reach=0.3, dark=0.4, lift=0.02))
    front = stand.height * 0.82 - thick / 2
    stand.panels.append(Panel((0, front, 0.36 * d + 0.26), 0.0, (w * 0.6, 0.34)))
    stand.panels.append(Panel((0, stand.height - thick / 2, -0.36 * d - 0.26), math.pi, (w * 0.6, 0.34)))
    wall = stand.plan.blocks["wall"]
    stand.solid(wall, stand.height * 0.78, *stand.clad())
    led(
        stand,
        0,
        stand.height * 0.44,
        wall.z + 0.26,
        wall.w * 0.82,
        min(stand.height * 0.5, wall.w * 0.5),
        0.0,
        stand.plan.seed,
    )


def _deck(stand: Structure) -> None:
    """Two storeys: a glazed room below, a terrace with a glass rail above, a stair at the side."""
    w, d = stand.size
    storey, thick = 3.0, 0.32
    z0, z1 = -d * 0.46, d * 0.14
    slab = box((w * 0.94, thick, z1 - z0), (0, storey, (z0 + z1) / 2), "satin", PAPER, base=True)
    band = box(
        (w * 0.94 + 0.04, thick * 0.8, 0.04), (0, storey + 0.03, z1 + 0.02), "satin", stand.color, base=True, skip="-z"
    )
    stand.near += [slab, band]
    stand.far += [slab, band]
    for name, block in stand.plan.blocks.items():
        if name.startswith("post"):
            stand.solid(block, storey, "satin", PAPER)
    _glass_room(stand, stand.plan.blocks["room"], storey)
    _stair(stand, stand.plan.blocks["stair"], storey + thick)
    _rail(stand, w * 0.94, z0, z1, storey + thick)
    top = storey + thick
    for x in (-0.3, 0.05, 0.3):
        table = [
            cylinder(0.4, 0.03, (x * w, top + 0.72, (z0 + z1) / 2), "satin", PAPER, segments=10, base=True),
            box((0.05, 0.72, 0.05), (x * w, top, (z0 + z1) / 2), "metal", STEEL, base=True, skip="-y +y"),
        ]
        seats = [
            box((0.42, 0.45, 0.42), (x * w + s * 0.75, top, (z0 + z1) / 2), "satin", stand.color, base=True, skip="-y")
            for s in (-1, 1)
        ]
        stand.near += [*table, *seats]
    stand.panels.append(Panel((0, storey + thick / 2, z1 + 0.05), 0.0, (w * 0.6, thick * 0.74)))
    ring(stand, min(w, d) * 0.26, max(stand.height + 1.4, 7.0), 1.1, (0.0, -d * 0.12))


def _glass_room(stand: Structure, block: Block, height: float) -> None:
    """A meeting room: glass on three sides, a clad wall at the back, a table inside."""
    x, z, w, d = block.x, block.z, block.w, block.d
    for yaw, wide, out in ((0.0, w, d / 2), (math.pi / 2, d, w / 2), (-math.pi / 2, d, w / 2)):
        at = (x + math.sin(yaw) * out, 0.0, z + math.cos(yaw) * out)
        pane = quad([(-wide / 2, 0.02, 0), (wide / 2, 0.02, 0), (wide / 2, height, 0), (-wide / 2, height, 0)], "glass")
        band = rect(-wide / 2, 1.05, wide, 0.14, 0.012, "satin", mix(stand.color, PAPER, 0.7))
        spots = np.linspace(-wide / 2, wide / 2, max(2, round(wide / 1.5) + 1))
        posts = [
            box((0.06, height, 0.06), (px, 0.014, 0), "satin", PAPER, base=True, skip="-y +y")
            for px in (spots if yaw else spots[1:-1])  # the sides bring the front's corners
        ]
        stand.near += [transform(piece, at, yaw) for piece in (pane, band, *posts)]
    back = Block(x, z - d / 2, w, 0.12)
    stand.solid(back, height, *stand.clad())
    stand.near += [
        box((w * 0.5, 0.05, d * 0.34), (x, 0.72, z), "timber", OAK),
        box((w * 0.3, 0.72, 0.08), (x, 0, z), "matte", GRAPHITE, base=True),
        skirt(w * 0.5, d * 0.34, (x, z), reach=0.4, dark=0.3, filled=True, lift=0.02),
    ]
    stand.far.append(transform(rect(-w / 2, 0, w, height, 0, "satin", "#C9D8DC"), (x, 0, z + d / 2)))


def _stair(stand: Structure, block: Block, height: float) -> None:
    """A straight stair that climbs towards the back."""
    steps = 14
    for i in range(steps):
        y = (i + 1) * height / steps
        z = block.z + block.d / 2 - (i + 0.5) * block.d / steps
        stand.near.append(
            box((block.w, 0.05, block.d / steps + 0.04), (block.x, y - 0.05, z), "timber", OAK, base=True)
        )
    for side in (-1, 1):
        x = block.x + side * block.w / 2
        rail = quad(
            [
                (x, 0.1, block.z + block.d / 2),
                (x, height + 0.1, block.z - block.d / 2),
                (x, height + 1.0, block.z - block.d / 2),
                (x, 1.0, block.z + block.d / 2),
            ],
            "glass",
        )
        stand.near.append(rail)
    slope = quad(
        [
            (-block.w / 2, 0, block.d / 2),
            (block.w / 2, 0, block.d / 2),
            (block.w / 2, height, -block.d / 2),
            (-block.w / 2, height, -block.d / 2),
        ],
        "timber",
        OAK,
    )
    stand.far.append(transform(slope, (block.x, 0, block.z)))


def _rail(stand: Structure, width: float, z0: float, z1: float, y: float) -> None:
    for (ax, az), (bx, bz) in (
        ((-width / 2, z1), (width / 2, z1)),
        ((width / 2, z1), (width / 2, z0)),
        ((-width / 2, z0), (-width / 2, z1)),
    ):
        stand.near.append(quad([(ax, y, az), (bx, y, bz), (bx, y + 0.95, bz), (ax, y + 0.95, az)], "glass"))
        size = (abs(bx - ax) + 0.05, 0.05, abs(bz - az) + 0.05)
        stand.near.append(box(size, ((ax + bx) / 2, y + 0.97, (az + bz) / 2), "metal", ALUMINIUM))


def _curve(stand: Structure) -> None:
    """A wall that sweeps round the stand and rises as it goes, with a long screen inside its bend."""
    w, d = stand.size
    line = [(stand.plan.hand * x, z) for x, z in curve_points(w, d, 17)]
    rise = [0.45 + 0.55 * (i / 16) ** 0.8 for i in range(17)]
    stand.near += _sweep_wall(line, [r * stand.height for r in rise], 0.26, stand.color, PAPER)
    inner = [(x * 0.9, z * 0.9) for x, z in line]
    stand.near += _sweep_wall(inner, [0.9 + 0.0 * r for r in rise], 0.2, *reversed((PAPER, stand.clad()[1])))
    stand.far += _sweep_wall(line[::4], [r * stand.height for r in rise[::4]], 0.26, stand.color, PAPER)
    for (ax, az), (bx, bz) in zip(line, line[1:], strict=False):
        yaw = -math.atan2(bz - az, bx - ax)
        patch = skirt(math.dist((ax, az), (bx, bz)), 0.3, reach=0.4, dark=0.3, lift=0.02)
        stand.near.append(transform(patch, ((ax + bx) / 2, 0, (az + bz) / 2), yaw))
    led(stand, 0, stand.height * 0.5, -d * 0.375, w * 0.42, min(w * 0.22, stand.height * 0.42), 0.0, stand.plan.seed)
    stand.panels.append(Panel((0, stand.height * 0.5, -d * 0.45), math.pi, (w * 0.4, 0.7)))
    ring(stand, min(w, d) * 0.3, max(stand.height + 1.2, 6.8), 1.2)


def _sweep_wall(
    line: Sequence[tuple[float, float]], heights: Sequence[float], thick: float, out: Color, inside: Color
) -> Shape:
    """Upright quads along a line: one colour outside, one inside, a cap on top."""
    outer = [(x * (1 + thick / max(math.hypot(x, z), 1)), z * (1 + thick / max(math.hypot(x, z), 1))) for x, z in line]
    pieces: Shape = []
    flip = line[0][0] > line[-1][0]
    for i in range(len(line) - 1):
        a, b, c, d = line[i], line[i + 1], outer[i + 1], outer[i]
        ha, hb = heights[i], heights[i + 1]
        faces = [
            [(a[0], 0.014, a[1]), (b[0], 0.014, b[1]), (b[0], hb, b[1]), (a[0], ha, a[1])],
            [(c[0], 0.014, c[1]), (d[0], 0.014, d[1]), (d[0], ha, d[1]), (c[0], hb, c[1])],
            [(a[0], ha, a[1]), (b[0], hb, b[1]), (c[0], hb, c[1]), (d[0], ha, d[1])],
        ]
        for face, color in zip(faces, (inside, out, out), strict=True):
            pieces.append(quad(face[::-1] if flip else face, "satin", color))
    for i, j in ((0, 1), (len(line) - 1, 0)):
        a, d, h = line[i], outer[i], heights[i]
        ends = [(d[0], 0.014, d[1]), (a[0], 0.014, a[1]), (a[0], h, a[1]), (d[0], h, d[1])]
        pieces.append(quad(ends if bool(j) != flip else ends[::-1], "satin", out))
    return pieces


def _glasshouse(stand: Structure) -> None:
    """A thin white roof on slim columns, a glazed room in one corner, timber slats and warm lamps."""
    w, d = stand.size
    under = min(stand.height - 0.45, 3.4)
    roof = bevel_box((w * 0.98, 0.34, d * 0.98), (0, under, 0), "satin", PAPER, bevel=0.05, base=True)
    stand.near += [roof, *(transform(piece, (0, under - 0.01, 0)) for piece in _glow_lines(w, d))]
    stand.far.append(box((w * 0.98, 0.34, d * 0.98), (0, under, 0), "satin", PAPER, base=True))
    edge = box((w * 0.985, 0.1, d * 0.985), (0, under + 0.02, 0), "satin", stand.color, base=True, skip="-y +y")
    stand.near.append(edge)
    stand.far.append(edge)
    for name, block in stand.plan.blocks.items():
        if name.startswith("post"):
            stand.solid(block, under, "satin", PAPER)
    _glass_room(stand, stand.plan.blocks["room"], under)
    slats = stand.plan.blocks["slats"]
    for x in np.arange(-slats.w / 2, slats.w / 2 + 0.01, 0.22):
        stand.near.append(
            box((0.07, under, 0.2), (slats.x + float(x), 0.014, slats.z), "timber", OAK, base=True, skip="-y +y")
        )
    stand.far.append(stand.turned(rect(-slats.w / 2, 0, slats.w, under, 0, "timber", OAK), slats))
    sign_z = d * 0.49 + 0.03
    for yaw, wide, out in (
        (0.0, w, sign_z),
        (math.pi, w, sign_z),
        (math.pi / 2, d, w * 0.49 + 0.03),
        (-math.pi / 2, d, w * 0.49 + 0.03),
    ):
        board = box((wide * 0.5, 0.62, 0.06), (0, under + 0.34, 0), "satin", stand.color, base=True)
        at = (math.sin(yaw) * (out - 0.12), 0.0, math.cos(yaw) * (out - 0.12))
        stand.near.append(transform(board, at, yaw))
        stand.far.append(transform(rect(-wide / 4, under + 0.34, wide / 2, 0.62, 0.03, "satin", stand.color), at, yaw))
        stand.panels.append(
            Panel((at[0] + math.sin(yaw) * 0.04, under + 0.65, at[2] + math.cos(yaw) * 0.04), yaw, (wide * 0.48, 0.54))
        )


def _glow_lines(w: float, d: float) -> Shape:
    lines = []
    for x in np.linspace(-w * 0.36, w * 0.36, 4):
        a, b = float(x) - 0.05, float(x) + 0.05
        lines.append(quad([(a, 0, -d * 0.42), (b, 0, -d * 0.42), (b, 0, d * 0.42), (a, 0, d * 0.42)], "glow", WARM))
    return lines


def _cube(stand: Structure) -> None:
    """A cube of screens hung over the stand, a round stage below it, fins at the corners."""
    w, d = stand.size
    side = min(w, d) * 0.36
    tall, low = side * 0.62, max(3.6, stand.height - 0.8)
    stand.near.append(bevel_box((side, tall, side), (0, low, 0), "matte", BLACK, bevel=0.06, base=True))
    stand.far.append(box((side, tall, side), (0, low, 0), "matte", BLACK, base=True))
    for i, yaw in enumerate((0.0, math.pi / 2, math.pi, -math.pi / 2)):
        out = side / 2 - 0.02
        led(
            stand,
            math.sin(yaw) * out,
            low + tall * 0.4,
            math.cos(yaw) * out,
            side * 0.9,
            tall * 0.62,
            yaw,
            stand.plan.seed + i,
        )
        stand.panels.append(
            Panel(
                (math.sin(yaw) * (out + 0.05), low + tall * 0.86, math.cos(yaw) * (out + 0.05)),
                yaw,
                (side * 0.9, tall * 0.2),
            )
        )
    cables(stand, [(a * side * 0.4, b * side * 0.4) for a in (-1, 1) for b in (-1, 1)], low + tall)
    disc = cylinder(side * 0.62, 0.03, (0, 0.012, 0), "satin", stand.color, segments=28, base=True)
    stand.near.append(disc)
    for name, block in stand.plan.blocks.items():
        if name.startswith("fin"):
            stand.solid(block, 2.5, "satin", stand.color if name.endswith("1") and not name.endswith("-1") else PAPER)
    stand.solid(stand.plan.blocks["store"], 2.8, *stand.clad())
    store = stand.plan.blocks["store"]
    stand.panels.append(Panel((store.x, 2.2, store.z - store.d / 2 - 0.02), math.pi, (store.w * 0.8, 0.6)))
    stand.panels.append(Panel((store.x, 2.2, store.z + store.d / 2 + 0.02), 0.0, (store.w * 0.8, 0.6)))


def _pergola(stand: Structure) -> None:
    """Timber posts and beams, hanging lamps and greenery, one clad wall."""
    w, d = stand.size
    high = min(stand.height, 3.4)
    for name, block in stand.plan.blocks.items():
        if name.startswith("post"):
            stand.solid(block, high, "timber", OAK)
    for z in (-d * 0.43, d * 0.43):
        beam = box((w * 0.98, 0.26, 0.14), (0, high, z), "timber", OAK, base=True)
        stand.near.append(beam)
        stand.far.append(beam)
    for x in np.linspace(-w * 0.46, w * 0.46, max(5, round(w / 0.8))):
        rib = box(
            (0.08, 0.18, d * 0.98), (float(x), high + 0.26, 0), "timber", mix(OAK, PAPER, 0.15), base=True, skip="-y"
        )
        stand.near.append(rib)
    stand.far.append(
        grid(
            (-w * 0.46, high + 0.35, d * 0.49),
            (w * 0.92, 0, 0),
            (0, 0, -d * 0.98),
            1,
            1,
            "timber",
            mix(OAK, PAPER, 0.4),
        )
    )
    for x, z in ((-0.22, 0.15), (0.2, 0.1), (0.0, -0.15)):
        lamp = [
            cylinder(
                0.2,
                0.2,
                (x * w, high - 0.75, z * d),
                "satin",
                stand.color,
                segments=10,
                base=True,
                top_radius=0.06,
                caps=False,
            ),
            cylinder(0.12, 0.02, (x * w, high - 0.74, z * d), "glow", WARM, segments=8),
            box((0.015, 0.6, 0.015), (x * w, high - 0.5, z * d), "matte", BLACK, base=True, skip="-y +y"),
        ]
        stand.near += lamp
    wall = stand.plan.blocks["wall"]
    stand.solid(wall, high - 0.3, "satin", stand.color)
    stand.panels.append(Panel((0, high * 0.68, wall.z + 0.14), 0.0, (wall.w * 0.8, 0.7)))
    stand.panels.append(Panel((0, high * 0.68, wall.z - 0.14), math.pi, (wall.w * 0.8, 0.7)))
    board = box((w * 0.5, 0.5, 0.06), (0, high + 0.3, d * 0.49), "satin", stand.color, base=True)
    stand.near.append(board)
    stand.far.append(board)
    stand.panels.append(Panel((0, high + 0.55, d * 0.49 + 0.04), 0.0, (w * 0.48, 0.42)))


_ARCHITECTURES: dict[str, Callable[[Structure], None]] = {
    "tower": _tower,
    "arches": _arches,
    "deck": _deck,
    "curve": _curve,
    "glasshouse": _glasshouse,
    "cube": _cube,
    "pergola": _pergola,
}
