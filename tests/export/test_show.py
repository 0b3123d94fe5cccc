"""A drone show as node animation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pygltflib import GLTF2

from hallwright.config import resources
from hallwright.errors import BuildError
from hallwright.export.show import export_show, keys_of, show_glb
from hallwright.gltf.reading import PlainGlb
from hallwright.layout.model import Venue
from hallwright.layout.reading import read_venue
from hallwright.scene.swarm import ease, swarm_of
from tests.scene.test_lanes import SHOW as DRIVE

SHOW = replace(DRIVE, id="sky", kind="drones", count=12, size=(40.0, 20.0), height=30.0, duration=60.0, loop=True)


@pytest.fixture(scope="module")
def venue() -> Venue:
    return replace(read_venue(resources().layouts / "minimal.yaml"), shows=(SHOW, DRIVE))


def test_every_drone_is_a_node_that_one_animation_moves(venue: Venue, tmp_path: Path) -> None:
    path = tmp_path / "show.glb"
    export_show(venue, "sky", path)
    document = GLTF2.load_from_bytes(path.read_bytes())
    assert list(PlainGlb(path.read_bytes()).faults()) == []
    drones = [node.name for node in document.nodes if node.name.startswith("drone-") and "/" not in node.name]
    assert drones == [f"drone-{k:03}" for k in range(1, 13)]
    assert len(document.meshes) == 1
    (animation,) = document.animations
    assert {document.nodes[channel.target.node].name for channel in animation.channels} == set(drones)
    assert {channel.target.path for channel in animation.channels} == {"translation"}
    seconds = document.accessors[animation.samplers[0].input]
    assert (seconds.min, seconds.max) == ([0.0], [60.0])
    assert not document.extensionsUsed


def test_keys_pass_through_every_picture_and_stay_close_between() -> None:
    swarm = swarm_of(SHOW)
    times, places = keys_of(swarm)
    assert (np.diff(times) > 0).all()
    for index, arrives in enumerate(swarm.arrives):
        assert places[np.abs(times - arrives).argmin()] == pytest.approx(swarm.places[index])
    way = np.linalg.norm(swarm.places[2] - swarm.places[1], axis=1).max()
    for share in np.linspace(0, 1, 41):
        at = swarm.leaves[1] + (swarm.arrives[2] - swarm.leaves[1]) * share
        right = swarm.places[1] + (swarm.places[2] - swarm.places[1]) * ease(float(share))
        left = np.stack([np.interp(at, times, places[:, 0, axis]) for axis in range(3)])
        assert np.abs(left - right[0]).max() < 0.02 * way + 0.01


def test_a_turn_ends_where_it_began() -> None:
    swarm = swarm_of(SHOW)
    for index in range(len(swarm.turns)):
        assert swarm.turned(index, 2 * np.pi) == pytest.approx(swarm.places[index], abs=1e-6)
    spinning = swarm.turns.index("upright")
    assert np.abs(swarm.turned(spinning, np.pi)[:, 0] + swarm.places[spinning][:, 0]).max() < 1e-6


@pytest.mark.parametrize(("show", "said"), [("sko", "did you mean `sky`"), ("drive", "a show of traffic")])
def test_what_cannot_be_exported_is_said(venue: Venue, tmp_path: Path, show: str, said: str) -> None:
    with pytest.raises(BuildError, match=said):
        export_show(venue, show, tmp_path / "x.glb")


def test_a_folder_that_is_not_there_is_said(venue: Venue, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="cannot be written"):
        export_show(venue, "sky", tmp_path / "nowhere" / "x.glb")


def test_the_bytes_are_the_same_every_time() -> None:
    assert show_glb(SHOW) == show_glb(SHOW)
