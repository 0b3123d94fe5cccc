"""Devices on site in words: what each measures, how old that is, and what in the venue follows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hallwright.api.text.links import Links
from hallwright.api.text.now import Measured, Now
from hallwright.api.text.speaking import Speech
from hallwright.organizer.tour import Board, Device, Tour

COMPASS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


@dataclass(frozen=True, slots=True)
class OnSite:
    """The devices of a venue as one reader is told of them."""

    tour: Tour
    speech: Speech
    links: Links
    now: Now

    def measured(self, device: Device) -> str:
        """What it says, with units; empty before it said anything, or where nobody can say."""
        known = self.now.devices.get(device.id)
        return self.speech.join(*self._values(device, known.values)) if known else ""

    def standing(self, device: Device) -> str:
        """Whether that is live or out of date, and since when."""
        known = self.now.devices.get(device.id)
        return self._standing(known) if known else ""

    def is_stale(self, device: Device) -> bool:
        """Whether what it says is out of date, or it never said anything."""
        known = self.now.devices.get(device.id)
        return known is not None and known.stale

    def follows(self, device: Device) -> Iterator[tuple[str, str]]:
        """Address and title of each page that tells of what follows it."""
        tour, links = self.tour, self.links
        for name in filter(None, (device.placement, device.screen)):
            if placement := tour.placements.get(name):
                yield links.to(placement), links.thing(placement)
        if board := tour.boards.get(device.board or ""):
            yield links.to(board), links.thing(board)
        if zone := tour.zones.get(device.zone or ""):
            yield links.to(zone), links.thing(zone)

    def rows(self, board: Board) -> Sequence[Mapping[str, Any]]:
        """What a board says now; a row that follows a device has its figure, and ``mark`` says whether that is live."""
        figures = dict(self._figures(board))
        return [{**row, **figures.get(row.get("id", ""), {})} for row in self.now.rows(board)]

    def _figures(self, board: Board) -> Iterator[tuple[str, dict[str, Any]]]:
        for device in self.tour.areas[board.spot.area].devices_of("board", board.id):
            known = self.now.devices.get(device.id)
            value = _figure(known.values) if known else None
            if known and value is not None:
                yield device.row or "", {"value": value, "mark": self._mark(known)}

    def _mark(self, known: Measured) -> str:
        return self.speech.say("device_mark_stale" if known.stale else "device_mark_live")

    def _standing(self, known: Measured) -> str:
        if known.age is None:
            return self.speech.say("device_unheard")
        return self.speech.say("device_stale" if known.stale else "device_live", age=self.speech.time(known.age))

    def _values(self, device: Device, values: Mapping[str, Any]) -> Iterator[str]:
        say, number = self.speech.say, self.speech.number
        if "state" in values:
            yield say(f"machine_{values['state']}")
        if "stroke" in values:
            yield say("device_stroke", n=number(round(values["stroke"] * 100)))
        for name in ("oee", "temperature", "power", "along"):
            if name in values:
                yield say(f"device_{name}", n=number(round(values[name], 1)))
        if "x" in values:
            yield say("device_place", x=number(round(values["x"], 1)), y=number(round(values["y"], 1)))
        if "heading" in values:
            yield say(f"heading_{COMPASS[round(values['heading'] / 45) % 8]}")
        if "people" in values:
            yield say("device_people", n=values["people"])
        if "value" in values:
            yield self._counted(device, values["value"])

    def _counted(self, device: Device, value: float) -> str:
        """A figure as its board calls it, with the board's unit."""
        board = self.tour.boards.get(device.board or "")
        row = next((row for row in board.rows if row.get("id") == device.row), {}) if board else {}
        amount = f"{self.speech.number(value)} {self.speech.read(row.get('unit'))}".strip()
        label = self.speech.read(row.get("label"))
        return self.speech.colon(label, amount) if label else amount


def _figure(values: Mapping[str, Any]) -> float | None:
    """What a row of a board takes from a device."""
    figure = values.get("value", values.get("people"))
    return None if figure is None else float(figure)
