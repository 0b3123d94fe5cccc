"""Stages with their screen, rig and rows of seats."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from hallwright.geometry.colors import hex_of, mix, readable_on
from hallwright.geometry.mesh import Mesh
from hallwright.geometry.occlusion import bake
from hallwright.geometry.shapes import merge, weld
from hallwright.layout.model import Stage, Text
from hallwright.scene.graph import Group, Part
from hallwright.scene.kits import kit
from hallwright.scene.pieces import staging
from hallwright.scene.planning import Setting, part
from hallwright.scene.pose import Pose


@dataclass(frozen=True, slots=True)
class Show:
    """A stage and what its screen says."""

    stage: Stage
    theme: Text


def plan(setting: Setting) -> Iterator[Part]:
    """One part a stage."""
    for stage in setting.area.stages:
        yield part("stages", stage.id, stage.at, Show(stage, setting.venue.theme))


def make(planned: Part) -> Group:
    """The stage, its seats as instances, its title on the screen."""
    show = planned.subject
    assert isinstance(show, Show)
    stage = show.stage
    pose = Pose(stage.at, stage.facing, stage.id)
    shaded = bake(merge(staging.stage_pieces(stage)), occluders=staging.stage_far(stage), reach=3.0, strength=0.6)
    mesh = Mesh(f"stage/{planned.key}", tuple(weld(p) for p in shaded), tuple(merge(staging.stage_far(stage))))
    color = hex_of(mix(stage.color, "#3C4246", 0.2))
    seat = kit(f"seat/{color}", lambda: staging.seat(color), lambda: staging.seat_far(color), reach=0.6)
    seats = [pose.node(f"seat-{i}", seat, x, 0.012, z, math.pi) for i, (x, z) in enumerate(staging.seat_spots(stage))]
    width, height = stage.screen
    low, z = stage.height + 0.5, -stage.size[1] / 2 + 0.72
    field = hex_of(mix(stage.color, "#081420", 0.6))
    labels = (
        pose.label(
            "theme",
            (0, low + height * 0.72, z),
            (width * 0.86, height * 0.4),
            zh=show.theme.zh,
            en=show.theme.en,
            foreground="#FFFFFF",
            background=field,
            px_per_m=min(56.0, 900 / width),
            style="screen",
            emissive=True,
            far=True,
        ),
        pose.label(
            "title",
            (0, stage.height * 0.5, stage.size[1] / 2 + 0.02),
            (width * 0.4, max(stage.height * 0.3, 0.2)),
            zh=stage.name.zh,
            en=stage.name.en,
            foreground=readable_on("#2B3035"),
            background="#2B3035",
            px_per_m=64.0,
        ),
    )
    return Group(planned.id, (pose.node("stage", mesh), *seats), labels)
