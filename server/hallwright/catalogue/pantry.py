"""The pantry: built models kept on disk by content, so that a start need not cook them again.

One ``.npz`` a model, named by id and key; written beside and moved into place, read without pickle.
A file that cannot be read is treated as not there.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from hallwright.catalogue.recipe import Dish
from hallwright.geometry.mesh import Primitive

ARRAYS = ("positions", "normals", "indices", "colors", "uvs")


class Pantry:
    """Dishes below ``folder``; None keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, model_id: str, key: str) -> Dish | None:
        """The kept dish, or None."""
        if self._folder is None:
            return None
        try:
            with np.load(self._path(model_id, key), allow_pickle=False) as kept:
                return _unpack(dict(kept))
        except (OSError, ValueError, KeyError, EOFError, BadZipFile):
            return None

    def keep(self, model_id: str, key: str, dish: Dish) -> None:
        """Keep a dish and drop older ones of the same model; a full or read-only disk is no error."""
        if self._folder is None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                np.savez(file, **_pack(dish))
            Path(name).replace(self._path(model_id, key))
            for old in self._folder.glob(f"{model_id}@*.npz"):
                if old != self._path(model_id, key):
                    old.unlink(missing_ok=True)
        except OSError:
            return

    def _path(self, model_id: str, key: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{model_id}@{key}.npz"


def _pack(dish: Dish) -> dict[str, Any]:
    """A dish as named arrays; ``contents`` is JSON: one [part, material] for each primitive, '' for far."""
    rows = [(name, part) for name, parts in dish.near.items() for part in parts] + [("", part) for part in dish.far]
    packed: dict[str, Any] = {}
    for place, (_, part) in enumerate(rows):
        for array in ARRAYS:
            value = getattr(part, array)
            if value is not None:
                packed[f"{place}.{array}"] = value
    contents = json.dumps([[name, part.material] for name, part in rows])
    return {"contents": np.array(contents), **packed}


def _unpack(packed: dict[str, Any]) -> Dish:
    near: dict[str, list[Primitive]] = {}
    far: list[Primitive] = []
    for place, (name, material) in enumerate(json.loads(str(packed["contents"]))):
        arrays: dict[str, Any] = {array: packed.get(f"{place}.{array}") for array in ARRAYS}
        part = Primitive(material, **arrays)
        near.setdefault(name, []).append(part) if name else far.append(part)
    return Dish({name: tuple(parts) for name, parts in near.items()}, tuple(far))
