"""The pantry: built models kept on disk by content, so that a start need not cook them again.

One flat file a model, named by id and key; written beside and moved into place.
A file that cannot be read is treated as not there.
"""

from __future__ import annotations

import mmap
import os
import tempfile
from pathlib import Path
from typing import Any

from hallwright.catalogue.measuring import Measures
from hallwright.catalogue.recipe import Dish
from hallwright.catalogue.rig import Motion, Part, Rig, Track
from hallwright.geometry.flat import Groups, pack, unpack

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
            with self._path(model_id, key).open("rb") as file:
                # Mapped, not read: of most models only the far form and the measures are wanted.
                groups, note = unpack(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            return Dish(_rig(note, groups), groups[FAR], _measures(note["measures"]))
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
                near = {name: part.primitives for name, part in dish.rig.parts.items()}
                file.write(pack({FAR: dish.far, **near}, _note(dish)))
            Path(name).replace(self._path(model_id, key))
            for old in self._folder.glob(f"{model_id}@*{SUFFIX}"):
                if old != self._path(model_id, key):
                    old.unlink(missing_ok=True)
        except OSError:
            return

    def _path(self, model_id: str, key: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{model_id}@{key}{SUFFIX}"


def _note(dish: Dish) -> Any:
    """All of a dish but its triangles, as JSON says it."""
    rig, measures = dish.rig, dish.measures
    return {
        "measures": [list(measures.footprint), measures.height, measures.radius, measures.triangles],
        "parts": {
            name: [part.parent, _floats(part.pivot), _floats(part.apart), part.cut, part.hidden, part.shades]
            for name, part in rig.parts.items()
        },
        "motions": [
            [motion.name, motion.loop, [
                [track.part, track.path, _floats(track.times), [_floats(row) for row in track.values], track.easing]
                for track in motion.tracks
            ]]
            for motion in rig.motions
        ],
        "skin": rig.skin,
    }  # fmt: skip


def _rig(note: Any, groups: Groups) -> Rig:
    """The rig of which this is the note. Raises KeyError, TypeError, ValueError when it is none."""
    parts = {name: Part(groups[name], *about) for name, about in note["parts"].items()}
    motions = tuple(
        Motion(name, tuple(Track(*track) for track in tracks), loop) for name, loop, tracks in note["motions"]
    )
    return Rig(parts, motions, note["skin"])


def _measures(values: Any) -> Measures:
    (width, depth), *rest = values
    return Measures((width, depth), *rest)


def _floats(values: Any) -> list[float]:
    return [float(value) for value in values]
