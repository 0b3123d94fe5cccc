"""What devices said last: the twins of one venue.

The rule of this room: what was said counts once. A device numbers what it says, ever higher, and says when it measured
it; a number that is not higher than the last one, and a time that is too old or yet to come, are refused. Nothing of
it is kept over a restart, and nothing needs to be: after one, nobody is heard whose time could have been heard before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.live.devices.plans import DevicePlan, Values, read_values
from hallwright.live.rates import Rates

LATE = 30.0  # s that what was measured may be on its way
AHEAD = 2.0  # s that a device's clock may go before ours
HIGHEST = 2**53
PER_SECOND, AT_ONCE = 5.0, 10.0  # of one device


@dataclass(frozen=True, slots=True)
class Said:
    """What a device says: when it was measured (s since 1970), its number, and the fields, as they came."""

    device: str
    time: float
    sequence: int
    values: object


@dataclass(frozen=True, slots=True)
class Twin:
    """What a device said last, and when that was measured (s since 1970)."""

    values: Values
    at: float

    def record(self) -> dict[str, Any]:
        """The twin as JSON values."""
        return {"values": dict(self.values), "at": round(self.at, 2)}


class Twins:
    """The twins of one venue, which opened at ``opened`` (s since 1970)."""

    def __init__(self, opened: float) -> None:
        self._floor = opened + AHEAD  # whatever was heard before the venue opened was measured before this
        self._plans: dict[str, DevicePlan] = {}
        self._twins: dict[str, Twin] = {}
        self._sequences: dict[str, int] = {}
        self._fresh: dict[str, set[str]] = {}
        self._lapsed: set[str] = set()
        self._rates = Rates(PER_SECOND, AT_ONCE)

    def __contains__(self, device: str) -> bool:
        return device in self._plans

    def replan(self, plans: Iterable[DevicePlan]) -> None:
        """The venue has these devices now; what is known of one stays while its kind does. Numbers stay in any case."""
        known, self._plans = self._plans, {plan.id: plan for plan in plans}
        kept = {device for device, plan in self._plans.items() if device in known and known[device].kind == plan.kind}
        self._twins = {device: twin for device, twin in self._twins.items() if device in kept}
        self._lapsed &= self._twins.keys()
        self._fresh = {}
        for device in self._twins:  # an area may have been given another
            self._fresh.setdefault(self._plans[device].area, set()).add(device)

    def hear(self, said: Said, now: float) -> Twin:
        """Take in what a device says at ``now``. Raises CommandRefused ``unknown_device``, ``too_fast``, ``early``,
        ``starting``, ``late``, ``replayed`` or ``malformed``, with what is wrong; then nothing has changed."""
        plan = self._plans.get(said.device)
        if plan is None:
            raise CommandRefused("unknown_device", f"there is no device {said.device[:64]!r}")
        bucket = self._rates.ask(said.device, now)
        if not bucket.granted:
            wait = (1.0 - bucket.tokens) / PER_SECOND
            raise CommandRefused("too_fast", f"a device may say {PER_SECOND:g} things a second", wait=wait)
        self._check_time(said.time, now)
        last = self._sequences.get(said.device, -1)
        if not last < said.sequence <= HIGHEST:
            raise CommandRefused("replayed", f"the last sequence was {last}; a higher one is needed")
        try:
            values = read_values(plan, said.values)
        except ValueError as fault:
            raise CommandRefused("malformed", str(fault)) from None
        self._sequences[said.device] = said.sequence
        before = self._twins.get(said.device)
        twin = Twin({**before.values, **values} if before else values, min(said.time, now))
        self._twins[said.device] = twin
        self._lapsed.discard(said.device)
        self._fresh.setdefault(plan.area, set()).add(said.device)
        return twin

    def _check_time(self, time: float, now: float) -> None:
        if time > now + AHEAD:
            raise CommandRefused("early", f"the time is {time - now:.1f} s ahead of the server's; set the clock")
        if time <= self._floor:
            if now <= self._floor:
                raise CommandRefused("starting", "the venue has just opened", wait=self._floor - now + 0.1)
            raise CommandRefused("late", "it was measured before the venue opened")
        if time < now - LATE:
            raise CommandRefused("late", f"it was measured {now - time:.1f} s ago; {LATE:g} s are the most")

    def area(self, area: str) -> dict[str, dict[str, Any]]:
        """All that is known in an area, by device."""
        return {
            device: twin.record() for device, twin in self._twins.items() if self._plans[device].area == area
        }

    def areas(self) -> frozenset[str]:
        """The areas that have devices."""
        return frozenset(plan.area for plan in self._plans.values())

    def take_fresh(self, area: str) -> dict[str, dict[str, Any]]:
        """What was said in an area since this was asked last, of each device the last of it."""
        return {device: self._twins[device].record() for device in sorted(self._fresh.pop(area, ()))}

    def lapses(self, now: float) -> Iterator[tuple[str, Twin]]:
        """The devices whose last word has gone out of date since this was asked last, each once."""
        for device, twin in self._twins.items():
            if device not in self._lapsed and now - twin.at > self._plans[device].stale_after:
                self._lapsed.add(device)
                yield device, twin

    def people(self, now: float) -> dict[str, int]:
        """How many people devices count in zones, of those that are not out of date."""
        counted: dict[str, int] = {}
        for device, twin in self._twins.items():
            plan = self._plans[device]
            if plan.zone is not None and now - twin.at <= plan.stale_after:
                counted[plan.zone] = counted.get(plan.zone, 0) + int(twin.values.get("people", 0))
        return counted

    def told(self, now: float) -> list[Mapping[str, Any]]:
        """Every device, what is known of it, and whether that is out of date."""
        return [self._told(plan, now) for plan in self._plans.values()]

    def _told(self, plan: DevicePlan, now: float) -> Mapping[str, Any]:
        twin = self._twins.get(plan.id)
        about = twin.record() if twin else {"values": {}, "at": None}
        stale = twin is None or now - twin.at > plan.stale_after
        return {"id": plan.id, "kind": plan.kind, "area": plan.area, **about, "stale": stale}
