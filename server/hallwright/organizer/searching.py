"""Find places of a hall for a visitor, in the companion that the compiler made for it."""

from __future__ import annotations

from typing import Any

from hallwright.knowledge.searching import Lang, Search
from hallwright.organizer.companions import SEARCH
from hallwright.organizer.finding import MOST, Findings, Found, find
from hallwright.organizer.halls import Hall
from hallwright.organizer.sitting import Sitting
from hallwright.organizer.standing import told_when
from hallwright.organizer.tour import Tour
from hallwright.programme.sessions import Session

LIKE = 0.1  # of a score: sessions that answer as well as each other come by their hour
LOOKED_AT = 50  # results, so that what is on now is among the first ones


def places_found(
    hall: Hall, query: str, *, lang: Lang, limit: int, area: str, sitting: Sitting | None = None
) -> list[dict[str, Any]] | None:
    """The places that answer, the best first; None when the hall has no index (yet). Of sessions that answer as well
    as each other, what is on comes first, then what comes next, by the programme of now (``sitting``)."""
    search = hall.companion(SEARCH, Search)
    if search is None or sitting is None:
        return None if search is None else search.find(query, lang=lang, limit=limit, area=area)
    return by_hour(search.find(query, lang=lang, limit=max(limit, LOOKED_AT), area=area), sitting)[:limit]


def by_hour(results: list[dict[str, Any]], sitting: Sitting) -> list[dict[str, Any]]:
    """Sessions among the results with when they are, those of one score by their hour; what the programme has no more
    is left out. Other places stay where they are."""
    known = {session.id: session for session in sitting.sessions}
    kept = [each for each in results if each["kind"] != "session" or each["id"] in known]
    at = [place for place, each in enumerate(kept) if each["kind"] == "session"]
    best = 0.0
    ranked: list[tuple[tuple[float, int, float], int, Session]] = []
    for place in at:
        best = kept[place]["score"] if not ranked or kept[place]["score"] < best - LIKE else best
        session = known[kept[place]["id"]]
        ranked.append(((-best, *_turn(session, sitting)), place, session))
    ordered = list(kept)
    for place, (_, before, session) in zip(at, sorted(ranked, key=lambda each: each[:2]), strict=True):
        ordered[place] = {**kept[before], **told_when(session, sitting.now)}
    return ordered


def _turn(session: Session, sitting: Sitting) -> tuple[int, float]:
    """What is on, what comes, the soonest first, what is over, the latest first, what is cancelled."""
    starts = session.starts.timestamp()
    if session.cancelled:
        return 3, starts
    if session.runs(sitting.now):
        return 0, starts
    return (1, starts) if session.starts > sitting.now else (2, -starts)


def findings(hall: Hall, tour: Tour, query: str, lang: Lang, sitting: Sitting | None) -> Findings:
    """What of a tour answers ``query``, the best first, sessions by the programme of now (``sitting``); by names alone
    while the hall has no index."""
    results = places_found(hall, query, lang=lang, limit=MOST, area="", sitting=sitting) if query else []
    if results is None:
        return find(tour, query)
    found = tuple(_in_tour(result) for result in results)
    return Findings(found, len(found))


def _in_tour(result: dict[str, Any]) -> Found:
    """A result of the index by the kinds of the tour, where an exhibit that stands somewhere is a placement."""
    kind = result["kind"]
    return Found("placement" if kind == "exhibit" else kind, result["id"], result["where"]["area"])
