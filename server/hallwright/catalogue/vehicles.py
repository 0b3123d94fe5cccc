"""Road vehicles, put together: panels, doors that open, glass, lamps, wheels that turn, and what is inside.

Front along +Z, wheels on the floor, metres. Every wheel is a part, ``wheel-fl`` to ``wheel-rr``, that rolls about X
through its pivot, whose height is the wheel's radius; it hangs from ``steer-fl`` … ``steer-rr``, which carry the
brakes, and of which the front ones steer about Y.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.catalogue.bodywork import Bodywork, Skin, between, mirrored, panel
from hallwright.catalogue.rig import Part, Vector
from hallwright.catalogue.running_gear import brake, wheel
from hallwright.geometry.hulls import Hull
from hallwright.geometry.lofting import limb, sheet
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import box, transform

Points = NDArray[np.float64]
GLASS, BLACK, DARK, LAMP, TAIL, METAL = "#39454C", "#14181B", "#23282C", "#F4FAFF", "#E0262B", "#C9CED2"
GAP = 0.009
CORNERS = {"fl": (1, 1), "fr": (-1, 1), "rl": (1, 0), "rr": (-1, 0)}
SKIN_THICK = 0.035
DOOR_THICK = 0.075


@dataclass(frozen=True, slots=True)
class Car:
    """What makes one car differ from another. ``doors`` are lengths z (rear, front) from the front door on; ``pillar``
    turns (degrees) of the band from bonnet over the roof's side to the tail; ``roof`` z (rear, front) between rear
    glass and windscreen; ``quarter`` where the last side window ends; ``bonnet`` z of its ends; ``gate`` the height
    where the tailgate begins, ``gate_half`` the share of the outline where it ends; ``nose`` and ``tail`` the lengths
    where the ends go round."""

    skin: Skin
    color: str
    track: float
    doors: tuple[tuple[float, float], ...]
    roof: tuple[float, float]
    bonnet: tuple[float, float]
    quarter: float
    sill: float = 0.3
    gate: float = 0.62
    gate_half: float = 0.13
    nose: float = 2.0
    tail: float = -2.0
    pillar: tuple[float, float] = (36.5, 43.8)
    pillar_color: str = ""
    roof_color: str = BLACK
    cladding: bool = False
    spokes: int = 5
    cover: bool = False


class Works:
    """One car's surfaces and the panels on them; every method gives primitives in the model's frame."""

    def __init__(self, car: Car) -> None:
        self.car = car
        self.body = Bodywork(car.skin)

    def wall(
        self, start: float, end: float, low: float = 0.0, rows: int = 7, thick: float = SKIN_THICK
    ) -> list[Primitive]:
        """The left side between two lengths, from ``low`` or the arch to the shoulder."""
        z = self.body.lengths(start, end)
        # Bumpers end higher than sills.
        rear, front = self.car.skin.axles
        ends = np.where(z > front, 0.262, np.where(z < rear, 0.352, low))
        lower, upper = between(z, np.maximum(self.body.low(z), ends), self.body.shoulder(z))
        return panel(self.body.wall, lower, upper, rows, "paint", self.car.color, thick=thick)

    def strip(
        self, start: float, end: float, low: float, high: float, material: str, color: str, *, proud: float = 0.004
    ) -> list[Primitive]:
        """A trim on the left side between two lengths and heights."""
        z = np.linspace(start, end, max(2, round((end - start) / 0.1)) + 1)
        return panel(
            self.body.wall,
            *between(z, low, high),
            2,
            material,
            color,
            proud=proud,
            thick=proud + 0.012,
            lining=(material, color),
        )

    def round(
        self,
        shares: tuple[float, float],
        low: float,
        high: float | None,
        material: str,
        color: str,
        *,
        proud: float = 0.0,
        thick: float = 0.02,
        count: int = 24,
        rows: int = 3,
    ) -> list[Primitive]:
        """A piece of the body by shares of its outline, which may go round the nose (1) or the tail (0)."""
        share = np.linspace(*shares, count + 1)
        top = self._top_at(share) if high is None else high
        return panel(
            self.body.side,
            *between(share, low, top),
            rows,
            material,
            color,
            proud=proud,
            thick=thick,
            lining=(material, color) if proud > 0 else ("matte", "#565D63"),
        )

    def _top_at(self, share: Points) -> Points:
        inside = np.where(share > 1, 2 - share, np.abs(share))
        return self.body.shoulder(self.body.wall_length(inside))

    def pane(
        self,
        start: float,
        end: float,
        low: float,
        high: float,
        material: str,
        color: str,
        *,
        proud: float = 0.0,
        thick: float = 0.0,
        rows: int = 6,
        slant: float = 0.0,
        step: float = 0.07,
    ) -> list[Primitive]:
        """A piece of the cabin between two lengths and two turns; ``slant`` moves its front upper end back."""
        count = max(2, round(abs(end - start) / step))
        lower, _ = between(np.linspace(start, end, count + 1), low, high)
        _, upper = between(np.linspace(start, end - slant, count + 1), low, high)
        return panel(self.body.cabin, lower, upper, rows, material, color, proud=proud, thick=thick)

    def lid(
        self,
        start: float,
        end: float,
        half: float,
        material: str = "paint",
        color: str = "",
        *,
        thick: float = 0.025,
        across: tuple[float, float] | None = None,
        rows: int = 8,
    ) -> list[Primitive]:
        """Bonnet or deck between two lengths, ``half`` the share of its half width."""
        shares = np.linspace(self.body.along(start), self.body.along(end), 22)
        z = self.body.wall_length(shares)
        left, right = across or (half, -half)
        return panel(self.body.top, *between(z, left, right), rows, material, color or self.car.color, thick=thick)

    def well(self, axle: float) -> list[Primitive]:
        """The dark housing over a left wheel."""
        skin, car = self.car.skin, self.car
        turn = np.radians(np.linspace(-8, 188, 16))
        outer = float(self.body.wall(np.array(axle), np.array(skin.wheel + skin.arch))[0]) - 0.012
        rows = [
            [
                (x, skin.wheel + (skin.arch + 0.012) * math.sin(a), axle + (skin.arch + 0.012) * math.cos(a))
                for a in turn
            ]
            for x in (car.track - 0.24, outer)
        ]
        inner = [(car.track - 0.24, skin.wheel, axle)] * 16
        return [sheet(np.array(rows), "matte", BLACK), sheet(np.array([inner, rows[0]]), "matte", BLACK)]

    def lip(self, axle: float, wide: float = 0.055, proud: float = 0.012, color: str = DARK) -> list[Primitive]:
        """Cladding round a left wheel arch."""
        skin = self.car.skin
        turn = np.radians(np.linspace(180, 0, 25))
        drop = np.where((np.arange(25) % 24) == 0, skin.low - skin.wheel, 0.0)
        curves = []
        for radius in (skin.arch, skin.arch + wide):
            y = skin.wheel + radius * np.sin(turn) + drop
            curves.append(np.stack([axle + radius * np.cos(turn), y], axis=-1))
        return panel(
            self.body.wall,
            curves[0],
            curves[1],
            2,
            "matte",
            color,
            proud=proud,
            thick=proud + 0.02,
            lining=("matte", color),
        )


def wheels(car: Car, apart: float = 0.55) -> dict[str, Part]:
    """Eight parts: for each corner what steers and what rolls."""
    parts: dict[str, Part] = {}
    radius = car.skin.wheel
    rolling, braking = wheel(radius, car.spokes, cover=car.cover), brake(radius)
    for corner, (side, front) in CORNERS.items():
        hub = (side * car.track, radius, car.skin.axles[front])
        parts[f"steer-{corner}"] = Part(_at_hub(braking, hub, side), None, hub, apart=(side * apart, 0, 0))
        parts[f"wheel-{corner}"] = Part(
            _at_hub(rolling, hub, side), f"steer-{corner}", hub, apart=(side * apart * 0.6, 0, 0)
        )
    return parts


def _at_hub(parts: Sequence[Primitive], hub: Vector, side: int) -> list[Primitive]:
    return [transform(part, hub, roll=-side * math.pi / 2) for part in parts]


def handle(works: Works, z: float, y: float, length: float = 0.2) -> list[Primitive]:
    """A flush handle on the left side."""
    return works.strip(z - length / 2, z + length / 2, y - 0.013, y + 0.013, "metal", METAL, proud=0.006)


def door_mirror(x: float, y: float, z: float, color: str) -> list[Primitive]:
    """A left mirror on its foot; its glass looks back."""
    levels = (
        (y + 0.02, x + 0.11, z, 0.055, 0.03, 2.4),
        (y + 0.04, x + 0.115, z, 0.085, 0.05, 2.6),
        (y + 0.11, x + 0.115, z - 0.005, 0.09, 0.052, 2.8),
        (y + 0.14, x + 0.11, z - 0.01, 0.06, 0.03, 2.4),
    )
    return [
        Hull(levels).skin(8, 18, "paint", color),
        box((0.14, 0.075, 0.004), (x + 0.115, y + 0.078, z - 0.056), "metal", "#DDE6EA"),
        limb([(x - 0.02, y, z - 0.01), (x + 0.07, y + 0.03, z)], [0.028, 0.02], "satin", BLACK, segments=8),
    ]


def both(parts: Sequence[Primitive]) -> list[Primitive]:
    """On the left and on the right."""
    return [*parts, *mirrored(parts)]


def ring(z: float, low: float, high: float, half: float, power: float, count: int = 28) -> Points:
    """One upright superelliptic section (count, 3): a box with soft corners."""
    turn = np.linspace(0, 2 * math.pi, count, endpoint=False)
    x = half * np.sign(np.cos(turn)) * np.abs(np.cos(turn)) ** (2 / power)
    y = (low + high) / 2 + (high - low) / 2 * np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** (2 / power)
    return np.stack([x, y, np.full(count, z)], axis=1)
