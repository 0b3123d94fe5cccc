"""Networks to find ways in: the reference venue, 1,500 booths, and two small halls written here."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from hallwright.catalogue.shelf import Shelf
from hallwright.config import resources
from hallwright.layout.model import Venue
from hallwright.layout.reading import read_venue
from hallwright.wayfinding.guide import Guide
from hallwright.wayfinding.network import Network
from hallwright.wayfinding.surveying import sizes_of, survey

ROOT = Path(__file__).resolve().parent.parent.parent

SMALL = """
hallwright: 1
id: small
name: {en: Small Fair, zh: 小展会}
kinds:
  shell: {type: shell, size: [3, 3], furniture: [counter]}
exhibitors:
  - {id: huaxin, name: {en: Huaxin, zh: 华新}, country: CN}
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展馆}
    size: [60, 40]
    aisles: [{id: spine, path: [[4, 20], [56, 20]], width: 4, name: {en: Main Aisle, zh: 主通道}}]
    booths:
      - {number: "A{n:02}", kind: shell, at: [12, 25], repeat: {count: 8, step: [3, 0]}, exhibitor: huaxin}
      - {number: "B{n:02}", kind: shell, at: [12, 15], facing: north, repeat: {count: 8, step: [3, 0]}}
      - {number: C01, type: island, size: [6, 6], at: [45, 31]}
    facilities:
      - {id: wc-near, kind: toilets, at: [10, 36], size: [6, 4]}
      - {id: wc-far, kind: toilets, at: [52, 4], size: [6, 4], facing: north}
    stages: [{id: stage, name: {en: Stage, zh: 舞台}, at: [30, 5], size: [8, 4], facing: north}]
    spawns: [{id: entrance, at: [4, 20], facing: east, default: true}]
    portals: [{id: out, at: [58, 20], facing: east, width: 4, to: yard/in}]
  - id: yard
    kind: park
    name: {en: Yard, zh: 庭院}
    size: [40, 40]
    walls:
      - {path: [[20, 0], [20, 30]], material: hedge}
    features:
      - {id: flight, kind: steps, path: [[19, 32], [21, 32]], width: 4.6, name: {en: Garden Steps, zh: 花园台阶}}
    booths: [{number: Y1, type: stall, size: [3, 3], at: [32, 10], facing: west}]
    spawns: [{id: gate, at: [4, 6]}]
    portals: [{id: in, at: [2, 20], facing: west, width: 4, to: hall/out}]
"""


def surveyed(layout: Path) -> tuple[Venue, Network]:
    """A venue and its network; placements are as large as the catalogue says, as in a manifest."""
    venue, shelf = read_venue(layout), Shelf(resources().models)
    models = {exhibit.model: {"footprint": shelf.card(exhibit.model).size[:2]} for exhibit in venue.exhibits}
    return venue, survey(venue, sizes_of(venue, {"models": models}))


@pytest.fixture(scope="session")
def reference() -> tuple[Venue, Network]:
    return surveyed(resources().layouts / "wmc" / "venue.yaml")


@pytest.fixture(scope="session")
def stress(tmp_path_factory: pytest.TempPathFactory) -> tuple[Venue, Network]:
    layout = tmp_path_factory.mktemp("stress") / "venue.yaml"
    subprocess.run([ROOT / "scripts" / "make_stress_layout", "--out", str(layout)], check=True, capture_output=True)
    return surveyed(layout)


def written(folder: Path, text: str = SMALL) -> Network:
    layout = folder / "venue.yaml"
    layout.write_text(text, "utf-8")
    return surveyed(layout)[1]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return Guide(written(tmp_path_factory.mktemp("small")))
