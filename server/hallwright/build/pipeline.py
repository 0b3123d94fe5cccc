"""Venue -> published hall. ``build`` does it once; a ``Builder`` stays and makes again only what changed.

Cells whose parts have the keys they had are taken over, from the last build or from the manifest that is in the
folder already. Files first, ``manifest.json`` last: whatever fails, the last good hall stands.
"""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import TracebackType

import numpy as np

from hallwright.build.cells import CellFiles
from hallwright.build.fingerprint import salt
from hallwright.build.making import FontWanted, Made, ModelWanted, SwarmWanted, Wanted, Workshop, make, name_of, prepare
from hallwright.build.manifest import FontFile, Manifest, Products, manifest_of
from hallwright.build.models import ModelFiles
from hallwright.build.partition import Cell, cells_of
from hallwright.build.performing import performers
from hallwright.build.remembering import Memory, recall
from hallwright.build.store import Store, digest
from hallwright.build.swarm import SwarmFile, swarm_key
from hallwright.build.tileset import tileset
from hallwright.build.typeface import venue_characters
from hallwright.build.workers import Workers
from hallwright.catalogue.card import Card
from hallwright.catalogue.shelf import Shelf
from hallwright.config import resources
from hallwright.layout.model import Venue
from hallwright.scene import replanning
from hallwright.scene.compiling import compile_scene
from hallwright.scene.graph import AreaScene, Walkable

Progress = Callable[[int, int, str], None]


def build(venue: Venue, out: Path, *, workers: int = 2, progress: Progress | None = None) -> Manifest:
    """Build a venue into ``out`` once, this process working too. Raises BuildError, CatalogueError."""
    with Builder(out, workers, share=True) as builder:
        return builder.build(venue, progress)


class Builder:
    """A resident compiler into one folder. ``workers`` processes compile; with ``share`` this process is one of
    them. ``cache`` keeps built models between runs; ``pool`` is the processes if they were started already. Close
    it, or use it in a ``with``, to end its processes."""

    def __init__(
        self,
        out: Path,
        workers: int = 2,
        *,
        share: bool = False,
        cache: Path | None = None,
        pool: ProcessPoolExecutor | None = None,
    ) -> None:
        self._temporary = None if cache else tempfile.TemporaryDirectory(prefix="hallwright-")
        self._shop = Workshop(out, resources().models, cache or Path(self._temporary.name if self._temporary else ""))
        self._workers: Workers[Wanted, Made] = Workers(
            partial(make, self._shop), workers - share, share=share, prepare=prepare, pool=pool
        )
        self._memory: Memory | None = None
        self._areas: dict[str, _Planned] = {}
        self._plans = ("", replanning.Memory())

    def __enter__(self) -> Builder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the processes now, while the caller reads the layout."""
        self._workers.start()

    def close(self) -> None:
        """End the processes."""
        self._workers.close()
        if self._temporary:
            self._temporary.cleanup()

    def build(self, venue: Venue, progress: Progress | None = None) -> Manifest:
        """Publish the venue, making only what changed since the last build into this folder.

        ``progress`` is told (done, total, what) after each thing. Raises BuildError, CatalogueError; the
        hall that is published already stands until all else is done.
        """
        with _undisturbed(), self._shop.shelf.steady():
            return self._build(venue, progress)

    def _build(self, venue: Venue, progress: Progress | None) -> Manifest:
        store = Store(self._shop.out)
        memory = recall(store) if self._memory is None else self._memory
        performing = performers(venue)
        shelf, models = self._shop.shelf, sorted({exhibit.model for exhibit in venue.exhibits} | performing)
        mix = salt(shelf, models)
        making = _Making(self._workers, memory)
        try:
            wanted = [ModelWanted(model, shelf.key(model), model in performing) for model in models]
            making.want([*wanted, _font(venue, [shelf.card(model) for model in models], mix), *_swarms(venue, mix)])
            areas = self._planned(venue, shelf, mix)  # while the processes make models
            making.want([cell for area in areas for cell in area.cells])
            products = _products([area.scene for area in areas], making.finished(progress), store)
        finally:
            making.cancel()
        manifest = manifest_of(venue, [area.scene for area in areas], products)
        self._publish(venue, products, manifest, memory, store)
        return manifest

    def _planned(self, venue: Venue, shelf: Shelf, mix: str) -> list[_Planned]:
        """The areas' scenes and cells; areas in which nothing changed are not planned again, others pass by pass."""
        if self._plans[0] != mix:
            self._plans = (mix, replanning.Memory())
        for area in venue.areas:
            alone = replace(venue, areas=(area,))
            known = self._areas.get(area.id)
            if known is None or (known.mix, known.alone) != (mix, alone):
                scene = compile_scene(alone, shelf, self._plans[1]).areas[0]
                self._areas[area.id] = _Planned(mix, alone, scene, _cells(scene, mix, known))
        return [self._areas[area.id] for area in venue.areas]

    def _publish(self, venue: Venue, products: Products, manifest: Manifest, memory: Memory, store: Store) -> None:
        """Manifest last, then what neither this hall nor the last one names is removed."""
        store.replace("tileset.json", tileset(venue, products.cells, products.models))
        store.replace("manifest.json", manifest.to_json())
        urls = frozenset(file.url for file in products.files())
        store.prune(urls | memory.urls)
        cells = {(area, cell.id): cell for area, made in products.cells.items() for cell in made}
        self._memory = Memory(cells, dict(products.models), products.font, urls, dict(products.swarms))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No search for garbage meanwhile: a build makes many objects and no cycles; 3 % faster."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@dataclass(frozen=True, slots=True, eq=False)
