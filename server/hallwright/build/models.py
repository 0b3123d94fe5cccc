"""Makes a catalogue model's GLB: a node for each of its named parts, so that viewers can move them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hallwright.build.store import FileRef, Store
from hallwright.catalogue.shelf import Model, Shelf
from hallwright.gltf.writing import Asset, Figure, write
from hallwright.scene.graph import Material


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A made model; metres. ``key`` changes with anything of it."""

    id: str
    key: str
    near: FileRef
    radius: float
    height: float
    footprint: tuple[float, float]
    name: tuple[str, str]


def make_model(model_id: str, store: Store, shelf: Shelf, materials: Mapping[str, Material]) -> ModelFiles:
    """The model's near GLB, kept in the store. Raises CatalogueError, BuildError."""
    model = shelf.get(model_id)
    glb = write(model_asset(model, materials))
    near = store.put(f"model-{model.id}", ".glb", glb.data, glb.triangles, glb.draws)
    name = (model.name["en"], model.name["zh"])
    return ModelFiles(model.id, model.key, near, model.radius, model.height, model.footprint, name)


def model_asset(model: Model, materials: Mapping[str, Material]) -> Asset:
    """The model as a figure: nodes named by its parts, and its motions."""
    return Asset((), materials, figures=(figure_of(model, model.id),))


def figure_of(model: Model, name: str) -> Figure:
    """The model's rig, standing at the origin."""
    return Figure(name, model.rig, {mesh.key.rpartition("/")[2]: mesh for mesh in model.meshes})
