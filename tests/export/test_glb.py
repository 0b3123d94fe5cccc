from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import trimesh

from hallwright.config import resources
from hallwright.errors import BuildError
from hallwright.export.glb import export
from hallwright.gltf.container import unpack
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


def test_a_path_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="cannot be written"):
        export(read_venue(resources().layouts / "minimal.yaml"), tmp_path)
