"""How well a buyer and an exhibitor match: what each needs and the other offers, and what they share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from hallwright.knowledge.matching.terms import Lexicon, Vector, likeness, spans

Kind = Literal["need", "offer", "industry", "language", "slots"]
NEED, OFFER, INDUSTRY, LANGUAGE, SLOTS = 0.6, 0.2, 0.1, 0.05, 0.05  # of a score; together 1
ENOUGH_SLOTS = 4  # that are free for both; more is no better
MOST_WORDS = 6  # in a reason
LEAST = 0.02  # of a likeness that is worth telling


@dataclass(frozen=True, slots=True)
class Party:
    """What one of two says of itself. An exhibitor that seeks nobody in particular ``needs`` nothing."""

    needs: str = ""
    offers: str = ""
    industries: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: the ``words`` that made it, or how many slots (``count``)."""

    kind: Kind
    words: tuple[str, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """``score`` from 0 to 1, and what made it, the weightiest first."""

    score: float
    reasons: tuple[Reason, ...]


class Matcher:
    """Matches by the words of these ``texts``: what is rare among them tells more."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._lexicon = Lexicon.of(texts)
        self._vector = lru_cache(maxsize=8192)(self._lexicon.vector)

    def match(self, one: Party, other: Party, common: int) -> Match | None:
        """How well ``other`` suits ``one``, who share ``common`` free slots; None where they cannot meet, or where
        nothing that one of them needs is offered by the other."""
        spoken = one.languages & other.languages
        if common == 0 or (one.languages and other.languages and not spoken):
            return None
        need = self._wanted("need", one.needs, other.offers)
        offer = self._wanted("offer", other.needs, one.offers)
        industries = tuple(sorted(one.industries & other.industries))
        if not (need[0] or offer[0] or industries):
            return None
        parts = [
            (NEED * need[0], need[1]), (OFFER * offer[0], offer[1]),
            (INDUSTRY * bool(industries), Reason("industry", industries, len(industries))),
            (LANGUAGE * bool(spoken), Reason("language", tuple(sorted(spoken)), len(spoken))),
            (SLOTS * min(1.0, common / ENOUGH_SLOTS), Reason("slots", (), common)),
        ]  # fmt: skip
        told = sorted((part for part in parts if part[0] > 0), key=lambda part: -part[0])
        return Match(round(min(1.0, sum(part for part, _ in told)), 4), tuple(reason for _, reason in told))

    def _wanted(self, kind: Kind, needs: str, offers: str) -> tuple[float, Reason]:
        if not needs or not offers:
            return 0.0, Reason(kind)
        wanted: Vector = self._vector(needs)
        value, shared = likeness(wanted, self._vector(offers))
        if value < LEAST:
            return 0.0, Reason(kind)
        words = spans(needs, frozenset(shared))[:MOST_WORDS]
        return value, Reason(kind, words, len(words))
