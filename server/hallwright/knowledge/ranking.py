"""How well a place answers a query: from 0 to about 2, more for names than for what is said about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hallwright.knowledge.index_file import Found
from hallwright.knowledge.readings import Unit
from hallwright.knowledge.sounds import flat
from hallwright.knowledge.words import compact, pairs, plain

NAME, RELATED, TEXT = 1.0, 0.6, 0.3
BEGUN = 0.85  # of what the whole word is worth
SCATTERED = 0.85  # Chinese that is in the name, but not in one piece
SOUND, ECHO = {"zh": 0.85, "en": 0.7}, {"zh": 0.5, "en": 0.35}
SAME, BEGINS, COVERS, HERE = 0.6, 0.3, 0.15, 0.05
# Between equals: what one comes to see before what leads there.
KINDS: dict[str, float] = {
    "exhibit": 0.08, "area": 0.07, "stage": 0.06, "zone": 0.06, "facility": 0.06, "booth": 0.03, "board": 0.02,
    "session": 0.04, "tour": 0.04,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: the query without gaps, the reading's units, the language and area of who asks."""

    letters: str
    units: tuple[Unit, ...]
    lang: str
    area: str


def score(found: Found, wanted: Wanted) -> float:
    """How well a place answers."""
    said = share(found, wanted)
    names = [compact(plain(name)) for name in _names(found)]
    sound = found.sound[1:].partition(" ")[0]  # of the whole name
    heard = flat(wanted.letters)
    total: float = said + KINDS.get(found.answer["kind"], 0.0) + HERE * (found.answer["area"] == wanted.area)
    if wanted.letters in names or (heard == sound and sound):
        return total + SAME + COVERS
    if any(name.startswith(wanted.letters) for name in names) or (sound and sound.startswith(heard)):
        total += BEGINS
    inside = [len(wanted.letters) / len(name) for name in names if wanted.letters in name]
    return total + COVERS * max(inside, default=0.0)


def share(found: Found, wanted: Wanted) -> float:
    """How much of the query a place says, and how prominently: 1 when its name says all."""
    lengths = [len(unit.typed) for unit in wanted.units]
    weights = [_weight(found, unit, wanted.lang) for unit in wanted.units]
    return sum(a * b for a, b in zip(lengths, weights, strict=True)) / max(1, sum(lengths))


def _names(found: Found) -> Sequence[str]:
    return list(found.answer["name"].values())


def _weight(found: Found, unit: Unit, lang: str) -> float:
    written = _of_han(found, unit) if unit.han else _of_word(found, unit)
    sounds = [flat(form) for form in unit.forms if len(form) > 1]
    if any(f" {sound}" in found.sound for sound in sounds):
        written = max(written, SOUND[lang])
    if any(f" {sound}" in found.echo for sound in sounds):
        written = max(written, ECHO[lang])
    return written


def _of_word(found: Found, unit: Unit) -> float:
    for column, weight in ((found.name, NAME), (found.related, RELATED), (found.text, TEXT)):
        if any(f" {form} " in column for form in unit.forms):
            return weight
        if any(f" {form}" in column for form in unit.forms if len(form) > 1 or unit.last):
            return weight * BEGUN
    return 0.0


def _of_han(found: Found, unit: Unit) -> float:
    """A run of Chinese, or the part of it that is said."""
    if any(unit.typed in compact(plain(name)) for name in _names(found)):
        return NAME
    wanted = pairs(unit.typed)
    parts = [(found.name, NAME * SCATTERED), (found.related, RELATED), (found.text, TEXT)]
    return max(weight * sum(f" {pair} " in column for pair in wanted) / len(wanted) for column, weight in parts)
