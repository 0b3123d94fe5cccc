"""The plain form of models that perform in shows: what is seen of them from afar, still able to move.

The triangles of a model's far form are dealt out to the parts of its rig, each to the part that is nearest, so that
wheels and limbs move in it as they do in the model itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from hallwright.build.far import plain
from hallwright.catalogue.shelf import Model
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.gltf.writing import Asset, Figure
from hallwright.layout.model import Venue
from hallwright.scene.graph import Material

SAMPLES = 48  # places of each part that are compared

ROBOT = "humanoid-robot"
"""The model that performs in shows of robots."""


def performers(venue: Venue) -> frozenset[str]:
    """The models that the shows of a venue need."""
    model_of = {exhibit.id: exhibit.model for exhibit in venue.exhibits}
    found = {model_of[exhibit] for show in venue.shows for exhibit, _ in show.vehicles}
    return frozenset(found | ({ROBOT} if any(show.kind == "robots" for show in venue.shows) else set()))


def far_asset(model: Model, materials: Mapping[str, Material]) -> Asset:
    """The model's rig in its far form, in far materials, without its motions: those of the near form fit it."""
    names = [name for name, part in model.rig.parts.items() if part.primitives and not part.hidden]
    places = [_samples(model.rig.parts[name].primitives) for name in names]
    dealt: dict[str, list[Primitive]] = {name: [] for name in names}
    for primitive in model.far:
        for index, piece in _dealt(plain(primitive, materials), places):
            dealt[names[index]].append(piece)
    parts = {
        name: replace(part, primitives=tuple(dealt.get(name, ())), hidden=False)
        for name, part in model.rig.parts.items()
    }
    key = f"performing/{model.id}/{model.key}"
    meshes = {name: Mesh(f"{key}/{name}", tuple(own), far=()) for name, own in dealt.items() if own}
    return Asset((), materials, figures=(Figure(model.id, replace(model.rig, parts=parts, motions=()), meshes),))


def _samples(primitives: Sequence[Primitive]) -> NDArray[np.float32]:
    points = np.concatenate([primitive.positions for primitive in primitives])
    return np.asarray(points[:: max(1, len(points) // SAMPLES)], np.float32)


def _dealt(primitive: Primitive, places: list[NDArray[np.float32]]) -> Iterator[tuple[int, Primitive]]:
    """(part, its triangles) of a primitive."""
    middles = primitive.positions[primitive.indices].mean(axis=1)
    away = np.stack([np.linalg.norm(middles[:, None] - own[None], axis=2).min(axis=1) for own in places])
    nearest = away.argmin(axis=0)
    for index in np.unique(nearest):
        corners = primitive.indices[nearest == index].reshape(-1)
        used, renumbered = np.unique(corners, return_inverse=True)
        yield int(index), Primitive(
            primitive.material, primitive.positions[used], primitive.normals[used],
            renumbered.reshape(-1, 3).astype(np.uint32),
            None if primitive.colors is None else primitive.colors[used],
        )  # fmt: skip
