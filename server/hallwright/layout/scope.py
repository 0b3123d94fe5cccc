"""What an entry may look at while it is expanded, and where it was written."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

from hallwright.layout import defaults, entries, model
from hallwright.layout.boards import Table
from hallwright.layout.conversion import Path
from hallwright.layout.model import Point, Text
from hallwright.layout.plane import contains
from hallwright.layout.problem import Problem
from hallwright.layout.source import Source

MAX_COPIES = 5_000
MAX_THINGS = 50_000
MOST = {"doors": 500, "walls": 2_000, "columns": 5_000, "facilities": 1_000, "lights": 1_000}
"""Things of one family in one area, where others would make checking slow and mean nothing."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a thing was written; ``copy`` counts the copies of one entry from 0, of ``copies``."""

    source: Source
    path: Path
    copy: int = 0
    copies: int = 1

    def of(self, copy: int) -> Origin:
        """The origin of one copy of this entry."""
        return Origin(self.source, self.path, copy, self.copies) if copy else self

    def has(self, key: str) -> bool:
        """Is this key written in the entry?"""
        value = self.source.value(self.path)
        return isinstance(value, dict) and key in value

    def problem(self, message: str, hint: str = "", *, at: str = "", warning: bool = False) -> Problem:
        """A problem with this thing's entry, or with its key ``at``."""
        return self.source.problem((*self.path, at) if at else self.path, message, hint, warning=warning)


@dataclass(frozen=True, slots=True)
class Books:
    """What entries refer to, joined from all files. ``lost`` holds ids whose own entry is broken:
    a reference to one of them is not a second problem. ``tables`` say where they were written."""

    kinds: dict[str, entries.BoothKind]
    exhibitors: dict[str, model.Exhibitor]
    exhibits: dict[str, model.Exhibit]
    area_names: dict[str, Text]
    area_origins: dict[str, Point]
    tables: dict[str, tuple[Table, Origin]] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()

    def is_lost(self, name: str) -> bool:
        """Could ``name`` be that of an entry which could not be read?"""
        if not self.lost:
            return False
        return "*" in self.lost or any(_template(each).fullmatch(name) for each in self.lost)


def _template(name: str) -> re.Pattern[str]:
    return re.compile(r"\w+".join(re.escape(part) for part in re.split(r"\{[^}]*\}", name)), re.IGNORECASE)


@dataclass(slots=True)
class Scope:
    """What the expansion of one entry may look at."""

    area: entries.Area
    height: float
    zones: tuple[model.Zone, ...]
    books: Books
    problems: list[Problem] = field(default_factory=list)
    booths: dict[str, model.Booth] = field(default_factory=dict)
    things: int = 0
    families: dict[str, int] = field(default_factory=dict)

    def allows(self, place: Origin) -> bool:
        """Counts the copies that an entry makes; False, with a problem, if they are too many."""
        if place.copies > MAX_COPIES:
            message = f"this makes {place.copies:,} copies; at most {MAX_COPIES:,} are possible"
            self.problems.append(place.problem(message, "lower `count`", at="repeat"))
            return False
        family = str(place.path[-2])
        self.families[family] = self.families.get(family, 0) + place.copies
        if self.families[family] > MOST.get(family, MAX_THINGS):
            message = f"there are more than {MOST.get(family, MAX_THINGS):,} {family} in this area from here on"
            self.problems.append(place.problem(message, "lower `count`, or split the area"))
            return False
        within = self.things <= MAX_THINGS
        self.things += place.copies
        if within and self.things > MAX_THINGS:
            message = f"the area holds more than {MAX_THINGS:,} things from here on"
            self.problems.append(place.problem(message, "split it into several areas"))
        return self.things <= MAX_THINGS

    def zone_at(self, point: Point) -> model.Zone | None:
        """The zone around a point."""
        return next((zone for zone in self.zones if contains(zone.polygon, point)), None)

    def color(self, color: str | None, at: Point) -> str:
        """``#rrggbb``; ``zone`` becomes the colour of the zone around ``at``."""
        if color != "zone":
            return (color or "").lower()
        zone = self.zone_at(at)
        return zone.color if zone else defaults.GRAPHITE

    def outward(self, at: Point) -> float:
        """The bearing from ``at`` through the nearest side of the area."""
        (x, y), (width, depth) = at, self.area.size
        gaps = ((depth - y, 0.0), (width - x, 90.0), (y, 180.0), (x, 270.0))
        return math.radians(min(gaps)[1])
