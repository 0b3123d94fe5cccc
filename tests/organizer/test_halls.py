"""A hall's state, moved by what the compiler says."""

from __future__ import annotations

import json
from pathlib import Path

from hallwright.organizer.events import Broken, Failed, Progress, Published
from hallwright.organizer.halls import Hall, Halls, folder_of

PROBLEM = {"severity": "error", "text": "venue.yaml:1:1: …"}


def publish(folder: Path, revision: str) -> Published:
    manifest = {"venue": "demo", "revision": revision, "name": {"en": "Demo", "zh": "展"}}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return Published("demo", revision, 0.1, 3)


def test_from_nothing_to_ready(tmp_path: Path) -> None:
    hall = Hall(Path("venue.yaml"), tmp_path)
    assert (hall.status, hall.id) == ("compiling", "")
    hall.apply(Progress(1, 2, "cells", "demo"))
    assert (hall.status, hall.id) == ("compiling", "demo")
    hall.apply(publish(tmp_path, "aa"))
    assert (hall.status, hall.revision, hall.progress) == ("ready", "aa", None)


def test_a_broken_save_and_its_repair(tmp_path: Path) -> None:
    hall = Hall(Path("venue.yaml"), tmp_path)
    hall.apply(publish(tmp_path, "aa"))
    hall.apply(Broken((PROBLEM,)))
    assert (hall.status, hall.revision, hall.problems) == ("ready", "aa", (PROBLEM,))
    hall.apply(publish(tmp_path, "bb"))
    assert (hall.status, hall.revision, hall.problems) == ("ready", "bb", ())


def test_nothing_to_show_but_problems(tmp_path: Path) -> None:
    hall = Hall(Path("venue.yaml"), tmp_path)
    hall.apply(Failed("out of memory"))
    assert hall.status == "broken"
    hall.apply(Broken((PROBLEM,)))
    assert (hall.status, hall.failure) == ("broken", "")


def test_a_damaged_manifest_is_none(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{", "utf-8")
    hall = Hall(Path("venue.yaml"), tmp_path)
    assert not hall.load()
    assert hall.manifest is None


def test_halls_by_venue(tmp_path: Path) -> None:
    halls = Halls((Hall(Path("a.yaml"), tmp_path, id="a"), Hall(Path("b.yaml"), tmp_path)))
    assert halls.get("a") is not None
    assert halls.get("b") is None
    assert halls.unnamed() is not None


def test_folders_are_readable_and_apart(tmp_path: Path) -> None:
    one, two = (folder_of(tmp_path / name / "wmc" / "venue.yaml", tmp_path) for name in ("one", "two"))
    assert one != two
    assert one.name.startswith("wmc-venue-")
    assert one == folder_of(tmp_path / "one" / "x" / ".." / "wmc" / "venue.yaml", tmp_path)
