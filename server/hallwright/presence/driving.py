"""How vehicles follow one another on a lane: the intelligent driver model, and what nothing may break.

The rule of this file: nobody drives through anybody. Whatever the model wants, a vehicle advances at most to where the
one ahead, or a person on the lane, leaves room; it would rather stop at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.presence.lanes import Lane

GATHER = 1.6  # m/s²: how it gathers speed
BRAKE = 2.4  # m/s²: how it likes to brake
HARDEST = 8.0  # m/s²: how it can brake
DISTANCE = 2.0  # metres between standing vehicles
HEADWAY = 1.2  # seconds to the one ahead
BERTH = 1.5  # metres left before a person
FREE = 1e3  # metres: nothing ahead

Floats = NDArray[np.float64]


@dataclass(slots=True)
class Row:
    """The vehicles of a lane in driving order: ``place`` of their middles (m along), ``speed``, ``gain`` (m/s²) of the
    last step, and their ``length`` (m). Each follows the next; the last follows the first, a lap on."""

    lane: Lane
    length: Floats
    place: Floats
    speed: Floats
    gain: Floats

    @classmethod
    def parked(cls, lane: Lane, length: Floats, start: float = 0.0) -> Row:
        """All standing, with the same room between them, from ``start`` metres on."""
        room = (lane.length - float(length.sum())) / max(1, len(length))
        ends = np.cumsum(length + room)
        place = np.mod(start + ends - length / 2, lane.length)
        return cls(lane, length, place, np.zeros(len(length)), np.zeros(len(length)))

    def step(self, seconds: float, people: Floats, rate: float) -> None:
        """One step; ``people`` (ascending) are metres along of those on the lane. ``rate`` scales the speed they
        want; at 0 they come to a stand."""
        ahead, nearing = self._ahead(people)
        wanted = self.lane.limits[np.minimum(self.place.astype(np.intp), len(self.lane.limits) - 1)] * rate
        gain = self._gain(wanted, ahead, nearing)
        speed = np.maximum(0.0, self.speed + gain * seconds)
        room = np.maximum(0.0, ahead.min(axis=0))
        way = np.minimum((self.speed + speed) / 2 * seconds, room)
        blocked = way < (self.speed + speed) / 2 * seconds
        speed = np.where(blocked, np.minimum(speed, way / seconds), speed)
        self.gain = (speed - self.speed) / seconds
        self.place = np.mod(self.place + way, self.lane.length)
        self.speed = speed

    def _ahead(self, people: Floats) -> tuple[Floats, Floats]:
        """(2, n): metres of room to the vehicle ahead and to the person ahead; and how fast each nears it (m/s)."""
        lap = self.lane.length
        if len(self.place) > 1:
            apart = np.mod(np.roll(self.place, -1) - self.place, lap)
        else:
            apart = np.full(len(self.place), FREE)
        to_vehicle = apart - (self.length + np.roll(self.length, -1)) / 2
        nearing = self.speed - (np.roll(self.speed, -1) if len(self.place) > 1 else 0.0)
        to_person = np.full(len(self.place), FREE)
        if len(people):
            rear = np.mod(self.place - self.length / 2, lap)
            following = people[np.searchsorted(people, rear) % len(people)]
            to_person = np.mod(following - rear, lap) - self.length - BERTH
        return np.stack([to_vehicle, to_person]), np.stack([nearing, self.speed])

    def _gain(self, wanted: Floats, ahead: Floats, nearing: Floats) -> Floats:
        """What the driver model says, m/s²."""
        free = 1.0 - (self.speed / np.maximum(wanted, 0.1)) ** 4
        keep = np.array([[DISTANCE], [0.4]])
        wish = keep + np.maximum(
            0.0, self.speed * HEADWAY * np.array([[1.0], [0.4]]) + self.speed * nearing / (2 * np.sqrt(GATHER * BRAKE))
        )
        close = (wish / np.maximum(ahead, 0.05)) ** 2
        gain = GATHER * (np.maximum(free, -BRAKE / GATHER) - close.max(axis=0))
        gain = np.where(wanted < 0.1, np.minimum(gain, -BRAKE), gain)
        within: Floats = np.clip(gain, -HARDEST, GATHER)
        return within
