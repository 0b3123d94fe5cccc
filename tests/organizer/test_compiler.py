"""The compiler process: what it says when a layout is published, edited, broken and mended."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from hallwright.config import resources
from hallwright.organizer import stamp
from hallwright.organizer.companions import SEARCH, WAYS, are_whole
from hallwright.organizer.compiler import Compiler
from hallwright.organizer.events import Broken, Event, Failed, Indexed, Progress, Published
from hallwright.organizer.indexing import COMPANIONS

PATIENCE = 60  # s


class Watched:
    """A compiler that watches a copy of the smallest layout, split in two files, and the outcomes it tells."""

    def __init__(self, folder: Path) -> None:
        self.layout = folder / "layout" / "venue.yaml"
        self.hall = folder / "hall"
        self.layout.parent.mkdir()
        text = (resources().layouts / "minimal.yaml").read_text("utf-8")
        head, areas = text.split("areas:\n")
        self.included = self.layout.parent / "areas.yaml"
        self.included.write_text(f"areas:\n{areas}", "utf-8")
        self.layout.write_text(f"{head}include: [areas.yaml]\n", "utf-8")
        self.compiler = Compiler(self.layout, self.hall, cache=folder / "cache", workers=1, watch=True)
        self.events: Queue[Event] = Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for event in self.compiler.events():
            self.events.put(event)

    def outcome(self) -> Event:
        """The next event that ends a compile."""
        while True:
            event = self.events.get(timeout=PATIENCE)
            if not isinstance(event, Progress | Indexed):
                return event

    def indexed(self, revision: str) -> list[str]:
        """The next events, which follow the publishing of a hall: the names of its companions."""
        names = []
        for _ in COMPANIONS:
            event = self.events.get(timeout=PATIENCE)
            assert isinstance(event, Indexed)
            assert (event.revision, event.fault) == (revision, "")
            names.append(event.name)
        return names

    def wait_until_whole(self, revision: str) -> None:
        """The mark is written a moment after the last companion is told."""
        deadline = time.monotonic() + PATIENCE
        while not are_whole(self.hall, revision):
            assert time.monotonic() < deadline
            time.sleep(0.02)

    def replace(self, old: str, new: str) -> None:
        """Save the included file with one thing changed, as editors do: a new file in the old one's place."""
        text = self.included.read_text("utf-8")
        assert old in text
        beside = self.included.with_suffix(".tmp")
        beside.write_text(text.replace(old, new), "utf-8")
        beside.replace(self.included)


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    watching = Watched(tmp_path_factory.mktemp("watched"))
    yield watching
    watching.compiler.stop()


def test_a_hall_follows_its_layout(watched: Watched) -> None:
    first = watched.outcome()
    assert isinstance(first, Published)
    assert first.venue == "minimal"
    assert first.cells >= 2
    assert json.loads((watched.hall / "manifest.json").read_bytes())["revision"] == first.revision
    assert stamp.is_fresh(watched.hall, watched.layout, resources())
    assert watched.indexed(first.revision) == [SEARCH, WAYS]
    watched.wait_until_whole(first.revision)

    watched.replace("number: B01", "number: B77")
    edited = watched.outcome()
    assert isinstance(edited, Published)
    assert edited.revision != first.revision
    assert edited.cells == 1, "one booth, one cell"

    watched.replace("kind: hall", "kidn: hall")
    broken = watched.outcome()
    assert isinstance(broken, Broken)
    assert "areas.yaml:" in str(broken.problems[0]["text"])
    assert "kidn" in str(broken.problems[0]["text"])
    assert json.loads((watched.hall / "manifest.json").read_bytes())["revision"] == edited.revision

    watched.replace("kidn: hall", "kind: hall")
    mended = watched.outcome()
    assert isinstance(mended, Published)
    assert (mended.revision, mended.cells) == (edited.revision, 0)


def test_a_crash_is_told(tmp_path: Path) -> None:
    layout = tmp_path / "venue.yaml"
    layout.write_bytes((resources().layouts / "minimal.yaml").read_bytes())
    (tmp_path / "hall").write_text("a file where the folder should be", "utf-8")
    compiler = Compiler(layout, tmp_path / "hall", cache=tmp_path / "cache", workers=1, watch=False)
    assert isinstance(list(compiler.events())[-1], Failed)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at processes through /proc")
def test_nothing_runs_on_after_the_end(tmp_path: Path) -> None:
    layout = tmp_path / "venue.yaml"
    layout.write_bytes((resources().layouts / "minimal.yaml").read_bytes())
    compiler = Compiler(layout, tmp_path / "hall", cache=tmp_path / "cache", workers=2, watch=True)
    next(compiler.events())
    session = compiler.process_id
    assert session is not None
    assert processes_of(session)
    compiler.stop()
    deadline = time.monotonic() + 10
    while processes_of(session) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not processes_of(session)


def processes_of(session: int) -> list[int]:
    """Ids of the running processes that belong to a session."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            state, *numbers = (entry / "stat").read_text().rpartition(")")[2].split()
            if int(numbers[2]) == session and state != "Z":
                found.append(int(entry.name))
        except (OSError, ValueError):
            continue
    return [pid for pid in found if pid != os.getpid()]
