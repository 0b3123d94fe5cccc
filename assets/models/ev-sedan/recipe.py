"""A low electric sedan with a fastback roof of glass, doors that open, and a flat battery under its floor.

Wheels are ``wheel-fl``, ``wheel-fr``, ``wheel-rl``, ``wheel-rr`` (pivot at the hub: its height is the radius), below
``steer-…``, of which the front ones steer.
"""

from __future__ import annotations

from hallwright.catalogue.bodywork import Skin
from hallwright.catalogue.motorcars import motorcar, plain_car
from hallwright.catalogue.rig import Rig
from hallwright.catalogue.vehicles import Car
from hallwright.geometry.mesh import Primitive

SKIN = Skin(
    outline=(
        (-2.43, 0.0),
        (-2.405, 0.42),
        (-2.3, 0.74),
        (-2.0, 0.905),
        (-1.42, 0.962),
        (-0.6, 0.945),
        (0.5, 0.94),
        (1.45, 0.958),
        (2.0, 0.9),
        (2.27, 0.72),
        (2.39, 0.4),
        (2.43, 0.0),
    ),
    shoulder=(
        (-2.43, 0.985),
        (-2.1, 1.0),
        (-1.5, 0.99),
        (-0.6, 0.945),
        (0.4, 0.915),
        (1.1, 0.905),
        (1.7, 0.84),
        (2.15, 0.75),
        (2.43, 0.665),
    ),
    cabin=(
        (-2.24, 0.99, 2.5),
        (-1.8, 1.14, 2.6),
        (-1.2, 1.32, 2.8),
        (-0.5, 1.435, 3.0),
        (0.05, 1.46, 3.0),
        (0.45, 1.39, 2.9),
        (0.9, 1.185, 2.7),
        (1.35, 0.9, 2.5),
    ),
    axles=(-1.42, 1.45),
    wheel=0.345,
    arch=0.395,
)
CAR = Car(
    skin=SKIN,
    color="#2F6FA8",
    track=0.835,
    doors=((-0.12, 0.98), (-1.1, -0.12)),
    roof=(-1.15, 0.3),
    bonnet=(1.28, 2.22),
    quarter=-1.3,
)


def build() -> Rig:
    """The sedan, which opens, steers, and shows what is inside."""
    return motorcar(CAR)


def far() -> list[Primitive]:
    """Its outline."""
    return plain_car(CAR)
