"""Publish a layout: check it, build what changed, put it in place of the hall before.

A layout with problems changes nothing: the last good hall stands, and every problem is told.
"""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hallwright.build.manifest import Manifest
from hallwright.build.pipeline import Builder
from hallwright.config import resources
from hallwright.errors import HallwrightError
from hallwright.layout.model import Venue
from hallwright.layout.reading import Reader
from hallwright.organizer import stamp
from hallwright.organizer.events import Broken, Event, Failed, Progress, Published
from hallwright.organizer.indexing import index
from hallwright.organizer.problems import problem_json

Report = Callable[[Event], None]


class Publisher:
    """A resident compiler of one layout into one folder: what did not change is not made again.
    Close it to end its processes."""

    def __init__(self, layout: Path, folder: Path, *, workers: int, cache: Path) -> None:
        self._layout = layout
        self._folder = folder
        self._reader = Reader()
        self._builder = Builder(folder, workers, share=True, cache=cache)
        self._builder.start()
        self._cells = published_keys(folder)

    def publish(self, report: Report) -> None:
        """Compile the layout as it is now; tells ``report`` of progress and of the outcome. The companions of a
        hall that was published are made after that is told."""
        started = time.perf_counter()
        with _collected_afterwards():
            try:
                outcome, made = self._compile(report, started)
            except HallwrightError as error:
                outcome, made = Failed(str(error)), None
            report(outcome)
            if made:
                for told in index(self._folder, *made):
                    report(told)
            self._reader.tidy()

    def close(self) -> None:
        """End the builder's processes."""
        self._builder.close()

    def _compile(self, report: Report, started: float) -> tuple[Event, tuple[Venue, Manifest] | None]:
        """The outcome, and what was published if anything was."""
        reading = self._reader.check(self._layout)
        if reading.venue is None:
            return Broken(tuple(problem_json(problem) for problem in (*reading.problems, *reading.warnings))), None
        venue = reading.venue
        report(Progress(0, 1, "layout", venue.id))
        manifest = self._builder.build(venue, lambda done, total, what: report(Progress(done, total, what, venue.id)))
        stamp.write(self._folder, self._layout, [Path(path) for path in reading.files], resources())
        before, self._cells = self._cells, cell_keys(manifest.document)
        changed = sum(before.get(cell) != key for cell, key in self._cells.items()) + len(before.keys() - self._cells)
        warnings = tuple(problem_json(problem) for problem in reading.warnings)
        seconds = round(time.perf_counter() - started, 3)
        return Published(venue.id, manifest.revision, seconds, changed, warnings), (venue, manifest)


def published_keys(folder: Path) -> dict[tuple[str, str], str]:
    """The keys of the hall published in ``folder``; empty when there is none."""
    try:
        return cell_keys(json.loads((folder / "manifest.json").read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def cell_keys(manifest: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """(area, cell) -> key of a hall."""
    return {(area["id"], cell["id"]): cell["key"] for area in manifest["areas"] for cell in area["cells"]}


@contextmanager
def _collected_afterwards() -> Iterator[None]:
    """Garbage is looked for when all is told and nobody waits. What stays from one publishing to the next is then
    left out of the small searches; they would look through the whole layout and its plan again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        gc.freeze()
        if was_on:
            gc.enable()
