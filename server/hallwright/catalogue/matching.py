"""Whether a card speaks of what is there: the motions, parts and places of the rig beside it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from hallwright.catalogue.card import Card
from hallwright.catalogue.rig import Rig, posed
from hallwright.geometry.shapes import bounds

# What a visitor triggers needs a caption.
TRIGGERED = "run"
# Metres that a hotspot may be outside the model's box.
OUTSIDE = 0.5


def mismatches(card: Card, rig: Rig) -> Iterator[str]:
    """``file:line:column: key: what is wrong``, a line each; nothing when the card fits the rig."""
    names = [motion.name for motion in rig.motions]
    for name in card.motions:
        if name not in names:
            yield _unknown(card, f"motions.{name}", name, "a motion", names)
    if TRIGGERED in names and TRIGGERED not in card.motions:
        yield f"{card.id}/model.yaml: motions: '{TRIGGERED}' is missing; visitors need to read what it does"
    low, high = (corner.tolist() for corner in bounds(posed(rig)))
    for place, spot in enumerate(card.hotspots):
        if spot.part not in rig.parts:
            yield _unknown(card, f"hotspots[{place}].part", spot.part, "a part", rig.parts)
        if not all(a - OUTSIDE <= value <= b + OUTSIDE for a, value, b in zip(low, spot.at, high, strict=True)):
            key = f"hotspots[{place}].at"
            box = " to ".join(str([round(value, 2) for value in corner]) for corner in (low, high))
            yield f"{card.marks[key]}: {key}: is not on the model, which reaches from {box}"


def _unknown(card: Card, key: str, name: str, what: str, known: Iterable[str]) -> str:
    listed = list(known)
    near = difflib.get_close_matches(name, listed, n=1)
    hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(listed) or 'none'}"
    return f"{card.marks[key]}: {key}: '{name}' is not {what} of this model; {hint}"
