"""The reference venue's index, made once; its models are read from their cards and not built."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from hallwright.config import resources
from hallwright.knowledge.making import search_index
from hallwright.knowledge.searching import Search
from hallwright.layout.model import Venue
from hallwright.layout.reading import read_venue


def cards() -> dict[str, Any]:
    """What a manifest says of the models, as far as the search reads it."""
    files = sorted(resources().models.glob("*/model.yaml"))
    return {"models": {file.parent.name: yaml.safe_load(file.read_text("utf-8")) for file in files}}


def made(venue: Venue, folder: Path) -> Search:
    path = folder / f"{venue.id}.db"
    path.write_bytes(search_index(venue, cards(), folder))
    return Search(path)


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Search:
    return made(read_venue(resources().reference_layout), tmp_path_factory.mktemp("search"))
