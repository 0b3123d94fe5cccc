"""People in a crowd, without any socket."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from hallwright.presence.crowd import Crowd, Parcel
from hallwright.presence.frames import OTHERS, POSITION_DTYPE, read_others
from hallwright.presence.plan import AreaPlan, ZonePlan

HALL = AreaPlan("hall", (200.0, 100.0), (
    ZonePlan("west", ((0, 0), (100, 0), (100, 100), (0, 100))),
    ZonePlan("east", ((100, 0), (200, 0), (200, 50), (100, 50))),
))
PARK = AreaPlan("park", (300.0, 300.0))


def said(x: Iterable[float], y: Iterable[float], yaw: int = 0, flags: int = 0) -> bytes:
    """What people at these places (m) tell."""
    xs, ys = np.asarray(list(x)), np.asarray(list(y))
    messages = np.zeros(len(xs), POSITION_DTYPE)
    messages["kind"], messages["x"], messages["y"] = 1, np.rint(xs * 100), np.rint(ys * 100)
    messages["yaw"], messages["flags"] = yaw, flags
    return messages.tobytes()


class Scene:
    """A crowd with a clock of its own; ``last`` is what each person saw in the last tick."""

    def __init__(self, *areas: AreaPlan) -> None:
        self.crowd = Crowd(areas or (HALL, PARK))
        self.time = 0
        self.parcels: list[Parcel] = []
        self.bytes: Counter[int] = Counter()

    def enter(self, numbers: Iterable[int], at: NDArray[np.float64], area: str = "hall") -> None:
        """These people come in and tell where they are (2 × n, m)."""
        numbers = list(numbers)
        for number in numbers:
            self.crowd.enter(number, area)
        self.crowd.place(numbers, said(*at))

    def say(self, number: int, x: float, y: float, yaw: int = 0, flags: int = 0) -> None:
        """One person tells a place."""
        self.crowd.place([number], said([x], [y], yaw, flags))

    def tick(self, times: int = 1) -> dict[int, dict[int, tuple[float, float, int, int]]]:
        """So many ticks; whom each person was shown in them, at the newest place (m)."""
        seen: dict[int, dict[int, tuple[float, float, int, int]]] = defaultdict(dict)
        for _ in range(times):
            self.time += 100
            self.parcels = self.crowd.step(self.time)
            for parcel in self.parcels:
                self._take(parcel, seen)
        return seen

    def _take(self, parcel: Parcel, seen: dict[int, dict[int, tuple[float, float, int, int]]]) -> None:
        for receiver in parcel.receivers:
            self.bytes[receiver] += sum(len(frame) for frame in parcel.frames)
        for frame in of_kind(OTHERS, parcel):
            for record in read_others(frame)[2]:
                place = (record["x"] / 100, record["y"] / 100, int(record["yaw"]), int(record["flags"]))
                for receiver in parcel.receivers:
                    seen[receiver][int(record["number"])] = place


def of_kind(kind: int, *parcels: Parcel) -> list[bytes]:
    """The frames of this kind in ``parcels``."""
    return [frame for parcel in parcels for frame in parcel.frames if frame[0] == kind]
