from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shapes import box, sphere
from hallwright.gltf.quantising import FINE, INT16, PackedMesh, packed, plain


def quantised(mesh: Mesh) -> PackedMesh:
    """One mesh, packed by itself."""
    return packed([mesh], FINE)[0]


def points_of(mesh: PackedMesh) -> np.ndarray:
    """Stored positions of the first primitive, in metres."""
    return column(mesh, "POSITION") / INT16 * mesh.scale + np.array(mesh.offset)


def column(mesh: PackedMesh, name: str) -> np.ndarray:
    """Stored values of the first primitive."""
    found = mesh.primitives[0].attributes[name]
    return found.rows[:, : int(found.accessor["type"][-1])]


def soup(points: np.ndarray, **arrays: np.ndarray) -> Primitive:
    """Points in threes as triangles."""
    normals = np.tile(np.array([0, 1, 0], np.float32), (len(points), 1))
    indices = np.arange(len(points), dtype=np.uint32).reshape(-1, 3)
    return Primitive("matte", points.astype(np.float32), normals, indices, **arrays)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.floats(0.001, 400), st.integers(0, 2**32 - 1))
def test_positions_are_as_exact_as_promised(triangles: int, extent: float, seed: int) -> None:
    random = np.random.default_rng(seed)
    points = random.uniform(-1, 1, (3 * triangles, 3)) * extent + random.uniform(-50, 50, 3)
    part = soup(points)
    mesh = quantised(Mesh("m", (part,)))
    step = max(FINE, mesh.scale / INT16)
    assert mesh.scale <= max(INT16 * FINE, np.ptp(part.positions, axis=0).max() / 2 + FINE)
    expected = part.positions[part.indices.ravel()]
    stored = points_of(mesh)[mesh.primitives[0].indices.rows]
    # Triangles may come in another order; each one's corners must be near those of one that was given.
    gap = np.abs(stored.reshape(-1, 1, 3, 3) - expected.reshape(1, -1, 3, 3)).max(axis=(2, 3))
    assert gap.min(axis=1).max() <= step / 2 + 1e-4
    seen = gap[:, ~flat(expected.reshape(-1, 3, 3), mesh)]
    assert seen.min(axis=0, initial=np.inf).max(initial=0.0) <= step / 2 + 1e-4


def flat(triangles: np.ndarray, mesh: PackedMesh) -> np.ndarray:
    """Triangles of which two corners come to lie on each other: nothing of them is seen, and they are left out."""
    corners = np.rint((triangles - np.array(mesh.offset)) / mesh.scale * INT16)
    return np.any([(corners[:, k] == corners[:, k - 1]).all(axis=1) for k in range(3)], axis=0)


def test_normals_are_within_half_a_step() -> None:
    random = np.random.default_rng(5)
    directions = random.normal(size=(300, 3))
    directions = (directions / np.linalg.norm(directions, axis=1, keepdims=True)).astype(np.float32)
    points = np.arange(900, dtype=np.float32).reshape(300, 3)
    part = Primitive("matte", points, directions, np.arange(300, dtype=np.uint32).reshape(-1, 3))
    mesh = quantised(Mesh("m", (part,)))
    vertex = np.rint(points_of(mesh)[:, 0] / 3).astype(int)
    assert sorted(vertex) == list(range(300))
    assert np.abs(column(mesh, "NORMAL") / 127 - directions[vertex]).max() <= 0.5 / 127 + 1e-6


def test_bright_colours_take_8_bits_and_dark_gradients_16() -> None:
    bright = np.linspace(0.2, 1.0, 12, dtype=np.float32).repeat(4).reshape(12, 4)
    dark = np.linspace(0.0, 0.02, 12, dtype=np.float32)[:, None] * [1, 1, 1, 0] + np.array([0, 0, 0, 1])
    even = np.full((12, 4), 0.01, np.float32)
    for colors, dtype in ((bright, np.uint8), (dark, np.uint16), (even, np.uint8)):
        part = soup(np.random.default_rng(1).uniform(size=(12, 3)), colors=colors.astype(np.float32))
        mesh = quantised(Mesh("m", (part,)))
        order = np.argsort(points_of(mesh)[:, 0])
        stored, colors = column(mesh, "COLOR_0")[order], colors[np.argsort(part.positions[:, 0])]
        assert stored.dtype == dtype
        assert np.abs(stored / np.iinfo(dtype).max - colors).max() <= 0.5 / (255 if dtype == np.uint8 else 1000)


