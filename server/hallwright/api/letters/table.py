"""Cards as a table that a spreadsheet opens, and that cannot make one compute anything."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

from hallwright.api.letters.desk import Names
from hallwright.api.private import when

FIELDS = ("name", "company", "email", "phone", "note")
_COMPUTED = ("=", "+", "-", "@", "\t", "\r")
HEADS = {"en": ("Received (UTC)", "Booth", "About"), "zh": ("收到时间（UTC）", "展位", "关于")}


def written(cards: Sequence[dict[str, Any]], names: Names, say: Callable[..., str]) -> bytes:
    """One row a card, in the reader's language, with the mark by which spreadsheets know UTF-8."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow([*HEADS[names.links.speech.lang], *(say(f"card_{field}") for field in FIELDS)])
    for card in cards:
        about = [f"{when(card['time']):%Y-%m-%d %H:%M}", names.booth(card["booth"]), names.placement(card["placement"])]
        rows.writerow([harmless(cell) for cell in (*about, *(card.get(field, "") for field in FIELDS))])
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """The same text; one that a spreadsheet would compute has an apostrophe before it."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_COMPUTED) else cell
