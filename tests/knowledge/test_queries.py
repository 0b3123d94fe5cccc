"""A hundred things that visitors type, and what should come first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from hallwright.knowledge.searching import Search

BAR = 95
QUERIES: dict[str, list[dict[str, Any]]] = yaml.safe_load((Path(__file__).parent / "queries.yaml").read_text("utf-8"))


def test_nearly_every_query_is_answered_by_what_was_meant(reference: Search) -> None:
    entries = [entry for group in QUERIES.values() for entry in group]
    assert len(entries) == 100
    missed = [complaint for entry in entries if (complaint := miss(reference, entry))]
    assert len(entries) - len(missed) >= BAR, "\n".join(missed)


def miss(search: Search, entry: dict[str, Any]) -> str:
    """What came first instead; empty when the right thing did."""
    query, first = str(entry["q"]), entry["first"]
    results = search.find(query, lang="en" if query.isascii() else "zh")
    names = {f"{each['kind']}/{key}" for each in results[:1] for key in (each["id"], f"={each['name']['en']}")}
    return "" if names & set([first] if isinstance(first, str) else first) else f"{query}: {names or 'nothing'}"


def test_the_queries_are_of_every_sort() -> None:
    assert {group: len(entries) for group, entries in QUERIES.items()} == {
        "numbers": 9, "chinese": 32, "english": 28, "pinyin": 15, "typos": 16,
    }  # fmt: skip
