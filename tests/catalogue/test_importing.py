"""Model files that somebody made: what becomes of them, and what is refused, always in words."""

from __future__ import annotations

import json
import os
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh
from PIL import Image
from trimesh.visual import ColorVisuals, TextureVisuals
from trimesh.visual.material import PBRMaterial

from hallwright.catalogue.card import Stance
from hallwright.catalogue.importing import LARGEST_FAR, LARGEST_NEAR, imported
from hallwright.catalogue.measuring import faults, measure
from hallwright.catalogue.recipe import Dish
from hallwright.catalogue.rig import posed
from hallwright.catalogue.shelf import Shelf
from hallwright.catalogue.surfaces import surface
from hallwright.errors import CatalogueError
from hallwright.geometry.mesh import Mesh, Primitive

CORPUS = os.environ.get("HALLWRIGHT_CORPUS", "")
CARD = """\
name: {{en: Loom, zh: 织机}}
summary: {{en: It weaves., zh: 织布。}}
size: [{size}]
facts: []
licence: MIT
source: Made for this test
{more}
"""


def painted(shape: trimesh.Trimesh, **surface: Any) -> trimesh.Trimesh:
    shape.visual = TextureVisuals(material=PBRMaterial(**surface))
    return shape


def loom(tmp_path: Path, scene: Any, name: str = "model.glb") -> Path:
    folder = tmp_path / "loom"
    folder.mkdir(exist_ok=True)
    made = scene if isinstance(scene, trimesh.Scene) else trimesh.Scene(scene)
    data = made.export(file_type=name.rpartition(".")[2])
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return folder / name


def near(dish: Dish) -> list[Primitive]:
    return posed(dish.rig)


def shelf(tmp_path: Path, size: str = "2, 4, 3", more: str = "", cache: Path | None = None) -> Shelf:
    (tmp_path / "loom" / "model.yaml").write_text(CARD.format(size=size, more=more), encoding="utf-8")
    return Shelf(tmp_path, cache)


def refusal(source: Path, stance: Stance | None = None) -> str:
    with pytest.raises(CatalogueError) as caught:
        imported(source, stance or Stance())
    assert all(line.startswith("loom/model.") for line in str(caught.value).splitlines())
    return str(caught.value)


@pytest.mark.parametrize("name", ["model.glb", "model.obj", "model.stl", "model.ply"])
def test_every_format_comes_to_stand_on_the_floor(tmp_path: Path, name: str) -> None:
    shape = trimesh.creation.box((2, 3, 4))
    shape.apply_translation((7, -5, 9))
    dish = imported(loom(tmp_path, shape, name), Stance())
    measures = measure(near(dish))
    assert (measures.footprint, measures.height, measures.triangles) == ((2.0, 4.0), 3.0, 12)
    points = np.concatenate([part.positions for part in near(dish)])
    assert points[:, 1].min() == 0.0
    assert np.allclose(points[:, [0, 2]].min(axis=0), -points[:, [0, 2]].max(axis=0))
    assert not list(faults((Mesh("m", tuple(near(dish))),), dish.far))


def test_nodes_place_their_meshes_and_mirrors_stay_outside_out(tmp_path: Path) -> None:
    scene = trimesh.Scene()
    wedge = trimesh.creation.icosphere(2, 0.5)
    scene.add_geometry(wedge, transform=np.diag([1.0, 1, 1, 1]))
    mirrored = np.diag([-2.0, 1, 1, 1])
    mirrored[0, 3] = 5
    scene.add_geometry(wedge, transform=mirrored)
    dish = imported(loom(tmp_path, scene), Stance())
    assert measure(near(dish)).footprint == pytest.approx((6.5, 1.0), abs=0.05)
    for part in near(dish):
        corners = part.positions[part.indices]
        across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        assert ((across * part.normals[part.indices].mean(axis=1)).sum(axis=1) > 0).all()


