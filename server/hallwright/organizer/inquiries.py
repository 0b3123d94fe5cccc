"""How many letters came to each booth, and how long their writers waited: figures that say nothing of anybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from statistics import median
from typing import Any

Times = tuple[str, str, int, int | None]
"""Booth, standing, when it was opened and first answered (ms)."""


def figures_of(letters: Iterable[Times]) -> dict[str, Any]:
    """Of all letters together, and of each booth: how many there are, how many were ever answered, how many wait for
    an answer, and the median of seconds to the first one (None while there is none)."""
    by_booth: dict[str, list[Times]] = defaultdict(list)
    for letter in letters:
        by_booth[letter[0]].append(letter)
    everything = [letter for booth in by_booth.values() for letter in booth]
    return {
        "total": _figures(everything), "booths": {booth: _figures(those) for booth, those in sorted(by_booth.items())},
    }


def _figures(letters: list[Times]) -> dict[str, Any]:
    waited = [(answered - opened) / 1000 for _, _, opened, answered in letters if answered is not None]
    return {
        "inquiries": len(letters), "answered": len(waited), "waiting": sum(each[1] == "open" for each in letters),
        "first_answer": round(median(waited), 1) if waited else None,
    }  # fmt: skip
