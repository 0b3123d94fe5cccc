"""Texts as the search compares them: without case, accents and width, cut into words.

A word in letters or digits is one token, and once more without its plural. Chinese is not cut into words at all:
every two neighbouring characters are a token, so that whatever part of a name is typed is found (0015).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

Lang = Literal["en", "zh"]
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
_RUN = re.compile(rf"[{HAN}]+|[0-9]+|[^\W\d_{HAN}]+")
_IS_HAN = re.compile(rf"[{HAN}]")
_LATIN_END = "\u0250"


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    latin = character < _LATIN_END or "\u1e00" <= character <= "\u1eff"
    if not latin:
        return unicodedata.normalize("NFKC", character).casefold()
    letters = unicodedata.normalize("NFKD", character)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def plain(text: str) -> str:
    """The text without case, accents and width."""
    return "".join(map(_plain, text))


def places_of(text: str) -> list[int]:
    """For each character of ``plain(text)``, which character of ``text`` it comes from; one more for the end."""
    return [index for index, character in enumerate(text) for _ in _plain(character)] + [len(text)]


def is_han(text: str) -> bool:
    """Whether a run of ``runs`` is Chinese."""
    return bool(_IS_HAN.match(text))


def runs(plain_text: str) -> list[str]:
    """Runs of Chinese, of digits, and of other letters, in order."""
    return _RUN.findall(plain_text)


def compact(plain_text: str) -> str:
    """All runs without what stands between them."""
    return "".join(runs(plain_text))


def pairs(run: str) -> list[str]:
    """Every two neighbouring characters; the character itself if it is alone."""
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


def singular(word: str) -> str:
    """An English word without its plural, as far as endings tell."""
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word.removesuffix("s")


def tokens(text: str) -> Iterator[str]:
    """What a text is found by."""
    for run in runs(plain(text)):
        if is_han(run):
            yield from pairs(run)
            if len(run) > 1:
                yield from run
        else:
            yield run
            if (word := singular(run)) != run:
                yield word


def token_text(texts: Iterable[str]) -> str:
    """The tokens of some texts, each once, with a space around each."""
    found = dict.fromkeys(token for text in texts for token in tokens(text))
    return f" {' '.join(found)} " if found else ""
