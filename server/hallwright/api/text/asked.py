"""What a reader asks of the ways: where from, where to, and how."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Request

LONGEST = 80  # letters


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form says: ``start`` is chosen from a list, ``typed`` goes before it; ``stops`` are in the order
    in which they are asked for."""

    start: str
    typed: str
    stops: tuple[str, ...]
    step_free: bool

    @property
    def begins(self) -> str:
        """Where from, as a word for wayfinding."""
        return self.typed or self.start

    @property
    def to(self) -> str:
        """Where to, as far as it is one place; else the last that was asked for."""
        return self.stops[-1] if self.stops else ""


def asked_of(request: Request, entrance: str) -> Asked:
    """What an address asks; from ``entrance`` where it does not say."""
    start, typed = (_word(request.args.get(name, "")) for name in ("from", "at"))
    stops = tuple(filter(None, map(_word, request.args.getlist("to"))))
    return Asked(start or entrance, typed, stops, request.args.get("step_free", "") not in ("", "0"))


def _word(said: str) -> str:
    return " ".join(said.split())[:LONGEST]
