"""How values and near misses are spelled in messages."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any


def did_you_mean(word: Any, known: Iterable[str]) -> str:
    """A hint that names the known word nearest to ``word``, or nothing."""
    lower = {each.lower(): each for each in reversed([str(each) for each in known])}
    near = difflib.get_close_matches(str(word).lower()[:80], list(lower), n=1, cutoff=0.6)
    return f"did you mean `{lower[near[0]]}`?" if near else ""


def kind_of(value: Any) -> str:
    """What a value is, as organizers would say."""
    names = {bool: "a yes or no", int: "a number", float: "a number", str: "a text", list: "a list", dict: "a mapping"}
    return names.get(type(value), "nothing")


def shown(value: Any) -> str:
    """A value in a message; lists and mappings are only pointed at."""
    return "this" if isinstance(value, dict | list) else f"`{short(value)}`"


def short(value: Any) -> str:
    """A value as text on one line, at most 40 characters."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = f"{value:g}" if isinstance(value, float) else str(value)
    text = "".join(char if char.isprintable() else "?" for char in text[:60])
    return text if len(text) <= 40 else text[:39] + "…"
