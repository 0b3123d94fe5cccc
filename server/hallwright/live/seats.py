"""Seats before stages: who sits where. Only people sit, one on a seat, and one on one seat at a time.

The rule of this room holds for them too: that somebody has got up is always told, also where they left, went to another
area, or where the seat is no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hallwright.errors import CommandRefused
from hallwright.live.events import Person, Seated, Stood


@dataclass(frozen=True, slots=True)
class SeatPlan:
    """So many seats before a stage, counted from 0."""

    area: str
    stage: str
    seats: int


Taken = tuple[str, str, int]
"""Area, stage and seat."""


class Seats:
    """The seats of one hall."""

    def __init__(self, plans: Iterable[SeatPlan] = ()) -> None:
        self._plans: dict[tuple[str, str], int] = {}
        self._taken: dict[Taken, int] = {}
        self._sitting: dict[int, Taken] = {}
        self.plan(plans)

    def records(self) -> dict[str, dict[str, str | int]]:
        """Who sits, by number."""
        return {
            str(number): {"area": area, "stage": stage, "seat": seat}
            for number, (area, stage, seat) in self._sitting.items()
        }

    def plan(self, plans: Iterable[SeatPlan]) -> None:
        """There are these seats now; ``clear`` tells who has to get up."""
        self._plans = {(plan.area, plan.stage): plan.seats for plan in plans}

    def clear(self) -> Iterator[Stood]:
        """Whoever sits where there is no seat any more gets up."""
        for number, (area, stage, seat) in list(self._sitting.items()):
            if seat >= self._plans.get((area, stage), 0):
                yield from self.stand(number)

    def resume(self, records: Mapping[str, Mapping[str, str | int]]) -> None:
        """Go on from what ``records`` gave."""
        for number, record in records.items():
            self._take(int(number), (str(record["area"]), str(record["stage"]), int(record["seat"])))

    def sit(self, person: Person, stage: str, wanted: int | None) -> Iterator[Seated | Stood]:
        """Take the seat that is wanted, or the first that is free. Raises CommandRefused ``unknown_seat`` where there
        are none, ``seat_taken``, or ``no_seat`` when all are."""
        seats = self._plans.get((person.area, stage), 0)
        if not seats or (wanted is not None and wanted >= seats):
            raise CommandRefused("unknown_seat", "there is no such seat here")
        spots = range(seats) if wanted is None else (wanted,)
        free = next((seat for seat in spots if (person.area, stage, seat) not in self._taken), None)
        before = self._sitting.get(person.number)
        if before is not None and before[:2] == (person.area, stage) and wanted in (None, before[2]):
            return
        if free is None:
            raise CommandRefused("no_seat" if wanted is None else "seat_taken", "somebody sits there")
        yield from self.stand(person.number)
        self._take(person.number, (person.area, stage, free))
        yield Seated(person.number, person.area, stage, free)

    def stand(self, number: int) -> Iterator[Stood]:
        """Get up, if one sits."""
        taken = self._sitting.pop(number, None)
        if taken is not None:
            del self._taken[taken]
            yield Stood(number)

    def _take(self, number: int, taken: Taken) -> None:
        self._sitting[number], self._taken[taken] = taken, number
