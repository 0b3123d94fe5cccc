"""Writes small layouts for tests: a hall of 40 m by 24 m with an entrance, and what a test adds to it."""

from __future__ import annotations

from pathlib import Path

from hallwright.layout.model import Area, Venue
from hallwright.layout.reading import Reading, check

HEAD = """\
hallwright: 1
id: fair
name: {en: Fair, zh: 展会}
kinds:
  shell: {type: shell, size: [3, 3], open: [front], furniture: [counter]}
exhibitors:
  - {id: huaxin, name: {en: Huaxin, zh: 华新}}
  - {id: beihe, name: {en: Beihe, zh: 北河}}
exhibits:
  - {id: rocket, name: {en: Rocket, zh: 火箭}, model: rocket, summary: {en: A rocket., zh: 一枚火箭。}}
"""
HALL = """\
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展馆}
    size: [40, 24]
    spawns:
      - {id: entrance, at: [20, 2], facing: north}
"""
ZONES = """\
    zones:
      - {id: makers, name: {en: Makers, zh: 制造者}, color: "#1F6FB2", polygon: [[2, 6], [38, 6], [38, 22], [2, 22]]}
"""


def written(folder: Path, extra: str = "", head: str = HEAD, hall: str = HALL) -> Reading:
    """What reading says of the small hall with ``extra`` lines (of the area) added."""
    path = folder / "venue.yaml"
    path.write_text(head + hall + extra, encoding="utf-8")
    return check(path)


def venue(folder: Path, extra: str = "", head: str = HEAD, hall: str = HALL) -> Venue:
    """The same as a venue; fails with the problems if there are any."""
    reading = written(folder, extra, head, hall)
    assert reading.venue is not None, "\n".join(str(problem) for problem in reading.problems)
    return reading.venue


def area(folder: Path, extra: str = "") -> Area:
    """Its only area."""
    return venue(folder, extra).areas[0]


def booths(folder: Path, *lines: str, zones: str = "") -> Area:
    """The area with these booths."""
    return area(folder, zones + "    booths:\n" + "".join(f"      - {line}\n" for line in lines))
