"""The JSON Schema that editors complete from, and the page that people read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hallwright.layout.entries import FAMILIES, Area, BoothKind, Gateway, Scatter
from hallwright.layout.programmes import LISTS, WrittenProgramme
from hallwright.layout.schema import Exhibit, Exhibitor, VenueFile, json_schema

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "formats" / "layout.md").read_text(encoding="utf-8")


def test_the_shipped_schema_is_the_current_one() -> None:
    shipped = (ROOT / "layouts" / "venue.schema.json").read_text(encoding="utf-8")

    assert json.loads(shipped) == json_schema(), "write it again: hallwright schema > layouts/venue.schema.json"


def properties(schema: Any, trail: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        for name, value in schema.get("properties", {}).items():
            yield f"{trail}.{name}", value
        for key, value in schema.items():
            yield from properties(value, f"{trail}.{key}")
    elif isinstance(schema, list):
        for value in schema:
            yield from properties(value, trail)


def test_every_key_is_described() -> None:
    bare = [path for path, value in properties(json_schema()) if not _described(value)]

    assert bare == []


def _described(value: dict[str, Any]) -> bool:
    return bool(value.get("description")) or any(each.get("description") for each in value.get("anyOf", ()))


def test_the_schema_is_strict_and_has_no_python_in_it() -> None:
    schema = json_schema()

    assert schema["additionalProperties"] is False
    assert all(each.get("additionalProperties", False) is False for each in schema["$defs"].values())
    assert "pydantic" not in json.dumps(schema).lower()


MODELS = [
    VenueFile, Exhibitor, Exhibit, Area, BoothKind, Gateway, Scatter, WrittenProgramme, *LISTS.values(),
    *FAMILIES.values(),
]  # fmt: skip


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_page_tells_every_key(model: Any) -> None:
    words = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`[^`]+`|```[\s\S]+?```", PAGE))))

    assert sorted(set(model.model_fields) - words) == []


def test_the_page_tells_every_word_that_can_be_chosen() -> None:
    chosen = {word for _, value in properties(json_schema()) for word in _choices(value)}
    lacking = sorted(word for word in chosen if word not in PAGE)

    assert lacking == []


def _choices(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (word for word in value.get("enum", ()) if isinstance(word, str))
        for each in value.values():
            yield from _choices(each)
    elif isinstance(value, list):
        for each in value:
            yield from _choices(each)


@pytest.mark.parametrize("fence", re.findall(r"```yaml\n([\s\S]+?)```", PAGE))
def test_the_examples_on_the_page_are_valid(fence: str, tmp_path: Path) -> None:
    from hallwright.layout.reading import check

    path = tmp_path / "venue.yaml"
    path.write_text(fence, encoding="utf-8")
    reading = check(path)

    assert [str(problem) for problem in (*reading.problems, *reading.warnings)] == []
