"""The pantry: built models kept on disk by content, so that a start need not cook them again.

One flat file a model, named by id and key; written beside and moved into place.
A file that cannot be read is treated as not there.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hallwright.catalogue.recipe import Dish
from hallwright.geometry.flat import pack, unpack

# Of the groups in the file, the one that is no part: a part has a name.
FAR = ""
SUFFIX = ".flat"


class Pantry:
    """Dishes below ``folder``; None keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, model_id: str, key: str) -> Dish | None:
        """The kept dish, or None."""
        if self._folder is None:
            return None
        try:
            groups, _ = unpack(self._path(model_id, key).read_bytes())
            return Dish(groups, groups.pop(FAR))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def keep(self, model_id: str, key: str, dish: Dish) -> None:
        """Keep a dish and drop older ones of the same model; a full or read-only disk is no error."""
        if self._folder is None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(pack({FAR: dish.far, **dish.near}))
            Path(name).replace(self._path(model_id, key))
            for old in self._folder.glob(f"{model_id}@*{SUFFIX}"):
                if old != self._path(model_id, key):
                    old.unlink(missing_ok=True)
        except OSError:
            return

    def _path(self, model_id: str, key: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{model_id}@{key}{SUFFIX}"
