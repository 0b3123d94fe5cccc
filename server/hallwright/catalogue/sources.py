"""What a model is made from: its card, and a recipe of ours or a model file that somebody made."""

from __future__ import annotations

import hashlib
from pathlib import Path

from hallwright.errors import CatalogueError

RECIPE = "recipe.py"
KINDS = (".glb", ".gltf", ".obj", ".stl", ".ply")
MODEL_FILES = tuple(f"model{kind}" for kind in KINDS)
LARGEST_FILE = 20_000_000


def source_of(home: Path) -> Path:
    """The one recipe or model file of a folder. Raises CatalogueError when there is none, or more than one."""
    found = [home / name for name in (RECIPE, *MODEL_FILES) if (home / name).is_file()]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(path.name for path in found)
        raise CatalogueError(f"{home.name}: has {names}; keep one of them.")
    others = sorted(path.name for path in home.glob("*.*") if path.suffix.lower() in KINDS)
    if others:
        raise CatalogueError(f"{home.name}: '{others[0]}' must be called 'model{Path(others[0]).suffix.lower()}'.")
    raise CatalogueError(f"{home.name}: has no {RECIPE} and no model file; put one of {', '.join(MODEL_FILES)} there.")


def is_recipe(source: Path) -> bool:
    """True for our own code, False for a model file."""
    return source.name == RECIPE


def feed(digest: hashlib.blake2b, source: Path) -> None:
    """Add to a digest all that decides what ``source`` becomes: itself, and what may lie beside a model file."""
    if is_recipe(source):
        digest.update(source.read_bytes())
        return
    for path in sorted(source.parent.rglob("*")):
        if path.is_file() and path.name != "model.yaml":
            size = path.stat().st_size
            digest.update(f"{path.relative_to(source.parent).as_posix()}\0{size}\0".encode())
            # What is too large is refused whatever it holds.
            digest.update(path.read_bytes() if size <= LARGEST_FILE else b"")
