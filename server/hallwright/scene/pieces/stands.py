"""What all island stands are made with: solid blocks, floors, lit screens, and what hangs from the trusses.

Own frame: front +Z, the floor's middle at the origin.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.polygons import rounded_rectangle
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import bevel_box, box, extrude, grid, quad, transform
from hallwright.scene.materials import BLACK, GRAPHITE, OAK, PAPER, STEEL, WALNUT
from hallwright.scene.pieces.flats import rect, screen_art
from hallwright.scene.pieces.stand_plans import Block, StandPlan

Shape = list[Primitive]


@dataclass(frozen=True, slots=True)
class Panel:
    """Where a name or a picture goes: centre, yaw, size; ``lit`` shines, ``ink`` is light on the colour."""

    at: tuple[float, float, float]
    yaw: float
    size: tuple[float, float]
    on_color: bool = True
    lit: bool = False


@dataclass(slots=True)
class Structure:
    """A stand under construction."""

    size: tuple[float, float]
    height: float
    color: Color
    ceiling: float
    plan: StandPlan
    near: Shape = field(default_factory=list)
    far: Shape = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)

    @property
    def warm(self) -> bool:
        """Half of the stands are clad in timber, the others in graphite."""
        return self.plan.seed >> 7 & 1 == 0

    def clad(self) -> tuple[str, Color]:
        """The second material of the stand."""
        return ("timber", OAK if self.plan.seed >> 8 & 1 else WALNUT) if self.warm else ("satin", GRAPHITE)

    def solid(self, block: Block, height: float, material: str, color: Color, base: float = 0.014) -> None:
        """A block as a bevelled box near, a plain one afar, with its contact shadow."""
        body = bevel_box((block.w, height - base, block.d), (0, base, 0), material, color, bevel=0.03, base=True)
        plain = box((block.w, height - base, block.d), (0, base, 0), material, color, base=True, skip="-y")
        self.near += [
            self.turned(body, block),
            self.turned(skirt(block.w, block.d, reach=0.45, dark=0.45, lift=0.02), block),
        ]
        self.far.append(self.turned(plain, block))

    def turned(self, piece: Primitive, block: Block) -> Primitive:
        """A piece made about the origin, put where a block stands."""
        return transform(piece, (block.x, 0, block.z), block.yaw)


def floor(stand: Structure) -> None:
    """A slightly raised floor with a lit or coloured edge."""
    w, d = stand.size
    kinds: Sequence[tuple[str, Color]] = (
        ("carpet", mix(stand.color, "#D9DDDE", 0.78)),
        ("timber", "#CDAA80"),
        ("satin", "#DDE0E0"),
        ("carpet", mix(stand.color, "#5A6166", 0.55)),
    )
    material, color = kinds[(stand.plan.seed >> 9) % len(kinds)]
    x, z, steps = w / 2 - 0.16, d / 2 - 0.16, max(4, round(w / 1.2))
    stand.near.append(grid((-x, 0.014, z), (2 * x, 0, 0), (0, 0, -2 * z), steps, steps, material, color))
    stand.near += _border(w, d, 0.014, "satin", stand.color)
    stand.near.append(skirt(w, d, reach=0.25, dark=0.3, lift=0.006))
    stand.far.append(
        quad(
            [(-w / 2, 0.014, d / 2), (w / 2, 0.014, d / 2), (w / 2, 0.014, -d / 2), (-w / 2, 0.014, -d / 2)],
            material,
            color,
        )
    )


def _border(w: float, d: float, y: float, material: str, color: Color, wide: float = 0.16) -> Shape:
    x, z = w / 2, d / 2
    bars = (
        (0, z - wide / 2, w, wide),
        (0, -z + wide / 2, w, wide),
        (x - wide / 2, 0, wide, d - 2 * wide),
        (-x + wide / 2, 0, wide, d - 2 * wide),
    )
    return [
        grid((cx - bw / 2, y, cz + bd / 2), (bw, 0, 0), (0, 0, -bd), 1, 1, material, color) for cx, cz, bw, bd in bars
    ]


def cables(stand: Structure, points: Sequence[tuple[float, float]], low: float) -> None:
    """Steel cables from a hanging up to the trusses."""
    high = max(stand.ceiling - 1.8, low + 0.5)
    for x, z in points:
        stand.near.append(box((0.02, high - low, 0.02), (x, low, z), "matte", STEEL, base=True, skip="-y +y"))


def led(stand: Structure, x: float, y: float, z: float, width: float, height: float, yaw: float, seed: int) -> None:
    """A lit screen whose picture looks along ``yaw``; the frame is thin and black."""
    art = screen_art(width, height, 0.05, stand.color, seed)
    rim = box((width + 0.1, height + 0.1, 0.08), (0, 0, 0), "matte", BLACK, skip="-z")
    stand.near += [transform(piece, (x, y, z), yaw) for piece in (rim, *art)]
    stand.far.append(
        transform(
            rect(-width / 2, -height / 2, width, height, 0.06, "glow", mix(stand.color, "#0B2238", 0.25)),
            (x, y, z),
            yaw,
        )
    )


def ring(stand: Structure, radius: float, low: float, tall: float, center: tuple[float, float] = (0.0, 0.0)) -> None:
    """A square ring of fabric with rounded corners, hung from the trusses; the name on its four sides."""
    side, cx, cz = radius * 2, *center
    outline = rounded_rectangle(side, side, radius * 0.35, 5)
    inner = rounded_rectangle(side - 0.12, side - 0.12, radius * 0.33, 5)
    band = extrude(outline, tall, "matte", stand.color, holes=[inner], base=low)
    stripe = extrude(outline * 1.004, 0.1, "matte", PAPER, base=low + 0.06, top=False, bottom=False)
    stand.near += [transform(piece, (cx, 0, cz)) for piece in (band, stripe)]
    stand.far.append(box((side, tall, side), (cx, low, cz), "matte", stand.color, base=True, skip="+y -y"))
    stand.far.append(box((-side, tall, -side), (cx, low, cz), "matte", stand.color, base=True, skip="+y -y"))
    reach = radius * 0.6
    cables(stand, [(cx + a * reach, cz + b * (radius - 0.05)) for a in (-1, 1) for b in (-1, 1)], low + tall)
    for yaw in (0.0, math.pi / 2, math.pi, -math.pi / 2):
        at = (cx + math.sin(yaw) * (radius + 0.02), low + tall * 0.56, cz + math.cos(yaw) * (radius + 0.02))
        stand.panels.append(Panel(at, yaw, (side * 0.62, tall * 0.6)))


def portal(width: float, high: float, thick: float, deep: float, z: float, color: Color, glow: bool) -> Shape:
    """A frame with rounded upper corners, standing on its two legs."""
    outer = _doorway(width / 2, high, min(1.0, high * 0.25))
    inner = _doorway(width / 2 - thick, high - thick, min(0.7, high * 0.18))
    frame = transform(
        extrude(np.concatenate([outer, inner[::-1]]), deep, "satin", color, base=-deep / 2), pitch=math.pi / 2
    )
    pieces = [transform(frame, (0, 0, z))]
    if glow:
        edge = _doorway(width / 2 - thick - 0.012, high - thick - 0.012, min(0.7, high * 0.18))
        for a, b in zip(edge, edge[1:], strict=False):
            pieces.append(
                quad(
                    [(a[0], a[1], z - 0.03), (a[0], a[1], z + 0.03), (b[0], b[1], z + 0.03), (b[0], b[1], z - 0.03)],
                    "glow",
                    "#FFFFFF",
                )
            )
    return pieces


def _doorway(half: float, high: float, radius: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Points (x, y) from the right foot over the top to the left foot."""
    turns = np.linspace(0, math.pi / 2, 5)
    right = [(half - radius + radius * math.cos(t), high - radius + radius * math.sin(t)) for t in turns]
    left = [(-x, y) for x, y in reversed(right)]
    return np.array([(half, 0.014), *right, *left, (-half, 0.014)])


def portal_far(width: float, high: float, thick: float, deep: float, z: float, color: Color) -> Shape:
    legs = [
        box((thick, high, deep), (side * (width / 2 - thick / 2), 0, z), "satin", color, base=True, skip="-y +y")
        for side in (-1, 1)
    ]
    return [*legs, box((width - 0.4, thick, deep), (0, high - thick / 2, z), "satin", color, skip="-x +x")]
