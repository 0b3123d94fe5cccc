"""A question, taken apart: its language, what it is after, and the words that an answer must cover."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from hallwright.knowledge.guide import lexicon
from hallwright.knowledge.words import HAN, Lang, compact, plain

LONGEST = 200  # letters
_TOKEN = re.compile(rf"[{HAN}]+|[a-z]\d+|\d+(?:[.,]\d+)*|[^\W\d_{HAN}]+")
_CODE = re.compile(r"(?<![a-z])([a-z])[ -]?(\d{1,3})(?![\d.,])|(?<![a-z])([a-z])(?:展区|区)|\bzone ([a-z])\b")
_ENDINGS = (
    "ations", "ation", "ators", "ator", "ions", "ion", "ings", "ing", "ers", "ors", "er", "or", "ies", "ed", "es", "s",
    "e", "y",
)  # fmt: skip
_LEAST = 4  # letters that are left of a word


@dataclass(frozen=True, slots=True)
class Question:
    """``words`` are stems of English words and codes, ``han`` runs of Chinese; both must be in what answers. ``cues``
    and ``qualities`` are those of the lexicon, ``kinds`` the kinds of things that it says in general, ``day`` is
    counted from today, None for any, ``hours`` of the day, ``country`` a code, ``minutes`` how long a plan may take,
    ``makes`` whether it asks who shows something."""

    lang: Lang
    words: tuple[str, ...]
    han: tuple[str, ...]
    cues: frozenset[str]
    qualities: frozenset[str]
    kinds: frozenset[str]
    country: str = ""
    day: int | None = None
    hours: tuple[int, int] | None = None
    minutes: int = 0
    makes: bool = False

    @property
    def bare(self) -> bool:
        """Whether it has no words of its own."""
        return not self.words and not self.han


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """An English word without its endings, so that "forging" and "forged" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word


def stems(text: str) -> frozenset[str]:
    """The stems of a text's words, and its codes."""
    return frozenset(stem(token) for token in _TOKEN.findall(_coded(plain(text))) if not _is_han(token))


def letters(text: str) -> str:
    """A text as Chinese is looked for in it: a stroke where words are apart."""
    return "|".join(_TOKEN.findall(plain(text)))


def question_of(asked: str, lang: Lang | None = None) -> Question:
    """What was asked. Its language is that of its letters; ``lang`` counts where there are none."""
    typed = " ".join(plain(asked)[:LONGEST].split())
    chinese = any(_is_han(token) for token in _TOKEN.findall(typed))
    spoken: Lang = "zh" if chinese else "en" if re.search("[a-z]", typed) else lang or "en"
    cues = frozenset(name for name, cue in lexicon.CUES.items() if cue.search(typed))
    minutes = minutes_of(typed) if "plan" in cues else 0
    rest = typed
    if minutes:
        rest = lexicon.DURATION.sub(" ", lexicon.CUES["plan"].sub(" ", rest))
    day = next((day for pattern, day in lexicon.DAYS if pattern.search(rest)), None)
    hours = next(((start, end) for pattern, start, end in lexicon.PARTS if pattern.search(rest)), None)
    for pattern in (*(each[0] for each in lexicon.DAYS), *(each[0] for each in lexicon.PARTS), lexicon.CUES["now"],
                    lexicon.CUES["next"]):  # fmt: skip
        rest = pattern.sub(" ", rest)
    country, rest = _country(rest)
    qualities, rest = _qualities(rest)
    kinds, rest = _kinds(_coded(rest))
    for phrase in lexicon.SMALL_PHRASES:
        rest = rest.replace(phrase, " ")
    tokens = [token for token in _TOKEN.findall(rest) if token not in lexicon.SMALL]
    words = tuple(dict.fromkeys(stem(token) for token in tokens if not _is_han(token)))
    han = tuple(run for run in dict.fromkeys(filter(_is_han, tokens)) if any(c not in lexicon.SMALL_HAN for c in run))
    makes = bool(lexicon.MAKES.search(typed))
    return Question(spoken, words, han, cues, qualities, kinds, country, day, hours, minutes, makes)


def minutes_of(typed: str) -> int:
    """How long a plan may take; two hours where it is not said."""
    found = lexicon.DURATION.search(typed)
    if found is None:
        return 120
    number = lexicon.NUMBERS.get(found["n"]) or float(found["n"] if found["n"][0].isdigit() else 1)
    half = 0.5 if found["half"] or found["zhalf"] else 0.0
    unit = 1 if found["unit"].startswith("m") or found["unit"] == "分钟" else 60
    return round(min(max((number + half) * unit, 15), 480))


def _country(typed: str) -> tuple[str, str]:
    for code, names in lexicon.COUNTRIES.items():
        for name in names.split():
            pattern = rf"\b{name}\b" if name.isascii() else name
            if re.search(pattern, typed):
                return code, re.sub(pattern, " ", typed)
    return "", typed


def _qualities(typed: str) -> tuple[frozenset[str], str]:
    found = set()
    for name, (en, zh, _, _) in lexicon.QUALITIES.items():
        left = re.sub(f"{en}|{zh}", " ", typed)
        if left != typed:
            found.add(name)
            typed = left
    return frozenset(found), typed


def _kinds(typed: str) -> tuple[frozenset[str], str]:
    """The kinds that are said in general, and the rest."""
    found = set()
    for kind, (en, zh) in lexicon.KIND_WORDS.items():
        pattern = rf"\b(?:{'|'.join(en.split())})\b|{'|'.join(zh.split())}"
        if re.search(pattern, typed):
            found.add(kind)
            typed = re.sub(pattern, " ", typed)
    return frozenset(found), typed


def _coded(typed: str) -> str:
    """Numbers of booths and letters of zones in one piece: ``b-02`` as b2, zone B as zoneb0."""

    def code(match: re.Match[str]) -> str:
        if match[1]:
            return f" {match[1]}{int(match[2])} "
        return f" {match[3] or match[4]}0 "

    return _CODE.sub(code, typed)


def code_of(number: str, letter: str) -> str:
    """The number of a booth, or the letter of a zone, as questions have it."""
    return compact(_coded(plain(number)).replace(" ", "")) if number else f"{plain(letter)}0" if letter else ""


def _is_han(token: str) -> bool:
    return bool(re.match(rf"[{HAN}]", token))
