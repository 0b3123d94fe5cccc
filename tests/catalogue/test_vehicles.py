"""Cars: wheels that roll about their hubs, doors that shut again, panels that fit."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from hallwright.catalogue.bodywork import Bodywork, Skin, between, panel
from hallwright.catalogue.recipe import Dish, cook
from hallwright.config import resources

CARS = ("ev-sedan", "ev-suv", "ev-van")
SKIN = Skin(
    outline=((-2, 0), (-1.8, 0.7), (-1, 0.9), (1, 0.9), (1.8, 0.7), (2, 0)),
    shoulder=((-2, 0.9), (2, 0.8)),
    cabin=((-1.5, 0.9, 3), (0, 1.4, 3), (1, 0.85, 3)),
    axles=(-1.2, 1.2),
    wheel=0.33,
    arch=0.38,
)


@cache
def dish(name: str) -> Dish:
    return cook(resources().models / name / "recipe.py")


@pytest.mark.parametrize("name", CARS)
def test_wheels_stand_on_the_floor_and_turn_about_their_hubs(name: str) -> None:
    parts = dish(name).rig.parts
    for corner, side, front in (("fl", 1, 1), ("fr", -1, 1), ("rl", 1, -1), ("rr", -1, -1)):
        wheel = parts[f"wheel-{corner}"]
        points = np.concatenate([part.positions for part in wheel.primitives]) - np.asarray(wheel.pivot)
        radius = float(np.hypot(points[:, 1], points[:, 2]).max())
        assert radius == pytest.approx(wheel.pivot[1], abs=0.002)
        assert np.sign(wheel.pivot[0]) == side
        assert np.sign(wheel.pivot[2]) == front
        assert wheel.parent == f"steer-{corner}"
        assert parts[f"steer-{corner}"].pivot == wheel.pivot


@pytest.mark.parametrize("name", CARS)
def test_what_opens_shuts_again(name: str) -> None:
    for motion in dish(name).rig.motions:
        if not motion.loop:
            for track in motion.tracks:
                assert np.abs(np.asarray(track.values)[[0, -1]]).max() < 1e-9, (motion.name, track.part)
                assert np.abs(track.values).max() > 0.01


@pytest.mark.parametrize("name", CARS)
def test_doors_open_outwards(name: str) -> None:
    rig = dish(name).rig
    doors = next(motion for motion in rig.motions if motion.name == "doors")
    assert {track.part for track in doors.tracks} == {f"door-{row}{side}" for row in "fr" for side in "lr"}
    for track in doors.tracks:
        side = 1 if track.part.endswith("l") else -1
        widest = np.asarray(track.values)[np.abs(np.asarray(track.values)).max(axis=1).argmax()]
        if track.path == "rotation":
            # The free edge is behind the hinge: what turns it outwards is clockwise from above on the left.
            assert np.sign(widest[1]) == -side
        else:
            assert np.sign(widest[0]) == side


@pytest.mark.parametrize("name", CARS)
def test_the_cutaway_shows_the_battery(name: str) -> None:
    parts = dish(name).rig.parts
    assert {"side-left", "roof", "door-fl", "seats-left"} <= {part for part in parts if parts[part].cut}
    assert not parts["battery"].cut


def test_the_wall_leaves_room_for_wheels() -> None:
    body = Bodywork(SKIN)
    z = body.lengths(-1.9, 1.9)
    low = body.low(z)
    assert low.max() == pytest.approx(SKIN.wheel + SKIN.arch)
    assert low.min() == SKIN.low
    assert (np.diff(z) > 0).all()


def test_a_panel_looks_outwards_and_a_thick_one_is_closed() -> None:
    body = Bodywork(SKIN)
    z = np.linspace(-0.6, 0.6, 9)
    thin = panel(body.wall, *between(z, 0.3, 0.8), 4)[0]
    assert (thin.normals[:, 0] > 0.5).all()
    corners = [
        part.positions[part.indices].astype(np.float64)
        for part in panel(body.wall, *between(z, 0.3, 0.8), 4, thick=0.05)
    ]
    triangles = np.concatenate(corners) - body.wall(np.array(0.0), np.array(0.5))
    volume = float(np.einsum("ni,ni->n", triangles[:, 0], np.cross(triangles[:, 1], triangles[:, 2])).sum() / 6)
    assert volume == pytest.approx(1.2 * 0.5 * 0.05, rel=0.05)