class _Planned:
    """An area planned: from the venue with no other area, and from the salt of its cells' keys."""

    mix: str
    alone: Venue
    scene: AreaScene
    cells: tuple[Cell, ...]


def _cells(scene: AreaScene, mix: str, known: _Planned | None) -> tuple[Cell, ...]:
    """The cells of a scene, or those it had when its parts are the same."""
    if known is not None and (known.mix, known.scene.cell, known.scene.size) == (mix, scene.cell, scene.size):  # noqa: SIM102
        if known.scene.parts == scene.parts:  # costs more to ask
            return known.cells
    return tuple(cells_of(scene, mix))


class _Making:
    """Things wanted, in order: remembered, or on their way."""

    def __init__(self, workers: Workers[Wanted, Made], memory: Memory) -> None:
        self._batch, self._memory = workers.begin(), memory
        self._made: dict[Wanted, Made | None] = {}

    def want(self, things: Sequence[Wanted]) -> None:
        """Begin what is not remembered."""
        for thing in things:
            self._made[thing] = _remembered(thing, self._memory)
        self._batch.add([thing for thing in things if self._made[thing] is None])

    def finished(self, progress: Progress | None) -> list[tuple[Wanted, Made]]:
        """Everything wanted, made."""
        total = len(self._batch)
        for done, (thing, result) in enumerate(self._batch, 1):
            self._made[thing] = result
            if progress:
                progress(done, total, name_of(thing))
        return [(thing, made) for thing, made in self._made.items() if made is not None]

    def cancel(self) -> None:
        """Begin nothing more."""
        self._batch.cancel()


def _font(venue: Venue, cards: Sequence[Card], mix: str) -> FontWanted:
    characters = venue_characters(venue, cards)
    return FontWanted(digest(f"{mix}{characters}".encode()), characters)


def _swarms(venue: Venue, mix: str) -> list[SwarmWanted]:
    return [SwarmWanted(swarm_key(show, mix), show) for show in venue.shows if show.kind == "drones"]


def _remembered(what: Wanted, memory: Memory) -> Made | None:
    """What was made before of the same, None when there is nothing."""
    known: Made | None = memory.font
    if isinstance(what, Cell):
        known = memory.cells.get((what.area, what.id))
    elif isinstance(what, SwarmWanted):
        known = memory.swarms.get(what.show.id)
    elif isinstance(what, ModelWanted):
        known = memory.models.get(what.id)
        if known and (known.far is not None) != what.performs:
            return None
    return known if known and known.key == what.key else None


def _products(scenes: Sequence[AreaScene], made: Sequence[tuple[Wanted, Made]], store: Store) -> Products:
    cells: dict[str, list[CellFiles]] = {scene.id: [] for scene in scenes}
    models: dict[str, ModelFiles] = {}
    fonts: list[FontFile] = []
    swarms: dict[str, SwarmFile] = {}
    for what, thing in made:
        if isinstance(thing, CellFiles) and isinstance(what, Cell):
            cells[what.area].append(thing)
        elif isinstance(thing, ModelFiles):
            models[thing.id] = thing
        elif isinstance(thing, SwarmFile):
            swarms[thing.id] = thing
        elif isinstance(thing, FontFile):
            fonts.append(thing)
    walkable = {scene.id: store.put(scene.id, ".walk", walkable_bytes(scene.walkable)) for scene in scenes}
    return Products(cells, models, walkable, fonts[0], swarms)


def walkable_bytes(walkable: Walkable) -> bytes:
    """Rows of packed bits, the first row at the south edge, most significant bit first."""
    return np.packbits(walkable.free, axis=1).tobytes()
