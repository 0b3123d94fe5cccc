"""The Khronos validator on the uncompressed form of our GLBs: it checks neither meshopt nor instancing, so the
compressed forms are compared with these elsewhere, and loaded in a browser by the viewer's tests."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hallwright.build.cells import write_forms
from hallwright.build.models import model_asset
from hallwright.build.partition import cells_of
from hallwright.catalogue.shelf import Shelf
from hallwright.config import resources
from hallwright.export.glb import plain_glb
from hallwright.gltf.writing import Form, Glb, write
from hallwright.layout.model import Venue
from hallwright.layout.reading import read_venue
from hallwright.scene.compiling import compile_scene
from tests.gltf.figures import figured

TOP = Path(__file__).resolve().parents[2]
# What it tells as information: extensions that it does not know, and textures that WebGL 2 does not mind.
EXPECTED = {"UNSUPPORTED_EXTENSION", "UNUSED_OBJECT", "IMAGE_NPOT_DIMENSIONS"}


def validate(folder: Path, glbs: dict[str, bytes]) -> list[str]:
    """What the validator complains of, a line for each GLB with errors or warnings."""
    for name, data in glbs.items():
        (folder / f"{name}.glb").write_bytes(data)
    node = [sys.executable, str(TOP / "build_backend" / "node.py"), "--in", str(TOP / "web"), "node"]
    answer = subprocess.run(
        [*node, "tests/validate-glb.mjs"],
        input="\n".join(str(folder / f"{name}.glb") for name in glbs),
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    reports = [json.loads(line) for line in answer.stdout.splitlines()]
    assert len(reports) == len(glbs)
    told = {message["code"] for report in reports for message in report["messages"]}
    bad = [f"{report['file']}: {report['messages']}" for report in reports if report["errors"] or report["warnings"]]
    assert bad or told <= EXPECTED
    return bad


def forms(venue: Venue, shelf: Shelf) -> Iterator[tuple[str, Glb]]:
    """Every cell's details, in the form the validator understands."""
    scene = compile_scene(venue, shelf)
    for area in scene.areas:
        for cell in cells_of(area):
            for detail, glb in write_forms(cell, shelf, scene.materials, "quantised").items():
                yield f"{area.id}-{cell.id}-{detail}", glb


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(resources().models, tmp_path_factory.mktemp("models"))


def test_every_file_of_the_minimal_venue_is_valid(minimal: Venue, shelf: Shelf, tmp_path: Path) -> None:
    glbs = {name: glb.data for name, glb in forms(minimal, shelf) if glb.draws}
    assert len(glbs) >= 4
    assert validate(tmp_path, glbs) == []


def test_the_reference_venue_is_valid(shelf: Shelf, tmp_path: Path) -> None:
    venue = read_venue(resources().reference_layout)
    glbs = {name: glb.data for name, glb in forms(venue, shelf) if glb.draws}
    assert len(glbs) >= 240
    assert validate(tmp_path, glbs) == []


def test_every_model_is_valid(shelf: Shelf, tmp_path: Path) -> None:
    materials = compile_scene(read_venue(resources().layouts / "minimal.yaml"), shelf).materials
    glbs = {name: write(model_asset(shelf.get(name), materials), "quantised").data for name in shelf.ids()}
    assert len(glbs) >= 10
    assert validate(tmp_path, glbs) == []


@pytest.mark.parametrize("form", ["quantised", "plain"])
def test_what_moves_is_valid(form: Form, tmp_path: Path) -> None:
    glbs = {f"{form}-{skin}": write(figured(skin=skin), form).data for skin in (False, True)}
    assert validate(tmp_path, glbs) == []


def test_a_whole_venue_in_plain_form_is_valid(minimal: Venue, shelf: Shelf, tmp_path: Path) -> None:
    assert validate(tmp_path, {"minimal": plain_glb(minimal, shelf)}) == []


def test_the_validator_is_really_asked(tmp_path: Path) -> None:
    glb = plain_glb(read_venue(resources().layouts / "minimal.yaml"), Shelf(resources().models))
    broken = glb.replace(b'"componentType":5126', b'"componentType":5127', 1)
    assert len(validate(tmp_path, {"broken": broken})) == 1
