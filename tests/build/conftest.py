"""Venues for the build's tests: the minimal layout, and one of a few cells that tests change."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallwright.config import resources
from hallwright.layout.model import Venue
from hallwright.layout.reading import read_venue

FAIR = """\
hallwright: 1
id: fair
name: {en: Fair, zh: 展会}
theme: {en: Making, zh: 制造}
kinds:
  shell: {type: shell, size: [3, 3], open: [front], furniture: [counter, stool]}
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展厅}
    size: [75, 50]
    zones:
      - {id: makers, letter: A, name: {en: Makers, zh: 制造者}, color: "#1f6fb2",
         polygon: [[2, 2], [73, 2], [73, 48], [2, 48]]}
    booths:
      - {number: "A{n:02}", kind: shell, at: [9, 12], repeat: {count: 5, step: [12, 0]},
         fascia: {en: "Maker {n}", zh: "制造商{n}"}}
      - {number: "B{n:02}", kind: shell, at: [9, 36], repeat: {count: 5, step: [12, 0]},
         fascia: {en: "Builder {n}", zh: "建造商{n}"}}
      - {id: corner, number: C01, kind: shell, at: [12, 18], fascia: {en: Corner, zh: 角落}}
    spawns:
      - {id: entrance, at: [20, 5], facing: north, default: true}
"""


def read_text(folder: Path, text: str) -> Venue:
    """The venue that this YAML says."""
    path = folder / "fair.yaml"
    path.write_text(text, "utf-8")
    return read_venue(path)


@pytest.fixture(scope="session")
def minimal() -> Venue:
    """The first layout a new organizer reads."""
    return read_venue(resources().layouts / "minimal.yaml")


@pytest.fixture
def fair(tmp_path: Path) -> Venue:
    """A hall of six cells with eleven booths."""
    return read_text(tmp_path, FAIR)
