"""Cooking: a recipe's Python file into the near parts and the far form of a model.

A recipe has ``build() -> dict[str, list[Primitive]]`` (named parts, in the order they are listed) and
``far() -> list[Primitive]``. It uses ``hallwright.geometry`` and nothing random without a fixed seed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from hallwright.errors import CatalogueError
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.occlusion import bake
from hallwright.geometry.shapes import bounds, merge


@dataclass(frozen=True, slots=True, eq=False)
class Dish:
    """A model, cooked: ``near`` its named parts, one primitive for each material of each; ``far`` its plain form."""

    near: dict[str, tuple[Primitive, ...]]
    far: tuple[Primitive, ...]


def cook(path: Path) -> Dish:
    """Run a recipe, shade it by occlusion, and join what is of one material. Raises CatalogueError."""
    recipe = _load(path)
    parts = _call(recipe, "build", path)
    if not isinstance(parts, dict) or not parts:
        raise CatalogueError(f"{path.parent.name}/recipe.py: build() must return named parts.")
    joined = [(name, primitive) for name, primitives in parts.items() for primitive in merge(primitives)]
    if not all(np.isfinite(primitive.positions).all() for _, primitive in joined):
        raise CatalogueError(f"{path.parent.name}/recipe.py: a position is not a number.")
    lit = shade([primitive for _, primitive in joined])
    near: dict[str, tuple[Primitive, ...]] = {}
    for (name, _), primitive in zip(joined, lit, strict=True):
        near[name] = (*near.get(name, ()), primitive)
    return Dish(near, tuple(shade(merge(_call(recipe, "far", path)))))


def shade(parts: list[Primitive]) -> list[Primitive]:
    """Occlusion that reaches as far as the model is large."""
    low, high = bounds(parts)
    return bake(parts, reach=max(0.6, 0.22 * float((high - low).max())), strength=0.95, rays=12)


def _load(path: Path) -> ModuleType:
    """The recipe as a module of its own; its import never meets another recipe's."""
    module = ModuleType(f"hallwright_recipe_{path.parent.name.replace('-', '_')}")
    module.__file__ = str(path)
    sys.modules[module.__name__] = module  # dataclasses in a recipe look their module up
    with _said_of(path):
        # Compiled here: Python's own cache goes by the second, and would give the last recipe for a quick edit.
        exec(compile(path.read_bytes(), str(path), "exec"), module.__dict__)
    return module


def _call(recipe: ModuleType, name: str, path: Path) -> Any:
    verb = getattr(recipe, name, None)
    if not callable(verb):
        raise CatalogueError(f"{path.parent.name}/recipe.py has no {name}().")
    with _said_of(path):
        return verb()


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    """Whatever a recipe raises becomes a CatalogueError that names it."""
    try:
        yield
    except Exception as error:
        raise CatalogueError(f"{path.parent.name}/recipe.py: {error.__class__.__name__}: {error}") from error
