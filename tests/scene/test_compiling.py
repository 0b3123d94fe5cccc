"""Scenes are the same every time and in every process; parts change only with what they show."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from hallwright.geometry.mesh import Primitive
from hallwright.scene.compiling import compile_scene, realise, text_dump
from hallwright.scene.graph import Group, Label, Part
from hallwright.scene.materials import MATERIALS, far_of
from tests.scene.sample import hall, park, text, venue

GOLDEN = Path(__file__).parent / "golden" / "sample.txt"
PARTS = [part for area in compile_scene(venue()).areas for part in area.parts]


def test_the_scene_reads_as_it_did() -> None:
    """Golden: after a wanted change, ``HALLWRIGHT_GOLDEN=write`` writes it anew; read the difference."""
    dump = text_dump(compile_scene(venue(hall())))
    if os.environ.get("HALLWRIGHT_GOLDEN") == "write":
        GOLDEN.write_text(dump, encoding="utf-8")
    assert dump == GOLDEN.read_text(encoding="utf-8")


def test_another_process_with_another_hash_seed_makes_the_same() -> None:
    script = (
        "from tests.scene.sample import venue; from tests.scene.test_compiling import fingerprint;"
        "from hallwright.scene.compiling import compile_scene;"
        "print(fingerprint(compile_scene(venue()).areas[0].parts))"
    )
    root = Path(__file__).parents[2]
    paths = os.pathsep.join([str(root / "server"), str(root)])
    found = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
        ).stdout
        for seed in ("1", "2")
    }
    assert found == {fingerprint(compile_scene(venue()).areas[0].parts) + "\n"}


def fingerprint(parts: tuple[Part, ...]) -> str:
    """A digest of every array of every mesh that the parts make."""
    from hashlib import blake2b

    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(part.key.encode())
        for primitive in primitives(realise(part)):
            for array in (primitive.positions, primitive.normals, primitive.colors, primitive.indices):
                digest.update(b"" if array is None else np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()


def primitives(group: Group) -> list[Primitive]:
    return [p for node in group.nodes for p in (*node.mesh.primitives, *(node.mesh.far or ()))]


def test_parts_have_names_of_their_own() -> None:
    for area in compile_scene(venue()).areas:
        names = [part.id for part in area.parts]
        assert len(set(names)) == len(names)


def test_one_renamed_booth_changes_one_part() -> None:
    booths = hall().booths
    renamed = replace(booths[1], fascia=text("renamed"))
    before, after = (
        {part.id: part.key for part in compile_scene(venue(area)).areas[0].parts}
        for area in (hall(), hall(booths=(booths[0], renamed, *booths[2:])))
    )
    assert [name for name in before if before[name] != after[name]] == ["a2"]


def test_a_booth_s_place_in_the_file_does_not_matter() -> None:
    moved = tuple(replace(booth, place=replace(booth.place, line=booth.place.line + 7)) for booth in hall().booths)
    before, after = (compile_scene(venue(area)).areas[0].parts for area in (hall(), hall(booths=moved)))
    assert [part.key for part in before] == [part.key for part in after]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: f"{part.builder}:{part.id}")
def test_every_part_travels_and_makes_sound_meshes(part: Part) -> None:
    sent = pickle.loads(pickle.dumps(part))
    group = realise(sent)
    assert group.id == part.id and (group.nodes or group.labels or group.heroes)
    for primitive in primitives(group):
        assert_sound(primitive)
    assert all(label.width > 0 and label.height > 0 and (label.zh or label.en) for label in group.labels)


def assert_sound(primitive: Primitive) -> None:
    """Finite arrays of the right shapes, unit normals, colours in 0..1, a known material, no triangle twice."""
    count = len(primitive.positions)
    assert primitive.material in MATERIALS and far_of(primitive.material) in MATERIALS
    assert primitive.positions.dtype == np.float32 and primitive.normals.shape == (count, 3)
    assert primitive.indices.dtype == np.uint32 and len(primitive.indices) and primitive.indices.max() < count
    assert np.isfinite(primitive.positions).all()
    corners = primitive.positions[primitive.indices].round(5).tolist()
    looks = primitive.normals[primitive.indices[:, 0]].round(2).tolist()
    drawn = {(frozenset(map(tuple, triangle)), tuple(look)) for triangle, look in zip(corners, looks, strict=True)}
    assert len(drawn) == len(corners) or primitive.material == "shadow", "triangles drawn twice"
    assert np.allclose(np.linalg.norm(primitive.normals, axis=1), 1, atol=2e-3)
    if primitive.colors is not None:
        assert primitive.colors.shape == (count, 4) and primitive.colors.min() >= 0 and primitive.colors.max() <= 1.0001


def test_meshes_of_one_key_are_one_object() -> None:
    meshes: dict[str, object] = {}
    for part in PARTS:
        for node in realise(part).nodes:
            if not node.mesh.key.startswith(("floor/", "stand/", "stage/")):
                assert meshes.setdefault(node.mesh.key, node.mesh) is node.mesh


def test_texts_are_shown_in_both_languages() -> None:
    labels = [label for part in PARTS for label in realise(part).labels]
    shown = {(label.zh, label.en) for label in labels}
    assert {
        ("a1·中文", "a1"),
        ("zone a·中文", "zone a"),
        ("theme·中文", "theme"),
        ("entrance·中文", "entrance"),
    } <= shown
    assert any(label.zh == "A" and label.style == "floor" for label in labels)


def test_labels_stand_before_what_they_are_on() -> None:
    """A fascia's face is a few millimetres before its board, on the outside of the booth."""
    part = next(part for part in PARTS if part.id == "a2")
    fascia: Label = next(label for label in realise(part).labels if label.name == "a2/fascia-front")
    x, y, z = fascia.translation
    assert (round(x, 1), round(y, 2)) == (9.2, 2.3)
    assert z == pytest.approx(-33.5 + 1.5 - 0.011, abs=0.01)
    assert np.sin(fascia.yaw) == pytest.approx(0, abs=1e-6) and np.cos(fascia.yaw) == pytest.approx(1)


def test_environments_follow_kind_and_time() -> None:
    indoors, outdoors = (area.environment for area in compile_scene(venue(hall(), park())).areas)
    assert (indoors.sky, indoors.sun) == ("hall", None)
    assert outdoors.sky == "dusk" and outdoors.sun is not None
