"""What a visitor may have meant by what was typed: readings, from the plain one to the forgiving ones.

Each reading has units, a word or a run of Chinese each; a place must say all of them, except in the last reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hallwright.knowledge.calling import BOOTH_WORDS, SMALL_TALK
from hallwright.knowledge.sounds import flat
from hallwright.knowledge.words import compact, is_han, pairs, plain, runs, singular

MOST_UNITS = 12


@dataclass(frozen=True, slots=True)
class Unit:
    """A word (``han`` false) or a run of Chinese. ``forms``: spellings that a place may have instead; of Chinese its
    sound, when that is enough."""

    typed: str
    han: bool
    forms: tuple[str, ...] = ()
    last: bool = False  # and may be yet unfinished: a single letter counts as the beginning of a word only there


def units_of(plain_text: str) -> tuple[Unit, ...]:
    """The units of a query, each once."""
    found = list(dict.fromkeys(runs(plain_text)))[:MOST_UNITS]
    return tuple(Unit(run, True) if is_han(run) else _word(run, run == found[-1]) for run in found)


def _word(run: str, last: bool) -> Unit:
    return Unit(run, False, tuple(dict.fromkeys((run, singular(run)))), last)


def without_small_talk(plain_text: str) -> str:
    """The query without the words around what is looked for; as it is, if nothing were left."""
    left = f" {plain_text} "
    for phrase in SMALL_TALK:
        left = left.replace(f" {phrase} ", " ") if phrase.isascii() else left.replace(phrase, " ")
    return left if compact(left) else plain_text


def code_of(plain_text: str) -> str:
    """The query as an id or a number: without the words for a booth and all that is no letter or digit."""
    return compact(without_booth_words(plain_text)) or compact(plain_text)


def without_booth_words(plain_text: str) -> str:
    """The query without the words for a booth, which every booth answers to; may be empty."""
    left = f" {plain_text} "
    for word in BOOTH_WORDS:
        left = left.replace(f" {word} ", " ") if word.isascii() else left.replace(word, " ")
    return left.strip()


def joined_sound(units: Sequence[Unit]) -> str:
    """All units as one run of pinyin, empty where there is Chinese or too little of it."""
    letters = "".join(unit.typed for unit in units)
    return flat(letters) if len(letters) > 1 and not any(unit.han for unit in units) else ""


def heard(unit: Unit, sound: str) -> Unit:
    """A run of Chinese that may be written otherwise, as long as it sounds the same."""
    return replace(unit, forms=(sound,))


def meaning(unit: Unit, words: Sequence[str]) -> Unit:
    """A word that was meant to be one of others."""
    return replace(unit, forms=tuple(words))


def all_of(units: Sequence[Unit], sound: str = "") -> str:
    """The FTS5 expression for places that say every unit, or whose name sounds so as a whole."""
    every = " AND ".join(expression(unit) for unit in units)
    return f"({every}) OR {{sound echo}} : {_quoted(sound)}*" if sound else every


def any_of(units: Sequence[Unit]) -> str:
    """The FTS5 expression for places that say something of it."""
    pieces = [unit for unit in units if not unit.han]
    pieces += [Unit(pair, True) for unit in units if unit.han for pair in pairs(unit.typed)]
    sounds = [f"{{sound echo}} : {_quoted(flat(form))}*" for unit in units if unit.han for form in unit.forms]
    return " OR ".join([expression(piece) for piece in pieces] + sounds)


def expression(unit: Unit) -> str:
    """The FTS5 expression for places that say this unit."""
    if unit.han:
        written = f"({{name related text}} : ({' AND '.join(map(_quoted, pairs(unit.typed)))}))"
        sounds = [f"{{sound echo}} : {_quoted(flat(form))}*" for form in unit.forms]
        return f"({' OR '.join([written, *sounds])})"
    if len(unit.typed) == 1 and not unit.last:
        return f"({{name related text}} : {_quoted(unit.typed)})"
    begun = [f"{_quoted(form)}*" for form in unit.forms]
    sounds = [f"{_quoted(flat(form))}*" for form in unit.forms if len(form) > 1]
    written = f"{{name related text}} : ({' OR '.join(begun)})"
    return f"({written} OR {{sound echo}} : ({' OR '.join(sounds)}))" if sounds else f"({written})"


def _quoted(token: str) -> str:
    return '"' + token.replace('"', '""') + '"'


def read(query: str) -> str:
    """A query as it is compared."""
    return " ".join(plain(query).split())
