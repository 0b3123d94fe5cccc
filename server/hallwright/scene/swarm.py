"""A drone show worked out: where each drone is in each picture, and when. Metres in the show's frame: its middle on the
ground, Y up, +Z towards the audience.

Drones stand on pads, rise, fly one picture after another and land where they began. Between two pictures all fly
straight and together, and no two ways cross (geometry/assigning.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.assigning import assigned
from hallwright.geometry.spreading import spread
from hallwright.layout.model import Show
from hallwright.scene.formations import PICTURES, Cloud, Turn

LOWEST = 12.0  # metres that a picture stays above the ground
RISING, LANDING, REST = 0.075, 0.085, 0.02  # shares of the show: take-off, landing, on the pads before and after
WIDE = 0.62  # height of a picture at most, as a share of the width of its place
ENOUGH = 8  # candidates for each drone that are looked at
HELD = 0.55  # share of a picture's time that it is held
PAD = 0.15  # metres of a pad
PAD_LIGHT = (0.25, 0.5, 0.6)


@dataclass(frozen=True, slots=True, eq=False)
class Swarm:
    """``places`` (k, n, 3) metres and ``colors`` (k, n, 3) 0…1 of n drones in k formations, the pads first and last.
    Each is reached at ``arrives`` and left at ``leaves`` (k,) seconds; ``turns`` says about which axis, at ``height``
    metres, it turns once meanwhile."""

    places: NDArray[np.float64]
    colors: NDArray[np.float64]
    arrives: NDArray[np.float64]
    leaves: NDArray[np.float64]
    turns: tuple[Turn, ...]
    height: float

    def turned(self, formation: int, angle: float) -> NDArray[np.float64]:
        """(n, 3): a formation turned by ``angle`` radians about its axis, if it has one."""
        x, y, z = self.places[formation].T
        cos, sin = float(np.cos(angle)), float(np.sin(angle))
        match self.turns[formation]:
            case "upright":
                return np.stack([cos * x + sin * z, y, cos * z - sin * x], axis=1)
            case "facing":
                up = y - self.height
                return np.stack([cos * x - sin * up, sin * x + cos * up + self.height, z], axis=1)
        here: NDArray[np.float64] = self.places[formation]
        return here


def ease(share: float) -> float:
    """From 0 to 1, slow at both ends."""
    return float(share**3 * (share * (share * 6 - 15) + 10))


def swarm_of(show: Show) -> Swarm:
    """The drones of a show of drones."""
    return _swarm(show.count, show.size, show.height, show.duration)


@lru_cache(maxsize=8)
def _swarm(count: int, size: tuple[float, float], height: float, duration: float) -> Swarm:
    pads = _pads(count, size)
    reach = min(size[0] * WIDE, 2.0 * max(4.0, height - LOWEST))
    pictures = [_picture(picture.make(), count, size[0], reach, height) for picture in PICTURES]
    places, colors = [pads], [np.tile(PAD_LIGHT, (count, 1))]
    for points, hues in pictures:
        order = assigned(places[-1], points)
        places.append(points[order])
        colors.append(hues[order])
    arrives, leaves = _times(len(pictures), duration)
    home = assigned(places[-1], pads)
    turns: tuple[Turn, ...] = ("none", *(picture.turn for picture in PICTURES), "none")
    return Swarm(
        np.stack([*places, pads[home]]), np.stack([*colors, colors[0]]), arrives, leaves, turns, height,
    )  # fmt: skip


def _picture(cloud: Cloud, count: int, width: float, reach: float, height: float) -> Cloud:
    """As many of the candidates as there are drones, as large as fits."""
    points, colors = cloud
    if len(points) < count:
        copies = -(-count // len(points))
        points = np.concatenate([points + 0.02 * k for k in range(copies)])
        colors = np.concatenate([colors] * copies)
    some = np.unique(np.linspace(0, len(points) - 1, min(len(points), ENOUGH * count)).astype(np.intp))
    chosen = some[spread(points[some], count)]
    points, colors = points[chosen], colors[chosen]
    middle = (points.max(axis=0) + points.min(axis=0)) / 2
    span = np.ptp(points, axis=0)
    factor = min(width / max(span[0], 1e-6), reach / max(span[1], 1e-6))
    return (points - middle) * factor + np.array([0.0, height, 0.0]), colors


def _pads(count: int, size: tuple[float, float]) -> NDArray[np.float64]:
    """Rows on the ground, as square as the place allows."""
    columns = max(1, min(count, round(float(np.sqrt(count * size[0] / size[1])))))
    rows = -(-count // columns)
    step = min(size[0] / columns, size[1] / rows, 3.0)
    k = np.arange(count)
    x, z = (k % columns - (columns - 1) / 2) * step, (k // columns - (rows - 1) / 2) * step
    return np.stack([x, np.full(count, PAD), z], axis=1)


def _times(pictures: int, duration: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    begin, end = REST + RISING, 1.0 - REST - LANDING
    slot = (end - begin) / (pictures - 1 + HELD)
    arrives = np.array([0.0, *(begin + slot * k for k in range(pictures)), 1.0 - REST])
    leaves = np.array([REST, *(begin + slot * (k + HELD) for k in range(pictures)), 1.0])
    return arrives * duration, leaves * duration
