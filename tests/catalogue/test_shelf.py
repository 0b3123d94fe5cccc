"""The shelf: what it gives, what it refuses, and what it keeps."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from hallwright.catalogue.shelf import Shelf
from hallwright.config import resources
from hallwright.errors import CatalogueError

RECIPE = """\
from hallwright.catalogue.rig import Part, Rig
from hallwright.geometry.shapes import box


def build():
    body = Part([box((1, 1, 1), (0, 0.5, 0), "matte", "#808080")])
    return Rig({"body": body, "lid": Part([box((1, 0.1, 1), (0, 1.05, 0))])})


def far():
    return [box((1, 1.1, 1), (0, 0.55, 0))]
"""


CARD = """\
name: {en: Crate, zh: 木箱}
summary: {en: It holds things., zh: 装东西。}
size: [1, 1, 1.1]
facts: []
licence: MIT
source: Our own
"""


@pytest.fixture
def models(tmp_path: Path) -> Path:
    folder = tmp_path / "models"
    (folder / "crate").mkdir(parents=True)
    (folder / "crate" / "model.yaml").write_text(CARD, "utf-8")
    (folder / "crate" / "recipe.py").write_text(RECIPE)
    return folder


def test_a_model_has_its_named_parts(models: Path) -> None:
    crate = Shelf(models).get("crate")
    assert [mesh.key.rpartition("/")[2] for mesh in crate.meshes] == ["body", "lid"]
    assert crate.footprint == (1.0, 1.0)
    assert crate.height == pytest.approx(1.1)
    assert crate.triangles == 24


def test_a_misspelt_id_gets_a_hint() -> None:
    with pytest.raises(CatalogueError, match="Did you mean 'rocket'"):
        Shelf(resources().models).get("roket")


@pytest.mark.parametrize("name", ["../crate", "crate/..", "", "Crate", "/etc", "crate\x00", "a" * 80])
def test_an_id_cannot_leave_the_shelf(models: Path, name: str) -> None:
    with pytest.raises(CatalogueError, match="no model"):
        Shelf(models).get(name)


@pytest.mark.parametrize(
    ("recipe", "said"),
    [
        ("def build(:", "SyntaxError"),
        ("import nothing_of_the_kind", "ModuleNotFoundError"),
        ("def build():\n    return 1 / 0\n", "ZeroDivisionError"),
        ("x = 1\n", "has no build"),
        ("def build():\n    return []\n", "named parts"),
        ("def build():\n    return {'body': []}\n", "Rig of named parts"),
        (RECIPE.replace("(1, 1, 1)", "(float('nan'), 1, 1)"), "not a number"),
        (RECIPE.replace("[box((1, 1.1", "[box((1, 1.1, 1))] * 200 + [box((1, 1.1"), "more than 2000"),
    ],
)
def test_a_bad_recipe_is_a_catalogue_error_that_names_it(models: Path, recipe: str, said: str) -> None:
    (models / "crate" / "recipe.py").write_text(recipe)
    with pytest.raises(CatalogueError, match=said) as caught:
        Shelf(models).get("crate")
    assert "crate" in str(caught.value)


def test_a_missing_recipe_is_told(models: Path) -> None:
    (models / "crate" / "recipe.py").unlink()
    with pytest.raises(CatalogueError, match="recipe"):
        Shelf(models).get("crate")


def test_built_models_are_kept_by_content(models: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    first = Shelf(models, kept).get("crate")
    names = {path.name for path in kept.iterdir()}
    again = Shelf(models, kept).get("crate")
    assert again.key == first.key
    assert np.array_equal(again.meshes[0].primitives[0].positions, first.meshes[0].primitives[0].positions)
    (models / "crate" / "recipe.py").write_text(RECIPE.replace("#808080", "#903030"))
    changed = Shelf(models, kept).get("crate")
    assert changed.key != first.key
    assert len(list(kept.iterdir())) == 1
    assert {path.name for path in kept.iterdir()} != names


def test_a_resident_shelf_sees_a_changed_recipe(models: Path) -> None:
    shelf = Shelf(models)
    before = shelf.get("crate")
    assert shelf.get("crate") is before
    (models / "crate" / "recipe.py").write_text(RECIPE.replace("(1, 1, 1)", "(2, 1, 1)"))
    assert shelf.get("crate").footprint == (2.0, 1.0)


def test_a_spoilt_keep_is_made_anew(models: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    Shelf(models, kept).get("crate")
    for path in kept.iterdir():
        path.write_bytes(b"PK\x03\x04 not really")
    assert Shelf(models, kept).get("crate").triangles == 24


MOVING = """\
from hallwright.catalogue.rig import Motion, Part, Rig, swing
from hallwright.geometry.shapes import box


def build():
    parts = {"body": Part([box((1, 1, 1), (0, 0.5, 0))]), "lid": Part([box((1, 0.1, 1), (0, 1.05, 0))], "body")}
    return Rig(parts, (Motion("run", (swing("lid", (1, 0, 0), [(0, 0), (1, -1), (2, 0)]),)),))
"""
TOLD = """\
motions:
  run: {en: Open, zh: 打开}
hotspots:
  - {id: lid, at: [0, 1.1, 0.4], part: lid, name: {en: Lid, zh: 盖}, text: {en: It opens., zh: 可以打开。}}
seats:
  - {id: inside, at: [0, 0.6, 0.2], facing: 0, part: lid, name: {en: Inside, zh: 里面}}
"""


def told(models: Path, text: str) -> None:
    (models / "crate" / "model.yaml").write_text(CARD + text, "utf-8")
    (models / "crate" / "recipe.py").write_text(MOVING)


def test_a_model_knows_its_motions_and_places(models: Path, tmp_path: Path) -> None:
    told(models, TOLD)
    for crate in (Shelf(models, tmp_path / "kept").get("crate"), Shelf(models, tmp_path / "kept").get("crate")):
        assert [motion.name for motion in crate.rig.motions] == ["run"]
        assert crate.captions["run"]["zh"] == "打开"
        assert crate.hotspots[0].part == "lid"
        assert crate.seats[0].at == (0.0, 0.6, 0.2)
        assert 12 <= sum(len(part.indices) for part in crate.far) <= 24, "simplified from what is there"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("run: {", "ran: {", "crate/model.yaml:8:3: motions.ran: 'ran' is not a motion of this model; did you mean"),
        ("run: {", "ran: {", "motions: 'run' is missing"),
        ("part: lid", "part: led", "crate/model.yaml:10:40: hotspots[0].part: 'led' is not a part of this model; did"),
        ("[0, 1.1, 0.4]", "[0, 11, 0.4]", "crate/model.yaml:10:19: hotspots[0].at: is not on the model, which reaches"),
        ("0, part: lid", "0, part: bed", "crate/model.yaml:12:54: seats[0].part: 'bed' is not a part of this model;"),
        ("[0, 0.6, 0.2]", "[9, 0.6, 0.2]", "crate/model.yaml:12:22: seats[0].at: is not on the model, which reaches"),
    ],
)
def test_a_card_that_speaks_of_what_is_not_there_is_refused(models: Path, old: str, new: str, said: str) -> None:
    told(models, TOLD.replace(old, new))
    with pytest.raises(CatalogueError) as caught:
        Shelf(models).get("crate")
    assert said in str(caught.value)
