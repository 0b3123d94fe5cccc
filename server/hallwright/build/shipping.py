"""Models written when the package was made: the first compile of a hall copies them instead of writing them again.

Beside the dishes: ``<id>@<key>.json``, and the GLB it names with its compressed siblings. Whatever of it is missing,
of another version or broken is treated as not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from hallwright.build.models import ModelFiles, make_model
from hallwright.build.store import FileRef, Store
from hallwright.catalogue.shelf import Shelf
from hallwright.config import PACKAGE
from hallwright.errors import CatalogueError
from hallwright.scene.graph import Material

# What decides how a model is written, beside the model.
SOURCES = ("gltf", "build/models.py", "build/performing.py", "build/store.py", "scene/materials.py")


def ship(shelf: Shelf, folder: Path, materials: Mapping[str, Material]) -> None:
    """Write every model of the shelf into ``folder``. Raises BuildError, and CatalogueError with the faults of all
    models after the others are written."""
    store, told = Store(folder), []
    for name in shelf.ids():
        try:
            made = make_model(name, store, shelf, materials, performs=True)
        except CatalogueError as error:
            told.append(str(error))
            continue
        store.replace(_note(name, shelf), orjson.dumps(asdict(made)))
    if told:
        raise CatalogueError("\n".join(told))


def shipped(model_id: str, store: Store, shelf: Shelf, folder: Path, *, performs: bool = False) -> ModelFiles | None:
    """The model as it came, its files put into ``store``; None when it did not. Raises CatalogueError, BuildError."""
    try:
        made = _read(orjson.loads((folder / _note(model_id, shelf)).read_bytes()))
        made = made if performs else replace(made, far=None)
        whole = all(store.adopt(file, folder) for file in (made.near, made.far) if file)
        return made if whole else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _read(entry: dict[str, Any]) -> ModelFiles:
    """The note as it was written. Raises KeyError, TypeError, ValueError when it is none."""
    width, depth = entry["footprint"]
    far = FileRef(**entry["far"]) if entry["far"] else None
    return ModelFiles(**{**entry, "near": FileRef(**entry["near"]), "far": far, "footprint": (width, depth)})


def _note(model_id: str, shelf: Shelf) -> str:
    return f"{model_id}@{sha256(f'{shelf.key(model_id)}{_code()}'.encode()).hexdigest()[:16]}.json"


@cache
def _code() -> str:
    digest = sha256()
    for source in SOURCES:
        place = PACKAGE / source
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
