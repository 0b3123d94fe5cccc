"""A low electric sedan with a fastback roof."""

from __future__ import annotations

from hallwright.catalogue.rig import Rig
from hallwright.catalogue.vehicles import Car, car, car_far
from hallwright.geometry.mesh import Primitive

SHAPE = Car(
    color="#2F6FA8",
    hull=(
        (-2.40, 0.38, 0.78, 0.72),
        (-2.28, 0.30, 0.93, 0.86),
        (-1.5, 0.24, 0.98, 0.95),
        (0.0, 0.22, 0.93, 0.965),
        (1.35, 0.24, 0.89, 0.95),
        (2.05, 0.28, 0.80, 0.88),
        (2.33, 0.32, 0.70, 0.76),
        (2.42, 0.38, 0.62, 0.62),
    ),
    cabin=(
        (-2.05, 0.80, 0.97, 0.62),
        (-1.45, 0.80, 1.24, 0.72),
        (-0.65, 0.80, 1.42, 0.77),
        (0.05, 0.80, 1.435, 0.78),
        (0.75, 0.80, 1.24, 0.76),
        (1.45, 0.78, 0.92, 0.70),
    ),
    roof=((-1.42, 1.2, 1.255, 0.5), (-0.9, 1.3, 1.405, 0.55), (-0.2, 1.36, 1.46, 0.57), (0.22, 1.34, 1.42, 0.54)),
    axles=(-1.42, 1.45),
    wheel=0.345,
    track=0.86,
    lamps=(2.41, 0.555),
    tails=(-2.39, 0.68),
)


def build() -> Rig:
    """Named parts of the sedan."""
    return Rig(car(SHAPE))


def far() -> list[Primitive]:
    """Its outline."""
    return car_far(SHAPE)
