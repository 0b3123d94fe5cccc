"""Find places: by their number, then as typed, then without small talk, then with mistakes forgiven, then in parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from hallwright.knowledge import readings
from hallwright.knowledge.guide.library import Library
from hallwright.knowledge.index_file import Found, IndexFile
from hallwright.knowledge.marking import Span, cut, marks, says, utf16
from hallwright.knowledge.ranking import Wanted, score, share
from hallwright.knowledge.readings import Unit, units_of
from hallwright.knowledge.typos import meant
from hallwright.knowledge.words import Lang as Lang
from hallwright.knowledge.words import compact

CANDIDATES = 120  # places whose order is looked at closely
KEPT = 256  # answers
LIKE = 60  # words that are compared letter by letter with a mistyped one
WHOLE, NUMBER = 3.0, 2.5  # scores of an exact id or number, and of the beginning of a number
LEAST, NEARLY = 0.3, 0.6  # of a query that a place must say in the last reading: at all, and of what the best says


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that answers, as the index wrote it, and the units that it answers; none when it was its number."""

    row: int
    answer: dict[str, Any]
    score: float
    units: tuple[Unit, ...] = ()


class Search:
    """Searches one index file. It keeps as many answers as ``kept`` says, since many type the same."""

    def __init__(self, path: Path, kept: int = KEPT) -> None:
        self._file = IndexFile(path)
        self._kept = lru_cache(maxsize=kept)(self._found)
        self._library: Library | None = None

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def library(self, pause: Callable[[], None] = lambda: None) -> Library:
        """All that is in the index, as the guide reads it: made when it is first asked for."""
        if self._library is None:
            self._library = Library(self._file.places(), pause)
        return self._library

    def find(self, query: str, *, lang: Lang = "en", limit: int = 10, area: str = "") -> list[dict[str, Any]]:
        """The places that answer a query best, the best first, as docs/formats/http.md describes a result. ``area``:
        where the visitor is; of equals, what is there comes first."""
        return list(self._kept(readings.read(query), lang, limit, area))

    def _found(self, typed: str, lang: Lang, limit: int, area: str) -> tuple[dict[str, Any], ...]:
        code = readings.code_of(readings.without_small_talk(typed))
        found: dict[int, Hit] = {}
        for hit in self._by_code(code, limit):
            found.setdefault(hit.row, hit)
        if not found or _may_be_a_word(code):
            for hit in self._by_words(typed, lang, area):
                found.setdefault(hit.row, hit)
        return tuple(self._told(hit) for hit in list(found.values())[:limit])

    def _by_code(self, code: str, limit: int) -> Iterator[Hit]:
        if not code:
            return
        yield from (Hit(row, self._file.answer(row), WHOLE) for row in self._file.whole_code(code))
        if len(code) < 3 or any(letter.isdigit() for letter in code):
            yield from (Hit(row, self._file.answer(row), NUMBER) for row in self._file.numbers_from(code, limit))

    def _by_words(self, typed: str, lang: Lang, area: str) -> list[Hit]:
        """The hits of the first reading that has any."""
        spoken = readings.without_small_talk(typed)
        spoken = readings.without_booth_words(spoken) or spoken
        for words in dict.fromkeys((typed, spoken)):
            units = units_of(words)
            if units and (hits := self._saying_all(units, words, lang, area)):
                return hits
        units = tuple(map(self._forgiven, units_of(spoken)))
        if not units:
            return []
        return self._saying_all(units, spoken, lang, area) or self._saying_most(units, spoken, lang, area)

    def _saying_all(self, units: tuple[Unit, ...], words: str, lang: Lang, area: str) -> list[Hit]:
        wanted = Wanted(compact(words), units, lang, area)
        sound = readings.joined_sound(units) if len(units) > 1 else ""
        found = self._file.matching(readings.all_of(units, sound), CANDIDATES)
        if sound:  # by words if they say it, else as one word by ear
            alone = (Unit(wanted.letters, False, (wanted.letters,)),)
            return _ordered(found, wanted, Wanted(wanted.letters, alone, lang, area))
        return _ordered(found, wanted)

    def _saying_most(self, units: tuple[Unit, ...], words: str, lang: Lang, area: str) -> list[Hit]:
        wanted = Wanted(compact(words), units, lang, area)
        found = self._file.matching(readings.any_of(units), CANDIDATES)
        shares = {each.row: share(each, wanted) for each in found}
        least = max(LEAST, NEARLY * max(shares.values(), default=0.0))
        return _ordered([each for each in found if shares[each.row] >= least], wanted)

    def _forgiven(self, unit: Unit) -> Unit:
        """The unit with what it may have been meant to be, where nobody says it as it is."""
        if unit.han:
            return readings.heard(unit, self._file.ear.hear(unit.typed))
        if self._file.any_matching(readings.expression(unit)):
            return unit
        words = meant(unit.typed, self._file.terms_like(unit.typed, LIKE))
        return readings.meaning(unit, words) if words else unit

    def _told(self, hit: Hit) -> dict[str, Any]:
        """A result as JSON values."""
        answer, units, ear = hit.answer, hit.units, self._file.ear
        name = answer["name"]
        return {
            "kind": answer["kind"], "id": answer["id"],
            **({"number": answer["number"]} if answer["number"] else {}),
            "name": _texts({lang: (name[lang], marks(name[lang], units, ear)) for lang in ("en", "zh")}),
            "where": {
                "area": answer["area"], "zone": answer["zone"] or None, "at": answer["at"], "facing": answer["facing"],
            },
            "more": answer["more"],
            "snippet": self._snippet(hit),
            "score": round(hit.score, 3),
        }  # fmt: skip

    def _snippet(self, hit: Hit) -> dict[str, Any] | None:
        """Of all that is said about the place, what answers most of the query that its name does not."""
        ear, names = self._file.ear, hit.answer["name"].values()
        open_units = [unit for unit in hit.units if not any(says(name, unit, ear) for name in names)]
        counted = [
            (sum(says(en, unit, ear) or says(zh, unit, ear) for unit in open_units), what, en, zh)
            for what, en, zh in (self._file.said(hit.row) if open_units else ())
        ]
        most, what, en, zh = max(counted, key=lambda entry: entry[0], default=(0, "", "", ""))
        if not most:
            return None
        pieces = {lang: cut(text, marks(text, hit.units, ear), lang) for lang, text in (("en", en), ("zh", zh))}
        return {"what": what, **_texts(pieces)}


def _may_be_a_word(code: str) -> bool:
    """Ids are words, and numbers are not."""
    return code.isascii() and code.isalpha()


def _texts(pieces: dict[str, tuple[str, list[Span]]]) -> dict[str, Any]:
    """Texts and their marks, by language."""
    texts: dict[str, Any] = {lang: text for lang, (text, _) in pieces.items()}
    return {**texts, "marks": {lang: utf16(text, spans) for lang, (text, spans) in pieces.items()}}


def _ordered(found: Sequence[Found], *ways: Wanted) -> list[Hit]:
    """The best first; each by the way to take the query that it answers best. Of equals, as they stand in the hall."""
    hits = []
    for each in found:
        value, units = max(((score(each, wanted), wanted.units) for wanted in ways), key=lambda entry: entry[0])
        hits.append((-value, each.row, Hit(each.row, each.answer, value, units)))
    return [hit for _, _, hit in sorted(hits, key=lambda entry: entry[:2])]
