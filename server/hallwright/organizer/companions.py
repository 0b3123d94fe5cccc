"""Companion files of a published hall: what the server asks and visitors never get, such as the search index.

They lie in ``index/<revision>/`` of the hall's folder. ``made-after`` among them is written last and says which
hall, and which code of ours, they were made from: without it they are not whole. Until then only those may be opened
that the compiler told of: one of the same name may still lie there from before. They are opened when they are first
asked for, and let go with the revision they belong to.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from hallwright.config import PACKAGE
from hallwright.organizer import stamp

FOLDER = "index"
MARK = "made-after"
SEARCH = "search.db"  # the index of knowledge
WAYS = "ways"  # the network of wayfinding
INDEXING_ROOMS = ("knowledge", "wayfinding", "store")
Opened = TypeVar("Opened")


class Companions:
    """The companions of one revision in the server's memory: all that lie in ``folder`` when they are ``whole``, else
    those that are told."""

    def __init__(self, folder: Path, *, whole: bool = True) -> None:
        self._folder, self._whole = folder, whole
        self._told: dict[str, str] = {}
        self._opened: dict[str, object] = {}

    def tell(self, name: str, fault: str) -> None:
        """The compiler is done with one: it is there, or not because of ``fault``."""
        self._told[name] = fault

    @property
    def faults(self) -> tuple[str, ...]:
        """Why some could not be made."""
        return tuple(filter(None, self._told.values()))

    def awaits(self, name: str) -> bool:
        """Whether one may still come."""
        return not self._whole and name not in self._told

    def open(self, name: str, opener: Callable[[Path], Opened]) -> Opened | None:
        """What ``opener`` makes of the file ``name``, made once; None when there is no such file (yet)."""
        path = self._folder / name
        if name not in self._opened:
            if self.awaits(name) or not path.is_file():
                return None
            self._opened[name] = opener(path)
        return cast(Opened, self._opened[name])

    def tag(self, name: str) -> str:
        """Tells the file from others of the same name and revision; empty when there is none (yet)."""
        try:
            made = (self._folder / name).stat()
        except OSError:
            return ""
        return "" if self.awaits(name) else f"{made.st_mtime_ns:x}{made.st_size:x}"


def folder_of(hall: Path, revision: str) -> Path:
    """Where the companions of this revision lie."""
    return hall / FOLDER / revision


def are_whole(hall: Path, revision: str) -> bool:
    """True when every companion of the hall as it is on disk is there."""
    try:
        return _mark(folder_of(hall, revision)) == mark_of(hall)
    except OSError:
        return False


def _mark(folder: Path) -> str:
    """What the companions in a folder were made after; empty when they are not whole."""
    try:
        return (folder / MARK).read_text("utf-8")
    except (OSError, ValueError):
        return ""


def mark_of(hall: Path) -> str:
    """One digest of the hall on disk and of our code that makes companions; raises OSError."""
    total = hashlib.sha256((hall / stamp.NAME).read_bytes())
    for room in INDEXING_ROOMS:
        stamp.add_files(total, PACKAGE / room, "*.py")
    return total.hexdigest()
