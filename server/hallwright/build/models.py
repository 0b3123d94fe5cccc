"""Makes a catalogue model's GLB: a node for each of its named parts, so that viewers can move them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from hallwright.build.performing import far_asset
from hallwright.build.store import FileRef, Store
from hallwright.catalogue.card import Seat
from hallwright.catalogue.matching import TRIGGERED
from hallwright.catalogue.rig import Motion, Rig
from hallwright.catalogue.screens import screens_of
from hallwright.catalogue.shelf import Model, Shelf
from hallwright.gltf.writing import Asset, Figure, write
from hallwright.scene.graph import Material

ABOUT = ("name", "summary", "facts", "motions", "hotspots", "seats", "explode", "cut", "screens")

A_RIDE = 0.5
"""Metres by which a part must be carried for sitting there to be a ride."""


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A made model; metres. ``key`` changes with anything of it; ``about`` is what visitors are told of it, as the
    manifest says it (``ABOUT``); ``far`` is there of models that perform in shows."""

    id: str
    key: str
    near: FileRef
    radius: float
    height: float
    footprint: tuple[float, float]
    about: Mapping[str, Any] = field(hash=False)  # a dict; the key stands for it
    far: FileRef | None = None


def make_model(
    model_id: str, store: Store, shelf: Shelf, materials: Mapping[str, Material], performs: bool = False
) -> ModelFiles:
    """The model's near GLB, and the far one of a performer, kept in the store. Raises CatalogueError, BuildError."""
    model = shelf.get(model_id)
    glb = write(model_asset(model, materials))
    near = store.put(f"model-{model.id}", ".glb", glb.data, glb.triangles, glb.draws, thorough=True)
    far = None
    if performs:
        plain = write(far_asset(model, materials))
        far = store.put(f"far-{model.id}", ".glb", plain.data, plain.triangles, plain.draws, thorough=True)
    return ModelFiles(model.id, model.key, near, model.radius, model.height, model.footprint, about(model), far)


def about(model: Model) -> dict[str, Any]:
    """What visitors are told of a model, in values that JSON can say."""
    parts = model.rig.parts.values()
    return {
        "name": dict(model.name),
        "summary": dict(model.summary),
        "facts": [
            {"label": dict(fact.label), "value": dict(fact.value), "source": fact.source} for fact in model.facts
        ],
        "motions": {motion.name: _motion(motion, model) for motion in model.rig.motions},
        "hotspots": [
            {"id": spot.id, "at": list(spot.at), "part": spot.part, "name": dict(spot.name), "text": dict(spot.text)}
            for spot in model.hotspots
        ],
        "seats": [_seat(seat, model) for seat in model.seats],
        "explode": any(any(part.apart) for part in parts),
        "cut": any(part.cut for part in parts),
        "screens": [
            {"part": s.part, "at": list(s.at), "size": list(s.size), "yaw": s.yaw, "pitch": s.pitch}
            for s in screens_of(model.rig.parts)
        ],
    }


def _motion(motion: Motion, model: Model) -> dict[str, Any]:
    caption = model.captions.get(motion.name)
    entry: dict[str, Any] = {"duration": round(motion.duration, 4), "loop": motion.loop}
    return entry | {"name": dict(caption) if caption else None}


def _seat(seat: Seat, model: Model) -> dict[str, Any]:
    return {
        "id": seat.id,
        "at": list(seat.at),
        "facing": round(math.radians(seat.facing), 6),
        "part": seat.part,
        "name": dict(seat.name),
        "rides": rides(model.rig, seat.part),
    }


def rides(rig: Rig, part: str) -> bool:
    """Whether what is triggered carries this part about, by A_RIDE metres at least: whoever sits there is moved."""
    carrying, here = [], rig.parts.get(part)
    while here is not None:
        carrying.append(part)
        part = here.parent or ""
        here = rig.parts.get(part)
    tracks = [track for motion in rig.motions if motion.name == TRIGGERED for track in motion.tracks]
    moves = [track.values for track in tracks if track.part in carrying and track.path == "translation"]
    return any(float(np.linalg.norm(values, axis=1).max()) >= A_RIDE for values in moves)


def model_asset(model: Model, materials: Mapping[str, Material]) -> Asset:
    """The model as a figure: nodes named by its parts, and its motions."""
    return Asset((), materials, figures=(figure_of(model, model.id),))


def figure_of(model: Model, name: str) -> Figure:
    """The model's rig, standing at the origin."""
    return Figure(name, model.rig, {mesh.key.rpartition("/")[2]: mesh for mesh in model.meshes})
