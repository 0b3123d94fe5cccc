"""Companion files: made beside a published hall, found again by a server, and never in its way."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hallwright.build.manifest import Manifest
from hallwright.config import resources
from hallwright.layout.model import Venue
from hallwright.layout.reading import read_venue
from hallwright.organizer import companions, stamp
from hallwright.organizer.companions import Companions
from hallwright.organizer.events import Indexed
from hallwright.organizer.halls import Hall
from hallwright.organizer.indexing import index


def names(venue: Venue, document: Mapping[str, Any], folder: Path) -> bytes:
    assert (folder / "manifest.json").is_file()
    return f"{venue.id} {document['revision']}".encode()


def broken(venue: Venue, document: Mapping[str, Any], folder: Path) -> bytes:
    raise LookupError("no such thing")


BOTH = (("names", names), ("broken", broken))


class Home:
    """A folder in which halls are published, by hand."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.layout = folder, folder / "venue.yaml"
        self.layout.write_bytes((resources().layouts / "minimal.yaml").read_bytes())
        self.venue = read_venue(self.layout)

    def publish(self, revision: str) -> Manifest:
        document = {"venue": "minimal", "revision": revision, "name": {"en": "Demo", "zh": "展"}}
        manifest = Manifest(revision, document, json.dumps(document).encode())
        (self.folder / "manifest.json").write_bytes(manifest.to_json())
        stamp.write(self.folder, self.layout, [self.layout], replace(resources(), models=self.folder / "models"))
        return manifest

    def index(self, revision: str, wanted: Any = BOTH[:1]) -> list[Indexed]:
        return list(index(self.folder, self.venue, self.publish(revision), wanted))

    def revisions(self) -> list[str]:
        return sorted(entry.name for entry in (self.folder / companions.FOLDER).iterdir())


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_a_hall_finds_its_companions(home: Home) -> None:
    assert home.index("aa") == [Indexed("minimal", "aa", "names", pytest.approx(0, abs=5))]
    hall = Hall(home.layout, home.folder)
    assert hall.load()
    assert hall.companions is not None
    assert hall.companions.open("names", Path.read_bytes) == b"minimal aa"
    assert hall.companions.open("other", Path.read_bytes) is None


def test_what_is_opened_stays_open(home: Home) -> None:
    home.index("aa")
    known = Companions(companions.folder_of(home.folder, "aa"))
    assert known.open("names", Path.read_bytes) is known.open("names", Path.read_bytes)


def test_one_that_fails_is_told_and_left_out(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    events = home.index("aa", (*BOTH, ("more", names)))
    assert [event.fault for event in events] == ["", "broken: LookupError: no such thing", ""]
    assert "Traceback" in capsys.readouterr().err
    hall = Hall(home.layout, home.folder)
    assert hall.load()
    assert hall.companions is None, "not whole: a next start makes them again"
    for event in events:
        assert hall.awaits(event.name)
        hall.apply(event)
        assert not hall.awaits(event.name)
    assert hall.companion("more", Path.read_bytes) == b"minimal aa"
    assert hall.companion("broken", Path.read_bytes) is None
    assert (hall.status, hall.faults) == ("ready", ("broken: LookupError: no such thing",))
    home.index("aa")
    assert hall.load()
    assert hall.faults == ()


def test_each_is_there_as_soon_as_it_is_told(home: Home) -> None:
    """Nobody who searches waits for the ways: the hall opens what is told while the rest is made."""
    order: list[str] = []

    def slow(venue: Venue, document: Mapping[str, Any], folder: Path) -> bytes:
        order.append("slow")
        return b"slow"

    hall = Hall(home.layout, home.folder)
    told = index(home.folder, home.venue, home.publish("aa"), (("names", names), ("slow", slow)))
    assert hall.load()
    hall.apply(next(told))
    assert hall.companion("names", Path.read_bytes) == b"minimal aa"
    assert hall.awaits("slow") and order == []
    assert not companions.are_whole(home.folder, "aa")
    hall.apply(next(told))
    assert hall.companion("slow", Path.read_bytes) == b"slow"
    assert list(told) == [] and companions.are_whole(home.folder, "aa")


def test_what_lies_there_from_before_is_not_opened_before_it_is_told(home: Home) -> None:
    home.index("aa", (*BOTH[:1], ("more", names)))
    home.layout.write_text(home.layout.read_text("utf-8") + "# products\n", "utf-8")
    hall = Hall(home.layout, home.folder)
    told = index(home.folder, home.venue, home.publish("aa"), (*BOTH[:1], ("more", names)))
    assert hall.load()
    hall.apply(next(told))
    assert hall.companions is not None
    assert hall.companion("names", Path.read_bytes) and hall.companions.tag("names")
    assert hall.companion("more", Path.read_bytes) is None and not hall.companions.tag("more")


def test_a_folder_that_cannot_be_written_is_told(home: Home) -> None:
    (home.folder / companions.FOLDER).write_text("a file where the folder should be", "utf-8")
    (event,) = home.index("aa")
    assert event.name == "names" and companions.FOLDER in event.fault


def test_companions_of_another_hall_are_not_used(home: Home) -> None:
    home.index("aa")
    hall = Hall(home.layout, home.folder)
    assert hall.load()
    (newer,) = home.index("bb")
    hall.apply(newer)
    assert hall.companions is not None
    assert hall.companions.open("names", Path.read_bytes) == b"minimal aa", "the hall that is shown"
    assert hall.load()
    assert hall.companions.open("names", Path.read_bytes) == b"minimal bb"


def test_a_layout_that_only_companions_tell_apart_is_indexed_anew(home: Home) -> None:
    """An exhibitor's products are in no manifest: the revision stays, the search must not."""
    home.index("aa")
    assert companions.are_whole(home.folder, "aa")
    home.layout.write_text(home.layout.read_text("utf-8") + "# products\n", "utf-8")
    home.publish("aa")
    assert not companions.are_whole(home.folder, "aa")
    hall = Hall(home.layout, home.folder)
    assert hall.load()
    assert hall.companions is None


def test_what_is_whole_is_not_made_again(home: Home) -> None:
    home.index("aa")
    made = companions.folder_of(home.folder, "aa") / "names"
    os.utime(made, (1, 1))
    assert [(event.name, event.fault) for event in home.index("aa")] == [("names", "")]
    assert made.stat().st_mtime == 1


def test_older_revisions_go_but_the_last(home: Home) -> None:
    for number, revision in enumerate(("aa", "bb", "cc")):
        home.index(revision)
        os.utime(companions.folder_of(home.folder, revision), (number, number))
    assert home.revisions() == ["bb", "cc"]
    home.index("bb")
    home.index("dd")
    assert home.revisions() == ["bb", "dd"], "cc was before bb"


@pytest.mark.parametrize("mark", ["", "\0", "0" * 64])
def test_a_damaged_mark_is_none(home: Home, mark: str) -> None:
    home.index("aa")
    (companions.folder_of(home.folder, "aa") / companions.MARK).write_text(mark, "utf-8")
    assert not companions.are_whole(home.folder, "aa")
