"""Any YAML, and any bytes: located problems or a venue, never another exception."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallwright.layout.entries import FAMILIES, Area
from hallwright.layout.reading import check
from hallwright.layout.schema import VenueFile
from tests.layout.test_mutations import assert_helpful

WORDS = st.sampled_from(
    ["a", "hall", "front", "south", "no", "shell", "zone", "#ff0000", "a{n}", "hall/a", "", "3m", "x" * 70, "展馆", "."]
)
NUMBERS = st.one_of(st.integers(-3, 40), st.floats(-5, 60, width=16), st.sampled_from([1e9, float("nan"), 10**30]))
ATOMS = st.one_of(WORDS, NUMBERS, st.booleans(), st.none())
POINTS = st.lists(st.floats(0, 40, width=16), min_size=2, max_size=2)
KEYS = sorted({key for model in (VenueFile, Area, *FAMILIES.values()) for key in model.model_fields})
VALUES = st.recursive(
    st.one_of(ATOMS, POINTS, st.lists(POINTS, min_size=3, max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=6)),
    max_leaves=12,
)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def entries(family: str) -> st.SearchStrategy[dict[str, Any]]:
    """Entries of a family with its own keys and any values."""
    keys = st.sampled_from([*FAMILIES[family].model_fields, "typo"])
    return st.dictionaries(keys, VALUES, max_size=8)


@st.composite
def areas(draw: st.DrawFn) -> dict[str, Any]:
    """A good area with a few lists of nearly good entries."""
    area: dict[str, Any] = {
        "id": "hall",
        "kind": draw(st.sampled_from(["hall", "park"])),
        "name": "Hall",
        "size": [40, 24],
    }
    for family in draw(st.lists(st.sampled_from(sorted(FAMILIES)), min_size=1, max_size=3, unique=True)):
        area[family] = draw(st.lists(entries(family), min_size=1, max_size=2))
    return area


VENUES = st.fixed_dictionaries(
    {"hallwright": st.just(1), "id": st.just("v"), "name": st.just("V"), "areas": st.lists(areas(), max_size=2)},
    optional={"kinds": VALUES, "exhibitors": VALUES, "include": VALUES, "theme": VALUES},
)


def read(folder: Path, content: bytes) -> None:
    (folder / "venue.yaml").write_bytes(content)
    assert_helpful(check(folder / "venue.yaml"), folder)


@pytest.mark.parametrize("seed", range(2))
@FEW
@given(venue=VENUES)
def test_nearly_a_venue(venue: dict[str, Any], seed: int, tmp_path: Path) -> None:
    read(tmp_path, yaml.safe_dump(venue, allow_unicode=True, default_flow_style=bool(seed)).encode())


@FEW
@given(value=VALUES)
def test_any_yaml(value: Any, tmp_path: Path) -> None:
    read(tmp_path, yaml.safe_dump(value, allow_unicode=True).encode())


@FEW
@given(content=st.binary(max_size=200))
def test_any_bytes(content: bytes, tmp_path: Path) -> None:
    read(tmp_path, content)


@FEW
@given(text=st.text(alphabet=" \n\t-:,[]{}&*!|>'\"#%@`?ab1.\r\ufeff", max_size=60))
def test_any_punctuation(text: str, tmp_path: Path) -> None:
    read(tmp_path, text.encode())
