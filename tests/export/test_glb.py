from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh
from pygltflib import GLTF2

from hallwright.config import resources
from hallwright.errors import BuildError
from hallwright.export.glb import check, export
from hallwright.gltf.container import pack, unpack
from hallwright.gltf.reading import PlainGlb
from hallwright.layout.reading import read_venue


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "minimal.glb"
    export(read_venue(resources().layouts / "minimal.yaml"), path)
    return path


def test_other_programs_read_it(exported: Path) -> None:
    scene = trimesh.load_scene(exported)
    low, high = scene.bounds
    assert len(scene.geometry) > 5
    assert np.all(low[[0, 2]] >= [-2, -26])
    assert np.all(high[[0, 2]] <= [42, 2])
    assert high[1] > 2.4
    names = " ".join(scene.graph.nodes_geometry)
    assert "signs" in names


def test_it_needs_no_extension_and_keeps_its_text(exported: Path) -> None:
    document, _ = unpack(exported.read_bytes())
    assert "extensionsUsed" not in document
    assert document["images"][0]["mimeType"] == "image/png"
    assert len(document["meshes"]) < len(document["nodes"])


def corners(document: GLTF2) -> list[tuple[dict[str, int], int, int]]:
    """Of every primitive: its attributes, indices and material. (Attributes do not compare by value.)"""
    parts = [part for mesh in document.meshes for part in mesh.primitives]
    return [(vars(part.attributes), part.indices, part.material) for part in parts]


def test_another_reader_finds_the_same_document(exported: Path) -> None:
    theirs = GLTF2.load_from_bytes(exported.read_bytes())
    ours = PlainGlb(exported.read_bytes())
    assert list(ours.faults()) == []
    assert corners(theirs) == corners(ours.document)
    assert theirs.nodes == ours.document.nodes
    assert theirs.accessors == ours.document.accessors
    assert theirs.materials == ours.document.materials
    assert theirs.bufferViews == ours.document.bufferViews


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda d: d["nodes"][0].update(mesh=9999), "no mesh 9999"),
        (lambda d: d["scenes"][0]["nodes"].append(-1), "no node -1"),
        (lambda d: d["accessors"][0].update(count=10**9), "beyond its bytes"),
        (lambda d: d["accessors"][0].update(max=[1e9, 0, 0]), "corners are not where"),
        (lambda d: d["meshes"][0]["primitives"][0].update(material=99), "no material 99"),
        (lambda d: d["nodes"][0].update(colour="red"), "colour"),
        (lambda d: d.update(extensionsRequired=["EXT_meshopt_compression"]), "needs EXT_meshopt"),
    ],
)
def test_what_could_not_be_read_elsewhere_is_never_written(
    exported: Path, spoil: Callable[[dict[str, Any]], None], said: str
) -> None:
    document, binary = unpack(exported.read_bytes())
    check(pack(document, binary))
    spoil(document)
    with pytest.raises(BuildError, match=said):
        check(pack(document, binary))


def test_bytes_that_were_cut_off_are_never_written(exported: Path) -> None:
    document, binary = unpack(exported.read_bytes())
    with pytest.raises(BuildError, match="beyond its bytes"):
        check(pack(document, binary[: len(binary) // 2]))


def test_a_path_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="cannot be written"):
        export(read_venue(resources().layouts / "minimal.yaml"), tmp_path)
