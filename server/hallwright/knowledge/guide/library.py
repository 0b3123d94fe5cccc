"""Everything that a venue says of itself, as answers look it up: things, and the passages about each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from hallwright.knowledge.calling import FACILITIES, KINDS, SAME, same_as
from hallwright.knowledge.guide import lexicon
from hallwright.knowledge.guide.asking import code_of, letters, stems
from hallwright.knowledge.words import plain, runs
from hallwright.layout.model import Text

Both = Mapping[str, str]
"""A text by language: ``en`` and ``zh``."""
Written = tuple[Mapping[str, Any], list[tuple[str, str, str]]]
"""A place as ``IndexFile.places`` has it."""
BESIDE = frozenset({"near", "product", "exhibitor", "speaker", "track", "shows"})  # said of a thing beside its name


@dataclass(frozen=True, slots=True)
class Passage:
    """A text about a thing; ``what`` as ``places.Said`` has it. ``en`` are its stems, ``zh`` its letters, ``tells`` the
    qualities that it tells."""

    what: str
    text: Both
    en: frozenset[str]
    zh: str
    tells: frozenset[str]


@dataclass(frozen=True, slots=True)
class Names:
    """What something is called: stems, and letters of Chinese."""

    en: frozenset[str]
    zh: str


@dataclass(frozen=True, eq=False)
class Thing:
    """A place or a session. ``answer`` is what the index says of it; ``names`` its own, ``also`` what visitors call it
    otherwise, ``beside`` what is said next to its name, such as its zone."""

    answer: Mapping[str, Any]
    names: Names
    also: Names
    beside: Names
    passages: tuple[Passage, ...]

    @cached_property
    def everything(self) -> Names:
        """All that is said of it."""
        texts: tuple[Names | Passage, ...] = (self.names, self.also, self.beside, *self.passages)
        return Names(frozenset[str]().union(*(text.en for text in texts)), "|".join(text.zh for text in texts))

    @property
    def key(self) -> str:
        """As citations name it."""
        return f"{self.kind}/{self.id}"

    @property
    def kind(self) -> str:
        """As ``places.PlaceKind``."""
        return str(self.answer["kind"])

    @property
    def id(self) -> str:
        """Of the layout."""
        return str(self.answer["id"])

    @property
    def name(self) -> Both:
        """In both languages."""
        name: Both = self.answer["name"]
        return name

    def said(self, *what: str) -> list[Passage]:
        """The passages of these sorts."""
        return [passage for passage in self.passages if passage.what in what]


class Library:
    """All things of a venue, in the layout's order."""

    def __init__(self, places: Iterable[Written], pause: Callable[[], None] = lambda: None) -> None:
        """``pause`` is called between pieces of work of a few milliseconds."""
        things = []
        for answer, said in places:
            if answer["kind"] == "tour":  # what it says of its stops would answer for them; visits are planned anew
                continue
            things.append(_thing(answer, said))
            pause()
        self.things = tuple(things)
        self._by_key = {thing.key: thing for thing in self.things}

    def get(self, key: str) -> Thing | None:
        """The thing of this key."""
        return self._by_key.get(key)

    def of(self, kind: str) -> list[Thing]:
        """All things of a kind."""
        return [thing for thing in self.things if thing.kind == kind]

    def name_of(self, kind: str, id: str, lang: str) -> str:
        """What a thing is called; empty for none."""
        thing = self._by_key.get(f"{kind}/{id}")
        return thing.name[lang] if thing else ""

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every stem that anything is called by or told with."""
        found: set[str] = set()
        for thing in self.things:
            found |= thing.names.en | thing.also.en | thing.beside.en
            for passage in thing.passages:
                found |= passage.en
        return frozenset(found)

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """The words that names are made of, as they are written."""
        words = {word for thing in self.things for word in runs(plain(thing.name["en"]))}
        return tuple(sorted(filter(str.isalpha, words)))


def _thing(answer: Mapping[str, Any], said: list[tuple[str, str, str]]) -> Thing:
    name, kind = answer["name"], answer["kind"]
    code = code_of(answer["number"], answer.get("letter", ""))
    beside = [(en, zh) for what, en, zh in said if what in BESIDE]
    called = [*KINDS[kind], *FACILITIES.get(answer.get("subkind", ""), ()), *same_as(Text(name["en"], name["zh"]))]
    return Thing(
        answer=answer,
        names=Names(stems(name["en"]) | stems(name["zh"]) | ({code} if code else set()), letters(name["zh"])),
        also=Names(stems(" ".join(called)), letters(" ".join(called))),
        beside=Names(stems(" ".join(en for en, _ in beside)), letters(" ".join(zh for _, zh in beside))),
        passages=tuple(_passage(what, en, zh) for what, en, zh in said),
    )


def _passage(what: str, en: str, zh: str) -> Passage:
    tells = set(_told(en, zh)) if what == "fact" else set()
    if lexicon.FIGURE.search(plain(f"{en} {zh}")):
        tells.add("number")
    return Passage(what, {"en": en, "zh": zh}, _widened(en), letters(zh), frozenset(tells))


def _told(en: str, zh: str) -> Iterator[str]:
    """The qualities that a fact tells: it is headed so, or has their unit."""
    (head, _, value), (heading, _, zh_value) = en.partition(": "), zh.partition("：")
    for name, (_, _, headed, unit) in lexicon.QUALITIES.items():
        is_headed = headed and re.search(headed, f"{head} {heading}", re.IGNORECASE)
        if is_headed or (unit and re.search(unit, f"{value} {zh_value}", re.IGNORECASE)):
            yield name


def _widened(en: str) -> frozenset[str]:
    """The stems of a text with those of what means the same."""
    found = stems(en)
    return found.union(*(row for terms, row in _alike() if any(term <= found for term in terms)))


@cache
def _alike() -> list[tuple[list[frozenset[str]], frozenset[str]]]:
    """Rows of ``SAME``: the stems of each term, and of all of them."""
    rows = [[stems(term) for term in row if term.isascii()] for row in SAME]
    return [(row, frozenset[str]().union(*row)) for row in rows]
