"""Models that came written are copied, and only when they are what would be written here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hallwright.build.models import make_model
from hallwright.build.shipping import ship, shipped
from hallwright.build.store import SIBLINGS, Store
from hallwright.catalogue.shelf import Shelf
from hallwright.errors import CatalogueError
from hallwright.scene.materials import MATERIALS

CARD = """\
name: {en: Crate, zh: 木箱}
summary: {en: It holds things., zh: 装东西。}
size: [1, 1, 1.1]
facts: [{label: {en: Width, zh: 宽度}, value: {en: 1 m, zh: 1 米}, source: Measured}]
licence: MIT
source: Our own
motions: {run: {en: Open, zh: 打开}}
hotspots:
  - {id: lid, at: [0, 1.1, 0.4], part: lid, name: {en: Lid, zh: 盖}, text: {en: It opens., zh: 可以打开。}}
seats:
  - {id: on-it, at: [0, 1.4, 0], facing: -90, part: lid, name: {en: On it, zh: 上面}}
"""
RECIPE = """\
from hallwright.catalogue.rig import Motion, Part, Rig, spin, swing
from hallwright.geometry.shapes import box


def build():
    lid = Part([box((1, 0.1, 1), (0, 1.05, 0))], "body", pivot=(0, 1, -0.5), apart=(0, 1, 0), cut=True)
    open_ = Motion("run", (swing("lid", (1, 0, 0), [(0, 0), (1, -1), (2, 0)]),))
    idle = Motion("idle", (spin("body", (0, 1, 0), 1, 4),), loop=True)
    return Rig({"body": Part([box((1, 1, 1), (0, 0.5, 0))]), "lid": lid}, (open_, idle))
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    home = tmp_path / "models" / "crate"
    home.mkdir(parents=True)
    (home / "model.yaml").write_text(CARD, "utf-8")
    (home / "recipe.py").write_text(RECIPE)
    return Shelf(tmp_path / "models")


def test_what_is_told_of_a_model(shelf: Shelf, tmp_path: Path) -> None:
    about = make_model("crate", Store(tmp_path / "hall"), shelf, MATERIALS).about
    assert about["motions"] == {
        "run": {"duration": 2.0, "loop": False, "name": {"en": "Open", "zh": "打开"}},
        "idle": {"duration": 4.0, "loop": True, "name": None},
    }
    assert about["hotspots"] == [{
        "id": "lid", "at": [0.0, 1.1, 0.4], "part": "lid", "name": {"en": "Lid", "zh": "盖"},
        "text": {"en": "It opens.", "zh": "可以打开。"},
    }]
    assert about["seats"] == [{
        "id": "on-it", "at": [0.0, 1.4, 0.0], "facing": -1.570796, "part": "lid", "name": {"en": "On it", "zh": "上面"},
        "rides": False,  # the lid turns, but goes nowhere
    }]
    assert about["facts"][0]["source"] == "Measured"
    assert about["summary"]["zh"] == "装东西。"
    assert about["explode"] is True
    assert about["cut"] is True


@pytest.mark.parametrize("performs", [False, True])
def test_what_came_is_what_would_be_written(shelf: Shelf, tmp_path: Path, performs: bool) -> None:
    came, hall, own = tmp_path / "came", tmp_path / "hall", tmp_path / "own"
    ship(shelf, came, MATERIALS)
    made = make_model("crate", Store(own), shelf, MATERIALS, performs)
    taken = shipped("crate", Store(hall), shelf, came, performs=performs)
    assert taken == made
    assert sorted(path.name for path in hall.iterdir()) == sorted(path.name for path in own.iterdir())
    for path in own.iterdir():
        assert (hall / path.name).read_bytes() == path.read_bytes()
    assert Store(hall).has(made.near)


def spoil_note(came: Path) -> None:
    next(came.glob("*.json")).write_bytes(b"{}")


def spoil_file(came: Path) -> None:
    next(came.glob("model-*.glb")).write_bytes(b"short")


def lose_sibling(came: Path) -> None:
    next(came.glob(f"model-*.glb{SIBLINGS[0]}")).unlink()


@pytest.mark.parametrize("spoil", [spoil_note, spoil_file, lose_sibling])
def test_what_came_broken_is_not_there(shelf: Shelf, tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    came = tmp_path / "came"
    ship(shelf, came, MATERIALS)
    spoil(came)
    assert shipped("crate", Store(tmp_path / "hall"), shelf, came) is None


def test_another_recipe_is_another_model(shelf: Shelf, tmp_path: Path) -> None:
    ship(shelf, tmp_path / "came", MATERIALS)
    (shelf.folder / "crate" / "recipe.py").write_text(RECIPE.replace("-1", "-2"))
    assert shipped("crate", Store(tmp_path / "hall"), shelf, tmp_path / "came") is None


def test_one_bad_model_does_not_keep_the_others(shelf: Shelf, tmp_path: Path) -> None:
    bad = shelf.folder / "bad"
    bad.mkdir()
    (bad / "model.yaml").write_text(CARD, "utf-8")
    (bad / "recipe.py").write_text("def build(): return 1")
    with pytest.raises(CatalogueError, match=r"bad/recipe\.py"):
        ship(shelf, tmp_path / "came", MATERIALS)
    assert shipped("crate", Store(tmp_path / "hall"), shelf, tmp_path / "came")
