"""What a reader asks of the ways: where from, where to, and how."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Request

LONGEST = 80  # letters


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form says: ``start`` is chosen from a list, ``typed`` goes before it."""

    start: str
    typed: str
    to: str
    step_free: bool

    @property
    def begins(self) -> str:
        """Where from, as a word for wayfinding."""
        return self.typed or self.start


def asked_of(request: Request, entrance: str) -> Asked:
    """What an address asks; from ``entrance`` where it does not say."""
    start, typed, to = (" ".join(request.args.get(name, "").split())[:LONGEST] for name in ("from", "at", "to"))
    return Asked(start or entrance, typed, to, request.args.get("step_free", "") not in ("", "0"))
