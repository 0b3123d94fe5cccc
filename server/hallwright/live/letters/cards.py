"""A visiting card that somebody leaves: what they filled in, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from hallwright.errors import CommandRefused
from hallwright.live import texts

LONGEST: Mapping[str, int] = {"name": 60, "company": 80, "email": 120, "phone": 40, "note": 200}
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[0-9 ()./\-]{3,}(?: ?x[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Card:
    """What is on it; empty where nothing was filled in."""

    name: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""

    def record(self) -> dict[str, str]:
        """What was filled in."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name))}


def card_of(written: Mapping[str, str]) -> Card | None:
    """The card in its one form; None for an empty one. Raises CommandRefused ``bad_card`` naming every fault."""
    faults, kept = [], {}
    for key, longest in LONGEST.items():
        try:
            kept[key] = texts.fold(written.get(key, ""), 4 * longest, "bad_card")
        except CommandRefused as refused:
            faults.append(f"{key}: {refused}")
            continue
        if len(kept[key]) > longest:
            faults.append(f"{key} has at most {longest} characters")
    if kept.get("email") and not _EMAIL.fullmatch(kept["email"]):
        faults.append("email is none")
    if kept.get("phone") and not _PHONE.fullmatch(kept["phone"]):
        faults.append("phone has digits, spaces and + ( ) . / -")
    if faults:
        raise CommandRefused("bad_card", "; ".join(faults))
    card = Card(**kept)
    return card if card.record() else None
