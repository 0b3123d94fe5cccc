"""Cooking: a recipe's Python file into the rig and the far form of a model.

A recipe has ``build() -> Rig`` and may have ``far() -> list[Primitive]``, its plain form; without it one is made by
simplifying. It uses ``hallwright.geometry`` and nothing random without a fixed seed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from hallwright.catalogue.measuring import Measures, measure
from hallwright.catalogue.plain import plain_form
from hallwright.catalogue.rig import Part, Rig, posed
from hallwright.catalogue.rig_faults import rig_faults
from hallwright.errors import CatalogueError
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.occlusion import bake
from hallwright.geometry.shapes import bounds, merge


@dataclass(frozen=True, slots=True, eq=False)
class Dish:
    """A model, cooked: its ``rig``, one primitive for each material of each part, ``far``, its plain form, and the
    ``measures`` of what is there at rest."""

    rig: Rig
    far: tuple[Primitive, ...]
    measures: Measures


def cook(path: Path) -> Dish:
    """Run a recipe, shade it by occlusion, and join what is of one material. Raises CatalogueError."""
    recipe = _load(path)
    rig = _call(recipe, "build", path)
    if not isinstance(rig, Rig) or not rig.parts or not all(isinstance(part, Part) for part in rig.parts.values()):
        raise CatalogueError(f"{path.parent.name}/recipe.py: build() must return a Rig of named parts.")
    with _said_of(path):
        found = list(rig_faults(rig))
    if found:
        raise CatalogueError("\n".join(f"{path.parent.name}/recipe.py: {fault}." for fault in found))
    joined = {name: replace(part, primitives=merge(part.primitives)) for name, part in rig.parts.items()}
    if not all(np.isfinite(primitive.positions).all() for part in joined.values() for primitive in part.primitives):
        raise CatalogueError(f"{path.parent.name}/recipe.py: a position is not a number.")
    lit = replace(rig, parts=_lit(joined))
    # Simplified forms keep the light of the near one.
    far = shade(merge(_call(recipe, "far", path))) if hasattr(recipe, "far") else plain_form(posed(lit))
    return Dish(lit, tuple(far), measure(posed(lit)))


def shade(parts: Sequence[Primitive], occluders: Sequence[Primitive] | None = None) -> list[Primitive]:
    """Occlusion that reaches as far as the model is large."""
    low, high = bounds(parts)
    reach = max(0.6, 0.22 * float((high - low).max()))
    return bake(parts, occluders=occluders, reach=reach, strength=0.95, rays=12)


def _lit(parts: dict[str, Part]) -> dict[str, Part]:
    """All that is there at rest, darkened by what shades."""
    standing = [(name, primitive) for name, part in parts.items() if not part.hidden for primitive in part.primitives]
    shading = [primitive for name, primitive in standing if parts[name].shades and not parts[name].cut]
    lit: dict[str, list[Primitive]] = {}
    for (name, _), primitive in zip(standing, shade([primitive for _, primitive in standing], shading), strict=True):
        lit.setdefault(name, []).append(primitive)
    return {name: replace(part, primitives=tuple(lit.get(name, part.primitives))) for name, part in parts.items()}


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
