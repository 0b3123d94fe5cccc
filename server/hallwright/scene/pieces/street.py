"""What stands along paths and aisles: benches, bins, lamps, railings, posts, flags, carts, crates, screens."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.lofting import bars, limb, sheet
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shadows import pool, skirt
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, quad, transform
from hallwright.scene.materials import (
    ALUMINIUM,
    BLACK,
    FIRE_RED,
    GRAPHITE,
    LAMINATE,
    OAK,
    PAPER,
    SCREEN,
    STEEL,
    WALNUT,
    WARM,
)
from hallwright.scene.pieces.evening import lit_ground
from hallwright.scene.pieces.market import (
    cart_far,
    chair_at,
    crate,
    crate_far,
    food_cart,
    lantern,
    lantern_far,
    parasol,
    parasol_far,
)
from hallwright.scene.pieces.shelter import prop_kit

Shape = list[Primitive]
Make = Callable[[Color, int], Shape]


def street_prop(kind: str, color: str, variant: int) -> Mesh:
    """The shared mesh of a kind of ``MAKERS`` in a colour. Raises KeyError."""
    near, far = MAKERS[kind]
    return prop_kit(
        f"{kind}/{color}/{variant}", lambda: near(color, variant), (lambda: far(color, variant)) if far else None
    )


def _bench(color: Color, variant: int) -> Shape:
    slats = [bevel_box((1.8, 0.035, 0.1), (0, 0.43, -0.18 + 0.12 * k), "timber", OAK, bevel=0.01) for k in range(4)]
    back = [
        transform(
            bevel_box((1.8, 0.1, 0.03), (0, 0, 0), "timber", OAK, bevel=0.01),
            (0, 0.6 + 0.14 * k, -0.27 - 0.03 * k),
            pitch=-0.2,
        )
        for k in range(3)
    ]
    legs = [
        part
        for x in (-0.72, 0.72)
        for part in (
            bevel_box((0.06, 0.42, 0.5), (x, 0, 0), "matte", GRAPHITE, bevel=0.015, base=True),
            transform(box((0.05, 0.55, 0.04), (0, 0.25, 0), "matte", GRAPHITE), (x, 0.42, -0.24), pitch=-0.2),
        )
    ]
    return [*slats, *back, *legs, skirt(1.7, 0.5, reach=0.3, dark=0.42, filled=True)]


def _bench_far(color: Color, variant: int) -> Shape:
    return [
        box((1.8, 0.08, 0.5), (0, 0.4, 0), "matte", OAK),
        box((1.8, 0.42, 0.05), (0, 0.72, -0.3), "matte", OAK, skip="-y"),
        box((1.5, 0.36, 0.3), (0, 0, 0), "matte", GRAPHITE, base=True, skip="+y -y"),
    ]


def _bin(color: Color, variant: int) -> Shape:
    tones = ("#2F6FA6", "#3E8A4E")
    parts: Shape = []
    for place, tone in enumerate(tones):
        x = -0.26 + 0.52 * place
        parts += [
            bevel_box((0.48, 0.86, 0.42), (x, 0.04, 0), "satin", GRAPHITE, bevel=0.03, base=True),
            box((0.4, 0.52, 0.006), (x, 0.36, 0.212), "matte", tone),
            box((0.3, 0.1, 0.012), (x, 0.76, 0.212), "matte", BLACK),
            bevel_box((0.52, 0.05, 0.46), (x, 0.9, 0), "satin", STEEL, bevel=0.015, base=True),
        ]
    return [*parts, skirt(1.0, 0.42, reach=0.25, dark=0.5)]


def _bin_far(color: Color, variant: int) -> Shape:
    return [box((1.02, 0.94, 0.44), (0, 0, 0), "matte", "#3C5662", base=True, skip="-y")]


def _fire_box(color: Color, variant: int) -> Shape:
    return [
        bevel_box((0.7, 0.9, 0.26), (0, 0.12, 0), "satin", FIRE_RED, bevel=0.02, base=True),
        box((0.58, 0.5, 0.006), (0, 0.66, 0.132), "matte", "#8E1B14"),
        box((0.36, 0.1, 0.01), (0, 0.32, 0.132), "matte", PAPER),
        box((0.1, 0.3, 0.01), (0, 0.66, 0.136), "matte", PAPER),
        box((0.3, 0.1, 0.012), (0, 0.66, 0.136), "matte", PAPER),
        *[box((0.06, 0.12, 0.2), (x, 0, 0), "matte", BLACK, base=True) for x in (-0.28, 0.28)],
        skirt(0.7, 0.26, reach=0.22, dark=0.5, filled=True),
    ]


def _fire_far(color: Color, variant: int) -> Shape:
    return [box((0.7, 1.02, 0.26), (0, 0, 0), "matte", FIRE_RED, base=True, skip="-y")]


def _rope_post(color: Color, variant: int) -> Shape:
    """Two posts and the rope between them, 1.6 m apart."""
    posts = [
        part
        for x in (-0.8, 0.8)
        for part in (
            transform(
                lathe(
                    [
                        (0.17, 0.0),
                        (0.17, 0.015),
                        (0.14, 0.03),
                        (0.024, 0.045),
                        (0.024, 0.9),
                        (0.045, 0.92),
                        (0.045, 0.96),
                        (0.0, 0.99),
                    ],
                    14,
                    "metal",
                    "#D9BE8A",
                ),
                (x, 0, 0),
            ),
            pool(0.26, (x, 0), dark=0.45, segments=10),
        )
    ]
    sag = [(x, 0.86 - 0.22 * (1 - (x / 0.8) ** 2), 0.0) for x in np.linspace(-0.78, 0.78, 9)]
    return [*posts, limb(sag, 0.022, "fabric", color or "#8E1B2A", segments=5, caps=False)]


def _railing(color: Color, variant: int) -> Shape:
    posts = [[(x, 0, 0), (x, 1.06, 0)] for x in (-0.98, 0.98)]
    rails = [[(-1.0, y, 0), (1.0, y, 0)] for y in (0.18, 0.5, 0.78)]
    return [
        bars(posts, 0.03, "metal", STEEL, sides=6),
        bars(rails, 0.014, "metal", ALUMINIUM, sides=5),
        bars([[(-1.0, 1.06, 0), (1.0, 1.06, 0)]], 0.032, "timber", WALNUT, sides=8),
        skirt(2.0, 0.06, reach=0.1, dark=0.3),
    ]


def _railing_far(color: Color, variant: int) -> Shape:
    return [bars([[(-1.0, y, 0), (1.0, y, 0)] for y in (0.5, 1.06)], 0.03, "matte", STEEL, sides=3)]


def _lamp(color: Color, variant: int) -> Shape:
    """A park lamp of 4.6 m with two arms of light."""
    pole = lathe([(0.16, 0.0), (0.16, 0.04), (0.1, 0.12), (0.06, 0.5), (0.045, 4.4), (0.0, 4.42)], 8, "satin", GRAPHITE)
    arms: Shape = []
    for side in (-1, 1):
        arms += [
            bevel_box((0.95, 0.06, 0.16), (side * 0.5, 4.42, 0), "satin", GRAPHITE, bevel=0.02),
            box((0.74, 0.012, 0.11), (side * 0.56, 4.383, 0), "glow", WARM),
        ]
    return [
        pole,
        *arms,
        box((0.3, 0.9, 0.006), (0, 2.9, 0.06), "fabric", color or "#2E7D4F"),
        pool(0.42, dark=0.5),
        lit_ground(7.5, (0, 0), 0.6),
    ]


def _lamp_far(color: Color, variant: int) -> Shape:
    return [
        cylinder(0.07, 4.4, (0, 0, 0), "matte", GRAPHITE, segments=4, base=True, caps=False),
        box((1.9, 0.08, 0.14), (0, 4.42, 0), "matte", GRAPHITE),
        box((1.6, 0.02, 0.11), (0, 4.38, 0), "glow", WARM, skip="+y"),
        lit_ground(7.5, (0, 0), 0.5, plain=True),
    ]


def _flag(color: Color, variant: int) -> Shape:
    """A feather flag with a gentle wave."""
    pole = lathe([(0.2, 0.0), (0.2, 0.03), (0.03, 0.06), (0.025, 4.2), (0.0, 4.22)], 6, "metal", ALUMINIUM)
    us, vs = np.linspace(0, 1, 5), np.linspace(0, 1, 6)
    cloth = [
        [(0.03 + 0.8 * u * (1 - 0.25 * v * v), 1.3 + 2.8 * v, 0.09 * math.sin(3.1 * u + 2.2 * v)) for u in us]
        for v in vs
    ]
    band = [[(x, y, z + 0.004) for x, y, z in row] for row in cloth[1:3]]
    return [pole, sheet(cloth, "fabric", color or "#1F6FB2"), sheet(band, "fabric", PAPER), pool(0.34, dark=0.45)]


def _flag_far(color: Color, variant: int) -> Shape:
    return [quad([(0, 1.3, 0), (0.8, 1.3, 0), (0.6, 4.1, 0), (0, 4.1, 0)], "fabric", color or "#1F6FB2")]


def _table_set(color: Color, variant: int) -> Shape:
    table = [
        cylinder(0.42, 0.03, (0, 0.72, 0), "satin", PAPER, segments=18, base=True),
        lathe([(0.26, 0.0), (0.24, 0.025), (0.035, 0.05), (0.035, 0.72)], 10, "satin", GRAPHITE),
        pool(0.6, dark=0.4),
    ]
    return table + [part for k in range(4) for part in chair_at(k * math.pi / 2 + 0.4, color or "#D8DCDD")]


def _table_far(color: Color, variant: int) -> Shape:
    seat = color or "#B9BEC0"
    back = [(-0.2, 0, 0.78), (0.2, 0, 0.78), (0.2, 0.8, 0.9), (-0.2, 0.8, 0.9)]
    chairs = [transform(quad(back, "fabric", seat), yaw=k * 1.571) for k in range(4)]
    return [cylinder(0.42, 0.05, (0, 0.7, 0), "matte", PAPER, segments=6, base=True), *chairs]


def _bollard(color: Color, variant: int) -> Shape:
    return [
        lathe([(0.13, 0.0), (0.12, 0.03), (0.1, 0.05), (0.1, 0.72)], 12, "satin", GRAPHITE),
        lathe([(0.102, 0.6), (0.102, 0.68)], 12, "glow", WARM),
        lathe([(0.1, 0.72), (0.11, 0.74), (0.08, 0.82), (0.0, 0.84)], 12, "satin", GRAPHITE),
        pool(0.26, dark=0.5, segments=10),
    ]


def _bollard_far(color: Color, variant: int) -> Shape:
    return [cylinder(0.1, 0.84, (0, 0, 0), "matte", GRAPHITE, segments=4, base=True)]


def _screen(color: Color, variant: int) -> Shape:
    """A tall information screen in a slim frame; its picture is plain bands of light."""
    hue = color or "#1F6FB2"
    picture = [
        box((0.86, 1.5, 0.006), (0, 1.2, 0.066), "glow", SCREEN),
        box((0.7, 0.26, 0.004), (0, 1.72, 0.072), "glow", hue),
        *[
            box(
                (0.7 - 0.14 * (k % 3), 0.05, 0.004),
                (-0.07 * (k % 3), 1.44 - 0.12 * k, 0.072),
                "glow",
                mix(hue, PAPER, 0.55),
            )
            for k in range(6)
        ],
    ]
    return [
        bevel_box((1.0, 1.9, 0.12), (0, 0.12, 0), "satin", BLACK, bevel=0.03, base=True),
        *picture,
        bevel_box((1.1, 0.12, 0.5), (0, 0, 0), "satin", GRAPHITE, bevel=0.03, base=True),
        skirt(1.1, 0.5, reach=0.3, dark=0.5),
    ]


def _screen_far(color: Color, variant: int) -> Shape:
    return [
        box((1.0, 2.0, 0.14), (0, 0, 0), "matte", BLACK, base=True, skip="-y"),
        quad(
            [(-0.43, 0.45, 0.08), (0.43, 0.45, 0.08), (0.43, 1.95, 0.08), (-0.43, 1.95, 0.08)],
            "glow",
            color or "#1F6FB2",
        ),
    ]


def _gate(color: Color, variant: int) -> Shape:
    """A turnstile gate with a lit arrow, 1.2 m wide."""
    posts = [bevel_box((0.24, 1.0, 1.3), (x, 0, 0), "satin", LAMINATE, bevel=0.05, base=True) for x in (-0.6, 0.6)]
    tops = [box((0.16, 0.01, 1.1), (x, 1.005, 0), "satin", BLACK) for x in (-0.6, 0.6)]
    wings = [box((0.42, 0.6, 0.03), (x, 0.3, 0), "glass", base=True) for x in (-0.26, 0.26)]
    lights = [box((0.1, 0.14, 0.006), (x, 0.8, 0.652), "glow", "#30C46C") for x in (-0.6, 0.6)]
    return [*posts, *tops, *wings, *lights, *[skirt(0.24, 1.3, (x, 0), reach=0.2, dark=0.5) for x in (-0.6, 0.6)]]


def _gate_far(color: Color, variant: int) -> Shape:
    return [box((0.24, 1.0, 1.3), (x, 0, 0), "matte", LAMINATE, base=True, skip="-y") for x in (-0.6, 0.6)]


MAKERS: dict[str, tuple[Make, Make | None]] = {
    "bench": (_bench, _bench_far),
    "bin": (_bin, _bin_far),
    "fire-box": (_fire_box, _fire_far),
    "rope-post": (_rope_post, None),
    "railing": (_railing, _railing_far),
    "lamp": (_lamp, _lamp_far),
    "flag": (_flag, _flag_far),
    "table-set": (_table_set, _table_far),
    "bollard": (_bollard, _bollard_far),
    "parasol": (parasol, parasol_far),
    "food-cart": (food_cart, cart_far),
    "crate": (crate, crate_far),
    "lantern": (lantern, lantern_far),
    "screen": (_screen, _screen_far),
    "gate": (_gate, _gate_far),
}
"""Kind -> how it looks near, and from afar (None: not seen)."""

VARIED = frozenset({"crate", "parasol"})
"""Kinds that come in three variants."""
