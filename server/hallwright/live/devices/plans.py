"""The devices that a hall has, and what each kind of them may say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from hallwright.live.telemetry import STATES

DeviceKind = Literal["counter", "occupancy", "machine", "robot", "vehicle"]
LARGEST = 1e15
MOST_PEOPLE = 1_000_000
FARTHEST = 100_000.0  # m along a path
Values = Mapping[str, Any]
"""What a device says, by field, as JSON values. Never changed, only replaced."""


@dataclass(frozen=True, slots=True)
class DevicePlan:
    """A device that a hall has: its kind, the area where it is seen, how large (m) that is, after how many seconds
    what it said last is out of date, and the zone that it counts."""

    id: str
    kind: DeviceKind
    area: str
    size: tuple[float, float] = (0.0, 0.0)
    stale_after: float = 10.0
    zone: str | None = None


def read_values(plan: DevicePlan, wanted: object) -> Values:
    """What a device of this plan may say. Raises ValueError that names everything that is wrong."""
    fields = FIELDS[plan.kind]
    known = ", ".join(fields)
    if not isinstance(wanted, dict) or not wanted:
        raise ValueError(f'write {{"values": {{field: value}}}}; a {plan.kind} says {known}')
    faults, values = list[str](), dict[str, Any]()
    for name, given in wanted.items():
        read = fields.get(name)
        if read is None:
            faults.append(f"{str(name)[:40]}: there is no such field; a {plan.kind} says {known}")
            continue
        try:
            values[name] = read(given, plan)
        except ValueError as fault:
            faults.append(f"{name}: {fault}")
    if ("x" in values) != ("y" in values):
        faults.append("x, y: both are needed")
    if faults:
        raise ValueError("; ".join(faults[:20]))
    return values


def _between(low: float, high: float, unit: str = "") -> _Reader:
    def read(value: object, plan: DevicePlan) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError("a number is needed")
        if not low <= value <= high:  # what is no number at all is not between either
            raise ValueError(f"{low:g} to {high:g}{unit} is needed")
        return value

    return read


def _whole(most: int) -> _Reader:
    def read(value: object, plan: DevicePlan) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            raise ValueError(f"a whole number from 0 to {most} is needed")
        return value

    return read


def _state(value: object, plan: DevicePlan) -> str:
    if value not in STATES:
        raise ValueError(f"one of {', '.join(STATES)} is needed")
    return str(value)


def _within(axis: int) -> _Reader:
    """Metres of the area's plan."""
    return lambda value, plan: _between(0.0, plan.size[axis], " m")(value, plan)


_Reader = Callable[[object, DevicePlan], Any]
_POSE: Mapping[str, _Reader] = {
    "x": _within(0), "y": _within(1), "heading": _between(-360.0, 360.0, " degrees"),
    "along": _between(0.0, FARTHEST, " m"),
}  # fmt: skip
FIELDS: Mapping[DeviceKind, Mapping[str, _Reader]] = {
    "counter": {"value": _between(-LARGEST, LARGEST)},
    "occupancy": {"people": _whole(MOST_PEOPLE)},
    "machine": {
        "state": _state, "stroke": _between(0.0, 1.0), "oee": _between(0.0, 100.0, " %"),
        "temperature": _between(-273.15, 5000.0, " °C"), "power": _between(-1e6, 1e6, " kW"),
    },
    "robot": _POSE,
    "vehicle": _POSE,
}  # fmt: skip
"""What each kind says: angles in degrees clockwise from north, `stroke` the share of its motion that it is in."""
