from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import hallwright
from hallwright.build.pipeline import Builder, build
from hallwright.errors import CatalogueError
from hallwright.layout.model import Venue
from hallwright.layout.reading import Reader, read_venue
from hallwright.scene import planning
from tests.build.conftest import FAIR, read_text
from tests.gltf.reading import Read


def glbs(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.glb")}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_everything_the_manifest_names_is_there(minimal: Venue, tmp_path: Path) -> None:
    manifest = build(minimal, tmp_path, workers=1)
    document = json.loads((tmp_path / "manifest.json").read_bytes())
    assert document == json.loads(manifest.to_json())
    assert document["revision"] == manifest.revision
    files = [document["font"], *(area["walkable"] for area in document["areas"])]
    files += [file for area in document["areas"] for cell in area["cells"] for file in (cell["far"], cell["near"])]
    for file in files:
        assert (tmp_path / file["url"]).stat().st_size == file["bytes"]
        assert (tmp_path / f"{file['url']}.br").stat().st_size == file["wire"]
    assert document["files"]["count"] == len(files)
    assert document["files"]["wire"] == sum(file["wire"] for file in files)
    assert {path.suffix for path in tmp_path.iterdir()} == {".json", ".glb", ".walk", ".ttf", ".br", ".gz"}


def test_cells_hold_their_booths_inside_their_bounds(fair: Venue, tmp_path: Path) -> None:
    document = build(fair, tmp_path, workers=1).document
    (area,) = document["areas"]
    assert [cell["id"] for cell in area["cells"]] == ["c00-00", "c01-00", "c02-00", "c00-01", "c01-01", "c02-01"]
    near = {cell["id"]: Read((tmp_path / cell["near"]["url"]).read_bytes()) for cell in area["cells"]}
    booth = next(booth for booth in area["booths"] if booth["id"] == "corner")
    owners = {owner for node in near["c00-00"].document["nodes"] for owner in node.get("extras", {}).get("owners", [])}
    assert booth["id"] in owners
    for cell in area["cells"]:
        read = near[cell["id"]]
        for node in read.document["nodes"]:
            points = read.triangles(node).reshape(-1, 3)
            assert (points.min(axis=0) >= [low - 2e-3 for low in cell["bounds"]["min"]]).all()
            assert (points.max(axis=0) <= [high + 2e-3 for high in cell["bounds"]["max"]]).all()


def test_the_far_detail_is_a_few_draws_and_small(fair: Venue, tmp_path: Path) -> None:
    document = build(fair, tmp_path, workers=1).document
    for cell in document["areas"][0]["cells"]:
        assert cell["far"]["draws"] <= 6
        assert cell["far"]["triangles"] < cell["near"]["triangles"] / 3
        assert cell["far"]["wire"] < 20_000


def test_one_edited_booth_changes_the_files_of_its_cell_only(tmp_path: Path) -> None:
    out = tmp_path / "out"
    told: list[tuple[int, int, str]] = []
    with Builder(out, 1, share=True) as builder:
        before = builder.build(read_text(tmp_path, FAIR)).document
        old = glbs(out)
        edited = read_text(tmp_path, FAIR.replace("{en: Corner, zh: 角落}", "{en: Edited corner, zh: 角落展位}"))
        after = builder.build(edited, lambda *step: told.append(step)).document
        new = glbs(out)
    assert [what for _, _, what in told if what != "font"] == ["hall/c00-00"]
    changed = {entry["id"] for entry, was in zip(after["areas"][0]["cells"], before["areas"][0]["cells"], strict=True)
               if entry != was}
    assert changed == {"c00-00"}
    assert {name.rsplit("-", 1)[0] for name in new - old} <= {"hall-c00-00-far", "hall-c00-00-near"}
    assert len(new - old) >= 1
    assert before["revision"] != after["revision"]


YARD = """\
  - id: yard
    kind: park
    name: {en: Yard, zh: 院子}
    size: [40, 40]
    booths:
      - {number: "Y{n}", kind: shell, type: stall, at: [10, 20], repeat: {count: 2, step: [8, 0]}}
    props:
      - {kind: bench, at: [20, 10]}
"""
EDITS = (
    ("en: Corner", "en: Edited corner"),
    ("at: [12, 18]", "at: [40, 24]"),  # to another cell
    ("Maker {n}", "Master {n}"),
    ("furniture: [counter, stool]", "furniture: [counter, plant]"),  # both areas
    ("#1f6fb2", "#b3202c"),
    ("size: [75, 50]", "size: [100, 50]"),
    ("[[2, 2], [73, 2]", "[[2, 0.0], [73, 0]"),
    ("[[2, 0.0], [73, 0]", "[[2, -0.0], [73, 0.0]"),
    ("kind: bench, at: [20, 10]", "kind: bench, at: [20, 11]"),
    ("count: 5", "count: 4"),
    ("    spawns:\n      - {id: entrance", "    spawns:\n      - {id: gate"),
)


def test_edits_one_after_the_other_give_what_building_anew_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, out, reader = tmp_path / "fair.yaml", tmp_path / "out", Reader()
    text = FAIR + YARD
    with Builder(out, 1, share=True) as builder:
        for number, (old, new) in enumerate((*EDITS, EDITS[0][::-1])):
            assert old in text
            text = text.replace(old, new, 1)
            path.write_text(text, "utf-8")
            reading = reader.check(path)
            assert reading.venue is not None, reading.problems
            manifest = builder.build(reading.venue)
            monkeypatch.setattr(planning, "_last", {})  # what this process planned is no help to another
            build(read_venue(path), tmp_path / f"{number}", workers=1)
            fresh = contents(tmp_path / f"{number}")
            assert fresh["manifest.json"] == manifest.to_json(), new
            assert fresh == {name: data for name, data in contents(out).items() if name in fresh}, new


def test_nothing_is_made_when_nothing_changed(fair: Venue, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    with Builder(tmp_path / "out", 1, share=True) as builder:
        first = builder.build(fair)
        again = builder.build(fair, lambda *step: told.append(step))
    assert told == []
    assert first.to_json() == again.to_json()


def test_after_a_restart_only_what_changed_is_made(fair: Venue, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = build(fair, out, workers=1)
    told: list[str] = []
    again = build(fair, out, workers=1, progress=lambda done, total, what: told.append(what))
    assert told == []
    assert again.to_json() == first.to_json()
    lost = first.document["areas"][0]["cells"][2]["near"]["url"]
    (out / lost).unlink()
    build(fair, out, workers=1, progress=lambda done, total, what: told.append(what))
    assert told == ["hall/c02-00"]
    assert (out / lost).is_file()


def test_a_build_that_fails_leaves_the_last_hall_standing(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(read_text(tmp_path, FAIR), out, workers=1)
    before = contents(out)

    def fail(done: int, total: int, what: str) -> None:
        raise RuntimeError("stopped in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        build(read_text(tmp_path, FAIR.replace("Maker {n}", "New maker {n}")), out, workers=1, progress=fail)
    after = contents(out)
    assert {name: after[name] for name in before} == before


def test_a_missing_model_is_told_and_changes_nothing(fair: Venue, tmp_path: Path) -> None:
    from dataclasses import replace

    from hallwright.layout.model import Exhibit, Text

    out = tmp_path / "out"
    build(fair, out, workers=1)
    before = contents(out)
    unknown = Exhibit("x", Text("X", "X"), "flying-carpet", Text("", ""))
    with pytest.raises(CatalogueError, match="flying-carpet"):
        build(replace(fair, exhibits=(unknown,)), out, workers=1)
    assert contents(out) == before


def test_files_of_the_last_hall_stay_for_one_more_build(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with Builder(out, 1, share=True) as builder:
        halls = []
        for name in ("Corner", "Second", "Third"):
            builder.build(read_text(tmp_path, FAIR.replace("en: Corner", f"en: {name}")))
            halls.append(json.loads((out / "manifest.json").read_bytes())["areas"][0]["cells"][0]["near"]["url"])
    assert not (out / halls[0]).exists()
    assert (out / halls[1]).exists()
    assert (out / halls[2]).exists()


@pytest.mark.parametrize("workers", [1, 2])
def test_every_process_gives_the_same_bytes(minimal: Venue, tmp_path: Path, workers: int) -> None:
    build(minimal, tmp_path / "here", workers=workers)
    code = (
        "import sys; from pathlib import Path; from hallwright.build.pipeline import build;"
        "from hallwright.layout.reading import read_venue;"
        "from hallwright.config import resources;"
        "build(read_venue(resources().layouts / 'minimal.yaml'), Path(sys.argv[1]), workers=1)"
    )
    home = str(Path(hallwright.__file__).parents[1])
    environment = {**os.environ, "PYTHONHASHSEED": str(workers), "PYTHONPATH": home}
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "there")], env=environment, check=True)
    assert contents(tmp_path / "here") == contents(tmp_path / "there")
