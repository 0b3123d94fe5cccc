"""Companion files of a published hall: what the server asks and visitors never get, such as the search index.

They lie in ``index/<revision>/`` of the hall's folder. ``made-after`` among them is written last and says which
hall, and which code of ours, they were made from: without it they are not whole. They are opened when they are
first asked for, and let go with the revision they belong to.
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
WAYS = "ways"  # the network of wayfinding
INDEXING_ROOMS = ("knowledge", "wayfinding", "store")
Opened = TypeVar("Opened")


class Companions:
    """The companions of one revision in the server's memory. ``made`` tells them from others of the same revision."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: dict[str, object] = {}
        self.made = _mark(folder)[:12]

    def open(self, name: str, opener: Callable[[Path], Opened]) -> Opened | None:
        """What ``opener`` makes of the file ``name``, made once; None when there is no such file."""
        path = self._folder / name
        if name not in self._opened:
            if not path.is_file():
                return None
            self._opened[name] = opener(path)
        return cast(Opened, self._opened[name])


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
