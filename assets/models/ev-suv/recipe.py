"""A tall five-seater with roof rails."""

from __future__ import annotations

from hallwright.catalogue.rig import Part, Rig
from hallwright.catalogue.vehicles import Car, car, car_far
from hallwright.geometry.lofting import limb
from hallwright.geometry.mesh import Primitive

SHAPE = Car(
    color="#D9DEE0",
    hull=(
        (-2.38, 0.42, 0.95, 0.80),
        (-2.26, 0.34, 1.06, 0.92),
        (-1.5, 0.28, 1.09, 0.98),
        (0.0, 0.27, 1.08, 0.985),
        (1.45, 0.28, 1.05, 0.97),
        (2.05, 0.32, 0.99, 0.92),
        (2.32, 0.36, 0.88, 0.84),
        (2.40, 0.42, 0.78, 0.74),
    ),
    cabin=(
        (-2.28, 0.95, 1.10, 0.74),
        (-2.02, 0.95, 1.46, 0.78),
        (-1.2, 0.95, 1.63, 0.81),
        (0.0, 0.95, 1.66, 0.82),
        (0.65, 0.95, 1.50, 0.80),
        (1.25, 0.93, 1.10, 0.76),
    ),
    roof=((-2.06, 1.46, 1.52, 0.62), (-1.5, 1.55, 1.665, 0.66), (-0.4, 1.58, 1.70, 0.67), (0.22, 1.55, 1.64, 0.64)),
    axles=(-1.4, 1.45),
    wheel=0.385,
    track=0.87,
    lamps=(2.39, 0.70),
    tails=(-2.37, 0.86),
)


def build() -> Rig:
    """Named parts of the SUV, rails included."""
    rails = [
        limb(
            [(side * 0.6, 1.60, -1.7), (side * 0.6, 1.72, -1.45), (side * 0.6, 1.73, -0.2), (side * 0.6, 1.63, 0.1)],
            0.022,
            "metal",
            "#A8AFB4",
            segments=6,
        )
        for side in (-1, 1)
    ]
    return Rig({**car(SHAPE), "rails": Part(rails)})


def far() -> list[Primitive]:
    """Its outline."""
    return car_far(SHAPE)
