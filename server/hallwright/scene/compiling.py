"""Venue -> Scene, in ordered passes: each builder plans the parts of its kind; the walkable ground and the
environment are added. Planning is cheap; ``realise`` makes one part, in whichever process needs it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from hallwright.layout.model import Area, Venue
from hallwright.scene.graph import AreaScene, Group, Part, Scene
from hallwright.scene.lighting import environment_of
from hallwright.scene.materials import MATERIALS
from hallwright.scene.planning import Setting
from hallwright.scene.replanning import Memory
from hallwright.scene.walkable import walkable_of

if TYPE_CHECKING:
    from hallwright.catalogue.shelf import Shelf

PASSES = (
    "floors",
    "features",
    "walls",
    "ceiling",
    "columns",
    "structures",
    "gateways",
    "stages",
    "facilities",
    "booths",
    "turntables",
    "pavilions",
    "placements",
    "props",
    "signs",
    "boards",
)
"""The builders, modules of ``scene.builders``, in the order in which they plan."""


class Builder(Protocol):
    """What a module of ``scene.builders`` offers."""

    def plan(self, setting: Setting) -> Iterator[Part]:
        """The parts of this kind in an area, in the layout's order."""

    def make(self, part: Part) -> Group:
        """One part, made. Pure: depends on ``part.subject`` alone."""


def compile_scene(venue: Venue, shelf: Shelf | None = None, memory: Memory | None = None) -> Scene:
    """The scene of a venue, its parts planned. ``memory`` of earlier scenes, made with the same models, saves passes.
    Raises CatalogueError when a model is missing."""
    memory = memory or Memory()
    scenes = (_area_scene(Setting(venue, area, shelf), memory) for area in venue.areas)
    return Scene(venue.id, dict(MATERIALS), tuple(scenes))


def realise(part: Part) -> Group:
    """Make one planned part. Equal parts give equal groups; meshes of one key are one object in a process."""
    return builder(part.builder).make(part)


@cache
def builder(name: str) -> Builder:
    """The builder with this name. Raises ModuleNotFoundError."""
    return cast(Builder, import_module(f"hallwright.scene.builders.{name}"))


def plan_area(setting: Setting, memory: Memory) -> Iterator[Part]:
    """All parts of an area, pass by pass."""
    for name in PASSES:
        yield from memory.recall(name, setting, partial(_planned, name))


def _planned(name: str, setting: Setting) -> tuple[Part, ...]:
    return tuple(builder(name).plan(setting))


def text_dump(scene: Scene) -> str:
    """A scene as text for people and golden tests: areas, parts, and what each part is made of."""
    return "\n".join(line for area in scene.areas for line in _dump_area(area)) + "\n"


def _area_scene(setting: Setting, memory: Memory) -> AreaScene:
    area: Area = setting.area
    return AreaScene(
        area.id,
        area.size,
        area.height,
        area.cell,
        tuple(plan_area(setting, memory)),
        memory.recall("walkable", setting, lambda read: walkable_of(read.area, _sizes(read))),
        environment_of(area),
    )


def _sizes(setting: Setting) -> dict[str, tuple[float, float]]:
    """Width and depth of every placement, by id: what its layout says, else what the catalogue knows."""
    sizes = {}
    for placement in setting.area.placements:
        width, depth = placement.footprint
        if not (width and depth) and setting.shelf:
            width, depth, _ = setting.shelf.card(setting.exhibits[placement.exhibit].model).size
        sizes[placement.id] = (width * placement.scale, depth * placement.scale)
    return sizes


def _dump_area(area: AreaScene) -> Iterator[str]:
    free = float(area.walkable.free.mean()) if area.walkable.free.size else 0.0
    yield f"area {area.id} {area.size[0]:g}x{area.size[1]:g} sky {area.environment.sky} walkable {free:.3f}"
    for part in area.parts:
        yield f"  {part.builder} {part.id} at {part.anchor[0]:.2f} {part.anchor[1]:.2f}"
        yield from _dump_group(realise(part))


def _dump_group(group: Group) -> Iterator[str]:
    for node in group.nodes:
        at = " ".join(f"{value + 0.0:.2f}" for value in node.translation)
        triangles = "+".join(f"{len(p.indices)} {p.material}" for p in node.mesh.primitives)
        far = "simplify" if node.mesh.far is None else sum(len(p.indices) for p in node.mesh.far)
        yield f"    node {node.name} mesh {node.mesh.key} at {at} yaw {node.yaw:.3f}: {triangles}, far {far}"
    for label in group.labels:
        at = " ".join(f"{value + 0.0:.2f}" for value in label.translation)
        yield f"    label {label.name} {label.style} {label.width:g}x{label.height:g} at {at}: {label.zh} | {label.en}"
    for hero in group.heroes:
        yield f"    hero {hero.id} model {hero.model} scale {hero.scale:g}"
