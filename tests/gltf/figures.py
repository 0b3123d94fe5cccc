"""A machine with parts that move, for tests: a frame, an arm on it that turns, a hand on the arm, a lid, a flame."""

from __future__ import annotations

from dataclasses import replace

from hallwright.catalogue.rig import Motion, Part, Rig, Track, appear, grow, slide, spin, swing
from hallwright.geometry.mesh import Mesh
from hallwright.geometry.shapes import bevel_box, box, sphere
from hallwright.gltf.rigging import Figure
from hallwright.gltf.writing import Asset
from hallwright.scene.graph import Vector
from hallwright.scene.materials import MATERIALS

SHOULDER, WRIST = (0.0, 2.0, 0.0), (3.0, 2.0, 0.0)


def machine(*, skin: bool = False) -> Rig:
    """Its arm turns about Z while the hand slides along X of the model; one tenth of the hand glows."""
    parts = {
        "frame": Part([bevel_box((1, 2, 1), (0, 1, 0), "matte", "#808080")]),
        "arm": Part(
            [box((3, 0.2, 0.2), (1.5, 2, 0), "metal", "#c0c0c0")], "frame", pivot=SHOULDER, apart=(0.0, 1.0, 0.0)
        ),
        "joint": Part((), "arm", pivot=WRIST),
        "hand": Part(
            [sphere(0.4, WRIST, "matte", "#aa3322"), box((0.1, 0.1, 0.1), (3.4, 2, 0), "glow")], "joint", pivot=WRIST
        ),
        "lid": Part([box((1, 0.1, 1), (0, 2.05, 0), "paint", "#3355aa")], pivot=(0, 2.1, -0.5), cut=True),
        "flame": Part([box((0.2, 0.6, 0.2), (0, 3, 0), "glow", "#ffaa00")], pivot=(0, 3, 0), hidden=True),
    }
    run = (
        swing("arm", (0, 0, 1), [(0, 0), (1, 1.5707963), (2, 0)]),
        slide("hand", [(0, (0, 0, 0)), (1, (0.5, 0, 0)), (2, (0, 0, 0))]),
        Track("lid", "scale", (0, 1, 2), [(1, 1, 1), (0.5, 0.5, 0.5), (1, 1, 1)], "step"),
    )
    if skin:
        return Rig({name: replace(part, hidden=False) for name, part in parts.items()}, (Motion("run", run),), True)
    idle = (spin("hand", (1, 0, 0), 2, 3.0), grow("frame", [(0, 1.0), (3, 1.0)]))
    return Rig(parts, (Motion("run", (*run, appear("flame", 0.5, 1.5))), Motion("idle", idle, loop=True)))


def figured(*, skin: bool = False, translation: Vector = (0.0, 0.0, 0.0), yaw: float = 0.0) -> Asset:
    """The machine as an asset."""
    rig = machine(skin=skin)
    shapes = {name: tuple(part.primitives) for name, part in rig.parts.items() if part.primitives}
    meshes = {name: Mesh(f"machine/{name}", primitives) for name, primitives in shapes.items()}
    return Asset((), MATERIALS, figures=(Figure("machine", rig, meshes, translation, yaw),))
