"""Makes a cell: its parts realised, then written as a far and a near GLB. Pure but for the files it keeps, so that
any process may do it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.build import far
from hallwright.build.partition import Cell
from hallwright.build.store import FileRef, Store
from hallwright.catalogue.shelf import Shelf
from hallwright.geometry.mesh import Mesh
from hallwright.gltf.writing import COARSE, FINE, Asset, Form, Glb, write
from hallwright.scene.compiling import realise
from hallwright.scene.graph import Hero, Label, Material, Node
from hallwright.scene.signage.panels import FAR, NEAR, Panels, blank_panels, panels_of

Vector = tuple[float, float, float]
ORIGIN = (0.0, 0.0, 0.0)
SIGNS = "signs"
# Panels smaller than this (square metres) are left out of the far detail.
LEAST_PANEL = 0.15


@dataclass(frozen=True, slots=True)
class CellFiles:
    """A made cell: its files, the box around it (metres, the area's scene frame), and the models that stand in it."""

    id: str
    key: str
    far: FileRef | None
    near: FileRef | None
    low: Vector
    high: Vector
    heroes: tuple[Hero, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """A cell's parts, realised."""

    nodes: tuple[Node, ...]
    labels: tuple[Label, ...]
    heroes: tuple[Hero, ...]


def contents_of(cell: Cell) -> Contents:
    """Realise every part of the cell, in order."""
    groups = [realise(part) for part in cell.parts]
    return Contents(
        tuple(node for group in groups for node in group.nodes),
        tuple(label for group in groups for label in group.labels),
        tuple(hero for group in groups for hero in group.heroes),
    )


def make_cell(cell: Cell, store: Store, shelf: Shelf, materials: Mapping[str, Material]) -> CellFiles:
    """Both details of a cell, kept in the store. Raises CatalogueError, BuildError."""
    contents = contents_of(cell)
    near = write(near_asset(contents, materials))
    distant = write(far_asset(contents, shelf, materials))
    boxes = [(glb.low, glb.high) for glb in (near, distant) if glb.draws] or [((0.0, 0.0, 0.0), (0.0, 0.0, 0.0))]
    low, high = np.min([box[0] for box in boxes], axis=0), np.max([box[1] for box in boxes], axis=0)
    stem = f"{cell.area}-{cell.id}"
    return CellFiles(
        cell.id, cell.key, _kept(store, f"{stem}-far", distant), _kept(store, f"{stem}-near", near),
        _vector(low), _vector(high), contents.heroes,
    )


def near_asset(contents: Contents, materials: Mapping[str, Material]) -> Asset:
    """The near detail: parts as they are, one mesh of panels with its atlas."""
    return _asset(contents.nodes, panels_of(contents.labels, NEAR), materials, FINE)


def far_asset(contents: Contents, shelf: Shelf, materials: Mapping[str, Material]) -> Asset:
    """The far detail: one merged mesh, the far panels, and a node for each model's far form."""
    blank = [label for label in contents.labels if not label.far and label.width * label.height >= LEAST_PANEL]
    merged = far.merged(contents.nodes, materials, blank_panels(blank))
    nodes = [Node("far", Mesh("far", tuple(merged)), ORIGIN)] if merged else []
    nodes += [_far_hero(hero, shelf, materials) for hero in contents.heroes]
    panels = panels_of([label for label in contents.labels if label.far], FAR)
    return _asset(nodes, panels, materials, COARSE)


def write_forms(cell: Cell, shelf: Shelf, materials: Mapping[str, Material], form: Form) -> dict[str, Glb]:
    """A cell's details in another form, for validators."""
    contents = contents_of(cell)
    assets = {"far": far_asset(contents, shelf, materials), "near": near_asset(contents, materials)}
    return {name: write(asset, form) for name, asset in assets.items()}


def _far_hero(hero: Hero, shelf: Shelf, materials: Mapping[str, Material]) -> Node:
    mesh = far.hero_mesh(f"hero/{hero.id}", shelf.get(hero.model).far, materials)
    return Node(f"hero/{hero.id}", mesh, hero.translation, hero.yaw, (hero.scale, hero.scale, hero.scale))


def _asset(nodes: Sequence[Node], panels: Panels | None, materials: Mapping[str, Material], step: float) -> Asset:
    if panels is None:
        return Asset(tuple(nodes), materials, step=step)
    signs = Node(SIGNS, panels.mesh, ORIGIN)
    return Asset((*nodes, signs), materials, panels.atlas, {SIGNS: panels.owners}, step)


def _kept(store: Store, stem: str, glb: Glb) -> FileRef | None:
    return store.put(stem, ".glb", glb.data, glb.triangles, glb.draws) if glb.draws else None


def _vector(values: NDArray[np.float64]) -> Vector:
    x, y, z = (round(float(value), 3) for value in values)
    return x, y, z
