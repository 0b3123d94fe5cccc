"""Figures of the simulated factory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, NotRequired, TypedDict

from hallwright.describing.shapes import Text
from hallwright.gateway.vocabulary.describing import Tell


class Device(TypedDict):
    """A machine."""

    id: str
    name: Text


class Plant(TypedDict):
    """What does not change."""

    simulated: Literal[True]
    states: list[str]
    devices: list[Device]


class Frame(TypedDict):
    """All machines at a moment, in the plant's order, and the whole factory."""

    time: Annotated[float, "Seconds of the server's clock."]
    devices: Annotated[list[tuple[int, float, float, float]], "State (an index), OEE (%), °C and kW of each."]
    oee: Annotated[float, "Mean, in per cent."]
    power: Annotated[float, "Kilowatts."]
    rate: Annotated[float, "Pieces a minute."]


class Telemetry(TypedDict):
    """What the dashboards of an area show."""

    area: str
    plant: NotRequired[Annotated[Plant, "In the first message only."]]
    frames: list[Frame]


TOLD: Mapping[str, Tell] = {
    "telemetry": Tell("Figures of the simulated factory; not numbered, not stored.", Telemetry),
}
