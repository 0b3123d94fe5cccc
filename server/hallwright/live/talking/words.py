"""Words that shall not be said, as the organizer lists them: plain words, one a line, in any language.

A word of letters is found as a whole word, also when it is spaced or dotted out; Chinese words are found anywhere,
since nothing stands between them. Case, width and accents make no difference.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from hallwright.errors import ConfigError

MOST_WORDS = 5_000
LONGEST_WORD = 64
_NOTHING = ("Mn", "Me", "Cf")  # marks, and what shows nothing


@dataclass(frozen=True, slots=True)
class Words:
    """``whole`` are found as whole words, ``anywhere`` within others too, ``phrases`` are several words in a row."""

    whole: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    longest: int = field(default=0)

    @classmethod
    def of(cls, words: Iterable[str]) -> Words:
        """These words, each normalised; those of which nothing is left are not among them."""
        tokens = [tuple(_tokens(word)) for word in words]
        spread = {"".join(parts) for parts in tokens if any(_is_dense(part) for part in parts)}
        plain = [parts for parts in tokens if parts and "".join(parts) not in spread]
        whole = frozenset(parts[0] for parts in plain if len(parts) == 1)
        phrases = sorted({" ".join(parts) for parts in plain if len(parts) > 1})
        return cls(whole, tuple(phrases), tuple(sorted(spread)), max(map(len, whole), default=0))

    def find(self, text: str) -> bool:
        """Whether one of them is in the text."""
        tokens = _tokens(text)
        dense = "".join(tokens)
        if any(word in dense for word in self.anywhere):
            return True
        closed = ["".join(_tokens(part)) for part in text.split()]
        if not self.whole.isdisjoint((*tokens, *closed, *_spelled(tokens))):
            return True
        line = f" {' '.join(tokens)} "
        return any(f" {phrase} " in line for phrase in self.phrases)


def read_words(text: str, name: str) -> Words:
    """The words of a file: one a line, ``#`` begins a remark. Raises ConfigError naming every wrong line."""
    wrong, words = [], []
    for number, line in enumerate(text.splitlines(), 1):
        word = line.partition("#")[0].strip()
        if not word:
            continue
        if len(word) > LONGEST_WORD:
            wrong.append(f"line {number} has over {LONGEST_WORD} characters; write one word a line")
        elif not _tokens(word):
            wrong.append(f"line {number} has no letter or digit")
        words.append(word)
    if len(words) > MOST_WORDS:
        wrong.append(f"{len(words)} words are too many; at most {MOST_WORDS}")
    if wrong:
        raise ConfigError(f"{name} cannot be used: {'; '.join(wrong)}")
    return Words.of(words)


def _tokens(text: str) -> list[str]:
    """The words of a text: letters and digits in one form, without accents."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(each for each in plain if unicodedata.category(each) not in _NOTHING)
    return "".join(each if _counts(each) else " " for each in unicodedata.normalize("NFC", kept)).split()


def _counts(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"


def _is_dense(token: str) -> bool:
    """Whether it is of a script that writes no spaces."""
    return any(0x2E80 <= ord(each) <= 0x9FFF or 0xAC00 <= ord(each) <= 0xD7FF or ord(each) >= 0x20000 for each in token)


def _spelled(tokens: list[str]) -> list[str]:
    """Words that are spelled out: runs of single letters."""
    words, run = list[str](), ""
    for token in (*tokens, "  "):
        if len(token) == 1:
            run += token
        elif run:
            words.append(run)
            run = ""
    return words
