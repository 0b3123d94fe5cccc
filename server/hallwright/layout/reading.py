"""The door of this room: a layout's path in, a Venue or all of its problems out."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hallwright.errors import LayoutError
from hallwright.layout import model
from hallwright.layout.files import Folder, Shelf
from hallwright.layout.joining import Joined, Memory, join
from hallwright.layout.problem import Problem
from hallwright.layout.rules.reels import missing


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a layout. ``venue`` is None when there are ``problems``; ``warnings`` never
    stand in the way; ``files`` are all files that were looked at (to watch them)."""

    venue: model.Venue | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    files: tuple[Path, ...]


class Reader:
    """Reads layouts again and again; files that have not changed are not parsed again."""

    def __init__(self) -> None:
        self._shelf = Shelf()
        self._memory = Memory()

    def check(self, path: str | os.PathLike[str]) -> Reading:
        """Reads the layout that starts at ``path``. Never raises for what a layout says."""
        self.tidy()
        top = Path(os.path.realpath(path))
        if top.is_dir():
            top = top / "venue.yaml"
        folder = Folder(top.parent, self._shelf)
        with _uncollected():
            folder.gather(top)
            joined = join(folder.parsed, self._memory)
        found = list(folder.problems)
        for parsed in folder.parsed:
            found += parsed.problems
        found += joined.problems
        found += missing(folder.parsed, folder.root)
        return _reading(joined, found, folder)

    def tidy(self) -> None:
        """Forgets what the last layout has no more: some milliseconds, which the next reading would take else."""
        self._memory.tidy()


def check(path: str | os.PathLike[str]) -> Reading:
    """Reads a layout once; never raises for what it says."""
    return Reader().check(path)


def read_venue(path: str | os.PathLike[str]) -> model.Venue:
    """The venue of a layout; raises LayoutError with all problems."""
    reading = check(path)
    if reading.venue is None:
        raise LayoutError(reading.problems)
    return reading.venue


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection meanwhile: tens of thousands of nodes are made and all of them are wanted,
    so looking for garbage among them takes a third of the time and finds none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _reading(joined: Joined, found: list[Problem], folder: Folder) -> Reading:
    order = {parsed.source.name: index for index, parsed in enumerate(folder.parsed)}
    unique = dict.fromkeys(found)
    found = sorted(unique, key=lambda each: (order.get(each.file, -1), each.line, each.column))
    errors = tuple(each for each in found if each.severity == "error")
    warnings = tuple(each for each in found if each.severity == "warning")
    venue = joined.venue if not errors else None
    return Reading(venue, errors, warnings, tuple(folder.paths))
