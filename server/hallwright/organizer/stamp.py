"""What a published hall was made from, so that a second start can tell that it still is the newest.

``made-from.json`` in the hall's folder lists the layout files with their digests, and one digest of
everything else that decides the result: our code, the models, the fonts' names and sizes. It holds paths
of this machine and is not part of the published hall.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from hallwright import __version__
from hallwright.config import PACKAGE, Resources

NAME = "made-from.json"
COMPILING_ROOMS = ("layout", "catalogue", "geometry", "scene", "gltf", "build")


def write(folder: Path, layout: Path, files: Iterable[Path], resources: Resources) -> None:
    """Remember that the hall in ``folder`` was made from ``files`` as they are now."""
    stamp = {"layout": str(layout), "tools": tools(resources), "files": {str(path): digest(path) for path in files}}
    target = folder / NAME
    target.with_suffix(".new").write_text(json.dumps(stamp, indent=1), "utf-8")
    target.with_suffix(".new").replace(target)


def is_fresh(folder: Path, layout: Path, resources: Resources) -> bool:
    """True when building ``layout`` now would give the hall that ``folder`` holds already."""
    try:
        stamp = json.loads((folder / NAME).read_text("utf-8"))
        same_files = all(digest(Path(path)) == value for path, value in stamp["files"].items())
        complete = (folder / "manifest.json").is_file() and bool(stamp["files"])
        return bool(complete and same_files and stamp["layout"] == str(layout) and stamp["tools"] == tools(resources))
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return False


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes; raises OSError."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def tools(resources: Resources) -> str:
    """One digest of everything but the layout that a compiled hall depends on. Our code counts as it was when this
    process first asked, since that is the code that runs in it."""
    total = hashlib.sha256(_code())
    add_files(total, resources.models, "*.*")
    for font in sorted(resources.fonts.glob("*.ttf")):
        total.update(f"{font.name} {font.stat().st_size}".encode())
    return total.hexdigest()


@cache
def _code() -> bytes:
    total = hashlib.sha256(__version__.encode())
    for room in COMPILING_ROOMS:
        add_files(total, PACKAGE / room, "*.py")
    return total.digest()


def add_files(total: hashlib._Hash, folder: Path, pattern: str) -> None:
    """Add the names and the bytes of a folder's files to a digest."""
    for path in sorted(folder.rglob(pattern)):
        if path.is_file() and "__pycache__" not in path.parts:
            total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
