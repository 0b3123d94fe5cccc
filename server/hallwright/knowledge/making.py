"""Venue -> the bytes of a search index."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hallwright.knowledge.calling import FACILITIES, KINDS, same_as
from hallwright.knowledge.index_file import Findable, written
from hallwright.knowledge.places import Place, Said, places_of
from hallwright.knowledge.sounds import sound_text
from hallwright.knowledge.typos import SHORTEST
from hallwright.knowledge.words import compact, is_han, plain, token_text
from hallwright.layout.model import Venue

RELATED = frozenset({"exhibitor", "product", "shows", "speaker", "track"})  # said of a place, and nearly its name


def search_index(venue: Venue, document: Mapping[str, Any], folder: Path) -> bytes:
    """The index of everything in a venue that can be found; ``document`` is its manifest."""
    entries = [findable(place) for place in places_of(venue, document)]
    return written(entries, sorted(_terms(entries)))


def findable(place: Place) -> Findable:
    """A place, and what it is found by."""
    names = (place.name.en, place.name.zh)
    related = [text for said in place.said if said.what in RELATED for text in (said.text.en, said.text.zh)]
    related += [*KINDS[place.kind], *FACILITIES.get(place.subkind, ()), *same_as(place.name)]  # type: ignore[call-overload]
    texts = [text for said in place.said if said.what not in RELATED for text in (said.text.en, said.text.zh)]
    return Findable(
        answer=_answer(place),
        said=[(said.what, said.text.en, said.text.zh) for said in _once(place.said)],
        codes=(compact(plain(place.id)), *_letters(place.letter)),
        numbers=tuple(_numbers(place.number)),
        name=token_text(names),
        related=token_text(related),
        text=token_text(texts),
        sound=sound_text([place.name.zh]),
        echo=sound_text(" ".join(related).split()),
    )


def _answer(place: Place) -> dict[str, object]:
    return {
        "kind": place.kind, "id": place.id, "number": place.number, "name": _both(place.name.en, place.name.zh),
        "area": place.area, "zone": place.zone, "at": [round(place.at[0], 3), round(place.at[1], 3)],
        "facing": round(place.facing, 4), "more": place.more, "letter": place.letter, "subkind": place.subkind,
        "country": place.country, "goal": place.goal or f"{place.area}/{place.id}",
    }  # fmt: skip


def _once(said: tuple[Said, ...]) -> Iterator[Said]:
    """Each text once, though an exhibit and its model may say the same."""
    seen = set()
    for each in said:
        if each.text not in seen:
            seen.add(each.text)
            yield each


def _both(en: str, zh: str) -> dict[str, str]:
    return {"en": en, "zh": zh}


def _numbers(number: str) -> Iterator[str]:
    """A number as it is written, and without the noughts that fill it up."""
    if number:
        yield (whole := compact(plain(number)))
        if (short := re.sub(r"(?<!\d)0+(?=\d)", "", whole)) != whole:
            yield short


def _letters(letter: str) -> Iterator[str]:
    """How a zone's letter is called."""
    if letter:
        short = plain(letter)
        yield from (short, f"zone{short}", f"{short}zone", f"{short}区", f"{short}展区")


def _terms(entries: list[Findable]) -> set[str]:
    """The vocabulary in which mistyped words are looked up: words of names and what belongs to them, and sounds."""
    columns = (column for entry in entries for column in (entry.name, entry.related, entry.sound))
    found = {term for column in columns for term in column.split()}
    return {term for term in found if len(term) >= SHORTEST and not is_han(term) and not term.isdigit()}
