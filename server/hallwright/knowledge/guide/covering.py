"""Whether something says all that a question asks, and how well: what it does not cover is not answered by it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hallwright.knowledge.guide import lexicon
from hallwright.knowledge.guide.asking import Question
from hallwright.knowledge.guide.library import Passage, Thing

NAME, ALSO, TOLD, BESIDE = 1.0, 0.8, 0.6, 0.3
WHOLE, MEANT, HERE, TELLS, HEAD, FACT, BY_NAME = 0.5, 0.4, 0.05, 0.3, 0.25, 0.4, 0.3
# Between equals: what one comes to see before what leads there.
KINDS = {
    "exhibit": 0.08, "area": 0.07, "stage": 0.06, "zone": 0.06, "facility": 0.06, "session": 0.04, "booth": 0.03,
    "board": 0.0, "portal": 0.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cover:
    """A thing that covers a question, with the passage that it needs for that, if any."""

    thing: Thing
    passage: Passage | None
    score: float


def covers(question: Question, thing: Thing, passages: Sequence[Passage], area: str = "") -> float | None:
    """How well a thing with these passages covers a question; None where a word is left over."""
    if question.bare or not _from(question.country, thing):
        return None
    total = named = 0.0
    length = sum(map(len, question.words)) + sum(map(len, question.han))
    for word in question.words:
        weight = _of_word(word, thing, passages)
        if weight == 0.0:
            return None
        total += weight * len(word)
        named += len(word) if weight == NAME else 0
    texts = [(thing.names.zh, NAME), (thing.also.zh, ALSO), *((each.zh, TOLD) for each in passages),
             (thing.beside.zh, BESIDE)]  # fmt: skip
    for run in question.han:
        found = _of_run(run, texts)
        if found is None:
            return None
        total += found[0]
        named += found[1]
    if not _tells(question, thing, passages):
        return None
    return total / max(1, length) + _extra(question, thing, passages, named, area)


def _from(country: str, thing: Thing) -> bool:
    """Whether a thing is of the country that is asked for, if any is."""
    if not country or thing.answer.get("country") == country:
        return True
    names = f"{thing.name['en'].lower()} {thing.name['zh']}"
    return any(name in names for name in lexicon.COUNTRIES[country].split())


def says(question: Question, passage: Passage) -> bool:
    """Whether a passage alone says all words of a question."""
    return all(word in passage.en for word in question.words) and all(
        _of_run(run, [(passage.zh, NAME)]) is not None for run in question.han
    )


def is_made_of(run: str, text: str) -> bool:
    """Whether a run of Chinese is made of pieces of a text."""
    return _of_run(run, [(text, NAME)]) is not None


def _may_cover(question: Question, thing: Thing) -> bool:
    """Whether all that is said of a thing has every word: most things have not, and need no closer look."""
    said = thing.everything
    return said.en.issuperset(question.words) and all(_of_run(run, [(said.zh, NAME)]) for run in question.han)


def _of_word(word: str, thing: Thing, passages: Sequence[Passage]) -> float:
    if word in thing.names.en:
        return NAME
    if word in thing.also.en:
        return ALSO
    if any(word in passage.en for passage in passages):
        return TOLD
    return BESIDE if word in thing.beside.en else 0.0


def _of_run(run: str, texts: Sequence[tuple[str, float]]) -> tuple[float, float] | None:
    """The best way to make a run of pieces of some texts: what it is worth, and how many letters are of the first.
    Letters that say nothing may be left out, and a run of one letter is its own piece."""
    best: list[tuple[float, float] | None] = [(0.0, 0.0)] + [None] * len(run)
    for start in range(len(run)):
        so_far = best[start]
        if so_far is None:
            continue
        if run[start] in lexicon.SMALL_HAN:
            best[start + 1] = max(best[start + 1] or so_far, so_far)
        for end in range(start + 1, len(run) + 1):
            if end == start + 1 and not _stands_alone(run, start):
                continue
            weight = max((weight for text, weight in texts if run[start:end] in text), default=0.0)
            if weight == 0.0:
                break
            size = end - start
            found = (so_far[0] + weight * size - 0.05, so_far[1] + (size if weight == NAME else 0))
            best[end] = max(best[end] or found, found)
    return best[-1]


def _stands_alone(run: str, at: int) -> bool:
    """Whether a letter has none beside it that says something."""
    beside = run[max(0, at - 1) : at] + run[at + 1 : at + 2]
    return run[at] not in lexicon.SMALL_HAN and all(letter in lexicon.SMALL_HAN for letter in beside)


def _tells(question: Question, thing: Thing, passages: Sequence[Passage]) -> bool:
    """Whether the qualities that are asked for are told."""
    told = frozenset().union(*(passage.tells for passage in passages))
    lacking = question.qualities - told
    if not lacking:
        return True
    names = f"{thing.name['en']} {thing.name['zh']}"
    cues = [lexicon.QUALITIES[name][2] for name in lacking]
    return "where" in question.cues and all(cue and re.search(cue, names, re.IGNORECASE) for cue in cues)


def _extra(question: Question, thing: Thing, passages: Sequence[Passage], named: float, area: str) -> float:
    """What makes one of two answers the better one: a name that is said whole, the kind that is meant."""
    size = max(len(thing.names.zh) if question.han else sum(map(len, thing.names.en)), 1)
    extra: float = WHOLE * min(1.0, named / size) + KINDS[thing.kind] + HERE * (thing.answer["area"] == area)
    extra += MEANT * (thing.kind in question.kinds)
    if len(passages) == 1 and (words := set(question.words)):
        head = passages[0].text["en"].partition(":")[0]
        extra += HEAD * (bool(words) and any(word in head.lower() for word in words))
    if len(passages) == 1 and question.han:
        head = passages[0].text["zh"].partition("：")[0]
        extra += HEAD * any(run[i : i + 2] in head for run in question.han for i in range(max(1, len(run) - 1)))
    if question.qualities and any(passage.what == "fact" for passage in passages):
        extra += FACT
    return extra + TELLS * any(question.qualities & passage.tells - {"number"} for passage in passages)


def best(question: Question, things: Sequence[Thing], area: str = "") -> list[Cover]:
    """What covers a question, the best first: by name, or else with the one passage that says the rest. Who asks where
    something is means what is called so, as far as anything is."""
    found = []
    for thing in things:
        if not _may_cover(question, thing):
            continue
        alone = covers(question, thing, (), area)
        told = []
        if alone is None or "where" not in question.cues:
            scored = ((covers(question, thing, (passage,), area), passage) for passage in thing.passages)
            told = [(score, passage) for score, passage in scored if score is not None]
        score, passage = max(told, key=lambda each: each[0], default=(0.0, None))
        if alone is not None and alone >= score:
            found.append(Cover(thing, None, alone + BY_NAME * ("where" in question.cues)))
        elif passage:
            found.append(Cover(thing, passage, score))
    return sorted(found, key=lambda cover: -cover.score)
