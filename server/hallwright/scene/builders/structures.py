"""Structures: building-sized things outdoors, each with its name where it has room for one."""

from __future__ import annotations

from collections.abc import Iterator

from hallwright.geometry.colors import readable_on
from hallwright.layout.model import Structure
from hallwright.scene.graph import Group, Label, Part
from hallwright.scene.pieces.landmarks import board_of, landmark
from hallwright.scene.planning import Setting, part
from hallwright.scene.pose import Pose

_BOARD = {"gate": ("#F3D27A", "#1B2733"), "facade": ("#12324A", "#E9EDF0")}


def plan(setting: Setting) -> Iterator[Part]:
    """One part a structure; one that stands outside the area belongs to the nearest cell inside."""
    width, depth = setting.area.size
    for structure in setting.area.structures:
        at = (min(max(structure.at[0], 0.5), width - 0.5), min(max(structure.at[1], 0.5), depth - 0.5))
        yield part("structures", structure.id, at, structure)


def make(planned: Part) -> Group:
    """A structure and its name."""
    structure = planned.subject
    assert isinstance(structure, Structure)
    pose = Pose(structure.at, structure.facing, structure.id)
    width, depth = structure.size
    node = pose.node("body", landmark(structure.kind, width, depth, structure.height, structure.color))
    return Group(planned.id, (node,), tuple(_name(structure, pose)))


def _name(structure: Structure, pose: Pose) -> Iterator[Label]:
    board = board_of(structure.kind, *structure.size, structure.height)
    if board is None or structure.name is None:
        return
    wide, tall, y, z = board
    ink, paper = _BOARD.get(structure.kind, (readable_on(structure.color), structure.color))
    yield pose.label(
        "name",
        (0.0, y, z),
        (wide, tall),
        zh=structure.name.zh,
        en=structure.name.en,
        foreground=ink,
        background=paper,
        px_per_m=min(64.0, 640 / wide),
        style="sign",
        far=True,
    )
