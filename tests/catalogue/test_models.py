"""Every model of the catalogue: bilingual, licensed, within its budgets, and the same each time."""

from __future__ import annotations

from functools import cache

import brotli
import numpy as np
import pytest
from trimesh.triangles import closest_point

from hallwright.build.models import model_asset
from hallwright.build.store import THOROUGH_QUALITY
from hallwright.catalogue.card import read_card
from hallwright.catalogue.measuring import LARGEST_FAR, LARGEST_NEAR, LARGEST_WIRE, faults
from hallwright.catalogue.recipe import Dish, cook
from hallwright.catalogue.rig import posed
from hallwright.catalogue.shelf import Model, Shelf
from hallwright.config import resources
from hallwright.geometry.mesh import Primitive
from hallwright.gltf.writing import write
from hallwright.scene.materials import MATERIALS

SHELF = Shelf(resources().models)
HEROES = {
    "quantum-computer", "rocket", "maglev", "proton-therapy", "forging-press", "gas-turbine", "quantum-magnetometer",
    "oryx", "ev-sedan", "ev-suv", "ev-van", "drone", "humanoid-robot", "quadruped-robot",
}  # fmt: skip


@cache
def model(name: str) -> Model:
    return SHELF.get(name)


def every(built: Model) -> list[Primitive]:
    return [part for mesh in built.meshes for part in mesh.primitives] + list(built.far)


def flat(dish: Dish) -> list[Primitive]:
    return [part for each in dish.rig.parts.values() for part in each.primitives] + list(dish.far)


def test_all_heroes_are_there() -> None:
    assert set(SHELF.ids()) >= HEROES


@pytest.mark.parametrize("name", SHELF.ids())
def test_a_model_keeps_its_limits(name: str) -> None:
    built = model(name)
    assert list(faults(built.meshes, built.far)) == []
    assert 3_000 <= built.triangles <= LARGEST_NEAR
    assert 0 < sum(len(part.indices) for part in built.far) <= LARGEST_FAR
    assert len(built.meshes) >= 2, "named parts"


@pytest.mark.parametrize("name", SHELF.ids())
def test_its_card_tells_the_truth(name: str) -> None:
    built, card = model(name), read_card(SHELF.folder / name / "model.yaml")
    assert card.size == pytest.approx((*built.footprint, built.height), abs=0.03)
    assert card.licence
    assert card.source
    assert card.facts
    for wording in (card.name, card.summary, *(fact.label for fact in card.facts), *(f.value for f in card.facts)):
        assert wording["en"]
        assert any("一" <= letter <= "鿿" for letter in wording["zh"]) or wording["zh"].strip("0123456789. %").isascii()


@pytest.mark.parametrize("name", SHELF.ids())
def test_it_stands_on_the_floor_in_the_middle(name: str) -> None:
    points = np.concatenate([part.positions for part in posed(model(name).rig)])
    low, high = points.min(axis=0), points.max(axis=0)
    assert low[1] == pytest.approx(0.0, abs=0.02)
    assert (low + high)[[0, 2]] / 2 == pytest.approx(0.0, abs=0.12 * float((high - low)[[0, 2]].max()))


@pytest.mark.parametrize("name", SHELF.ids())
def test_its_far_form_has_its_outline(name: str) -> None:
    built = model(name)
    points = np.concatenate([part.positions for part in built.far])
    size = points.max(axis=0) - points.min(axis=0)
    wanted = np.array([built.footprint[0], built.height, built.footprint[1]])
    assert np.all(size <= wanted * 1.08 + 0.05)
    assert size[np.argmax(wanted)] >= 0.85 * wanted.max()


@pytest.mark.parametrize("name", SHELF.ids())
def test_it_is_made_of_known_materials_and_shaded(name: str) -> None:
    parts = every(model(name))
    assert {part.material for part in parts} <= set(MATERIALS)
    tones = np.concatenate([part.colors[:, :3].ravel() for part in parts if part.colors is not None])
    assert 0.0 <= tones.min() < tones.max() <= 1.0


@pytest.mark.parametrize("name", ["rocket", "oryx", "humanoid-robot", "gas-turbine"])
def test_a_recipe_gives_the_same_each_time(name: str) -> None:
    path = SHELF.folder / name / "recipe.py"
    first, second = flat(cook(path)), flat(cook(path))
    assert len(first) == len(second)
    for a, b in zip(first, second, strict=True):
        assert a.material == b.material
        assert np.array_equal(a.positions, b.positions)
        assert np.array_equal(a.indices, b.indices)
        assert a.colors is None or np.array_equal(a.colors, b.colors)


@pytest.mark.parametrize("name", SHELF.ids())
def test_its_download_is_small(name: str) -> None:
    glb = write(model_asset(model(name), MATERIALS))
    assert len(brotli.compress(glb.data, quality=THOROUGH_QUALITY)) <= LARGEST_WIRE


@pytest.mark.parametrize("name", [name for name in SHELF.ids() if SHELF.card(name).seats])
def test_from_its_seats_one_sees(name: str) -> None:
    """Nothing is so near to the eyes that the viewer would cut it open (its near plane, towards the corners)."""
    corners = np.concatenate([part.positions[part.indices] for part in posed(model(name).rig)]).astype(np.float64)
    for seat in model(name).seats:
        near = corners[np.abs(corners.mean(axis=1) - seat.at).max(axis=1) < 3]
        gaps = closest_point(near, np.broadcast_to(np.asarray(seat.at), (len(near), 3))) - seat.at
        assert np.linalg.norm(gaps, axis=1).min() > 0.23, seat.id
