from __future__ import annotations

from pathlib import Path

import numpy as np

from hallwright.catalogue.shelf import Shelf
from hallwright.config import resources


def test_a_model_that_came_built_is_not_built_again(tmp_path: Path) -> None:
    models, shipped, cache = resources().models, tmp_path / "shipped", tmp_path / "cache"
    built = Shelf(models, shipped).get("rocket")
    taken = Shelf(models, cache, shipped).get("rocket")
    assert not cache.exists()
    assert taken.key == built.key
    for ours, theirs in zip(taken.meshes, built.meshes, strict=True):
        for a, b in zip(ours.primitives, theirs.primitives, strict=True):
            assert np.array_equal(a.positions, b.positions)
            assert np.array_equal(a.indices, b.indices)


def test_without_it_the_recipe_is_followed(tmp_path: Path) -> None:
    Shelf(resources().models, tmp_path / "cache", tmp_path / "nothing").get("rocket")
    assert len(list((tmp_path / "cache").iterdir())) == 1