def test_scale_up_and_turn_say_how_it_stands(tmp_path: Path) -> None:
    shape = trimesh.creation.box((1000, 2000, 3000))
    lump = trimesh.creation.box((100, 100, 100))
    lump.apply_translation((0, -1050, 0))
    source = loom(tmp_path, [shape, lump], "model.stl")
    front = imported(source, Stance(0.001, 0, "z"))
    assert measure(near(front)).footprint == (1.0, 2.1)
    assert measure(near(front)).height == 3.0
    side = imported(source, Stance(0.001, 90, "z"))
    assert measure(near(side)).footprint == (2.1, 1.0)
    # The lump on the file's front (-Y) looks along +Z, and turned by 90 degrees along +X.
    assert abs(near(front)[0].positions[:, 2]).max() == pytest.approx(1.05)
    tip = near(side)[0].positions
    assert np.ptp(tip[tip[:, 0] > 1.0][:, 2]) == pytest.approx(0.1, abs=1e-3)


def test_surfaces_become_ours(tmp_path: Path) -> None:
    looks = {
        "metal": {"metallicFactor": 1.0, "roughnessFactor": 0.3},
        "paint": {"metallicFactor": 0.0, "roughnessFactor": 0.1},
        "matte": {"metallicFactor": 0.0, "roughnessFactor": 0.9},
        "glass": {"baseColorFactor": [1.0, 1.0, 1.0, 0.3], "alphaMode": "BLEND", "roughnessFactor": 0.0},
    }
    shapes = []
    for place, look in enumerate(looks.values()):
        shapes.append(painted(trimesh.creation.box((1, 1, 1)), **look))
        shapes[-1].apply_translation((2.0 * place, 0, 0))
    dish = imported(loom(tmp_path, shapes), Stance())
    assert {part.material for part in near(dish)} == set(looks)
    assert {part.material for part in dish.far} == {"matte", "glass"}


def test_colour_is_factor_times_texture_at_each_vertex(tmp_path: Path) -> None:
    palette = Image.new("RGB", (4, 4), (255, 0, 0))
    palette.paste((0, 0, 255), (2, 0, 4, 4))
    shape = trimesh.creation.box((1, 1, 1))
    # glTF's v runs down the picture: trimesh turns it round, and so must we not.
    shape.visual = TextureVisuals(
        uv=np.where(shape.vertices[:, :1] > 0, [[0.75, 0.9]], [[0.25, 0.1]]),
        material=PBRMaterial(baseColorTexture=palette, baseColorFactor=[1.0, 1.0, 0.5, 1.0], metallicFactor=0.0),
    )
    (part,) = near(imported(loom(tmp_path, shape), Stance()))
    assert part.colors is not None
    hue = part.colors[:, :3] / part.colors[:, :3].max(axis=1, keepdims=True)
    right = part.positions[:, 0] > 0
    assert np.allclose(hue[right], [0, 0, 1], atol=0.02)
    assert np.allclose(hue[~right], [1, 0, 0], atol=0.02)
    assert part.colors[right, 2].max() <= 0.51


def test_vertex_colours_are_kept_and_shade_lies_on_them(tmp_path: Path) -> None:
    ground = trimesh.creation.box((3, 0.2, 3))
    post = trimesh.creation.box((0.5, 2, 0.5))
    post.apply_translation((0, 1.1, 0))
    shape = trimesh.util.concatenate([ground.subdivide().subdivide().subdivide(), post])
    shape.visual = ColorVisuals(shape, vertex_colors=np.tile(np.uint8([0, 255, 0, 255]), (len(shape.vertices), 1)))
    (part,) = near(imported(loom(tmp_path, shape, "model.ply"), Stance()))
    assert part.colors is not None
    assert part.colors[:, [0, 2]].max() == 0
    assert part.colors[:, 1].max() > 0.9
    assert part.colors[:, 1].min() < 0.8


