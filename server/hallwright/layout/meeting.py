"""Matchmaking as frozen values: the slots of a venue, where one meets, and what exhibitors say for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallwright.layout.model import Text


@dataclass(frozen=True, slots=True)
class Industry:
    """Something that both sides may be in."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Meetings:
    """Sessions of ``tracks`` are cut into slots of so many ``minutes``; ``rooms`` are facilities of kind meeting."""

    minutes: int
    tracks: tuple[str, ...]
    rooms: tuple[str, ...]
    industries: tuple[Industry, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What an exhibitor says for its meetings; None where it offers its products, or seeks nobody in particular."""

    offers: Text | None = None
    seeks: Text | None = None
    industries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
