"""When a published hall is still the newest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hallwright.config import Resources, resources
from hallwright.organizer import stamp


@pytest.fixture
def layout(tmp_path: Path) -> Path:
    path = tmp_path / "layout" / "venue.yaml"
    path.parent.mkdir()
    path.write_text("id: demo\n", "utf-8")
    (path.parent / "booths.yaml").write_text("booths: []\n", "utf-8")
    return path


@pytest.fixture
def own(tmp_path: Path) -> Resources:
    models = tmp_path / "models"
    (models / "rocket").mkdir(parents=True)
    (models / "rocket" / "recipe.py").write_text("height = 40\n", "utf-8")
    return replace(resources(), models=models)


@pytest.fixture
def folder(tmp_path: Path, layout: Path, own: Resources) -> Path:
    hall = tmp_path / "hall"
    hall.mkdir()
    (hall / "manifest.json").write_text("{}", "utf-8")
    stamp.write(hall, layout, [layout, layout.parent / "booths.yaml"], own)
    return hall


def test_what_was_just_made_is_fresh(folder: Path, layout: Path, own: Resources) -> None:
    assert stamp.is_fresh(folder, layout, own)


def test_touching_a_file_changes_nothing(folder: Path, layout: Path, own: Resources) -> None:
    layout.touch()
    assert stamp.is_fresh(folder, layout, own)


@pytest.mark.parametrize("name", ["venue.yaml", "booths.yaml"])
def test_an_edited_file_is_news(folder: Path, layout: Path, own: Resources, name: str) -> None:
    (layout.parent / name).write_text("id: other\n", "utf-8")
    assert not stamp.is_fresh(folder, layout, own)


def test_a_missing_included_file_is_news(folder: Path, layout: Path, own: Resources) -> None:
    (layout.parent / "booths.yaml").unlink()
    assert not stamp.is_fresh(folder, layout, own)


def test_an_edited_model_is_news(folder: Path, layout: Path, own: Resources) -> None:
    (own.models / "rocket" / "recipe.py").write_text("height = 41\n", "utf-8")
    assert not stamp.is_fresh(folder, layout, own)


def test_another_layout_is_news(folder: Path, layout: Path, own: Resources) -> None:
    assert not stamp.is_fresh(folder, layout.with_name("else.yaml"), own)


DAMAGED = ["", "[]", "{}", '{"files": []}', '{"files": {}, "layout": "x", "tools": "y"}', "\0"]


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_stamp_is_news(folder: Path, layout: Path, own: Resources, content: str) -> None:
    (folder / stamp.NAME).write_text(content, "utf-8")
    assert not stamp.is_fresh(folder, layout, own)


def test_a_hall_without_a_manifest_is_news(folder: Path, layout: Path, own: Resources) -> None:
    (folder / "manifest.json").unlink()
    assert not stamp.is_fresh(folder, layout, own)