def test_large_models_are_simplified_to_the_budgets(tmp_path: Path) -> None:
    ball = trimesh.creation.icosphere(6, 1.0)
    assert len(ball.faces) > LARGEST_NEAR
    dish = imported(loom(tmp_path, ball), Stance())
    assert 0.5 * LARGEST_NEAR < measure(near(dish)).triangles <= LARGEST_NEAR
    assert 100 < sum(len(part.indices) for part in dish.far) <= LARGEST_FAR
    assert measure(near(dish)).footprint == pytest.approx((2.0, 2.0), abs=0.02)
    assert measure(dish.far).height == pytest.approx(2.0, abs=0.1)
    assert not list(faults((Mesh("m", tuple(near(dish))),), dish.far))
    outward = near(dish)[0].positions - np.array([0, 1, 0], np.float32)
    assert ((outward * near(dish)[0].normals).sum(axis=1) > 0.9).all()


def test_colours_of_faces_are_spread_to_their_corners(tmp_path: Path) -> None:
    crate = trimesh.creation.box((1, 1, 1))
    crate.visual = ColorVisuals(crate, face_colors=np.tile(np.uint8([255, 0, 0, 255]), (12, 1)))
    name, colors = surface(crate, linear=True)
    assert name == "matte"
    assert np.allclose(colors, [1, 0, 0, 1])


def test_the_far_form_keeps_colours_where_they_are(tmp_path: Path) -> None:
    floor = trimesh.creation.box((4, 0.1, 4))
    for _ in range(4):
        floor = floor.subdivide()
    left = floor.triangles_center[:, 0] < -0.01
    halves = trimesh.Scene()
    for side, color in ((left, [255, 0, 0, 255]), (~left, [0, 0, 255, 255])):
        half = trimesh.Trimesh(floor.vertices, floor.faces[side])
        half.visual = ColorVisuals(half, vertex_colors=np.tile(np.uint8(color), (len(half.vertices), 1)))
        halves.add_geometry(half)
    dish = imported(loom(tmp_path, halves), Stance())
    (part,) = dish.far
    assert len(part.indices) < len(floor.faces)
    corners, colors = part.positions[part.indices], part.colors
    assert colors is not None
    middle = corners.mean(axis=1)[:, 0]
    hue = colors[part.indices].mean(axis=1)
    areas = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    right = (hue[:, 0] > hue[:, 2]) == (middle < 0)
    assert areas[right].sum() > 0.9 * areas.sum()


def test_many_loose_pieces_still_have_a_far_form(tmp_path: Path) -> None:
    box = trimesh.creation.box((0.1, 0.1, 0.1))
    scene = trimesh.Scene(box)
    for at in np.random.default_rng(4).uniform(-2, 2, (400, 3)):
        scene.graph.update(
            str(at), geometry=next(iter(scene.geometry)), matrix=trimesh.transformations.translation_matrix(at)
        )
    dish = imported(loom(tmp_path, scene), Stance())
    assert measure(near(dish)).triangles == 401 * 12
    assert 0 < sum(len(part.indices) for part in dish.far) <= LARGEST_FAR


def test_triangles_without_area_go_and_normals_come(tmp_path: Path) -> None:
    folder = tmp_path / "loom"
    folder.mkdir()
    (folder / "model.obj").write_text("v 0 0 0\nv 1 0 0\nv 0 1 0\nv 2 0 0\nf 1 2 3\nf 1 2 4\nf 1 1 2\n")
    (part,) = near(imported(folder / "model.obj", Stance()))
    assert len(part.indices) == 1
    assert np.allclose(part.normals, [0, 0, 1])


def test_the_shelf_takes_model_files_and_keeps_them(tmp_path: Path) -> None:
    loom(tmp_path, trimesh.creation.box((2, 3, 4)))
    kept = tmp_path / "kept"
    first = shelf(tmp_path, cache=kept).get("loom")
    assert first.footprint == (2.0, 4.0)
    assert [mesh.key.rpartition("/")[2] for mesh in first.meshes] == ["body"]
    assert shelf(tmp_path, cache=kept).get("loom").key == first.key
    assert len(list(kept.iterdir())) == 1
    loom(tmp_path, trimesh.creation.box((2, 3, 4.01)))
    assert shelf(tmp_path, cache=kept).get("loom").key != first.key


