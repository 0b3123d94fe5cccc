"""Figures in GLBs: what hangs from what, where every triangle is while it moves, and what a skin does of the same."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
import pytest

from hallwright.catalogue.rig import posed
from hallwright.gltf.writing import FINE, Form, write
from tests.gltf.figures import figured, machine
from tests.gltf.reading import Read, matrix_of
from tests.gltf.test_writing import FORMS, apart

Array = np.ndarray[Any, Any]


def moved(read: Read, name: str, at: float) -> dict[int, dict[str, Any]]:
    """What an animation gives its nodes after ``at`` seconds, by node."""
    found: dict[int, dict[str, Any]] = {}
    animation = next(entry for entry in read.document["animations"] if entry["name"] == name)
    for channel in animation["channels"]:
        sampler = animation["samplers"][channel["sampler"]]
        times, values = read.accessor(sampler["input"])[:, 0], read.accessor(sampler["output"])
        if sampler["interpolation"] == "STEP":
            value = values[np.searchsorted(times, at, side="right") - 1]
        else:
            value = np.array([np.interp(at, times, column) for column in values.T])
        if channel["target"]["path"] == "rotation":
            value = value / np.linalg.norm(value)
        found.setdefault(channel["target"]["node"], {})[channel["target"]["path"]] = value
    return found


def world(read: Read, changes: dict[int, dict[str, Any]]) -> dict[int, Array]:
    """The matrix of every node, with some moved."""
    nodes, result = read.document["nodes"], {}
    stack = [(number, np.eye(4)) for number in read.document["scenes"][0]["nodes"]]
    while stack:
        number, above = stack.pop()
        result[number] = above @ matrix_of({**nodes[number], **changes.get(number, {})})
        stack += [(child, result[number]) for child in nodes[number].get("children", [])]
    return result


def corners(read: Read, changes: dict[int, dict[str, Any]] | None = None) -> Array:
    """Every triangle (n, 3, 3) where it is, in metres; triangles without extent are left out."""
    matrices, found = world(read, changes or {}), []
    for number, node in enumerate(read.document["nodes"]):
        if "mesh" not in node:
            continue
        for primitive in read.document["meshes"][node["mesh"]]["primitives"]:
            points = read.accessor(primitive["attributes"]["POSITION"])
            points = np.concatenate([points, np.ones((len(points), 1))], axis=1)
            if "skin" in node:
                skin = read.document["skins"][node["skin"]]
                binds = read.accessor(skin["inverseBindMatrices"]).reshape(-1, 4, 4).transpose(0, 2, 1)
                joints = np.array([matrices[joint] @ bind for joint, bind in zip(skin["joints"], binds, strict=True)])
                followed = read.accessor(primitive["attributes"]["JOINTS_0"])[:, 0]
                assert np.all(read.accessor(primitive["attributes"]["WEIGHTS_0"]) == [1, 0, 0, 0])
                placed = np.einsum("nij,nj->ni", joints[followed], points)
            else:
                placed = points @ matrices[number].T
            found.append(placed[:, :3][read.accessor(primitive["indices"]).reshape(-1, 3)])
    triangles = np.concatenate(found)
    return triangles[np.ptp(triangles, axis=1).max(axis=1) > 1e-6]


def numbered(read: Read) -> dict[str, int]:
    return {node["name"]: number for number, node in enumerate(read.document["nodes"])}


@pytest.mark.parametrize("form", FORMS)
def test_at_rest_every_triangle_is_where_the_recipe_says(form: Form) -> None:
    found = corners(Read(write(figured(), form).data))
    wanted = np.concatenate([part.positions[part.indices] for part in posed(machine())])
    assert found.shape == wanted.shape
    assert apart(found, wanted) < FINE / 2 + 1e-5


@pytest.mark.parametrize("form", FORMS)
def test_a_part_moves_with_its_parent_and_about_its_pivot(form: Form) -> None:
    read = Read(write(figured(), form).data)
    places, names = world(read, moved(read, "run", 1.0)), numbered(read)
    # The arm stands up: its wrist, 3 m out, is 3 m above the shoulder; the hand has slid half a metre further on.
    assert places[names["joint"]][:3, 3] == pytest.approx((0, 5, 0), abs=1e-5)
    assert places[names["hand"]][:3, 3] == pytest.approx((0, 5.5, 0), abs=1e-5)
    assert places[names["lid"]][:3, :3] == pytest.approx(np.eye(3) * 0.5)
    assert places[names["flame"]][:3, :3] == pytest.approx(np.eye(3), abs=1e-6), "seen meanwhile"
    assert places[names["frame"]] == pytest.approx(np.eye(4))


def test_turns_go_the_whole_way_round() -> None:
    read = Read(write(figured()).data)
    hand = numbered(read)["hand"]
    halfway = [moved(read, "idle", at)[hand]["rotation"] for at in np.linspace(0, 3, 61)]
    steps = np.abs(np.sum(np.array(halfway[1:]) * np.array(halfway[:-1]), axis=1))
    turned = 2 * np.arccos(np.clip(steps, 0, 1))
    assert turned.sum() == pytest.approx(4 * np.pi, rel=1e-3)
    assert turned.max() < 0.3, "nearly even"


def test_it_comes_apart_in_one_second() -> None:
    read = Read(write(figured()).data)
    places, names = world(read, moved(read, "explode", 1.0)), numbered(read)
    assert places[names["arm"]][:3, 3] == pytest.approx((0, 3, 0), abs=1e-6)
    assert places[names["hand"]][:3, 3] == pytest.approx((3, 3, 0), abs=1e-6)
    assert places[names["lid"]][:3, 3] == pytest.approx((0, 2.1, -0.5), abs=1e-6)


def test_readers_are_told_what_there_is() -> None:
    document = Read(write(figured()).data).document
    assert [entry["name"] for entry in document["animations"]] == ["run", "idle", "explode"]
    assert document["asset"]["extras"]["hallwright"]["motions"] == {
        "run": {"duration": 2.0, "loop": False}, "idle": {"duration": 3.0, "loop": True},
    }
    nodes = {node["name"]: node for node in document["nodes"]}
    assert nodes["lid"]["extras"] == {"cut": True}
    assert nodes["flame"]["extras"] == {"hidden": True}
    assert "extras" not in nodes["arm"]
    assert [document["nodes"][child]["name"] for child in nodes["arm"]["children"]] == ["joint", "arm/mesh"]
    animated = {channel["target"]["node"] for entry in document["animations"] for channel in entry["channels"]}
    assert not any("mesh" in document["nodes"][node] for node in animated), "quantisation is never animated"


@pytest.mark.parametrize("form", FORMS)
def test_a_skin_moves_as_its_parts_would(form: Form) -> None:
    read, wanted = Read(write(figured(skin=True), form).data), machine(skin=True)
    still = np.concatenate([part.positions[part.indices] for part in posed(wanted)])
    assert apart(corners(read), still) < FINE / 2 + 1e-5
    assert sum("mesh" in node for node in read.document["nodes"]) == 1
    assert len(read.document["meshes"][0]["primitives"]) == 4, "one for each material"
    (skin,) = read.document["skins"]
    assert [read.document["nodes"][joint]["name"] for joint in skin["joints"]] == list(wanted.parts)
    turned = corners(read, moved(read, "run", 1.0)).reshape(-1, 3)
    assert turned.max(axis=0)[1] == pytest.approx(5.95, abs=0.01), "the hand on top of the raised arm"


@pytest.mark.parametrize("skin", [False, True])
def test_a_figure_stands_where_it_is_put(skin: bool) -> None:
    there = write(figured(skin=skin, translation=(10.0, 0.5, -4.0), yaw=np.pi / 2), "plain")
    here = corners(Read(write(figured(skin=skin), "plain").data))
    wanted = here @ np.array([[0, 0, -1], [0, 1, 0], [1, 0, 0]]) + (10.0, 0.5, -4.0)
    assert apart(corners(Read(there.data)), wanted) < 1e-4
    assert np.all(np.array(there.low) <= wanted.reshape(-1, 3).min(axis=0) + 1e-3)


@pytest.mark.parametrize("skin", [False, True])
def test_a_figure_gives_the_same_bytes_each_time(skin: bool) -> None:
    once, again = ([hashlib.sha256(write(figured(skin=skin), form).data).digest() for form in FORMS] for _ in range(2))
    assert once == again
