"""A tall electric five-seater with roof rails, clad wheel arches, doors that open, and a battery under its floor.

Wheels are ``wheel-fl``, ``wheel-fr``, ``wheel-rl``, ``wheel-rr`` (pivot at the hub: its height is the radius), below
``steer-…``, of which the front ones steer.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from hallwright.catalogue.bodywork import Bodywork, Skin
from hallwright.catalogue.motorcars import motorcar, plain_car
from hallwright.catalogue.rig import Rig
from hallwright.catalogue.vehicles import BLACK, Car
from hallwright.geometry.lofting import limb
from hallwright.geometry.mesh import Primitive

SKIN = Skin(
    outline=(
        (-2.4, 0.0),
        (-2.385, 0.45),
        (-2.31, 0.79),
        (-2.05, 0.945),
        (-1.4, 0.985),
        (-0.5, 0.965),
        (0.5, 0.96),
        (1.45, 0.98),
        (2.0, 0.94),
        (2.27, 0.79),
        (2.375, 0.45),
        (2.4, 0.0),
    ),
    shoulder=(
        (-2.4, 1.1),
        (-2.0, 1.13),
        (-1.4, 1.125),
        (-0.5, 1.09),
        (0.4, 1.07),
        (1.0, 1.065),
        (1.6, 1.03),
        (2.1, 0.965),
        (2.4, 0.885),
    ),
    cabin=(
        (-2.37, 1.1, 2.8),
        (-2.28, 1.3, 3.0),
        (-2.1, 1.5, 3.3),
        (-1.75, 1.625, 3.5),
        (-1.0, 1.685, 3.6),
        (-0.2, 1.7, 3.6),
        (0.3, 1.65, 3.4),
        (0.75, 1.42, 3.0),
        (1.2, 1.055, 2.7),
    ),
    axles=(-1.4, 1.45),
    wheel=0.385,
    arch=0.435,
    low=0.26,
    waist=0.75,
    barrel=0.28,
    rake=(0.08, 0.13),
    crown=0.06,
)
CAR = Car(
    skin=SKIN,
    color="#6F8C7F",
    track=0.85,
    doors=((-0.15, 0.93), (-1.08, -0.15)),
    roof=(-2.02, 0.3),
    bonnet=(1.15, 2.2),
    quarter=-1.95,
    sill=0.37,
    gate=0.68,
    pillar=(39.0, 44.0),
    pillar_color=BLACK,
    roof_color="#6F8C7F",
    cladding=True,
    cover=True,
    spokes=6,
)


def build() -> Rig:
    """The SUV, which opens, steers, and shows what is inside; rails on its roof."""
    rig = motorcar(CAR)
    roof = rig.parts["roof"]
    return replace(rig, parts={**rig.parts, "roof": replace(roof, primitives=[*roof.primitives, *_rails()])})


def far() -> list[Primitive]:
    """Its outline."""
    return [*plain_car(CAR), *_rails(4)]


def _rails(sides: int = 8) -> list[Primitive]:
    """Two rails that stand on the roof at both ends and in the middle."""
    body = Bodywork(SKIN)
    z = np.linspace(-1.85, 0.05, 9)
    parts = []
    for turn in (52.0, 128.0):
        line = body.cabin(z, np.full(z.shape, turn))
        lifted = line + np.array([0.0, 1.0, 0.0]) * np.where((z > -1.8) & (z < 0.0), 0.045, 0.004)[:, None]
        parts.append(limb(lifted, 0.016, "metal" if sides > 4 else "matte", "#A8AFB4", segments=sides))
        if sides > 4:
            foot = np.stack([line[4] - [0, 0.01, 0], lifted[4]])
            parts.append(limb(foot, 0.014, "metal", "#A8AFB4", segments=6))
    return parts
