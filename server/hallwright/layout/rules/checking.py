"""All rules in order: those of one area, and those between areas and files."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any

from hallwright.layout.devices import WrittenDevice
from hallwright.layout.entries import Area
from hallwright.layout.expansion import Expanded
from hallwright.layout.meetings import WrittenMeetings
from hallwright.layout.model import Area as Meant
from hallwright.layout.problem import Problem
from hallwright.layout.programmes import WrittenProgramme
from hallwright.layout.rules import (
    arrivals,
    boards,
    collisions,
    colors,
    devices,
    doors,
    ids,
    meetings,
    placing,
    programme,
    reels,
    references,
    shows,
    tours,
)
from hallwright.layout.rules.findings import Findings
from hallwright.layout.scope import Books, Origin
from hallwright.layout.shows import Show
from hallwright.layout.tours import WrittenTour

_STANDING = attrgetter(
    "id", "number", "type", "at", "size", "height", "facing", "zone", "exhibitor", "exhibits", "open",
)  # fmt: skip
"""What rules look at of a booth."""
_OTHERS = tuple(each.name for each in fields(Meant) if each.name != "booths")


def area_problems(area: Area, expanded: Expanded, books: Books, *, known_good: bool = False) -> list[Problem]:
    """What is wrong within one area, as written and as expanded. ``known_good`` when nothing was wrong with one that
    it stands alike to: it is then looked up in the books only."""
    findings = Findings()
    if known_good:
        references.references(expanded, books, findings)
        return findings.problems()
    ids.area_ids(expanded, findings)
    ids.usable_ids(expanded, findings)
    references.references(expanded, books, findings)
    placing.inside_area(expanded, findings)
    placing.zones_make_sense(expanded, findings)
    colors.zones_differ(expanded, findings)
    placing.booths_in_zones(expanded, findings)
    placing.under_ceiling(expanded, findings)
    boards.boards(area, expanded, books, findings)
    reels.reels(area, expanded, findings)
    grid = collisions.collisions(expanded, findings)
    doors.doors(expanded, grid, findings)
    arrivals.free_arrivals(expanded, grid, findings)
    return findings.problems()


def stand_alike(before: Area, expanded_before: Expanded, area: Area, expanded: Expanded) -> bool:
    """Whether two areas differ at most in what no rule looks at: names, colours and furniture of booths."""
    old, new = expanded_before.area, expanded.area
    if before.boards != area.boards or before.stages != area.stages or len(old.booths) != len(new.booths):
        return False
    if not all(a is b or _STANDING(a) == _STANDING(b) for a, b in zip(old.booths, new.booths, strict=True)):
        return False
    return all(getattr(old, name) == getattr(new, name) for name in _OTHERS)


def venue_problems(
    areas: list[Expanded], books: Books, origins: dict[str, list[tuple[str, Origin]]],
    all_shows: list[tuple[Show, Origin]], all_tours: list[tuple[WrittenTour, Origin]],
    programmes: list[tuple[WrittenProgramme, Origin]], all_devices: list[tuple[WrittenDevice, Origin]],
) -> list[Problem]:
    """What is wrong between areas and between files."""
    findings = Findings()
    ids.venue_ids(areas, origins, findings)
    shows.shows(all_shows, areas, books, findings)
    tours.tours(all_tours, areas, books, findings)
    programme.programme(programmes, areas, books, findings)
    devices.devices(all_devices, areas, books, findings)
    arrivals.portals(areas, books, findings)
    if not findings.any("portal"):
        arrivals.reachable(areas, findings)
    return findings.problems()


def meeting_problems(
    written: list[tuple[WrittenMeetings, Origin]], exhibitors: list[tuple[Any, Origin]],
    programmes: list[tuple[WrittenProgramme, Origin]], areas: list[Expanded], books: Books,
) -> list[Problem]:
    """What is wrong with matchmaking."""
    findings = Findings()
    meetings.meetings(written, exhibitors, [each for each, _ in programmes], areas, books, findings)
    return findings.problems()
