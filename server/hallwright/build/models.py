"""Makes a catalogue model's GLB: a node for each of its named parts, so that viewers can move them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hallwright.build.store import FileRef, Store
from hallwright.catalogue.shelf import Model, Shelf
from hallwright.gltf.writing import Asset, write
from hallwright.scene.graph import Material, Node


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
    """The nodes of a model, named by their parts."""
    nodes = tuple(Node(mesh.key.rpartition("/")[2], mesh, (0.0, 0.0, 0.0)) for mesh in model.meshes)
    return Asset(nodes, materials)
