"""Venue -> published hall. ``build`` does it once; a ``Builder`` stays and makes again only what changed.

Cells whose parts have the keys they had are taken over, from the last build or from the manifest that is in the
folder already. Files first, ``manifest.json`` last: whatever fails, the last good hall stands.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

import numpy as np

from hallwright.build.cells import CellFiles
from hallwright.build.fingerprint import salt
from hallwright.build.making import FontWanted, Made, ModelWanted, Task, Wanted, Workshop, make
from hallwright.build.manifest import FontFile, Manifest, Products, manifest_of
from hallwright.build.models import ModelFiles
from hallwright.build.partition import Cell, cells_of
from hallwright.build.remembering import Memory, recall
from hallwright.build.store import Store, digest
from hallwright.build.tileset import tileset
from hallwright.build.typeface import venue_characters
from hallwright.build.workers import Workers
from hallwright.config import resources
from hallwright.layout.model import Venue
from hallwright.scene.compiling import compile_scene
from hallwright.scene.graph import Scene, Walkable

Progress = Callable[[int, int, str], None]


def build(venue: Venue, out: Path, *, workers: int = 2, progress: Progress | None = None) -> Manifest:
    """Build a venue into ``out`` once, this process working too. Raises BuildError, CatalogueError."""
    with Builder(out, workers, share=True) as builder:
        return builder.build(venue, progress)


class Builder:
    """A resident compiler into one folder. ``workers`` processes compile; with ``share`` this process is one of
    them. ``cache`` keeps built models between runs. Close it, or use it in a ``with``, to end its processes."""

    def __init__(self, out: Path, workers: int = 2, *, share: bool = False, cache: Path | None = None) -> None:
        self._temporary = None if cache else tempfile.TemporaryDirectory(prefix="hallwright-")
        self._shop = Workshop(out, resources().models, cache or Path(self._temporary.name if self._temporary else ""))
        self._workers: Workers[Task, Made] = Workers(partial(make, self._shop), workers - share, share=share)
        self._memory: Memory | None = None

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
        store, shelf = Store(self._shop.out), self._shop.shelf
        scene = compile_scene(venue, shelf)
        memory = recall(store) if self._memory is None else self._memory
        models = sorted({exhibit.model for exhibit in venue.exhibits})
        mix = salt(shelf, models)
        cells = [cell for area in scene.areas for cell in cells_of(area, mix)]
        characters = venue_characters(venue)
        font = FontWanted(digest(f"{mix}{characters}".encode()), characters)
        wanted: list[Wanted] = [*(ModelWanted(model, shelf.key(model)) for model in models), font, *cells]
        made = self._made(wanted, memory, scene, progress)
        products = _products(scene, made, store)
        manifest = manifest_of(venue, scene.areas, products)
        self._publish(venue, products, manifest, memory, store)
        return manifest

    def _made(
        self, wanted: Sequence[Wanted], memory: Memory, scene: Scene, progress: Progress | None
    ) -> list[tuple[Wanted, Made]]:
        """Everything wanted, in order, remembered or made now."""
        made = {what: known for what in wanted if (known := _remembered(what, memory))}
        tasks = [Task(what, scene.materials) for what in wanted if what not in made]
        tasks.sort(key=lambda task: task.turn)
        for done, (task, result) in enumerate(self._workers.run(tasks), 1):
            made[task.what] = result
            if progress:
                progress(done, len(tasks), task.name)
        return [(what, made[what]) for what in wanted]

    def _publish(self, venue: Venue, products: Products, manifest: Manifest, memory: Memory, store: Store) -> None:
        """Manifest last, then what neither this hall nor the last one names is removed."""
        store.replace("tileset.json", tileset(venue, products.cells, products.models))
        store.replace("manifest.json", manifest.to_json())
        urls = frozenset(file.url for file in products.files())
        store.prune(urls | memory.urls)
        cells = {(area, cell.id): cell for area, made in products.cells.items() for cell in made}
        self._memory = Memory(cells, dict(products.models), products.font, urls)


def _remembered(what: Wanted, memory: Memory) -> Made | None:
    """What was made before of the same, None when there is nothing."""
    known: Made | None = memory.font
    if isinstance(what, Cell):
        known = memory.cells.get((what.area, what.id))
    elif isinstance(what, ModelWanted):
        known = memory.models.get(what.id)
    return known if known and known.key == what.key else None


def _products(scene: Scene, made: Sequence[tuple[Wanted, Made]], store: Store) -> Products:
    cells: dict[str, list[CellFiles]] = {area.id: [] for area in scene.areas}
    models: dict[str, ModelFiles] = {}
    fonts: list[FontFile] = []
    for what, thing in made:
        if isinstance(thing, CellFiles) and isinstance(what, Cell):
            cells[what.area].append(thing)
        elif isinstance(thing, ModelFiles):
            models[thing.id] = thing
        elif isinstance(thing, FontFile):
            fonts.append(thing)
    walkable = {area.id: store.put(area.id, ".walk", walkable_bytes(area.walkable)) for area in scene.areas}
    return Products(cells, models, walkable, fonts[0])


def walkable_bytes(walkable: Walkable) -> bytes:
    """Rows of packed bits, the first row at the south edge, most significant bit first."""
    return np.packbits(walkable.free, axis=1).tobytes()
