from __future__ import annotations

import numpy as np

from hallwright.geometry.mesh import Mesh
from hallwright.geometry.shapes import box, sphere, tint
from hallwright.geometry.simplifying import far_form, simplified


def test_a_round_thing_gets_far_fewer_triangles_and_keeps_its_size_and_colour() -> None:
    ball = tint(sphere(2.0, segments=48), "#3366cc")
    plain = simplified(ball)
    assert len(plain.indices) <= 0.25 * len(ball.indices)
    assert np.abs(np.ptp(plain.positions, axis=0) - 4.0).max() < 0.4
    assert ball.colors is not None
    assert plain.colors is not None
    assert np.allclose(plain.colors, ball.colors[0])
    assert np.allclose(np.linalg.norm(plain.normals, axis=1), 1.0, atol=1e-5)


def test_its_faces_still_look_outward() -> None:
    plain = simplified(sphere(2.0, segments=48))
    middles = plain.positions[plain.indices].mean(axis=1)
    assert np.mean(np.einsum("ij,ij->i", middles, plain.normals[plain.indices[:, 0]]) > 0) > 0.99


def test_simple_things_stay_and_small_things_go() -> None:
    crate, screw = box((1, 1, 1)), box((0.1, 0.1, 0.1))
    assert far_form(Mesh("crate", (crate, screw))) == (crate,)


def test_a_mesh_with_a_far_form_keeps_it() -> None:
    far = (box((1, 1, 1)),)
    assert far_form(Mesh("a", (sphere(1.0),), far)) is far
    assert far_form(Mesh("b", (sphere(1.0),), ())) == ()


def test_the_same_mesh_is_simplified_once() -> None:
    ball = Mesh("ball-once", (sphere(1.0, segments=32),))
    assert far_form(ball) is far_form(ball)