def test_uvs_take_16_bits_inside_the_texture_and_floats_beyond() -> None:
    inside = soup(np.eye(3), uvs=np.array([[0, 0], [1, 0.5], [0.3, 1]], np.float32))
    beyond = soup(np.eye(3), uvs=np.array([[0, 0], [2, 0.5], [0.3, 1]], np.float32))
    assert column(quantised(Mesh("a", (inside,))), "TEXCOORD_0").dtype == np.uint16
    assert column(quantised(Mesh("b", (beyond,))), "TEXCOORD_0").dtype == np.float32


def test_quads_with_text_keep_their_order() -> None:
    random = np.random.default_rng(3)
    part = soup(random.uniform(size=(300, 3)), uvs=random.uniform(size=(300, 2)).astype(np.float32))
    mesh = quantised(Mesh("signs", (part,)))
    assert np.array_equal(mesh.primitives[0].indices.rows, np.arange(300))


def test_vertices_no_triangle_uses_are_left_out() -> None:
    part = Primitive("matte", np.arange(18, dtype=np.float32).reshape(6, 3), np.tile(np.float32([0, 1, 0]), (6, 1)),
                     np.array([[1, 3, 5]], np.uint32))
    assert len(points_of(quantised(Mesh("m", (part,))))) == 3


def test_a_mesh_is_packed_once_but_a_new_one_of_the_same_key_again() -> None:
    first, second = Mesh("same", (box((1, 1, 1)),)), Mesh("same", (box((2, 1, 1)),))
    assert quantised(first) is quantised(first)
    assert packed([first], 2 * FINE)[0] is not quantised(first)
    assert quantised(second).high == (1.0, 0.5, 0.5)
    assert quantised(first).high == (0.5, 0.5, 0.5)


def test_meshes_packed_together_are_as_if_packed_alone() -> None:
    meshes = [Mesh(f"m{i}", (box((1 + i, 1, 1), (i, 0, 0)), sphere(0.2 * (i + 1), (0, i, 0)))) for i in range(4)]
    together = packed([*meshes, Mesh("none", ()), meshes[0]])
    for mesh, ours in zip(meshes, together, strict=False):
        alone = quantised(Mesh(mesh.key + "-alone", mesh.primitives))
        assert (ours.offset, ours.scale, ours.low, ours.high) == (alone.offset, alone.scale, alone.low, alone.high)
        for a, b in zip(ours.primitives, alone.primitives, strict=True):
            assert np.array_equal(a.indices.rows, b.indices.rows)
            assert all(np.array_equal(a.attributes[name].rows, b.attributes[name].rows) for name in a.attributes)
    assert together[-1] is together[0]
    assert together[-2].primitives == ()


def test_triangles_without_extent_are_left_out() -> None:
    points = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 1, 1e-6], [1, 1, 1]], np.float32)
    indices = np.array([[0, 1, 2], [2, 3, 4], [1, 1, 4]], np.uint32)
    part = Primitive("matte", points, np.tile(np.float32([0, 1, 0]), (5, 1)), indices)
    assert quantised(Mesh("m", (part,))).triangles == 1


def test_a_flat_and_an_empty_mesh_are_no_trouble() -> None:
    flat = quantised(Mesh("flat", (soup(np.zeros((3, 3))),)))
    assert flat.scale == INT16 * FINE
    assert quantised(Mesh("empty", ())).triangles == 0
    assert plain(Mesh("empty", ())).primitives == ()
