from __future__ import annotations

import hashlib
import math
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import hallwright
from hallwright.geometry.mesh import Mesh
from hallwright.geometry.shapes import bevel_box, box, grid, quad, sphere
from hallwright.gltf.writing import FINE, Asset, Form, write
from hallwright.scene.graph import Material, Node
from hallwright.scene.materials import MATERIALS
from tests.gltf.reading import Read, rolled

PANE = ((-1, 0, 1), (1, 0, 1), (1, 1, 1), (-1, 1, 1))
FORMS: tuple[Form, ...] = ("compressed", "quantised", "plain")


def furnished() -> Asset:
    """A wall of two materials, five turned and stretched chairs, a ball."""
    wall = Mesh("wall", (bevel_box((3, 2.5, 0.1), (0, 1.25, 0), "matte", "#ffffff"), quad(PANE, "glass")))
    seat = box((0.5, 0.5, 0.5), (0.1, 0.25, 0), "matte", "#aa3322")
    chair = Mesh("chair", (seat, box((0.1, 0.1, 0.1), material="glow")))
    chairs = tuple(
        Node(f"b{i}/chair", chair, (2.0 * i, 0.1, -3.0), 0.7 * i, (1.0, 1.0 + 0.1 * i, 0.8), owner=f"b{i}")
        for i in range(5)
    )
    ball = Node("ball", Mesh("ball", (sphere(0.4, (0, 3, 0)),)), (1.0, 0.0, 0.0))
    return Asset((Node("wall", wall, (10.0, 0.0, -5.0), 0.3, owner="b1"), *chairs, ball), MATERIALS)


def expected_corners(node: Node) -> np.ndarray:
    """Corners of the node's triangles in the scene, in floats."""
    cos, sin = math.cos(node.yaw), math.sin(node.yaw)
    turn = np.array([[cos, 0, sin], [0, 1, 0], [-sin, 0, cos]])
    parts = [part.positions[part.indices] * node.scale @ turn.T + node.translation for part in node.mesh.primitives]
    return np.concatenate(parts)


def apart(a: np.ndarray, b: np.ndarray) -> float:
    """How far the triangles of two sets are from their nearest in the other, whatever their order; metres."""
    gaps = np.abs(a.mean(axis=1)[:, None] - b.mean(axis=1)[None]).max(axis=2)
    return float(max(gaps.min(axis=0).max(), gaps.min(axis=1).max()))


@pytest.mark.parametrize("form", FORMS)
def test_every_triangle_stands_where_the_scene_says(form: Form) -> None:
    asset = furnished()
    read = Read(write(asset, form).data)
    found = np.concatenate([read.triangles(node) for node in read.document["nodes"]])
    wanted = np.concatenate([expected_corners(node) for node in asset.nodes])
    assert found.shape == wanted.shape
    assert apart(found, wanted) < FINE / 2 + 1e-5


def test_the_compressed_form_decodes_to_the_quantised_one() -> None:
    asset = furnished()
    compressed, quantised = Read(write(asset).data), Read(write(asset, "quantised").data)
    assert compressed.document["accessors"] == quantised.document["accessors"]
    indices = {p["indices"] for mesh in compressed.document["meshes"] for p in mesh["primitives"]}
    for number in range(len(compressed.document["accessors"])):
        ours, theirs = compressed.accessor(number, raw=True), quantised.accessor(number, raw=True)
        if number in indices:
            ours, theirs = rolled(ours.reshape(-1, 3)), rolled(theirs.reshape(-1, 3))
        assert np.array_equal(ours, theirs), number


def test_nodes_of_one_mesh_become_one_instanced_node_with_owners() -> None:
    read = Read(write(furnished()).data)
    chair = read.node("chair")
    assert "EXT_mesh_gpu_instancing" in chair["extensions"]
    assert chair["extras"] == {"owners": ["b0", "b1", "b2", "b3", "b4"]}
    assert read.node("b1/wall").keys() == {"name", "mesh", "translation", "rotation", "scale"}


def test_the_fallback_buffer_is_declared_and_nothing_else_needs_it() -> None:
    document = Read(write(furnished()).data).document
    assert document["buffers"][1]["extensions"]["EXT_meshopt_compression"] == {"fallback": True}
    assert "uri" not in document["buffers"][1]
    for view in document["bufferViews"]:
        packed = view["extensions"]["EXT_meshopt_compression"]
        assert packed["count"] * packed["byteStride"] == view["byteLength"]
        assert view["byteOffset"] + view["byteLength"] <= document["buffers"][1]["byteLength"]


