"""Road vehicles: one way to shape a car from a few stations along it.

Front along +Z, wheels on the floor, metres. A body is two lofts: the hull from bumper to bumper and the
cabin of dark glass on it, under a painted roof.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.catalogue.rig import Part
from hallwright.geometry.lofting import limb, loft, spline
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, transform

GLASS, TYRE, RIM, DARK, LAMP, TAIL = "#1A2228", "#1C1D1F", "#C9CED2", "#23282C", "#F4FAFF", "#E0262B"
RING = 28

Station = tuple[float, float, float, float]
"""Along (z), low, high, half width."""


@dataclass(frozen=True, slots=True)
class Car:
    """What makes one car differ from another; stations run from tail to nose."""

    color: str
    hull: tuple[Station, ...]
    cabin: tuple[Station, ...]
    roof: tuple[Station, ...]
    axles: tuple[float, float]
    wheel: float
    track: float
    lamps: tuple[float, float]
    tails: tuple[float, float]


def car(shape: Car) -> dict[str, Part]:
    """Named parts of a car: hull, cabin, wheels, lamps."""
    wheels = [part for z in shape.axles for side in (-1, 1) for part in wheel(shape.wheel, side, side * shape.track, z)]
    cabin = [
        _loft(shape.cabin, 22, "satin", GLASS, 3.0),
        _loft(shape.roof, 18, "paint", shape.color, 2.6),
        *_pillars(shape),
    ]
    return {
        "hull": Part([_loft(shape.hull, 26, "paint", shape.color, 3.4), *_sills(shape), *_arches(shape)]),
        "cabin": Part(cabin),
        "wheels": Part(wheels),
        "lamps": Part(_lamps(shape)),
    }


def car_far(shape: Car) -> list[Primitive]:
    """Hull and cabin in few facets, four plain wheels."""
    wheels = [
        transform(
            cylinder(shape.wheel, 0.2, (0, 0, 0), "matte", TYRE, segments=8),
            (side * shape.track, shape.wheel, z),
            roll=math.pi / 2,
        )
        for z in shape.axles
        for side in (-1, 1)
    ]
    return [
        _loft(shape.hull, 6, "matte", shape.color, 3.4, 10),
        _loft(shape.cabin, 5, "matte", GLASS, 3.0, 8),
        _loft(shape.roof, 4, "matte", shape.color, 2.6, 8),
        *wheels,
    ]


def wheel(radius: float, side: int, x: float, z: float) -> list[Primitive]:
    """A tyre with a five-spoke rim that looks outwards (``side`` -1 or 1)."""
    tyre = [
        (radius * 0.66, -0.11),
        (radius * 0.95, -0.11),
        (radius, -0.07),
        (radius, 0.07),
        (radius * 0.95, 0.11),
        (radius * 0.66, 0.11),
    ]
    spokes = [
        limb(
            [(0, 0.085, 0), (0.64 * radius * math.cos(a), 0.1, 0.64 * radius * math.sin(a))],
            [0.045, 0.03],
            "metal",
            RIM,
            segments=5,
        )
        for a in np.linspace(0, 2 * math.pi, 5, endpoint=False)
    ]
    parts = [
        lathe(tyre, 28, "matte", TYRE),
        cylinder(radius * 0.68, 0.12, (0, 0, 0), "matte", DARK, segments=20),
        lathe([(radius * 0.62, 0.1), (radius * 0.68, 0.12), (radius * 0.7, 0.1)], 24, "metal", RIM),
        *spokes,
        cylinder(0.05, 0.05, (0, 0.1, 0), "metal", RIM, segments=10),
    ]
    return [transform(part, (x, radius, z), roll=-side * math.pi / 2) for part in parts]


def ring(z: float, low: float, high: float, half: float, power: float, count: int = RING) -> NDArray[np.float64]:
    """One upright superelliptic section (count, 3): a box with soft corners."""
    turn = np.linspace(0, 2 * math.pi, count, endpoint=False)
    x = half * np.sign(np.cos(turn)) * np.abs(np.cos(turn)) ** (2 / power)
    y = (low + high) / 2 + (high - low) / 2 * np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** (2 / power)
    return np.stack([x, y, np.full(count, z)], axis=1)


def _loft(
    stations: Sequence[Station], count: int, material: str, color: str, power: float, around: int = RING
) -> Primitive:
    smooth = spline(stations, count)
    return loft([ring(z, low, high, half, power, around) for z, low, high, half in smooth], material, color)


def _sills(shape: Car) -> list[Primitive]:
    """The dark floor pan and the lower bumpers: what lifts the body off the road."""
    tail, nose = shape.hull[0][0], shape.hull[-1][0]
    low = min(low for _, low, _, _ in shape.hull)
    half = max(half for _, _, _, half in shape.hull)
    return [
        bevel_box(
            (2 * half - 0.1, 0.16, nose - tail - 0.5),
            (0, low - 0.02, (nose + tail) / 2),
            "matte",
            DARK,
            bevel=0.04,
            base=True,
        ),
        bevel_box((1.3 * half, 0.12, 0.1), (0, low + 0.06, nose - 0.1), "matte", DARK, base=True),
    ]


def _arches(shape: Car) -> list[Primitive]:
    """Dark round wells behind the wheels, a little proud of the flanks."""
    half = max(half for _, _, _, half in shape.hull)
    return [
        transform(
            cylinder(shape.wheel * 1.14, 0.05, (0, 0, 0), "matte", DARK, segments=28),
            (side * (half - 0.018), shape.wheel * 1.145, z),
            roll=math.pi / 2,
        )
        for z in shape.axles
        for side in (-1, 1)
    ]


def _pillars(shape: Car) -> list[Primitive]:
    """Body-coloured bars over the glass, on both sides, at the middle of the cabin."""
    z, low, high, half = shape.cabin[len(shape.cabin) // 2]
    return [
        limb(
            [
                (side * (half + 0.004), low + 0.1, z),
                (side * (half * 0.93), (low + high) / 2 + 0.1, z - 0.02),
                (side * half * 0.74, high - 0.02, z - 0.03),
            ],
            0.03,
            "satin",
            DARK,
            segments=5,
        )
        for side in (-1, 1)
    ]


def _lamps(shape: Car) -> list[Primitive]:
    """A bar of light at each end, door mirrors, handles."""
    (nose_z, nose_y), (tail_z, tail_y) = shape.lamps, shape.tails
    half = max(half for _, _, _, half in shape.hull)
    parts = [
        bevel_box((1.15 * half, 0.035, 0.06), (0, nose_y, nose_z), "glow", LAMP, bevel=0.01),
        bevel_box((1.25 * half, 0.04, 0.06), (0, tail_y, tail_z), "glow", TAIL, bevel=0.01),
    ]
    for side in (-1, 1):
        parts += [
            bevel_box((0.3, 0.09, 0.12), (side * half * 0.66, nose_y + 0.03, nose_z - 0.07), "glow", LAMP, bevel=0.02),
            bevel_box(
                (0.17, 0.1, 0.1),
                (side * (half + 0.06), shape.cabin[0][1] + 0.14, shape.axles[1] - 0.75),
                "paint",
                shape.color,
                bevel=0.03,
            ),
            *[
                box((0.012, 0.022, 0.17), (side * (half + 0.002), shape.cabin[0][1] - 0.1, z), "metal", RIM)
                for z in (-0.55, 0.4)
            ],
        ]
    return parts
