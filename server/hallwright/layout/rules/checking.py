"""All rules in order: those of one area, and those between areas and files."""

from __future__ import annotations

from hallwright.layout.entries import Area
from hallwright.layout.expansion import Expanded
from hallwright.layout.problem import Problem
from hallwright.layout.rules import arrivals, boards, collisions, doors, ids, placing, references, shows
from hallwright.layout.rules.findings import Findings
from hallwright.layout.scope import Books, Origin
from hallwright.layout.shows import Show


def area_problems(area: Area, expanded: Expanded, books: Books) -> list[Problem]:
    """What is wrong within one area, as written and as expanded."""
    findings = Findings()
    ids.area_ids(expanded, findings)
    ids.usable_ids(expanded, findings)
    references.references(expanded, books, findings)
    placing.inside_area(expanded, findings)
    placing.zones_make_sense(expanded, findings)
    placing.booths_in_zones(expanded, findings)
    placing.under_ceiling(expanded, findings)
    boards.boards(area, expanded, books, findings)
    grid = collisions.collisions(expanded, findings)
    doors.doors(expanded, grid, findings)
    arrivals.free_arrivals(expanded, grid, findings)
    return findings.problems()


def venue_problems(
    areas: list[Expanded], books: Books, origins: dict[str, list[tuple[str, Origin]]],
    all_shows: list[tuple[Show, Origin]],
) -> list[Problem]:
    """What is wrong between areas and between files."""
    findings = Findings()
    ids.venue_ids(areas, origins, findings)
    shows.shows(all_shows, areas, books, findings)
    arrivals.portals(areas, books, findings)
    if not findings.any("portal"):
        arrivals.reachable(areas, findings)
    return findings.problems()
