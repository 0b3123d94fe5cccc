"""Whether words that somebody else put together say nothing but what passages say: each word and each figure of them
must be there, or be one that says nothing by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hallwright.knowledge.guide import lexicon
from hallwright.knowledge.guide.asking import letters, stems
from hallwright.knowledge.guide.covering import is_made_of
from hallwright.knowledge.words import HAN, plain

LONGEST = 800  # letters
_MARK = re.compile(r"\s*\[(\d{1,2})\]")
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_HAN = re.compile(rf"[{HAN}]+")
_JOINING = stems("also both called find here found each well there welcome please yes can visit enjoy because while")


def without_marks(text: str) -> str:
    """A text without the numbers of its citations."""
    return " ".join(_MARK.sub("", text).split())


def is_fenced(text: str, passages: Sequence[str]) -> bool:
    """Whether a text cites some of the numbered passages, no others, and says nothing that they do not."""
    cited = {int(number) for number in _MARK.findall(text)}
    if not cited or not cited <= set(range(1, len(passages) + 1)) or len(text) > LONGEST:
        return False
    said, known = without_marks(text), "\n".join(passages)
    if not set(_FIGURE.findall(said)) <= set(_FIGURE.findall(known)):
        return False
    free = {each for word in lexicon.SMALL for each in stems(word)} | _JOINING
    if not stems(said) <= stems(known) | free:
        return False
    return all(is_made_of(run, letters(known)) for run in _HAN.findall(plain(said)))
