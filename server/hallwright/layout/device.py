"""A device on site as a frozen value: what it is, and what in the hall follows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from hallwright.layout.model import Point, Text

DeviceKind = Literal["counter", "occupancy", "machine", "robot", "vehicle"]
SLOTS = ("press", "mill", "robot", "oven", "paint", "cell")
"""The machines on a screen of telemetry: a device may take the place of each."""


@dataclass(frozen=True, slots=True)
class Device:
    """What its kind has no use for is None or empty: a robot or a vehicle moves ``placement``, along ``path`` where it
    says metres; a machine moves the parts of one, and takes ``slot`` of a ``screen``; an occupancy is that of a
    ``zone``; a figure is a ``row`` of a ``board``. ``stale_after`` in seconds."""

    id: str
    kind: DeviceKind
    area: str
    name: Text
    placement: str | None = None
    path: tuple[Point, ...] = ()
    closed: bool = False
    board: str | None = None
    row: str | None = None
    screen: str | None = None
    slot: str | None = None
    zone: str | None = None
    stale_after: float = 10.0
