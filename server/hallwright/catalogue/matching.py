"""Whether a card speaks of what is there: the motions, parts and places of the rig beside it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

from hallwright.catalogue.card import Card, Hotspot, Seat
from hallwright.catalogue.rig import Rig, posed
from hallwright.geometry.shapes import bounds

# What a visitor triggers needs a caption.
TRIGGERED = "run"
# Metres that a hotspot or a seat may be outside the model's box.
OUTSIDE = 0.5


def mismatches(card: Card, rig: Rig) -> Iterator[str]:
    """``file:line:column: key: what is wrong``, a line each; nothing when the card fits the rig."""
    names = [motion.name for motion in rig.motions]
    for name in card.motions:
        if name not in names:
            yield _unknown(card, f"motions.{name}", name, "a motion", names)
    if TRIGGERED in names and TRIGGERED not in card.motions:
        yield f"{card.id}/model.yaml: motions: '{TRIGGERED}' is missing; visitors need to read what it does"
    yield from _misplaced(card, rig, "hotspots", card.hotspots)
    yield from _misplaced(card, rig, "seats", card.seats)


def _misplaced(card: Card, rig: Rig, key: str, places: Sequence[Hotspot | Seat]) -> Iterator[str]:
    """Of places on the model, those that move with no part of it or are elsewhere."""
    low, high = (corner.tolist() for corner in bounds(posed(rig)))
    for number, place in enumerate(places):
        here = f"{key}[{number}]"
        if place.part not in rig.parts:
            yield _unknown(card, f"{here}.part", place.part, "a part", rig.parts)
        if not all(a - OUTSIDE <= value <= b + OUTSIDE for a, value, b in zip(low, place.at, high, strict=True)):
            box = " to ".join(str([round(value, 2) for value in corner]) for corner in (low, high))
            yield f"{card.marks[f'{here}.at']}: {here}.at: is not on the model, which reaches from {box}"


def _unknown(card: Card, key: str, name: str, what: str, known: Iterable[str]) -> str:
    listed = list(known)
    near = difflib.get_close_matches(name, listed, n=1)
    hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(listed) or 'none'}"
    return f"{card.marks[key]}: {key}: '{name}' is not {what} of this model; {hint}"
