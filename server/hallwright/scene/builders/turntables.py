"""Exhibits that a layout gives to an island stand: each on a lit turntable in the stand's middle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hallwright.geometry.colors import Rgb
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shadows import pool
from hallwright.geometry.shapes import box, lathe
from hallwright.layout.model import Booth
from hallwright.scene.graph import Group, Hero, Part
from hallwright.scene.kits import colored_kit
from hallwright.scene.materials import PAPER
from hallwright.scene.pieces.stand_plans import turntables
from hallwright.scene.planning import Setting, part
from hallwright.scene.pose import Pose

HEIGHT = 0.22


@dataclass(frozen=True, slots=True)
class Shown:
    """An exhibit on a stand: its model, the model's key, its size in metres (width, depth, height)."""

    exhibit: str
    model: str
    key: str
    size: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Display:
    """A stand and what stands in its middle."""

    booth: Booth
    shown: tuple[Shown, ...]


def plan(setting: Setting) -> Iterator[Part]:
    """One part an island stand with exhibits, but for those that a placement puts there already."""
    for booth in setting.area.booths:
        shown = tuple(_shown(setting, exhibit) for exhibit in exhibits_of(setting, booth))
        if shown:
            yield part("turntables", f"{booth.id}-exhibits", booth.at, Display(booth, shown))


def exhibits_of(setting: Setting, booth: Booth) -> tuple[str, ...]:
    """The exhibits of an island stand that stand on turntables."""
    if booth.type != "island":
        return ()
    placed = {placement.exhibit for placement in setting.area.placements if placement.booth == booth.id}
    return tuple(exhibit for exhibit in booth.exhibits if exhibit not in placed)


def make(planned: Part) -> Group:
    """The turntables and the models on them."""
    display = planned.subject
    assert isinstance(display, Display)
    booth = display.booth
    pose = Pose(booth.at, booth.facing, booth.id)
    nodes, heroes = [], []
    for shown, (x, z, radius) in zip(display.shown, turntables(booth, len(display.shown)), strict=True):
        mesh = _mesh(radius, booth.color)
        nodes.append(pose.node(f"turntable-{shown.exhibit}", mesh, x, 0.0, z))
        reach = (shown.size[0] ** 2 + shown.size[1] ** 2 + shown.size[2] ** 2) ** 0.5 / 2
        spot = pose.spot(x, HEIGHT, z)
        heroes.append(
            Hero(f"{booth.id}-{shown.exhibit}", shown.exhibit, shown.model, spot, pose.yaw + 0.5, 1.0, round(reach, 3))
        )
    return Group(planned.id, tuple(nodes), (), tuple(heroes))


def _shown(setting: Setting, exhibit_id: str) -> Shown:
    model = setting.exhibits[exhibit_id].model
    if setting.shelf is None:
        return Shown(exhibit_id, model, "", (3.0, 3.0, 3.0))
    return Shown(exhibit_id, model, setting.shelf.key(model), setting.shelf.card(model).size)


def _mesh(radius: float, color: str) -> Mesh:
    key = f"turntable/{radius:.2f}"
    return colored_kit(key, color, lambda shade: _table(radius, shade), lambda shade: _far(radius, shade))


def _table(radius: float, color: Rgb) -> list[Primitive]:
    """A low drum: white top, lit rim, coloured skirt."""
    return [
        lathe([(radius, HEIGHT - 0.02), (radius - 0.02, HEIGHT), (0.0, HEIGHT)], 40, "satin", PAPER),
        lathe([(radius, HEIGHT - 0.07), (radius, HEIGHT - 0.02)], 40, "glow", PAPER),
        lathe([(radius - 0.03, 0.0), (radius - 0.03, HEIGHT - 0.07), (radius, HEIGHT - 0.07)], 40, "satin", color),
        pool(radius + 0.5, dark=0.45, segments=24, core=radius / (radius + 0.5), lift=0.024),
    ]


def _far(radius: float, color: Rgb) -> list[Primitive]:
    return [box((radius * 1.7, HEIGHT, radius * 1.7), (0, 0, 0), "satin", color, base=True, skip="-y")]
