"""Find places of a hall for a visitor, in the companion that the compiler made for it."""

from __future__ import annotations

from typing import Any

from hallwright.knowledge.searching import Lang, Search
from hallwright.organizer.companions import SEARCH
from hallwright.organizer.finding import MOST, Findings, Found, find
from hallwright.organizer.halls import Hall
from hallwright.organizer.tour import Tour


def places_found(hall: Hall, query: str, *, lang: Lang, limit: int, area: str) -> list[dict[str, Any]] | None:
    """The places that answer, the best first; None when the hall has no index (yet)."""
    search = hall.companion(SEARCH, Search)
    return None if search is None else search.find(query, lang=lang, limit=limit, area=area)


def findings(hall: Hall, tour: Tour, query: str, lang: Lang) -> Findings:
    """What of a tour answers ``query``, the best first; by names alone while the hall has no index."""
    results = places_found(hall, query, lang=lang, limit=MOST, area="") if query else []
    if results is None:
        return find(tour, query)
    found = tuple(_in_tour(result) for result in results)
    return Findings(found, len(found))


def _in_tour(result: dict[str, Any]) -> Found:
    """A result of the index by the kinds of the tour, where an exhibit that stands somewhere is a placement."""
    kind = result["kind"]
    return Found("placement" if kind == "exhibit" else kind, result["id"], result["where"]["area"])
