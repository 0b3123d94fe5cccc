"""What frames an exhibit: plinths, ropes between posts, label stands, pools of light."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from hallwright.geometry.colors import Color, linear, mix
from hallwright.geometry.lofting import bars, limb
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.polygons import rounded_rectangle
from hallwright.geometry.shadows import pool, skirt
from hallwright.geometry.shapes import bevel_box, box, extrude, lathe, quad, transform
from hallwright.scene.materials import ALUMINIUM, GRAPHITE, PAPER, WARM
from hallwright.scene.pieces.shelter import prop_kit

Shape = list[Primitive]


def plinth(width: float, depth: float, height: float, color: str) -> Mesh:
    """A low plinth with rounded corners, a shadow gap, a lit edge and a rim in the zone's colour."""
    return prop_kit(
        f"plinth/{width:g}x{depth:g}x{height:g}/{color}",
        lambda: _plinth(width, depth, height, color),
        lambda: [box((width, height, depth), (0, 0, 0), "matte", PAPER, base=True, skip="-y")],
        height=height * 0.6,
    )


def rope() -> Mesh:
    """Two posts two metres apart and the rope between them; not seen from afar."""
    return prop_kit("placement-rope", _rope)


def label_stand(color: str) -> Mesh:
    """A slim stand with a slanted board, a metre high; the text is a label on top of it."""
    return prop_kit(f"label-stand/{color}", lambda: _stand(color), lambda: _stand_far(color))


@lru_cache(maxsize=64)
def light_pool(radius: float) -> Mesh:
    """Warm light on the floor around an exhibit; not seen from afar."""
    soft = pool(radius, dark=0.22, segments=28, core=0.45, lift=0.006)
    assert soft.colors is not None
    warm = soft.colors.copy()
    warm[:, :3] = linear(WARM)
    return Mesh(f"light-pool/{radius:g}", (replace(soft, material="light", colors=warm),), ())


def _plinth(width: float, depth: float, height: float, color: Color) -> Shape:
    outline = rounded_rectangle(width, depth, 0.25, 4)
    foot = rounded_rectangle(width - 0.16, depth - 0.16, 0.2, 4)
    if height < 0.15:
        return [extrude(outline, height, "satin", "#D5D9DA", bottom=False), skirt(width, depth, reach=0.4, dark=0.4)]
    return [
        extrude(foot, 0.06, "matte", GRAPHITE, top=False, bottom=False),
        extrude(
            rounded_rectangle(width - 0.1, depth - 0.1, 0.22, 4),
            0.02,
            "glow",
            mix(WARM, PAPER, 0.3),
            base=0.055,
            bottom=False,
        ),
        extrude(outline, height - 0.075, "satin", PAPER, base=0.075, top=False),
        extrude(
            rounded_rectangle(width + 0.02, depth + 0.02, 0.26, 4),
            0.035,
            "satin",
            color,
            base=height - 0.06,
            bottom=False,
            top=False,
        ),
        extrude(outline, 0.006, "satin", "#E3E6E6", base=height - 0.006, bottom=False),
        skirt(width, depth, reach=0.7, dark=0.55),
    ]


def _rope() -> Shape:
    profile = [
        (0.17, 0.0),
        (0.17, 0.015),
        (0.13, 0.03),
        (0.022, 0.045),
        (0.022, 0.92),
        (0.042, 0.94),
        (0.042, 0.98),
        (0.0, 1.0),
    ]
    post = lathe(profile, 10, "metal", ALUMINIUM)
    sag = [(float(x), 0.88 - 0.2 * (1 - float(x) ** 2), 0.0) for x in np.linspace(-1, 1, 9)]
    return [
        transform(post, (-1.0, 0, 0)),
        transform(post, (1.0, 0, 0)),
        limb(sag, 0.02, "fabric", "#263645", segments=4, caps=False),
        pool(0.26, (-1.0, 0), dark=0.45, segments=8),
        pool(0.26, (1.0, 0), dark=0.45, segments=8),
    ]


def _stand(color: Color) -> Shape:
    board = transform(
        bevel_box((1.02, 0.68, 0.03), (0, 0, 0), "satin", GRAPHITE, bevel=0.012), (0, 1.06, 0.15), pitch=-0.95
    )
    return [
        board,
        bevel_box((0.12, 1.0, 0.05), (0, 0, -0.05), "metal", ALUMINIUM, bevel=0.015, base=True),
        bevel_box((0.62, 0.025, 0.42), (0, 0, 0), "satin", GRAPHITE, bevel=0.01, base=True),
        bars([[(-0.5, 1.27, -0.04), (0.5, 1.27, -0.04)]], 0.016, "glow", WARM, sides=5),
        skirt(0.62, 0.42, reach=0.25, dark=0.45),
    ]


def _stand_far(color: Color) -> Shape:
    return [
        quad([(-0.5, 0.86, 0.42), (0.5, 0.86, 0.42), (0.5, 1.26, -0.12), (-0.5, 1.26, -0.12)], "matte", color),
        box((0.1, 1.0, 0.06), (0, 0, -0.05), "matte", GRAPHITE, base=True, skip="-y +y"),
    ]