def test_a_size_that_is_not_the_cards_is_told_with_the_measure(tmp_path: Path) -> None:
    loom(tmp_path, trimesh.creation.box((2000, 3000, 4000)))
    with pytest.raises(CatalogueError, match=r"write a 'scale' into model\.yaml"):
        shelf(tmp_path).get("loom")
    assert shelf(tmp_path, more="scale: 0.001").get("loom").height == 3.0
    with pytest.raises(CatalogueError, match=r"measures \[4, 2, 3\] metres .* but model.yaml says size: \[2.0, 4.0"):
        shelf(tmp_path, more="scale: 0.001\nturn: 90").get("loom")


def test_the_keys_of_a_stance_are_checked_and_only_for_model_files(tmp_path: Path) -> None:
    source = loom(tmp_path, trimesh.creation.box((2, 3, 4)))
    with pytest.raises(CatalogueError) as caught:
        shelf(tmp_path, more="scale: big\nturn: 999\nup: sky").get("loom")
    assert [line.split(": ")[1] for line in str(caught.value).splitlines()] == ["scale", "turn", "up"]
    source.unlink()
    (tmp_path / "loom" / "recipe.py").write_text("def build():\n    return {}\n")
    with pytest.raises(CatalogueError, match="'scale' is not a key here"):
        shelf(tmp_path, more="scale: 2").get("loom")


def test_one_source_and_no_more_with_the_cards_faults_beside(tmp_path: Path) -> None:
    source = loom(tmp_path, trimesh.creation.box((2, 3, 4)))
    loom(tmp_path, trimesh.creation.box((2, 3, 4)), "model.stl")
    with pytest.raises(CatalogueError, match=r"has model.glb, model.stl; keep one(.|\n)*size: must be"):
        shelf(tmp_path, size="2, 4").get("loom")
    source.unlink()
    (tmp_path / "loom" / "model.stl").rename(tmp_path / "loom" / "chair.STL")
    with pytest.raises(CatalogueError, match=r"'chair.STL' must be called 'model.stl'"):
        shelf(tmp_path).get("loom")
    (tmp_path / "loom" / "chair.STL").unlink()
    with pytest.raises(CatalogueError, match=r"no recipe.py and no model file"):
        shelf(tmp_path).get("loom")


def document(source: Path) -> dict[str, Any]:
    data = source.read_bytes()
    size = struct.unpack_from("<I", data, 12)[0]
    return dict(json.loads(data[20 : 20 + size]))


def rewritten(source: Path, change: dict[str, Any]) -> Path:
    data = source.read_bytes()
    size = struct.unpack_from("<I", data, 12)[0]
    text = json.dumps(document(source) | change).encode()
    text += b" " * (-len(text) % 4)
    rest = data[20 + size :]
    source.write_bytes(
        struct.pack("<4sIIII", b"glTF", 2, 20 + len(text) + len(rest), len(text), 0x4E4F534A) + text + rest
    )
    return source


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("https://example.org/a.png", "on a network"),
        ("file:///etc/passwd", "on a network"),
        ("//host/a.png", "on a network"),
        ("../secret.png", "outside its folder"),
        ("%2e%2e/secret.png", "outside its folder"),
        ("..\\secret.png", "outside its folder"),
        ("C:\\secret.png", "outside its folder"),
        ("/etc/passwd", "outside its folder"),
        ("link.png", "outside its folder"),
        ("lost.png", "not in its folder; put it there"),
        ("a\0b", "without a name"),
        (7, "without a name"),
    ],
)
def test_a_file_reaches_nothing_outside_its_folder(tmp_path: Path, uri: Any, said: str) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    source = loom(tmp_path, trimesh.creation.box((1, 1, 1)))
    (source.parent / "link.png").symlink_to(tmp_path / "secret.png")
    told = refusal(rewritten(source, {"images": [{"uri": uri}, {"uri": "lost too.png"}]}))
    assert said in told
    assert "lost too.png" in told


