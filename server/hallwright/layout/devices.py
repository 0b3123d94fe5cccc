"""Devices on site: how they are written, and what is meant by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from hallwright.layout.atoms import Entry, Flag, Id, Point, Reference, Text, text
from hallwright.layout.device import Device, DeviceKind

StaleAfter = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=1, le=3600)]
Slot = Literal["press", "mill", "robot", "oven", "paint", "cell"]
Path = Annotated[list[Point], Field(min_length=2, max_length=200)]

NEEDED: Mapping[DeviceKind, tuple[str, ...]] = {
    "counter": ("board",), "occupancy": ("zone",), "machine": (), "robot": ("placement",), "vehicle": ("placement",),
}  # fmt: skip
"""Keys that a kind cannot do without. Machines need a `placement` or a `screen`."""
KNOWN: Mapping[DeviceKind, frozenset[str]] = {
    "counter": frozenset({"board", "row"}),
    "occupancy": frozenset({"zone", "board", "row"}),
    "machine": frozenset({"placement", "screen", "slot"}),
    "robot": frozenset({"placement", "path", "closed"}),
    "vehicle": frozenset({"placement", "path", "closed"}),
}
"""Keys that mean something for a kind, beside those that all have."""
PAIRS = (("board", "row"), ("screen", "slot"))
"""Keys that go together."""


class WrittenDevice(Entry):
    """A device on site, and what in the hall follows it. Its secret is never written here."""

    id: Id = Field(description="A name for this device, unique in the venue: what it calls itself")
    kind: DeviceKind = Field(description="What it says")
    area: Reference = Field(description="The id of the area where it is seen")
    name: Text = Field(description="What visitors read")
    placement: Reference | None = Field(None, description="machine, robot, vehicle: the placement that it moves")
    path: Path | None = Field(None, description="robot, vehicle: the way whose metres it says, [[x, y], …]")
    closed: Flag = Field(False, description="With `path`: its end is joined to its beginning")
    board: Reference | None = Field(None, description="counter, occupancy: a board of figures")
    row: Reference | None = Field(None, description="With `board`: the id of the row whose value it is")
    screen: Reference | None = Field(None, description="machine: a placement whose screen shows telemetry")
    slot: Slot | None = Field(None, description="With `screen`: the machine whose place it takes there")
    zone: Reference | None = Field(None, description="occupancy: the zone that it counts")
    stale_after: StaleAfter = Field(10.0, description="Seconds after which what it said last is out of date")

    def given(self) -> set[str]:
        """The keys that only some kinds have and that are written here."""
        return {key for keys in KNOWN.values() for key in keys if getattr(self, key) not in (None, False)}


def device_of(entry: WrittenDevice) -> Device:
    """The device as it is meant."""
    return Device(
        id=entry.id, kind=entry.kind, area=entry.area, name=text(entry.name), placement=entry.placement,
        path=tuple(entry.path or ()), closed=entry.closed, board=entry.board, row=entry.row, screen=entry.screen,
        slot=entry.slot, zone=entry.zone, stale_after=entry.stale_after,
    )  # fmt: skip
