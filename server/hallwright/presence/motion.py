"""Where people are: what clients say, made plausible. Arrays are indexed by a person's number."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hallwright.presence.frames import SEEN_DTYPE, WALKING, pitches

NUMBERS = 65536
NOWHERE = -1
TICKS_PER_SECOND = 10
STEP = 1200.0 / TICKS_PER_SECOND  # cm a tick: 12 m/s
ALLOWED_PER_TICK = 5.5 / TICKS_PER_SECOND  # a little more than the 5 a second that clients promise
ALLOWED_AT_ONCE = 3.0
# For so long after coming to an area a person may be anywhere in it, because the two channels race; and the first
# place is taken as it is, however late a slow page tells it.
ARRIVING = TICKS_PER_SECOND
SETTLE = 7  # ticks; more than the longest period, so that everyone sees where someone came to rest
NEVER = -1000

Ints = NDArray[np.int64]


class Motion:
    """The people of a venue with a position socket: ``area`` (index or NOWHERE), place (cm), yaw, flags.

    ``pitch`` is told to followers only (63rds of a right angle up). ``placed`` says who has told a first position;
    ``changed`` is the tick of the last change that others should see.
    """

    def __init__(self) -> None:
        self.area = np.full(NUMBERS, NOWHERE, np.int16)
        self.placed = np.zeros(NUMBERS, np.bool_)
        self.at = np.zeros((2, NUMBERS), np.float32)
        self.target = np.zeros((2, NUMBERS), np.float32)
        self.look = np.zeros((2, NUMBERS), np.uint8)
        self.pitch = np.zeros(NUMBERS, np.int8)
        self.changed = np.full(NUMBERS, NEVER, np.int64)
        self._moved = np.full(NUMBERS, NEVER, np.int64)
        self._allowed = np.zeros(NUMBERS, np.float32)
        self._arrived = np.full(NUMBERS, NEVER, np.int64)

    def enter(self, number: int, area: int, tick: int) -> None:
        """The person is in this area from ``tick`` on, at a place not yet known."""
        self.area[number] = area
        self._arrived[number] = tick
        self.placed[number] = False
        self._allowed[number] = ALLOWED_AT_ONCE

    def leave(self, number: int) -> None:
        """The person is nowhere."""
        self.area[number] = NOWHERE
        self.placed[number] = False

    def place(self, numbers: Ints, said: NDArray[np.void], sizes: NDArray[np.float32], tick: int) -> bool:
        """Take what each of ``numbers`` (distinct) said (POSITION_DTYPE), clamped to ``sizes`` (2 × areas, cm).

        Those who speak too often or are nowhere are passed over. True when somebody has a first place.
        """
        heard = (self._allowed[numbers] >= 1.0) & (self.area[numbers] != NOWHERE)
        numbers, said = numbers[heard], said[heard]
        self._allowed[numbers] -= 1.0
        limit = sizes[:, self.area[numbers]]
        self.target[:, numbers] = np.minimum(np.stack([said["x"], said["y"]]).astype(np.float32), limit)
        self.pitch[numbers] = pitches(np.ascontiguousarray(said["flags"]))
        look = np.stack([said["yaw"], said["flags"] & WALKING])
        arriving = numbers[(tick - self._arrived[numbers] <= ARRIVING) | ~self.placed[numbers]]
        self.at[:, arriving] = self.target[:, arriving]
        self._moved[arriving] = tick
        new = numbers[~self.placed[numbers]]
        self.placed[new] = True
        turned = (look != self.look[:, numbers]).any(axis=0)
        self.look[:, numbers] = look
        self._moved[numbers[turned]] = tick
        return len(new) > 0

    def step(self, numbers: Ints, tick: int) -> None:
        """One tick for ``numbers``: glide to where they said they are, and note who changed."""
        self._allowed[numbers] = np.minimum(self._allowed[numbers] + ALLOWED_PER_TICK, ALLOWED_AT_ONCE)
        way = self.target[:, numbers] - self.at[:, numbers]
        length = np.hypot(way[0], way[1])
        going = length > 0
        movers, way, length = numbers[going], way[:, going], length[going]
        near = length <= STEP
        share = np.where(near, 1.0, STEP / length).astype(np.float32)
        self.at[:, movers] = np.where(near, self.target[:, movers], self.at[:, movers] + way * share)
        self._moved[movers] = tick
        since = tick - self._moved[numbers]
        self.changed[numbers[(since == 0) | (since == SETTLE)]] = tick

    def seen(self, numbers: Ints) -> NDArray[np.void]:
        """How others see ``numbers``: a SEEN_DTYPE array."""
        records = np.empty(len(numbers), SEEN_DTYPE)
        records["number"] = numbers
        records["x"], records["y"] = np.rint(self.at[:, numbers])
        records["yaw"], records["flags"] = self.look[:, numbers]
        return records
