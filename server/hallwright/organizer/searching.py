"""Find places of a hall for a visitor, in the companion that the compiler made for it."""

from __future__ import annotations

from typing import Any

from hallwright.knowledge.searching import Lang, Search
from hallwright.organizer.halls import Hall

COMPANION = "search.db"


def places_found(hall: Hall, query: str, *, lang: Lang, limit: int, area: str) -> list[dict[str, Any]] | None:
    """The places that answer, the best first; None when the hall has no index (yet)."""
    search = hall.companions.open(COMPANION, Search) if hall.companions else None
    return None if search is None else search.find(query, lang=lang, limit=limit, area=area)
