"""What stages can show: one thing a reel, names once, files that are there."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path

from hallwright.layout.atoms import Lost
from hallwright.layout.entries import Area
from hallwright.layout.expansion import Expanded
from hallwright.layout.problem import Problem
from hallwright.layout.reel import FOREIGN
from hallwright.layout.reels import WrittenReel
from hallwright.layout.rules.findings import Findings
from hallwright.layout.validation import Parsed

MEDIA = "media"
"""The folder beside the venue's file."""


def reels(area: Area, expanded: Expanded, findings: Findings) -> None:
    """Everything that is wrong with the reels of an area, as they are written."""
    written = [entry for entry in area.stages if not isinstance(entry, Lost)]
    for stage, origin in zip(written, expanded.origins["stages"], strict=True):
        seen: dict[str, int] = {}
        for number, reel in enumerate(stage.reels):
            at = ("reels", number)
            if seen.setdefault(reel.id, number) != number:
                message = f"the id `{reel.id}` is that of reel {seen[reel.id] + 1} already"
                findings.add(f"reel id {number}", origin, message, "choose another", at=(*at, "id"))
            kinds, extras = reel.given(), reel.extras()
            if len(kinds) != 1:
                message = f"a reel is one thing; this one has {' and '.join(f'`{each}`' for each in kinds) or 'none'}"
                findings.add(f"reel kind {number}", origin, message, "write one of `stream`, `slides`, `text`", at=at)
            elif kinds != ["stream"] and extras:
                message = f"`{extras[0]}` means nothing beside `{kinds[0]}`"
                findings.add(f"reel extra {number}", origin, message, "remove it; it goes with stream",
                             at=(*at, extras[0]))  # fmt: skip


def missing(parsed: Iterable[Parsed], root: Path) -> Iterator[Problem]:
    """Files that reels name and that are not in the folder ``media`` of ``root``."""
    for file in parsed:
        for number, area in enumerate(file.part.areas if file.part else ()):
            stages = [] if isinstance(area, Lost) else area.stages
            for index, stage in enumerate(stages):
                for place, reel in enumerate([] if isinstance(stage, Lost) else stage.reels):
                    for key, name in _files(reel):
                        if not name.startswith(FOREIGN) and not (root / MEDIA / name).is_file():
                            at = ("areas", number, "stages", index, "reels", place, *key)
                            message, hint = f"there is no file `{MEDIA}/{name}`", _similar(root / MEDIA / name)
                            yield file.source.problem(at, message, hint)


def _files(reel: WrittenReel) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where files are named that must be there, and their names. A stream may begin later than the hall is built."""
    if reel.poster:
        yield ("poster",), reel.poster
    for number, captions in enumerate(reel.captions):
        yield ("captions", number, "file"), captions.file
    for number, slide in enumerate(reel.slides or ()):
        yield ("slides", number, "image"), slide.image


def _similar(path: Path) -> str:
    try:
        names = sorted(each.name for each in path.parent.iterdir() if each.is_file())
    except OSError:
        return f"put it into the folder `{MEDIA}` beside the venue's file"
    near = difflib.get_close_matches(path.name, names, 1)
    return f"did you mean `{near[0]}`?" if near else f"put it into the folder `{MEDIA}` beside the venue's file"