def test_an_obj_that_names_a_library_elsewhere_is_refused(tmp_path: Path) -> None:
    source = loom(tmp_path, trimesh.creation.box((1, 1, 1)), "model.obj")
    source.write_text("mtllib ../elsewhere.mtl\n" + source.read_text())
    assert "'../elsewhere.mtl' outside its folder" in refusal(source)


def test_limits_and_needs_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = loom(tmp_path, trimesh.creation.box((1, 1, 1)))
    needs = refusal(rewritten(source, {"extensionsRequired": ["EXT_meshopt_compression", "KHR_mesh_quantization"]}))
    assert "needs EXT_meshopt_compression" in needs
    assert "needs KHR_mesh_quantization" in needs
    source = loom(tmp_path, trimesh.creation.box((1, 1, 1)))
    huge = [{"count": 10**12, "componentType": 5126, "type": "VEC3"}]
    assert "simplify it" in refusal(rewritten(source, {"accessors": [*document(source)["accessors"], *huge]}))
    with source.open("wb") as file:
        file.truncate(20_000_001)
    assert "larger than 20 MB" in refusal(source)
    dense = trimesh.creation.icosphere(5)
    scene = trimesh.Scene(dense)
    for place in range(10):
        scene.graph.update(f"n{place}", geometry=next(iter(scene.geometry)), matrix=np.eye(4))
    assert "more than 200,000" in refusal(loom(tmp_path, scene))


def test_empty_scenes_and_numbers_that_are_none_are_refused(tmp_path: Path) -> None:
    source = loom(tmp_path, trimesh.creation.box((1, 1, 1)))
    assert "no triangles" in refusal(rewritten(source, {"scenes": [{"nodes": []}]}))
    shape = trimesh.creation.box((1, 1, 1))
    shape.vertices[3] = np.nan
    assert "not a number" in refusal(loom(tmp_path, shape))
    flat = trimesh.Trimesh([[0, 0, 0], [1, 0, 0], [2, 0, 0]], [[0, 1, 2]], process=False)
    assert "no triangles with an area" in refusal(loom(tmp_path, flat))


@pytest.mark.parametrize("name", ["model.glb", "model.ply", "model.stl", "model.obj", "model.gltf"])
def test_hostile_bytes_never_raise_anything_else(tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    made = loom(
        tmp_path,
        painted(trimesh.creation.box((1, 1, 1)), metallicFactor=0.5),
        name if name != "model.gltf" else "model.glb",
    )
    whole = made.read_bytes()
    source = made.with_name(name)
    if name == "model.gltf":
        whole = json.dumps(document(made)).encode()
    random = np.random.default_rng(9)
    spoilt = [whole[:length] for length in random.integers(0, len(whole), 20)]
    for _ in range(40):
        copy = bytearray(whole)
        for place in random.integers(0, len(copy), random.integers(1, 12)):
            copy[place] = random.integers(0, 256)
        spoilt.append(bytes(copy))
    told = []
    for data in [b"", b"\0" * 64, b"{}", b"[]", b"null", *spoilt]:
        source.write_bytes(data)
        try:
            dish = imported(source, Stance())
        except CatalogueError as error:
            told.append(str(error))
        else:
            assert not list(faults((Mesh("m", tuple(near(dish))),), dish.far))
    assert all(line.startswith(f"loom/{name}: ") for line in told)
    assert len(told) > 5
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(not CORPUS, reason="HALLWRIGHT_CORPUS names no folder of foreign models")
def test_models_of_strangers_all_come_in() -> None:
    sources = [path for kind in ("glb", "gltf", "obj", "stl", "ply") for path in Path(CORPUS).rglob(f"*.{kind}")]
    assert sources
    for source in sorted(sources):
        dish = imported(source, Stance())
        measures = measure(near(dish))
        assert 0.05 < max(*measures.footprint, measures.height) < 50, source.name
        assert not list(faults((Mesh("m", tuple(near(dish))),), dish.far)), source.name
        assert all(part.colors is not None and np.ptp(part.colors[:, :3]) > 0.05 for part in near(dish)), source.name
