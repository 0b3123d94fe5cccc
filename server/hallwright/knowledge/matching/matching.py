"""How well a buyer and an exhibitor match: what each needs and the other offers, and what they share.

A pair is matched with its reasons; all pairs together are scored alone, a thousand times faster. Both come to the same
score, since they weigh the same parts (``_whole``), one as numbers, the other as arrays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from hallwright.knowledge.matching.terms import Lexicon, likeness, likenesses, spans

Kind = Literal["need", "offer", "industry", "language", "slots"]
WEIGHTS: Mapping[Kind, float] = {"need": 0.6, "offer": 0.2, "industry": 0.1, "language": 0.05, "slots": 0.05}
"""Of a score; together 1."""
ENOUGH_SLOTS = 4  # that are free for both; more is no better
MOST_WORDS = 6  # in a reason
LEAST = 0.02  # of a likeness that is worth telling
Counts = NDArray[np.int64]


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
        spoken, industries = one.languages & other.languages, one.industries & other.industries
        if common == 0 or (one.languages and other.languages and not spoken):
            return None
        need, needed = self._wanted(one.needs, other.offers)
        offer, offered = self._wanted(other.needs, one.offers)
        if not (need or offer or industries):
            return None
        parts = _parts(need, offer, len(industries), len(spoken), common)
        words: Mapping[Kind, tuple[str, ...]] = {
            "need": needed, "offer": offered, "industry": tuple(sorted(industries)), "language": tuple(sorted(spoken)),
            "slots": (),
        }  # fmt: skip
        told = sorted((kind for kind in WEIGHTS if parts[kind] > 0), key=lambda kind: -WEIGHTS[kind] * parts[kind])
        reasons = (Reason(kind, words[kind], common if kind == "slots" else len(words[kind])) for kind in told)
        return Match(float(_whole(parts)), tuple(reasons))

    def best(self, one: Party, others: Sequence[Party], common: Sequence[int], most: int) -> list[tuple[int, Match]]:
        """Whom of ``others``, by their places, one matches best: at most so many. ``common``: how many free slots one
        shares with each. All are scored, but only those that are told get their reasons."""
        scores = self.scores([one], others, np.array([common]))[0]
        order = np.argsort(-scores, kind="stable")[:most].tolist()
        made = ((place, self.match(one, others[place], common[place])) for place in order)
        return [(place, match) for place, match in made if match]

    def scores(self, ones: Sequence[Party], others: Sequence[Party], common: Counts) -> NDArray[np.float64]:
        """The scores of ``match`` for each with each, 0 where there is none; ``common`` likewise for each pair."""
        need = self._likenesses([each.needs for each in ones], [each.offers for each in others])
        offer = self._likenesses([each.needs for each in others], [each.offers for each in ones]).T
        industries = shared([each.industries for each in ones], [each.industries for each in others])
        spoken = shared([each.languages for each in ones], [each.languages for each in others])
        choosy = np.outer([bool(each.languages) for each in ones], [bool(each.languages) for each in others])
        suits = (common > 0) & ((spoken > 0) | ~choosy) & ((need > 0) | (offer > 0) | (industries > 0))
        whole: NDArray[np.float64] = _whole(_parts(need, offer, industries, spoken, common))
        return np.where(suits, whole, 0.0)

    def _wanted(self, needs: str, offers: str) -> tuple[float, tuple[str, ...]]:
        value, terms = likeness(self._vector(needs), self._vector(offers))
        if value < LEAST:
            return 0.0, ()
        return value, spans(needs, frozenset(terms))[:MOST_WORDS]

    def _likenesses(self, needs: Sequence[str], offers: Sequence[str]) -> NDArray[np.float64]:
        values = likenesses([self._vector(each) for each in needs], [self._vector(each) for each in offers])
        return np.where(values < LEAST, 0.0, values)


def shared(ones: Sequence[Collection[str]], others: Sequence[Collection[str]]) -> Counts:
    """How many each of some sets has in common with each of others."""
    names = {name: place for place, name in enumerate({name for each in ones for name in each})}

    def masks(sets: Sequence[Collection[str]]) -> NDArray[np.float64]:
        table = np.zeros((len(sets), len(names)))
        for place, each in enumerate(sets):
            table[place, [names[name] for name in each if name in names]] = 1.0
        return table

    return (masks(ones) @ masks(others).T).astype(np.int64)


def _parts(need: Any, offer: Any, industries: Any, spoken: Any, common: Any) -> dict[Kind, Any]:
    """What a score is made of, each from 0 to 1: of one pair, or of many in arrays."""
    return {
        "need": need, "offer": offer, "industry": np.minimum(industries, 1), "language": np.minimum(spoken, 1),
        "slots": np.minimum(common / ENOUGH_SLOTS, 1.0),
    }  # fmt: skip


def _whole(parts: Mapping[Kind, Any]) -> Any:
    """The score of parts, from 0 to 1."""
    whole = 0.0
    for kind, weight in WEIGHTS.items():
        whole = whole + weight * parts[kind]
    return np.round(np.minimum(whole, 1.0), 4)
