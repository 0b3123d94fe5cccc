from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from hallwright.scene.graph import Label
from hallwright.scene.signage.quads import panels, plain_panels, quad_owners

LABEL = Label("s", (5.0, 2.0, -3.0), 0.0, 2.0, 1.0, "zh", "en", "#FFFFFF", "#000000", owner="s1")
WHOLE = ((0.0, 0.0, 1.0, 1.0),)


def corner(label: Label, u: float, v: float, face: int = 0) -> np.ndarray:
    """Where the atlas point (u, v) of the label's face is."""
    part = panels([label], WHOLE, "signs")
    assert part.uvs is not None
    found = [i for i in range(4 * face, 4 * face + 4) if np.allclose(part.uvs[i], (u, v))]
    return part.positions[found[0]].astype(float)


@pytest.mark.parametrize(
    ("yaw", "pitch", "top_left", "normal"),
    [
        (0.0, 0.0, (4, 2.5, -3), (0, 0, 1)),
        (math.pi / 2, 0.0, (5, 2.5, -2), (1, 0, 0)),
        (0.0, math.pi / 2, (4, 2, -3.5), (0, 1, 0)),
        (math.pi, math.pi / 2, (6, 2, -2.5), (0, 1, 0)),
    ],
)
def test_panels_stand_as_their_angles_say(
    yaw: float, pitch: float, top_left: tuple[float, ...], normal: tuple[float, ...]
) -> None:
    label = replace(LABEL, yaw=yaw, pitch=pitch)
    assert np.allclose(corner(label, 0, 0), top_left, atol=1e-6)
    assert np.allclose(panels([label], WHOLE, "signs").normals, normal, atol=1e-6)


def test_triangles_are_counter_clockwise_seen_from_the_front_and_the_back() -> None:
    for yaw, pitch in ((0.3, 0.0), (2.0, 0.7)):
        part = panels([replace(LABEL, yaw=yaw, pitch=pitch, double_sided=True)], WHOLE, "signs")
        a, b, c = (part.positions[part.indices[:, i]] for i in range(3))
        facing = np.einsum("ij,ij->i", np.cross(b - a, c - a), part.normals[part.indices[:, 0]])
        assert np.all(facing > 0)


def test_the_back_is_not_mirrored() -> None:
    label = replace(LABEL, double_sided=True)
    assert np.allclose(corner(label, 0, 0, 0), (4, 2.5, -3))
    assert np.allclose(corner(label, 0, 0, 1), (6, 2.5, -3))


def test_owners_are_named_quad_by_quad() -> None:
    two = [replace(LABEL, double_sided=True), replace(LABEL, owner="s2")]
    assert quad_owners(two) == ("s1", "s1", "s2")
    assert len(panels(two, WHOLE * 2, "signs").indices) == 6


def test_plain_panels_show_their_ground_and_a_little_of_their_ink() -> None:
    colors = plain_panels([LABEL], "matte").colors
    assert colors is not None
    assert np.allclose(colors, [0.2, 0.2, 0.2, 1.0])
