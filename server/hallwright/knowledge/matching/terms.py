"""Texts of profiles as weights of terms: TF-IDF (Salton and Buckley, 1988), with a length for each script.

An exhibitor says the same in English and in Chinese, a buyer in one of them. So the Chinese terms of a text are one
vector and all others a second one, each of length 1: what is said twice is no longer than what is said once.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from hallwright.knowledge.words import is_han, pairs, plain, runs, singular

_ENGLISH = (
    "a an and are as at be by for from have in is it its need needs of offer offers on or our seek seeks that the "
    "their this to us want we who with you your looking"
)
_CHINESE = "我们 需要 求购 寻找 提供 以及 用于 适用 合作 公司 产品 供应 我司 想找 希望"
COMMON = frozenset(f"{_ENGLISH} {_CHINESE}".split())
"""What stands in every profile, and says nothing of what somebody needs."""
Vector = Mapping[str, float]


def terms(text: str) -> list[str]:
    """Words without their plural; of Chinese every two neighbouring characters."""
    found = [term for run in runs(plain(text)) for term in (pairs(run) if is_han(run) else [singular(run)])]
    return [term for term in found if term not in COMMON and (len(term) > 1 or is_han(term))]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """In how many of so many ``texts`` each term is."""

    texts: int
    frequency: Mapping[str, int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Lexicon:
        """That of some texts."""
        each = [set(terms(text)) for text in texts]
        return cls(len(each), Counter(term for found in each for term in found))

    def weight(self, term: str) -> float:
        """Its inverse document frequency, above 0: ``ln(1 + texts / (1 + frequency))``."""
        return math.log(1 + (1 + self.texts) / (1 + self.frequency.get(term, 0)))

    def vector(self, text: str) -> Vector:
        """Weights of the terms of a text, those of each script of length 1; the terms in order."""
        counted = sorted(Counter(terms(text)).items())
        weights = {term: (1 + math.log(count)) * self.weight(term) for term, count in counted}
        lengths = {
            script: math.hypot(*(weight for term, weight in weights.items() if is_han(term) is script))
            for script in (True, False)
        }
        return {term: weight / lengths[is_han(term)] for term, weight in weights.items()}


def likeness(wanted: Vector, offered: Vector) -> tuple[float, list[str]]:
    """The cosine of both within the script that they share best, 0 to 1; and the terms that make it, the weightiest
    first."""
    shared = {term: weight * offered[term] for term, weight in wanted.items() if term in offered}
    by_script = [0.0, 0.0]
    for term, value in shared.items():  # one after the other, as `likenesses` adds: `sum` adds otherwise (3.12)
        by_script[is_han(term)] += value
    return min(1.0, max(by_script)), sorted(shared, key=lambda term: (-shared[term], term))


def likenesses(wanted: Sequence[Vector], offered: Sequence[Vector]) -> NDArray[np.float64]:
    """The likeness of each with each, to the last bit: term by term, by the lists of who has it."""
    both = set[str]().union(*wanted) & set[str]().union(*offered)
    have_wanted, have_offered = _postings(wanted, both), _postings(offered, both)
    by_script = np.zeros((2, len(wanted), len(offered)))
    for term in sorted(both):
        (rows, want), (columns, offer) = have_wanted[term], have_offered[term]
        by_script[int(is_han(term))][np.ix_(rows, columns)] += np.outer(want, offer)
    best: NDArray[np.float64] = by_script.max(axis=0)
    return np.minimum(1.0, best)


def _postings(vectors: Sequence[Vector], known: Set[str]) -> dict[str, tuple[list[int], list[float]]]:
    """Who has which of these terms, and with which weight."""
    found: dict[str, tuple[list[int], list[float]]] = {term: ([], []) for term in known}
    for place, vector in enumerate(vectors):
        for term in vector.keys() & known:
            places, weights = found[term]
            places.append(place)
            weights.append(vector[term])
    return found


@lru_cache(maxsize=4096)
def spans(text: str, found: frozenset[str]) -> tuple[str, ...]:
    """The words of a text that are among these terms, as they stand there; neighbouring pairs of Chinese joined."""
    words = list[str]()
    for run in runs(plain(text)):
        if not is_han(run):
            words += [run] if singular(run) in found else []
            continue
        start = None
        for at, pair in enumerate([*pairs(run), ""]):
            if pair in found and start is None:
                start = at
            elif pair not in found and start is not None:
                words.append(run[start : at + 1])
                start = None
    return tuple(dict.fromkeys(words))