@pytest.mark.parametrize("form", FORMS)
def test_what_it_says_of_itself_is_true(form: Form) -> None:
    glb = write(furnished(), form)
    read = Read(glb.data)
    corners = np.concatenate([read.triangles(node) for node in read.document["nodes"]]).reshape(-1, 3)
    assert glb.triangles == len(corners) // 3
    assert np.all(corners.min(axis=0) >= np.array(glb.low) - 1e-3)
    assert np.all(corners.max(axis=0) <= np.array(glb.high) + 1e-3)
    nodes = read.document["nodes"]
    assert glb.draws == sum(len(read.document["meshes"][node["mesh"]]["primitives"]) for node in nodes)


def test_the_plain_form_uses_no_extension() -> None:
    text = str(Read(write(furnished(), "plain").data).document)
    assert "extension" not in text


def test_materials_say_what_the_scene_says() -> None:
    lamp = Material("lamp", (1, 1, 1, 1), emissive=(4.0, 2.0, 1.0))
    asset = Asset((Node("l", Mesh("l", (box((1, 1, 1), material="lamp"), box((1, 1, 1), material="glass"),
                                       box((1, 1, 1), material="glow"))), (0, 0, 0)),), {**MATERIALS, "lamp": lamp})
    document = Read(write(asset).data).document
    by_name = {entry["name"]: entry for entry in document["materials"]}
    assert by_name["lamp"]["emissiveFactor"] == [1.0, 0.5, 0.25]
    assert by_name["lamp"]["extensions"]["KHR_materials_emissive_strength"] == {"emissiveStrength": 4.0}
    assert by_name["glass"]["alphaMode"] == "BLEND"
    assert by_name["glass"]["doubleSided"] is True
    assert by_name["glow"]["extensions"] == {"KHR_materials_unlit": {}}
    assert {"KHR_materials_unlit", "KHR_materials_emissive_strength"} <= set(document["extensionsUsed"])


def test_an_unknown_material_is_an_error() -> None:
    with pytest.raises(KeyError, match="marble"):
        write(Asset((Node("x", Mesh("x", (box((1, 1, 1), material="marble"),)), (0, 0, 0)),), MATERIALS))


def test_large_meshes_get_wide_indices() -> None:
    ground = grid((0, 0, 0), (0, 0, 10), (10, 0, 0), 300, 300)
    assert len(ground.positions) > 65535
    read = Read(write(Asset((Node("g", Mesh("g", (ground, box((1, 1, 1)))), (0, 0, 0)),), MATERIALS)).data)
    primitives = read.document["meshes"][0]["primitives"]
    assert {read.document["accessors"][p["indices"]]["componentType"] for p in primitives} == {5123, 5125}
    assert len(read.triangles(read.node("g"))) == len(ground.indices) + 12


def test_an_empty_asset_is_still_a_glb() -> None:
    glb = write(Asset((), MATERIALS))
    assert (glb.triangles, glb.draws) == (0, 0)
    assert Read(glb.data).document["scenes"] == [{}]


def test_a_picture_is_the_texture_of_atlas_materials() -> None:
    square = quad(PANE, "signs", uvs=True)
    asset = Asset((Node("signs", Mesh("signs", (square,)), (0, 0, 0)),), MATERIALS,
                  b"RIFF\x08\0\0\0WEBPdata", {"signs": ("booth-1",)})
    document = Read(write(asset).data).document
    assert document["materials"][0]["pbrMetallicRoughness"]["baseColorTexture"] == {"index": 0}
    assert document["textures"][0]["extensions"] == {"EXT_texture_webp": {"source": 0}}
    assert document["images"][0]["mimeType"] == "image/webp"
    assert document["nodes"][0]["extras"] == {"owners": ["booth-1"]}


@pytest.mark.parametrize("seed", ["0", "17"])
def test_the_same_asset_gives_the_same_bytes_in_another_process(seed: str) -> None:
    code = (
        "import hashlib; from tests.gltf.test_writing import FORMS, furnished;"
        "from hallwright.gltf.writing import write;"
        "print(hashlib.sha256(b''.join(write(furnished(), form).data for form in FORMS)).hexdigest())"
    )
    top = Path(__file__).resolve().parents[2]
    path = os.pathsep.join((str(top), str(Path(hallwright.__file__).parents[1])))
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
    answer = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    ours = hashlib.sha256(b"".join(write(furnished(), form).data for form in FORMS)).hexdigest()
    assert answer.stdout.strip() == ours
