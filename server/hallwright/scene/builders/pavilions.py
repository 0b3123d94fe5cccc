"""Pavilions and market stalls: booths that stand in streets, under roofs and awnings of their own."""

from __future__ import annotations

from collections.abc import Iterator

from hallwright.geometry.colors import readable_on
from hallwright.layout.model import Booth
from hallwright.scene.graph import Group, Label, Part
from hallwright.scene.pieces.pavilions import LOOKS, fascia_of, pavilion, pavilion_cloth
from hallwright.scene.pieces.stalls import GOODS, stall_cloth, stall_frame, wares
from hallwright.scene.planning import Setting, part, seed_of
from hallwright.scene.pose import Pose

LACQUERED, GILT = "#3A2A22", "#F3D27A"


def plan(setting: Setting) -> Iterator[Part]:
    """One part for each pavilion and stall."""
    for booth in setting.area.booths:
        if booth.type in ("pavilion", "stall"):
            yield part("pavilions", booth.id, booth.at, booth)


def make(planned: Part) -> Group:
    """A pavilion in the look its id gives it, or a stall with its wares; both with their name."""
    booth = planned.subject
    assert isinstance(booth, Booth)
    pose = Pose(booth.at, booth.facing, booth.id)
    return _stall(planned.id, booth, pose) if booth.type == "stall" else _pavilion(planned.id, booth, pose)


def _pavilion(name: str, booth: Booth, pose: Pose) -> Group:
    width, depth = booth.size
    look = LOOKS[seed_of(booth.id) % len(LOOKS)]
    nodes = (
        pose.node("body", pavilion(look, width, depth, booth.height)),
        pose.node("cloth", pavilion_cloth(look, width, depth, booth.height, booth.color)),
    )
    wide, tall, y, z = fascia_of(look, width, depth, booth.height)
    ink, paper = (GILT, LACQUERED) if look == "village" else (readable_on(booth.color), booth.color)
    block = tall * 1.25
    labels = (
        _name(pose, booth, (-block / 2, y, z), (wide - block, tall), ink, paper),
        _number(pose, booth, ((wide - block) / 2, y, z), (block, tall)),
    )
    return Group(name, nodes, labels)


def _stall(name: str, booth: Booth, pose: Pose) -> Group:
    """Stalls are made 3 × 3 m and stretched to the booth's size."""
    width, depth = booth.size
    stretch = (width / 3, 1.0, depth / 3)
    nodes = (
        pose.node("frame", stall_frame(booth.height), scale=stretch),
        pose.node("cloth", stall_cloth(booth.color, booth.height), scale=stretch),
        pose.node("wares", wares(seed_of(booth.id) % GOODS), scale=stretch),
    )
    z = 1.36 * depth / 3
    label = _name(pose, booth, (0.0, booth.height - 0.65, z), (1.8 * width / 3, 0.36), GILT, LACQUERED)
    return Group(name, nodes, (label,))


def _name(
    pose: Pose, booth: Booth, at: tuple[float, float, float], size: tuple[float, float], ink: str, paper: str
) -> Label:
    text = booth.fascia
    return pose.label(
        "fascia",
        at,
        size,
        zh=text.zh,
        en=text.en if text.en != text.zh else "",
        foreground=ink,
        background=paper,
        px_per_m=110.0,
        style="fascia",
    )


def _number(pose: Pose, booth: Booth, at: tuple[float, float, float], size: tuple[float, float]) -> Label:
    return pose.label(
        "number",
        at,
        size,
        zh=booth.number,
        en="",
        foreground=booth.color,
        background="#F4F5F3",
        px_per_m=110.0,
        style="number",
    )
