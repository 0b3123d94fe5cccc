"""Structural columns: a guard at the foot, and boards with the zone's letter high on all sides."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from hallwright.geometry.colors import readable_on
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shadows import pool, skirt
from hallwright.geometry.shapes import box, cylinder
from hallwright.layout.model import Column
from hallwright.scene.graph import Group, Part
from hallwright.scene.kits import kit
from hallwright.scene.materials import GRAPHITE, SAFETY_YELLOW
from hallwright.scene.pieces.ceilings import roof_of
from hallwright.scene.planning import Setting, part
from hallwright.scene.pose import Pose

LETTER_LOW, LETTER = 4.4, 1.5  # the boards' lower edge and height


@dataclass(frozen=True, slots=True)
class Lettered:
    """A column and the letter and colour of the zone it stands in, if any; ``top`` is where it ends."""

    column: Column
    letter: str
    color: str
    top: float


def plan(setting: Setting) -> Iterator[Part]:
    """One part a column."""
    area = setting.area
    for index, column in enumerate(area.columns, 1):
        zone = setting.zone_at(column.at)
        top = roof_of(area.height) if area.height and column.height >= area.height - 1 else column.height
        subject = Lettered(column, zone.letter if zone else "", zone.color if zone else "", top)
        yield part("columns", f"column-{index:02}", column.at, subject)


def make(planned: Part) -> Group:
    """The column and its boards."""
    subject = planned.subject
    assert isinstance(subject, Lettered)
    column, pose = subject.column, Pose(subject.column.at, 0.0, planned.id)
    shape = "round" if column.round else "square"
    mesh = kit(
        f"column/{shape}/{column.size:g}x{subject.top:g}/{subject.color}",
        lambda: _pieces(column, subject.top, subject.color),
        lambda: _far(column, subject.top, subject.color),
        reach=1.5,
    )
    labels = []
    if subject.letter and subject.top > LETTER_LOW + LETTER:
        out = _board_side(column) / 2 + 0.01
        labels = [
            pose.label(
                f"letter-{i}",
                (math.sin(yaw) * out, LETTER_LOW + LETTER / 2, math.cos(yaw) * out),
                (1.0, LETTER - 0.1),
                yaw,
                zh=subject.letter,
                en="",
                foreground=readable_on(subject.color),
                background=subject.color,
                px_per_m=64.0,
                style="number",
                far=True,
            )
            for i, yaw in enumerate((0.0, math.pi / 2, math.pi, -math.pi / 2))
        ]
    return Group(planned.id, (pose.node("column", mesh),), tuple(labels))


def _pieces(column: Column, top: float, color: str) -> list[Primitive]:
    size = column.size
    if column.round:
        body = [cylinder(size / 2, top, material="satin", color="#E8ECED", base=True, caps=False)]
        guard = [
            cylinder(size / 2 + 0.03, 0.3, (0, 0.3 * i, 0), "matte", GRAPHITE if i % 2 else SAFETY_YELLOW, base=True)
            for i in range(4)
        ]
        shade = pool(size, dark=0.5, core=0.5)
    else:
        body = [box((size, top, size), material="satin", color="#E8ECED", base=True, skip="-y")]
        guard = [
            box(
                (size + 0.06, 0.3, size + 0.06),
                (0, 0.3 * i, 0),
                "matte",
                GRAPHITE if i % 2 else SAFETY_YELLOW,
                base=True,
                skip="-y" if i < 3 else "",
            )
            for i in range(4)
        ]
        shade = skirt(size + 0.06, size + 0.06, reach=0.5, dark=0.5)
    return [*body, *guard, *_boards(column, top, color), shade]


def _far(column: Column, top: float, color: str) -> list[Primitive]:
    body = box((column.size, top, column.size), material="satin", color="#E8ECED", base=True, skip="-y +y")
    return [body, *_boards(column, top, color)]


def _boards(column: Column, top: float, color: str) -> list[Primitive]:
    """One box of colour round the column carries the letters on its four sides."""
    if not color or top < LETTER_LOW + LETTER:
        return []
    side = _board_side(column)
    return [box((side, LETTER, side), (0, LETTER_LOW, 0), "satin", color, base=True)]


def _board_side(column: Column) -> float:
    return max(column.size + 0.16, 1.1)
