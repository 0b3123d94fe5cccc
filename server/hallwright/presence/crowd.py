"""Everyone who walks in a venue: positions in, shared frames out, ten times a second.

The rule of this room: a frame is encoded once for all who share a presence cell. ``step`` returns parcels, each of
frames and the numbers of those it is for; who sends them, and how, is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hallwright.presence import frames
from hallwright.presence.cells import Ints, Views, views
from hallwright.presence.frames import Gaze
from hallwright.presence.motion import TICKS_PER_SECOND, Motion
from hallwright.presence.plan import AreaPlan
from hallwright.presence.traffic import Traffic
from hallwright.presence.zones import ZoneMap

KEY_EVERY = 2 * TICKS_PER_SECOND
KEY_AGAIN = TICKS_PER_SECOND  # soonest next key frame for someone who came to another cell
PLAN_EVERY = TICKS_PER_SECOND
PLAN_SOONEST = 2  # ticks, when somebody came
NO_RATES: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Parcel:
    """Frames that travel together, and whom they are for."""

    frames: tuple[bytes, ...]
    receivers: list[int]


@dataclass(slots=True)
class _Area:
    """An area with what was planned for it: ``people`` (numbers) and their views."""

    index: int
    zones: ZoneMap
    people: Ints
    views: Views
    numbers: Ints  # of views.members


class Crowd:
    """The walkers of a venue with ``areas`` in the manifest's order."""

    def __init__(self, areas: Sequence[AreaPlan]) -> None:
        self.motion = Motion()
        self.traffic = Traffic()
        self._walkers: set[int] = set()
        self._solid = np.ones(len(self.motion.area), np.bool_)
        self._tick = 0
        self._planned = 0
        self._cell = np.full(len(self.motion.area), -1, np.int64)
        self._key_due = np.zeros(len(self.motion.area), np.int64)
        self.rebuild(areas)

    def rebuild(self, areas: Sequence[AreaPlan]) -> None:
        """The venue has these areas now. Whoever was in an area keeps standing in the one of the same id."""
        before = getattr(self, "ids", {})
        self.ids = {area.id: index for index, area in enumerate(areas)}
        self._sizes = np.array([area.size for area in areas], np.float32).reshape(-1, 2).T * 100.0
        self._sizes = np.minimum(self._sizes, 0xFFFF)
        self.traffic.rebuild(areas)
        self._areas = [_Area(i, ZoneMap(area), *_nobody()) for i, area in enumerate(areas)]
        moved = np.full(len(before) + 1, -1, np.int16)
        for area_id, index in before.items():
            moved[index] = self.ids.get(area_id, -1)
        self.motion.area = moved[self.motion.area]
        self._dirty = True

    def enter(self, number: int, area: str, *, solid: bool = True) -> None:
        """The person walks in this area from now on; raises KeyError for an unknown one. Vehicles stop only for who is
        ``solid``: somebody who reads about a road does not stand in it."""
        self._walkers.add(number)
        self._solid[number] = solid
        self.motion.enter(number, self.ids[area], self._tick)
        self._key_due[number] = self._tick
        self._dirty = True

    def move(self, number: int, area: str, *, solid: bool = True) -> None:
        """The person, if walking at all, goes on in this area."""
        if number in self._walkers:
            self.enter(number, area, solid=solid)

    def leave(self, number: int) -> None:
        """The person is gone; from the next tick on in nobody's frame."""
        self._walkers.discard(number)
        self.motion.leave(number)
        self._dirty = True

    def place(self, numbers: Sequence[int], messages: bytes) -> None:
        """What the people ``numbers`` (distinct) said: 7 bytes each in ``messages``."""
        said = frames.positions(messages)
        kind = said["kind"] == frames.POSITION
        if self.motion.place(np.asarray(numbers, np.int64)[kind], said[kind], self._sizes, self._tick + 1):
            self._dirty = True

    def gaze(self, number: int) -> Gaze | None:
        """Where a person says to stand and look; None where that is not known."""
        motion = self.motion
        if not motion.placed[number] or motion.area[number] < 0:
            return None
        x, y = (round(float(value)) for value in motion.target[:, number])
        return Gaze(int(motion.area[number]), x, y, int(motion.look[0, number]), int(motion.pitch[number]))

    def standing(self, index: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """x and y (metres) of those who stand in an area (its index) and whose places are known."""
        here = np.flatnonzero((self.motion.area == index) & self._solid)
        x, y = self.motion.at[:, here[self.motion.placed[here]]] / 100.0
        return x, y

    def step(self, time: int, rates: Mapping[str, float] = NO_RATES) -> list[Parcel]:
        """One tick at ``time`` (ms): the frames that are due. ``rates`` say how fast shows of traffic run, by id."""
        self._tick += 1
        present = np.flatnonzero(self.motion.area >= 0)
        self.motion.step(present[self.motion.placed[present]], self._tick)
        if self._tick - self._planned >= (PLAN_SOONEST if self._dirty else PLAN_EVERY):
            self._plan(present)
        peopled = set(self.motion.area[present].tolist())
        news = self.traffic.step(time, peopled, self.standing, rates)
        parcels: list[Parcel] = []
        for area in self._areas:
            told = list(self._positions(area, time)) if len(area.people) else []
            more = news.get(area.index, ())
            if self._tick % TICKS_PER_SECOND == 0 and area.zones.count:
                more = (*more, self._counts(area, present))
            parcels += self._with(more, area, present, told) if more else told
        return parcels

    def _plan(self, present: Ints) -> None:
        """Choose cells and views anew; whoever came to another cell gets a key frame soon."""
        self._planned, self._dirty = self._tick, False
        placed = present[self.motion.placed[present]]
        for area in self._areas:
            area.people = placed[self.motion.area[placed] == area.index]
            area.views = views(*self.motion.at[:, area.people])
            area.numbers = area.people[area.views.members]
            cell = area.views.key[area.views.cell_of]
            came = area.people[cell != self._cell[area.people]]
            self._cell[area.people] = cell
            self._key_due[came] = np.maximum(self._tick, self._key_due[came] - KEY_EVERY + KEY_AGAIN)

    def _positions(self, area: _Area, time: int) -> Iterator[Parcel]:
        """Key frames for those who are due, and what has changed for the others."""
        numbers, seen = area.numbers, self.motion.seen(area.numbers)
        here = self.motion.area[numbers] == area.index
        fresh = here & self._due(area)
        key = self._key_due[area.people] <= self._tick
        self._key_due[area.people[key]] = self._tick + KEY_EVERY
        for cells, rows in ((area.views.cell_of[~key], fresh), (area.views.cell_of[key], here)):
            who = area.people[key if rows is here else ~key]
            for cell, receivers in _grouped(cells, who):
                part = slice(area.views.starts[cell], area.views.starts[cell + 1])
                records = seen[part][rows[part]].tobytes()
                if records or rows is here:
                    yield Parcel((frames.others(area.index, time, records),), receivers)

    def _due(self, area: _Area) -> NDArray[np.bool_]:
        """Which members of which views changed since they were last shown there."""
        periods = area.views.periods
        turn: NDArray[np.bool_] = (self._tick + area.numbers) % periods == 0
        turn &= self.motion.changed[area.numbers] > self._tick - periods
        return turn

    def _counts(self, area: _Area, present: Ints) -> bytes:
        here = present[self.motion.area[present] == area.index]
        placed = here[self.motion.placed[here]]
        return frames.counts(area.index, area.zones.people(*self.motion.at[:, placed]))

    def _with(self, more: tuple[bytes, ...], area: _Area, present: Ints, told: list[Parcel]) -> list[Parcel]:
        """``told`` with these frames added, for everyone who is in the area, placed or not."""
        here = present[self.motion.area[present] == area.index]
        rest = set(here.tolist()).difference(*(parcel.receivers for parcel in told))
        together = [Parcel((*parcel.frames, *more), parcel.receivers) for parcel in told]
        return [*together, Parcel(more, sorted(rest))] if rest else together


def _nobody() -> tuple[Ints, Views, Ints]:
    none = np.zeros(0, np.int64)
    return none, Views(none, none, np.zeros(1, np.int64), none, none), none


def _grouped(cells: Ints, people: Ints) -> Iterator[tuple[int, list[int]]]:
    """The people of each cell that has any."""
    order = np.argsort(cells, kind="stable")
    ordered = cells[order]
    turns = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
    for start, end in pairwise([0, *turns.tolist(), len(cells)] if len(cells) else []):
        yield int(ordered[start]), people[order[start:end]].tolist()
