"""The shelf: the catalogue's one door. Models by id, built once, kept by content.

A model is a folder ``<id>/`` with a card (``model.yaml``) and either a recipe (``recipe.py``) or a model file
(``model.glb`` …). Recipes are our own code and run in this process; files that people made are only read.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

import hallwright.catalogue
import hallwright.geometry
from hallwright.catalogue.card import Card, Fact, Hotspot, Seat, Wording, read_card
from hallwright.catalogue.matching import mismatches
from hallwright.catalogue.measuring import faults
from hallwright.catalogue.pantry import Pantry
from hallwright.catalogue.recipe import Dish, cook
from hallwright.catalogue.rig import Rig
from hallwright.catalogue.sources import feed, is_recipe, source_of
from hallwright.errors import CatalogueError
from hallwright.geometry.mesh import Mesh, Primitive

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A model that may be exhibited: ``meshes`` are its named parts that have triangles (``part name`` after the last
    ``/`` of each key), ``rig`` is how they hang together and move, ``far`` its plain form; ``captions`` say what a
    motion does. Metres; the origin is on the floor below its middle, its front looks along +Z. ``key`` changes
    whenever anything of it does."""

    id: str
    key: str
    name: Wording
    summary: Wording
    facts: tuple[Fact, ...]
    licence: str
    source: str
    meshes: tuple[Mesh, ...]
    far: tuple[Primitive, ...]
    footprint: tuple[float, float]
    height: float
    radius: float
    triangles: int
    rig: Rig
    captions: Mapping[str, Wording]
    hotspots: tuple[Hotspot, ...]
    seats: tuple[Seat, ...]


class Shelf:
    """Models below ``folder``; ``cache`` keeps built ones between runs (None: only in memory); ``shipped`` holds
    what came built with the package, and is only read."""

    def __init__(self, folder: Path, cache: Path | None = None, shipped: Path | None = None) -> None:
        self.folder = folder
        self._pantry, self._shipped = Pantry(cache), Pantry(shipped)
        self._models: dict[str, Model] = {}
        self._cards: dict[str, tuple[str, Card]] = {}
        self._keys: dict[str, str] | None = None

    def ids(self) -> tuple[str, ...]:
        """The ids of all models, in order."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(path.parent.name for path in self.folder.glob("*/model.yaml")))

    def card(self, model_id: str) -> Card:
        """What is known of a model without building it. Raises CatalogueError."""
        key = self.key(model_id)
        known = self._cards.get(model_id)
        if known is None or known[0] != key:
            home = self.folder / model_id
            card = read_card(home / "model.yaml", stands=not is_recipe(source_of(home)))
            known = self._cards[model_id] = (key, card)
        return known[1]

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Within, files are read for a model's key once; one that changes meanwhile is noticed afterwards."""
        before, self._keys = self._keys, {}
        try:
            yield
        finally:
            self._keys = before

    def key(self, model_id: str) -> str:
        """A digest of all that a model is made from. Raises CatalogueError when there is no such model."""
        if self._keys is None:
            return self._digest(model_id)
        if model_id not in self._keys:
            self._keys[model_id] = self._digest(model_id)
        return self._keys[model_id]

    def _digest(self, model_id: str) -> str:
        digest = blake2b(_fingerprint(), digest_size=8)
        home = self._home(model_id)
        source = _source(home)
        try:
            digest.update((home / "model.yaml").read_bytes())
            feed(digest, source)
        except OSError as error:
            raise CatalogueError(f"Model '{model_id}' cannot be read: {error.strerror}.") from error
        return digest.hexdigest()

    def get(self, model_id: str) -> Model:
        """The model with this id, built or taken from the cache.

        Raises CatalogueError when it is missing, malformed or over its limits.
        """
        key = self.key(model_id)
        known = self._models.get(model_id)
        if known is None or known.key != key:
            known = self._models[model_id] = self._take(model_id, key)
        return known

    def _take(self, model_id: str, key: str) -> Model:
        card = self.card(model_id)
        dish = self._shipped.find(model_id, key) or self._pantry.find(model_id, key)
        if dish is None:
            dish = _made(source_of(self.folder / model_id), card)
            _approve(card, dish)
            self._pantry.keep(model_id, key, dish)
        return _model(card, key, dish)

    def _home(self, model_id: str) -> Path:
        if _ID.fullmatch(model_id) and (self.folder / model_id / "model.yaml").is_file():
            return self.folder / model_id
        near = difflib.get_close_matches(model_id, self.ids(), n=1)
        hint = f" Did you mean '{near[0]}'?" if near else f" Known models: {', '.join(self.ids()) or 'none'}."
        raise CatalogueError(f"There is no model '{model_id}' in the catalogue.{hint}")


def _source(home: Path) -> Path:
    """What the model is made from. Raises CatalogueError, with the faults of its card too."""
    try:
        return source_of(home)
    except CatalogueError as error:
        told = [str(error)]
        try:
            read_card(home / "model.yaml", stands=True)
        except CatalogueError as more:
            told.append(str(more))
        raise CatalogueError("\n".join(told)) from error


def _made(source: Path, card: Card) -> Dish:
    """A recipe followed, or a model file brought in. Raises CatalogueError."""
    if is_recipe(source):
        return cook(source)
    from hallwright.catalogue.importing import imported  # not needed where all models are recipes

    return imported(source, card.stance, card.size)


def _model(card: Card, key: str, dish: Dish) -> Model:
    measures = dish.measures
    return Model(
        card.id,
        key,
        card.name,
        card.summary,
        card.facts,
        card.licence,
        card.source,
        _meshes(f"model/{card.id}/{key}", dish),
        dish.far,
        measures.footprint,
        measures.height,
        measures.radius,
        measures.triangles,
        dish.rig,
        card.motions,
        card.hotspots,
        card.seats,
    )


def _meshes(key: str, dish: Dish) -> tuple[Mesh, ...]:
    parts = [(name, tuple(part.primitives)) for name, part in dish.rig.parts.items() if part.primitives]
    return tuple(Mesh(f"{key}/{name}", primitives, far=()) for name, primitives in parts)


def _approve(card: Card, dish: Dish) -> None:
    """Raises CatalogueError when a dish breaks a limit, holds broken arrays, or is not what its card speaks of."""
    told = list(mismatches(card, dish.rig))
    found = sorted(set(faults(_meshes("", dish), dish.far)))
    if found:
        told.append(f"Model '{card.id}': " + "; ".join(found) + ".")
    if told:
        raise CatalogueError("\n".join(told))


@cache
def _fingerprint() -> bytes:
    """A digest of the code that shapes models, so that a change of it makes cached models stale."""
    digest = blake2b(digest_size=16)
    for package in (hallwright.geometry, hallwright.catalogue):
        for folder in package.__path__:
            for path in sorted(Path(folder).glob("*.py")):
                digest.update(path.read_bytes())
    return digest.digest()
