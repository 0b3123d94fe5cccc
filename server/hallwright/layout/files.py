"""The files of a layout: the venue's own and those it includes, none from outside its folder."""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from hallwright.layout.decoding import MAX_BYTES
from hallwright.layout.problem import Problem
from hallwright.layout.validation import Parsed, parse

MAX_FILES = 200


@dataclass(slots=True)
class Shelf:
    """Files already parsed, by path; a file is parsed again only when its bytes changed."""

    known: dict[FilePath, tuple[bool, bytes, Parsed]] = field(default_factory=dict)

    def parsed(self, path: FilePath, name: str, content: bytes, top: bool) -> Parsed:
        """The parsed form of a file, from memory if its content is the same."""
        old = self.known.get(path)
        if old is not None and old[0] == top and old[1] == content:
            return old[2]
        result = parse(name, content, top)
        self.known[path] = (top, content, result)
        return result


@dataclass(slots=True)
class Folder:
    """What was gathered from a layout's folder: parsed files in reading order, problems with finding them."""

    root: FilePath
    shelf: Shelf
    parsed: list[Parsed] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    paths: list[FilePath] = field(default_factory=list)

    def gather(self, path: FilePath) -> None:
        """Reads the venue's file and everything it includes; ``path`` is in ``root``."""
        self._read(path, top=True, trail=())

    def _read(self, path: FilePath, top: bool, trail: tuple[FilePath, ...]) -> None:
        name = path.relative_to(self.root).as_posix()
        self.paths.append(path)
        try:
            content = _bytes(path)
        except OSError as error:
            self.problems.append(Problem(name, 1, 1, "", f"cannot be read: {error.strerror or error}"))
            return
        parsed = self.shelf.parsed(path, name, content, top)
        self.parsed.append(parsed)
        for index, wanted in enumerate(parsed.part.include if parsed.part else ()):
            complaint = self._include(path, wanted, (*trail, path))
            if complaint is not None:
                self.problems.append(parsed.source.problem(("include", index), *complaint))

    def _include(self, path: FilePath, wanted: str, trail: tuple[FilePath, ...]) -> tuple[str, str] | None:
        """Follows one include; returns what is wrong with it and a hint, if anything is."""
        if "\0" in wanted or len(wanted) > 200 or wanted.startswith("/") or "\\" in wanted:
            return f"`{wanted}` is not a relative path", "write the path of a file below the layout's folder"
        target = FilePath(os.path.realpath(path.parent / wanted))
        if not target.is_relative_to(self.root):
            return f"`{wanted}` lies outside the layout's folder", "copy the file into the folder"
        if target in trail:
            return f"`{wanted}` includes itself in a circle", "remove one of the includes"
        if target in self.paths:
            return f"`{wanted}` is included twice", "remove one of the includes"
        if target.is_dir():
            return f"`{wanted}` is a folder", "name the files in it"
        if not target.is_file():
            return f"there is no file `{wanted}`", _similar(path.parent, wanted)
        if len(self.paths) >= MAX_FILES:
            return f"a layout may have {MAX_FILES} files", "join some of them"
        self._read(target, top=False, trail=trail)
        return None


def _similar(folder: FilePath, wanted: str) -> str:
    try:
        names = [entry.name for entry in os.scandir((folder / wanted).parent) if entry.name.endswith((".yaml", ".yml"))]
    except OSError:
        return "look at the folder's name"
    near = difflib.get_close_matches(FilePath(wanted).stem, sorted(FilePath(name).stem for name in names), 1)
    found = next((name for name in sorted(names) if near and FilePath(name).stem == near[0]), None)
    return f"did you mean `{(FilePath(wanted).parent / found).as_posix()}`?" if found else ""


def _bytes(path: FilePath) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
