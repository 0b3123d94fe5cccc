"""One thing of a hall, made in whichever process: a cell, a model, the font, a drone show."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from hallwright.build.cells import CellFiles, make_cell
from hallwright.build.manifest import FontFile
from hallwright.build.models import ModelFiles, make_model
from hallwright.build.partition import Cell
from hallwright.build.shipping import shipped
from hallwright.build.store import Store
from hallwright.build.swarm import SwarmFile, make_swarm
from hallwright.build.typeface import make_font
from hallwright.catalogue.shelf import Shelf
from hallwright.config import resources
from hallwright.geometry.occlusion import recall
from hallwright.layout.model import Show
from hallwright.scene.compiling import PASSES, builder
from hallwright.scene.materials import MATERIALS
from hallwright.scene.signage.lettering import Weight, face

WEIGHTS: tuple[Weight, ...] = ("Regular", "Bold", "Black")
Made = CellFiles | ModelFiles | FontFile | SwarmFile


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where things are: the hall's folder, the catalogue, and where built models are kept."""

    out: Path
    models: Path
    kept: Path

    @property
    def shelf(self) -> Shelf:
        """The catalogue, opened once a process."""
        return _shelf(self.models, self.kept)


@dataclass(frozen=True, slots=True)
class ModelWanted:
    """A model of the catalogue that the venue shows; ``performs`` in a show."""

    id: str
    key: str
    performs: bool = False


@dataclass(frozen=True, slots=True)
class FontWanted:
    """The interface font of these characters."""

    key: str
    characters: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SwarmWanted:
    """The drones of a show."""

    key: str
    show: Show


Wanted = Cell | ModelWanted | FontWanted | SwarmWanted


def name_of(thing: Wanted) -> str:
    """What progress says of it."""
    match thing:
        case Cell(area=area, id=cell):
            return f"{area}/{cell}"
        case ModelWanted(id=model):
            return model
        case SwarmWanted(show=show):
            return show.id
    return "font"


def make(shop: Workshop, thing: Wanted) -> Made:
    """Make it and keep its files. Raises BuildError, CatalogueError."""
    _light()
    store = Store(shop.out)
    match thing:
        case Cell():
            return make_cell(thing, store, shop.shelf, MATERIALS)
        case ModelWanted(id=model, performs=performs):
            came = shipped(model, store, shop.shelf, resources().dishes, performs=performs)
            return came or make_model(model, store, shop.shelf, MATERIALS, performs)
        case FontWanted(key=key, characters=characters):
            return FontFile(key, make_font(characters, store))
        case SwarmWanted(key=key, show=show):
            return make_swarm(show, key, store)


def prepare() -> None:
    """Import what making needs, before there is anything to make."""
    _light()
    for name in PASSES:
        builder(name)
    for weight in WEIGHTS:
        face(weight, 24)


@cache
def _light() -> None:
    """Take over the light that came with the package, once a process."""
    recall(resources().light)


@lru_cache(maxsize=4)
def _shelf(models: Path, kept: Path) -> Shelf:
    return Shelf(models, kept, resources().dishes)
