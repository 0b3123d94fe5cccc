"""Which letters of a text answer a query, for whoever shows it. Offsets are UTF-16 units, as browsers count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hallwright.knowledge.readings import Unit
from hallwright.knowledge.sounds import Ear, flat
from hallwright.knowledge.words import is_han, pairs, places_of, plain

Span = tuple[int, int]
WIDTH = {"en": 110, "zh": 54}  # letters of a snippet
LEAD = {"en": 36, "zh": 16}  # of them before the first mark
HEARD = 40  # longer texts are not searched by sound
_FULL = "…"


def marks(text: str, units: Sequence[Unit], ear: Ear) -> list[Span]:
    """The spans of a text that answer a query, in order, none touching another; in letters of the text."""
    comparable, places = plain(text), places_of(text)
    found = [span for unit in units for span in _of_unit(comparable, unit, ear)]
    return _merged((places[start], places[end - 1] + 1) for start, end in found)


def says(text: str, unit: Unit, ear: Ear) -> bool:
    """Whether a text answers this unit."""
    return any(True for _ in _of_unit(plain(text), unit, ear))


def cut(text: str, spans: Sequence[Span], lang: str) -> tuple[str, list[Span]]:
    """A piece of a text around its first mark, and the marks that are in it."""
    width, lead = WIDTH[lang], LEAD[lang]
    if len(text) <= width:
        return text, list(spans)
    start = max(0, min(spans[0][0] - lead if spans else 0, len(text) - width))
    if start and lang == "en":
        start = text.rfind(" ", 0, start + 1) + 1
    end = min(len(text), start + width)
    if end < len(text) and lang == "en":
        end = max(text.rfind(" ", start, end + 1), spans[0][1] if spans else start + 1)
    head, tail = _FULL if start else "", _FULL if end < len(text) else ""
    shift = len(head) - start
    inside = [(a + shift, min(b, end) + shift) for a, b in spans if a >= start and a < end]
    return head + text[start:end] + tail, inside


def utf16(text: str, spans: Sequence[Span]) -> list[list[int]]:
    """Spans as browsers count letters."""
    return [[_units(text[:start]), _units(text[:end])] for start, end in spans]


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def _of_unit(comparable: str, unit: Unit, ear: Ear) -> Iterator[Span]:
    written = list(_of_han(comparable, unit.typed) if unit.han else _of_word(comparable, unit))
    yield from written
    if not written and len(comparable) <= HEARD:
        yield from _of_sound(comparable, unit.forms, ear)


def _of_han(comparable: str, run: str) -> Iterator[Span]:
    pieces = [run] if run in comparable else pairs(run)
    for piece in pieces:
        yield from ((found.start(), found.end()) for found in re.finditer(re.escape(piece), comparable))


def _of_word(comparable: str, unit: Unit) -> Iterator[Span]:
    """Beginnings of words; the longest form that is one. A single letter is a word of its own before the last."""
    for form in sorted(unit.forms, key=len, reverse=True):
        kind = r"\d" if form.isdigit() else r"[^\W\d_]"
        end = rf"(?!{kind})" if len(form) == 1 and not unit.last else ""
        found = [each.span() for each in re.finditer(rf"(?<!{kind}){re.escape(form)}{end}", comparable)]
        if found:
            yield from found
            return


def _of_sound(comparable: str, forms: Sequence[str], ear: Ear) -> Iterator[Span]:
    """Chinese that sounds so, in full or in initials; the first place of it."""
    wanted = [form for form in forms if len(form) > 1]
    sounds = [ear.syllable(letter) if is_han(letter) else "" for letter in comparable] if wanted else []
    for form in wanted:
        for start in (at for at, sound in enumerate(sounds) if sound[:1] == form[0]):
            if end := _heard_until(sounds, start, flat(form)) or _initials_until(sounds, start, form):
                yield start, end
                return


def _heard_until(sounds: Sequence[str], start: int, wanted: str) -> int:
    """Where what sounds as wanted from here on ends; 0 when it sounds otherwise."""
    letters = ""
    for at in range(start, len(sounds)):
        letters += sounds[at]
        if flat(letters).startswith(wanted):
            return at + 1
        if not sounds[at] or not wanted.startswith(flat(letters)):
            return 0
    return 0


def _initials_until(sounds: Sequence[str], start: int, wanted: str) -> int:
    initials = [sound[:1] for sound in sounds[start : start + len(wanted)]]
    return start + len(wanted) if "".join(initials) == wanted else 0


def _merged(spans: Iterator[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
