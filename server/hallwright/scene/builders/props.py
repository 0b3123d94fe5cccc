"""Props: small things that give scale, each an instance of a shared mesh, varied by its seed alone."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from hallwright.geometry.mesh import Mesh
from hallwright.layout.model import Area, Prop
from hallwright.scene.frame import spot, yaw_of
from hallwright.scene.graph import Group, Node, Part
from hallwright.scene.pieces.garden import plant, planter, rock, shrub
from hallwright.scene.pieces.skyline import backdrop
from hallwright.scene.pieces.street import VARIED, street_prop
from hallwright.scene.pieces.trees import SPECIES, VARIANTS, tree
from hallwright.scene.planning import Setting, part

_GREEN = {"shrub": shrub, "rock": rock, "plant": plant, "planter": planter}
_TURNED = frozenset({*SPECIES, "shrub", "rock", "plant"})
"""Kinds that look the same from all sides: their seed turns them and changes their size."""


@dataclass(frozen=True, slots=True)
class Backdrop:
    """The land beyond an outdoor area, from its edge to the horizon."""

    size: tuple[float, float]
    ground: str
    skyline: tuple[float, ...]


def plan(setting: Setting) -> Iterator[Part]:
    """One part a prop; outdoors, one more for the land beyond the edge."""
    for number, prop in enumerate(setting.area.props):
        if prop.kind != "skyline":
            yield part("props", f"{prop.kind}-{number}", prop.at, prop)
    if setting.area.kind != "hall":
        yield part("props", "horizon", _inside(setting.area), _backdrop(setting.area))


def make(planned: Part) -> Group:
    """A prop, or the land beyond."""
    if isinstance(planned.subject, Backdrop):
        beyond = planned.subject
        mesh = backdrop(beyond.size, beyond.ground, beyond.skyline)
        return Group(planned.id, (Node(planned.id, mesh, (0.0, 0.0, 0.0)),))
    prop = planned.subject
    assert isinstance(prop, Prop)
    yaw, scale = yaw_of(prop.facing), (prop.scale,) * 3
    if prop.kind in _TURNED:
        yaw += prop.seed % 628 / 100
        size = prop.scale * (0.86 + 0.28 * (prop.seed // 7 % 101) / 101)
        scale = (size, size * (0.94 + 0.14 * (prop.seed // 11 % 53) / 53), size)
    return Group(planned.id, (Node(planned.id, _mesh(prop), spot(prop.at), yaw, scale),))


def _mesh(prop: Prop) -> Mesh:
    variant = prop.seed // 3 % VARIANTS
    if prop.kind in SPECIES:
        return tree(prop.kind, variant)
    if prop.kind in _GREEN:
        return _GREEN[prop.kind](variant)
    return street_prop(prop.kind, prop.color, variant if prop.kind in VARIED else 0)


def _inside(area: Area) -> tuple[float, float]:
    """The middle of the area: the horizon belongs to the cell there."""
    return area.size[0] / 2, area.size[1] / 2


def _backdrop(area: Area) -> Backdrop:
    """The skyline's bearings come from where the layout puts its skylines: beyond which edge the city lies."""
    middle_x, middle_y = area.size[0] / 2, area.size[1] / 2
    bearings = tuple(
        round(_bearing(prop.at[0] - middle_x, prop.at[1] - middle_y), 3)
        for prop in area.props
        if prop.kind == "skyline"
    )
    return Backdrop(area.size, area.ground, bearings)


def _bearing(east: float, north: float) -> float:
    return math.atan2(east, north) % math.tau
