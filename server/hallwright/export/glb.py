"""A whole venue as one plain GLB: no extensions, float positions, a PNG atlas; Blender, trimesh and others read it.

Areas stand where the venue's plan places them. Everything is there in its near form, models included; what is
instanced in the published hall shares a mesh here.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hallwright.catalogue.shelf import Shelf
from hallwright.config import resources
from hallwright.errors import BuildError
from hallwright.gltf.reading import PlainGlb
from hallwright.gltf.writing import Asset, Figure, write
from hallwright.layout.model import Area, Venue
from hallwright.scene.compiling import compile_scene, realise
from hallwright.scene.graph import Group, Hero, Node, Vector
from hallwright.scene.signage.panels import WHOLE, panels_of


def export(venue: Venue, path: Path, shelf: Shelf | None = None) -> None:
    """Write the venue to ``path``, read back first. Raises CatalogueError, and BuildError when the file cannot be
    written or would not be read elsewhere."""
    data = plain_glb(venue, shelf or Shelf(resources().models, shipped=resources().dishes))
    check(data)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise BuildError(f"{path} cannot be written: {error.strerror}.") from error


def check(data: bytes) -> None:
    """Raises BuildError when a program that knows only glTF 2.0 could not read these bytes."""
    try:
        found = list(PlainGlb(data).faults())
    except ValueError as error:
        found = [str(error)]
    if found:
        raise BuildError(f"The exported GLB could not be read elsewhere: {'; '.join(found[:5])}. Please report this.")


def plain_glb(venue: Venue, shelf: Shelf) -> bytes:
    """The bytes of the venue's GLB. Raises CatalogueError."""
    scene = compile_scene(venue, shelf)
    groups = [
        _placed(realise(part), area)
        for area, planned in zip(venue.areas, scene.areas, strict=True)
        for part in planned.parts
    ]
    nodes = [node for group in groups for node in group.nodes]
    figures = tuple(_figure(hero, shelf) for group in groups for hero in group.heroes)
    panels = panels_of([label for group in groups for label in group.labels], WHOLE, "PNG")
    if panels:
        nodes.append(Node("signs", panels.mesh, (0.0, 0.0, 0.0)))
    atlas = panels.atlas if panels else None
    return write(Asset(tuple(nodes), scene.materials, atlas, figures=figures), "plain").data


def _placed(group: Group, area: Area) -> Group:
    """The group where its area stands in the venue."""
    east, north = area.origin

    def moved(at: Vector) -> Vector:
        return at[0] + east, at[1], at[2] - north

    return Group(
        group.id,
        tuple(replace(node, translation=moved(node.translation)) for node in group.nodes),
        tuple(replace(label, translation=moved(label.translation)) for label in group.labels),
        tuple(replace(hero, translation=moved(hero.translation)) for hero in group.heroes),
    )


def _figure(hero: Hero, shelf: Shelf) -> Figure:
    """The model where it stands, its parts and motions named by the placement."""
    model = shelf.get(hero.model)
    meshes = {mesh.key.rpartition("/")[2]: mesh for mesh in model.meshes}
    return Figure(hero.id, model.rig, meshes, hero.translation, hero.yaw, hero.scale, f"{hero.id}/")
