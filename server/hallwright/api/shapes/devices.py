"""Devices on site."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired, TypedDict

from hallwright.describing.shapes import Id, Limits, Seconds

Figure = Annotated[float, Limits(least=-1e15, most=1e15)]


class DeviceValues(TypedDict):
    """What a device says, by its kind; what is left out stays as it was."""

    value: NotRequired[Annotated[Figure, "counter"]]
    people: NotRequired[Annotated[int, "occupancy", Limits(least=0, most=1_000_000)]]
    state: NotRequired[Annotated[Literal["running", "idle", "setup", "fault"], "machine"]]
    stroke: NotRequired[Annotated[float, "machine: the share of its motion that it is in", Limits(least=0, most=1)]]
    oee: NotRequired[Annotated[float, "machine: %", Limits(least=0, most=100)]]
    temperature: NotRequired[Annotated[float, "machine: °C", Limits(least=-273.15, most=5000)]]
    power: NotRequired[Annotated[float, "machine: kW", Limits(least=-1e6, most=1e6)]]
    x: NotRequired[Annotated[float, "robot, vehicle: metres east in the plan of its area", Limits(least=0)]]
    y: NotRequired[Annotated[float, "robot, vehicle: metres north", Limits(least=0)]]
    heading: NotRequired[Annotated[float, "robot, vehicle: degrees clockwise from north", Limits(least=-360, most=360)]]
    along: NotRequired[Annotated[float, "robot, vehicle: metres along its path", Limits(least=0, most=100_000)]]


class Saying(TypedDict):
    """What a device says now."""

    values: DeviceValues


class Heard(TypedDict):
    """A device as it is known now."""

    id: Id
    values: dict[str, Any]
    at: Annotated[Seconds, "When it was measured, since 1970."]


class OneHeard(TypedDict):
    """It was taken in."""

    device: Heard


class DeviceNow(TypedDict):
    """A device, and what is known of it."""

    id: Id
    kind: Literal["counter", "occupancy", "machine", "robot", "vehicle"]
    area: Id
    values: dict[str, Any]
    at: Annotated[Seconds | None, "When it was measured, since 1970; null before it said anything."]
    stale: Annotated[bool, "Whether that is out of date, or nothing."]


class DevicesNow(TypedDict):
    """The devices of a venue."""

    devices: list[DeviceNow]
