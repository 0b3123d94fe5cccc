"""A digest of everything but the venue that decides what a build gives: our code, the fonts, the models in use."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256

from hallwright import __version__
from hallwright.catalogue.shelf import Shelf
from hallwright.config import PACKAGE, resources

ROOMS = ("geometry", "catalogue", "scene", "gltf", "build")


def salt(shelf: Shelf, models: Iterable[str]) -> str:
    """The digest, with the models of these ids. Raises CatalogueError when one is missing."""
    return ":".join((_code(), *(shelf.key(model) for model in sorted(set(models)))))


@cache
def _code() -> str:
    digest = sha256(__version__.encode())
    for room in ROOMS:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    for font in sorted(resources().fonts.glob("*.ttf")):
        digest.update(f"{font.name} {font.stat().st_size}".encode())
    return digest.hexdigest()[:16]
