"""The halls of a server: where each is published, and what state it is in.

A hall is *compiling* before it was ever published, *ready* once it was, and *broken* when there is nothing to
show but problems. A ready hall whose newest save is broken stays ready and carries the problems. Its companions
come a moment after it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from hallwright.organizer import companions
from hallwright.organizer.companions import Companions, Opened
from hallwright.organizer.events import Broken, Event, Failed, Indexed, ProblemJson, Progress, Published
from hallwright.organizer.packing import packed
from hallwright.programme.reading import programme_of
from hallwright.programme.sessions import Programme

Status = Literal["compiling", "ready", "broken"]


@dataclass(slots=True)
class Hall:
    """One layout and its published folder. ``manifest`` is the newest one as bytes, None before the first;
    ``encodings`` the same in each encoding. ``companions`` are those of this manifest, None until the first is made.
    ``published`` is when it was put there (s since 1970)."""

    layout: Path
    folder: Path
    id: str = ""
    revision: str = ""
    name: dict[str, str] = field(default_factory=dict)
    manifest: bytes | None = None
    encodings: dict[str, bytes] = field(default_factory=dict)
    progress: Progress | None = None
    problems: tuple[ProblemJson, ...] = ()
    failure: str = ""
    companions: Companions | None = None
    programme: Programme | None = None
    published: float = 0.0

    @property
    def status(self) -> Status:
        """compiling, ready or broken."""
        if self.manifest is not None:
            return "ready"
        return "broken" if self.problems or self.failure else "compiling"

    @property
    def faults(self) -> tuple[str, ...]:
        """Why companions of this manifest could not be made."""
        return self.companions.faults if self.companions else ()

    def companion(self, name: str, opener: Callable[[Path], Opened]) -> Opened | None:
        """A companion as ``opener`` makes it; None when there is none (yet)."""
        return self.companions.open(name, opener) if self.companions else None

    def awaits(self, name: str) -> bool:
        """Whether a companion may still come."""
        return self.companions is None or self.companions.awaits(name)

    def apply(self, event: Event) -> None:
        """Take in what the compiler said."""
        match event:
            case Progress():
                self.progress = event
                self.id = event.venue or self.id
            case Published():
                self.progress, self.failure, self.problems = None, "", event.warnings
                self.load()
            case Indexed():
                self._index(event)
            case Broken():
                self.progress, self.failure, self.problems = None, "", event.problems
            case Failed():
                self.progress, self.failure = None, event.message

    def load(self) -> bool:
        """Take the manifest from the folder; False when there is none that can be read."""
        try:
            path = self.folder / "manifest.json"
            content, published = path.read_bytes(), path.stat().st_mtime
            manifest = json.loads(content)
            programme = programme_of(manifest)
            self.id, self.revision, self.name = manifest["venue"], manifest["revision"], manifest["name"]
        except (OSError, ValueError, KeyError, TypeError):
            return False
        self.manifest, self.encodings = content, packed(content)
        self.programme, self.published = programme, published
        whole = companions.are_whole(self.folder, self.revision)
        self.companions = Companions(companions.folder_of(self.folder, self.revision)) if whole else None
        return True

    def _index(self, event: Indexed) -> None:
        """Use what was made for the hall that is shown; what was made for another one is of no use."""
        if event.revision != self.revision:
            return
        if self.companions is None:
            self.companions = Companions(companions.folder_of(self.folder, self.revision), whole=False)
        self.companions.tell(event.name, event.fault)


class Halls:
    """All halls of a server, by the venue's id."""

    def __init__(self, halls: tuple[Hall, ...]) -> None:
        self._halls = halls

    def __iter__(self) -> Iterator[Hall]:
        return iter(self._halls)

    def get(self, venue: str) -> Hall | None:
        """The hall of this venue id, None when there is none."""
        return next((hall for hall in self._halls if hall.id == venue), None)

    def unnamed(self) -> Hall | None:
        """A hall whose layout was not read yet, so that nobody can say what its id will be."""
        return next((hall for hall in self._halls if not hall.id), None)


def folder_of(layout: Path, halls: Path) -> Path:
    """Where the hall of this layout is published: readable, and apart from layouts of the same name."""
    path = layout.resolve()
    return halls / f"{path.parent.name}-{path.stem}-{hashlib.sha256(str(path).encode()).hexdigest()[:8]}"
